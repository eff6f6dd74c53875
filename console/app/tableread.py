"""Tables that people bring as files: CSV in the encodings and with the delimiters of offices, and Excel workbooks.

Not for the main thread: the path may be far away. What is read is text, cell by cell, as the file says it; rows keep
their numbers, so that an error can be named as the spreadsheet shows it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from console.domain.errors import Refusal
from console.domain.exchange import ROWS_MOST, TooManyRows
from console.domain.spreadsheet import unguarded

BYTES_MOST = 64 << 20  # of the file
COLUMNS_MOST = 500
CELL_MOST = 20_000  # characters of one cell
CHARACTERS_MOST = 300_000_000  # of all cells together, CELL_COSTS more for each
CELL_COSTS = 20
DELIMITERS = ",;\t|"
OLE = b"\xd0\xcf\x11\xe0"  # old Excel, and new ones with a password
ENCODINGS = ("utf-8", "gb18030", "cp1252")  # the first in which everything can be read; marks at the start go before


class TableUnread(Refusal):
    """It is no table that can be read: neither CSV nor an Excel workbook, or broken. facts: file."""

    code = "table_unread"


class TableEmpty(Refusal):
    """There is no heading and no row in it. facts: file."""

    code = "table_empty"


class TableTooLarge(Refusal):
    """The file is larger than what is read. facts: file, most (megabytes)."""

    code = "table_too_large"


class SheetGone(Refusal):
    """The workbook has no such sheet. facts: sheet, sheets."""

    code = "sheet_gone"


@dataclass(frozen=True, slots=True)
class Table:
    """A table: names of columns, each once, and the cells of each row by column; rows that are empty are there too."""

    columns: tuple[str, ...]
    rows: tuple[dict[str, str], ...]
    first: int = 2  # what a spreadsheet counts the first of `rows` as
    sheet: str = ""  # "" = CSV
    sheets: tuple[str, ...] = ()
    encoding: str = ""  # of a CSV


def read_table(path: Path, sheet: str = "") -> Table:
    """The table in a file; of a workbook the sheet of this name ("" = the first one).

    TableUnread, TableEmpty, TableTooLarge, SheetGone, TooManyRows, or what the disk says.
    """
    try:
        size = path.stat().st_size
        if size > BYTES_MOST:
            raise TableTooLarge(file=path.name, most=BYTES_MOST >> 20)
        data = path.read_bytes()
    except OSError as error:
        from console.records.faults import refusal_of

        raise refusal_of(error, path) or TableUnread(str(error), file=path.name) from error
    return table_in(data, path.name, sheet)


def table_in(data: bytes, name: str, sheet: str = "") -> Table:
    """The table in the bytes of a file called `name`; refusals as in read_table."""
    if data.startswith(b"PK\x03\x04"):
        from console.app.workbookread import Workbook

        with Workbook(data, name) as book:
            shown = book.chosen(sheet)
            return _table(book.rows(shown), name, shown, book.sheets, "")
    if data.startswith(OLE):
        raise TableUnread("an old or a locked workbook", file=name)
    text, encoding = _text(data, name)
    return _table(_records(text, name), name, "", (), encoding)


def _table(records: Iterable[list[str]], name: str, sheet: str, sheets: tuple[str, ...], encoding: str) -> Table:
    found = iter(records)
    at, heading = 0, []
    for at, record in enumerate(found, 1):  # noqa: B007
        if any(cell.strip() for cell in record):
            heading = record
            break
    if not heading:
        raise TableEmpty(file=name)
    columns = _names(heading)
    rows: list[dict[str, str]] = []
    filled = size = 0
    for record in found:
        rows.append({c: unguarded(v.strip()) for c, v in zip(columns, record, strict=False) if v.strip()})
        filled = len(rows) if rows[-1] else filled
        size += sum(len(value) + CELL_COSTS for value in rows[-1].values())
        if size > CHARACTERS_MOST:  # one text of a workbook may stand in a million cells
            raise TableTooLarge(file=name, most=CHARACTERS_MOST // 1_000_000)
        if filled > ROWS_MOST or len(rows) > 2 * ROWS_MOST:
            raise TooManyRows(rows=len(rows), most=ROWS_MOST)
    return Table(columns, tuple(rows[:filled]), at + 1, sheet, sheets, encoding)


def _names(heading: list[str]) -> tuple[str, ...]:
    """Each name once; a column without one is called as a spreadsheet calls it: A, B … AA."""
    while heading and not heading[-1].strip():
        heading = heading[:-1]
    found: list[str] = []
    for i, cell in enumerate(heading[:COLUMNS_MOST]):
        plain = unguarded(" ".join(cell.split())) or letters(i)
        name, n = plain, 1
        while name in found:
            n += 1
            name = f"{plain} ({n})"
        found.append(name)
    return tuple(found)


def letters(index: int) -> str:
    """What a spreadsheet calls the column: 0 -> A, 26 -> AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _text(data: bytes, name: str) -> tuple[str, str]:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            try:
                return _no_nul(data.decode(encoding), name), encoding
            except UnicodeDecodeError as error:
                raise TableUnread(str(error), file=name) from error
    for encoding in ENCODINGS:
        try:
            return _no_nul(data.decode(encoding), name), encoding
        except UnicodeDecodeError:
            continue
    raise TableUnread("no encoding fits", file=name)


def _no_nul(text: str, name: str) -> str:
    if "\x00" in text:
        raise TableUnread("it is no text", file=name)
    return text


def _records(text: str, name: str) -> Iterator[list[str]]:
    first, _, rest = text.partition("\n")
    told = first.strip()
    if told.lower().startswith("sep=") and len(told) == 5:  # what Excel writes for itself
        yield []
        delimiter, text = told[4], rest
    else:
        delimiter = _delimiter(text)
    try:
        for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if any(len(cell) > CELL_MOST for cell in record):
                raise TableUnread("a cell without an end", file=name)
            yield record
    except csv.Error as error:
        raise TableUnread(str(error), file=name) from error


def _delimiter(text: str) -> str:
    """That by which most columns are found in the heading and in the rows below it."""
    lines = text[:65536].splitlines(keepends=True)
    best, most = ",", 0
    for delimiter in DELIMITERS:
        try:
            found = [len(record) for record in islice(csv.reader(lines, delimiter=delimiter), 20) if record]
        except csv.Error:
            continue
        even = sum(1 for width in found if width == found[0]) if found else 0
        score = even * (found[0] - 1) if found else 0
        if score > most:
            best, most = delimiter, score
    return best
