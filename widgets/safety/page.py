"""The Safety page: the cross of the month, days without an accident, the reports and the chosen one beside them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.app.queries.safety import (
    KIND,
    SafetyFile,
    SafetyShown,
    SafetyTold,
    counted_since,
    safety_file,
    safety_told,
)
from console.domain.commands.safety import ReportSafety
from console.domain.events import RecordChanged, RecordsReady, SessionChanged
from console.domain.safety import Happened
from widgets.attachments.later import while_there
from widgets.callsetup.rulefields import room
from widgets.cards import Button, Card, Choice, Entry, Text
from widgets.closed import Closed
from widgets.flow import Flow
from widgets.people.signing import why_not
from widgets.plain import plain
from widgets.safety.chosen import SafetyCard
from widgets.safety.closing import ClosingForm
from widgets.safety.figures import SafetyFigures
from widgets.safety.form import SafetyForm
from widgets.safety.reporting import reporting_of
from widgets.safety.rows import SafetyGrid, SafetyRows
from widgets.safety.words import SafetyCounts, inside, kind_word, place_words, zone_of

if TYPE_CHECKING:
    from console.app.console import Console

SPANS = (30, 90, 365)  # days
SOON_MS = 120
OPEN, ALL = "open", "all"


class SafetyPage(QWidget):
    """Reports, figures and the cross. A subject is the id of a report, or "report" for a new one."""

    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._area: str | None = None
        self._wanted = ""  # report that shall be chosen once it was read
        self._told, self._known = SafetyTold(), False
        self._only: tuple[date, date] | None = None  # days [from, to) whose reports alone are listed
        self._day = self._today()
        self.form: SafetyForm | ClosingForm | None = None
        self.figures = SafetyFigures(self._day)
        self.model = SafetyRows(console)
        self.grid, self.card, self.left = SafetyGrid(self.model), SafetyCard(console), Card()
        self.new_button = Button("plus", self.report, primary=True)
        self.state, self.kind, self.where, self.span, self.search = Choice(), Choice(), Choice(), Choice(), Entry()
        self.only = Button("x", lambda: self._limit(None))
        self.empty = Text("text_muted", 14, wrap=True)
        self.closed = Closed(console, self.read, lambda: self.open_requested.emit("status", ""))
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    # What the shell calls

    def beat(self, now: float) -> None:
        """At midnight another day begins."""
        if self._today() != self._day:
            self._day = self._today()
            self._show()

    def set_scope(self, area: str | None) -> None:
        """Show only what happened in an area; None: everywhere."""
        self._area = area
        self._offer_places()
        self._show()

    def kept_choices(self) -> dict[str, Choice]:
        """What stays chosen until the next start."""
        return {"state": self.state, "kind": self.kind, "where": self.where, "span": self.span}

    def focus_filter(self) -> None:
        """Ctrl+F."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def raising_place(self) -> str:
        """Where the chosen report is: what is raised or reported now may well be about it."""
        shown = self._chosen()
        return shown.event.place if shown is not None else ""

    def show_subject(self, subject: str) -> None:
        """A report by its id, or "report" to make one."""
        if subject == "report":
            self.report()
        elif subject:
            self._wanted = subject
            self._console.office.ask(safety_file(subject), while_there(self, self._found), lambda _: None)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.read()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and (self.search.text() or self._only is not None):
            self.search.clear()
            self._limit(None)
            self.grid.setFocus()
        elif event.text().upper() == "N" and not event.modifiers():
            self.report()
        else:
            super().keyPressEvent(event)

    # What is asked

    def report(self) -> None:
        """Make a report."""
        reporting, shown = reporting_of(self), self._chosen()
        if reporting is not None:
            reporting.open(shown.event.place if shown is not None and self.grid.hasFocus() else "")
        else:
            self._open(SafetyForm(self._console, self))

    def change(self) -> None:
        """Tell the chosen report anew."""
        if self.card.file is not None:
            self._open(SafetyForm(self._console, self, self.card.file.shown))

    def close_report(self) -> None:
        """Finish the chosen report."""
        if self.card.file is not None:
            self._open(ClosingForm(self._console, self, self.card.file.shown))

    def _open(self, form: SafetyForm | ClosingForm) -> None:
        self.form = form
        form.finished.connect(lambda _: form.deleteLater())
        form.open()

    # What is shown

    def read(self) -> None:
        """Ask again."""
        self.closed.refresh()
        self._views.setCurrentWidget(self.closed if self.closed.needed else self._both)
        if self.closed.needed:
            return
        first = min(self.figures.month, self._day - timedelta(days=max(SPANS)))
        since = datetime.combine(first, time(), zone_of(self._console)).astimezone(UTC)
        self._console.office.ask(safety_told(since), while_there(self, self._heard), lambda _: None)

    def _heard(self, told: SafetyTold) -> None:
        self._told, self._known = told, True
        self._show()
        if self.card.id:
            self.card.show_event(self.card.id)

    def _show(self) -> None:
        """What was read, through the filters."""
        here = [one for one in self._told.events if self._is_here(one)]
        zone = zone_of(self._console)
        safety = self._console.safety
        since = counted_since(safety.since if safety is not None else None, self._told.first, self._day, zone)
        only = self._only[0] if self._only is not None and (self._only[1] - self._only[0]).days == 1 else None
        self.figures.show_events([one.event for one in here], since, self._day, zone, only)
        rows = [one for one in here if self._fits(one)]
        self.model.show_rows(rows)
        before, wanted = self.card.id, self._wanted
        row = self.model.row_of(wanted or before)
        if wanted and row >= 0:
            self._wanted = ""
        if rows:
            index = self.model.index(max(0, row), 0)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.grid.selectionModel().setCurrentIndex(index, flags)
        self._walked()
        self._say(len(rows), sum(one.event.closed is None for one in rows))

    def _is_here(self, shown: SafetyShown) -> bool:
        place = shown.event.place
        if self._area is not None and not inside(self._console, place, self._area):
            return False
        chosen = self.where.currentData()
        return not chosen or inside(self._console, place, chosen)

    def _fits(self, shown: SafetyShown) -> bool:
        event = shown.event
        day = event.at.astimezone(zone_of(self._console)).date()
        if self._only is not None:
            if not self._only[0] <= day < self._only[1]:
                return False
        elif event.closed is not None and day < self._day - timedelta(days=self.span.currentData() or SPANS[1]):
            return False  # what is open is listed however old it is
        if self.state.currentData() == OPEN and event.closed is not None:
            return False
        if self.kind.currentData() and event.what.value != self.kind.currentData():
            return False
        words = self.search.text().casefold().split()
        told = (event.text, event.done_at_once, event.cause, kind_word(event.what), shown.who)
        text = " ".join((*told, place_words(self._console, event.place))).casefold()
        return all(word in text for word in words)

    def _say(self, count: int, running: int) -> None:
        counts = SafetyCounts()
        self.left.note.say(f"{counts.reports(count)} · {counts.open(running)}")
        self.only.setVisible(self._only is not None)
        if self._only is not None:
            begin, end = self._only
            one = (end - begin).days == 1
            self.only.name(
                begin.isoformat() if one else begin.strftime("%Y-%m"),
                self.tr("Only these days. Press to see all again."),
            )
        self._stack.setCurrentWidget(self.grid if count or not self._known else self._nothing)
        if self._told.events:
            self.empty.say(self.tr("No report fits. Clear the search or choose a longer time."))
        else:
            self.empty.say(
                self.tr(
                    "Hazards, near misses and accidents that are reported appear here. Press F4 anywhere to report one:"
                    " a number, where, a few words. A serious one calls the safety officer at once."
                )
            )

    def _limit(self, days: tuple[date, date] | None, kind: Happened | None = None) -> None:
        self._only = days
        with QSignalBlocker(self.kind):
            self.kind.setCurrentIndex(max(0, self.kind.findData(kind.value if kind is not None else "")))
        if days is not None:
            with QSignalBlocker(self.state):
                self.state.setCurrentIndex(max(0, self.state.findData(ALL)))
        self._show()

    def _turned(self) -> None:
        if self._only is not None:
            self._only = None
        self.read()

    def _found(self, file: SafetyFile | None) -> None:
        """A report that was asked for: it is shown even where the filters leave it out."""
        if file is None:
            self._wanted = ""
            return
        if self.model.row_of(file.shown.event.id) < 0:
            day = file.shown.event.at.astimezone(zone_of(self._console)).date()
            with QSignalBlocker(self.search):
                self.search.clear()
            self._limit((day, day + timedelta(days=1)))
        self.read()

    def _walked(self) -> None:
        shown = self._chosen()
        self.card.show_event(shown.event.id if shown is not None else "")

    def _chosen(self) -> SafetyShown | None:
        row = self.grid.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _today(self) -> date:
        return datetime.fromtimestamp(self._console.now(), UTC).astimezone(zone_of(self._console)).date()

    # Events

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in (KIND, "action", "andon_call") and self.isVisible():
            self._soon.start()

    def _allow(self) -> None:
        why = why_not(self._console, ReportSafety)
        self.new_button.setEnabled(not why)
        self.new_button.setToolTip(why)
        self.card.allow()

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.left.title.say(self.tr("Reports"))
        self.new_button.name(self.tr("Report… (F4)"), self.tr("Report a hazard or an accident"))
        spans = (self.tr("Last 30 days"), self.tr("Last 90 days"), self.tr("Last year"))
        self._fill(self.span, list(zip(SPANS, spans, strict=True)), SPANS[1])
        self._fill(self.state, [(ALL, self.tr("Open and closed")), (OPEN, self.tr("Open"))], ALL)
        self._fill(self.kind, [("", self.tr("All kinds")), *((what.value, kind_word(what)) for what in Happened)], "")
        self._offer_places()
        self.state.setAccessibleName(self.tr("State of the reports"))
        self.kind.setAccessibleName(self.tr("Kind of the reports"))
        self.where.setAccessibleName(self.tr("Area or line"))
        self.span.setAccessibleName(self.tr("Time of the reports"))
        self.search.setAccessibleName(self.tr("Search the reports"))
        self.search.setPlaceholderText(self.tr("Search (Ctrl+F)"))
        self.grid.setAccessibleName(self.tr("Reports, the last first"))
        self.model.retranslate()
        self._allow()
        self._show()

    def _offer_places(self) -> None:
        found: list[tuple[object, str]] = [("", self.tr("Everywhere"))]
        for site in self._console.floor.plant.sites:
            for area in site.areas:
                if self._area in (None, area.id):
                    found.append((area.id, place_words(self._console, area.id)))
                    found += [(line.id, plain(line.name or line.id, 40)) for line in area.lines]
        self._fill(self.where, found, "")

    @staticmethod
    def _fill(choice: Choice, entries: list[tuple[object, str]], otherwise: object) -> None:
        before = choice.currentData() if choice.count() else otherwise
        with QSignalBlocker(choice):
            choice.clear()
            for key, words in entries:
                choice.addItem(words, key)
            choice.setCurrentIndex(max(0, choice.findData(before)))
        room(choice, 190)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.grid.selectionModel().currentChanged.connect(lambda *_: self._walked())
        for choice in (self.state, self.kind, self.where, self.span):
            choice.currentIndexChanged.connect(lambda _: self._show())
        self.search.textChanged.connect(lambda _: self._show())
        self.figures.day_chosen.connect(lambda day: self._limit((day, day + timedelta(days=1))))
        self.figures.kind_chosen.connect(lambda what: self._limit((self.figures.month, self.figures.until), what))
        self.figures.turned.connect(self._turned)
        self.card.changing.connect(self.change)
        self.card.closing.connect(self.close_report)
        self.card.open_requested.connect(self.open_requested)
        self._soon.timeout.connect(self.read)
        on = self._console.on
        ends = [
            on(RecordChanged, self._changed),
            on(RecordsReady, lambda _: self._soon.start()),
            on(SessionChanged, lambda _: self._allow()),
        ]
        self.destroyed.connect(lambda _=None, ends=tuple(ends): [end() for end in ends])

    def _lay_out(self) -> None:
        self._stack, self._views, self._nothing = QStackedWidget(), QStackedWidget(), QWidget()
        words = QVBoxLayout(self._nothing)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addStretch(3)
        for part in (self.grid, self._nothing):
            self._stack.addWidget(part)
        filters = Flow(gap=6)
        self.search.setMinimumWidth(150)
        for choice in (self.state, self.kind, self.where, self.span, self.search, self.only):
            filters.addWidget(choice)
        self.left.tools.addWidget(self.new_button)
        self.left.body.addLayout(filters)
        self.left.body.addWidget(self._stack, 1)
        above = QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.figures)
        column.addWidget(self.left, 1)
        self._both = QSplitter(Qt.Orientation.Horizontal)
        self._both.setHandleWidth(12)
        self._both.setChildrenCollapsible(False)
        self._both.addWidget(above)
        self._both.addWidget(self.card)
        self._both.setSizes([980, 560])
        self._both.setStretchFactor(0, 3)
        self._both.setStretchFactor(1, 2)
        above.setMinimumWidth(430)
        self.card.setMinimumWidth(340)
        for view in (self._both, self.closed):
            self._views.addWidget(view)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(18, 16, 18, 16)
        whole.addWidget(self._views)
        self.setFocusProxy(self.grid)
