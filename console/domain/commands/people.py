"""What may be asked of the records about people, how they prove who they are, their skills and the permissions.

What a person is called is the field `called`: `name` is what a command itself is called.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from console.domain.commands import Command
from console.domain.people import Grant, Role
from console.domain.permissions import Reach


@dataclass(frozen=True, slots=True)
class BeginPlant(Command):
    """Make the first administrator, everywhere, with a PIN: only while there is nobody yet; needs no sign-in."""

    noun: ClassVar[str] = "people"
    secret: ClassVar[frozenset[str]] = frozenset({"pin"})
    first: ClassVar[bool] = True

    person: str  # a new id
    called: str
    number: str = ""
    pin: str = ""  # argon2id, encoded

    @property
    def about(self) -> str:
        """The first administrator."""
        return self.person


@dataclass(frozen=True, slots=True)
class AddPerson(Command):
    """Add somebody; they can sign in once they have a PIN or a badge."""

    noun: ClassVar[str] = "people"

    person: str  # a new id
    called: str
    number: str = ""
    grants: tuple[Grant, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangePerson(Command):
    """Say everything about somebody anew; `active` False takes them out of the plant without forgetting them."""

    noun: ClassVar[str] = "people"

    person: str
    called: str
    number: str = ""
    grants: tuple[Grant, ...] = ()
    active: bool = True
    version: int = 0  # the one seen on the screen

    @property
    def about(self) -> str:
        """Who is changed."""
        return self.person


@dataclass(frozen=True, slots=True)
class SetPin(Command):
    """Give somebody a new PIN, or take it away with ""; what was counted and locked before is over."""

    noun: ClassVar[str] = "people"
    secret: ClassVar[frozenset[str]] = frozenset({"pin"})

    person: str
    pin: str  # argon2id, encoded (console.app.pins.hashed); never the PIN itself

    @property
    def about(self) -> str:
        """Whose PIN it is."""
        return self.person


@dataclass(frozen=True, slots=True)
class SetBadge(Command):
    """Give somebody a badge, or take it away with ""."""

    noun: ClassVar[str] = "people"
    secret: ClassVar[frozenset[str]] = frozenset({"badge"})

    person: str
    badge: str  # console.app.pins.badge_hash of what the scanner reads

    @property
    def about(self) -> str:
        """Whose badge it is."""
        return self.person


@dataclass(frozen=True, slots=True)
class Unlock(Command):
    """Let somebody try their PIN again after too many wrong ones."""

    noun: ClassVar[str] = "people"

    person: str

    @property
    def about(self) -> str:
        """Who was locked out."""
        return self.person


@dataclass(frozen=True, slots=True)
class NoteSignIn(Command):
    """Somebody signed in (`right`), or a wrong PIN was given for them."""

    noun: ClassVar[str] = "people"
    own: ClassVar[bool] = True
    merges: ClassVar[bool] = True

    person: str
    right: bool
    by: str = "pin"  # "pin" or "badge"

    @property
    def about(self) -> str:
        """Who it was, or was said to be."""
        return self.person


@dataclass(frozen=True, slots=True)
class AddOperation(Command):
    """Add something that must be learnt before it is done alone."""

    noun: ClassVar[str] = "skills"

    operation: str  # a new id
    called: str
    place: str = ""  # line or station id; "" = anywhere
    needed: int = 0  # people of at least level 3 that the plant wants; 0 = not said
    order: int = 0


@dataclass(frozen=True, slots=True)
class ChangeOperation(Command):
    """Say everything about an operation anew; `active` False takes its column away without forgetting the skills."""

    noun: ClassVar[str] = "skills"

    operation: str
    called: str
    place: str = ""
    needed: int = 0
    order: int = 0
    active: bool = True
    version: int = 0


@dataclass(frozen=True, slots=True)
class SetSkill(Command):
    """Say how well somebody knows an operation."""

    noun: ClassVar[str] = "skills"

    person: str
    operation: str
    level: int  # 0 to 4, see Skill
    expires: date | None = None
    assessed: date | None = None
    note: str = ""
    version: int = 0

    @property
    def about(self) -> str:
        """Whose skill it is."""
        return self.person


@dataclass(frozen=True, slots=True)
class RemoveSkill(Command):
    """Empty a cell of the skills matrix: it was set by mistake."""

    noun: ClassVar[str] = "skills"

    person: str
    operation: str
    version: int = 0

    @property
    def about(self) -> str:
        """Whose skill it was."""
        return self.person


@dataclass(frozen=True, slots=True)
class SetPermission(Command):
    """Set how far a role goes with a command; the reach that we ship takes the plant's own setting away."""

    noun: ClassVar[str] = "permissions"

    role: Role
    command: str  # the name of a command
    reach: Reach
