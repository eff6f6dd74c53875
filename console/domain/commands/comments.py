"""What may be asked about comments: to say something about a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from console.domain.commands import Command


@dataclass(frozen=True, slots=True)
class AddComment(Command):
    """Say something about a record that is there; `where` is the place of the record, for the check of scope."""

    noun: ClassVar[str] = "comments"

    comment: str  # a new id
    kind: str  # of the record: "andon_call"
    record: str
    where: str
    text: str
    mentions: tuple[str, ...] = ()  # people who shall read it

    @property
    def place(self) -> str:
        """Where the record belongs."""
        return self.where
