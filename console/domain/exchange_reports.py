"""What an exchange with a folder came to: files that were taken, what is still to be decided, how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from console.domain.exchange import Difference, RowError


@dataclass(frozen=True, slots=True)
class Decided:
    """A difference that somebody decided."""

    number: str
    field: str
    theirs: str
    took: bool  # the file's word was taken
    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class FolderReport:
    """A file of a watched folder that was taken or refused. It lies beside the file, so every console that watches the
    folder knows of it, and so does the next start."""

    file: str
    at: datetime
    console: str
    source: str = ""  # name of the mapping
    refused: str = ""  # code of the refusal of the whole file, "" = it was taken
    why: str = ""  # its detail
    rows: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    kept: int = 0
    gone: tuple[str, ...] = ()  # numbers of open orders that the file has no more
    errors: tuple[RowError, ...] = ()
    open: tuple[Difference, ...] = ()  # somebody has to say
    decided: tuple[Decided, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenDifference:
    """A difference that waits, and the report that it is in."""

    report: str  # name of the report's file
    file: str
    source: str
    difference: Difference


@dataclass(frozen=True, slots=True)
class FolderState:
    """How it stands with the watched folder. `code`: off, good, folder_away, no_map, half (a file is held or grows),
    records (they are not open), stuck (a file can be neither taken nor moved)."""

    folder: str = ""
    code: str = "off"
    detail: str = ""
    since: datetime | None = None
    looked: datetime | None = None
    waiting: tuple[str, ...] = ()  # files that still grow, are held by others, or wait for their turn
    reports: tuple[FolderReport, ...] = ()  # the last ones, newest first
    open: tuple[OpenDifference, ...] = ()
