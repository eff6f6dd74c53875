"""A historian that the plant has already: where its samples lie, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from console.domain.errors import Refusal


class HistorianAway(Refusal):
    """It does not answer now; it is asked again by itself. facts: place, why."""

    code = "historian_away"


class HistorianUnfit(Refusal):
    """It is not as the settings say; somebody must correct them. facts: none, `detail` says what."""

    code = "historian_unfit"


@dataclass(frozen=True, slots=True)
class HistorianTable:
    """A narrow table: one row for each sample. Names of columns; "" = there is none."""

    table: str  # with its schema where that is another one
    signal: str = "signal"
    time: str = "time"
    value: str = "value"
    quality: str = ""
    text: str = ""  # values that are no numbers, where they have a column of their own
    signals: str = ""  # a table with a row for each signal, in a column of the same name


class Sample(NamedTuple):
    """One sample: microseconds since 1970 UTC, its value, quality 0 good, 1 uncertain, 2 bad, 3 unknown."""

    at: int
    value: float | str | None
    quality: int


class Bucket(NamedTuple):
    """What the samples of a step came to; None where none of them is a number that counts. Microseconds since 1970."""

    at: int
    n: int
    low: float | None
    high: float | None
    total: float | None
    first: float | None
    last: float | None


@dataclass(frozen=True, slots=True)
class HistorianState:
    """How it stands with the historian; "" = there is none."""

    name: str = ""
    place: str = ""  # the address in words
    answered: float | None = None  # when it last did, seconds UTC
    trouble: str = ""  # code of the refusal since then, "" = none
    detail: str = ""
    since: float | None = None  # since when there is trouble
