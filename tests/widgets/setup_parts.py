"""A console with two shifts and a night, its crew and the shipped categories, for the tabs of call setup."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from console.app.queries import callsetup as asked
from console.domain.andon import Category
from console.domain.desk import Kept
from console.domain.people import Grant, Role
from console.domain.roster import Absence, Duty
from console.domain.shifts import Break, Calendar, Pattern
from tests.widgets.call_parts import ADMIN, breathe, calling
from tests.widgets.people_parts import AREA, PeopleConsole, add

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC).timestamp()  # a Friday
WEEK = frozenset(range(7))
THREE = Calendar(
    "three",
    "UTC",
    (
        Pattern("Early", time(6), time(14), WEEK, (Break("Meal", time(10), time(10, 30)),)),
        Pattern("Late", time(14), time(22), WEEK, (Break("Meal", time(18), time(18, 30)),)),
        Pattern("Night", time(22), time(6), WEEK, (Break("Meal", time(2), time(2, 30)),)),
    ),
)


def setting_up(folder: Path) -> PeopleConsole:
    """The console with maintenance and quality added, the administrator signed in, on a Friday at noon."""
    console = calling(folder)
    console.time = NOON
    plant = replace(console.floor.plant, calendars={"": THREE, "three": THREE})
    console.floor.plant = plant
    console.plant_file = SimpleNamespace(plant=plant, problems=[])  # type: ignore[assignment]
    add(console, "Maintenance 7", "3007", Grant(Role.MAINTENANCE, AREA))
    add(console, "Quality 8", "3008", Grant(Role.QUALITY, AREA))
    console.sign_in(ADMIN)
    breathe(console)
    return console


def settle(console: PeopleConsole) -> None:
    """Let the records do what waits and the tab show it."""
    for _ in range(3):
        console.settle(1)
        QApplication.processEvents()


def shown(console: PeopleConsole, tab: Any) -> Any:
    """The tab, in front and read."""
    assert isinstance(tab, QWidget)
    tab.resize(1500, 900)
    tab.show()
    tab.activateWindow()
    settle(console)
    return tab


def categories_of(console: PeopleConsole) -> dict[str, Kept[Category]]:
    """The categories in the records, by name and area."""
    found: Any = console.answer(asked.categories)
    return {f"{kept.value.name}/{kept.value.area}".rstrip("/"): kept for kept in found}


def duties_of(console: PeopleConsole) -> list[Duty]:
    """The duties in the records."""
    found: Any = console.answer(asked.duties)
    return [kept.value for kept in found]


def absences_of(console: PeopleConsole) -> list[Absence]:
    """The absences in the records."""
    found: Any = console.answer(asked.absences)
    return [kept.value for kept in found]
