"""What is kept outlives the program; what cannot be read does not keep it from starting."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from console.app.keeping import Keeping
from console.domain.floor import Floor
from console.domain.ribbon import Segment
from console.domain.stations import StationState
from console.telemetry.plantfile import load_plant
from tests.app.talking import T0, Clock, console_on, plant_text, tell


def test_some_of_the_places_at_a_time_are_all_of_them_after_a_round(tmp_path: Path) -> None:
    keeping = Keeping(tmp_path, 90)
    floor = Floor(load_plant(plant_text(3)).plant, T0)
    for _ in range(4):
        keeping.keep_some(floor, T0, 0.25)
    keeping.close()
    with sqlite3.connect(tmp_path / "shift.db") as db:
        kept = {place for (place,) in db.execute("SELECT place FROM place")}
        totals = db.execute("SELECT count(*) FROM shift_total").fetchone()
    assert kept == {"L1", "L2", "L3", *(f"L{n}/{s}" for n in (1, 2, 3) for s in (10, 20, 30))}
    assert totals == (3,)


def test_a_floor_without_places_has_nothing_to_keep(tmp_path: Path) -> None:
    keeping = Keeping(tmp_path, 90)
    keeping.keep_some(Floor(load_plant('[plant]\nname = "P"\n').plant, T0), T0, 0.25)
    keeping.close()


def test_what_was_handed_over_is_on_disk_when_durable_is_told(tmp_path: Path, wait_until: Callable[..., None]) -> None:
    keeping = Keeping(tmp_path, 90)
    seen: list[int] = []

    def look() -> None:
        with sqlite3.connect(tmp_path / "shift.db") as db:
            seen.append(db.execute("SELECT count(*) FROM segment").fetchone()[0])

    keeping.keep_segment("L1/10", Segment(StationState.RUNNING, None, T0, T0 + 5))
    keeping.when_durable(look)
    wait_until(lambda: seen)
    keeping.close()
    assert seen == [1]


def test_a_log_that_cannot_be_opened_keeps_nobody_from_watching(
    tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    expected_log("shift log cannot be", maybe=True)
    expected_log("What was kept of this shift cannot be read")
    (tmp_path / "shift.db").mkdir()
    console, clock = console_on(tmp_path)
    assert tell(console, clock, "L1/10", state="running").state is StationState.RUNNING
    assert console.past_totals("L1", 0, 2e9) == []
    assert console.store_trouble
    console.close()


def test_a_state_of_a_newer_version_does_not_keep_the_console_from_starting(
    tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    expected_log("What was kept of this shift cannot be read")
    console, clock = console_on(tmp_path)
    tell(console, clock, "L1/10", state="running")
    console.close()
    with sqlite3.connect(tmp_path / "shift.db") as db:
        db.execute("UPDATE segment SET state = 'dreaming'")
    again, clock = console_on(tmp_path, clock=Clock(T0 + 60))
    assert tell(again, clock, "L1/10", state="running").state is StationState.RUNNING
    again.close()


def test_a_log_that_vanishes_while_it_is_used_is_said_and_work_goes_on(
    tmp_path: Path, expected_log: Callable[..., None], wait_until: Callable[..., None]
) -> None:
    expected_log("shift log", maybe=True)
    folder = tmp_path / "store"
    folder.mkdir()
    console, clock = console_on(folder)
    shutil.rmtree(folder)
    for n in range(5):
        tell(console, clock, "L1/10", state="running", good=n)
    assert console.past_totals("L1", 0, 2e9) == []
    assert console.floor.stations["L1/10"].good == 4
    console.close()
