"""Rules of faults: what a database says is told as what a person can do; our own mistakes stay mistakes."""

from __future__ import annotations

import errno
import sqlite3

import pytest
from sqlalchemy.exc import OperationalError

from console.records.faults import refusal_of


def fault(code: int) -> sqlite3.OperationalError:
    """What SQLite raises with this code."""
    error = sqlite3.OperationalError("so it says")
    error.sqlite_errorcode = code  # type: ignore[misc]
    return error


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (sqlite3.SQLITE_FULL, "disk_full"),
        (sqlite3.SQLITE_READONLY, "disk_read_only"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "disk_read_only"),
        (sqlite3.SQLITE_CANTOPEN, "disk_read_only"),
        (sqlite3.SQLITE_PERM, "disk_read_only"),
        (sqlite3.SQLITE_CORRUPT, "records_damaged"),
        (sqlite3.SQLITE_CORRUPT_INDEX, "records_damaged"),
        (sqlite3.SQLITE_NOTADB, "records_damaged"),
        (sqlite3.SQLITE_BUSY, "records_busy"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "records_busy"),
        (sqlite3.SQLITE_IOERR, "not_saved"),
        (sqlite3.SQLITE_IOERR_FSYNC, "not_saved"),
    ],
)
def test_a_fault_of_the_file_has_a_code_of_its_own(code: int, told: str) -> None:
    for error in (fault(code), OperationalError("INSERT", {}, fault(code))):
        refusal = refusal_of(error, "/data/records.db")
        assert refusal is not None
        assert (refusal.code, refusal.facts["path"], refusal.detail) == (told, "/data/records.db", "so it says")


@pytest.mark.parametrize(
    ("number", "told"),
    [(errno.ENOSPC, "disk_full"), (errno.EDQUOT, "disk_full"), (errno.EFBIG, "disk_full"), (errno.EIO, "not_saved"),
     (errno.EROFS, "disk_read_only"), (errno.EACCES, "disk_read_only")],
)  # fmt: skip
def test_a_fault_of_the_disk_is_told_alike(number: int, told: str) -> None:
    refusal = refusal_of(OSError(number, "so it says"))
    assert refusal is not None
    assert refusal.code == told


@pytest.mark.parametrize(
    "mistake",
    [fault(sqlite3.SQLITE_ERROR), fault(sqlite3.SQLITE_CONSTRAINT), sqlite3.ProgrammingError("closed"), KeyError("x")],
)
def test_a_mistake_of_ours_is_no_refusal(mistake: Exception) -> None:
    assert refusal_of(mistake) is None
