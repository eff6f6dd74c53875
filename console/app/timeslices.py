"""The past of held values on a time axis, read slice by slice on the reading thread and kept: a year takes a while."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from console.domain.readings import Value
from console.domain.ribbon import Segment
from console.domain.shifts import Calendar
from console.domain.timeline import NO_DATA, STATES, Held, cut, excused, filled, joined, silences, thinned, without

if TYPE_CHECKING:
    from console.app.trends import Past

BAD = 2  # code of a quality in console.history.facts
WIDTHS = (0.0, 1.0, 5.0, 15.0, 60.0, 300.0, 900.0, 3600.0, 14400.0)  # seconds below which held values become one
LENGTHS = (3600.0, 3600.0, 14400.0, 14400.0, 86400.0, 86400.0, 86400.0, 86400.0, 86400.0)  # of a slice, by width
BUDGET = 0.04  # seconds that one job reads, so that pens do not wait for it
MOST = 12_000  # slices that are kept
OLD = 600.0  # seconds after which a slice is read again: something may have come late
YOUNG = 2.0  # the same where the slice still grows
EXACT = 15.0  # seconds; a slice of a finer width is read sample by sample
AHEAD = 8  # signals by which it is known that a station was heard


class Track(NamedTuple):
    """Values of one signal that were held; of states also by which signals the station was heard, and how often."""

    signal: str
    state: bool = False
    heard_by: tuple[str, ...] = ()
    patience: float = 60.0  # seconds after which nothing is known


class Slice(NamedTuple):
    """What is read at once."""

    track: Track
    width: float
    number: int

    @property
    def length(self) -> float:
        """Seconds."""
        return LENGTHS[WIDTHS.index(self.width)]

    @property
    def start(self) -> float:
        """Seconds since 1970 UTC."""
        return self.number * self.length

    @property
    def end(self) -> float:
        """The same, excluded."""
        return self.start + self.length


class Read(NamedTuple):
    """What came of slices."""

    found: list[tuple[Slice, tuple[Held, ...]]]
    at: float  # monotonic


class Slices:
    """What was read, by slice. Main thread only."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Slice, tuple[float, tuple[Held, ...]]] = OrderedDict()

    def wanted(self, track: Track, width: float, start: float, end: float, grows: float) -> list[Slice]:
        """Slices of [start, end) that are missing or old, the newest first; from `grows` on one is soon old."""
        at, found = time.monotonic(), []
        for one in _slices(track, width, start, end):
            read = self._kept.get(one)
            if read is None or at - read[0] > (YOUNG if one.end > grows else OLD):
                found.append(one)
        return found[::-1]

    def take(self, read: Read) -> None:
        """Keep what came."""
        for one, held in read.found:
            self._kept[one] = (read.at, held)
            self._kept.move_to_end(one)
        while len(self._kept) > MOST:
            self._kept.popitem(last=False)

    def held(self, track: Track, width: float, start: float, end: float) -> list[Held]:
        """What is known of [start, end); what was not read yet is not there."""
        found: list[Held] = []
        for one in _slices(track, width, start, end):
            read = self._kept.get(one)
            if read is not None:
                found += read[1]
        return joined(cut(found, start, end))

    def whole(self, track: Track, width: float, start: float, end: float) -> bool:
        """Whether all of it was read."""
        return all(one in self._kept for one in _slices(track, width, start, end))

    def forget(self) -> None:
        """Another plant is shown."""
        self._kept.clear()


def width_of(seconds: float) -> float:
    """The width of the ladder for an axis on which a pixel is so many seconds."""
    return max(width for width in WIDTHS if width <= max(seconds, 0.0))


@dataclass(frozen=True)
class Sources:
    """Where states come from beside the history; for the reading thread alone."""

    board: Callable[[str, float, float], list[Segment]]  # what was shown of a station in [since, before)
    until: Mapping[Track, float] = field(default_factory=dict)  # from when on they are known otherwise
    calendars: Mapping[Track, Calendar] = field(default_factory=dict)  # those of their lines


def read(past: Past, slices: list[Slice], sources: Sources) -> Read:
    """Read slices, the first first, until the budget is used up, at least one."""
    begun, found = time.monotonic(), []
    for one in slices:
        end = min(one.end, sources.until.get(one.track, one.end))
        if one.track.state:
            held = _states(past, one.track, one.start, end, sources, one.width)
        else:
            held = _texts(past, one.track, one.start, end)
        found.append((one, tuple(thinned(held, one.width))))
        if time.monotonic() - begun > BUDGET:
            break
    return Read(found, time.monotonic())


def held_at(past: Past, track: Track, at: float, sources: Sources) -> str:
    """The value at a time, "" where none was told."""
    end = at + 0.001
    found = _states(past, track, at, end, sources) if track.state else _texts(past, track, at, end)
    return found[-1].value if found else ""


def _slices(track: Track, width: float, start: float, end: float) -> Iterator[Slice]:
    length = LENGTHS[WIDTHS.index(width)]
    for number in range(int(start // length), ceil(end / length)):
        yield Slice(track, width, number)


def _texts(past: Past, track: Track, start: float, end: float) -> list[Held]:
    """Values as text; nothing where none is."""
    told = ((one, _text(one.value)) for one in past.states(track.signal, start, end))
    return joined(Held(one.since, one.until, text) for one, text in told if text)


def _text(value: Value) -> str:
    if value is None or isinstance(value, bool):
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value).strip()


def _states(past: Past, track: Track, start: float, end: float, sources: Sources, width: float = 0.0) -> list[Held]:
    """States of a station as the board showed them, and before it did as the history tells them."""
    shown = sources.board(track.signal.rpartition("/")[0], start, end)
    since = min(max(shown[0].since, start), end) if shown else end
    told = _state(past, track, start, since, width)
    calendar = sources.calendars.get(track)
    if told and calendar is not None and calendar.patterns:
        told = excused(told, calendar.shifts_between(start, since))
    board = [Held(one.since, one.until or one.since, one.state.value) for one in shown]
    return joined([*told, *filled(board, since, end)])


def _state(past: Past, track: Track, start: float, end: float, width: float = 0.0) -> list[Held]:
    """States of a station, no data where it was not heard (exact to about `width`); [start, end) as a whole."""
    if end <= start:
        return []
    told = past.states(track.signal, start, end)
    known = [Held(one.since, one.until, _state_of(one.value, one.quality)) for one in told if one.value is not None]
    if not any(one.value != NO_DATA for one in known):
        return filled(known, start, end)
    silent = _silent(past, track, start, end, width)
    return filled(without(known, silent) if silent else joined(known), start, end)


def _state_of(value: Value, quality: int) -> str:
    return value if isinstance(value, str) and value in STATES and quality != BAD else NO_DATA


def _silent(past: Past, track: Track, start: float, end: float, width: float) -> list[tuple[float, float]]:
    """Where none of the signals was heard; one that was heard all the time ends the search."""
    heard: list[float] = []
    points = None if width < EXACT else max(60, min(2000, ceil(2 * (end - start) / track.patience)))
    silent = [(start, end)]
    for signal in (*track.heard_by[:AHEAD], track.signal):
        window = past.window(signal, start - track.patience, end, points if signal != track.signal else None)
        heard += window.times.tolist()
        if window.step:
            heard += (window.times + window.step * 0.999).tolist()
        heard.sort()
        silent = silences(heard, start, end, track.patience)
        if not silent:
            break
    return silent
