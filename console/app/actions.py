"""Actions of a running console: what is due, reminders, what happened again, reviews that are wanted. Main thread.

All of it is found again from the records, so that a restart loses nothing; each is told once because what it writes has
an id derived from what it is.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo
from functools import partial
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from console.app.queries.actions import open_actions, seen_again, wanted_reviews
from console.domain.actions import Action, days_left
from console.domain.commands import CONSOLE, Command
from console.domain.commands.actions import RemindOfAction
from console.domain.desk import ReadDesk
from console.domain.errors import Refusal
from console.domain.events import ActionsChanged, CallsChanged, RecordChanged, RecordsReady
from console.domain.reminders import reminded_people, reminders
from console.domain.reviews import Review
from console.domain.shifts import Calendar

if TYPE_CHECKING:
    from console.app.console import Console

log = logging.getLogger(__name__)
LOOK_EVERY = 20.0  # seconds between two looks at what is due
AGAIN = 5.0  # seconds after which is asked or given again what did not come through
KINDS = frozenset({"action", "review"})


class Actions:
    """One for each console. `known`: whether the records have told what is open."""

    def __init__(self, console: Console) -> None:
        self.open: tuple[Action, ...] = ()
        self.reviews_wanted = 0
        self.known = False
        self._console = console
        self._begun = False
        self._stale = self._asking = False
        self._calls: set[str] | None = set()  # calls that changed since it was looked which want a review; None: all
        self._given: dict[tuple[object, ...], float] = {}  # what is on its way, since when
        self._look_at = self._ask_at = 0.0
        console.on(RecordChanged, self._changed)
        console.on(RecordsReady, self._opened)
        console.on(CallsChanged, lambda _: self._soon())  # the roster may be another

    # What screens ask

    @property
    def due(self) -> int:
        """How many are overdue, or due today: of whoever is signed in, else of everybody."""
        person = self._console.session.person
        now = self._now()
        mine = (action for action in self.open if person is None or action.owner == person.id)
        left = (days_left(action, now, self.zone(action.place)) for action in mine)
        return sum(days is not None and days <= 0 for days in left)

    def calendar(self, place: str) -> Calendar:
        """That of the place's line, else one that knows the plant's clock only."""
        calls = self._console.calls
        found = calls.dispatch.calendar(place) if calls is not None else None
        return found or Calendar("", self._console.floor.plant.timezone or "UTC")

    def zone(self, place: str) -> tzinfo:
        """The clock that days are counted by."""
        return ZoneInfo(self.calendar(place).timezone)

    # Life

    def start(self) -> None:
        """Begin when the records are opened."""
        self._begun = self._stale = True
        self._calls = None

    def beat(self, at: float) -> None:
        """One beat of the console; `at` is monotonic."""
        if not self._begun:
            return
        if self._stale and not self._asking and at >= self._ask_at:
            self._read()
        elif self.known and not self._stale and at >= self._look_at:
            self._look_at = at + LOOK_EVERY
            self._look()

    def close(self) -> None:
        """Nothing more is given."""
        self._begun = False

    # Reading

    def _read(self) -> None:
        self._stale, self._asking = False, True

        def read(desk: ReadDesk) -> tuple[tuple[Action, ...], int]:
            return open_actions(desk), desk.count(Review, done=None)

        self._console.office.ask(read, self._heard, self._cannot)

    def _heard(self, told: tuple[tuple[Action, ...], int]) -> None:
        self._asking, first = False, not self.known
        changed = told != (self.open, self.reviews_wanted)
        self.known = True
        self.open, self.reviews_wanted = told
        self._look_at = 0.0
        if first or changed:
            self._console.bus.publish(ActionsChanged())

    def _cannot(self, refusal: Refusal) -> None:
        log.debug("Actions cannot be read now: %s", refusal)
        self._asking, self._stale = False, True
        self._ask_at = time.monotonic() + AGAIN

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in KINDS:
            self._stale = True
        elif event.kind == "andon_call":
            if self._calls is not None:
                self._calls.add(event.id)
            self._soon()

    def _opened(self, event: RecordsReady) -> None:
        if not event.code:
            self._stale, self._calls, self._ask_at = True, None, 0.0

    def _soon(self) -> None:
        self._look_at = 0.0

    # What the console does in its own name

    def _look(self) -> None:
        now = self._now()
        self._remind(now)
        if any(action.verified is not None and action.source for action in self.open):
            self._console.office.ask(seen_again, self._give_all, self._pass_by)
        if self._calls is None or self._calls:
            calls, self._calls = self._calls, set()
            query = wanted_reviews(calls, now)
            self._console.office.ask(query, self._give_all, partial(self._not_looked, calls))

    def _remind(self, now: datetime) -> None:
        """Nobody can be told before the roster is known; CallsChanged tells when it is."""
        calls = self._console.calls
        if calls is None or not calls.known:
            return
        known = calls.dispatch
        for action in self.open:
            for due in reminders(action, now, self.calendar(action.place)):
                people = reminded_people(due, action, known.roster, known.way(action.place), known.setup.people)
                self._give(RemindOfAction(action.id, action.place, due.level, due.day, people), due.level, due.day)

    def _give_all(self, commands: Iterable[Command]) -> None:
        for command in commands:
            self._give(command)

    def _give(self, command: Any, *single: object) -> None:
        key, at = (command.name, command.id, *single), time.monotonic()
        self._given = {known: since for known, since in self._given.items() if since > at - AGAIN}
        if self._begun and key not in self._given:
            self._given[key] = at
            self._console.office.do(command, self._done, partial(self._refused, command), CONSOLE)

    def _done(self, _: object) -> None:
        """What it changed is heard of as any other change."""

    def _refused(self, command: Command, refusal: Refusal) -> None:
        log.info("%s was refused: %s %s", command.name, refusal.code, refusal.facts)
        self._stale = True

    def _not_looked(self, calls: set[str] | None, refusal: Refusal) -> None:
        self._calls = None if calls is None or self._calls is None else self._calls | calls
        self._pass_by(refusal)

    def _pass_by(self, refusal: Refusal) -> None:
        log.debug("Not looked at now: %s", refusal)

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._console.now(), UTC)
