"""How crews do, fairly: figures of each, and differences only between crews at the same line with the same product.

A shift at a line belongs to the crew that had more than half of those on duty there who are in any crew; where none
had, it belongs to nobody and is counted nowhere. What no source tells is None, never 0. Nothing here is about a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from math import sqrt
from statistics import fmean, median, variance

from console.domain.cells import Cell, Sums, plus
from console.domain.compare import OUT, cell_sums
from console.domain.crews import Crew

ENOUGH = 5  # shifts of each side, or calls, below which nothing is told of them
SPREADS = 3.0  # standard errors that a difference must be larger than, as with the limits of control charts
LEAST_PLANNED = 1800.0  # seconds of a product in a shift below which they are no sample


class Measure(StrEnum):
    """What crews are compared by."""

    RATE = "rate"  # good pieces an hour of planned time
    QUALITY = "quality"  # good of good and scrap, 0..1
    OEE = "oee"  # where the line has an ideal cycle
    AVAILABILITY = "availability"


class Verdict(StrEnum):
    """How a crew stands to the other crews at the same line with the same product."""

    FEW = "few"  # too few shifts of one side
    NO_DIFFERENCE = "no_difference"  # it lies within the spread
    HIGHER = "higher"
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class Stint:
    """One product at one line in one shift; `plan`: pieces that the takt asks for in the planned time."""

    line: str
    shift_start: float
    product: str
    crew: str = ""  # "" = nobody's
    plan: float | None = None
    sums: Sums = field(default_factory=dict)  # as of compare.cell_sums

    def value(self, measure: Measure) -> float | None:
        """The measure of this stint alone; None where it cannot be told."""
        return figure(self.sums, measure)


@dataclass(frozen=True, slots=True)
class Asked:
    """A call that was raised in a shift of a crew; seconds, None = not yet."""

    crew: str
    acknowledged: float | None = None
    resolved: float | None = None


@dataclass(frozen=True, slots=True)
class Middle:
    """A median of n; None where there are fewer than ENOUGH."""

    value: float | None
    n: int


@dataclass(frozen=True, slots=True)
class CrewFigures:
    """What one crew did in a period. None: not known."""

    crew: str
    shifts: int  # at some line
    good: float | None
    plan: float | None
    quality: float | None
    availability: float | None
    oee: float | None
    score: float | None  # mean of the 5S audits of its areas, 0..1
    audits: int
    acknowledge: Middle  # seconds
    resolve: Middle
    calls: int
    actions: int | None  # open ones that its people answer for
    overdue: int | None
    lessons: int | None  # that its people wrote into Knowledge
    suggestions: int | None = None  # the console keeps no record of them

    @property
    def of_plan(self) -> float | None:
        """Output against plan; None without a takt."""
        return self.good / self.plan if self.plan and self.good is not None else None


@dataclass(frozen=True, slots=True)
class Side:
    """One crew in a comparison."""

    crew: str
    n: int  # shifts
    mean: float | None  # of its shifts
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Comparison:
    """Crews at one line with one product by one measure, by the name of the crew: no order of merit."""

    line: str
    product: str
    measure: Measure
    sides: tuple[Side, ...]

    @property
    def clear(self) -> bool:
        """Whether some crew differs beyond the spread."""
        return any(side.verdict in (Verdict.HIGHER, Verdict.LOWER) for side in self.sides)


def crew_of(crews: Iterable[Crew], present: Iterable[str]) -> str:
    """The crew that a shift belongs to, by who was on duty; "" where no crew had more than half."""
    there = set(present)
    votes = {crew.id: len(there & {*crew.people}) for crew in crews if crew.active}
    total = sum(votes.values())
    return next((crew for crew, count in votes.items() if 2 * count > total), "")


def stints(
    cells: Iterable[Cell], owners: Mapping[tuple[str, float], str], takts: Mapping[str, float]
) -> tuple[Stint, ...]:
    """Cells by line, shift and product. `owners`: crew by line and beginning of the shift; `takts`: seconds a piece."""

    def key(cell: Cell) -> tuple[str, float, str]:
        return cell.line, cell.shift_start, cell.product

    found = []
    for (line, start, product), many in groupby(sorted(cells, key=key), key=key):
        sums: dict[str, float] = {}
        for cell in many:
            sums = plus(sums, cell_sums(cell))
        takt = takts.get(line)
        plan = sums.get("planned", 0.0) / takt if takt else None
        found.append(Stint(line, start, product, owners.get((line, start), ""), plan, sums))
    return tuple(found)


def figure(sums: Sums, measure: Measure) -> float | None:
    """The measure from sums; None where what it rests on is not there."""
    planned = sums.get("planned", 0.0)
    made = sums.get("good", 0.0) + sums.get("scrap", 0.0)
    rated = sums.get("rated_planned", 0.0)
    match measure:
        case Measure.RATE:
            return sums.get("good", 0.0) / (planned / 3600.0) if planned > 0 else None
        case Measure.QUALITY:
            return sums.get("good", 0.0) / made if made > 0 else None
        case Measure.OEE:
            return sums.get("rated_good_time", 0.0) / rated if rated > 0 else None
        case Measure.AVAILABILITY:
            return (planned - sum(sums.get(name, 0.0) for name in OUT)) / planned if planned > 0 else None


def figures(
    crew: Crew,
    stinted: Iterable[Stint],
    asked: Iterable[Asked],
    scores: Iterable[float],
    actions: tuple[int, int] | None,
    lessons: int | None,
) -> CrewFigures:
    """The figures of one crew. `scores` of the audits of its areas; `actions`: open and overdue ones."""
    mine = [stint for stint in stinted if stint.crew == crew.id]
    sums: dict[str, float] = {}
    for stint in mine:
        sums = plus(sums, stint.sums)
    plans = [stint.plan for stint in mine]
    plan = sum(one for one in plans if one is not None) if plans and None not in plans else None
    calls = [one for one in asked if one.crew == crew.id]
    audits = list(scores)
    return CrewFigures(
        crew.id,
        len({(stint.line, stint.shift_start) for stint in mine}),
        sums.get("good", 0.0) if mine else None,
        plan,
        figure(sums, Measure.QUALITY),
        figure(sums, Measure.AVAILABILITY),
        figure(sums, Measure.OEE),
        fmean(audits) if audits else None,
        len(audits),
        middle(one.acknowledged for one in calls),
        middle(one.resolved for one in calls),
        len(calls),
        actions[0] if actions is not None else None,
        actions[1] if actions is not None else None,
        lessons,
    )


def middle(seconds: Iterable[float | None]) -> Middle:
    """The median of those that are known, if they are enough."""
    known = [one for one in seconds if one is not None]
    return Middle(median(known) if len(known) >= ENOUGH else None, len(known))


def comparisons(stinted: Iterable[Stint], names: Mapping[str, str]) -> tuple[Comparison, ...]:
    """Every line and product at which two crews or more worked, measure by measure. `names`: of crews."""
    found: dict[tuple[str, str], list[Stint]] = {}
    for stint in stinted:
        if stint.crew in names and stint.product and stint.sums.get("planned", 0.0) >= LEAST_PLANNED:
            found.setdefault((stint.line, stint.product), []).append(stint)
    made = []
    for (line, product), mine in sorted(found.items()):
        if len({stint.crew for stint in mine}) > 1:
            made += [_compared(line, product, measure, mine, names) for measure in Measure]
    return tuple(one for one in made if any(side.n for side in one.sides))


def verdict(mine: list[float], others: list[float]) -> Verdict:
    """Whether two sets of shifts differ by more than SPREADS standard errors of the difference of their means.

    The error does not take the variances for equal (B. L. Welch, Biometrika 34, 1947).
    """
    if min(len(mine), len(others)) < ENOUGH:
        return Verdict.FEW
    apart = fmean(mine) - fmean(others)
    error = sqrt(variance(mine) / len(mine) + variance(others) / len(others))
    if abs(apart) <= max(SPREADS * error, 1e-9 * max(abs(fmean(mine)), abs(fmean(others)))):
        return Verdict.NO_DIFFERENCE
    return Verdict.HIGHER if apart > 0 else Verdict.LOWER


def _compared(line: str, product: str, measure: Measure, mine: list[Stint], names: Mapping[str, str]) -> Comparison:
    values: dict[str, list[float]] = {stint.crew: [] for stint in mine}
    for stint in mine:
        value = stint.value(measure)
        if value is not None:
            values[stint.crew].append(value)
    sides = []
    for crew in sorted(values, key=lambda id: (names[id].casefold(), id)):
        own = values[crew]
        others = [value for other, many in values.items() if other != crew for value in many]
        sides.append(Side(crew, len(own), fmean(own) if own else None, verdict(own, others)))
    return Comparison(line, product, measure, tuple(sides))
