"""What screens ask about the trail: its lines, a record's history, and records as they were at some time.

A record at time T is what the line with the highest number says of it, among the lines that were given at or before T
and whose change is not held. For what was given at this console that is what its screens showed; for what came from a
shared database it is what the plant had agreed on, also for the time before it came. Numbers decide the order and not
times, because clocks of consoles differ and one that is set back must not turn history around.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from console.domain.commands import CONSOLE
from console.domain.tampering import Tampered
from console.domain.trail import Change, TrailLine, Verdict

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.records.local import LocalRecords
    from console.records.shelves import Shelf

PAGE = 200
MOST_FOUND = 50  # records offered while somebody types
Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines somebody wants to see; empty fields do not choose."""

    who: str = ""
    console: str = ""
    command: str = ""
    verdict: str = ""
    since: datetime | None = None
    until: datetime | None = None
    kind: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field before and after; secrets are "…". None: there was, or is, no record."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """What a line did to one record."""

    kind: str
    id: str
    label: str  # what people call it; "" = nothing but its id
    version: int
    held: bool  # it happened on the shared database and was not taken over here
    new: bool
    gone: bool
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class LineShown:
    """A line as a screen shows it."""

    seq: int
    line: TrailLine | None  # None: it cannot be read; another program wrote into it
    name: str = ""  # of who gave the command; "" = the console, or somebody not known here
    payload: Mapping[str, Any] = field(default_factory=dict)
    changes: tuple[ChangeShown, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen from: what the trail and the records hold."""

    people: Names  # name by id
    names: Names  # the same for everything else that values name by its id too
    commands: tuple[str, ...]
    kinds: tuple[str, ...]
    lines: int


@dataclass(frozen=True, slots=True)
class Found:
    """A record that fits what was typed."""

    kind: str
    id: str
    label: str


@dataclass(frozen=True, slots=True)
class StateShown:
    """A record as it was; secrets are "…"."""

    kind: str
    id: str
    label: str
    values: Mapping[str, Any] | None  # None: it was not there (any more)
    seq: int = 0
    at: datetime | None = None  # when it had become so
    name: str = ""  # of who had made it so
    version: int = 0


@dataclass(frozen=True, slots=True)
class FindingShown:
    """An alteration, and what the record is called in which it was found; "" = it has no name."""

    finding: Tampered
    label: str


def page(wanted: Wanted, before: int = 0, limit: int = PAGE) -> Callable[[LocalRecords], list[LineShown]]:
    """The lines before number `before` (0 = the end) that fit, the last first."""

    def job(local: LocalRecords) -> list[LineShown]:
        with local.reading() as db:
            return lines_shown(db, wanted, before, limit)

    return job


def how_many(wanted: Wanted) -> Callable[[LocalRecords], int]:
    """How many lines fit."""

    def job(local: LocalRecords) -> int:
        from console.records.trail import count

        with local.reading() as db:
            return count(db, _asked(wanted))

    return job


def history(kind: str, id: str, limit: int = 500) -> Callable[[LocalRecords], list[LineShown]]:
    """Everything that happened to a record, the last first; each line with the changes of this record only."""

    def job(local: LocalRecords) -> list[LineShown]:
        with local.reading() as db:
            lines = lines_shown(db, Wanted(kind=kind, id=id), 0, limit)
        return [_only(line, kind, id) for line in lines]

    return job


def state_at(kind: str, id: str, at: datetime) -> Callable[[LocalRecords], StateShown]:
    """A record as it was at this time; see the head of this file for the rule."""

    def job(local: LocalRecords) -> StateShown:
        with local.reading() as db:
            found = _states(db, kind, [id], at)
        return found[0] if found else StateShown(kind, id, "", None)

    return job


def records_at(kind: str, at: datetime, limit: int = 10_000) -> Callable[[LocalRecords], list[StateShown]]:
    """All records of a kind that were there at this time, by their ids."""

    def job(local: LocalRecords) -> list[StateShown]:
        from console.records.accounts import ids_touched

        with local.reading() as db:
            states = _states(db, kind, ids_touched(db, kind, at), at)
        return [state for state in states if state.values is not None][:limit]

    return job


def choices(local: LocalRecords) -> Choices:
    """What can be chosen from."""
    from sqlalchemy import func, select

    from console.records.schema import trail
    from console.records.shelves import KINDS

    with local.reading() as db:
        commands = sorted(db.execute(select(trail.c.command).distinct()).scalars())
        lines = int(db.execute(select(func.count()).select_from(trail)).scalar_one())
        people, names = _names(db), {**_operations(db), **_names(db)}
    return Choices(people, names, tuple(map(str, commands)), tuple(sorted(map(str, KINDS))), lines)


def find_records(kind: str, typed: str) -> Callable[[LocalRecords], list[Found]]:
    """Records of a kind whose name, number or id holds what was typed, by their labels; "" = any kind."""

    def job(local: LocalRecords) -> list[Found]:
        from console.records.shelves import KINDS

        found: list[Found] = []
        with local.reading() as db:
            for one in [kind] if kind in KINDS else sorted(KINDS):
                found += _find(db, KINDS[one], typed)
        return sorted(found, key=lambda record: (record.label.casefold(), record.kind))[:MOST_FOUND]

    return job


def findings(local: LocalRecords) -> list[FindingShown]:
    """Alterations that were found, open ones first, then the latest; the last 500."""
    from console.records.desk import RowDesk

    with local.reading() as db:
        found = RowDesk(db).find(Tampered, order="-at", limit=500)
        labels = _labels(db, {(one.table, one.row) for one in found if one.table})
    shown = [FindingShown(one, labels.get((one.table, one.row), "")) for one in found]
    return sorted(shown, key=lambda one: not one.finding.open)


def _labels(db: Connection, rows: set[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """What records are called by the lines that account for them."""
    from console.records.accounts import accounts

    values: dict[tuple[str, str], dict[str, Any]] = {}
    for kind in {kind for kind, _ in rows}:
        for id, account in accounts(db, kind, [id for one, id in rows if one == kind]).items():
            change = account.change or {}
            values[kind, id] = {**(change.get("before") or {}), **(change.get("after") or {})}
    names = _named(db, values.values())
    return {place: label_of(told, names) for place, told in values.items()}


def lines_shown(db: Connection, wanted: Wanted, before: int, limit: int) -> list[LineShown]:
    """The lines of a page from an open view."""
    from console.records.rawlines import lines_in
    from console.records.trail import choice

    lines = lines_in(db, choice(_asked(wanted, before, limit)))
    names = _names(db, {line.who for _, line in lines if line is not None})
    told = [change for _, line in lines if line is not None for change in line.changes]
    names = {**names, **_named(db, [{**(change.before or {}), **(change.after or {})} for change in told])}
    return [_shown(seq, line, names) for seq, line in lines]


def _asked(wanted: Wanted, before: int = 0, limit: int = PAGE) -> Any:
    from console.records.trail import Asked

    chosen = (wanted.who, wanted.console, wanted.command, wanted.verdict, wanted.since, wanted.until)
    return Asked(*chosen, wanted.kind, wanted.id, before, limit)


def _shown(seq: int, line: TrailLine | None, names: Names) -> LineShown:
    from console.records import payloads

    if line is None:
        return LineShown(seq, None)
    payloads.know_all()
    hidden = {} if line.verdict is Verdict.SETTLED else payloads.shown(line.command, line.payload)
    return LineShown(
        seq, line, names.get(line.who, ""), hidden, tuple(_change(change, names) for change in line.changes)
    )


def _change(change: Change, names: Names) -> ChangeShown:
    from console.records.shelves import KINDS

    shelf = KINDS.get(change.kind)
    before, after = change.before, change.after
    fields = {**(after or {}), **(before or {})} if before is None or after is None else before
    told = tuple(
        FieldChange(name, _open(shelf, name, (before or {}).get(name)), _open(shelf, name, (after or {}).get(name)))
        for name in fields
        if name != "id"
    )
    values = {**(before or {}), **(after or {})}
    new, gone = before is None and after is not None, after is None
    return ChangeShown(change.kind, change.id, label_of(values, names), change.version, change.held, new, gone, told)


def _only(shown: LineShown, kind: str, id: str) -> LineShown:
    changes = tuple(change for change in shown.changes if (change.kind, change.id) == (kind, id))
    return LineShown(shown.seq, shown.line, shown.name, shown.payload, changes)


def _states(db: Connection, kind: str, ids: Iterable[str], at: datetime) -> list[StateShown]:
    from console.records.accounts import accounts
    from console.records.rawlines import heard
    from console.records.shelves import KINDS

    found = accounts(db, kind, ids, until=at)
    lines = {a.seq: heard(a.line.row) for a in found.values() if a.line is not None}
    names = _names(db, {line.who for line in lines.values() if line is not None})
    shown = []
    for id, account in sorted(found.items()):
        after = account.change["after"] if account.change is not None else None
        line = lines.get(account.seq)
        values = {name: _open(KINDS.get(kind), name, value) for name, value in after.items()} if after else None
        when, who = (line.at, names.get(line.who, "")) if line is not None else (None, "")
        version = account.change["version"] if account.change is not None else 0
        shown.append(StateShown(kind, id, label_of(after or {}, names), values, account.seq, when, who, version))
    return shown


def label_of(values: Mapping[str, Any], names: Names) -> str:
    """What people call a record: its name and number, or what those are called that it is about; "" = neither."""
    name, number = values.get("name"), values.get("number")
    if not isinstance(name, str) or not name:
        return " · ".join(names[id] for id in _about(values) if id in names)
    return f"{name} ({number})" if isinstance(number, str) and number else name


def _about(values: Mapping[str, Any]) -> list[str]:
    """Ids of the person and the operation that a record is about; a person's proofs have the id of the person."""
    ids = (values.get("person"), values.get("operation"), values.get("id") if "pin" in values else None)
    return [id for id in ids if isinstance(id, str) and id]


def _named(db: Connection, many: Iterable[Mapping[str, Any]]) -> Names:
    from console.records.finding import with_ids
    from console.records.people import operation

    wanted = {id for values in many for id in _about(values)}
    operations = {row["id"]: row["name"] for row in with_ids(db, operation, sorted(wanted))}
    return {**operations, **_names(db, wanted)}


def _operations(db: Connection) -> Names:
    from sqlalchemy import select

    from console.records.people import operation

    return {str(id): str(name) for id, name in db.execute(select(operation.c.id, operation.c.name))}


def _open(shelf: Shelf[Any] | None, name: str, value: Any) -> Any:
    """A value, or "…" for one that no screen shows. Of kinds and fields that this program does not know, none is."""
    hidden = shelf is None or shelf.hides(name)
    return "…" if hidden and value else value


def _names(db: Connection, ids: Iterable[str] | None = None) -> Names:
    from sqlalchemy import select

    from console.records.finding import with_ids
    from console.records.people import person

    if ids is None:
        return {str(id): str(name) for id, name in db.execute(select(person.c.id, person.c.name))}
    wanted = sorted(set(ids) - {"", CONSOLE})
    return {row["id"]: row["name"] for row in with_ids(db, person, wanted)}


def _find(db: Connection, shelf: Shelf[Any], typed: str) -> list[Found]:
    from console.records.finding import found

    rows: dict[str, Found] = {}
    for column in ("name", "number", "id"):
        if column in shelf.table.c:
            for row in found(db, shelf.table, [(column, "like", typed)], {}, limit=MOST_FOUND):
                rows[row["id"]] = Found(shelf.kind, row["id"], label_of(row, {}))
    return list(rows.values())
