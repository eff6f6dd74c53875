"""Rules of the tags table: value, age, quality and limits as they are, stale ones never like live ones."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.floor import StationLive, TagLive
from console.domain.readings import Quality, Role, Signal
from console.domain.stations import NoData, StationState
from tests.widgets.floors import NOW, weld
from widgets.station.sparkline import line_of
from widgets.station.tags import AGE, LIMITS, NAME, QUALITY, TREND, VALUE, Tags, TagsCard, outside
from widgets.tables import ICON, TONE


@pytest.fixture
def live() -> StationLive:
    return weld()


def table(live: StationLive, now: float = NOW) -> Tags:
    made = Tags()
    made.refresh(live, now)
    return made


def row(tags: Tags, name: str) -> int:
    return next(r for r in range(tags.rowCount()) if tags.index(r, NAME).data() == name)


def test_tags_stand_by_name_whatever_the_case(live: StationLive) -> None:
    live.tags["arc lamp"] = TagLive(Signal("L1/30", Role.TAG, "arc lamp"))
    tags = table(live)
    assert [tags.index(r, NAME).data() for r in range(2)] == ["arc lamp", "Arc voltage"]


def test_a_value_outside_its_limits_is_marked_by_icon_and_colour(live: StationLive) -> None:
    tags = table(live)
    at = row(tags, "Seam temperature")
    assert tags.index(at, VALUE).data(TONE) == "bad"
    assert tags.index(at, NAME).data(ICON) == ("triangle-alert", "bad")
    assert tags.index(row(tags, "Gas flow"), VALUE).data(TONE) == "text"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(1, 2, "1–2"), (-75, -50, "−75 – −50"), (1, None, "≥ 1"), (None, 2, "≤ 2"), (None, None, "")],
)
def test_limits_are_said_as_they_are_given(
    live: StationLive, low: float | None, high: float | None, words: str
) -> None:
    live.tags = {"x": TagLive(Signal("L1/30", Role.TAG, "x", low=low, high=high), 1.5)}
    assert table(live).index(0, LIMITS).data() == words


def test_true_is_no_number_and_never_outside_limits() -> None:
    assert not outside(TagLive(Signal("p", Role.TAG, "x", low=5), True))
    assert outside(TagLive(Signal("p", Role.TAG, "x", low=5), 1))


def test_values_of_a_dead_station_look_dead_and_come_back_with_it(live: StationLive) -> None:
    live.state, live.no_data = StationState.NO_DATA, NoData.STALE
    tags = table(live)
    at = row(tags, "Gas flow")
    assert tags.index(at, VALUE).data(TONE) == "text_faint"
    assert tags.index(at, NAME).data(ICON) == ("cloud-off", "text_faint")
    live.state, live.no_data = StationState.RUNNING, None
    assert tags.index(at, VALUE).data(TONE) == "text"


def test_bad_quality_and_retained_are_said_in_words(live: StationLive) -> None:
    tags = table(live)
    assert tags.index(row(tags, "Door"), QUALITY).data() == "Bad"
    assert tags.index(row(tags, "Program"), QUALITY).data() == "Good, retained"


def test_only_rows_that_read_differently_are_told_to_the_view(live: StationLive) -> None:
    tags = table(live)
    told: list[int] = []
    tags.dataChanged.connect(lambda first, last: told.append(first.row()))
    tags.refresh(live, NOW)
    assert told == []
    live.tags["Gas flow"].value, live.tags["Gas flow"].heard_at = 13.0, NOW
    tags.refresh(live, NOW)
    assert told == [row(tags, "Gas flow")]


def test_a_tag_that_appears_while_the_page_is_open_is_shown(live: StationLive) -> None:
    tags = table(live)
    before = tags.rowCount()
    live.tags["new"] = TagLive(Signal("L1/30", Role.TAG, "new"), 1.0, NOW, NOW, NOW, Quality.GOOD)
    tags.refresh(live, NOW)
    assert tags.rowCount() == before + 1


def test_an_age_is_never_negative(live: StationLive) -> None:
    tags = table(live, NOW - 1000)
    assert tags.index(row(tags, "Gas flow"), AGE).data() == "0.0 s"


def test_a_station_without_tags_says_what_will_appear(qtbot: QtBot, live: StationLive) -> None:
    live.tags = {}
    card = TagsCard()
    qtbot.addWidget(card)
    card.retranslate()
    card.refresh(live, NOW)
    assert card.grid.isHidden()
    assert "appear here" in card.empty.text()


@pytest.mark.parametrize("values", [[], [math.nan], [math.inf, 1.0], [5.0], [5.0, 5.0], [-1e308, 1e308], [0.0] * 600])
def test_a_sparkline_stays_inside_its_cell_whatever_the_values(values: list[float]) -> None:
    area = QRectF(0, 0, 120, 20)
    finite = [v for v in values if math.isfinite(v)]
    points = [(NOW - n, v) for n, v in enumerate(values)]
    line = line_of(points, min(finite, default=0.0), max(finite, default=0.0), area, NOW)
    assert all(area.adjusted(-1, -1, 1, 1).contains(line.at(n)) for n in range(line.size()))


def test_a_page_of_odd_tags_paints(qtbot: QtBot, live: StationLive) -> None:
    odd = {"nan": math.nan, "inf": math.inf, "text": "<b>x</b>\n" * 500, "none": None, "flag": True, "huge": 1e300}
    for name, value in odd.items():
        tag = live.tags[name] = TagLive(Signal("L1/30", Role.TAG, name, low=-1, high=1), value, NOW, NOW, NOW)
        tag.recent.extend([(NOW - 5, math.nan), (NOW - 4, math.inf), (NOW - 3, 1e300), (NOW - 2, -1e300)])
    card = TagsCard()
    qtbot.addWidget(card)
    card.resize(800, 600)
    card.refresh(live, NOW)
    assert not card.grab().isNull()


@pytest.mark.parametrize(("width", "shown"), [(900, {QUALITY, AGE, LIMITS, TREND}), (520, {LIMITS}), (1, {LIMITS})])
def test_in_a_narrow_window_the_names_stay_and_lesser_columns_give_way(
    live: StationLive, qtbot: QtBot, width: int, shown: set[int]
) -> None:
    card = TagsCard()
    qtbot.addWidget(card)
    card.refresh(live, NOW)
    card.show()
    for pixels in (1400, width):
        card.resize(pixels, 400)
        QApplication.processEvents()
    assert {column for column in (QUALITY, AGE, LIMITS, TREND) if not card.grid.isColumnHidden(column)} >= shown
    assert card.grid.columnWidth(NAME) >= 100
    assert "Not told" in card.grid.copied() or "Good" in card.grid.copied()


def test_a_button_shows_all_tags_of_the_station_in_the_trends(live: StationLive, qtbot: QtBot) -> None:
    card = TagsCard()
    qtbot.addWidget(card)
    asked: list[list[str]] = []
    card.all_drawn.connect(asked.append)
    card.refresh(live, NOW)
    card.retranslate()
    card.trends.click()
    assert sorted(asked[0]) == sorted(tag.signal.id for tag in live.tags.values())
    live.tags = {}
    card.refresh(live, NOW)
    assert not card.trends.isVisibleTo(card)
