"""How far long work is: words, a bar, and the button that stops it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.domain.backups import Doing
from widgets.backups.words import doing_words
from widgets.cards import Button, Text
from widgets.numbers import percent
from widgets.theme import color, themes

HIGH, WIDE = 8, 260


class Bar(QWidget):
    """A share as a bar."""

    def __init__(self) -> None:
        super().__init__()
        self.share = 0.0
        self.setFixedHeight(HIGH)
        self.setMinimumWidth(120)
        self.setMaximumWidth(WIDE * 2)
        themes.changed.connect(self.update)

    def show_share(self, share: float) -> None:
        """From 0 to 1."""
        if share != self.share:
            self.share = min(1.0, max(0.0, share))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(color("track"))
        painter.setBrush(color("track"))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, HIGH / 2, HIGH / 2)
        if self.share > 0:
            area.setWidth(max(HIGH, area.width() * self.share))
            painter.setBrush(color("accent_fill"))
            painter.setPen(color("accent_fill"))
            painter.drawRoundedRect(area, HIGH / 2, HIGH / 2)


class ProgressRow(QWidget):
    """Hidden while nothing runs."""

    stop_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words, self.bar, self.share = Text("text", 13), Bar(), Text("text_muted", 13)
        self.stop = Button("x", self.stop_asked.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.share)
        row.addWidget(self.stop)
        row.addStretch(1)
        self._doing = Doing.NOTHING
        self.retranslate()
        self.refresh(Doing.NOTHING, 0.0)

    def refresh(self, doing: Doing, share: float) -> None:
        """Show what runs and how far it is."""
        self._doing = doing
        self.setVisible(doing is not Doing.NOTHING)
        self.words.say(doing_words(doing))
        self.bar.show_share(share)
        self.share.say(percent(share, 0))
        self.bar.setAccessibleName(doing_words(doing))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.stop.name(self.tr("Stop"))
        self.words.say(doing_words(self._doing))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
