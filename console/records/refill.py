"""After an upgrade: tables and fields that this program did not know before are filled with what the trail tells.

Lines of newer consoles are kept word for word, so nothing is lost while a program is too old for them. What the trail
cannot tell for certain, a field of a row that was removed and made anew under orders that others refused, comes right
with the shared database: each row that is filled is compared with it at the next opportunity.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Text, insert, inspect, or_, select, type_coerce

from console.domain.trail import Verdict
from console.records import nouns
from console.records.desk import Key
from console.records.rawlines import RawLine, lines_at
from console.records.schema import touched, trail, unsettled
from console.records.shelves import ENGINE, KINDS, Shelf
from console.records.statements import Row, inserting, updating

Shape = Mapping[str, frozenset[str]]  # columns by table
SOME = 300  # rows at once
log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Told:
    """What the lines tell of one row."""

    fields: Row = field(default_factory=dict)  # the new ones, each as it was told last
    line: RawLine | None = None  # that accounts for the row
    change: dict[str, Any] | None = None


def shape(db: Connection) -> Shape:
    """Which columns the tables of records have now."""
    assert nouns.NOUNS
    found = inspect(db)
    names = set(found.get_table_names()) & KINDS.keys()
    return {name: frozenset(column["name"] for column in found.get_columns(name)) for name in names}


def refill(db: Connection, before: Shape) -> int:
    """Fill what was not there `before` from the trail; how many rows. Inside the transaction of the upgrade."""
    count = 0
    for kind, shelf in sorted(KINDS.items()):
        new = frozenset(shelf.columns) - before.get(kind, frozenset()) - {*ENGINE, "id"}
        ids = list(_spoken_of(db, shelf, new, kind not in before)) if new else []
        for start in range(0, len(ids), SOME):
            count += _fill(db, shelf, new, kind not in before, ids[start : start + SOME])
    if count:
        log.info("%d rows were filled with what newer programs had told", count)
    return count


def _spoken_of(db: Connection, shelf: Shelf[Any], new: frozenset[str], whole: bool) -> Iterator[str]:
    """Rows of which a line tells something that was not known; of a new table, all that there ever were."""
    asked = select(touched.c.id).distinct().where(touched.c.kind == shelf.kind)
    if not whole:
        text = type_coerce(trail.c.changes, Text)
        named = (text.contains(f'"{name}":', autoescape=True) for name in sorted(new))
        asked = asked.join(trail, trail.c.seq == touched.c.seq).where(or_(*named))
    yield from db.execute(asked.order_by(touched.c.id)).scalars()


def _fill(db: Connection, shelf: Shelf[Any], new: frozenset[str], whole: bool, ids: list[str]) -> int:
    told = {id: each for id, each in _told(db, shelf.kind, new, ids).items() if _is_there(each)}
    if whole:
        rows = [_row(shelf, each) for each in told.values()]
        inserting(shelf.table).run(db, rows)
    else:
        told = {id: each for id, each in told.items() if each.fields}
        for id, each in told.items():
            values = {"this_id": id, **{"to_" + name: value for name, value in each.fields.items()}}
            updating(shelf.table, tuple(sorted(each.fields))).run(db, [values])
    _compare_later(db, {(shelf.kind, id): each.line.id for id, each in told.items() if each.line is not None})
    return len(told)


def _told(db: Connection, kind: str, new: frozenset[str], ids: list[str]) -> dict[str, _Told]:
    """What the lines tell of these rows, read in their order."""
    asked = select(touched.c.seq).distinct().where(touched.c.kind == kind, touched.c.id.in_(ids))
    found = {id: _Told() for id in ids}
    for line in sorted(lines_at(db, db.execute(asked).scalars()), key=lambda line: line.seq):
        for change in line.changes or () if line.sound else ():
            if change["kind"] == kind and change["id"] in found:
                _hear(found[change["id"]], line, change, new)
    for each in found.values():
        each.fields |= _new_in(each.change, new)
    return found


def _hear(told: _Told, line: RawLine, change: dict[str, Any], new: frozenset[str]) -> None:
    """A change more. One that is held tells of new fields too: nobody here could be ahead on those."""
    if change["before"] is None and line.row["verdict"] == Verdict.DONE.value:
        told.fields = {}
    told.fields |= _new_in(change, new)
    if not change.get("held"):
        told.line, told.change = line, change


def _new_in(change: Mapping[str, Any] | None, new: frozenset[str]) -> Row:
    after = change["after"] if change is not None else None
    return {name: value for name, value in (after or {}).items() if name in new}


def _is_there(told: _Told) -> bool:
    return told.change is not None and told.change["after"] is not None


def _row(shelf: Shelf[Any], told: _Told) -> Row:
    """A whole row of a table that is new."""
    assert told.line is not None
    assert told.change is not None
    settled = told.line.row["verdict"] == Verdict.SETTLED.value
    last = str(told.line.row["about"]) if settled else told.line.id
    row = {name: shelf.usual(name) for name in shelf.columns} | told.fields
    return row | {"id": told.change["id"], "version": told.change["version"], "last": last}


def _compare_later(db: Connection, rows: Mapping[Key, str]) -> None:
    """Let the rows be read from the shared database too, because of these commands."""
    there: set[Key] = {(kind, id) for kind, id in db.execute(select(unsettled.c.kind, unsettled.c.id))}
    fresh: Iterable[Key] = rows.keys() - there
    marks = [{"kind": kind, "id": id, "about": rows[kind, id]} for kind, id in fresh]
    if marks:
        db.execute(insert(unsettled), marks)
