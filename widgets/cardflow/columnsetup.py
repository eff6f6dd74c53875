"""How the columns of a board are set up: how many each may hold, and when a card may come in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from console.domain.cardflow import LIMIT_MOST, REASON_MOST, Column, Flow
from console.domain.commands.orders import SetFlowColumn
from console.domain.errors import Refusal
from console.domain.flows import takes_limit
from widgets.attachments.later import while_there
from widgets.cards import Button, Choice, Entry, Text, Tick
from widgets.people.fields import Field, Said
from widgets.people.signing import OneByOne, why_not
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console


class Columns(Protocol):
    """Columns as the plant set them up, and versions of those that it did set up."""

    @property
    def flow(self) -> Flow:
        """Of which flow."""

    @property
    def versions(self) -> dict[str, int]:
        """By column."""


class ColumnSetup(QDialog):
    """Stays open after saving, so that several columns can be set up; a done one has no limit."""

    def __init__(self, console: Console, board: Columns, parent: QWidget, column: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._console, self._board, self._one = console, board, OneByOne(self, console)
        self.setMinimumWidth(480)
        self.what, self.about = Text("text", 16, 600), Text("text_muted", 13, wrap=True)
        self.column, self.limit, self.policy = Field(Choice()), Field(Entry()), Field(Entry())
        digits = QRegularExpression(f"[0-9]{{0,{len(str(LIMIT_MOST))}}}")  # not as a country writes them: 1,000
        self.limit.control.setValidator(QRegularExpressionValidator(digits, self.limit.control))
        self.policy.control.setMaxLength(REASON_MOST)
        self.per_lane, self.said = Tick(), Said()
        self.save, self.leave = Button("check", self.give, primary=True), Button("", self.reject)
        for one in board.flow.columns:
            self.column.control.addItem("", one.id)
        self.column.control.setCurrentIndex(self.column.control.findData(column))
        self.column.control.currentIndexChanged.connect(lambda _: self.fill())
        self._lay_out()
        self.retranslate()
        self.fill()

    @staticmethod
    def title_of(column: str) -> str:
        """What a column of this flow is called."""
        raise NotImplementedError

    def show_board(self, board: Columns) -> None:
        """The columns as they are by now; what is being typed stays."""
        before, self._board = self._column, board
        if self._column != before and not self.limit.control.isModified() and not self.policy.control.isModified():
            self.fill()

    def fill(self) -> None:
        """Show how the chosen column is set up."""
        column = self._column
        self.limit.control.setText(str(column.limit) if column.limit else "")
        self.policy.control.setText(column.policy)
        self.per_lane.setChecked(column.per_lane)
        done = not takes_limit(self._board.flow, column)
        for part in (self.limit, self.per_lane):
            part.setEnabled(not done)
        self.limit.refuse("")
        self.said.say("")
        why = why_not(self._console, SetFlowColumn)
        self.save.setEnabled(not why)
        self.said.say(why)

    def give(self) -> None:
        """Save the chosen column."""
        column = self._column
        limit = int(self.limit.control.text() or 0)
        version = self._board.versions.get(column.id, 0)
        policy = self.policy.control.text()
        command = SetFlowColumn(self._board.flow.id, column.id, limit, self.per_lane.isChecked(), policy, version)
        self._one.give(command, while_there(self, lambda _: self._saved()), while_there(self, self._refused))

    @property
    def _column(self) -> Column:
        return self._board.flow.column(str(self.column.control.currentData()))

    def _saved(self) -> None:
        for field in (self.limit, self.policy):
            field.control.setModified(False)
        self.said.good(self.tr("Saved."))

    def _refused(self, refusal: Refusal) -> None:
        if refusal.code == "column_unfit":
            self.limit.refuse(words_of(refusal))
        else:
            self.said.say(words_of(refusal))

    def retranslate(self) -> None:
        """Say everything in the language of the moment; a flow adds what its cards are called."""
        for i in range(self.column.control.count()):
            self.column.control.setItemText(i, self.title_of(str(self.column.control.itemData(i))))
        self.column.name(self.tr("Col&umn"))
        self.policy.name(self.tr("&Policy"))
        self.save.name(self.tr("Save"))
        self.leave.name(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        for part in (self.what, self.about, self.column, self.limit, self.per_lane, self.policy, self.said):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.save)
        column.addLayout(row)
        self.save.setDefault(True)
