"""A month of a plant for the measurements of trends: 1 000 tags × 30 days, generated once and kept in the temp folder.

Eight tags say something every second, all others once a minute: 63.6 million samples instead of 2.6 thousand million.
They are written as chunks in the form that the history's own merging leaves behind (`pieces.whole`), because appending
them reading by reading would take an hour; what is read back is read by the history itself.
"""

from __future__ import annotations

import math
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from console.domain.readings import Role, Signal
from console.history.merging import INSERT
from console.history.pieces import Row, whole
from console.history.samples import Samples
from console.history.signalbook import Signals, save
from console.history.tables import open_to_write

TAGS, QUICK, DAYS = 1000, 8, 30
SPIKE = 77.0  # above everything else that the first tag said, one sample long
DAY, HOUR = 86_400, 3600
END = 1_700_006_400.0 + DAYS * DAY  # 00:00 UTC
START = END - DAYS * DAY
SPIKE_AT = START + 17 * DAY + 40_000.0
FOLDER = Path(tempfile.gettempdir()) / "gemba-bench-month-1"


def tags() -> list[Signal]:
    """1 000 process values of 250 stations; the quick ones first."""
    return [
        Signal(f"line{i % 20}/S{i // 4:04d}", Role.TAG, f"value {i}", "mm", 10.0, 90.0, index=i) for i in range(TAGS)
    ]


def month() -> Path:
    """The folder with `history.db`; generated when it is not there (about a minute)."""
    if not (FOLDER / "whole").exists():
        shutil.rmtree(FOLDER, ignore_errors=True)
        FOLDER.mkdir(parents=True)
        _generate(FOLDER)
        (FOLDER / "whole").touch()
    return FOLDER


def _generate(folder: Path) -> None:
    db = open_to_write(folder / "history.db")
    signals = Signals()
    numbers = [signals[signal] for signal in tags()]
    save(db, signals.fresh)
    db.execute("INSERT INTO listened (start, until) VALUES (?, ?)", (_micros(START), _micros(END)))
    chance = np.random.default_rng(1)
    for place, number in enumerate(numbers):
        with db:
            db.execute("BEGIN")
            db.executemany(INSERT, _rows(place, number, chance))
    db.close()


def _rows(place: int, number: int, chance: np.random.Generator) -> Iterator[Row]:
    """The chunks of a tag: of an hour where it is quick, of a day where it is not."""
    step, long = (1, HOUR) if place < QUICK else (60, DAY)
    count = long // step
    for begin in range(0, DAYS * DAY, long):
        seconds = begin + step * np.arange(count)
        times = START + seconds + place * 0.0007 + np.round(chance.random(count) * 0.004, 3)
        values = np.round(50 + 8 * np.sin(seconds / (4000.0 + place) + place) + chance.normal(0, 0.5, count), 2)
        if place == 0:
            values[np.abs(times - SPIKE_AT) < 0.5] = SPIKE
        late = np.rint(2 + chance.random(count) * 10).astype(np.int64)
        at = np.rint(times * 1e6).astype(np.int64)
        yield whole(number, Samples(at, late, np.zeros(count, np.uint8), values))


def _micros(seconds: float) -> int:
    return math.floor(seconds * 1e6)
