"""A console with two lines in two shifts, two crews' worth of people and their roster, for the tests of crews."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from console.app.console import Console
from console.app.furnishing import furnish
from console.app.pins import badge_hash, hashed
from console.app.settings import load_settings
from console.domain.cells import Cell
from console.domain.commands import CONSOLE, Command
from console.domain.commands.handovers import SetCrew
from console.domain.commands.people import AddOperation, AddPerson, SetBadge, SetPin, SetSkill
from console.domain.commands.roster import SetDuty
from console.domain.crews import Crew
from console.domain.ids import derived_id
from console.domain.people import Grant, Role
from console.domain.roster import Duty
from console.telemetry.plantfile import load_plant

NOW = datetime(2026, 11, 20, 13, 40, tzinfo=UTC).timestamp()  # a Friday, twenty minutes before the late shift
PIN = "2580"
KEPT = hashed(PIN, b"sixteen bytes ok")
PLANT = """
[plant]
name = "Works"
timezone = "UTC"
calendar = "two"
[[calendars.two.shift]]
name = "Early"
start = "06:00"
end = "14:00"
[[calendars.two.shift]]
name = "Late"
start = "14:00"
end = "22:00"
[[line]]
id = "L1"
name = "Housing"
site = "Suzhou"
area = "Body"
takt = 60
expected_interval = 100000
station = [{id = "10", name = "10 Weld"}, {id = "20", name = "20 Press"}]
[[line]]
id = "L2"
name = "Bracket"
site = "Suzhou"
area = "Body"
takt = 60
expected_interval = 100000
station = [{id = "10", name = "10 Press"}]
[[source]]
topic = "w/10"
place = "L1/10"
signal = [{feeds = "good", path = "g"}]
"""
LINE = ("Suzhou", "Body", "L1")
EARLY = ("Early lead", "Early one", "Early two")
LATE = ("Late lead", "Late one", "Late two")


class Clock:
    at = NOW

    def __call__(self) -> float:
        return self.at


def who(name: str) -> str:
    """The id of somebody."""
    return derived_id("hand", name)


def crew_id(name: str) -> str:
    """The id of a crew."""
    return derived_id("crew", name)


def crewed(folder: Path, crews: bool = True) -> Console:
    """The console, with an administrator signed in."""
    (folder / "plant.toml").write_text(PLANT, encoding="utf-8")
    made = Console(folder, load_plant(folder / "plant.toml"), now=Clock())
    furnish(made, load_settings(folder, None, {}, {}), shares=False)
    made.start_records()
    box: list[object] = []
    made.session.begin("Admin", "1", PIN, box.append, box.append)
    wait(made, lambda: box)
    commands: list[Command] = []
    for number, name in enumerate((*EARLY, *LATE, "Spare"), 2):
        role = Role.TEAM_LEADER if "lead" in name else Role.OPERATOR
        commands.append(AddPerson(who(name), name, str(number), (Grant(role, LINE),)))
    commands += [SetPin(who("Late lead"), KEPT), SetBadge(who("Late one"), badge_hash("77123456"))]
    for names, shift in ((EARLY, "Early"), (LATE, "Late")):
        for name in names:
            role = Role.TEAM_LEADER if "lead" in name else Role.OPERATOR
            scope = LINE if "lead" in name else (*LINE, "L1/10")
            commands.append(SetDuty(Duty(derived_id("duty", name), who(name), role, scope, "two", shift)))
    weld, press = derived_id("operation", "weld"), derived_id("operation", "press")
    commands += [AddOperation(weld, "Weld", "L1/10"), AddOperation(press, "Press", "L1/20")]
    commands += [
        SetSkill(who("Late one"), weld, 3),
        SetSkill(who("Spare"), press, 4),
        SetSkill(who("Early one"), press, 3),
    ]
    if crews:
        for name, people in (("Early crew", EARLY), ("Late crew", LATE)):
            ids = [who(one) for one in people]
            commands.append(SetCrew(Crew(crew_id(name), name, ids[0], tuple(ids[1:]), ("L1",))))
    for command in commands:
        assert do(made, command, CONSOLE) is None, command
    wait(made, lambda: made.calls is not None and made.calls.known and len(made.session.rights.people) > 7)
    wait(made, lambda: made.calls is not None and len(made.calls.dispatch.setup.duties) == 6)
    return made


def shifts_made(console: Console, days: int, late_better: float = 0.0) -> None:
    """Cells of both shifts of so many days before today: 400 good and some more or less each."""
    cells = []
    for back in range(days):
        day = datetime(2026, 11, 19, tzinfo=UTC) - timedelta(days=back)
        for name, hour in (("Early", 6), ("Late", 14)):
            start = (day + timedelta(hours=hour)).timestamp()
            good = 400.0 + 10 * (back % 3) + (late_better if name == "Late" else 0.0)
            sums = {"good": good, "scrap": 4.0, "planned": 28800.0, "run": 25000.0, "loss_stop": 2880.0}
            cells.append(
                Cell("L1", start, start + 28800.0, day.date().isoformat(), name, start, "A-100", "", True, True, sums)
            )
    console.seed_cells(cells)


def wait(console: Console, true: Callable[[], object], seconds: float = 15.0) -> None:
    """Let everything work until it is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen"
        console.tick()
        QApplication.processEvents()
        time.sleep(0.002)


def do(console: Console, command: Command, name: str | None = None) -> Any:
    """Give a command and wait; the refusal, or None."""
    done: list[object] = []
    refused: list[Any] = []
    console.office.do(command, done.append, refused.append, name)
    wait(console, lambda: done or refused)
    return refused[0] if refused else None


def kept(console: Console, query: Callable[..., Any]) -> Any:
    """What the records say."""
    box: list[Any] = []
    console.office.ask(query, box.append, box.append)
    wait(console, lambda: box)
    return box[0]
