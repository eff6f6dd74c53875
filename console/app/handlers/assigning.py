"""How steps of work orders are given to stations and people: nobody is put unsaid where they have not learnt it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from console.app.handlers import handles
from console.app.handlers.orders import there
from console.domain import assigning
from console.domain.assigning import OVER_MOST, Lack, NothingLacking, SkillLacking
from console.domain.commands import Stamp
from console.domain.commands.orders import AssignOrderStep, AssignUnskilled
from console.domain.desk import ChangedMeanwhile, Desk, Missing
from console.domain.orders import OrderStep, WorkOrder
from console.domain.people import Operation, Person, Skill, plain_text

Assignment = AssignOrderStep | AssignUnskilled


@handles(AssignOrderStep)
def assign_order_step(desk: Desk, stamp: Stamp, command: AssignOrderStep) -> None:
    """Keep who does it where; SkillLacking names the first who may not do it alone."""
    order, step = _loaded(desk, command)
    for lack in _lacks(desk, stamp, command, order, step):
        person = desk.need(Person, lack.person)
        raise SkillLacking(
            order=order.id, step=step.name, person=person.id, name=person.name,
            operation=lack.operation.name, level=lack.level, expires=lack.expires,
        )  # fmt: skip
    desk.put(assigning.assign(order, step.name, command.station, command.people, stamp.at, stamp.who))


@handles(AssignUnskilled)
def assign_unskilled(desk: Desk, stamp: Stamp, command: AssignUnskilled) -> None:
    """Keep who does it where, and why somebody does it who may not alone."""
    order, step = _loaded(desk, command)
    reason = plain_text(command.reason, "reason", OVER_MOST)
    if not _lacks(desk, stamp, command, order, step) and not desk.replaying:
        raise NothingLacking(order=order.id, step=step.name)
    desk.put(assigning.assign(order, step.name, command.station, command.people, stamp.at, stamp.who, reason))


def _loaded(desk: Desk, command: Assignment) -> tuple[WorkOrder, OrderStep]:
    """The order and its step, that nobody has assigned otherwise since it was shown; everybody named is there."""
    order = there(desk, command.order, command.where)
    step = assigning.step_named(order, command.step)
    if (step.station, step.people) != (command.was, command.were):
        raise ChangedMeanwhile(kind="work_order", id=order.id)
    for id in command.people:
        if not desk.need(Person, id).active and id not in step.people:
            raise Missing(kind="person", id=id)
    return order, step


def _lacks(desk: Desk, stamp: Stamp, command: Assignment, order: WorkOrder, step: OrderStep) -> tuple[Lack, ...]:
    meant = replace(step, station=command.station)
    skills = desk.find(Skill, ("person", "in", list(command.people))) if command.people else []
    return assigning.lacks(
        meant, order.line, command.people, desk.find(Operation, active=True), skills, _day(stamp, command)
    )


def _day(stamp: Stamp, command: Assignment) -> date:
    """The plant's day that was told, where it can be that of the moment somewhere."""
    today = stamp.at.date()
    return command.day if command.day is not None and abs(command.day - today) <= timedelta(days=1) else today
