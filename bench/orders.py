"""Row of work orders: 2 000 open ones on the Kanban; its opening, a frame of dragging, and what a change costs."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest

from console.app.console import Console
from console.app.furnishing import furnish
from console.app.queries.orders import Board, board
from console.app.settings import load_settings
from console.demo.plant_text import plant_text
from console.domain.commands import CONSOLE
from console.domain.commands.orders import ImportOrders, MoveOrder
from console.domain.exchange import Draft
from console.domain.orders import order_id
from console.telemetry.plantfile import load_plant
from widgets.cardflow.board import CardBoard
from widgets.face import application
from widgets.orders.page import OrdersPage
from widgets.shell.collector import Collector
from widgets.theme import color, font

COUNT, SLICE, LINES = 2000, 250, 4
RELEASED = 40  # of them on each line; the first of each line runs
OPENINGS, FRAMES, CHANGES = 7, 200, 40
SIZE = (1840, 1000)
NOW = datetime(2026, 11, 20, 11, 42, tzinfo=UTC)


class Desk:
    """A console whose records hold the orders; its page is made anew for each opening."""

    def __init__(self, folder: Path) -> None:
        self.app = application()
        self.console = Console(folder, load_plant(plant_text(LINES, "UTC")), now=NOW.timestamp)
        furnish(self.console, load_settings(folder, None, {}, {}), shares=False)
        self.console.start_records()
        self.page: OrdersPage | None = None
        for start in range(0, COUNT, SLICE):
            self.give(ImportOrders("bench", tuple(_draft(i) for i in range(start, start + SLICE))))
        for i in range(RELEASED * LINES):
            self.give(_move(i, "planned", "released"))
        for i in range(LINES):
            self.give(_move(i, "released", "running"))

    def give(self, command: Any) -> None:
        """Give a command in the console's own name and wait."""
        told: list[object] = []
        self.console.office.do(command, told.append, told.append, CONSOLE)
        self.until(lambda: bool(told))

    def until(self, true: Callable[[], bool]) -> None:
        """Let everything work until it is so."""
        end = time.monotonic() + 60
        while not true():
            if time.monotonic() > end:
                raise RuntimeError("it never came to be so")
            self.console.mailbox.run_errands()
            time.sleep(0.0005)

    def read(self) -> Board:
        """What the records hold, as the service asks for it."""
        found: list[Board] = []
        self.console.office.ask(board(None, NOW - timedelta(hours=24)), found.append)
        self.until(lambda: bool(found))
        return found[0]

    def open(self) -> float:
        """Seconds to ask the records, make the page and paint it."""
        service = self.console.orders
        assert service is not None
        began = time.perf_counter()
        service.board = self.read()
        service.by_id, service.known = {card.order.id: card.order for card in service.board.cards}, True
        self.page = OrdersPage(self.console)
        self.page.resize(*SIZE)
        self.page.show()
        while not self.page.board.painted:
            self.app.processEvents()
        took = time.perf_counter() - began
        assert len(self.page.board.deck.faces) == COUNT
        return took

    def shut(self) -> None:
        """Put the page away."""
        assert self.page is not None
        self.page.close()
        self.page.deleteLater()
        self.app.processEvents()

    def change(self, made: Board) -> float:
        """Seconds on the main thread to show what was read anew, one order of it moved."""
        service = self.console.orders
        assert service is not None
        assert self.page is not None
        service.board = made
        service.by_id = {card.order.id: card.order for card in made.cards}
        began = time.perf_counter()
        self.page.refresh()
        return time.perf_counter() - began


def _draft(i: int) -> Draft:
    due = NOW + timedelta(hours=i % 200 - 4)
    return Draft(i, f"WO-{20000 + i}", f"P-{i % 40}", 100 + i, f"L{1 + i % LINES}", due)


def _move(i: int, source: str, target: str) -> MoveOrder:
    return MoveOrder(order_id(f"WO-{20000 + i}"), f"L{1 + i % LINES}", source, target)


def _dragged(desk: Desk, page: CardBoard) -> list[float]:
    """Seconds of each frame while a card is dragged over the board: the move, and what it paints."""
    start = page.rect_of(next(page.seen())).center()
    QTest.mousePress(page, Qt.MouseButton.LeftButton, pos=start)
    frames, painted = [], page.painted
    for step in range(FRAMES):
        at = QPoint(start.x() + step * 7 % (page.width() - 300), 120 + step * 11 % (page.height() - 240))
        began = time.perf_counter()
        QTest.mouseMove(page, at)
        desk.app.processEvents()
        frames.append(time.perf_counter() - began)
    assert page.held is not None
    assert page.painted >= painted + FRAMES
    page.cancel()
    QTest.mouseRelease(page, Qt.MouseButton.LeftButton)
    return frames


def _bare_read(path: Path) -> float:
    """Seconds to read the same rows with nothing behind them."""
    file = sqlite3.connect(path)
    began = time.perf_counter()
    rows = file.execute("SELECT * FROM work_order").fetchall()
    took = time.perf_counter() - began
    file.close()
    assert len(rows) == COUNT
    return took


def _bare_paint(page: CardBoard) -> float:
    """Seconds to fill the rectangles of the cards that are seen and to write their texts."""
    target = QPixmap(page.size())
    began = time.perf_counter()
    painter = QPainter(target)
    painter.fillRect(target.rect(), color("window"))
    painter.setPen(color("text"))
    painter.setFont(font(13))
    for id in page.seen():
        box, face = page.rect_of(id), page.deck.faces[id]
        painter.fillRect(box, color("raised"))
        painter.drawText(box.left() + 14, box.top() + 25, face.title)
        for row, line in enumerate(face.lines):
            painter.drawText(box.left() + 14, box.top() + 47 + 22 * row, f"{line.text} {line.right}")
    painter.end()
    return time.perf_counter() - began


def orders_board() -> list[dict[str, Any]]:
    """Three lines: the page opens, a card is dragged, somebody else moved one."""
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
    cards = desk.page.board
    read = statistics.median(_bare_read(desk.console.office.path) for _ in range(OPENINGS))
    paint = statistics.median(_bare_paint(cards) for _ in range(FRAMES))
    frames = sorted(_dragged(desk, cards))
    changes, walks = [], []
    for i in range(CHANGES):
        number = LINES + i
        desk.give(_move(number, "released", "planned"))
        made = desk.read()
        began = time.perf_counter()
        known = {card.order.id: card.version for card in made.cards}
        walks.append(time.perf_counter() - began)
        assert known
        changes.append(desk.change(made))
    desk.shut()
    worst = frames[int(len(frames) * 0.95)]
    return [
        _row(f"orders, {COUNT} open: the page opens", statistics.median(opened), read + paint, 500),
        _row(f"orders, {COUNT} open: a frame of dragging, p95", worst, paint, 16),
        _row(
            f"orders, {COUNT} open: one was moved, read anew", statistics.median(changes), statistics.median(walks), 10
        ),
    ]


def _row(name: str, ours: float, bare: float, most: float) -> dict[str, Any]:
    """A line of the table; what is asked are milliseconds, whatever the reference takes."""
    figures = {"ours": round(ours * 1000, 3), "reference": round(bare * 1000, 3), "ratio": round(ours / bare, 3)}
    return {"name": name, "unit": "ms", "ask": f"<= {most:g} ms", "ok": ours * 1000 <= most, **figures}


ROWS = {"orders-board": orders_board}
