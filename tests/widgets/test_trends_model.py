"""What the Trends screen asks of the history: no more than a pixel tells apart, and never less than is seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from console.app.console import Console
from console.domain.readings import Reading, Role, Signal
from tests.history.readings import give, open_history
from tests.widgets.shell_parts import dressed
from tests.widgets.trend_parts import DOOR, NOW, TAG, Clock, each, remembering, settle
from widgets.trends.fetching import joined
from widgets.trends.model import MOST_PENS, Compared, TrendModel
from widgets.trends.naming import known, limits_word, newest_word
from widgets.trends.tagtree import TagPanel

pytestmark = pytest.mark.usefixtures("qapp")
HOUR = 3600.0


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def console(tmp_path: Path, clock: Clock) -> Iterator[Console]:
    readings = each(int(12 * HOUR), NOW - 12 * HOUR, lambda i: float(i % 100))
    with remembering(tmp_path, readings, clock) as made:
        yield made


@pytest.fixture
def asked(console: Console) -> list[tuple[str, float, float]]:
    """What the history was asked for."""
    found: list[tuple[str, float, float]] = []
    history = console.trends.past.own  # type: ignore[union-attr]
    window = history.window  # type: ignore[union-attr]

    def noted(signal: str, start: float, end: float, points: int | None = None) -> object:
        found.append((signal, start, end))
        return window(signal, start, end, points)

    history.window = noted  # type: ignore[union-attr,method-assign]
    return found


def quiet(model: TrendModel) -> None:
    """Let everything come that is seen, and what is beside it."""
    settle(model.console, lambda: not model._fetching._asked)
    model.beat(model.console.now())
    settle(model.console, lambda: not model._fetching._asked)


def test_a_pen_shows_what_is_seen_and_then_what_is_beside_it(console: Console) -> None:
    model = TrendModel(console)
    model.show(NOW - 5 * HOUR, NOW - 4 * HOUR)
    assert model.add(TAG.id)
    quiet(model)
    window = model.window(TAG.id)
    assert window is not None
    assert window.start <= NOW - 5.5 * HOUR
    assert window.end >= NOW - 3.5 * HOUR


def test_panning_inside_of_what_is_held_asks_for_nothing(console: Console, asked: list[object]) -> None:
    model = TrendModel(console)
    model.show(NOW - 5 * HOUR, NOW - 4 * HOUR)
    model.add(TAG.id)
    quiet(model)
    before = len(asked)
    for step in range(20):
        model.show(NOW - 5 * HOUR + step * 60, NOW - 4 * HOUR + step * 60)
    settle(console)
    assert len(asked) == before
    model.show(NOW - 8 * HOUR, NOW - 7 * HOUR)
    assert model.window(TAG.id) is not None  # the old one stays while the new one is on its way
    settle(console, lambda: not model._fetching._asked)
    assert model.window(TAG.id).start <= NOW - 8 * HOUR  # type: ignore[union-attr]


def test_a_live_axis_is_read_again_a_pixel_at_a_time(console: Console, clock: Clock, asked: list[object]) -> None:
    model = TrendModel(console)
    model.points = 1000
    model.follow(10 * HOUR)  # 36 s a pixel
    model.add(TAG.id)
    settle(console, lambda: not model._fetching._asked)
    before = len(asked)
    for _ in range(120):  # half a minute of four beats a second
        clock.at += 0.25
        model.beat(clock.at)
        settle(console)
    assert len(asked) - before <= 1
    for _ in range(24):
        clock.at += 15.0
        model.beat(clock.at)
        settle(console)
    assert 5 <= len(asked) - before <= 12
    assert model.end == pytest.approx(clock.at, abs=36.0)


def test_an_answer_of_an_older_stretch_does_not_replace_a_newer_one(console: Console) -> None:
    model = TrendModel(console)
    model.show(NOW - 5 * HOUR, NOW - 4 * HOUR)
    model.add(TAG.id)
    settle(console, lambda: not model._fetching._asked)
    fetching, key = model._fetching, (TAG.id, 0.0)
    newer = fetching._held[key]
    old = type(newer.question)(0.0, 1.0, 1.0, newer.question.number - 1, 1.0)
    from widgets.trends.fetching import Told

    fetching._came(key, old, Told(None, ()))
    assert fetching._held[key] is newer


@pytest.mark.parametrize("span", [(-1e12, -1e11), (-HOUR, 0.0), (-1e300, 1e300), (5e10, 4e10), (NOW, NOW - 5.0)])
def test_a_stretch_that_no_clock_shows_is_brought_to_one_that_it_does(
    console: Console, span: tuple[float, float]
) -> None:
    model = TrendModel(console)
    model.show(*span)
    assert 0.0 <= model.start < model.end <= NOW


@pytest.mark.parametrize("span", [(float("nan"), NOW), (NOW - HOUR, float("nan")), (float("-inf"), NOW)])
def test_a_stretch_without_an_end_is_not_shown(console: Console, span: tuple[float, float]) -> None:
    model = TrendModel(console)
    before = model.start, model.end, model.live
    model.show(*span)
    assert (model.start, model.end, model.live) == before


def test_no_more_than_twelve_pens_and_none_twice(console: Console) -> None:
    model = TrendModel(console)
    assert [model.add(f"L1/30/{i}") for i in range(MOST_PENS + 1)] == [True] * MOST_PENS + [False]
    model.use([])
    assert model.add(TAG.id)
    assert not model.add(TAG.id)
    model.add("L1/30/x")
    assert [pen.color for pen in model.pens] == [0, 1]


def test_what_is_compared_is_read_from_then(console: Console) -> None:
    model = TrendModel(console)
    model.show(NOW - 2 * HOUR, NOW - HOUR)
    model.add(TAG.id)
    model.compare([Compared(6 * HOUR, "before")])
    settle(console, lambda: model.window(TAG.id, 6 * HOUR) is not None)
    window = model.window(TAG.id, 6 * HOUR)
    assert window is not None
    assert window.start <= NOW - 8 * HOUR
    model.compare([])
    assert model.window(TAG.id, 6 * HOUR) is None


def test_a_history_that_cannot_be_read_is_said_and_asked_again(console: Console, clock: Clock, expected_log) -> None:
    expected_log("could not be read", maybe=True)
    history = console.trends.past.own  # type: ignore[union-attr]
    window = history.window  # type: ignore[union-attr]
    history.window = lambda *_: (_ for _ in ()).throw(OSError("the disk is away"))  # type: ignore[union-attr,method-assign]
    model = TrendModel(console)
    model.add(TAG.id)
    settle(console, lambda: model.trouble(TAG.id))
    assert "the disk is away" in model.trouble(TAG.id)
    history.window = window  # type: ignore[union-attr,method-assign]
    model.beat(clock.at)
    settle(console)
    assert model.curve(TAG.id) is None  # not yet
    clock.at += 6
    model.beat(clock.at)
    settle(console, lambda: model.curve(TAG.id) is not None)
    assert model.trouble(TAG.id) == ""


def test_a_signal_that_the_plant_has_no_more_is_remembered(console: Console) -> None:
    model = TrendModel(console)
    assert model.signal(TAG.id) is None  # nothing was heard of it since the start
    model.add(TAG.id)
    quiet(model)
    former = model.former(TAG.id)
    assert former is not None
    assert (former.unit, former.high) == ("A", 90.0)
    assert model.newest(TAG.id).value == 99.0  # type: ignore[union-attr]


def test_what_is_heard_of_a_pen_is_its_newest_value(console: Console, clock: Clock) -> None:
    console.intake.take("t/current", b'{"v": 42.5}', 0, False, 0, clock.at)
    console.tick()
    model = TrendModel(console)
    model.add(TAG.id)
    console.intake.take("t/current", b'{"v": 43.5}', 0, False, 0, clock.at)
    console.intake.take("t/other", b'{"v": 1}', 0, False, 0, clock.at)
    console.tick()
    assert model.newest(TAG.id).value == 43.5  # type: ignore[union-attr]


def test_words_are_states_and_of_those_in_one_pixel_the_longest_is_left(console: Console) -> None:
    readings = [Reading(DOOR, bool(i % 2), NOW - HOUR + 600 * i, NOW - HOUR + 600 * i) for i in range(6)]
    console.history.append(readings)  # type: ignore[union-attr]
    assert console.history.flush()  # type: ignore[union-attr]
    model = TrendModel(console)
    model.follow(HOUR)
    model.add(DOOR.id)
    settle(console, lambda: model.states(DOOR.id) is not None)
    states = model.states(DOOR.id)
    assert states is not None
    assert [one.value for one in states if one.value is not None] == [False, True] * 3
    assert model.curve(DOOR.id) is None
    fine = list(states)
    assert len(joined(fine, 1200.0)) <= 4
    assert joined(fine, 60.0) == fine


def test_pens_of_another_historian_are_offered_read_and_named(console: Console, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    elsewhere = Signal("L9/1", Role.TAG, "pressure", "bar", None, 8.0)
    with open_history(tmp_path / "elsewhere", days=5000) as other:
        give(other, each(3600, NOW - HOUR, lambda i: i / 1000, elsewhere))
        assert console.trends is not None
        console.trends.add("db", other)
        dressed()
        model = TrendModel(console)
        panel = TagPanel(model)
        panel.retranslate()
        panel.show()
        panel.offer()
        settle(console, lambda: panel._others.get("db"))
        panel.filter.setText("db pressure")
        assert panel.tree.count() == 1
        panel.tree.choose_first()
        panel.tree.take()
        assert [pen.id for pen in model.pens] == ["db:L9/1/pressure"]
        settle(console, lambda: model.curve("db:L9/1/pressure") is not None)
        model.beat(NOW)
        settle(console, lambda: model.former("db:L9/1/pressure") is not None)
        assert newest_word(model, "db:L9/1/pressure") == "3.599 bar"
        assert limits_word(known(model, "db:L9/1/pressure")) == "limit ≤ 8"
        panel.close()
        panel.deleteLater()


def test_a_count_that_does_not_count_is_idle_and_no_gap(console: Console, clock: Clock) -> None:
    console.intake.take("t/good", b'{"n": 1}', 0, False, 0, clock.at - 2 * HOUR)  # makes the signal known
    console.tick()
    good = next(signal for signal in console.floor.plant.signals if signal.role is Role.GOOD)
    counted = [*each(60, NOW - HOUR, lambda i: i, good, 20.0), *each(60, NOW - 1200, lambda i: 60 + i, good, 20.0)]
    assert console.history is not None
    console.history.append(counted)  # twenty minutes without a piece in between
    assert console.history.flush()
    model = TrendModel(console)
    model.follow(HOUR)
    model.add(good.id)
    settle(console, lambda: model.curve(good.id) is not None)
    curve = model.curve(good.id)
    assert curve is not None
    assert not len(curve.window.gaps)
    at = np.searchsorted(curve.times, NOW - 1300)
    assert curve.values[at - 1] == curve.values[at] == 59  # the stair goes on as it was


def test_the_target_of_a_cycle_time_is_the_stations_ideal_cycle(console: Console) -> None:
    model = TrendModel(console)
    cycle = Signal("L1/30", Role.CYCLE, "cycle", "s")
    model._counted, model._signals = len(console.floor.plant.signals), {cycle.id: cycle}
    assert model.target(cycle.id) == 20
    assert model.target(TAG.id) is None
