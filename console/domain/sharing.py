"""Sharing: how this console stands with the database that the plant's consoles share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Engine(StrEnum):
    """What kind of database is shared."""

    POSTGRESQL = "postgresql"
    MARIADB = "mariadb"  # MySQL too
    SQLSERVER = "sqlserver"


@dataclass(frozen=True, slots=True)
class Address:
    """How to reach a shared database."""

    engine: Engine
    host: str
    port: int = 0  # 0 = the engine's usual one
    database: str = "gemba"
    user: str = ""
    password: str = ""
    tls: str = "auto"  # "auto": yes, unless the server is this computer; "on": checked certificate; "off"
    ca_file: str = ""

    def __repr__(self) -> str:
        return f"Address({self})"

    def __str__(self) -> str:
        """In words, without the password."""
        port = f":{self.port}" if self.port else ""
        return f"{self.engine.value} {self.host}{port}/{self.database}"


class Link(StrEnum):
    """How it stands."""

    OFF = "off"  # this console keeps its records for itself
    CONNECTING = "connecting"
    COPYING = "copying"  # the first copy, or catching up after a long absence; see done and total
    SHARED = "shared"
    AWAY = "away"  # cannot be reached; everything is saved here and waits
    REFUSED = "refused"  # password, certificate, rights: somebody must act
    NEWER = "newer"  # its schema is newer than this program: reading goes on, what is given here waits


@dataclass(frozen=True, slots=True)
class Other:
    """Another console at the shared database."""

    console: str
    name: str
    program: str  # version
    schema: int
    seen: datetime
    waiting: int  # commands it had not yet shared when it was seen


@dataclass(frozen=True, slots=True)
class Sharing:
    """The state at a moment."""

    link: Link = Link.OFF
    since: datetime | None = None
    reason: str = ""  # plain English, "" when all is well
    place: str = ""  # the address in words
    waiting: int = 0  # commands given here that the shared database does not have
    oldest: datetime | None = None  # when the oldest of them was given
    done: int = 0  # of the copy
    total: int = 0
    others: tuple[Other, ...] = ()
    code: str = ""  # of the refusal behind `reason`: picks the sentence in the person's language


@dataclass(frozen=True, slots=True)
class SharingChanged:
    """The state of sharing differs from before (event)."""

    sharing: Sharing
