"""What screens ask about pictures and files."""

from __future__ import annotations

from collections.abc import Callable

from console.domain.attachments import Attachment
from console.domain.desk import Kept, ReadDesk


def attachments_of(kind: str, record: str) -> Callable[[ReadDesk], list[Kept[Attachment]]]:
    """The attachments of a record, the oldest first."""

    def query(desk: ReadDesk) -> list[Kept[Attachment]]:
        return desk.kept(Attachment, kind=kind, record=record, order="at")

    return query


def all_contents(desk: ReadDesk) -> list[tuple[str, str]]:
    """Hash of content and of thumbnail ("" = none) of every attachment."""
    return [(each.sha256, each.thumb) for each in desk.find(Attachment)]
