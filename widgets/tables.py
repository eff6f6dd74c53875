"""The table that pages show records in: flat, dense, copyable, complete by keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from console.domain.spreadsheet import cell
from widgets.theme import color, font, pixmap, themes

Index = QModelIndex | QPersistentModelIndex
ICON = Qt.ItemDataRole.UserRole + 1  # (icon name, colour role) before the text
TONE = Qt.ItemDataRole.UserRole + 2  # colour role of the text
ROW = 28
PAD = 8
LEAST = 110


class FlatHeader(QHeaderView):
    """Column names in small faint type over a hairline."""

    def __init__(self, orientation: Qt.Orientation = Qt.Orientation.Horizontal) -> None:
        super().__init__(orientation)
        self.setFont(font(12))
        self.setFixedHeight(26)
        self.setMinimumSectionSize(36)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:  # noqa: N802
        model = self.model()
        if model is None:
            return
        painter.save()
        painter.fillRect(rect, color("surface"))
        painter.setPen(color("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(color("text_faint"))
        text = str(model.headerData(logical, self.orientation(), Qt.ItemDataRole.DisplayRole) or "")
        side = model.headerData(logical, self.orientation(), Qt.ItemDataRole.TextAlignmentRole)
        inside = rect.adjusted(PAD, 0, -PAD, 0)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        align = Qt.AlignmentFlag(side) if side is not None else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inside, int(align | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), color("surface"))
        painter.end()
        super().paintEvent(event)


class RowDelegate(QStyledItemDelegate):
    """Paints a cell as icon and text over a hairline, in the colour role that the model names."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        text = str(index.data() or "")
        space = 22 if index.data(ICON) else 0
        return QSize(option.fontMetrics.horizontalAdvance(text[:200]) + space + 2 * PAD + 2, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.backdrop(painter, option)
        inside = option.rect.adjusted(PAD, 0, -PAD, 0)
        mark = index.data(ICON)
        lit = bool(option.state & QStyle.StateFlag.State_Selected) and _active(option)
        if mark:
            top = inside.top() + (inside.height() - 14) // 2
            ink = "accent_text" if lit else mark[1]
            painter.drawPixmap(inside.left(), top, pixmap(mark[0], ink, 14, painter.device().devicePixelRatioF()))
            inside.setLeft(inside.left() + 22)
        painter.setPen(color("accent_text" if lit else index.data(TONE) or "text"))
        painter.setFont(index.data(Qt.ItemDataRole.FontRole) or option.font)
        align = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
        elide = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(str(index.data() or ""), elide, inside.width())
        painter.drawText(inside, int(Qt.AlignmentFlag(align) | Qt.AlignmentFlag.AlignVCenter), shown)

    def backdrop(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Selection, hover and the hairline under a row."""
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, color("accent_fill" if _active(option) else "hover"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, color("raised"))
        painter.setPen(QPen(color("border"), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())


def _active(option: QStyleOptionViewItem) -> bool:
    return bool(
        option.state & QStyle.StateFlag.State_HasFocus or option.state & QStyle.StateFlag.State_Active
    ) and bool(option.widget and option.widget.hasFocus())


class Grid(QTableView):
    """A table of records; Ctrl+C copies the chosen rows, or all when none is chosen, ready for a spreadsheet.

    Where the stretched column would get less than LEAST pixels, the columns of `spare` give way, in that order.
    """

    def __init__(
        self, model: QAbstractItemModel, widths: Sequence[int], stretch: int, spare: Sequence[int] = ()
    ) -> None:
        super().__init__()
        self._widths, self._stretch, self._spare = tuple(widths), stretch, tuple(spare)
        self.setModel(model)
        self.setHorizontalHeader(FlatHeader())
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setItemDelegate(RowDelegate(self))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setFont(font(13))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        header = self.horizontalHeader()
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        themes.changed.connect(self._dress)
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if self._spare:
            self._make_room()

    def _make_room(self) -> None:
        others = [column for column in range(self.model().columnCount()) if column != self._stretch]
        room = self.viewport().width() - LEAST - sum(self._width(column) for column in others)
        for column in self._spare:
            if self.isColumnHidden(column) is not (room < 0):
                self.setColumnHidden(column, room < 0)
            room += self._width(column) if room < 0 else 0

    def _width(self, column: int) -> int:
        """What a column takes when it is shown."""
        return self._widths[column] if self.isColumnHidden(column) else self.columnWidth(column)

    def copied(self) -> str:
        """The chosen rows (all when none is chosen) as tab-separated text with a first line of column names."""
        model = self.model()
        rows = sorted({i.row() for i in self.selectionModel().selectedIndexes()}) or range(model.rowCount())
        columns = [c for c in range(model.columnCount()) if c in self._spare or not self.isColumnHidden(c)]
        names = [model.headerData(c, Qt.Orientation.Horizontal) for c in columns]
        lines = [[model.index(row, c).data() for c in columns] for row in rows]
        return "\n".join("\t".join(cell(value) for value in line) for line in [names, *lines])

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, color("surface"))
        self.setPalette(palette)
        self.viewport().update()
