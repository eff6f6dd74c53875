"""All records as open files: a CSV file for each table, the trail, pictures and files, and what proves them whole."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import Table

from console.domain.attachments import ENDINGS, ContentChanged, ContentComing
from console.domain.backups import Parcel
from console.domain.trail import moment
from console.records.backup import database_of
from console.records.bundle import MANIFEST, Bundle
from console.records.cells import Raw, cells, names
from console.records.copies import attachments_in, head_of
from console.records.exportnotes import notes
from console.records.faults import Damaged, refusal_of
from console.records.files import Files
from console.records.migrations import OURS
from console.records.nouns import METADATA
from console.records.plainfiles import GoOn, carry_on, reading_live
from console.records.schema import trail
from console.records.shelves import KINDS
from console.records.veil import Veil, swap_line, swap_row

FORMAT, VERSION = "gemba-console-export", 1
NOT_TOLD = frozenset({"touched", "presence", "blob"})  # made again from the trail; of the moment; lies in the files
EVERY = 500  # rows between two looks at whether to go on
ATTACHED = 0.3  # share of the work that pictures and files are


def tables_told() -> list[Table]:
    """The tables of an export, the trail last."""
    told = [table for name, table in sorted(METADATA.tables.items()) if name not in NOT_TOLD]
    return sorted(told, key=lambda table: table is trail)


def export_records(
    source: Path,
    target: Path,
    at: datetime,
    program: str,
    proofs: bool = False,
    go_on: GoOn = carry_on,
    files: Path | None = None,
) -> Parcel:
    """Write the records in `source`, as of this moment, into a new folder or a .zip archive.

    Without `proofs`, what proves people is left out. Raises Damaged, DiskFull, NotSaved or Cancelled; nothing has the
    name of `target` then.
    """
    try:
        with reading_live(source) as db, _bundle(target) as bundle:
            return _write(db, bundle, at, program, proofs, go_on, Files(files or source.parent / "attachments"))
    except sqlite3.Error as error:
        raise refusal_of(error, source) or Damaged(str(error), path=str(source)) from error
    except OSError as error:
        raise refusal_of(error, target) or error from error


@contextmanager
def _bundle(target: Path) -> Iterator[Bundle]:
    bundle = Bundle(target)
    try:
        yield bundle
        bundle.finish()
    finally:
        bundle.discard()


def _write(
    db: sqlite3.Connection, bundle: Bundle, at: datetime, program: str, proofs: bool, go_on: GoOn, files: Files
) -> Parcel:
    lines, last = head_of(db)
    veil = None if proofs else Veil()
    tables = tables_told()
    total = sum(_count(db, table) for table in tables)
    told: dict[str, Any] = {"format": FORMAT, "version": VERSION, "program": program, "schema": OURS}
    told |= {"made": moment(at), "database": database_of(db), "proofs": proofs, "lines": lines, "last": last}
    counts: dict[str, int] = {}
    for table in tables:
        with bundle.file(f"{table.name}.csv") as file:
            done = sum(counts.values())
            counts[table.name] = _table(db, table, file, veil, _from(go_on, done, total))
    attachments, absent = _attachments(db, bundle, files, go_on)
    for name, text in notes(proofs).items():
        with bundle.file(name) as file:
            file.write(text.encode("utf-8-sig"))
    told["tables"] = {name: {"rows": rows, "sha256": bundle.hashes[f"{name}.csv"]} for name, rows in counts.items()}
    told |= {"attachments": attachments, "absent": absent}
    told["files"] = bundle.hashes
    with bundle.file(MANIFEST) as file:
        file.write(json.dumps(told, indent=1, ensure_ascii=False).encode())
    rows = sum(count for name, count in counts.items() if name in KINDS)
    return Parcel(at, program, told["database"], lines, rows, len(attachments), proofs)


def _from(go_on: GoOn, done: int, total: int) -> GoOn:
    return lambda rows: go_on((1 - ATTACHED) * (done + rows) / max(1, total))


def _table(db: sqlite3.Connection, table: Table, file: BinaryIO, veil: Veil | None, go_on: GoOn) -> int:
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=False)
    writer = csv.writer(text)
    writer.writerow(names(table))
    count = 0
    for row in _rows(db, table):
        writer.writerow(cells(table, _hidden(table, row, veil) if veil else row))
        count += 1
        if count % EVERY == 0:
            go_on(count)
    text.flush()
    text.detach()
    return count


def _rows(db: sqlite3.Connection, table: Table) -> Iterator[tuple[Raw, ...]]:
    columns = ", ".join(f'"{name}"' for name in names(table))
    order = ", ".join(f'"{column.name}"' for column in table.primary_key.columns)
    yield from db.execute(f'SELECT {columns} FROM "{table.name}" ORDER BY {order}')


def _hidden(table: Table, row: tuple[Raw, ...], veil: Veil) -> list[Any]:
    named = dict(zip(names(table), row, strict=True))
    if table is not trail:
        return list(swap_row(table.name, named, veil).values()) if table.name in KINDS else list(row)
    try:
        return list(swap_line(named, veil)[0].values())
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Damaged(f"line {named['seq']!r} of the trail cannot be read: {error}") from error


def _attachments(
    db: sqlite3.Connection, bundle: Bundle, files: Files, go_on: GoOn
) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """Content into the bundle: name and size by hash, and what is not here."""
    wanted = attachments_in(db)
    told: dict[str, dict[str, Any]] = {}
    absent: list[str] = []
    for done, (sha256, kind) in enumerate(sorted(wanted.items())):
        go_on(1 - ATTACHED + ATTACHED * done / len(wanted))
        try:
            data = files.get(sha256)
        except (ContentComing, ContentChanged):
            absent.append(sha256)
            continue
        name = f"attachments/{sha256}{ENDINGS.get(kind, '')}"
        with bundle.file(name) as file:
            file.write(data)
        told[sha256] = {"file": name, "size": len(data)}
    return told, absent


def _count(db: sqlite3.Connection, table: Table) -> int:
    return int(db.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()[0])
