"""What is written into a handover by hand: an item that no record holds, and a correction of a sealed one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from console.domain.commands.handovers import AddHandoverItem, CorrectHandover
from console.domain.handovers import Handover, OpenItem, Risk
from console.domain.ids import new_id
from widgets.calls.form import Paragraph
from widgets.cards import Choice, Entry
from widgets.handover.words import RISKS, risk_word
from widgets.orders.dialog import OrderDialog, offer
from widgets.people.fields import Field

if TYPE_CHECKING:
    from console.app.console import Console

WIDE = 520
Entries = Sequence[tuple[str, str]]  # key and words


class ItemForm(OrderDialog):
    """Adds a note, or says one anew."""

    def __init__(
        self,
        console: Console,
        handover: Handover,
        places: Entries,
        people: Entries,
        item: OpenItem | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(console, parent, "plus" if item is None else "check", WIDE)
        self._handover, self._item = handover, item
        self._places, self._people = places, people
        self._id = item.id if item is not None else new_id()
        self.what: Field[Entry] = Field(Entry(item.title if item is not None else ""))
        self.more: Field[Paragraph] = Field(Paragraph())
        self.where: Field[Choice] = Field(Choice())
        self.owner: Field[Choice] = Field(Choice())
        self.risk: Field[Choice] = Field(Choice())
        self.fields = {
            "title": self.what,
            "note": self.more,
            "place": self.where,
            "owner": self.owner,
            "risk": self.risk,
        }
        for field in self.fields.values():
            self.body.addWidget(field)
        self.more.control.done.connect(self.submit)
        if item is not None:
            self.more.control.setPlainText(item.text)
        self.retranslate()
        self.fit()
        self.what.control.setFocus()

    def submit(self) -> None:
        """Keep it."""
        self.give(
            AddHandoverItem(
                self._handover.id,
                self._handover.place,
                self._id,
                str(self.where.control.currentData() or ""),
                self.what.control.text().strip(),
                self.more.control.toPlainText().strip(),
                str(self.owner.control.currentData() or ""),
                Risk(self.risk.control.currentData() or Risk.PLAIN),
            )
        )

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        words = self.tr("Add an item") if self._item is None else self.tr("Change the note")
        self.setWindowTitle(words)
        self.heading.say(words)
        self.how.say(self.tr("Something that the next shift takes over and no record holds."))
        self.what.name(self.tr("&What"))
        self.more.name(self.tr("&More about it"))
        self.where.name(self.tr("Wh&ere"))
        self.owner.name(self.tr("&Who looks after it"))
        self.risk.name(self.tr("&Risk"), self.tr("A high risk is talked about before it can be accepted."))
        was = self._item
        offer(self.where.control, "", self._places, was.place if was is not None else self._handover.place)
        offer(self.owner.control, self.tr("Nobody named"), self._people, was.owner if was is not None else "")
        risks = [(risk.value, risk_word(risk)) for risk in Risk if risk.value in RISKS]
        offer(self.risk.control, "", risks, was.risk.value if was is not None else "")
        self.go.name(words)
        self.leave.name(self.tr("Cancel"))


class CorrectionForm(OrderDialog):
    """Says something later about a sealed handover, which stays as it is."""

    def __init__(self, console: Console, handover: Handover, parent: QWidget | None = None) -> None:
        super().__init__(console, parent, "check", WIDE)
        self._handover, self._id = handover, new_id()
        self.text: Field[Paragraph] = Field(Paragraph())
        self.fields = {"text": self.text}
        self.body.addWidget(self.text)
        self.text.control.done.connect(self.submit)
        self.retranslate()
        self.fit()
        self.text.control.setFocus()

    def submit(self) -> None:
        """Keep it."""
        words = self.text.control.toPlainText().strip()
        handover = self._handover
        self.give(CorrectHandover(handover.id, handover.place, self._id, handover.seal, words))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.setWindowTitle(self.tr("Add a correction"))
        self.heading.say(self.tr("Add a correction"))
        self.how.say(self.tr("The sealed handover stays as it was signed. The correction points to its seal."))
        self.text.name(self.tr("&What is right"))
        self.go.name(self.tr("Add a correction"))
        self.leave.name(self.tr("Cancel"))
