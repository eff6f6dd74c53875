"""Rows held against the trail: what each shows, field by field, and what the line that accounts for it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Boolean, Column, Connection, select, type_coerce
from sqlalchemy.types import NullType

from console.domain.tampering import Tampering, What
from console.domain.trail import Verdict, canonical
from console.records.accounts import Account, accounts
from console.records.columns import Packed
from console.records.rawlines import RawLine
from console.records.schema import touched
from console.records.shelves import ENGINE, Shelf
from console.records.trail import known

HIDDEN = "…"
DONE = Verdict.DONE.value
LONGEST = 500  # characters of a value in a finding
_BROKEN = re.compile("[\x00\ud800-\udfff]")
Overlay = dict[tuple[str, str], Account]  # accounts that the index does not know of
Place = Any  # where a slice ended: an id, as the database holds it; None = at the beginning


@dataclass(frozen=True, slots=True)
class Slice:
    """What came of some rows."""

    rows: int
    findings: list[Tampering]
    last: Place  # None = there are no more


def rows_after(db: Connection, shelf: Shelf[Any], after: Place, limit: int, overlay: Overlay) -> Slice:
    """The next rows of a table, in the order of their ids, each held against its account."""
    table = shelf.table
    raw = [type_coerce(column, NullType()).label(column.name) for column in table.c]
    asked = select(*raw).order_by(table.c.id).limit(limit)
    found = [dict(row) for row in db.execute(asked if after is None else asked.where(table.c.id > after)).mappings()]
    listed = accounts(db, shelf.kind, [row["id"] for row in found])
    told = {row["id"]: _newer(shelf.kind, row["id"], listed, overlay) for row in found}
    wrong = [one for row in found for one in compare(shelf, row, told[row["id"]])]
    settled = [row for row in found if _settled(told[row["id"]])]
    writers = known(db, {row["last"] for row in settled if isinstance(row["last"], str)}) if settled else set()
    wrong += [_strange(shelf, row) for row in settled if row["last"] not in writers]
    return Slice(len(found), wrong, found[-1]["id"] if len(found) == limit else None)


def gone_after(db: Connection, shelf: Shelf[Any], after: Place, limit: int) -> Slice:
    """The next ids that lines tell of and that have no row, each held against its account."""
    table = shelf.table
    asked = select(touched.c.id).distinct().outerjoin(table, table.c.id == touched.c.id)
    asked = asked.where(touched.c.kind == shelf.kind, table.c.id.is_(None)).order_by(touched.c.id).limit(limit)
    ids = list(db.execute(asked if after is None else asked.where(touched.c.id > after)).scalars())
    told = accounts(db, shelf.kind, ids)
    wrong = [_deleted(shelf, id, account) for id, account in told.items() if _should_be_there(account)]
    return Slice(0, wrong, ids[-1] if len(ids) == limit else None)


def unindexed(db: Connection, shelf: Shelf[Any], overlay: Overlay) -> list[Tampering]:
    """Rows that are not there although a line says so that the index does not know of."""
    ids = [id for kind, id in overlay if kind == shelf.kind and _should_be_there(overlay[kind, id])]
    there = set(db.execute(select(shelf.table.c.id).where(shelf.table.c.id.in_(ids))).scalars()) if ids else set()
    listed = accounts(db, shelf.kind, [id for id in ids if id not in there])
    return [_deleted(shelf, id, overlay[shelf.kind, id]) for id in ids if id not in there and id not in listed]


def compare(shelf: Shelf[Any], row: dict[str, Any], account: Account | None) -> Iterator[Tampering]:
    """Each field of a row that differs; nothing where its account cannot be believed (the line itself is told then)."""
    if account is not None and not account.believable:
        return
    after = account.change["after"] if account is not None and account.change is not None else None
    if account is None or account.line is None or account.change is None or after is None:
        seq = account.seq if account is not None else 0
        yield Tampering(What.INSERTED, str(shelf.kind), _id(row), found=_summary(shelf, row), seq=seq)
        return
    expected = {**after, "version": account.change["version"]}
    if _verdict(account.line) == DONE:
        expected["last"] = account.line.id
    for column in shelf.table.c:
        if column.name in expected and not _same(expected[column.name], _heard(column, row[column.name])):
            told = shown(shelf, column.name, expected[column.name]), shown(shelf, column.name, row[column.name])
            yield Tampering(What.CHANGED, str(shelf.kind), _id(row), str(column.name), *told, account.seq)


def _settled(account: Account | None) -> bool:
    """Whether the row was set to what a shared database held: who wrote it last there is not in the line itself."""
    return account is not None and account.believable and account.line is not None and _verdict(account.line) != DONE


def _verdict(line: RawLine) -> str:
    return str(line.row["verdict"])


def _strange(shelf: Shelf[Any], row: dict[str, Any]) -> Tampering:
    return Tampering(What.CHANGED, str(shelf.kind), _id(row), "last", found=shown(shelf, "last", row["last"]))


def shown(shelf: Shelf[Any] | None, field: str, value: Any) -> str:
    """A value of a field as text; a secret one, or one that only a newer program knows, only as being there."""
    if shelf is not None and shelf.hides(field):
        return HIDDEN if value else ""
    if isinstance(value, bytes):
        return value.hex()[:LONGEST]
    return fitting(value if isinstance(value, str) else canonical(value))


def fitting(text: str, most: int = LONGEST) -> str:
    """Text that a finding can keep, whatever another program wrote: no NUL, no half of a character, not too long."""
    kept = _BROKEN.sub("\ufffd", text)
    most = most if kept.isascii() else most // 2  # a sign beyond the first 65 536 counts twice
    return kept if len(kept) <= most else kept[: most - 1] + "…"


def _newer(kind: str, id: str, told: dict[str, Account], overlay: Overlay) -> Account | None:
    listed, beside = told.get(id), overlay.get((kind, id))
    if listed is None or beside is None:
        return listed or beside
    return listed if listed.seq >= beside.seq else beside


def _should_be_there(account: Account) -> bool:
    return account.believable and account.change is not None and account.change["after"] is not None


def _deleted(shelf: Shelf[Any], id: str, account: Account) -> Tampering:
    after = account.change["after"] if account.change is not None else {}
    return Tampering(What.DELETED, str(shelf.kind), str(id), expected=_summary(shelf, after), seq=account.seq)


def _summary(shelf: Shelf[Any], row: dict[str, Any]) -> str:
    parts = (f"{name}={shown(shelf, name, row[name])}" for name in row if name not in ENGINE and name != "id")
    return fitting(", ".join(parts))


def _id(row: dict[str, Any]) -> str:
    return fitting(str(row["id"]), 64)


def _heard(column: Column[Any], value: Any) -> Any:
    """A value as the trail would tell it; one that no program of ours writes stays as it is."""
    if isinstance(column.type, Packed) and isinstance(value, str):
        try:
            return msgspec.json.decode(value)
        except msgspec.DecodeError:
            return value
    if isinstance(column.type, Boolean) and value in (0, 1):
        return bool(value)
    return value


def _same(expected: Any, found: Any) -> bool:
    if isinstance(expected, bool) or isinstance(found, bool):
        return expected is found
    return bool(expected == found)
