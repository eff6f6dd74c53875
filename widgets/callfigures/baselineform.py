"""Keeping a time as the baseline: what it is called, and what was changed after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from console.domain.commands.figures import SetBaseline
from console.domain.errors import Refusal
from console.domain.ids import new_id
from console.domain.responses import Window
from widgets.attachments.later import while_there
from widgets.cards import Button, Entry, Text
from widgets.people.fields import Field, Said
from widgets.people.signing import OneByOne
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console


class BaselineForm(QDialog):
    """Closes when it is kept; `kept` carries its id."""

    kept = Signal(str)

    def __init__(self, console: Console, window: Window, place: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window, self._place, self._words = window, place, words
        self._one = OneByOne(self, console)
        self.setMinimumWidth(460)
        self.what, self.about = Text("text", 16, 600, wrap=True), Text("text_muted", 13, wrap=True)
        self.called, self.reason, self.said = Field(Entry()), Field(Entry()), Said()
        self.keep, self.leave = Button("flag", self.give, primary=True), Button("", self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        for part in (self.what, self.about, self.called, self.reason, self.said):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.keep)
        column.addLayout(row)
        self.keep.setDefault(True)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.setWindowTitle(self.tr("Keep a baseline"))
        self.what.say(self._words)
        self.about.say(
            self.tr("Later times can then always be compared with the same one, on every console, until it is removed.")
        )
        self.called.name(self.tr("&Name"))
        self.called.control.setPlaceholderText(self.tr("Before the new feeder"))
        self.reason.name(self.tr("What was &changed after it"))
        self.keep.name(self.tr("Keep it"))
        self.leave.name(self.tr("Cancel"))

    def give(self) -> None:
        """Give the command."""
        for field in (self.called, self.reason):
            field.refuse("" if field.control.text().strip() else self.tr("Write something here."))
            if field.refusal.text:
                field.control.setFocus()
                return
        id, name, reason = new_id(), self.called.control.text(), self.reason.control.text()
        command = SetBaseline(id, name, self._window.start, self._window.end, reason, self._place)
        self._one.give(command, while_there(self, lambda _: self._done(id)), while_there(self, self._refused))

    def _done(self, id: str) -> None:
        self.kept.emit(id)
        self.accept()

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))
