"""What a stretch of time comes to: as pandas says, whole or in pieces, on a real machine tool's day."""

from __future__ import annotations

from math import sqrt
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from console.demo.recording import read_recording
from console.domain.readings import Quality, Reading, Role, Signal
from console.history.history import History
from console.history.summing import Summed, added, begun, of_rollups
from tests.history.readings import DAY, START, TAG, filled, open_history, reading
from tests.paths import DATA, SHARED

NIST = sorted((SHARED / "nist").glob("Mazak01*.txt.gz")) or [DATA / "Mazak01-excerpt.txt"]
MOST = 6  # signals of the day that are looked at


def summed(history: History, signal: str, start: float, end: float, pieces: int, *limits: float | None) -> Summed:
    """The figures of a stretch, read in so many pieces."""
    low, high = limits or (None, None)
    so_far = begun(history, signal, start, low, high)
    edges = np.linspace(start, end, pieces + 1).tolist()
    for a, b in zip(edges[:-1], edges[1:], strict=True):
        so_far = added(so_far, history.window(signal, a, b))
    return so_far


def nist() -> dict[str, list[tuple[float, float]]]:
    """The numbers that the machine said most often, by item, as (time, value)."""
    found: dict[str, list[tuple[float, float]]] = {}
    for message in read_recording(NIST[0]).events:
        try:
            value = float(message.payload)
        except ValueError:
            continue
        found.setdefault(message.topic.rpartition("/")[2], []).append((message.at, value))
    most = sorted(found, key=lambda item: -len(found[item]))[:MOST]
    return {item: found[item] for item in most}


@pytest.mark.parametrize("pieces", [1, 7])
def test_the_figures_of_the_nist_day_equal_pandas(tmp_path: Path, pieces: int) -> None:
    day = nist()
    readings = [
        Reading(Signal("Mazak01/cnc", Role.TAG, item), value, None, at)
        for item, told in day.items()
        for at, value in told
    ]
    filled(tmp_path, sorted(readings, key=lambda one: one.heard_at), days=5000)
    with open_history(tmp_path, days=5000) as history:
        for item, told in day.items():
            series = pd.Series([value for _, value in told])
            first, last = told[0][0], max(at for at, _ in told)
            ours = summed(history, f"Mazak01/cnc/{item}", first - 1, last + 1, pieces)
            assert ours.n == len(series)
            assert ours.mean == pytest.approx(series.mean(), rel=1e-9, abs=1e-12)
            assert ours.spread == pytest.approx(series.std(), rel=1e-7, abs=1e-9)
            assert (ours.least, ours.greatest) == (series.min(), series.max())


def test_rollups_come_to_the_same_number_mean_and_extremes(tmp_path: Path) -> None:
    values = np.round(50 + 10 * np.sin(np.arange(DAY) / 900.0), 2)
    filled(tmp_path, [reading(float(value), START + i) for i, value in enumerate(values)], days=5000)
    with open_history(tmp_path, days=5000) as history:
        window = history.window(TAG, START, START + DAY, 300)
        ours = of_rollups(Summed(), window)
    assert window.step > 0
    assert (ours.n, ours.least, ours.greatest) == (len(values), values.min(), values.max())
    assert ours.mean == pytest.approx(values.mean())
    assert ours.spread is None
    assert ours.above is None
    assert ours.last == values[-1]


def test_the_time_beyond_a_limit_is_how_long_a_value_held_there_and_no_gap_counts(tmp_path: Path) -> None:
    told = [(0, 50.0), (10, 95.0), (40, 50.0), (60, 5.0), (65, 50.0)]
    filled(tmp_path, [reading(value, START + at) for at, value in told], days=5000)
    with open_history(tmp_path, days=5000) as history:
        whole = summed(history, TAG.id, START, START + 66, 1, 10.0, 90.0)
        pieces = summed(history, TAG.id, START, START + 66, 6, 10.0, 90.0)
        later = summed(history, TAG.id, START + 20, START + 30, 1, 10.0, 90.0)
    assert whole.above == pytest.approx(30.0)
    assert whole.below == pytest.approx(5.0)
    assert (pieces.above, pieces.below) == (pytest.approx(30.0), pytest.approx(5.0))
    assert later.n == 0
    assert later.above == pytest.approx(10.0)  # what was said before still holds


def test_bad_and_retained_samples_do_not_count(tmp_path: Path) -> None:
    readings = [
        reading(10.0, START),
        reading(9999.0, START + 1, quality=Quality.BAD),
        reading(20.0, START + 2),
        reading(7777.0, START + 3, retained=True),
        reading(float("inf"), START + 4),
    ]
    filled(tmp_path, readings, days=5000)
    with open_history(tmp_path, days=5000) as history:
        ours = summed(history, TAG.id, START, START + 10, 1, 0.0, 100.0)
    assert (ours.n, ours.least, ours.greatest) == (2, 10.0, 20.0)
    assert ours.spread == pytest.approx(sqrt(50))
    assert ours.above == 0.0
