"""The response figures: how fast calls are answered, what is heard most often, how healthy the alarms are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.app.deadbands import find_dead_bands
from console.app.queries.callfigures import baselines
from console.domain.callfigures import Sheet
from console.domain.commands.figures import RemoveBaseline, SetBaseline
from console.domain.errors import Refusal
from console.domain.events import CallsChanged, RecordChanged, RecordsReady, SessionChanged
from widgets.attachments.later import while_there
from widgets.callfigures.actors import ActorsSection
from widgets.callfigures.baselineform import BaselineForm
from widgets.callfigures.choosing import Choosing
from widgets.callfigures.exporting import FiguresTable
from widgets.callfigures.gathering import Gathering
from widgets.callfigures.hands import HandsSection
from widgets.callfigures.health import HealthSection
from widgets.callfigures.response import ResponseSection
from widgets.calls.known import KnownCalls, at
from widgets.cards import Button, Choice, OneLine, Text
from widgets.closed import Closed
from widgets.numbers import whole
from widgets.people.fields import Tab
from widgets.people.signing import OneByOne, ask_for, why_not
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.times import moment

if TYPE_CHECKING:
    from console.app.console import Console

KINDS = ("andon_call", "andon_step", "andon_category", "call_rule")
IDS_MOST = 400  # calls that are shown behind one figure
LATER = 60_000  # ms until calls that changed meanwhile are looked at again
SECTIONS = ("response", "actors", "health", "hands")


class CallFiguresPage(QWidget):
    """Asks the records when it is opened, when another choice is made, and now and then while calls change."""

    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.known = KnownCalls(console)
        self.sheet: Sheet | None = None
        self.ask_path = self._ask_path
        self.choosing, self.gathering = Choosing(console, self.known), Gathering(console, self)
        self.response, self.hands = ResponseSection(), HandsSection()
        self.actors, self.health = ActorsSection(console, self.known), HealthSection(console, self.known)
        self._parts = dict(zip(SECTIONS, (self.response, self.actors, self.health, self.hands), strict=True))
        self.tabs = {key: Tab() for key in SECTIONS}
        self.said, self.empty = OneLine("text_muted", 13), Text("text_muted", 14, wrap=True)
        self.stop, self.export = Button("x", self._stop), Button("download", self.write)
        self.closed = Closed(console, self.look, lambda: self.open_requested.emit("status", ""))
        self._stack, self._one = QStackedWidget(), OneByOne(self, console)
        self._again = QTimer(self, singleShot=True)
        self._stale = True
        self._time: tuple[object, ...] = ()  # what the window was chosen by: with another category it stays the same
        self._window = self.choosing.window()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.turn("response")

    # What the shell calls

    def set_scope(self, area: str | None) -> None:
        """Only the calls of an area; None: all."""
        self.choosing.set_area(area)

    def show_subject(self, subject: str) -> None:
        """Open one of the sections by its key."""
        if subject in self.tabs:
            self.turn(subject)

    def kept_choices(self) -> dict[str, Choice]:
        """What stays chosen until the next start."""
        return {
            "range": self.choosing.range,
            "line": self.choosing.line,
            "category": self.choosing.category,
            "severity": self.choosing.severity,
            "shift": self.choosing.shift,
            "against": self.choosing.against,
        }

    def focus_filter(self) -> None:
        """Ctrl+F: the time."""
        self.choosing.range.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.choosing.offer()
        self._read_baselines()
        if self._stale or self.sheet is None:
            self.look()

    # Looking

    def look(self) -> None:
        """Ask for the figures of what is chosen."""
        if not self.known.there:
            self._settle()
            return
        time = self.choosing.time()
        if self._stale or time != self._time:
            self._window, self._time = self.choosing.window(), time
        if self._stale:
            self.gathering.forget()
            self._stale = False
        window = self._window
        before = self.choosing.before(window)
        self.gathering.begin(window, before, self.choosing.chosen(), at(self._console.now()))
        self._settle()

    def turn(self, key: str) -> None:
        """Show a section."""
        self.tabs[key].setChecked(True)
        self.current = key
        self._settle()

    def _show(self, sheet: Sheet) -> None:
        self.sheet = sheet
        base, zone = self.choosing.baseline(), self.choosing.zone
        against = plain(base.value.name, 40) if base is not None else ""
        if base is None and self.choosing.before(sheet.window) is not None:
            against = self.tr("Before")
        self.response.show_sheet(sheet, against)
        self.actors.show_sheet(sheet, zone)
        self.health.show_sheet(sheet, zone)
        self.hands.show_sheet(sheet, {one.id: one for one in self.known.all_categories()})
        now = self._console.now()
        start, end = (moment(t.timestamp(), now, zone) for t in (sheet.window.start, sheet.window.end))
        words = self.tr("%n call(s)", "", sheet.calls)
        self.said.say(self.tr("{0} from {1} to {2}").format(words, start, end))
        self._settle()

    def _gathered(self, sheet: Sheet) -> None:
        self._show(sheet)
        answer = while_there(self, lambda found: self.health.show_bands(sheet, found))
        find_dead_bands(self._console, sheet.health.crossings, sheet.window, answer)

    def _progress(self, share: float) -> None:
        if share < 1.0:
            self.said.say(self.tr("Reading calls: {0} %").format(whole(share * 100)))

    def _failed(self, refusal: Refusal) -> None:
        self._stale = True
        self.said.say(words_of(refusal))
        self._settle()

    def _stop(self) -> None:
        self.gathering.stop()
        self._stale = True
        self.said.say(self.tr("Stopped. What is shown is what was read before."))
        self._settle()

    def _settle(self) -> None:
        nothing = self.sheet is None or (self.sheet.calls == 0 and not self.sheet.health.stale)
        part = self._nothing if nothing else self._parts[self.current]
        if self.closed.refresh():
            part = self.closed
        self._stack.setCurrentWidget(part)
        self.stop.setVisible(self.gathering.busy)
        self.export.setEnabled(self.sheet is not None)
        self.empty.say(self._why_empty())
        self._allow()

    def _why_empty(self) -> str:
        if self.sheet is None:
            return self.tr("The figures of calls appear here as soon as they are read.")
        return self.tr(
            "No call was raised in this time. Once calls are raised and answered, here stands how long it took to"
            " acknowledge, arrive, resolve and close, what is heard most often, and how healthy the alarms are."
            " Choose a longer time, or everything."
        )

    def _allow(self) -> None:
        why = why_not(self._console, SetBaseline, place=self.choosing.place)
        self.choosing.keep.setEnabled(self.sheet is not None and not why)
        self.choosing.keep.name(
            self.tr("Keep as baseline…"), why or self.tr("Keep this time, to compare later times with it")
        )

    # Doing

    def open_calls(self, ids: tuple[str, ...]) -> None:
        """Show the calls behind a figure, on the calls page; of very many the youngest."""
        if ids:
            self.open_requested.emit("calls", "past/" + json.dumps({"ids": ids[-IDS_MOST:], "all": len(ids)}))

    def keep_baseline(self) -> None:
        """Ask for name and reason, after a sign-in where nobody is signed in."""
        if self.sheet is None:
            return
        window, zone, now = self.sheet.window, self.choosing.zone, self._console.now()
        start, end = (moment(t.timestamp(), now, zone) for t in (window.start, window.end))
        words = self.tr("From {0} to {1}").format(start, end)

        def open_form() -> None:
            form = BaselineForm(self._console, window, self.choosing.place, words, self.window())
            form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            form.kept.connect(self._read_baselines)
            form.open()

        ask_for(self, SetBaseline, open_form)

    def remove_baseline(self) -> None:
        """Forget the baseline that is chosen."""
        base = self.choosing.baseline()
        if base is not None:
            command = RemoveBaseline(base.value.id, base.value.place, base.version)
            done = while_there(self, lambda _: self._removed())
            self._one.give(command, done, while_there(self, lambda why: self.said.say(words_of(why))))

    def _removed(self) -> None:
        self._read_baselines()

    def _read_baselines(self, choose: str = "") -> None:
        before = self.choosing.against.currentData()

        def show(found: object) -> None:
            self.choosing.show_baselines(found, choose)  # type: ignore[arg-type]
            if self.choosing.against.currentData() != before and self.sheet is not None:
                self.look()

        self._console.office.ask(baselines, while_there(self, show), while_there(self, self._failed))

    def write(self) -> None:
        """Write the figures into a file for a spreadsheet."""
        path = self.ask_path("response-figures.csv") if self.sheet is not None else ""
        if not path or self.sheet is None:
            return
        base = self.choosing.baseline()
        text = FiguresTable().text(self.sheet, self.choosing.said(), base.value.name if base is not None else "")
        try:
            Path(path).write_text(text, encoding="utf-8-sig", newline="")
        except OSError as error:
            self.said.say(self.tr("The file could not be written: {0}").format(plain(error, 160)))
            return
        self.said.say(self.tr("The figures are in {0}").format(plain(path, 160)))

    def _ask_path(self, name: str) -> str:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export the figures"), name, self.tr("Table (*.csv)"))
        return path if not path or path.lower().endswith(".csv") else path + ".csv"

    # Events

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in KINDS:
            self._stale = True
            if self.isVisible() and not self._again.isActive():
                self._again.start(LATER)
        elif event.kind == "baseline" and self.isVisible():
            self._read_baselines()

    def _look_again(self) -> None:
        if self.isVisible() and not self.gathering.busy:
            self.look()

    def _known_now(self) -> None:
        if self.sheet is None and self.isVisible() and not self.gathering.busy:
            self._stale = True
            self.choosing.offer()
            self.look()

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.tabs["response"].name(self.tr("Response times"))
        self.tabs["actors"].name(self.tr("Heard most often"))
        self.tabs["health"].name(self.tr("Alarm health"))
        self.tabs["hands"].name(self.tr("Time in hands"))
        self.stop.name(self.tr("Stop"))
        self.export.name(self.tr("Export…"), self.tr("Write these figures into a file for a spreadsheet (CSV)"))
        if self.sheet is not None:
            self._show(self.sheet)
        self._settle()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.choosing.retranslate()
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        for key, tab in self.tabs.items():
            tab.clicked.connect(lambda _=False, key=key: self.turn(key))
        self.choosing.changed.connect(self.look)
        self.choosing.keep.clicked.connect(self.keep_baseline)
        self.choosing.remove.clicked.connect(self.remove_baseline)
        self.gathering.done.connect(self._gathered)
        self.gathering.progress.connect(self._progress)
        self.gathering.failed.connect(self._failed)
        for part in (self.response, self.actors, self.health):
            part.wanted.connect(self.open_calls)
        self.health.rule_wanted.connect(lambda rule: self.open_requested.emit("callsetup", f"rules/{rule}"))
        self._again.timeout.connect(self._look_again)
        for number, key in enumerate(SECTIONS, 1):
            keys = QShortcut(QKeySequence(f"Alt+{number}"), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(lambda key=key: self.turn(key))
        on = self._console.on
        stops = [
            on(RecordChanged, self._changed),
            on(RecordsReady, lambda _: self._known_now()),
            on(CallsChanged, lambda _: self._known_now()),
            on(SessionChanged, lambda _: self._allow()),
        ]
        self.destroyed.connect(lambda _=None, stops=tuple(stops): [stop() for stop in stops])

    def _lay_out(self) -> None:
        group, tabs = QButtonGroup(self), QHBoxLayout()
        tabs.setSpacing(4)
        for tab in self.tabs.values():
            group.addButton(tab)
            tabs.addWidget(tab)
        tabs.addStretch(1)
        tabs.addWidget(self.export)
        self.choosing.below.addWidget(self.said, 10)
        self.choosing.below.addWidget(self.stop)
        self._nothing = QWidget()
        words = QVBoxLayout(self._nothing)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addStretch(3)
        for part in (self._nothing, *self._parts.values(), self.closed):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addLayout(tabs)
        column.addWidget(self.choosing)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.choosing.range)
