"""Control charts as a plant keeps them: what is measured, how it is grouped, its phases and the rules that hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class ChartKind(StrEnum):
    """Which chart it is."""

    I_MR = "i_mr"  # single values and moving ranges
    XBAR_R = "xbar_r"  # means and ranges of subgroups
    XBAR_S = "xbar_s"  # means and standard deviations of subgroups
    P = "p"  # share of nonconforming pieces, of samples that differ in size
    NP = "np"  # number of nonconforming pieces, of samples of one size
    C = "c"  # number of nonconformities, of units of one size
    U = "u"  # nonconformities a unit, of samples that differ in size


class Grouping(StrEnum):
    """How readings become points."""

    EACH = "each"  # every reading is a point
    TIME = "time"  # all readings of so many seconds
    COUNT = "count"  # so many readings, or so many pieces where pieces are counted
    UNIT = "unit"  # all readings while one unit (or order) was in the station


MEASURED = frozenset({ChartKind.I_MR, ChartKind.XBAR_R, ChartKind.XBAR_S})  # the others count
EVERY_RULE = (1, 2, 3, 4, 5, 6, 7, 8)
COUNTED_RULES = (1, 2, 3, 4)  # Nelson: the tests of zones want points that lie about the center alike
COUNTERS = frozenset({"good", "scrap", "rework"})  # signals of these names go on counting


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch for which limits hold that were reckoned anew. Learnt limits are kept here, so all consoles agree."""

    since: datetime
    name: str = ""
    learn_from: datetime | None = None  # None = `since`
    learn_until: datetime | None = None  # None = as soon as there are enough points
    center: float | None = None  # of the points; None = still to be learnt
    sigma: float | None = None  # of single values; counts have none of their own
    points: int = 0  # that it was learnt from; 0 with a center = fixed by the plant
    reason: str = ""

    @property
    def settled(self) -> bool:
        """Whether its limits are known."""
        return self.center is not None

    @property
    def learns_from(self) -> datetime:
        """When learning begins."""
        return self.learn_from or self.since


@dataclass(frozen=True, slots=True)
class ControlChart:
    """One chart. `signal`: "L1/30/temperature", or "L1/30/scrap" for counts; `size`: readings, seconds or pieces."""

    id: str
    name: str
    kind: ChartKind
    signal: str
    place: str
    grouping: Grouping = Grouping.EACH
    size: float = 0.0
    rules: tuple[int, ...] = (1, 2, 3, 4)  # of Nelson's eight that are looked at
    phases: tuple[Phase, ...] = ()  # in the order of time
    lower: float | None = None  # specification limits
    upper: float | None = None
    target: float | None = None
    of: str = ""  # p, np, u: the signal that counts pieces ("L1/30/good": the bad ones are added), "" = `size` pieces
    running_only: bool = True  # only readings while the station runs
    active: bool = True
    order: int = 0

    @property
    def measured(self) -> bool:
        """Whether it is about measured values; else it counts."""
        return self.kind in MEASURED

    @property
    def counts_on(self) -> bool:
        """Whether its signal is a counter that goes on, so that its increments are what is charted."""
        return not self.measured and last_part(self.signal) in COUNTERS

    @property
    def phase(self) -> Phase | None:
        """The phase that holds now."""
        return self.phases[-1] if self.phases else None


@dataclass(frozen=True, slots=True)
class Counting:
    """How a counter counts: in pulses, or as a total that may roll over."""

    pulse: bool = False
    rollover: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A chart, and what the plant says about the counters it looks at."""

    chart: ControlChart
    counters: Mapping[str, Counting] = field(default_factory=dict)  # by id of the signal

    @property
    def near(self) -> str:
        """The place as the source of the signal knows it: "L1/30", or "plant-db:L1/30"."""
        return self.chart.signal[: -len(last_part(self.chart.signal)) - 1]


def last_part(signal: str) -> str:
    """The name of a signal without its place."""
    return signal.rpartition("/")[2]


def learn_points(kind: ChartKind) -> int:
    """From so many points limits are learnt: 25 subgroups or counts; single values say less, so 100."""
    return 100 if kind is ChartKind.I_MR else 25
