"""How the form of a run is laid out: a head with what may be done, the items, and what is beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.audits.photos import PhotosCard
from widgets.audits.sheet import ItemSheet
from widgets.audits.side import FindingsCard, HistoryCard, NextCard, PastCard, ScoreCard
from widgets.cards import Button, Card, OneLine, Text
from widgets.people.fields import Said, scrolled

if TYPE_CHECKING:
    from console.app.console import Console

WIDE = 1240  # pixels from which there are three columns


class RunFrame(QWidget):
    """The parts of the form; what they do is the form's."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._wide: bool | None = None
        self.title, self.note = OneLine("text", 18, 600), OneLine("text_muted", 13)
        self.back, self.finding, self.undo = Button("arrow-left"), Button("flag"), Button("undo-2")
        self.pdf, self.drop, self.sign = Button("file-text"), Button("x"), Button("badge-check", primary=True)
        self.sheet, self.items = ItemSheet(), Card(titled=False)
        self.said, self.keys, self.kept = Said(), Text("text_faint", 12, wrap=True), Text("text_faint", 12, wrap=True)
        self.score, self.history = ScoreCard(), HistoryCard()
        self.findings, self.past, self.next = FindingsCard(), PastCard(), NextCard()
        self.photos = PhotosCard(console)
        self._lay_out()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """With two columns; a third comes where there is room."""
        return QSize(690, 420)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange(self.width() >= WIDE)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.back.name_silently(self.tr("Back to all rounds (Esc)"))
        self.finding.name(self.tr("Finding (F)"), self.tr("Write down a finding at this item"))
        self.undo.name_silently(self.tr("Undo the last answer (Ctrl+Z)"))
        self.pdf.name(self.tr("PDF…"), self.tr("Save the report as a PDF"))
        for button in (self.sign, self.drop):
            self.name_end(button, "")
        self.keys.say(
            self.tr(
                "0–4, Y, N answer and go on · arrows, Enter, Tab walk · Space next open · F finding · T words · "
                "X does not apply · P picture · Ctrl+V paste · H how it should be · Backspace takes an answer back · "
                "Ctrl+Z undo · Ctrl+Enter signs · Esc back"
            )
        )
        self._name_area()

    def name_end(self, button: Button, why: str) -> None:
        """Name the button that ends the run, or say why it may not be pressed."""
        if button is self.sign:
            button.name(self.tr("Sign…"), why or self.tr("Say that it is finished and true (Ctrl+Enter)"))
        else:
            button.name(self.tr("Drop…"), why or self.tr("Say why it is not finished"))

    def _name_area(self) -> None:
        self._scroll.setAccessibleName(self.tr("Items of the round"))
        self._beside.setAccessibleName(self.tr("What is known of this place"))

    def _arrange(self, wide: bool) -> None:
        """Three columns where there is room, else two."""
        if wide == self._wide:
            return
        self._wide = wide
        column, first = (self._middle_column, 0) if wide else (self._right_column, 2)  # below findings and photos
        for number, (card, share) in enumerate(((self.score, 3), (self.history, 2)), start=first):
            column.insertWidget(number, card, share if wide else 0)
        self._middle.setVisible(wide)
        for number, share in enumerate((43, 29, 28) if wide else (60, 0, 40)):
            self._body_row.setStretch(number, share)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.note)
        head.addWidget(self.back)
        head.addLayout(words, 1)
        for button in (self.undo, self.finding, self.pdf, self.drop, self.sign):
            head.addWidget(button)
        self._scroll = scrolled(self.sheet)
        body = self.items.body
        body.addWidget(self._scroll, 1)
        body.addWidget(self.said)
        body.addWidget(self.kept)
        body.addWidget(self.keys)
        self._middle, inside = QWidget(), QWidget()
        self._middle_column, self._right_column = QVBoxLayout(self._middle), QVBoxLayout(inside)
        for column in (self._middle_column, self._right_column):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(12)
        for card in (self.findings, self.photos, self.past, self.next):
            self._right_column.addWidget(card)
        self._right_column.addStretch(1)
        self._beside = scrolled(inside)
        self._beside.setMinimumWidth(300)
        self._middle.setMinimumWidth(280)
        self.items.setMinimumWidth(330)
        self._body = QWidget()
        self._body_row = QHBoxLayout(self._body)
        self._body_row.setContentsMargins(0, 0, 0, 0)
        self._body_row.setSpacing(12)
        for part in (self.items, self._middle, self._beside):
            self._body_row.addWidget(part)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 12, 18, 14)
        self._column.setSpacing(10)
        self._column.addLayout(head)
        self._column.addWidget(self._body, 1)
        self._arrange(True)
