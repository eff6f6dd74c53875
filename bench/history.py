"""Rows of the history: how fast readings are kept, in how many bytes, and how fast a window is read."""

from __future__ import annotations

import math
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from console.demo.recording import read_recording
from console.domain.readings import Quality, Reading, Role, Signal
from console.history.history import History
from console.history.inbox import Inbox
from console.history.ingest import Ingest
from console.history.signalbook import Signals
from console.history.writer import AT_ONCE, Limits, Writer

SIGNALS, SECONDS, TURNS = 1000, 120, 8  # two minutes at a time, as fresh in memory as what was just heard
LONGEST = 2000  # characters; a longer text is a picture
BEAT = 400  # readings of one heartbeat at 10 000 a second
SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
EXCERPTS = Path(__file__).resolve().parents[1] / "tests" / "data"
START = 1_700_000_000.0 - 1_700_000_000.0 % 86_400
NARROW = (
    "CREATE TABLE IF NOT EXISTS sample (signal INTEGER, at REAL, value, quality INTEGER, "
    "PRIMARY KEY (signal, at)) WITHOUT ROWID"
)
QUALITY = {quality: code for code, quality in enumerate(Quality)}


def tags(count: int) -> list[Signal]:
    """Process values of so many stations."""
    return [Signal(f"L{i % 20}/{i}", Role.TAG, "value", "mm", index=i) for i in range(count)]


def generated(signals: list[Signal], seconds: int, start: float = START, every: int = 1) -> Iterator[Reading]:
    """Each signal once in so many seconds, as a machine says it: two decimals, milliseconds, a little late."""
    chance = random.Random(1)
    for second in range(0, seconds, every):
        for i, signal in enumerate(signals):
            at = round(start + second + i * 0.0007 + chance.random() * 0.004, 3)
            value = round(20 + i % 50 + math.sin(second / 100 + i) + chance.gauss(0, 0.05), 2)
            yield Reading(signal, value, at, at + 0.002 + chance.random() * 0.01)


@contextmanager
def history(folder: Path) -> Iterator[History]:
    """A history that takes whatever comes."""
    made = History(folder, most_waiting=10**9, spare=0)
    made.start()
    made.flush()
    try:
        yield made
    finally:
        made.close(60)


def append() -> list[dict[str, Any]]:
    """Readings a second until all are on the disk and in chunks, against one row each in a narrow table."""
    ours = theirs = 0.0
    signals = tags(SIGNALS)
    with tempfile.TemporaryDirectory(prefix="gemba-bench-") as folder, history(Path(folder)) as kept:
        for turn in range(TURNS):
            readings = list(generated(signals, SECONDS, START + turn * SECONDS))
            beats = [readings[i : i + BEAT] for i in range(0, len(readings), BEAT)]
            began = time.perf_counter()
            for beat in beats:
                kept.append(beat)
            kept.flush(120)
            kept.flush(120)  # what follows from the first one, such as chunks of what is in memory, is ours too
            ours += time.perf_counter() - began
            began = time.perf_counter()
            narrow(Path(folder) / "narrow.db", readings)
            theirs += time.perf_counter() - began
        began = time.perf_counter()
        kept.seal(120)
        ours += time.perf_counter() - began
    mine, other = (TURNS * SECONDS * SIGNALS / took for took in (ours, theirs))
    whole = row("history: append rate, from messages' readings", mine, other, "readings/s", mine / other, "", True)
    return [*_append_columns(), whole]


def _append_columns() -> list[dict[str, Any]]:
    """The store alone, as its speed was first measured: columns in, on the disk and in chunks; rows in, in a table.

    What it costs to make columns of the Python objects that messages become is in the other row.
    """
    ours = theirs = 0.0
    signals = tags(SIGNALS)
    with tempfile.TemporaryDirectory(prefix="gemba-bench-") as folder:
        path = Path(folder)
        writer = Writer(path, Inbox(), Limits(365.0, 20 * 10**9, 0), None)
        writer.flush()
        ingest = Ingest(Signals(), None)
        for turn in range(TURNS):
            readings = list(generated(signals, SECONDS, START + turn * SECONDS))
            columns = [ingest.take(readings[i : i + AT_ONCE]) for i in range(0, len(readings), AT_ONCE)]
            rows = [(r.signal.index, r.source_time, r.value, 0) for r in readings]
            began = time.perf_counter()
            for samples in columns:
                writer.write(samples)
            ours += time.perf_counter() - began
            began = time.perf_counter()
            insert(path / "narrow.db", rows)
            theirs += time.perf_counter() - began
        began = time.perf_counter()
        writer.seal()
        ours += time.perf_counter() - began
    mine, other = (TURNS * SECONDS * SIGNALS / took for took in (ours, theirs))
    return [
        row("history: append rate of the store", mine, other, "samples/s", mine / other, ">= 20", mine >= 20 * other)
    ]


def narrow(path: Path, readings: list[Reading]) -> None:
    """The same readings as rows of one table, in transactions of 20 000."""
    numbers: dict[Signal, int] = {}
    insert(
        path,
        [
            (numbers.setdefault(r.signal, len(numbers)), r.source_time or r.heard_at, r.value, QUALITY[r.quality])
            for r in readings
        ],
    )


def insert(path: Path, rows: list[tuple[Any, ...]]) -> None:
    """Rows of one table, in transactions of 20 000."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")  # as durable as ours
    db.execute(NARROW)
    for at in range(0, len(rows), 20_000):
        with db:
            db.execute("BEGIN")
            db.executemany("INSERT OR REPLACE INTO sample VALUES (?,?,?,?)", rows[at : at + 20_000])
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


def bytes_a_sample() -> list[dict[str, Any]]:
    """Bytes a reading of the whole file, against a narrow table: generated, and what real machines said."""
    kinds: list[tuple[str, Callable[[], list[Reading]]]] = [
        ("generated", lambda: list(generated(tags(100), 10_000))),
        ("NIST", lambda: recorded("nist", "Mazak01-excerpt.txt")),
        ("ORBIS without its pictures", lambda: recorded("orbis", "orbis-nok-excerpt.jsonl")),
    ]
    found = []
    for name, readings in kinds:
        heard = sorted(readings(), key=lambda reading: reading.heard_at)
        with tempfile.TemporaryDirectory(prefix="gemba-bench-") as folder:
            path = Path(folder)
            with history(path) as kept:
                for at in range(0, len(heard), BEAT):
                    kept.append(heard[at : at + BEAT])
                kept.append([heard[-1]._replace(source_time=None, heard_at=heard[-1].heard_at + 2 * 86_400)])
                kept.seal(120, merge=True)  # two days later, when every day is over
            narrow(path / "narrow.db", heard)
            ours, theirs = (used(path / file) / len(heard) for file in ("history.db", "narrow.db"))
        about = f"history: bytes a sample, {name} ({len(heard)})"
        found.append(row(about, ours, theirs, "bytes", ours / theirs, "<= 0.2", ours <= theirs / 5))
    return found


def used(path: Path) -> int:
    """Bytes of a database that are in use."""
    db = sqlite3.connect(path)
    pages, free, size = (
        db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
    )
    db.close()
    return (pages - free) * size


def recorded(kind: str, excerpt: str) -> list[Reading]:
    """Every value of the recordings of one kind; each item or leaf of a document is a signal."""
    files = sorted((SHARED / kind).glob("*.gz")) or [EXCERPTS / excerpt]
    signals: dict[tuple[str, str], Signal] = {}
    found: list[Reading] = []
    for file in files:
        for message in read_recording(file).events:
            for name, value in leaves(message.payload):
                if isinstance(value, str) and len(value) > LONGEST:
                    continue
                key = (message.topic, name)
                if key not in signals:
                    signals[key] = Signal(message.topic, Role.TAG, name or "value", index=len(signals))
                found.append(Reading(signals[key], value, None, message.at))
    return found


def leaves(payload: bytes) -> Iterator[tuple[str, Any]]:
    """Path and value of everything a payload says."""
    import msgspec

    text = payload.decode(errors="replace")
    try:
        yield from _leaves("", msgspec.json.decode(text))
    except msgspec.DecodeError:
        yield "", text


def _leaves(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _leaves(f"{path}.{name}", inner)
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _leaves(f"{path}[{i}]", inner)
    else:
        yield path, value


def opened() -> list[dict[str, Any]]:
    """Milliseconds from the disk to eight lines drawn, of a day and of 30 days, against the same bytes and lines bare.

    The day is one at a reading a second; on the others there is one every ten seconds: an hour is a row all the same.
    """
    found = []
    eight = tags(8)
    with tempfile.TemporaryDirectory(prefix="gemba-bench-") as folder:
        path = Path(folder)
        with history(path) as kept:
            for day in range(30):
                readings = list(generated(eight, 86_400, START + day * 86_400, 10 if day else 1))
                for at in range(0, len(readings), 20_000):
                    kept.append(readings[at : at + 20_000])
                kept.flush(120)
            kept.seal(300, merge=True)
            for name, days in (("24 h", 1), ("30 d", 30)):
                start, end = START, START + days * 86_400
                draw = _draws()

                def opens(a: float = start, b: float = end, draw: Callable[[list[Any]], None] = draw) -> None:
                    draw([kept.window(signal, a, b, 1000).drawn() for signal in eight])

                lines = [kept.window(signal, start, end, 1000).drawn() for signal in eight]

                def bares(a: float = start, b: float = end, lines: Any = lines, draw: Any = draw) -> None:
                    _bare(path / "history.db", a, b)
                    draw(lines)

                ours, bare = _best(opens), _best(bares)
                about = f"history: open and draw 8 tags x {name}"
                found.append(row(about, ours * 1000, bare * 1000, "ms", ours / bare, "<= 2", ours <= 2 * bare))
    return found


def _draws() -> Callable[[list[Any]], None]:
    """Draws eight lines bare: a plot as it comes, pens of one pixel, once."""
    import pyqtgraph

    from widgets.face import application

    application()
    plot = pyqtgraph.PlotWidget()
    plot.resize(1400, 800)
    curves = [plot.plot(connect="finite") for _ in range(8)]

    def draw(lines: list[Any]) -> None:
        for curve, (times, values) in zip(curves, lines, strict=True):
            curve.setData(times, values)
        plot.grab()

    return draw


def _bare(path: Path, start: float, end: float) -> int:
    """Read from the file what the windows need, unpack it, and nothing else."""
    import zstandard

    db = sqlite3.connect(path)
    what = "rolls" if end - start < 10 * 86_400 else "count, low, high, total, first, last"
    rows = db.execute(
        f"SELECT {what} FROM chunk WHERE start >= ? AND start < ? ORDER BY signal, start", (start * 1e6, end * 1e6)
    ).fetchall()
    db.close()
    if what == "rolls":
        unpacker = zstandard.ZstdDecompressor()
        return sum(len(unpacker.decompress(rolls)) for (rolls,) in rows)
    return len(rows)


def _best(work: Callable[[], Any], times: int = 7) -> float:
    found = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        found.append(time.perf_counter() - began)
    return min(found)


def row(name: str, ours: float, reference: float, unit: str, ratio: float, ask: str, ok: bool) -> dict[str, Any]:
    """One line of the table."""
    numbers = {"ours": round(ours, 3), "reference": round(reference, 3), "ratio": round(ratio, 3)}
    return {"name": name, "unit": unit, "ask": ask, "ok": bool(ok), **numbers}


ROWS = {"history-append": append, "history-bytes": bytes_a_sample, "history-open": opened}
