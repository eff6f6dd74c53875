"""A console with a real history for the tests of the Trends screen, and pictures of its plots."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from console.app.console import Console
from console.app.trends import Trends
from console.domain.readings import Reading, Role, Signal
from console.history.history import History
from console.telemetry.plantfile import load_plant
from widgets.theme import color

NOW = 1_700_006_400.0 + 40 * 86_400  # 00:00 UTC
PLANT = """
[plant]
name = "Bench"
timezone = "UTC"
[[line]]
id = "L1"
name = "L1 Pumps"
station = [{id = "30", name = "30 Weld A", ideal_cycle = 20}]
[[source]]
topic = "t/{tag}"
place = "L1/30"
[[source.signal]]
feeds = "tag"
name = "{tag}"
path = "v"
unit = "A"
low = 10
high = 90
[[source]]
topic = "t/good"
place = "L1/30"
[[source.signal]]
feeds = "good"
path = "n"
"""
TAG = Signal("L1/30", Role.TAG, "current", "A", 10.0, 90.0)
OTHER = Signal("L1/30", Role.TAG, "flow", "l/min")
DOOR = Signal("L1/30", Role.TAG, "door")
STATE = Signal("L1/30", Role.STATE, "state")


class Clock:
    """A time that tests set."""

    def __init__(self, at: float = NOW) -> None:
        self.at = at

    def now(self) -> float:
        """The time."""
        return self.at


@contextmanager
def remembering(folder: Path, readings: Sequence[Reading], clock: Clock) -> Iterator[Console]:
    """A console whose history holds these readings; it says what it remembers, and hears nothing."""
    console = Console(folder, load_plant(PLANT), now=clock.now)
    history = History(folder, spare=0, days=5000, most_waiting=10**9)
    console.history, console.trends = history, Trends(console.mailbox, history)
    console.serve(history)
    console.serve(console.trends)
    history.start()
    for at in range(0, len(readings), 20_000):
        history.append(list(readings[at : at + 20_000]))
    assert history.flush()
    try:
        yield console
    finally:
        console.close()


def settle(console: Console, true: Callable[[], object] = lambda: True, seconds: float = 10.0) -> None:
    """Let the reading thread answer everything that was asked, and more until it is so."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        done: list[int] = []
        assert console.trends is not None
        console.trends.ask(lambda past, done=done: done.append(1), lambda _: None)
        while not done and time.monotonic() < end:
            time.sleep(0.001)
        console.mailbox.run_errands()
        QApplication.processEvents()
        if true():
            return
    raise AssertionError("it did not become so")


def each(
    count: int, start: float, value: Callable[[int], object], signal: Signal = TAG, step: float = 1.0
) -> list[Reading]:
    """So many readings, `step` seconds apart."""
    return [Reading(signal, value(i), start + i * step, start + i * step) for i in range(count)]  # type: ignore[arg-type]


def painted(widget: QWidget) -> np.ndarray:
    """What a widget looks like: height × width × (blue, green, red)."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return rows[:, : image.width(), :3].copy()


def where(picture: np.ndarray, role: str, near: int = 40) -> np.ndarray:
    """Which pixels have about the colour of a role."""
    ink = color(role)
    wanted = np.array([ink.blue(), ink.green(), ink.red()])
    return np.abs(picture.astype(int) - wanted).max(axis=2) <= near
