"""Rules of the remembered layout: what a person moved or chose is there at the next start, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QSignalBlocker, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QHeaderView, QSplitter, QStackedWidget, QWidget

from tests.widgets.shell_parts import dressed, window
from widgets.cards import Choice
from widgets.halves import share
from widgets.shell.layout import Layout
from widgets.shell.memory import Memory
from widgets.tables import Grid

pytestmark = pytest.mark.usefixtures("qapp")
SHIFTS = [("early", "Early"), ("late", "Late"), ("night", "Night")]


class Screen(QWidget):
    """A table beside a tabbed part, and two filters above."""

    def __init__(self, columns: int = 4, late: bool = False) -> None:
        super().__init__()
        self.shift, self.line = Choice(), Choice()
        self.shift.offer("Any shift", SHIFTS)
        if not late:
            self.offer_lines()
        self.table = Grid(QStandardItemModel(3, columns), [100] * columns, columns - 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(QWidget())
        self.both = QSplitter(Qt.Orientation.Horizontal)
        self.both.addWidget(self.table)
        self.both.addWidget(self.stack)
        self.both.setSizes([600, 300])
        row = QHBoxLayout(self)
        for part in (self.shift, self.line, self.both):
            row.addWidget(part)
        self.resize(1400, 600)

    def offer_lines(self) -> None:
        """What the plant file tells, at the start or later."""
        with QSignalBlocker(self.line):
            self.line.offer("Any line", [("L1", "Line 1"), ("L2", "Line 2")])

    def kept_choices(self) -> dict[str, Choice]:
        return {"shift": self.shift, "line": self.line}


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    dressed()
    return Memory(tmp_path)


@pytest.fixture
def screens(memory: Memory, qtbot) -> Iterator[list[Screen]]:
    made: list[Screen] = []
    yield made
    for screen in made:
        screen.close()


def opened(memory: Memory, made: list[Screen], screen: Screen | None = None) -> Screen:
    """A screen as at a start of the program."""
    screen = screen or Screen()
    made.append(screen)
    screen.layout_kept = Layout(memory, screen)
    screen.layout_kept.take("page", screen)
    screen.show()
    QApplication.processEvents()
    return screen


def drag(header: QHeaderView, column: int, by: int) -> None:
    """Move the right edge of a column with the mouse."""
    edge = QPoint(header.sectionViewportPosition(column) + header.sectionSize(column) - 1, header.height() // 2)
    view = header.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(view, edge + QPoint(by, 0))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=edge + QPoint(by, 0))


def pull(splitter: QSplitter, by: int) -> None:
    """Move the edge between two parts with the mouse."""
    handle = splitter.handle(1)
    middle = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle + QPoint(by, 0))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle + QPoint(by, 0))


def choose(choice: Choice, data: str) -> None:
    """As a person does: the entry is activated too."""
    place = choice.findData(data)
    choice.setCurrentIndex(place)
    choice.activated.emit(place)


def test_the_edge_between_two_parts_stays_where_it_was_moved(memory: Memory, screens: list[Screen]) -> None:
    first = opened(memory, screens)
    pull(first.both, -200)
    moved = first.both.sizes()
    assert moved != opened(Memory(Path("/nonexistent")), screens).both.sizes()
    assert opened(memory, screens).both.sizes() == moved


def test_each_view_of_a_screen_has_its_own_edge(memory: Memory, screens: list[Screen]) -> None:
    first = opened(memory, screens)
    share(first.both, [500, 400], "past")
    pull(first.both, 90)
    past = first.both.sizes()
    share(first.both, [600, 300], "open")
    again = opened(memory, screens)
    share(again.both, [600, 300], "open")
    usual = again.both.sizes()
    share(again.both, [500, 400], "past")
    assert again.both.sizes() == past
    share(again.both, [600, 300], "open")
    assert again.both.sizes() == usual


def test_columns_keep_the_widths_that_somebody_gave_them(memory: Memory, screens: list[Screen]) -> None:
    drag(opened(memory, screens).table.horizontalHeader(), 1, 57)
    again = opened(memory, screens)
    assert [again.table.columnWidth(column) for column in range(3)] == [100, 157, 100]


def test_widths_that_a_screen_sets_itself_give_way_to_a_person_and_are_not_kept(
    memory: Memory, screens: list[Screen]
) -> None:
    first = opened(memory, screens)
    first.table.setColumnWidth(0, 40)
    drag(first.table.horizontalHeader(), 1, 57)
    again = opened(memory, screens)
    assert again.table.columnWidth(0) == 100
    again.table.setColumnWidth(1, 80)
    QApplication.processEvents()
    assert again.table.columnWidth(1) == 157


def test_widths_of_a_table_with_other_columns_are_let_alone(memory: Memory, screens: list[Screen]) -> None:
    drag(opened(memory, screens).table.horizontalHeader(), 1, 57)
    newer = opened(memory, screens, Screen(columns=5))
    assert newer.table.columnWidth(1) == 100
    newer.table.model().setColumnCount(4)
    QApplication.processEvents()
    assert newer.table.columnWidth(1) == 157


def test_filters_are_as_they_were_chosen(memory: Memory, screens: list[Screen]) -> None:
    first = opened(memory, screens)
    choose(first.shift, "late")
    choose(first.line, "L2")
    again = opened(memory, screens)
    assert (again.shift.currentData(), again.line.currentData()) == ("late", "L2")


def test_a_filter_waits_for_entries_that_are_read_later(memory: Memory, screens: list[Screen]) -> None:
    choose(opened(memory, screens).line, "L2")
    later = opened(memory, screens, Screen(late=True))
    told: list[str] = []
    later.line.currentIndexChanged.connect(lambda _: told.append(str(later.line.currentData())))
    later.offer_lines()
    QApplication.processEvents()
    assert later.line.currentData() == "L2"
    assert told == ["L2"], "the screen hears of it"


def test_a_screen_that_is_opened_on_something_is_not_filtered_afterwards(memory: Memory, screens: list[Screen]) -> None:
    choose(opened(memory, screens).line, "L2")
    later = opened(memory, screens, Screen(late=True))
    later.layout_kept.let_go("page")
    later.offer_lines()
    QApplication.processEvents()
    assert later.line.currentData() == ""


def test_what_a_screen_filters_itself_is_not_remembered_but_a_cleared_filter_is(
    memory: Memory, screens: list[Screen]
) -> None:
    first = opened(memory, screens)
    first.shift.setCurrentIndex(3)  # as when another screen opens it on a night shift
    assert opened(memory, screens).shift.currentData() == ""
    choose(first.shift, "late")
    first.shift.setCurrentIndex(0)  # the button that clears all filters
    assert opened(memory, screens).shift.currentData() == ""


def test_parts_behind_a_tab_are_looked_after_when_it_is_pressed(memory: Memory, screens: list[Screen]) -> None:
    first = opened(memory, screens)
    for screen in (first, opened(memory, screens)):
        inner = Grid(QStandardItemModel(1, 3), [90] * 3, 2)
        screen.stack.addWidget(inner)
        screen.stack.setCurrentWidget(inner)
        QApplication.processEvents()
        if screen is first:
            drag(inner.horizontalHeader(), 0, 33)
    assert inner.columnWidth(0) == 123


def test_dialogs_keep_their_own_layout(memory: Memory, screens: list[Screen]) -> None:
    screen = Screen()
    dialog = QWidget(screen, Qt.WindowType.Dialog)
    inner = QSplitter(dialog)
    opened(memory, screens, screen)
    assert inner.property("layout-name") is None


def test_a_memory_that_was_edited_badly_costs_the_layout_only(memory: Memory, screens: list[Screen]) -> None:
    usual = opened(memory, screens).both.sizes()
    drag(screens[0].table.horizontalHeader(), 1, 57)
    pull(screens[0].both, -100)
    choose(screens[0].shift, "late")
    store = memory._store
    for key in store.allKeys():
        store.setValue(key, "4,x" if "QSplitter" in key else "4,99,-5,1" if "Header" in key else "gone")
    again = opened(memory, screens)
    assert again.both.sizes() == usual
    assert again.table.columnWidth(1) == 100
    assert again.shift.currentData() == ""


def test_nothing_is_left_listening_when_a_screen_goes(memory: Memory, screens: list[Screen]) -> None:
    screen = opened(memory, screens)
    screens.clear()
    screen.close()
    screen.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def test_the_place_of_the_window_is_kept_soon_after_it_was_moved(tmp_path: Path, qtbot) -> None:
    shell = window(tmp_path)
    qtbot.addWidget(shell)
    shell.move(140, 60)
    QApplication.processEvents()
    assert shell.home._quiet.isActive()
    shell.home._quiet.timeout.emit()
    kept = shell.memory.blob("window")
    assert kept == shell.saveGeometry(), "a console that is killed has lost nothing of it"
    shell.close()
