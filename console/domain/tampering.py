"""Tampering: what was altered behind the console's back, who answered for it, and how far the records are verified."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from console.domain.errors import Refusal
from console.domain.ids import derived_id


class ReasonNeeded(Refusal):
    """Whoever answers for an alteration says why. facts: none."""

    code = "reason_needed"


class AlreadyAnswered(Refusal):
    """Somebody answered for this alteration before. facts: who, at."""

    code = "tampering_answered"


class NotMendable(Refusal):
    """There is no accounted state that the row could be put back to. facts: what."""

    code = "tampering_not_mendable"


class What(StrEnum):
    """What was found."""

    CHANGED = "changed"  # a field of a row differs from what the trail accounts for
    INSERTED = "inserted"  # a row that no line tells of
    DELETED = "deleted"  # a row that a line tells of is not there
    OVERWRITTEN = "overwritten"  # a row was altered, and a command was carried out on it since: line `seq`
    LINE_CHANGED = "line_changed"  # a line of the trail does not carry its own hash
    LINE_MISSING = "line_missing"  # lines `seq` to `until` are not there
    CHAIN_BROKEN = "chain_broken"  # line `seq` does not carry the hash of the line before
    CUT_OFF = "cut_off"  # lines `seq` to `until` were verified once, and the trail ends before them
    REWRITTEN = "rewritten"  # between `seq` and `until` begin lines that are not those verified before
    INDEX = "index"  # the index from rows to lines was wrong at line `seq`; it is made again from the trail


ROWS = frozenset({What.CHANGED, What.INSERTED, What.DELETED})  # what can be put back to its accounted state
TORN = frozenset({What.CUT_OFF, What.REWRITTEN})  # the end of the trail is not the one that was verified


@dataclass(frozen=True, slots=True)
class Tampering:
    """One alteration. Values are text as people read it, secret ones "…"."""

    what: What
    table: str = ""
    row: str = ""  # its id
    field: str = ""
    expected: str = ""
    found: str = ""
    seq: int = 0  # the line of the trail that accounts for the row, or the line itself
    until: int = 0  # of a stretch of lines: the last; 0 = one line


def tampering_id(database: str, finding: Tampering) -> str:
    """The same finding has the same id, whoever finds it and however often."""
    told = (finding.what.value, finding.table, finding.row, finding.field, finding.expected, finding.found)
    return derived_id("tampering", database, *told, finding.seq, finding.until)


@dataclass(frozen=True, slots=True)
class Tampered:
    """A finding as the records keep it, open until an administrator has answered for it."""

    id: str
    database: str  # id of the database in which it was found
    console: str  # which console found it first
    at: datetime  # when it was found
    what: What
    table: str = ""
    row: str = ""
    field: str = ""
    expected: str = ""
    found: str = ""
    seq: int = 0
    until: int = 0
    answered: datetime | None = None
    answered_by: str = ""
    reason: str = ""
    mended: bool = False  # the row was put back to its accounted state

    @property
    def open(self) -> bool:
        """Whether nobody has answered for it."""
        return self.answered is None

    @property
    def mendable(self) -> bool:
        """Whether the row can be put back."""
        return self.what in ROWS and not self.mended


@dataclass(frozen=True, slots=True)
class Verification:
    """How far one database is verified."""

    at: datetime | None = None  # when the last pass over everything ended; None = there was none
    looked: datetime | None = None  # when new lines were looked at last
    seq: int = 0  # the last line that was read
    lines: int = 0  # read by the last pass over everything
    rows: int = 0
    seconds: float = 0.0  # it took
    running: float | None = None  # share of the pass that runs now, 0..1
    findings: tuple[Tampering, ...] = ()  # of the last pass over everything, and of new lines since
    more: int = 0  # findings beyond those that are told one by one
    trouble: str = ""  # why it could not be done, in plain English


@dataclass(frozen=True, slots=True)
class GuardState:
    """The databases that this console verifies."""

    here: Verification = Verification()
    shared: Verification | None = None  # None = no shared database is joined


@dataclass(frozen=True, slots=True)
class GuardChanged:
    """The verification went on or ended (event)."""

    state: GuardState


@dataclass(frozen=True, slots=True)
class TamperingFound:
    """An alteration was found that no console had found before (event)."""

    finding: Tampered
