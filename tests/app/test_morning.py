"""The demo's morning: the shift so far is lived through before the first live message, in slices."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.app.console import Console
from console.app.morning import STEP, Morning, MorningClock
from console.demo.plant_text import plant_text
from console.domain.events import StationChanged
from console.domain.stations import NoData, StationState
from console.telemetry.plantfile import load_plant
from tests.app.talking import heard

MID_SHIFT = datetime(2026, 3, 4, 9, 30, tzinfo=UTC).timestamp()  # no shift begins or ends, and no break, for a while
IN_BREAK = datetime(2026, 3, 4, 17, 10, tzinfo=UTC).timestamp()  # the late shift's break began ten minutes ago


@pytest.fixture
def clock() -> MorningClock:
    return MorningClock(MID_SHIFT - 600, lambda: MID_SHIFT)


@pytest.fixture
def console(tmp_path: Path, clock: MorningClock) -> Iterator[Console]:
    made = Console(tmp_path, load_plant(plant_text(2, "UTC")), now=clock.now)
    yield made
    made.close()


def test_the_clock_shows_the_past_until_it_is_let_go() -> None:
    clock = MorningClock(5.0)
    assert clock.now() == 5.0
    clock.set(7.0)
    assert clock.now() == 7.0
    clock.set(None)
    assert clock.now() == pytest.approx(time.time(), abs=1)


def test_after_it_the_stations_have_a_past_and_the_clock_shows_the_present(
    console: Console, clock: MorningClock
) -> None:
    start = clock.now()
    morning = Morning(console, clock, 1, start, 2, "UTC")
    shown = heard(console, StationChanged)
    while not morning.step(0.05):
        assert 0 <= morning.share <= 1
    assert morning.step(0.05) is True, "asking again does no harm"
    assert clock.now() == MID_SHIFT
    assert shown, "screens saw something on the way"
    stations = console.floor.stations.values()
    assert sum(live.good for live in stations) > 20
    unheard = [live.station.id for live in stations if live.no_data is NoData.WAITING]
    assert unheard == []
    running = [live for live in stations if any(s.state is StationState.RUNNING for s in live.ribbon.closed)]
    assert running
    assert all(s.since >= start - 1 for live in stations for s in live.ribbon.closed)


def test_a_slice_takes_about_its_budget(console: Console, clock: MorningClock) -> None:
    morning = Morning(console, clock, 1, clock.now(), 2, "UTC")
    morning.step(0.01)
    begin = time.perf_counter()
    over = morning.step(0.02)
    took = time.perf_counter() - begin
    assert not over
    assert took < 0.5
    assert 0 < morning.share < 1


def test_a_shift_that_has_only_begun_needs_no_morning(console: Console) -> None:
    start = MID_SHIFT - STEP / 2
    morning = Morning(console, MorningClock(start, lambda: MID_SHIFT), 1, start, 2, "UTC")
    assert morning.step(0.01)


def test_in_a_break_nothing_is_made_and_nobody_waits_to_be_heard(tmp_path: Path) -> None:
    start = IN_BREAK - 300
    clock = MorningClock(start, lambda: IN_BREAK)
    console = Console(tmp_path, load_plant(plant_text(2, "UTC")), now=clock.now)
    morning = Morning(console, clock, 1, start, 2, "UTC")
    while not morning.step(0.05):
        pass
    stations = console.floor.stations.values()
    assert [live for live in stations if live.no_data is NoData.WAITING] == []
    assert sum(live.good for live in stations) == 0
    console.close()
