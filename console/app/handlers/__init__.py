"""Handlers: how each command is carried out. One file a noun; each registers its functions with `handles`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from typing import Any, TypeVar

from console.domain.commands import Command, Stamp
from console.domain.desk import Desk

C = TypeVar("C", bound=Command)
Handler = Callable[[Desk, Stamp, Any], None]
_handlers: dict[type[Command], Handler] = {}


def handles(kind: type[C]) -> Callable[[Callable[[Desk, Stamp, C], None]], Callable[[Desk, Stamp, C], None]]:
    """Register the function that carries out commands of this kind: load, let the domain decide, put."""

    def register(handler: Callable[[Desk, Stamp, C], None]) -> Callable[[Desk, Stamp, C], None]:
        _handlers[kind] = handler
        return handler

    return register


def handler_of(kind: type[Command]) -> Handler:
    """The function for a kind of command; LookupError where nobody wrote one."""
    if not _loaded:
        for found in pkgutil.iter_modules(__path__):
            importlib.import_module(f"{__name__}.{found.name}")
        _loaded.append(True)
    return _handlers[kind]


_loaded: list[bool] = []
