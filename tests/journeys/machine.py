"""Machines that count under load, in a process of their own: totals and pulses, all with QoS 1.

    machine.py PORT SECONDS RATE [untimed]

Publishes about RATE messages a second, keeps what the broker cannot take meanwhile, and ends when the broker has
everything: then it prints what it made, as JSON {station: [good, scrap]}, and how many messages that were.
"""

from __future__ import annotations

import json
import random
import sys
import time

import paho.mqtt.client as paho

TOTALS, PULSES, BARE = ("10", "20"), ("30", "40"), "50"


class Machines:
    """Stations 10 and 20 tell totals with times, 30 and 40 pulses with times, 50 bare totals or, untimed, pulses."""

    def __init__(self, port: int, untimed: bool) -> None:
        self.made = {station: [0, 0] for station in (*TOTALS, *PULSES, BARE)}
        self.untimed = untimed
        self.dice = random.Random(7)
        self.last = 0
        self.sent: list[paho.MQTTMessageInfo] = []
        self.client = paho.Client(
            paho.CallbackAPIVersion.VERSION2, "machines", protocol=paho.MQTTv311, clean_session=False
        )
        self.client.max_queued_messages_set(0)
        self.client.reconnect_delay_set(0.05, 0.4)
        self.client.connect_async("127.0.0.1", port)
        self.client.loop_start()

    def work(self, seconds: float, rate: float) -> None:
        """Make pieces evenly, whatever happens to the broker."""
        begun = time.monotonic()
        while (passed := time.monotonic() - begun) < seconds:
            while len(self.sent) < passed * rate:
                self.piece(self.dice.choice((*TOTALS, *PULSES, BARE)))
            time.sleep(0.005)
        for station in (*TOTALS, BARE):
            self.tell(station)

    def piece(self, station: str) -> None:
        """One piece, one in ten scrapped."""
        scrap = self.dice.random() < 0.1 and station != BARE
        self.made[station][scrap] += 1
        if station in PULSES:
            self.say(f"works/{station}/piece", json.dumps({"ts": self.stamp(), "scrap": scrap}))
        elif station == BARE and self.untimed:
            self.say(f"works/{station}/pulse", "1")
        else:
            self.tell(station)

    def tell(self, station: str) -> None:
        """The totals of a station; they do not begin at nothing."""
        good, scrap = self.made[station]
        if station != BARE:
            self.say(
                f"works/{station}/totals", json.dumps({"ts": self.stamp(), "good": 500 + good, "scrap": 100 + scrap})
            )
        elif not self.untimed:
            self.say(f"works/{station}/total", str(500 + good))

    def settle(self) -> None:
        """Wait until the broker has taken everything."""
        end = time.monotonic() + 30
        for info in self.sent:
            while info.mid and not info._published:  # is_published() raises after a lost connection
                if time.monotonic() > end:
                    sys.exit("the broker did not take everything")
                time.sleep(0.01)

    def stamp(self) -> int:
        """Milliseconds since 1970, each one later than the one before."""
        self.last = max(self.last + 1, int(time.time() * 1000))
        return self.last

    def say(self, topic: str, payload: str) -> None:
        self.sent.append(self.client.publish(topic, payload, 1))


def main(words: list[str]) -> None:
    """Work, wait until the broker has it, report."""
    machines = Machines(int(words[0]), "untimed" in words)
    for station in (*TOTALS, BARE):
        machines.tell(station)
    machines.settle()
    print("begun", flush=True)
    machines.work(float(words[1]), float(words[2]))
    machines.settle()
    print(json.dumps({"made": machines.made, "messages": len(machines.sent)}), flush=True)
    machines.client.disconnect()
    machines.client.loop_stop()


if __name__ == "__main__":
    main(sys.argv[1:])
