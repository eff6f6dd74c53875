"""Rows of order figures: 20 000 orders over ninety days, asked to painted, and the thread of the screen meanwhile."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from console.app.console import Console
from console.app.furnishing import furnish
from console.app.settings import load_settings
from console.demo.plant_text import plant_text
from console.telemetry.plantfile import load_plant
from tests.app.orderflows import flow, keep
from widgets.face import application
from widgets.orderfigures.page import OrderFiguresPage
from widgets.shell.collector import Collector

ORDERS, DAYS, OPENINGS, LINES = 20_000, 90, 3, 4
SIZE = (1840, 1000)
NOW = datetime(2026, 11, 20, 11, 42, tzinfo=UTC)
WAIT = 0.005  # seconds between two looks of the screen's thread


def orderfigures() -> list[dict[str, Any]]:
    """Both rows: how long it takes, against SQLite alone; and how late the screen's thread is meanwhile."""
    with tempfile.TemporaryDirectory(prefix="gemba-bench-") as folder:
        app = application()
        console = Console(Path(folder), load_plant(plant_text(LINES, "UTC")), now=NOW.timestamp)
        furnish(console, load_settings(Path(folder), None, {}, {}), shares=False)
        console.start_records()
        try:
            kept: list[object] = []
            made = flow(ORDERS, NOW, DAYS, [f"L{1 + i}" for i in range(LINES)])
            console.office.run(lambda local: keep(local, *made), kept.append, kept.append)
            _until(app, console, lambda: bool(kept))
            Collector().begin()  # as the program does when its board stands
            found = [_opened(app, console) for _ in range(OPENINGS)]
            bare = min(_bare(console.office.path) for _ in range(OPENINGS))
        finally:
            console.close()
    took, late = min(took for took, _ in found), min(late for _, late in found)
    name = f"order figures: {ORDERS} orders, {len(made[1])} moves, {DAYS} days, asked to painted"
    return [
        _row(name, took * 1000, bare * 1000, "<= 2 s", took <= 2.0),
        _row("main thread late meanwhile, the longest", late * 1000, WAIT * 1000, "<= 200 ms", late <= 0.2),
    ]


def _opened(app: QApplication, console: Console) -> tuple[float, float]:
    """Seconds until the figures are painted, and by how much the screen's thread was late at most."""
    page = OrderFiguresPage(console)
    page.resize(*SIZE)
    page.choosing.range.setCurrentIndex(page.choosing.range.findData(str(DAYS)))
    began = time.perf_counter()
    page.show()
    late = _until(app, console, lambda: page.sheets is not None and not page.gathering.busy)
    page.grab()
    took = time.perf_counter() - began
    assert page.sheets is not None
    assert page.sheets.now.orders > ORDERS * 0.9
    page.close()
    page.deleteLater()
    app.processEvents()
    return took, late


def _until(app: QApplication, console: Console, true: Callable[[], bool]) -> float:
    """Let everything work until it is so; the longest time between two looks, without the wait itself."""
    end, late, before = time.perf_counter() + 60, 0.0, time.perf_counter()
    while not true():
        if before > end:
            raise RuntimeError("it never came to be so")
        console.mailbox.run_errands()
        app.processEvents()
        time.sleep(WAIT)
        now = time.perf_counter()
        late, before = max(late, now - before - WAIT), now
    return late


def _bare(path: Path) -> float:
    """Seconds in which SQLite hands over the same columns."""
    db = sqlite3.connect(path)
    began = time.perf_counter()
    db.execute("SELECT id, number, product, line, quantity, good, made, due, finished FROM work_order").fetchall()
    db.execute("SELECT card, at, id, source, target, what FROM flow_step").fetchall()
    took = time.perf_counter() - began
    db.close()
    return took


def _row(name: str, ours: float, reference: float, ask: str, ok: bool) -> dict[str, Any]:
    numbers = {"ours": round(ours, 3), "reference": round(reference, 3), "ratio": round(ours / reference, 3)}
    return {"name": name, "unit": "ms", "ask": ask, "ok": ok, **numbers}


ROWS = {"orderfigures": orderfigures}
