"""What a database says when it cannot, told as what a person can do about it."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3

import sqlalchemy  # noqa: F401  before its parts: two threads that begin it at both ends would not get in
from sqlalchemy.exc import DBAPIError

from console.domain.errors import Refusal


class NotSaved(Refusal):
    """Nothing was saved, because the disk or the file did not let it. facts: path."""

    code = "not_saved"


class DiskFull(NotSaved):
    """There is no room."""

    code = "disk_full"


class ReadOnlyDisk(NotSaved):
    """The file or its folder cannot be written."""

    code = "disk_read_only"


class Damaged(NotSaved):
    """The file is no whole database any more: restore a backup."""

    code = "records_damaged"


class Busy(NotSaved):
    """Another program holds the file."""

    code = "records_busy"


LEAST_ROOM = 64 * 1024  # bytes: with less, SQLite cannot even make its own files

_BY_CODE = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: ReadOnlyDisk,
    sqlite3.SQLITE_CANTOPEN: ReadOnlyDisk,
    sqlite3.SQLITE_PERM: ReadOnlyDisk,
    sqlite3.SQLITE_CORRUPT: Damaged,
    sqlite3.SQLITE_NOTADB: Damaged,
    sqlite3.SQLITE_BUSY: Busy,
    sqlite3.SQLITE_LOCKED: Busy,
}
_BY_NUMBER = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EROFS: ReadOnlyDisk,
    errno.EACCES: ReadOnlyDisk,
    errno.EPERM: ReadOnlyDisk,
}


def refusal_of(error: Exception, path: object = "") -> NotSaved | None:
    """The refusal that this fault of the local file means; None where it is a mistake of ours."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        kind = _looked(str(path)) if code == sqlite3.SQLITE_IOERR else _BY_CODE.get(code)
        return kind(str(cause), path=str(path)) if kind else None
    if isinstance(cause, OSError):
        return _BY_NUMBER.get(cause.errno or 0, NotSaved)(str(cause), path=str(path))
    return None


def _looked(path: str) -> type[NotSaved]:
    """SQLite says only that it could not read or write: what the disk itself looks like."""
    folder = os.path.dirname(path) or "."
    try:
        if hasattr(os, "statvfs") and os.statvfs(folder).f_flag & os.ST_RDONLY:
            return ReadOnlyDisk
        return DiskFull if shutil.disk_usage(folder).free < LEAST_ROOM else NotSaved
    except OSError:
        return NotSaved
