"""Who needs somebody: the order, the rows, and that it never breaks while states change under it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from pytestqt.qtbot import QtBot

from console.domain.live import LineLive
from console.domain.stations import NoData, StationState
from tests.widgets.boards import NASTY, Brush, Clock, differing, line, picture, press, settle
from tests.widgets.floors import NOW, floor, line_of, station
from tests.widgets.shell_parts import dressed
from widgets.board.attention import HEAD, ROW, AttentionPanel, needing, why
from widgets.board.tile import advance
from widgets.languages import languages
from widgets.theme import themes

S, K = StationState, Qt.Key
pytestmark = pytest.mark.usefixtures("qapp")
Make = Callable[..., AttentionPanel]


@pytest.fixture(autouse=True)
def _dressed() -> None:
    dressed()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def make(qtbot: QtBot, clock: Clock) -> Make:
    def build(lines: list[LineLive], height: int = 600) -> AttentionPanel:
        panel = AttentionPanel(lambda: lines, clock.now)
        qtbot.addWidget(panel)
        panel.resize(420, height)
        panel.show()
        panel.activateWindow()
        panel.setFocus()
        panel.beat(clock.at)
        settle()
        return panel

    return build


def names(lines: list[LineLive]) -> list[str]:
    return [live.station.id for need in needing(lines) for live in need.stations]


def row(panel: AttentionPanel, i: int) -> QPoint:
    return panel._row_rect(i).center()


def test_stops_come_before_no_data_and_the_oldest_first() -> None:
    lines = [
        line_of(
            "L1",
            "One",
            [
                station("L1", 10, "a", S.NO_DATA, 90, NoData.SILENT),
                station("L1", 20, "b", S.STOPPED, 2),
                station("L1", 30, "c", S.STOPPED, 40),
            ],
        ),
        line_of(
            "L2",
            "Two",
            [station("L2", 10, "d", S.STOPPED, 9), station("L2", 20, "e", S.NO_DATA, 200, NoData.OFFLINE)],
        ),
    ]
    assert names(lines) == ["L1/30", "L2/10", "L1/20", "L2/20", "L1/10"]


@pytest.mark.parametrize("state", [s for s in S if s not in (S.STOPPED, S.NO_DATA)])
def test_what_waits_or_is_planned_needs_nobody(state: StationState) -> None:
    assert names([line(1, 3, state)]) == []


@pytest.mark.parametrize(("kind", "needs"), [(k, k not in (NoData.WAITING, NoData.AWAY)) for k in NoData])
def test_only_a_station_that_was_heard_before_is_missed(kind: NoData, needs: bool) -> None:
    lines = [line_of("L1", "One", [station("L1", 10, "a", S.NO_DATA, 5, kind)])]
    assert bool(names(lines)) is needs


def test_many_stations_of_a_line_that_fell_silent_together_are_one_row_that_counts_all(make: Make) -> None:
    panel = make([line(1, 6, S.NO_DATA), line(2, 2, S.NO_DATA)])
    assert [len(need.stations) for need in panel._rows] in ([6, 1, 1], [1, 1, 6])
    assert panel.count == 8
    together = next(need for need in panel._rows if len(need.stations) == 6)
    assert "6" in panel.place(together)


def test_a_row_opens_its_station_by_mouse_and_by_keyboard(make: Make, qtbot: QtBot) -> None:
    panel = make(floor().lines)
    wanted = [need.station.station.id for need in panel._rows]
    assert len(wanted) == 3
    for i, place in enumerate(wanted):
        with qtbot.waitSignal(panel.opened, timeout=500) as opened:
            qtbot.mouseClick(panel, Qt.MouseButton.LeftButton, pos=row(panel, i))
        assert opened.args == [place]
    press(panel, *[K.Key_Up] * 5)
    for i, place in enumerate(wanted):
        with qtbot.waitSignal(panel.opened, timeout=500) as opened:
            press(panel, K.Key_Return)
        assert opened.args == [place], i
        press(panel, K.Key_Down)


def test_beside_the_rows_nothing_opens(make: Make, qtbot: QtBot) -> None:
    panel = make(floor().lines)
    with qtbot.assertNotEmitted(panel.opened):
        qtbot.mouseClick(panel, Qt.MouseButton.LeftButton, pos=QPoint(200, 20))
        qtbot.mouseClick(panel, Qt.MouseButton.LeftButton, pos=row(panel, 3))


def test_states_that_change_between_two_looks_never_break_it(make: Make, clock: Clock, qtbot: QtBot) -> None:
    lines = floor().lines
    panel = make(lines)
    for state in S:
        for kind in (None, *NoData):
            for live in (live for known in lines for live in known.stations):
                live.state, live.no_data, live.since = state, kind, 0.0
            panel.repaint()
    press(panel, K.Key_Down, K.Key_Return, K.Key_Up)
    qtbot.mouseClick(panel, Qt.MouseButton.LeftButton, pos=row(panel, 2))
    lines.clear()
    panel.repaint()
    panel.beat(clock.at)
    press(panel, K.Key_Down, K.Key_Return)
    assert panel.count == 0


@pytest.mark.parametrize("height", [HEAD + ROW, 200, 300, 500, 1200])
def test_rows_that_do_not_fit_are_counted_and_nothing_is_drawn_over_another(make: Make, height: int) -> None:
    panel = make([line(n, 1, S.STOPPED, n) for n in range(1, 13)], height)
    shown = min(panel._shown(), 12)
    assert shown >= 1
    last = panel._row_rect(shown - 1)
    assert last.bottom() < panel.height()
    if shown < 12:
        words = QRect(0, panel.height() - 26, 300, 20)
        assert not words.intersects(last)
        fewer = picture(panel, words)
        panel._rows = panel._rows[:-1]
        panel.repaint()
        assert differing(fewer, picture(panel, words)) > 3, "the number is another"


def test_all_rows_that_fit_are_shown_without_a_number(make: Make) -> None:
    panel = make([line(n, 1, S.STOPPED, n) for n in range(1, 5)], HEAD + 4 * ROW + 8)
    assert panel._shown() == 4


def test_a_choice_that_no_longer_fits_the_window_is_never_opened_unseen(make: Make, qtbot: QtBot) -> None:
    panel = make([line(n, 1, S.STOPPED, n) for n in range(1, 13)], 1200)
    press(panel, *[K.Key_Down] * 11)
    panel.resize(420, 250)
    settle()
    shown = {panel._rows[i].station.station.id for i in range(panel._shown())}
    with qtbot.waitSignal(panel.opened, timeout=500) as opened:
        press(panel, K.Key_Return)
    assert opened.args[0] in shown


def test_it_is_repainted_once_a_second_or_when_something_changed(make: Make, clock: Clock) -> None:
    lines = floor().lines
    panel = make(lines)
    brush = Brush(panel)
    assert brush.after(lambda: panel.beat(clock.at + 0.2)).isEmpty()
    assert not brush.after(lambda: panel.beat(clock.at + 1.1)).isEmpty()

    def reason() -> None:
        lines[1].stations[1].reason = "Die worn"
        panel.beat(clock.at + 1.2)

    assert not brush.after(reason).isEmpty()


def test_nothing_to_do_is_said_and_costs_no_frames(make: Make, clock: Clock) -> None:
    panel = make([line(1)])
    assert panel.count == 0
    brush = Brush(panel)
    assert brush.after(lambda: [panel.beat(clock.at + n) for n in range(5)]).isEmpty()
    blank = picture(panel)
    panel._rows = needing(floor().lines)
    panel.repaint()
    assert differing(blank, picture(panel)) > 300


def test_the_focus_is_seen_and_said(make: Make) -> None:
    panel = make(floor().lines)
    press(panel, K.Key_Down)
    with_focus = picture(panel)
    said = panel.accessibleDescription()
    assert "30 Weld A" in said or "Press 04" in said
    panel.clearFocus()
    settle()
    assert differing(with_focus, picture(panel)) > 300


@pytest.mark.parametrize("name", NASTY)
def test_words_from_outside_are_plain_and_leave_the_other_rows_alone(make: Make, name: str) -> None:
    def lines(said: str) -> list[LineLive]:
        made = [line(1, 1, S.STOPPED, 9), line(2, 1, S.STOPPED, 5)]
        made[0].stations[0].station = replace(made[0].stations[0].station, name=said)
        made[0].stations[0].reason = said
        return made

    usual, panel = make(lines("Usual")), make(lines(name))
    second = usual._row_rect(1)
    assert differing(picture(usual, second), picture(panel, second), 0) == 0
    wide = advance("00:00:00", 15.5, 700)
    clock = QRect(usual._row_rect(0).right() - 4 - wide, HEAD + 4, wide, 30)
    assert differing(picture(usual, clock), picture(panel, clock), 0) == 0
    press(panel, K.Key_Up)
    assert not set(panel.accessibleDescription()) & {"\u202e", "\x00", "\n"}


def test_why_is_the_state_and_the_machines_own_word_for_it() -> None:
    lines = floor().lines
    told = {live.station.id: why(live) for known in lines for live in known.stations}
    assert told["L1/30"] == "Stopped · Porosity on seam, 3 in a row"
    assert told["L2/40"] == "Stopped"
    assert told["L4/30"].startswith("Stale · The edge node of this station died")


@pytest.mark.parametrize("switch", ["theme", "language"])
def test_another_theme_or_language_repaints_it(make: Make, switch: str) -> None:
    panel = make(floor().lines)
    before = picture(panel)
    assert panel.accessibleName() == "Needs attention"
    themes.use("light") if switch == "theme" else languages.use("zh_CN")
    settle()
    assert differing(before, picture(panel)) > 100
    if switch == "language":
        assert panel.accessibleName() != "Needs attention"
    themes.use("dark")
    languages.use("en")


def test_its_age_counts_from_when_it_began(make: Make, clock: Clock) -> None:
    panel = make([line(1, 1, S.STOPPED, 5)])
    [need] = panel._rows
    assert need.since == NOW - 300
