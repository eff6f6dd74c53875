"""How what people say about a record is kept."""

from __future__ import annotations

from console.app.handlers import handles
from console.domain.commands import Stamp
from console.domain.commands.comments import AddComment
from console.domain.comments import Comment, checked_comment
from console.domain.desk import Desk, Missing
from console.domain.people import Person


@handles(AddComment)
def add_comment(desk: Desk, stamp: Stamp, command: AddComment) -> None:
    """Keep it, on a record that is there and belongs where the command was checked for; who is mentioned is there."""
    _need_record(desk, command.kind, command.record, command.where)
    for person in command.mentions:
        desk.need(Person, person)
    if desk.get(Comment, command.comment) is None:
        kept = (command.kind, command.record, command.where, command.text.strip(), stamp.at, stamp.who)
        desk.put(checked_comment(Comment(command.comment, *kept, tuple(dict.fromkeys(command.mentions)))))


def _need_record(desk: Desk, kind: str, record: str, where: str) -> None:
    from console.records import nouns
    from console.records.shelves import KINDS

    assert nouns.NOUNS  # imported for its effect: every kind is known from here on
    if kind not in KINDS:
        raise Missing(kind=kind, id=record)
    value = desk.need(KINDS[kind].cls, record)
    if getattr(value, "place", where) != where:
        raise Missing(kind=kind, id=record)
