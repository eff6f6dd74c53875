"""What screens ask about pictures and files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from console.domain.attachments import Attachment
from console.domain.desk import Kept, ReadDesk
from console.domain.people import Person


@dataclass(frozen=True, slots=True)
class AttachmentShown:
    """An attachment as a screen shows it."""

    kept: Kept[Attachment]
    by: str  # name of who attached it; "" = the console, or somebody who is not known here

    @property
    def attachment(self) -> Attachment:
        """What it is."""
        return self.kept.value


def attachments_of(kind: str, record: str) -> Callable[[ReadDesk], list[AttachmentShown]]:
    """The attachments of a record, the oldest first."""

    def query(desk: ReadDesk) -> list[AttachmentShown]:
        found = desk.kept(Attachment, kind=kind, record=record, order="at")
        names = {person.id: person.name for person in desk.find(Person, id={kept.value.by for kept in found})}
        return [AttachmentShown(kept, names.get(kept.value.by, "")) for kept in found]

    return query


def all_contents(desk: ReadDesk) -> list[tuple[str, str]]:
    """Hash of content and of thumbnail ("" = none) of every attachment."""
    return [(each.sha256, each.thumb) for each in desk.find(Attachment)]
