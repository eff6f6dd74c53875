"""The stops page: what wants a reason is explained by keyboard in a few keys, split, merged, and adds up."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.pins import hashed
from console.domain.commands.andon import ExplainCall
from console.domain.commands.people import AddPerson, SetPin
from console.domain.commands.stops import ClearReason
from console.domain.people import Grant, Role
from tests.app.calling import T0
from tests.app.stopping import Line
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.shell_parts import dressed
from widgets.calls.page import CallsPage
from widgets.languages import CODES, languages
from widgets.people.signing import Signing
from widgets.shell.memory import Memory
from widgets.shell.pages import Page
from widgets.shell.window import MainWindow
from widgets.station.page import StationPage
from widgets.stops.page import ALL, PARETO, REASONS, UNEXPLAINED, StopsPage
from widgets.stops.splitting import time_typed

pytestmark = pytest.mark.usefixtures("qapp")
K = Qt.Key
PIN = "2580"


@pytest.fixture(scope="module")
def line(qapp: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Line]:
    """Three stops: 10 for 300 s, 20 for 300 s, 10 again for 600 s after a minute in which it ran."""
    dressed()
    made = Line(tmp_path_factory.mktemp("line"))
    for id, role in (("olga", Role.OPERATOR), ("sue", Role.SUPERVISOR), ("ada", Role.ADMINISTRATOR)):
        scope = () if role is Role.ADMINISTRATOR else ("Suzhou", "Body", "L1")
        made.give(AddPerson(id, id.title(), id, (Grant(role, scope),)))
        made.give(SetPin(id, hashed(PIN, b"sixteen bytes ok")))
    for station, state, seconds in (
        ("10", "running", 0),
        ("20", "running", 60),
        ("10", "stopped", 300),
        ("10", "running", 0),
        ("20", "stopped", 60),
        ("10", "stopped", 240),
        ("20", "running", 360),
        ("10", "running", 600),
    ):
        made.say(station, state=state)
        made.after(seconds)
    assert [(place, until - since) for place, since, until in made.told() if until] == [
        ("L1/10", 300.0),
        ("L1/20", 300.0),
        ("L1/10", 600.0),
    ]
    yield made
    made.close()


@pytest.fixture(scope="module")
def window(line: Line, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    console = line.console
    pages = [
        Page("stops", lambda: "Stops", "octagon-pause", lambda: StopsPage(console)),
        Page("calls", lambda: "Calls", "siren", lambda: CallsPage(console)),
        Page("station", lambda: "Station", "square", lambda: StationPage(console), under="stops"),
    ]
    made = MainWindow(console, pages, None, Memory(tmp_path_factory.mktemp("memory")))
    made.resize(1600, 900)
    Signing(console, made)
    made.show()
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def page(line: Line, window: MainWindow) -> Iterator[StopsPage]:
    """The page with the three stops unexplained again, and Olga signed in."""
    for stop in line.seen():
        if stop.reason:
            line.give(ClearReason(stop.id, stop.place))
    sign_in(line, "olga")
    found = window.open("stops")
    assert isinstance(found, StopsPage)
    found._soon.setInterval(0)
    found.order.setCurrentIndex(0)
    show(line, found, UNEXPLAINED)
    found.grid.setFocus()
    choose(line, found, 0)
    assert len(found.model.rows) == len(line.seen())
    yield found
    languages.use("en")


def sign_in(line: Line, who: str) -> None:
    line.console.session.sign_in(who, PIN)
    line.until(lambda: line.console.session.person is not None and line.console.session.person.id == who)


def settle(line: Line, rounds: int = 3) -> None:
    """Let the records answer and the page show it."""
    for _ in range(2 * rounds):
        line.stops._look_at = line.stops._ask_at = 0.0
        line.console.tick()
        box: list[object] = []
        line.console.office.ask(lambda _: 1, box.append)
        line.until(lambda box=box: box)
        QApplication.processEvents()


def show(line: Line, page: StopsPage, view: int) -> None:
    page.tabs[view].click()
    settle(line, 2)


def key(line: Line, page: StopsPage, *keys: Qt.Key | str) -> None:
    for one in keys:
        target = QApplication.focusWidget() or page.grid
        QTest.keyClicks(target, one) if isinstance(one, str) else QTest.keyClick(target, one)
    settle(line)


def choose(line: Line, page: StopsPage, row: int) -> None:
    """Choose one row, whatever keys a test held before."""
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    page.grid.selectionModel().setCurrentIndex(page.model.index(row, 0), flags)
    settle(line)


def places(page: StopsPage) -> list[str]:
    return [one.stop.place for one in page.model.rows]


def test_stops_without_a_reason_are_listed_by_age_and_the_first_is_chosen(line: Line, page: StopsPage) -> None:
    assert places(page) == ["L1/10", "L1/20", "L1/10"]
    assert page.card.stop == line.seen()[0]
    assert page.tabs[UNEXPLAINED].text() == "Without a reason · 3"
    page.order.setCurrentIndex(1)
    settle(line)
    assert [one.stop.id for one in page.model.rows] == [stop.id for stop in reversed(line.seen())]


def test_two_letters_and_enter_explain_a_stop_and_the_next_is_chosen(line: Line, page: StopsPage) -> None:
    first, second, _ = line.seen()
    key(line, page, "ja", K.Key_Return)  # three keys
    explained = line.seen()[0]
    assert (explained.id, explained.reason, explained.by) == (first.id, "machine.jam", "olga")
    assert page.card.stop is not None
    assert page.card.stop.id == second.id
    assert page.grid.hasFocus()
    key(line, page, "7", K.Key_Return)  # two keys: the seventh
    assert line.seen()[1].reason != ""


def test_the_reasons_of_a_station_are_offered_first_for_its_next_stop(line: Line, page: StopsPage) -> None:
    key(line, page, "wo", K.Key_Return)
    choose(line, page, page.model.row_of(line.seen()[2].id))
    assert page.card.picker.model.rows[0].name == "Lately here"
    key(line, page, "1", K.Key_Return)
    assert line.seen()[2].reason == line.seen()[0].reason == "machine.wear"


def test_several_chosen_stops_get_one_reason_and_a_note(line: Line, page: StopsPage) -> None:
    page.grid.selectAll()
    settle(line)
    assert page.card.place.text() == "3 stops together"
    key(line, page, "meet")
    page.card.remark.setText("Town hall")
    page.card.go.click()
    settle(line)
    assert {(stop.reason, stop.note) for stop in line.seen()} == {("process.meeting", "Town hall")}
    assert page.model.rows == []
    assert "Every stop has its reason" in page.empty.text()
    assert page.card.stops == ()


def test_enter_without_a_reason_says_what_is_wanted(line: Line, page: StopsPage) -> None:
    key(line, page, K.Key_Return)
    assert "Choose a reason first" in page.card.said.text
    assert all(not stop.reason for stop in line.seen())


def test_a_stop_is_split_at_a_typed_time_and_by_dragging_and_merged_again(line: Line, page: StopsPage) -> None:
    third = line.seen()[2]
    choose(line, page, page.model.row_of(third.id))
    QTest.keyClick(page.grid, K.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert not page.card.splitting.isHidden()
    ribbon = page.card.ribbon
    before = ribbon.handle
    QTest.mousePress(ribbon, Qt.MouseButton.LeftButton, pos=QPoint(round(ribbon._x(third.since.timestamp() + 200)), 20))
    QTest.mouseRelease(ribbon, Qt.MouseButton.LeftButton)
    assert ribbon.handle is not None
    assert ribbon.handle != before
    assert abs(ribbon.handle - third.since.timestamp() - 200) < 5
    page.card.splitting.at.setFocus()
    page.card.splitting.at.selectAll()
    wall = datetime.fromtimestamp(third.since.timestamp() + 120, UTC).strftime("%H:%M:%S")
    key(line, page, wall, K.Key_Return)
    stops = line.seen()
    assert [(stop.until - stop.since).total_seconds() for stop in stops[2:] if stop.until] == [120.0, 480.0]
    choose(line, page, page.model.row_of(stops[2].id))
    QTest.keyClick(page.grid, K.Key_M, Qt.KeyboardModifier.ControlModifier)
    settle(line)
    assert [stop.seconds(line.now) for stop in line.seen()] == [300.0, 300.0, 600.0]


def test_neighbours_with_a_long_run_between_are_not_offered_to_be_merged(line: Line, page: StopsPage) -> None:
    first = line.seen()[0]
    choose(line, page, page.model.row_of(first.id))
    assert page.card.file is not None
    assert page.card.file.after is not None
    assert not page.card.merge.isHidden(), "it ran for one minute: less than a micro-stop"
    choose(line, page, page.model.row_of(line.seen()[1].id))
    assert page.card.merge.isHidden(), "there is no next one"


def test_what_the_call_says_is_proposed_and_taken_over_in_one_click_from_both_sides(
    line: Line, page: StopsPage, window: MainWindow
) -> None:
    shown = next(one for one in line.calls.open if one.call.place == "L1/20")
    line.give(ExplainCall(shown.call.id, "L1/20", "control", "Servo off"), "sue")
    choose(line, page, page.model.row_of(line.seen()[1].id))
    assert page.card.picker.reason == "machine.control", "proposed"
    page.card.calls.lines[0].take.click()
    settle(line)
    taken = line.seen()[1]
    assert (taken.reason, taken.call, taken.note) == ("machine.control", shown.call.id, "Servo off")
    line.give(ClearReason(taken.id, taken.place))
    calls = window.open("calls", shown.call.id)
    assert isinstance(calls, CallsPage)
    settle(line)
    assert "1 stop without a reason" in calls.card.stops.words.text()
    calls.card.stops.take.click()
    settle(line)
    assert line.seen()[1].reason == "machine.control"
    asked: list[tuple[str, str]] = []
    calls.open_requested.connect(lambda *told: asked.append(told))
    calls.card.stops.go.click()
    assert asked[0] == ("stops", taken.id)
    settle(line)
    assert page.view == ALL
    assert page.card.stop is not None
    assert page.card.stop.id == taken.id


def test_the_station_page_says_that_stops_want_a_reason(line: Line, page: StopsPage, window: MainWindow) -> None:
    station = window.open("station", "L1/10")
    assert isinstance(station, StationPage)
    station.beat(line.console.now())
    assert station.unexplained.text() == "2 stops without a reason"
    station.unexplained.click()
    settle(line)
    assert window.current == "stops"
    assert page.card.stop is not None
    assert page.card.stop.id == line.seen()[0].id


def test_the_pareto_adds_up_and_a_bar_leads_to_its_stops(line: Line, page: StopsPage) -> None:
    key(line, page, "ja", K.Key_Return)
    show(line, page, PARETO)
    rows = [(bar.words(), bar.figure()) for bar in page.pareto.bars if not bar.isHidden()]
    assert rows == [("No reason yet", "15 min"), ("Machine › Jam", "5.0 min")]
    page.pareto.by.setCurrentIndex(3)
    settle(line, 1)
    assert sum(share.seconds for share in page.pareto.shares) == 1200
    page.pareto.by.setCurrentIndex(1)
    settle(line, 1)
    assert [bar.words() for bar in page.pareto.bars if not bar.isHidden()][1] == "Breakdowns"
    page.pareto.bars[1].click()
    settle(line)
    assert page.view == ALL
    assert [one.stop.id for one in page.model.rows] == [line.seen()[0].id]
    page.behind.click()
    settle(line)
    assert len(page.model.rows) == 3
    for place in range(4):
        page.range.setCurrentIndex(place)
        settle(line, 1)
    page.range.setCurrentIndex(0)


def test_the_tree_is_edited_by_whom_it_is_given_to(line: Line, page: StopsPage) -> None:
    show(line, page, REASONS)
    editor = page.editor
    assert not editor.save.isEnabled(), "Olga is an operator"
    assert "do not allow" in editor.save.toolTip()
    sign_in(line, "ada")
    settle(line)
    editor.grid.selectRow(next(row for row, (one, _) in enumerate(editor.model.rows) if one.id == "machine.jam"))
    editor.machine.control.setText("*jam*, E77")
    editor.save.click()
    settle(line)
    jam = next(reason for reason in line.stops.reasons if reason.id == "machine.jam")
    assert jam.machine == ("*jam*", "E77")
    editor.add.click()
    assert editor.group.control.currentData() == "machine", "beside the chosen one"
    editor.save.click()
    settle(line)
    assert editor.name.refusal.text != ""
    editor.name.control.setText("Robot")
    editor.save.click()
    settle(line)
    assert any(reason.name == "Robot" and reason.parent == "machine" for reason in line.stops.reasons)


def test_a_time_without_a_day_is_the_one_inside_the_stop() -> None:
    since = T0 + 12 * 3600.0  # 23:30
    assert time_typed("23:40", since, since + 7200, UTC) == since + 600
    assert time_typed("0010", since, since + 7200, UTC) == since + 2400
    assert time_typed("00:10:30", since, since + 7200, UTC) == since + 2430
    assert time_typed("12:00", since, since + 7200, UTC) is None
    assert time_typed("soon", since, since + 7200, UTC) is None


def test_without_records_the_page_says_so(line: Line, page: StopsPage) -> None:
    ready = line.console.office.ready
    line.console.office.ready = type(ready)("records_damaged")
    try:
        page.read()
        assert page._views.currentWidget() is page.closed
    finally:
        line.console.office.ready = ready
        page.read()
    assert page._views.currentWidget() is not page.closed


@pytest.mark.parametrize("size", [(1366, 768), (960, 600)])
@pytest.mark.parametrize("code", CODES)
def test_no_word_is_cut_and_every_control_has_a_name(
    line: Line, page: StopsPage, window: MainWindow, code: str, size: tuple[int, int]
) -> None:
    languages.use(code)
    window.resize(*size)
    for view in range(4):
        show(line, page, view)
        assert clipped(window) == []
        assert nameless(page) == []
        assert page.minimumSizeHint().width() <= 960 - 70
    window.resize(1600, 900)


def test_reading_a_thousand_stops_does_not_hold_the_screen(line: Line, page: StopsPage) -> None:
    begin = time.perf_counter()
    page.model.show_rows(page.model.rows * 400, page.model.reasons, UTC)
    page.grid.viewport().repaint()
    assert time.perf_counter() - begin < 1.0
