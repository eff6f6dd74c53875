"""The list of open calls: one painted row a call, chosen by arrows or mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from widgets.calls.painting import ROW, paint_call
from widgets.calls.shown import CallRow, whole_sentence
from widgets.tables import Index
from widgets.theme import color, ring, themes

ROOT = QModelIndex()


class CallRows(QAbstractListModel):
    """The open calls in the order in which they are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[CallRow] = []
        self.now = 0.0

    def show_rows(self, rows: Sequence[CallRow], now: float) -> bool:
        """Take other rows; False where they are as they were."""
        self.now = now
        if [(one.call.id, one) for one in rows] == [(one.call.id, one) for one in self.rows]:
            return False
        same = [one.call.id for one in rows] == [one.call.id for one in self.rows]
        if same:
            self.rows = list(rows)
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))
        else:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()
        return True

    def row_of(self, call: str) -> int:
        """Where a call stands; -1 where it is not open."""
        return next((row for row, shown in enumerate(self.rows) if shown.call.id == call), -1)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = 0) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return whole_sentence(self.rows[index.row()], self.now)
        return None


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return QSize(300, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, CallRows) or index.row() >= len(model.rows):
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, color("hover" if chosen else "raised"))
        painter.setPen(QPen(color("border"), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        paint_call(painter, option.rect, model.rows[index.row()], model.now, ("text", "text_muted"))
        if chosen and option.widget and option.widget.hasFocus():
            ring(painter, option.rect.toRectF(), 4)


class CallList(QListView):
    """Shows a `CallRows`; repainted once a second by its page."""

    def __init__(self, model: CallRows) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_Painter(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        themes.changed.connect(self._dress)
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Letters and Enter are for the page: what is done with a call, not where a list would jump to."""
        if event.text().strip() or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, color("surface"))
        self.setPalette(palette)
        self.viewport().update()
