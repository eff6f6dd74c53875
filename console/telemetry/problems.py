"""Mistakes in a plant file: what is wrong, where, and what was probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import NamedTuple

from console.telemetry.positions import Path, Positions


class Problem(NamedTuple):
    """One mistake. Line and column count from 1; `hint` is "" or says what to write; severity "error" or "warning"."""

    line: int
    column: int
    message: str
    hint: str = ""
    severity: str = "error"

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.line}:{self.column}: {self.message}{hint}"


class Problems:
    """Collects the mistakes of one file."""

    def __init__(self, positions: Positions) -> None:
        self._positions = positions
        self.found: list[Problem] = []

    def add(self, path: Path, message: str, hint: str = "", severity: str = "error") -> None:
        """A mistake at the key of `path`."""
        self._put(self._positions.key(path), message, hint, severity)

    def add_value(self, path: Path, message: str, hint: str = "", offset: int = 0, severity: str = "error") -> None:
        """A mistake in the value of `path`, `offset` characters into its text."""
        self._put(self._positions.value(path, offset), message, hint, severity)

    def _put(self, place: tuple[int, int], message: str, hint: str, severity: str) -> None:
        problem = Problem(*place, message, hint, severity)
        if problem not in self.found:
            self.found.append(problem)


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint that names the known word most like `word`, "" when none is; compares without case."""
    names = {name.casefold(): name for name in known}
    found = difflib.get_close_matches(word.casefold(), names, n=1, cutoff=0.6)
    return f"did you mean {names[found[0]]!r}?" if found else ""


def choices(word: str, known: Iterable[str]) -> str:
    """The nearest known word, or all of them when none is near and they are few."""
    names = list(known)
    hint = nearest(word, names)
    return hint or (f"known: {', '.join(names)}" if 0 < len(names) <= 20 else "")
