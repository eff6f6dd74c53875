"""The list of pens: what is drawn, in which colour, the live value, and the axis of each."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.cards import Button, Card, Entry, Painted, Text
from widgets.dragging import signals_in
from widgets.flow import Flow
from widgets.plain import tip
from widgets.theme import color, pixmap
from widgets.trends.model import MOST_PENS, Pen
from widgets.trends.naming import known, newest_word, pen_word, place_of, place_word

if TYPE_CHECKING:
    from widgets.trends.model import TrendModel


class PensCard(Card):
    """Drop signals here; Enter or a click on a pen opens what can be done with it."""

    tags_asked = Signal()

    def __init__(self, model: TrendModel) -> None:
        super().__init__()
        self._model = model
        self.rows: list[PenRow] = []
        self.open = ""  # the pen whose tools are open
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.drop = DropZone(self.tags_asked.emit)
        self.body.addLayout(self._list)
        self.body.addWidget(self.drop)
        self.setAcceptDrops(True)
        model.pens_changed.connect(self._show)

    def beat(self, now: float) -> None:
        """The live values."""
        for row in self.rows:
            if row.isVisibleTo(self):
                row.say_value()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Pens"))
        self.drop.retranslate()
        for row in self.rows:
            row.retranslate()
        self._show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if signals_in(event.mimeData()):
            event.acceptProposedAction()
            self.drop.light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        self.drop.light(False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self.drop.light(False)
        for id in signals_in(event.mimeData()):
            self._model.add(id)
        event.acceptProposedAction()

    def toggle(self, id: str) -> None:
        """Open the tools of a pen, or close them."""
        self.open = "" if self.open == id else id
        self._show()

    def shift(self, id: str, by: int) -> None:
        """Draw a pen further up or down."""
        pens = list(self._model.pens)
        at = next((i for i, pen in enumerate(pens) if pen.id == id), -1)
        if at >= 0 and 0 <= at + by < len(pens):
            pens.insert(at + by, pens.pop(at))
            self._model.use(pens)
            self.rows[at + by].face.setFocus()

    def remove(self, id: str) -> None:
        """Draw a pen no more; the keyboard goes on to the next one."""
        at = next((i for i, pen in enumerate(self._model.pens) if pen.id == id), 0)
        self._model.remove(id)
        left = len(self._model.pens)
        (self.rows[min(at, left - 1)].face if left else self.drop).setFocus()

    def _show(self) -> None:
        pens = self._model.pens
        while len(self.rows) < len(pens):
            row = PenRow(self._model, self)
            row.retranslate()
            self.rows.append(row)
            self._list.addWidget(row)
        for row, pen in zip(self.rows, pens, strict=False):
            row.show_pen(pen, pen.id == self.open)
        for i, row in enumerate(self.rows):
            row.setVisible(i < len(pens))
        self.drop.setVisible(len(pens) < MOST_PENS)
        self.note.say(self.tr("{0} of {1}").format(len(pens), MOST_PENS) if pens else "")


class PenRow(QWidget):
    """One pen: its face, and below it the tools while they are open."""

    def __init__(self, model: TrendModel, card: PensCard) -> None:
        super().__init__()
        self._model, self._card = model, card
        self.pen: Pen | None = None
        self.face = PenFace(model, self)
        self.tools = QWidget()
        self.shown, self.up, self.down, self.gone = (
            Button(icon) for icon in ("eye", "chevron-up", "chevron-down", "x")
        )
        self.low, self.high, self.axis = Entry(), Entry(), Text("text_muted", 12)
        self._lay_out()
        self.face.clicked.connect(lambda: card.toggle(self._id))
        self.shown.clicked.connect(lambda: model.change(self._id, shown=not self.pen.shown if self.pen else True))
        self.up.clicked.connect(lambda: card.shift(self._id, -1))
        self.down.clicked.connect(lambda: card.shift(self._id, 1))
        self.gone.clicked.connect(lambda: card.remove(self._id))
        for entry in (self.low, self.high):
            entry.editingFinished.connect(self._fix)

    @property
    def _id(self) -> str:
        return self.pen.id if self.pen else ""

    def show_pen(self, pen: Pen, opened: bool) -> None:
        """Stand for this pen."""
        other = self.pen is None or pen.id != self.pen.id
        self.pen = pen
        self.tools.setVisible(opened)
        self.shown.wear("eye" if pen.shown else "eye-off")
        for entry, limit in ((self.low, pen.low), (self.high, pen.high)):
            if other or not entry.hasFocus():
                entry.setText("" if limit is None else QLocale().toString(limit, "g", 10))
        self.face.say()
        self._name()

    def say_value(self) -> None:
        """The live value."""
        self.face.say()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.axis.say(self.tr("Axis"))
        for entry, words in ((self.low, self.tr("lowest")), (self.high, self.tr("highest"))):
            entry.setPlaceholderText(words)
        self.low.setAccessibleName(self.tr("Axis from; empty: by itself"))
        self.high.setAccessibleName(self.tr("Axis to; empty: by itself"))
        self._name()

    def _name(self) -> None:
        shown = self.pen is None or self.pen.shown
        self.shown.name_silently(self.tr("Hide") if shown else self.tr("Show"))
        self.up.name_silently(self.tr("Further up"))
        self.down.name_silently(self.tr("Further down"))
        self.gone.name_silently(self.tr("Remove (Del)"))

    def _fix(self) -> None:
        """Fix the axis as it was typed; what is no number frees it again."""
        limits = []
        for entry in (self.low, self.high):
            value, good = QLocale().toDouble(entry.text().strip())
            limits.append(value if good and isfinite(value) and entry.text().strip() else None)
        low, high = limits
        if low is not None and high is not None and low >= high:
            low, high = high, low
        if self.pen is not None and (low, high) != (self.pen.low, self.pen.high):
            self._model.change(self._id, low=low, high=high)

    def _lay_out(self) -> None:
        row = Flow(self.tools, 4)
        row.setContentsMargins(18, 2, 0, 6)
        for part in (self.shown, self.up, self.down, self.gone):
            row.addWidget(part)
        fixed = QWidget()
        axis = QHBoxLayout(fixed)
        axis.setContentsMargins(4, 0, 0, 0)
        axis.setSpacing(4)
        axis.addWidget(self.axis)
        for entry in (self.low, self.high):
            entry.setFixedWidth(72)
            axis.addWidget(entry)
        row.addWidget(fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.face)
        column.addWidget(self.tools)


class PenFace(Painted):
    """Colour, name and live value of a pen, on a line."""

    def __init__(self, model: TrendModel, row: PenRow) -> None:
        super().__init__()
        self._model, self._row = model, row
        self._value = ""
        self.setFixedHeight(34)

    def say(self) -> None:
        """Paint again if something reads differently."""
        pen = self._row.pen
        if pen is None:
            return
        name, place = pen_word(self._model, pen.id), place_word(self._model.console, place_of(pen.id))
        value = newest_word(self._model, pen.id)
        said = f"{name}, {place}, {value}"
        if said != self.accessibleName():
            self.setAccessibleName(said)
            self.setToolTip(tip(f"{name}\n{place}\n{pen.id}"))
        self._value = value
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        row, card = self._row, self._row._card  # noqa: SLF001 - one row is two widgets
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and row.pen:
            card.remove(row.pen.id)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and row.pen:
            by = -1 if event.key() == Qt.Key.Key_Up else 1
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                card.shift(row.pen.id, by)
            else:
                at = card.rows.index(row) + by
                if 0 <= at < len(self._model.pens):
                    card.rows[at].face.setFocus()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        pen = self._row.pen
        if pen is None:
            return
        painter = QPainter(self)
        self.backdrop(painter)
        ink = color(f"pen_{pen.color}")
        painter.setBrush(ink if pen.shown else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 1.5))
        painter.drawEllipse(QPointF(9, self.height() / 2), 4.5, 4.5)
        painter.setFont(self.font())
        metrics, right = painter.fontMetrics(), self.width() - 22
        value = metrics.elidedText(self._value, Qt.TextElideMode.ElideRight, right // 2)
        wide = metrics.horizontalAdvance(value)
        painter.setPen(ink if pen.shown else color("text_faint"))
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(right - wide, 0, wide + 2, self.height()), middle, value)
        self._names(painter, pen, right - wide - 10)
        mark = "chevron-up" if self._row.tools.isVisibleTo(self._row) else "chevron-down"
        painter.drawPixmap(
            self.width() - 16, (self.height() - 13) // 2, pixmap(mark, "text_faint", 13, self.devicePixelRatioF())
        )
        painter.setPen(QPen(color("border"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _names(self, painter: QPainter, pen: Pen, right: int) -> None:
        metrics, x = painter.fontMetrics(), 22
        place = place_word(self._model.console, place_of(pen.id))
        there = known(self._model, pen.id) is not None
        for words, role in (
            (pen_word(self._model, pen.id), "text" if pen.shown and there else "text_faint"),
            (place, "text_faint"),
        ):
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, right - x))
            painter.setPen(color(role))
            painter.drawText(QRectF(x, 0, max(0, right - x), self.height()), int(Qt.AlignmentFlag.AlignVCenter), shown)
            x += metrics.horizontalAdvance(shown) + 8


class DropZone(Painted):
    """Where signals are dropped; a click opens the list they come from."""

    def __init__(self, asked: object) -> None:
        super().__init__()
        self._lit = False
        self.setFixedHeight(34)
        self.clicked.connect(asked)

    def light(self, lit: bool) -> None:
        """Show that what is dragged may be dropped."""
        self._lit = lit
        self.update()

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        self.setText(self.tr("Drag a tag here to add a pen"))
        self.setAccessibleName(self.tr("Choose a tag to add a pen"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        self.backdrop(painter)
        if self._lit:
            painter.setPen(QPen(color("accent"), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.setFont(self.font())
        painter.setPen(color("accent" if self._lit else "text_faint"))
        room = self.rect().adjusted(4, 0, -4, 0)
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
