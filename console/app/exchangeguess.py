"""Guesses about a source: whether a comma stands before decimals, what it calls lines, and which lines these are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from console.app.tableread import Table

LOOKED_AT = 2000  # rows
NAMES_MOST = 60  # names of lines that are offered
COMMA = re.compile(r"\d{1,3}(\.\d{3})+(,\d+)?|\d+,\d{1,2}")
POINT = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?|\d+\.\d{1,2}")


def comma_likely(table: Table, column: str) -> bool:
    """Whether quantities look like 1.200,5."""
    said = [row[column] for row in table.rows[:LOOKED_AT] if row.get(column)]
    comma = sum(bool(COMMA.fullmatch(value)) for value in said)
    return comma > sum(bool(POINT.fullmatch(value)) for value in said)


def line_names(table: Table, column: str) -> tuple[str, ...]:
    """What the source calls lines, the first NAMES_MOST."""
    found = dict.fromkeys(" ".join(row[column].split()) for row in table.rows if row.get(column))
    return tuple(found)[:NAMES_MOST]


def lines_likely(names: Iterable[str], lines: Mapping[str, str]) -> dict[str, str]:
    """Ids of lines by these names, where id or name of a line is the same apart from case, spaces and dashes."""
    known = {_plain(name): id for id, name in lines.items()} | {_plain(id): id for id in lines}
    return {name: known[_plain(name)] for name in names if _plain(name) in known}


def _plain(name: str) -> str:
    return re.sub(r"[\s_\-./]+", "", name).casefold()
