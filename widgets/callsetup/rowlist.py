"""Rows of a form that are added, removed and put in another order, complete by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from widgets.cards import Button

R = TypeVar("R", bound="ListRow")
WIDTH = 104  # pixels of the three buttons, the same in each row


class ListRow(QWidget):
    """One row of two lines, with the buttons that move and remove it at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.up, self.down, self.remove = Button("chevron-up"), Button("chevron-down"), Button("x")
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(4)
        for button in (self.up, self.down, self.remove):
            self.buttons.addWidget(button)
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 8)
        self.grid.setHorizontalSpacing(6)
        self.grid.setVerticalSpacing(4)

    def first(self) -> QWidget:
        """Where typing begins."""
        return self

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.up.name_silently(self.tr("Up"))
        self.down.name_silently(self.tr("Down"))
        self.remove.name_silently(self.tr("Remove"))


class RowList(QWidget, Generic[R]):
    """The rows and the button that adds one; `changed` when somebody edits them."""

    changed = Signal()

    def __init__(self, new: Callable[[], R]) -> None:
        super().__init__()
        self._new = new
        self.rows: list[R] = []
        self.add = Button("plus", self.append_new)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.add)

    def clear(self) -> None:
        """Take every row away."""
        while self.rows:
            self._drop(self.rows[-1])

    def append(self, row: R) -> None:
        """Put a row at the end."""
        self.rows.append(row)
        self._column.insertWidget(len(self.rows) - 1, row)
        row.remove.clicked.connect(lambda: self._removed(row))
        row.up.clicked.connect(lambda: self._moved(row, -1))
        row.down.clicked.connect(lambda: self._moved(row, 1))
        row.retranslate()
        self._settle()

    def append_new(self) -> None:
        """Put a new row at the end, with the keyboard in it."""
        row = self._new()
        self.append(row)
        row.first().setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        for row in self.rows:
            row.retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _moved(self, row: R, by: int) -> None:
        at = self.rows.index(row)
        to = at + by
        self.rows.insert(to, self.rows.pop(at))
        self._column.removeWidget(row)
        self._column.insertWidget(to, row)
        self._settle()
        button = row.up if by < 0 else row.down
        other = row.down if by < 0 else row.up
        (button if button.isEnabled() else other).setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    def _removed(self, row: R) -> None:
        at = self.rows.index(row)
        self._drop(row)
        left = self.rows[min(at, len(self.rows) - 1)].remove if self.rows else self.add
        left.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    def _drop(self, row: R) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._settle()

    def _settle(self) -> None:
        """Grey out what leads nowhere, and let Tab go through the rows as they stand."""
        for at, row in enumerate(self.rows):
            row.up.setEnabled(at > 0)
            row.down.setEnabled(at < len(self.rows) - 1)
        stops = [stop for row in self.rows for stop in _stops(row.grid)] + [self.add]
        for before, after in zip(stops, stops[1:], strict=False):
            QWidget.setTabOrder(before, after)


def _stops(layout: QLayout) -> list[QWidget]:
    """The controls of a layout, in the order in which they were put in."""
    found: list[QWidget] = []
    for at in range(layout.count()):
        item = layout.itemAt(at)
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            found += _stops(inner)
        elif widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(widget)
    return found
