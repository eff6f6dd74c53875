"""A console whose rounds live, on a clock of the test's own: plans, checklists, patrols."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from console.app.pins import hashed
from console.app.rounds import Rounds
from console.domain.audit_plans import AuditPlan, Rhythm, Stand, Standing
from console.domain.checklists import Form, Item, Purpose, Section, Words
from console.domain.commands import CONSOLE, Command
from console.domain.commands.audits import SetAuditPlan
from console.domain.commands.checklists import DraftChecklist, PublishChecklist, SetRoute
from console.domain.commands.people import AddPerson, SetPin
from console.domain.errors import Refusal
from console.domain.events import RoundsChanged, RoundsDue
from console.domain.patrols import Point
from console.domain.people import Grant, Role
from tests.app.calling import Clock, Works

PIN = "2580"
KEPT = hashed(PIN, b"sixteen bytes ok")
FORM = Form(
    (
        Section("gate", Words("Gate", "大门"), (Item("g", Words("Closed"), may_skip=False),)),
        Section("press", Words("Press", "压机"), (Item("p", Words("No oil")),)),
    )
)
ROUTE = (Point("gate", "L1/10", "P-GATE", 10), Point("press", "L1/20", "P-PRESS", 30))


class Walks(Works):
    """Rounds are driven by `live`; `waited`: how often the screens heard that something changed."""

    def __init__(self, folder: Path, clock: Clock | None = None) -> None:
        self.steady = time.monotonic()
        super().__init__(folder, clock)

    def begin(self) -> None:
        super().begin()
        self.rounds = Rounds(self.console)  # driven by hand
        self.console.serve(self.rounds)
        self.changes: list[RoundsChanged] = []
        self.due: list[RoundsDue] = []
        self.console.on(RoundsChanged, self.changes.append)
        self.console.on(RoundsDue, self.due.append)
        self.rounds.start()
        self.live()

    def live(self, seconds: float = 0.0) -> None:
        """Time passes, then the service does everything that waits."""
        self.clock.at += seconds
        for _ in range(4):
            self.steady += 10.0
            self.rounds._ask_at = self.rounds.patrols._ask_at = 0.0
            for _ in range(3):
                self.rounds.beat(self.steady)
            self.asked(lambda desk: None)
            self.until(lambda: not self.calls.saving)

    def asked(self, query: Any) -> Any:
        """The answer of the records."""
        box: list[Any] = []
        self.console.office.ask(query, box.append, box.append)
        self.until(lambda: box)
        return box[0]

    def do(self, command: Command, who: str = CONSOLE) -> Any:
        """What comes of a command: done or the refusal; the service hears of it."""
        box: list[Any] = []
        self.console.office.do(command, box.append, box.append, who=who)
        self.until(lambda: box)
        self.live()
        return box[0]

    def must(self, *commands: Command, who: str = CONSOLE) -> None:
        """Give commands that are not refused."""
        for command in commands:
            result = self.do(command, who)
            assert not isinstance(result, Refusal), (command, result.code, result.facts)

    def checklist(self, id: str = "t", route: tuple[Point, ...] = ROUTE) -> None:
        """A checklist that is published, with a route."""
        self.must(
            DraftChecklist(id, Words("Night patrol", "夜间巡检"), Purpose.PATROL, FORM), PublishChecklist(id, "", 1)
        )
        if route:
            self.must(SetRoute(id, route))

    def plan(self, id: str = "p", people: tuple[str, ...] = (), **more: Any) -> AuditPlan:
        """A plan of a round each day at 12:00 UTC from 21 Nov 2026 on, missed after two hours."""
        told: dict[str, Any] = {"rhythm": Rhythm.DAY, "grace": 2, "since": date(2026, 11, 21), **more}
        plan = AuditPlan(id, f"Plan {id}", "t", ("L1",), people, zone="UTC", **told)
        self.must(SetAuditPlan(plan))
        return plan

    def person(self, id: str, role: Role = Role.TEAM_LEADER) -> None:
        """Somebody of L1 with a PIN."""
        self.must(AddPerson(id, id.title(), "", (Grant(role, ("Suzhou", "Body", "L1")),)), SetPin(id, KEPT))

    def sign_in(self, id: str) -> None:
        """Let somebody in."""
        self.console.session.sign_in(id, PIN)
        self.until(lambda: self.console.session.person is not None and self.console.session.person.id == id)
        self.live()

    def today(self, plan: str = "p") -> Standing:
        """The round of 21 November."""
        return next(one for one in self.rounds.standings if one.round.plan == plan and one.round.due.day == 21)

    @property
    def stands(self) -> list[Stand]:
        """How the rounds stand, in the order in which they are due."""
        return [one.stand for one in self.rounds.standings]

    def at(self, minutes: float) -> datetime:
        """A time so many minutes from now."""
        return datetime.fromtimestamp(self.clock.at, UTC) + timedelta(minutes=minutes)
