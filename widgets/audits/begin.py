"""Beginning a round: which checklist, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItemModel
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.app.queries.rounds import TemplateShown
from console.domain.checklists import Purpose
from console.domain.commands.checklists import BeginRun
from console.domain.errors import Refusal
from console.domain.ids import new_id
from widgets.attachments.later import while_there
from widgets.audits.places import Places
from widgets.audits.words import purpose_word, said
from widgets.cards import Button, Card, Choice
from widgets.flow import Flow
from widgets.people.fields import Field, Said
from widgets.people.signing import OneByOne, why_not
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

WIDEST = 420


def offered(templates: tuple[TemplateShown, ...]) -> list[TemplateShown]:
    """The checklists that can be begun here, by purpose; briefings have a screen of their own."""
    order = list(Purpose)
    found = [
        one
        for one in templates
        if one.template.published and not one.template.retired and one.template.purpose is not Purpose.BRIEFING
    ]
    return sorted(found, key=lambda one: (order.index(one.template.purpose), said(one.template.name)))


class BeginCard(Card):
    """Two lists and a button; `begun` carries the id of the new run."""

    begun = Signal(str)

    def __init__(self, console: Console, places: Places) -> None:
        super().__init__()
        self._console, self._places = console, places
        self._area: str | None = None
        self._one = OneByOne(self, console)
        self._told: tuple[TemplateShown, ...] | None = None
        self._picked = False  # somebody chose a place
        self._filled: tuple[list[tuple[str, str]], list[tuple[str, str]]] = ([], [])
        self.checklist, self.place = Field(Choice()), Field(Choice())
        self.go, self.said = Button("play", self.begin, primary=True), Said()
        self._lay_out()

    def show_choices(self, templates: tuple[TemplateShown, ...], area: str | None) -> None:
        """Offer these checklists, and the places of an area; what was chosen stays."""
        self._area, self._told = area, templates
        shown, places = offered(templates), self._places.entries(area)
        names = [(one.template.id, said(one.template.name)) for one in shown]
        if (names, places) != self._filled:  # a list that is open is not made anew while nothing in it changed
            self._filled = (names, places)
            self._fill_checklists(shown)
            self._fill_places(places)
        self._offer_own()
        self.allow()

    def allow(self) -> None:
        """Say whether it can be begun, and why not."""
        why = why_not(self._console, BeginRun, str(self.place.control.currentData() or ""))
        ready = self.checklist.control.currentData() is not None and self.place.control.count() > 0
        self.go.setEnabled(ready and not why)
        self.go.name(self.tr("Begin (Enter)"), why)
        if why:
            self.said.warn(why)
        elif self._told is not None and self.checklist.control.currentData() is not None and not ready:
            words = self.tr("There is no place for a round yet: open a plant file with lines under Setup first.")
            self.said.warn(words)
        elif self._told is not None and not ready:
            self.said.warn(self.tr("No checklist is published. Publish one under Checklists first."))
        else:
            self.said.say("")

    def begin(self) -> None:
        """Begin what is chosen."""
        template, place = self.checklist.control.currentData(), self.place.control.currentData()
        if template and place and self.go.isEnabled():
            known = next((one.template for one in self._told or () if one.template.id == template), None)
            number = known.published if known is not None else 0
            self.give(BeginRun(new_id(), str(template), str(place), number=number))

    def give(self, command: BeginRun) -> None:
        """Begin a run, after a sign-in where nobody is signed in."""
        self.said.say("")
        done = while_there(self, lambda _: self.begun.emit(command.run))
        self._one.give(command, done, while_there(self, self._refused))

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.begin()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Begin a round"))
        self.checklist.name(self.tr("&Checklist"))
        self.place.name(self.tr("&Where"))
        if self._told is not None:
            self.show_choices(self._told, self._area)
        self.allow()

    def _offer_own(self) -> None:
        """Until somebody chooses: the first place where whoever is here may begin."""
        choice = self.place.control
        ids = [str(choice.itemData(at)) for at in range(choice.count())]
        if not self._picked and ids:
            may = (at for at, id in enumerate(ids) if not why_not(self._console, BeginRun, id))
            choice.setCurrentIndex(next(may, 0))

    def _pick(self) -> None:
        self._picked = True

    def _fill_places(self, entries: list[tuple[str, str]]) -> None:
        choice = self.place.control
        chosen = choice.currentData()
        choice.blockSignals(True)
        choice.clear()
        for id, words in entries:
            choice.addItem(words, id)
        choice.setCurrentIndex(max(0, choice.findData(chosen)))
        choice.blockSignals(False)

    def _fill_checklists(self, shown: list[TemplateShown]) -> None:
        """The names below their purposes, which cannot be chosen themselves."""
        choice = self.checklist.control
        chosen = choice.currentData()
        choice.blockSignals(True)
        choice.clear()
        purpose = None
        for one in shown:
            if one.template.purpose is not purpose:
                purpose = one.template.purpose
                choice.addItem(purpose_word(purpose), None)
                model = choice.model()
                if isinstance(model, QStandardItemModel):
                    model.item(choice.count() - 1).setEnabled(False)
            choice.addItem(said(one.template.name, 80), one.template.id)
        at = choice.findData(chosen) if chosen else -1
        choice.setCurrentIndex(at if at >= 0 else min(1, choice.count() - 1))
        choice.blockSignals(False)

    def _lay_out(self) -> None:
        inside = QWidget()
        row = Flow(inside, gap=12)
        for field in (self.checklist, self.place):
            field.control.setMinimumWidth(250)
            field.control.setMaximumWidth(WIDEST)
            field.control.currentIndexChanged.connect(lambda _: self.allow())
            row.addWidget(field)
        self.place.control.activated.connect(lambda _: self._pick())
        last = QWidget()
        column = QVBoxLayout(last)
        column.setContentsMargins(0, 20, 0, 0)
        column.addWidget(self.go)
        row.addWidget(last)
        self.body.addWidget(inside)
        self.body.addWidget(self.said)
