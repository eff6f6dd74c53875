"""The plan page: the week board of all lines, what is being tried, and what that does.

`planned_day` and `planned_shift` are a wish: the shift that a person put an order into, and an order lies there. When
it will really be made is computed (planning.plan): shift by shift as people put the orders, within a shift what is
released before what is planned and by rank, with changeovers, over breaks and nights, nothing before its shift begins.
Each card says that time; where the wish cannot be kept it says so: *until* (it spills over), *from* (it cannot
begin there), *late* (after its due time). What runs lies in the shift of now, whatever anybody wished.

Nothing is saved by moving an order: moves are collected in a draft (plan_draft) until somebody saves all of them with
one command. The draft lives as long as the program does, also while other pages are open.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.app.console import PlantOpened
from console.app.planned import Planner
from console.domain.commands.planning import SavePlan
from console.domain.errors import Refusal
from console.domain.events import OrdersChanged, RecordsReady, SessionChanged
from console.domain.plan_week import week_of
from widgets.attachments.later import while_there
from widgets.cards import Button, OneLine, Text
from widgets.closed import Closed
from widgets.flow import Flow
from widgets.people.fields import Said
from widgets.people.signing import ask_for, why_not
from widgets.plan.board import WeekBoard
from widgets.plan.panel import PlanPanel
from widgets.plan.trying import TryingBar
from widgets.refusals import words_of
from widgets.times import zone_named

if TYPE_CHECKING:
    from console.app.console import Console

SOON_MS = 60
ROOMY = 1280  # pixels of the page from which tray and panel are both shown
NARROW = 1000  # below that neither is shown unless it is asked for


class PlanPage(QWidget):
    """Shows `console.orders` as a plan."""

    open_requested = Signal(str, str)  # another screen and its subject

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._area: str | None = None
        self._minute = 0
        self._wanted = ""  # an order that shall be shown once it is known
        self._shown_once = False
        self._tray_wanted: bool | None = None  # None = by the width
        self._panel_wanted: bool | None = None
        self.planner = Planner(console, while_there(self, self._changed))
        self.board, self.panel, self.trying = WeekBoard(self.planner), PlanPanel(self.planner), TryingBar()
        self.title, self.span = Text("text", 18, 600), OneLine("text_muted", 14)
        self.back, self.now, self.forth = (
            Button("chevron-left", lambda: self.turn(-1)),
            Button("calendar-clock", lambda: self.turn(0)),
            Button("chevron-right", lambda: self.turn(1)),
        )
        self.sort = Button("list-checks", self._sort)
        self.tray, self.side = Button("list-tree", self._toggle_tray), Button("info", self._toggle_panel)
        self.said = Said()
        self.closed = Closed(console, self.read, lambda: self.open_requested.emit("status", ""))
        self._stack = QStackedWidget()
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._lay_out()
        self._connect()
        self.turn(0)
        self.retranslate()

    # What the shell calls

    def beat(self, now: float) -> None:
        """Once a minute everything is computed again; what must be done begins later with every minute."""
        if int(now // 60) != self._minute:
            self.read()

    def set_scope(self, area: str | None) -> None:
        """Show the lines of one area; None: all."""
        self._area = area
        self.read()

    def show_subject(self, subject: str) -> None:
        """Show an order by its id, or a week by its day (2026-11-23)."""
        if not subject:
            return
        try:
            self._show_week(week_of(date.fromisoformat(subject)))
        except ValueError:
            self._wanted = subject
            self.read()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.planner.read_matrix()
        self.read()
        if not self._shown_once and self.board.grid.columns:
            self._shown_once = True
            QTimer.singleShot(0, self, self.board.go_now)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._make_room()

    # What is shown

    @property
    def zone(self) -> tzinfo | None:
        """The zone of the plant."""
        return zone_named(self._console.floor.plant.timezone)

    @property
    def today(self) -> date:
        """The day at the plant."""
        return datetime.fromtimestamp(self._console.now(), UTC).astimezone(self.zone).date()

    def turn(self, weeks: int) -> None:
        """Another week; 0: this one."""
        this = week_of(self.today)
        self._show_week(self.planner.monday + timedelta(weeks=weeks) if weeks else this)
        if not weeks:
            self.board.go_now()

    def read(self) -> None:
        """Take what the console knows now, and show it."""
        self._minute = int(self._console.now() // 60)
        closed = self.closed.refresh() or self._console.orders is None or not self._console.orders.known
        self._stack.setCurrentWidget(self.closed if closed else self._both)
        if closed:
            return
        self.planner.refresh()
        self._show()
        if self._wanted:
            self._go_to(self._wanted)

    def _show_week(self, monday: date) -> None:
        self.planner.monday = monday
        self.read()
        self._say_week()

    def _show(self) -> None:
        names = {live.line.id: live.line.name or live.line.id for live in self._console.floor.lines}
        self.board.may_plan = not why_not(self._console, SavePlan)
        self.board.show_plan(self._areas(), names, self.zone)
        self.board.say_begin(*self._how_to_begin())
        self.panel.show_names(names, self.zone)
        self._say_draft()
        self._went()

    def _how_to_begin(self) -> tuple[str, str]:
        """What the board says while it is empty."""
        if not self._console.floor.lines:
            words = self.tr("Lines with their shifts appear here, and work orders in them. Begin on the Setup page.")
            return self.tr("No line is there yet"), words
        words = self.tr(
            "Work orders appear here in the shifts that they are put into. Plan one on the Orders page, or import them"
            " on the Exchange page; then drag it from the left into a shift."
        )
        return self.tr("No work orders yet"), words

    def _areas(self) -> list[tuple[str, list[str]]]:
        """Areas by name with their lines, as far as they are in the scope."""
        found: dict[str, tuple[str, list[str]]] = {}
        names = {area.id: area.name or area.id for site in self._console.floor.plant.sites for area in site.areas}
        for live in self._console.floor.lines:
            area = live.line.area
            if self._area in (None, area):
                found.setdefault(area, (names.get(area, area), []))[1].append(live.line.id)
        return list(found.values())

    def _say_draft(self) -> None:
        draft = self.planner.draft
        self.trying.show_draft(len(draft.placed), bool(draft.steps), bool(draft.undone), self.planner.saving)
        self.panel.show_draft()
        self._make_room()

    def _changed(self) -> None:
        """The planner has something new."""
        if self._stack.currentWidget() is not self._both:
            return
        self._show()

    def _went(self) -> None:
        board = self.board
        order = board.at
        lines = board.order_words(order) if order else board.cell_words(board.line_at_spot, board.key_at_spot)
        self.panel.show_here(lines, order)
        self.sort.setEnabled(bool(self._line_to_sort()))

    def _go_to(self, id: str) -> None:
        """Show the week and the card of an order."""
        order = self.planner.orders.get(id)
        if order is None:
            return
        self._wanted = ""
        if id not in self.board.grid.tops and order.planned_day is not None:
            self.planner.monday = week_of(order.planned_day)
            self.planner.compute()
            self._show()
            self._say_week()
        self.board.go(id)
        self.board.choose(id)
        self.board.setFocus()

    # Trying

    def _try(self, what: Callable[[], bool], lines: set[str], order: str = "") -> None:
        """Try something on lines, unless whoever is signed in may not plan there."""
        why = next((why for line in sorted(lines) if (why := why_not(self._console, SavePlan, line))), "")
        if why:
            self.board.refuse(why)
            return
        self.said.say("")
        try:
            what()
        except Refusal as refusal:
            self.board.refuse(words_of(refusal))
            return
        if order:
            self.board.go(order)

    def _move(self, id: str, line: str, key: object, before: str) -> None:
        lines = {line, self.planner.orders[id].line} - {""}
        self._try(lambda: self.planner.move(id, line, key, before), lines, id)  # type: ignore[arg-type]

    def _off(self, id: str) -> None:
        self._try(lambda: self.planner.take_off(id), {self.planner.orders[id].line} - {""}, id)

    def _line_to_sort(self) -> str:
        order = self.planner.orders.get(self.board.at)
        return self.board.line_at_spot or (order.line if order is not None else "")

    def _sort(self) -> None:
        line = self._line_to_sort()
        if line not in self.planner.weeks:
            return
        now = self._console.now()
        keys = [key for key, cell in self.planner.weeks[line].shifts.items() if cell.shift.end > now]

        def sort() -> bool:
            if not self.planner.sort(line, keys):
                self.said.warn(self.tr("No sequence was found with fewer changeovers that keeps every order in time."))
            return True

        self._try(sort, {line})

    def _save(self) -> None:
        if not self.planner.draft.placed:
            return
        saved, refused = while_there(self, self._saved), while_there(self, self._refused)
        ask_for(self, SavePlan, while_there(self, lambda: self.planner.save(saved, refused)))
        self._say_draft()

    def _saved(self, count: int) -> None:
        self.said.good(self.tr("Saved: %n order(s) have their new place.", "", count))

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))
        self.read()

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Plan"))
        self.back.name_silently(self.tr("Week before (Alt+←)"))
        self.forth.name_silently(self.tr("Week after (Alt+→)"))
        self.now.name(self.tr("This week"))
        self.sort.name(
            self.tr("Fewest changeovers"),
            self.tr("Try another sequence in the shifts of this line; no order becomes late that is in time"),
        )
        self.tray.name(self.tr("To be planned"), self.tr("Show or hide what is to be planned"))
        self.side.name(self.tr("Details"), self.tr("Show or hide what the plan says"))
        self._say_week()
        if self._stack.currentWidget() is self._both:
            self._show()

    def _say_week(self) -> None:
        monday = self.planner.monday
        last = monday + timedelta(days=6)
        week = self.tr("Week {0} · {1} to {2}").format(monday.isocalendar().week, monday.isoformat(), last.isoformat())
        self.span.say(week)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _toggle_tray(self) -> None:
        self._tray_wanted = not self.board.tray_width
        self._make_room()

    def _toggle_panel(self) -> None:
        self._panel_wanted = not self.panel.isVisibleTo(self)
        self._make_room()

    def _make_room(self) -> None:
        wide = self.width()
        tray = wide >= NARROW if self._tray_wanted is None else self._tray_wanted
        trying = bool(self.planner.draft.placed)
        panel = (wide >= ROOMY or (trying and wide >= NARROW)) if self._panel_wanted is None else self._panel_wanted
        if bool(self.board.tray_width) != tray:
            self.board.show_tray(tray)
        self.panel.setVisible(panel)
        for button in (self.sort, self.tray, self.side):
            button.shorten(wide < NARROW)
        self.trying.shorten(wide < NARROW)

    def _connect(self) -> None:
        board = self.board
        board.opened.connect(lambda id: self.open_requested.emit("orders", id))
        self.panel.opened.connect(lambda id: self.open_requested.emit("orders", id))
        board.went.connect(self._went)
        board.chosen.connect(lambda _: self._went())
        board.move_asked.connect(self._move)
        board.off_asked.connect(self._off)
        board.undo_asked.connect(self.planner.undo)
        board.redo_asked.connect(self.planner.redo)
        self.trying.undo.connect(self.planner.undo)
        self.trying.redo.connect(self.planner.redo)
        self.trying.discard.connect(self.planner.discard)
        self.trying.save.connect(self._save)
        self.panel.take.connect(self.planner.drop)
        self.panel.keep.connect(self.planner.keep)
        self._soon.timeout.connect(lambda: self.read() if self.isVisible() else None)
        keys = (("Ctrl+S", self._save), ("Alt+Left", lambda: self.turn(-1)), ("Alt+Right", lambda: self.turn(1)))
        for key, does in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)
        on = self._console.on
        ends = [
            on(OrdersChanged, lambda _: self._soon.start()),
            on(RecordsReady, lambda _: self._soon.start()),
            on(PlantOpened, lambda _: self._soon.start()),
            on(SessionChanged, lambda _: self._soon.start()),
            self.planner.end,
        ]
        self.destroyed.connect(lambda _=None, ends=tuple(ends): [end() for end in ends])

    def _lay_out(self) -> None:
        bar = Flow(gap=8)
        for part in (self.title, self.span, self.back, self.now, self.forth, self.sort, self.tray, self.side):
            bar.addWidget(part)
        for text in (self.title, self.span):
            text.setMinimumHeight(32)
        self._both = QWidget()
        row = QHBoxLayout(self._both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.board, 1)
        row.addWidget(self.panel)
        self._stack.addWidget(self._both)
        self._stack.addWidget(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addWidget(self.trying)
        column.addWidget(self.said)
        column.addWidget(self._stack, 1)
