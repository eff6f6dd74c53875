"""A console with people, a trail to look at, and its guard; and the tool of somebody who alters it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from console.app.guard import Guard
from console.domain.commands.people import ChangePerson, SetSkill
from console.domain.people import Grant, Role
from tests.journeys.tampering import in_sqlite
from tests.widgets.people_parts import PeopleConsole, crew, operations, person_id
from tests.widgets.shell_parts import dressed


class TrailConsole(PeopleConsole):
    """The console of the people's tests with a guard; `sql` is the stranger's tool."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.guard = Guard(self.office, self.bus, self.mailbox, folder, self.now)
        self.guard.soon = 3600.0
        self.sql = in_sqlite(self.office.path)

    def verify(self) -> None:
        """Verify and wait for what comes of it."""
        self.guard.verify()
        self.until(lambda: self.guard.settled())
        self.settle()

    def until(self, true: Callable[[], object], timeout: float = 10.0) -> None:
        """Beat until it is true."""
        end = time.monotonic() + timeout
        while not true():
            assert time.monotonic() < end, "it does not come"
            self.settle(1)

    def close(self) -> None:
        """End both."""
        self.guard.close()
        self.office.close()


def trail_console(folder: Path, lines: int = 0) -> TrailConsole:
    """A console where some things were done; at least so many lines."""
    dressed()
    console = TrailConsole(folder)
    console.settle()
    crew(console)
    welding, *_ = operations(console, "Robot welding", "Leak test", place="L1", needed=2)
    operator, leader = person_id("Operator 14"), person_id("Team leader 3")
    admin = person_id("Admin 1")
    console.do(SetSkill(operator, welding, 1), SetSkill(operator, welding, 3), who=admin)
    for name in ("Operator 14 B", "Operator 14"):
        console.do(ChangePerson(operator, name, "2014", (Grant(Role.OPERATOR, ("plant2",)),)), who=admin)
    many = [ChangePerson(leader, f"Team leader {number}", "1003") for number in range(max(0, lines - 16))]
    if many:
        console.do(*many)
    return console
