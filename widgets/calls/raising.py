"""Raising a call from anywhere: F2 or the entry in the top bar, pre-filled with the station that is open or chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from console.domain.andon import Source
from console.domain.commands.andon import RaiseCall
from console.domain.errors import Refusal
from console.domain.ids import new_id
from console.domain.labels import is_label, label_of
from console.domain.stations import StationState
from widgets.calls.known import KnownCalls
from widgets.calls.panel import RaisePanel
from widgets.people.notice import Notice
from widgets.people.signing import ask_for
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console
    from widgets.shell.window import MainWindow

KEYS = "F2"


class Raising(QObject):
    """One for each main window, its child: screens find it through `raising_of`."""

    def __init__(self, console: Console, window: MainWindow) -> None:
        super().__init__(window)
        self._console, self._window = console, window
        self._going = False
        self._source = Source.PERSON
        self._about = self._words = ""  # the record that the call is raised from, and what it began with
        self.known = KnownCalls(console)
        self.panel, self.notice = RaisePanel(window), Notice(window)
        self.panel.wanted.connect(self.give)
        self.panel.place_chosen.connect(self._offer)
        window.top.raises = True
        window.top.call_asked.connect(lambda: self.open())
        bound = QAction(window)
        bound.setShortcut(QKeySequence(KEYS))
        bound.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        bound.triggered.connect(lambda _: self.open())
        window.addAction(bound)

    def open(self, place: str = "", about: str = "", words: str = "") -> None:
        """Open the panel for a place, else for the one that is open or chosen; nothing where no calls are kept.
        `about`: the record that it is raised from, and `words` for it to begin with."""
        if not self.known.there or self.panel.isVisible():
            return
        place, self._source, self._about = place or self.place(), Source.PERSON, about
        typed = self.panel.text.control.text().removeprefix(self._words).strip()
        self._words = f"{words} " if words else ""
        self.panel.begin(self._places(), place, self._words + typed)
        self._offer(place)
        self.panel.resize(self.panel.sizeHint())
        self.panel.open()
        self.panel.raise_()
        self.panel.activateWindow()

    def scanned(self, text: str) -> bool:
        """Open the panel for the place of a scanned label, with its category chosen; False when it is no label."""
        if not is_label(text):
            return False
        if not self.known.there:
            return True
        places = [id for id, _ in self._places()]
        found = label_of(text, places, [category.id for category in self.known.all_categories()])
        if found is None:
            words = self.tr("It belongs to another plant, or to a station or category that is no longer there.")
            self.notice.show_words(self.tr("This label is not known here"), words, "triangle-alert", 8.0)
            return True
        place, category = found
        if self.panel.isVisible():
            self.panel.go_to(place)
        else:
            self.open(place)
        self._source = Source.SCAN
        self.panel.choose(category)
        return True

    def chosen(self) -> str:
        """The station that is open or chosen; "" = none is."""
        window = self._window
        if window.subject in self._console.floor.stations:
            return window.subject
        asked = getattr(window.stack.currentWidget(), "raising_place", None)
        return str(asked()) if callable(asked) else ""

    def place(self) -> str:
        """The station that is open or chosen; else the one that stands, where only one does."""
        place = self.chosen()
        if place:
            return place
        standing = [id for id, live in self._console.floor.stations.items() if live.state is StationState.STOPPED]
        return standing[0] if len(standing) == 1 else ""

    def give(self, place: str, category: str, text: str) -> None:
        """Raise it, after a sign-in where nobody is signed in."""
        if self._going:
            return
        self.panel.hide()  # the sign-in may want the keyboard; what was typed stays until the call is raised
        command = RaiseCall(place, category, text, source=self._source, what=self._about, call=new_id())
        ask_for(self._window, RaiseCall, lambda: self._do(command))

    def _do(self, command: RaiseCall) -> None:
        self._going = True
        self._console.office.do(command, lambda done: self._raised(command, done), self._refused)

    def _raised(self, command: RaiseCall, done: Any) -> None:
        self._going = False
        self.panel.forget()
        known = {category.id: category.name for category in self.known.categories(command.where)}
        words = f"{self.known.place(command.where)} — {known.get(command.category, command.category)}"
        new = any(change.kind == "andon_call" and change.id == command.call for change in done.changes)
        said = self.tr("The call is raised") if new else self.tr("It is open already; it was heard again")
        self.notice.show_words(said, words, "siren", 5.0)

    def _refused(self, refusal: Refusal) -> None:
        self._going = False
        if not self.panel.isVisible():
            self.panel.open()
        self.panel.said.say(words_of(refusal))

    def _offer(self, place: str) -> None:
        self.panel.offer(self.known.categories(place))

    def _places(self) -> list[tuple[str, str]]:
        """Every station in the plant's order, each line before its stations."""
        return [
            (id, self.known.place(id))
            for line in self._console.floor.lines
            for id in (line.line.id, *(live.station.id for live in line.stations))
        ]


def raising_of(widget: QWidget | None) -> Raising | None:
    """What raises calls in the window that a widget is in, or in the window that opened its window."""
    while widget is not None:
        found = widget.window().findChild(Raising)
        if found is not None:
            return found
        widget = widget.window().parentWidget()
    return None
