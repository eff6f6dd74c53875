"""A day of a real machine tool through a real broker: the time in each state is what pandas says it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from console.app.compose import Running
from console.domain.stations import StationState
from tests.journeys.watching import watch
from tests.paths import DATA, SHARED

FULL = sorted((SHARED / "nist").glob("*.txt.gz"))
RECORDINGS = FULL or [DATA / "Mazak01-excerpt.txt"]
STATE = {
    "ACTIVE": "running",
    "READY": "starved",
    "STOPPED": "stopped",
    "FEED_HOLD": "stopped",
    "INTERRUPTED": "stopped",
    "UNAVAILABLE": "no_data",
}


def lines(recording: Path) -> pd.DataFrame:
    """time, item, value of every line, in the file's order."""
    import gzip

    with gzip.open(recording, "rt") if recording.suffix == ".gz" else recording.open() as text:
        rows = [line.rstrip("\n").split("|", 2) for line in text if line.count("|") >= 2 and line[0] != "#"]
    frame = pd.DataFrame(rows, columns=["time", "item", "value"])
    frame["time"] = pd.to_datetime(frame["time"], utc=True, format="ISO8601")
    return frame


def by_pandas(recording: Path, since: float) -> pd.Series:
    """Seconds in each of our states from `since` to the last line, by word of `execution` alone."""
    frame = lines(recording)
    end = frame["time"].cummax().iloc[-1]
    told = frame[frame["item"] == "execution"].sort_values("time", kind="stable")
    start = pd.Timestamp(since, unit="s", tz="UTC")
    begins = told["time"].clip(lower=start)
    lasted = (begins.shift(-1, fill_value=end) - begins).dt.total_seconds()
    return lasted.groupby(told["value"]).sum()


@pytest.fixture(params=RECORDINGS, ids=lambda path: path.name.split("-")[0], scope="module")
def played(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Running]]:
    running = watch(request.param, tmp_path_factory.mktemp("console"))
    yield request.param, running
    running.close()


def test_the_time_in_each_execution_state_equals_pandas_within_a_second(played: tuple[Path, Running]) -> None:
    recording, running = played
    floor, now = running.console.floor, running.console.now()
    machine = recording.name.split("-")[0]
    live = floor.stations[f"{machine}/cnc"]
    expected = by_pandas(recording, floor.started)
    words: dict[str, float] = {}
    states: dict[str, float] = {}
    for segment in live.ribbon.within(floor.started, now, now):
        seconds = (segment.until or now) - segment.since
        states[segment.state.value] = states.get(segment.state.value, 0.0) + seconds
        word = segment.reason or {"running": "ACTIVE", "no_data": "UNAVAILABLE"}.get(segment.state.value, "")
        words[word] = words.get(word, 0.0) + seconds
    print(f"{recording.name}: " + ", ".join(f"{w} {s:.1f} s (pandas {expected[w]:.1f})" for w, s in words.items() if w))
    grouped = expected.groupby(STATE).sum()
    for state, seconds in grouped.items():
        assert abs(states.get(state, 0.0) - seconds) < 1.0, state
    for word, seconds in expected.items():
        assert abs(words.get(str(word), 0.0) - seconds) < 1.0, word


def test_the_repeated_first_lines_are_no_events(played: tuple[Path, Running]) -> None:
    recording, running = played
    machine = recording.name.split("-")[0]
    live = running.console.floor.stations[f"{machine}/cnc"]
    assert live.ribbon.closed[0].since >= running.console.floor.started
    assert (live.good, live.scrap) == (0, 0)
    others = [s for key, s in running.console.floor.stations.items() if not key.startswith(machine)]
    assert all(s.state is StationState.NO_DATA for s in others)
