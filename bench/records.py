"""Rows of the records: from a command to the screen, against one bare SQLite commit of the same bytes."""

from __future__ import annotations

import json
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel

from console.app.bus import Bus
from console.app.mailbox import Mailbox
from console.app.office import RecordOffice
from console.domain.commands.people import AddOperation, AddPerson, BeginPlant, SetSkill
from widgets.face import application
from widgets.heartbeat import Heartbeat

TURNS = 400
WARM = 50
AT_ONCE = 64
BOSS, WELD = "boss", "weld"


class Shown(QLabel):
    """What a screen says of a command; `painted` is called when it has been drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: Callable[[], None] = lambda: None
        self.resize(300, 30)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw, then tell."""
        super().paintEvent(event)
        self.painted()


class Bench:
    """An office with a beating heart, and a bare database on the same disk that keeps the same bytes."""

    def __init__(self, folder: Path) -> None:
        self.app = application()
        self.mailbox = Mailbox()
        self.heart = Heartbeat(self.mailbox.run_errands, errands=self.mailbox.run_errands)
        self.mailbox.wake = self.heart.wake
        self.office = RecordOffice(folder, "bench", self.mailbox, Bus(), time.time)
        self.office.who = lambda: BOSS
        self.label = Shown()
        self.heart.start()
        self.loop = QEventLoop()
        self.took = 0.0
        self.turn = 0
        self.office.do(BeginPlant(BOSS, "Boss", "1", PIN))
        self.office.do(AddOperation(WELD, "Spot welding"))
        self.office.do(AddPerson("p", "Anna"))
        self.told()
        self.bare = bare_database(folder / "bare.db")
        self.bytes = same_bytes(folder / "records.db")

    def told(self) -> float:
        """Seconds from the command to its outcome on the main thread."""
        return self._give(lambda end: lambda _: end())

    def shown(self) -> float:
        """Seconds from the command until the screen has drawn that it is durable."""

        def then(end: Callable[[], None]) -> Callable[[object], None]:
            self.label.painted = end
            return lambda _: self.label.setText(f"Saved {self.turn}")

        return self._give(then)

    def _give(self, then: Callable[[Callable[[], None]], Callable[[Any], None]]) -> float:
        """The command is given from the event loop, as by a click, and the loop goes on until its end."""
        self.turn += 1
        began = [0.0]

        def end() -> None:
            self.took = time.perf_counter() - began[0]
            self.label.painted = lambda: None
            self.loop.quit()

        def give() -> None:
            began[0] = time.perf_counter()
            self.office.do(SetSkill("p", WELD, self.turn % 5, note=f"turn {self.turn}"), then(end), print)

        QTimer.singleShot(0, give)
        self.loop.exec()
        return self.took

    def commit(self) -> float:
        """Seconds of one bare commit."""
        self.turn += 1
        began = time.perf_counter()
        self.bare.execute("INSERT INTO bare VALUES (?, ?)", (self.turn, self.bytes))
        return time.perf_counter() - began

    def painting(self) -> float:
        """Seconds to draw the label once, bare."""
        self.turn += 1
        began = time.perf_counter()
        self.label.setText(f"Saved {self.turn}")
        self.label.repaint()
        return time.perf_counter() - began

    def many(self) -> float:
        """Seconds a command where 64 were given at once."""
        waiting = AT_ONCE
        self.turn += 1

        def done(_: object) -> None:
            nonlocal waiting
            waiting -= 1
            if not waiting:
                self.loop.quit()

        began = time.perf_counter()
        for number in range(AT_ONCE):
            self.office.do(SetSkill("p", WELD, self.turn % 5, note=f"turn {self.turn}, {number}"), done, print)
        self.loop.exec()
        return (time.perf_counter() - began) / AT_ONCE


PIN = "$argon2id$v=19$m=19456,t=2,p=1$YmVuY2hiZW5jaGJlbmNo$YmVuY2hiZW5jaGJlbmNoYmVuY2hiZW5jaGJlbmNo"


def bare_database(path: Path) -> sqlite3.Connection:
    """SQLite as the records use it, without anything of ours."""
    bare = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "wal_autocheckpoint=2000"):
        bare.execute(f"PRAGMA {pragma}")
    bare.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, words TEXT)")
    return bare


def same_bytes(records: Path) -> str:
    """What one command writes: its row, its line of the trail, the places in touched and outbox."""
    file = sqlite3.connect(records)
    tables = ("skill", "trail", "touched", "outbox")
    rows = [file.execute(f"SELECT * FROM {table} ORDER BY rowid DESC LIMIT 1").fetchone() for table in tables]
    file.close()
    return json.dumps(rows)


@contextmanager
def bench() -> Iterator[Bench]:
    """The office, on the disk that this folder is on: a folder in memory would flatter."""
    with tempfile.TemporaryDirectory(prefix=".gemba-bench-", dir=Path(__file__).parent) as folder:
        made = Bench(Path(folder))
        try:
            yield made
        finally:
            made.heart.stop()
            made.mailbox.wake = lambda: None
            made.office.close()
            made.bare.close()


def command() -> list[dict[str, Any]]:
    """One command after the other, in turn with bare commits, so that both meet the same disk."""
    with bench() as made:
        for _ in range(WARM):
            made.shown(), made.commit()
        taken: dict[str, list[float]] = {"told": [], "bare": [], "shown": [], "painting": [], "many": []}
        for turn in range(TURNS):
            taken["told"].append(made.told())
            taken["bare"].append(made.commit())
            taken["shown"].append(made.shown())
            taken["bare"].append(made.commit())
            taken["painting"].append(made.painting())
            if turn % 20 == 0:
                taken["many"].append(made.many())
        ms = {name: statistics.median(found) * 1000 for name, found in taken.items()}
    return [
        _row("command, durable, told to the screen", ms["told"], ms["bare"], "<= 3", 3),
        _row("command, durable, shown (drawn)", ms["shown"], ms["bare"] + ms["painting"], "<= 3", 3),
        _row(f"a command of {AT_ONCE} given at once", ms["many"], ms["bare"], "<= 1", 1),
    ]


def _row(name: str, ours: float, reference: float, ask: str, most: float) -> dict[str, Any]:
    ratio = ours / reference
    numbers = {"ours": round(ours, 3), "reference": round(reference, 3), "ratio": round(ratio, 3)}
    return {"name": name, "unit": "ms", "ask": ask, "ok": ratio <= most, **numbers}


ROWS = {"command": command}
