"""How the matrix is drawn: circles filled by quarters, names that stand upright, what is covered below them."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from widgets.plain import plain
from widgets.skills.matrix import Face, SkillMatrix
from widgets.theme import color, font, pixmap, ring, themes

CELL, ROW = 64, 32
NAMES = 220  # pixels for a person's name and number
TALL, COVER = 150, 28  # of the head: the upright names, and the line with what is covered
CIRCLE = 18.0
DIGITS = {Qt.Key.Key_0: 0, Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3, Qt.Key.Key_4: 4}


def paint_level(painter: QPainter, box: QRectF, level: int, ink: QColor, asked: bool = False) -> None:
    """A circle of which as many quarters are filled as the level says; its edge is dashed while it is asked for."""
    painter.setPen(QPen(ink, 1.3, Qt.PenStyle.DotLine if asked else Qt.PenStyle.SolidLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box)
    if level > 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPie(box.adjusted(2.2, 2.2, -2.2, -2.2), 90 * 16, -level * 90 * 16)


def tone_of(face: Face) -> str:
    """The colour role of a cell: grey unless somebody must act."""
    if face.expired:
        return "bad"
    return "warning" if face.soon else "text_faint" if face.asked or face.level == 0 else "text_muted"


class LevelDelegate(QStyledItemDelegate):
    """Circle, number, and an icon when the skill has expired or soon will."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        assert isinstance(model, SkillMatrix)
        box, face = option.rect, model.face(index.row(), index.column())
        self._ground(painter, option, index)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if face.level >= 0:
            self._face(painter, QRectF(box), face)
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring(painter, QRectF(box), 4)

    @staticmethod
    def _ground(painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        box, view = option.rect, option.widget
        at = view.currentIndex() if isinstance(view, QTableView) else QModelIndex()
        if at.isValid() and (at.row() == index.row() or at.column() == index.column()):
            painter.fillRect(box, color("raised"))
        if option.state & QStyle.StateFlag.State_MouseOver or at == index:
            painter.fillRect(box, color("hover"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(color("border"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomRight())

    @staticmethod
    def _face(painter: QPainter, box: QRectF, face: Face) -> None:
        ink, middle = color(tone_of(face)), box.center().y()
        paint_level(painter, QRectF(box.left() + 8, middle - CIRCLE / 2, CIRCLE, CIRCLE), face.level, ink, face.asked)
        painter.setPen(ink if face.expired or face.soon else color("text"))
        painter.setFont(font(12, 500))
        painter.drawText(QRectF(box.left() + 30, box.top(), 10, box.height()), _MIDDLE, str(face.level))
        if face.expired or face.soon:
            name = "calendar-x" if face.expired else "calendar-clock"
            mark = pixmap(name, tone_of(face), 14, painter.device().devicePixelRatioF())
            painter.drawPixmap(QPointF(box.right() - 16, middle - 7), mark)


_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class OperationHeader(QHeaderView):
    """Names that stand upright, and under each how many can do it alone of how many are needed."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setFixedHeight(TALL + COVER)
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        themes.changed.connect(self.viewport().update)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:  # noqa: N802
        model = self.model()
        if not isinstance(model, SkillMatrix) or logical >= len(model.operations):
            return
        painter.save()
        painter.fillRect(rect, color("surface"))
        lit = self._lit(logical)
        painter.setPen(color("text" if lit else "text_muted"))
        painter.setFont(font(12, 600 if lit else 400))
        name = plain(model.operations[logical].value.name, 120)
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, TALL - 16)
        painter.save()
        painter.translate(rect.left(), rect.top() + TALL)
        painter.rotate(-90)
        painter.drawText(QRect(8, 0, TALL - 14, rect.width()), _MIDDLE, shown)
        painter.restore()
        cover = model.coverage(logical)
        self._paint_cover(painter, rect, len(cover.able), cover.needed)
        painter.setPen(color("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.restore()

    def _paint_cover(self, painter: QPainter, rect: QRect, have: int, need: int) -> None:
        words = f"{have}/{need}" if need else str(have)
        box = QRect(rect.left(), rect.bottom() - COVER, rect.width(), COVER)
        short = have < need
        painter.setFont(font(12, 600 if short else 400))
        painter.setPen(color("warning" if short else "text_faint"))
        if short:
            mark = pixmap("triangle-alert", "warning", 13, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(box.left() + 5, box.top() + (COVER - 13) / 2), mark)
            box.setLeft(box.left() + 16)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    def _lit(self, logical: int) -> bool:
        view = self.parent()
        return isinstance(view, QTableView) and view.currentIndex().column() == logical

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        left = self.length() - self.offset()
        if left < self.width():
            QPainter(self.viewport()).fillRect(left, 0, self.width() - left, self.height(), color("surface"))

    def sectionSizeFromContents(self, logical: int) -> QSize:  # noqa: N802
        return QSize(CELL, TALL + COVER)


class PersonHeader(QHeaderView):
    """Names with their numbers, at the left of the rows."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setFixedWidth(NAMES)
        self.setDefaultSectionSize(ROW)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        themes.changed.connect(self.viewport().update)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:  # noqa: N802
        model, view = self.model(), self.parent()
        if not isinstance(model, SkillMatrix) or logical >= len(model.people):
            return
        painter.save()
        painter.fillRect(rect, color("surface"))
        person = model.people[logical]
        lit = isinstance(view, QTableView) and view.currentIndex().row() == logical
        number = plain(person.number, 12)
        wide = round(QFontMetricsF(font(12)).horizontalAdvance(number)) + 10 if number else 0
        painter.setFont(font(13, 600 if lit else 400))
        painter.setPen(color("text"))
        room = rect.width() - 16 - wide
        shown = painter.fontMetrics().elidedText(plain(person.name, 80), Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect.adjusted(4, 0, -wide - 8, 0), _MIDDLE, shown)
        painter.setFont(font(12))
        painter.setPen(color("text_faint"))
        side = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(rect.adjusted(4, 0, -10, 0), side, number)
        painter.setPen(color("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        below = self.length() - self.offset()
        if below < self.height():
            QPainter(self.viewport()).fillRect(0, below, self.width(), self.height() - below, color("surface"))


class Corner(QWidget):
    """Says what the numbers under the names of the operations are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setGeometry(0, 0, NAMES, TALL + COVER)
        themes.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("surface"))
        painter.setPen(color("border"))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        painter.drawLine(self.rect().topRight(), self.rect().bottomRight())
        painter.setPen(color("text_faint"))
        painter.setFont(font(12))
        box = self.rect().adjusted(4, self.height() - COVER, -10, 0)
        words = QCoreApplication.translate("MatrixView", "can do it alone / needed")
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), shown)


class MatrixView(QTableView):
    """Arrows walk, 0 to 4 set a level, Delete empties the cell, Enter goes on to the date and the note."""

    level_given = Signal(int, int, int)  # row, column, level
    emptied = Signal(int, int)
    details_asked = Signal(int, int)

    def __init__(self, model: SkillMatrix) -> None:
        super().__init__()
        self.setModel(model)
        self.setHorizontalHeader(OperationHeader())
        self.setVerticalHeader(PersonHeader())
        self.setItemDelegate(LevelDelegate(self))
        self.horizontalHeader().setDefaultSectionSize(CELL)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.doubleClicked.connect(lambda index: self.details_asked.emit(index.row(), index.column()))
        self.corner = Corner(self)
        themes.changed.connect(self._dress)
        self._dress()

    def currentChanged(self, now: QModelIndex, before: QModelIndex) -> None:  # noqa: N802
        super().currentChanged(now, before)
        self.viewport().update()
        self.horizontalHeader().viewport().update()
        self.verticalHeader().viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        at, key = self.currentIndex(), event.key()
        plain_key = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if at.isValid() and plain_key:
            if key in DIGITS:
                self.level_given.emit(at.row(), at.column(), DIGITS[Qt.Key(key)])
                return
            if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self.emptied.emit(at.row(), at.column())
                return
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.details_asked.emit(at.row(), at.column())
                return
        super().keyPressEvent(event)

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, color("surface"))
        self.setPalette(palette)
        self.viewport().update()
