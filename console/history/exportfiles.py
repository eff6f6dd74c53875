"""Files of a table of the history: CSV for everything, Excel for those who work in it. Written row by row."""

from __future__ import annotations

import csv
import os
import shutil
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any, Final, Protocol

import numpy as np
import numpy.typing as npt

from console.domain.spreadsheet import guarded
from console.history.export import Block, Cell

Ints = npt.NDArray[np.int64]
SHEET_ROWS: Final = 1_048_576  # that a sheet of Excel holds, the headings too
QUARTER: Final = 900_000_000  # microseconds; clocks are put forward and back at whole quarters of an hour
DAY: Final = 86_400_000_000.0
EPOCH: Final = 25_569.0  # 1970-01-01 as Excel counts days
WIDTHS: Final = (24, 12, 24)  # of the columns of time, in characters


class TableFile(Protocol):
    """Takes blocks; has its name only after `finish`."""

    def write(self, block: Block) -> None:
        """Append rows."""

    def finish(self) -> None:
        """Everything is on the disk."""

    def discard(self) -> None:
        """Let go of what is half done."""


class CsvFile:
    """Text for every spreadsheet, in UTF-8 with the mark by which Excel knows it."""

    def __init__(self, path: Path, headings: Sequence[str], zone: tzinfo, fine: bool) -> None:
        """`fine`: times to the microsecond, else to the second."""
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file)
        self._zone, self._unit = zone, "us" if fine else "s"
        self._writer.writerow([guarded(heading) for heading in headings])

    def write(self, block: Block) -> None:
        """Append rows."""
        offsets = offsets_of(block.at, self._zone)
        local = [text.replace("T", " ") for text in _texts(block.at + offsets, self._unit)]
        utc = [text + "Z" for text in _texts(block.at, self._unit)]
        self._writer.writerows(zip(local, _offset_texts(offsets), utc, *block.columns, strict=True))

    def finish(self) -> None:
        """Everything is on the disk."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def discard(self) -> None:
        """Let go of the file."""
        with suppress(OSError):  # what was to be written last does not fit: it goes with the file
            self._file.close()


class ExcelFile:
    """A workbook with as many sheets as the rows need; its rows wait in files beside it, not in memory."""

    def __init__(self, path: Path, headings: Sequence[str], zone: tzinfo, fine: bool, sheet: str = "Data") -> None:
        """`fine`: times with milliseconds, as far as Excel's go; else to the second."""
        import xlsxwriter  # type: ignore[import-untyped]

        self._folder = tempfile.mkdtemp(prefix=".export-", dir=path.parent)
        options = {
            "constant_memory": True,
            "tmpdir": self._folder,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self._path, self._headings, self._zone, self._name = path, headings, zone, sheet
        self._book: Any = xlsxwriter.Workbook(str(path), options)
        self._time = self._book.add_format({"num_format": f"yyyy-mm-dd hh:mm:ss{'.000' if fine else ''}"})
        self._bold = self._book.add_format({"bold": True})
        self._sheets: list[Any] = []
        self._row = SHEET_ROWS
        self._begin()

    def write(self, block: Block) -> None:
        """Append rows."""
        offsets = offsets_of(block.at, self._zone)
        local = ((block.at + offsets) / DAY + EPOCH).tolist()
        utc = (block.at / DAY + EPOCH).tolist()
        for row in zip(local, _offset_texts(offsets), utc, *block.columns, strict=True):
            if self._row >= SHEET_ROWS:
                self._begin()
            self._put(row)

    def finish(self) -> None:
        """Everything is on the disk."""
        from xlsxwriter.exceptions import FileCreateError, FileSizeError  # type: ignore[import-untyped]

        try:
            self._book.close()
        except (FileCreateError, FileSizeError) as error:
            raise error.args[0] if error.args and isinstance(error.args[0], OSError) else OSError(str(error)) from error
        finally:
            self._clear()

    def discard(self) -> None:
        """Let go of what is half done."""
        self._book.fileclosed = True  # nobody closes it any more, and nothing is put together
        self._clear()

    def _clear(self) -> None:
        for sheet in self._sheets:
            if sheet.row_data_fh is not None:
                with suppress(OSError):  # no room for what was to be written last: it goes with the folder
                    sheet.row_data_fh.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _begin(self) -> None:
        number = len(self._sheets) + 1
        sheet = self._book.add_worksheet(self._name if number == 1 else f"{self._name} {number}")
        sheet.freeze_panes(1, len(WIDTHS))
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        sheet.set_column(len(WIDTHS), len(self._headings), 20)
        for column, heading in enumerate(self._headings):
            sheet.write_string(0, column, guarded(heading), self._bold)
        self._sheets.append(sheet)
        self._sheet, self._row = sheet, 1

    def _put(self, row: tuple[Cell, ...]) -> None:
        sheet, at = self._sheet, self._row
        for column, value in enumerate(row):
            if value is None:
                continue
            if isinstance(value, str):
                sheet.write_string(at, column, value)
            elif column in (0, 2):
                sheet.write_number(at, column, value, self._time)
            else:
                sheet.write_number(at, column, value)
        self._row += 1


def offsets_of(at: Ints, zone: tzinfo) -> Ints:
    """How far local time is ahead of UTC at each of these times, both in microseconds."""
    quarters, which = np.unique(at // QUARTER, return_inverse=True)
    known = [_offset(quarter * (QUARTER // 1_000_000), zone) for quarter in quarters.tolist()]
    offsets: Ints = np.array(known, np.int64)[which]
    return offsets


def _offset(seconds: int, zone: tzinfo) -> int:
    offset = datetime.fromtimestamp(seconds, zone).utcoffset()
    return round(offset.total_seconds() * 1e6) if offset is not None else 0


def _texts(at: Ints, unit: str) -> list[str]:
    times = at.astype("datetime64[us]")
    texts: list[str] = np.datetime_as_string(times.astype(f"datetime64[{unit}]")).tolist()
    return texts


def _offset_texts(offsets: Ints) -> list[str]:
    known = {offset: _offset_text(offset) for offset in set(offsets.tolist())}
    return [known[offset] for offset in offsets.tolist()]


def _offset_text(offset: int) -> str:
    """With letters before it, so that no spreadsheet takes it for a sum."""
    minutes = round(abs(offset) / 60e6)
    return f"UTC{'-' if offset < 0 else '+'}{minutes // 60:02}:{minutes % 60:02}"
