"""What becomes of one message: handed on, guarded, counted, and answered now or when it is durable."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable

from console.telemetry.seldom import Seldom

Take = Callable[[str, bytes, int, bool, int, float], bool]
"""Topic, payload, QoS, retained, mid, heard at (seconds UTC). True: acknowledge now; False: hold until told."""

RECORDED_AT = "gemba-recorded-at"
_MARK = b"\x26" + len(RECORDED_AT).to_bytes(2, "big") + RECORDED_AT.encode()  # user property, its key (MQTT 5, 2.2.2)
_WIRE_MID = 0xFFFF

_log = logging.getLogger(__name__)


class Receiver:
    """The inbox of one network thread.

    The mid given to `take` carries the number of the connection above its 16 bits: the broker uses its own mids again
    after a reconnect, and an acknowledgement that comes late must not fall on another message.
    """

    __slots__ = ("_stamp", "_take", "_unhappy", "failures", "heard_at", "heard_mono", "now", "received", "recorded")

    def __init__(self, take: Take, now: Callable[[], float], recorded: bool = False) -> None:
        self._take = take
        self._stamp = 0
        self._unhappy = Seldom(_log)
        self.now = now
        self.recorded = recorded  # believe RECORDED_AT, as a replay wants
        self.received = 0  # messages
        self.failures = 0  # messages that `take` raised on
        self.heard_at = 0.0  # when something was last read from the socket, seconds UTC
        self.heard_mono = time.monotonic()

    def begin(self, connection: int) -> None:
        """A new connection: whatever was held before is forgotten, the broker sends it again."""
        self._stamp = connection << 16
        self.heard()

    def heard(self) -> float:
        """Bytes came in; return when, seconds UTC."""
        self.heard_mono = time.monotonic()
        self.heard_at = moment = self.now()
        return moment

    def hear(self, topic: str, payload: bytes, qos: int, retained: bool, mid: int, heard_at: float) -> bool:
        """Hand one message on; return whether to acknowledge it now. Never raises an `Exception`.

        One that `take` fails on is acknowledged: the broker would send it for ever and keep back those behind it.
        """
        self.received += 1
        try:
            return self._take(topic, payload, qos, retained, mid | self._stamp if mid else 0, heard_at)
        except Exception:
            self.failures += 1
            self._unhappy.log(logging.ERROR, "a message on %r could not be taken", topic[:200], trace=True)
            return True

    def wire_mid(self, mid: int) -> int | None:
        """The broker's own mid of a held message, None when it belongs to a connection that is gone."""
        return mid & _WIRE_MID if mid >> 16 == self._stamp >> 16 else None

    def deafen(self) -> None:
        """Hand nothing on any more and acknowledge nothing: another thread has taken over."""
        self._take = _hold


def recorded_at(properties: bytes, fallback: float) -> float:
    """Time in a PUBLISH packet's raw properties, seconds UTC; `fallback` where there is none that makes sense."""
    mark = properties.find(_MARK)
    if mark < 0:
        return fallback
    start = mark + len(_MARK) + 2
    return seconds_of(properties[start : start + int.from_bytes(properties[start - 2 : start], "big")], fallback)


def seconds_of(text: str | bytes, fallback: float) -> float:
    """A finite number of seconds written as text, else `fallback`."""
    try:
        moment = float(text)
    except ValueError:
        return fallback
    return moment if math.isfinite(moment) else fallback


def _hold(topic: str, payload: bytes, qos: int, retained: bool, mid: int, heard_at: float) -> bool:
    return False
