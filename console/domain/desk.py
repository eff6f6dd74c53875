"""The desk at which a command is carried out: what handlers and queries may read and write, whatever lies below."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, Literal, Protocol, TypeVar

from console.domain.errors import Refusal

T = TypeVar("T")
Test = tuple[str, Literal["<", "<=", ">", ">=", "!=", "in", "like"], Any]  # ("raised", ">=", a datetime)


class Missing(Refusal):
    """What a command is about is not there (any more). facts: kind, id."""

    code = "missing"


class ChangedMeanwhile(Refusal):
    """Somebody else changed it since it was shown. facts: kind, id, who, at (UUID time of the change)."""

    code = "changed_meanwhile"


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """A value with what the records know about it."""

    value: T
    version: int
    last: str  # id of the command that wrote it last
    waiting: bool  # saved here, not yet shared


class ReadDesk(Protocol):
    """Reading: fields are named as in the domain value; `tests` and `equals` must all hold."""

    def get(self, cls: type[T], id: str) -> T | None:
        """The value with this id."""

    def need(self, cls: type[T], id: str) -> T:
        """The value with this id; Missing where there is none."""

    def find(self, cls: type[T], *tests: Test, order: str = "", limit: int = 0, **equals: object) -> list[T]:
        """Values that pass; `order` is a field's name, with "-" before it for the last first."""

    def kept(self, cls: type[T], *tests: Test, order: str = "", limit: int = 0, **equals: object) -> list[Kept[T]]:
        """The same with version and state."""

    def texts(self, cls: type[T], field: str, *tests: Test, **equals: object) -> list[str]:
        """One field, which is a text, of those that pass: for many values of which little is asked."""

    def count(self, cls: type[T], *tests: Test, **equals: object) -> int:
        """How many pass."""


class Desk(ReadDesk, Protocol):
    """Writing: what is put becomes durable together with the command's line in the trail, or not at all."""

    replaying: bool  # it is carried out a second time, on the shared database

    def put(self, value: object) -> None:
        """Keep a new or changed value; one that is the same as before changes nothing."""

    def remove(self, cls: type[T], id: str) -> None:
        """Take a value out of its table; the trail still has it."""

    def put_back(self, kind: str, id: str) -> bool:
        """Set a row anew to the state that the trail accounts for; False where nothing accounts for it or there is
        nothing to do."""

    def expect(self, cls: type[T], id: str, version: int) -> None:
        """ChangedMeanwhile unless this is the version now; 0 = do not look."""

    def tell(self, event: object) -> None:
        """Publish this event once everything is durable, where the command was given; a replay tells nothing."""


@dataclass(frozen=True, slots=True)
class Version:
    """When and by whom a record was changed last, for a screen that shows it."""

    version: int
    at: datetime
    who: str
