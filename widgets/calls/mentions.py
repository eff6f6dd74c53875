"""Naming people in what is said about a call: "@" offers names, and who was named is told when they sign in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter

from console.app.queries.andon import CallShown, mentions_of
from console.domain.events import SessionChanged
from widgets.attachments.later import while_there
from widgets.calls.known import KnownCalls
from widgets.cards import Entry
from widgets.people.notice import Notice

if TYPE_CHECKING:
    from console.app.console import Console
    from widgets.shell.window import MainWindow

SHOWN = 3  # calls that are named in the note
SECONDS = 12.0
TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape)


class Saying(Entry):
    """A line that offers names after an "@"; `names` are those that are known, each with the people it means."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[tuple[str, tuple[str, ...]]] = []
        self._list = QStringListModel(self)
        self._offer = QCompleter(self._list, self)
        self._offer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._offer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._offer.setWidget(self)
        self._offer.activated.connect(self._take)
        self.textEdited.connect(lambda _: self._typed())

    def offer(self, names: list[tuple[str, tuple[str, ...]]]) -> None:
        """These can be named."""
        if names != self.names:
            self.names = names
            self._list.setStringList([name for name, _ in names])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self._offer.popup().isVisible() and event.key() in TAKING:
            event.ignore()  # it takes the name that is offered, and does not send what was typed
        else:
            super().keyPressEvent(event)

    def _begun(self) -> str | None:
        """What was typed behind the last "@" before the cursor; None where there is none."""
        before, at, begun = self.text()[: self.cursorPosition()].rpartition("@")
        return begun if at and len(begun) <= 40 and not (before[-1:].isalnum() and before[-1:].isascii()) else None

    def _typed(self) -> None:
        begun = self._begun()
        if begun is None:
            self._offer.popup().hide()
            return
        self._offer.setCompletionPrefix(begun)
        if self._offer.completionCount() and self._offer.currentCompletion().casefold() != begun.strip().casefold():
            self._offer.popup().setCurrentIndex(self._offer.completionModel().index(0, 0))
            self._offer.complete()
        else:
            self._offer.popup().hide()

    def _take(self, name: str) -> None:
        begun = self._begun()
        if begun is not None:
            end = self.cursorPosition()
            text = self.text()
            self.setText(f"{text[: end - len(begun)]}{name} {text[end:].lstrip()}")
            self.setCursorPosition(end - len(begun) + len(name) + 1)


class MentionNotes(QObject):
    """Tells whoever signs in on which open calls somebody wants a word from them; a child of the window."""

    def __init__(self, console: Console, window: MainWindow) -> None:
        super().__init__(window)
        self._console = console
        self._known = KnownCalls(console)
        self._who = ""
        self.notice = Notice(window)
        stop = console.on(SessionChanged, lambda _: self._changed())
        self.destroyed.connect(lambda _=None, stop=stop: stop())

    def _changed(self) -> None:
        person = self._console.session.person
        before, self._who = self._who, person.id if person is not None else ""
        if self._who and self._who != before:
            answer = while_there(self, lambda calls, who=self._who: self._tell(who, calls))
            self._console.office.ask(mentions_of(self._who), answer, lambda _: None)

    def _tell(self, who: str, calls: tuple[CallShown, ...]) -> None:
        if calls and who == self._who:
            rows = [self._known.row(shown) for shown in calls[:SHOWN]]
            more = "; ".join(f"{row.place} ({row.category_name})" for row in rows)
            more += "…" if len(calls) > SHOWN else ""
            words = self.tr("%n open call(s) name you", "", len(calls))
            self.notice.show_words(words, more, "message-square", SECONDS)
