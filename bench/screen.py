"""Rows of the screen: one frame of the board, and the time from the start to the first live board."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtGui import QPainter, QPixmap

from bench.first import PROGRAM, until_live
from bench.stage import broker, plant
from console.domain.floor import Floor
from console.domain.stations import StationState
from console.telemetry.plantfile import load_plant
from widgets import words
from widgets.board.tile import word
from widgets.board.view import BoardView
from widgets.face import application
from widgets.theme import color, font, pixmap

HERE = Path(__file__).resolve().parent
FRAMES = 15
STATES = [s for s in StationState if s is not StationState.NO_DATA]

BARE_START = """
import time; began = time.perf_counter()
import pyqtgraph, sqlalchemy.orm, sys
from PySide6.QtWidgets import QApplication, QMainWindow
from PySide6.QtCore import QTimer
app = QApplication([]); window = QMainWindow(); window.setCentralWidget(pyqtgraph.PlotWidget())
window.resize(1920, 1080)
window.show(); QTimer.singleShot(0, app.quit); app.exec()
"""


def frame(stations: int) -> list[dict[str, Any]]:
    """Milliseconds to paint every tile of a board, against filling the same rectangles and texts bare."""
    app = application()
    lines = stations // 8 or 1
    floor = Floor(load_plant(plant(lines, 8)).plant, time.time() - 3600)
    for i, hearing in enumerate(floor.hearings.values()):
        live = hearing.live
        live.state, live.no_data = STATES[i % len(STATES)], None
        live.since, live.good, live.cycle_mean, live.wip = time.time() - 60 * i, 400 + i, 20 + i % 9, i % 7
    now = time.time()
    view = BoardView(floor.lines, lambda: now, ZoneInfo("UTC"))
    view.collapsed.clear()
    view.resize(1400, 960)
    view.show_lines(floor.lines)
    view.show()
    app.processEvents()
    target = QPixmap(view.viewport().size())
    tops = range(0, view._layout.height, target.height())  # noqa: SLF001
    ours = bare = 0.0
    for top in tops:  # the whole board, a screen at a time
        view.verticalScrollBar().setValue(top)
        shown = view.verticalScrollBar().value()
        ours += _median(lambda: view.viewport().render(target))
        bare += _median(lambda at=shown: _bare(view, floor, target, now, at))
    name = f"board frame, {lines * 8} stations"
    row = {"name": name, "ours": round(ours * 1000, 3), "reference": round(bare * 1000, 3), "unit": "ms"}
    return [row | {"ratio": round(ours / bare, 3), "ask": "<= 1.5", "ok": ours <= 1.5 * bare}]


def _median(work: Any) -> float:
    found = []
    for _ in range(FRAMES):
        began = time.perf_counter()
        work()
        found.append(time.perf_counter() - began)
    return statistics.median(found)


def _bare(view: BoardView, floor: Floor, target: QPixmap, now: float, top: int) -> None:
    """The same number of rectangles, icons and texts at the same places, with nothing behind them."""
    painter = QPainter(target)
    painter.fillRect(target.rect(), color("window"))
    normal, bold = font(13), font(13, 700)
    raised, line, text = color("raised"), color("running"), color("text")
    painter.translate(0, -top)
    for card in view._layout.between(top, top + target.height()):  # noqa: SLF001
        live = floor.line(card.line)
        painter.fillRect(card.rect, color("surface"))
        painter.setFont(bold)
        painter.setPen(text)
        for row, said in enumerate((live.line.name, "WO-1", "product", "OEE", "A 93.1", "P 88.4", "Q 98.6")):
            painter.drawText(card.side.left() + 15, card.side.top() + 20 + 18 * row, said)
        for column, said in enumerate(("478", "/ 680 pcs", "-17 vs plan", "finish 14:10")):
            painter.drawText(card.header.left() + 120 * column, card.header.bottom() - 8, said)
        for hour in range(24):
            painter.drawText(card.ribbon.left() + 48 * hour, card.ribbon.bottom() - 3, "06:00")
        painter.fillRect(card.ribbon.adjusted(0, 0, 0, -24), line)
        for rect, station in zip(card.tiles, live.stations, strict=True):
            painter.fillRect(rect, raised)
            painter.fillRect(rect.left(), rect.top(), rect.width(), 2, line)
            painter.fillRect(rect.left() + 10, rect.bottom() - 18, 60, 3, line)
            painter.fillRect(rect.left() + 10, rect.bottom() - 18, 40, 3, text)
            painter.fillRect(rect.left() + 54, rect.bottom() - 22, 2, 11, text)
            painter.drawPixmap(
                rect.left() + 10, rect.center().y() - 8, pixmap(words.STATE_ICON[station.state], "text", 14)
            )
            painter.drawPixmap(rect.right() - 30, rect.top() + 12, pixmap("layers", "text", 13))
            painter.setFont(bold)
            painter.drawText(rect.left() + 10, rect.top() + 24, station.station.name)
            painter.drawText(rect.right() - 40, rect.bottom() - 12, str(station.good))
            painter.setFont(normal)
            painter.drawText(rect.right() - 20, rect.top() + 24, str(station.wip))
            painter.drawText(rect.left() + 30, rect.center().y() + 4, word(station))
            painter.drawText(rect.right() - 70, rect.center().y() + 4, words.elapsed(now - station.since))
            painter.drawText(rect.right() - 90, rect.bottom() - 12, f"{station.cycle_mean:.1f}s")
    painter.end()


def start() -> dict[str, Any]:
    """Seconds from the process's start to a board with live values, against a bare window of the same libraries."""
    ours, bare = [], []
    with broker() as server, tempfile.TemporaryDirectory(prefix="gemba-bench-") as folder:
        file = Path(folder) / "plant.toml"
        file.write_text(plant(4, 7), encoding="utf-8")
        from bench.stage import paced

        with paced(server.port, 200):
            for i in range(7):
                ours.append(until_live(PROGRAM, file, server.port, Path(folder, str(i))))
                bare.append(_wall([sys.executable, "-c", BARE_START]))
    mine, theirs = statistics.median(ours), statistics.median(bare)
    row = {"name": "start to first live board", "ours": round(mine, 3), "reference": round(theirs, 3), "unit": "s"}
    return row | {"ratio": round(mine / theirs, 3), "ask": "<= 1.5", "ok": mine <= 1.5 * theirs}


def _wall(command: list[str]) -> float:
    environ = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
    began = time.perf_counter()
    subprocess.run(command, cwd=HERE.parent, env=environ, check=True, timeout=60)
    return time.perf_counter() - began


ROWS = {
    "frame-200": lambda: frame(200),
    "frame-1000": lambda: frame(1000),
    "start": start,
}
