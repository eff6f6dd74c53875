"""The outline of a checklist: its sections and items in a list, moved by drag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from console.domain.checklists import Asks, Section
from widgets.checklists.edits import Edits, Place
from widgets.checklists.words import asks_word, said
from widgets.tables import Index
from widgets.theme import color, font, pixmap, ring, themes

ROOT = QModelIndex()
MIME = "application/x-gemba-checklist-part"
ROW, INDENT = 32, 20
ASKS_ICON = {
    Asks.SCORE: "sliders-horizontal",
    Asks.YES_NO: "circle-check",
    Asks.MEASURE: "activity",
    Asks.TEXT: "message-square",
    Asks.PHOTO: "camera",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line: the checklist itself ("" as id), a section, or an item."""

    id: str
    number: str
    words: str
    icon: str = ""
    spoken: str = ""
    section: bool = False
    red: bool = False


class OutlineRows(QAbstractListModel):
    """The rows of a form; `dropped` carries the id of what was dragged and the row before which it fell."""

    dropped = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self.wrong: frozenset[str] = frozenset()  # ids of what cannot be so

    def show_edits(self, edits: Edits, wrong: frozenset[str]) -> None:
        """Show the checklist as it stands; what is chosen is the view's."""
        rows, nameless = [Row("", "", said(edits.sheet.name) or self.tr("No name yet"), "list-checks")], self.tr("…")
        for at, section in enumerate(edits.sheet.form.sections, 1):
            rows.append(Row(section.id, str(at), said(section.words) or nameless, section=True))
            for number, item in enumerate(section.items, 1):
                icon, spoken = ASKS_ICON[item.asks], asks_word(item.asks)
                words = said(item.words) or nameless
                rows.append(Row(item.id, f"{at}.{number}", words, icon, spoken, red=item.red_line))
        same = [row.id for row in rows] == [row.id for row in self.rows]
        if same:
            self.rows, self.wrong = rows, wrong
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows, self.wrong = rows, wrong
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = 0) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            wrong = self.tr("cannot be so") if row.id in self.wrong else ""
            return " · ".join(part for part in (row.number, row.words, row.spoken, wrong) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return base | Qt.ItemFlag.ItemIsDragEnabled if index.row() else base

    def mimeTypes(self) -> list[str]:  # noqa: N802
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        data = QMimeData()
        data.setData(MIME, self.rows[indexes[0].row()].id.encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802
        return Qt.DropAction.CopyAction

    def dropMimeData(  # noqa: N802
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if data.hasFormat(MIME):
            self.dropped.emit(bytes(data.data(MIME).data()).decode(), row if row >= 0 else len(self.rows))
        return False


class Outline(QListView):
    """Chosen by arrows or mouse; `chosen` and `removed` carry an id, `moved` what was dragged and where it is put."""

    chosen, moved, removed = Signal(str), Signal(str, object), Signal(str)

    def __init__(self, edits: Edits) -> None:
        super().__init__()
        self.edits = edits
        self.model_ = OutlineRows()
        self.setModel(self.model_)
        self.setItemDelegate(_Painter(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setFont(font(13))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.selectionModel().currentChanged.connect(self._walked)
        self.model_.dropped.connect(self._dropped)
        themes.changed.connect(self._dress)
        self._quiet = False
        self._dress()

    def refresh(self, wrong: frozenset[str] = frozenset()) -> None:
        """Show the edits as they stand, with the chosen part chosen."""
        self._quiet = True
        self.model_.show_edits(self.edits, wrong)
        at = next((at for at, row in enumerate(self.model_.rows) if row.id == self.edits.chosen), 0)
        index = self.model_.index(at)
        if self.currentIndex() != index:
            self.setCurrentIndex(index)
        self.scrollTo(index)
        self._quiet = False

    def current(self) -> str:
        """Id of the chosen part."""
        at = self.currentIndex().row()
        return self.model_.rows[at].id if 0 <= at < len(self.model_.rows) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Delete removes."""
        if event.key() == Qt.Key.Key_Delete and self.current():
            self.removed.emit(self.current())
        else:
            super().keyPressEvent(event)

    def _walked(self, now: QModelIndex, before: QModelIndex) -> None:
        if not self._quiet and now.isValid():
            self.chosen.emit(self.model_.rows[now.row()].id)

    def _dropped(self, id: str, row: int) -> None:
        to = target(self.edits, self.model_.rows, id, row)
        if to is not None:
            self.moved.emit(id, to)

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, color("surface"))
        self.setPalette(palette)


def target(edits: Edits, rows: Sequence[Row], id: str, before: int) -> Place | None:
    """Where a part is put when it is dropped before a row; None: nowhere."""
    part, own = edits.part(id), edits.find(id)
    if part is None or own is None:
        return None
    above = list(rows[1 : max(before, 1)])
    sections = [row for row in above if row.section]
    if isinstance(part, Section):
        to = len(sections)
        return Place(to - 1 if own.section < to else to)
    section = max(0, len(sections) - 1)
    items = above[above.index(sections[-1]) + 1 :] if sections else []
    to = len(items)
    return Place(section, to - 1 if own.section == section and own.item < to else to)


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, OutlineRows) or index.row() >= len(model.rows):
            return
        row, area, ratio = model.rows[index.row()], QRect(option.rect), painter.device().devicePixelRatioF()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, color("hover" if chosen else "raised"))
        painter.setPen(QPen(color("border"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        inside = area.adjusted(8, 0, -8, 0)
        top = inside.top() + (ROW - 14) // 2
        if row.id in model.wrong:
            painter.drawPixmap(inside.right() - 14, top, pixmap("circle-x", "bad", 14, ratio))
            inside.setRight(inside.right() - 22)
        elif row.red:
            painter.drawPixmap(inside.right() - 14, top, pixmap("octagon-pause", "warning", 14, ratio))
            inside.setRight(inside.right() - 22)
        if not row.section and row.id:
            inside.setLeft(inside.left() + INDENT)
        if row.icon:
            painter.drawPixmap(inside.left(), top, pixmap(row.icon, "text_faint", 14, ratio))
            inside.setLeft(inside.left() + 22)
        heavy = row.section or not row.id
        painter.setFont(font(13, 600 if heavy else 400))
        painter.setPen(color("text_faint"))
        if row.number:
            painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter), row.number)
            inside.setLeft(inside.left() + painter.fontMetrics().horizontalAdvance(row.number) + 8)
        painter.setPen(color("text"))
        words = painter.fontMetrics().elidedText(row.words, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter), words)
        if chosen and option.widget and option.widget.hasFocus():
            ring(painter, area.toRectF(), 4)
