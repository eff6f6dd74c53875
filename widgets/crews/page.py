"""Crews: who works together at the left; of the chosen one who is there, what they lack and how it goes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.domain.commands import Command
from console.domain.commands.handovers import JoinCrew, SetCrew
from console.domain.crews import Crew
from console.domain.desk import Kept
from console.domain.errors import Refusal
from console.domain.ids import new_id
from widgets.attachments.later import while_there
from widgets.cards import Button, Card, Choice, OneLine, Text
from widgets.closed import Closed
from widgets.crews.duty import AbsencesCard, GapsCard, WeekCard, today_at
from widgets.crews.figures import CrewResults
from widgets.crews.form import CrewForm
from widgets.crews.reading import CrewReader, CrewsRead
from widgets.crews.tree import CrewTree
from widgets.flow import Flow
from widgets.people.fields import Said, scrolled
from widgets.people.signing import OneByOne, ask_for, why_not
from widgets.people.words import place_words
from widgets.plain import caption, plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

SIDE, WIDE = 340, 1000  # pixels


class CrewsPage(QWidget):
    """A subject is the id of a crew."""

    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._found: CrewsRead | None = None
        self._wanted = ""
        self._giving = OneByOne(self, console)
        self.reader = CrewReader(self, console)
        self.back = Button("arrow-left", lambda: self.open_requested.emit("handover", ""))
        self.title = Text("text", 20, 600)
        self.tree, self.said = CrewTree(), Said()
        self.add = Button("plus", lambda: ask_for(self, SetCrew, self.begin), primary=True)
        self.edit = Button("pencil", lambda: ask_for(self, SetCrew, self.change))
        self.move = Button("arrow-left-right", self.offer_crews)
        self.lead = Button("flag", self.toggle_leader)
        self.name, self.about = OneLine("text", 18, 600), OneLine("text_muted", 13)
        self.week, self.absences = WeekCard(console), AbsencesCard(console)
        self.gaps, self.figures = GapsCard(console), CrewResults(console)
        self.empty = Text("text_muted", 14, wrap=True)
        self.closed = Closed(console, self.reader.read, lambda: self.open_requested.emit("status", ""))
        self.menu = QMenu(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    # What the shell calls

    def show_subject(self, subject: str) -> None:
        """Choose a crew."""
        self._wanted = subject
        if self._found is not None and subject:
            self.tree.choose(subject)

    def kept_choices(self) -> dict[str, Choice]:
        """What stays chosen until the next start."""
        return {"period": self.figures.period}

    def focus_filter(self) -> None:
        """Ctrl+F: the list."""
        self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.reader.shown()
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        wide = self.width() - SIDE >= WIDE
        self._middle.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    # Showing

    @property
    def crew(self) -> Kept[Crew] | None:
        """The one that is chosen."""
        return self._found.crew(self.tree.crew) if self._found is not None else None

    def _show(self, found: CrewsRead) -> None:
        before, self._found = self._found, found
        if before is None or before.crews != found.crews:
            self.figures.forget()
        today = today_at(self._console)
        away = frozenset(gone.person for gone in found.setup.absences if gone.first <= today <= gone.last)
        order = sorted(found.crews, key=lambda kept: (not kept.value.active, kept.value.name.casefold()))
        self.tree.show_crews([kept.value for kept in order], found.people, away)
        if self._wanted:
            self.tree.choose(self._wanted)
            self._wanted = ""
        self._chosen()

    def _chosen(self) -> None:
        """Show the crew of the lit row."""
        kept, found = self.crew, self._found
        if kept is not None and found is not None:
            crew = kept.value
            leader = found.people.get(crew.leader)
            led = self.tr("Led by {0}").format(plain(leader.name, 60)) if leader else self.tr("Nobody leads it yet")
            comma = self.tr(", ")
            places = comma.join(place_words(place, self._console.floor.plant) for place in crew.places)
            self.name.say(plain(crew.name, 60))
            where = places or self.tr("no usual place")
            self.about.say(" · ".join((led, self.tr("%n person(s)", "", len(crew.people)), where)))
            for part in (self.week, self.absences, self.gaps):
                part.show_crew(found, crew)
            self.figures.show_crew(crew.id)
        self._settle()

    def _settle(self) -> None:
        if self.closed.refresh() or self._found is None:
            self._stack.setCurrentWidget(self.closed)
        else:
            self._stack.setCurrentWidget(self._whole)
            self._right.setCurrentIndex(0 if self.crew is not None else 1)
        self._say_empty()
        self.allow()

    def allow(self) -> None:
        """Grey out what whoever is signed in may not do, and what nothing is chosen for."""
        why = self.closed.why() or why_not(self._console, SetCrew)
        nobody = self.tr("Choose somebody in the list first.")
        for button, words, hint, lacking in (
            (self.add, self.tr("New crew"), self.tr("New crew"), ""),
            (self.edit, self.tr("Edit"), self.tr("Name, leader, places (Enter)"), "" if self.crew else "-"),
            (self.move, self.tr("Move to…"), self.tr("To another crew (M, Ctrl+Up, Ctrl+Down)"), self._person_lacks()),
            (self.lead, self.tr("Leads"), self.tr("Leads the crew, or no longer (L)"), self._leader_lacks()),
        ):
            reason = why or (nobody if lacking == "-" else lacking)
            button.name(words, reason or hint)
            button.setEnabled(not reason)

    def _person_lacks(self) -> str:
        return "" if self.tree.person else "-"

    def _leader_lacks(self) -> str:
        return "" if self.tree.person and self.crew else "-"

    def _cannot(self, refusal: Exception) -> None:
        self._settle()
        self.said.say("" if self.closed.needed else words_of(refusal))

    # Doing

    def begin(self) -> None:
        """A new crew, in a dialog."""
        if self._found is not None:
            self._open(CrewForm(self._console, self, self._found, Crew(new_id(), "")))

    def change(self) -> None:
        """The chosen crew, in a dialog."""
        if self._found is not None and self.crew is not None:
            self._open(CrewForm(self._console, self, self._found, self.crew))

    def _open(self, form: CrewForm) -> None:
        self.said.say("")
        self._wanted = form.crew.id
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.accepted.connect(self.reader.read)
        form.show()

    def offer_crews(self, _person: str = "") -> None:
        """A menu of crews that whoever is lit can go to."""
        if self._found is None or not self.tree.person or not self.move.isEnabled():
            return
        person, here = self.tree.person, self.tree.crew
        self.menu.clear()
        for kept in self._found.crews:
            if kept.value.active and kept.value.id != here:
                act = self.menu.addAction(caption(kept.value.name))
                act.triggered.connect(lambda _=False, to=kept.value.id: self.move_to(person, to))
        if here:
            self.menu.addAction(self.tr("Without a crew")).triggered.connect(lambda: self.move_to(person, ""))
        self.menu.popup(self.move.mapToGlobal(QPoint(0, self.move.height())))

    def move_to(self, person: str, crew: str) -> None:
        """Somebody goes to another crew, "" = to none."""
        self.said.say("")
        self._wanted = person
        ask_for(self, JoinCrew, lambda: self._give(JoinCrew(person, crew)))

    def toggle_leader(self, _person: str = "") -> None:
        """Whoever is lit leads their crew from now on, or does not any more."""
        kept, person = self.crew, self.tree.person
        if kept is None or not person or not self.lead.isEnabled():
            return
        crew = kept.value
        rest = tuple(one for one in crew.people if one != person)
        changed = (
            replace(crew, leader="", members=(person, *rest))
            if crew.leader == person
            else replace(crew, leader=person, members=rest)
        )
        self._wanted = person
        ask_for(self, SetCrew, lambda: self._give(SetCrew(changed, kept.version)))

    def _give(self, command: Command) -> None:
        self._giving.give(command, while_there(self, lambda _: self.reader.read()), while_there(self, self._no))

    def _no(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))
        self.reader.read()

    # Words

    def _say_empty(self) -> None:
        if self._found is not None and self._found.crews:
            words = self.tr("These people are in no crew. Drag them onto one, or press M to choose one.")
        else:
            words = self.tr(
                'Crews appear here with the people who work together. Begin with "New crew", then drag people from'
                " the list onto it, or press M on somebody."
            )
        self.empty.say(words)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.back.name(self.tr("Handover"), self.tr("Back to the handover"))
        self.title.say(self.tr("Crews"))
        self.tree.setAccessibleName(self.tr("Crews and their people"))
        if self._found is not None:
            self._show(self._found)
        self._settle()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # How it is made

    def _connect(self) -> None:
        self.reader.arrived.connect(self._show)
        self.reader.refused.connect(self._cannot)
        self.reader.allowed.connect(self.allow)
        self.tree.chosen.connect(lambda _: self._chosen())
        self.tree.currentItemChanged.connect(lambda *_: self.allow())
        self.tree.moved.connect(self.move_to)
        self.tree.opened.connect(lambda _: ask_for(self, SetCrew, self.change) if self.edit.isEnabled() else None)
        self.tree.lead.connect(self.toggle_leader)
        self.tree.menu.connect(self.offer_crews)
        self.week.asked.connect(lambda: self.open_requested.emit("callsetup", "roster"))
        self.gaps.asked.connect(lambda: self.open_requested.emit("skills", ""))
        self.absences.kept.connect(self.reader.read)

    def _lay_out(self) -> None:
        head, left = QHBoxLayout(), Card(titled=False)
        head.setSpacing(12)
        head.addWidget(self.back)
        head.addWidget(self.title)
        head.addStretch(1)
        row = QWidget()
        buttons = Flow(row, 6)
        for button in (self.add, self.edit, self.move, self.lead):
            buttons.addWidget(button)
        left.body.addWidget(self.tree, 1)
        left.body.addWidget(self.said)
        left.body.addWidget(row)
        left.setMinimumWidth(280)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(self.name)
        column.addWidget(self.about)
        column.addWidget(self.week)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(12)
        self._middle.addWidget(self.absences, 1)
        self._middle.addWidget(self.gaps, 1)
        column.addLayout(self._middle)
        column.addWidget(self.figures)
        column.addStretch(1)
        nothing = Card(titled=False)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        nothing.body.addStretch(2)
        nothing.body.addWidget(self.empty)
        nothing.body.addStretch(3)
        self._right = QStackedWidget()
        self._right.addWidget(scrolled(inside))
        self._right.addWidget(nothing)
        self._whole = QSplitter(Qt.Orientation.Horizontal)
        self._whole.addWidget(left)
        self._whole.addWidget(self._right)
        self._whole.setStretchFactor(1, 1)
        self._whole.setSizes([SIDE, 1200])
        self._whole.setHandleWidth(12)
        self._whole.setChildrenCollapsible(False)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._whole)
        self._stack.addWidget(self.closed)
        page = QVBoxLayout(self)
        page.setContentsMargins(18, 16, 18, 16)
        page.setSpacing(12)
        page.addLayout(head)
        page.addWidget(self._stack, 1)
        self.setFocusProxy(self.tree)
