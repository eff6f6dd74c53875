"""Control charts as a plant keeps them: what is measured, how it is grouped, its phases and the rules that hold."""

from __future__ import annotations

from dataclasses import dataclass
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
    COUNT = "count"  # so many readings
    UNIT = "unit"  # all readings while one unit (or order) was in the station


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch for which limits are reckoned anew: from `since` on, as it was between `from_` and `until` (learnt)."""

    since: datetime
    name: str = ""
    learn_from: datetime | None = None  # None = `since`
    learn_until: datetime | None = None  # None = everything of the phase
    center: float | None = None  # fixed by the plant instead of learnt
    sigma: float | None = None  # of one point, likewise


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
    phases: tuple[Phase, ...] = ()
    lower: float | None = None  # specification limits
    upper: float | None = None
    target: float | None = None
    of: str = ""  # p, np, u: the signal that counts everything ("L1/30/good"), "" = `size` pieces
    running_only: bool = True  # only readings while the station runs
    active: bool = True
    order: int = 0
