"""Makes an exception in an override of a Qt method as harmless as one in a slot.

Two things happen with PySide6 6.11.3 otherwise. It keeps the error of an override that Python called through Qt (show,
resize, close, setText) and reads its arguments; before Python 3.12 an error that was raised in C, as by `int("x")`, is
not an object yet at that moment, and the process dies with a segmentation fault. And an error in a paintEvent keeps the
frame alive that holds the painter, so that the painter goes on while Qt paints the next thing, and dies with it. An
error that passed through an `except` is an object, and there the frames behind it can be emptied.
"""

from __future__ import annotations

import functools
import traceback
from collections.abc import Callable, Iterator
from types import FunctionType, TracebackType
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QPainter
from shiboken6 import isValid

_seen: set[type] = set()


def settle_overrides(package: str = "widgets") -> int:
    """Wrap the overrides of every widget class of a package that was imported since the last call; says how many."""
    wrapped = 0
    for kind in _subclasses(QObject):
        if kind not in _seen and kind.__module__.partition(".")[0] == package:
            _seen.add(kind)
            wrapped += _settle(kind)
    return wrapped


def _subclasses(kind: type) -> Iterator[type]:
    below: type
    for below in type.__subclasses__(kind):
        yield below
        yield from _subclasses(below)


def _settle(kind: type) -> int:
    native = [base for base in kind.__mro__ if base.__module__.startswith("PySide6.")]
    names = [name for name, made in vars(kind).items() if isinstance(made, FunctionType) and not name.startswith("_")]
    overrides = [name for name in names if any(name in vars(base) for base in native)]
    for name in overrides:
        setattr(kind, name, _passing_through_except(vars(kind)[name]))
    return len(overrides)


def _passing_through_except(method: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(method)
    def override(*arguments: Any, **named: Any) -> Any:
        try:
            return method(*arguments, **named)
        except BaseException as error:
            if error.__traceback__ is not None:
                _end_painters(error.__traceback__.tb_next)
                traceback.clear_frames(error.__traceback__.tb_next)
            raise

    return override


def _end_painters(trace: TracebackType | None) -> None:
    """End what still paints, the innermost first: a picture that goes before its painter takes the process with it."""
    for frame, _ in reversed(list(traceback.walk_tb(trace))):
        for value in tuple(frame.f_locals.values()):
            if isinstance(value, QPainter) and isValid(value) and value.isActive():
                value.end()
