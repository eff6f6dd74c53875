"""What proves people is left out of an export: each secret becomes a number, the same wherever it stands.

When such an export is imported, each number becomes something that proves nobody. So rows, trail and what waits to be
shared still fit together.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from console.domain.commands import KNOWN
from console.domain.trail import canonical
from console.records.payloads import know_all
from console.records.shelves import KINDS

MARK = "…"
Swap = Callable[[str, str], str]  # name of a field and what is in it -> what shall be in it


class Veil:
    """Hides secrets; the same secret gets the same number within one export."""

    def __init__(self) -> None:
        self._numbers: dict[str, str] = {}

    def __call__(self, field: str, value: str) -> str:
        """The number in the place of a secret; nothing stays nothing."""
        return self._numbers.setdefault(value, f"{MARK}{len(self._numbers) + 1}") if value else ""


class Unveil:
    """Puts in the place of each number what `blank` makes for the field; what is no number stays."""

    def __init__(self, blank: Callable[[str], str]) -> None:
        self._blank = blank
        self._made: dict[tuple[str, str], str] = {}

    def __call__(self, field: str, value: str) -> str:
        """What stands for a number, the same wherever it stands."""
        if not is_veiled(value):
            return value
        if (field, value) not in self._made:
            self._made[field, value] = self._blank(field)
        return self._made[field, value]


def is_veiled(value: str) -> bool:
    """Whether it is the number of something left out."""
    return value.startswith(MARK) and value[1:].isascii() and value[1:].isdigit()


def swap_row(kind: str, row: Mapping[str, Any], swap: Swap) -> dict[str, Any]:
    """A row, or as much of one as there is, with its secret fields swapped; every text of an unknown kind or field."""
    shelf = KINDS.get(kind)
    secret = {name for name in row if (shelf.hides(name) if shelf is not None else name != "id")}
    return {
        name: swap(name, value) if name in secret and isinstance(value, str) else value for name, value in row.items()
    }


def swap_line(row: Mapping[str, Any], swap: Swap) -> tuple[dict[str, Any], bool]:
    """A line of the trail as the database holds it, with every secret in it swapped; whether there was any.

    ValueError, KeyError or TypeError where it is no line.
    """
    payload, changes = json.loads(row["payload"]), json.loads(row["changes"])
    fresh = _swap_payload(row["command"], payload, swap)
    told = [_swap_change(change, swap) for change in changes]
    if fresh == payload and told == changes:
        return dict(row), False
    return {**row, "payload": canonical(fresh), "changes": canonical(told)}, True


def _swap_payload(command: str, payload: dict[str, Any], swap: Swap) -> dict[str, Any]:
    know_all()
    kind = KNOWN.get(command)
    secret = kind.secret if kind else frozenset(payload)
    return {
        name: swap(name, value) if name in secret and isinstance(value, str) else value
        for name, value in payload.items()
    }


def _swap_change(change: dict[str, Any], swap: Swap) -> dict[str, Any]:
    fresh = dict(change)
    for side in ("before", "after"):
        if change.get(side) is not None:
            fresh[side] = swap_row(change["kind"], change[side], swap)
    return fresh
