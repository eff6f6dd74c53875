"""The table on the screen: a menu on each cell, by mouse or keyboard; a dot marks what the plant set itself."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStyle, QStyleOptionViewItem

from console.app.queries.people import PermissionCell, PermissionRow
from console.domain.people import Role
from widgets.people.words import reach_word
from widgets.permissions.rights import CHANGED, FIXED, HEADING, ROLES, Rights
from widgets.plain import caption
from widgets.tables import PAD, Grid, Index, RowDelegate
from widgets.theme import color, font, pixmap, ring

NAME, WIDE = 250, 134
OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class CellDelegate(RowDelegate):
    """The words of a cell, a dot where it differs from what we ship, a heading over each group."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.data(HEADING):
            self._heading(painter, option, index)
            return
        here = option.state & QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)
        box = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(CHANGED):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("accent"))
            painter.drawEllipse(QPointF(box.left() + 3.5, box.center().y() + 0.5), 3, 3)
        if index.data(FIXED):
            mark = pixmap("lock", "text_faint", 12, painter.device().devicePixelRatioF())
            painter.drawPixmap(QPointF(box.right() - 20, box.center().y() - 6), mark)
        if here:
            ring(painter, QRectF(box), 4)
        painter.restore()

    @staticmethod
    def _heading(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.setPen(QPen(color("border_strong"), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if index.column() == 0:
            painter.setFont(font(13, 600))
            painter.setPen(color("text"))
            inside = option.rect.adjusted(PAD, 4, -PAD, 0)
            painter.drawText(inside, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), index.data())


class RightsGrid(Grid):
    """`wanted` carries role, command and reach of a cell that somebody sets; `lit` the role of the chosen cell."""

    wanted = Signal(object, str, object)
    lit = Signal(object)

    def __init__(self, model: Rights) -> None:
        super().__init__(model, (NAME, *[WIDE] * len(ROLES)), stretch=0)
        self.rights = model
        self.menu = QMenu(self)
        self.why_not = ""  # why nobody may set anything here, for the menu; "" = they may
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.clicked.connect(lambda _: self.offer())
        self.selectionModel().currentChanged.connect(lambda now, _: self._light(now))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        found = self.rights.cell(self.currentIndex())
        if found and event.key() in OPENS:
            self.offer()
            return
        if found and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            role, row, cell = found
            self.wanted.emit(role, row.command, cell.shipped)
            return
        super().keyPressEvent(event)

    def offer(self) -> None:
        """Open the menu of the current cell; nothing on a heading."""
        found = self.rights.cell(self.currentIndex())
        if found is None:
            return
        self.fill_menu(*found)
        box = self.visualRect(self.currentIndex())
        self.menu.popup(self.viewport().mapToGlobal(box.bottomLeft() + QPoint(0, 2)))
        actions = self.menu.actions()
        self.menu.setActiveAction(next((action for action in actions if action.isChecked()), actions[0]))

    def fill_menu(self, role: Role, row: PermissionRow, cell: PermissionCell) -> None:
        """Put the reaches that make sense into the menu, the one of now ticked, the shipped one named so."""
        self.menu.clear()
        group = QActionGroup(self.menu)
        why_not = self.why_not or ("" if cell.editable else self.tr("Administrators keep this for good."))
        for far in row.reaches:
            words = reach_word(far)
            action = self.menu.addAction(
                caption(self.tr("{0} (as shipped)").format(words) if far is cell.shipped else words)
            )
            action.setCheckable(True)
            action.setChecked(far is cell.reach)
            action.setEnabled(not why_not)
            action.triggered.connect(lambda _=False, far=far: self.wanted.emit(role, row.command, far))
            group.addAction(action)
        if why_not:
            self.menu.addSeparator()
            self.menu.addAction(caption(why_not)).setEnabled(False)

    def _light(self, index: Index) -> None:
        found = self.rights.cell(index)
        if found is not None:
            self.lit.emit(found[0])
