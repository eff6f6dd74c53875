"""One operation in the side panel: its name, where it is done, how many must be able to do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.commands.people import AddOperation, ChangeOperation
from console.domain.desk import Kept
from console.domain.errors import Refusal
from console.domain.ids import new_id
from console.domain.people import NAME_MOST, Operation
from console.domain.plant import Plant
from console.domain.skills import NEEDED_MOST
from widgets.cards import Button, Card, Choice, Entry, Text, Tick
from widgets.people.fields import Field, Said, scrolled
from widgets.people.grants import STEP
from widgets.people.signing import OneByOne, why_not
from widgets.people.words import place_words
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console


class OperationCard(Card):
    """`kept` carries the id of an operation that was saved, `left` when the form is closed, `stale`: read again."""

    kept = Signal(str)
    left = Signal()
    stale = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._shown: Kept[Operation] | None = None
        self._new = ""
        self._giving = OneByOne(self, console)
        self._plant: Plant | None = None
        self._places: list[str] = [""]
        self.called, self.place = Field(Entry()), Field(Choice())
        self.needed, self.order = Field(Entry()), Field(Entry())
        self.called.control.setMaxLength(NAME_MOST)
        self.needed.control.setValidator(QIntValidator(0, NEEDED_MOST, self))
        self.order.control.setValidator(QIntValidator(-NEEDED_MOST, NEEDED_MOST, self))
        self.active, self.cover, self.said = Tick(), Text("text_muted", 13, wrap=True), Said()
        self.save, self.cancel = Button("", self.submit, primary=True), Button("", self._leave)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        parts = (self.cover, self.called, self.place, self.needed, self.order, self.active, self.said)
        for part in parts:
            column.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        column.addLayout(row)
        column.addStretch(1)
        self.body.addWidget(scrolled(inside), 1)
        for field in (self.called, self.needed, self.order):
            field.control.returnPressed.connect(self.submit)
            field.control.textEdited.connect(lambda _, field=field: field.refuse(""))
        self.retranslate()

    # Showing

    def add(self, plant: Plant | None, order: int) -> None:
        """Begin a new operation, at the end of the others."""
        self._new = new_id()
        self._fill(None, Operation(self._new, "", order=order), plant)
        self.cover.hide()
        self.called.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_operation(self, kept: Kept[Operation], plant: Plant | None, cover: str) -> None:
        """Show an operation and who is there for it."""
        self.cover.say(cover)
        self.cover.setVisible(bool(cover))
        if self._shown is None or self._shown.version != kept.version or self._shown.value.id != kept.value.id:
            self._new = ""
            self._fill(kept, kept.value, plant)
        self.allow()

    @property
    def operation(self) -> str:
        """Id of the operation that is shown, "" for a new one."""
        return self._shown.value.id if self._shown else ""

    def allow(self) -> None:
        """Grey out what whoever is signed in may not do."""
        why = why_not(self._console, ChangeOperation if self._shown else AddOperation, place=self._chosen())
        words = self.tr("Save") if self._shown else self.tr("Add")
        self.save.name(words, why or words)
        self.save.setEnabled(not why)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(plain(self._shown.value.name, 40) if self._shown else self.tr("Add an operation"))
        self.called.name(self.tr("&Name"), self.tr("What must be learnt before it is done alone."))
        self.place.name(self.tr("&Where it is done"))
        self.place.control.setItemText(0, self.tr("Anywhere"))
        self.needed.name(
            self.tr("People nee&ded"), self.tr("How many must be able to do it alone (level 3 or 4); 0 = not said.")
        )
        self.order.name(self.tr("&Order"), self.tr("Columns with smaller numbers stand further left."))
        self.active.setText(self.tr("&Active: has a column in the matrix"))
        self.active.setAccessibleName(self.tr("Active"))
        self.cancel.name(self.tr("Cancel"))
        self.allow()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _fill(self, shown: Kept[Operation] | None, operation: Operation, plant: Plant | None) -> None:
        self._shown, self._plant = shown, plant
        self._offer(operation.place)
        self.called.control.setText(operation.name)
        self.needed.control.setText(str(operation.needed))
        self.order.control.setText(str(operation.order))
        self.active.setChecked(operation.active)
        self.active.setVisible(shown is not None)
        for field in (self.called, self.needed, self.order, self.place):
            field.refuse("")
        self.said.say("")
        self.retranslate()

    def _offer(self, chosen: str) -> None:
        choice = self.place.control
        choice.clear()
        self._places = [""]
        choice.addItem(self.tr("Anywhere"))
        for line in self._plant.lines() if self._plant else ():
            self._places.append(line.id)
            choice.addItem(plain(line.name, 60))
            for station in line.stations:
                self._places.append(station.id)
                choice.addItem(STEP + plain(station.name, 60))
        if chosen not in self._places:
            self._places.append(chosen)
            choice.addItem(place_words(chosen, self._plant))
        choice.setCurrentIndex(self._places.index(chosen))

    def _chosen(self) -> str:
        row = self.place.control.currentIndex()
        return self._places[row] if 0 <= row < len(self._places) else ""

    # Doing

    def submit(self) -> None:
        """Save what the form says."""
        self.said.say("")
        name, place = self.called.control.text(), self._chosen()
        if not name.strip():
            self.called.refuse(self.tr("Type a name."))
            self.called.control.setFocus()
            return
        needed, order = _number(self.needed.control.text()), _number(self.order.control.text())
        if self._shown is None:
            id = self._new
            if id:  # else it was added just now
                command = AddOperation(id, name, place, needed, order)
                self._giving.give(command, lambda _: self._kept(id), self._no)
            return
        id, version = self._shown.value.id, self._shown.version
        change = ChangeOperation(id, name, place, needed, order, self.active.isChecked(), version)
        self._giving.give(change, lambda _: self._kept(id), self._no)

    def _leave(self) -> None:
        self._shown, self._new = None, ""  # what was typed is not there when it is opened again
        self.left.emit()

    def _kept(self, id: str) -> None:
        self._new = ""
        self.kept.emit(id)

    def _no(self, refusal: Refusal) -> None:
        fields = {"called": self.called, "name": self.called, "needed": self.needed, "order": self.order}
        field = fields.get(str(refusal.facts.get("field", "")))
        (field.refuse if field else self.said.say)(words_of(refusal))
        if refusal.code in ("changed_meanwhile", "missing", "already_there"):
            self.stale.emit()


def _number(text: str) -> int:
    """A number that the validator let through, which may be unfinished."""
    try:
        return int(text)
    except ValueError:
        return 0
