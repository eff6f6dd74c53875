"""The page of order figures, over real records: what it says, what opens behind it, what goes into files."""

from __future__ import annotations

import csv
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.workbookread import Workbook
from console.domain.commands.orders import AddOrder
from console.domain.order_cumulative import COLUMNS
from console.domain.orders import DONE, RUNNING, order_id
from tests.app.orderflows import flow, keep
from tests.widgets.face_audit import nameless
from tests.widgets.people_parts import PeopleConsole, make_console
from widgets.languages import languages
from widgets.orderfigures.page import SECTIONS, OrderFiguresPage
from widgets.orderfigures.words import change_words, points_words
from widgets.shell.memory import Memory
from widgets.shell.pages import Page
from widgets.shell.window import MainWindow

ORDERS = 260


class Screen:
    """A window with the figures of some weeks, or of nothing."""

    def __init__(self, folder: Path, many: int) -> None:
        self.console: PeopleConsole = make_console(folder)
        self.now = datetime.fromtimestamp(self.console.now(), UTC)
        if many:
            made = flow(many, self.now, 50, ["L1", "L2"])
            box: list[Any] = []
            self.console.office.run(lambda local: keep(local, *made), box.append, box.append)
            self.until(lambda: box)
            assert box == [None], box
            self.orders = {order.id: order for order in made[0]}
        page = Page("orderfigures", lambda: "Order figures", "chart-line", lambda: OrderFiguresPage(self.console))
        self.window = MainWindow(self.console, [page], None, Memory(self.console.data_folder))
        self.window.resize(1600, 900)
        self.window.show()
        self.window.open("orderfigures")
        self.page: OrderFiguresPage = self.window.widget("orderfigures")
        self.read()

    def until(self, true: Callable[[], object], seconds: float = 20.0) -> None:
        """Let everything happen until it is so."""
        end = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < end, "it did not happen"
            self.console.settle(1)

    def read(self) -> None:
        """Wait for the figures."""
        self.until(lambda: self.page.sheets is not None and not self.page.gathering.busy)

    def choose(self, days: str, line: str = "") -> None:
        """Choose a span and a line."""
        for choice, key in ((self.page.choosing.range, days), (self.page.choosing.line, line)):
            choice.setCurrentIndex(choice.findData(key))
        self.read()


@pytest.fixture(scope="module")
def screen(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    made = Screen(tmp_path_factory.mktemp("orderfigures"), ORDERS)
    yield made
    made.window.close()
    made.console.office.close()


@pytest.fixture(autouse=True)
def begin(screen: Screen) -> None:
    """Each test begins with the figures of thirty days of every line."""
    screen.choose("30")
    screen.page.leave_list()
    screen.page.turn("overview")


def test_figures_say_what_the_records_have(screen: Screen) -> None:
    sheet = screen.page.sheets.now
    done = [o for o in screen.orders.values() if o.finished and o.finished.timestamp() >= sheet.stretch.start]
    assert sheet.orders == len(done) > 60
    tiles = screen.page.overview.tiles
    assert tiles["orders"].value == str(len(done))
    late = sum(order.finished > order.due for order in done)
    assert tiles["late"].value.startswith(f"{late} · ")
    assert f"n = {len(done)}" in tiles["lead"].note
    assert "before" in tiles["lead"].note
    assert str(sheet.orders) in screen.page.said.text()


def test_every_figure_opens_the_orders_behind_it_and_each_order_its_page(screen: Screen) -> None:
    page, wanted = screen.page, []
    page.open_requested.connect(lambda key, subject: wanted.append((key, subject)))
    page.overview.tiles["late"].click()
    assert page.behind.isVisible()
    model = page.behind.model
    assert model.rowCount() == page.sheets.now.late.part
    worst = page.sheets.now.lateness.cases[0]
    assert model.order(0) == worst.order
    assert model.index(0, 0).data() == screen.orders[worst.order].number
    QTest.keyClick(page.behind.grid, Qt.Key.Key_Return)
    assert wanted == [("orders", worst.order)]
    QTest.keyClick(page.behind.grid, Qt.Key.Key_Escape)
    assert not page.behind.isVisible()
    opened = 0
    for tile in page.overview.tiles.values():
        if tile.isEnabled():
            tile.click()
            opened += page.behind.isVisible() and model.rowCount() > 0
            page.leave_list()
    assert opened >= 12


def test_the_list_takes_the_place_of_the_figures_in_a_narrow_window(screen: Screen) -> None:
    page = screen.page
    screen.window.resize(1000, 700)
    QApplication.processEvents()
    page.overview.tiles["lead"].click()
    assert page.behind.isVisible()
    assert not page._stack.isVisible()
    page.behind.leave.click()
    assert page._stack.isVisible()
    screen.window.resize(1600, 900)


def test_another_line_is_computed_from_what_was_read(screen: Screen) -> None:
    both = screen.page.sheets.now.orders
    screen.choose("30", "L1")
    one = screen.page.sheets.now.orders
    screen.choose("30", "L2")
    assert one + screen.page.sheets.now.orders == both
    product = screen.page.choosing.product
    assert [product.itemData(i) for i in range(product.count())] == ["", *(f"P{i}" for i in range(7))]


def test_own_days_are_whole_days_of_the_plant(screen: Screen) -> None:
    page = screen.page
    screen.choose("own")
    assert page.choosing.first.isVisible()
    page.choosing.first.setDate(page.choosing.last.date().addDays(-9))
    screen.read()
    assert len(page.sheets.now.days) == 10
    assert page.sheets.now.stretch.end == screen.console.now(), "a day that is not over ends now"
    for key in ("week", "month", "7", "90"):
        screen.choose(key)
        assert page.sheets.now.stretch.start % 86_400 == 0
        assert page.sheets.before.stretch.seconds == pytest.approx(page.sheets.now.stretch.seconds)


def test_the_cursor_of_the_diagram_is_moved_by_keys_and_mouse_and_says_the_counts(screen: Screen) -> None:
    page = screen.page
    page.turn("flow")
    chart, diagram = page.flow.chart, page.sheets.now.diagram
    chart.setFocus()
    assert chart.place == len(diagram.times) - 1
    counts = diagram.at(chart.place)
    assert counts[DONE] == page.sheets.now.orders
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.place == len(diagram.times) - 2
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert chart.place == 0
    assert "Running" in chart.accessibleName()
    assert str(diagram.at(0)[RUNNING]) in chart.accessibleName()
    area = chart._area()
    here = QPointF(area.center())
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, here, chart.mapToGlobal(here), none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(chart, move)
    assert abs(chart.place - len(diagram.times) / 2) < 3
    assert page.flow.wip.text().endswith(str(diagram.wip(chart.place)))
    assert "Little" in page.flow.law.text()
    there = diagram.times[chart.place]
    page.again.click()
    screen.read()
    assert page.sheets.now.diagram.times[chart.place] == there, "it stays where somebody put it"
    chart.move_to(len(diagram.times) - 1)


def test_painted_bands_are_as_high_as_the_counts(screen: Screen) -> None:
    page = screen.page
    page.turn("flow")
    chart = page.flow.chart
    area, top = chart._area(), chart._top()
    for column in COLUMNS:
        counts = [chart._diagram.edge(column, i) for i in range(len(chart._diagram.times))]
        steps = chart._steps(counts, area, top)
        assert steps[-1].y() == pytest.approx(area.bottom() - counts[-1] / top * area.height())
        assert [point.x() for point in steps] == sorted(point.x() for point in steps)


def test_a_point_of_the_picture_is_an_order(screen: Screen) -> None:
    page, wanted = screen.page, []
    page.turn("lead")
    page.open_requested.connect(lambda key, subject: wanted.append(subject))
    scatter, case = page.lead.scatter, page.sheets.now.lead.cases[0]
    there = scatter._place(case, scatter._area())
    assert scatter.case_at(there).order == case.order
    QTest.mouseClick(scatter, Qt.MouseButton.LeftButton, pos=there.toPoint())
    assert wanted == [case.order]
    assert sum(bar.value for bar in page.lead.bars._bars) == page.sheets.now.lead.n
    page.lead.which.setCurrentIndex(1)
    assert page.lead.spread is page.sheets.now.run


def test_waiting_in_the_columns_adds_up_on_the_screen_too(screen: Screen) -> None:
    page = screen.page
    page.turn("waits")
    rows = page.waits.model.rows
    assert len(rows) == 4
    shares = [float(row.cells[5].rstrip(" %")) for row in rows]
    assert sum(shares) == pytest.approx(100, abs=2)
    page.waits.grid.selectRow(1)
    page.waits.list.click()
    assert page.behind.model.rowCount() == page.sheets.now.waits[1].spread.n
    page.leave_list()
    page.waits.old.click()
    assert page.behind.model.rowCount() == sum(len(age.cards) for age in page.sheets.now.ages)


def test_the_figures_are_written_as_table_workbook_and_picture(screen: Screen, tmp_path: Path) -> None:
    page = screen.page
    for ending in (".csv", ".xlsx"):
        path = tmp_path / f"figures{ending}"
        page.ask_path = lambda name, kind, end, path=path: str(path)
        page.write(ending)
        screen.until(path.exists)
        screen.until(lambda path=path: str(path) in page.said.text())
    with (tmp_path / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    lead = next(row for row in rows if row and row[0] == "Lead time, 50 %")
    assert float(lead[1]) == pytest.approx(page.sheets.now.lead.median, abs=1)
    assert int(lead[2]) == page.sheets.now.lead.n
    with Workbook((tmp_path / "figures.xlsx").read_bytes(), "figures.xlsx") as book:
        assert book.sheets == ("Figures", "Orders")
        assert len(list(book.rows("Orders"))) == page.sheets.now.orders + 1
    picture = tmp_path / "figures.png"
    page.ask_path = lambda name, kind, end: str(picture)
    page.write_picture()
    assert QImage(str(picture)).width() > 600


def test_what_changes_in_the_records_is_read_when_somebody_looks_again(screen: Screen) -> None:
    before = len(screen.page.sheets.orders)
    assert screen.console.do(AddOrder("WO-new", "P1", 5, "L1")) == []
    screen.page.again.click()
    screen.read()
    assert len(screen.page.sheets.orders) == before + 1
    assert order_id("WO-new") in screen.page.sheets.orders


def test_stopping_leaves_what_was_read_before(screen: Screen) -> None:
    sheets = screen.page.sheets
    screen.page.again.click()
    assert screen.page.stop.isVisible()
    screen.page.stop.click()
    screen.console.settle(4)
    assert screen.page.sheets is sheets
    assert not screen.page.stop.isVisible()


def test_sections_are_reached_by_keys_and_every_control_has_a_name(screen: Screen) -> None:
    for number, key in enumerate(SECTIONS, 1):
        QTest.keyClick(screen.page.choosing.range, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)
        assert screen.page.current == key
        assert nameless(screen.page) == []


def test_the_other_language_says_it_all_anew(screen: Screen) -> None:
    screen.page.overview.tiles["late"].click()
    languages.use("zh_CN")
    try:
        QApplication.processEvents()
        assert screen.page.tabs["lead"].text() == "前置期"
        assert screen.page.overview.promise.title.text() != "On time"
        assert not screen.page.behind.isVisible()
    finally:
        languages.use("en")


def test_nothing_yet_and_one_order_say_so(qapp: QApplication, tmp_path: Path) -> None:
    made = Screen(tmp_path, 0)
    page = made.page
    assert page.empty.isVisible()
    assert "No order was open" in page.empty.text()
    assert not page.export.isEnabled()
    assert made.console.do(AddOrder("WO-1", "A", 5, "L1")) == []
    page.again.click()
    made.read()
    assert not page.empty.isVisible()
    assert page.overview.tiles["lead"].value == "too few"
    assert page.overview.tiles["late"].value == "too few"
    page.turn("waits")
    page.turn("flow")
    assert "too few" in page.flow.law.text()
    page.turn("lead")
    made.window.close()
    made.console.office.close()


def test_changes_have_a_sign_and_small_ones_are_none() -> None:
    assert change_words(12.0, 10.0) == "+20 %"
    assert change_words(8.0, 10.0) == "−20 %"
    assert change_words(10.001, 10.0) == "±0 %"
    assert change_words(1.0, 0.0) == ""
    assert points_words(0.25, 0.20) == "+5.0 pt"
    assert points_words(None, 0.2) == ""
