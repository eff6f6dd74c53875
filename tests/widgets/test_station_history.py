"""Rules of the state history: ribbon, minutes and table are three views of one list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.domain.ribbon import Ribbon, Segment
from console.domain.stations import NoData, StationState
from tests.widgets.floors import NOW, START, floor, line_of, ribbon, weld
from widgets.station.history import History
from widgets.station.ribbon import StateRibbon, ticks
from widgets.station.segments import segments_of, totals, unexplained, window_of

S = StationState


@pytest.fixture
def history(qtbot: QtBot) -> History:
    made = History()
    for card in (made.top, made.table):
        qtbot.addWidget(card)
        card.resize(1440, 400)
        card.show()
    live = weld()
    made.refresh(line_of("L1", "L1", [live]), live, NOW, None)
    made.retranslate()
    return made


def test_the_minutes_of_all_states_together_are_the_shift_so_far() -> None:
    live = weld()
    segments = segments_of(live, window_of(line_of("L1", "L1", [live]), NOW))
    assert sum(totals(segments).values()) == pytest.approx(NOW - START)


def test_stretches_are_listed_newest_first(history: History) -> None:
    rows = history.table.rows
    assert rows.index(0, 0).data() == "Stopped"
    assert rows.index(0, 3).data() == "Porosity on seam, 3 in a row"
    assert rows.index(rows.rowCount() - 1, 2).data() == "00:34:00"


def test_a_stop_without_a_reason_is_marked_and_one_with_a_reason_is_not(history: History) -> None:
    rows = history.table.rows
    reasons = [rows.index(row, 3).data() for row in range(rows.rowCount()) if rows.index(row, 0).data() == "Stopped"]
    assert reasons == ["Porosity on seam, 3 in a row", "No reason given", "Wire feed jam"]
    assert "1 stop" in history.top.note.text()
    assert unexplained(Segment(S.STOPPED, None, 0, 1, "  "))
    assert not unexplained(Segment(S.STARVED, None, 0, 1, ""))


def test_no_data_names_its_kind(history: History) -> None:
    rows = history.table.rows
    assert "No data · Silent" in [rows.index(row, 0).data() for row in range(rows.rowCount())]


def test_neighbours_that_say_the_same_are_one_stretch() -> None:
    live = weld()
    live.ribbon = ribbon((0, S.RUNNING, ""), (10, S.RUNNING, ""), (20, S.STOPPED, "a"), (21, S.STOPPED, "b"))
    segments = segments_of(live, window_of(line_of("L1", "L1", [live]), NOW))
    assert [(s.state, s.reason) for s in segments] == [(S.RUNNING, ""), (S.STOPPED, "a"), (S.STOPPED, "b")]


def test_without_a_shift_the_last_eight_hours_are_shown() -> None:
    window = window_of(None, NOW)
    assert (window.end - window.start, window.end) == (8 * 3600, NOW)


def test_the_arrow_keys_walk_the_ribbon_and_stop_at_its_ends(qtbot: QtBot, history: History) -> None:
    strip = history.top.ribbon
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert strip.chosen() == 15
    qtbot.keyClick(strip, Qt.Key.Key_Home)
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert strip.chosen() == 0
    qtbot.keyClick(strip, Qt.Key.Key_End)
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert strip.chosen() == 15
    assert "Porosity on seam" in history.top.readout.text()
    assert history.table.grid.currentIndex().row() == 0


def test_keys_on_an_empty_ribbon_do_nothing(qtbot: QtBot) -> None:
    strip = StateRibbon()
    qtbot.addWidget(strip)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
        qtbot.keyClick(strip, key)
    assert strip.chosen() == -1


def test_a_click_on_the_ribbon_chooses_the_stretch_painted_there(qtbot: QtBot, history: History) -> None:
    strip = history.top.ribbon
    x = strip.width() * (123 / 480)
    strip.choose(strip.place_at(x))
    assert strip.described(strip.chosen()).startswith("Stopped · ")
    assert "No reason given" in history.top.readout.text()


def test_a_state_pressed_below_the_ribbon_filters_the_table_and_again_shows_all(qtbot: QtBot, history: History) -> None:
    button = history.top._totals[S.STOPPED]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert history.table.rows.rowCount() == 3
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert history.table.rows.rowCount() == 16


def test_another_station_begins_without_filter_and_choice(qtbot: QtBot, history: History) -> None:
    qtbot.mouseClick(history.top._totals[S.STOPPED], Qt.MouseButton.LeftButton)
    history.top.ribbon.choose(3)
    other = floor().stations["L2/40"]
    history.refresh(None, other, NOW, None)
    assert history.top.ribbon.chosen() == -1
    assert history.table.rows.rowCount() == 2


def test_a_ribbon_of_ten_thousand_flickers_still_paints(qtbot: QtBot) -> None:
    live = weld()
    live.ribbon = Ribbon()
    for step in range(10_000):
        state = S.RUNNING if step % 2 else S.STOPPED
        live.ribbon.change(state, None, START + step * 2.0)
    made = History()
    qtbot.addWidget(made.top)
    made.refresh(line_of("L1", "L1", [live]), live, NOW, None)
    made.top.resize(1000, 160)
    assert not made.top.grab().isNull()
    assert made.table.rows.rowCount() == 10_000


def test_nonsense_times_are_painted_without_failing(qtbot: QtBot) -> None:
    live = weld()
    live.ribbon = Ribbon([], Segment(S.NO_DATA, NoData.WAITING, 0.0, None))
    made = History()
    qtbot.addWidget(made.top)
    made.refresh(None, live, 1e18, None)
    made.top.resize(600, 160)
    assert not made.top.grab().isNull()


@pytest.mark.parametrize("hours", [0.01, 1, 8, 24, 300, 9000])
@pytest.mark.parametrize("pixels", [40, 700, 3000])
def test_hour_labels_never_crowd(hours: float, pixels: int) -> None:
    found = ticks(START, START + hours * 3600, pixels)
    assert len(found) <= max(pixels // 70, 1) + 1
    assert all(START <= t <= START + hours * 3600 for t in found)
