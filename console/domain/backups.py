"""Backups: copies of the records, how good each is, and which of them may go when there are many."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from console.domain.errors import Refusal


class BackupFolderAway(Refusal):
    """The folder for the backups cannot be reached or written; it is tried again. facts: path."""

    code = "backup_folder_away"


class BackupSpoilt(Refusal):
    """What was written is not what was read, so it was thrown away. facts: path."""

    code = "backup_spoilt"


class CopyDamaged(Refusal):
    """This copy is not whole and is not restored. facts: path, why (a word of Health)."""

    code = "copy_damaged"


class BackupBusy(Refusal):
    """Another backup, restore, export or import is not over yet. facts: doing."""

    code = "backup_busy"


class Cancelled(Refusal):
    """Somebody stopped it; everything is as it was."""

    code = "cancelled"


class NotEmpty(Refusal):
    """Records are only imported where there are none yet. facts: records (how many there are)."""

    code = "records_not_empty"


class AdministratorNeeded(Refusal):
    """Without proofs nobody could sign in after the import: an administrator needs a new PIN. facts: none."""

    code = "administrator_needed"


class ExportRefused(Refusal):
    """What shall be imported is no export, not all of it, or not as it was written. facts: file, line (0: all of it),
    why: foreign, newer, missing, changed, cell, chain, row."""

    code = "export_refused"


class Health(StrEnum):
    """What looking at a copy found."""

    UNCHECKED = "unchecked"
    GOOD = "good"
    INCOMPLETE = "incomplete"  # the records are whole, some pictures or files are missing beside them
    DAMAGED = "damaged"  # other bytes than were written, or no whole database
    FOREIGN = "foreign"  # it holds no records of ours


SPOILT = frozenset({Health.INCOMPLETE, Health.DAMAGED})


class Doing(StrEnum):
    """What runs now."""

    NOTHING = ""
    BACKUP = "backup"
    CHECK = "check"
    RESTORE = "restore"
    EXPORT = "export"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class BackupCopy:
    """One copy in the backup folder."""

    name: str  # "records-20261121-105000Z.db"
    at: datetime  # when it was made, UTC
    size: int  # bytes
    lines: int = 0  # of its trail
    last: str = ""  # hash of its last line
    program: str = ""  # version that made it
    health: Health = Health.UNCHECKED
    why: str = ""  # plain English, what is wrong
    checked: datetime | None = None
    absent: int = 0  # pictures and files that its records name and that were not here when it was made


@dataclass(frozen=True, slots=True)
class BackupState:
    """How it stands with the backups at a moment."""

    folder: str = ""
    copies: tuple[BackupCopy, ...] = ()  # the newest first
    next: datetime | None = None  # when the next is due
    doing: Doing = Doing.NOTHING
    share: float = 0.0  # of what runs, 0..1
    trouble: str = ""  # code of the refusal by which the last try failed, "" = it did not
    detail: str = ""
    troubled: datetime | None = None  # since when

    @property
    def last(self) -> BackupCopy | None:
        """The newest copy that was found good."""
        return next((copy for copy in self.copies if copy.health is Health.GOOD), None)


@dataclass(frozen=True, slots=True)
class BackupChanged:
    """The state of the backups differs from before (event)."""

    state: BackupState


@dataclass(frozen=True, slots=True)
class HistoryCopy:
    """A copy of every reading that is remembered."""

    name: str  # "history-20261121-105000Z.db"
    at: datetime  # when it was made, UTC
    size: int  # bytes


@dataclass(frozen=True, slots=True)
class HistoryCopies:
    """How it stands with them; only the newest one is kept, because they are large."""

    wanted: bool = False
    last: HistoryCopy | None = None
    share: float | None = None  # of the one that is being made, 0..1
    trouble: str = ""  # code of the refusal by which the last try failed, "" = it did not
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Keep:
    """How many copies stay: the newest ones, and the newest of each day, week and month."""

    newest: int = 6
    daily: int = 14
    weekly: int = 8
    monthly: int = 12


@dataclass(frozen=True, slots=True)
class Loss:
    """What restoring a copy takes out of the records, counted in lines of the trail."""

    known: bool  # the copy is an earlier state of these records; else nothing can be counted
    since: int = 0  # lines written after the copy was made
    waiting: int = 0  # of these, not yet in a shared database
    shared: bool = False  # a shared database is joined, from which the others come back


@dataclass(frozen=True, slots=True)
class Parcel:
    """What an export holds, as its manifest and its people say."""

    made: datetime
    program: str
    database: str
    lines: int
    rows: int  # of all records
    attachments: int
    proofs: bool  # PINs and badges are in it
    administrators: tuple[tuple[str, str], ...] = ()  # id and name of those who are active


def removable(copies: Iterable[BackupCopy], keep: Keep) -> tuple[str, ...]:
    """Names of the copies that may go; never a good one where no other good one stays.

    Only good copies fill the places of `keep`; a spoilt one goes once enough newer good ones are there, and one that
    nobody has looked at stays.
    """
    ordered = sorted(copies, key=lambda copy: (copy.at, copy.name), reverse=True)
    good = [copy for copy in ordered if copy.health is Health.GOOD]
    enough = max(1, keep.newest)
    stay = {copy.name for copy in good[:enough]}
    for places, slot in ((keep.daily, _day), (keep.weekly, _week), (keep.monthly, _month)):
        stay |= _newest_of_each(good, places, slot)
    full = good[enough - 1].at if len(good) >= enough else None
    return tuple(
        copy.name
        for copy in ordered
        if copy.name not in stay and (copy.health is Health.GOOD or (copy.health in SPOILT and full and copy.at < full))
    )


def _newest_of_each(good: list[BackupCopy], places: int, slot: Callable[[date], object]) -> set[str]:
    found: dict[object, str] = {}
    for copy in good:
        of = slot(copy.at.date())
        if of not in found and len(found) < places:
            found[of] = copy.name
    return set(found.values())


def _day(at: date) -> object:
    return at


def _week(at: date) -> object:
    return at.isocalendar()[:2]


def _month(at: date) -> object:
    return at.year, at.month
