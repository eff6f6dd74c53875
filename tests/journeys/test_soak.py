"""A console that works for a long time is as it was at the start: memory, handles, threads, lateness."""

from __future__ import annotations

import threading
from typing import NamedTuple

import psutil
import pytest
from PySide6.QtCore import QEventLoop, QTimer
from pytestqt.qtbot import QtBot

from bench.stage import paced, stage
from tests.brokers import Broker
from widgets.face import Face
from widgets.languages import languages
from widgets.theme import themes

RATE = 1000  # messages a second
SCREENS = ("board", "station", "topics", "setup")


class Footprint(NamedTuple):
    memory: float  # MB
    handles: int
    threads: int


def footprint() -> Footprint:
    process = psutil.Process()
    return Footprint(process.memory_info().rss / 1e6, process.num_fds(), threading.active_count())


def work(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def use(face: Face, seconds: float) -> None:
    """A supervisor turns to every screen, switches language and colours, and comes back to the board."""
    station = next(iter(face.running.console.floor.stations))
    for key in SCREENS:
        face.window.open(key, station if key == "station" else "")
        work(seconds / 8)
        languages.use(languages.other())
        themes.use("light" if themes.current.name == "dark" else "dark")
        work(seconds / 8)
    face.window.open("board")


def soak(port: int, settle: float, rounds: int, seconds: float) -> tuple[Footprint, Footprint, float, float]:
    with stage(port) as face, paced(port, RATE):
        use(face, settle)
        early = footprint()
        face.heartbeat.forget()
        for _ in range(rounds):
            use(face, seconds)
        late = footprint()
        lateness = face.heartbeat.lateness()
        assert face.catcher.count == 0
        assert face.running.console.floor.stations["line0/S0000"].last_heard is not None
        return early, late, lateness.p99, lateness.worst


@pytest.mark.timeout(120)
def test_half_a_minute_of_a_thousand_messages_a_second_leaves_nothing_behind(qtbot: QtBot, broker: Broker) -> None:
    early, late, p99, worst = soak(broker.port, settle=8.0, rounds=3, seconds=8.0)
    print(f"{early} -> {late}, late p99 {p99 * 1000:.1f} ms, worst {worst * 1000:.0f} ms")
    assert late.memory < early.memory * 1.2 + 10  # every tag still fills its row of six hundred numbers
    assert late.handles <= early.handles + 2
    assert late.threads <= early.threads + 1


@pytest.mark.soak
def test_two_hours_of_a_thousand_messages_a_second_leave_nothing_behind(qtbot: QtBot, broker: Broker) -> None:
    early, late, p99, worst = soak(broker.port, settle=900.0, rounds=12, seconds=600.0)
    print(f"{early} -> {late}, late p99 {p99 * 1000:.1f} ms, worst {worst * 1000:.0f} ms")
    assert late.memory < early.memory * 1.05
    assert late.handles <= early.handles + 2
    assert late.threads <= early.threads + 1
