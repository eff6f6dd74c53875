"""The rail on the left: one entry a screen, icon and word, with a count where something waits."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from widgets import theme
from widgets.dragging import signals_in
from widgets.shell.pages import Page

WIDTH = 72
ENTRY, LEAST = 64, 36  # heights of an entry where there is room, and where there is none
ICON = 20
WORD = 12
WORD_HIGH = 16
TAKES = {"trends"}  # entries that signals can be dropped on
HOVER_MS = 500  # until a screen opens under what is dragged


class Rail(QWidget):
    """The screens that exist. `chosen` carries the key of the entry that was clicked; help is the last one."""

    chosen = Signal(str)
    help_asked = Signal()
    dropped = Signal(str, str)  # the key of an entry, and the signals that it shall show too

    def __init__(self, pages: Sequence[Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.entries: dict[str, Entry] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 1, 10)
        column.setSpacing(0)
        for number, page in enumerate((p for p in pages if p.in_rail), start=1):
            entry = Entry(page.title, page.icon, f"Ctrl+{number}" if number < 10 else "", self)
            entry.setCheckable(True)
            entry.clicked.connect(lambda _=False, key=page.key: self.chosen.emit(key))
            if page.key in TAKES:
                entry.setAcceptDrops(True)
                entry.dropped.connect(lambda ids, key=page.key: self.dropped.emit(key, "+" + "\n".join(ids)))
            self._group.addButton(entry)
            self.entries[page.key] = entry
            column.addWidget(entry)
        column.addStretch(1)
        self.help_entry = Entry(lambda: self.tr("Help"), "circle-help", "F1", self)
        self.help_entry.clicked.connect(lambda: self.help_asked.emit())
        column.addWidget(self.help_entry)
        theme.themes.changed.connect(self.update)

    def light(self, key: str) -> None:
        """Show which screen is open."""
        if key in self.entries:
            self.entries[key].setChecked(True)

    def count(self, key: str, waiting: int) -> None:
        """Show how many things wait on a screen; 0 shows nothing."""
        self.entries[key].count(waiting)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take the words of the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            for entry in [*self.entries.values(), self.help_entry]:
                entry.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the surface and the line that ends it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), theme.color("border"))


class Entry(QAbstractButton):
    """One entry of the rail."""

    dropped = Signal(list)  # ids of signals

    def __init__(self, title: Callable[[], str], icon: str, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._icon, self._keys = title, icon, shortcut
        self._waiting = 0
        self._hover = QTimer(self, singleShot=True, interval=HOVER_MS)
        self._hover.timeout.connect(self.click)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedWidth(WIDTH - 1)
        self.setMinimumHeight(LEAST)
        self.setMaximumHeight(ENTRY)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words of the language in use."""
        self.setText(self._title())
        self._name()

    def count(self, waiting: int) -> None:
        """Show a count; 0 shows nothing."""
        if waiting != self._waiting:
            self._waiting = waiting
            self._name()
            self.update()

    def _name(self) -> None:
        waiting = self.tr("%n waiting", "", self._waiting) if self._waiting else ""
        self.setAccessibleName(f"{self.text()}, {waiting}" if waiting else self.text())
        self.setToolTip(f"{self.text()} ({self._keys})" if self._keys else self.text())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Signals may be dropped here, or further on the screen that opens when they are held for a moment."""
        if signals_in(event.mimeData()):
            event.acceptProposedAction()
            self._hover.start()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        """They went elsewhere."""
        self._hover.stop()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Show them too."""
        self._hover.stop()
        self.dropped.emit(signals_in(event.mimeData()))
        event.acceptProposedAction()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Wide enough for its word."""
        words = QFontMetricsF(theme.font(WORD, 500)).horizontalAdvance(self.text())
        return QSize(max(WIDTH - 1, round(words + 8)), ENTRY)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw it: lit, hovered or quiet."""
        painter = QPainter(self)
        lit = self.isChecked() or self.isDown()
        if lit or self.underMouse():
            painter.fillRect(self.rect(), theme.color("raised"))
        if self.isChecked():
            painter.fillRect(QRectF(0, 0, 3, self.height()), theme.color("focus"))
        role = "text" if lit else "text_faint"
        image = theme.pixmap(self._icon, role, ICON, self.devicePixelRatioF())
        gap = min(6.0, max(0.0, (self.height() - ICON - WORD_HIGH) / 4))
        top = (self.height() - ICON - gap - WORD_HIGH) / 2
        painter.drawPixmap(QPointF((self.width() - ICON) / 2, top), image)
        painter.setPen(theme.color(role))
        painter.setFont(theme.font(WORD, 500 if lit else 400))
        words = QRectF(0, top + ICON + gap, self.width(), WORD_HIGH)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        if self._waiting:
            self._paint_count(painter)
        if self.hasFocus():
            theme.ring(painter, QRectF(self.rect()), 4)

    def _paint_count(self, painter: QPainter) -> None:
        words = str(self._waiting) if self._waiting < 100 else "99+"
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.font(11, 600)
        width = max(18.0, QFontMetricsF(font).horizontalAdvance(words) + 10)
        box = QRectF(min(self.width() / 2 + 6, self.width() - width - 3), min(5.0, self.height() / 12), width, 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("badge_fill"))
        painter.drawRoundedRect(box, 8, 8)
        painter.setPen(theme.color("badge_text"))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
