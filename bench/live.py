"""Rows of the live path: ingest with the window open, publish to painted, lateness, processor time."""

from __future__ import annotations

import statistics
import time
from typing import Any

import paho.mqtt.client as paho
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPixmap

from bench.ingest import HOST, bare_paho, flood
from bench.stage import broker, paced, run, stage
from console.domain.events import StationChanged
from widgets.face import application

N = 300_000
ROUNDS = 3
SECONDS = 12.0


def ingest() -> dict[str, Any]:
    """Messages a second through decode, mapping, state and history with the window open, against bare paho."""
    ours, reference = [], []
    for _ in range(ROUNDS):
        with broker() as server:
            ours.append(_whole_path(server.port))
        with broker() as server:
            reference.append(bare_paho(server.port, N))
    mine, theirs = statistics.median(ours), statistics.median(reference)
    return _row("ingest", mine, theirs, "msg/s", mine / theirs, ">= 0.8", mine >= 0.8 * theirs)


def _whole_path(port: int) -> float:
    app = application()
    with stage(port) as face:
        console = face.running.console
        began = [0.0]
        end = [0.0]
        taken = console.intake.take

        def marked(topic: str, payload: bytes, *facts: Any) -> bool:
            if not began[0]:
                began[0] = time.perf_counter()
            if not payload:
                console.mailbox.call(lambda: end.__setitem__(0, end[0] or time.perf_counter()))
            return taken(topic, payload, *facts)

        console.intake.take = marked  # type: ignore[method-assign]
        console.hear_everything(True)  # the end mark is not in the plant file
        console.listen(console.settings_used)  # type: ignore[arg-type]
        run(app, lambda: console.broker.protocol != "" and console.received == 0, 1.0)
        run(app, lambda: False, 0.5)
        with flood(port, N):
            run(app, lambda: end[0] > 0 and not len(console.mailbox), 120)
        done = time.perf_counter()
        heard = sum(entry.count for entry in console.book)
        return heard / (max(done, end[0]) - began[0])


def painted(rate: int) -> dict[str, Any]:
    """From the publisher's clock to the painted tile, p99."""
    app = application()
    with broker() as server, stage(server.port, 4, 7) as face:
        console = face.running.console
        view = face.window.stack.currentWidget().view  # type: ignore[union-attr]
        waiting: list[float] = []
        seen: list[float] = []

        def changed(event: StationChanged) -> None:
            hearing = console.floor.hearings[event.station]
            if hearing.told.at:
                waiting.append(hearing.told.at)

        console.on(StationChanged, changed)
        frames = view.painted

        def look() -> bool:
            nonlocal frames
            if view.painted != frames:
                frames = view.painted
                now = time.time()
                seen.extend(now - at for at in waiting)
                waiting.clear()
            return False

        with paced(server.port, rate):
            run(app, look, 3.0)
            seen.clear()
            run(app, look, SECONDS)
        reference = face.heartbeat.interval + _one_frame(view)
        p99 = sorted(seen)[len(seen) * 99 // 100]
    name = f"publish to painted, {rate} msg/s, p99"
    return _row(name, p99 * 1000, reference * 1000, "ms", p99 / reference, "<= 60 ms", p99 <= 0.060)


def _one_frame(view: Any) -> float:
    """Seconds to paint the whole board once."""
    target = QPixmap(view.viewport().size())
    found = []
    for _ in range(20):
        began = time.perf_counter()
        view.viewport().render(target)
        found.append(time.perf_counter() - began)
    return statistics.median(found)


def lateness() -> dict[str, Any]:
    """How late the heartbeat is at 10 000 messages a second, p99, against no messages at all."""
    app = application()
    found = []
    for rate in (0, 10_000):
        with broker() as server, stage(server.port) as face:
            if rate:
                with paced(server.port, rate):
                    found.append(_p99(app, face))
            else:
                found.append(_p99(app, face))
    quiet, busy = found
    ratio = busy / quiet if quiet else float("inf")
    return _row(
        "lateness at 10 k msg/s, p99", busy * 1000, quiet * 1000, "ms", ratio, "<= +5 ms", busy - quiet <= 0.005
    )


def _p99(app: Any, face: Any) -> float:
    run(app, lambda: False, 3.0)
    face.heartbeat.forget()
    _loop(SECONDS)
    return float(face.heartbeat.lateness().p99)


def _loop(seconds: float) -> None:
    """Qt's own event loop, as in the real program; not the application's, whose end would close the window."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def cpu() -> dict[str, Any]:
    """Processor seconds a second at 1 000 messages a second with the board open, against bare paho."""
    with broker() as server:
        with stage(server.port, 4, 7) as face, paced(server.port, 1000):
            del face
            _loop(3.0)
            before = time.process_time()
            _loop(SECONDS)
            ours = (time.process_time() - before) / SECONDS
        client = paho.Client(paho.CallbackAPIVersion.VERSION2, "bench-cpu", protocol=paho.MQTTv5)
        client.on_connect = lambda *facts: client.subscribe("bench/#", 1)
        client.on_message = lambda *facts: None
        client.connect(HOST, server.port)
        client.loop_start()
        with paced(server.port, 1000):
            time.sleep(3.0)
            before = time.process_time()
            time.sleep(SECONDS)
            bare = (time.process_time() - before) / SECONDS
        client.disconnect()
        client.loop_stop()
    return _row(
        "cpu at 1 k msg/s, board open", ours * 100, bare * 100, "% of a core", ours / bare, "<= 3", ours <= 3 * bare
    )


def _row(name: str, ours: float, reference: float, unit: str, ratio: float, ask: str, ok: bool) -> dict[str, Any]:
    numbers = {"ours": round(ours, 3), "reference": round(reference, 3), "ratio": round(ratio, 3)}
    return {"name": name, "unit": unit, "ask": ask, "ok": bool(ok), **numbers}


ROWS = {
    "ingest": ingest,
    "painted-1k": lambda: painted(1000),
    "painted-10k": lambda: painted(10_000),
    "lateness": lateness,
    "cpu": cpu,
}
