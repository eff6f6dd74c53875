"""Commands as text and back: what waits in the outbox is done again from this."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from typing import Any

import msgspec

from console.domain import commands
from console.domain.commands import KNOWN, Command
from console.records.shelves import listed


def told(command: Command) -> dict[str, Any]:
    """The fields of a command as text, numbers, truth values, lists and mappings."""
    return dict(listed(msgspec.to_builtins(command)))


def heard(name: str, payload: Mapping[str, Any]) -> Command | None:
    """The command that was told so; None where this program does not know it or its fields."""
    know_all()
    kind = KNOWN.get(name)
    if kind is None:
        return None
    try:
        return msgspec.convert(payload, kind)
    except msgspec.ValidationError:
        return None


def shown(name: str, payload: Mapping[str, Any]) -> dict[str, Any]:
    """A payload for people: what is secret is not in it."""
    kind = KNOWN.get(name)
    hidden = kind.secret if kind else frozenset(payload)
    return {field: "…" if field in hidden and value else value for field, value in payload.items()}


_all: list[bool] = []


def know_all() -> None:
    """Import every file of commands once, so that each is known by its name."""
    if not _all:
        for found in pkgutil.iter_modules(commands.__path__):
            importlib.import_module(f"{commands.__name__}.{found.name}")
        _all.append(True)
