"""Their words and ours: tables that translate values, tolerant of case, blanks and numbers written as text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

ELSE = "*"  # the key that stands for every other word
IGNORE = "ignore"  # the value that drops a word on purpose
SAME = "*"  # the value that leaves a word as it is


class _Absent:
    """No entry of a table."""


ABSENT: Final = _Absent()


def spelled(value: object) -> str:
    """One spelling for what counts as the same word: `2`, `2.0`, "2" and " 2 "; True and "true"; "ON" and "on"."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    word = str(value).strip().casefold()
    if word[-2:] == ".0" and word[:-2].lstrip("-").isdigit():
        word = word[:-2]
    return word


class WordTable:
    """Translates words; `find` gives ABSENT for a word that is in no row and has no default."""

    def __init__(self, name: str, rows: Mapping[str, Any]) -> None:
        self.name = name
        self.rows = dict(rows)
        self._default = self.rows.get(ELSE, ABSENT)
        self._spelled = {spelled(theirs): ours for theirs, ours in self.rows.items() if theirs != ELSE}

    def find(self, value: Any) -> Any:
        """Ours for theirs, ABSENT for a word in no row."""
        return self._spelled.get(spelled(value), self._default)

    @property
    def outputs(self) -> list[tuple[str, Any]]:
        """Every row, theirs and ours."""
        return list(self.rows.items())
