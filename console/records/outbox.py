"""What waits here to be shared, and how far a shared database was read. Local database, worker's thread."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, insert, or_, select, update

from console.domain.commands import KNOWN
from console.domain.trail import BEGINNING, TrailLine, Verdict
from console.records.desk import Key
from console.records.payloads import know_all
from console.records.rawlines import believed, lines_chosen
from console.records.schema import joined, outbox, touched, trail, unsettled
from console.records.shelves import KINDS

SOME = 400  # values in one statement


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a shared database's trail was read."""

    database: str  # its id
    seq: int = 0
    hash: str = BEGINNING  # of the line there


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much waits."""

    count: int
    oldest: datetime | None  # when the first of them was given


@dataclass(frozen=True, slots=True)
class Batch:
    """What one exchange with the shared database is about."""

    cursor: Cursor
    lines: tuple[TrailLine, ...]  # commands to share, in order
    settle: tuple[Key, ...]  # rows whose shared truth is wanted
    waiting: Waiting  # all commands that wait, these too


class NotJoined(Exception):
    """The local records do not know this database as the one that was joined last: join it (again)."""


def waiting(db: Connection) -> Waiting:
    """How many commands wait, and since when."""
    count = int(db.execute(select(func.count()).select_from(outbox)).scalar_one())
    first = select(trail.c.at).join(outbox, outbox.c.id == trail.c.id).order_by(outbox.c.seq).limit(1)
    oldest = None
    with suppress(ValueError):  # another program wrote into the line
        oldest = datetime.fromisoformat(db.execute(first).scalar_one_or_none() or "")
    return Waiting(count, oldest)


def next_batch(db: Connection, database: str, most: int) -> Batch:
    """The next commands to share with this database, at most so many. Raises NotJoined."""
    asked = select(trail).join(outbox, outbox.c.id == trail.c.id).order_by(outbox.c.seq).limit(most)
    lines = tuple(believed(db, line) for line in lines_chosen(db, asked))
    open_rows = select(unsettled.c.kind, unsettled.c.id).where(unsettled.c.kind.in_(list(KINDS))).limit(1000)
    wanted = {(kind, id) for kind, id in db.execute(open_rows).all()}
    ready = wanted - rows_ahead(db, wanted)
    return Batch(cursor_of(db, database), lines, tuple(sorted(ready)), waiting(db))


def rows_ahead(db: Connection, rows: Iterable[Key]) -> set[Key]:
    """Those of these rows that a command changed which still waits."""
    by_kind: dict[str, list[str]] = {}
    for kind, id in rows:
        by_kind.setdefault(kind, []).append(id)
    found: set[Key] = set()
    both = touched.join(trail, trail.c.seq == touched.c.seq).join(outbox, outbox.c.id == trail.c.id)
    for kind, ids in by_kind.items():
        for start in range(0, len(ids), SOME):
            chosen = touched.c.id.in_(ids[start : start + SOME])
            asked = select(touched.c.id).distinct().select_from(both).where(touched.c.kind == kind, chosen)
            found |= {(kind, id) for id in db.execute(asked).scalars()}
    return found


def shared_now(db: Connection, ids: Iterable[str]) -> set[str]:
    """These commands wait no longer; those of them that did."""
    wanted, waited = list(ids), set[str]()
    for start in range(0, len(wanted), SOME):
        some = outbox.c.id.in_(wanted[start : start + SOME])
        waited |= set(db.execute(select(outbox.c.id).where(some)).scalars())
        db.execute(delete(outbox).where(some))
    return waited


# Which database


def cursor_of(db: Connection, database: str) -> Cursor:
    """How far this database was read. Raises NotJoined."""
    row = db.execute(select(joined).where(joined.c.database == database, joined.c.current)).one_or_none()
    if row is None:
        raise NotJoined(database)
    return Cursor(database, int(row.cursor), row.hash)


def prospect(db: Connection, database: str) -> tuple[int | None, int]:
    """What joining a database means: how far it was read (None: never joined), and how many commands it may lack."""
    rows = {row.database: row for row in db.execute(select(joined))}
    there = rows.get(database)
    cursor = int(there.cursor) if there is not None else None
    if not rows or (there is not None and there.current):
        return cursor, waiting(db).count
    done = select(func.count()).select_from(trail).where(trail.c.verdict == Verdict.DONE.value)
    return cursor, int(db.execute(done).scalar_one())


def join(db: Connection, database: str, place: str) -> None:
    """From now on what waits, waits for this database; what another one has but this may lack waits again."""
    rows = {row.database: row.current for row in db.execute(select(joined.c.database, joined.c.current))}
    if rows.get(database):
        db.execute(update(joined).where(joined.c.database == database).values(place=place))
        return
    if rows:  # another one was joined in between or before: what came from there is not known here
        wait_again(db)
    db.execute(update(joined).values(current=False))
    if database in rows:
        db.execute(update(joined).where(joined.c.database == database).values(place=place, current=True))
    else:
        new = {"database": database, "place": place, "cursor": 0, "hash": BEGINNING, "current": True}
        db.execute(insert(joined), [new])


def start_over(db: Connection, database: str) -> None:
    """The database went back in time: read its trail from the beginning, and let wait again what it may lack."""
    wait_again(db)
    db.execute(update(joined).where(joined.c.database == database).values(cursor=0, hash=BEGINNING))


def wait_again(db: Connection) -> None:
    """Let everything wait that was done and not refused, in the order in which a shared database did it.

    That order is the local one, but for commands that met others there: they stand where their settling stands. What a
    newer program did elsewhere is left to it: this one could not do it again.
    """
    placed, refused = [], []
    settled = select(trail.c.seq, trail.c.about, trail.c.note).where(trail.c.verdict == Verdict.SETTLED.value)
    for seq, about, note in db.execute(settled.order_by(trail.c.seq)):
        if note.get("code"):
            refused.append({"of": about})
        elif note.get("merged"):
            placed.append({"of": about, "to": seq})
    done = select(trail.c.seq, trail.c.id).where(trail.c.verdict == Verdict.DONE.value, ~_strange())
    db.execute(insert(outbox).from_select(["seq", "id"], done.where(trail.c.id.not_in(select(outbox.c.id)))))
    if placed:
        db.execute(update(outbox).where(outbox.c.id == bindparam("of")).values(seq=bindparam("to")), placed)
    if refused:
        db.execute(delete(outbox).where(outbox.c.id == bindparam("of")), refused)


def _strange() -> ColumnElement[bool]:
    """Lines of commands, or with records, that this program does not know."""
    know_all()
    kinds = select(touched.c.seq).where(touched.c.kind.not_in(list(KINDS)))
    return or_(trail.c.command.not_in(list(KNOWN)), trail.c.seq.in_(kinds))
