"""Key figures: today over all lines shown, the target by now, and the same shift a day ago."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.app.console import Console
from console.app.figures import DAY, Figure, expected_by_now
from tests.app.talking import T0, Clock, console_on, plant_text, tell

HOUR = 3600.0


def figures(console: Console, clock: Clock) -> dict[str, Figure]:
    console.floor.refresh(clock.at)
    return {figure.code: figure for figure in console.figures.of(console.floor.lines, clock.at)}


def produce(console: Console, clock: Clock, line: str, pieces: int, scrap: int = 0) -> None:
    """The line's stations run for a while; then all pieces are told."""
    for station in ("10", "20", "30"):
        tell(console, clock, f"{line}/{station}", after=0.1, state="running", good=0, scrap=0)
    for station in ("10", "20", "30"):
        tell(console, clock, f"{line}/{station}", after=20, good=pieces, scrap=scrap if station == "30" else 0)


def test_what_is_not_known_is_none(tmp_path: Path) -> None:
    console, clock = console_on(tmp_path)
    found = figures(console, clock)
    assert {code: figure.today for code, figure in found.items()} == dict.fromkeys(
        ("good", "oee", "scrap_share", "stops")
    )
    assert {figure.yesterday for figure in found.values()} == {None}
    console.close()


def test_no_line_shown_means_no_figure(tmp_path: Path) -> None:
    console, clock = console_on(tmp_path)
    produce(console, clock, "L1", 9)
    assert {figure.today for figure in console.figures.of([], clock.at)} == {None}
    console.close()


def test_pieces_and_scrap_are_those_of_all_lines_shown(tmp_path: Path) -> None:
    console, clock = console_on(tmp_path, plant_text(2))
    produce(console, clock, "L1", 30, scrap=5)
    produce(console, clock, "L2", 15)
    found = figures(console, clock)
    assert found["good"].today == 45
    assert found["scrap_share"].today == pytest.approx(5 / 50)
    only = {f.code: f for f in console.figures.of(console.floor.lines[1:], clock.at)}
    assert (only["good"].today, only["scrap_share"].today) == (15, 0)
    console.close()


def test_the_target_is_what_the_planned_time_so_far_would_give_at_the_pace(tmp_path: Path) -> None:
    console, clock = console_on(tmp_path, clock=Clock(T0))
    produce(console, clock, "L1", 30)
    clock.at += 600
    found = figures(console, clock)
    live = console.floor.line("L1")
    assert live.account is not None
    assert found["good"].target == pytest.approx(live.account.planned / 20)
    assert found["good"].target == expected_by_now(live, clock.at)
    console.close()


def test_yesterday_is_the_same_shift_a_day_ago(tmp_path: Path) -> None:
    console, clock = console_on(tmp_path, clock=Clock(T0 - DAY))
    produce(console, clock, "L1", 30, scrap=10)
    clock.at += 1
    console.floor.refresh(clock.at)
    console.close()
    console, clock = console_on(tmp_path, clock=Clock(T0))
    produce(console, clock, "L1", 7)
    found = figures(console, clock)
    assert (found["good"].today, found["good"].yesterday) == (7, 30)
    assert found["scrap_share"].yesterday == pytest.approx(0.25)
    console.close()


def test_a_line_without_shifts_still_counts(tmp_path: Path) -> None:
    text = plant_text().replace('calendar = "day"\n', "")
    console, clock = console_on(tmp_path, text)
    produce(console, clock, "L1", 12)
    found = figures(console, clock)
    assert found["good"].today == 12
    console.close()


def test_another_scope_does_not_read_the_past_of_the_first(tmp_path: Path) -> None:
    console, clock = console_on(tmp_path, plant_text(2), clock=Clock(T0 - DAY))
    produce(console, clock, "L2", 30)
    console.floor.refresh(clock.at)
    console.close()
    console, clock = console_on(tmp_path, plant_text(2), clock=Clock(T0))
    first, second = console.floor.lines
    yesterday = {live.line.id: next(iter(console.figures.of([live], clock.at))).yesterday for live in (first, second)}
    assert yesterday["L2"] == 30
    console.close()
