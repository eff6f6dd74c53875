"""Putting a red tag on a thing without a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.domain.commands.audits import TagThing
from console.domain.ids import new_id
from widgets.actions.known import people_entries, today_at
from widgets.audits.places import Places
from widgets.calls.form import Paragraph
from widgets.cards import Choice, Entry
from widgets.findings.form import TAG_DAYS, day_typed
from widgets.findings.owners import owner_at
from widgets.orders.dialog import OrderDialog, offer
from widgets.people.fields import Field
from widgets.people.signing import why_not

if TYPE_CHECKING:
    from console.app.console import Console


class TagForm(OrderDialog):
    """`kept` carries the id of the tag."""

    kept = Signal(str)

    def __init__(self, console: Console, parent: QWidget | None, place: str = "", number: str = "") -> None:
        super().__init__(console, parent, "check", 620)
        self.tag, self._places = new_id(), Places(console)
        self.place, self.thing, self.quantity, self.number = Choice(), Entry(), Entry("1"), Entry(number)
        self.owner, self.decide_by, self.why = Choice(), Entry(f"+{TAG_DAYS}"), Paragraph()
        names = ("place", "thing", "quantity", "number", "owner", "decide_by")
        self.fields = {**{name: Field(getattr(self, name)) for name in names}, "reason": Field(self.why)}
        self._lay_out()
        offer(self.place, self.tr("Choose a place"), self._places.entries(), place)
        self.place.activated.connect(lambda _: self._moved())
        self.why.done.connect(self.submit)
        self._moved()
        self.retranslate()
        self.fit()
        (self.thing if place else self.place).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def where(self) -> str:
        """Where the thing lies."""
        return str(self.place.currentData() or "")

    def submit(self) -> None:
        """Put it on."""
        self.refuse_nothing()
        day = day_typed(self.decide_by.text(), today_at(self._console, self.where))
        typed = self.quantity.text().strip()
        quantity = int(typed) if typed.isdecimal() and len(typed) < 8 else 0
        tests = (
            ("place", bool(self.where), self.tr("Choose where it is.")),
            ("thing", bool(self.thing.text().strip()), self.tr("Say what it is that nobody needs here.")),
            ("quantity", quantity > 0, self.tr("Type how many there are, like 1.")),
            ("decide_by", day is not None, self.tr("Type a day like 2026-11-28, or +7 for in seven days.")),
        )
        wrong = next(((name, why) for name, fits, why in tests if not fits), None)
        if wrong is not None or day is None:
            self.wrong(*wrong) if wrong is not None else None
            return
        self.give(
            TagThing(
                self.tag,
                self.where,
                self.thing.text(),
                str(self.owner.currentData() or ""),
                day,
                quantity,
                self.why.toPlainText(),
                self.number.text(),
            )  # fmt: skip
        )

    def done_with(self, _: object) -> None:
        """It hangs there now."""
        self.kept.emit(self.tag)
        self.accept()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.setWindowTitle(self.tr("Red tag"))
        self.heading.say(self.tr("Put on a red tag"))
        self.how.say(self.tr("For something that nobody seems to need here. Until its day somebody decides about it."))
        names = {
            "place": (self.tr("&Where"), ""),
            "thing": (self.tr("T&hing"), ""),
            "quantity": (self.tr("&Quantity"), ""),
            "number": (self.tr("&Number on the card"), ""),
            "owner": (self.tr("Who d&ecides"), ""),
            "decide_by": (self.tr("Decide &by"), self.tr("A day like 2026-11-28, or +7 for in seven days.")),
            "reason": (self.tr("Wh&y (may be left out)"), ""),
        }
        for name, field in self.fields.items():
            field.name(*names[name])
        self.leave.name(self.tr("Cancel"))
        self._allow()

    def _moved(self) -> None:
        offer(self.owner, "", people_entries(self._console), owner_at(self._console, self.where))
        self._allow()

    def _allow(self) -> None:
        why = why_not(self._console, TagThing, place=self.where)
        self.go.setEnabled(not why)
        self.go.name(self.tr("Put it on"), why or self.tr("Ctrl+Enter"))

    def _lay_out(self) -> None:
        for names in (("place",), ("thing", "quantity", "number"), ("owner", "decide_by"), ("reason",)):
            row = QHBoxLayout()
            row.setSpacing(10)
            for name in names:
                stretch = 2 if name in ("thing", "owner") else 1
                row.addWidget(self.fields[name], stretch, Qt.AlignmentFlag.AlignTop)
            self.body.addLayout(row)
