"""A Sparkplug metric as the console reads it, and what a birth certificate defines of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from console.domain.readings import Quality, Value

LONGEST_NAME: Final = 1024  # characters of a metric's name


class SparkplugUnreadable(ValueError):
    """These bytes are no Sparkplug B payload, or one beyond the limits of this file."""


class Metric(NamedTuple):
    """One metric of a payload. `timestamp` is seconds since 1970 UTC, None where the metric told none."""

    name: str | None
    alias: int | None
    value: Value  # None also for what has no plain value: bytes, files, data sets, templates
    datatype: int  # DataType number, 0 = not told
    timestamp: float | None
    historical: bool = False  # told later than it happened: must not change the state of now
    transient: bool = False  # not to be kept in history
    is_null: bool = False
    quality: Quality = Quality.GOOD
    unit: str = ""


class Payload(NamedTuple):
    """One message. `timestamp` is seconds since 1970 UTC, `seq` 0..255 from a sender that keeps the rules."""

    timestamp: float | None
    seq: int | None
    metrics: list[Metric]


class Definition(NamedTuple):
    """What a birth told of a metric, so that data may leave it out."""

    name: str
    datatype: int
    unit: str


class Definitions:
    """The metrics of one birth certificate, found by alias or by name."""

    __slots__ = ("by_alias", "by_name")

    def __init__(self) -> None:
        self.by_alias: dict[int, Definition] = {}
        self.by_name: dict[str, Definition] = {}

    def learn(self, metrics: Sequence[Metric], most: int) -> None:
        """Take the named metrics of a birth, at most `most` of them; a name of absurd length is left out."""
        for metric in metrics[:most]:
            if metric.name is not None and len(metric.name) <= LONGEST_NAME:
                known = Definition(metric.name, metric.datatype, metric.unit)
                self.by_name[metric.name] = known
                if metric.alias is not None:
                    self.by_alias[metric.alias] = known

    def __len__(self) -> int:
        return max(len(self.by_name), len(self.by_alias))


NO_DEFINITIONS: Final = Definitions()
