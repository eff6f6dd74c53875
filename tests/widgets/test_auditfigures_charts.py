"""Rules of the radar and of the line of scores: names whole, numbers said, all by keyboard."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest

from tests.widgets.shell_parts import dressed
from widgets.auditfigures.radar import Axis, Radar, web, webbed
from widgets.auditfigures.scoreline import ScoreLine, floor_of, places, plot_box
from widgets.theme import font

pytestmark = pytest.mark.usefixtures("qapp")

NAMES = ("Sort", "Set in order", "Shine", "Standardize", "Sustain")
FIRST = datetime(2026, 6, 1, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def begin() -> None:
    dressed()


def radar(names: tuple[str, ...], wide: int = 420, high: int = 320) -> Radar:
    made = Radar()
    made.resize(wide, high)
    made.show_scores(names, [0.5] * len(names), [0.4] * len(names))
    return made


def drawn(part: Radar | ScoreLine) -> set[str]:
    image = part.grab().toImage()
    points = ((x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))
    return {image.pixelColor(x, y).name() for x, y in points}


@pytest.mark.parametrize("count", [3, 5, 6, 8])
def test_the_names_of_a_web_are_whole_and_none_is_over_another(count: int) -> None:
    axes = [Axis(f"Part {n}", 0.5, None) for n in range(count)]
    area, metrics = QRectF(0, 0, 420, 320), QFontMetricsF(font(12))
    boxes = web(area, axes, metrics)[2]
    assert webbed(area, axes, metrics)
    assert all(area.contains(box) for box in boxes)
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))


@pytest.mark.parametrize("count", [0, 1, 2, 31, 60])
def test_too_few_or_too_many_sections_are_bars(count: int) -> None:
    axes = [Axis(f"Part {n}", 0.5, None) for n in range(count)]
    assert not webbed(QRectF(0, 0, 420, 320), axes, QFontMetricsF(font(12)))
    assert radar(tuple(axis.name for axis in axes)).grab().width() == 420


def test_long_names_that_find_no_room_round_the_web_are_bars() -> None:
    axes = [Axis(f"A section with quite a long name number {n}", 0.5, None) for n in range(14)]
    assert not webbed(QRectF(0, 0, 320, 240), axes, QFontMetricsF(font(12)))


def test_a_radar_says_its_numbers_to_whoever_cannot_see_it() -> None:
    made = Radar()
    made.show_scores(["Sort", "Shine", "<b>Sustain</b>"], [0.855, None, 1.2], [0.8, 0.4, None])
    assert made.accessibleName() == "Score by section"
    assert made.accessibleDescription() == "Sort: 86 %, last 80 %; Shine: –, last 40 %; <b>Sustain</b>: 100 %"


def test_the_section_that_is_pointed_at_says_its_numbers_and_a_click_chooses_it() -> None:
    made, chosen = radar(NAMES), list[int]()
    made.chosen.connect(chosen.append)
    middle, radius, boxes = web(QRectF(made.rect()), made.axes, QFontMetricsF(font(12)))
    assert made.words_at(middle - QPointF(0, radius / 2)) == "Sort: 50 %, last 40 %"
    assert made.words_at(boxes[2].center()) == "Shine: 50 %, last 40 %"
    assert made.words_at(QPointF(1, 1)) == ""
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=boxes[1].center().toPoint())
    assert chosen == [1]


def test_bars_are_pointed_at_row_by_row() -> None:
    made = radar(("Sort", "Shine"), 300, 60)
    assert made.words_at(QPointF(50, 5)).startswith("Sort")
    assert made.words_at(QPointF(50, 50)).startswith("Shine")


def test_a_radar_without_sections_paints_nothing_and_says_nothing() -> None:
    empty = radar(())
    assert len(drawn(empty)) == 1
    assert empty.words_at(QPointF(10, 10)) == ""
    assert len(drawn(radar(NAMES))) > 3


def line(count: int = 4, target: float | None = 0.8) -> ScoreLine:
    made = ScoreLine()
    made.resize(400, 200)
    made.show_points([(FIRST + timedelta(days=10 * n), 0.5 + 0.1 * n) for n in range(count)], target, UTC)
    return made


def test_points_are_where_their_time_and_share_say() -> None:
    made = line(3)
    box, floor = plot_box(QRectF(made.rect())), floor_of(made.points, made.target)
    spots = places(made.points, box, floor)
    assert floor == 0.4
    assert [spot.x() for spot in spots] == [box.left(), box.center().x(), box.right()]
    assert spots[0].y() == pytest.approx(box.bottom() - box.height() / 6)
    assert places([(FIRST, 1.0)], box, 0.0)[0] == QPointF(box.center().x(), box.top())
    assert floor_of([(FIRST, 0.0)], None) == 0.0


def test_a_point_is_chosen_by_click_with_its_index() -> None:
    made, chosen = line(), list[int]()
    made.chosen.connect(chosen.append)
    spots = places(made.points, plot_box(QRectF(made.rect())), floor_of(made.points, made.target))
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=spots[2].toPoint())
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPointF(2, 2).toPoint())
    assert chosen == [2]


def test_points_are_walked_over_and_chosen_by_keyboard() -> None:
    made, chosen = line(), list[int]()
    made.chosen.connect(chosen.append)
    made.show()
    made.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(made, Qt.Key.Key_End)
    assert made.accessibleDescription() == "2026-07-01 09:00 · 80 %"
    QTest.keyClick(made, Qt.Key.Key_Left)
    QTest.keyClick(made, Qt.Key.Key_Return)
    QTest.keyClick(made, Qt.Key.Key_Home)
    QTest.keyClick(made, Qt.Key.Key_Left)
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert chosen == [2, 0]
    assert made.accessibleDescription() == "2026-06-01 09:00 · 50 %"
    made.close()


def test_a_line_without_points_takes_every_key_and_click_quietly() -> None:
    made, chosen = line(0, None), list[int]()
    made.chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Return, Qt.Key.Key_End):
        QTest.keyClick(made, key)
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPointF(200, 100).toPoint())
    assert made.grab().width() == 400
    assert chosen == []


def test_the_line_tells_its_last_points_and_the_target() -> None:
    made = line(2)
    assert made.accessibleDescription() == "2026-06-01 09:00 · 50 %; 2026-06-11 09:00 · 60 %; target 80 %"
