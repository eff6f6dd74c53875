"""How stops and their reasons are kept: load, let the domain decide, put."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from console.app.handlers import handles
from console.app.handlers.people import AlreadyThere
from console.domain.andon import Call, Category
from console.domain.commands import Stamp
from console.domain.commands import stops as ask
from console.domain.desk import Desk, Missing
from console.domain.people import NAME_MOST, plain_text
from console.domain.reasons import Reason, checked_reason, reason_of_cause
from console.domain.stop_moves import clear, explain, hear, merge, split, take_over
from console.domain.stops import Stop, ToldStop


@handles(ask.TellStops)
def tell_stops(desk: Desk, stamp: Stamp, command: ask.TellStops) -> None:
    """Keep what is new about them; what is known already changes nothing."""
    reasons = desk.find(Reason)
    for told in command.stops:
        heard = hear(_around(desk, told), told, reasons, stamp.at)
        if heard is not None:
            desk.put(heard)


@handles(ask.ExplainStop)
def explain_stop(desk: Desk, stamp: Stamp, command: ask.ExplainStop) -> None:
    """Keep the reason."""
    stop, reason = _there(desk, command.stop, command.where), desk.need(Reason, command.reason)
    desk.put(explain(stop, reason, desk.find(Reason, parent=reason.id), stamp.at, stamp.who, command.note))


@handles(ask.TakeReasonOver)
def take_reason_over(desk: Desk, stamp: Stamp, command: ask.TakeReasonOver) -> None:
    """Keep the reason that the cause of the call means."""
    stop, call = _there(desk, command.stop, command.where), desk.need(Call, command.call)
    category = desk.need(Category, call.category)
    name = next((cause.name for cause in category.causes if cause.id == call.cause), "")
    reason = reason_of_cause(desk.find(Reason), call.category, call.cause, name, stop.area)
    desk.put(take_over(stop, call, reason, stamp.at, stamp.who))


@handles(ask.ClearReason)
def clear_reason(desk: Desk, stamp: Stamp, command: ask.ClearReason) -> None:
    """Keep that nobody has said why."""
    desk.put(clear(_there(desk, command.stop, command.where)))


@handles(ask.SplitStop)
def split_stop(desk: Desk, stamp: Stamp, command: ask.SplitStop) -> None:
    """Keep both pieces."""
    for piece in split(_there(desk, command.stop, command.where), command.at, stamp.at):
        desk.put(piece)


@handles(ask.MergeStops)
def merge_stops(desk: Desk, stamp: Stamp, command: ask.MergeStops) -> None:
    """Keep the whole, and that the second is a part of it."""
    first, second = _there(desk, command.stop, command.where), _there(desk, command.other, command.where)
    between = desk.find(Stop, ("since", ">", first.since), ("since", "<", second.since), place=first.place)
    for stop in merge(first, second, between, command.most):
        desk.put(stop)


@handles(ask.BeginReasons)
def begin_reasons(desk: Desk, stamp: Stamp, command: ask.BeginReasons) -> None:
    """Keep what is shipped, unless the plant has reasons already."""
    if desk.count(Reason) == 0:
        for reason in command.reasons:
            desk.put(_reason(reason, command.reasons))


@handles(ask.AddReason)
def add_reason(desk: Desk, stamp: Stamp, command: ask.AddReason) -> None:
    """Keep a new reason or group."""
    if desk.get(Reason, command.reason.id) is not None:
        raise AlreadyThere(kind="stop_reason", id=command.reason.id)
    desk.put(_reason(command.reason, desk.find(Reason)))


@handles(ask.ChangeReason)
def change_reason(desk: Desk, stamp: Stamp, command: ask.ChangeReason) -> None:
    """Keep everything said about it; stops that have it keep it."""
    desk.need(Reason, command.reason.id)
    desk.expect(Reason, command.reason.id, command.version)
    desk.put(_reason(command.reason, desk.find(Reason)))


def _reason(given: Reason, others: list[Reason] | tuple[Reason, ...]) -> Reason:
    name = plain_text(given.name, "name", NAME_MOST)
    machine = tuple(dict.fromkeys(word.strip() for word in given.machine if word.strip()))
    return checked_reason(replace(given, name=name, machine=machine), others)


def _there(desk: Desk, id: str, where: str) -> Stop:
    """The stop; Missing where it is not at the place that the right to act was checked for."""
    stop = desk.need(Stop, id)
    if stop.place != where:
        raise Missing(kind="stop", id=id)
    return stop


def _around(desk: Desk, told: ToldStop) -> list[Stop]:
    """Stops of the place that may overlap it."""
    lasting = desk.find(Stop, place=told.place, merged_into="", until=None)
    ended: Callable[..., list[Stop]] = desk.find
    before: list[tuple[str, str, datetime]] = [] if told.until is None else [("since", "<", told.until)]
    return [*lasting, *ended(Stop, ("until", ">", told.since), *before, place=told.place, merged_into="")]
