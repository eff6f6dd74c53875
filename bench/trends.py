"""Rows of the Trends screen: from the disk to painted, a frame of panning, and eight live pens at 10 000 messages/s."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import zstandard
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from bench.history import _draws, row
from bench.live import _p99
from bench.month import END, QUICK, SPIKE_AT, month, tags
from bench.stage import broker, paced, plant, run, stage
from console.app.console import Console
from console.app.trends import Trends
from console.history.history import History
from console.telemetry.plantfile import load_plant
from widgets.face import application
from widgets.theme import color
from widgets.trends.model import Pen, TrendModel
from widgets.trends.plots import Plots

DAY = 86_400.0
SIZE = (1300, 900)  # pixels of the plots of a full-HD screen
TIMES = 7
FRAMES = 60
EIGHT = [signal.id for signal in tags()[:QUICK]]
LIVE = 300.0  # seconds of the live axis


@contextmanager
def plots() -> Iterator[Plots]:
    """The plots of a console that remembers the month, shown; time stands still at its end."""
    application()
    with tempfile.TemporaryDirectory(prefix="gemba-bench-") as folder:
        console = Console(Path(folder), load_plant(plant(20, 50)), now=lambda: END)
        history = History(month(), days=5000, spare=0)
        console.history, console.trends = history, Trends(console.mailbox, history)
        console.serve(history)
        console.serve(console.trends)
        history.start()
        history.flush()
        model = TrendModel(console)
        made = Plots(model)
        made.resize(*SIZE)
        made.show()
        model.points = made.inner().width()
        try:
            yield made
        finally:
            made.close()
            console.close()


def opened(days: float) -> list[dict[str, Any]]:
    """Milliseconds from eight pens being asked for to all of them painted, against the same bytes and lines bare.

    Bare is what it is in the row `history-open`: the bytes read from the file and unpacked, and a pyqtgraph plot as it
    comes that draws eight lines of one pixel once.
    """
    app = application()
    with plots() as shown:
        model = shown._model  # noqa: SLF001 - the stage of this row
        model.follow(days * DAY)
        ours = _best(lambda: _open(app, shown), lambda: model.use([]))
        history = model.console.history
        assert history is not None
        lines = [history.window(id, END - days * DAY, END, model.points).drawn() for id in EIGHT]
        spike = _seen(model) if days > 17 else True
        draw = _draws()
        bare = _best(lambda: (_bytes(month() / "history.db", END - days * DAY, END), draw(lines)))
    name = f"trends: open 8 of 1 000 tags × {'24 h' if days == 1 else f'{days:g} d'}, disk to painted"
    return [row(name, ours * 1000, bare * 1000, "ms", ours / bare, "<= 2", ours <= 2 * bare and spike)]


def _open(app: QApplication, shown: Plots) -> None:
    model = shown._model  # noqa: SLF001
    mailbox, come = model.console.mailbox, threading.Event()
    mailbox.wake = come.set  # as the heartbeat is woken
    model.use([Pen(id, i) for i, id in enumerate(EIGHT)])
    while any(model.curve(id) is None for id in EIGHT):
        come.wait(1.0)
        come.clear()
        mailbox.run_errands()
    mailbox.wake = lambda: None
    drawn = [plot.painted for plot in shown.plots]
    while any(plot.painted == before for plot, before in zip(shown.plots, drawn, strict=False)):
        app.processEvents()


def _points(model: TrendModel, id: str) -> list[QPointF]:
    """The points of a line as they are on the screen, ready to be drawn."""
    curve = model.curve(id)
    assert curve is not None
    times, values = curve.cut(model.start, model.end)
    return [
        QPointF((t - model.start) / model.pixel, 50 - v) for t, v in zip(times.tolist(), values.tolist(), strict=True)
    ]


def _seen(model: TrendModel) -> bool:
    """Whether the spike of one sample is in what is drawn."""
    curve = model.curve(EIGHT[0])
    found = curve.extent(SPIKE_AT - 3600, SPIKE_AT + 3600) if curve is not None else None
    return found is not None and found[1] == 77.0


def _bytes(path: Path, start: float, end: float) -> int:
    """Read from the file what the windows of the eight need, unpack it, and nothing else."""
    db = sqlite3.connect(path)
    what = "rolls" if end - start < 10 * DAY else "count, low, high, total, first, last"
    rows = []
    for number in range(1, QUICK + 1):
        rows += db.execute(
            f"SELECT {what} FROM chunk WHERE signal = ? AND start >= ? AND start < ? ORDER BY start",
            (number, start * 1e6, end * 1e6),
        ).fetchall()
    db.close()
    if what == "rolls":
        unpacker = zstandard.ZstdDecompressor()
        return sum(len(unpacker.decompress(rolls)) for (rolls,) in rows)
    return len(rows)


def _best(work: Callable[[], Any], before: Callable[[], Any] = lambda: None) -> float:
    found = []
    for _ in range(TIMES):
        before()
        began = time.perf_counter()
        work()
        found.append(time.perf_counter() - began)
    return min(found)


def pan() -> list[dict[str, Any]]:
    """Milliseconds a frame while eight pens × 30 days are panned by hand, against drawing the same lines bare."""
    app = application()
    with plots() as shown:
        model = shown._model  # noqa: SLF001
        model.show(END - 30 * DAY, END - 1)
        _open(app, shown)
        _until_quiet(app, shown)
        frames = []
        for i in range(FRAMES):
            by = 0.15 * DAY * (i % 20 - 10)
            began = time.perf_counter()
            model.show(END - 30 * DAY - by - 1, END - by - 1)
            app.processEvents()
            frames.append(time.perf_counter() - began)
            model.console.mailbox.run_errands()
        lines = [_points(model, id) for id in EIGHT]
        bare = _best(lambda: _drawn(lines))
    ours, worst = statistics.median(frames), max(frames)
    said = row(
        "trends: a frame of panning 8 pens × 30 d",
        ours * 1000,
        bare * 1000,
        "ms",
        ours / bare,
        "<= 33 ms",
        ours <= 0.033,
    )
    late = row(
        "trends: the slowest of 60 such frames", worst * 1000, 100.0, "ms", worst / 0.1, "<= 100 ms", worst <= 0.1
    )
    return [said, late]


def _until_quiet(app: QApplication, shown: Plots) -> None:
    """Everything beside what is seen has come too."""
    shown._model.beat(END)  # noqa: SLF001
    run(app, lambda: (shown._model.console.mailbox.run_errands(), not shown._model._fetching._asked)[1], 20.0)  # noqa: SLF001


def _drawn(lines: list[list[QPointF]]) -> None:
    target = QPixmap(SIZE[0], SIZE[1] // QUICK)
    for line in lines:
        target.fill(color("window"))
        painter = QPainter(target)
        painter.setPen(color("pen_0"))
        painter.drawPolyline(line)
        painter.end()


def live() -> list[dict[str, Any]]:
    """How late the heartbeat is with eight live pens at 10 000 messages a second, p99, against no messages at all."""
    app = application()
    found, drawn = [], 0
    for rate in (0, 10_000):
        with broker() as server, stage(server.port) as face:
            console = face.running.console
            assert console.history is not None
            console.trends = Trends(console.mailbox, console.history)
            console.serve(console.trends)
            page = face.window.open("trends", "\n".join(f"line{i}/S{i:04d}/value" for i in range(8)))
            assert page is not None
            page.model.follow(LIVE)  # type: ignore[attr-defined]
            if rate:
                with paced(server.port, rate):
                    found.append(_p99(app, face))
                    drawn = min(plot.painted for plot in page.plots.plots)  # type: ignore[attr-defined]
                    assert all(page.model.curve(pen.id) for pen in page.model.pens)  # type: ignore[attr-defined]
            else:
                found.append(_p99(app, face))
    quiet, busy = found
    said = row(
        f"trends: lateness with 8 live pens at 10 k msg/s, p99 ({drawn} frames each)",
        busy * 1000,
        quiet * 1000,
        "ms",
        busy / quiet if quiet else float("inf"),
        "<= +20 ms",
        busy - quiet <= 0.020 and drawn > 0,
    )
    return [said]


ROWS = {
    "trend-open-24h": lambda: opened(1),
    "trend-open-30d": lambda: opened(30),
    "trend-pan": pan,
    "trend-live": live,
}
