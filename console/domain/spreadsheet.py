"""Text for spreadsheets: no cell is run as a formula, and what was read back is what was written."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"[+-]?(\d+([.,]\d+)*|[.,]\d+)([eE][+-]?\d+)?%?")
_RUNS = tuple("=+-@\t\r＝＋－＠")  # also the wide ones, which some spreadsheets take for the narrow


def guarded(text: str) -> str:
    """The text as a cell of a file: with an apostrophe before it where a spreadsheet might run it."""
    return "'" + text if _might_run(text) else text


def unguarded(text: str) -> str:
    """The text that was guarded so."""
    return text[1:] if text[:1] == "'" and _might_run(text[1:]) else text


def cell(value: object) -> str:
    """A value as one cell to be pasted: no tab or line end, and nothing that a spreadsheet would run."""
    return guarded(" ".join(str("" if value is None else value).split()))


def _might_run(text: str) -> bool:
    """Apostrophes and space before it do not count, so that a guarded text is guarded once more."""
    start = text.lstrip(" '\n\u00a0\u3000")
    return start.startswith(_RUNS) and not _NUMBER.fullmatch(text)
