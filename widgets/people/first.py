"""The very first person of a plant: an administrator, because nobody else could let anybody in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.errors import Refusal
from console.domain.people import NAME_MOST, NUMBER_MOST
from widgets.cards import Button, Entry, Text
from widgets.people.fields import Field, Said
from widgets.people.pinform import PinForm
from widgets.refusals import words_of

FIELD_OF = {"called": "called", "name": "called", "number": "number"}


class FirstAdministrator(QWidget):
    """`wanted` carries name, number and PIN once everything is right."""

    wanted = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.heading, self.why = Text("text", 20, 600), Text("text_muted", 13, wrap=True)
        self.called, self.number, self.pin = Field(Entry()), Field(Entry()), PinForm()
        self.called.control.setMaxLength(NAME_MOST)
        self.number.control.setMaxLength(NUMBER_MOST)
        self.said, self.begin = Said(), Button("user-plus", self.submit, primary=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.heading, self.why, self.called, self.number, self.pin, self.said):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.begin)
        column.addLayout(row)
        column.addStretch(1)
        self.called.control.returnPressed.connect(self.number.control.setFocus)
        self.number.control.returnPressed.connect(self.pin.setFocus)
        self.pin.given.connect(self.submit)
        for field in (self.called, self.number):
            field.control.textEdited.connect(lambda _, field=field: field.refuse(""))
        self.setFocusProxy(self.called.control)
        self.retranslate()

    def submit(self) -> None:
        """Ask for it, when everything is right; pressed twice, once."""
        if not self.begin.isEnabled():
            return
        self.said.say("")
        if not self.called.control.text().strip():
            self.called.refuse(self.tr("Type a name."))
            self.called.control.setFocus()
            return
        pin = self.pin.pin()
        if pin is not None:
            self.begin.setEnabled(False)
            self.wanted.emit(self.called.control.text(), self.number.control.text(), pin)

    def refused(self, refusal: Refusal) -> None:
        """Say what is wrong beside what it is about."""
        self.begin.setEnabled(True)
        name = FIELD_OF.get(str(refusal.facts.get("field", "")), "")
        if name:
            field: Field[Entry] = getattr(self, name)
            field.refuse(words_of(refusal))
            field.control.setFocus()
        else:
            self.said.say(words_of(refusal))

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self.called, self.number):
            field.control.clear()
            field.refuse("")
        self.pin.clear()
        self.said.say("")
        self.begin.setEnabled(True)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.heading.say(self.tr("The first administrator"))
        self.why.say(
            self.tr(
                "Nobody is known to this console yet. Begin with yourself: an administrator adds the other people, sets"
                " their first PINs, and says what each role may do. The board can be watched without any of this."
            )
        )
        self.called.name(self.tr("&Name"), self.tr("As the plant calls you; it will stand beside everything you do."))
        self.number.name(self.tr("Staff n&umber"), self.tr("May stay empty."))
        self.begin.name(self.tr("Begin"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
