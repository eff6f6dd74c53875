"""Checking: whether every chunk is what was written; what is not is set aside and named."""

from __future__ import annotations

from collections.abc import Callable

from console.history.chunks import Damaged
from console.history.facts import Checked, Fault
from console.history.merging import read
from console.history.reader import Reader
from console.history.rollups import unpack

AT_ONCE = 200  # chunks looked at in one transaction, so that the writer's file does not grow meanwhile


def check(reader: Reader, suspect: Callable[[int, str], None]) -> Checked:
    """Read every chunk; tell those that are damaged, also those that were set aside before."""
    chunks = readings = last = 0
    faults: list[Fault] = []
    while True:
        with reader.view() as view:
            names = {number: signal.id for number, signal in reader.signals(view).items()}
            if not last:
                aside = view.db.execute("SELECT signal, start, until, n, why FROM damaged ORDER BY id")
                faults = [_fault(names, *row) for row in aside]
            rows = view.db.execute(
                "SELECT id, signal, start, until, n, crc, rolls, data FROM chunk WHERE id > ? ORDER BY id LIMIT ?",
                (last, AT_ONCE),
            ).fetchall()
        if not rows:
            return Checked(chunks, readings, tuple(faults))
        for id, signal, start, until, count, crc, rolls, data in rows:
            why = _wrong(count, crc, rolls, data)
            chunks, readings, last = chunks + 1, readings + count, id
            if why:
                suspect(id, why)
                faults.append(_fault(names, signal, start, until, count, why))


def _wrong(count: int, crc: int, rolls: bytes | None, data: bytes) -> str:
    samples = read(crc, data)
    if isinstance(samples, str):
        return samples
    if len(samples) != count:
        return "it does not hold as many readings as it says"
    try:
        if rolls is not None:
            unpack(rolls)
    except Damaged as error:
        return f"its rollups are damaged: {error}"
    return ""


def _fault(names: dict[int, str], signal: int, start: int, until: int, count: int, why: str) -> Fault:
    return Fault(names.get(signal, "several signals"), start / 1e6, until / 1e6, count, why)
