"""Taking over here what the shared database told, in one local transaction. Worker's thread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from console.domain.commands import CONSOLE
from console.domain.errors import Refusal
from console.domain.events import RecordChanged
from console.domain.ids import new_id
from console.domain.trail import Change, TrailLine, Verdict
from console.records.conflicts import refusal_noted
from console.records.desk import Key, Row, RowDesk
from console.records.outbox import cursor_of, rows_ahead, shared_now
from console.records.rawlines import believed, is_altered, lines_called
from console.records.schema import joined, trail, unsettled
from console.records.shared import Heard
from console.records.shelves import ENGINE, KINDS
from console.records.trail import append


class Overtaken(Exception):
    """The local records are not where they were when this was asked: ask again."""


@dataclass(slots=True)
class Merged:
    """What was taken over."""

    changed: list[RecordChanged] = field(default_factory=list)  # each row once, with what changed it last
    refused: list[tuple[str, Refusal]] = field(default_factory=list)  # commands given here, by name


def merge(db: Connection, heard: Heard, console: str) -> Merged:
    """Take over lines and rows; Overtaken where the cursor was moved meanwhile."""
    if cursor_of(db, heard.since.database) != heard.since:
        raise Overtaken
    taking = _Taking(db, heard, console)
    for line in heard.lines:
        taking.line(line)
    taking.rest()
    moved = {"cursor": heard.cursor.seq, "hash": heard.cursor.hash}
    db.execute(update(joined).where(joined.c.database == heard.cursor.database).values(moved))
    return taking.merged


class _Taking:
    """One merge."""

    def __init__(self, db: Connection, heard: Heard, console: str) -> None:
        self.merged = Merged()
        self._db = db
        self._console = console
        self._truth = heard.truth
        self._here = _lines_by_id(db, [line.id for line in heard.lines])
        self._waited = shared_now(db, self._here)
        rows = {*_rows(heard.lines), *_rows(self._here.values()), *heard.truth}
        self._ahead = rows_ahead(db, rows)  # on these, commands given here are newer and still wait
        self._desk = RowDesk(db)
        self._desk.preload(rows - self._ahead)
        self._written: list[TrailLine] = []
        self._unsettled = _unsettled(db)
        self._news: dict[Key, RecordChanged] = {}
        self._open: dict[Key, str] = {}  # rows to settle another time, and because of which command

    def line(self, told: TrailLine) -> None:
        """Take over one line of the shared trail."""
        here = self._here.get(told.id)
        if is_altered(told):
            self._altered(told, here)
        elif here is None:
            self._foreign(told)
        elif told.id not in self._waited:  # heard before; only of interest where the database is another one
            self._settle(told, {*_rows([here]), *_rows([told])}, {})
        elif told.verdict is Verdict.REFUSED:
            self._settle(told, _rows([here]), told.note)
            if told.console == self._console:
                self.merged.refused.append((told.command, refusal_noted(told.note)))
        elif _told(here) != _told(told):
            self._settle(told, {*_rows([here]), *_rows([told])}, {"merged": True})

    def rest(self) -> None:
        """Settle what can be settled, remember what cannot yet, and write everything."""
        for about, rows in self._ready().items():
            self._set_rows(about, self._name_of(about), {row: self._truth[row] for row in rows}, {})
        self._desk.flush()
        append(self._db, self._written)
        self.merged.changed = list(self._news.values())
        settled = [row for row in self._truth if row not in self._ahead]
        self._forget({*settled, *self._open} & self._unsettled.keys())
        if self._open:
            kept = [{"kind": kind, "id": id, "about": about} for (kind, id), about in self._open.items()]
            self._db.execute(insert(unsettled), kept)

    def _foreign(self, told: TrailLine) -> None:
        """A line that is new here: its rows become what they are there, but for those on which we are ahead.

        The line is kept word for word. Tables and fields that only a newer program knows are in it, until this one is
        upgraded and finds them there (`refill`).
        """
        changes = [replace(change, held=self._is_held(change)) for change in told.changes]
        taken = [change for change in changes if not change.held and change.kind in KINDS]
        self._open |= {(change.kind, change.id): told.id for change in changes if change.held}
        before = {(change.kind, change.id): self._row_before(change) for change in taken}
        self._set_rows(told.id, told.command, {row: was for row, was in before.items() if self._differs(row, was)}, {})
        self._desk.begin(told.id)
        for change in taken:
            self._desk.set_row(change.kind, change.id, self._row_after(change, told.id))
            self._changed((change.kind, change.id), told.id, told.who)
        self._written.append(replace(told, changes=tuple(changes), written=datetime.now(UTC)))

    def _altered(self, told: TrailLine, here: TrailLine | None) -> None:
        """A line that another program altered there: whatever it says, the rows become what they are there."""
        if here is None:
            self._written.append(replace(told, changes=(), written=datetime.now(UTC)))
        self._settle(told, _rows([told] if here is None else [told, here]), {})

    def _is_held(self, change: Change) -> bool:
        return (change.kind, change.id) in self._ahead

    def _differs(self, row: Key, wanted: Row | None) -> bool:
        """Whether the row is not what the line found there: a command given here changed it, and it came to nothing."""
        now = self._desk.row(*row)
        if now is None or wanted is None:
            return now is not wanted
        return any(now[name] != wanted[name] for name in now if name not in ENGINE)

    def _settle(self, told: TrailLine, rows: Iterable[Key], note: Mapping[str, Any]) -> None:
        """Write down what became of a command given here; its rows become what they are there, where that is known."""
        ready = [row for row in sorted(rows) if row in self._truth and row not in self._ahead]
        self._open |= {row: told.id for row in rows if row not in ready}
        self._set_rows(told.id, told.command, {row: self._truth[row] for row in ready}, note)

    def _set_rows(self, about: str, command: str, rows: Mapping[Key, Row | None], note: Mapping[str, Any]) -> None:
        """A line that sets rows to what they are there, because of a command."""
        id, now = new_id(), datetime.now(UTC)
        self._desk.begin(id)
        for row, wanted in rows.items():
            self._desk.set_row(*row, wanted)
        changes = self._desk.changes()
        if not changes and not note:
            return
        line = TrailLine(0, id, now, now, CONSOLE, self._console, command, {}, changes)
        self._written.append(replace(line, verdict=Verdict.SETTLED, about=about, note=note))
        for change in changes:
            self._changed((change.kind, change.id), about, CONSOLE)

    def _ready(self) -> dict[str, list[Key]]:
        """Rows that were open and whose truth is known now, by the command because of which they were."""
        found: dict[str, list[Key]] = {}
        for row, about in self._unsettled.items():
            if row in self._truth and row not in self._ahead:
                found.setdefault(about, []).append(row)
        return found

    def _row_after(self, change: Change, last: str) -> Row | None:
        """The row after a change."""
        if change.after is None:
            return None
        return {**self._fitted(change, change.after), "version": change.version, "last": last}

    def _row_before(self, change: Change) -> Row | None:
        """The row as the change found it there."""
        if change.before is None:
            return None
        fields = self._fitted(change, {**(change.after or {}), **change.before})
        return {**fields, "version": max(1, change.version - 1), "last": change.base}

    def _fitted(self, change: Change, fields: Mapping[str, Any]) -> Row:
        """Fields for the columns that this program has; those that only it knows stay as they are, or as usual."""
        shelf = KINDS[change.kind]
        known = self._desk.row(change.kind, change.id) or {}
        names = (name for name in shelf.columns if name not in ENGINE)
        return {name: fields[name] if name in fields else known.get(name, shelf.usual(name)) for name in names}

    def _forget(self, rows: Iterable[Key]) -> None:
        gone = unsettled.c
        for kind, id in rows:
            self._db.execute(delete(unsettled).where(gone.kind == kind, gone.id == id))

    def _name_of(self, id: str) -> str:
        return str(self._db.execute(select(trail.c.command).where(trail.c.id == id)).scalar_one_or_none() or "")

    def _changed(self, row: Key, command: str, who: str) -> None:
        self._news[row] = RecordChanged(row[0], row[1], command, who, here=False)


def _unsettled(db: Connection) -> dict[Key, str]:
    return {(kind, id): about for kind, id, about in db.execute(select(unsettled)).all()}


def _lines_by_id(db: Connection, ids: list[str]) -> dict[str, TrailLine]:
    return {line.id: believed(db, line) for line in lines_called(db, ids)}


def _told(line: TrailLine) -> dict[Key, tuple[int, Any]]:
    return {(change.kind, change.id): (change.version, change.after) for change in line.changes}


def _rows(lines: Iterable[TrailLine]) -> set[Key]:
    return {(change.kind, change.id) for line in lines for change in line.changes}
