"""The wall: the board alone on a whole screen, large enough for eight metres, turning through the lines."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QFontMetricsF,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.events import Link
from widgets import theme
from widgets.horn.banner import CallBanner
from widgets.plain import plain
from widgets.shell.awake import Wish, awake
from widgets.shell.tour import Tour
from widgets.times import clock, zone_named
from widgets.words import link_word

if TYPE_CHECKING:
    from console.app.console import Console

PULSE_MS = 250
POINTER_MS = 3000
HEADER_SHARE = 16  # the header is a sixteenth of the screen's height


class WallWindow(QWidget):
    """Full screen, no navigation. Space holds the page, the arrows turn it, Esc or F11 leaves."""

    left = Signal()
    menu_asked = Signal(object)  # QPoint

    def __init__(self, console: Console, make_board: Callable[[], QWidget], tour: Tour | None = None) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._console = console
        self._scope: str | None = None
        self.tour = tour or Tour()
        self.board = cast(Any, make_board())
        self.board.set_wall(True)
        self.header, self.banner = WallHeader(self), CallBanner(console, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.banner)
        column.addWidget(self.board, 1)
        self._shown: list[str] | None = None
        self._pulse = QTimer(self)
        self._pulse.timeout.connect(self.refresh)
        self._pointer = QTimer(self)
        self._pointer.setSingleShot(True)
        self._pointer.timeout.connect(lambda: self.setCursor(Qt.CursorShape.BlankCursor))
        self.setMouseTracking(True)
        self._bind_keys()
        self.retranslate()

    def _bind_keys(self) -> None:
        keys = Qt.Key
        table: list[tuple[Qt.Key, Callable[[], object]]] = [
            (keys.Key_Escape, self.close),
            (keys.Key_Space, self.hold),
            (keys.Key_Left, lambda: self.turn(-1)),
            (keys.Key_PageUp, lambda: self.turn(-1)),
            (keys.Key_Right, lambda: self.turn(1)),
            (keys.Key_PageDown, lambda: self.turn(1)),
        ]
        for key, action in table:
            QShortcut(QKeySequence(key), self, action)

    def set_scope(self, area: str | None) -> None:
        """Show the lines of one area, None for all."""
        self._scope = area
        self.refresh()

    def hold(self) -> None:
        """Stop or go on turning pages."""
        self.tour.paused = not self.tour.paused
        self.refresh()

    def turn(self, by: int) -> None:
        """Show another page now."""
        self.tour.turn(by, time.monotonic())
        self.refresh()

    def refresh(self) -> None:
        """Turn the page when it is time, and bring the header up to date."""
        lines = [live.line.id for live in self._console.floor.lines if self._scope in (None, live.line.area)]
        self.tour.set_lines(lines, self.board.lines_per_page())
        self.tour.beat(time.monotonic())
        shown = self.tour.shown()
        if shown != self._shown:
            self._shown = shown
            self.board.set_lines(shown)
        self.banner.refresh(self._scope)
        self.header.say(self._title(), self._page_words(), self._alarm(), self._clock(), self.tour.paused)

    def _zone_name(self) -> str:
        file = self._console.plant_file
        return file.plant.timezone if file else ""

    def _title(self) -> str:
        file = self._console.plant_file
        if file is None:
            return self.tr("No plant yet")
        area = next((a.name for a in file.plant.areas() if a.id == self._scope), "")
        return " / ".join(plain(part, 60) for part in (file.plant.name, area) if part)

    def _page_words(self) -> str:
        if self.tour.pages == 1:
            return ""
        return self.tr("Page {page} of {pages}").format(page=self.tour.page + 1, pages=self.tour.pages)

    def _alarm(self) -> str:
        state = self._console.broker
        if state.link not in (Link.LOST, Link.REFUSED):
            return ""
        since = clock(state.since, zone_named(self._zone_name()))
        return self.tr("Broker {state} since {time}").format(state=link_word(state.link), time=since)

    def _clock(self) -> str:
        return clock(self._console.now(), zone_named(self._zone_name()))

    def retranslate(self) -> None:
        """Take the words of the language in use."""
        self.setWindowTitle(self.tr("Wall — Gemba Console"))
        self.header.setAccessibleName(self.tr("Plant, page and clock"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take the words of the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Begin to turn pages; the display stays awake."""
        self._pulse.start(PULSE_MS)
        self._pointer.start(POINTER_MS)
        awake.ask("wall", Wish.DISPLAY)
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Leave wall mode."""
        self._pulse.stop()
        awake.ask("wall", Wish.NOTHING)
        super().closeEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the header to the screen."""
        for strip in (self.header, self.banner):
            strip.setFixedHeight(max(48, self.height() // HEADER_SHARE))
        super().resizeEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Show the pointer for a moment."""
        self.unsetCursor()
        self._pointer.start(POINTER_MS)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Offer the wall's own menu."""
        self.menu_asked.emit(event.globalPos())


class WallHeader(QWidget):
    """Plant, page and clock across the top of the wall; the middle turns loud when the broker is lost."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._says: tuple[str, str, str, str, bool] = ("", "", "", "", False)
        theme.themes.changed.connect(self.update)

    def say(self, title: str, page: str, alarm: str, time_words: str, paused: bool) -> None:
        """Show these; repaints only what changed."""
        if (title, page, alarm, time_words, paused) != self._says:
            self._says = (title, page, alarm, time_words, paused)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw it."""
        title, page, alarm, now, paused = self._says
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(QRectF(0, self.height() - 2, self.width(), 2), theme.color("border"))
        tall, pad = self.height(), self.height() * 0.35
        right = self.width() - pad
        right -= self._words(painter, now, right, 0.62, 700, "text") + pad
        if page:
            right -= self._words(painter, page, right, 0.42, 400, "text_muted") + pad
        if paused:
            size = round(tall * 0.42)
            right -= size
            image = theme.pixmap("pause", "text_muted", size, self.devicePixelRatioF())
            painter.drawPixmap(round(right), round((tall - size) / 2), image)
            right -= pad
        if alarm:
            right -= self._alarm(painter, alarm, right) + pad
        painter.setFont(theme.font(tall * 0.5, 700))
        painter.setPen(theme.color("text"))
        room = QRectF(pad, 0, right - pad, tall)
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _words(self, painter: QPainter, words: str, right: float, share: float, weight: int, role: str) -> float:
        font = theme.font(self.height() * share, weight)
        width = QFontMetricsF(font).horizontalAdvance(words)
        painter.setFont(font)
        painter.setPen(theme.color(role))
        painter.drawText(QRectF(right - width - 1, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
        return width

    def _alarm(self, painter: QPainter, words: str, right: float) -> float:
        tall = self.height()
        font, size = theme.font(tall * 0.42, 600), round(tall * 0.42)
        width = QFontMetricsF(font).horizontalAdvance(words) + size + tall * 0.8
        box = QRectF(right - width, tall * 0.14, width, tall * 0.7)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("stopped"))
        painter.setBrush(theme.color("stopped_fill"))
        painter.drawRoundedRect(box, tall * 0.35, tall * 0.35)
        image = theme.pixmap("unplug", "stopped_text", size, self.devicePixelRatioF())
        painter.drawPixmap(round(box.left() + tall * 0.28), round((tall - size) / 2), image)
        self._words(painter, words, box.right() - tall * 0.3, 0.42, 600, "stopped_text")
        return width
