"""Content on the shared database: by its hash, in parts, all of them or none."""

from __future__ import annotations

import hashlib
from collections.abc import Collection

from sqlalchemy import Connection, Engine, delete, func, insert, select
from sqlalchemy.exc import IntegrityError

from console.records.attachments import blob

PART = 512 * 1024  # bytes: far below what MariaDB (16 MB) and old MySQL servers (4 MB) take in one statement
AT_ONCE = 400  # hashes in one question


def absent(db: Connection, hashes: Collection[str]) -> set[str]:
    """Which of these contents the shared database does not have completely."""
    wanted = sorted(hashes)
    there: set[str] = set()
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        held = func.coalesce(func.sum(func.length(blob.c.data)), 0)
        if db.dialect.name == "mssql":
            held = func.coalesce(func.sum(func.datalength(blob.c.data)), 0)
        asked = select(blob.c.sha256).where(blob.c.sha256.in_(some)).group_by(blob.c.sha256, blob.c.size)
        there |= set(db.execute(asked.having(held == blob.c.size)).scalars())
    return set(wanted) - there


def upload(db: Connection, data: bytes) -> str:
    """Put content there, inside the connection's transaction; its hash. What is there already stays, if it is whole."""
    sha256 = hashlib.sha256(data).hexdigest()
    if not absent(db, [sha256]):
        return sha256
    db.execute(delete(blob).where(blob.c.sha256 == sha256))
    for part, start in enumerate(range(0, len(data), PART)):
        some = data[start : start + PART]
        db.execute(insert(blob), [{"sha256": sha256, "part": part, "size": len(data), "data": some}])
    return sha256


def upload_alone(engine: Engine, data: bytes) -> str:
    """The same in a transaction of its own, so that nothing large waits for anything else; its hash."""
    try:
        with engine.begin() as db:
            return upload(db, data)
    except IntegrityError:  # another console brought the same at the same moment
        with engine.begin() as db:
            return upload(db, data)


def download(db: Connection, sha256: str, most: int) -> bytes | None:
    """The content; None where it is not there completely, is larger than `most` bytes, or is not what its hash says."""
    sizes = set(db.execute(select(blob.c.size).where(blob.c.sha256 == sha256)).scalars())
    if len(sizes) != 1 or not 0 < (size := int(sizes.pop())) <= most:
        return None
    parts, held = [], 0
    for number in range(-(-size // PART)):
        part = db.execute(
            select(blob.c.data).where(blob.c.sha256 == sha256, blob.c.part == number)
        ).scalar_one_or_none()
        if part is None or (held := held + len(part)) > size:
            return None
        parts.append(bytes(part))
    data = b"".join(parts)
    return data if hashlib.sha256(data).hexdigest() == sha256 else None
