"""The alarms that are shelved now: what, where, by whom, why, how long still, and how often they were kept back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.app.shelving import Shelved
from console.domain.commands.figures import UnshelveAlarm
from console.domain.errors import Refusal
from widgets.attachments.later import while_there
from widgets.callfigures.rowmodel import Row, Rows
from widgets.calls.known import KnownCalls, calls_of
from widgets.cards import Button, Text
from widgets.people.fields import Said
from widgets.people.signing import OneByOne, why_not
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.tables import Grid
from widgets.times import span

if TYPE_CHECKING:
    from console.app.console import Console

WIDTHS = (170, 130, 116, 200, 104, 92, 92)
WHY = 3


class ShelvedList(QWidget):
    """Read from `console.calls.shelved` whenever it is looked at."""

    ended = Signal()

    def __init__(self, console: Console, known: KnownCalls) -> None:
        super().__init__()
        self._console, self._known = console, known
        self._one = OneByOne(self, console)
        self.model = Rows(len(WIDTHS), right=(4, 5))
        self.grid = Grid(self.model, WIDTHS, stretch=WHY, spare=(6,))
        self.grid.setSelectionMode(Grid.SelectionMode.SingleSelection)
        self.end, self.said = Button("bell-ring", self.end_chosen), Said()
        self.empty, self._stack = Text("text_muted", 14, wrap=True), QStackedWidget()
        self._lay_out()
        self.grid.selectionModel().currentRowChanged.connect(lambda *_: self._allow())
        self.retranslate()

    def beat(self) -> None:
        """Let the remaining times go on."""
        self.model.show_rows([self._row(one) for one in self.shelved])
        self._stack.setCurrentWidget(self.grid if self.model.rows else self._nothing)
        self.end.setVisible(bool(self.model.rows))
        if self.model.rows and not self.grid.currentIndex().isValid():
            self.grid.selectRow(0)
        self._allow()

    @property
    def shelved(self) -> tuple[Shelved, ...]:
        """What is shelved now."""
        calls = calls_of(self._console)
        return calls.shelved if calls is not None and calls.known else ()

    def end_chosen(self) -> None:
        """End the one that is chosen, before its time."""
        shelf = self._chosen()
        if shelf is not None:
            command = UnshelveAlarm(shelf.shelf.id, shelf.shelf.place)
            self._one.give(command, while_there(self, lambda _: self._done()), while_there(self, self._refused))

    def _done(self) -> None:
        self.said.good(self.tr("It is not shelved any more. What is still so becomes a call."))
        self.ended.emit()

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))

    def _chosen(self) -> Shelved | None:
        row = self.grid.currentIndex().row()
        wanted = self.model.rows[row].subject if 0 <= row < len(self.model.rows) else None
        return next((one for one in self.shelved if one.shelf.id == wanted), None)

    def _allow(self) -> None:
        chosen = self._chosen()
        why = why_not(self._console, UnshelveAlarm, place=chosen.shelf.place) if chosen is not None else ""
        self.end.name(self.tr("End now"), why or self.tr("End the shelving that is chosen"))
        self.end.setEnabled(chosen is not None and not why)

    def _row(self, one: Shelved) -> Row:
        shelf, now = one.shelf, datetime.fromtimestamp(self._console.now(), UTC)
        left = (shelf.expires - now).total_seconds() if shelf.expires is not None else 0.0
        person = self._console.session.rights.people.get(shelf.who)
        active = self.tr("active") if one.active else self.tr("not active")
        times = self.tr("{0} times").format(one.times)
        cells = (
            shelf_words(self._console, shelf.rule, shelf.category, shelf.about),
            self._known.place(shelf.place),
            plain(person.name if person is not None else shelf.who, 60),
            plain(shelf.reason, 200),
            span(max(0.0, left)),
            times,
            active,
        )
        return Row(cells, shelf.id)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.model.begin(
            (
                self.tr("What"),
                self.tr("Where"),
                self.tr("By"),
                self.tr("Why"),
                self.tr("Ends in"),
                self.tr("Kept back"),
                self.tr("Now"),
            )
        )
        self.grid.setAccessibleName(self.tr("Shelved alarms, the one that ends first at the top"))
        self.empty.say(
            self.tr(
                "Nothing is shelved. An alarm that is known and only disturbs can be set aside for some hours: choose"
                " Shelve… on a call that the console raised, or on the figures of alarm health."
            )
        )
        self.beat()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._nothing = QWidget()
        words = QVBoxLayout(self._nothing)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addStretch(3)
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self._nothing)
        row = QHBoxLayout()
        row.addWidget(self.said, 1)
        row.addStretch(1)
        row.addWidget(self.end)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack, 1)
        column.addLayout(row)


def shelf_words(console: Console, rule: str, category: str, about: str) -> str:
    """What an alarm is called: its rule, else the machine's code; with its category."""
    calls = calls_of(console)
    setup = calls.dispatch.setup if calls is not None else None
    rules = {one.id: one.name for one in setup.rules} if setup is not None else {}
    known = calls.dispatch.categories.get(category) if calls is not None else None
    name, of = rules.get(rule or about) or about, known.name if known is not None else category
    return plain(f"{of} — {name}" if name else of, 120)
