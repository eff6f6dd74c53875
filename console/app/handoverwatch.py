"""What the console itself looks after: handovers that were missed, and those that wait. Main thread, never waits.

A place hands over from its first signed handover on. There the console fills the draft a little before a shift ends, so
that what the live floor knows of it is kept although nobody opened the screen.
"""

from __future__ import annotations

import logging
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from console.app.queries.handovers import handovers_between
from console.domain.commands import CONSOLE
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady
from console.domain.handover_past import Past, listed
from console.domain.handovers import Handover, Stage

if TYPE_CHECKING:
    from console.app.console import Console
    from console.app.handovers import Handovers, ShiftEnd
    from console.domain.commands.handovers import PrepareHandover

log = logging.getLogger(__name__)
KNOWN = timedelta(days=14)  # a place that signed none in this time does not hand over any more
BACK = timedelta(days=1)  # after which a missed one is a matter of the past
BEFORE_END = 120.0  # seconds before the end of a shift in which the console fills the draft
LOOK_EVERY = 20.0  # seconds
PAUSE = 0.5  # seconds between two readings of the records
AGAIN = 5.0  # seconds after which is asked again what did not come through


class HandoverWatch:
    """`missed`: ends of shifts of the last day that nobody handed over; `handed`: what nobody has taken over yet."""

    def __init__(self, console: Console, handovers: Handovers) -> None:
        self.missed: tuple[Past, ...] = ()
        self.handed: tuple[Handover, ...] = ()
        self.known: tuple[Handover, ...] = ()  # of the last two weeks
        self.places: frozenset[str] = frozenset()  # that hand over
        self._console, self._handovers = console, handovers
        self._stale, self._asking = True, False
        self._ask_at = self._look_at = 0.0
        self._filled: set[str] = set()  # handovers that were filled before their shift ended
        console.on(RecordChanged, self._changed)
        console.on(RecordsReady, self._opened)

    @property
    def waiting(self) -> int:
        """How many want somebody now."""
        return len(self.missed) + len(self.handed)

    def beat(self, at: float) -> None:
        """One beat of the console; `at` is monotonic."""
        if self._stale and not self._asking and at >= self._ask_at and not self._console.office.ready.code:
            self._stale, self._asking, self._ask_at = False, True, at + PAUSE
            now = self._now()
            self._console.office.ask(handovers_between(now - KNOWN, now + BACK), self._heard, self._cannot)
        elif at >= self._look_at:
            self._look(at)

    def _heard(self, known: tuple[Handover, ...]) -> None:
        self._asking, self.known = False, known
        self._look(time.monotonic())

    def _look(self, at: float) -> None:
        self._look_at = at + LOOK_EVERY
        now = self._now()
        signed = [one for one in self.known if one.stage is not Stage.DRAFT]
        self.places = frozenset(one.place for one in signed)
        here = [one for one in self.known if one.place in self.places]
        calendars = {place: found for place in self.places if (found := self._handovers.calendar(place)) is not None}
        self.missed = tuple(one for one in listed(here, calendars, now - BACK, now, now) if one.missed)
        self.handed = tuple(one for one in signed if one.stage is Stage.HANDED)
        for place in calendars:
            self._fill(place, now)

    def _fill(self, place: str, now: datetime) -> None:
        """Keep what the floor knows of a shift that ends at once."""
        shift = self._handovers.running(place)
        if shift is None or shift.id in self._filled or (shift.ends - now).total_seconds() > BEFORE_END:
            return
        self._filled.add(shift.id)
        self._handovers.content(shift, self._keep, lambda refusal: self._not_filled(shift, refusal))

    def _keep(self, content: PrepareHandover) -> None:
        self._console.office.do(content, None, self._refused, CONSOLE)

    def _not_filled(self, shift: ShiftEnd, refusal: Refusal) -> None:
        self._filled.discard(shift.id)
        self._refused(refusal)

    def _refused(self, refusal: Refusal) -> None:
        log.info("A handover was not filled: %s %s", refusal.code, refusal.facts)

    def _cannot(self, refusal: Refusal) -> None:
        log.debug("Handovers cannot be read now: %s", refusal)
        self._asking, self._stale = False, True
        self._ask_at = time.monotonic() + AGAIN

    def _changed(self, event: RecordChanged) -> None:
        if event.kind == "handover":
            self._stale = True

    def _opened(self, event: RecordsReady) -> None:
        if not event.code:
            self._stale, self._ask_at = True, 0.0

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._console.now(), UTC)
