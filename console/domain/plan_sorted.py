"""Another sequence for the planned orders of one shift, out of the plan of its line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf

from console.domain.orders import PLANNED
from console.domain.plan_clock import PlannedClock
from console.domain.plan_draft import Placement, reordered
from console.domain.plan_sequence import Job, fewest
from console.domain.plan_week import ShiftPlan
from console.domain.planning import Matrix, PlannedLine, Slot, change_between, family_of
from console.domain.products import Product


def sorted_shift(
    cell: ShiftPlan, slots: Sequence[Slot], line: PlannedLine, products: Mapping[str, Product], matrix: Matrix
) -> tuple[Placement, ...]:
    """Placements by which the planned orders of a shift take fewer changeovers; rush orders stay before the others.

    `slots`: the plan of the line. Orders between which something else is made stay as they are.
    """
    found: list[Placement] = []
    for rush in (True, False):
        mine = [slot for slot in cell.slots if slot.order.column == PLANNED and slot.order.rush == rush]
        ids = [slot.order.id for slot in mine]
        first = next((i for i, slot in enumerate(slots) if ids and slot.order.id == ids[0]), 0)
        whole = [slot.order.id for slot in slots[first : first + len(ids)]] == ids
        if len(ids) > 1 and whole and all(slot.start is not None and slot.seconds is not None for slot in mine):
            found += _better(slots, first, len(ids), line, products, matrix)
    return tuple(found)


def _better(
    slots: Sequence[Slot], first: int, count: int, line: PlannedLine, products: Mapping[str, Product], matrix: Matrix
) -> tuple[Placement, ...]:
    mine = slots[first : first + count]
    orders = {slot.order.id: slot.order for slot in slots[first : first + count + 1]}
    known: dict[tuple[str, str], float] = {}

    def change(family: str, job: Job) -> float:
        at = (family, job.id)
        if at not in known:
            known[at] = change_between(family, orders[job.id], line.id, products, matrix)
        return known[at]

    jobs = _jobs(mine, line, products)
    before = family_of(slots[first - 1].order, products) if first else ""
    behind = slots[first + count].order if first + count < len(slots) else None
    after = Job(behind.id, family_of(behind, products), 0.0) if behind is not None else None
    better = fewest(jobs, before, after, change)
    return reordered([slot.order for slot in mine], [job.id for job in better], {}) if better != jobs else ()


def _jobs(slots: Sequence[Slot], line: PlannedLine, products: Mapping[str, Product]) -> tuple[Job, ...]:
    """The orders with their due times on the clock of the line, which begins with the first changeover."""
    begun, lead = slots[0].start or 0.0, slots[0].changeover
    clock = PlannedClock(line.calendar, begun)
    jobs = []
    for slot in slots:
        due = slot.order.due.timestamp() if slot.order.due is not None else inf
        until = inf if due == inf else lead + (clock.read(due) if due > begun else due - begun)
        jobs.append(Job(slot.order.id, family_of(slot.order, products), slot.seconds or 0.0, until))
    return tuple(jobs)
