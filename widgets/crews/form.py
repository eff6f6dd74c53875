"""One crew in a dialog: its name, who leads it, where it works, whether it is in use."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from console.domain.commands.handovers import SetCrew
from console.domain.crews import Crew
from console.domain.desk import Kept
from console.domain.people import NAME_MOST, by_name
from widgets.callsetup.ticklist import TickList
from widgets.cards import Choice, Entry, Tick
from widgets.crews.reading import CrewsRead
from widgets.orders.dialog import OrderDialog, offer
from widgets.people.fields import Field
from widgets.plain import plain

if TYPE_CHECKING:
    from console.app.console import Console

WIDE = 460


class CrewForm(OrderDialog):
    """A new crew, or one said anew; people come to it by moving them."""

    def __init__(self, console: Console, parent: QWidget | None, read: CrewsRead, crew: Kept[Crew] | Crew) -> None:
        super().__init__(console, parent, "check", WIDE)
        self._version = crew.version if isinstance(crew, Kept) else 0
        self.crew = crew.value if isinstance(crew, Kept) else crew
        self._read = read
        self.name: Field[Entry] = Field(Entry(self.crew.name))
        self.name.control.setMaxLength(NAME_MOST)
        self.leader: Field[Choice] = Field(Choice())
        self.places: Field[TickList] = Field(TickList())
        self.active = Tick()
        self.active.setChecked(self.crew.active)
        self.fields = {"name": self.name, "members": self.leader, "places": self.places}
        for part in (self.name, self.leader, self.places, self.active):
            self.body.addWidget(part)
        self.retranslate()
        self.places.control.choose(self.crew.places)
        self.fit()
        self.name.control.setFocus()

    def submit(self) -> None:
        """Save what the form says."""
        told = str(self.leader.control.currentData() or "")
        members = [id for id in self.crew.people if id != told]
        crew = replace(
            self.crew,
            name=self.name.control.text(),
            leader=told,
            members=tuple(members),
            places=self.places.control.chosen,
            active=self.active.isChecked(),
        )
        self.give(SetCrew(crew, self._version))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.heading.say(self.tr("The crew") if self._version else self.tr("A new crew"))
        self.how.say(self.tr("People come to a crew by moving them in the list. Somebody is in one crew at a time."))
        self.name.name(self.tr("&Name"))
        self.leader.name(self.tr("Who &leads it"), self.tr("Somebody of this crew, or somebody without a crew."))
        self.places.name(self.tr("Where it usually works"))
        self.active.setText(self.tr("In use"))
        self.active.setAccessibleName(self.tr("In use"))
        taken = {id for kept in self._read.crews if kept.value.active for id in kept.value.people}
        free = [
            person
            for person in sorted(self._read.setup.people, key=by_name)
            if person.id in self.crew.people or (person.active and person.id not in taken)
        ]
        entries = [(person.id, plain(person.name, 60)) for person in free]
        chosen = str(self.leader.control.currentData() or self.crew.leader)
        offer(self.leader.control, self.tr("Nobody yet"), entries, chosen)
        plant = self._console.floor.plant
        offered = [
            (place.id, plain(place.name, 60))
            for site in plant.sites
            for area in site.areas
            for place in ((area, *area.lines) if len(area.lines) > 1 and area.id else area.lines)
        ]
        self.places.control.offer(offered)
        self.places.setVisible(bool(offered))
        self.go.name(self.tr("Save"))
        self.leave.name(self.tr("Cancel"))
