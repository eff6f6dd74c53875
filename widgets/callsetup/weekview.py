"""How the week is drawn: a block for each shift that somebody is there, days above shifts, gaps marked in the head."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from console.domain.rosterweek import Presence
from widgets.callsetup.setupwords import shift_word
from widgets.callsetup.weekrows import WeekRows, day_label
from widgets.people.words import role_word
from widgets.plain import plain
from widgets.tables import Index
from widgets.theme import color, font, pixmap, ring, themes

CELL, ROW, NAMES = 46, 30, 210
DAY, SHIFT = 22, 24  # pixels of the two lines of the head
MARK = {
    Presence.DUTY: ("check", "text"),
    Presence.ON_CALL: ("phone", "text"),
    Presence.AWAY: ("user-x", "warning"),
    Presence.ABSENT: ("user-x", "text_faint"),
}
_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class PresenceDelegate(QStyledItemDelegate):
    """A filled block on duty, an outlined one on call, an icon for who is away."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, box = index.model(), option.rect
        assert isinstance(model, WeekRows)
        self._ground(painter, option, index, model)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        presence = model.presence(index.row(), index.column())
        block = QRectF(box).adjusted(3, 4, -4, -5)
        if presence is Presence.DUTY:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("border_strong"))
            painter.drawRoundedRect(block, 4, 4)
        elif presence in (Presence.ON_CALL, Presence.AWAY):
            ink = "border_strong" if presence is Presence.ON_CALL else "warning"
            style = Qt.PenStyle.SolidLine if presence is Presence.ON_CALL else Qt.PenStyle.DashLine
            painter.setPen(QPen(color(ink), 1, style))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(block, 4, 4)
        if presence in MARK:
            name, ink = MARK[presence]
            mark = pixmap(name, ink, 14, painter.device().devicePixelRatioF())
            painter.drawPixmap(QPointF(block.center().x() - 7, block.center().y() - 7), mark)
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring(painter, QRectF(box), 4)

    @staticmethod
    def _ground(painter: QPainter, option: QStyleOptionViewItem, index: Index, model: WeekRows) -> None:
        box, view = option.rect, option.widget
        at = view.currentIndex() if isinstance(view, QTableView) else QModelIndex()
        if at.isValid() and (at.row() == index.row() or at.column() == index.column()):
            painter.fillRect(box, color("raised"))
        if option.state & QStyle.StateFlag.State_MouseOver or at == index:
            painter.fillRect(box, color("hover"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(color("border"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        last = index.column() + 1
        ends = last >= len(model.shifts) or model.shifts[last].day != model.shifts[index.column()].day
        painter.setPen(color("border_strong" if ends else "border"))
        painter.drawLine(box.topRight(), box.bottomRight())


class WeekHeader(QHeaderView):
    """The day over its shifts; a shift in which a role has nobody stands out."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setFixedHeight(DAY + SHIFT)
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(CELL)
        themes.changed.connect(self.viewport().update)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:  # noqa: N802
        model = self.model()
        if not isinstance(model, WeekRows) or logical >= len(model.shifts):
            return
        painter.save()
        painter.fillRect(rect, color("surface"))
        short = logical in model.short
        box = QRect(rect.left(), rect.top() + DAY, rect.width(), SHIFT).adjusted(4, 0, -3, 0)
        if short:
            mark = pixmap("triangle-alert", "bad", 12, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(box.left(), box.top() + (SHIFT - 12) / 2), mark)
            box.setLeft(box.left() + 15)
        painter.setFont(font(11, 600 if short else 400))
        painter.setPen(color("bad" if short else "text_faint"))
        name = painter.fontMetrics().elidedText(
            shift_word(model.shifts[logical].name), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, _MIDDLE, name)
        painter.setPen(color("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        model, painter = self.model(), QPainter(self.viewport())
        left = self.length() - self.offset()
        if left < self.width():
            painter.fillRect(left, 0, self.width() - left, self.height(), color("surface"))
        if not isinstance(model, WeekRows):
            return
        for first, last in _spans(model):
            x = self.sectionViewportPosition(first)
            end = self.sectionViewportPosition(last) + self.sectionSize(last)
            box = QRect(max(x, 0), 0, end - max(x, 0), DAY)
            painter.fillRect(QRect(x, 0, end - x, DAY), color("surface"))
            today = model.shifts[first].day == model.today
            painter.setFont(font(12, 600 if today else 500))
            painter.setPen(color("text" if today else "text_muted"))
            painter.drawText(box.adjusted(4, 0, -2, 0), _MIDDLE, day_label(model.shifts[first].day))
            painter.setPen(color("border_strong"))
            painter.drawLine(end - 1, 0, end - 1, self.height())

    def sectionSizeFromContents(self, logical: int) -> QSize:  # noqa: N802
        return QSize(CELL, DAY + SHIFT)


class NameHeader(QHeaderView):
    """Who and in which role."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setFixedWidth(NAMES)
        self.setDefaultSectionSize(ROW)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        themes.changed.connect(self.viewport().update)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:  # noqa: N802
        model, view = self.model(), self.parent()
        if not isinstance(model, WeekRows) or logical >= len(model.rows):
            return
        painter.save()
        painter.fillRect(rect, color("surface"))
        lit = isinstance(view, QTableView) and view.currentIndex().row() == logical
        row = model.rows[logical]
        role = role_word(row.role)
        painter.setFont(font(12))
        wide = min(painter.fontMetrics().horizontalAdvance(role), rect.width() // 2)
        painter.setPen(color("text_faint"))
        side = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(rect.adjusted(rect.width() - wide - 10, 0, -8, 0), side, role)
        painter.setFont(font(13, 600 if lit else 400))
        painter.setPen(color("text"))
        room = rect.width() - wide - 24
        name = painter.fontMetrics().elidedText(plain(row.person.name, 60), Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect.adjusted(4, 0, 0, 0), _MIDDLE, name)
        painter.setPen(color("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(color("border_strong"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        below = self.length() - self.offset()
        if below < self.height():
            QPainter(self.viewport()).fillRect(0, below, self.width(), self.height() - below, color("surface"))


class Corner(QWidget):
    """The surface above the names, as wide as they are."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        themes.changed.connect(self.update)

    def follow(self) -> None:
        """Lie above the names, however wide they are."""
        self.setGeometry(0, 0, self._view.verticalHeader().width(), DAY + SHIFT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("surface"))
        painter.setPen(color("border"))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        painter.setPen(color("border_strong"))
        painter.drawLine(self.rect().topRight(), self.rect().bottomRight())


class WeekView(QTableView):
    """Arrows walk, Space puts on duty or off, A makes absent or takes that back, Enter shows what is behind a cell."""

    toggled = Signal(object)  # index
    absent = Signal(object)
    opened = Signal(object)

    def __init__(self, model: WeekRows) -> None:
        super().__init__()
        self.setModel(model)
        self.setHorizontalHeader(WeekHeader())
        self.setVerticalHeader(NameHeader())
        self.setItemDelegate(PresenceDelegate(self))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setMinimumHeight(DAY + SHIFT + 2 * ROW)
        self.doubleClicked.connect(self.toggled.emit)
        self.corner = Corner(self)
        self.verticalHeader().geometriesChanged.connect(self.corner.follow)
        themes.changed.connect(self._dress)
        self._dress()

    def currentChanged(self, now: QModelIndex, before: QModelIndex) -> None:  # noqa: N802
        super().currentChanged(now, before)
        self.viewport().update()
        self.verticalHeader().viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.corner.follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        at, key = self.currentIndex(), event.key()
        if at.isValid() and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            known = {Qt.Key.Key_Space: self.toggled, Qt.Key.Key_A: self.absent}
            known |= dict.fromkeys((Qt.Key.Key_Return, Qt.Key.Key_Enter), self.opened)
            signal = known.get(Qt.Key(key))
            if signal is not None:
                signal.emit(at)
                return
        super().keyPressEvent(event)

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, color("surface"))
        self.setPalette(palette)
        self.viewport().update()


def _spans(model: WeekRows) -> list[tuple[int, int]]:
    """The first and the last column of each day."""
    starts = [n for n, s in enumerate(model.shifts) if n == 0 or model.shifts[n - 1].day != s.day]
    return [(a, b - 1) for a, b in zip(starts, [*starts[1:], len(model.shifts)], strict=True)]
