"""What a station did in the shift, as rows: the segments that the ribbon paints and the table lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from console.domain.floor import LineLive, StationLive
from console.domain.ribbon import Segment
from console.domain.stations import StationState
from widgets.plain import plain
from widgets.words import no_data_word, state_word

LOOKBACK = 8 * 3600.0  # seconds of history where no shift is on


@dataclass(frozen=True, slots=True)
class Window:
    """The stretch of time that a history shows, seconds UTC; breaks as (from, to, name)."""

    start: float
    end: float
    now: float
    shift: str = ""
    breaks: tuple[tuple[float, float, str], ...] = ()


def window_of(line: LineLive | None, now: float) -> Window:
    """The shift that is on, else the last eight hours."""
    shift = line.shift if line else None
    if shift is None:
        return Window(now - LOOKBACK, now, now)
    return Window(shift.start, shift.end, now, shift.name, shift.breaks)


def segments_of(live: StationLive, window: Window) -> list[Segment]:
    """The station's segments inside the window in time order; neighbours that say the same are one."""
    joined: list[Segment] = []
    for segment in live.ribbon.within(window.start, window.end, window.now):
        last = joined[-1] if joined else None
        if last and last.until == segment.since and _says(last) == _says(segment):
            joined[-1] = last._replace(until=segment.until)
        else:
            joined.append(segment)
    return joined


def totals(segments: Iterable[Segment]) -> dict[StationState, float]:
    """Seconds in each state that occurs, the longest first."""
    sums: dict[StationState, float] = {}
    for segment in segments:
        sums[segment.state] = sums.get(segment.state, 0.0) + lasted(segment)
    return dict(sorted(sums.items(), key=lambda item: -item[1]))


def lasted(segment: Segment) -> float:
    """Seconds from beginning to end of a closed segment."""
    return (segment.until or segment.since) - segment.since


def unexplained(segment: Segment) -> bool:
    """A stop for which nobody has given a reason."""
    return segment.state is StationState.STOPPED and not segment.reason.strip()


def segment_word(segment: Segment) -> str:
    """The state, for no data with its kind."""
    if segment.state is StationState.NO_DATA and segment.no_data is not None:
        return f"{state_word(segment.state)} · {no_data_word(segment.no_data)}"
    return state_word(segment.state)


def reason_words(segment: Segment) -> str:
    """The machine's reason, or that a stop has none."""
    if unexplained(segment):
        return QCoreApplication.translate("segments", "No reason given")
    return plain(segment.reason)


def _says(segment: Segment) -> tuple[object, ...]:
    return segment.state, segment.no_data, segment.reason
