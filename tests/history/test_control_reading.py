"""Rules of how readings become points of a control chart, on a real history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import numpy as np
import pytest

from console.app.trends import Past
from console.domain.control_charts import ChartKind, ControlChart, Counting, Grouping, Phase, Plan
from console.domain.readings import Quality, Role, Signal
from console.history.control_drawn import draw, share_out
from console.history.control_live import KEEP, look
from console.history.control_points import Points
from console.history.control_reading import gather
from console.history.history import History
from tests.history.readings import START, STATE, give, open_history, reading

SCRAP, GOOD = Signal("L1/30", Role.SCRAP, "scrap"), Signal("L1/30", Role.GOOD, "good")
UNIT = Signal("L1/30", Role.UNIT, "unit")
FOREVER = Phase(datetime.fromtimestamp(START - 10 * 86400, UTC), center=0.0, sigma=1.0)


@pytest.fixture
def history(tmp_path_factory: pytest.TempPathFactory) -> Iterator[History]:
    with open_history(tmp_path_factory.mktemp("history")) as made:
        made.listening(True, START - 20 * 86400)
        yield made


def chart(kind: ChartKind = ChartKind.I_MR, grouping: Grouping = Grouping.EACH, size: float = 0, **more: Any) -> Plan:
    made = ControlChart("c", "C", kind, "L1/30/temperature", "L1/30", grouping, size, phases=(FOREVER,))
    return Plan(replace(made, **more))


def found(history: History, plan: Plan, start: float = START, end: float = START + 100_000) -> Points:
    return gather(Past(history), plan, start, end)


def at(points: Points) -> list[float]:
    return [time - START for time in points.times.tolist()]


def test_every_good_reading_is_a_point(history: History) -> None:
    told: list[tuple[float, object, dict[str, Any]]] = [
        (0, 1.0, {}),
        (1, 2.0, {"quality": Quality.BAD}),
        (2, 3.0, {"retained": True}),
        (3, "four", {}),
        (4, 5.0, {}),
        (5, float("nan"), {}),
        (6, 7, {"quality": Quality.UNCERTAIN}),
    ]
    give(history, [reading(value, START + second, **more) for second, value, more in told])
    points = found(history, chart())
    assert at(points) == [0, 4, 6]
    assert points.values.tolist() == [1.0, 5.0, 7.0]
    assert points.spreads[1:].tolist() == [4.0, 2.0]


def test_what_is_read_while_the_station_stands_still_is_left_out(history: History) -> None:
    give(
        history,
        [reading(word, START + second, STATE) for second, word in ((0, "running"), (3, "stopped"), (6, "running"))],
    )
    give(history, [reading(float(second), START + second + 0.5) for second in range(9)])
    assert at(found(history, chart())) == [0.5, 1.5, 2.5, 6.5, 7.5, 8.5]
    assert len(found(history, chart(running_only=False))) == 9
    pairs = chart(ChartKind.XBAR_R, Grouping.COUNT, 2)
    assert at(found(history, pairs)) == [1.5, 7.5], "no group reaches over the standstill"
    assert found(history, pairs).breaks.tolist() == [True, False], "but it ends no run"


def test_a_gap_ends_a_run_and_a_group(history: History) -> None:
    give(history, [reading(float(i), START + i) for i in range(11)])
    give(history, [reading(float(i), START + 500 + i) for i in range(11)])
    each = found(history, chart())
    assert np.flatnonzero(each.breaks).tolist() == [0, 11]
    assert np.isnan(each.spreads[[0, 11]]).all()
    fives = found(history, chart(ChartKind.XBAR_R, Grouping.COUNT, 5))
    assert at(fives) == [4, 9, 504, 509]
    assert fives.breaks.tolist() == [True, False, True, False]
    assert fives.spreads.tolist() == [4.0] * 4


def test_groups_by_time_are_those_of_the_clock_and_only_when_over(history: History) -> None:
    give(history, [reading(float(i % 10), START + i) for i in range(35)])
    tens = chart(ChartKind.XBAR_S, Grouping.TIME, 10)
    points = found(history, tens, START + 3, START + 34.5)
    assert points.starts.tolist() == [START + 10, START + 20]
    assert points.sizes.tolist() == [10.0, 10.0]
    assert points.values.tolist() == [4.5, 4.5]
    assert points.spreads == pytest.approx(np.std(np.arange(10), ddof=1))


def test_groups_by_unit_are_whole_units(history: History) -> None:
    give(history, [reading(name, START + 10 * i, UNIT) for i, name in enumerate(("a", "b", "c", ""))])
    give(history, [reading(float(i), START + i + 0.5) for i in range(40)])
    points = found(history, chart(ChartKind.XBAR_S, Grouping.UNIT), START - 5, START + 25)
    assert points.labels == ("a", "b"), "c is still in the station"
    assert points.values.tolist() == [5.0 - 0.5, 15.0 - 0.5]


def test_groups_of_readings_are_the_same_from_wherever_somebody_looks(history: History) -> None:
    give(history, [reading(float(i % 7), START - 40_000 + 61 * i) for i in range(1500)])
    threes = chart(ChartKind.XBAR_R, Grouping.COUNT, 3)
    whole = found(history, threes, START - 40_000, START + 50_000)
    part = found(history, threes, START + 20_000, START + 40_000)
    inside = [time for time in whole.starts.tolist() if time >= START + 20_000]
    assert part.starts.tolist() == inside[: len(part)]
    assert len(part) > 80


def test_no_group_and_no_run_reaches_over_the_beginning_of_a_phase(history: History) -> None:
    give(history, [reading(float(i % 3), START + i) for i in range(40)])
    second = Phase(datetime.fromtimestamp(START + 22, UTC), center=0.0, sigma=1.0)
    fives = found(history, chart(ChartKind.XBAR_S, Grouping.COUNT, 5, phases=(FOREVER, second)))
    assert at(fives) == [4, 9, 14, 19, 26, 31, 36]
    assert np.flatnonzero(fives.breaks).tolist() == [0, 4]
    tens = found(history, chart(ChartKind.XBAR_S, Grouping.TIME, 10, phases=(FOREVER, second)))
    assert at(tens) == [9, 19, 39]


def test_counters_are_counted_by_their_increments(history: History) -> None:
    give(history, [reading(i, START + i, GOOD) for i in range(1, 101)])
    scrap = [(5.5, 0), (10.5, 1), (30.5, 3), (55.5, 1), (99.5, 2)]  # begins again at 0 after 30.5
    give(history, [reading(value, START + second, SCRAP) for second, value in scrap])
    more = {"signal": "L1/30/scrap", "of": "L1/30/good", "rules": (1, 2)}
    shares = found(history, chart(ChartKind.P, Grouping.TIME, 25, **more), START, START + 100)
    assert shares.sizes.tolist() == [23 + 1, 25 + 2, 25 + 1, 25 + 1]
    assert (shares.values * shares.sizes).tolist() == pytest.approx([1, 2, 1, 1])
    tens = found(history, chart(ChartKind.NP, Grouping.COUNT, 10, **more), START - 5, START + 101)
    assert tens.sizes[:2].tolist() == [10.0, 10.0]
    assert tens.values.sum() == 4, "the last piece is in a group that is not whole"
    number = found(history, chart(ChartKind.C, Grouping.TIME, 50, signal="L1/30/scrap"), START, START + 100)
    assert number.values.tolist() == [3.0, 2.0]


def test_pulses_and_a_rollover_are_counted_as_the_plant_says(history: History) -> None:
    give(history, [reading(value, START + i, SCRAP) for i, value in enumerate((998, 999, 1, 3))])
    plain = chart(ChartKind.C, Grouping.TIME, 100, signal="L1/30/scrap")
    assert found(history, plain, START - 300, START + 100).values[-1] == 1 + 1 + 2, "it began again at 0"
    rolls = Plan(plain.chart, {"L1/30/scrap": Counting(rollover=1000)})
    assert found(history, rolls, START - 300, START + 100).values[-1] == 1 + 2 + 2
    pulses = Plan(plain.chart, {"L1/30/scrap": Counting(pulse=True)})
    assert found(history, pulses, START - 300, START + 100).values[-1] == 998 + 999 + 1 + 3


def test_each_phase_has_its_own_limits_and_the_share_outside_counts_points(history: History) -> None:
    values = [0.5, -0.5] * 20 + [4.0] + [10.2, 9.8] * 20
    give(history, [reading(value, START + i) for i, value in enumerate(values)])
    second = Phase(datetime.fromtimestamp(START + 41, UTC), center=10.0, sigma=1.0)
    plan = chart(phases=(replace(FOREVER, since=datetime.fromtimestamp(START, UTC)), second), rules=(1,))
    drawn = draw(Past(history), plan, START, START + 200)
    assert np.flatnonzero(drawn.out).tolist() == [40]
    assert (drawn.main.center[0], drawn.main.center[-1]) == (0.0, 10.0)
    assert share_out(Past(history), plan, START, START + 200) == pytest.approx(1 / 81)
    assert share_out(Past(history), plan, START + 90_000, START + 91_000) is None


def test_a_phase_learns_from_its_first_points_and_then_stays(history: History) -> None:
    rng = np.random.default_rng(5)
    values = rng.normal(20.0, 0.5, 130).tolist()
    give(history, [reading(value, START + i) for i, value in enumerate(values)])
    plan = chart(phases=(Phase(datetime.fromtimestamp(START, UTC)),))
    early = look(Past(history), plan, None, START + 99)
    assert early.learnt is None
    assert early.learnt_so_far == 99
    assert not early.drawn.fired.any(), "no rule is looked at while it learns"
    late = look(Past(history), plan, None, START + 130)
    assert late.learnt is not None
    assert late.learnt.points == 100
    assert late.learnt.center == pytest.approx(np.mean(values[:100]))
    assert late.learnt.sigma == pytest.approx(np.abs(np.diff(values[:100])).mean() / 1.128)


def test_a_look_that_goes_on_finds_what_a_look_from_the_beginning_finds(history: History) -> None:
    give(history, [reading(float(np.sin(i)), START + i) for i in range(900)])
    plan = chart(ChartKind.XBAR_R, Grouping.COUNT, 5)
    anchor = None
    for now in range(600, 900, 7):
        seen = look(Past(history), plan, anchor, START + now)
        anchor = seen.anchor
    whole = found(history, plan, START, START + now)
    assert len(seen.drawn.points) >= KEEP - 1
    assert seen.drawn.points.starts.tolist() == whole.starts.tolist()[-len(seen.drawn.points) :]
