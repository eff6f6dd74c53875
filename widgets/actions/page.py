"""The actions page: what somebody has to do, verify or look at again; reviews that are wanted; the figures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.app.queries import actions as queries
from console.app.queries.actions import ActionShown, ReviewShown
from console.app.queries.flows import FlowSetUp, set_up
from console.domain.action_flow import ACTIONS
from console.domain.actions import Stage, days_left, deadline
from console.domain.commands.actions import MakeAction
from console.domain.desk import ReadDesk
from console.domain.errors import Refusal
from console.domain.events import ActionsChanged, RecordChanged, RecordsReady, SessionChanged
from console.domain.sharing import SharingChanged
from widgets.actions.board import ActionsBoard
from widgets.actions.chosen import ActionCard
from widgets.actions.foot import MeasuresCard
from widgets.actions.known import now_of, people_entries, zone_at
from widgets.actions.review import ReviewCard
from widgets.actions.rows import (
    OWNER,
    PLACE,
    R_PLACE,
    R_TITLE,
    R_WHY,
    R_WIDTHS,
    SOURCE,
    STAGE,
    TITLE,
    WIDTHS,
    ActionRows,
    ListGrid,
    ReviewRows,
    Row,
)
from widgets.actions.words import SOURCES, source_word
from widgets.attachments.later import while_there
from widgets.calls.known import KnownCalls
from widgets.cards import Button, Card, Choice, Text
from widgets.closed import Closed
from widgets.flow import Flow
from widgets.halves import share
from widgets.people.fields import Said, Tab
from widgets.people.signing import why_not
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

MINE, ALL, LATE, VERIFY, EFFECT, REVIEWS = "mine", "all", "overdue", "verify", "effect", "reviews"
LISTS = (MINE, ALL, LATE, VERIFY, EFFECT, REVIEWS)
KINDS = ("action", "action_step", "review", "comment", "flow_column")
LIST, BOARD = "list", "board"
SIZES = {LIST: [940, 760], BOARD: [1240, 460]}


class ActionsPage(QWidget):
    """Reads actions and reviews from the records when they change."""

    open_requested = Signal(str, str)  # another screen and its subject
    view_changed = Signal(str)  # list or board, and its lanes, for `remember`

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._area: str | None = None
        self._shown: tuple[ActionShown, ...] = ()
        self._reviews: tuple[ReviewShown, ...] = ()
        self._here, self._wanted, self._day, self._view = ALL, "", "", LIST
        self._columns = FlowSetUp(ACTIONS)
        self.known = KnownCalls(console)
        self.rows, self.review_rows = ActionRows(), ReviewRows(self.place_words)
        self.grid = ListGrid(self.rows, WIDTHS, TITLE, (SOURCE, PLACE, STAGE, OWNER))
        self.review_grid = ListGrid(self.review_rows, R_WIDTHS, R_TITLE, (R_PLACE, R_WHY))
        self.board = ActionsBoard(console, self.line_of)
        self.views = {LIST: Tab(), BOARD: Tab()}
        self.card, self.review = ActionCard(console, self.row_of, self.places), ReviewCard(console, self.place_words)
        self.tabs = {key: Tab() for key in LISTS}
        self.owner, self.source = Choice(), Choice()
        self.new_button = Button("plus", self.make, primary=True)
        self.knowledge = Button("book-open", lambda: self.open_requested.emit("knowledge", ""))
        self.said, self.empty, self.keys = Said(), Text("text_muted", 14, wrap=True), Text("text_faint", 12, wrap=True)
        self.left, self.foot = Card(), MeasuresCard(console)
        self.closed = Closed(console, self.read, lambda: self.open_requested.emit("status", ""))
        self._stack, self._beside = QStackedWidget(), QStackedWidget()
        self._soon = QTimer(self, singleShot=True, interval=50)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.turn(ALL)

    # What the shell calls

    def beat(self, now: float) -> None:
        """Another day begins: days are counted anew."""
        day = now_of(self._console).isoformat()[:13]
        if day != self._day:
            self._day = day
            self.refresh()

        self.board.beat(now)

    def remember(self, words: str) -> None:
        """Show what was seen last: "board owner"."""
        view, _, lanes = words.partition(" ")
        if lanes:
            self.board.use_lanes(lanes)
        self.show_view(view if view in self.views else LIST)

    def show_view(self, view: str) -> None:
        """The list, or the board; the card beside it stays."""
        self._view = view
        for one, tab in self.views.items():
            tab.setChecked(one == view)
        share(self._both, SIZES[view], view)
        self.turn(self._here)
        if self.isVisible():  # what had the keyboard may be hidden now
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view_changed.emit(f"{view} {self.board.lane}")

    def set_scope(self, area: str | None) -> None:
        """Show only what belongs to an area; None: all."""
        self._area = area
        self.refresh()

    def show_subject(self, subject: str) -> None:
        """Choose an action by its id, or a review: "review:" and its id."""
        kind, _, id = subject.rpartition(":")
        if not id:
            return
        self._wanted = id
        self.turn(REVIEWS if kind == "review" else ALL)
        if kind == "review":
            self.review.show_review(id)
        else:
            self.card.show_action(id)

    def focus_filter(self) -> None:
        """Ctrl+F: the filter by owner."""
        self.owner.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.read()

    # What is shown

    def read(self) -> None:
        """Ask the records anew."""
        answer = while_there(self, self._heard)

        def look(desk: ReadDesk) -> tuple[tuple[ActionShown, ...], tuple[ReviewShown, ...], FlowSetUp]:
            return queries.actions(desk), queries.reviews(desk), set_up(ACTIONS)(desk)

        self._console.office.ask(look, answer, self._cannot)
        self.foot.read()

    def _heard(self, told: tuple[tuple[ActionShown, ...], tuple[ReviewShown, ...], FlowSetUp]) -> None:
        self._shown, self._reviews, self._columns = told
        self.said.say("")
        self.refresh()
        self._wanted = ""

    def refresh(self) -> None:
        """Show what fits the list and the filters."""
        rows = [self.row_of(one) for one in self._shown if self._fits(one, self._here)]
        self.rows.show_rows(rows)
        ids = {row.shown.action.id for row in rows}
        self.board.show_rows(rows, self._columns, [one.action for one in self._shown if one.action.id not in ids])
        self.review_rows.show_rows([one for one in self._reviews if self._inside(one.review.place)])
        for key, tab in self.tabs.items():
            tab.name(self._tab_words(key))
        self._settle()
        self._choose()

    def row_of(self, shown: ActionShown) -> Row:
        """An action with its place in words and its days."""
        action = shown.action
        zone, now = zone_at(self._console, action.place), now_of(self._console)
        return Row(shown, self.place_words(action.place), days_left(action, now, zone), deadline(action, zone))

    def place_words(self, place: str) -> str:
        """A place in short words."""
        return self.known.place(place) if place else self.tr("The whole plant")

    def line_of(self, place: str) -> tuple[str, str]:
        """The line that a place belongs to and what it is called; "" = none of them."""
        line = self.known.line_of(place) if place else None
        return (line.line.id, self.known.place(line.line.id)) if line is not None else ("", self.tr("The whole plant"))

    def places(self) -> list[tuple[str, str]]:
        """Where an action can belong."""
        lines = [live for live in self._console.floor.lines if self._area in (None, live.line.area)]
        ids = [id for live in lines for id in (live.line.id, *(one.station.id for one in live.stations))]
        return [*((id, self.known.place(id)) for id in ids), ("", self.tr("The whole plant"))]

    def _fits(self, shown: ActionShown, key: str) -> bool:
        action = shown.action
        owner, source = self.owner.currentData() or "", self.source.currentData()
        if not self._inside(action.place) or (owner and action.owner != owner):
            return False
        if source not in (None, "*") and action.source != source:
            return False
        zone, now = zone_at(self._console, action.place), now_of(self._console)
        match key:
            case "mine":
                person = self._console.session.person
                return action.open and person is not None and action.owner == person.id
            case "overdue":
                return (days_left(action, now, zone) or 0) < 0
            case "verify":
                return action.stage is Stage.DONE
            case "effect":
                return action.stage is Stage.VERIFIED
        return True

    def _inside(self, place: str) -> bool:
        if self._area is None or not place:
            return True
        line = self.known.line_of(place)
        return line is not None and line.line.area == self._area

    def _count(self, key: str) -> int:
        if key == REVIEWS:
            return sum(one.review.done is None and self._inside(one.review.place) for one in self._reviews)
        return sum(one.action.open and self._fits(one, key) for one in self._shown)

    def _settle(self) -> None:
        reviews = self._here == REVIEWS
        there = self.review_rows.rows if reviews else self.rows.rows
        grid = self.review_grid if reviews else self.grid
        board = self._view == BOARD and not reviews
        self._stack.setCurrentWidget(self.board if board else grid if there else self._nothing)
        self._beside.setCurrentWidget(self.review if reviews else self.card)
        if self.closed.refresh() and not there:
            self._stack.setCurrentWidget(self.closed)
        for part in (self.owner, self.source, *self._labels, *self.views.values()):
            part.setVisible(not reviews)
        for part in self.board.tools:
            part.setVisible(board)
        self.empty.say(self._why_empty())
        self.board.say_begin(self._why_empty())
        self.keys.say(self._keys_words(board))
        why = self.closed.why() or why_not(self._console, MakeAction)
        self.new_button.name(self.tr("New action (N)"), why)
        self.new_button.setEnabled(not why)

    def _why_empty(self) -> str:
        if self._here == MINE and self._console.session.person is None:
            return self.tr("Sign in with F8 to see what you have to do.")
        if self._here == REVIEWS:
            return self.tr("No review is wanted. One is, when a severe call closes or one came back too often.")
        if self._here == ALL:
            return self.tr("No action yet. Press N for a new one, or M on a call for one that is filled in already.")
        return self.tr("Nothing here. That is how it should be.")

    # Choosing

    def turn(self, key: str) -> None:
        """Show another list."""
        self._here = key
        for one, tab in self.tabs.items():
            tab.setChecked(one == key)
        self.setFocusProxy(self._list)
        self.refresh()

    def make(self) -> None:
        """Ask for a new action."""
        self.turn(ALL if self._here == REVIEWS else self._here)
        self.card.make(self.card.file.shown.action.place if self.card.file is not None else "")

    def _choose(self) -> None:
        """Keep what is chosen, else choose the first."""
        reviews = self._here == REVIEWS
        if self._view == BOARD and not reviews:
            if self._wanted and self._wanted != self.board.board.chosen_id:
                self.board.board.choose(self._wanted)
            return
        rows = self.review_rows if reviews else self.rows
        grid, shown = (self.review_grid, self.review.review) if reviews else (self.grid, self.card.action)
        wanted = self._wanted or shown
        row = rows.row_of(wanted)
        if row >= 0:
            if grid.currentIndex().row() != row:
                grid.selectRow(row)
        elif not wanted and rows.rowCount() and not self.card.form.asked:
            grid.selectRow(0)

    def _walked(self, now: QModelIndex, before: QModelIndex) -> None:
        id = self.rows.id_at(now.row())
        if id and id != self.card.action and self._wanted in ("", id):  # a table with the keyboard chooses a row itself
            self.card.show_action(id)

    def _review_walked(self, now: QModelIndex, before: QModelIndex) -> None:
        id = self.review_rows.id_at(now.row())
        if id and id != self.review.review and self._wanted in ("", id):
            self.review.show_review(id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """From the list: Enter goes to what is chosen, a letter does what stands for it there."""
        letter = event.text()
        shifted = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._here == REVIEWS:
                self.review.questions[0].setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.card.take_keyboard()
        elif letter.upper() == "L" and not shifted:
            self.open_requested.emit("knowledge", "")
        elif letter.upper() == "N" and not shifted and self.new_button.isEnabled():
            self.make()
        elif not (not shifted and letter and self._here != REVIEWS and self.card.key(letter)):
            super().keyPressEvent(event)

    def _back_to_list(self) -> None:
        self.board.settle()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _list(self) -> QWidget:
        """What is walked through now."""
        if self._here == REVIEWS:
            return self.review_grid
        return self.board.board if self._view == BOARD else self.grid

    def _opened(self, id: str) -> None:
        self.card.show_action(id)
        self.card.take_keyboard()

    def _card_chosen(self, id: str) -> None:
        if id != self.card.action:
            self.card.show_action(id)

    def _open_source(self, kind: str, record: str) -> None:
        if kind == "andon_call":
            self.open_requested.emit("calls", record)
        elif kind == "review":
            self.show_subject(f"review:{record}")
        elif kind == "work_order":
            self.open_requested.emit("orders", record)
        elif kind in ("finding", "safety_event"):
            self.open_requested.emit("findings" if kind == "finding" else "safety", record)

    # Events

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in KINDS:
            self._soon.start()

    def _read_again(self) -> None:
        if self.isVisible():
            self.read()
            self.card.read()
            self.review.read()

    def _person_changed(self) -> None:
        self.refresh()
        self.card.allow()
        self.review.allow()

    def _cannot(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))
        self._settle()

    # How it is made

    def _tab_words(self, key: str) -> str:
        names = {
            MINE: self.tr("Mine"),
            ALL: self.tr("All"),
            LATE: self.tr("Overdue"),
            VERIFY: self.tr("To verify"),
            EFFECT: self.tr("Effect checks"),
            REVIEWS: self.tr("Reviews wanted"),
        }
        count = self._count(key)
        return f"{names[key]} · {count}" if count else names[key]

    def _keys_words(self, board: bool) -> str:
        if board:
            return self.tr(
                "Arrows walk · Ctrl with → or ← moves the card · Enter goes to it · B blocks · letters find a title"
            )
        return self.tr(
            "Arrows choose · Enter goes to the action · the letter on a button does it · N new · Esc comes back"
        )

    def _offer(self) -> None:
        _fill(self.owner, [("", self.tr("Anybody")), *people_entries(self._console)])
        _fill(self.source, [("*", self.tr("From anywhere")), *((kind, source_word(kind)) for kind in SOURCES)])

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.left.title.say(self.tr("Actions"))
        self.knowledge.name(self.tr("Knowledge (L)"), self.tr("What was learned from calls"))
        for label, words in zip(self._labels, (self.tr("O&wner"), self.tr("Fro&m")), strict=True):
            label.setText(words)
        self.grid.setAccessibleName(self.tr("Actions, the nearest day first"))
        self.review_grid.setAccessibleName(self.tr("Reviews, the longest wanted first"))
        for key, words in ((LIST, self.tr("List")), (BOARD, self.tr("Board"))):
            self.views[key].name(words)
        self.rows.retranslate()
        self.review_rows.retranslate()
        self._offer()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.grid.selectionModel().currentRowChanged.connect(self._walked)
        self.review_grid.selectionModel().currentRowChanged.connect(self._review_walked)
        for key, tab in self.tabs.items():
            tab.clicked.connect(partial(self.turn, key))
        for choice in (self.owner, self.source):
            choice.currentIndexChanged.connect(lambda _: self.refresh())
        for card in (self.card, self.review):
            card.left.connect(self._back_to_list)
            card.source_asked.connect(self._open_source)
        self.card.moved.connect(self._moved)
        self.card.form.left.connect(self.board.settle_soon)
        for key, tab in self.views.items():
            tab.clicked.connect(partial(self.show_view, key))
        self.board.asked.connect(self.card.ask_act)
        self.board.moved.connect(self._moved)
        self.board.opened.connect(self._opened)
        self.board.chosen.connect(self._card_chosen)
        self.board.lanes_changed.connect(lambda lanes: self.view_changed.emit(f"{self._view} {lanes}"))
        self.review.action_asked.connect(self.show_subject)
        self._soon.timeout.connect(self._read_again)
        on = self._console.on
        stops = [
            on(RecordChanged, self._changed),
            on(ActionsChanged, lambda _: self._soon.start()),
            on(RecordsReady, lambda _: self._soon.start()),
            on(SharingChanged, lambda _: self._soon.start()),
            on(SessionChanged, lambda _: self._person_changed()),
        ]
        self.destroyed.connect(lambda _=None, stops=tuple(stops): [stop() for stop in stops])

    def _moved(self, id: str) -> None:
        self._wanted = id
        self._soon.start()

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        bar, filters = Flow(gap=4), Flow()
        for tab in self.tabs.values():
            group.addButton(tab)
            bar.addWidget(tab)
        self._labels = [Text("text_muted", 12, 500) for _ in range(2)]
        for label, choice in zip(self._labels, (self.owner, self.source), strict=True):
            label.setBuddy(choice)
            choice.setMinimumWidth(150)
            label.setFixedHeight(32)
            filters.addWidget(label)
            filters.addWidget(choice)
        views = QButtonGroup(self)
        for tab in self.views.values():
            views.addButton(tab)
            filters.addWidget(tab)
        for part in self.board.tools:
            filters.addWidget(part)
        self.left.tools.addWidget(self.knowledge)
        self.left.tools.addWidget(self.new_button)
        self._nothing = QWidget()
        words = QVBoxLayout(self._nothing)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addStretch(3)
        for part in (self._nothing, self.grid, self.board, self.review_grid, self.closed):
            self._stack.addWidget(part)
        self._beside.addWidget(self.card)
        self._beside.addWidget(self.review)
        self.left.body.addLayout(bar)
        self.left.body.addLayout(filters)
        self.left.body.addWidget(self.said)
        self.left.body.addWidget(self._stack, 1)
        self.left.body.addWidget(self.keys)
        both = self._both = QSplitter(Qt.Orientation.Horizontal)
        both.setHandleWidth(12)
        both.setChildrenCollapsible(False)
        both.addWidget(self.left)
        both.addWidget(self._beside)
        share(both, SIZES[LIST], LIST)
        self._beside.setMinimumWidth(380)
        self.left.setMinimumWidth(360)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(both, 1)
        column.addWidget(self.foot)


def _fill(choice: Choice, entries: list[tuple[str, str]]) -> None:
    chosen = choice.currentData()
    choice.blockSignals(True)
    choice.clear()
    for key, words in entries:
        choice.addItem(words, key)
    choice.setCurrentIndex(max(0, choice.findData(chosen)))
    choice.blockSignals(False)
