"""The way of an order: its steps from the product's, who handed it on where, and a move that is taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from console.domain import cardflow
from console.domain.cardflow import ColumnFull, Flow, FlowStep
from console.domain.order_refusals import MoveOver, OrderLineBusy, OrderOver, OrderStepPassed, OrderUnfit
from console.domain.orders import DONE, PLANNED, RUNNING, Ended, OrderStep, WorkOrder
from console.domain.products import Product

UNDO_WITHIN = timedelta(minutes=5)


def steps_of(product: Product | None) -> tuple[OrderStep, ...]:
    """The steps that an order of a product goes through; () where nothing is known of it."""
    return tuple(OrderStep(step.name, step.station, step.seconds) for step in product.steps) if product else ()


def as_told(steps: Iterable[OrderStep], before: Iterable[OrderStep] = ()) -> tuple[OrderStep, ...]:
    """Steps as somebody tells them: who passed them and who does them is not theirs to tell, it stays with the step
    of that name, of several the first with the first; who does it only where it is at the same station, for which they
    were found able."""
    known: dict[str, list[OrderStep]] = {}
    for step in before:
        known.setdefault(step.name, []).append(step)
    return tuple(_as_told(step, known[step.name].pop(0) if known.get(step.name) else None) for step in steps)


def unassigned(steps: Iterable[OrderStep]) -> tuple[OrderStep, ...]:
    """The steps without people, but for those that are over."""
    return tuple(
        step if step.passed is not None else replace(step, people=(), assigned=None, assigned_by="", over="")
        for step in steps
    )


def _as_told(step: OrderStep, before: OrderStep | None) -> OrderStep:
    told = OrderStep(step.name, step.station, step.seconds, step.due)
    if before is None:
        return told
    told = replace(told, passed=before.passed, passed_by=before.passed_by)
    if before.station != told.station:
        return told
    return replace(
        told, people=before.people, assigned=before.assigned, assigned_by=before.assigned_by, over=before.over
    )


def pass_step(order: WorkOrder, name: str, at: datetime, who: str) -> WorkOrder:
    """The order handed on at a step, of several with this name at the next one; OrderStepPassed, OrderUnfit where it
    has no such step, OrderOver."""
    if order.merged_into:
        raise OrderOver(order=order.id, ended=order.ended.value)
    named = [i for i, step in enumerate(order.steps) if step.name == name]
    if not named:
        raise OrderUnfit(order=order.id, field="steps")
    found = next((i for i in named if order.steps[i].passed is None), named[-1])
    step = order.steps[found]
    if step.passed is not None:
        raise OrderStepPassed(order=order.id, step=name, who=step.passed_by, at=step.passed)
    passed = replace(step, passed=at, passed_by=who)
    return replace(order, steps=(*order.steps[:found], passed, *order.steps[found + 1 :]))


def undo(
    flow: Flow,
    order: WorkOrder,
    last: FlowStep,
    earlier: Iterable[FlowStep],
    there: Iterable[WorkOrder],
    at: datetime,
    who: str,
) -> WorkOrder:
    """The order as it was before `last`, its last step; `earlier`: those before it, `there`: orders of its column then.

    MoveOver where it was another's, is too long ago, or was no move; OrderLineBusy, ColumnFull.
    """
    if last.what != "move" or last.who != who or at - last.at > UNDO_WITHIN or order.merged_into:
        raise MoveOver(card=order.id)
    others = [other for other in there if other.id != order.id and other.column == last.source]
    if last.source != last.target:
        _room(flow, order, last.source, others)
    before = replace(order, column=last.source, rank=last.rank)
    return _folded(before, sorted(earlier, key=lambda step: (step.at, step.id)))


def _room(flow: Flow, order: WorkOrder, column: str, others: list[WorkOrder]) -> None:
    busy = next((other for other in others if column == RUNNING and other.line == order.line), None)
    if busy is not None:
        raise OrderLineBusy(order=order.id, line=order.line, other=busy.number)
    if cardflow.is_full(flow.column(column), others, order.lane):
        raise ColumnFull(column=column, lane=order.lane, limit=flow.column(column).limit)


def _folded(order: WorkOrder, steps: Iterable[FlowStep]) -> WorkOrder:
    """The order with the times that follow from these moves."""
    since, released, started, finished, why = order.made, None, None, None, ""
    for step in steps:
        if step.what != "move" or step.source == step.target:
            continue
        since = step.at
        released = (released or step.at) if step.target != PLANNED else None
        if RUNNING in (step.source, step.target) and step.target != PLANNED:
            started = started or step.at
        finished, why = (step.at, step.reason) if step.target == DONE else (None, "")
    ended = Ended.NOT
    if finished is not None:
        ended = Ended.FULL if order.good >= order.quantity or not why else Ended.SHORT
    short = why if ended is Ended.SHORT else ""
    return replace(order, since=since, released=released, started=started, finished=finished, ended=ended, why=short)
