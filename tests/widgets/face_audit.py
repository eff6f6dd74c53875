"""What every screen must keep: words that are not cut, names for what can be focused."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollBar,
    QSplitterHandle,
    QWidget,
)

ELIDED = ("OneLine", "Place", "Fact", "KeyNumber", "Definition", "LineButton")  # cut on purpose, whole in the tooltip


def clipped(root: QWidget) -> list[str]:
    """Labels and buttons that got less room than their words need, as "class: words (needs w, has w)"."""
    return [found for widget in _shown(root) if (found := _cut(widget))]


def _shown(root: QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root) and not isinstance(widget, QScrollBar):
            yield widget


def _cut(widget: QWidget) -> str:
    kinds = {kind.__name__ for kind in type(widget).__mro__}
    if not isinstance(widget, QLabel | QAbstractButton) or kinds & set(ELIDED) or not widget.text():
        return ""
    if "Painted" in kinds:  # lays out and elides its own words
        return ""
    wraps = isinstance(widget, QLabel) and widget.wordWrap()
    need = widget.sizeHint().width()
    tall = widget.heightForWidth(widget.width()) if wraps else widget.sizeHint().height()
    if wraps and tall > widget.height() + 1:
        return f"{type(widget).__name__}: {widget.text()!r} (needs {tall} high, has {widget.height()})"
    if not wraps and need > widget.width() + 1:
        return f"{type(widget).__name__}: {widget.text()!r} (needs {need}, has {widget.width()})"
    return ""


def nameless(root: QWidget) -> list[str]:
    """Widgets that the keyboard reaches and a screen reader cannot name."""
    return [_describe(widget) for widget in _shown(root) if _focusable(widget) and not _named(widget)]


def _focusable(widget: QWidget) -> bool:
    inner = widget.parentWidget()
    part_of_another = isinstance(inner, QAbstractSpinBox | QComboBox) or isinstance(widget, QSplitterHandle | QMenu)
    return not part_of_another and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _named(widget: QWidget) -> bool:
    if widget.accessibleName():
        return True
    if isinstance(widget, QAbstractButton):
        return bool(widget.text())
    if isinstance(widget, QLineEdit | QComboBox | QAbstractSpinBox | QAbstractScrollArea):
        return _has_buddy(widget)
    return False


def _has_buddy(widget: QWidget) -> bool:
    return any(label.buddy() is widget for label in widget.window().findChildren(QLabel))


def _describe(widget: QWidget) -> str:
    chain, at = [], widget
    while at is not None and len(chain) < 4:
        chain.append(type(at).__name__ + (f"#{at.objectName()}" if at.objectName() else ""))
        at = at.parentWidget()
    return " in ".join(chain)
