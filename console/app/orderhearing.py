"""Hearing of orders: what every line says of them is told to the records, once. Main thread, never waits.

The floor remembers what was said (also over a kill, in its snapshot); here that is held against what the records have,
and only what is new to them is told. So nothing is lost, and nothing is told twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from console.app.telling import Telling
from console.domain.commands.orders import TellOrders
from console.domain.desk import ReadDesk
from console.domain.errors import Refusal
from console.domain.lines import SETTLED, LineHearing
from console.domain.orders import DONE, HOLD, NUMBER_MOST, PLANNED, RELEASED, WorkOrder, order_id
from console.domain.people import plain_text
from console.domain.rounds import Round
from console.domain.told_orders import LINE, Said, ToldOrder, hear, told

if TYPE_CHECKING:
    from console.app.console import Console

AT_ONCE = 40  # orders in one command
SHARE = 0.5  # of the lines that are looked at in one beat
MOST_NUMBERS = 20_000  # order numbers whose ids are remembered
MOST_PAST = 1_000  # orders that are not on the board, before it is looked which of them lines still speak of
A_MOMENT = timedelta(microseconds=1)
SAME = 0.001  # seconds before now: when something was said later than that, it is known when
WAY = (Said.REQUESTED, Said.ACTIVE, Said.COMPLETED)


def said_by(line: LineHearing, known: Callable[[str], WorkOrder | None], now: float) -> Iterator[ToldOrder]:
    """What a line says of its orders, of each in the order of time; `known` finds one by its number."""
    live = line.live
    for number, state in live.orders.items():
        times = line.order_times.get(number, {})
        for said in WAY:
            if said in times or said == state:
                yield _told(line, number, said, times.get(said, now), now)
            if said == state:
                break
    for number, ran in line.ran.items():
        if number in live.orders:
            continue
        yield _told(line, number, Said.ACTIVE, ran.begun, now)
        if ran.left is not None and number != live.next_order and _made(line, number, known(number)):
            yield _told(line, number, Said.COMPLETED, ran.left, now)
    if live.next_order and live.next_order not in live.orders:
        yield _told(line, live.next_order, Said.REQUESTED, now, now)


def _told(line: LineHearing, number: str, said: Said, at: float, now: float) -> ToldOrder:
    ran = line.said_of(number, now)
    return ToldOrder(number, line.live.line.id, said, datetime.fromtimestamp(at, UTC), ran.product, ran.target)


def _made(line: LineHearing, number: str, order: WorkOrder | None) -> bool:
    """Whether an order that the line has left was made in full: no machine says more of its end.

    What is not made in full stays where it is: the board says that the line runs another one.
    """
    if line.live.orders or not line.counts_pieces:
        return True  # a line that tells states, or counts nothing, has nothing more to say of it
    ordered = order.quantity if order is not None and order.quantity else line.ran[number].target
    made = line.pieces(number)
    counted = made.good + made.scrap if made is not None else 0
    return counted >= ordered if ordered else order is None or order.source == LINE


class OrderHearing:
    """One for each console."""

    def __init__(self, console: Console, telling: Telling) -> None:
        self._console, self._telling = console, telling
        self._said: dict[tuple[str, str, Said], tuple[str, int, float | None]] = {}  # given: product, quantity, time
        self._past: dict[str, WorkOrder | None] = {}  # by id: orders that are not on the board; None: there is none
        self._past_most = MOST_PAST
        self._wanted: set[str] = set()  # ids that the records are asked for
        self._asking = False
        self._seen: dict[str, tuple[object, ...]] = {}  # by line: what it said when all of it was known
        self._ids: dict[str, str] = {}  # by number; "" where it is no text
        self._round: Round[LineHearing] = Round(())
        self._all = False
        self._floor: object = None

    def forget(self) -> None:
        """Other records may be there now: everything is held against them anew."""
        self._said.clear()
        self._past.clear()
        self._seen.clear()
        self._wanted.clear()
        self._asking = False

    def changed(self, id: str) -> None:
        """A record was changed."""
        self._past.pop(id, None)

    def listen(self) -> None:
        """A line has just said something: all of them are looked at in the next beat."""
        self._all = True

    def beat(self, by_id: Mapping[str, WorkOrder], reading: int) -> None:
        """Look at some of the lines. `by_id`: the orders of the board, `reading`: how often they were read."""
        floor = self._console.floor
        if self._floor is not floor:  # another plant, or another file of it
            self._floor, self._round = floor, Round(tuple(floor.line_hearings.values()))
            self._seen.clear()
        news: list[ToldOrder] = []
        now = self._console.now()
        share, self._all = (1.0 if self._all else SHARE), False
        for line in self._round.take(share):
            key = _key(line, reading, now)
            if self._seen.get(line.live.line.id) != key:
                found, all_known = self._news(line, by_id, now)
                news += found
                if all_known:
                    self._seen[line.live.line.id] = key
        for begin in range(0, len(news), AT_ONCE):
            self._telling.give(TellOrders(tuple(news[begin : begin + AT_ONCE])))
        self._ask()

    def id_of(self, number: str) -> str:
        """The id of an order by its number; "" where that is no text."""
        found = self._ids.get(number)
        if found is None:
            if len(self._ids) > MOST_NUMBERS:
                self._ids.clear()
            try:
                plain_text(number, "number", NUMBER_MOST)
                found = order_id(number)
            except Refusal:
                found = ""
            self._ids[number] = found
        return found

    def _news(self, line: LineHearing, by_id: Mapping[str, WorkOrder], now: float) -> tuple[list[ToldOrder], bool]:
        """What the records do not know yet, and whether they could be asked about everything."""
        found: list[ToldOrder] = []
        as_told: dict[str, WorkOrder] = {}
        pushed: set[str] = set()  # orders of which something is told later than it was said
        all_known = True

        def known(number: str) -> WorkOrder | None:
            id = self.id_of(number)
            return by_id.get(id) or self._past.get(id)

        for said in said_by(line, known, now):
            id = self.id_of(said.number)
            if not id:
                continue
            before = as_told.get(id) or by_id.get(id)
            if before is None and id not in self._past:
                self._wanted.add(id)
                all_known = False
                continue
            before = before or self._past[id] or told(said, "")
            if before is None:
                continue
            if before.column in (HOLD, DONE) and said.said is not Said.COMPLETED and said.number in line.unsure:
                continue  # it was there before this console heard of it: what a line still shows does not move it
            late = _after(before, said, id in pushed)
            if late != said:
                pushed.add(id)
            after = hear(before, late)
            as_told[id] = after
            if (after != before or before.since is None) and self._new(id, said, now):
                found.append(late)
        return found, all_known

    def _new(self, id: str, said: ToldOrder, now: float) -> bool:
        """Whether it was not given before; what a line took up again later is said anew."""
        at = said.at.timestamp()
        key, what = (said.line, id, said.said), (said.product, said.target, at if at < now - SAME else None)
        if self._said.get(key) == what:
            return False
        if len(self._said) > MOST_NUMBERS:
            self._said.clear()
        self._said[key] = what
        return True

    def _ask(self) -> None:
        if self._asking or not self._wanted:
            return
        ids, self._wanted, self._asking = sorted(self._wanted)[:400], set(), True

        def read(desk: ReadDesk) -> dict[str, WorkOrder]:
            return {order.id: order for order in desk.find(WorkOrder, ("id", "in", ids))}

        def heard(found: dict[str, WorkOrder]) -> None:
            self._asking = False
            self._past.update({id: found.get(id) for id in ids})
            self._forget_past()

        def failed(_: Refusal) -> None:
            self._asking = False

        self._console.office.ask(read, heard, failed)

    def _forget_past(self) -> None:
        """Orders of which no line speaks any more are not kept: there come ever more of them."""
        if len(self._past) < self._past_most:
            return
        lines = self._console.floor.line_hearings.values()
        said = {number for line in lines for number in (*line.live.orders, *line.ran, line.live.next_order)}
        here = {self.id_of(number) for number in said}
        self._past = {id: order for id, order in self._past.items() if id in here}
        self._past_most = 2 * len(self._past) + MOST_PAST


def _after(order: WorkOrder, said: ToldOrder, pushed: bool) -> ToldOrder:
    """An order cannot have begun before somebody planned or released it here: then it begins right after that.

    What has begun already is told with its own time, so that a later move by a person stays.
    """
    if order.since is None or said.at > order.since:
        return said
    untouched = order.column == PLANNED and order.since <= order.made
    waits = order.column in (PLANNED, RELEASED) and order.started is None and said.said is not Said.REQUESTED
    return replace(said, at=order.since + A_MOMENT) if pushed or untouched or waits else said


def _key(line: LineHearing, reading: int, now: float) -> tuple[object, ...]:
    """What must differ before a line has anything new to say."""
    live = line.live
    settled = line.order_start is not None and now - line.order_start >= SETTLED
    states = tuple(live.orders.items())
    return reading, live.order, live.next_order, settled, live.product, live.target, states


__all__ = ["OrderHearing", "said_by"]
