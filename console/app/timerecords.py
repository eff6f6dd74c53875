"""Calls, stops and notes of the places and the time that somebody looks at, read from the records and kept fresh."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from console.app.queries.trends import Happened, happened
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady

if TYPE_CHECKING:
    from console.app.console import Console

AGAIN = 5.0  # seconds after which it is tried again to read what could not be read
ASK_EVERY, READ_EVERY = 1.0, 30.0  # seconds between two questions to the records; where nothing was heard to change
AROUND = 0.5  # of the axis is asked for before and after it too, so that panning does not wait
KINDS = frozenset({"andon_call", "andon_category", "early_warning", "stop", "stop_reason", "trend_note"})


@dataclass(frozen=True, slots=True)
class Look:
    """What is looked at: places and a stretch of time on so many pixels."""

    places: tuple[str, ...] = ()
    start: float = 0.0
    end: float = 0.0
    pixels: int = 1

    @property
    def pixel(self) -> float:
        """Seconds that a pixel stands for."""
        return max(self.end - self.start, 1e-3) / max(self.pixels, 1)


class Recorded:
    """What the records tell of the axis. Main thread only, never waits; `tell` is called when more is known."""

    def __init__(self, console: Console, tell: Callable[[], None]) -> None:
        self.found: Happened | None = None  # None: nothing came yet
        self._console, self._tell = console, tell
        self._asking, self._stale = False, True
        self._ask_at = self._fresh_until = 0.0
        self._asked = Look()
        self._ends = (console.on(RecordChanged, self._changed), console.on(RecordsReady, lambda event: self.forget()))

    def close(self) -> None:
        """Hear no more."""
        for end in self._ends:
            end()

    def forget(self) -> None:
        """Other records, or another plant: what is known does not hold any more."""
        self._asked, self._stale = Look(), True

    def ask(self, look: Look, places: tuple[str, ...]) -> None:
        """Read what is missing or may have changed of these places; a few times a second while somebody looks."""
        asked, now = self._asked, time.monotonic()
        inside = asked.start <= look.start and look.end <= asked.end and asked.places == places
        due = self._stale or not inside or now >= self._fresh_until
        if self._asking or not due or (now < self._ask_at and inside):
            return
        around = (look.end - look.start) * AROUND
        self._asked = Look(places, look.start - around, look.end + around, look.pixels)
        self._asking, self._stale = True, False
        self._ask_at, self._fresh_until = now + ASK_EVERY, now + READ_EVERY
        since, until = (moment_of(at) for at in (self._asked.start, self._asked.end))
        self._console.office.ask(happened(since, until, places), partial(self._came, self._asked), self._refused)

    def at(self, time: float, near: float, places: tuple[str, ...], answer: Callable[[Happened], None]) -> None:
        """What lasted at a time, and notes within `near` seconds; at once where it is known."""
        since, until = moment_of(time - near), moment_of(time + near)

        def then(found: Happened) -> None:
            answer(_lasting(found, moment_of(time), since, until))

        asked = self._asked
        if self.found is not None and asked.places == places and asked.start <= time < asked.end:
            then(self.found)
        else:
            self._console.office.ask(happened(since, until, places), then)

    def _came(self, asked: Look, found: Happened) -> None:
        self._asking = False
        if asked == self._asked:
            self.found = found
            self._tell()

    def _refused(self, refusal: Refusal) -> None:
        self._asking, self._stale = False, True
        self._ask_at = time.monotonic() + AGAIN

    def _changed(self, event: RecordChanged) -> None:
        self._stale = self._stale or event.kind in KINDS


def moment_of(at: float) -> datetime:
    """Seconds UTC as the records keep times; what no calendar has is its first day."""
    try:
        return datetime.fromtimestamp(at, UTC)
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)


def _lasting(found: Happened, at: datetime, since: datetime, until: datetime) -> Happened:
    """What of it lasted at a time; notes of about that time."""
    calls = (one for one in found.calls if one.call.raised <= at and (one.call.closed is None or one.call.closed > at))
    stops = (one for one in found.stops if one.stop.since <= at and (one.stop.until is None or one.stop.until > at))
    notes = (one for one in found.notes if one.note.start <= until and (one.note.end or one.note.start) >= since)
    warned = (one for one in found.warnings if one.began <= at and (one.ended is None or one.ended > at))
    return Happened(tuple(calls), tuple(stops), tuple(notes), tuple(warned))
