"""Rounds of a running console: checklists, what is planned, begun, missed and found. Main thread, never waits.

All of it is read from the records again whenever something of it changes; nothing is kept here.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from console.app.queries.rounds import (
    FindingShown,
    TemplateShown,
    open_findings,
    open_runs,
    open_tags,
    rounds_known,
    templates,
)
from console.domain.audit_plans import AuditPlan, Decision, Round, Stand, Standing, rounds, standings
from console.domain.checklists import Run
from console.domain.commands import CONSOLE
from console.domain.commands.checklists import BeginChecklists
from console.domain.desk import ReadDesk
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady, RoundsChanged
from console.domain.findings import RedTag

if TYPE_CHECKING:
    from console.app.console import Console

log = logging.getLogger(__name__)
BACK, AHEAD = timedelta(days=30), timedelta(days=14)  # of planned rounds that are known
LOOK_EVERY = 20.0  # seconds between two looks at what is due
PAUSE = 0.5  # seconds between two readings of the records
AGAIN = 5.0  # seconds after which is asked again what did not come through
KINDS = frozenset(
    {
        "checklist_template", "checklist_run", "checklist_answer", "patrol_route", "check_in", "audit_plan",
        "audit_decision", "finding", "red_tag", "action",
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


class Rounds:
    """One for each console. `known`: whether the records have told. `standings`: planned rounds by due time."""

    def __init__(self, console: Console) -> None:
        self.told = Told()
        self.known = False
        self.standings: tuple[Standing, ...] = ()
        self._console = console
        self._begun = self._stale = self._asking = False
        self._look_at = self._ask_at = 0.0
        console.on(RecordChanged, self._changed)
        console.on(RecordsReady, self._opened)

    @property
    def waiting(self) -> int:
        """How many planned rounds are over time and want a decision, or to be made."""
        return sum(one.stand in WAITING for one in self.standings)

    def template(self, id: str) -> TemplateShown | None:
        """One of the checklists."""
        return next((one for one in self.told.templates if one.template.id == id), None)

    # Life

    def start(self) -> None:
        """Begin when the records are opened."""
        self._begun = self._stale = True
        self._console.office.do(BeginChecklists(), self._done, self._refused, CONSOLE)

    def beat(self, at: float) -> None:
        """One beat of the console; `at` is monotonic."""
        if not self._begun:
            return
        if self._stale and not self._asking and at >= self._ask_at:
            self._read(at)
        elif self.known and at >= self._look_at:
            self._look(at)

    def close(self) -> None:
        """Nothing more is asked."""
        self._begun = False

    # Reading

    def _read(self, at: float) -> None:
        self._stale, self._asking, self._ask_at = False, True, at + PAUSE
        since = self._now() - BACK - timedelta(days=1)

        def read(desk: ReadDesk) -> Told:
            plans, runs, decisions = rounds_known(since)(desk)
            found = open_findings()(desk)
            return Told(templates(desk), plans, runs, decisions, open_runs(desk), found, open_tags(desk))

        self._console.office.ask(read, self._heard, self._cannot)

    def _heard(self, told: Told) -> None:
        self._asking, first = False, not self.known
        changed = told != self.told
        self.told, self.known = told, True
        self._look(time.monotonic(), first or changed)

    def _look(self, at: float, changed: bool = False) -> None:
        """What became of each planned round by now."""
        self._look_at = at + LOOK_EVERY
        now = self._now()
        asked: list[Round] = []
        for plan in self.told.plans:
            asked += rounds(plan, (now - BACK).date(), (now + AHEAD).date())
        found = standings(asked, self.told.runs, self.told.decisions, now)
        before, self.standings = self.standings, tuple(sorted(found, key=lambda one: (one.due, one.round.id)))
        if changed or before != self.standings:
            self._console.bus.publish(RoundsChanged())

    def _cannot(self, refusal: Refusal) -> None:
        log.debug("Rounds cannot be read now: %s", refusal)
        self._asking, self._stale = False, True
        self._ask_at = time.monotonic() + AGAIN

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in KINDS:
            self._stale = True

    def _opened(self, event: RecordsReady) -> None:
        if not event.code:
            self._stale, self._ask_at = True, 0.0

    def _done(self, _: object) -> None:
        """What it made is heard of as any other change."""

    def _refused(self, refusal: Refusal) -> None:
        log.info("The shipped checklists were refused: %s %s", refusal.code, refusal.facts)

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._console.now(), UTC)
