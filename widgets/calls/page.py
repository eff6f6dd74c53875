"""The calls page: open calls, those of the past or what is shelved at the left, the chosen one beside them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.domain.commands.andon import RaiseCall
from console.domain.events import CallsChanged, RecordChanged, RecordsReady, SessionChanged
from console.domain.sharing import SharingChanged
from widgets.callfigures.shelves import ShelvedList
from widgets.calls.chosen import CallCard
from widgets.calls.history import PastCalls
from widgets.calls.known import KnownCalls
from widgets.calls.raising import raising_of
from widgets.calls.rows import CallList, CallRows
from widgets.calls.shown import CallRow
from widgets.cards import Button, Card, Choice, Text
from widgets.closed import Closed
from widgets.halves import share
from widgets.people.fields import Tab
from widgets.people.signing import why_not
from widgets.words import elapsed

if TYPE_CHECKING:
    from console.app.console import Console

KINDS = ("andon_call", "andon_step", "comment", "andon_category", "notice")
WIDTHS = {"open": [760, 1000], "past": [1120, 680]}


class CallsPage(QWidget):
    """Shows `console.calls`; reads the chosen call and the past from the records."""

    open_requested = Signal(str, str)  # another screen and its subject

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._area: str | None = None
        self._second = 0
        self.known = KnownCalls(console)
        self.model = CallRows()
        self.list, self.card = CallList(self.model), CallCard(console, self.known)
        self.past = PastCalls(console, self.known)
        self.shelved = ShelvedList(console, self.known)
        self.open_tab, self.past_tab, self.shelved_tab = Tab(), Tab(), Tab()
        self.figures = Button("chart-line", lambda: self.open_requested.emit("callfigures", ""))
        self.setup = Button("sliders-horizontal", lambda: self.open_requested.emit("callsetup", ""))
        self.raise_button = Button("siren", self.raise_call, primary=True)
        self.empty, self.keys, self.left = Text("text_muted", 14, wrap=True), Text("text_faint", 12, wrap=True), Card()
        self.closed = Closed(console, self.past.read, lambda: self.open_requested.emit("status", ""))
        self._stack = QStackedWidget()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.refresh()

    # What the shell calls

    def beat(self, now: float) -> None:
        """Once a second: ages and deadlines go on."""
        if int(now) != self._second:
            self._second = int(now)
            self.model.now = now
            self._say_note()
            self.list.viewport().update()
            self.card.beat(now)
            self._count_shelved()

    def set_scope(self, area: str | None) -> None:
        """Show only the calls of an area; None: all."""
        self._area = area
        self.past.set_area(area)
        self.refresh()
        if self._is_past():
            self.past.read()

    def show_subject(self, subject: str) -> None:
        """Choose a call: its id, with "/" and an action where that shall be begun ("…/resolve").

        "shelved" opens the list of shelved alarms, "past/" with ids as JSON the calls behind a figure.
        """
        if subject == "shelved":
            self._turn_to_shelved()
            return
        if subject.startswith("past/"):
            told = json.loads(subject.removeprefix("past/"))
            self.past.show_found(tuple(told["ids"]), told["all"])
            self._turn(past=True, read=False)
            return
        call, _, action = subject.partition("/")
        self.past.look_at = call if self.model.row_of(call) < 0 else ""
        self._turn(past=self.model.row_of(call) < 0 and bool(self.model.rows or self._is_past()))
        self._choose(call)
        self.card.show_call(call, action)

    def kept_choices(self) -> dict[str, Choice]:
        """What stays chosen until the next start."""
        return {
            "when": self.past.when,
            "category": self.past.category,
            "place": self.past.place,
            "severity": self.past.severity,
            "who": self.past.who,
        }

    def focus_filter(self) -> None:
        """Ctrl+F: the words of a call of the past."""
        self._turn(past=True)
        self.past.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.past.text.selectAll()

    def raising_place(self) -> str:
        """Where another call would most likely be."""
        return self.card.file.shown.call.place if self.card.file is not None else ""

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.refresh()
        if self._is_past():
            self.past.read()

    # What is shown

    def refresh(self) -> None:
        """Take the open calls as they are now."""
        chosen = self.card.call
        rows = [row for row in self.known.rows() if self._area is None or self._area_of(row) == self._area]
        self.model.show_rows(rows, self._console.now())
        self._settle()
        if self._is_past():
            return
        if chosen and self.model.row_of(chosen) >= 0:
            self._choose(chosen)
        elif not chosen and rows:
            self._choose(rows[0].call.id)

    def _settle(self) -> None:
        self._stack.setCurrentWidget(self._shown())
        if self.closed.refresh() and not self.model.rows:
            self._stack.setCurrentWidget(self.closed)
        self.empty.say(self._why_empty())
        self.open_tab.name(self._open_words())
        self._say_note()
        self._allow()

    def _shown(self) -> QWidget:
        if self.shelved_tab.isChecked():
            return self.shelved
        return self.past if self._is_past() else self.list if self.model.rows else self._nothing

    def _count_shelved(self) -> None:
        """How many alarms are shelved, and for how long still."""
        count = len(self.shelved.shelved)
        self.shelved_tab.name(self.tr("Shelved · {0}").format(count) if count else self.tr("Shelved"))
        if self.shelved_tab.isChecked():
            self.shelved.beat()

    def _allow(self) -> None:
        why = self.closed.why() or why_not(self._console, RaiseCall)
        self.raise_button.name(self.tr("Raise a call (F2)"), why)
        self.raise_button.setEnabled(not why and self.known.there and raising_of(self) is not None)

    def _say_note(self) -> None:
        if not self.open_tab.isChecked():
            return
        oldest = min((row.since for row in self.model.rows), default=None)
        words = self.tr("oldest {0}").format(elapsed(self._console.now() - oldest)) if oldest is not None else ""
        self.left.note.say(words)

    def _open_words(self) -> str:
        count = len(self.model.rows)
        return self.tr("Open · {0}").format(count) if count else self.tr("Open")

    def _why_empty(self) -> str:
        if not self.known.there:
            return self.tr("Calls appear here once the records of this console are open.")
        if self._area is not None:
            return self.tr("No call is open in this area. Press F2 to raise one.")
        return self.tr("No call is open. Press F2 to raise one: a number for what it is about, then Enter.")

    def _area_of(self, row: CallRow) -> str:
        line = self.known.line_of(row.call.place)
        return line.line.area if line else ""

    # Choosing

    def raise_call(self) -> None:
        """Open the panel that raises a call."""
        raising = raising_of(self)
        if raising is not None:
            raising.open()

    def _choose(self, call: str) -> None:
        row = self.model.row_of(call)
        if row >= 0 and self.list.currentIndex().row() != row:
            self.list.setCurrentIndex(self.model.index(row))
        elif row >= 0 and self.card.call != call:
            self.card.show_call(call)

    def _walked(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid() and now.row() < len(self.model.rows):
            call = self.model.rows[now.row()].call.id
            if call != self.card.call:
                self.card.show_call(call)

    def _turn_to_shelved(self) -> None:
        self.shelved_tab.setChecked(True)
        share(self._both, WIDTHS["past"], "past")
        self.left.note.say("")
        self.keys.setVisible(False)
        self._count_shelved()
        self._settle()
        self.setFocusProxy(self.shelved.grid)

    def _turn(self, past: bool, read: bool = True) -> None:
        self.open_tab.setChecked(not past)
        self.past_tab.setChecked(past)
        share(self._both, WIDTHS["past" if past else "open"], "past" if past else "open")
        self.left.note.say("")
        self.keys.setVisible(not past)
        self._settle()
        if past:
            if read:
                self.past.read()
            self.setFocusProxy(self.past.grid)
        else:
            self.setFocusProxy(self.list)
            self.refresh()

    def _is_past(self) -> bool:
        return self.past_tab.isChecked()

    def _counted(self, total: int) -> None:
        if self._is_past():
            self.left.note.say(self.tr("%Ln call(s)", "", total))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """From the list: Enter goes to the chosen call, a letter does what stands for it there."""
        letter = event.text()
        shifted = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.card.file is not None:
            self.card.take_keyboard()
        elif not (not shifted and letter and self.card.key(letter)):
            super().keyPressEvent(event)

    # Events

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in KINDS:
            self._soon.start()

    def _read_again(self) -> None:
        self.refresh()
        if self.isVisible():
            self.card.read()
            if self._is_past() and self.past.at_top:  # who looks further down is left where they are
                self.past.read()

    def _back_to_list(self) -> None:
        part = self.past.grid if self._is_past() else self.list
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.left.title.say(self.tr("Calls"))
        self.past_tab.name(self.tr("History"))
        self.figures.name(self.tr("Figures"), self.tr("How fast calls are answered, how healthy alarms are (Alt+F)"))
        self.setup.name(self.tr("Setup"), self.tr("Rules, categories, roster and ladder of calls (Alt+S)"))
        self.figures.setShortcut(QKeySequence("Alt+F"))
        self.setup.setShortcut(QKeySequence("Alt+S"))
        self._count_shelved()
        self.list.setAccessibleName(self.tr("Open calls, the worst first"))
        self.keys.say(
            self.tr(
                "Arrows choose · Enter goes to the call · the letter on a button does it · Esc comes back · F2 raises"
            )
        )
        self._settle()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._walked)
        self.past.chosen.connect(self.card.show_call)
        self.past.counted.connect(self._counted)
        self.open_tab.clicked.connect(lambda: self._turn(past=False))
        self.past_tab.clicked.connect(lambda: self._turn(past=True))
        self.shelved_tab.clicked.connect(self._turn_to_shelved)
        self.card.left.connect(self._back_to_list)
        self.card.stop_asked.connect(lambda stop: self.open_requested.emit("stops", stop))
        self.card.past_asked.connect(lambda at: self.open_requested.emit("timemachine", at))
        self.card.follow.open_requested.connect(self.open_requested)
        self._soon.timeout.connect(self._read_again)
        on = self._console.on
        stops = [
            on(CallsChanged, lambda _: self._soon.start()),
            on(CallsChanged, lambda _: self._count_shelved()),
            on(RecordChanged, self._changed),
            on(RecordsReady, lambda _: self._soon.start()),
            on(SharingChanged, lambda _: self._soon.start()),
            on(SessionChanged, lambda _: self._person_changed()),
        ]
        self.destroyed.connect(lambda _=None, stops=tuple(stops): [stop() for stop in stops])

    def _person_changed(self) -> None:
        self._settle()
        self.card.allow()

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        group.addButton(self.open_tab)
        group.addButton(self.past_tab)
        group.addButton(self.shelved_tab)
        self.open_tab.setChecked(True)
        bar = QHBoxLayout()
        bar.setSpacing(4)
        bar.addWidget(self.open_tab)
        bar.addWidget(self.past_tab)
        bar.addWidget(self.shelved_tab)
        bar.addStretch(1)
        bar.addWidget(self.figures)
        bar.addWidget(self.setup)
        bar.addWidget(self.raise_button)
        self._nothing = QWidget()
        words = QVBoxLayout(self._nothing)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addStretch(3)
        for part in (self._nothing, self.list, self.past, self.shelved, self.closed):
            self._stack.addWidget(part)
        self.left.body.addWidget(self._stack, 1)
        self.left.body.addWidget(self.keys)
        self._both = QSplitter(Qt.Orientation.Horizontal)
        self._both.setHandleWidth(12)
        self._both.setChildrenCollapsible(False)
        self._both.addWidget(self.left)
        self._both.addWidget(self.card)
        share(self._both, WIDTHS["open"], "open")
        self.left.setMinimumWidth(380)
        self.card.setMinimumWidth(420)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addLayout(bar)
        column.addWidget(self._both, 1)
        self.setFocusProxy(self.list)
