"""Answers that come later, when who asked may be closed already."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


def while_there(widget: QWidget, then: Callable[..., object]) -> Callable[..., None]:
    """Call `then` as long as the widget exists, else nothing."""

    def call(*answer: Any) -> None:
        if isValid(widget):
            then(*answer)

    return call
