"""What rules listen to: single facts about a place as the live floor knows them, in the order they were heard.

`at` is when it happened as far as is known, `heard` when the console heard it (both seconds UTC; `at` counts as `heard`
where it lies behind). Retained facts are snapshots: they tell that something is over, never that it has begun.
"""

from __future__ import annotations

from typing import NamedTuple

from console.domain.events import QualityChecked
from console.domain.feeds import Hearing
from console.domain.readings import Quality, Reading, Role
from console.domain.stations import NoData, StationState

COUNTED = (Role.GOOD, Role.SCRAP, Role.REWORK)  # what is counted at a station: fields of StationLive, by their value


class StateSeen(NamedTuple):
    """What a station is doing since `at`; `reason` in the machine's own words."""

    place: str
    state: StationState
    no_data: NoData | None
    reason: str
    at: float
    heard: float
    retained: bool = False


class AlarmSeen(NamedTuple):
    """What one source of alarms at a place says now; no text and no code: its alarm is over."""

    place: str
    text: str
    at: float
    heard: float
    code: str = ""  # the machine's own
    level: str = ""  # the machine's own word for how bad it is: "Fault", "Warning"
    source: str = ""  # which of several at the place: an alarm that ends must not end another one's
    retained: bool = False


class ValueSeen(NamedTuple):
    """A number that a tag has."""

    place: str
    signal: str  # the tag's name
    value: float
    at: float
    heard: float
    retained: bool = False


class CountSeen(NamedTuple):
    """Pieces counted so far; less than before: a shift began and the count starts again."""

    place: str
    what: str  # "good", "scrap", "rework"
    total: int
    at: float
    heard: float
    retained: bool = False


class CheckSeen(NamedTuple):
    """One quality check; one with a `key` that was seen before is a repeat."""

    place: str
    passed: bool
    key: str
    at: float
    heard: float
    retained: bool = False


Happening = StateSeen | AlarmSeen | ValueSeen | CountSeen | CheckSeen


def of_reading(reading: Reading, at: float) -> AlarmSeen | ValueSeen | None:
    """A reading of an alarm or of a tag that is a number; `at` is the better of its two times. None for all others."""
    signal, value = reading.signal, reading.value
    if signal.role is Role.ALARM:
        text = "" if value is None else str(value)
        return AlarmSeen(
            signal.place, text, at, reading.heard_at, source=f"{signal.name}|{reading.key}", retained=reading.retained
        )
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if signal.role is Role.TAG and number and reading.quality is not Quality.BAD:
        return ValueSeen(signal.place, signal.name, float(value or 0), at, reading.heard_at, reading.retained)
    return None


def of_station(hearing: Hearing, heard: float) -> tuple[StateSeen | CountSeen, ...]:
    """What the floor holds of a station at `heard`: its state since when it lasts, and its counts."""
    live = hearing.live
    snapshot = hearing.told.retained and live.no_data is None
    state = StateSeen(live.station.id, live.state, live.no_data, live.reason, live.since, heard, snapshot)
    counts = (CountSeen(live.station.id, what.value, getattr(live, what.value), heard, heard) for what in COUNTED)
    return (state, *counts)


def of_check(event: QualityChecked, heard: float) -> CheckSeen:
    """A check that the floor has counted once."""
    return CheckSeen(event.station, event.passed, event.key, event.at, heard)
