"""Joining: what is known of a shared database before and when a console works on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from console.domain.sharing import Other


class Found(StrEnum):
    """Which tables a database holds."""

    NONE = "none"  # it is empty: joining makes them
    OURS = "ours"
    OLDER = "older"  # joining brings them up to date
    NEWER = "newer"  # a newer program made them


@dataclass(frozen=True, slots=True)
class SchemaState:
    """What two programs may do with one shared database."""

    ours: int  # schema that this program knows
    theirs: int  # schema of the database
    may_write: bool  # False: read only, what is given here waits until this program is updated
    database: str  # the database's own id, the same for every console


@dataclass(frozen=True, slots=True)
class Tested:
    """What a test of the connection found; what stands against it is a refusal instead."""

    server: str  # "PostgreSQL 15.8"
    latency: float  # milliseconds there and back, the median of several
    encrypted: str  # "TLSv1.3"; "" = it is not
    may_create: bool  # whether the user may make tables
    found: Found
    ours: int
    theirs: int  # 0 = no tables yet
    may_write: bool
    database: str  # its id; "" where there are no tables yet
    commands: int  # lines of the trail there
    records: int
    others: tuple[Other, ...]  # consoles that work there
    clock: float  # seconds by which the server's clock is ahead of this computer's


@dataclass(frozen=True, slots=True)
class Account:
    """What will happen when this console joins a database."""

    tested: Tested
    known: bool  # this console shared with it before
    to_come: int  # commands there that this console has not heard of
    to_share: int  # commands here that wait for it; where another was joined in between: all that it may lack
    records: int  # here
