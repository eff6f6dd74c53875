"""Excel workbooks (Office Open XML), read with the standard library: cells as the text that a person sees there.

Dates become "2026-11-21" or "2026-11-21 14:30"; a formula is what it came to last. Sizes are looked at before anything
is unpacked, and no part may declare a document type, so that a small file cannot become a large one.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from types import TracebackType
from typing import IO
from xml.etree import ElementTree

from console.app.tableread import CELL_MOST, COLUMNS_MOST, SheetGone, TableTooLarge, TableUnread

UNPACKED_MOST = 400 << 20  # bytes of one part
SHARED_MOST = 5_000_000  # texts that cells share
ROWS_OF_SHEET = 1_048_576  # rows of a sheet
PARTS_MOST = 500_000  # elements of a row, of a text, or of what stands beside them
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_DATES = frozenset((*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)))  # shipped formats that show times
_QUIET = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')  # of a format: what stands for itself
_OTHER = re.compile(rb"""\s*<\?xml[^>]*\bencoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE)
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, KeyError, ValueError, ElementTree.ParseError, EOFError, NotImplementedError),
    *(OverflowError, IndexError, RuntimeError),  # numbers and days that there are not; a zip with a password
)


class _Part:
    """A part as it is unpacked; ValueError where it declares a document type, or could in a writing not looked for."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._last = file, b""
        self._first = True

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        data = self._file.read(size)
        both = self._last + data
        if b"<!DOCTYPE" in both or b"\x00" in data or (self._first and _OTHER.match(data)):
            raise ValueError("a document type")
        self._last, self._first = both[-8:], False
        return data

    def __enter__(self) -> _Part:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()


class Workbook:
    """A workbook in memory; a context."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._parts = self._read_sheets()
            self._dated = self._read_styles()
        except _BROKEN as error:
            raise TableUnread(str(error), file=name) from error
        self._shared: list[str] | None = None

    def __enter__(self) -> Workbook:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._zip.close()

    @property
    def sheets(self) -> tuple[str, ...]:
        """Their names."""
        return tuple(self._parts)

    def chosen(self, sheet: str) -> str:
        """The sheet of this name, "" = the first; SheetGone."""
        if not self._parts:
            raise TableUnread("no sheet", file=self._name)
        if sheet and sheet not in self._parts:
            raise SheetGone(sheet=sheet, sheets=self.sheets)
        return sheet or self.sheets[0]

    def rows(self, sheet: str) -> Iterator[list[str]]:
        """The cells of each row from the first one on, those that are left out too; TableUnread."""
        try:
            if self._shared is None:
                self._shared = list(self._read_shared())
            at = 0
            for number, cells in self._rows(self._parts[sheet]):
                if number > ROWS_OF_SHEET:
                    raise ValueError("more rows than a sheet has")
                if not any(cells):
                    continue  # formatted, maybe far below everything else
                for _ in range(number - at - 1):
                    yield []
                at = number
                yield cells
        except _BROKEN as error:
            raise TableUnread(str(error), file=self._name) from error

    # Parts

    def _open(self, part: str) -> _Part:
        info = self._zip.getinfo(part)
        if info.file_size > UNPACKED_MOST:
            raise TableTooLarge(file=self._name, most=UNPACKED_MOST >> 20)
        return _Part(self._zip.open(info))

    def _has(self, part: str) -> bool:
        return part in self._zip.namelist()

    def _read_sheets(self) -> dict[str, str]:
        with self._open("xl/workbook.xml") as file:
            book = _tree(file)
        self._ns = _STRICT if book.tag.startswith(_STRICT) else _MAIN
        told = book.find(f"{self._ns}workbookPr")
        self._since = (
            datetime(1904, 1, 1) if told is not None and _true(told.get("date1904")) else datetime(1899, 12, 30)
        )
        with self._open("xl/_rels/workbook.xml.rels") as file:
            targets = {one.get("Id", ""): one.get("Target", "") for one in _tree(file)}
        found: dict[str, str] = {}
        for sheet in book.iter(f"{self._ns}sheet"):
            target = targets.get(sheet.get(_RELATION) or sheet.get(_STRICT_RELATION) or "", "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if "worksheets/" in part and self._has(part):  # a sheet that is one chart has no cells
                found[sheet.get("name", part)] = part
        return found

    def _read_styles(self) -> frozenset[int]:
        """Which styles of cells show a date or a time."""
        if not self._has("xl/styles.xml"):
            return frozenset()
        with self._open("xl/styles.xml") as file:
            styles = _tree(file)
        own = {int(one.get("numFmtId", 0)): one.get("formatCode", "") for one in styles.iter(f"{self._ns}numFmt")}
        cells = styles.find(f"{self._ns}cellXfs")
        formats = [int(one.get("numFmtId", 0)) for one in cells] if cells is not None else []
        return frozenset(i for i, f in enumerate(formats) if (_shows_time(own[f]) if f in own else f in _DATES))

    def _read_shared(self) -> Iterator[str]:
        if not self._has("xl/sharedStrings.xml"):
            return
        count = 0
        with self._open("xl/sharedStrings.xml") as file:
            for item in _each(file, f"{self._ns}si"):
                count += 1
                if count > SHARED_MOST:
                    raise ValueError("too many texts")
                yield self._words(item)

    def _rows(self, part: str) -> Iterator[tuple[int, list[str]]]:
        row, cell, end = f"{self._ns}row", f"{self._ns}c", f"{self._ns}sheetData"
        with self._open(part) as file:
            number = 0
            for item in _each(file, row, end):
                if item.tag == end:
                    return
                number = max(number + 1, int(item.get("r", number + 1)))
                cells: list[str] = []
                for one in item.iter(cell):
                    place = _place(one.get("r", "")) if one.get("r") else len(cells)
                    if place < COLUMNS_MOST:
                        cells.extend("" for _ in range(place - len(cells)))
                        cells.append(self._cell(one))
                yield number, cells

    # Cells

    def _cell(self, cell: ElementTree.Element) -> str:
        kind, value = cell.get("t", "n"), cell.findtext(f"{self._ns}v") or ""
        if kind == "inlineStr":
            inside = cell.find(f"{self._ns}is")
            return self._words(inside) if inside is not None else ""
        if kind == "s":
            shared = self._shared or []
            return shared[int(value)] if value and int(value) < len(shared) else ""
        if kind == "b":
            return "true" if value == "1" else "false"
        if kind == "n" and value:
            return self._number(float(value), int(cell.get("s", 0)) in self._dated)
        return value[:CELL_MOST]

    def _number(self, value: float, dated: bool) -> str:
        if dated and 0 <= value < 2_958_466:  # up to the year 9999
            at = self._since + timedelta(seconds=round(value * 86400))
            if value < 1:
                return at.strftime("%H:%M")
            return at.strftime("%Y-%m-%d" if at.time().isoformat() == "00:00:00" else "%Y-%m-%d %H:%M")
        if value == int(value) and abs(value) < 1e15:
            return str(int(value))
        return repr(round(value, 12))

    def _words(self, item: ElementTree.Element) -> str:
        """The text without how it is read aloud (phonetic runs)."""
        parts = [item.findtext(f"{self._ns}t") or ""]
        parts += [run.findtext(f"{self._ns}t") or "" for run in item.findall(f"{self._ns}r")]
        return "".join(parts)[:CELL_MOST]


def _each(file: _Part, *tags: str) -> Iterator[ElementTree.Element]:
    """Every element of these names, whole, and emptied after it; ValueError where too much stands between two."""
    count = 0
    for _, item in ElementTree.iterparse(file):
        count += 1
        if count > PARTS_MOST:
            raise ValueError("a part without an end")
        if item.tag in tags:
            count = 0
            yield item
            item.clear()


def _tree(file: _Part) -> ElementTree.Element:
    """All of a part; ValueError where it is too much."""
    found = ElementTree.iterparse(file)
    for count, _ in enumerate(found):
        if count > PARTS_MOST:
            raise ValueError("too many parts")
    root: ElementTree.Element = found.root  # type: ignore[attr-defined]
    return root


def _shows_time(code: str) -> bool:
    return bool(re.search(r"[ymdhs]", _QUIET.sub("", code.split(";")[0].casefold())))


def _place(reference: str) -> int:
    """The column of a cell: "AB12" -> 27; ValueError."""
    column = 0
    for letter in reference:
        if letter.isdigit():
            break
        if not "A" <= letter <= "Z":
            raise ValueError(reference)
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def _true(value: str | None) -> bool:
    return value in ("1", "true")
