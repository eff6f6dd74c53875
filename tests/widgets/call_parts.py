"""A console that keeps calls: real records, the real list of open calls, the crew, the shipped categories."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from console.app.calls import Calls
from console.app.queries.andon import CallFile, call_file
from console.domain.andon import Call
from console.domain.commands.andon import RaiseCall
from console.domain.ids import new_id
from console.domain.people import Grant, Role
from tests.widgets.people_parts import AREA, PeopleConsole, add, make_console, person_id
from tests.widgets.shell_parts import plant_of
from widgets.calls.raising import Raising
from widgets.people.signing import Signing
from widgets.shell.memory import Memory
from widgets.shell.pages import Page
from widgets.shell.window import MainWindow

STATION, OTHER = "L1/20", "L2/10"
LEADER, OPERATOR = person_id("Team leader 3"), person_id("Operator 14")
ADMIN, SUPERVISOR = person_id("Admin 1"), person_id("Supervisor 2")


class Hour:
    """Something to move the clock of a console with."""

    def __init__(self, console: PeopleConsole) -> None:
        self._console = console

    def on(self, seconds: float) -> None:
        """So many seconds pass."""
        self._console.time += seconds


def calling(folder: Path) -> PeopleConsole:
    """A console with the crew that keeps calls from the shipped categories."""
    console = make_console(folder)
    plant = plant_of(console.floor)
    console.floor.plant, console.floor.hearings, console.floor.feeds = plant, {}, {}  # type: ignore[attr-defined]
    console.plant_file = SimpleNamespace(plant=plant, problems=[])  # type: ignore[assignment]
    console.calls = Calls(console)  # type: ignore[attr-defined, arg-type]
    console.calls.start()
    breathe(console)
    assert console.calls.known
    return console


def breathe(console: PeopleConsole, rounds: int = 4) -> None:
    """Let the records do what waits, the list of calls be read, and the screens take it."""
    for _ in range(rounds):
        console.calls._ask_at = 0.0  # type: ignore[attr-defined]
        console.calls.beat((), console.now())  # type: ignore[attr-defined]
        console.settle(2)


def raised(console: PeopleConsole, place: str = STATION, category: str = "machine", **more: Any) -> Call:
    """A call that the operator raised just now; it is told to nobody yet."""
    text, who = more.pop("text", "Wire feed jams"), more.pop("who", OPERATOR)
    id = more.pop("call", new_id())
    assert console.do(RaiseCall(place, category, text, call=id, **more), who=who) == []
    breathe(console, 2)
    return next(one.call for one in console.calls.open if one.call.id == id)  # type: ignore[attr-defined]


def file_of(console: PeopleConsole, call: str) -> CallFile:
    """Everything about a call, as the records have it now."""
    found = console.answer(call_file(call))
    assert isinstance(found, CallFile)
    return found


def now_is(console: PeopleConsole, call: Call) -> Call:
    """A call as it is by now."""
    return file_of(console, call.id).shown.call


def maintainer(console: PeopleConsole) -> str:
    """Somebody of maintenance for the area."""
    return add(console, "Maintenance 7", "3007", Grant(Role.MAINTENANCE, AREA))


def shown(console: PeopleConsole, *made: tuple[str, Callable[[PeopleConsole], QWidget]]) -> MainWindow:
    """A shown main window with these pages, the sign-in and what raises calls."""
    pages = [Page(key, lambda key=key: key.title(), "siren", lambda make=make: make(console)) for key, make in made]
    window = MainWindow(console, pages, None, Memory(console.data_folder))
    window.resize(1600, 900)
    signing, raising = Signing(console, window), Raising(console, window)
    signing.takers.append(raising.scanned)
    window.show()
    window.activateWindow()
    breathe(console)
    QApplication.processEvents()
    return window
