"""The truth of an order: what the plan says, what the line counts and what people confirmed, held against each other.

Nothing here overwrites anything: where two sides disagree, a finding says so with its facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from console.domain.order_counts import Pieces
from console.domain.orders import DONE, HOLD, RUNNING, Ended, WorkOrder
from console.domain.planning import Slot
from console.domain.products import Short
from console.domain.progress import Order, Progress, progress
from console.domain.told_orders import LINE


class Finding(StrEnum):
    """What does not agree, or will not."""

    UNPLANNED = "unplanned"  # the line named it, nobody planned it
    TWO_PLACES = "two_places"  # several lines run it at once. facts: lines
    ANOTHER_RUNS = "another_runs"  # it is running here, and the line runs another one. facts: other
    NOT_RUNNING = "not_running"  # it is running here, and the line says that it runs nothing
    NO_TARGET = "no_target"  # nobody said how many
    OTHER_TARGET = "other_target"  # the line makes another number than ordered. facts: target, quantity
    OVERRUN = "overrun"  # more was counted than ordered. facts: over
    CLOSED_EARLY = "closed_early"  # the line completed it with fewer than ordered. facts: counted, quantity
    COUNTS_AFTER = "counts_after"  # pieces were counted after it had been closed. facts: over
    NOT_CONFIRMED = "not_confirmed"  # done, and counted pieces nobody confirmed. facts: counted, confirmed
    DIFFERS = "differs"  # confirmed and counted differ. facts: counted, confirmed
    LATE = "late"  # it will be, or is, finished after it is due. facts: seconds
    STARTS_LATE = "starts_late"  # it cannot begin in time to be finished when it is due. facts: seconds
    STANDS = "stands"  # its line stands still. facts: since
    SHORT = "short"  # material is too little at the line. facts: material, missing, unit, others


@dataclass(frozen=True, slots=True)
class Found:
    """One finding with its facts; `serious` ones count as *at risk*."""

    what: Finding
    serious: bool = False
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Truth:
    """What is known of one order at `at` (seconds UTC). Counted pieces are None where no line counted any for it."""

    order: str
    at: float
    good: int | None = None  # counted by the line for this order, over all shifts that are known
    scrap: int | None = None
    shift_good: int | None = None  # of these in the shift of now, less what was confirmed for it: the proposal
    shift_scrap: int | None = None
    progress: Progress | None = None  # of one that runs
    slot: Slot | None = None  # its place in the plan of its line
    stands_since: float | None = None
    found: tuple[Found, ...] = ()

    @property
    def finish(self) -> float | None:
        """Forecast: of the line where it runs, else of the plan."""
        if self.progress is not None and self.progress.finish is not None:
            return self.progress.finish
        return self.slot.finish if self.slot is not None else None

    @property
    def serious(self) -> bool:
        """Whether it is at risk."""
        return any(one.serious for one in self.found)


def forecasts(truths: Mapping[str, Truth]) -> dict[str, float]:
    """When the orders that run are forecast to be finished (seconds UTC), by id: those of which it can be told."""
    found = ((id, truth.progress.finish) for id, truth in truths.items() if truth.progress is not None)
    return {id: finish for id, finish in found if finish is not None}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the truth of an order is made of, at `now` (seconds UTC)."""

    now: float
    pieces: Pieces | None = None  # counted for it by all lines; None: by none
    whole: bool = True  # whether the pieces are all of them: False where nobody here saw it begin
    confirmed_good: int = 0  # in the shift of now
    confirmed_scrap: int = 0
    places: tuple[str, ...] = ()  # lines that say that they work on it
    runs: tuple[str, ...] | None = None  # orders that its line says it works on; None: the line tells of no orders
    target: int = 0  # that its line says; 0 = it says none
    run: Order | None = None  # of one that runs: since it was begun or taken up
    slot: Slot | None = None
    stands_since: float | None = None
    shorts: tuple[Short, ...] = ()


def truth_of(order: WorkOrder, facts: Facts) -> Truth:
    """What is known of an order, and every finding about it, the serious ones first."""
    pieces = facts.pieces
    made = progress(facts.run, facts.now) if facts.run is not None and order.column == RUNNING else None
    told = Truth(
        order.id,
        facts.now,
        None if pieces is None else pieces.good,
        None if pieces is None else pieces.scrap,
        None if pieces is None else max(0, pieces.shift_good - facts.confirmed_good),
        None if pieces is None else max(0, pieces.shift_scrap - facts.confirmed_scrap),
        made,
        facts.slot,
        facts.stands_since if order.column == RUNNING else None,
    )
    if order.merged_into:
        return told
    found = [*_planned(order, facts), *_at_line(order, facts), *_counted(order, facts), *_in_time(order, facts, told)]
    return replace(told, found=tuple(sorted(found, key=lambda one: not one.serious)))


def _planned(order: WorkOrder, facts: Facts) -> Iterator[Found]:
    """What the plan lacks."""
    if order.source == LINE and order.due is None and order.planned_day is None:
        yield Found(Finding.UNPLANNED, serious=True)
    if order.open and not order.quantity:
        yield Found(Finding.NO_TARGET)
    if order.open and facts.shorts:
        worst, others = facts.shorts[0], len(facts.shorts) - 1
        told = {"material": worst.material, "missing": worst.missing, "unit": worst.unit, "others": others}
        yield Found(Finding.SHORT, order.column == RUNNING, told)


def _at_line(order: WorkOrder, facts: Facts) -> Iterator[Found]:
    """Where the board and the lines do not say the same."""
    if len(facts.places) > 1:
        yield Found(Finding.TWO_PLACES, serious=True, facts={"lines": facts.places})
    if order.column != RUNNING:
        return
    if facts.runs is not None and order.line not in facts.places:
        if facts.runs:
            yield Found(Finding.ANOTHER_RUNS, serious=True, facts={"other": facts.runs[0]})
        else:
            yield Found(Finding.NOT_RUNNING)
    if facts.target and order.quantity and facts.target != order.quantity:
        yield Found(Finding.OTHER_TARGET, facts={"target": facts.target, "quantity": order.quantity})
    if facts.stands_since is not None:
        yield Found(Finding.STANDS, serious=True, facts={"since": facts.stands_since})


def _counted(order: WorkOrder, facts: Facts) -> Iterator[Found]:
    """Where ordered, counted and confirmed pieces do not agree."""
    pieces, confirmed, done = facts.pieces, order.good, order.column == DONE
    counted = pieces.good if pieces is not None else None
    if counted is not None and 0 < order.quantity < counted:
        yield Found(Finding.OVERRUN, facts={"over": counted - order.quantity})
    most = max(counted or 0, confirmed)
    all_known = facts.whole and (counted is not None or bool(confirmed))
    if done and order.ended is Ended.FULL and most < order.quantity and all_known:
        yield Found(Finding.CLOSED_EARLY, serious=True, facts={"counted": most, "quantity": order.quantity})
    if pieces is None or counted is None:
        return
    if done and pieces.after > 0:
        yield Found(Finding.COUNTS_AFTER, serious=True, facts={"over": pieces.after})
    told: dict[str, object] = {"counted": counted, "confirmed": confirmed}
    if done and counted and not (confirmed or order.scrap or order.rework):
        yield Found(Finding.NOT_CONFIRMED, facts=told)
    elif (confirmed > counted and facts.whole) or (done and confirmed < counted):
        yield Found(Finding.DIFFERS, facts=told)


def _in_time(order: WorkOrder, facts: Facts, told: Truth) -> Iterator[Found]:
    """Whether it is, or will be, late."""
    if order.due is None:
        return
    due = order.due.timestamp()
    if order.column == DONE:
        if order.finished is not None and order.finished.timestamp() > due:
            yield Found(Finding.LATE, facts={"seconds": order.finished.timestamp() - due})
        return
    at = max(told.finish if told.finish is not None else facts.now, facts.now)
    if at > due:
        begun = order.column in (RUNNING, HOLD) or facts.now > due
        what = Finding.LATE if begun else Finding.STARTS_LATE
        yield Found(what, serious=True, facts={"seconds": at - due})
