"""What may be asked about control charts. `place` is the chart's own, for the check of scope."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from console.domain.commands import Command
from console.domain.control_charts import ControlChart, Phase


@dataclass(frozen=True, slots=True)
class AddControlChart(Command):
    """Keep a new chart; its id is new."""

    noun: ClassVar[str] = "control"

    chart: ControlChart

    @property
    def place(self) -> str:
        """Where its signal is measured."""
        return self.chart.place


@dataclass(frozen=True, slots=True)
class ChangeControlChart(Command):
    """Say everything about a chart anew but its phases; where its points become others, limits are learnt anew."""

    noun: ClassVar[str] = "control"

    chart: ControlChart
    version: int = 0

    @property
    def place(self) -> str:
        """Where its signal is measured."""
        return self.chart.place


@dataclass(frozen=True, slots=True)
class RemoveControlChart(Command):
    """Forget a chart; the readings stay."""

    noun: ClassVar[str] = "control"

    chart: str
    where: str
    version: int = 0

    @property
    def place(self) -> str:
        """Where its signal is measured."""
        return self.where


@dataclass(frozen=True, slots=True)
class BeginPhase(Command):
    """From `phase.since` on other limits hold; `phase.reason` says why."""

    noun: ClassVar[str] = "control"

    chart: str
    where: str
    phase: Phase
    version: int = 0

    @property
    def place(self) -> str:
        """Where its signal is measured."""
        return self.where


@dataclass(frozen=True, slots=True)
class SettlePhase(Command):
    """The console tells what limits a phase has learnt; once they are there they stay."""

    noun: ClassVar[str] = "control"
    merges: ClassVar[bool] = True
    own: ClassVar[bool] = True

    chart: str
    since: datetime
    center: float
    sigma: float | None
    points: int
