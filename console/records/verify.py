"""Verifying a database against its own trail: every line, every row, and the end.

It reads in slices, each from one unchanging view, so it holds little in memory and nobody up. What is written
meanwhile is no alarm: lines that are there never change, and a row and its lines are read in the same view.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, inspect, select

from console.domain.tampering import Tampering
from console.domain.trail import moment
from console.records import rowcheck
from console.records.anchor import Anchor
from console.records.carried import Carried
from console.records.chaincheck import Chain, begins_at, check_index
from console.records.rawlines import lines_after, lines_at
from console.records.rowcheck import Overlay
from console.records.schema import meta, outbox, touched, trail
from console.records.shelves import KINDS, Shelf

View = Callable[[], AbstractContextManager[Connection]]
MOST_FINDINGS = 500  # told one by one; the rest is counted


class Stopped(Exception):
    """Somebody ended the verification before it was through."""


@dataclass(slots=True)
class Report:
    """What a verification found."""

    whole: bool  # lines from the beginning and all rows; False: new lines only
    anchor: Anchor
    lines: int = 0
    rows: int = 0
    findings: list[Tampering] = field(default_factory=list)
    more: int = 0

    def add(self, found: list[Tampering]) -> None:
        """Take findings; beyond the most that are told, only their number."""
        room = MOST_FINDINGS - len(self.findings)
        self.findings += found[:room] if room > 0 else []
        self.more += max(0, len(found) - max(room, 0))


class Verifier:
    """Reads through `view`; `go_on` hears the share that is done after each slice and returns False to stop it."""

    def __init__(
        self, view: View, anchor: Anchor, now: datetime, go_on: Callable[[float], bool], slice: int = 500
    ) -> None:
        self._view, self._anchor, self._go_on, self._slice = view, anchor, go_on, slice
        self._at = moment(now)
        self._overlay: Overlay = {}
        self._total = self._done = 0

    def whole(self) -> Report:
        """Verify everything. Stopped where `go_on` said so; errors of the database as they come."""
        report = Report(True, Anchor())
        with self._view() as db:
            shelves = _there(db)
            self._total = _count(db, trail) + sum(_count(db, shelf.table) for shelf in shelves)
        self._lines(report, Chain(self._anchor, True, self._at), Carried(True))
        for shelf in shelves:
            self._rows(report, shelf)
        return report

    def new_lines(self) -> Report | None:
        """Verify the lines since the anchor; None where it does not hold any more and everything must be read."""
        with self._view() as db:
            line = next(iter(lines_at(db, [self._anchor.seq])), None)
            self._total = max(0, int(db.execute(select(func.max(trail.c.seq))).scalar() or 0) - self._anchor.seq)
        if not begins_at(self._anchor, line):
            return None
        report = Report(False, self._anchor)
        self._lines(report, Chain(self._anchor, False, self._at), Carried(False))
        return report

    def _lines(self, report: Report, chain: Chain, carried: Carried) -> None:
        seq, written, more = chain.fresh.seq if not report.whole else -(2**62), "", True
        while more:
            with self._view() as db:
                lines = lines_after(db, seq, self._slice)
                wrong, doubtful = check_index(db, lines, max(chain.fresh.seq, seq), self._overlay)
                found = [one for line in lines for one in chain.take(line)]
                found += carried.take(db, lines, doubtful) + wrong
                more = len(lines) == self._slice
                if lines:
                    seq, written = lines[-1].seq, str(lines[-1].row["written"])
                report.add(found if more else found + chain.end(db, written))
            report.lines += len(lines)
            report.anchor = chain.fresh
            self._step(len(lines))

    def _rows(self, report: Report, shelf: Shelf[Any]) -> None:
        last, more = None, True
        while more:
            with self._view() as db:
                part = rowcheck.rows_after(db, shelf, last, self._slice, self._overlay)
            last, more = part.last, part.last is not None
            report.rows += part.rows
            report.add(part.findings)
            self._step(part.rows)
        more = True
        while more:
            with self._view() as db:
                part = rowcheck.gone_after(db, shelf, last, self._slice)
            last, more = part.last, part.last is not None
            report.add(part.findings)
            self._step(0)
        with self._view() as db:
            report.add(rowcheck.unindexed(db, shelf, self._overlay))

    def _step(self, done: int) -> None:
        self._done += done
        if not self._go_on(min(1.0, self._done / self._total) if self._total else 1.0):
            raise Stopped


def mend_index(db: Connection) -> int:
    """Make the index from rows to lines again, and let go of what waits to be shared without a line; how many lines.

    Inside a transaction that writes. Commands could not be kept while the index names lines that are still to come.
    What it says of lines that are not there or not sound stays: it tells which rows cannot be judged.
    """
    db.execute(delete(outbox).where(outbox.c.id.not_in(select(trail.c.id))))
    seq, count = -(2**62), 0
    while lines := lines_after(db, seq, 400):
        db.execute(delete(touched).where(touched.c.seq.in_([line.seq for line in lines if line.sound])))
        seqs = touched.c.seq.in_([line.seq for line in lines])
        listed = db.execute(select(touched.c.kind, touched.c.id, touched.c.seq).where(seqs))
        there = {(kind, id, int(at)) for kind, id, at in listed}
        places = {(change["kind"], change["id"], line.seq) for line in lines for change in line.changes or ()}
        if places - there:
            fresh = sorted(places - there)
            db.execute(insert(touched), [{"kind": kind, "id": id, "seq": at} for kind, id, at in fresh])
        seq, count = lines[-1].seq, count + len(lines)
    db.execute(delete(touched).where(touched.c.seq > max(seq, 0)))
    return count


def _there(db: Connection) -> list[Shelf[Any]]:
    """The kinds of records whose tables this database has."""
    names = set(inspect(db).get_table_names())
    return [shelf for kind, shelf in sorted(KINDS.items()) if kind in names]


def _count(db: Connection, table: Any) -> int:
    return int(db.execute(select(func.count()).select_from(table)).scalar_one())


def database_of(db: Connection) -> str:
    """The id of a database, "" where it has none."""
    return str(db.execute(select(meta.c.value).where(meta.c.name == "database")).scalar() or "")
