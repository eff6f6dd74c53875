"""Windows as rows of a table: every sample, or a row for each step of a common time; in slices, so that a month fits.

What is read is what is written: numbers are not rounded, and where nothing is known a cell is empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

import numpy as np
import numpy.typing as npt

from console.domain.spreadsheet import guarded
from console.history.facts import BAD, RETAINED, State, Window
from console.history.windows import FEWEST, REGULAR, SILENT

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Cell = float | str | None  # texts are guarded
FEW, MANY = 20_000, 80_000  # rows between which a slice of time is kept
FIRST_SLICE, SHORTEST_SLICE, LONGEST_SLICE = 300.0, 1.0, 86_400.0  # seconds
AT_ONCE = 20_000  # rows handed on together
NO_DATA: Final = -1  # the code of a quality where nothing is known
QUALITY: Final = 3


class Read(Protocol):
    """Where windows come from: `Past`, or a `History` itself."""

    def window(self, signal: str, start: float, end: float, points: int | None = None) -> Window:
        """All samples of [start, end), seconds UTC."""

    def states(self, signal: str, start: float, end: float) -> list[State]:
        """Values and how long each was held."""


@dataclass(frozen=True, slots=True)
class Column:
    """A signal of the table. `text`: its values are words, not numbers."""

    signal: str
    unit: str = ""
    text: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Some rows: when (µs since 1970 UTC), and the cells of each column after the times. `until`: read up to there."""

    at: Ints
    columns: list[list[Cell]]
    until: float


@dataclass(slots=True)
class _Told:
    """What is known of a signal from the slices before."""

    column: Column
    usual: float = 0.0  # seconds between two samples of a cyclic signal; 0 = it comes as it likes
    last: float | None = None  # when its last sample was
    value: Cell = None  # of that sample
    quality: int = NO_DATA
    told: float | None = None  # where the last gap began that has a row
    gaps: list[tuple[float, float]] = field(default_factory=list)

    def look(self, window: Window, end: float) -> None:
        """Find the gaps of a slice, also those that began before it."""
        times = window.times
        self.usual = _usual(times) or self.usual
        self.gaps = [(float(a), float(b)) for a, b in window.gaps]
        patience = SILENT * self.usual
        if self.usual and self.last is not None and len(times) and times[0] - self.last > patience:
            self.gaps.append((self.last, float(times[0])))
        last = float(times[-1]) if len(times) else self.last
        if self.usual and last is not None and end - last > patience:
            self.gaps.append((last, end))
        self.gaps.sort()

    def fresh(self, times: Floats) -> list[float]:
        """Where gaps begin that have no row yet: something came since the last one that has."""
        found = []
        for since, _ in self.gaps:
            before = int(np.searchsorted(times, since, "right"))
            latest = float(times[before - 1]) if before else self.last
            if self.told is None or (latest is not None and latest > self.told):
                self.told = since
                found.append(since)
        return found


def samples(read: Read, columns: Sequence[Column], start: float, end: float, quality: Sequence[str]) -> Iterator[Block]:
    """Every sample of [start, end): signal, value, unit, quality; a row without a value where nothing is known from.

    `quality` are the words for good, uncertain, bad, unknown, last known, no data.
    """
    told = [_Told(column) for column in columns]
    length, at = FIRST_SLICE, start
    while at < end:
        until = min(end, at + length)
        parts = [_rows(read, one, at, until) for one in told]
        times = np.concatenate([part[0] for part in parts])
        whose = np.repeat(np.arange(len(parts)), [len(part[0]) for part in parts])
        values: list[Cell] = [value for part in parts for value in part[1]]
        codes = np.concatenate([part[2] for part in parts])
        order = np.argsort(times, kind="stable")
        for i in range(0, max(1, len(order)), AT_ONCE):
            some = order[i : i + AT_ONCE]
            owners = whose[some].tolist()
            cells: list[list[Cell]] = [
                [guarded(columns[owner].signal) for owner in owners],
                [values[k] for k in some.tolist()],
                [guarded(columns[owner].unit) for owner in owners],
                [_word(code, quality) for code in codes[some].tolist()],
            ]
            share = until if i + AT_ONCE >= len(order) else at
            yield Block(np.round(times[some] * 1e6).astype(np.int64), cells, share)
        length = _next_length(length, len(order))
        at = until


def steps(
    read: Read,
    columns: Sequence[Column],
    start: float,
    end: float,
    step: float,
    quality: Sequence[str],
    spread: bool = False,
) -> Iterator[Block]:
    """A row for each step of [start, end): of each signal the mean (with `spread` the least and greatest too), or the
    value that still held, and the worst quality. Steps begin at whole multiples of `step` seconds."""
    told = [_Told(column) for column in columns]
    first = int(start // step)
    count = int(-(-end // step)) - first
    length, done = max(step, FIRST_SLICE), 0
    while done < count:
        many = min(count - done, max(1, int(length / step)), AT_ONCE)
        edges = (np.arange(first + done, first + done + many + 1, dtype=np.float64)) * step
        cells: list[list[Cell]] = []
        heard = 0
        for one in told:
            found, samples_read = _steps_of(read, one, edges, quality, spread)
            cells += found
            heard += samples_read
        at = np.round(edges[:-1] * 1e6).astype(np.int64)
        yield Block(at, cells, min(end, float(edges[-1])))
        done += many
        length = max(step, _next_length(length, max(heard, many * len(told))))


def count_of(read: Read, columns: Sequence[Column], start: float, end: float) -> int:
    """About how many samples [start, end) has."""
    total = 0
    for column in columns:
        window = read.window(column.signal, start, end, 500)
        total += len(window) if window.counts is None else int(window.counts.sum())
    return total


def _next_length(length: float, rows: int) -> float:
    if rows > MANY:
        return max(SHORTEST_SLICE, length / 2)
    return min(LONGEST_SLICE, length * 2) if rows < FEW else length


def _rows(read: Read, told: _Told, start: float, end: float) -> tuple[Floats, list[Cell], Ints]:
    """Times, values and qualities of a slice, with a row where a gap begins."""
    window = read.window(told.column.signal, start, end)
    told.look(window, end)
    values, codes = _values(read, told.column, window, start, end), _codes(window)
    times, starts = window.times, told.fresh(window.times)
    if len(times):
        told.last = float(times[-1])
    if not starts:
        return times, values, codes
    empty: list[Cell] = [None] * len(starts)
    return (
        np.concatenate((times, starts)),
        values + empty,
        np.concatenate((codes, np.full(len(starts), NO_DATA, np.int64))),
    )


def _values(read: Read, column: Column, window: Window, start: float, end: float) -> list[Cell]:
    numbers = window.values.tolist()
    missing = np.isnan(window.values)
    if not missing.any():
        return [_number(value) for value in numbers]
    held = read.states(column.signal, start, end)
    since = np.array([state.since for state in held])
    which = (np.searchsorted(since, window.times, "right") - 1).tolist()
    return [
        _cell(held[k].value) if lost and k >= 0 else None if lost else _number(value)
        for value, lost, k in zip(numbers, missing.tolist(), which, strict=True)
    ]


def _codes(window: Window) -> Ints:
    if window.qualities is None:
        return np.zeros(len(window), np.int64)
    return window.qualities.astype(np.int64)


def _steps_of(
    read: Read, told: _Told, edges: Floats, quality: Sequence[str], spread: bool
) -> tuple[list[list[Cell]], int]:
    start, end = float(edges[0]), float(edges[-1])
    window = read.window(told.column.signal, start, end)
    if told.column.text or (len(window) and np.isnan(window.values).all()):
        return _held_words(read, told.column, edges, quality, spread), len(window)
    if told.last is None and told.quality == NO_DATA:
        _begin(read, told, start)
    told.look(window, end)
    return _numbers(told, window, edges, quality, spread), len(window)


def _begin(read: Read, told: _Told, start: float) -> None:
    """What held when the table begins."""
    held = read.states(told.column.signal, start, start + 1e-6)
    if held and held[0].value is not None and held[0].since <= start:
        told.last, told.value = start, _cell(held[0].value)
        told.quality = held[0].quality + (RETAINED if held[0].retained else 0)


def _numbers(told: _Told, window: Window, edges: Floats, quality: Sequence[str], spread: bool) -> list[list[Cell]]:
    count = len(edges) - 1
    values, codes, times = window.values, _codes(window), window.times
    cut = np.searchsorted(times, edges)
    cells: list[list[Cell]] = [[None] * count for _ in range(3 if spread else 1)]
    words: list[Cell] = [_word(NO_DATA, quality)] * count
    good = np.isfinite(values) & ((codes & QUALITY) != BAD) & ((codes & RETAINED) == 0)
    ends = edges[1:].tolist()
    begins = np.array([since for since, _ in told.gaps])
    for k, (a, b) in enumerate(zip(cut[:-1].tolist(), cut[1:].tolist(), strict=True)):
        if b > a:
            part = values[a:b][good[a:b]]
            if len(part):
                told_values = (part.mean(), part.min(), part.max()) if len(part) > 1 else (part[0],) * 3
                for cell, value in zip(cells, told_values, strict=False):
                    cell[k] = _number(float(value))
            told.last, told.quality = float(times[b - 1]), int(codes[b - 1])
            told.value = _number(float(values[b - 1])) if (told.quality & QUALITY) != BAD else None
            words[k] = _word(_worst(codes[a:b]), quality)
            if not len(part) and told.value is not None:
                cells[0][k] = told.value
        elif told.last is not None and not _between(begins, told.last, ends[k]):
            cells[0][k], words[k] = told.value, _word(told.quality, quality)
        else:
            told.last, told.value = None, None
            told.quality = BAD  # it was looked for what held before: only a sample tells more
    return [*cells, words]


def _between(begins: Floats, since: float, until: float) -> bool:
    """Whether a gap begins in [since, until)."""
    return bool(len(begins)) and bool(np.searchsorted(begins, until) > np.searchsorted(begins, since))


def _worst(codes: Ints) -> int:
    ranks = {0: 0, 3: 1, 1: 2, 2: 3}  # unknown is better than uncertain, that better than bad
    found: set[int] = set(codes.tolist())
    return max(found, key=lambda code: (ranks[code & QUALITY], -code))


def _held_words(read: Read, column: Column, edges: Floats, quality: Sequence[str], spread: bool) -> list[list[Cell]]:
    """The value that held at the end of each step."""
    held = read.states(column.signal, float(edges[0]), float(edges[-1]))
    since = np.array([state.since for state in held])
    which = (np.searchsorted(since, edges[1:], "left") - 1).tolist()
    found = [held[k] if k >= 0 and held[k].value is not None else None for k in which]
    values = [None if state is None else _cell(state.value) for state in found]
    words: list[Cell] = [
        _word(NO_DATA if state is None else state.quality + (RETAINED if state.retained else 0), quality)
        for state in found
    ]
    empty: list[list[Cell]] = [[None] * len(values) for _ in range(2 if spread else 0)]
    return [values, *empty, words]


def _usual(times: Floats) -> float:
    """The interval of a signal that comes regularly, 0 where it does not, or too little is known."""
    if len(times) < FEWEST:
        return 0.0
    between = np.diff(times)
    usual = float(np.median(between))
    return usual if usual > 0 and float((between <= REGULAR * usual).mean()) >= 0.9 else 0.0


def _number(value: float) -> Cell:
    if value != value:
        return None
    if value in (np.inf, -np.inf):
        return str(value)
    return int(value) if value.is_integer() and abs(value) < 1e15 else value


def _cell(value: Any) -> Cell:
    if isinstance(value, bool | int | float):
        return _number(float(value))
    return None if value is None else guarded(str(value))


def _word(code: int, words: Sequence[str]) -> str:
    if code == NO_DATA:
        return words[5]
    return words[4] if code & RETAINED else words[code & QUALITY]
