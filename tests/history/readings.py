"""Readings for the tests of the history."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from console.domain.readings import AlarmText, Quality, Reading, Role, Signal
from console.history.history import History

DAY = 86_400.0
START = 1_700_006_400.0  # 00:00 UTC
TAG = Signal("L1/30", Role.TAG, "temperature", "°C", 10.0, 90.0, stuck_after=60.0, index=3)
STATE = Signal("L1/30", Role.STATE, "state", index=1)
ALARM = Signal("L1/30", Role.ALARM, "alarm", index=2)
COUNT = Signal("L1/30", Role.GOOD, "good", rollover=1000, index=4)


@contextmanager
def open_history(folder: Path, **more: Any) -> Iterator[History]:
    """A history that is open and takes everything."""
    history = History(folder, **({"spare": 0} | more))
    history.start()
    try:
        assert history.flush()
        yield history
    finally:
        history.close()


def filled(folder: Path, readings: list[Reading], chunks: bool = True, **more: Any) -> None:
    """A history of these readings in a folder, closed."""
    with open_history(folder, **more) as history:
        give(history, readings)
        if chunks:
            assert history.seal(merge=True)


def give(history: History, readings: list[Reading], at_once: int = 4000) -> None:
    """Append and wait for the disk."""
    for at in range(0, len(readings), at_once):
        history.append(readings[at : at + at_once])
    assert history.flush()


def reading(value: Any, at: float, signal: Signal = TAG, late: float = 0.0, **more: Any) -> Reading:
    """Heard `late` seconds after the sender's time."""
    return Reading(signal, value, at, at + late, **more)


def each_second(
    count: int, start: float = START, signal: Signal = TAG, value: Callable[[int], Any] = float
) -> list[Reading]:
    """So many, a second apart."""
    return [reading(value(i), start + i, signal) for i in range(count)]


def same(ours: Reading, theirs: Reading) -> bool:
    """Whether two readings say the same: times as exact as they are kept, values to the last bit and type."""
    sources = (ours.source_time, theirs.source_time)
    source = sources == (None, None) or (None not in sources and abs(sources[0] - sources[1]) < 1e-6)  # type: ignore[operator]
    heard = abs(ours.heard_at - theirs.heard_at) <= 0.00051
    told = (ours.signal.id, ours.quality, ours.retained, ours.key) == (
        theirs.signal.id,
        theirs.quality,
        theirs.retained,
        theirs.key,
    )
    return bool(source and heard and told and plain(ours.value) == plain(theirs.value))


def plain(value: object) -> object:
    """A value so that equal means the same bits and the same type."""
    if isinstance(value, float):
        return ("float", value.hex())
    if isinstance(value, AlarmText):
        return ("alarm", str(value), value.code, value.level)
    if isinstance(value, str):
        return ("text", str.__str__(value))
    return (type(value).__name__, value)


def until(what: Callable[[], Any], seconds: float = 10.0) -> Any:
    """Wait until something holds; what it said last."""
    end = time.monotonic() + seconds
    while not (said := what()) and time.monotonic() < end:
        time.sleep(0.02)
    return said


QUALITIES = tuple(Quality)
