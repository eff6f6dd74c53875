"""The bar above the board that says that what is shown is only tried: how much, undo, redo, discard, save."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout

from widgets.cards import Button, Picture, Text
from widgets.flow import Flow
from widgets.theme import color, themes


class TryingBar(QFrame):
    """Hidden while nothing is tried."""

    undo = Signal()
    redo = Signal()
    discard = Signal()
    save = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._changes, self._back, self._again = 0, False, False
        self.mark = Picture("pencil", "changeover_text", 18)
        self.words, self.more = Text("changeover_text", 14, 600), Text("changeover_text", 12)
        self.back, self.again = Button("undo-2", self.undo.emit), Button("redo-2", self.redo.emit)
        self.drop = Button("x", self.discard.emit)
        self.keep = Button("check", self.save.emit, primary=True)
        row = Flow(gap=8)
        for part in (self.mark, self.words, self.back, self.again, self.drop, self.keep, self.more):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.addLayout(row)
        for part in (self.mark, self.words, self.more):
            part.setMinimumHeight(30)
        themes.changed.connect(self.update)
        self.retranslate()
        self.hide()

    def show_draft(self, changes: int, back: bool, again: bool, saving: bool) -> None:
        """So many orders are tried elsewhere; whether a step can be undone, and done again."""
        self._changes, self._back, self._again = changes, back, again
        self.back.setEnabled(back and not saving)
        self.again.setEnabled(again and not saving)
        self.keep.setEnabled(bool(changes) and not saving)
        self.drop.setEnabled(not saving)
        self.setVisible(bool(changes) or back or again)
        self._say()

    def shorten(self, short: bool) -> None:
        """Leave out what is said beside where there is no room."""
        self.more.setVisible(not short)

    def _say(self) -> None:
        changes = self.tr("%n change(s)", "", self._changes)
        self.words.say(self.tr("Trying: {0} · not saved").format(changes))
        self.more.say(self.tr("Nobody else sees it. It stays until this program ends."))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.back.name(self.tr("Undo"), self.tr("Undo the last change (Ctrl+Z)"))
        self.again.name(self.tr("Redo"), self.tr("Do it again (Ctrl+Y)"))
        self.drop.name(self.tr("Discard"), self.tr("Forget everything that is tried"))
        self.keep.name(self.tr("Save plan"), self.tr("Save all of it (Ctrl+S)"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("accent"), 1))
        painter.setBrush(color("changeover_fill"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
