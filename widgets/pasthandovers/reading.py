"""One past handover to be read, with what can be done with it; or the words on one that was missed."""

from __future__ import annotations

from datetime import tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.app.queries.handovers import HandoverFile
from console.domain.handover_past import Past
from widgets.cards import Button, Text
from widgets.handover.report import Inks, html
from widgets.handover.words import Naming, shift_words
from widgets.shell.help import Reader
from widgets.theme import themes

if TYPE_CHECKING:
    from console.app.console import Console


class Reading(QWidget):
    """`id`: of the handover that is shown, or is being read; `file`: it, once it is there."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.id = ""
        self.file: HandoverFile | None = None
        self.missed: Past | None = None
        self.zone: tzinfo | None = None
        self.page, self.words = Reader(), Text("text_muted", 14, wrap=True)
        self.pdf, self.opened = Button("file-text"), Button("external-link")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.words)
        self._stack.addWidget(self.page)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.opened)
        row.addWidget(self.pdf)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        themes.changed.connect(self._say)
        self.retranslate()

    def wait_for(self, id: str) -> None:
        """Another one is being read."""
        if id != self.id:
            self.id, self.file, self.missed = id, None, None
            self._say()

    def show_file(self, file: HandoverFile) -> None:
        """Show one."""
        if file != self.file:
            self.file, self.missed = file, None
            self._say()

    def show_missed(self, row: Past) -> None:
        """Say that there is none."""
        self.id, self.file, self.missed = "", None, row
        self._say()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.pdf.name(self.tr("PDF…"))
        self.opened.name(self.tr("Open"), self.tr("Open it on the handover screen, with what can be done there"))
        self.page.setAccessibleName(self.tr("The handover"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _say(self) -> None:
        there = self.file is not None and self.file.handover is not None
        for button in (self.pdf, self.opened):
            button.setEnabled(there)
        if self.file is not None and there:
            at = self.page.verticalScrollBar().value()
            naming, plant = Naming.of(self._console, self.file), self._console.floor.plant.name
            self.page.setHtml(html(self.file, naming, self.zone, Inks.of_screen(), plant, self._console.now()))
            self.page.verticalScrollBar().setValue(at)
            self._stack.setCurrentWidget(self.page)
            return
        self._stack.setCurrentWidget(self.words)
        if self.missed is not None:
            when = shift_words(self.missed.shift, self.missed.next_shift, self.missed.day)
            words = self.tr("Nobody handed over {0}. What was open then stands in the next handover of the place.")
            self.words.say(words.format(when))
        else:
            self.words.say(self.tr("Reading…") if self.id else self.tr("Choose a handover: it is read here."))
