"""The weeks before the demo: hours of lines that add up, and the same each time."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from console.app.console import Console
from console.demo.cells import WEEKS, demo_cells
from console.demo.plant_text import plant_text
from console.telemetry.plantfile import load_plant

UNTIL = 1_741_071_600.0  # 2025-03-04 07:00 UTC: the early shift is an hour old


def test_every_hour_s_losses_and_good_time_fill_its_planned_time_and_the_running_shift_is_left_alone(
    tmp_path: Path,
) -> None:
    console = Console(tmp_path, load_plant(plant_text(2, "UTC")), now=lambda: UNTIL)
    known = [(hearing.live.line, hearing.calendar) for hearing in console.floor.line_hearings.values()]
    began = time.perf_counter()
    cells = list(demo_cells(known, UNTIL, {"L1": ("A", "B")}))
    assert time.perf_counter() - began < 5
    assert cells == list(demo_cells(known, UNTIL, {"L1": ("A", "B")}))
    assert max(cell.end for cell in cells) == UNTIL - 3600
    assert len({cell.day for cell in cells}) >= WEEKS * 7
    cycles = {line.id: line.pace_station.ideal_cycle for line, _ in known if line.pace_station}
    for cell in cells:
        lost = sum(value for name, value in cell.sums.items() if name.startswith("loss_"))
        made = cell.sums.get("good", 0) * (cycles[cell.line] or 0)
        assert cell.sums["planned"] == pytest.approx(lost + made)
    console.close()


def test_what_is_kept_already_is_not_added_to(tmp_path: Path) -> None:
    console = Console(tmp_path, load_plant(plant_text(1, "UTC")), now=lambda: UNTIL)
    known = [(hearing.live.line, hearing.calendar) for hearing in console.floor.line_hearings.values()]
    cells = list(demo_cells(known, UNTIL, {"L1": ("A", "B")}))
    console.seed_cells(cells[:40])
    console.close()
    again = Console(tmp_path, load_plant(plant_text(1, "UTC")), now=lambda: UNTIL)
    again.seed_cells(cells)
    again.close()
    third = Console(tmp_path, load_plant(plant_text(1, "UTC")), now=lambda: UNTIL)
    kept = [cell for cell in third.cells(0, UNTIL - 3600) if cell.end <= UNTIL - 3600]
    third.close()
    assert len(kept) == 40
