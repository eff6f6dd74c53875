"""The dry run: over which day or recording, by which rules, how far it is, and what would have been raised."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.app.dryrun import DryRun, DryRunner, GoOn
from console.app.places import ways
from console.app.recorded import FileRecorded, HistoryRecorded, Recorded, Span
from console.domain.errors import FileRefused, Refusal
from widgets.attachments.later import while_there
from widgets.backups.progress import Bar
from widgets.callsetup.dryfound import DryFound, Run, Tried
from widgets.callsetup.rulefields import room
from widgets.cards import Button, Card, Choice, OneLine, Text, has_keyboard
from widgets.numbers import percent
from widgets.people.fields import Said
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.times import zone_named

if TYPE_CHECKING:
    from console.app.console import Console

DAY, FILE = "day", "file"
THIS, ALL = "this", "all"
DAYS_MOST = 92
LOW = 460  # pixels of the card: below that there are no bars


Try = Callable[[bool], Tried | None]  # of all rules or of the chosen one; None: the form says what is in the way


class DryRunCard(Card):
    """Changes nothing and may be used by everybody."""

    def __init__(self, console: Console, tried: Try) -> None:
        super().__init__()
        self._console, self._try = console, tried
        self._runner, self._looker = DryRunner(console.mailbox), DryRunner(console.mailbox)
        self._spans: tuple[Span, ...] | None = None  # None: not looked yet
        self._path: Path | None = None
        self.source, self.day, self.which = Choice(), Choice(), Choice()
        self.labels = [Text("text_muted", 12, 500) for _ in range(3)]
        self.file, self.file_name = Button("folder-open", self.choose_file), OneLine("text_muted", 13)
        self.go, self.stop = Button("play", self.begin, primary=True), Button("x", self.cancel)
        self.bar, self.share = Bar(), Text("text_muted", 13)
        self.said, self.empty = Said(), Text("text_muted", 14, wrap=True)
        self.found = DryFound()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.destroyed.connect(lambda _=None, both=(self._runner, self._looker): [one.cancel() for one in both])
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The table needs the room more than the bars do."""
        super().resizeEvent(event)
        self.found.hours.setVisible(self.height() >= LOW)

    # Where from

    def look(self) -> None:
        """Ask the history what it has; what is chosen stays."""
        recorded = self._history()
        found = while_there(self, self._found)
        self._looker.begin(lambda go_on: recorded.spans(), lambda share: None, found, lambda _: found(()))

    def _found(self, spans: tuple[Span, ...]) -> None:
        first, self._spans = self._spans is None, spans
        if first and not spans and self._path is None:
            self.source.setCurrentIndex(self.source.findData(FILE))
        self._offer_days()
        self._settle()

    def _history(self) -> Recorded:
        history = getattr(self._console, "history", None)
        return HistoryRecorded(history, self._console.floor.plant, self._console.now)

    def choose_file(self) -> None:
        """Ask for a recording."""
        kinds = self.tr("Recordings (*.jsonl *.jsonl.gz *.txt *.txt.gz *.gz);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("A recording"), str(self._path or ""), kinds)
        if path:
            self.use_file(Path(path))

    def use_file(self, path: Path) -> None:
        """Take this recording."""
        self._path = path
        self.source.setCurrentIndex(self.source.findData(FILE))
        self._settle()

    # Running

    def begin(self) -> None:
        """Run, unless the form says what is in the way."""
        self.said.say("")
        tried = self._try(self.which.currentData() == ALL)
        if tried is None or not self._ready():
            return
        job = self._file_job(tried) if self._is_file() else self._day_job(tried)
        here = [while_there(self, then) for then in (self._told, self._done, self._refused)]
        self._runner.begin(job, *here)
        self._told(0.0)
        self._settle()
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def cancel(self) -> None:
        """Stop; what was shown before stays."""
        self._runner.cancel()
        self._settle()
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def run(self) -> Run | None:
        """The last run that went to its end."""
        return self.found.run

    @property
    def running(self) -> bool:
        """Whether a run is on its way."""
        return self._runner.running

    def _day_job(self, tried: Tried) -> Callable[[GoOn], Run]:
        recorded, span = self._history(), self._span(self.day.currentData())
        return lambda go_on: _run(tried, recorded, span, go_on)

    def _file_job(self, tried: Tried) -> Callable[[GoOn], Run]:
        path, plant = self._path or Path(), self._plant_path()

        def job(go_on: GoOn) -> Run:
            recorded = FileRecorded(path, plant)
            spans = recorded.spans()
            if not spans:
                raise FileRefused(f"{path.name} tells only what was known before it began.")
            run = _run(tried, recorded, Span(spans[0].start, spans[-1].end + 0.001), go_on)
            return replace(run, notes=recorded.notes)

        return job

    def _plant_path(self) -> Path | None:
        file = self._console.plant_file
        return getattr(self._console, "plant_path", None) or getattr(file, "path", None)

    def _told(self, share: float) -> None:
        self.bar.show_share(share)
        self.share.say(percent(share, 0))

    def _done(self, run: Run) -> None:
        self.found.show_run(run)
        self._settle()
        self.said.warn(plain(" ".join(run.notes), 300))

    def _refused(self, refusal: Refusal) -> None:
        self._settle()
        self.said.say(plain(refusal.detail, 300) if isinstance(refusal, FileRefused) else words_of(refusal))

    # What is shown

    def forget(self) -> None:
        """Another plant is shown: what was run belongs to the one before."""
        self._runner.cancel()
        self._spans = None
        self.found.show_run(None)
        self._settle()

    def _settle(self) -> None:
        file, running = self._is_file(), self.running
        self.day.setVisible(not file)
        self.labels[1].setText(self.tr("&File") if file else self.tr("Da&y"))
        self.labels[1].setBuddy(self.file if file else self.day)
        self.file.setVisible(file)
        self.file_name.setVisible(file)
        self.file_name.say(plain(self._path.name, 80) if self._path else self.tr("No file chosen yet"))
        self.go.setVisible(not running)
        self.go.setEnabled(self._ready())
        if not running and has_keyboard(self.stop):
            self.go.setFocus(Qt.FocusReason.OtherFocusReason)
        for part in (self.stop, self.bar, self.share):
            part.setVisible(running)
        self._stack.setCurrentWidget(self.found if self.run is not None else self._nothing)
        self.empty.say(self._why_empty())

    def _ready(self) -> bool:
        return self._path is not None if self._is_file() else bool(self._spans)

    def _why_empty(self) -> str:
        if self._is_file():
            return self.tr(
                "What would have been raised appears here. Choose a recording (MQTT messages as JSON lines, or the log"
                " of a machine tool), then run it: nothing is saved and nobody is called."
            )
        if self._spans:
            return self.tr(
                "What would have been raised on that day appears here: each call with its time, its place, how often"
                " it was heard and how long it lasted. Nothing is saved and nobody is called."
            )
        return self.tr(
            "Days appear here as soon as this console remembers what it hears: the first one from today on."
            " Until then a recording in a file can be run."
        )

    # Days

    def _span(self, day: str) -> Span:
        """The day at the plant, as far as there is something."""
        zone, one = zone_named(self._console.floor.plant.timezone), date.fromisoformat(day)
        begin, end = (datetime.combine(at, time(), zone).timestamp() for at in (one, one + timedelta(days=1)))
        return Span(begin, min(end, self._console.now()))

    def _offer_days(self) -> None:
        zone = zone_named(self._console.floor.plant.timezone)
        today = datetime.fromtimestamp(self._console.now(), UTC).astimezone(zone).date()
        days: list[date] = []
        for span in reversed(self._spans or ()):
            first, last = (datetime.fromtimestamp(at, UTC).astimezone(zone).date() for at in span)
            days += [last - timedelta(days=back) for back in range((last - first).days + 1)]
        before = self.day.currentData()
        with QSignalBlocker(self.day):
            self.day.clear()
            for day in list(dict.fromkeys(days))[:DAYS_MOST]:
                self.day.addItem(self._day_words(day, today), day.isoformat())
            room(self.day)
            at = self.day.findData(before) if before else min(1, self.day.count() - 1)
            self.day.setCurrentIndex(max(0, at))
        self.day.setEnabled(self.day.count() > 0)

    def _day_words(self, day: date, today: date) -> str:
        named = QLocale().toString(datetime.combine(day, time()), "ddd yyyy-MM-dd")
        if day == today:
            return self.tr("Today until now")
        return self.tr("Yesterday, {0}").format(named) if day == today - timedelta(days=1) else named

    def _is_file(self) -> bool:
        return bool(self.source.currentData() == FILE)

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Dry run"))
        self.note.say(self.tr("What would have been raised"))
        self.labels[0].setText(self.tr("O&ver"))
        self.labels[2].setText(self.tr("&By"))
        self._fill(self.source, ((DAY, self.tr("What this console heard")), (FILE, self.tr("A recording file"))))
        self._fill(self.which, ((THIS, self.tr("This rule")), (ALL, self.tr("All rules"))))
        self.file.name(self.tr("Choose a file…"))
        self.go.name(self.tr("Run"), self.tr("Run the rules as the form stands now; nothing is saved"))
        self.stop.name(self.tr("Stop"))
        self.bar.setAccessibleName(self.tr("How far the dry run is"))
        self._offer_days()
        self._settle()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @staticmethod
    def _fill(choice: Choice, entries: tuple[tuple[str, str], ...]) -> None:
        before = choice.currentData()
        with QSignalBlocker(choice):
            choice.clear()
            for key, words in entries:
                choice.addItem(words, key)
            choice.setCurrentIndex(max(0, choice.findData(before)))
        room(choice)

    def _connect(self) -> None:
        self.source.currentIndexChanged.connect(lambda _: self._settle())

    def _lay_out(self) -> None:
        asked = QHBoxLayout()
        asked.setSpacing(10)
        for label, parts in zip(self.labels, ((self.source,), (self.day, self.file), (self.which,)), strict=True):
            label.setBuddy(parts[0])
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(label)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
            asked.addLayout(column)
        asked.addStretch(1)
        going = QHBoxLayout()
        going.setSpacing(10)
        for part in (self.go, self.bar, self.share, self.stop):
            going.addWidget(part)
        going.addWidget(self.file_name, 1)
        going.addStretch(1)
        self._nothing = QWidget()
        words = QVBoxLayout(self._nothing)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addStretch(3)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.found)
        for part in (asked, going):
            self.body.addLayout(part)
        self.body.addWidget(self.said)
        self.body.addWidget(self._stack, 1)


def _run(tried: Tried, recorded: Recorded, span: Span, go_on: GoOn) -> Run:
    """On the run's own thread."""
    run = DryRun(recorded.plant, tried.rules, ways(recorded.plant), tried.categories, tried.saved)
    gaps = recorded.gaps(*span)
    return Run(tried, recorded, run.run(recorded.readings(*span), *span, go_on, gaps))
