"""The trail page: every line that can be found again, one line or one record beside it, and the verification."""

from __future__ import annotations

from datetime import tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.app.queries import trail
from console.app.queries.trail import Choices, FindingShown, Found, LineShown, Wanted
from console.domain.commands.tampering import AcknowledgeTampering, RestoreRow
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady, SessionChanged
from console.domain.tampering import GuardChanged, Tampered
from widgets.cards import Card, Choice, Text
from widgets.people.fields import Said, Tab
from widgets.people.signing import give, why_not
from widgets.refusals import words_of
from widgets.tables import Grid
from widgets.times import zone_named
from widgets.trail.detail import LinePanel
from widgets.trail.exporting import ExportRow
from widgets.trail.filters import Filters
from widgets.trail.lines import CONSOLE, LINE, RECORD, VERDICT, WIDTHS, Lines
from widgets.trail.record import RecordPanel
from widgets.trail.verification import VerificationCard

if TYPE_CHECKING:
    from console.app.console import Console

REFRESH = 2.0  # seconds between two looks for new lines while the page is open


class TrailPage(QWidget):
    """Asks `console.office` for lines and `console.guard` for what was verified."""

    open_requested = Signal(str, str)  # another screen and its subject

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._round = 0  # answers of an older choice are of no interest
        self._stale = True  # something changed since lines were read
        self._read_at = float("-inf")
        self._choices = Choices({}, {}, (), (), 0)
        self.heading, self.said, self.left, self.right = Text("text", 22, 600), Said(), Card(), Card(titled=False)
        self.filters, self.verification = Filters(), VerificationCard()
        named = console.health.console_name
        self.lines = Lines(self._more, named)
        self.grid = Grid(self.lines, WIDTHS, stretch=RECORD, spare=(CONSOLE, VERDICT, LINE))
        self.grid.setSelectionMode(Grid.SelectionMode.SingleSelection)
        self.empty = Text("text_muted", 14, wrap=True)
        self.export = ExportRow(console, self._wanted, self._zone)
        self.line_tab, self.record_tab = Tab(), Tab()
        self.line, self.record = LinePanel(named), RecordPanel()
        self._stack, self._beside = QStackedWidget(), QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    # What the shell calls

    def beat(self, now: float) -> None:
        """Look for new lines now and then; let the age of the verification go on."""
        self.verification.show_state(self._console.guard.state, now)
        if self._stale and not 0 <= now - self._read_at < REFRESH:
            self._read_new(now)

    def kept_choices(self) -> dict[str, Choice]:
        """What stays chosen until the next start."""
        return {
            "who": self.filters.who,
            "what": self.filters.what,
            "when": self.filters.when,
            "kind": self.filters.kind,
            "verdict": self.filters.verdict,
        }

    def focus_filter(self) -> None:
        """Ctrl+F."""
        self.filters.record.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.record.selectAll()

    def show_subject(self, subject: str) -> None:
        """Show the history of a record, named as "kind/id"."""
        kind, _, id = subject.partition("/")
        if id:
            self.filters.choose_only(Found(kind, id, ""))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._stale:
            self.read()

    # Reading

    def read(self) -> None:
        """Ask for everything anew: choices, lines, findings."""
        self._stale, self._read_at = False, self._console.now()
        self._round += 1
        this = self._round
        office = self._console.office
        office.run(trail.choices, self._offer, lambda _: None)
        office.run(trail.page(self._wanted()), lambda lines: self._begin(this, lines), self._cannot)
        office.run(trail.how_many(self._wanted()), lambda many: self._counted(this, many), lambda _: None)
        office.run(trail.findings, self._show_findings, lambda _: None)

    def _read_new(self, now: float) -> None:
        self._stale, self._read_at = False, now
        this = self._round
        office = self._console.office
        office.run(trail.page(self._wanted()), lambda lines: self._above(this, lines), self._cannot)
        office.run(trail.how_many(self._wanted()), lambda many: self._counted(this, many), lambda _: None)
        office.run(trail.findings, self._show_findings, lambda _: None)

    def _more(self, before: int) -> None:
        this = self._round
        job = trail.page(self._wanted(), before)
        self._console.office.run(job, lambda lines: self._go_on(this, lines), self._cannot)

    def _begin(self, this: int, lines: list[LineShown]) -> None:
        if this != self._round:
            return
        self.said.say("")
        self.lines.begin(lines, self._zone(), self._console.now())
        self._stack.setCurrentWidget(self.grid if lines else self._nothing)
        self.empty.say(self._why_empty())
        if lines:
            self.grid.selectRow(0)
        else:
            self.line.show_line(None, self._zone(), self._choices.names)

    def _above(self, this: int, lines: list[LineShown]) -> None:
        if this == self._round and lines:
            if self._stack.currentWidget() is not self.grid:
                self._begin(this, lines)
            else:
                self.lines.above(lines)

    def _go_on(self, this: int, lines: list[LineShown]) -> None:
        if this == self._round:
            self.lines.go_on(lines)

    def _counted(self, this: int, many: int) -> None:
        if this == self._round:
            self.left.note.say(self.tr("%Ln line(s)", "", many))

    def _offer(self, choices: Choices) -> None:
        self._choices = choices
        self.filters.offer(choices)

    def _show_findings(self, found: list[FindingShown]) -> None:
        self.verification.show_findings(found, self._zone(), self._choices.names, self._console.now())

    def _cannot(self, refusal: Refusal) -> None:
        self._stale = True
        self.said.say(words_of(refusal))

    # Choosing

    def _wanted(self) -> Wanted:
        return self.filters.wanted(self._console.now(), self._zone())

    def _filtered(self) -> None:
        self.read()
        record = self.filters.record_chosen
        if record is not None:
            self._open_record(record)
        elif self._beside.currentWidget() is self.record and self.record.record is not None:
            self._turn(self.line)

    def _chosen(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid() and now.row() < len(self.lines.rows):
            self.line.show_line(self.lines.rows[now.row()], self._zone(), self._choices.names)
            if self.grid.hasFocus():
                self._turn(self.line)

    def _open_record(self, record: Found) -> None:
        """Show the history of a record beside the lines."""
        self.record.show_record(record, self._zone(), self._choices.names, self._console.now())
        self._turn(self.record)
        office = self._console.office
        office.run(trail.history(record.kind, record.id), lambda lines: self._history(record, lines), self._cannot)

    def _history(self, record: Found, lines: list[LineShown]) -> None:
        if self.record.record == record:
            label = next((change.label for line in lines for change in line.changes if change.label), record.label)
            if label != record.label:
                named = Found(record.kind, record.id, label)
                self.filters.name_record(named)
                self.record.show_record(named, self._zone(), self._choices.names, self._console.now())
            self.record.show_history(lines)

    def _state(self, at: object) -> None:
        record = self.record.record
        if record is not None:
            job = trail.state_at(record.kind, record.id, at)  # type: ignore[arg-type]
            self._console.office.run(job, self.record.show_state, self._cannot)

    def _to_line(self, seq: int) -> None:
        row = self.lines.row_of(seq)
        if row >= 0:
            self.grid.selectionModel().currentRowChanged.disconnect(self._chosen)
            self.grid.selectRow(row)
            self.grid.scrollTo(self.lines.index(row, 0))
            self.grid.selectionModel().currentRowChanged.connect(self._chosen)
            self.line.show_line(self.lines.rows[row], self._zone(), self._choices.names)

    def _turn(self, part: QWidget) -> None:
        self._beside.setCurrentWidget(part)
        self.line_tab.setChecked(part is self.line)
        self.record_tab.setChecked(part is self.record)

    # Answering

    def _answered(self, finding: Tampered, reason: str, put_back: bool) -> None:
        command = RestoreRow(finding.id, reason) if put_back else AcknowledgeTampering(finding.id, reason)
        give(self, self._console, command, lambda _: self._taken(), lambda r: self.verification.refuse(words_of(r)))

    def _taken(self) -> None:
        self.verification.reason.clear()
        self.verification.refuse("")

    def _allow(self) -> None:
        self.verification.may = why_not(self._console, AcknowledgeTampering)
        self.verification.show_findings(
            self.verification.table.shown, self._zone(), self._choices.names, self._console.now()
        )

    # How it is made

    def _zone(self) -> tzinfo | None:
        file = self._console.plant_file
        return zone_named(file.plant.timezone) if file else None

    def _why_empty(self) -> str:
        if self._wanted() == Wanted():
            return self.tr(
                "Everything that is done here or at another console of the plant appears here, line by line."
            )
        return self.tr("No line fits. Choose less, or show everything again.")

    def _changed(self, event: object) -> None:
        self._stale = True

    def _connect(self) -> None:
        self.filters.changed.connect(self._filtered)
        self.filters.typed.connect(self._look_for)
        self.grid.selectionModel().currentRowChanged.connect(self._chosen)
        self.line.record_asked.connect(self._open_record)
        self.record.state_asked.connect(self._state)
        self.record.line_asked.connect(self._to_line)
        self.line_tab.clicked.connect(lambda: self._turn(self.line))
        self.record_tab.clicked.connect(lambda: self._turn(self.record))
        self.verification.verify_asked.connect(lambda: self._console.guard.verify())
        self.verification.stop_asked.connect(lambda: self._console.guard.cancel())
        self.verification.answered.connect(self._answered)
        console = self._console
        ends = [
            console.on(RecordChanged, self._changed),
            console.on(RecordsReady, lambda event: self.read() if not event.code else None),
            console.on(SessionChanged, lambda event: self._allow()),
            console.on(GuardChanged, lambda event: self.verification.show_state(event.state, console.now())),
        ]
        self.destroyed.connect(lambda _=None, ends=tuple(ends): [end() for end in ends])

    def _look_for(self, kind: str, text: str) -> None:
        self._console.office.run(trail.find_records(kind, text), self.filters.offer_records, lambda _: None)

    def _lay_out(self) -> None:
        self._nothing = QWidget()
        words = QVBoxLayout(self._nothing)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addStretch(3)
        for part in (self.grid, self._nothing):
            self._stack.addWidget(part)
        self.left.body.addWidget(self.filters)
        self.left.body.addWidget(self.said)
        self.left.body.addWidget(self._stack, 1)
        self.left.body.addWidget(self.export)
        tabs = QHBoxLayout()
        tabs.setSpacing(4)
        self._group = QButtonGroup(self)
        for tab in (self.line_tab, self.record_tab):
            self._group.addButton(tab)
            tabs.addWidget(tab)
        tabs.addStretch(1)
        for panel in (self.line, self.record):
            self._beside.addWidget(panel)
        self.right.body.addLayout(tabs)
        self.right.body.addWidget(self._beside, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setHandleWidth(12)
        both.setChildrenCollapsible(False)
        both.addWidget(self.left)
        both.addWidget(self.right)
        both.setSizes([1000, 820])
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.verification)
        column.addWidget(both, 1)
        self._turn(self.line)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.heading.say(self.tr("Trail"))
        self.left.title.say(self.tr("What was done"))
        self.grid.setAccessibleName(self.tr("Lines of the trail, the last first"))
        self.line_tab.name(self.tr("Line"))
        self.record_tab.name(self.tr("Record"))
        self.lines.retranslate()
        self.empty.say(self._why_empty())
        self._allow()
        if self.isVisible():
            self.read()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
