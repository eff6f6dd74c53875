"""Dispatch (派工): where a step of an order is done and by whom; who has not learnt it is named with the reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.app.queries.order_links import Crew, crew_of
from console.domain.assigning import Lack, lacks
from console.domain.commands.orders import AssignOrderStep, AssignUnskilled
from console.domain.orders import OrderStep, WorkOrder
from console.domain.people import Person, Role
from widgets.attachments.later import while_there
from widgets.cards import Choice, Entry, Text, Tick
from widgets.flow import emptied
from widgets.orders.dialog import OrderDialog, offer
from widgets.orders.lines import MarkedLines
from widgets.orders.naming import line_word, zone_of
from widgets.orders.skillwords import lack_words
from widgets.people.fields import Field, scrolled
from widgets.people.signing import why_not
from widgets.plain import plain

if TYPE_CHECKING:
    from console.app.console import Console

WIDE, HIGH = 520, 210
SHOWN = 60  # people at once; typing a name finds the others
HANDS = frozenset(Role) - {Role.VIEWER, Role.ADMINISTRATOR}


class AssignStep(OrderDialog):
    """Asks for station and people of one step; closes when it is kept."""

    def __init__(self, console: Console, parent: QWidget | None, order: WorkOrder, step: OrderStep) -> None:
        super().__init__(console, parent, "user-plus", WIDE)
        self.order, self.step = order, step
        self.crew = Crew((), (), ())
        self.chosen: dict[str, None] = dict.fromkeys(step.people)
        self.ticks: dict[str, Tick] = {}
        self.station, self.find, self.why = Field(Choice()), Field(Entry()), Field(Entry())
        self.people, self.none, self.lacking = QWidget(), Text("text_muted", 13, wrap=True), MarkedLines()
        self.fields = {"station": self.station, "people": self.find, "reason": self.why}  # type: ignore[dict-item]
        self._lay_out()
        self._offer_stations()
        self.retranslate()
        self.station.control.currentIndexChanged.connect(lambda _: self._show_people())
        self.find.control.textEdited.connect(lambda _: self._show_people())
        console.office.ask(crew_of, while_there(self, self._read), while_there(self, self.refused))
        self.find.control.setFocus()
        self.fit()

    @property
    def meant(self) -> OrderStep:
        """The step at the station that is chosen."""
        return replace(self.step, station=str(self.station.control.currentData() or ""))

    def lacks_of(self, people: Iterable[str]) -> tuple[Lack, ...]:
        """Who of them may not do it alone today, and why."""
        return lacks(self.meant, self.order.line, people, self.crew.operations, self.crew.skills, self._today())

    def submit(self) -> None:
        """Assign them; nevertheless, with a reason, where somebody lacks the skill."""
        self.refuse_nothing()
        order, step, people = self.order, self.step, tuple(self.chosen)
        told = (order.id, order.line, step.name, self.meant.station, people, step.station, step.people, self._today())
        if not self.lacks_of(people):
            self.give(AssignOrderStep(*told))
        elif why_not(self._console, AssignUnskilled, place=order.line):
            self.said.warn(self.tr("Only a supervisor assigns somebody without the skill, with a reason."))
        elif not self.why.control.text().strip():
            self.wrong("reason", self.tr("Say why they do it nevertheless."))
        else:
            self.give(AssignUnskilled(*told, self.why.control.text().strip()))

    # Inside

    def _today(self) -> date:
        return datetime.fromtimestamp(self._console.now(), UTC).astimezone(zone_of(self._console)).date()

    def _read(self, crew: Crew) -> None:
        self.crew = crew
        here = {person.id for person in crew.people}  # who works here no more cannot be ticked off: they are it already
        self.chosen = {id: None for id in self.chosen if id in here}
        self._show_people()

    def _candidates(self) -> list[Person]:
        """Who could be meant: at the line and called as it was typed; who is chosen, who is able, then the others."""
        typed, way = self.find.control.text().strip().casefold(), self._console.office.authority.way(self.order.line)
        here = [one for one in self.crew.people if one.id in self.chosen or (one.roles & HANDS and _works(one, way))]
        named = [one for one in here if typed in f"{one.name} {one.number}".casefold()]
        reached = {lack.person: lack.level for lack in self.lacks_of(one.id for one in named)}
        return sorted(
            named, key=lambda one: (one.id not in self.step.people, one.id in reached, -reached.get(one.id, 0))
        )

    def _show_people(self) -> None:
        rows = self._rows
        emptied(rows)
        self.ticks = {}
        found = self._candidates()
        lacking: dict[str, list[Lack]] = {}
        for lack in self.lacks_of(one.id for one in found):
            lacking.setdefault(lack.person, []).append(lack)
        for person in found[:SHOWN]:
            tick = Tick()
            why = " · ".join(_lack(lack) for lack in lacking.get(person.id, ()))
            tick.setText(plain(person.name, 60).replace("&", "&&") + (f" — {why}" if why else ""))
            tick.setAccessibleName(tick.text())
            tick.setChecked(person.id in self.chosen)
            tick.toggled.connect(lambda on, id=person.id: self._tick(id, on))
            self.ticks[person.id] = tick
            rows.addWidget(tick)
        rows.addStretch(1)
        self.none.setVisible(not found)
        self._say_lacks()

    def _tick(self, id: str, on: bool) -> None:
        if on:
            self.chosen[id] = None
        else:
            self.chosen.pop(id, None)
        self._say_lacks()

    def _say_lacks(self) -> None:
        found = self.lacks_of(self.chosen)
        names = {person.id: plain(person.name, 60) for person in self.crew.people}
        self.lacking.say(
            [("triangle-alert", "warning", f"{names.get(one.person, one.person)} — {_lack(one)}") for one in found]
        )
        allowed = not why_not(self._console, AssignUnskilled, place=self.order.line)
        self.why.setVisible(bool(found) and allowed)
        if self.isVisible():
            self.fit()
        over = bool(found)
        if not self.chosen:
            words = self.tr("Assign nobody") if self.step.people else self.tr("Assign")
        else:
            words = self.tr("Assign nevertheless") if over else self.tr("Assign")
        self.go.name(words, self.tr("Enter"))
        blocked = over and not allowed
        self.go.setEnabled(not blocked)
        if blocked:
            self.said.warn(self.tr("Only a supervisor assigns somebody without the skill, with a reason."))
        elif self.said.text:
            self.said.say("")

    def _offer_stations(self) -> None:
        live = next((one for one in self._console.floor.lines if one.line.id == self.order.line), None)
        entries = [(one.station.id, plain(one.station.name, 40)) for one in live.stations] if live is not None else []
        if self.step.station and self.step.station not in dict(entries):
            entries.append((self.step.station, plain(self.step.station, 40)))
        line = line_word(self._console, self.order.line)
        offer(self.station.control, self.tr("{0}, no station").format(line), entries, self.step.station)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        step = plain(self.step.name, 60)
        self.setWindowTitle(self.tr("Assign a step"))
        self.heading.say(self.tr("{0}: who does {1}?").format(plain(self.order.number, 60), step))
        self.how.say(self.tr("Those who may do it alone come first. Who has not learnt it has the reason behind."))
        self.station.name(self.tr("&Station"))
        self.find.name(self.tr("&People"))
        self.find.control.setPlaceholderText(self.tr("Type a name to find it"))
        self.why.name(self.tr("&Why nevertheless"))
        self.none.say(self.tr("Nobody of this name works here."))
        self.leave.name(self.tr("Cancel"))
        self._say_lacks()

    def _lay_out(self) -> None:
        self._rows = QVBoxLayout(self.people)
        self._rows.setContentsMargins(2, 2, 2, 2)
        self._rows.setSpacing(2)
        area = scrolled(self.people)
        area.setFixedHeight(HIGH)
        for part in (self.station, self.find, self.none, area, self.lacking, self.why):
            self.body.addWidget(part)
        self.none.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.why.hide()


def _lack(lack: Lack) -> str:
    return lack_words(lack.operation.name, lack.level, lack.expires)


def _works(person: Person, way: tuple[str, ...]) -> bool:
    """Whether one of somebody's roles reaches there."""
    return any(way[: len(grant.scope)] == grant.scope or grant.scope[: len(way)] == way for grant in person.grants)
