"""What may be asked about pictures and files of a record. `where` is the place of the record, for the check of scope;
what a file is called is the field `called`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from console.domain.commands import Command


@dataclass(frozen=True, slots=True)
class AddAttachment(Command):
    """Attach content that was checked and is kept already, to a record that is there."""

    noun: ClassVar[str] = "attachments"

    attachment: str  # a new id
    kind: str  # of the record: "skill"
    record: str
    where: str
    called: str
    type: str  # media type
    sha256: str  # of the content as it is kept
    size: int
    width: int = 0
    height: int = 0
    thumb: str = ""
    note: str = ""

    @property
    def place(self) -> str:
        """Where the record belongs."""
        return self.where


@dataclass(frozen=True, slots=True)
class RemoveAttachment(Command):
    """Take an attachment from view; its content stays, because the trail names it."""

    noun: ClassVar[str] = "attachments"

    attachment: str
    where: str

    @property
    def place(self) -> str:
        """Where the record belongs."""
        return self.where


@dataclass(frozen=True, slots=True)
class NoteOnAttachment(Command):
    """Say something else about an attachment; `version` is the one that was shown, 0 = any."""

    noun: ClassVar[str] = "attachments"

    attachment: str
    where: str
    note: str
    version: int = 0

    @property
    def place(self) -> str:
        """Where the record belongs."""
        return self.where
