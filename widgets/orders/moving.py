"""Moves of orders as somebody asks for them: given to the records, asked for what they want, taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer

from console.domain.commands import Command
from console.domain.commands.orders import BlockOrder, LiftOrder, MoveOrder, RankOrder, UndoMove
from console.domain.errors import Refusal
from console.domain.events import CommandRefused
from console.domain.order_refusals import MoveOver
from console.domain.order_steps import UNDO_WITHIN
from console.domain.orders import DONE, WorkOrder
from widgets.attachments.later import while_there
from widgets.cardflow.asking import ReasonForm
from widgets.cardflow.board import CardBoard
from widgets.orders.moveasking import MoveAsking, wants
from widgets.people.signing import ask_for, why_not
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

SETTLE_MS = 2000  # after which a card that was put where it lay is no longer waited for


@dataclass(frozen=True, slots=True)
class Moved:
    """One's own move, to be taken back."""

    order: str
    who: str
    at: float  # seconds UTC


class Mover(QObject):
    """Answers a board; `board.move_asked`, `block_asked` and `undo_asked` lead here."""

    def __init__(self, console: Console, board: CardBoard) -> None:
        super().__init__(board)
        self._console, self._board = console, board
        self._made: list[Moved] = []
        self.confirm: Callable[[WorkOrder], object] = lambda order: None  # ask for its output; the page knows how
        self._asking = MoveAsking(console, board, lambda order: self.confirm(order))
        board.move_asked.connect(self.move)
        board.block_asked.connect(self.block)
        board.undo_asked.connect(self.undo)
        self._stop = console.on(CommandRefused, self._refused_later)
        self.destroyed.connect(lambda _=None, stop=self._stop: stop())

    @property
    def form(self) -> ReasonForm | None:
        """What is being asked."""
        return self._asking.form

    # Moves

    def move(self, id: str, column: str, before: str) -> None:
        """Somebody put a card there."""
        order = self._order(id)
        if order is None:
            self._board.settle(id)
            return
        rank = column == order.column
        if rank and column == DONE:
            self._board.refuse(id, self.tr("What is done lies in the order in which it was finished."))
            return
        kind: type[Command] = RankOrder if rank else MoveOrder
        if self._console.session.person is None:
            self._board.settle(id)
            ask_for(self._board, kind, while_there(self._board, partial(self._board.ask_move, id, column, before)))
            return
        if why := why_not(self._console, kind, place=order.line):
            self._board.refuse(id, why)
            return
        if rank:
            self._give(order, RankOrder(id, order.line, before))
            return
        command = MoveOrder(id, order.line, order.column, column, before=before)
        if code := wants(self._board.deck.flow, order, column):
            self._back_if_left(self._asking.move(order, command, code, partial(self._give, order)), id)
        else:
            self._give(order, command)

    def block(self, id: str) -> None:
        """Ask why it cannot go on; lift it where it is blocked."""
        order = self._order(id)
        if order is None:
            return
        kind: type[Command] = LiftOrder if order.blocked else BlockOrder
        if self._console.session.person is None:
            ask_for(self._board, kind, while_there(self._board, partial(self.block, id)))
        elif why := why_not(self._console, kind, place=order.line):
            self._board.refuse(id, why)
        elif order.blocked:
            self._give(order, LiftOrder(id, order.line))
        else:
            self._asking.block(order, lambda why: self._give(order, BlockOrder(id, order.line, why)))

    def undo(self) -> None:
        """Take back the last move that whoever is signed in made here, as long as it can be."""
        now, person = self._console.now(), self._console.session.person
        if person is None:
            ask_for(self._board, UndoMove, while_there(self._board, self.undo))
            return
        own = [one for one in self._made if one.who == person.id and now - one.at <= UNDO_WITHIN.total_seconds()]
        order = self._order(own[-1].order) if own else None
        if order is None:
            self.say(words_of(MoveOver()))
            return
        self._made.remove(own[-1])
        self._give(order, UndoMove(order.id, order.line))

    def say(self, words: str) -> None:
        """Say something on the board."""
        here = self._board.at if self._board.at in self._board.plan.places else ""
        if here:
            self._board.dropped.pop(here, None)
            self._board.refuse(here, words)
        elif self._board.plan.places:
            first = next(iter(self._board.plan.places))
            self._board.dropped[first] = QPoint(20, 60)
            self._board.refuse(first, words)

    # What comes of them

    def _give(self, order: WorkOrder, command: Command) -> None:
        refused = while_there(self._board, partial(self._refused, order, command))
        done = while_there(self._board, partial(self._done, order.id, command))
        self._console.office.do(command, done, refused)

    def _done(self, id: str, command: Command, result: object) -> None:
        person = self._console.session.person
        if isinstance(command, MoveOrder | RankOrder) and person is not None:
            self._made = [*self._made[-20:], Moved(id, person.id, self._console.now())]
        self._board.dropped.pop(id, None)
        QTimer.singleShot(SETTLE_MS, self, lambda: self._settle(id))

    def _settle(self, id: str) -> None:
        if id in self._board.deck.asked:
            self._board.settle(id)

    def _refused(self, order: WorkOrder, command: Command, refusal: Refusal) -> None:
        asked = None
        if isinstance(command, MoveOrder):
            asked = self._asking.again(order, command, refusal, partial(self._give, order))
        if asked is not None:
            self._back_if_left(asked, order.id)
        else:
            self._board.refuse(order.id, words_of(refusal))

    def _back_if_left(self, form: ReasonForm, id: str) -> None:
        """The card goes back when nobody gives a reason."""
        form.rejected.connect(lambda: self._board.settle(id))

    def _refused_later(self, event: CommandRefused) -> None:
        """The shared database held something else: say it on the card, wherever that lies now."""
        facts = event.refusal.facts if isinstance(event.refusal, Refusal) else {}
        id = next((str(facts[name]) for name in ("card", "order", "id") if name in facts), "")
        if event.later and id in self._board.deck.faces and event.command in (MoveOrder.__name__, RankOrder.__name__):
            self._board.dropped.pop(id, None)
            words = self.tr("{order} goes back: somebody at another console was first. {why}")
            number = self._board.deck.faces[id].title
            self._board.refuse(id, words.format(order=number, why=words_of(event.refusal)))

    def _order(self, id: str) -> WorkOrder | None:
        service = self._console.orders
        return service.by_id.get(id) if service is not None else None
