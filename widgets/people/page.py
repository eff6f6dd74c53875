"""The people page: everybody in a table, one of them beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.app.queries.people import PersonShown, people
from console.app.queries.signins import last_sign_ins
from console.domain.commands.people import AddPerson
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady, SessionChanged
from console.domain.plant import Plant
from console.domain.sharing import Link, SharingChanged
from widgets.cards import Button, Card, Entry, Text, Tick
from widgets.closed import Closed
from widgets.people.fields import Said, Tabs
from widgets.people.person import PersonCard
from widgets.people.signing import ask_for, signing_of, why_not
from widgets.people.table import LAST, NUMBER, PROOF, ROLES, PeopleTable
from widgets.refusals import words_of
from widgets.tables import Grid
from widgets.theme import icon, themes
from widgets.times import zone_named

if TYPE_CHECKING:
    from console.app.console import Console

KINDS = ("person", "credential")
ROOMY = 560  # pixels of the table's card: below that the buttons above it show their icons only


class PeoplePage(QWidget):
    """Table at the left, side panel at the right; reads everything anew when a record of people changes."""

    open_requested = Signal(str, str)  # another screen and its subject

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._wanted = ""  # id of whoever shall be chosen once the table was read
        self._then_pin = False
        self._stale = True  # something changed since the last reading
        self.tabs, self.table, self.card = Tabs("people"), PeopleTable(), PersonCard(console)
        self.grid = Grid(self.table, (190, 90, 320, 150, 150, 190), stretch=ROLES, spare=(LAST, PROOF, NUMBER))
        self.grid.setSelectionMode(Grid.SelectionMode.SingleSelection)
        self.filter, self.inactive = Entry(), Tick()
        self.add = Button("user-plus", self.begin_person, primary=True)
        self.begin = Button("user-plus", self._first, primary=True)
        self.empty, self.said, self.left = Text("text_muted", 14, wrap=True), Said(), Card()
        self.closed = Closed(console, self.read, lambda: self.open_requested.emit("status", ""))
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._settle()

    # What the shell calls

    def focus_filter(self) -> None:
        """Ctrl+F."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def show_subject(self, subject: str) -> None:
        """Choose a person by id."""
        self._wanted = subject
        self.filter.clear()
        self.read()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc ends the filter, and brings the keyboard from the side panel back to the table; nothing is lost."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        if self.filter.hasFocus():
            self.filter.clear()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Leave the filter room where the card is narrow."""
        if event.type() == QEvent.Type.Resize:
            self.add.shorten(self.left.width() < ROOMY)
        return False

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._stale:
            self.read()

    # Reading

    def read(self) -> None:
        """Ask the records for everybody; what is on the screen stays until the answer is there."""
        self._stale = False
        self._console.office.ask(people, self._show, self._cannot)
        self._console.office.run(last_sign_ins, self._show_lasts, lambda _: None)

    def _show(self, found: tuple[PersonShown, ...]) -> None:
        self.said.say("")
        plant = self._plant()
        self.table.shared = self._console.health.sharing().link is not Link.OFF
        zone = zone_named(plant.timezone if plant else "")
        self.table.refresh(found, plant, zone, self._console.now())
        self._settle()
        self._choose(self._wanted or self.card.person)
        self._wanted = ""

    def _show_lasts(self, lasts: dict) -> None:
        self.table.show_lasts(lasts)
        self._show_current()

    def _cannot(self, refusal: Refusal) -> None:
        self._stale = True
        self.said.say("" if self.closed.needed else words_of(refusal))
        self._settle()

    def _plant(self) -> Plant | None:
        file = self._console.plant_file
        return file.plant if file else None

    def _settle(self) -> None:
        shown, everybody = len(self.table.rows), len(self.table.all)
        active = sum(one.person.active for one in self.table.all)
        self.left.note.say(self.tr("%n active", "", active) if everybody else "")
        nobody = not shown
        self._stack.setCurrentWidget(self._nothing if nobody else self.grid)
        if self.closed.refresh() and not everybody:
            self._stack.setCurrentWidget(self.closed)
        first = self._console.session.anybody is False
        self.begin.setVisible(nobody and first)
        if nobody:
            self.empty.say(self._why_empty(first))
        self._allow()

    def _why_empty(self, first: bool) -> str:
        if first:
            return self.tr(
                "Everybody who signs in appears here, with their roles and the places where these hold."
                " Begin with the first administrator."
            )
        if self.table.all:
            return self.tr("Nobody fits. Type fewer letters, or show inactive people too.")
        return self.tr("Reading the records…")

    def _allow(self) -> None:
        why = self.closed.why() or why_not(self._console, AddPerson)
        words = self.tr("Add a person")
        self.add.name(words, why or words)
        self.add.setEnabled(not why and self._console.session.anybody is not False)
        self.card.refresh()

    # Choosing

    def begin_person(self) -> None:
        """Open the side panel for somebody new, after a sign-in where nobody is signed in."""
        ask_for(self, AddPerson, self._begin_person)

    def _begin_person(self) -> None:
        self.grid.clearSelection()
        self.grid.setCurrentIndex(QModelIndex())
        self.card.add(self._plant())
        self.card.show()
        self.card.called.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first(self) -> None:
        signing = signing_of(self)
        if signing is not None:
            signing.open()

    def _choose(self, person: str) -> None:
        row = self.table.row_of(person)
        if row >= 0:
            if self.grid.currentIndex().row() != row:
                self.grid.selectRow(row)
            self._show_current()
        elif not self.card.adding:
            self.card.hide()

    def _show_current(self) -> None:
        row = self.grid.currentIndex().row()
        if 0 <= row < len(self.table.rows) and not (self.card.adding and self.card.isVisible()):
            shown = self.table.rows[row]
            self.card.show_person(shown, self._plant(), self.table.last_words(shown.person.id))
            self.card.show()
            if self._then_pin:
                self._then_pin = False
                self.card.begin_pin()

    def _from_table(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid() and now.row() < len(self.table.rows):
            shown = self.table.rows[now.row()]
            self.card.show_person(shown, self._plant(), self.table.last_words(shown.person.id))
            self.card.show()

    def _kept(self, person: str) -> None:
        self._then_pin = self.table.row_of(person) < 0
        self._wanted = person
        self.read()

    def _closed(self) -> None:
        self.card.hide()
        self.grid.clearSelection()
        self.grid.setCurrentIndex(QModelIndex())
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sift(self) -> None:
        self.table.sift(self.filter.text(), self.inactive.isChecked())
        self._settle()
        self._choose(self.card.person)

    # Events

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in KINDS:
            self._read_soon()

    def _read_soon(self) -> None:
        self._stale = True
        if self.isVisible():
            self.read()

    def _sharing(self, event: SharingChanged) -> None:
        if event.sharing.link in (Link.OFF, Link.SHARED):
            self._read_soon()

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.left.title.say(self.tr("People"))
        self.filter.setPlaceholderText(self.tr("Name or number"))
        self.filter.setAccessibleName(self.tr("Filter people by name or number"))
        self.inactive.setText(self.tr("Show &inactive"))
        self.inactive.setAccessibleName(self.tr("Show inactive people"))
        self.begin.name(self.tr("First administrator"))
        self.grid.setAccessibleName(self.tr("People"))
        self.table.retranslate()
        self._settle()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.tabs.chosen.connect(lambda key: self.open_requested.emit(key, ""))
        self.filter.textChanged.connect(self._sift)
        self.inactive.toggled.connect(self._sift)
        self.grid.selectionModel().currentRowChanged.connect(self._from_table)
        self.card.kept.connect(self._kept)
        self.card.left.connect(self._closed)
        self.card.stale.connect(self.read)
        themes.changed.connect(self._dress)
        on = self._console.on
        stops = [
            on(RecordChanged, self._changed),
            on(RecordsReady, lambda _: self._read_soon()),
            on(SessionChanged, lambda _: self._settle()),
            on(SharingChanged, self._sharing),
        ]
        self.destroyed.connect(lambda _=None: [stop() for stop in stops])

    def _dress(self) -> None:
        self._glass.setIcon(icon("search", "text_faint"))

    def _lay_out(self) -> None:
        self.filter.setClearButtonEnabled(True)
        self._glass = self.filter.addAction(icon("search", "text_faint"), QLineEdit.ActionPosition.LeadingPosition)
        bar = QHBoxLayout()
        bar.setSpacing(10)
        for part, stretch in ((self.filter, 1), (self.inactive, 0), (self.add, 0)):
            bar.addWidget(part, stretch)
        self._nothing = QWidget()
        words = QVBoxLayout(self._nothing)
        words.setSpacing(14)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignCenter)
        words.addStretch(3)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.closed)
        self.left.body.addLayout(bar)
        self.left.body.addWidget(self.said)
        self.left.body.addWidget(self._stack, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setHandleWidth(12)
        both.setChildrenCollapsible(False)
        both.addWidget(self.left)
        both.addWidget(self.card)
        both.setStretchFactor(0, 1)
        both.setSizes([1300, 460])
        self.card.setMinimumWidth(400)
        self.left.installEventFilter(self)
        self.card.hide()
        page = QVBoxLayout(self)
        page.setContentsMargins(18, 10, 18, 16)
        page.setSpacing(8)
        page.addWidget(self.tabs)
        page.addWidget(both, 1)
        self.setFocusProxy(self.filter)
