"""What an installed program can find out about its own records: a command becomes a row, an old database a new one."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from console.app.bus import Bus
from console.app.mailbox import Mailbox
from console.app.office import RecordOffice
from console.app.pins import hashed
from console.domain.commands import CONSOLE
from console.domain.commands.people import BeginPlant
from console.domain.errors import Refusal
from console.domain.people import Person

PATIENCE = 30.0


class NotSo(Exception):
    """One examination failed; the text says what was seen."""


def command_to_row(folder: Path) -> str:
    """A command becomes a row and a line of the trail, through the worker, and is read again."""
    mailbox = Mailbox()
    office = RecordOffice(folder, "self-test", mailbox, Bus(), time.time)
    told: list[object] = []
    read: list[object] = []
    try:
        office.do(BeginPlant("self", "Self-test", "1", hashed("2580")), told.append, told.append, CONSOLE)
        _wait(mailbox, told)
        office.ask(lambda desk: desk.need(Person, "self").name, read.append, read.append)
        _wait(mailbox, read)
    finally:
        office.close()
    if isinstance(told[0], Refusal) or read != ["Self-test"]:
        raise NotSo(f"{told[0]}; read {read[0]}")
    return "given, kept and read"


def migration(folder: Path) -> str:
    """A database of the first schema, with a row in it, is brought to this program's and keeps the row."""
    from console.records.firstschema import NAME, make_first
    from console.records.migrations import OURS
    from console.records.upgrade import prepare_local, schema_of

    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "old.db"
    make_first(path)
    made = prepare_local(path, folder / "backups")
    with closing(sqlite3.connect(path)) as db:
        found = db.execute("SELECT name FROM operation").fetchall()
    if schema_of(path) != OURS or found != [(NAME,)]:
        raise NotSo(f"schema {schema_of(path)}, rows {found}")
    return f"schema {made.before} to {made.now}, its row kept"


def _wait(mailbox: Mailbox, box: list[object]) -> None:
    end = time.monotonic() + PATIENCE
    while not box:
        if time.monotonic() > end:
            raise NotSo("no answer came from the records")
        mailbox.run_errands()
        time.sleep(0.002)
