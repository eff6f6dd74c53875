"""Rules of the station page: what a person sees of one station, and how they get to the next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.app.raw import RawMessage
from console.domain.stations import NoData, StationState
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.floors import NOW, QuietConsole, SmallFloor, floor, line_of, station
from widgets.station import StationPage
from widgets.station.silence import what_to_check
from widgets.words import no_data_sentence


@pytest.fixture
def console() -> QuietConsole:
    return QuietConsole(floor())


@pytest.fixture
def page(qtbot: QtBot, console: QuietConsole) -> StationPage:
    made = StationPage(console)
    qtbot.addWidget(made)
    made.resize(1848, 984)
    made.show()
    made.show_station("L1/30")
    return made


def test_the_head_says_state_word_reason_alarm_order_product_and_piece(page: StationPage) -> None:
    head = page.header
    assert head.name.text() == "30 Weld A"
    assert head.pill.accessibleName() == "Stopped 00:02:31"
    assert [fact.value.text() for fact in head.facts] == [
        "ABORTED",
        "Porosity on seam, 3 in a row",
        "E217 seam camera: pore area above limit",
        "WO-10482",
        "PH-220 rev C",
        "PH220-004471",
    ]


def test_the_time_in_a_state_counts_up_with_each_beat(page: StationPage) -> None:
    page.beat(NOW + 60)
    assert page.header.pill.accessibleName() == "Stopped 00:03:31"


def test_the_keys_lead_to_the_neighbours_and_stop_at_the_ends_of_the_line(qtbot: QtBot, page: StationPage) -> None:
    qtbot.keyClick(page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.header.name.text() == "40 Weld B"
    assert not page.header.after.isEnabled()
    qtbot.keyClick(page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.header.name.text() == "40 Weld B"
    for _ in range(3):
        qtbot.keyClick(page, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert page.header.name.text() == "20 Press"


def test_escape_asks_for_the_board(qtbot: QtBot, page: StationPage) -> None:
    with qtbot.waitSignal(page.back, timeout=1000):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


@pytest.mark.parametrize("kind", list(NoData))
def test_a_station_without_data_says_which_kind_and_what_to_check(qtbot: QtBot, kind: NoData) -> None:
    lost = station("L1", 10, "Feed", StationState.NO_DATA, 5, kind)
    page = StationPage(QuietConsole(SmallFloor([line_of("L1", "L1", [lost])])))
    qtbot.addWidget(page)
    page.show_station("L1/10")
    assert not page.silence.isHidden()
    assert no_data_sentence(kind) in page.silence.headline.text()
    assert what_to_check(kind) in page.silence.advice.text()
    assert "Last heard 5 min 0 s ago." in page.silence.advice.text()


def test_a_station_with_data_shows_no_band_of_silence(page: StationPage) -> None:
    assert page.silence.isHidden()


def test_the_clock_skew_and_every_refused_value_are_said(page: StationPage) -> None:
    notes = page.notes
    assert notes.skew.text() == "The sender's clock is 40 h 12 min behind; ordered by receive time."
    assert "sentinel of a broken sensor" in notes.notes.text()
    assert "rollover" in notes.notes.text()


def test_a_station_that_the_plant_lost_is_said_and_does_not_fail(page: StationPage) -> None:
    page.show_station("L9/99\u202e")
    assert '"L9/99\\u202e"' in page.nothing.text()
    page.show_station("L1/30")
    assert page.nothing.isHidden()


def test_another_plant_under_the_page_is_taken_up_by_the_next_beat(page: StationPage, console: QuietConsole) -> None:
    console.floor = SmallFloor([])
    page.beat(NOW)
    assert not page.nothing.isHidden()


def test_markup_and_direction_marks_from_outside_stay_text(qtbot: QtBot, console: QuietConsole) -> None:
    evil = "<img src=x onerror=1>\u202e\x07&amp;"
    live = console.floor.stations["L1/30"]
    live.reason = live.alarm = live.word = live.order = live.product = live.unit = evil
    live.notes = {"<b>": evil}
    page = StationPage(console)
    qtbot.addWidget(page)
    page.show_station("L1/30")
    for fact in page.header.facts:
        assert fact.value.text() == "<img src=x onerror=1>\\u202e\\x07&amp;"
        assert fact.value.textFormat() == Qt.TextFormat.PlainText


def test_a_number_opens_its_definition_with_the_figures_of_the_moment(qtbot: QtBot, page: StationPage) -> None:
    page.numbers.by_code["first_pass"].click()
    opened = [w for w in QApplication.topLevelWidgets() if type(w).__name__ == "Definition" and w.isVisible()]
    assert len(opened) == 1
    shown = {
        opened[0].rows.itemAtPosition(row, 1).widget().text()
        for row in range(opened[0].rows.rowCount())
        if opened[0].rows.itemAtPosition(row, 1)
    }
    assert {"501", "7"} <= shown
    opened[0].close()


def test_a_cycle_beyond_takt_turns_loud_and_one_within_it_does_not(page: StationPage, console: QuietConsole) -> None:
    number = page.numbers.by_code["cycle_vs_takt"]
    assert number._tone == "text"
    console.floor.stations["L1/30"].cycle_mean = 40.0
    page.beat(NOW)
    assert (number.value(), number._tone) == ("133 %", "warning")


def test_a_choice_in_the_table_of_stretches_survives_beats(page: StationPage) -> None:
    table = page.history.table
    table.grid.selectRow(4)
    chosen = table.rows.index(4, 1).data()
    live = page._live()
    assert live is not None
    live.ribbon.change(StationState.RUNNING, None, NOW + 1)
    page.beat(NOW + 2)
    row = table.grid.currentIndex().row()
    assert row == 5
    assert table.rows.index(row, 1).data() == chosen


def test_beating_an_unchanged_station_is_cheap(page: StationPage, console: QuietConsole) -> None:
    console.raw["L1/30"] = [RawMessage(NOW, "a/b", b"1", False)]
    page.beat(NOW)
    painted = []
    page.history.top.ribbon.paintEvent = lambda event: painted.append(event)  # type: ignore[method-assign]
    for _ in range(5):
        page.beat(NOW)
        QApplication.processEvents()
    assert painted == []


def test_every_focusable_part_has_a_name_and_no_word_is_cut(page: StationPage) -> None:
    QApplication.processEvents()
    assert nameless(page) == []
    assert clipped(page) == []
