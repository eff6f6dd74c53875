"""Fields of the editor: text and numbers as somebody types them, and what the form holds of them."""

from __future__ import annotations

from math import isfinite

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


def number_typed(text: str) -> float | None:
    """The number in a text, with point or comma; None where there is none: 1_000 is none, nor is 1,234.5."""
    try:
        value = float(text.strip().replace(",", ".").replace("\u2212", "-").replace("_", "?"))
    except ValueError:
        return None
    return value if isfinite(value) else None


def number_shown(value: float | None) -> str:
    """A number as it can be typed again."""
    return "" if value is None else f"{value:.12g}"


def say_text(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Show a text without telling anybody; the cursor stays where it is when the text is there already."""
    field.blockSignals(True)
    if isinstance(field, QLineEdit):
        if field.text() != text:
            field.setText(text)
    elif field.toPlainText() != text:
        field.setPlainText(text)
    field.blockSignals(False)


class OwnUndo(QObject):
    """Leaves Ctrl+Z and Ctrl+Y of text fields to the editor: its steps go over all fields."""

    def watch(self, *fields: QWidget) -> None:
        """These fields give their own undo up."""
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            back = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
            again = event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if back or again:
                event.ignore()
                return True
        return False
