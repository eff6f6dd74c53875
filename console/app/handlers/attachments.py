"""How pictures and files are attached to records."""

from __future__ import annotations

from console.app.handlers import handles
from console.app.handlers.belonging import need_open, need_record
from console.domain.attachments import Attachment, attached, belongs, noted
from console.domain.commands import Stamp
from console.domain.commands.attachments import AddAttachment, NoteOnAttachment, RemoveAttachment
from console.domain.desk import Desk


@handles(AddAttachment)
def add_attachment(desk: Desk, stamp: Stamp, command: AddAttachment) -> None:
    """Attach to a record that is there and lies where the command was checked for; its content was kept before."""
    need_record(desk, command.kind, command.record, command.where)
    need_open(desk, command.kind, command.record, command.called)
    there = desk.find(Attachment, kind=command.kind, record=command.record)
    new = Attachment(
        command.attachment,
        command.kind,
        command.record,
        command.where,
        command.called,
        command.type,
        command.sha256,
        command.size,
        command.width,
        command.height,
        command.thumb,
        command.note,
        stamp.at,
        stamp.who,
    )
    desk.put(attached(new, there))


@handles(RemoveAttachment)
def remove_attachment(desk: Desk, stamp: Stamp, command: RemoveAttachment) -> None:
    """Take the row; the content stays."""
    _changeable(desk, command)
    desk.remove(Attachment, command.attachment)


@handles(NoteOnAttachment)
def note_on_attachment(desk: Desk, stamp: Stamp, command: NoteOnAttachment) -> None:
    """Change the note."""
    desk.expect(Attachment, command.attachment, command.version)
    desk.put(noted(_changeable(desk, command), command.note))


def _changeable(desk: Desk, command: RemoveAttachment | NoteOnAttachment) -> Attachment:
    """The attachment, where it belongs to this place and to a record that is not closed."""
    found = belongs(desk.need(Attachment, command.attachment), command.where)
    need_open(desk, found.kind, found.record, found.name)
    return found
