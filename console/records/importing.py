"""An export as a database again: every cell read, every line and row held against the trail, or refused by its line."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import sqlite3
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import Table

from console.domain.attachments import is_hash
from console.domain.backups import ExportRefused, Parcel
from console.domain.tampering import ROWS, Tampering, What, tampering_id
from console.domain.trail import BEGINNING, chained
from console.records.anchor import Anchor
from console.records.backup import database_of
from console.records.bundle import MANIFEST, Root, hash_in, manifest_in, opened
from console.records.cells import Raw, heard, names
from console.records.copies import attachments_in
from console.records.export import FORMAT, VERSION, tables_told
from console.records.faults import NotSaved, refusal_of
from console.records.files import Files
from console.records.local import open_sqlite
from console.records.migrations import OURS
from console.records.plainfiles import GoOn, carry_on
from console.records.rawlines import heard as heard_line
from console.records.rawlines import told_hash
from console.records.restoring import discard_staged, make_single, staged_beside
from console.records.schema import trail
from console.records.shelves import KINDS
from console.records.upgrade import prepare_local
from console.records.veil import Unveil, swap_line, swap_row
from console.records.verify import Verifier, mend_index

WIDEST = 256 << 20  # characters of one cell
LARGEST = 64 << 20  # bytes of one picture or file
EVERY = 500
Blank = Callable[[str], str]  # name of a secret field -> something of its form that proves nobody
_BROKEN = (csv.Error, UnicodeDecodeError, zipfile.BadZipFile, EOFError)


def look_into(source: Path) -> Parcel:
    """What an export says it holds; ExportRefused where it is none."""
    with opened(source) as root:
        told = _checked(manifest_in(root))
        people = [row for _, row in _rows(root, _table_named("person"))]
    found = []
    for row in people:
        roles = {grant.get("role") for grant in json.loads(str(row["grants"]))}
        if row["active"] and "administrator" in roles:
            found.append((str(row["id"]), str(row["name"])))
    rows = sum(told["tables"][table.name]["rows"] for table in tables_told() if table.name in KINDS)
    made = datetime.fromisoformat(told["made"])
    told_of = (made, told["program"], told["database"], told["lines"], rows, len(told["attachments"]))
    return Parcel(*told_of, told["proofs"], tuple(found))


def stage_import(
    source: Path, path: Path, at: datetime, blank: Blank, go_on: GoOn = carry_on, files: Path | None = None
) -> tuple[Path, Parcel]:
    """Make a database of an export beside the records in `path`; where it lies, and what it holds.

    ExportRefused names file and line of what is not as it was written; DiskFull or NotSaved where the disk refuses.
    """
    staged = staged_beside(path)
    discard_staged(staged)
    try:
        parcel = look_into(source)
        with opened(source) as root:
            told = _checked(manifest_in(root))
            prepare_local(staged, path.parent / "backups")
            _fill(root, staged, told, Unveil(blank), lambda share: go_on(share * 0.5))
            _verify(root, staged, at, lambda share: go_on(0.5 + share * 0.3))
            _compare(root, told)
            _attach(root, staged, told, Files(files or path.parent / "attachments"), go_on)
        make_single(staged)
    except (OSError, sqlite3.Error) as error:
        discard_staged(staged)
        raise refusal_of(error, staged) or NotSaved(str(error), path=str(staged)) from error
    except BaseException:
        discard_staged(staged)
        raise
    go_on(1.0)
    return staged, parcel


# The manifest


def _checked(told: dict[str, Any]) -> dict[str, Any]:
    """The manifest, if it is one of ours and of this program's tables."""
    if told.get("format") != FORMAT:
        raise ExportRefused(file=MANIFEST, line=0, why="foreign")
    try:
        if int(told["version"]) > VERSION or int(told["schema"]) != OURS:
            raise ExportRefused(f"schema {told['schema']}, this one knows {OURS}", file=MANIFEST, line=0, why="newer")
        datetime.fromisoformat(told["made"])
        kinds: dict[str, type] = {"proofs": bool, "lines": int, "last": str, "program": str, "database": str}
        kinds |= {"tables": dict, "attachments": dict, "absent": list, "files": dict}
        if any(not isinstance(told[name], kind) for name, kind in kinds.items()):
            raise ValueError
        for table in tables_told():
            if not isinstance(told["tables"][table.name]["rows"], int):
                raise ValueError
        for sha256, content in told["attachments"].items():
            if not is_hash(sha256) or not _fits(sha256, content["file"]):
                raise ValueError
    except (KeyError, TypeError, ValueError) as error:
        raise ExportRefused(str(error), file=MANIFEST, line=0, why="cell") from error
    return told


def _fits(sha256: str, name: str) -> bool:
    """No name in an export becomes a path but `attachments/`, the hash, and an ending."""
    ending = name.removeprefix(f"attachments/{sha256}")
    plain = ending.startswith(".") and ending[1:].isascii() and ending[1:].isalnum()
    return name.startswith(f"attachments/{sha256}") and (not ending or plain)


# Rows


def _rows(root: Root, table: Table) -> Iterator[tuple[int, dict[str, Raw]]]:
    """Each row with the number of the line on which it ends."""
    file = f"{table.name}.csv"
    inside = root / file
    if not inside.is_file():
        raise ExportRefused(file=file, line=0, why="missing")
    before = csv.field_size_limit(WIDEST)
    with inside.open("rb") as raw:
        reader = csv.reader(_decoded(raw), strict=True)
        try:
            if next(reader, None) != names(table):
                raise ExportRefused(file=file, line=1, why="cell")
            for row in reader:
                yield reader.line_num, _row(table, row, reader.line_num)
        except _BROKEN as error:
            raise ExportRefused(str(error), file=file, line=reader.line_num + 1, why="cell") from error
        finally:
            csv.field_size_limit(before)


def _decoded(raw: BinaryIO) -> Iterator[str]:
    """Line by line, so that the one that is no text can be named."""
    buffered = io.BufferedReader(raw)  # type: ignore[type-var]
    coding = "utf-8-sig"
    while line := buffered.readline(WIDEST):
        yield line.decode(coding)
        coding = "utf-8"


def _row(table: Table, row: list[str], line: int) -> dict[str, Raw]:
    file = f"{table.name}.csv"
    if len(row) != len(table.c):
        raise ExportRefused(f"{len(row)} cells", file=file, line=line, why="cell")
    found: dict[str, Raw] = {}
    for column, cell in zip(table.c, row, strict=True):
        try:
            found[column.name] = heard(column, cell)
        except ValueError as error:
            raise ExportRefused(f"{column.name}: {error}", file=file, line=line, why="cell") from error
    return found


def _fill(root: Root, staged: Path, told: Mapping[str, Any], unveil: Unveil, go_on: GoOn) -> None:
    total, done = sum(told["tables"][table.name]["rows"] for table in tables_told()), 0
    with closing(sqlite3.connect(staged, isolation_level=None)) as db:
        db.execute("PRAGMA synchronous=OFF")  # settled as a whole before it gets its name
        db.execute("BEGIN IMMEDIATE")
        for table in tables_told():
            db.execute(f'DELETE FROM "{table.name}"')
            rows = _rows(root, table)
            if not told["proofs"]:
                rows = _unveiled(table, rows, unveil)
            line = count = 0
            for line, row in rows:
                _insert(db, table, row, line)
                count += 1
                if count % EVERY == 0:
                    go_on((done + count) / max(1, total))
            done += count
            if count != told["tables"][table.name]["rows"]:
                raise ExportRefused(f"{count} rows", file=f"{table.name}.csv", line=line, why="missing")
        db.execute("COMMIT")


def _insert(db: sqlite3.Connection, table: Table, row: Mapping[str, Raw], line: int) -> None:
    marks = ", ".join("?" * len(row))
    try:
        db.execute(f'INSERT INTO "{table.name}" VALUES ({marks})', tuple(row.values()))
    except (sqlite3.IntegrityError, OverflowError) as error:
        raise ExportRefused(str(error), file=f"{table.name}.csv", line=line, why="row") from error


def _unveiled(
    table: Table, rows: Iterator[tuple[int, dict[str, Raw]]], unveil: Unveil
) -> Iterator[tuple[int, dict[str, Raw]]]:
    """Rows with something that proves nobody where secrets were left out. The trail is chained anew from there on."""
    if table is trail:
        yield from _chained_anew(rows, unveil)
        return
    for line, row in rows:
        yield line, swap_row(table.name, row, unveil) if table.name in KINDS else row


def _chained_anew(rows: Iterator[tuple[int, dict[str, Raw]]], unveil: Unveil) -> Iterator[tuple[int, dict[str, Raw]]]:
    """Each line must fit the one before, and carry its own hash unless something was left out of it."""
    seq, before, mine = 0, BEGINNING, BEGINNING
    for number, row in rows:
        try:
            fresh, veiled = swap_line(row, unveil)
            fits = row["seq"] == seq + 1 and row["previous"] == before and (veiled or told_hash(row) == row["hash"])
            line = heard_line(fresh)
        except (ValueError, KeyError, TypeError, AttributeError):
            fits, line = False, None
        if not fits or line is None:
            raise ExportRefused(file="trail.csv", line=number, why="chain")
        line = chained(line, seq + 1, mine)
        seq, before, mine = line.seq, str(row["hash"]), line.hash
        yield number, {**fresh, "previous": line.previous, "hash": line.hash}


# Holding it against itself


def _verify(root: Root, staged: Path, at: datetime, go_on: GoOn) -> None:
    """Every line and every row; what was altered before the export is let through where the records know of it."""

    def further(share: float) -> bool:
        go_on(share)
        return True

    engine = open_sqlite(staged)
    try:
        with engine.execution_options(writes=True).begin() as db:
            orphan = db.exec_driver_sql("SELECT id FROM outbox WHERE id NOT IN (SELECT id FROM trail)").scalar()
            if orphan is not None:
                raise _at_row(root, "outbox", str(orphan), "row")
            mend_index(db)
        with engine.begin() as view:
            known = set(view.exec_driver_sql("SELECT id FROM tampering").scalars())
            ours = str(view.exec_driver_sql("SELECT value FROM meta WHERE name = 'database'").scalar() or "")

            @contextmanager
            def same() -> Iterator[Any]:
                yield view

            report = Verifier(same, Anchor(), at, further).whole()
        for finding in report.findings:
            if tampering_id(ours, finding) not in known:
                raise _refused(root, finding)
    finally:
        engine.dispose()


def _refused(root: Root, finding: Tampering) -> ExportRefused:
    if finding.what is What.DELETED:
        return ExportRefused(finding.row, file=f"{finding.table}.csv", line=0, why="missing")
    if finding.what in ROWS or finding.what is What.OVERWRITTEN:
        return _at_row(root, finding.table, finding.row, "row")
    return _at_row(root, "trail", finding.seq, "chain")


def _at_row(root: Root, name: str, key: Raw, why: str) -> ExportRefused:
    """The refusal that names the line of the file on which this row stands."""
    wanted = "seq" if name == "trail" else "id"
    for line, row in _rows(root, _table_named(name)):
        if row[wanted] == key:
            return ExportRefused(str(key), file=f"{name}.csv", line=line, why=why)
    return ExportRefused(str(key), file=f"{name}.csv", line=0, why=why)


def _table_named(name: str) -> Table:
    return next(table for table in tables_told() if table.name == name)


def _compare(root: Root, told: Mapping[str, Any]) -> None:
    """Every file is the one that was written, and the trail ends where it ended."""
    for table in tables_told():
        file = f"{table.name}.csv"
        if hash_in(root, file) != told["tables"][table.name]["sha256"]:
            raise ExportRefused(file=file, line=0, why="changed")
    end, last = 1, BEGINNING
    for end, row in _rows(root, trail):  # noqa: B007
        last = str(row["hash"])
    if last != told["last"]:
        raise ExportRefused(file="trail.csv", line=end, why="missing")


def _attach(root: Root, staged: Path, told: Mapping[str, Any], files: Files, go_on: GoOn) -> None:
    """Pictures and files to where the console keeps them; each must be what its hash says."""
    with closing(sqlite3.connect(staged)) as db:
        wanted = attachments_in(db)
        if database_of(db) != told["database"]:
            raise ExportRefused(file="meta.csv", line=0, why="row")
    here = told["attachments"]
    for done, sha256 in enumerate(sorted(wanted)):
        go_on(0.8 + 0.2 * done / len(wanted))
        if sha256 in here:
            _bring(root, sha256, here[sha256]["file"], files)
        elif sha256 not in told["absent"]:
            raise ExportRefused(sha256, file=MANIFEST, line=0, why="missing")


def _bring(root: Root, sha256: str, name: str, files: Files) -> None:
    inside = root / name
    if not inside.is_file():
        raise ExportRefused(file=name, line=0, why="missing")
    try:
        with inside.open("rb") as file:
            data = file.read(LARGEST + 1)
    except _BROKEN as error:
        raise ExportRefused(str(error), file=name, line=0, why="changed") from error
    if len(data) > LARGEST:
        raise ExportRefused(file=name, line=0, why="changed")
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ExportRefused(file=name, line=0, why="changed")
    files.put(data)
