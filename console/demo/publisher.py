"""The demo plant on a real broker: what the simulator says is published when its time comes."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from functools import partial
from queue import Empty, SimpleQueue

from console.demo.message import Message
from console.demo.plant import DemoPlant
from console.demo.simulator import Simulator
from console.demo.sparkplug import GROUP
from console.demo.voice import Voice
from console.telemetry.sparkplug_codec import SparkplugUnreadable, decode

BEAT_SECONDS = 0.02
GOODBYE_SECONDS = 5.0
REBIRTH = "Node Control/Rebirth"
SHARED = ""  # name of the voice of all lines that leave no will

_log = logging.getLogger(__name__)


class Publisher:
    """Plays a simulator in real time (`speed` times faster where wanted) to the broker at host:port.

    The simulator is first taken from its start to now without a word; then every line announces itself. Each line that
    leaves a will has a client of its own, and when the script kills it, that client's socket is dropped.
    """

    def __init__(
        self,
        host: str,
        port: int,
        plant: DemoPlant,
        seed: int = 1,
        start: float | None = None,
        speed: float = 1.0,
        tag_rate: float | None = None,
    ) -> None:
        now = time.time()
        if start is None:
            start = shift_start(plant, now)
        self.simulator = Simulator(seed, start, plant, tag_rate)
        self.published = 0
        self._speed = speed
        self._begin_at = max(start, now)
        self._asked: SimpleQueue[str] = SimpleQueue()  # lines that somebody wants announced
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self.run, name="demo plant", daemon=True)
        self._voices = self._make_voices(host, port)

    def start(self) -> None:
        """Publish from a thread of its own."""
        self._thread.start()

    def stop(self) -> None:
        """Say goodbye and end; waits for the thread that `start` began."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(GOODBYE_SECONDS)

    def run(self, alive: Callable[[], bool] = lambda: True) -> None:
        """Publish until `stop` is called or `alive` says no."""
        self.simulator.skip(self._begin_at)
        began = time.monotonic()
        try:
            while not self._stopping.is_set() and alive():
                self._keep_voices()
                self._answer()
                until = self._begin_at + (time.monotonic() - began) * self._speed
                for message in self.simulator.run(until):
                    self._say(message)
                self._stopping.wait(BEAT_SECONDS)
        finally:
            for line, voice in self._voices.items():
                voice.close(self.simulator.will(line) if line else None)

    def _say(self, message: Message) -> None:
        voice = self._voices.get(message.line) or self._voices[SHARED]
        if message.last_will:
            _log.info("%s dies", voice.name)
            voice.drop()
        elif voice.publish(message):
            self.published += 1

    def _keep_voices(self) -> None:
        """Connect who is not connected, except lines that the script has cut off."""
        for line, voice in self._voices.items():
            if voice.broken:
                voice.forget()
                if line:
                    self.simulator.reborn(line)
            if voice.due and not (line and self.simulator.lost(line)):
                voice.connect(self.simulator.will(line) if line else None)

    def _answer(self) -> None:
        """Announce the lines whose connection is new or that were asked for a rebirth."""
        wanted: set[str] = set()
        while True:
            try:
                wanted.add(self._asked.get_nowait())
            except Empty:
                break
        for line in sorted(wanted):
            for message in self.simulator.announce(line):
                self._say(message)

    def _make_voices(self, host: str, port: int) -> dict[str, Voice]:
        voices: dict[str, Voice] = {}
        shared: list[str] = []
        for line in self.simulator.plant.lines:
            if self.simulator.will(line.id) is None:
                shared.append(line.id)
            else:
                command = f"spBv1.0/{GROUP}/NCMD/{line.id}" if line.dialect == "sparkplug" else ""
                greeted, heard = partial(self._ask, [line.id]), partial(self._command, line.id)
                voices[line.id] = Voice(host, port, line.name, greeted, command, heard)
        voices[SHARED] = Voice(host, port, "lines without a will", partial(self._ask, shared))
        return voices

    def _ask(self, lines: list[str]) -> None:
        for line in lines:
            self._asked.put(line)

    def _command(self, line: str, _topic: str, payload: bytes) -> None:
        try:
            metrics = decode(payload).metrics
        except SparkplugUnreadable as wrong:
            _log.warning("%s: a command that cannot be read: %s", line, wrong)
            return
        if any(metric.name == REBIRTH and metric.value is True for metric in metrics):
            self._ask([line])


def shift_start(plant: DemoPlant, now: float) -> float:
    """When the shift that is on at `now` (seconds UTC) began."""
    shift = plant.calendar.shift_at(now)
    return shift.start if shift is not None else now
