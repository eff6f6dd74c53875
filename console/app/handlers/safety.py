"""How what is asked about safety is carried out."""

from __future__ import annotations

from dataclasses import replace

from console.app.handlers import handles
from console.app.handlers.people import AlreadyThere
from console.app.handlers.refusing import named
from console.domain import safety
from console.domain.commands import Stamp
from console.domain.commands import safety as ask
from console.domain.desk import Desk, Missing
from console.domain.safety import SafetyEvent


@handles(ask.ReportSafety)
def report_safety(desk: Desk, stamp: Stamp, command: ask.ReportSafety) -> None:
    """Keep the report."""
    if desk.get(SafetyEvent, command.event) is not None:
        raise AlreadyThere(kind="safety_event", id=command.event)
    reporter = stamp.who if command.named else ""
    made = SafetyEvent(
        command.event, command.what, command.where, command.text, command.at, stamp.at, reporter, command.serious,
        command.hurt, 0, command.done_at_once,
    )  # fmt: skip
    desk.put(safety.reported(made))


@handles(ask.ChangeSafety)
def change_safety(desk: Desk, stamp: Stamp, command: ask.ChangeSafety) -> None:
    """Keep what is known now."""
    desk.expect(SafetyEvent, command.event, command.version)
    event = desk.need(SafetyEvent, command.event)
    told = replace(
        event, what=command.what, place=command.where, text=command.text, at=command.at, serious=command.serious,
        hurt=command.hurt, lost_days=command.lost_days, done_at_once=command.done_at_once, cause=command.cause,
    )  # fmt: skip
    with named(desk):
        desk.put(safety.changed(event, told))


@handles(ask.CloseSafety)
def close_safety(desk: Desk, stamp: Stamp, command: ask.CloseSafety) -> None:
    """Keep that it is finished."""
    event = desk.need(SafetyEvent, command.event)
    if event.place != command.where:
        raise Missing(kind="safety_event", id=event.id)
    with named(desk):
        desk.put(safety.close(event, stamp.at, stamp.who))
