"""What happened on control charts: values that go over the console's bus."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from console.domain.warning_rules import Fact


@dataclass(frozen=True, slots=True)
class ControlBroken:
    """A chart began to break a rule: told once for each run of violations, and at a start for those that last.

    `facts`: "rule" (1..8), "side" ("mean" or "spread"), "value", "mean", "sigma" (of this point), "limit" (the nearer
    control limit), "n" (readings in the point), "name" of the chart.
    """

    chart: str
    rule: int
    at: datetime  # of the point that completed it, aware UTC
    signal: str
    place: str
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class ControlCleared:
    """A point came that does not break this rule any more, or the chart was switched off or began a new phase."""

    chart: str
    rule: int
    at: datetime
    signal: str
    place: str


@dataclass(frozen=True, slots=True)
class ControlChanged:
    """Charts, or what is known of them, are others than before; "" = many."""

    chart: str = ""
