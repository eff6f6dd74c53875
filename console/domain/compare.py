"""Comparing: one figure by up to two dimensions over a stretch of time, beside another stretch.

Everything is made of pieces: a cell of a line, a stop, a call, an order. A piece knows its place in every dimension and
what it adds; a figure is computed from sums, so that the whole is never the mean of its parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from statistics import median

from console.domain.cells import Cell, Sums
from console.domain.errors import Refusal
from console.domain.stations import LossKind


class QuestionUnfit(Refusal):
    """A figure cannot be seen by this dimension, or two dimensions are the same. facts: field, measure, by."""

    code = "question_unfit"


class Measure(StrEnum):
    """What is compared. Each is defined in the metric dictionary under `code`."""

    GOOD = "good"
    SCRAP = "scrap"
    TOTAL = "total"
    REWORK = "rework"
    SCRAP_SHARE = "scrap_share"
    OEE = "oee"
    AVAILABILITY = "availability"
    PERFORMANCE = "performance"
    QUALITY = "quality"
    PLANNED = "planned_time"
    RUN = "run_time"
    LOST = "loss_minutes"
    STOPS = "stops"
    STOP_TIME = "stop_time"
    MTTR = "mttr"
    MTBF = "mtbf"
    CALLS = "calls"
    ACKNOWLEDGED = "time_to_acknowledge"
    ORDERS = "orders_done"
    LATE_ORDERS = "late_orders"
    LEAD = "order_lead_time"


class By(StrEnum):
    """What it is seen by."""

    NONE = ""
    HOUR = "hour"  # of the day, "00" … "23"
    WEEKDAY = "weekday"  # "1" = Monday … "7"
    DAY = "day"  # the shift's day, ISO
    WEEK = "week"  # ISO week, "2026-W47"
    MONTH = "month"  # "2026-11"
    AREA = "area"
    LINE = "line"
    SHIFT = "shift"
    PRODUCT = "product"
    ORDER = "order"
    CREW = "crew"  # who led the shift there, by the roster
    LOSS = "loss"  # LOST only
    REASON = "reason"  # STOPS and STOP_TIME only
    CATEGORY = "category"  # CALLS and ACKNOWLEDGED only


class Of(StrEnum):
    """What a piece is."""

    CELL = "cell"
    STOP = "stop"
    CALL = "call"
    ORDER = "order"


TIME = frozenset({By.HOUR, By.WEEKDAY, By.DAY, By.WEEK, By.MONTH})  # in the order of time, the others by size
DATED = frozenset({By.DAY, By.WEEK, By.MONTH})  # beside another stretch: the first with the first
OWN = {By.LOSS: (Measure.LOST,), By.REASON: (Measure.STOPS, Measure.STOP_TIME, Measure.MTTR)}
OWN[By.CATEGORY] = (Measure.CALLS, Measure.ACKNOWLEDGED)
SHARES = frozenset(
    {Measure.SCRAP_SHARE, Measure.OEE, Measure.AVAILABILITY, Measure.PERFORMANCE, Measure.QUALITY}
)  # 0..1
SECONDS = frozenset(
    {Measure.PLANNED, Measure.RUN, Measure.LOST, Measure.STOP_TIME, Measure.MTTR, Measure.MTBF, Measure.ACKNOWLEDGED}
    | {Measure.LEAD}
)
MIDDLE = frozenset({Measure.ACKNOWLEDGED, Measure.LEAD})  # medians: only the cases themselves tell them
ADDED = frozenset(Measure) - SHARES - MIDDLE - {Measure.MTTR, Measure.MTBF}  # parts add up to the whole
BETTER_UP = frozenset(
    {Measure.ORDERS, Measure.GOOD, Measure.TOTAL, Measure.OEE, Measure.AVAILABILITY, Measure.PERFORMANCE}
)
BETTER_UP |= {Measure.QUALITY, Measure.RUN, Measure.MTBF}
NEITHER = frozenset({Measure.PLANNED})  # more is neither better nor worse
OUT = tuple(f"loss_{kind}" for kind in (LossKind.STOP, LossKind.STARVED, LossKind.BLOCKED))
OUT += tuple(f"loss_{kind}" for kind in (LossKind.CHANGEOVER, LossKind.NO_DATA))  # against availability
NEEDS: Mapping[Measure, frozenset[Of]] = {
    Measure.STOPS: frozenset({Of.STOP}),
    Measure.STOP_TIME: frozenset({Of.STOP}),
    Measure.MTTR: frozenset({Of.STOP}),
    Measure.MTBF: frozenset({Of.STOP, Of.CELL}),
    Measure.CALLS: frozenset({Of.CALL}),
    Measure.ACKNOWLEDGED: frozenset({Of.CALL}),
    Measure.ORDERS: frozenset({Of.ORDER}),
    Measure.LATE_ORDERS: frozenset({Of.ORDER}),
    Measure.LEAD: frozenset({Of.ORDER}),
}


@dataclass(frozen=True, slots=True)
class Question:
    """One figure by rows and columns; empty filters let everything through."""

    measure: Measure = Measure.OEE
    rows: By = By.LINE
    columns: By = By.NONE
    areas: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    shifts: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    crews: tuple[str, ...] = ()

    def needs(self) -> frozenset[Of]:
        """Which pieces it is answered from."""
        return NEEDS.get(self.measure, frozenset({Of.CELL}))


def checked_question(question: Question) -> Question:
    """The question; QuestionUnfit names the field that cannot be so."""
    for name, by in (("rows", question.rows), ("columns", question.columns)):
        if question.measure not in OWN.get(by, (question.measure,)):
            raise QuestionUnfit(field=name, measure=question.measure.value, by=by.value)
    if question.rows is By.NONE or question.rows is question.columns:
        raise QuestionUnfit(field="columns", measure=question.measure.value, by=question.columns.value)
    return question


def fits(measure: Measure, by: By) -> bool:
    """Whether a figure can be seen by a dimension."""
    return measure in OWN.get(by, (measure,))


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell, stop, call or completed order: where it belongs in every dimension, what it adds, how long it took."""

    of: Of
    at: Mapping[By, str]
    sums: Sums
    took: float | None = None  # seconds


@dataclass(frozen=True, slots=True)
class Figure:
    """A value (None: cannot be told) and what it rests on: planned seconds, stops, calls, orders or pieces."""

    value: float | None
    basis: float


@dataclass(frozen=True, slots=True)
class Answer:
    """The table: names of rows and columns in the order to show them; "" is what belongs to none."""

    question: Question
    rows: tuple[str, ...]
    columns: tuple[str, ...]  # ("",) where there are none
    figures: Mapping[tuple[str, str], Figure] = field(default_factory=dict)
    by_row: Mapping[str, Figure] = field(default_factory=dict)
    by_column: Mapping[str, Figure] = field(default_factory=dict)
    whole: Figure = Figure(None, 0.0)
    unrated: float = 0.0  # planned seconds of lines without an ideal cycle: OEE and performance leave them out


@dataclass(slots=True)
class _Sum:
    sums: dict[str, float] = field(default_factory=dict)
    took: list[float] = field(default_factory=list)

    def add(self, piece: Piece) -> None:
        for name, value in piece.sums.items():
            self.sums[name] = self.sums.get(name, 0.0) + value
        if piece.took is not None:
            self.took.append(piece.took)


def answer(question: Question, pieces: Iterable[Piece]) -> Answer:
    """Group and compute; QuestionUnfit where the question contradicts itself."""
    checked_question(question)
    cells: dict[tuple[str, str], _Sum] = {}
    rows: dict[str, _Sum] = {}
    columns: dict[str, _Sum] = {}
    whole = _Sum()
    losses = By.LOSS in (question.rows, question.columns)
    for piece in _chosen(question, pieces):
        for part in _parts(piece) if losses else (piece,):
            row = part.at.get(question.rows, "")
            column = part.at.get(question.columns, "") if question.columns else ""
            groups = (cells.setdefault((row, column), _Sum()), rows.setdefault(row, _Sum()))
            for group in (*groups, columns.setdefault(column, _Sum()), whole):
                group.add(part)
    figure = _FIGURES[question.measure]
    by_row = {name: figure(found) for name, found in rows.items()}
    by_column = {name: figure(found) for name, found in columns.items()}
    return Answer(
        question,
        _ordered(question.rows, by_row),
        _ordered(question.columns, by_column) if by_column else ("",),
        {key: figure(found) for key, found in cells.items()},
        by_row,
        by_column,
        figure(whole),
        whole.sums.get("planned", 0.0) - whole.sums.get("rated_planned", 0.0),
    )


def matched(by: By, now: tuple[str, ...], before: tuple[str, ...]) -> dict[str, str]:
    """Which name of another stretch belongs beside which of this one: days by their order, others by their name."""
    if by in DATED:
        return dict(zip(now, before, strict=False))
    known = set(before)
    return {name: name for name in now if name in known}


def cell_sums(cell: Cell) -> dict[str, float]:
    """What a cell adds: its own sums, and apart from them those of lines with an ideal cycle."""
    found = dict(cell.sums)
    if cell.rated:
        planned = cell.sums.get("planned", 0.0)
        lost = sum(value for name, value in cell.sums.items() if name.startswith("loss_"))
        out = sum(cell.sums.get(name, 0.0) for name in OUT)
        found["rated_planned"], found["rated_good_time"] = planned, planned - lost
        found["rated_operating"] = planned - out
        found["rated_net"] = planned - lost + cell.sums.get(f"loss_{LossKind.QUALITY}", 0.0)
    return found


def _chosen(question: Question, pieces: Iterable[Piece]) -> Iterator[Piece]:
    needed = question.needs()
    filters = (
        (By.AREA, question.areas),
        (By.LINE, question.lines),
        (By.SHIFT, question.shifts),
        (By.PRODUCT, question.products),
        (By.CREW, question.crews),
    )
    asked = [(by, frozenset(wanted)) for by, wanted in filters if wanted]
    for piece in pieces:
        if piece.of in needed and all(piece.at.get(by, "") in wanted for by, wanted in asked):
            yield piece


def _parts(piece: Piece) -> Iterator[Piece]:
    """A cell as one piece for each loss."""
    for name, value in piece.sums.items():
        if name.startswith("loss_"):
            yield Piece(piece.of, {**piece.at, By.LOSS: name.removeprefix("loss_")}, {name: value})


def _ordered(by: By, figures: Mapping[str, Figure]) -> tuple[str, ...]:
    if by in TIME:
        return tuple(sorted(figures, key=lambda name: (not name, name)))
    return tuple(sorted(figures, key=lambda name: (-_size(figures[name]), name)))


def _size(figure: Figure) -> float:
    return figure.value if figure.value is not None else float("-inf")


def _sum_of(*names: str) -> Callable[[_Sum], Figure]:
    def compute(found: _Sum) -> Figure:
        value = sum(found.sums.get(name, 0.0) for name in names)
        return Figure(value, value)

    return compute


def _lost(found: _Sum) -> Figure:
    value = sum(value for name, value in found.sums.items() if name.startswith("loss_"))
    return Figure(value, found.sums.get("planned", 0.0))


def _share(above: str, below: str, basis: str) -> Callable[[_Sum], Figure]:
    def compute(found: _Sum) -> Figure:
        whole = found.sums.get(below, 0.0)
        return Figure(found.sums.get(above, 0.0) / whole if whole > 0 else None, found.sums.get(basis, 0.0))

    return compute


def _availability(found: _Sum) -> Figure:
    planned = found.sums.get("planned", 0.0)
    out = sum(found.sums.get(name, 0.0) for name in OUT)
    return Figure((planned - out) / planned if planned > 0 else None, planned)


def _of_pieces(name: str) -> Callable[[_Sum], Figure]:
    def compute(found: _Sum) -> Figure:
        pieces = found.sums.get("good", 0.0) + found.sums.get("scrap", 0.0)
        return Figure(found.sums.get(name, 0.0) / pieces if pieces > 0 else None, pieces)

    return compute


def _middle(found: _Sum) -> Figure:
    return Figure(median(found.took) if found.took else None, len(found.took))


_FIGURES: Mapping[Measure, Callable[[_Sum], Figure]] = {
    Measure.GOOD: _sum_of("good"),
    Measure.SCRAP: _sum_of("scrap"),
    Measure.TOTAL: _sum_of("good", "scrap"),
    Measure.REWORK: _sum_of("rework"),
    Measure.SCRAP_SHARE: _of_pieces("scrap"),
    Measure.OEE: _share("rated_good_time", "rated_planned", "rated_planned"),
    Measure.AVAILABILITY: _availability,
    Measure.PERFORMANCE: _share("rated_net", "rated_operating", "rated_planned"),
    Measure.QUALITY: _of_pieces("good"),
    Measure.PLANNED: _sum_of("planned"),
    Measure.RUN: _sum_of("run"),
    Measure.LOST: _lost,
    Measure.STOPS: _sum_of("stops"),
    Measure.STOP_TIME: _sum_of("stop_seconds"),
    Measure.MTTR: _share("stop_seconds", "stops", "stops"),
    Measure.MTBF: _share("run", "stops", "stops"),
    Measure.CALLS: _sum_of("calls"),
    Measure.ACKNOWLEDGED: _middle,
    Measure.ORDERS: _sum_of("orders"),
    Measure.LATE_ORDERS: _sum_of("late"),
    Measure.LEAD: _middle,
}
