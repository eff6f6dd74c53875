"""A window is as exact as it is asked for: no spike is lost, no gap is drawn as a line."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from console.demo.recording import read_recording
from console.domain.readings import Quality, Reading, Role, Signal
from console.history.facts import Window
from tests.history.readings import DAY, START, TAG, each_second, filled, give, open_history, reading
from tests.paths import DATA, SHARED

DAYS = 30
SPIKE = 1_234_560  # seconds after the start


def wave(i: int) -> float:
    return round(20 + math.sin(i / 5000), 2)


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty days, a reading every minute, on the first every four seconds; one spike; a day without the console."""
    folder = tmp_path_factory.mktemp("month")
    times = [*range(0, round(DAY), 4), *range(round(DAY), round(DAYS * DAY), 60)]
    silent = range(round(20 * DAY), round(21 * DAY))
    readings = [reading(77.7 if at == SPIKE else wave(at), START + at) for at in times if at not in silent]
    before = sum(at < silent.start for at in times)
    with open_history(folder, most_waiting=10**9) as history:
        give(history, readings[:before])
        history.listening(False, START + 20 * DAY - 5)
        give(history, readings[before:])
        assert history.seal(merge=True)
    return folder


@pytest.mark.parametrize("points", [10, 100, 720, 2000, 50_000])
def test_a_spike_of_one_sample_is_seen_however_far_one_zooms_out(month: Path, points: int) -> None:
    with open_history(month) as history:
        window = history.window(TAG, START, START + DAYS * DAY, points)

    assert window.maxs is not None
    assert window.mins is not None
    assert window.maxs.max() == 77.7
    assert window.mins.min() == 19.0
    assert len(window) <= 2 * points
    where = window.times[int(np.argmax(window.maxs))]
    assert where <= START + SPIKE < where + window.step
    drawn = window.drawn()[1]
    assert np.nanmax(drawn) == 77.7


@pytest.mark.parametrize("points", [100, 720, 5000, None])
def test_a_day_without_the_console_is_a_gap_and_no_line(month: Path, points: int | None) -> None:
    with open_history(month) as history:
        window = history.window(TAG, START + 18 * DAY, START + 23 * DAY, points)

    assert any(
        since <= START + 20 * DAY + 7200 and until >= START + 21 * DAY - 7200 for since, until in window.gaps.tolist()
    )
    times, values = window.drawn()
    assert np.isnan(values).any()
    inside = (times > START + 20 * DAY + 7200) & (times < START + 21 * DAY - 7200)
    assert not inside.any()
    (breaks,) = np.flatnonzero(np.isnan(values)).tolist()
    assert times[breaks - 1] < START + 20 * DAY + 7200
    assert times[breaks + 1] >= START + 21 * DAY - 3600


def test_the_steps_of_a_window_are_what_their_samples_come_to(month: Path) -> None:
    with open_history(month) as history:
        whole = history.window(TAG, START, START + 10 * DAY)
        for points in (24, 240, 2000):
            steps = history.window(TAG, START, START + 10 * DAY, points)
            assert steps.counts is not None
            assert int(steps.counts.sum()) == len(whole)
            assert float((steps.values * steps.counts).sum()) == pytest.approx(float(whole.values.sum()))
            assert steps.firsts is not None
            assert steps.lasts is not None
            assert (steps.firsts[0], steps.lasts[-1]) == (whole.values[0], whole.values[-1])


def test_where_a_regular_signal_stops_coming_there_is_a_gap(tmp_path: Path) -> None:
    with open_history(tmp_path) as history:
        give(history, [*each_second(100), *each_second(100, START + 160)])
        near = history.window(TAG, START, START + 260)
        far = history.window(TAG, START, START + 260, 20)

    assert [(a - START, b - START) for a, b in near.gaps.tolist()] == [(99, 160)]
    assert np.isnan(near.drawn()[1]).sum() == 1
    assert np.isnan(far.drawn()[1]).sum() == 1


def test_a_signal_that_is_sent_when_it_changes_is_held_and_has_no_gap(tmp_path: Path) -> None:
    times = [0, 3, 4, 90, 91, 400, 2000, 2001, 2500, 3000]
    with open_history(tmp_path) as history:
        give(history, [reading(float(i), START + at) for i, at in enumerate(times)])
        window = history.window(TAG, START, START + 3001)

    assert window.gaps.tolist() == []
    assert not np.isnan(window.drawn()[1]).any()


@pytest.mark.parametrize("points", [None, 3, 60])
def test_where_a_sender_says_that_it_knows_nothing_the_line_breaks(tmp_path: Path, points: int | None) -> None:
    values = [*each_second(3000), reading(None, START + 3000), *each_second(3000, START + 8000)]
    with open_history(tmp_path) as history:
        give(history, values)
        assert history.seal(merge=True)
        _, drawn = history.window(TAG, START, START + 11_000, points).drawn()

    assert np.isnan(drawn).any()


def test_bad_and_infinite_values_are_kept_and_counted_nowhere(tmp_path: Path) -> None:
    values = [
        *each_second(100),
        reading(-32_768.0, START + 100, quality=Quality.BAD),
        reading(math.inf, START + 101),
        reading(math.nan, START + 102),
        *each_second(100, START + 103),
    ]
    with open_history(tmp_path) as history:
        give(history, values)
        samples = history.window(TAG, START, START + 300)
        steps = history.window(TAG, START, START + 300, 5)

    assert len(samples) == 203
    assert -32_768.0 in samples.values
    assert steps.mins is not None
    assert steps.maxs is not None
    assert steps.counts is not None
    assert (steps.mins.min(), np.nanmax(steps.maxs), steps.counts.sum()) == (0.0, 99.0, 200)


def test_an_empty_window_is_one_gap_where_nobody_listened(tmp_path: Path) -> None:
    filled(tmp_path, each_second(10))
    with open_history(tmp_path) as history:
        window = history.window("nowhere/nothing", START + DAY, START + 2 * DAY)

    assert len(window) == 0
    assert window.gaps.tolist() == [[START + DAY, START + 2 * DAY]]
    assert [len(column) for column in window.drawn()] == [0, 0]


def machine_day(path: Path) -> list[Reading]:
    """Every number that a real machine tool said."""
    signals: dict[str, Signal] = {}
    found = []
    for message in read_recording(path).events:
        signal = signals.setdefault(message.topic, Signal(message.topic, Role.TAG, "value"))
        try:
            found.append(Reading(signal, float(message.payload), None, message.at))
        except ValueError:
            found.append(Reading(signal, None, None, message.at))
    return found


def compare_with_pandas(folder: Path, readings: list[Reading]) -> int:
    """How many signals had the same statistics."""
    pandas = pytest.importorskip("pandas")
    filled(folder, readings, most_waiting=10**9)
    frame = pandas.DataFrame([(r.signal.id, r.heard_at, r.value) for r in readings], columns=["id", "at", "value"])
    frame["value"] = frame["value"].astype(float)
    start, end = frame["at"].min(), frame["at"].max() + 1
    compared = 0
    with open_history(folder) as history:
        assert len(list(history.replay(start, end))) == len(readings)
        for id, group in frame.groupby("id"):
            values = group["value"].dropna()
            samples = history.window(id, start, end)
            assert len(samples) == len(group)
            if values.empty:
                continue
            told = [np.nanmean(samples.values), np.nanstd(samples.values)]
            assert told == pytest.approx([values.mean(), values.std(ddof=0)])
            steps = history.window(id, start, end, 24)
            assert _came_to(steps) == (values.min(), values.max(), len(values))
            compared += 1
    print(f"{compared} signals, {len(readings)} readings")
    return compared


def test_the_statistics_of_a_real_machine_are_those_of_pandas(tmp_path: Path) -> None:
    assert compare_with_pandas(tmp_path, machine_day(DATA / "Mazak01-excerpt.txt")) > 3


@pytest.mark.soak
@pytest.mark.parametrize("path", sorted((SHARED / "nist").glob("*.gz")), ids=lambda path: path.name.split("-")[0])
def test_the_statistics_of_a_real_machines_day_are_those_of_pandas(tmp_path: Path, path: Path) -> None:
    assert compare_with_pandas(tmp_path, machine_day(path)) > 20


def _came_to(window: Window) -> tuple[float, float, int]:
    if window.mins is None or window.maxs is None or window.counts is None:
        values = window.values[np.isfinite(window.values)]
        return float(values.min()), float(values.max()), len(values)
    return float(np.nanmin(window.mins)), float(np.nanmax(window.maxs)), int(window.counts.sum())
