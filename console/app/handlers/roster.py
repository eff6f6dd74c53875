"""How the roster is kept."""

from __future__ import annotations

from dataclasses import replace

from console.app.handlers import handles
from console.domain.commands import Stamp
from console.domain.commands.roster import RemoveAbsence, RemoveDuty, SetAbsence, SetDuty
from console.domain.desk import Desk, Missing
from console.domain.people import NOTE_MOST, Person, plain_text
from console.domain.roster import Absence, Duty, checked_absence, checked_duty


@handles(SetDuty)
def set_duty(desk: Desk, stamp: Stamp, command: SetDuty) -> None:
    """Keep a duty of somebody who is there."""
    desk.expect(Duty, command.duty.id, command.version)
    desk.need(Person, command.duty.person)
    desk.put(checked_duty(command.duty))


@handles(RemoveDuty)
def remove_duty(desk: Desk, stamp: Stamp, command: RemoveDuty) -> None:
    """Take a duty away."""
    desk.expect(Duty, command.duty, command.version)
    desk.need(Duty, command.duty)
    desk.remove(Duty, command.duty)


@handles(SetAbsence)
def set_absence(desk: Desk, stamp: Stamp, command: SetAbsence) -> None:
    """Keep an absence; it stays with whom it was made for."""
    desk.expect(Absence, command.absence.id, command.version)
    desk.need(Person, command.absence.person)
    before = desk.get(Absence, command.absence.id)
    if before is not None and before.person != command.absence.person:
        raise Missing(kind="absence", id=command.absence.id)
    note = plain_text(command.absence.note, "note", NOTE_MOST, needed=False)
    desk.put(checked_absence(replace(command.absence, note=note)))


@handles(RemoveAbsence)
def remove_absence(desk: Desk, stamp: Stamp, command: RemoveAbsence) -> None:
    """Take an absence away."""
    desk.expect(Absence, command.absence, command.version)
    if desk.need(Absence, command.absence).person != command.person:
        raise Missing(kind="absence", id=command.absence)
    desk.remove(Absence, command.absence)
