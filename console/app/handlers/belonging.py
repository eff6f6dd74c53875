"""Records that others belong to: that they are there, and where, so that nobody reaches further by naming a place."""

from __future__ import annotations

from console.domain.attachments import AttachmentsClosed
from console.domain.desk import Desk, Missing
from console.domain.people import Operation, Person, Skill


def need_record(desk: Desk, kind: str, record: str, where: str) -> None:
    """The record is there and lies at `where`, the place that the command was checked for; else Missing."""
    from console.records import nouns
    from console.records.shelves import KINDS

    assert nouns.NOUNS  # imported for its effect: every kind is known from here on
    if kind not in KINDS:
        raise Missing(kind=kind, id=record)
    value = desk.need(KINDS[kind].cls, record)
    if _place(desk, value, where) != where:
        raise Missing(kind=kind, id=record)


def need_open(desk: Desk, kind: str, record: str, name: str) -> None:
    """Nothing where the record is gone or takes attachments; AttachmentsClosed where it says `attachable` = False."""
    from console.records import nouns
    from console.records.shelves import KINDS

    assert nouns.NOUNS
    value = desk.get(KINDS[kind].cls, record) if kind in KINDS else None
    if not getattr(value, "attachable", True):
        raise AttachmentsClosed(name=name, kind=kind, record=record)


def _place(desk: Desk, value: object, otherwise: str) -> str:
    """A skill lies where its operation does; people lie nowhere in particular."""
    if isinstance(value, Skill):
        operation = desk.get(Operation, value.operation)
        return operation.place if operation is not None else otherwise
    if isinstance(value, Person):
        return otherwise
    return str(getattr(value, "place", otherwise))
