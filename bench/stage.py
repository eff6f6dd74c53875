"""The stage that rows play on: a broker, a console with its window open, and a publisher in a process of its own."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from console.app.compose import Running
from console.app.console import Console
from console.app.furnishing import furnish
from console.app.settings import load_settings
from console.demo.broker import RunningBroker, start_broker
from console.domain.events import Link
from console.history.history import History
from console.telemetry.broker import BrokerSettings
from console.telemetry.plantfile import load_plant
from widgets.face import Face, application
from widgets.shell.memory import Memory

PACED = Path(__file__).with_name("paced.py")


def plant(lines: int, stations: int) -> str:
    """A plant file for the topics of flood.py and paced.py: `bench/line{l}/station{s}/value` and `/state`."""
    parts = ['[plant]\nname = "Bench"\ntimezone = "UTC"\n']
    for line in range(lines):
        numbers = range(line, lines * stations, lines)
        rows = ", ".join(f'{{id = "S{n:04d}", name = "{n:04d} Station", ideal_cycle = 20}}' for n in numbers)
        parts.append(f'[[line]]\nid = "line{line}"\nname = "Line {line}"\ntarget = 500\nstation = [{rows}]\n')
    parts.append(
        '[[source]]\ntopic = "bench/{line}/station{nr}/value"\nplace = "{line}/S{nr}"\ntime = "ts"\nquality = "q"\n'
        '[[source.signal]]\nfeeds = "tag"\nname = "value"\npath = "value"\nunit = "mm"\n'
        '[[source]]\ntopic = "bench/{line}/station{nr}/state"\nplace = "{line}/S{nr}"\ntime = "ts"\n'
        '[[source.signal]]\nfeeds = "state"\npath = "state"\n'
    )
    return "\n".join(parts)


@contextmanager
def broker() -> Iterator[RunningBroker]:
    """A broker of our own."""
    with tempfile.TemporaryDirectory(prefix="gemba-bench-") as folder:
        running = start_broker(Path(folder))
        try:
            yield running
        finally:
            running.stop()


@contextmanager
def stage(
    port: int, lines: int = 20, stations: int = 50, expanded: bool = True, more: str = "", keeps: bool = False
) -> Iterator[Face]:
    """A console on that broker with its window shown and its heart beating; connected. `more`: of the plant file.

    One that `keeps` has records and calls, on the disk that this folder is on: a folder in memory would flatter.
    """
    app = application()
    with tempfile.TemporaryDirectory(prefix=".gemba-bench-", dir=PACED.parent if keeps else None) as folder:
        path = Path(folder)
        console = Console(path, load_plant(plant(lines, stations) + more))
        running = Running(console, load_settings(path, None, {}, {}))
        if keeps:
            furnish(console, running.settings, shares=False)
        else:
            console.history = History(path)
            console.serve(console.history)
        face = Face(running, Memory(path), path)
        face.window.resize(1920, 1080)
        face.window.open("board")
        face.window.show()
        if expanded:
            face.window.stack.currentWidget().view.collapse_all(False)  # type: ignore[union-attr]
        face.collector.begin()  # as Face.show does
        face.heartbeat.start()
        if keeps:
            console.start_records()
        elif console.history is not None:
            console.history.start()
        console.listen(BrokerSettings("127.0.0.1", port, "bench-console", session_expiry=0))
        run(app, lambda: console.broker.link is Link.CONNECTED, 15)
        try:
            yield face
        finally:
            face.close()


def run(app: QApplication, until: Callable[[], bool], seconds: float) -> bool:
    """Let the application work until `until` holds; False when `seconds` were not enough."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        app.processEvents()
        if until():
            return True
        time.sleep(0.0005)
    return until()


@contextmanager
def paced(port: int, rate: int) -> Iterator[None]:
    """A publisher that sends `rate` messages a second, twenty of them changes of state that carry their time."""
    with subprocess.Popen([sys.executable, "-S", str(PACED), str(port), str(rate)]) as publisher:
        try:
            yield
        finally:
            publisher.terminate()
