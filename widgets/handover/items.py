"""Open items as a list: a bar by risk, title and words, owner, where it comes from, what was answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from console.domain.handovers import Risk
from widgets.handover.words import RISK_ROLE
from widgets.plain import tip
from widgets.tables import Index
from widgets.theme import color, font, pixmap, ring, themes

ROOT = QModelIndex()
HIGH = 58  # pixels of one item
OWNER, TAG = 130, 92
NARROW = 460  # pixels below which the owner stands in the second line
LINE = Qt.ItemDataRole.UserRole + 1
LEFT = (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Delete, Qt.Key.Key_N)  # keys of whoever shows the list


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One open item, in words."""

    id: str
    title: str
    words: str
    owner: str
    tag: str
    risk: Risk
    risk_word: str = ""
    reply: str = ""  # what was answered, in words
    reply_icon: str = ""
    reply_role: str = "text_muted"

    @property
    def spoken(self) -> str:
        """All of it, for who hears it."""
        return ". ".join(filter(None, (self.risk_word, self.title, self.words, self.owner, self.tag, self.reply)))


class ItemModel(QAbstractListModel):
    """Items in the order in which they are given."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[ItemLine] = []

    def show_lines(self, lines: Sequence[ItemLine]) -> None:
        """Take others; the same items in the same order keep what is chosen."""
        new = list(lines)
        if new == self.lines:
            return
        if [one.id for one in new] == [one.id for one in self.lines]:
            self.lines = new
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
        else:
            self.beginResetModel()
            self.lines = new
            self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = 0) -> object:
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip("\n".join(filter(None, (line.title, line.words, line.owner, line.reply))))
        return line if role == LINE else None


class ItemDelegate(QStyledItemDelegate):
    """Paints an item in two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return QSize(120, HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE)
        area = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -2), 5, 5)
        painter.setPen(color("border"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.fillRect(QRectF(area.left() + 3, area.top() + 9, 4, HIGH - 18), color(RISK_ROLE[line.risk]))
        inside = area.adjusted(18, 8, -8, -8)
        inside.setRight(self._right(painter, line, inside))
        self._words(painter, line, inside, area.width() < NARROW)
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring(painter, QRectF(area).adjusted(1, 1, -1, -2), 5)
        painter.restore()

    def _right(self, painter: QPainter, line: ItemLine, inside: QRect) -> int:
        """The tag and the owner at the right; where the words end."""
        painter.setFont(font(11))
        metrics = painter.fontMetrics()
        wide = metrics.horizontalAdvance(line.tag) + 14
        high = metrics.height() + 4
        box = QRectF(inside.right() - wide, inside.top() + (inside.height() - high) / 2, wide, high)
        if line.reply:
            box.moveTop(inside.top() - 1)
        painter.setPen(QPen(color("border_strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(color("text_muted"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), line.tag)
        left = min(inside.right() - TAG, int(box.left()) - 8)
        if line.reply:
            left = min(left, self._reply(painter, line, inside))
        if line.owner and inside.width() >= NARROW - 26:
            painter.setFont(font(13))
            painter.setPen(color("text_muted"))
            room = QRect(left - OWNER, inside.top(), OWNER, inside.height())
            shown = painter.fontMetrics().elidedText(line.owner, Qt.TextElideMode.ElideRight, OWNER - 8)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
            left -= OWNER
        return left - 8

    @staticmethod
    def _reply(painter: QPainter, line: ItemLine, inside: QRect) -> int:
        painter.setFont(font(12, 500))
        wide = painter.fontMetrics().horizontalAdvance(line.reply)
        painter.setPen(color(line.reply_role))
        words = QRect(inside.right() - wide, inside.bottom() - 17, wide + 1, 18)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), line.reply)
        mark = pixmap(line.reply_icon, line.reply_role, 14, painter.device().devicePixelRatioF())
        painter.drawPixmap(words.left() - 19, words.top() + 2, mark)
        return words.left() - 27

    @staticmethod
    def _words(painter: QPainter, line: ItemLine, inside: QRect, narrow: bool) -> None:
        x = inside.left()
        if line.risk is Risk.HIGH:
            painter.setFont(font(12, 600))
            painter.setPen(color("bad"))
            wide = painter.fontMetrics().horizontalAdvance(line.risk_word)
            painter.drawPixmap(
                x, inside.top() + 3, pixmap("triangle-alert", "bad", 14, painter.device().devicePixelRatioF())
            )
            painter.drawText(
                QRect(x + 19, inside.top(), wide + 1, 20), int(Qt.AlignmentFlag.AlignVCenter), line.risk_word
            )
            x += wide + 29
        painter.setFont(font(13, 600))
        painter.setPen(color("text"))
        first = QRect(x, inside.top(), max(0, inside.right() - x), 20)
        title = painter.fontMetrics().elidedText(line.title, Qt.TextElideMode.ElideRight, first.width())
        painter.drawText(first, int(Qt.AlignmentFlag.AlignVCenter), title)
        painter.setFont(font(13))
        painter.setPen(color("text_muted"))
        said = f"{line.owner} · {line.words}" if narrow and line.owner else line.words
        second = QRect(inside.left(), inside.top() + 22, inside.width(), 20)
        words = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, second.width())
        painter.drawText(second, int(Qt.AlignmentFlag.AlignVCenter), words)


class ItemList(QListView):
    """As high as its items; what is around it scrolls. `opened`: Enter or a double click; `chosen`: another item."""

    opened = Signal(str)
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._items = ItemModel()
        self.setModel(self._items)
        self.setItemDelegate(ItemDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.id_at(index.row())))
        themes.changed.connect(self._dress)
        self._dress()

    @property
    def lines(self) -> list[ItemLine]:
        """What is shown."""
        return self._items.lines

    @property
    def current_id(self) -> str:
        """The item that is chosen; "" for none."""
        return self.id_at(self.currentIndex().row())

    def id_at(self, row: int) -> str:
        """The id of the item in a row."""
        return self.lines[row].id if 0 <= row < len(self.lines) else ""

    def show_lines(self, lines: Sequence[ItemLine]) -> None:
        """Show others; what was chosen stays chosen."""
        before = self.current_id
        self._items.show_lines(lines)
        self.setFixedHeight(HIGH * len(self.lines) + 2)
        if before and self.current_id != before:
            self.choose(before)

    def choose(self, id: str) -> None:
        """Choose an item where it is shown."""
        row = next((row for row, line in enumerate(self.lines) if line.id == id), -1)
        if row >= 0:
            self.setCurrentIndex(self._items.index(row))

    def currentChanged(self, now: Index, before: Index) -> None:  # noqa: N802
        super().currentChanged(now, before)
        self.chosen.emit(self.id_at(now.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id:
            self.opened.emit(self.current_id)
        elif event.key() in LEFT:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, color("surface"))
        self.setPalette(palette)
        self.viewport().update()
