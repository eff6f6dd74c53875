"""What goes out: orders with what was confirmed of them, and confirmed output since the last time for the ERP (报工).

Which output was told already stands in a list beside the files, so that every console that writes there knows, and
nothing is told twice; each row has the id of its confirmation, by which the other side can tell too.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any

from console.app.queries.exchange import Told
from console.app.tablefile import write_table
from console.domain.errors import Refusal
from console.domain.orders import WorkOrder
from console.records.wholefile import half_of, write_whole

LEDGER = "told.json"  # beside the files of confirmed output
LOCK = "told.lock"  # while a console writes there
CUT_OFF = 300.0  # seconds after which whoever left the lock does not write any more
BACK = timedelta(days=60)  # output confirmed longer ago is not told any more
WIDTH = 18  # characters of a column in a workbook
Cell = str | int | float | None
Sheets = Sequence[tuple[str, Sequence[Sequence[Cell]]]]  # name, and rows with the headings first

ORDER_FIELDS = (
    "number", "product", "quantity", "line", "due", "rush", "note", "state", "good", "scrap", "rework", "left",
    "made", "released", "started", "finished", "why", "source",
)  # fmt: skip
OUTPUT_FIELDS = (
    "id", "number", "product", "line", "at", "day", "shift", "who", "good", "scrap", "rework", "counted_good",
    "counted_scrap", "note", "taken_back",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """Headings by field, words of states by column, names of lines, yes and the clocks to tell times on."""

    heads: Callable[[str], str]
    states: Callable[[WorkOrder], str]
    lines: dict[str, str]
    yes: str
    zone: tzinfo
    sheets: tuple[str, str]


def order_rows(orders: Iterable[WorkOrder], words: Words) -> list[list[Cell]]:
    """A row for each order, the headings first; the names of columns are those that an import knows."""

    def row(order: WorkOrder) -> list[Cell]:
        times = [_at(at, words) for at in (order.made, order.released, order.started, order.finished)]
        plan: list[Cell] = [order.number, order.product, order.quantity, words.lines.get(order.line, order.line)]
        plan += [_at(order.due, words), words.yes if order.rush else "", order.note, words.states(order)]
        return [*plan, order.good, order.scrap, order.rework, order.left, *times, order.why, order.source]

    return [[words.heads(name) for name in ORDER_FIELDS], *(row(order) for order in orders)]


def output_rows(told: Iterable[Told], words: Words, back: Callable[[Told], bool]) -> list[list[Cell]]:
    """A row for each confirmation, the headings first; what was taken back has its pieces with a minus."""

    def row(one: Told) -> list[Cell]:
        output, order, gone = one.output, one.order, back(one)
        sign = -1 if gone else 1
        names: list[Cell] = [output.id, order.number if order else output.order, order.product if order else ""]
        names += [words.lines.get(output.line, output.line), _at(output.taken_back if gone else output.at, words)]
        names += [output.day.isoformat() if output.day else "", output.shift, one.who]
        pieces: list[Cell] = [sign * output.good, sign * output.scrap, sign * output.rework]
        return [*names, *pieces, output.proposed_good, output.proposed_scrap, output.note, words.yes if gone else ""]

    return [[words.heads(name) for name in OUTPUT_FIELDS], *(row(one) for one in told)]


def write_sheets(path: Path, sheets: Sheets) -> None:
    """A workbook, or CSV: the first table under this name, others with their own behind it. Refusal (the disk's)."""
    if path.suffix.lower() == ".xlsx":
        _write_book(path, sheets)
        return
    for i, (name, rows) in enumerate(sheets):
        target = path if not i else path.with_name(f"{path.stem}-{name}{path.suffix}")
        refusal = write_table(target, [["" if cell is None else str(cell) for cell in row] for row in rows])
        if refusal is not None:
            raise refusal


def write_output(folder: Path, told: Sequence[Told], words: Words, now: datetime) -> tuple[int, str]:
    """Write what was not told before into a new file; how many rows, and its name ("" = there was nothing).

    The list of what was told is written after the file: a cut between both tells again, with the same ids.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder / LOCK):
        return _written(folder, told, words, now)


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """One console of several at a time: what each of them read of the list would else not be what it writes to."""
    try:
        if time.time() - lock.stat().st_mtime > CUT_OFF:
            lock.unlink()
    except FileNotFoundError:
        pass
    try:
        lock.touch(exist_ok=False)
    except FileExistsError:
        raise Refusal(f"{lock} is there: another console writes now; try it again in a moment") from None
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def _written(folder: Path, told: Sequence[Told], words: Words, now: datetime) -> tuple[int, str]:
    ledger = _ledger(folder / LEDGER)
    said, gone = dict(ledger.get("told", {})), dict(ledger.get("taken_back", {}))
    fresh = [one for one in told if one.output.id not in said and one.output.taken_back is None]
    undone = [one for one in told if one.output.taken_back and one.output.id in said and one.output.id not in gone]
    if not fresh and not undone:
        return 0, ""
    back = {one.output.id for one in undone}
    rows = output_rows([*fresh, *undone], words, lambda one: one.output.id in back)
    name = _free_name(folder, f"output-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    refusal = write_table(folder / name, [["" if cell is None else str(cell) for cell in row] for row in rows])
    if refusal is not None:
        raise refusal
    at = now.astimezone(UTC).isoformat()
    said |= {one.output.id: at for one in fresh}
    gone |= dict.fromkeys(back, at)
    cut = (now - 2 * BACK).astimezone(UTC).isoformat()
    kept = {"told": _since(said, cut), "taken_back": _since(gone, cut)}
    write_whole(folder / LEDGER, json.dumps(kept, indent=0).encode())
    return len(rows) - 1, name


def _free_name(folder: Path, stem: str) -> str:
    names = (f"{stem}{end}.csv" for end in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(name for name in names if not (folder / name).exists())


def _since(told: dict[str, str], cut: str) -> dict[str, str]:
    return {id: at for id, at in told.items() if at >= cut}


def _ledger(path: Path) -> dict[str, dict[str, str]]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except ValueError as error:
        raise Refusal(f"{path} cannot be read; put it aside to tell everything again") from error
    return found if isinstance(found, dict) else {}


def _write_book(path: Path, sheets: Sheets) -> None:
    import xlsxwriter  # type: ignore[import-untyped]

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    try:
        with half_of(path) as half:
            book: Any = xlsxwriter.Workbook(str(half), options)
            bold = book.add_format({"bold": True})
            for name, rows in sheets:
                sheet = book.add_worksheet(name[:31])
                sheet.freeze_panes(1, 0)
                for r, row in enumerate(rows):
                    for c, cell in enumerate(row):
                        if isinstance(cell, int | float):
                            sheet.write_number(r, c, cell)
                        elif cell:
                            sheet.write_string(r, c, cell, bold if r == 0 else None)
                sheet.set_column(0, max(0, len(rows[0]) - 1), WIDTH)
            book.close()
    except Exception as error:
        from console.records.faults import refusal_of

        raise refusal_of(error, path) or Refusal(str(error)) from error


def _at(at: datetime | None, words: Words) -> str:
    return at.astimezone(words.zone).strftime("%Y-%m-%d %H:%M") if at is not None else ""
