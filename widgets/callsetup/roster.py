"""The roster: a week person by shift, its gaps above it, where calls go below it, one duty or absence beside it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.app.places import ways
from console.app.rosterlook import Clock, RosterLook
from console.domain.commands import Command
from console.domain.commands.roster import SetAbsence, SetDuty
from console.domain.people import Role
from console.domain.roster import Absence, Duty
from console.domain.rostergaps import Gap, monday_of
from widgets.attachments.later import while_there
from widgets.callsetup.absenceform import AbsenceCard
from widgets.callsetup.dutyform import DutyCard
from widgets.callsetup.gaplist import GapList
from widgets.callsetup.reading import SetUp, SetupReader
from widgets.callsetup.rostercells import RosterCells
from widgets.callsetup.routecard import RouteCard
from widgets.callsetup.weekrows import WeekRows, week_words
from widgets.callsetup.weekview import NAMES, WeekView
from widgets.cards import Button, Card, Choice, OneLine, Text
from widgets.closed import Closed
from widgets.people.fields import Said
from widgets.people.grants import PlaceChoice
from widgets.people.signing import OneByOne, ask_for, why_not
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.times import zone_named

if TYPE_CHECKING:
    from console.app.console import Console

SIDE = 340
ROOMY = 900  # pixels of the week: below that the buttons show their icons only


class RosterTab(QWidget):
    """Reads the roster when it changes; shows one place, one calendar and one week of it."""

    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._found: SetUp | None = None
        self._look: RosterLook | None = None
        self._cells: RosterCells | None = None
        self._area: str | None = None
        self._unread = False  # whether what is said is that the records cannot be read
        self.monday = monday_of(self.today())
        self.reader = SetupReader(self, console)
        self._giving = OneByOne(self, console)
        self.place, self.calendar = PlaceChoice(lambda: self.tr("All lines")), Choice()
        self.back, self.now, self.forth = (
            Button("chevron-left", lambda: self.turn(-1)),
            Button("calendar-clock", lambda: self.turn(0)),
            Button("chevron-right", lambda: self.turn(1)),
        )
        self.span = OneLine("text", 13, 500)
        self.add, self.away = (
            Button("plus", self.begin_duty, primary=True),
            Button("user-x", self.begin_absence),
        )
        self.gaps, self.model, self.below = GapList(), WeekRows(), RouteCard()
        self.week = WeekView(self.model)
        self.cell = OneLine("text_muted", 13)
        self.toggle, self.absent, self.edit = (
            Button("check", self._toggle),
            Button("user-x", self._absent),
            Button("pencil", self._open),
        )
        self.duty, self.absence = DutyCard(console), AbsenceCard(console)
        self.empty, self.said, self.left = Text("text_muted", 14, wrap=True), Said(), Card(titled=False)
        self.closed = Closed(console, self.reader.read, lambda: self.open_requested.emit("status", ""))
        self.side, self._stack = QStackedWidget(), QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    # What the page calls

    def beat(self, now: float) -> None:
        """Once a second: who would be told now changes by itself."""
        self.below.beat(now)

    def set_scope(self, area: str | None) -> None:
        """Show the lines of one area; None: all."""
        self._area = area
        self._fill_places()
        self.refresh()

    def kept_choices(self) -> dict[str, Choice]:
        """What stays chosen until the next start."""
        return {"place": self.place, "calendar": self.calendar}

    def focus_filter(self) -> None:
        """Ctrl+F."""
        self.place.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._fill_places()
        self.reader.shown()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc brings the keyboard back to the week; what is typed stays."""
        if event.key() == Qt.Key.Key_Escape:
            self.week.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    # Showing

    def today(self) -> date:
        """The day at the plant."""
        zone = zone_named(self._console.floor.plant.timezone)
        return datetime.fromtimestamp(self._console.now(), UTC).astimezone(zone).date()

    def turn(self, weeks: int) -> None:
        """Go on by weeks; 0: back to this one."""
        self.monday = self.monday + timedelta(days=7 * weeks) if weeks else monday_of(self.today())
        self.refresh()

    def refresh(self) -> None:
        """Show what has been read for the chosen place, calendar and week."""
        found, look = self._found, self._look
        if found is None or look is None:
            self._settle()
            return
        clock = self._clock(look)
        self._cells = RosterCells(found.duties, found.absences, clock, self.place.scope)
        gaps = look.gaps(self.monday, self.place.scope)
        here, column = self.model.at(self.week.currentIndex()), self.week.currentIndex().column()
        self.model.show_week(look.week(clock, self.monday, self.place.scope), gaps, self.today())
        if here is not None:
            self.week.setCurrentIndex(self.model.cell_of(here[0], column))
        self.gaps.show_gaps(gaps, self.reader.plant, any(kept.value.active for kept in found.categories))
        self.span.say(week_words(self.monday))
        names = {person.id: person.name for person in found.setup.people}
        self.below.show_routes(look, self.place.scope, names, self.reader.plant, self._console.now())
        self._settle()

    def _show(self, found: SetUp) -> None:
        if self._unread:
            self.said.say("")
        self._unread = False
        self._found = found
        self._look = RosterLook(found.setup, self.reader.plant, found.dispatch)
        self.refresh()

    def _cannot(self, refusal: Exception) -> None:
        self._settle()
        self._unread = True
        self.said.say("" if self.closed.needed else words_of(refusal))

    def _clock(self, look: RosterLook) -> Clock:
        """The chosen calendar of those that the lines there go by."""
        clocks, chosen = look.clocks(self.place.scope), self.calendar.currentData()
        self.calendar.blockSignals(True)
        self.calendar.clear()
        for clock in clocks:
            self.calendar.addItem(plain(clock.id, 40) or self.tr("All day"), clock.id)
        self.calendar.setCurrentIndex(max(0, self.calendar.findData(chosen)))
        self.calendar.blockSignals(False)
        self.calendar.setVisible(len(clocks) > 1)
        return clocks[max(0, self.calendar.currentIndex())]

    def _settle(self) -> None:
        if self.closed.refresh() or self._found is None:
            self._stack.setCurrentWidget(self.closed)
        else:
            self._stack.setCurrentWidget(self.week if self.model.rows else self._nothing)
        self._say_cell()
        self.allow()

    def _say_cell(self) -> None:
        at = self.week.currentIndex()
        there = self.model.at(at) is not None
        self.cell.say(self.model.words(at.row(), at.column()) if there else self.tr("Choose somebody's shift."))
        for button in (self.toggle, self.absent, self.edit):
            button.setEnabled(there)

    def allow(self) -> None:
        """Grey out what whoever is signed in may not do."""
        why = self.closed.why() or why_not(self._console, SetDuty)
        for button, words in ((self.add, self.tr("Add a duty")), (self.away, self.tr("Add an absence"))):
            reason = why if button is self.add else self.closed.why()
            button.name(words, reason or words)
            button.setEnabled(not reason)
        self.duty.allow()
        self.absence.allow()

    def _fill_places(self) -> None:
        plant = self.reader.plant
        self.place.fill(plant)
        way = ways(plant).get(self._area, ()) if self._area else ()
        if way and self.place.scope[: len(way)] != way:
            self.place.choose(way)

    def _make_room(self) -> None:
        """Where the week is narrow, the buttons show their icons only and the names stand closer."""
        narrow = self.width() - (self.side.width() if self.side.isVisible() else 0) < ROOMY
        for button in (self.now, self.add, self.away, self.toggle, self.absent, self.edit):
            button.shorten(narrow)
        self.week.verticalHeader().setFixedWidth(NAMES if not narrow else NAMES * 3 // 4)

    # Doing

    def _go_to(self, gap: Gap) -> None:
        """Choose the first shift of a gap, at somebody who has the role."""
        spells = {(spell.day, spell.shift) for spell in gap.spells}
        column = next((n for n, one in enumerate(self.model.shifts) if (one.day, one.name) in spells), -1)
        row = next((n for n, one in enumerate(self.model.rows) if one.role is gap.role), -1)
        if column >= 0 and self.model.rows:
            self.week.setCurrentIndex(self.model.index(max(row, 0), column))
            self.week.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle(self, _at: object = None) -> None:
        here = self.model.at(self.week.currentIndex())
        if here is not None and self._cells is not None:
            command = self._cells.toggled(*here)
            self._give(command) if command is not None else self._open()

    def _absent(self, _at: object = None) -> None:
        here = self.model.at(self.week.currentIndex())
        if here is None or self._cells is None:
            return
        command = self._cells.absent(*here)
        if command is not None:
            self._give(command)
        elif (behind := self._cells.absence(*here)) is not None:
            self._show_absence(*behind)

    def _open(self, _at: object = None) -> None:
        """What is behind the chosen cell: the duty, else the absence, else a new duty."""
        here, cells = self.model.at(self.week.currentIndex()), self._cells
        if here is None or cells is None:
            return
        duty, absence = cells.duty(*here), cells.absence(*here)
        if duty is None and absence is not None:
            self._show_absence(*absence)
        else:
            self._show_duty(*(duty or (cells.new_duty(here[0].person, here[0].role, here[1]), 0)))

    def begin_duty(self) -> None:
        """Begin a new duty, after a sign-in where nobody is signed in."""
        ask_for(self, SetDuty, self._begin_duty)

    def _begin_duty(self) -> None:
        here = self.model.at(self.week.currentIndex())
        if self._cells is not None:
            person, role, shift = (here[0].person, here[0].role, here[1]) if here else (None, Role.TEAM_LEADER, None)
            self._show_duty(self._cells.new_duty(person, role, shift), 0)

    def begin_absence(self) -> None:
        """Begin a new absence, after a sign-in where nobody is signed in."""
        ask_for(self, SetAbsence, self._begin_absence)

    def _begin_absence(self) -> None:
        here = self.model.at(self.week.currentIndex())
        if self._cells is not None:
            person, day = (here[0].person.id, here[1].day) if here else ("", self.today())
            self._show_absence(self._cells.new_absence(person, day), 0)

    def _show_duty(self, duty: Duty, version: int) -> None:
        if self._look is not None and self._found is not None:
            clock = self._clock(self._look)
            self.duty.show_duty(duty, version, self._found.setup.people, self.reader.plant, clock)
            self._show_side(self.duty)

    def _show_absence(self, absence: Absence, version: int) -> None:
        if self._look is not None and self._found is not None:
            shifts = [pattern.name for pattern in self._clock(self._look).calendar.patterns]
            self.absence.show_absence(absence, version, self._found.setup.people, shifts)
            self._show_side(self.absence)

    def _show_side(self, card: DutyCard | AbsenceCard) -> None:
        self.side.setCurrentWidget(card)
        self.side.show()
        self._make_room()
        self.week.scrollTo(self.week.currentIndex())
        card.begin()

    def _give(self, command: Command) -> None:
        self.said.say("")
        done = while_there(self, lambda _: self.reader.read())
        self._giving.give(command, done, while_there(self, self._no))

    def _no(self, refusal: Exception) -> None:
        self.said.say(words_of(refusal))
        self.reader.read()

    def _leave(self) -> None:
        self.side.hide()
        self._make_room()
        self.week.setFocus(Qt.FocusReason.OtherFocusReason)

    def _kept(self) -> None:
        self._leave()
        self.reader.read()

    # Words

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.place.setAccessibleName(self.tr("Show one site, area or line"))
        self.calendar.setAccessibleName(self.tr("Shift calendar"))
        self.back.name_silently(self.tr("The week before"))
        self.forth.name_silently(self.tr("The week after"))
        self.now.name(self.tr("This week"))
        self.week.setAccessibleName(self.tr("Roster: people by shift"))
        self.toggle.name(self.tr("On duty or off"), self.tr("Every week on this day (Space)"))
        self.absent.name(self.tr("Absent or there"), self.tr("On this one day (A)"))
        self.edit.name(self.tr("Open"), self.tr("The duty or absence behind this shift (Enter)"))
        self.empty.say(
            self.tr(
                'Who is on duty appears here, a row a person and role. Begin with "Add a duty": who has which role,'
                " where, in which shift. While no roster is kept for a role, calls go to everybody who has it."
            )
        )
        self.model.retranslate()
        if self._found is not None:
            self.refresh()
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
        for choice in (self.place, self.calendar):
            choice.currentIndexChanged.connect(lambda _: self.refresh())
        self.gaps.asked.connect(self._go_to)
        self.week.toggled.connect(self._toggle)
        self.week.absent.connect(self._absent)
        self.week.opened.connect(self._open)
        self.week.selectionModel().currentChanged.connect(lambda *_: self._say_cell())
        for card in (self.duty, self.absence):
            card.kept.connect(self._kept)
            card.left.connect(self._leave)
            card.stale.connect(self.reader.read)

    def _lay_out(self) -> None:
        bar, cell = QHBoxLayout(), QHBoxLayout()
        self.place.setMinimumWidth(110)
        for part in (self.place, self.calendar, self.back, self.now, self.forth):
            bar.addWidget(part)
        bar.addWidget(self.span, 1)
        bar.addSpacing(8)
        for part in (self.away, self.add):
            bar.addWidget(part)
        cell.addWidget(self.cell, 1)
        for part in (self.toggle, self.absent, self.edit):
            cell.addWidget(part)
        self._nothing = QWidget()
        words = QVBoxLayout(self._nothing)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addStretch(3)
        for part in (self.week, self._nothing, self.closed):
            self._stack.addWidget(part)
        self.left.body.addLayout(bar)
        self.left.body.addWidget(self.gaps)
        self.left.body.addWidget(self.said)
        self.left.body.addWidget(self._stack, 1)
        self.left.body.addLayout(cell)
        for card in (self.duty, self.absence):
            self.side.addWidget(card)
        self.side.setMinimumWidth(SIDE)
        self.side.hide()
        over = QSplitter(Qt.Orientation.Vertical)
        over.addWidget(self.left)
        over.addWidget(self.below)
        over.setSizes([620, 240])
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(over)
        both.addWidget(self.side)
        both.setStretchFactor(0, 1)
        both.setSizes([1400, SIDE + 40])
        for splitter in (over, both):
            splitter.setHandleWidth(12)
            splitter.setChildrenCollapsible(False)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(both)
        self.setFocusProxy(self.week)
