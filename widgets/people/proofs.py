"""How somebody signs in: set or take away PIN and badge, unlock. Part of the side panel of one person."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.app.queries.people import PersonShown
from console.domain.commands.people import SetBadge, SetPin, Unlock
from console.domain.errors import Refusal
from widgets.cards import Button, Picture, Text
from widgets.people.fields import Said
from widgets.people.pinform import PinForm
from widgets.people.signing import ask_for, give, signing_of, why_not
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console


class Proofs(QWidget):
    """PIN, badge and lock of the person that is shown."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._shown: PersonShown | None = None
        self._end_scan: Callable[[], None] | None = None
        self.heading = Text("text", 14, 600)
        self.pin, self.badge, self.lock = Text("text_muted"), Text("text_muted"), Text("warning", 13, 500)
        self.set_pin, self.keep_pin = Button("key-round", self.begin_pin), Button("", self._keep_pin, primary=True)
        self.leave_pin, self.scan = Button("", self._leave_pin), Button("id-card", self._scan)
        self.take_badge, self.unlock = Button("x", self._take_badge), Button("lock", self._unlock)
        self.form, self.said = PinForm(), Said()
        self.form.given.connect(self._keep_pin)
        self._lay_out()
        self._open_form(False)
        self.retranslate()

    def show_person(self, shown: PersonShown | None) -> None:
        """Show how this person signs in; what was begun for another one is dropped."""
        other = (shown.person.id if shown else "") != (self._shown.person.id if self._shown else "")
        self._shown = shown
        if other:
            self._leave_pin()
            self._stop_scan()
            self.said.say("")
        self.refresh()

    def refresh(self) -> None:
        """Say how it is, and grey out what whoever is signed in may not do."""
        shown = self._shown
        if shown is None:
            return
        self.pin.say(self.tr("PIN is set") if shown.pin else self.tr("No PIN yet"))
        self.badge.say(self.tr("Has a badge") if shown.badge else self.tr("No badge"))
        self.lock.say(self.tr("Locked after %n wrong PIN(s)", "", shown.failures))
        for part in (self.lock, self.unlock, self._lock_mark):
            part.setVisible(shown.locked)
        self.take_badge.setVisible(shown.badge)
        for button, command, words in self._buttons():
            why = why_not(self._console, command, about=shown.person.id)
            button.setEnabled(not why)
            button.name(words, why or words)

    def begin_pin(self) -> None:
        """Ask for a new PIN."""
        self.said.say("")
        self._open_form(True)
        self.form.clear()
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.heading.say(self.tr("Signing in"))
        self.leave_pin.name(self.tr("Cancel"))
        self.keep_pin.name(self.tr("Keep this PIN"))
        for button, _, words in self._buttons():
            button.name(words)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _buttons(self) -> list[tuple[Button, type[SetPin] | type[SetBadge] | type[Unlock], str]]:
        scan = self.tr("Stop waiting") if self._end_scan else self.tr("Scan a badge")
        return [
            (self.set_pin, SetPin, self.tr("Set PIN")),
            (self.scan, SetBadge, scan),
            (self.take_badge, SetBadge, self.tr("Take it away")),
            (self.unlock, Unlock, self.tr("Unlock")),
        ]

    # Doing

    def _keep_pin(self) -> None:
        pin, shown = self.form.pin(), self._shown
        if pin is not None and shown is not None:
            person = shown.person.id
            ask_for(self, SetPin, lambda: self._console.session.set_pin(person, pin, self._pin_kept, self._refused))

    def _pin_kept(self, _: object) -> None:
        self._leave_pin()
        self.said.good(self.tr("The PIN is kept. Tell it only to the person."))

    def _leave_pin(self) -> None:
        self.form.clear()
        self._open_form(False)

    def _open_form(self, shown: bool) -> None:
        self._form.setVisible(shown)
        self.set_pin.setVisible(not shown)

    def _scan(self) -> None:
        if self._end_scan is not None:
            self._stop_scan()
            self.said.say("")
        else:
            ask_for(self, SetBadge, self._wait_for_badge)

    def _wait_for_badge(self) -> None:
        signing = signing_of(self)
        if signing is not None:
            self._end_scan = signing.wedge.lend(self._scanned)
            self.said.say(self.tr("Hold the badge to the scanner now."), "id-card", "text")
            self.refresh()

    def _scanned(self, number: str) -> None:
        self._stop_scan()
        shown = self._shown
        if shown is not None:
            self._console.session.set_badge(shown.person.id, number, self._badge_kept, self._refused)

    def _badge_kept(self, _: object) -> None:
        self.said.good(self.tr("The badge is kept. It signs in from now on."))

    def _stop_scan(self) -> None:
        if self._end_scan is not None:
            self._end_scan()
            self._end_scan = None
            self.refresh()

    def _take_badge(self) -> None:
        if self._shown is not None:
            give(self, self._console, SetBadge(self._shown.person.id, ""), self._badge_taken, self._refused)

    def _badge_taken(self, _: object) -> None:
        self.said.good(self.tr("The badge signs in nobody any more."))

    def _unlock(self) -> None:
        if self._shown is not None:
            give(self, self._console, Unlock(self._shown.person.id), self._unlocked, self._refused)

    def _unlocked(self, _: object) -> None:
        name = plain(self._shown.person.name, 60) if self._shown else ""
        self.said.good(self.tr("{0} can try the PIN again.").format(name))

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))

    # How it is made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.heading)
        self._lock_mark = Picture("lock", "warning", 15)
        rows: tuple[tuple[QWidget, ...], ...] = ((self.lock, self.unlock), (self.pin, self.set_pin))
        for words, *buttons in (*rows, (self.badge, self.take_badge, self.scan)):
            row = QHBoxLayout()
            row.setSpacing(8)
            if words is self.lock:
                row.addWidget(self._lock_mark)
            row.addWidget(words, 1)
            for button in buttons:
                row.addWidget(button)
            column.addLayout(row)
            if words is self.pin:
                column.addWidget(self._form_box())
        column.addWidget(self.said)

    def _form_box(self) -> QWidget:
        self._form = QWidget()
        inside = QVBoxLayout(self._form)
        inside.setContentsMargins(0, 2, 0, 8)
        inside.setSpacing(8)
        inside.addWidget(self.form)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave_pin)
        row.addWidget(self.keep_pin)
        inside.addLayout(row)
        return self._form
