"""Rows of sharing: 10 000 commands that waited reach PostgreSQL on loopback while the screen stays responsive."""

from __future__ import annotations

import gc
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from console.app.bus import Bus
from console.app.mailbox import Mailbox
from console.app.office import RecordOffice
from console.app.sharing import SharingDesk
from console.domain.commands import CONSOLE, Command
from console.domain.commands.people import AddOperation, AddPerson, SetSkill
from console.domain.sharing import Address, Link, SharingChanged
from tests.databases import PASSWORD, USER, PostgreSQL
from widgets.face import application
from widgets.heartbeat import Heartbeat

COMMANDS = 10_000
PEOPLE, OPERATIONS = 200, 20
AT_ONCE = 200  # rows in a transaction of the bare reference, as ours
MOST = 30.0  # seconds
TABLES = ("skill", "trail", "touched")


def command(number: int) -> Command:
    """People and operations first, then the skills matrix cell by cell, again and again."""
    if number < PEOPLE:
        return AddPerson(f"p{number}", f"Person {number}", str(number))
    if number < PEOPLE + OPERATIONS:
        return AddOperation(f"o{number - PEOPLE}", f"Operation {number}")
    cell = f"p{number % PEOPLE}", f"o{number // PEOPLE % OPERATIONS}"
    return SetSkill(*cell, number % 5, note=f"turn {number}")


class Console:
    """An office with a beating heart."""

    def __init__(self, folder: Path) -> None:
        application()
        self.path = folder / "records.db"
        mailbox, bus = Mailbox(), Bus()
        self.heart = Heartbeat(mailbox.run_errands, errands=mailbox.run_errands)
        mailbox.wake = self.heart.wake
        self.office = RecordOffice(folder, "bench", mailbox, bus, time.time)
        self.sharing = SharingDesk(self.office, mailbox, bus)
        self.loop = QEventLoop()
        self.window = QWidget()  # while nobody can see a window, the heart beats less often
        self.window.show()
        bus.on(SharingChanged, self._changed)
        gc.collect()
        gc.freeze()  # as the program does at its start
        gc.set_threshold(10_000, 20, 20)
        self.heart.start()

    def give(self, count: int) -> None:
        """Give so many commands and wait until all are durable."""
        left = count

        def done(_: object) -> None:
            nonlocal left
            left -= 1
            if not left:
                self.loop.quit()

        for number in range(count):
            self.office.do(command(number), done, print, who=CONSOLE)
        self.loop.exec()

    def rest(self, seconds: float) -> float:
        """Do nothing; how late the heart was, p99 in seconds."""
        self.heart.forget()
        QTimer.singleShot(round(seconds * 1000), self.loop.quit)
        self.loop.exec()
        return self.heart.lateness().p99

    def share(self, address: Address) -> tuple[float, float]:
        """Seconds until nothing waits any more, and how late the heart was meanwhile, p99 in seconds."""
        self.heart.forget()
        began = time.perf_counter()
        self.sharing.join(address)
        self.loop.exec()
        return time.perf_counter() - began, self.heart.lateness().p99

    def _changed(self, event: SharingChanged) -> None:
        if event.sharing.link is Link.SHARED and not event.sharing.waiting:
            self.loop.quit()


@contextmanager
def console() -> Iterator[Console]:
    """The console, on the disk that this folder is on."""
    with tempfile.TemporaryDirectory(prefix=".gemba-bench-", dir=Path(__file__).parent) as folder:
        made = Console(Path(folder))
        try:
            yield made
        finally:
            made.heart.stop()
            made.sharing.close()
            made.office.close()


def bare(address: Address, path: Path) -> float:
    """Seconds to write the same rows with psycopg alone, as many in a transaction, into tables without indexes."""
    rows: dict[str, list[tuple[Any, ...]]] = {}
    with closing(sqlite3.connect(path)) as file:
        for table in TABLES:
            rows[table] = file.execute(f"SELECT * FROM {table}").fetchall()
    where = {"host": address.host, "port": address.port, "dbname": address.database}
    with psycopg.connect(user=USER, password=PASSWORD, **where) as db:  # type: ignore[arg-type]
        for table, found in rows.items():
            columns = ", ".join(f"c{number} TEXT" for number in range(len(found[0])))
            db.execute(f"CREATE TABLE {table} ({columns})".encode())
        db.commit()
        began = time.perf_counter()
        for table, found in rows.items():
            marks = ", ".join(["%s"] * len(found[0]))
            texts = [tuple(None if value is None else str(value) for value in row) for row in found]
            for start in range(0, len(texts), AT_ONCE):
                with db.cursor() as cursor:
                    cursor.executemany(f"INSERT INTO {table} VALUES ({marks})".encode(), texts[start : start + AT_ONCE])
                db.commit()
        return time.perf_counter() - began


def share() -> list[dict[str, Any]]:
    """From joining to the last of 10 000 commands on the shared database."""
    server = PostgreSQL()
    server.start()
    try:
        with console() as made:
            made.give(COMMANDS)
            quiet = made.rest(5.0)
            ours, busy = made.share(server.fresh())
            reference = bare(server.fresh(), made.path)
    finally:
        server.remove()
    late = "main thread late while they are shared, p99"
    return [
        _row(f"{COMMANDS} waiting commands shared", ours, reference, "s", f"<= {MOST:.0f} s", ours <= MOST),
        _row(late, busy * 1000, quiet * 1000, "ms", "<= +20 ms", busy - quiet <= 0.020),
    ]


def _row(name: str, ours: float, reference: float, unit: str, ask: str, ok: bool) -> dict[str, Any]:
    ratio = ours / reference if reference else float("inf")
    numbers = {"ours": round(ours, 3), "reference": round(reference, 3), "ratio": round(ratio, 3)}
    return {"name": name, "unit": unit, "ask": ask, "ok": bool(ok), **numbers}


ROWS = {"share-10k": share}
