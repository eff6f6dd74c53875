"""Contacts: how each person is reached by the messages that leave the console."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.app.queries.notices import ContactShown, contacts
from console.domain.commands.notices import SetContact
from console.domain.errors import Refusal
from widgets.attachments.later import while_there
from widgets.callsetup.listpart import Cell, ListPart
from widgets.cards import Button, Card, Entry, OneLine
from widgets.people.fields import Field, Said, scrolled
from widgets.people.signing import OneByOne, why_not
from widgets.people.words import roles_words
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

NAME, ROLES, MAIL, MOBILE, HANDLE = range(5)


class ContactCard(Card):
    """One person's addresses; `kept` when they were saved."""

    kept = Signal(str)
    stale = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._giving = OneByOne(self, console)
        self._shown: ContactShown | None = None
        self.who, self.said = OneLine("text", 16, 600), Said()
        self.mail, self.mobile, self.handle = Field(Entry()), Field(Entry()), Field(Entry())
        self.fields = {"mail": self.mail, "mobile": self.mobile, "handle": self.handle}
        self.save = Button("", self.submit, primary=True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for part in (self.who, *self.fields.values(), self.said):
            column.addWidget(part)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        self.body.addWidget(scrolled(inside), 1)
        for field in self.fields.values():
            field.control.returnPressed.connect(self.submit)
        self.retranslate()

    def show_person(self, shown: ContactShown) -> None:
        """Show how somebody is reached; what is typed stays where nothing changed."""
        before, self._shown = self._shown, shown
        self.who.say(plain(shown.person.name, 60))
        if before is None or (before.contact, before.version) != (shown.contact, shown.version):
            for name, field in self.fields.items():
                field.control.setText(str(getattr(shown.contact, name)))
                field.refuse("")
            if before is None or before.person.id != shown.person.id:
                self.said.say("")
        self.allow()

    def submit(self) -> None:
        """Save it."""
        if self._shown is None or not self.save.isEnabled():
            return
        typed = {name: field.control.text() for name, field in self.fields.items()}
        command = SetContact(self._shown.person.id, **typed, version=self._shown.version)
        self._giving.give(command, while_there(self, self._done), while_there(self, self._refused))

    def allow(self) -> None:
        """Grey out what whoever is signed in may not do."""
        about = self._shown.person.id if self._shown else ""
        why = why_not(self._console, SetContact, about=about)
        words = self.tr("Save")
        self.save.name(words, why or words)
        self.save.setEnabled(not why and bool(about))

    def _done(self, _: object) -> None:
        for field in self.fields.values():
            field.refuse("")
        self.said.good(self.tr("Saved."))
        if self._shown is not None:
            self.kept.emit(self._shown.person.id)

    def _refused(self, refusal: Refusal) -> None:
        for name, field in self.fields.items():
            field.refuse(words_of(refusal) if refusal.facts.get("field") == name else "")
        if refusal.facts.get("field") not in self.fields:
            self.said.say(words_of(refusal))
        if refusal.code in ("changed_meanwhile", "missing"):
            self.stale.emit()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("How to reach"))
        self.mail.name(self.tr("E-mail"))
        self.mobile.name(self.tr("Mobile number"), self.tr("By this DingTalk and WeCom mention somebody in a group."))
        self.handle.name(
            self.tr("Name in the chat"), self.tr("User id in DingTalk or WeCom, sign-in name (UPN) in Teams.")
        )
        self.allow()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class ContactsPart(ListPart):
    """Everybody who is there, and whether anything is known of how to reach them."""

    kinds = frozenset({"person", "contact"})

    def __init__(self, console: Console) -> None:
        super().__init__(console, (190, 200, 220, 150, 170), stretch=MAIL, spare=(ROLES, HANDLE, MOBILE))
        self.side.hide()
        self.retranslate()

    def heads(self) -> Sequence[str]:
        """The names of the columns."""
        return (
            self.tr("Name"),
            self.tr("Roles"),
            self.tr("E-mail"),
            self.tr("Mobile number"),
            self.tr("Name in the chat"),
        )

    def cell(self, row: ContactShown, column: int) -> Cell:
        """What stands in a column of a row."""
        known = row.contact
        if column == NAME:
            return Cell(plain(row.person.name, 60), "text")
        if column == ROLES:
            return Cell(roles_words(row.person.grants))
        text = {MAIL: known.mail, MOBILE: known.mobile, HANDLE: known.handle}[column]
        return Cell(plain(text, 200) or "–", "text_muted" if text else "text_faint")

    def id_of(self, row: ContactShown) -> str:
        """The person's."""
        return row.person.id

    def make_side(self) -> QWidget:
        """The form beside the list."""
        self.card = ContactCard(self._console)
        self.card.kept.connect(self._kept)
        self.card.stale.connect(self.read)
        return self.card

    def ask(self) -> None:
        """Ask the records."""
        show, cannot = while_there(self, self.show_rows), while_there(self, self.cannot)
        self._console.office.ask(contacts, show, cannot)

    def choose(self, row: ContactShown) -> None:
        """Show somebody in the form."""
        self.card.show_person(row)
        self.card.show()

    def allow(self) -> None:
        """Grey out what whoever is signed in may not do."""
        self.card.allow()

    def show_rows(self, rows: Sequence[ContactShown]) -> None:
        """What the records hold now; the first person is chosen where nobody is."""
        if rows and not self.wanted and not self.current():
            self.wanted = rows[0].person.id
        super().show_rows(rows)
        known = sum(bool(row.contact.mail or row.contact.mobile or row.contact.handle) for row in rows)
        self.left.note.say(self.tr("{0} of {1} can be reached").format(known, len(rows)) if rows else "")

    def _kept(self, person: str) -> None:
        self.wanted = person
        self.read()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.left.title.say(self.tr("Contacts"))
        self.grid.setAccessibleName(self.tr("People and how they are reached"))
        self.empty.say(self.tr("Everybody of the plant appears here. Add people on the People page first."))
        super().retranslate()
