"""How alterations that were found are noted, answered for and put right."""

from __future__ import annotations

from dataclasses import replace

from console.app.handlers import handles
from console.domain.commands import Stamp
from console.domain.commands.tampering import AcknowledgeTampering, NoteTampering, RestoreRow
from console.domain.desk import Desk
from console.domain.tampering import AlreadyAnswered, NotMendable, ReasonNeeded, Tampered, TamperingFound


@handles(NoteTampering)
def note_tampering(desk: Desk, stamp: Stamp, command: NoteTampering) -> None:
    """Keep a finding, unless it is known already."""
    if desk.get(Tampered, command.id) is not None:
        return
    noted = Tampered(
        command.id,
        command.database,
        stamp.console,
        stamp.at,
        command.what,
        command.table,
        command.row,
        command.field,
        command.expected,
        command.found,
        command.seq,
        command.until,
    )
    desk.put(noted)
    desk.tell(TamperingFound(noted))


@handles(AcknowledgeTampering)
def acknowledge_tampering(desk: Desk, stamp: Stamp, command: AcknowledgeTampering) -> None:
    """Keep who answers for it, and why."""
    desk.put(_answered(desk.need(Tampered, command.id), stamp, command.reason))


@handles(RestoreRow)
def restore_row(desk: Desk, stamp: Stamp, command: RestoreRow) -> None:
    """Put the row back; what else was found in the same row is answered for by that too."""
    found = desk.need(Tampered, command.id)
    mended = replace(_answered(found, stamp, command.reason) if found.open else found, mended=True)
    if not found.mendable or not desk.put_back(found.table, found.row):
        raise NotMendable(what=found.what.value)
    desk.put(mended)
    for other in desk.find(Tampered, table=found.table, row=found.row, mended=False):
        if other.mendable and other.open:
            desk.put(replace(_answered(other, stamp, command.reason), mended=True))


def _answered(found: Tampered, stamp: Stamp, reason: str) -> Tampered:
    if not reason.strip():
        raise ReasonNeeded
    if not found.open:
        raise AlreadyAnswered(who=found.answered_by, at=found.answered)
    return replace(found, answered=stamp.at, answered_by=stamp.who, reason=reason.strip()[:500])
