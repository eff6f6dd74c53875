"""A whole console for the tests of findings: people, checklists, a begun round, its window; the clock stands still."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.app.console import Console
from console.app.furnishing import furnish
from console.app.pins import hashed
from console.app.settings import load_settings
from console.demo.plant_text import plant_text
from console.domain.checklists import Version, version_id
from console.domain.commands import CONSOLE, Command
from console.domain.commands.actions import MakeAction
from console.domain.commands.audits import AddFinding, TagThing
from console.domain.commands.checklists import BeginRun
from console.domain.commands.people import AddPerson, SetPin
from console.domain.desk import ReadDesk
from console.domain.errors import Refusal
from console.domain.ids import derived_id, new_id
from console.domain.people import Grant, Role
from console.telemetry.plantfile import load_plant
from tests.widgets.shell_parts import dressed
from widgets.people.signing import Signing
from widgets.shell.memory import Memory
from widgets.shell.pages import Page
from widgets.shell.window import MainWindow

START = datetime(2025, 3, 4, 8, 0, tzinfo=UTC).timestamp()
PIN, KEPT = "2580", hashed("2580", b"sixteen bytes ok")
LEADER, OPERATOR, VIEWER, QUALITY = (derived_id("crew", name) for name in ("leader", "operator", "viewer", "quality"))
PEOPLE = {
    LEADER: ("Team leader 3", "1003", Role.TEAM_LEADER),
    OPERATOR: ("Operator 14", "2014", Role.OPERATOR),
    VIEWER: ("Visitor 9", "9009", Role.VIEWER),
    QUALITY: ("Quality 6", "6006", Role.QUALITY),
}
TODAY = date(2025, 3, 4)


class Clock:
    """The time of the console; tests move it."""

    def __init__(self) -> None:
        self.at = START

    def now(self) -> float:
        """Seconds UTC."""
        return self.at


class Works:
    """The console and what tests do with it."""

    def __init__(self, folder: Path, watched: Path | None = None) -> None:
        self.clock = Clock()
        self.console = Console(folder, load_plant(plant_text(4, "UTC")), now=self.clock.now)
        chosen = {"attachments.watched_folder": str(watched)} if watched is not None else {}
        furnish(self.console, load_settings(folder, None, {}, chosen), shares=False)
        self.console.start_records()
        made: list[Command] = []
        for id, (name, number, role) in PEOPLE.items():
            made += [AddPerson(id, name, number, (Grant(role),)), SetPin(id, KEPT)]
        self.until(lambda: self.console.office.ready.code == "")
        assert self.do(*made) == []
        self.until(lambda: len(self.console.session.rights.people) == len(PEOPLE))
        assert self.console.rounds is not None
        self.until(lambda: self._beat() or self.console.rounds.told.templates)  # type: ignore[union-attr]
        plant = self.console.floor.plant
        self.area = next(iter(plant.areas())).id
        self.line = next(iter(plant.lines())).id
        self.window: MainWindow | None = None

    def _beat(self) -> None:
        if self.console.rounds is not None:
            self.console.rounds._ask_at = 0.0
            self.console.rounds.beat(time.monotonic())

    def show(self, *pages: tuple[str, Callable[[Console], QWidget]]) -> MainWindow:
        """A window with these pages."""
        dressed()
        made = [Page(key, key.title, "flag", lambda make=make: make(self.console)) for key, make in pages]
        self.window = MainWindow(self.console, made, None, Memory(self.console.data_folder))
        Signing(self.console, self.window)
        self.window.resize(1600, 950)
        self.window.show()
        self.window.activateWindow()
        self.settle()
        return self.window

    def settle(self, rounds: int = 3) -> None:
        """Let the records and the screens do what waits."""
        for _ in range(rounds):
            done: list[int] = []
            self.console.office.hand(lambda done=done: done.append(1))
            self.until(lambda done=done: done)
            QTest.qWait(20)
            self.console.mailbox.run_errands()
            QApplication.processEvents()

    def until(self, true: Callable[[], object], seconds: float = 15.0) -> None:
        """Run the main thread and the screen until it is so."""
        end = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < end, "it did not come"
            self.console.mailbox.run_errands()
            QApplication.processEvents()
            time.sleep(0.002)

    def do(self, *commands: Command, who: str = CONSOLE) -> list[Refusal]:
        """Give commands and wait; the refusals."""
        refused: list[Refusal] = []
        done: list[object] = []
        for command in commands:
            self.console.office.do(command, done.append, lambda why: (refused.append(why), done.append(why)), who)
        self.until(lambda: len(done) == len(commands))
        return refused

    def ask(self, query: Callable[[ReadDesk], Any]) -> Any:
        """What a query says now."""
        found: list[Any] = []
        self.console.office.ask(query, found.append, found.append)
        self.until(lambda: found)
        return found[0]

    def sign_in(self, person: str) -> None:
        """Let somebody in."""
        refused: list[Refusal] = []
        session = self.console.session
        if session.person is not None and session.person.id == person:
            return
        session.sign_in(person, PIN, None, refused.append)
        self.until(lambda: refused or (session.person is not None and session.person.id == person))
        assert refused == [], [(one.code, one.facts) for one in refused]

    def sign_out(self) -> None:
        """Let nobody be here."""
        self.console.session.sign_out()
        self.settle(1)

    # What is found

    def round(self, place: str = "", who: str = OPERATOR) -> tuple[str, str]:
        """A begun round of the first shipped checklist; its id and that of its first item."""
        assert self.console.rounds is not None
        template = self.console.rounds.told.templates[0].template
        run = new_id()
        assert self.do(BeginRun(run, template.id, place or self.area), who=who) == []
        version = self.ask(lambda desk: desk.need(Version, version_id(template.id, template.published)))
        return run, version.form.items[0].id

    def finding(self, text: str = "Aisle blocked", who: str = OPERATOR, place: str = "", **more: Any) -> str:
        """A finding; its id."""
        id = new_id()
        assert self.do(AddFinding(id, place or self.area, text, **more), who=who) == []
        return id

    def action(self, finding: str, owner: str = LEADER, days: int = 7, place: str = "") -> str:
        """An action of a finding; its id."""
        id = new_id()
        due = self.today + timedelta(days=days)
        made = MakeAction(id, place or self.area, "Clear it", owner, due, source="finding", record=finding)
        assert self.do(made, who=OPERATOR) == []
        return id

    def tag(self, thing: str = "Old fixture", days: int = 7, owner: str = LEADER, **more: Any) -> str:
        """A red tag; its id."""
        id = new_id()
        made = TagThing(id, self.area, thing, owner, self.today + timedelta(days=days), **more)
        assert self.do(made, who=OPERATOR) == []
        return id

    @property
    def today(self) -> date:
        """The day it is."""
        return datetime.fromtimestamp(self.clock.at, UTC).date()

    def later(self, days: float) -> None:
        """So many days pass."""
        self.clock.at += days * 86400.0

    def close(self) -> None:
        """End."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            QApplication.processEvents()
        self.console.close()
