"""What becomes of one message: handed on, guarded, counted, and answered now or when it is durable."""

from __future__ import annotations

import logging
import math
import time
from collections import deque
from collections.abc import Callable

from console.telemetry.seldom import Seldom

Take = Callable[[str, bytes, int, bool, int, float], bool]
"""Topic, payload, QoS, retained, mid, heard at (seconds UTC). True: acknowledge now; False: hold until told."""

RECORDED_AT = "gemba-recorded-at"
_MARK = b"\x26" + len(RECORDED_AT).to_bytes(2, "big") + RECORDED_AT.encode()  # user property, its key (MQTT 5, 2.2.2)
_WIRE_MID = 0xFFFF
REMEMBERED = 1024  # messages by which a repeat is recognised; more than a broker may have in flight (wire.IN_FLIGHT)
DOUBTFUL = 5.0  # seconds before a connection ended in which the broker may not have got our acknowledgements

_log = logging.getLogger(__name__)


class Receiver:
    """The inbox of one network thread.

    The mid given to `take` carries the number of the connection above its 16 bits: the broker uses its own mids again
    after a reconnect, and an acknowledgement that comes late must not fall on another message.

    What the broker was not told to forget it sends again after a reconnect, marked as a repeat and with the same mid
    (MQTT 5.0, 4.4). A repeat of what was taken is not taken a second time: it is answered when the first is durable.
    """

    __slots__ = (
        *("_held", "_here", "_latest", "_past", "_stamp", "_take", "_unhappy"),
        *("failures", "heard_at", "heard_mono", "now", "received", "recorded"),
    )

    def __init__(self, take: Take, now: Callable[[], float], recorded: bool = False) -> None:
        self._take = take
        self._stamp = 0
        self._held: dict[int, int] = {}  # the broker's mid -> the mid given to `take`, until that is durable
        self._here: set[int] = set()  # those of them that came again by the present connection
        self._latest: deque[tuple[int, str, bytes, float]] = deque(maxlen=REMEMBERED)
        self._past: dict[int, tuple[str, bytes]] = {}  # what was taken by earlier connections of this session
        self._unhappy = Seldom(_log)
        self.now = now
        self.recorded = recorded  # believe RECORDED_AT, as a replay wants
        self.received = 0  # messages
        self.failures = 0  # messages that `take` raised on
        self.heard_at = 0.0  # when something was last read from the socket, seconds UTC
        self.heard_mono = time.monotonic()

    def begin(self, connection: int) -> None:
        """A new connection: what was held or answered last will perhaps be sent again."""
        since = self.heard_mono - DOUBTFUL
        self._here.clear()
        self._past = {m: past for m, past in self._past.items() if m in self._held}
        self._past |= {m: (topic, body) for m, topic, body, at in self._latest if at >= since or m in self._held}
        self._latest.clear()
        self._stamp = connection << 16
        self.heard()

    def forget(self) -> None:
        """The broker has lost the session: it sends nothing again, and its mids begin anew."""
        for memory in (self._held, self._here, self._past, self._latest):
            memory.clear()

    def heard(self) -> float:
        """Bytes came in; return when, seconds UTC."""
        self.heard_mono = time.monotonic()
        self.heard_at = moment = self.now()
        return moment

    def hear(
        self, topic: str, payload: bytes, qos: int, retained: bool, mid: int, heard_at: float, again: bool = False
    ) -> bool:
        """Hand one message on; return whether to acknowledge it now. Never raises an `Exception`.

        `again`: the broker says that it sent this one before. One that `take` fails on is acknowledged: the broker
        would send it for ever and keep back those behind it.
        """
        self.received += 1
        if not mid:
            return self._hand_on(topic, payload, qos, retained, 0, heard_at)
        self._latest.append((mid, topic, payload, self.heard_mono))
        if again and self._past.get(mid) == (topic, payload):
            self._here.add(mid)
            return mid not in self._held
        self._past.pop(mid, None)
        stamped = self._held[mid] = mid | self._stamp
        if not self._hand_on(topic, payload, qos, retained, stamped, heard_at):
            return False
        del self._held[mid]
        return True

    def _hand_on(self, topic: str, payload: bytes, qos: int, retained: bool, mid: int, heard_at: float) -> bool:
        try:
            return self._take(topic, payload, qos, retained, mid, heard_at)
        except Exception:
            self.failures += 1
            self._unhappy.log(logging.ERROR, "a message on %r could not be taken", topic[:200], trace=True)
            return True

    def durable(self, mid: int) -> int | None:
        """A held message is durable: the broker's own mid to answer now.

        None when it has not come by the present connection; it is answered at once should it come again.
        """
        wire = mid & _WIRE_MID
        if self._held.get(wire) != mid:
            return None
        del self._held[wire]
        return wire if mid >> 16 == self._stamp >> 16 or wire in self._here else None

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
