"""Early warnings: what is about to go wrong, its evidence, and how often that was right."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.app.queries.earlywarning import WarningPage, WarningShown, warning_file, warnings_between
from console.domain.events import RecordChanged, RecordsReady, SessionChanged, WarningsChanged
from console.domain.warning_rules import Sign
from widgets.attachments.later import while_there
from widgets.callsetup.rulefields import room
from widgets.cards import Card, Choice, Text
from widgets.closed import Closed
from widgets.earlywarnings.chosen import WarningCard
from widgets.earlywarnings.figures import WarningFigures
from widgets.earlywarnings.rows import WarningGrid, WarningRows
from widgets.earlywarnings.rules import WarningRulesTab
from widgets.earlywarnings.words import sign_word
from widgets.people.fields import Tab
from widgets.plain import plain
from widgets.times import zone_named

if TYPE_CHECKING:
    from console.app.console import Console

NOW, PAST, RULES, FIGURES = range(4)
KINDS = ("early_warning", "andon_call")
SPANS = (1, 7, 30, 90)  # days
SOON_MS = 120


class EarlyWarningsPage(QWidget):
    """What is warned of now and what was, with the chosen one beside it; the rules; the figures."""

    open_requested = Signal(str, str)  # another screen and its subject

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._area: str | None = None
        self._second = 0
        self._wanted = ""  # warning that shall be chosen once it was read
        self._total = 0
        self.model = WarningRows(console)
        self.grid, self.card = WarningGrid(self.model), WarningCard(console)
        self.rules, self.figures = WarningRulesTab(console), WarningFigures(console)
        self.tabs = [Tab() for _ in range(4)]
        self.sign, self.line, self.span, self.left = Choice(), Choice(), Choice(), Card()
        self.empty, self.more = Text("text_muted", 14, wrap=True), Text("text_faint", 12, wrap=True)
        self.closed = Closed(console, self.read, lambda: self.open_requested.emit("status", ""))
        self._stack, self._views = QStackedWidget(), QStackedWidget()
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._turn(NOW)

    # What the shell calls

    def beat(self, now: float) -> None:
        """Once a second: what lasts goes on."""
        if int(now) != self._second:
            self._second = int(now)
            self.grid.viewport().update()
            self.card.beat(now)

    def set_scope(self, area: str | None) -> None:
        """Show only what is warned of in an area; None: everywhere."""
        self._area = area
        self.figures.set_area(area)
        self._offer_lines()
        self.read()

    def kept_choices(self) -> dict[str, Choice]:
        """What stays chosen until the next start."""
        return {
            "sign": self.sign,
            "line": self.line,
            "span": self.span,
            "figures_span": self.figures.span,
            "by": self.figures.by,
        }

    def show_subject(self, subject: str) -> None:
        """A warning by its id, or "rule/" and the id of a rule, or "at/" and a place."""
        kind, _, rest = subject.partition("/")
        if kind == "rule" and rest:
            self._turn(RULES)
            self.rules.show_rule(rest)
        elif kind == "at" and rest:
            early = self._console.earlywarning
            here = [shown for shown in early.open if shown.warning.place == rest] if early is not None else []
            self._wanted = here[0].warning.id if here else ""
            self._turn(NOW)
        elif subject:
            self._wanted = subject
            self._console.office.ask(warning_file(subject), while_there(self, self._found), lambda _: None)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.read()

    # What is shown

    @property
    def view(self) -> int:
        """Which of the tabs is lit."""
        return next((place for place, tab in enumerate(self.tabs) if tab.isChecked()), NOW)

    def read(self) -> None:
        """Ask again."""
        self._settle()
        if self.closed.needed:
            return
        if self.view == RULES:
            self.rules.read()
        elif self.view == FIGURES:
            self.figures.read()
        elif self.view == NOW:
            early = self._console.earlywarning
            self._show([one for one in early.open if self._fits(one)] if early is not None else [], 0)
        else:
            now = datetime.fromtimestamp(self._console.now(), UTC)
            since = now - timedelta(days=self.span.currentData() or 7)
            sign = Sign(self.sign.currentData()) if self.sign.currentData() else None
            query = warnings_between(since, now + timedelta(minutes=1), sign, self._lines())
            answer = while_there(self, lambda page: self._show_past(page) if self.view == PAST else None)
            self._console.office.ask(query, answer, lambda _: None)

    def _show_past(self, page: WarningPage) -> None:
        self._show(list(page.warnings), page.total)

    def _show(self, rows: list[WarningShown], total: int) -> None:
        before = self.card.shown.warning.id if self.card.shown is not None else ""
        self._total = max(total, len(rows))
        self.model.show_rows(rows, self._zone)
        wanted, self._wanted = self._wanted, ""
        row = max(self.model.row_of(wanted), self.model.row_of(before) if not wanted else -1)
        if rows:
            index = self.model.index(max(0, row), 0)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.grid.selectionModel().setCurrentIndex(index, flags)
        self._chosen()
        self._settle()

    def _chosen(self) -> None:
        row = self.grid.currentIndex().row()
        there = 0 <= row < len(self.model.rows)
        self.card.show_warning(self.model.rows[row] if there else None)

    def _fits(self, shown: WarningShown) -> bool:
        warning = shown.warning
        if self._area is not None and warning.area not in ("", self._area):
            return False
        if self.line.currentData() and warning.line != self.line.currentData():
            return False
        return not self.sign.currentData() or warning.sign.value == self.sign.currentData()

    def _lines(self) -> list[str] | None:
        if self.line.currentData():
            return [self.line.currentData()]
        if self._area is None:
            return None
        return [live.line.id for live in self._console.floor.lines if live.line.area == self._area]

    def _settle(self) -> None:
        closed = self.closed.refresh()
        views = {RULES: self.rules, FIGURES: self.figures}
        self._views.setCurrentWidget(self.closed if closed else views.get(self.view, self._both))
        self._stack.setCurrentWidget(self.grid if self.model.rows else self._nothing)
        self.span.setVisible(self.view == PAST)
        early = self._console.earlywarning
        count = len(early.open) if early is not None else 0
        words = self.tr("Now")
        self.tabs[NOW].name(f"{words} · {count}" if count else words)
        self.empty.say(self._why_empty())
        self.left.note.say(self.tr("%Ln warning(s)", "", self._total) if self.model.rows else "")
        left_off = early.left_off if early is not None and self.view == NOW else 0
        self.more.say(self.tr("%Ln sign(s) more were too many to be kept.", "", left_off) if left_off else "")
        self.more.setVisible(bool(left_off))

    def _why_empty(self) -> str:
        if self.view == PAST:
            return self.tr("No warning in this time. What was warned of stays here, with what people said of it.")
        return self.tr(
            "Nothing to warn of. A drift, a value that will reach its limit, missing data, low material or a process"
            " out of control appears here before it becomes a stop. The rules say what is looked for."
        )

    # Events

    def _found(self, shown: WarningShown | None) -> None:
        if shown is not None:
            self._wanted = shown.warning.id
            if shown.warning.ended is not None:
                age = self._console.now() - shown.warning.began.timestamp()
                days = next((days for days in SPANS if days * 86400 > age), SPANS[-1])
                with QSignalBlocker(self.span):
                    self.span.setCurrentIndex(self.span.findData(days))
            self._turn(NOW if shown.warning.ended is None else PAST)

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in KINDS and self.view == PAST:
            self._soon.start()

    def _again(self) -> None:
        if self.isVisible() and self.view in (NOW, PAST):
            self.read()

    def _turn(self, view: int) -> None:
        self.tabs[view].setChecked(True)
        self.read()
        if view in (NOW, PAST) and self.isVisible():
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _zone(self) -> tzinfo | None:
        return zone_named(self._console.floor.plant.timezone)

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.left.title.say(self.tr("Early warnings"))
        names = (self.tr("Now"), self.tr("Past"), self.tr("Rules"), self.tr("Figures"))
        for tab, words in zip(self.tabs, names, strict=True):
            tab.name(words)
        spans = (
            self.tr("Today and yesterday"),
            self.tr("Last 7 days"),
            self.tr("Last 30 days"),
            self.tr("Last 90 days"),
        )
        self._fill(self.span, tuple(zip(SPANS, spans, strict=True)), 7)
        self._fill(self.sign, (("", self.tr("All signs")), *((sign.value, sign_word(sign)) for sign in Sign)), "")
        self._offer_lines()
        self.span.setAccessibleName(self.tr("Time of the warnings"))
        self.sign.setAccessibleName(self.tr("Sign"))
        self.line.setAccessibleName(self.tr("Production line"))
        self.grid.setAccessibleName(self.tr("Early warnings"))
        self.model.retranslate()
        self._settle()

    def _offer_lines(self) -> None:
        lines = [live.line for live in self._console.floor.lines if self._area in (None, live.line.area)]
        self._fill(
            self.line, (("", self.tr("All lines")), *((one.id, plain(one.name or one.id, 40)) for one in lines)), ""
        )

    @staticmethod
    def _fill(choice: Choice, entries: tuple[tuple[object, str], ...], otherwise: object) -> None:
        before = choice.currentData() if choice.count() else otherwise
        with QSignalBlocker(choice):
            choice.clear()
            for key, words in entries:
                choice.addItem(words, key)
            choice.setCurrentIndex(max(0, choice.findData(before)))
        room(choice, 200)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.grid.selectionModel().currentChanged.connect(lambda *_: self._chosen())
        for choice in (self.sign, self.line, self.span):
            choice.currentIndexChanged.connect(lambda _: self.read())
        self.card.changed.connect(self.read)
        self.card.open_requested.connect(self.open_requested)
        self.figures.open_requested.connect(self.open_requested)
        self._soon.timeout.connect(self._again)
        for place, tab in enumerate(self.tabs):
            tab.clicked.connect(lambda _=False, place=place: self._turn(place))
        on = self._console.on
        ends = [
            on(WarningsChanged, lambda _: self._soon.start()),
            on(RecordChanged, self._changed),
            on(RecordsReady, lambda _: self._soon.start()),
            on(SessionChanged, lambda _: self.card.allow()),
        ]
        self.destroyed.connect(lambda _=None, ends=tuple(ends): [end() for end in ends])

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        bar = QHBoxLayout()
        bar.setSpacing(4)
        for tab in self.tabs:
            group.addButton(tab)
            bar.addWidget(tab)
        bar.addStretch(1)
        self._nothing = QWidget()
        words = QVBoxLayout(self._nothing)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addStretch(3)
        for part in (self._nothing, self.grid):
            self._stack.addWidget(part)
        chosen = QHBoxLayout()
        chosen.setSpacing(6)
        for choice in (self.sign, self.line, self.span):
            chosen.addWidget(choice)
        chosen.addStretch(1)
        self.left.body.addLayout(chosen)
        self.left.body.addWidget(self._stack, 1)
        self.left.body.addWidget(self.more)
        self._both = QSplitter(Qt.Orientation.Horizontal)
        self._both.setHandleWidth(12)
        self._both.setChildrenCollapsible(False)
        self._both.addWidget(self.left)
        self._both.addWidget(self.card)
        self._both.setSizes([900, 520])
        self._both.setStretchFactor(0, 1)
        self.left.setMinimumWidth(380)
        self.card.setMinimumWidth(360)
        for view in (self._both, self.rules, self.figures, self.closed):
            self._views.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 16)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addWidget(self._views, 1)
        self.setFocusProxy(self.grid)
