"""Rules of the exchange page: a calm path from a source to orders on the board, and files out of them."""

from __future__ import annotations

import csv
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.console import Console
from console.app.demopeople import seed_demo_people
from console.app.exchange import Loaded, Trial
from console.app.exchangesource import Kind, Source
from console.app.furnishing import furnish
from console.app.queries.orders import open_orders
from console.app.settings import load_settings
from console.app.tableread import Table
from console.demo.people import DEMO_PIN
from console.demo.plant_text import plant_text
from console.domain.commands import CONSOLE
from console.domain.commands.orders import ConfirmOutput
from console.domain.exchange import ColumnMap, Compared, Draft, Read
from console.domain.orders import WorkOrder, order_id
from console.domain.people import Role
from console.telemetry.plantfile import load_plant
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.shell_parts import dressed
from widgets.board.page import BoardPage
from widgets.exchange.dryrun import Part, TrialStep
from widgets.exchange.importing import COLUMNS, DECIDE, ROWS, SOURCE, TAKE, TRIAL, ImportTab
from widgets.exchange.page import ExchangePage
from widgets.face import pages
from widgets.languages import CODES, languages
from widgets.shell.memory import Memory
from widgets.shell.window import SMALLEST, MainWindow

pytestmark = pytest.mark.usefixtures("qapp")
HEADS = "Order number,Material,Quantity,Work center,Due date,Urgent,Remark"


class Face:
    """One console with its window for all rules of this file; each uses orders of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.console = Console(folder, load_plant(plant_text(2, "UTC")))
        furnish(self.console, load_settings(folder, None, {}, {}), shares=False)
        self.console.start_records()
        seed_demo_people(self.console.office, self.console.floor.plant, date(2026, 11, 21))
        self.until(lambda: self.console.session.rights.people)
        self.sign_in(Role.PLANNER)
        memory = Memory(folder)
        self.window = MainWindow(self.console, pages(self.console, memory), lambda: BoardPage(self.console), memory)
        self.window.resize(1920, 1080)
        self.window.show()
        self.window.open("exchange", "")
        page = self.window.widget("exchange")
        assert isinstance(page, ExchangePage)
        self.page: ExchangePage = page
        assert self.console.exchange is not None
        self.lines = list(self.console.exchange.lines.values())

    @property
    def tab(self) -> ImportTab:
        """Where orders come in."""
        return self.page.imports

    def sign_in(self, role: Role) -> None:
        people = self.console.session.rights.people.values()
        wanted = next(person.id for person in people if person.roles == {role})
        self.console.session.sign_in(wanted, DEMO_PIN)
        self.until(lambda: self.console.session.person is not None and self.console.session.person.id == wanted)

    def until(self, true: Callable[[], object]) -> None:
        end = time.monotonic() + 20
        while not true():
            assert time.monotonic() < end, "it did not come"
            self.console.mailbox.run_errands()
            QApplication.processEvents()
            time.sleep(0.002)

    def settle(self) -> None:
        for _ in range(2):
            done: list[int] = []
            self.console.office.hand(lambda done=done: done.append(1))
            self.until(lambda done=done: done)
            QApplication.processEvents()

    def orders(self, start: str) -> dict[str, WorkOrder]:
        found: list[tuple[WorkOrder, ...]] = []
        self.console.office.ask(open_orders(), found.append)
        self.until(lambda: found)
        return {order.number: order for order in found[0] if order.number.startswith(start)}

    def file(self, rows: list[str], name: str = "sap.csv") -> Path:
        path = self.folder / name
        path.write_text("\n".join([HEADS, *rows]), encoding="utf-8")
        return path

    def row(self, number: str, quantity: object = 10, due: str = "2026-12-05") -> str:
        return f"{number},P-1,{quantity},{self.lines[0]},{due},,from SAP"

    def read(self, rows: list[str], name: str = "sap.csv") -> None:
        """Read a file up to the step of columns."""
        self.page.turn("import")
        self.tab.again()
        self.tab.source.offer(str(self.file(rows, name)))
        self.until(lambda: self.tab.at == COLUMNS)
        self.settle()

    def go(self, step: int) -> None:
        """Next, until a step is open."""
        while self.tab.at < step:
            at = self.tab.at
            QTest.mouseClick(self.tab.next, Qt.MouseButton.LeftButton)
            self.until(lambda at=at: self.tab.at > at)

    def take(self) -> None:
        self.go(TAKE)
        QTest.mouseClick(self.tab.next, Qt.MouseButton.LeftButton)
        self.until(lambda: self.tab.take.taken is not None)


@pytest.fixture(scope="module")
def face(qapp, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Face]:
    dressed()
    made = Face(tmp_path_factory.mktemp("face"))
    yield made
    made.window.close()
    made.console.close()
    made.window.deleteLater()
    QApplication.processEvents()


def cells(listing: object) -> list[tuple[str, ...]]:
    return [row.cells for row in listing.model.rows]  # type: ignore[attr-defined]


def test_a_file_goes_from_the_first_step_to_the_board_and_a_second_time_changes_nothing(face: Face) -> None:
    rows = [face.row(f"A-{n}") for n in range(12)]
    face.read(rows)
    assert face.tab.mapping.mapping().column_of["number"] == "Order number"
    face.go(ROWS)
    assert len(cells(face.tab.preview.list)) == 12
    assert cells(face.tab.preview.list)[0][:5] == ("2", "A-0", "P-1", "10", face.lines[0])
    face.take()
    assert len(face.orders("A-")) == 12
    assert len(cells(face.tab.take.went_in)) == 12

    QTest.mouseClick(face.tab.next, Qt.MouseButton.LeftButton)  # something else
    assert face.tab.at == SOURCE
    face.read(rows)
    face.go(TAKE)
    assert not face.tab.next.isEnabled()
    assert "nothing to import" in face.tab.take.words.text()


def test_every_error_is_shown_in_place_and_by_row_and_column_and_its_rows_can_be_saved(face: Face) -> None:
    rows = [face.row(f"B-{n}") for n in range(5)]
    rows[1], rows[3] = face.row("B-1", "many"), face.row("B-3", due="32.12.2026")
    face.read(rows)
    face.go(ROWS)
    shown = cells(face.tab.preview.list)
    assert shown[1][8].startswith("Quantity: This is no number")
    assert set(face.tab.preview.list.model.marks) == {(1, 3), (3, 5)}
    face.go(TRIAL)
    assert face.tab.dryrun.part is Part.ERRORS
    assert [row[:4] for row in cells(face.tab.dryrun.list)] == [
        ("3", "Quantity", "many", "B-1"), ("5", "Due date", "32.12.2026", "B-3"),
    ]  # fmt: skip
    path = face.folder / "rows.csv"
    face.tab.dryrun.ask_path = lambda *_: str(path)
    face.tab.dryrun.write_refused()
    face.until(path.exists)
    saved = list(csv.reader(path.open(encoding="utf-8-sig")))
    assert [row[0] for row in saved] == ["Order number", "B-1", "B-3"]
    assert "no number" in saved[1][-1]
    listed = face.folder / "list.csv"
    face.tab.dryrun.ask_path = lambda *_: str(listed)
    face.tab.dryrun.write_list()
    face.until(listed.exists)
    face.take()
    assert set(face.orders("B-")) == {"B-0", "B-2", "B-4"}


def test_what_is_to_be_asked_is_decided_one_by_one_and_what_is_kept_by_name_comes_back(face: Face) -> None:
    face.read([face.row(f"C-{n}") for n in range(3)], "erp.csv")
    face.take()
    face.read([face.row(f"C-{n}", 99) for n in range(3)], "erp.csv")
    mapping = face.tab.mapping
    mapping.truths["quantity"].setCurrentIndex(mapping.truths["quantity"].findData("ask"))
    mapping.name.setText("ERP")
    mapping.keep_it()
    face.until(lambda: mapping.said.text)
    face.go(DECIDE)
    decide = face.tab.decide
    assert [row[:4] for row in cells(decide.list)] == [(f"C-{n}", "Quantity", "10", "99") for n in range(3)]
    decide.list.grid.selectRow(0)
    QTest.mouseClick(decide.take, Qt.MouseButton.LeftButton)
    decide.list.grid.selectRow(1)
    QTest.mouseClick(decide.keep, Qt.MouseButton.LeftButton)
    assert decide.left == 1
    face.take()
    assert {number: order.quantity for number, order in face.orders("C-").items()} == {"C-0": 99, "C-1": 10, "C-2": 10}

    face.read([face.row("C-9")], "another.csv")
    assert face.tab.mapping.name.text() == "ERP"
    assert face.tab.mapping.truths["quantity"].currentData() == "ask"


def test_a_long_import_shows_how_far_it_is_and_stop_says_exactly_what_is_in(face: Face) -> None:
    face.read([face.row(f"D-{n:04}") for n in range(1600)])
    face.go(TAKE)
    QTest.mouseClick(face.tab.next, Qt.MouseButton.LeftButton)
    take = face.tab.take
    assert take.running
    assert take.stop.isVisible()
    assert not face.tab.back.isEnabled()
    face.until(lambda: take.bar.share > 0)
    QTest.mouseClick(take.stop, Qt.MouseButton.LeftButton)
    face.until(lambda: take.taken is not None)
    assert take.taken is not None
    assert take.taken.stopped
    assert {row[0] for row in cells(take.went_in)} == set(face.orders("D-"))
    assert 0 < len(take.taken.new) < 1600


def test_rows_are_pasted_and_a_file_is_dropped(face: Face) -> None:
    face.tab.again()
    QGuiApplication.clipboard().setText(f"{HEADS}\n{face.row('E-1')}".replace(",", "\t"))
    face.tab.source.setFocus()
    QTest.keyClick(face.tab.source, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    face.until(lambda: face.tab.at == COLUMNS)
    assert "1 row" in face.tab.what.text()

    face.tab.again()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(face.file([face.row("E-2")], "dropped.csv")))])
    where, none = QPointF(20, 20), Qt.KeyboardModifier.NoModifier
    event = QDropEvent(where, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    face.tab.source.dropEvent(event)
    face.until(lambda: face.tab.at == COLUMNS)
    assert "dropped.csv" in face.tab.what.text()


def test_what_cannot_be_read_or_lacks_a_column_says_what_to_do(face: Face) -> None:
    face.tab.again()
    broken = face.folder / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 nothing")
    face.tab.source.offer(str(broken))
    face.until(lambda: face.tab.said.text)
    assert face.tab.at == SOURCE

    face.read([face.row("F-1")])
    face.tab.mapping.columns["product"].setCurrentIndex(0)
    QTest.mouseClick(face.tab.next, Qt.MouseButton.LeftButton)
    assert face.tab.at == COLUMNS
    assert "Product" in face.tab.mapping.said.text


def test_a_view_that_is_away_is_said_and_its_password_is_kept_apart(face: Face) -> None:
    face.tab.again()
    step = face.tab.source
    step.read_view()
    assert step.url.refusal.text
    step.url.control.setText("postgresql://erp:oops@127.0.0.1:1/sap")
    step.view.control.setText("open_orders")
    step.read_view()
    assert "password" in step.url.refusal.text
    step.url.control.setText("postgresql://erp@127.0.0.1:1/sap")
    step.view.control.setText("open_orders")
    step.password.control.setText("very secret")
    step.keep.setChecked(True)
    step.read_view()
    face.until(lambda: face.tab.said.text)
    assert "does not answer" in face.tab.said.text
    settings = (face.folder / "settings.toml").read_text(encoding="utf-8")
    assert "open_orders" in settings
    assert "very secret" not in settings


def test_who_may_not_plan_is_told_so_and_nothing_is_imported(face: Face) -> None:
    face.read([face.row("G-1")])
    face.go(TAKE)
    face.sign_in(Role.OPERATOR)
    QTest.mouseClick(face.tab.next, Qt.MouseButton.LeftButton)
    face.settle()
    assert face.tab.take.said.text
    assert face.orders("G-") == {}
    face.sign_in(Role.PLANNER)


def test_orders_and_confirmed_output_are_written(face: Face) -> None:
    face.read([face.row("H-1")])
    face.take()
    order = face.orders("H-")["H-1"]
    face.console.office.do(ConfirmOutput(order_id("H-1"), order.line, "conf-1", 4), who=CONSOLE)
    face.settle()
    face.page.turn("export")
    tab = face.page.exports
    for ending in (".csv", ".xlsx"):
        path = face.folder / f"out{ending}"
        tab.ask_path = lambda *_, path=path: str(path)
        tab.write_orders(ending)
        face.until(path.exists)
        face.until(lambda: "written" in tab.said.text)
    rows = list(csv.DictReader((face.folder / "out.csv").open(encoding="utf-8-sig")))
    assert next(row for row in rows if row["Order number"] == "H-1")["Good"] == "4"

    folder = face.folder / "to-erp"
    tab.ask_folder = lambda: str(folder)
    tab.write_output()
    face.until(lambda: "written" in tab.told.text)
    (written,) = folder.glob("output-*.csv")
    assert [row["Good"] for row in csv.DictReader(written.open(encoding="utf-8-sig"))] == ["4"]
    tab.write_output()
    face.until(lambda: "Nothing" in tab.told.text)


def test_a_folder_is_watched_and_what_it_asks_is_decided_on_the_page(face: Face) -> None:
    face.read([face.row(f"I-{n}") for n in range(2)], "watched.csv")
    face.take()
    face.read([face.row("I-0")], "watched.csv")
    mapping = face.tab.mapping
    mapping.truths["quantity"].setCurrentIndex(mapping.truths["quantity"].findData("ask"))
    mapping.name.setText("Folder")
    mapping.keep_it()
    face.until(lambda: mapping.said.text)
    face.page.turn("folder")
    face.settle()
    tab = face.page.watched
    assert "No folder is watched" in tab.about.text()
    inbox = face.folder / "in"
    inbox.mkdir()
    tab.ask_folder = lambda: str(inbox)
    tab.map.setCurrentIndex(tab.map.findData("Folder"))
    face.sign_in(Role.OPERATOR)
    QTest.mouseClick(tab.watch, Qt.MouseButton.LeftButton)
    assert tab.state.code == "off"
    assert tab.said.text
    face.sign_in(Role.PLANNER)
    QTest.mouseClick(tab.watch, Qt.MouseButton.LeftButton)
    exchange = face.console.exchange
    assert exchange is not None
    assert exchange.folder._inbox is not None
    exchange.folder._inbox._settle = 0.02
    (inbox / "today.csv").write_text("\n".join([HEADS, *(face.row(f"I-{n}", 77) for n in range(2))]), encoding="utf-8")

    def taken() -> bool:
        exchange.folder.look_now()
        exchange.beat()
        return len(tab.state.open) == 2

    face.until(taken)
    face.settle()
    assert [row[:4] for row in cells(tab.open)] == [(f"I-{n}", "Quantity", "10", "77") for n in range(2)]
    assert face.page.tabs["folder"].text().endswith("2")
    tab.open.grid.selectRow(0)
    QTest.mouseClick(tab.take, Qt.MouseButton.LeftButton)
    face.until(lambda: len(tab.state.open) == 1)
    assert face.orders("I-")["I-0"].quantity == 77
    QTest.mouseClick(tab.end, Qt.MouseButton.LeftButton)
    assert tab.state.code == "off"


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("size", [(1920, 1080), (SMALLEST.width(), SMALLEST.height())])
def test_no_step_cuts_a_word_or_has_a_control_without_a_name(face: Face, code: str, size: tuple[int, int]) -> None:
    languages.use(code)
    face.window.resize(*size)
    face.read([face.row(f"J-{n}", "x" if n == 1 else 5) for n in range(3)])
    for step in range(COLUMNS, TAKE + 1):
        face.go(step)
        QApplication.processEvents()
        assert clipped(face.page) == [], step
        assert nameless(face.page) == [], step
    for key in ("export", "folder"):
        face.page.turn(key)
        QApplication.processEvents()
        assert clipped(face.page) == []
        assert nameless(face.page) == []
    assert face.page.minimumSizeHint().width() <= size[0]
    languages.use("en")
    face.window.resize(1920, 1080)


def test_a_source_of_the_first_step_can_be_read_by_the_keyboard(face: Face) -> None:
    face.page.turn("import")
    face.tab.again()
    path = face.file([face.row("K-1")], "keys.csv")
    face.tab.source.ask_file = lambda: str(path)
    face.tab.source.choose.setFocus()
    QTest.keyClick(face.tab.source.choose, Qt.Key.Key_Return)
    face.until(lambda: face.tab.at == COLUMNS)
    face.settle()
    for at in (ROWS, TRIAL, DECIDE, TAKE):
        QTest.keyClick(face.tab.next, Qt.Key.Key_Return)
        face.until(lambda at=at: face.tab.at == at)
    QTest.keyClick(face.tab.next, Qt.Key.Key_Return)
    face.until(lambda: face.tab.take.taken is not None)
    assert set(face.orders("K-")) == {"K-1"}


def test_without_a_broker_and_a_plant_orders_come_in_without_a_line(qapp, tmp_path: Path) -> None:
    """Trial mode: nothing is set up, and yet a file of orders can be tried."""
    console = Console(tmp_path)
    furnish(console, load_settings(tmp_path, None, {}, {}), shares=False)
    page = ExchangePage(console)
    page.resize(1400, 900)
    page.show()
    console.start_records()
    console.office.who = lambda: CONSOLE
    path = tmp_path / "trial.csv"
    path.write_text(f"{HEADS}\nT-1,P-1,5,Hall 1,2026-12-05,,x", encoding="utf-8")

    def until(true: Callable[[], object]) -> None:
        end = time.monotonic() + 20
        while not true():
            assert time.monotonic() < end, "it did not come"
            console.mailbox.run_errands()
            QApplication.processEvents()
            time.sleep(0.002)

    until(lambda: not console.office.ready.code)
    page.imports.source.offer(str(path))
    until(lambda: page.imports.at == COLUMNS)
    assert dict(page.imports.mapping.mapping().lines) == {"Hall 1": ""}
    for at in (ROWS, TRIAL, DECIDE, TAKE):
        page.imports._next()
        until(lambda at=at: page.imports.at == at)
    found: list[tuple[WorkOrder, ...]] = []
    trial = page.imports.trial
    assert trial is not None
    assert trial.read.errors == ()
    page.imports.take._go()
    until(lambda: page.imports.take.taken is not None)
    console.office.ask(open_orders(), found.append)
    until(lambda: found)
    assert [(order.number, order.line) for order in found[0]] == [("T-1", "")]
    page.close()
    console.close()
    page.deleteLater()


def test_a_source_says_nothing_of_its_password() -> None:
    assert "secret" not in str(Source(Kind.VIEW, url="postgresql://u@h/d", password="secret"))


def test_a_dry_run_of_many_orders_words_only_what_is_seen(qapp) -> None:
    worded: list[Draft] = []

    class Counted(TrialStep):
        def _draft(self, one: Draft) -> tuple[str, ...]:
            worded.append(one)
            return super()._draft(one)

    step = Counted(cast(Any, SimpleNamespace(exchange=SimpleNamespace(lines={}, zone=UTC))))
    drafts = tuple(Draft(n, f"W-{n}", "P", 10) for n in range(20_000))
    loaded = Loaded(Source(Kind.PASTED), Table(("Order",), ()))
    step.begin(Trial(loaded, ColumnMap("m", "m", ()), Read(drafts, (), 1), Compared(drafts, (), (), (), 0, ()), {}))
    step.grab()
    assert len(worded) < 2000
    assert [row[0] for row in step.list.table()][1::9999] == ["W-0", "W-9999", "W-19998"]
