"""What a plot paints: every spike, no line over a gap, limits, bad samples, words; and what a hand does on it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.app.console import Console
from console.domain.readings import Quality, Reading
from tests.widgets.shell_parts import dressed
from tests.widgets.trend_parts import (
    DOOR,
    NOW,
    OTHER,
    STATE,
    TAG,
    Clock,
    each,
    painted,
    remembering,
    settle,
    where,
)
from widgets.dragging import carried, signals_in
from widgets.trends.model import Compared, TrendModel
from widgets.trends.plots import Plots

pytestmark = pytest.mark.usefixtures("qapp")
DAY, HOUR = 86_400.0, 3600.0
SPIKE_AT = NOW - 12 * DAY - 1234.0
GAP = (NOW - 3 * HOUR, NOW - 2 * HOUR)


@pytest.fixture(scope="module")
def console(qapp, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    """A month of one tag every ten seconds with one spike, and the last hours of others."""
    month = np.arange(NOW - 30 * DAY, NOW, 10.0)
    values = 50 + np.sin(month / 5000.0)
    values[np.argmin(np.abs(month - SPIKE_AT))] = 85.0
    readings = [Reading(TAG, value, at, at) for at, value in zip(month.tolist(), values.tolist(), strict=True)]
    flow = [
        one._replace(quality=Quality.BAD, value=3.0) if i == 5 * 360 else one
        for i, one in enumerate(each(8 * 360, NOW - 8 * HOUR, lambda i: 2.0, OTHER, 10.0))
        if not GAP[0] < one.heard_at < GAP[1]
    ]
    words = [
        Reading(STATE, word, NOW - HOUR * back, NOW - HOUR * back) for back, word in ((6, "running"), (3, "stopped"))
    ]
    doors = [Reading(DOOR, True, NOW - 6 * HOUR, NOW - 6 * HOUR), Reading(DOOR, False, NOW - 2 * HOUR, NOW - 2 * HOUR)]
    everything = sorted(readings + flow + words + doors, key=lambda one: one.heard_at)
    with remembering(tmp_path_factory.mktemp("month"), everything, Clock()) as made:
        yield made


@pytest.fixture
def plots(console: Console) -> Iterator[Plots]:
    dressed()
    model = TrendModel(console)
    made = Plots(model)
    made.resize(1028, 260)
    model.points = 1000
    made.show()
    QApplication.processEvents()
    yield made
    made.close()
    made.deleteLater()


def show(plots: Plots, *ids: str, start: float, end: float) -> np.ndarray:
    """What the first plot looks like over a stretch, inside of its frame."""
    model = plots._model
    model.show(start, end)
    for id in ids:
        model.add(id)
    settle(model.console, lambda: all(model.curve(id) or model.states(id) for id in ids))
    model.beat(NOW)
    settle(model.console, lambda: not model._fetching._asked)
    QApplication.processEvents()
    return inside(plots)


def inside(plots: Plots) -> np.ndarray:
    plot = plots.plots[0]
    inner = plot.inner()
    return painted(plot)[inner.top() : inner.bottom() + 1, inner.left() : inner.right() + 1]


def column(plots: Plots, at: float) -> int:
    """Where a time is, in pixels from the left of the lines."""
    model = plots._model
    return round((at - model.start) / model.pixel_of(plots.plots[0].inner().width()))


def test_a_spike_of_one_sample_in_thirty_days_is_seen_at_full_zoom_out(plots: Plots) -> None:
    picture = show(plots, TAG.id, start=NOW - 30 * DAY, end=NOW - 1)
    ink = where(picture, "pen_0")
    scale = plots.plots[0].scale()
    x = column(plots, SPIKE_AT)
    reach = ink[:, x - 3 : x + 4].any(axis=1)
    assert np.flatnonzero(reach)[0] <= scale.y(84.0)  # from the spike's top
    assert reach[int(scale.y(85.0)) + 2 : int(scale.y(52.0))].all()  # a line all the way down
    assert not ink[: int(scale.y(60.0)), : x - 4].any()  # and nowhere else
    assert not ink[: int(scale.y(60.0)), x + 5 :].any()


def test_a_year_shows_the_same_spike(plots: Plots) -> None:
    picture = show(plots, TAG.id, start=NOW - 365 * DAY, end=NOW - 1)
    x = column(plots, SPIKE_AT)
    assert where(picture, "pen_0")[: int(plots.plots[0].scale().y(80.0)) + 1, x - 2 : x + 3].any()


def test_a_gap_is_a_gap(plots: Plots) -> None:
    picture = show(plots, OTHER.id, start=NOW - 8 * HOUR, end=NOW - 1)
    ink = where(picture, "pen_0")
    a, b = (column(plots, at) for at in GAP)
    assert not ink[:, a + 3 : b - 2].any()
    assert ink[:, 10 : a - 3].any(axis=0).mean() > 0.98  # a line everywhere else
    assert ink[:, b + 3 : -3].any(axis=0).mean() > 0.98


def test_a_bad_sample_is_marked_and_breaks_the_line(plots: Plots) -> None:
    at = NOW - 3 * HOUR
    picture = show(plots, OTHER.id, start=at - 600, end=at + 300)
    marks = np.flatnonzero(where(picture, "bad", 30).any(axis=0))
    assert len(marks)
    assert abs(marks.mean() - column(plots, at)) <= 3


def test_beyond_the_limits_the_ground_is_red(plots: Plots) -> None:
    model = plots._model
    show(plots, TAG.id, start=NOW - HOUR, end=NOW - 1)
    model.change(TAG.id, low=0.0, high=100.0)
    picture = inside(plots)
    scale = plots.plots[0].scale()
    red = picture[:, 500, 2].astype(int) - picture[:, 500, 0]
    ground = red[int(scale.y(70))]
    assert red[int(scale.y(97))] > ground + 8
    assert red[int(scale.y(3))] > ground + 8


def test_what_is_compared_is_drawn_thinner_in_the_same_colour(plots: Plots) -> None:
    picture = show(plots, TAG.id, start=NOW - 2 * HOUR, end=NOW - HOUR)
    before = where(picture, "pen_0", 90).sum()
    plots._model.compare([Compared(3 * HOUR, "before")])
    settle(plots._model.console, lambda: plots._model.curve(TAG.id, 3 * HOUR))
    QApplication.processEvents()
    more = where(inside(plots), "pen_0", 90).sum()
    assert more > before * 1.3


def test_states_are_a_band_with_their_words(plots: Plots) -> None:
    picture = show(plots, STATE.id, start=NOW - 7 * HOUR, end=NOW - 1)
    middle = picture[picture.shape[0] // 2 + 12]
    running, stopped = (where(middle[None], role)[0] for role in ("running", "stopped"))
    a, b = column(plots, NOW - 6 * HOUR), column(plots, NOW - 3 * HOUR)
    assert running[a + 4 : b - 4].mean() > 0.9
    assert stopped[b + 4 : -4].mean() > 0.9
    assert not running[: a - 2].any()


def test_yes_and_no_are_high_and_low(plots: Plots) -> None:
    picture = show(plots, DOOR.id, start=NOW - 5 * HOUR, end=NOW - 1)
    ground, middle = picture[3, 3], picture[picture.shape[0] // 2 + 12]
    drawn = (np.abs(middle.astype(int) - ground) > 12).any(axis=1)
    b = column(plots, NOW - 2 * HOUR)
    assert drawn[60 : b - 4].mean() > 0.9
    assert drawn[b + 40 : -4].mean() < 0.1


def test_only_what_changed_is_drawn_again(plots: Plots) -> None:
    show(plots, TAG.id, start=NOW - 8 * HOUR, end=NOW - 1)
    plot = plots.plots[0]
    drawn = plot.painted
    plots._model.point(NOW - HOUR)
    plots.beat(NOW)
    QApplication.processEvents()
    plot.grab()
    assert plot.painted == drawn  # a cursor needs no lines


def test_plots_are_made_once_and_used_again(plots: Plots) -> None:
    model = plots._model
    for id in (TAG.id, OTHER.id, DOOR.id):
        model.add(id)
    made = list(plots.plots)
    for _ in range(5):
        model.use([])
        for id in (DOOR.id, TAG.id):
            model.add(id)
    assert plots.plots == made
    assert [plot.isVisibleTo(plots) for plot in made] == [True, True, False]


# The hand


def drop(widget: QWidget, data: QMimeData) -> None:
    """Drag something in and let go."""
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, QDragEnterEvent(QPoint(50, 50), *how))
    QApplication.sendEvent(widget, QDropEvent(QPointF(50, 50), *how))


def test_dragging_pans_and_freezes(plots: Plots) -> None:
    model = plots._model
    show(plots, TAG.id, start=NOW - HOUR, end=NOW)
    assert model.live
    plot = plots.plots[0]
    begin = QPoint(300, 100)
    QTest.mousePress(plot, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(plot, begin + QPoint(60, 0))
    QTest.mouseMove(plot, begin + QPoint(100, 0))
    QTest.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=begin + QPoint(100, 0))
    assert not model.live
    assert model.end == pytest.approx(NOW - 100 * model.pixel_of(1000), abs=1.0)
    assert model.cursors == (None, None)


def test_a_click_puts_cursor_a_and_shift_click_cursor_b(plots: Plots) -> None:
    model = plots._model
    show(plots, TAG.id, start=NOW - 2 * HOUR, end=NOW - HOUR)
    plot = plots.plots[0]
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(14 + 250, 100))
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, QPoint(14 + 750, 100))
    a, b = model.cursors
    assert a == pytest.approx(NOW - 2 * HOUR + HOUR / 4, abs=5)
    assert b == pytest.approx(NOW - 2 * HOUR + HOUR * 3 / 4, abs=5)


def test_the_wheel_zooms_around_the_pointer(plots: Plots) -> None:
    model = plots._model
    show(plots, TAG.id, start=NOW - 9 * HOUR, end=NOW - HOUR)
    x = 14 + 500
    at = model.start + 500 * model.pixel_of(1000)
    event = QWheelEvent(
        QPointF(x, 80), plots.viewport().mapToGlobal(QPointF(x, 80)), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(plots.viewport(), event)
    assert model.length == pytest.approx(8 * HOUR / 1.25)
    assert model.start + 500 * model.pixel_of(1000) == pytest.approx(at, abs=1)


def test_control_drag_looks_at_what_was_spanned(plots: Plots) -> None:
    model = plots._model
    show(plots, TAG.id, start=NOW - 9 * HOUR, end=NOW - HOUR)
    plot, control = plots.plots[0], Qt.KeyboardModifier.ControlModifier
    QTest.mousePress(plot, Qt.MouseButton.LeftButton, control, QPoint(14 + 250, 80))
    QTest.mouseMove(plot, QPoint(14 + 400, 90))
    assert plots.stack.band.isVisible()
    QTest.mouseRelease(plot, Qt.MouseButton.LeftButton, control, QPoint(14 + 500, 80))
    assert not plots.stack.band.isVisible()
    assert model.start == pytest.approx(NOW - 7 * HOUR, abs=30)
    assert model.end == pytest.approx(NOW - 5 * HOUR, abs=30)


def test_everything_is_done_by_keys_too(plots: Plots) -> None:
    model = plots._model
    show(plots, TAG.id, start=NOW - HOUR, end=NOW)

    def press(key: Qt.Key, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(plots, key, how)

    press(Qt.Key.Key_Space)
    assert not model.live
    press(Qt.Key.Key_Left)
    assert model.end == pytest.approx(NOW - 360, abs=1)
    press(Qt.Key.Key_Plus)
    assert model.length == pytest.approx(HOUR / 1.25)
    press(Qt.Key.Key_Minus)
    assert model.length == pytest.approx(HOUR)
    press(Qt.Key.Key_A)
    first = model.cursors[0]
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert model.cursors[0] == pytest.approx(first + model.pixel_of(1000), abs=0.1)  # type: ignore[operator]
    press(Qt.Key.Key_B)
    assert model.cursors[1] is not None
    press(Qt.Key.Key_Escape)
    assert model.cursors == (None, None)
    press(Qt.Key.Key_Home)
    assert model.live


def test_signals_that_are_dropped_become_pens(plots: Plots) -> None:
    data = carried([TAG.id, OTHER.id])
    assert signals_in(data) == [TAG.id, OTHER.id]
    drop(plots.stack, data)
    assert [pen.id for pen in plots._model.pens] == [TAG.id, OTHER.id]


def test_twelve_pens_are_scrolled_and_none_is_too_small(plots: Plots) -> None:
    for i in range(12):
        plots._model.add(f"L1/30/{i}")
    QApplication.processEvents()
    assert all(plot.height() >= 76 for plot in plots.plots)
    assert plots.verticalScrollBar().maximum() > 0
