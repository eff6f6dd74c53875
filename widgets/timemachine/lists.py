"""The lists beside the board of the past: open calls with their stage then, running orders, where the time had gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.domain.live import LineLive
from widgets.board.calls import CallsPanel
from widgets.board.card import line_label, paint_panel
from widgets.board.keyfigures import KeyFiguresPanel
from widgets.board.tile import elided, metrics
from widgets.calls.moves import Action
from widgets.calls.shown import CallRow
from widgets.losses.panel import LossesPanel
from widgets.numbers import whole
from widgets.plain import plain
from widgets.theme import color, font, themes

HEAD, ROW, MOST = 46, 44, 6


class CallsThen(CallsPanel):
    """The calls that were open, as the board shows them; there is nothing to press but the call's own record."""

    def __init__(self, now: Callable[[], float]) -> None:
        super().__init__(now, str)

    def _nothing(self) -> str:
        return self.tr("No call was open.")

    def _paint_button(self, painter: QPainter, rect: QRect, action: Action, over: bool) -> None:
        """None: nothing can be done in the past."""

    def _button_rect(self, i: int) -> QRect:
        rect = self._row_rect(i)
        return QRect(rect.right(), rect.bottom() - 3, 0, 0)

    def _letter(self, row: CallRow, letter: str) -> bool:
        return False

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Calls that were open then"))


class PastLosses(LossesPanel):
    """The same bars; they open nothing, because what they would open is live."""

    def __init__(self, console: object) -> None:
        super().__init__(console)  # type: ignore[arg-type]  # it looks at floor and clock only
        for row in self.rows:
            row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def open_all(self) -> None:  # type: ignore[override]
        """Nothing opens."""


class FiguresThen(KeyFiguresPanel):
    """The key figures of the shift as far as it had come."""

    def _now_word(self) -> str:
        return self.tr("Then")


class RunningOrders(QWidget):
    """Order, product, count and target of each line that had an order."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[LineLive] = []
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._name()
        themes.changed.connect(self.update)

    def show_lines(self, lines: Iterable[LineLive]) -> None:
        """Show the orders of these lines."""
        before = len(self._lines)
        self._lines = [live for live in lines if live.order]
        if len(self._lines) != before:
            self.updateGeometry()
        self._name()
        self.update()

    def sentences(self) -> list[str]:
        """What is shown, one sentence for each line."""
        return [self._sentence(live) for live in self._lines]

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(420, HEAD + ROW * max(1, min(MOST, len(self._lines))) + (24 if len(self._lines) > MOST else 6))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            paint_panel(painter, self.rect(), 1.0)
            painter.setFont(font(14.5, 600))
            painter.setPen(color("text"))
            painter.drawText(16, 30, self.tr("Running orders"))
            if not self._lines:
                painter.setFont(font(13.5))
                painter.setPen(color("text_muted"))
                painter.drawText(16, HEAD + 20, elided(self.tr("No order was running."), 13.5, 400, self.width() - 32))
            for place, live in enumerate(self._lines[:MOST]):
                self._paint_row(painter, QRect(16, HEAD + ROW * place, self.width() - 32, ROW), live)
            more = len(self._lines) - MOST
            if more > 0:
                painter.setFont(font(12.5))
                painter.setPen(color("text_muted"))
                painter.drawText(16, self.height() - 9, self.tr("and %n more", "", more))

    def _paint_row(self, painter: QPainter, rect: QRect, live: LineLive) -> None:
        count = self._count(live)
        wide = metrics(14, 600).horizontalAdvance(count)
        painter.setFont(font(14, 600))
        painter.setPen(color("text"))
        painter.drawText(rect.right() - wide, rect.top() + 14, count)
        title = f"{plain(line_label(live), 30)} · {plain(live.order, 40)}"
        painter.setFont(font(13.5, 500))
        painter.drawText(rect.left(), rect.top() + 14, elided(title, 13.5, 500, rect.width() - wide - 12))
        painter.setFont(font(12.5))
        painter.setPen(color("text_muted"))
        room = rect.width() - 130
        painter.drawText(rect.left(), rect.top() + 32, elided(plain(live.product, 60), 12.5, 400, room))
        if live.target:
            bar = QRect(rect.right() - 110, rect.top() + 24, 110, 6)
            painter.fillRect(bar, color("track"))
            done = min(1.0, live.good / live.target)
            painter.fillRect(QRect(bar.left(), bar.top(), round(bar.width() * done), 6), color("bar"))

    def _count(self, live: LineLive) -> str:
        return f"{whole(live.good)} / {whole(live.target)}" if live.target else whole(live.good)

    def _sentence(self, live: LineLive) -> str:
        parts = (plain(line_label(live), 30), plain(live.order, 40), plain(live.product, 60), self._count(live))
        return " ".join(part for part in parts if part)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self.update()
        super().changeEvent(event)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Orders that were running then"))
        self.setAccessibleDescription("; ".join(self.sentences()) or self.tr("No order was running."))
