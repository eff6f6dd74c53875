"""Windows: a signal between two times, as samples where there are few and as rollups where there are many."""

from __future__ import annotations

from typing import Final

import numpy as np

from console.history.chunks import Damaged
from console.history.facts import State, Window
from console.history.reader import View
from console.history.rollups import DAY, HOUR, MINUTE, Rolls, coarser, of_hours, rolled, unpack
from console.history.samples import QUALITY, RETAINED, Floats, Ints, Samples

FINE: Final = 2  # times as many points as were asked for are given rather than fewer
REGULAR: Final = 2.5  # times the usual interval that nearly all intervals of a cyclic signal stay below
SILENT: Final = 5.0  # times the usual interval of a cyclic signal after which something is missing
THERE: Final = "FROM chunk WHERE signal=? AND start>=? AND start<? AND until>=?"
CHUNKS_OF_ONE_HOUR: Final = (
    f"SELECT start/{HOUR}*{HOUR}, count, low, high, total, first, last {THERE} "
    f"AND start/{HOUR} = until/{HOUR} AND start>=0"
)
WIDE_CHUNKS: Final = f"SELECT id, rolls {THERE} AND (start/{HOUR} <> until/{HOUR} OR start<0)"
FEWEST: Final = 8  # samples from which a signal is known to be cyclic


def window(view: View, signal: str, numbers: list[int], start: int, end: int, points: int | None) -> Window:
    """The window [start, end), in microseconds."""
    width = (end - start) / points if points else 0.0
    if width * FINE >= MINUTE:
        step = HOUR if width * FINE >= HOUR else MINUTE
        rolls = coarser(_rolls(view, numbers, start, end, step), step).between(start, end)
        if points and len(rolls) > FINE * points:
            rolls = coarser([rolls], round(width), start)
        return of_rolls(signal, start, end, rolls, view.pauses(start, end))
    samples = view.samples(numbers, start, end)
    if points and len(samples) > FINE * points:
        rolls = rolled(samples, max(1, round(width)), start)
        return of_rolls(signal, start, end, rolls, view.pauses(start, end))
    return of_samples(signal, start, end, samples, view.pauses(start, end))


def _rolls(view: View, numbers: list[int], start: int, end: int, step: int) -> list[Rolls]:
    loose = [*view.hot(numbers), *view.shared(numbers, start - step, end)]
    found = [rolled(samples.in_time(), step) for samples in loose]
    for number in numbers:
        found += _hours(view, number, start, end) if step == HOUR else _minutes(view, number, start, end)
    return found


def _minutes(view: View, number: int, start: int, end: int) -> list[Rolls]:
    found: list[Rolls] = []
    bare: list[int] = []
    for id, rolls in view.db.execute(
        "SELECT id, rolls FROM chunk WHERE signal=? AND start>=? AND start<? AND until>=?",
        (number, start - DAY, end, start - MINUTE),
    ):
        kept = _unpacked(rolls)
        if kept is not None and kept.step == MINUTE:
            found.append(kept)
        else:
            bare.append(id)
    return found + _from_samples(view, bare, MINUTE)


def _hours(view: View, number: int, start: int, end: int) -> list[Rolls]:
    where = (number, start - DAY, end, start - HOUR)
    rows = view.db.execute(f"{CHUNKS_OF_ONE_HOUR} AND count>=0", where).fetchall()
    found = [of_hours(np.array(rows, np.float64))] if rows else []
    bare: list[int] = []
    for id, rolls in view.db.execute(WIDE_CHUNKS, where):
        kept = _unpacked(rolls)
        if kept is not None:
            found.append(kept)
        else:
            bare.append(id)
    return found + _from_samples(view, bare, HOUR)


def _unpacked(raw: bytes | None) -> Rolls | None:
    try:
        return None if raw is None else unpack(raw)
    except Damaged:
        return None  # the samples tell the same


def _from_samples(view: View, ids: list[int], step: int) -> list[Rolls]:
    rows = (view.db.execute("SELECT id, crc, data FROM chunk WHERE id=?", (id,)).fetchone() for id in ids)
    return [rolled(samples, step) for samples in view.read_all(rows)]


def of_rolls(signal: str, start: int, end: int, rolls: Rolls, pauses: list[tuple[int, int]]) -> Window:
    """A window of steps; `pauses` are when nobody listened (all in microseconds)."""
    with np.errstate(invalid="ignore", divide="ignore"):
        means = rolls.total / rolls.count
    missing = _missing_steps(rolls) + pauses
    step = rolls.step
    gaps = _gaps(missing, rolls.at, rolls.at + step)
    return Window(
        signal=signal,
        start=start / 1e6,
        end=end / 1e6,
        step=step / 1e6,
        times=rolls.at / 1e6,
        values=means,
        gaps=gaps,
        mins=rolls.low,
        maxs=rolls.high,
        firsts=rolls.first,
        lasts=rolls.last,
        counts=rolls.count,
    )


def of_samples(signal: str, start: int, end: int, samples: Samples, pauses: list[tuple[int, int]]) -> Window:
    """A window of samples in time order; `pauses` are when nobody listened (all in microseconds)."""
    missing = _missing_samples(samples.at) + pauses
    gaps = _gaps(missing, samples.at, samples.at)
    qualities = samples.flags & np.uint8(QUALITY | RETAINED)
    return Window(signal, start / 1e6, end / 1e6, 0.0, samples.at / 1e6, samples.numbers(), gaps, qualities)


def _missing_samples(at: Ints) -> list[tuple[int, int]]:
    """Where a signal that comes at regular intervals did not come."""
    if len(at) < FEWEST:
        return []
    steps = np.diff(at)
    usual = float(np.median(steps))
    if usual <= 0 or float((steps <= REGULAR * usual).mean()) < 0.9:
        return []
    long = np.flatnonzero(steps > SILENT * usual)
    return [(int(at[i]), int(at[i + 1])) for i in long]


def _missing_steps(rolls: Rolls) -> list[tuple[int, int]]:
    """The same for steps: those without a sample, where all others have about the same number."""
    if len(rolls) < FEWEST:
        return []
    usual = float(np.median(rolls.count))
    if usual < SILENT or float((rolls.count >= usual / REGULAR).mean()) < 0.9:
        return []
    long = np.flatnonzero(np.diff(rolls.at) > rolls.step)
    return [(int(rolls.at[i]) + rolls.step, int(rolls.at[i + 1])) for i in long]


def _gaps(missing: list[tuple[int, int]], begins: Ints, ends: Ints) -> Floats:
    """Pairs of times without anything: what is missing, less where something was told of that time afterwards."""
    found: set[tuple[int, int]] = set()
    for since, until in missing:
        inside = np.flatnonzero((ends > since) & (begins < until))
        if not len(inside):
            found.add((since, until))
            continue
        found.add((since, int(begins[inside[0]])))
        found.add((int(ends[inside[-1]]), until))
    kept = sorted((a, b) for a, b in found if b > a)
    return np.array(kept, np.float64).reshape(-1, 2) / 1e6


def drawn(window: Window) -> tuple[Floats, Floats]:
    """Times and values of a line that breaks where nothing is known."""
    if window.mins is None or window.maxs is None or window.firsts is None or window.lasts is None:
        times, values = window.times, window.values
        breaks = _breaks(times, times, window.gaps)
        return np.insert(times, breaks, times[breaks - 1]), np.insert(values, breaks, np.nan)
    times = np.repeat(window.times, 2)
    times[1::2] += window.step / 2
    values = np.column_stack((window.mins, window.maxs)).ravel()
    unknown = np.flatnonzero(np.isnan(window.lasts[:-1]) | np.isnan(window.firsts[1:])) + 1
    breaks = np.union1d(_breaks(window.times, window.times + window.step, window.gaps), unknown).astype(np.int64)
    at = 2 * breaks
    return np.insert(times, at, window.times[breaks]), np.insert(values, at, np.nan)


def _breaks(begins: Floats, ends: Floats, gaps: Floats) -> Ints:
    """Before which points the line is broken."""
    if len(begins) < 2 or not len(gaps):
        return np.empty(0, np.int64)
    found = [np.flatnonzero((ends[:-1] < until) & (begins[1:] > since)) + 1 for since, until in gaps.tolist()]
    return np.unique(np.concatenate(found)).astype(np.int64)


def states(view: View, numbers: list[int], start: int, end: int) -> list[State]:
    """Values and how long each was held in [start, end), microseconds; nothing is known while nobody listened."""
    before = view.before(numbers, start)
    if before is not None and _unheard_since(view, before, start):
        before = None
    samples = view.samples(numbers, start, end)
    return held([before, samples] if before is not None else [samples], start, end, view.pauses(start, end))


def _unheard_since(view: View, last: Samples, start: int) -> bool:
    """Whether nobody listened for a while between the last sample before `start` and `start`."""
    at, heard = int(last.at[0]), int(last.heard[0])
    return any(since > at and until > heard for since, until in view.pauses(at, start))


def held(parts: list[Samples], start: int, end: int, pauses: list[tuple[int, int]]) -> list[State]:
    """The same of samples in time order: of what was before `start` the last one alone, and of [start, end)."""
    changes: list[tuple[int, object, int, bool]] = []
    for part in parts:
        flags = part.flags.tolist()
        for at, value, flag in zip(part.at.tolist(), part.values.tolist(), flags, strict=True):
            changes.append((max(at, start), value, flag & QUALITY, bool(flag & RETAINED)))
    known = {at for at, *_ in changes}
    for since, until in pauses:
        if not any(since < at < until for at in known):
            changes.append((since, None, 0, False))
    return _held(sorted(changes, key=lambda change: change[0]), end)


def _held(changes: list[tuple[int, object, int, bool]], end: int) -> list[State]:
    found: list[State] = []
    for i, (at, value, quality, retained) in enumerate(changes):
        until = changes[i + 1][0] if i + 1 < len(changes) else end
        if found and (found[-1].value, found[-1].quality) == (value, quality) and type(found[-1].value) is type(value):
            last = found[-1]
            found[-1] = State(last.value, last.since, until / 1e6, last.quality, last.retained)
        elif until > at:
            found.append(State(value, at / 1e6, until / 1e6, quality, retained))  # type: ignore[arg-type]
    return found
