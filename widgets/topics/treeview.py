"""The view of the topic tree: rows like the tables, complete by keyboard, smooth with 50 000 topics."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem, QTreeView

from widgets.tables import FlatHeader, Index, RowDelegate
from widgets.theme import color, font, themes
from widgets.topics.entries import NAME

WIDTHS = (0, 92, 92, 104, 116)


class TopicView(QTreeView):
    """A tree without the platform's own selection colours."""

    def __init__(self, model: QAbstractItemModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setHeader(FlatHeader())
        self.setItemDelegate(RowDelegate(self))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setFont(font(13))
        self.setIndentation(18)
        self.setMouseTracking(True)
        self.header().setStretchLastSection(False)
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, width)
        self.header().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        themes.changed.connect(self._dress)
        self._dress()

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        if self.selectionModel().isRowSelected(index.row(), index.parent()):
            painter.fillRect(options.rect, color("accent_fill" if self.hasFocus() else "hover"))
        elif options.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(options.rect, color("raised"))
        super().drawRow(painter, options, index)

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, color("surface"))
        palette.setColor(QPalette.ColorRole.Highlight, QColor(Qt.GlobalColor.transparent))
        self.setPalette(palette)
        self.viewport().update()
