"""What may be asked about telling people of calls: channels, how somebody is reached, what came of a message.

`where` is the place of the call, for the check of scope. No command carries a password, a signing secret or the secret
part of an address.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from console.domain.channels import Channel
from console.domain.commands import Command
from console.domain.notices import State, Wanted


@dataclass(frozen=True, slots=True)
class SetChannel(Command):
    """Add a way on which people are told, or say everything about one anew."""

    noun: ClassVar[str] = "messages"

    channel: Channel
    version: int = 0


@dataclass(frozen=True, slots=True)
class SetContact(Command):
    """Say how somebody is reached."""

    noun: ClassVar[str] = "messages"

    person: str
    mail: str = ""
    mobile: str = ""
    handle: str = ""
    version: int = 0

    @property
    def about(self) -> str:
        """Who is reached so."""
        return self.person


@dataclass(frozen=True, slots=True)
class MakeNotices(Command):
    """The console writes down whom it is about to tell of a step of a call."""

    noun: ClassVar[str] = "messages"
    merges: ClassVar[bool] = True
    own: ClassVar[bool] = True

    call: str
    where: str
    step: str
    wanted: tuple[Wanted, ...]

    @property
    def place(self) -> str:
        """Where the call is."""
        return self.where


@dataclass(frozen=True, slots=True)
class NoteNotice(Command):
    """The console writes down what came of a message."""

    noun: ClassVar[str] = "messages"
    merges: ClassVar[bool] = True
    own: ClassVar[bool] = True

    notice: str
    where: str
    state: State
    why: str = ""
    said: str = ""

    @property
    def place(self) -> str:
        """Where the call is."""
        return self.where


@dataclass(frozen=True, slots=True)
class RetryNotice(Command):
    """Send a message that did not arrive again, from here."""

    noun: ClassVar[str] = "messages"
    merges: ClassVar[bool] = True

    notice: str
    where: str

    @property
    def place(self) -> str:
        """Where the call is."""
        return self.where
