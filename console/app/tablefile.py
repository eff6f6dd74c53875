"""A small table as a file for a spreadsheet: whole or not at all, and nothing in it that a spreadsheet would run."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from console.domain.errors import Refusal
from console.domain.spreadsheet import guarded
from console.records.wholefile import half_of


def write_table(path: Path, rows: Iterable[Iterable[str]]) -> Refusal | None:
    """Write rows as CSV; why that could not be done. Not for the main thread: the path may be far away."""
    try:
        with half_of(path) as half, half.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([guarded(cell) for cell in row] for row in rows)
    except Exception as error:
        from console.records.faults import refusal_of

        return refusal_of(error, path) or Refusal(str(error))
    return None
