"""Rounds of a running console: checklists, what is planned, begun, missed and found. Main thread, never waits.

All of it is read from the records again whenever something of it changes; nothing is kept here. What a plan asks for is
computed beside the reading, on its thread; only the clock moves what is known here on.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from console.app.patrolling import Patrolling
from console.app.queries.rounds import (
    FindingShown,
    TemplateShown,
    open_findings,
    open_runs,
    open_tags,
    rounds_known,
    templates,
)
from console.app.roundnotices import RoundNotices
from console.domain.audit_plans import AHEAD, AuditPlan, Decided, Decision, Round, Stand, Standing, rounds, standings
from console.domain.checklists import Going, Run, round_run_id
from console.domain.checklists_shipped import shipped_templates
from console.domain.commands import CONSOLE
from console.domain.commands.checklists import BeginChecklists, BeginRun
from console.domain.desk import ReadDesk
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady, RoundsChanged
from console.domain.findings import RedTag

if TYPE_CHECKING:
    from console.app.console import Console

log = logging.getLogger(__name__)
BACK = timedelta(days=30)  # of planned rounds that are known, beside those that are AHEAD
MOVED_BACK = timedelta(days=366)  # how old a round may be that was moved to a day that is known
LOOK_EVERY = 1.0  # seconds between two looks at the clock
PAUSE = 0.5  # seconds between two readings of the records
AGAIN = 5.0  # seconds after which is asked or given again what did not come through
KINDS = frozenset(
    {
        "checklist_template", "checklist_run", "patrol_route", "audit_plan", "audit_decision", "finding", "red_tag",
        "action", "person",
    }
)  # fmt: skip
WAITING = frozenset({Stand.OVERDUE, Stand.MISSED})


@dataclass(frozen=True, slots=True)
class Told:
    """What the records say at one moment."""

    templates: tuple[TemplateShown, ...] = ()
    plans: tuple[AuditPlan, ...] = ()
    runs: tuple[Run, ...] = ()  # of plans, of the last 30 days
    decisions: tuple[Decision, ...] = ()
    open_runs: tuple[Run, ...] = ()
    findings: tuple[FindingShown, ...] = ()  # that are not closed
    tags: tuple[RedTag, ...] = ()  # that nobody decided about


@dataclass(frozen=True, slots=True)
class Looked:
    """What was read, and what follows from it at that time."""

    told: Told
    asked: tuple[Round, ...]
    standings: tuple[Standing, ...]
    day: date
    changed: bool  # it differs from what was known before


class Rounds:
    """One for each console. `known`: whether the records have told; `standings` of 30 days back to 14 ahead.

    `patrols` calls for points that are missed, `notices` says whose round is due; `chinese`: what calls are written in.
    """

    def __init__(self, console: Console, chinese: bool = False, missed_category: str = "") -> None:
        self.known = False
        self.told = Told()
        self.standings: tuple[Standing, ...] = ()
        self.patrols = Patrolling(console, chinese, missed_category)
        self.notices = RoundNotices(console, self)
        self._console = console
        self._asked: tuple[Round, ...] = ()
        self._begun = self._stale = self._asking = self._shipping = self._turned = False
        self._look_at = self._ask_at = 0.0
        self._day: date | None = None  # for which the rounds were computed
        self._looked: datetime | None = None  # when it was found how they stand
        self._turns: datetime | None = None  # when the clock changes how one of them stands
        console.on(RecordChanged, self._changed)
        console.on(RecordsReady, self._opened)

    @property
    def waiting(self) -> int:
        """How many planned rounds are over time and want a decision, or to be made."""
        return sum(one.stand in WAITING for one in self.standings)

    def template(self, id: str) -> TemplateShown | None:
        """One of the checklists."""
        return next((one for one in self.told.templates if one.template.id == id), None)

    def beginning(self, one: Standing) -> BeginRun:
        """What begins a planned round: the same run here and at every other console."""
        asked = one.round
        here = (run for run in self.told.runs if (run.plan, run.place) == (asked.id, asked.place))
        run = round_run_id(asked.id, asked.place, sum(run.going is Going.DROPPED for run in here))
        known = self.template(asked.template)
        number = known.template.published if known is not None else 0
        return BeginRun(run, asked.template, asked.place, one.due, asked.id, number)

    # Life

    def start(self) -> None:
        """Begin when the records are opened."""
        self._begun = self._stale = True
        self.patrols.start()
        self.notices.start()

    def beat(self, at: float) -> None:
        """One beat of the console; `at` is monotonic."""
        if not self._begun:
            return
        if self._stale and not self._asking and at >= self._ask_at:
            self._read(at)
        elif self.known and at >= self._look_at:
            self._look_at = at + LOOK_EVERY
            self._look()
        self.patrols.beat(at)

    def close(self) -> None:
        """Nothing more is asked."""
        self._begun = False
        self.patrols.close()

    # Reading

    def _read(self, at: float) -> None:
        self._stale, self._asking, self._ask_at = False, True, at + PAUSE
        self._console.office.ask(_looking(self._now(), self.told, self.standings), self._heard, self._cannot)

    def _heard(self, found: Looked) -> None:
        self._asking, first, turned = False, not self.known, self._turned
        self.told, self.standings, self._asked, self._day = found.told, found.standings, found.asked, found.day
        self.known, self._turned = True, False
        self._look_again(self._now())
        self._ship()
        if first or found.changed or turned:
            self._console.bus.publish(RoundsChanged())

    def _look(self) -> None:
        """What became of each planned round by now, where the clock alone changed that."""
        now = self._now()
        if now.date() != self._day:
            self._stale = True  # other days are known from now on
        over = self._turns is not None and now >= self._turns
        back = self._looked is not None and now < self._looked
        if over or back:
            before = self.standings
            self.standings = stand(self._asked, self.told, now) if back else gone_on(before, self.told, now)
            self._look_again(now)
            self._turned = self._asking  # what is being read is held against what was known before
            if before != self.standings:
                self._console.bus.publish(RoundsChanged())
        self.notices.look(now)

    def _look_again(self, now: datetime) -> None:
        self._looked, self._turns = now, next_turn(self.standings)

    def _ship(self) -> None:
        """Make the shipped checklists where some are not there: what the plant retired is there."""
        known = {one.template.id for one in self.told.templates}
        if not self._shipping and self._begun and any(one.id not in known for one in shipped_templates()):
            self._shipping = True
            self._console.office.do(BeginChecklists(), self._shipped, self._not_shipped, CONSOLE)

    def _shipped(self, _: object) -> None:
        """What it made is heard of as any other change."""

    def _not_shipped(self, refusal: Refusal) -> None:
        log.info("The shipped checklists were refused: %s %s", refusal.code, refusal.facts)
        self._shipping = False
        self._later()

    def _cannot(self, refusal: Refusal) -> None:
        log.debug("Rounds cannot be read now: %s", refusal)
        self._asking = False
        self._later()

    def _later(self) -> None:
        self._stale, self._ask_at = True, time.monotonic() + AGAIN

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in KINDS:
            self._stale = True

    def _opened(self, event: RecordsReady) -> None:
        if not event.code:
            self._stale, self._ask_at, self._shipping = True, 0.0, False

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._console.now(), UTC)


def asked_for(plans: Iterable[AuditPlan], decisions: Iterable[Decision], now: datetime) -> tuple[Round, ...]:
    """What the plans ask for from 30 days ago to 14 ahead, and older rounds that were moved into that time."""
    moved: dict[str, set[str]] = {}
    for one in decisions:
        if one.what is Decided.MOVED and one.due is not None and one.due >= now - BACK:
            moved.setdefault(one.plan, set()).add(one.id)
    found: list[Round] = []
    begin, end = (now - BACK).date(), (now + AHEAD).date()
    for plan in plans:
        found += rounds(plan, begin, end)
        if plan.id in moved:
            older = rounds(plan, (now - MOVED_BACK).date(), begin - timedelta(days=1))
            found += [one for one in older if one.id in moved[plan.id]]
    return tuple(found)


def stand(asked: Iterable[Round], told: Told, now: datetime) -> tuple[Standing, ...]:
    """How rounds stand, in the order in which they are due."""
    found = standings(asked, told.runs, told.decisions, now)
    return tuple(sorted(found, key=lambda one: (one.due, one.round.place, one.round.id)))


def next_turn(found: Iterable[Standing]) -> datetime | None:
    """When the clock alone makes one of them stand otherwise; None where it does not. A moment after, it is so."""
    turns = [turn for one in found if (turn := _turn(one)) is not None]
    return min(turns) + timedelta(microseconds=1) if turns else None


def gone_on(found: tuple[Standing, ...], told: Told, now: datetime) -> tuple[Standing, ...]:
    """The same at a later time: only those are looked at anew that the clock has changed."""
    over = [one.round for one in found if (turn := _turn(one)) is not None and turn < now]
    anew = {one.round.id: one for one in standings(over, told.runs, told.decisions, now)}
    return tuple(anew.get(one.round.id, one) for one in found)


def _turn(one: Standing) -> datetime | None:
    """Until when it stands so; None: for ever, if nobody does anything."""
    if one.stand in (Stand.AHEAD, Stand.OPEN):
        return one.due
    return one.due + (one.round.missed_at - one.round.due) if one.stand is Stand.OVERDUE else None


def _looking(now: datetime, before: Told, stood: tuple[Standing, ...]) -> Callable[[ReadDesk], Looked]:
    def read(desk: ReadDesk) -> Looked:
        begun = now - BACK - AHEAD - timedelta(days=1)  # a round may be made as long before it is due as it is shown
        plans, runs, decisions = rounds_known(begun)(desk)
        findings = open_findings()(desk)
        told = Told(templates(desk), plans, runs, decisions, open_runs(desk), findings, open_tags(desk))
        asked = asked_for(plans, decisions, now)
        found = stand(asked, told, now)
        return Looked(told, asked, found, now.date(), (told, found) != (before, stood))

    return read
