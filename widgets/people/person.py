"""One person in the side panel: add or change, roles with their places, how they sign in."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.app.queries.people import PersonShown
from console.domain.commands.people import AddPerson, ChangePerson
from console.domain.errors import Refusal
from console.domain.ids import new_id
from console.domain.people import NAME_MOST, NUMBER_MOST, Person
from console.domain.plant import Plant
from widgets.cards import Button, Card, Entry, Text, Tick
from widgets.people.fields import Field, Said, scrolled
from widgets.people.grants import Grants
from widgets.people.proofs import Proofs
from widgets.people.signing import OneByOne, why_not
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

OF_NAME, OF_NUMBER = ("called", "name"), ("number",)
STALE = ("changed_meanwhile", "missing", "already_there")


class PersonCard(Card):
    """`kept` carries the id of somebody who was saved, `left` when the form is closed, `stale` asks to read again."""

    kept = Signal(str)
    left = Signal()
    stale = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._shown: PersonShown | None = None
        self._new = ""  # id of the one who is being added
        self._plant: Plant | None = None
        self._edited, self._last = False, ""
        self._giving = OneByOne(self, console)
        self.called, self.number = Field(Entry()), Field(Entry())
        self.called.control.setMaxLength(NAME_MOST)
        self.number.control.setMaxLength(NUMBER_MOST)
        self.grants = Field(Grants())
        self.active, self.said = Tick(), Said()
        self.save, self.cancel = Button("", self.submit, primary=True), Button("", self._cancel)
        self.proofs, self.last = Proofs(console), Text("text_muted", 12)
        self.close_button = Button("x", self._cancel)
        self._lay_out()
        self._connect()
        self.retranslate()

    # Showing

    def add(self, plant: Plant | None) -> None:
        """Begin somebody new."""
        lost, whose = self._edited and self._shown is not None, self._whose()
        self._new, self._plant = new_id(), plant
        self._fill(None)
        if lost:
            self.said.warn(self.tr("What was typed about {0} was not saved.").format(whose))
        self.called.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_person(self, shown: PersonShown, plant: Plant | None, last: str) -> None:
        """Show somebody; what is typed stays while it is the same person and version."""
        here = self._shown
        same = here is not None and here.person.id == shown.person.id and here.kept.version == shown.kept.version
        self._plant, self._new = plant, ""
        self._last = last
        self._say_last()
        if same:
            self._shown = shown
            self.proofs.show_person(shown)
            return
        lost, whose = self._edited, self._whose() if here is None or here.person.id != shown.person.id else ""
        self._fill(shown)
        if lost and whose:
            self.said.warn(self.tr("What was typed about {0} was not saved.").format(whose))
        elif lost:
            self.said.warn(self.tr("Somebody else changed this person meanwhile: this is how it is now."))

    def _whose(self) -> str:
        if self._shown is None:
            return plain(self.called.control.text().strip(), 60) or self.tr("somebody new")
        return plain(self._shown.person.name, 60)

    @property
    def person(self) -> str:
        """Id of the person that is shown, "" for a new one."""
        return self._shown.person.id if self._shown else ""

    @property
    def adding(self) -> bool:
        """Whether somebody new is being added."""
        return bool(self._new)

    def refresh(self) -> None:
        """Grey out what whoever is signed in may not do."""
        about = self._shown.person.id if self._shown else ""
        why = why_not(self._console, ChangePerson if about else AddPerson, about=about)
        words = self.tr("Save") if about else self.tr("Add")
        self.save.name(words, why or words)
        self.save.setEnabled(not why)
        self.proofs.refresh()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(plain(self._shown.person.name, 40) if self._shown else self.tr("Add a person"))
        self.called.name(self.tr("&Name"))
        self.number.name(self.tr("Staff n&umber"), self.tr("Each active person has another one; it may stay empty."))
        self.grants.name(
            self.tr("Roles and where they hold"),
            self.tr("Without a role somebody can sign in, but change nothing."),
        )
        self.active.setText(self.tr("&Active: works here and may sign in"))
        self.active.setAccessibleName(self.tr("Active"))
        self.cancel.name(self.tr("Cancel"))
        self.close_button.name_silently(self.tr("Close"))
        self._say_last()
        self.refresh()

    def _say_last(self) -> None:
        words = self.tr("Last sign-in: {0}").format(self._last) if self._last else self.tr("No sign-in known yet")
        self.last.say(words)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _fill(self, shown: PersonShown | None) -> None:
        self._shown = shown
        person = shown.person if shown else Person("", "")
        self.called.control.setText(person.name)
        self.number.control.setText(person.number)
        self.grants.control.show_grants(person.grants, self._plant)
        self.active.setChecked(person.active)
        for part in (self.active, self.proofs, self.last):
            part.setVisible(shown is not None)
        self.proofs.show_person(shown)
        self._forgive()
        self._edited = False
        self.retranslate()

    # Doing

    def submit(self) -> None:
        """Save what the form says."""
        self._forgive()
        name = self.called.control.text()
        if not name.strip():
            self.called.refuse(self.tr("Type a name."))
            self.called.control.setFocus()
            return
        number, grants = self.number.control.text(), self.grants.control.grants
        if self._shown is None:
            who = self._new
            if who:  # else it was added just now, and is read at this moment
                self._giving.give(AddPerson(who, name, number, grants), lambda _: self._added(who), self._refused)
            return
        kept = self._shown.kept
        change = ChangePerson(kept.value.id, name, number, grants, self.active.isChecked(), kept.version)
        self._giving.give(change, lambda _: self._changed(kept.value.id), self._refused)

    def begin_pin(self) -> None:
        """Go on to the PIN: whoever was added cannot sign in before."""
        if self.proofs.set_pin.isEnabled():
            self.proofs.begin_pin()

    def _added(self, who: str) -> None:
        self._edited = False
        self._new = ""
        self.kept.emit(who)

    def _changed(self, who: str) -> None:
        self._edited = False
        self.said.good(self.tr("Saved"))
        self.kept.emit(who)

    def _refused(self, refusal: Refusal) -> None:
        words, field = words_of(refusal), str(refusal.facts.get("field", ""))
        if field in OF_NAME:
            self.called.refuse(words)
            self.called.control.setFocus()
        elif field in OF_NUMBER or refusal.code == "number_taken":
            self.number.refuse(words)
            self.number.control.setFocus()
        elif refusal.code in ("too_many_grants", "more_than_own"):
            self.grants.refuse(words)
        else:
            self.said.say(words)
        if refusal.code in STALE:
            self._edited = True
            self.stale.emit()

    def _cancel(self) -> None:
        self._new, self._shown, self._edited = "", None, False
        self.proofs.show_person(None)
        self.left.emit()

    def _forgive(self) -> None:
        for field in (self.called, self.number, self.grants):
            field.refuse("")
        self.said.say("")

    # How it is made

    def _connect(self) -> None:
        def edited(*_: object) -> None:
            self._edited = True
            self.said.say("")

        for field in (self.called, self.number):
            field.control.textEdited.connect(edited)
            field.control.textEdited.connect(lambda _, field=field: field.refuse(""))
            field.control.returnPressed.connect(self.submit)
        self.grants.control.changed.connect(edited)
        self.active.clicked.connect(edited)

    def _lay_out(self) -> None:
        self.tools.addWidget(self.close_button)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(14)
        for part in (self.called, self.number, self.grants, self.active, self.said):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        column.addLayout(row)
        column.addWidget(self.proofs)
        column.addWidget(self.last)
        column.addStretch(1)
        self.body.addWidget(scrolled(inside), 1)
        order = (self.number.control, self.grants.control.add, self.active, self.cancel, self.save)
        for one, next_one in pairwise(order):
            QWidget.setTabOrder(one, next_one)
