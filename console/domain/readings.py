"""A reading: one value that a signal of the plant had at one time, whatever dialect carried it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

Value = float | int | str | bool | None


class Quality(StrEnum):
    """How far the sender itself vouches for a value."""

    GOOD = "good"
    UNCERTAIN = "uncertain"
    BAD = "bad"
    UNKNOWN = "unknown"


class Role(StrEnum):
    """What a signal feeds; a plant file says which topic plays which role."""

    STATE = "state"  # value: a StationState value, already translated by the plant file's table
    GOOD = "good"  # count of good pieces (total or pulse, see Signal.pulse)
    SCRAP = "scrap"  # count of scrapped pieces
    REWORK = "rework"  # count of reworked pieces
    ORDER = "order"  # id of the work order that runs ("" = none)
    ORDER_STATE = "order_state"  # "requested" | "active" | "completed"; the reading's key is the order id
    PRODUCT = "product"  # what is being made
    TARGET = "target"  # ordered quantity of the running order
    UNIT = "unit"  # id of the piece now in the station
    QUALITY = "quality"  # "passed" | "failed"; the reading's key tells one check from its repeats
    ALARM = "alarm"  # text of the active alarm, "" when none
    REASON = "reason"  # why the station is not running, in the machine's own words
    ONLINE = "online"  # True | False | "stale" (Sparkplug death) | "waiting" (no birth yet)
    CYCLE = "cycle"  # seconds the last cycle took, as the machine measured it
    OEE = "oee"  # the publisher's own OEE, 0..1
    TAG = "tag"  # any other measured value: temperature, load, speed ...


class AlarmText(str):
    """The text of an alarm, with the machine's own code and word for how bad it is where the plant file reads them."""

    __slots__ = ("code", "level")

    def __new__(cls, text: str, code: str = "", level: str = "") -> AlarmText:
        """The text with both."""
        made = super().__new__(cls, text)
        made.code, made.level = code, level
        return made

    code: str
    level: str


@dataclass(frozen=True, slots=True, eq=False)
class Signal:
    """One thing that can be read: `place` is a line id ("L1") or station id ("L1/30"); made once by the mapping."""

    place: str
    role: Role
    name: str  # the tag's name; for other roles the role's value
    unit: str = ""  # physical unit, "" when none
    low: float | None = None  # limits of the normal range
    high: float | None = None
    pulse: bool = False  # a count that says "one more" instead of a running total
    rollover: int | None = None  # modulus of the counter when the plant file knows it
    stuck_after: float | None = None  # seconds with one value after which it counts as stuck
    deadband: float = 0.0  # a change no larger than that is not worth keeping in the history; 0: every one is
    index: int = -1  # position in the plant's signal table, for dispatch without hashing

    @property
    def id(self) -> str:
        """Unique in a plant: place and name."""
        return f"{self.place}/{self.name}"


class Reading(NamedTuple):
    """One value heard. Times are seconds since 1970 UTC; `source_time` is None where the sender told none.

    `key` tells repeats of one fact apart from new facts (an order id, a check's id); "" where the dialect has none.
    """

    signal: Signal
    value: Value
    source_time: float | None
    heard_at: float
    quality: Quality = Quality.GOOD
    retained: bool = False
    raw_topic: str = ""
    key: str = ""
