"""How what people say about a record is kept."""

from __future__ import annotations

from console.app.handlers import handles
from console.app.handlers.belonging import need_record
from console.domain.commands import Stamp
from console.domain.commands.comments import AddComment
from console.domain.comments import Comment, checked_comment
from console.domain.desk import Desk
from console.domain.people import Person


@handles(AddComment)
def add_comment(desk: Desk, stamp: Stamp, command: AddComment) -> None:
    """Keep it, on a record that is there and belongs where the command was checked for; who is mentioned is there."""
    need_record(desk, command.kind, command.record, command.where)
    for person in command.mentions:
        desk.need(Person, person)
    if desk.get(Comment, command.comment) is None:
        kept = (command.kind, command.record, command.where, command.text.strip(), stamp.at, stamp.who)
        desk.put(checked_comment(Comment(command.comment, *kept, tuple(dict.fromkeys(command.mentions)))))
