"""Commands: what a person, or the console in its own name, may ask of the records. One file a noun in this folder.

A command is a frozen dataclass whose fields are text, numbers, truth values, enums, times, and tuples of these, so
that it can wait in the outbox and be done again on the shared database.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

CONSOLE = "console"  # who gave a command that the console gives in its own name
KNOWN: dict[str, type[Command]] = {}  # every command by its name; filled as their files are imported


class Command:
    """Base of all commands; each kind is known by the name of its class."""

    noun: ClassVar[str] = ""  # what it is about: the group on the permissions screen ("people", "calls")
    secret: ClassVar[frozenset[str]] = frozenset()  # fields that no screen and no export may show
    merges: ClassVar[bool] = False  # it adds and never overwrites: it may be done on a row somebody else changed since
    own: ClassVar[bool] = False  # only the console gives it, in its own name: on no permissions screen
    first: ClassVar[bool] = False  # it begins a plant: nobody can be signed in yet; its handler sees to that
    many: ClassVar[bool] = False  # it is about several places at once: it must be allowed at all of them
    __slots__ = ()

    def __init_subclass__(cls) -> None:
        KNOWN[cls.__name__] = cls

    @property
    def name(self) -> str:
        """What it is called in the trail and in the permissions."""
        return type(self).__name__

    @property
    def place(self) -> str:
        """Id of the site, area, line or station it is about, for the check of scope; "" = nothing in particular."""
        return ""

    @property
    def about(self) -> str:
        """Id of the person whom it concerns, who may do some things for themselves; "" = nobody."""
        return ""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who gave a command, when and where."""

    id: str  # of the command, UUID version 7
    at: datetime  # when it was given, aware, UTC
    who: str  # id of the person, or CONSOLE
    console: str  # id of the console


@dataclass(frozen=True, slots=True)
class Given:
    """A command with its stamp."""

    stamp: Stamp
    command: Command
