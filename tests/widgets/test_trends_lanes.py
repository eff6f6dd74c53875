"""Rules of the lanes below the plots, and of what is told at the cursor: painted, walked, opened, written."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QWidget

from console.domain.commands.andon import RaiseCall
from console.domain.commands.earlywarning import TellWarnings
from console.domain.commands.stops import AddReason, ExplainStop, TellStops
from console.domain.commands.trends import AddTrendNote
from console.domain.early_warnings import ToldWarning
from console.domain.reasons import Reason
from console.domain.stops import ToldStop, stop_id
from console.domain.warning_rules import Fact, Sign
from tests.app.axes import DAY, HOUR, YESTERDAY, Axis
from tests.app.calling import CONSOLE, T0
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.shell_parts import dressed
from widgets.languages import languages
from widgets.theme import color, themes
from widgets.trends import lanestrokes as strokes
from widgets.trends.cursorfacts import CursorFacts
from widgets.trends.lanerows import Item, Kind
from widgets.trends.lanes import LanesPart
from widgets.trends.model import TrendModel
from widgets.trends.notes import NoteForm, time_typed, time_written

pytestmark = pytest.mark.usefixtures("qapp")
LEFT, WIDTH = 14, 900
PEN = "L1/10/temperature"


class Screen:
    """The lanes and the facts of one model, in a window, without the plots."""

    def __init__(self, axis: Axis) -> None:
        self.axis, self.console = axis, axis.console
        self.model = TrendModel(axis.console)
        self.window = QWidget()
        self.window.resize(940, 800)
        self.lanes, self.facts = LanesPart(self.model), CursorFacts(self.model)
        for part in (self.lanes, self.facts):
            part.setParent(self.window)
        self.lanes.setGeometry(0, 0, WIDTH + 2 * LEFT, 200)
        self.facts.setGeometry(0, 420, 400, 240)
        self.lanes.set_axis(LEFT, WIDTH)
        self.window.show()
        self.model.add(PEN)

    def look(self, start: float, end: float) -> None:
        """Show this time, and wait until everything of it was read."""
        self.model.show(start, end)
        self.settle()

    def settle(self) -> None:
        """Let everything that is on its way come."""
        begun, context = time.monotonic(), self.lanes._context
        quiet = 0
        while quiet < 5:
            assert time.monotonic() - begun < 20, context.trouble
            context._records._ask_at = 0.0  # a test does not wait for the next second
            self.lanes.beat(self.console.now())
            self.facts.beat(self.console.now())
            self.console.mailbox.run_errands()
            QApplication.processEvents()
            waits = context._records._asking or context._records._stale or not context.complete
            quiet = 0 if waits else quiet + 1
            time.sleep(0.002)

    def all(self, kind: Kind) -> list[Item]:
        """What lies in the lane of this kind."""
        return [
            item
            for row, lane in zip(self.lanes._rows, self.lanes._items, strict=True)
            if row.kind is kind
            for item in lane
        ]

    def pick(self, kind: Kind, place: int = 0) -> Item:
        """Choose the item of a lane."""
        row = next(number for number, one in enumerate(self.lanes._rows) if one.kind is kind)
        self.lanes.pick((row, place))
        return self.lanes._items[row][place]

    def point(self, item: Item, kind: Kind) -> QPoint:
        """Where an item is painted."""
        row = next(number for number, one in enumerate(self.lanes._rows) if one.kind is kind)
        top = self.lanes._tops()[row] + self.lanes._rows[row].height // 2
        return QPoint(round(self.lanes._axis().x(item.since)) + 1, top)

    def image(self) -> QImage:
        """The lanes as they are painted."""
        return self.lanes.grab().toImage()


def utc(at: float) -> datetime:
    return datetime.fromtimestamp(at, UTC)


@pytest.fixture(scope="module")
def screen(qapp, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    dressed()
    axis = Axis(tmp_path_factory.mktemp("axis"))
    works = axis.works
    works.give(RaiseCall("L1/10", "quality", "porosity <b>", call="c1"))
    works.give(AddReason(Reason("jam", "Jam", loss="breakdown")))
    for since in (T0 - 1800, T0 - 900):
        works.give(TellStops((ToldStop("L1/10", utc(since), utc(since + 300), "E7", "L1", "Body"),)))
    works.give(ExplainStop(stop_id("L1/10", utc(T0 - 1800)), "L1/10", "jam"))
    facts = (Fact("limit", 60.0), Fact("left", 1200.0))
    signs = (ToldWarning("w", Sign.FORECAST, "L1/10", PEN, utc(T0 - 700), utc(T0 - 400), "L1", "Body", facts),)
    works.give(TellWarnings(signs))
    works.give(AddTrendNote("n1", "L1/10", utc(T0 - 600), None, "New <i>gas</i> bottle", PEN))
    works.give(AddTrendNote("n2", "L1", utc(T0 - 500), utc(T0 - 200), "Trial"))
    works.clock.at = T0 + 60
    made = Screen(axis)
    yield made
    made.window.close()
    works.close()


@pytest.fixture(autouse=True)
def _as_it_was(screen: Screen) -> Iterator[None]:
    yield
    dressed()
    screen.model.point(None)
    screen.model.point(None, second=True)
    screen.lanes.pick(None)
    if screen.lanes._form is not None:
        screen.lanes._form.reject()


def test_the_lanes_are_states_calls_stops_orders_shifts_and_notes(screen: Screen) -> None:
    screen.look(T0 - HOUR, T0 + 10)
    kinds = [row.kind for row in screen.lanes._rows]
    assert kinds == [Kind.STATE, Kind.CALL, Kind.STOP, Kind.WARNING, Kind.ORDER, Kind.SHIFT, Kind.NOTE]
    assert [item.id for item in screen.all(Kind.CALL)] == ["c1"]
    assert [item.value for item in screen.all(Kind.STOP)] == ["Jam", "E7"]
    assert [item.id for item in screen.all(Kind.NOTE)] == ["n1", "n2"]
    assert screen.lanes.height() >= screen.lanes.sizeHint().height()


def test_a_state_is_painted_at_its_time_and_no_data_is_not_painted_as_running(screen: Screen) -> None:
    screen.look(YESTERDAY, YESTERDAY + HOUR)
    image, axis = screen.image(), screen.lanes._axis()
    y = screen.lanes._tops()[0] + screen.lanes._rows[0].height - 3
    seen = [QColor(image.pixel(round(axis.x(YESTERDAY + at)), y)).name() for at in (300, 1050, 1500)]
    assert seen == [color("running").name(), color("starved").name(), color("running").name()]
    silent = {QColor(image.pixel(round(axis.x(YESTERDAY + 2400 + 5 * i)), y)).name() for i in range(60)}
    assert color("running").name() not in silent
    assert color("no_data").name() in silent


def test_a_stop_of_seconds_is_painted_in_a_year(screen: Screen) -> None:
    screen.look(T0 - 366 * DAY, T0)
    image = screen.image()
    top, high = screen.lanes._tops()[0], screen.lanes._rows[0].height
    red = color("stopped").name()
    columns = {
        x for x in range(LEFT, LEFT + WIDTH) for y in range(top, top + high) if QColor(image.pixel(x, y)).name() == red
    }
    assert 1 <= len(columns) <= 3
    assert sum(len(lane) for lane in screen.lanes._items) < 3 * WIDTH


def test_calls_lie_behind_the_plots_as_bands_of_their_colour(screen: Screen) -> None:
    told: list[int] = []
    screen.lanes.bands_changed.connect(lambda: told.append(1))
    screen.look(T0 - HOUR, T0 + 10)
    ((since, until, role),) = screen.lanes.bands()
    assert (since, role) == (T0, "warning")
    assert until == screen.console.now()
    screen.look(YESTERDAY, YESTERDAY + HOUR)
    assert screen.lanes.bands() == []
    assert told
    assert color(role)


def test_every_item_says_what_it_is_from_when_to_when(screen: Screen) -> None:
    screen.look(T0 - HOUR, T0 + 10)
    lanes = screen.lanes
    assert lanes.described(screen.all(Kind.STOP)[0]) == "Jam · L1 10 · 11:00:00–11:05:00 · 5 min 0 s"
    assert "porosity <b> · Major · L1 10 · since 11:30:00" in lanes.described(screen.all(Kind.CALL)[0])
    assert lanes.described(screen.all(Kind.NOTE)[0]).startswith("New <i>gas</i> bottle · 11:20:00 · L1 10")
    warned = screen.all(Kind.WARNING)[0]
    assert lanes.described(warned).startswith("reaches 60 in 20 min")
    assert lanes.described(warned).endswith("L1 10 · 11:18:20–11:23:20 · 5 min 0 s")
    assert "Early · 06:00:00–14:00:00" in lanes.described(screen.all(Kind.SHIFT)[0])
    screen.look(YESTERDAY, YESTERDAY + HOUR)
    assert lanes.described(screen.all(Kind.ORDER)[0]).startswith("Order WO-1")
    assert lanes.described(screen.all(Kind.STATE)[1]) == "Starved · 2026-11-20 11:45:00–11:50:00 · 5 min 0 s"


def test_the_keyboard_walks_the_items_says_them_and_opens_them(screen: Screen) -> None:
    screen.look(T0 - HOUR, T0 + 10)
    opened: list[tuple[str, str]] = []
    screen.lanes.open_requested.connect(lambda key, subject: opened.append((key, subject)))
    screen.pick(Kind.STOP)
    QTest.keyClick(screen.lanes, Qt.Key.Key_Right)
    assert "E7" in screen.lanes.accessibleDescription()
    QTest.keyClick(screen.lanes, Qt.Key.Key_Return)
    QTest.keyClick(screen.lanes, Qt.Key.Key_Left)
    assert "Jam" in screen.lanes.accessibleDescription()
    QTest.keyClick(screen.lanes, Qt.Key.Key_Up)
    QTest.keyClick(screen.lanes, Qt.Key.Key_Return)
    warned = screen.pick(Kind.WARNING)
    QTest.keyClick(screen.lanes, Qt.Key.Key_Return)
    stop = screen.all(Kind.STOP)[1].id
    assert opened == [("stops", stop), ("calls", "c1"), ("earlywarnings", warned.id)]
    screen.pick(Kind.CALL)
    QTest.keyClick(screen.lanes, Qt.Key.Key_Up)
    QTest.keyClick(screen.lanes, Qt.Key.Key_End)
    item = screen.lanes._item
    assert item is not None
    assert item.kind is Kind.STATE
    QTest.keyClick(screen.lanes, Qt.Key.Key_Space)
    assert screen.model.cursors[0] == item.since


def test_what_is_chosen_stays_chosen_while_the_axis_goes_on(screen: Screen) -> None:
    screen.look(T0 - HOUR, T0 + 10)
    screen.pick(Kind.STOP, 1)
    screen.look(T0 - 1200, T0 + 20)
    item = screen.lanes._item
    assert item is not None
    assert item.value == "E7"


def test_a_click_opens_a_call_and_points_the_cursor_elsewhere(screen: Screen) -> None:
    screen.look(T0 - HOUR, T0 + 600)
    opened: list[tuple[str, str]] = []
    screen.lanes.open_requested.connect(lambda key, subject: opened.append((key, subject)))
    call = screen.all(Kind.CALL)[0]
    QTest.mouseClick(screen.lanes, Qt.MouseButton.LeftButton, pos=screen.point(call, Kind.CALL))
    assert opened == [("calls", "c1")]
    top = screen.lanes._tops()[0] + 4
    QTest.mouseClick(screen.lanes, Qt.MouseButton.LeftButton, pos=QPoint(LEFT + 90, top))
    at = screen.model.cursors[0]
    assert at is not None
    assert at == pytest.approx(screen.model.start + 0.1 * screen.model.length, abs=screen.model.length / WIDTH)
    assert len(opened) == 1


def test_a_mark_may_be_missed_by_a_little_and_beside_the_axis_there_is_nothing(screen: Screen) -> None:
    screen.look(T0 - HOUR, T0 + 10)
    note = screen.point(screen.all(Kind.NOTE)[0], Kind.NOTE)
    assert screen.lanes.item_at(QPointF(note.x() - 2, note.y())) is not None
    assert screen.lanes.item_at(QPointF(note.x() - 9, note.y())) is None
    assert screen.lanes.item_at(QPointF(LEFT - 3, note.y())) is None


def test_a_note_is_written_with_the_key_changed_and_removed(screen: Screen) -> None:
    screen.look(T0 - HOUR, T0 + 10)
    screen.console.office.who = lambda: CONSOLE
    screen.model.point(T0 - 2400)
    screen.window.activateWindow()
    screen.lanes.setFocus()
    QTest.keyClick(screen.lanes, Qt.Key.Key_N)
    form = screen.lanes._form
    assert isinstance(form, NoteForm)
    assert form.start.control.text() == "2026-11-21 10:50:00"
    form.give()
    assert form.text.refusal.text, "a note says something"
    form.text.control.setText("  <b>Calibrated</b> ")
    form.end.control.setText("2026-11-21 10:40")
    form.give()
    screen.axis.works.until(lambda: form.said.text)
    assert form.said.text == "The note ends before it begins. Choose a later end."
    form.end.control.setText("2026-11-21 10:55")
    form.give()
    screen.axis.works.until(lambda: screen.lanes._form is None)
    screen.settle()
    note = screen.all(Kind.NOTE)[0]
    assert (note.value, note.since, note.until) == ("<b>Calibrated</b>", T0 - 2400, T0 - 2100)
    screen.pick(Kind.NOTE)
    QTest.keyClick(screen.lanes, Qt.Key.Key_Return)
    form = screen.lanes._form
    assert form is not None
    assert form.text.control.text() == "<b>Calibrated</b>"
    assert form.remove.isVisibleTo(form)
    form._remove()
    screen.axis.works.until(lambda: screen.lanes._form is None)
    screen.settle()
    assert [item.id for item in screen.all(Kind.NOTE)] == ["n1", "n2"]


def test_letters_typed_into_a_list_or_a_field_write_no_note(screen: Screen) -> None:
    screen.look(T0 - HOUR, T0 + 10)
    screen.window.activateWindow()
    for part in (QListWidget(screen.window), QLineEdit(screen.window)):
        part.show()
        part.setFocus()
        QApplication.processEvents()
        QTest.keyClick(part, Qt.Key.Key_N)
        assert screen.lanes._form is None
        part.deleteLater()
    screen.lanes.setFocus()
    QApplication.processEvents()
    QTest.keyClick(screen.lanes, Qt.Key.Key_N)
    assert screen.lanes._form is not None


def test_the_menu_offers_what_fits_the_item_and_shows_only_its_time(screen: Screen) -> None:
    screen.look(T0 - HOUR, T0 + 10)
    screen.pick(Kind.STOP)
    words = [action.text() for action in screen.lanes.menu(T0 - 1000).actions()]
    assert words == ["Open", "Show only this time", "Write a note here"]
    screen.model.point(T0 - 500)
    screen.model.point(T0 - 400, second=True)
    menu = screen.lanes.menu(T0 - 1000)
    assert menu.actions()[-1].text() == "Write a note about the time between the cursors"
    menu.actions()[1].trigger()
    assert (screen.model.start, screen.model.end) == (T0 - 1800, T0 - 1500)


def test_at_the_cursor_state_call_stop_order_unit_shift_and_note_are_told(screen: Screen) -> None:
    screen.look(YESTERDAY, YESTERDAY + HOUR)

    def told(key: str) -> str:
        return screen.facts.rows[key][1].text()

    assert not screen.facts.isVisibleTo(screen.window)
    screen.model.point(YESTERDAY + 1000)
    screen.axis.works.until(lambda: told("state") == "Starved")
    assert told("order") == "WO-1 / U-3"
    assert told("shift") == "Early"
    assert (told("call"), told("stop"), told("note")) == ("–", "–", "–")
    assert screen.facts.isVisibleTo(screen.window)
    screen.model.point(T0 - 1700)
    screen.settle()
    screen.axis.works.until(lambda: told("stop") == "Jam")
    screen.model.point(T0 + 5)
    screen.look(T0 - HOUR, T0 + 10)
    screen.axis.works.until(lambda: "porosity <b>" in told("call"))
    screen.model.point(T0 - 600)
    screen.axis.works.until(lambda: told("note") == "New <i>gas</i> bottle")


def test_without_pens_the_lanes_say_what_will_be_there(screen: Screen) -> None:
    screen.model.use([])
    QApplication.processEvents()
    assert screen.lanes._rows == []
    assert "appear here" in screen.lanes._says()
    screen.lanes.write_note()
    assert screen.lanes._form is None, "there is nothing yet that a note could be about"
    screen.model.add(PEN)
    screen.settle()
    assert screen.lanes._rows


def test_a_low_window_has_fewer_lanes_and_a_name_for_everything(screen: Screen) -> None:
    screen.window.resize(940, 600)
    screen.look(T0 - HOUR, T0 + 10)
    assert Kind.STOP not in [row.kind for row in screen.lanes._rows]
    for code in ("en", "zh_CN"):
        for theme in ("dark", "light"):
            languages.use(code)
            themes.use(theme)
            QApplication.processEvents()
            assert screen.lanes.accessibleName()
            screen.lanes.write_note(T0 - 100)
            form = screen.lanes._form
            assert form is not None
            assert clipped(form) == []
            assert nameless(form) == []
            form.reject()
    screen.window.resize(940, 800)


def test_a_time_is_typed_on_the_plants_clock() -> None:
    from zoneinfo import ZoneInfo

    zone = ZoneInfo("Asia/Shanghai")
    assert time_written(T0, zone) == "2026-11-21 19:30:00"
    assert time_typed("2026-11-21 19:30:00", zone) == utc(T0)
    assert time_typed(" 2026-11-21 19:30 ", zone) == utc(T0)
    assert [time_typed(text, zone) for text in ("", "noon", "2026-13-01 10:00", "19:30")] == [None] * 4


def test_the_name_of_a_shift_stands_whole_beside_its_breaks() -> None:
    dressed()
    axis = strokes.Axis(10, 400, 0.0, 400.0)
    shift = Item(Kind.SHIFT, -3000.0, 350.0, "Early shift", "L1")
    pause = Item(Kind.BREAK, -20.0, 25.0, "Pause", "L1")

    def ink(*row: Item) -> list[int]:
        image = QImage(420, 20, QImage.Format.Format_RGB32)
        image.fill(QColor("black"))
        painter = QPainter(image)
        strokes.paint_row(painter, axis, row, 400.0, 2, 14)
        painter.end()
        ground = color("hover").lightness() + 40
        return [
            x for x in range(420) if any(image.pixelColor(x, y).lightness() > ground for y in (4, 5, 6, 11, 12, 13))
        ]

    alone, beside = ink(shift), ink(shift, pause)
    assert alone[0] < 20
    assert beside[0] >= 35, "it begins behind the break"
    assert beside[-1] - beside[0] == pytest.approx(alone[-1] - alone[0], abs=2), "and is as long as without one"
