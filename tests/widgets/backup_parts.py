"""A real console with records, a session and backups, and its page of backups."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from console.app.backups import BackupPlan, Backups
from console.app.console import Console
from console.app.pins import hashed
from console.domain.backups import Doing
from console.domain.commands import CONSOLE
from console.domain.commands.people import AddPerson, BeginPlant, SetPin
from console.domain.ids import new_id
from console.domain.people import Grant, Person, Role
from tests.widgets.shell_parts import dressed
from widgets.backups.page import BackupsPage

PIN = "2580"
KEPT = hashed(PIN, b"sixteen bytes ok")


class BackupScreen:
    """The console, its page, and a heartbeat that the test beats."""

    def __init__(self, folder: Path, begun: bool = True) -> None:
        dressed()
        folder.mkdir(parents=True, exist_ok=True)
        self.console = Console(folder)
        self.console.office.start()
        plan = BackupPlan(self.console.office.folder / "backups")
        console = self.console
        console.backups = Backups(console.office, console.bus, console.mailbox, console.now, plan)
        self.backups = console.backups
        self.until(lambda: not console.office.ready.code and console.session.anybody is not None)
        self.boss = ""
        if begun:
            self.boss = new_id()
            console.office.do(BeginPlant(self.boss, "Administrator 1", "A-1", KEPT), who=self.boss)
            self.until(lambda: console.session.anybody)
        self.page = BackupsPage(console)
        self.page.resize(1500, 900)
        self.page.show()
        self.beat()

    def beat(self) -> None:
        """One heartbeat."""
        self.console.tick()
        self.page.beat(self.console.now()) if hasattr(self, "page") else None
        QApplication.processEvents()

    def until(self, told: Callable[[], object], timeout: float = 15.0) -> None:
        """Beat until something is true."""
        end = time.monotonic() + timeout
        while not told():
            assert time.monotonic() < end, "it did not happen"
            self.beat()
            time.sleep(0.003)

    def idle(self) -> None:
        """Until nothing runs any more."""
        self.beat()
        self.until(lambda: self.backups.state.doing is Doing.NOTHING and not self.backups.replacing.under_way)
        self.names()

    def person(self, name: str, role: Role = Role.OPERATOR) -> str:
        """One more person, with the usual PIN."""
        id, done = new_id(), []
        self.console.office.do(AddPerson(id, name, "", (Grant(role),)), who=CONSOLE)
        self.console.office.do(SetPin(id, KEPT), done.append, who=CONSOLE)
        self.until(lambda: done)
        return id

    def sign_in(self, person: str, pin: str = PIN) -> None:
        """As at the sign-in panel."""
        self.console.session.sign_in(person, pin)
        self.until(lambda: self.console.session.person is not None and self.console.session.person.id == person)

    def names(self) -> set[str]:
        """Everybody in the records."""
        found: list[list[Person]] = []
        self.console.office.ask(lambda desk: desk.find(Person), found.append)
        self.until(lambda: found)
        return {person.name for person in found[0]}

    def close(self) -> None:
        """End."""
        self.page.close()
        self.backups.close()
        self.console.close()
