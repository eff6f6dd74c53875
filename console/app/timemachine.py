"""The time machine: the board at any minute of the past, lived through on a thread of its own. It changes nothing.

What is asked for last counts. A step forward goes on from where the board stands; for a jump the nearest copy before it
is taken, of which a few are kept ten minutes apart, else the shift is lived through from its beginning.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from console.app.pastboard import PastBoard
from console.app.pastfacts import Facts, NoPast, own_plant
from console.app.recorded import Span
from console.domain.floor import Floor
from console.domain.plant import Plant

if TYPE_CHECKING:
    from console.app.console import Console

log = logging.getLogger(__name__)
COPY_EVERY = 600.0  # seconds of the past between two kept copies
NEAR = 3 * 3600.0  # seconds before a jump within which a kept copy is worth more than the present board
TELL_EVERY = 0.1  # seconds between two tellings of progress
ROOM = 4000  # stations that all kept copies together may have
FEWEST, MOST = 4, 60  # copies
EDGE = 0.001  # seconds: what was heard in the millisecond that is asked for counts


@dataclass(frozen=True, slots=True)
class Moment:
    """The board as it was. The floor belongs to whoever asked for it, and hears nothing."""

    at: float  # seconds UTC
    floor: Floor
    plant: Plant
    gap: Span | None = None  # nobody listened then
    first: float | None = None  # since when something is kept
    new: tuple[str, ...] = ()  # lines that this console did not watch yet, and stations it had heard nothing of


@dataclass(frozen=True, slots=True)
class Missing:
    """Why nothing can be shown: "" = nothing is kept of that time, "away" = the history cannot be read."""

    why: str = ""
    first: float | None = None  # since when something is kept, seconds UTC; None: nothing is at all
    detail: str = ""


class Replaced(Exception):
    """Somebody asked for another time meanwhile."""


@dataclass(slots=True)
class _Asked:
    at: float
    facts: Facts
    answer: Callable[[Moment], None]
    told: Callable[[float], None]
    missing: Callable[[Missing], None]
    since: float = field(default_factory=time.monotonic)


class TimeMachine:
    """One for each console. Main thread only, except where a method says so; answers come on the main thread."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._there = threading.Condition()
        self._asked: _Asked | None = None
        self._doing: _Asked | None = None
        self._thread: threading.Thread | None = None
        self._closed = self._forget = False
        self._plant: tuple[Plant, int, Plant] | None = None  # as the console has it, its signals, our own
        self._own: Plant | None = None  # the worker's: what board and copies are of
        self._board: PastBoard | None = None  # the worker's
        self._copies: OrderedDict[float, Callable[[], PastBoard]] = (
            OrderedDict()
        )  # the worker's, the one used last at the end

    @property
    def busy(self) -> bool:
        """Whether something was asked for that is not answered."""
        return self._asked is not None or self._doing is not None

    def show(
        self,
        at: float,
        answer: Callable[[Moment], None],
        told: Callable[[float], None] = lambda share: None,
        missing: Callable[[Missing], None] = lambda why: None,
    ) -> None:
        """Ask for the board at a time instead of what was asked for before; `told` hears the share that is done."""
        history = self._console.history
        if history is None:
            self._console.mailbox.call(lambda: missing(Missing("away")))
            return
        seen = {id: line.first_seen for id, line in self._console.floor.line_hearings.items() if line.first_seen}
        facts = Facts(history, self._our_plant(), seen, self._console.away, self._console.now)
        with self._there:
            if self._closed:
                return
            self._asked = _Asked(min(at, self._console.now()) + EDGE, facts, answer, told, missing)
            self._there.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="time machine", daemon=True)
            self._thread.start()

    def rest(self) -> None:
        """Nobody looks any more: stop, and give the memory back."""
        with self._there:
            self._asked, self._doing, self._forget = None, None, True
            self._there.notify()

    def close(self) -> None:
        """End; what was asked for is not answered."""
        with self._there:
            self._closed = True
            self._asked = self._doing = None
            self._there.notify()
        if self._thread is not None:
            self._thread.join(5.0)

    def _our_plant(self) -> Plant:
        plant = self._console.floor.plant
        key = (plant, len(plant.signals))
        if self._plant is None or self._plant[0] is not key[0] or self._plant[1] != key[1]:
            self._plant = (*key, own_plant(plant))
        return self._plant[2]

    # On its own thread

    def _run(self) -> None:
        while True:
            with self._there:
                while self._asked is None and not self._closed and not self._forget:
                    self._there.wait()
                if self._closed:
                    return
                if self._forget:
                    self._forget, self._board = False, None
                    self._copies.clear()
                    continue
                asked, self._asked = self._asked, None
                self._doing = asked
            assert asked is not None
            self._do(asked)

    def _do(self, asked: _Asked) -> None:
        try:
            moment = self._moment(asked)
        except Replaced:
            return
        except NoPast as none:
            self._tell(asked, partial(asked.missing, Missing("", none.first)))
        except Exception as error:  # a disk, or a file that is damaged: the screen says so
            self._board = None
            if not self._closed:
                log.warning("The past of the board could not be read: %s", error)
            self._tell(asked, partial(asked.missing, Missing("away", None, str(error))))
        else:
            self._tell(asked, partial(asked.answer, moment))

    def _moment(self, asked: _Asked) -> Moment:
        facts = asked.facts
        if facts.plant is not self._own:
            self._own, self._board = facts.plant, None
            self._copies.clear()
        board = self._board = self._nearest(asked)
        begun = board.at
        while board.at < asked.at:
            mark = (board.at // COPY_EVERY + 1) * COPY_EVERY
            board.go(min(asked.at, mark), self._go_on(asked, begun))
            if board.at == mark:
                self._keep(mark, board)
        new = [id for id, seen in facts.first_seen.items() if seen > asked.at]
        if board.gap is None:
            new += [id for id, hearing in board.floor.hearings.items() if not hearing.told.heard]
        return Moment(
            asked.at - EDGE, board.shown(asked.at - EDGE), facts.plant, board.gap, facts.memory.first(), tuple(new)
        )

    def _nearest(self, asked: _Asked) -> PastBoard:
        """The board that has the shortest way to go: the one there is, a copy, or a new one."""
        at, board = asked.at, self._board
        kept = max((mark for mark in self._copies if at - NEAR <= mark <= at), default=None)
        if board is not None and board.at <= at and board.at >= (kept if kept is not None else at - NEAR):
            return board
        if kept is not None:
            self._copies.move_to_end(kept)
            return self._copies[kept]()
        self._board = None
        return PastBoard(asked.facts, at, self._begun(asked))

    def _keep(self, mark: float, board: PastBoard) -> None:
        self._copies[mark] = board.put_aside()
        self._copies.move_to_end(mark)
        most = max(FEWEST, min(MOST, ROOM // max(1, len(board.floor.stations))))
        while len(self._copies) > most:
            self._copies.popitem(last=False)

    def _begun(self, asked: _Asked) -> Callable[[float], None]:
        """A beginning also serves who asks for a later time meanwhile."""

        def go_on(at: float) -> None:
            newer = self._asked
            if self._doing is not asked or self._closed or (newer is not None and newer.at < asked.at):
                raise Replaced

        return go_on

    def _go_on(self, asked: _Asked, begun: float) -> Callable[[float], None]:
        """Tells now and then how far it is, and ends the work when another time is asked for."""
        next_telling = 0.0

        def go_on(at: float) -> None:
            nonlocal next_telling
            if self._doing is not asked or self._asked is not None or self._closed:
                raise Replaced
            now = time.monotonic()
            if now >= next_telling:
                next_telling = now + TELL_EVERY
                share = min(1.0, max(0.0, (at - begun) / max(1.0, asked.at - begun)))
                self._console.mailbox.call(lambda: asked.told(share) if self._doing is asked else None)

        return go_on

    def _tell(self, asked: _Asked, what: Callable[[], None]) -> None:
        def back() -> None:
            if self._doing is asked and self._asked is None:
                self._doing = None
                what()

        self._console.mailbox.call(back)


__all__ = ["Missing", "Moment", "TimeMachine"]
