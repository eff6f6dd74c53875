"""Row of the week board: 2 000 orders on 40 lines in 21 shifts; its opening, a frame of scrolling and of dragging, and
what one order costs that is tried elsewhere."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest

from console.app.console import Console
from console.app.furnishing import furnish
from console.app.queries.orders import Board, CardShown
from console.app.settings import load_settings
from console.demo.plant_text import plant_text
from console.domain.commands import CONSOLE
from console.domain.commands.products import SetChangeover
from console.domain.orders import ORDERS, PLANNED, RELEASED, WorkOrder, order_id
from console.domain.planning import Changeover
from console.domain.products import Product, RouteStep
from console.telemetry.plantfile import load_plant
from widgets.face import application
from widgets.plan.board import WeekBoard
from widgets.plan.page import PlanPage
from widgets.shell.collector import Collector
from widgets.theme import color, font

COUNT, LINES, PRODUCTS = 2000, 40, 24
OPENINGS, FRAMES, TRIES = 7, 150, 40
SIZE = (1840, 1000)
NOW = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)  # a Monday
MONDAY = date(2026, 11, 23)


class Desk:
    """A console that knows orders in every shift of a week; its page is made anew for each opening."""

    def __init__(self, folder: Path) -> None:
        self.app = application()
        self.console = Console(folder, load_plant(plant_text(LINES, "UTC")), now=NOW.timestamp)
        furnish(self.console, load_settings(folder, None, {}, {}), shares=False)
        self.console.start_records()
        self.until(lambda: self.console.orders is not None and self.console.office.ready.code == "")
        given: list[object] = []
        told = SetChangeover(Changeover("", "", "*", "*", 900.0))
        self.console.office.do(told, given.append, given.append, CONSOLE)
        self.until(lambda: bool(given))
        service = self.console.orders
        assert service is not None
        cards = tuple(CardShown(order, 1) for order in _orders(self.console))
        service.board, service.known = Board(ORDERS, cards, {}), True
        service.by_id = {card.order.id: card.order for card in cards}
        service.products = {f"P-{i}": _product(i) for i in range(PRODUCTS)}
        self.page: PlanPage | None = None

    def until(self, true: Callable[[], bool]) -> None:
        """Let everything work until it is so."""
        end = time.monotonic() + 60
        while not true():
            if time.monotonic() > end:
                raise RuntimeError("it never came to be so")
            self.console.mailbox.run_errands()
            time.sleep(0.0005)

    def open(self) -> float:
        """Seconds to make the page, compute every line's plan and paint it."""
        began = time.perf_counter()
        self.page = PlanPage(self.console)
        self.page.resize(*SIZE)
        self.page.show()
        while not self.page.board.painted:
            self.app.processEvents()
        took = time.perf_counter() - began
        assert len(self.page.board.grid.tops) + len(self.page.board.grid.tray) == COUNT
        self.until(lambda: self.page is not None and self.page.planner.matrix.seconds("", "a", "b") > 0)
        for _ in range(5):
            self.app.processEvents()  # it scrolls to the shift of now
        return took

    def shut(self) -> None:
        """Put the page away."""
        assert self.page is not None
        self.page.close()
        self.page.deleteLater()
        self.app.processEvents()


def _product(i: int) -> Product:
    return Product(f"P-{i}", steps=(RouteStep("Mill", seconds=12.0 + i % 5),), family=f"F{i % 6}")


def _orders(console: Console) -> list[WorkOrder]:
    """Two or three in each shift of each line, a few without one."""
    lines = [live.line.id for live in console.floor.lines]
    calendar = console.floor.line_hearings[lines[0]].calendar
    week = calendar.shifts_between(NOW.timestamp(), (NOW + timedelta(days=7)).timestamp())
    shifts = [shift for shift in week if shift.day < MONDAY + timedelta(days=7)]
    found = []
    for i in range(COUNT):
        shift = shifts[i // LINES * 7 % len(shifts)]
        placed = bool(i % 50)
        found.append(
            WorkOrder(
                order_id(f"WO-{i}"),
                f"WO-{20000 + i}",
                f"P-{i % PRODUCTS}",
                200 + i % 400,
                NOW,
                "bench",
                lines[i % LINES],
                NOW + timedelta(hours=i % 200),
                rank=f"V{i:05}1",
                column=RELEASED if i % 5 == 1 else PLANNED,
                planned_day=shift.day if placed else None,
                planned_shift=shift.name if placed else "",
            )  # fmt: skip
        )
    return found


def _scrolled(board: WeekBoard) -> list[float]:
    frames = []
    for step in range(FRAMES):
        began = time.perf_counter()
        board.down.setValue(step * 37 % max(1, board.down.maximum()))
        board.across.setValue(step * 11 % max(1, board.across.maximum()))
        board.repaint()
        frames.append(time.perf_counter() - began)
    return frames


def _dragged(desk: Desk, board: WeekBoard) -> list[float]:
    """Seconds of each frame while an order is dragged over the board: the move, and what it paints."""
    board.down.setValue(0)
    board.across.setValue(0)
    start = next(box.center() for id in board.grid.tops if board.body.contains(box := board.card_rect(id)))
    QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=start)
    frames = []
    for step in range(FRAMES):
        at = QPoint(300 + step * 7 % (board.width() - 400), 120 + step * 11 % (board.height() - 240))
        began = time.perf_counter()
        QTest.mouseMove(board, at)
        desk.app.processEvents()
        frames.append(time.perf_counter() - began)
    assert board.held is not None
    board.cancel()
    QTest.mouseRelease(board, Qt.MouseButton.LeftButton)
    desk.app.processEvents()
    return frames


def _tried(page: PlanPage) -> list[float]:
    """Seconds to try an order in the next shift of its line and to show what that does."""
    board, found = page.board, []
    column = len(board.grid.columns) - 1
    for id in [id for id, place in board.grid.tops.items() if place[1] < column][:TRIES]:
        row, at, _ = board.grid.tops[id]
        began = time.perf_counter()
        board.ask_move(id, board.grid.rows[row].line, board.grid.columns[at + 1], "")
        board.repaint()
        found.append(time.perf_counter() - began)
    assert len(page.planner.draft.placed) == TRIES
    return found


def _bare_paint(board: WeekBoard) -> float:
    """Seconds to fill the rectangles of the cards that are seen and to write their texts."""
    target = QPixmap(board.size())
    seen = [(box, id) for id in board.grid.tops if board.body.intersects(box := board.card_rect(id))]
    began = time.perf_counter()
    painter = QPainter(target)
    painter.fillRect(target.rect(), color("window"))
    painter.setPen(color("text"))
    painter.setFont(font(13))
    for box, id in seen:
        order = board.planner.orders[id]
        painter.fillRect(box, color("raised"))
        for row, text in enumerate((order.number, order.product, "06:00–08:30")):
            painter.drawText(box.left() + 10, box.top() + 16 * (row + 1), text)
    painter.end()
    return time.perf_counter() - began


def plan_board() -> list[dict[str, Any]]:
    """Four lines: the page opens, it is scrolled, an order is dragged, and one is tried elsewhere."""
    with tempfile.TemporaryDirectory(prefix="gemba-bench-") as folder:
        desk = Desk(Path(folder))
        try:
            return _measured(desk)
        finally:
            desk.console.close()


def _measured(desk: Desk) -> list[dict[str, Any]]:
    opened = []
    for _ in range(OPENINGS):
        opened.append(desk.open())
        desk.shut()
    desk.open()
    Collector().begin()  # as the program does when its window is there
    assert desk.page is not None
    board = desk.page.board
    bare = statistics.median(_bare_paint(board) for _ in range(FRAMES))
    scrolled, dragged = sorted(_scrolled(board)), sorted(_dragged(desk, board))
    tried = statistics.median(_tried(desk.page))
    desk.shut()
    late = int(FRAMES * 0.95)
    name = f"plan, {COUNT} orders on {LINES} lines"
    return [
        _row(f"{name}: the page opens", statistics.median(opened), bare, 500),
        _row(f"{name}: a frame of scrolling, p95", scrolled[late], bare, 16),
        _row(f"{name}: a frame of dragging, p95", dragged[late], bare, 16),
        _row(f"{name}: one is tried elsewhere", tried, bare, 100),
    ]


def _row(name: str, ours: float, bare: float, most: float) -> dict[str, Any]:
    """A line of the table; what is asked are milliseconds, whatever the reference takes."""
    figures = {"ours": round(ours * 1000, 3), "reference": round(bare * 1000, 3), "ratio": round(ours / bare, 3)}
    return {"name": name, "unit": "ms", "ask": f"<= {most:g} ms", "ok": ours * 1000 <= most, **figures}


ROWS = {"plan-board": plan_board}
