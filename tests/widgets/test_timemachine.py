"""The time machine's page: the past looks like the board did, says that it is past, and takes no command."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from console.app.queries.past import at as records_at
from console.domain.andon import Call, Severity, Source
from console.domain.commands import CONSOLE
from console.domain.commands.andon import RaiseCall, RejectCall
from console.domain.commands.people import BeginPlant
from console.domain.commands.stops import TellStops
from console.domain.stops import ToldStop
from tests.app.pasts import Lived, cards, tiles
from tests.app.staffed import ADA, pin_hash
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.shell_parts import dressed
from widgets.board.page import BoardPage
from widgets.calls.raising import Raising
from widgets.languages import languages
from widgets.screens import pages
from widgets.shell.memory import Memory
from widgets.shell.window import MainWindow
from widgets.theme import Theme, themes
from widgets.timemachine.page import TimeMachinePage

START = datetime(2025, 3, 4, 9, 30, tzinfo=UTC).timestamp()
RAISED, ENDED = START + 1200, START + 1500
K = Qt.Key


@pytest.fixture(scope="module")
def lived(qapp, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lived]:
    """Forty minutes with a call that was open for five of them."""
    made = Lived(tmp_path_factory.mktemp("past"), START)
    made.live(600)
    assert made.console.calls is not None
    pump(made, lambda: made.console.calls.known, made.console.tick)
    give(made, BeginPlant(ADA, "Ada", "1", pin_hash()), ADA)
    give(made, RaiseCall("L1/30", "quality", "Porosity on seam", Severity.MAJOR, Source.RULE, "", "seam", moment(made)))
    made.live(150)
    (call,) = [one for one in ask(made, lambda desk: desk.find(Call)) if one.about == "seam"]
    give(made, RejectCall(call.id, "L1/30", "Seen, none"), ADA)
    stop = (datetime.fromtimestamp(START + minutes * 60, UTC) for minutes in (10, 15))
    give(made, TellStops((ToldStop("L1/40", *stop, "Jam", "L1"),)))
    made.live(450)
    made.console.show(made.clock.now())
    for _ in range(30):
        made.console.tick()
        ask(made, lambda desk: None)
    pump(made, lambda: not made.console.calls.saving, made.console.tick)
    yield made
    made.close()


def moment(lived: Lived) -> datetime:
    return datetime.fromtimestamp(lived.clock.now(), UTC)


def give(lived: Lived, command: Any, who: str = CONSOLE) -> None:
    box: list[Any] = []
    lived.console.office.do(command, box.append, box.append, who=who)
    pump(lived, lambda: box)
    assert not isinstance(box[0], Exception), (box[0].code, box[0].facts)


def ask(lived: Lived, query: Callable[[Any], Any]) -> Any:
    box: list[Any] = []
    lived.console.office.ask(query, box.append, box.append)
    pump(lived, lambda: box)
    return box[0]


def pump(lived: Lived, true: Callable[[], object], beat: Callable[[], object] = lambda: None) -> None:
    end = time.monotonic() + 20.0
    while not true():
        assert time.monotonic() < end
        beat()
        lived.console.mailbox.run_errands()
        QApplication.processEvents()
        time.sleep(0.001)


@pytest.fixture(scope="module")
def shell(lived: Lived, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    dressed()
    memory = Memory(tmp_path_factory.mktemp("memory"))
    made = MainWindow(lived.console, pages(lived.console, memory), lambda: BoardPage(lived.console), memory)
    Raising(lived.console, made)
    made.resize(1920, 1080)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def page(shell: MainWindow, lived: Lived) -> Iterator[TimeMachinePage]:
    """The page, open on the call's time."""
    dressed()
    shell.resize(1920, 1080)
    shell.activateWindow()
    made = shell.open("timemachine", f"{RAISED + 180:.0f}")
    assert isinstance(made, TimeMachinePage)
    arrive(lived, made)
    yield made
    made.play(False)


def arrive(lived: Lived, page: TimeMachinePage) -> None:
    """Until the board, the calls and the marks of the time that is wanted are there."""
    pump(lived, lambda: page.moment is not None and page.moment.at == page.wanted and not lived.machine.busy)
    for _ in range(2):
        ask(lived, lambda desk: None)
    page.beat(lived.console.now())
    QApplication.processEvents()


def test_the_page_shows_the_board_calls_and_orders_of_that_time(page: TimeMachinePage, lived: Lived) -> None:
    live = lived.shown[RAISED + 120]
    page.go(RAISED + 120)
    arrive(lived, page)
    assert tiles(page.body.past.floor) == live[0]
    assert cards(page.body.past.floor) == live[1]
    row = next(row for row in page.body.calls.rows if row.call.about == "seam")
    assert row.call.stage.value == "raised"
    assert page.body.calls._now() - row.since == pytest.approx(120, abs=3), "its age then"
    assert "WO-" in " ".join(page.body.orders.sentences())
    assert any("/" in words for words in page.body.orders.sentences())

    page.go(ENDED + 60)
    arrive(lived, page)
    assert all(row.call.about != "seam" for row in page.body.calls.rows)


def test_the_banner_says_when_it_was_and_that_nothing_is_live(page: TimeMachinePage, lived: Lived) -> None:
    assert page.banner.words.text() == "The board as it was on Tue 4 Mar 2025, 09:53 — nothing here is live"
    ago = (lived.console.now() - RAISED - 180) / 60
    assert page.banner.more.text().startswith(f"{int(ago)} min")
    assert "Day shift" in page.banner.more.text()


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_the_past_has_a_frame_and_a_pattern_in_a_colour_that_nothing_live_has(
    page: TimeMachinePage, theme: str
) -> None:
    themes.use(theme)
    QApplication.processEvents()
    past, ground = Theme(theme).color("past"), Theme(theme).color("past_fill")
    picture = page.body.grab().toImage()
    for row in (3, picture.height() - 4):
        seen = {picture.pixelColor(x, row).rgb() for x in range(0, picture.width(), 1)}
        assert {past.rgb(), ground.rgb()} <= seen, "stripes along the whole edge"
    board = page.window().widget("board")  # type: ignore[attr-defined]
    board.resize(page.size())
    colours = {QColor(Theme(theme).color(role)).rgb() for role in ("past", "past_fill")}
    image = board.grab().toImage()
    live = {image.pixelColor(x, y).rgb() for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)}
    assert not colours & live


def test_the_keyboard_moves_through_the_day(page: TimeMachinePage, lived: Lived) -> None:
    page.slider.setFocus()
    begin = page.wanted
    for key, seconds in ((K.Key_Left, -60), (K.Key_Right, 60), (K.Key_Up, 60), (K.Key_Down, -60)):
        QTest.keyClick(page.slider, key)
        assert page.wanted == begin + seconds
        begin = page.wanted
    page.go(lived.console.now())
    end = page.wanted
    QTest.keyClick(page.slider, K.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert page.wanted == end - 600
    QTest.keyClick(page.slider, K.Key_PageUp)
    assert page.wanted == page.first, "an hour back is before the recording: as far as there is something"
    QTest.keyClick(page.slider, K.Key_PageDown)
    assert page.wanted == end, "and never into the future"
    QTest.keyClick(page.slider, K.Key_Home)
    assert page.wanted == page.first
    QTest.keyClick(page.slider, K.Key_End)
    assert page.wanted == end
    QTest.keyClick(page, K.Key_Space)
    assert page._playing.isActive()
    QTest.keyClick(page, K.Key_Space)
    assert not page._playing.isActive()
    arrive(lived, page)


def test_the_buttons_step_and_the_mouse_drags(page: TimeMachinePage, lived: Lived) -> None:
    page.go(START + 1800)
    for button, seconds in ((page.controls.minute_back, -60), (page.controls.minute_on, 60)):
        before = page.wanted
        button.click()
        assert page.wanted == before + seconds
    x = page.slider._x(START + 900)
    QTest.mouseClick(page.slider, Qt.MouseButton.LeftButton, pos=QPoint(round(x), 30))
    assert abs(page.wanted - START - 900) <= 60
    assert page.wanted % 60 == 0
    arrive(lived, page)


def test_playing_goes_sixty_times_as_fast_and_ends_at_now(page: TimeMachinePage, lived: Lived) -> None:
    page.go(START + 600)
    arrive(lived, page)
    page.controls.play.click()
    begin = page.wanted
    page._playing.timeout.emit()
    assert page.wanted == begin + 15, "a quarter of a second is fifteen of the past"
    page.go(lived.console.now())
    arrive(lived, page)
    page._playing.timeout.emit()
    assert not page._playing.isActive()


def test_the_slider_knows_the_shifts_calls_and_stops_of_the_day(page: TimeMachinePage, lived: Lived) -> None:
    pump(lived, lambda: page.day is not None and page.day.calls)
    assert page.day is not None
    assert {"Day shift", "Late shift"} <= {shift.name for shift in page.day.shifts}
    said = page.slider.words_at(page.slider._x(RAISED))
    assert "Porosity on seam" in said
    assert "Day shift" in said
    assert (START + 600, START + 900, "L1/40") in page.day.stops
    assert "L1/40" in page.slider.words_at(page.slider._x(START + 750))


def test_an_area_hides_the_lines_of_others(page: TimeMachinePage, lived: Lived) -> None:
    area = lived.console.floor.lines[0].line.area
    page.set_scope(area)
    assert {live.line.area for live in page.body.lines()} == {area}
    page.set_scope("nowhere")
    assert page.body.lines() == []
    page.set_scope(None)
    assert len(page.body.lines()) == len(lived.console.floor.lines)


def test_a_call_opens_its_record_and_a_tile_the_trends_of_that_time(page: TimeMachinePage, lived: Lived) -> None:
    asked: list[tuple[str, str]] = []
    page.open_requested.disconnect()
    page.open_requested.connect(lambda key, subject: asked.append((key, subject)))
    shown = page.window()
    try:
        call = page.body.calls.rows[0].call.id
        QTest.mouseClick(page.body.calls, Qt.MouseButton.LeftButton, pos=page.body.calls._row_rect(0).center())
        page.body.view.station_opened.emit("L1/30")
        page.back.click()
    finally:
        page.open_requested.connect(shown.open)  # type: ignore[attr-defined]
    assert asked[0] == ("calls", call)
    key, subject = asked[1]
    ids, times = subject.rsplit("\n", 1)
    assert key == "trends"
    assert all(id.startswith("L1/30/") for id in ids.splitlines())
    start, end = map(float, times.removeprefix("@").split(","))
    assert start < page.body.past.now() < end
    assert asked[2] == ("board", "")


def test_no_command_can_be_given_from_the_past(page: TimeMachinePage, lived: Lived) -> None:
    """Every button is pressed and every key struck, on each part of the page; the trail stays as it is."""
    shell = page.window()
    page.open_requested.disconnect()
    page.body.figures.opened.disconnect()  # a window that explains a figure would wait to be closed
    try:
        before = lines(lived)
        for button in page.findChildren(QAbstractButton):
            button.click()
        parts = [page.slider, page.body.view, page.body.calls, page.body.attention, page.body.orders, page]
        for part in parts:
            part.setFocus()
            for key in [*range(K.Key_A, K.Key_Z + 1), K.Key_F2, K.Key_Return, K.Key_Space, K.Key_Delete, *DIGITS]:
                QTest.keyClick(part, K(key))
        for row in range(len(page.body.calls.rows)):
            rect = page.body.calls._row_rect(row)
            for x in range(rect.left(), rect.right(), 40):
                QTest.mouseClick(page.body.calls, Qt.MouseButton.LeftButton, pos=QPoint(x, rect.bottom() - 12))
        page.play(False)
        raising = shell.findChild(Raising)
        assert raising is not None
        assert not raising.panel.isVisible(), "F2 raises nothing here"
        assert "Nothing can be raised in the past" in page.said.text()
        arrive(lived, page)
        assert lines(lived) == before
    finally:
        page.open_requested.connect(shell.open)  # type: ignore[attr-defined]
        page.body.figures.opened.connect(page.body._explain)
    for name in ("office", "session", "calls", "do"):
        assert not hasattr(page.body.past, name), "there is nothing a command could be given to"


DIGITS = range(K.Key_0, K.Key_9 + 1)


def lines(lived: Lived) -> int:
    from console.app.queries.trail import Wanted, how_many

    box: list[Any] = []
    lived.console.office.run(how_many(Wanted()), box.append, box.append)
    pump(lived, lambda: box)
    return int(box[0])


def test_the_records_away_are_said_and_the_board_is_shown_all_the_same(page: TimeMachinePage) -> None:
    page._no_records()
    page.body.show_calls(None)
    assert "The records cannot be read now" in page.said.text()
    assert not page.body.calls.isVisible()
    assert page.body.lines()
    page._records_away = False
    page._say_trouble()


def test_before_the_recording_the_page_says_from_when_on_it_can_show(page: TimeMachinePage) -> None:
    from console.app.timemachine import Missing

    page._asked = START
    page._say_going(0.4)
    assert page.banner.going.isVisible()
    page._is_missing(Missing("", START))
    assert not page.banner.going.isVisible(), "it is going nowhere"
    assert page.nothing.isVisible()
    assert "The recording begins on Tue 4 Mar 2025, 09:30" in page.nothing.more.text()
    page._is_missing(Missing())
    assert page.nothing.words.text() == "Nothing has been recorded yet"
    page._is_missing(Missing("away", None, ""))
    assert "The status page says why" in page.nothing.more.text()


def test_it_is_reached_from_the_clock_by_a_key_and_from_a_call(shell: MainWindow, lived: Lived) -> None:
    shell.open("board")
    shell.top.clock.click()
    assert shell.current == "timemachine"
    shell.open("board")
    QTest.keyClick(shell, K.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert shell.current == "timemachine"
    call = ask(lived, records_job)
    card = shell.widget("calls").card  # type: ignore[attr-defined]
    shell.open("calls", call.id)
    pump(lived, lambda: card.file is not None)
    button = next(one for one in card.findChildren(QAbstractButton) if one.text() == "Show the board then")
    button.click()
    assert (shell.current, shell.subject) == ("timemachine", f"{call.raised.timestamp() + 60:.0f}")
    page = shell.widget("timemachine")
    assert page.wanted == round(call.raised.timestamp() + 60)  # type: ignore[attr-defined]


def records_job(desk: Any) -> Call:
    return next(one for one in desk.find(Call) if one.about == "seam")


@pytest.mark.parametrize("code", ["en", "zh_CN"])
@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (960, 600)])
def test_its_words_are_whole_and_its_controls_have_names(
    page: TimeMachinePage, shell: MainWindow, code: str, size: tuple[int, int]
) -> None:
    languages.use(code)
    shell.resize(*size)
    for _ in range(3):  # words ask for room, and layouts give it a moment later
        QApplication.processEvents()
    assert clipped(page) == []
    assert nameless(page) == []
    words = page.banner.words
    assert words.fontMetrics().horizontalAdvance(words.text()) <= words.contentsRect().width(), "never cut short"
    dressed()


def test_the_calls_of_the_page_are_those_of_the_records_then(page: TimeMachinePage, lived: Lived) -> None:
    for at in range(round(START + 600), round(START + 2400), 420):
        page.go(float(at))
        arrive(lived, page)
        box: list[Any] = []
        lived.console.office.run(records_at(datetime.fromtimestamp(at, UTC)).open_calls, box.append, box.append)
        pump(lived, lambda box=box: box)
        assert {row.call for row in page.body.calls.rows} == {one.call for one in box[0]}
