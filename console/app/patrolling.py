"""Patrols of a running console: a point at which nobody was in time becomes a call, once. Main thread, never waits.

Everything is found again from the records, so that a restart forgets nothing; the call's id follows from run and point,
so that two consoles make one. A patrol that was planned and not begun at all is a round that is missed.
"""

from __future__ import annotations

import logging
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from console.app.queries.patrols import Patrol, missed_call, patrols
from console.domain.andon import Severity, Source
from console.domain.checklists import Going
from console.domain.commands import CONSOLE
from console.domain.commands.andon import ClearCall, RaiseCall
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady
from console.domain.patrols import Point, missed_at

if TYPE_CHECKING:
    from console.app.calls import Calls
    from console.app.console import Console

log = logging.getLogger(__name__)
KINDS = frozenset({"checklist_run", "check_in", "patrol_route", "andon_call"})
BACK = timedelta(days=1)  # of runs that ended: nobody may have looked at the time
LOOK_EVERY, PAUSE, AGAIN = 1.0, 0.5, 5.0  # seconds
CATEGORIES = ("safety", "quality")  # shipped ones that fit, the best first
WORDS = ("Nobody was there by {0}: {1} ({2})", "{0} 前无人到点：{1}（{2}）")  # English, Chinese: time, point, checklist


class Patrolling:
    """One for each console. `patrols`: runs with a route that are open or ended within a day; `known`: they were read.

    `category`: of the calls; "" = safety where the plant has it, else quality.
    """

    def __init__(self, console: Console, chinese: bool = False, category: str = "") -> None:
        self.patrols: tuple[Patrol, ...] = ()
        self.known = False
        self._console, self._chinese, self._category = console, chinese, category
        self._begun = self._stale = self._asking = False
        self._ask_at = self._look_at = 0.0
        self._given: set[tuple[str, bool]] = set()  # calls that were raised, or cleared (True), since it began
        console.on(RecordChanged, self._changed)
        console.on(RecordsReady, self._opened)

    # What screens ask

    def patrol(self, run: str) -> Patrol | None:
        """A patrol by the id of its run."""
        return next((one for one in self.patrols if one.run.id == run), None)

    def walked_by(self, person: str) -> tuple[Patrol, ...]:
        """The open patrols that somebody began, the last one first."""
        mine = (one for one in self.patrols if one.run.going is Going.OPEN and one.run.begun_by == person)
        return tuple(sorted(mine, key=lambda one: one.run.begun, reverse=True))

    # Life

    def start(self) -> None:
        """Begin when the records are opened."""
        self._begun = self._stale = True

    def beat(self, at: float) -> None:
        """One beat of the console; `at` is monotonic."""
        if not self._begun:
            return
        if self._stale and not self._asking and at >= self._ask_at:
            self._stale, self._asking, self._ask_at = False, True, at + PAUSE
            self._console.office.ask(patrols(self._now() - BACK), self._heard, self._cannot)
        elif self.known and not self._asking and at >= self._look_at:
            self._look_at = at + LOOK_EVERY
            self._look()

    def close(self) -> None:
        """Nothing more is asked or called."""
        self._begun = False

    def _heard(self, found: tuple[Patrol, ...]) -> None:
        self._asking, self.known, self.patrols = False, True, found
        self._look_at = 0.0

    def _cannot(self, refusal: Refusal) -> None:
        log.debug("Patrols cannot be read now: %s", refusal)
        self._asking, self._stale = False, True
        self._ask_at = time.monotonic() + AGAIN

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in KINDS and (event.kind != "andon_call" or self.patrols):
            self._stale = True

    def _opened(self, event: RecordsReady) -> None:
        if not event.code:
            self._stale, self._ask_at = True, 0.0
            self._given.clear()

    # What the console does in its own name

    def _look(self) -> None:
        calls = self._console.calls
        if calls is None or not calls.known or not calls.dispatch.setup.categories:
            return
        now = self._now()
        for patrol in self.patrols:
            for point in patrol.unseen(now):
                if point.section not in patrol.called:
                    self._raise(calls, patrol, point)
            for section, call in patrol.called.items():
                if section in patrol.visited and call.open and call.cleared is None:
                    seen = next(one.at for one in patrol.been if one.section == section)
                    self._give(calls, call.id, ClearCall(call.place, call.category, call.about, max(seen, call.raised)))

    def _raise(self, calls: Calls, patrol: Patrol, point: Point) -> None:
        id, by = missed_call(patrol.run.id, point.section), missed_at(patrol.run, point)
        zone = ZoneInfo(self._console.floor.plant.timezone or "UTC")
        called = patrol.sections.get(point.section)
        names = (called.said(self._chinese) if called else point.section, patrol.name.said(self._chinese))
        text = WORDS[self._chinese].format(by.astimezone(zone).strftime("%H:%M"), *names)
        category = self._category_of(calls)
        command = RaiseCall(point.place, category, text, Severity.MAJOR, Source.RULE, "missed_point", id, by, call=id)
        self._give(calls, id, command)

    def _give(self, calls: Calls, id: str, command: RaiseCall | ClearCall) -> None:
        given = (id, isinstance(command, ClearCall))
        if given not in self._given:
            self._given.add(given)
            calls.give(command, CONSOLE)

    def _category_of(self, calls: Calls) -> str:
        """What a setting says, else the shipped one that fits; a plant without either has at least one of its own."""
        known = {one.id: one.active for one in calls.dispatch.setup.categories}
        fitting = [id for id in (self._category, *CATEGORIES, *known) if known.get(id)]
        return fitting[0] if fitting else next(iter(known))

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._console.now(), UTC)
