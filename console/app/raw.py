"""Raw messages of the one station that somebody is looking at."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from console.domain.readings import Reading
from console.telemetry.topics import TopicBook

MOST = 100


@dataclass(frozen=True, slots=True)
class RawMessage:
    """One message as it came."""

    at: float
    topic: str
    payload: bytes
    retained: bool


class RawWatch:
    """Records messages for the station asked for last; nothing is kept for the others."""

    def __init__(self, book: TopicBook) -> None:
        self._book = book
        self._place = ""
        self._messages: deque[RawMessage] = deque(maxlen=MOST)

    def messages(self, place: str) -> list[RawMessage]:
        """Newest first; the first call for another place begins its recording."""
        if place != self._place:
            self._place = place
            self._messages.clear()
        return list(reversed(self._messages))

    def watch(self, readings: Iterable[Reading]) -> None:
        """Record what belongs to the place that is watched."""
        if not self._place:
            return
        for reading in readings:
            if reading.signal.place == self._place:
                self._note(reading)

    def _note(self, reading: Reading) -> None:
        last = self._messages[-1] if self._messages else None
        if last is not None and last.topic == reading.raw_topic and last.at == reading.heard_at:
            return
        entry = self._book.get(reading.raw_topic)
        if entry is not None and entry.heard_at != reading.heard_at:
            return  # the book already has a later message of this topic; that one will come
        payload = entry.payload if entry is not None else b""
        self._messages.append(RawMessage(reading.heard_at, reading.raw_topic, payload, reading.retained))
