"""The sign-in panel: who are you, your PIN; or the badge. Switching user and signing out are here too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.app.office import NotOpen
from console.app.queries.people import signing_in, who_may_act_for
from console.domain.commands.people import SetPin
from console.domain.desk import ReadDesk
from console.domain.errors import Refusal
from console.domain.people import Person
from widgets.cards import Button, Card, OneLine, Picture, Text
from widgets.people.fields import Said
from widgets.people.finder import Finder
from widgets.people.first import FirstAdministrator
from widgets.people.ownpin import OwnPin
from widgets.people.pad import PinPad
from widgets.people.words import roles_words
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.status.words import records_words

if TYPE_CHECKING:
    from console.app.console import Console

SIZE = QSize(780, 640)


class SignInPanel(QDialog):
    """Opened by the sign-in (widgets.people.signing); `signed_in` when somebody came in through it."""

    signed_in = Signal()

    def __init__(self, console: Console, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self._console = console
        self._chosen: Person | None = None
        self._reason, self._filling = "", False
        self.heading, self.reason = Text("text", 20, 600), Text("text_muted", 13, wrap=True)
        self.finder, self.pad, self.said = Finder(), PinPad(), Said()
        self.who, self.roles = OneLine("text", 16, 600), OneLine("text_muted", 13)
        self.go_in = Button("log-in", self.submit, primary=True)
        self.badge, self._badge_mark = Text("text_muted", 13, wrap=True), Picture("id-card", "text_muted", 20)
        self.now, self.now_roles = OneLine("text", 15, 600), OneLine("text_muted", 13)
        self.sign_out = Button("log-out", self._sign_out)
        self.change_pin, self.close_button = Button("key-round", self._own_pin), Button("", self.reject)
        self.demo = Text("text_muted", 13, 500, wrap=True)
        self.first, self.own_pin = FirstAdministrator(), OwnPin(console)
        self._stack, self._present = QStackedWidget(), Card(titled=False)
        self._lay_out()
        self._connect()
        self.retranslate()

    def sizeHint(self) -> QSize:  # noqa: N802
        return SIZE

    # Opening

    def begin(self, reason: str = "") -> None:
        """Open it afresh; `reason` says what the sign-in is for."""
        self._reason = reason
        self.said.say("")
        self.pad.take()
        self._busy(False)
        self._say()
        nobody = self._console.session.anybody is False
        self._stack.setCurrentWidget(self.first if nobody else self._ask)
        self._console.office.ask(signing_in, self._show_people, self._cannot)
        if not self.isVisible():
            self.resize(SIZE)
            self.open()
        self.raise_()
        self.activateWindow()
        (self.first.setFocus if nobody else self.finder.begin)()

    def choose(self, person: Person | None) -> None:
        """Ask this person for the PIN."""
        if person != self._chosen:
            self._chosen = person
            self.pad.take()
            if not self._filling:
                self.said.say("")
        self._say()

    # Coming in

    def submit(self) -> None:
        """Try the PIN of the one who is chosen."""
        person, pin = self._chosen, self.pad.take()
        if person is None:
            self.said.warn(self.tr("Choose who you are in the list."))
            self.finder.setFocus()
            return
        if not pin:
            self.said.warn(self.tr("Type your PIN."))
            self.pad.setFocus()
            return
        self._busy(True)
        self._console.session.sign_in(person.id, pin, self._came_in, self.refused)

    def scanned(self, number: str) -> None:
        """A badge was scanned while the panel is open, or instead of opening it."""
        self._busy(True)
        self._console.session.sign_in_badge(number, self._came_in, self.refused)

    def refused(self, refusal: Refusal) -> None:
        """Say why nobody came in and what to do."""
        self._busy(False)
        self.said.say(words_of(refusal))
        if refusal.code == "pin_locked":
            self._say_who_unlocks(refusal)
        self.pad.setFocus()

    def _came_in(self, *_: object) -> None:
        self._busy(False)
        self.accept()
        self.signed_in.emit()

    def _begin_plant(self, name: str, number: str, pin: str) -> None:
        self._console.session.begin(name, number, pin, self._begun, self.first.refused)

    def _begun(self, *_: object) -> None:
        self.first.clear()
        self._came_in()

    def _sign_out(self) -> None:
        self._console.session.sign_out("asked")
        self.reject()

    def _own_pin(self) -> None:
        self.own_pin.begin()
        self._stack.setCurrentWidget(self.own_pin)

    def _say_who_unlocks(self, refusal: Refusal) -> None:
        person = str(refusal.facts.get("person", "") or (self._chosen.id if self._chosen else ""))

        def asked(desk: ReadDesk) -> tuple[Person, ...]:
            return who_may_act_for(desk, "Unlock", person)

        def say(people: tuple[Person, ...]) -> None:
            if people:
                names = ", ".join(plain(one.name, 40) for one in people[:6])
                self.said.say(self.tr("Locked after too many wrong PINs. These can unlock it: {0}.").format(names))

        self._console.office.ask(asked, say, lambda _: None)

    # Showing

    def _busy(self, busy: bool) -> None:
        for part in (self.go_in, self.pad, self.finder):
            part.setEnabled(not busy)

    def _show_people(self, people: tuple[Person, ...]) -> None:
        self._filling = True  # what was said is not about whoever is lit first
        self.finder.show_people(people)
        self._filling = False

    def _cannot(self, refusal: Refusal) -> None:
        if refusal.code != NotOpen.code:
            self.finder.cannot(words_of(refusal))
            return
        words = self.tr("The records on this PC cannot be opened, so nobody can sign in now. {0}")
        self.finder.cannot(words.format(records_words(str(refusal.facts.get("why", "")), refusal.detail)))

    def say_who_is_here(self) -> None:
        """Somebody came or went while it is open."""
        if self.isVisible():
            self._say()

    def _say(self) -> None:
        here, demo = self._console.session.person, getattr(self._console, "demo_pin", "")
        self.demo.setVisible(bool(demo))
        self.demo.say(self.tr("Demo: the PIN of everybody here is {0}.").format(demo) if demo else "")
        self._present.setVisible(here is not None)
        self.heading.say(self.tr("Switch user") if here else self.tr("Sign in"))
        self.reason.say(self._reason or self.tr("The board needs no sign-in; a change always does."))
        if here is not None:
            self.now.say(self.tr("Signed in: {0}").format(plain(here.name, 60)))
            self.now_roles.say(roles_words(here.grants))
            self.change_pin.setVisible(self._console.session.may(SetPin, about=here.id))
        who = self._chosen
        self.who.say(plain(who.name, 60) if who else self.tr("Who are you?"))
        self.roles.say(roles_words(who.grants) if who else self.tr("Choose in the list, then type the PIN."))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.setWindowTitle(self.tr("Sign in"))
        self.go_in.name(self.tr("Sign in"))
        self.sign_out.name(self.tr("Sign out"))
        self.change_pin.name(self.tr("Change my PIN"))
        self.close_button.name(self.tr("Close"))
        self.badge.say(self.tr("Or hold your badge to the scanner, at any time and on any screen."))
        self._say()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # How it is made

    def _connect(self) -> None:
        self.finder.found.connect(self.choose)
        self.finder.chosen.connect(self._to_pin)
        self.pad.given.connect(self.submit)
        self.first.wanted.connect(self._begin_plant)
        self.own_pin.left.connect(lambda: self._stack.setCurrentWidget(self._ask))

    def _to_pin(self, person: Person) -> None:
        self.choose(person)
        self.pad.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._ask = QWidget()
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.finder, 1)
        right.setSpacing(8)
        for part in (self.who, self.roles, self.pad, self.said, self.go_in, self.demo):
            right.addWidget(part)
        right.addStretch(1)
        badge = QHBoxLayout()
        badge.setSpacing(10)
        badge.addWidget(self._badge_mark, 0, Qt.AlignmentFlag.AlignTop)
        badge.addWidget(self.badge, 1)
        right.addLayout(badge)
        both = QHBoxLayout()
        both.setSpacing(22)
        both.addLayout(left, 5)
        both.addLayout(right, 4)
        row = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self.now)
        names.addWidget(self.now_roles)
        row.addLayout(names, 1)
        row.addWidget(self.change_pin)
        row.addWidget(self.sign_out)
        self._present.body.addLayout(row)
        column = QVBoxLayout(self._ask)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self._present, self.heading, self.reason):
            column.addWidget(part)
        column.addLayout(both, 1)
        for page in (self._ask, self.first, self.own_pin):
            self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(22, 18, 22, 16)
        whole.setSpacing(10)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
