"""A publisher in a process of its own: `flood.py PORT COUNT` sends COUNT messages as fast as the broker takes them.

100-byte JSON over 1 000 topics under `bench/`, QoS 0, ready-made packets through a bare socket. Then an end mark on
`bench/end`, again and again until somebody ends this process: a broker drops messages for a listener that lags behind.
"""

from __future__ import annotations

import socket
import sys
import time

TOPICS = 1000
END = "bench/end"


def packet(topic: str, payload: bytes) -> bytes:
    """A PUBLISH packet of MQTT 3.1.1, QoS 0, with a body under 16 384 bytes."""
    name = topic.encode()
    body = len(name).to_bytes(2, "big") + name + payload
    length = bytes([len(body)]) if len(body) < 128 else bytes([len(body) & 0x7F | 0x80, len(body) >> 7])
    return b"\x30" + length + body


def block() -> bytes:
    """One message on each topic."""
    body = '{{"ts":1700000000{n:03d},"line":"L{line}","station":"S{n:04d}","value":{n}.25,"unit":"mm","q":"good"}}'
    return b"".join(
        packet(f"bench/line{n % 20}/station{n:04d}/value", body.format(n=n, line=n % 20).encode().ljust(100))
        for n in range(TOPICS)
    )


def main(port: int, count: int) -> None:
    """Connect, send, mark the end for half a minute."""
    with socket.create_connection(("127.0.0.1", port)) as sock:
        sock.sendall(b"\x10\x11\x00\x04MQTT\x04\x02\x00\x3c\x00\x05flood")
        sock.recv(4)
        thousand = block()
        for _ in range(count // TOPICS):
            sock.sendall(thousand)
        for _ in range(600):
            sock.sendall(packet(END, b""))
            time.sleep(0.05)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
