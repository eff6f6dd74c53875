"""The stops page: stops that want a reason, or all, and the chosen one beside them; what they add up to; reasons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.app.queries.stops import StopPage, StopShown, stop_file, stops_between, unexplained
from console.domain.events import RecordChanged, RecordsReady, SessionChanged, StopsChanged
from console.domain.stops import Stop
from widgets.attachments.later import while_there
from widgets.cards import Button, Card, Choice, Text
from widgets.closed import Closed
from widgets.people.fields import Tab
from widgets.stops.chosen import StopCard
from widgets.stops.editor import ReasonEditor
from widgets.stops.pareto import RANGES, SHIFT, ParetoView, span_of
from widgets.stops.rows import REASON, StopGrid, StopTable
from widgets.stops.words import known_by_id
from widgets.times import zone_named

if TYPE_CHECKING:
    from console.app.console import Console

UNEXPLAINED, ALL, PARETO, REASONS = range(4)
KINDS = ("stop", "stop_reason", "andon_call")
SOON_MS = 120
Belongs = Callable[[Stop], bool]


class StopsPage(QWidget):
    """Reads its stops from the records; `console.stops` knows the reasons."""

    open_requested = Signal(str, str)  # another screen and its subject

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._area: str | None = None
        self._second = 0
        self._wanted = ""  # stop that shall be chosen once it was read
        self._go_on = -1  # row from which the next stop is chosen once the list was read
        self._behind: tuple[str, Belongs, float, float] | None = None  # the stops behind a bar
        self._total = 0
        self.model = StopTable(console)
        self.grid, self.card = StopGrid(self.model), StopCard(console)
        self.pareto, self.editor = ParetoView(console), ReasonEditor(console)
        self.tabs = [Tab() for _ in range(4)]
        self.order, self.range, self.left = Choice(), Choice(), Card()
        self.behind = Button("x", self._forget_behind)
        self.empty, self.keys = Text("text_muted", 14, wrap=True), Text("text_faint", 12, wrap=True)
        self.closed = Closed(console, self.read, lambda: self.open_requested.emit("status", ""))
        self._stack, self._views = QStackedWidget(), QStackedWidget()
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        for _ in range(2):
            self.order.addItem("")
        for key in RANGES:
            self.range.addItem("", key)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._turn(UNEXPLAINED)

    # What the shell calls

    def beat(self, now: float) -> None:
        """Once a second: what lasts goes on."""
        if int(now) != self._second:
            self._second = int(now)
            self.grid.viewport().update()
            self.card.beat(now)

    def set_scope(self, area: str | None) -> None:
        """Show only the stops of an area; None: all."""
        self._area = area
        self.pareto.set_area(area)
        self._behind = None
        self.read()

    def kept_choices(self) -> dict[str, Choice]:
        """What stays chosen until the next start."""
        return {"order": self.order, "range": self.range, "pareto_range": self.pareto.range, "by": self.pareto.by}

    def show_subject(self, subject: str) -> None:
        """Choose a stop by its id."""
        if subject:
            self._wanted = subject
            self._console.office.ask(stop_file(subject), while_there(self, self._found), lambda _: None)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.read()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """From the list: letters and figures mean a reason, Enter gives it."""
        text = event.text()
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        listed = self.view in (UNEXPLAINED, ALL) and bool(self.card.stops)
        if listed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.card.explain()
        elif listed and text.strip() and not held:
            self.card.picker.type(text)
        else:
            super().keyPressEvent(event)

    # What is shown

    @property
    def view(self) -> int:
        """Which of the tabs is lit."""
        return next((place for place, tab in enumerate(self.tabs) if tab.isChecked()), UNEXPLAINED)

    def read(self) -> None:
        """Ask the records again."""
        self._settle()
        if self.closed.needed:
            return
        if self.view == PARETO:
            self.pareto.read()
            return
        if self.view == REASONS:
            self.editor.read()
            return
        lines = None if self._area is None else [one.line.id for one in self._console.floor.lines if self._fits(one)]
        if self.view == UNEXPLAINED:
            query = unexplained(lines, newest=self.order.currentIndex() == 1)
        else:
            since, until = self._span()
            query = stops_between(since, until, lines)
        view = self.view
        answer = while_there(self, lambda page: self._show(page) if view == self.view else None)
        self._console.office.ask(query, answer, lambda _: None)

    def _span(self) -> tuple[datetime, datetime]:
        if self._behind is not None:
            return tuple(datetime.fromtimestamp(at, UTC) for at in self._behind[2:])  # type: ignore[return-value]
        lines = [one for one in self._console.floor.lines if self._fits(one)]
        span = span_of(str(self.range.currentData() or SHIFT), lines, self._console.now(), self._zone)
        return datetime.fromtimestamp(span.since, UTC), datetime.fromtimestamp(span.until + 1, UTC)

    def _show(self, page: StopPage) -> None:
        rows = page.stops
        if self.view == ALL and self._behind is not None:
            rows = tuple(one for one in rows if self._behind is not None and self._behind[1](one.stop))
        self._total = page.total if self.view == UNEXPLAINED else len(rows)
        before = [one.stop.id for one in self.card.stops]
        stops = self._console.stops
        self.model.show_rows(rows, known_by_id(stops.reasons if stops else ()), self._zone)
        self._settle()
        self._choose_again(before)

    def _choose_again(self, before: list[str]) -> None:
        """The stop that is wanted; the next one after one was explained; else what was chosen before."""
        wanted, self._wanted = self._wanted, ""
        go_on, self._go_on = self._go_on, -1
        rows = [row for row in (self.model.row_of(id) for id in before) if row >= 0]
        if wanted and self.model.row_of(wanted) >= 0:
            self._choose(self.model.row_of(wanted))
        elif go_on >= 0 and self.model.rows:
            self._choose(self._next(go_on))
        elif len(rows) > 1:
            self._chosen()
        elif rows or self.model.rows:
            self._choose(rows[0] if rows else 0)
        else:
            self.card.show_stops(())

    def _next(self, row: int) -> int:
        """The first stop from this row on that wants a reason, else the first of all that does."""
        open_rows = [place for place, one in enumerate(self.model.rows) if not one.stop.reason]
        later = [place for place in open_rows if place >= row]
        return (later or open_rows or [min(row, len(self.model.rows) - 1)])[0]

    def _choose(self, row: int) -> None:
        index = self.model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.grid.selectionModel().setCurrentIndex(index, flags)
        self._chosen()

    def _chosen(self) -> None:
        rows = sorted({index.row() for index in self.grid.selectionModel().selectedRows()})
        self.card.show_stops(tuple(self.model.rows[row] for row in rows if row < len(self.model.rows)))

    def _settle(self) -> None:
        closed = self.closed.refresh()
        listed = self.view in (UNEXPLAINED, ALL)
        views = {PARETO: self.pareto, REASONS: self.editor}
        self._views.setCurrentWidget(self.closed if closed else views.get(self.view, self._both))
        self._stack.setCurrentWidget(self.grid if self.model.rows else self._nothing)
        self.grid.setColumnHidden(REASON, self.view == UNEXPLAINED)
        self.grid.make_room()
        self.order.setVisible(self.view == UNEXPLAINED)
        self.range.setVisible(self.view == ALL and self._behind is None)
        self.behind.setVisible(self.view == ALL and self._behind is not None)
        self.keys.setVisible(listed and not closed)
        if self._behind is not None:
            self.behind.name(self._behind[0], self.tr("Show all stops again"))
        stops = self._console.stops
        count = stops.unexplained if stops is not None else 0
        words = self.tr("Without a reason")
        self.tabs[UNEXPLAINED].name(f"{words} · {count}" if count else words)
        self.empty.say(self._why_empty())
        self.left.note.say(self.tr("%Ln stop(s)", "", self._total) if self.model.rows else "")

    def _why_empty(self) -> str:
        if self.view == UNEXPLAINED:
            return self.tr("Every stop has its reason. A stop longer than a micro-stop appears here while it lasts.")
        return self.tr("No stop in this time. A stop longer than a micro-stop appears here while it lasts.")

    # Events

    def _explained(self) -> None:
        rows = [self.model.row_of(one.stop.id) for one in self.card.stops]
        self._go_on = max(0, min((row for row in rows if row >= 0), default=0))
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.read()

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in KINDS:
            self._soon.start()

    def _again(self) -> None:
        if self.isVisible():
            self.read()

    def _found(self, file: object) -> None:
        """Show the list in which a stop that was asked for is."""
        shown: StopShown | None = getattr(file, "shown", None)
        if shown is None:
            return
        self._wanted = shown.stop.id
        if shown.stop.reason:
            since, until = shown.stop.since.timestamp() - 1, shown.stop.since.timestamp() + 1
            id = shown.stop.id
            self._behind = (self.tr("One stop"), lambda stop: stop.id == id, since, until)
        self._turn(ALL if shown.stop.reason else UNEXPLAINED)

    def _bar(self, words: str, belongs: Belongs, since: float, until: float) -> None:
        self._behind = (words, belongs, since, until)
        self._turn(ALL)

    def _forget_behind(self) -> None:
        self._behind = None
        self.read()

    def _turn(self, view: int) -> None:
        self.tabs[view].setChecked(True)
        self.read()
        if view in (UNEXPLAINED, ALL) and self.isVisible():
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _press(self, view: int) -> Callable[[], None]:
        def press() -> None:
            self._behind = None
            self._turn(view)

        return press

    def _fits(self, live: object) -> bool:
        return self._area in (None, live.line.area)  # type: ignore[attr-defined]

    @property
    def _zone(self) -> tzinfo | None:
        file = self._console.plant_file
        return zone_named(file.plant.timezone) if file else None

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.left.title.say(self.tr("Stops"))
        for tab, words in zip(
            self.tabs, (self.tr("Without a reason"), self.tr("All"), self.tr("Pareto"), self.tr("Reasons")), strict=True
        ):
            tab.name(words)
        self.order.setItemText(0, self.tr("Oldest first"))
        self.order.setItemText(1, self.tr("Newest first"))
        self.order.setAccessibleName(self.tr("Order of the stops"))
        ranges = (self.tr("This shift"), self.tr("Yesterday"), self.tr("Last 7 days"), self.tr("Last 30 days"))
        for place, words in enumerate(ranges):
            self.range.setItemText(place, words)
        for choice in (self.order, self.range):
            widest = max(choice.fontMetrics().horizontalAdvance(choice.itemText(i)) for i in range(choice.count()))
            choice.setMinimumWidth(widest + 46)
        self.range.setAccessibleName(self.tr("Time of the stops"))
        self.grid.setAccessibleName(self.tr("Stops"))
        self.keys.say(self.tr("Arrows choose · two letters or a figure mean a reason · Enter gives it and goes on"))
        self.model.retranslate()
        self._settle()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.grid.selectionModel().selectionChanged.connect(lambda *_: self._chosen())
        self.order.currentIndexChanged.connect(self.read)
        self.range.currentIndexChanged.connect(self.read)
        self.card.explained.connect(self._explained)
        self.card.changed.connect(self.read)
        self.card.call_asked.connect(lambda call: self.open_requested.emit("calls", call))
        self.card.past_asked.connect(lambda at: self.open_requested.emit("timemachine", at))
        self.card.left.connect(lambda: self.grid.setFocus(Qt.FocusReason.OtherFocusReason))
        self.pareto.asked.connect(self._bar)
        self._soon.timeout.connect(self._again)
        for place, tab in enumerate(self.tabs):
            tab.clicked.connect(self._press(place))
        for key in "TKM":
            shortcut = QShortcut(QKeySequence(f"Ctrl+{key}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda key=key: self.card.shortcut(key))
        on = self._console.on
        ends = [
            on(StopsChanged, lambda _: self._soon.start()),
            on(RecordChanged, self._changed),
            on(RecordsReady, lambda _: self._soon.start()),
            on(SessionChanged, lambda _: self._allow()),
        ]
        self.destroyed.connect(lambda _=None, ends=tuple(ends): [end() for end in ends])

    def _allow(self) -> None:
        if self.card.stops:
            self.card.allow()
        self.editor.allow()

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
        for tool in (self.behind, self.range, self.order):
            self.left.tools.addWidget(tool)
        self.left.body.addWidget(self._stack, 1)
        self.left.body.addWidget(self.keys)
        self._both = QSplitter(Qt.Orientation.Horizontal)
        self._both.setHandleWidth(12)
        self._both.setChildrenCollapsible(False)
        self._both.addWidget(self.left)
        self._both.addWidget(self.card)
        self._both.setSizes([900, 760])
        self.left.setMinimumWidth(340)
        self.card.setMinimumWidth(380)
        for view in (self._both, self.pareto, self.editor, self.closed):
            self._views.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 16)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addWidget(self._views, 1)
        self.setFocusProxy(self.grid)
