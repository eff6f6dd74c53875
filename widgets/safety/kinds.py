"""What is reported, as five buttons with a number each."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from console.domain.safety import Happened
from widgets.cards import Painted
from widgets.flow import Flow
from widgets.safety.words import ICONS, TONES, kind_word, meant_words
from widgets.theme import color, font, pixmap, ring

TILE = QSize(196, 56)


class KindTile(Painted):
    """One kind with its number; lit when it is chosen."""

    def __init__(self, number: int, what: Happened) -> None:
        super().__init__()
        self.what, self._number = what, number
        self.setCheckable(True)
        self.setFixedSize(TILE)

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        self.setText(kind_word(self.what))
        self.setAccessibleName(f"{self._number} {self.text()}, {meant_words(self.what)}")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter is the form's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.isChecked()
        painter.setPen(QPen(color("border"), 1))
        painter.setBrush(color("accent_fill" if lit else "hover" if self.underMouse() else "raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        if self.hasFocus():
            ring(painter, QRectF(self.rect()))
        painter.setPen(color("accent_text" if lit else "text_faint"))
        painter.setFont(font(16, 600))
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(self.rect().adjusted(10, 0, 0, 0), middle, str(self._number))
        tone = "accent_text" if lit else TONES[self.what]
        painter.drawPixmap(28, (TILE.height() - 16) // 2, pixmap(ICONS[self.what], tone, 16, self.devicePixelRatioF()))
        painter.setPen(color("accent_text" if lit else "text"))
        painter.setFont(font(13, 600))
        painter.drawText(self.rect().adjusted(52, 9, -4, -28), middle, self.text())
        painter.setPen(color("accent_text" if lit else "text_muted"))
        painter.setFont(font(12))
        painter.drawText(self.rect().adjusted(52, 28, -4, -9), middle, meant_words(self.what))


class Kinds(QWidget):
    """Five tiles of which one is lit; `chosen` when another one is."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tiles = [KindTile(number, what) for number, what in enumerate(Happened, 1)]
        group, row = QButtonGroup(self), Flow(gap=6)
        for tile in self.tiles:
            group.addButton(tile)
            row.addWidget(tile)
            tile.toggled.connect(lambda lit: self.chosen.emit() if lit else None)
        self.setLayout(row)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(self.tiles[0])
        self.retranslate()

    @property
    def what(self) -> Happened | None:
        """What is chosen; None = nothing yet."""
        return next((tile.what for tile in self.tiles if tile.isChecked()), None)

    def choose(self, what: Happened) -> None:
        """Light one."""
        self.tiles[list(Happened).index(what)].setChecked(True)

    def pressed(self, text: str) -> bool:
        """Choose by its number; False where that is none."""
        if text in ("1", "2", "3", "4", "5"):
            self.tiles[int(text) - 1].setChecked(True)
            return True
        return False

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        for tile in self.tiles:
            tile.retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
