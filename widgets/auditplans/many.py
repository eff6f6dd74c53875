"""Several of many: a list with boxes to tick, searched by typing; in the order of the list, or of the ticks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from widgets.cards import Entry
from widgets.tables import Index
from widgets.theme import color, font, ring, themes

ROW = 24
SEARCHED = 8  # entries from which there is something to search in
ID = Qt.ItemDataRole.UserRole


class Boxes(QStyledItemDelegate):
    """Paints a row as a box with its words; a click anywhere in the row ticks it, as Space does."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return QSize(60, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        if here:
            painter.fillRect(option.rect, color("hover"))
        on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        box = QRectF(option.rect.left() + 8, option.rect.top() + (option.rect.height() - 14) / 2, 14, 14)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("accent_fill" if on else "border_strong"), 1))
        painter.setBrush(color("accent_fill" if on else "window"))
        painter.drawRoundedRect(box, 3, 3)
        if on:
            painter.setPen(QPen(color("accent_text"), 2))
            corner = box.topLeft()
            painter.drawPolyline([corner + QPointF(3, 7), corner + QPointF(6, 10), corner + QPointF(11, 4)])
        painter.restore()
        painter.setPen(color("text"))
        painter.setFont(option.font)
        room = option.rect.adjusted(30, 0, -8, 0)
        shown = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def editorEvent(  # noqa: N802
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        clicked = event.type() == QEvent.Type.MouseButtonRelease
        pressed = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if not clicked and not (pressed and event.type() == QEvent.Type.KeyPress):
            return False
        role = Qt.ItemDataRole.CheckStateRole
        on = Qt.CheckState(index.data(role)) is Qt.CheckState.Checked
        return model.setData(index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked, role)


class Ticked(QListWidget):
    """The list itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(font(13))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(Boxes(self))
        themes.changed.connect(self._dress)
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            painter.setPen(QPen(color("border_strong"), 1))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
            if self.hasFocus():
                ring(painter, self.viewport().rect().toRectF(), 3)

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, color("window"))
        palette.setColor(QPalette.ColorRole.Text, color("text"))
        self.setPalette(palette)
        self.viewport().update()


class ManyChoice(QWidget):
    """Ids are chosen; what was chosen and is not on offer (any more) stays so. `ranked`: in the order of ticks."""

    changed = Signal()

    def __init__(self, high: int, ranked: bool = False) -> None:
        super().__init__()
        self.search, self.list = Entry(), Ticked()
        self._ranked, self._words = ranked, dict[str, str]()
        self._chosen: list[str] = []
        self.list.setFixedHeight(high)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.search)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)
        self.search.textChanged.connect(lambda _: self._filter())
        self.list.itemChanged.connect(self._ticked)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids in the order in which they were chosen."""
        return tuple(self._chosen)

    def offer(self, entries: Sequence[tuple[str, str]], chosen: Sequence[str]) -> None:
        """Offer (id, words) with these ticked."""
        self._chosen = list(chosen)
        self._words = {id: id for id in chosen} | dict(entries)
        self.list.blockSignals(True)
        self.list.clear()
        for id in self._words:
            item = QListWidgetItem()
            item.setData(ID, id)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if id in chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        if self.list.count():
            self.list.setCurrentRow(0)
        self.search.setVisible(self.list.count() >= SEARCHED)
        self._name()
        self._filter()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802
        super().setAccessibleName(name)
        self.list.setAccessibleName(name)
        words = self.tr("Search")
        self.search.setPlaceholderText(words)
        self.search.setAccessibleName(f"{words}: {name}")

    def _ticked(self, item: QListWidgetItem) -> None:
        id, on = str(item.data(ID)), item.checkState() is Qt.CheckState.Checked
        if on == (id in self._chosen):
            return
        if on:
            self._chosen.append(id)
        else:
            self._chosen.remove(id)
        self._name()
        self.changed.emit()

    def _name(self) -> None:
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            item = self.list.item(row)
            id = str(item.data(ID))
            rank = self._chosen.index(id) + 1 if self._ranked and id in self._chosen else 0
            item.setText(f"{rank} · {self._words[id]}" if rank else self._words[id])
        self.list.blockSignals(False)

    def _filter(self) -> None:
        words = self.search.text().casefold().split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            shown = self._words[str(item.data(ID))].casefold()
            item.setHidden(not all(word in shown for word in words))
