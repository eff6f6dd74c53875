"""A console with real records, a real session and a small plant, for the tests of the screens about people."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from console.app.bus import Bus
from console.app.mailbox import Mailbox
from console.app.office import RecordOffice
from console.app.pins import hashed
from console.app.places import ways
from console.app.session import Session
from console.domain.commands import CONSOLE, Command
from console.domain.commands.people import AddOperation, AddPerson, SetPin
from console.domain.errors import Refusal
from console.domain.ids import derived_id
from console.domain.people import Grant, Role
from tests.widgets.shell_parts import ShellConsole, dressed
from widgets.people.signing import Signing
from widgets.shell.memory import Memory
from widgets.shell.pages import Page
from widgets.shell.window import MainWindow

PIN = "2580"
KEPT = hashed(PIN, b"sixteen bytes ok")  # the same for everybody: making one is slow on purpose
AREA = ("plant2", "assembly")


class PeopleConsole(ShellConsole):
    """What the shell's tests use, with an office and a session; the clock stands still."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.mailbox, self.bus = Mailbox(), Bus()
        self.office = RecordOffice(folder, "console-1", self.mailbox, self.bus, self.now)
        self.office.authority.ways = ways(self.plant_file.plant)
        self.session = Session(self.office, self.bus, self.now)
        self.office.start()

    def on(self, kind: type, handler: Callable[[object], None]) -> Callable[[], None]:
        return self.bus.on(kind, handler)

    def settle(self, rounds: int = 3) -> None:
        """Let the worker do everything that waits, and the screens what comes of it."""
        for _ in range(rounds):
            done: list[int] = []
            self.office.hand(lambda done=done: done.append(1))
            end = time.monotonic() + 10
            while not done and time.monotonic() < end:
                time.sleep(0.001)
            self.mailbox.run_errands()
            QApplication.processEvents()

    def do(self, *commands: Command, who: str = CONSOLE) -> list[Refusal]:
        """Give commands and wait; the refusals."""
        refused: list[Refusal] = []
        for command in commands:
            self.office.do(command, refused=refused.append, who=who)
        self.settle()
        return refused

    def answer(self, query: Callable) -> object:
        """What a query says now."""
        found: list[object] = []
        self.office.ask(query, found.append)
        self.settle(1)
        return found[0]

    def sign_in(self, person: str) -> None:
        """Let somebody in who has the usual PIN."""
        self.session.sign_in(person, PIN)
        self.settle()
        assert self.session.person is not None
        assert self.session.person.id == person


def person_id(name: str) -> str:
    """The id of somebody of the crew."""
    return derived_id("crew", name)


def added(name: str, number: str, *grants: Grant, pin: bool = True) -> list[Command]:
    """What makes somebody new, with the usual PIN."""
    who = person_id(name)
    return [AddPerson(who, name, number, grants), *([SetPin(who, KEPT)] if pin else [])]


def add(console: PeopleConsole, name: str, number: str, *grants: Grant, pin: bool = True) -> str:
    """Somebody new, with the usual PIN; their id."""
    assert console.do(*added(name, number, *grants, pin=pin)) == []
    return person_id(name)


def crew(console: PeopleConsole) -> None:
    """An administrator, a supervisor of one area, operators, a planner, somebody without a PIN."""
    commands = [
        *added("Admin 1", "1001", Grant(Role.ADMINISTRATOR)),
        *added("Supervisor 2", "1002", Grant(Role.SUPERVISOR, AREA)),
        *added("Team leader 3", "1003", Grant(Role.TEAM_LEADER, (*AREA, "L1")), Grant(Role.OPERATOR, AREA)),
        *added("Operator 14", "2014", Grant(Role.OPERATOR, AREA)),
        *added("Operator 21", "2021", Grant(Role.OPERATOR, AREA), pin=False),
        *added("Planner 5", "1005", Grant(Role.PLANNER)),
    ]
    assert console.do(*commands) == []


def operations(console: PeopleConsole, *names: str, place: str = "", needed: int = 0) -> list[str]:
    """New operations; their ids."""
    made = {name: derived_id("operation", name) for name in names}
    commands = [AddOperation(id, name, place, needed, order) for order, (name, id) in enumerate(made.items())]
    assert console.do(*commands) == []
    return list(made.values())


def make_console(folder: Path, people: bool = True) -> PeopleConsole:
    """A console in this folder, with the crew or with nobody."""
    dressed()
    console = PeopleConsole(folder)
    console.settle()
    if people:
        crew(console)
    console.settle()
    return console


def show(console: PeopleConsole, make: Callable[[PeopleConsole], QWidget], key: str = "people") -> MainWindow:
    """A shown main window with one page and the sign-in."""
    page = Page(key, lambda: "People", "users", lambda: make(console))
    window = MainWindow(console, [page], None, Memory(console.data_folder))
    window.resize(1600, 900)
    Signing(console, window)
    window.show()
    console.settle()
    return window


def today(console: PeopleConsole) -> datetime:
    """The console's day."""
    return datetime.fromtimestamp(console.now(), UTC)
