"""Actions on a board: the cards of one flow more on the engine that carries work orders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.app.queries.flows import FlowSetUp
from console.domain.action_flow import ACTIONS, DOING, EFFECTIVE, MOVES
from console.domain.action_refusals import ActionTooEarly
from console.domain.actions import Action, Stage
from console.domain.cardflow import Flow
from console.domain.commands.actions import BeginAction
from console.domain.errors import Refusal
from widgets.actions.cards import column_hint, column_title, face_of
from widgets.actions.columns import ActionColumns
from widgets.actions.known import now_of, zone_at
from widgets.actions.moves import BEGIN, BLOCK, BY_ID, CONFIRM, UNBLOCK, Act, command_of
from widgets.actions.rows import Row
from widgets.attachments.later import while_there
from widgets.cardflow.asking import ReasonForm
from widgets.cardflow.board import CardBoard
from widgets.cards import Button, Choice, Text
from widgets.people.signing import ask_for, why_not
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

NONE, OWNER, LINE = "none", "owner", "line"
LANES = (NONE, OWNER, LINE)
SETTLE_MS = 700  # after which nobody waits any more for a card to come
HELD = timedelta(days=30)  # for which what held lies on the board
ACTS = {move: BY_ID[move.value] for move in {*MOVES.values()}}


class ActionsBoard(QWidget):
    """Shows the rows it is given; moves that need no words are given here, the others are asked for beside it."""

    opened = Signal(str)
    chosen = Signal(str)
    asked = Signal(str, str)  # action, and the act whose form is wanted
    moved = Signal(str)
    lanes_changed = Signal(str)

    def __init__(self, console: Console, line_of: Callable[[str], tuple[str, str]]) -> None:
        super().__init__()
        self._console, self._line_of = console, line_of
        self.rows: dict[str, Row] = {}
        self.told = FlowSetUp(ACTIONS)
        self.board = CardBoard(ACTIONS, {column.id: column_title(column.id) for column in ACTIONS.columns}, console.now)
        self.lanes, self._label = Choice(), Text("text_muted", 12, 500)
        self.columns = Button("sliders-horizontal", self.set_up)
        self.form: ReasonForm | None = None
        self.setup: ActionColumns | None = None
        for key in LANES:
            self.lanes.addItem("", key)
        self._lay_out()
        self.board.move_asked.connect(self._move)
        self.board.block_asked.connect(self._block)
        self.board.opened.connect(self.opened)
        self.board.chosen.connect(self.chosen)
        self.lanes.currentIndexChanged.connect(self._lanes_chosen)
        self.retranslate()

    # What is shown

    def show_rows(self, rows: Sequence[Row], told: FlowSetUp, hidden: Sequence[Action] = ()) -> None:
        """These cards; `hidden` ones take room in columns with a limit all the same."""
        since = now_of(self._console) - HELD
        fits = [row for row in rows if _on_board(row.shown.action, since)]
        self.rows, self.told = {row.shown.action.id: row for row in fits}, told
        self._name_lanes()
        self.board.show_flow(
            self._flow(),
            {column.id: column_title(column.id) for column in ACTIONS.columns},
            {column.id: column_hint(column.id) for column in ACTIONS.columns},
        )
        unseen: dict[tuple[str, str], int] = {}
        for action in hidden:
            place = (action.stage.value, self._lane(action)[0])
            unseen[place] = unseen.get(place, 0) + 1
        self.board.deck.unseen = unseen
        self.board.show_cards([face_of(row, self._lane(row.shown.action)[0], self._now(row)) for row in fits])
        if self.setup is not None:
            self.setup.show_board(told)

    def _now(self, row: Row) -> datetime:
        return now_of(self._console).astimezone(zone_at(self._console, row.shown.action.place))

    def use_lanes(self, key: str) -> None:
        """Lanes by owner, by line, or none."""
        self.lanes.setCurrentIndex(max(0, self.lanes.findData(key)))

    def say_begin(self, words: str) -> None:
        """What an empty board says."""
        self.board.say_begin(self.tr("No actions here"), words)

    def beat(self, now: float) -> None:
        """Let ages move on."""
        self.board.beat(now)

    def settle_soon(self) -> None:
        """What was asked for beside the board was left, or is done and about to be shown."""
        QTimer.singleShot(SETTLE_MS, while_there(self, self.settle))

    def settle(self) -> None:
        """Cards lie where their records say."""
        for id in [*self.board.deck.asked]:
            self.board.settle(id)

    def set_up(self) -> None:
        """Ask how many cards columns may hold."""
        made = ActionColumns(self._console, self.told, self, DOING)
        made.destroyed.connect(lambda _=None: setattr(self, "setup", None))
        self.setup = made
        made.open()

    # Moves

    def _move(self, id: str, column: str, before: str) -> None:
        row = self.rows.get(id)
        move = MOVES.get((row.shown.action.stage.value, column)) if row is not None else None
        if row is None or move is None:
            self.board.settle(id)
            return
        act, action = ACTS[move], row.shown.action
        if self._console.session.person is None:
            self.board.settle(id)
            again = partial(self.board.ask_move, id, column, before)
            ask_for(self.board, act.command, while_there(self.board, again))
        elif why := why_not(self._console, act.command, place=action.place):
            self.board.refuse(id, why)
        elif act is CONFIRM and action.effect_due is not None and now_of(self._console) < action.effect_due:
            self.board.refuse(id, words_of(ActionTooEarly(action=id, until=action.effect_due.isoformat())))
        elif act.fields:
            self.asked.emit(id, act.id)
        else:
            self._give(act, row, "")

    def _block(self, id: str) -> None:
        row = self.rows.get(id)
        if row is None or not row.shown.action.to_do:
            return
        act = UNBLOCK if row.shown.action.blocked else BLOCK
        if why := why_not(self._console, act.command, place=row.shown.action.place):
            self.board.refuse(id, why)
        else:
            self.asked.emit(id, act.id)

    def _give(self, act: Act, row: Row, over: str) -> None:
        action = row.shown.action
        command = command_of(act, action, row.shown.version, {}, {})
        if act is BEGIN and over:
            command = BeginAction(action.id, action.place, over)
        done = while_there(self, lambda _: self.moved.emit(action.id))
        self._console.office.do(command, done, while_there(self, partial(self._refused, act, row)))

    def _refused(self, act: Act, row: Row, refusal: Refusal) -> None:
        id = row.shown.action.id
        if refusal.code != "column_full" or act is not BEGIN:
            self.board.refuse(id, words_of(refusal))
            return
        given = False

        def go_over(why: str) -> None:
            nonlocal given
            given = True
            self._give(act, row, why)

        def left() -> None:
            self.form = None
            if not given:
                self.board.refuse(id, words_of(refusal))

        title = self.tr("Begin {title} all the same?").format(title=plain(row.shown.action.title, 60))
        self.form = ReasonForm(title, words_of(refusal), self.tr("Begin over the limit"), go_over, self)
        self.form.finished.connect(lambda _: left())
        self.form.open()

    # Lanes

    @property
    def lane(self) -> str:
        """NONE, OWNER or LINE."""
        return str(self.lanes.currentData() or NONE)

    def _lane(self, action: Action) -> tuple[str, str]:
        """Lane of an action and what it is called."""
        if self.lane == LINE:
            return self._line_of(action.place)
        row = self.rows.get(action.id)
        return action.owner, plain(row.shown.owner or action.owner, 60) if row is not None else action.owner

    def _lanes_chosen(self) -> None:
        rows = [*self.rows.values()]
        self._name_lanes()
        self.show_rows(rows, self.told)
        self.lanes_changed.emit(self.lane)

    def _name_lanes(self) -> None:
        if self.lane == NONE:
            if self.board.deck.laned:
                self.board.show_lanes(None)
            return
        used = {self._lane(row.shown.action) for row in self.rows.values()}
        names = dict(sorted(used, key=lambda lane: lane[1].casefold()))
        if not self.board.deck.laned or self.board.deck.lane_names != names:
            self.board.show_lanes(names)

    def _flow(self) -> Flow:
        """A limit of each owner cannot be seen by line: it is told at the move then."""
        if self.lane != LINE:
            return self.told.flow
        flow = self.told.flow
        columns = tuple(replace(column, limit=0) if column.per_lane else column for column in flow.columns)
        return replace(flow, columns=columns)

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        names = {NONE: self.tr("No lanes"), OWNER: self.tr("A lane an owner"), LINE: self.tr("A lane a line")}
        for i in range(self.lanes.count()):
            self.lanes.setItemText(i, names[str(self.lanes.itemData(i))])
        self._label.setText(self.tr("Lane&s"))
        self.lanes.setAccessibleName(self.tr("Lanes"))
        self.columns.name(self.tr("Columns…"), self.tr("How many actions a column may hold, and when one may come in"))
        self.board.setAccessibleName(self.tr("Actions in columns"))
        self.show_rows([*self.rows.values()], self.told)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._label.setBuddy(self.lanes)
        self.lanes.setMinimumWidth(150)
        self._label.setFixedHeight(32)
        self.tools = (self._label, self.lanes, self.columns)  # for the row of filters above it
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.board, 1)
        self.setFocusProxy(self.board)


def _on_board(action: Action, since: datetime) -> bool:
    if action.stage is Stage.DROPPED:
        return False
    return action.stage.value != EFFECTIVE or (action.ended is not None and action.ended >= since)
