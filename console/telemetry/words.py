"""Their words and ours: tables that translate values, tolerant of case, blanks and numbers written as text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

ELSE = "*"  # the key that stands for every other word
IGNORE = "ignore"  # the value that drops a word on purpose
REMEMBERED = 1000  # spellings kept ready; more come only from a sender that says something new each time


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
        self._ready: dict[object, Any] = {}

    def find(self, value: Any) -> Any:
        """Ours for theirs. Raises TypeError for a list or a table."""
        if value.__class__ is bool:  # True == 1 to a dict, but not to a machine
            return self._spelled.get("true" if value else "false", self._default)
        try:
            return self._ready[value]
        except KeyError:
            found = self._spelled.get(spelled(value), self._default)
            if len(self._ready) < REMEMBERED and (value.__class__ is not str or len(value) < 100):
                self._ready[value] = found
            return found

    @property
    def outputs(self) -> list[tuple[str, Any]]:
        """Every row, theirs and ours."""
        return list(self.rows.items())
