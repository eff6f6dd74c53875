"""The stack of plots, one for each pen that is shown, and everything a hand does on them.

Drag pans, the wheel zooms around the pointer, Ctrl+drag zooms to what was spanned, a click puts cursor A and
Shift+click cursor B; the arrows pan, + and - zoom, Home follows the line, Space stands still, A and B put the cursors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from widgets.cards import Button, Card, Text
from widgets.dragging import signals_in
from widgets.theme import color, ring, themes
from widgets.trends.hand import Hand
from widgets.trends.model import MOST_PENS
from widgets.trends.plot import SIDE, TOP, Plot

if TYPE_CHECKING:
    from widgets.trends.model import TrendModel

LEAST, GAP = 76, 8  # pixels of a plot and between two
BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class Plots(QScrollArea):
    """Plots are made once and shown or hidden; `resized` when their time axis is elsewhere."""

    resized = Signal()
    tags_asked = Signal()

    def __init__(self, model: TrendModel) -> None:
        super().__init__()
        self._model = model
        self.stack = Stack(model)
        self.plots: list[Plot] = []
        self._bands: list[tuple[float, float, str]] = []
        self._hand = Hand(model, self)
        self.setWidget(self.stack)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.empty = Empty(self.tags_asked)
        self.stack.column.addWidget(self.empty)
        self.lit = Lit(self)
        self._due: dict[Plot, int] = {}  # plots that are to be drawn again, in order; how often each was drawn before
        self._soon, self._next = (QTimer(self, singleShot=True, interval=0) for _ in range(2))
        self._soon.timeout.connect(self.resized)
        self._next.timeout.connect(self._draw_next)
        model.pens_changed.connect(self._show_pens)
        model.span_changed.connect(self._moved)
        model.compared_changed.connect(self._moved)
        model.data_changed.connect(self._came)
        model.cursors_changed.connect(self.cursors_moved)
        self._show_pens()

    def inner(self) -> QRect:
        """Where the lines are drawn, left and right; pixels of this widget."""
        return QRect(self.viewport().x() + SIDE, TOP, max(self.viewport().width() - 2 * SIDE, 1), 1)

    def show_bands(self, bands: list[tuple[float, float, str]]) -> None:
        """When calls were open, drawn behind the lines: from, to (seconds UTC), role of the colour."""
        self._bands = bands
        for plot in self.plots:
            plot.bands = bands
            if plot.isVisibleTo(self):
                plot.draw_again()

    def beat(self, now: float) -> None:
        """The values in the titles."""
        for plot in self._shown():
            plot.say_value()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.empty.retranslate()
        self.setAccessibleName(self.tr("Plots"))
        self.setAccessibleDescription(
            self.tr(
                "Arrows pan, + and - zoom, Home follows the line, Space freezes, A and B put the cursors,"
                " Shift+arrows move them, Esc takes them away."
            )
        )
        self._moved()

    def cursors_moved(self) -> None:
        """Only the cursors are elsewhere: the lines stay as they are."""
        for plot in self._shown():
            plot.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if not self._hand.pressed_key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.lit.setGeometry(self.viewport().geometry())
        self._soon.start()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.lit.setVisible(event.reason() in BY_KEY)
        self.lit.raise_()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.lit.hide()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Wheel and isinstance(event, QWheelEvent) and self._hand.turned(event):
            return True
        return super().viewportEvent(event)

    def _shown(self) -> list[Plot]:
        return [plot for plot in self.plots if plot.isVisibleTo(self)]

    def _show_pens(self) -> None:
        pens = [pen for pen in self._model.pens if pen.shown]
        while len(self.plots) < min(len(pens), MOST_PENS):
            plot = Plot(self._model)
            plot.bands = self._bands
            plot.setMinimumHeight(LEAST)
            plot.setMouseTracking(True)
            plot.installEventFilter(self._hand)
            self.plots.append(plot)
            self.stack.column.addWidget(plot, 1)
        for plot, pen in zip(self.plots, pens, strict=False):
            plot.show_pen(pen)
            plot.draw_again()
        for i, plot in enumerate(self.plots):
            plot.setVisible(i < len(pens))
        self.empty.setVisible(not pens)
        self.empty.tell(bool(self._model.pens))
        self._soon.start()

    def _moved(self) -> None:
        self._draw(self._shown())

    def _came(self, id: str) -> None:
        self._draw([plot for plot in self._shown() if plot.pen is not None and id in ("", plot.pen.id)])

    def _draw(self, plots: list[Plot]) -> None:
        """Draw these again: at once under a hand, one by one while they are live, so that nothing else is late."""
        if not self._model.live:
            for plot in plots:
                plot.draw_again()
            return
        for plot in plots:
            self._due[plot] = plot.painted
        if self._due and not self._next.isActive():
            self._next.start()

    def _draw_next(self) -> None:
        plot, painted = next(iter(self._due.items()))
        del self._due[plot]
        if plot.painted == painted:  # else it was drawn meanwhile
            plot.draw_again()
        if self._due:
            self._next.start()


class Stack(QWidget):
    """What the plots lie on; shows what a hand spans."""

    def __init__(self, model: TrendModel) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP)
        self._model = model
        self.band = Band(self)
        self.band.hide()
        self.setAcceptDrops(True)
        themes.changed.connect(self.update)

    def span(self, a: int, b: int) -> None:
        """Show that [a, b] pixels will be looked at."""
        self.band.setGeometry(min(a, b), 0, max(abs(b - a), 1), self.height())
        self.band.show()
        self.band.raise_()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if signals_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        for id in signals_in(event.mimeData()):
            self._model.add(id)
        event.acceptProposedAction()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        QPainter(self).fillRect(self.rect(), color("window"))


class Lit(QWidget):
    """A ring around the plots while the keyboard is on them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        ring(QPainter(self), self.rect().toRectF(), 7)


class Band(QWidget):
    """A stretch of time that is about to be looked at."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter, fill = QPainter(self), QColor(color("accent"))
        fill.setAlpha(60)
        painter.fillRect(self.rect(), fill)
        painter.setPen(color("accent"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class Empty(Card):
    """What will appear here and how to begin."""

    def __init__(self, asked: object) -> None:
        super().__init__(titled=False)
        self.words, self.keys = Text("text_muted", 14, wrap=True), Text("text_faint", 12, wrap=True)
        self.tags = Button("list-tree", lambda: asked.emit(), primary=True)  # type: ignore[attr-defined]
        self._hidden = False
        self.body.addStretch(1)
        for part in (self.words, self.keys):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.body.addWidget(part)
        self.body.addWidget(self.tags, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addStretch(2)

    def tell(self, hidden: bool) -> None:
        """Whether there are pens, but none that is shown."""
        if hidden != self._hidden:
            self._hidden = hidden
            self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.words.say(
            self.tr("All pens are hidden. Show one in the list at the right.")
            if self._hidden
            else self.tr("Choose signals to see what they said: drag them here, or press Enter on them in the list.")
        )
        self.keys.say(
            self.tr("Every value of every signal is kept; a month is drawn as fast as a minute, and no spike is lost.")
        )
        self.tags.name(self.tr("Choose signals (Ctrl+F)"))
