"""A publisher in a process of its own: `paced.py PORT RATE` sends RATE messages a second until it is ended.

Values as flood.py sends them; among them twenty changes of state a second whose `ts` is the moment of sending.
"""

from __future__ import annotations

import socket
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from flood import TOPICS, packet  # noqa: E402

STATES = ("running", "stopped", "starved", "blocked")
STEP = 0.005  # seconds between two bursts
CHANGES = 20
SEEN = (0, 1, 2, 3, 20, 21, 22, 23)  # stations that are on the screen with four lines and with twenty


def main(port: int, rate: int) -> None:
    """Send evenly: a burst every five milliseconds."""
    body = '{{"ts":{ts},"line":"L{line}","station":"S{n:04d}","value":{n}.25,"unit":"mm","q":"good"}}'
    with socket.create_connection(("127.0.0.1", port)) as sock:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sock.sendall(b"\x10\x11\x00\x04MQTT\x04\x02\x00\x3c\x00\x05paced")
        sock.recv(4)
        began = time.perf_counter()
        sent = changes = 0
        while True:
            passed = time.perf_counter() - began
            due = int(passed * rate)
            burst = []
            while sent < due:
                n = sent * 7 % TOPICS
                ts = int(time.time() * 1000)
                text = body.format(n=n, line=n % 20, ts=ts).encode().ljust(100)
                burst.append(packet(f"bench/line{n % 20}/station{n:04d}/value", text))
                sent += 1
            while changes < int(passed * CHANGES):
                n = SEEN[changes % len(SEEN)]
                state = STATES[changes // len(SEEN) % len(STATES)]
                text = f'{{"ts":{time.time() * 1000:.3f},"state":"{state}"}}'.encode()
                burst.append(packet(f"bench/line{n % 20}/station{n:04d}/state", text))
                changes += 1
            if burst:
                sock.sendall(b"".join(burst))
            time.sleep(STEP)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
