"""A board of the past: a floor of its own that lives through what the history kept, forward and never back.

It begins a while before the shift that is looked at, with what was known by then: the last value of every signal, the
counts since the running order began, and when the lines were first watched. From there it hears every reading but those
of tags that nothing depends on; of these it hears only that somebody spoke. Where nobody listened it knows nothing.
"""

from __future__ import annotations

import heapq
import time
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import TYPE_CHECKING

from console.app.floorcopies import FloorCopies
from console.app.pastfacts import BACK, Facts, Item, NoPast, OwnSignals, edges, needed, shift_begins
from console.app.recorded import Span
from console.domain.floor import Floor
from console.domain.readings import Reading, Role
from console.domain.snapshot import all_snapshots, restore

if TYPE_CHECKING:
    pass

AGE = 5.0  # seconds in which every station is judged once; its states begin when they began all the same
BIG = 200  # stations from which on they are judged more seldom
COUNT = 30.0  # seconds between two marks of an order's pieces
WARM = 900.0  # seconds before the shift in which the stations are heard already
ORDER_BACK = 3 * 86400.0  # and for the beginning of an order
CHUNK = 200  # readings after which other threads have their turn
SHORT = 2.0  # seconds; a shorter pause of the recording is none
COUNTING = frozenset({Role.GOOD, Role.SCRAP, Role.REWORK, Role.ORDER, Role.ORDER_STATE, Role.PRODUCT, Role.TARGET})
ORDERING = frozenset({Role.ORDER, Role.ORDER_STATE})
ONCE = frozenset({Role.QUALITY, Role.CYCLE})  # what the last one said before does not hold on

OF_ONE = frozenset({"floor", "_before", "_items", "_next", "_gaps"})  # what two boards must not share

GoOn = Callable[[float], None]  # called with the time that is reached; raises what shall end the work


class PastBoard:
    """Belongs to one thread. `at` is the time that is reached: everything heard before it was taken."""

    def __init__(self, facts: Facts, wanted: float, go_on: GoOn = lambda at: None) -> None:
        """Begin early enough for the board at `wanted`; NoPast where nothing is kept from before."""
        first = facts.memory.first()
        if first is None or wanted < first:
            raise NoPast(first)
        self._facts = facts
        self.gap: Span | None = None  # in which `at` lies: nobody listened
        self._before: Floor | None = None  # the floor when the gap began
        self._copies = FloorCopies(facts.plant)
        self._signals = OwnSignals(facts.plant)
        self._needed, self._groups = needed(facts)
        self._items: Iterator[Item] = iter(())
        self._next: Item | None = None
        self._gaps: list[Span] = []
        self._read_until = 0.0
        self._since_rest = 0
        self._age = AGE * max(1.0, len(tuple(facts.plant.stations())) / BIG)
        self._due = self._mark = 0.0
        self._edges: list[float] = []
        self._begin(first, wanted, go_on)

    def put_aside(self) -> Callable[[], PastBoard]:
        """What makes this board at this time once more, to go its own way; until then it is bytes."""
        kept = self._copies.put_aside(self.floor, self._before)
        rest = {name: value for name, value in vars(self).items() if name not in OF_ONE}

        def again() -> PastBoard:
            made = object.__new__(PastBoard)
            floor, before = self._copies.again(kept)
            vars(made).update(rest, floor=floor, _before=before, _items=iter(()), _next=None, _gaps=[], _read_until=0.0)
            return made

        return again

    def go(self, until: float, go_on: GoOn = lambda at: None) -> None:
        """Live on until a time, not before `at`."""
        while self.at < until:
            if until > self._read_until:
                self._open(until)
            gap = next((gap for gap in self._gaps if gap.end > self.at), None)
            if gap is None or gap.start >= until:
                self._live(until, go_on)
            elif self.at < gap.start:
                self._live(gap.start, go_on)
            elif gap.end > until:
                self._wait(gap, until)
            else:
                self._come_back(gap)
                go_on(self.at)

    def shown(self, now: float) -> Floor:
        """The floor with every figure brought up to `now`, which is about `at`; it is the receiver's own."""
        floor = self._copies.one_more(self.floor)
        floor.age(now)
        for line in floor.line_hearings.values():
            line.bottleneck_at = -1e18
        floor.refresh(now)
        return floor

    # Beginning

    def _begin(self, first: float, wanted: float, go_on: GoOn) -> None:
        facts = self._facts
        warm = max(shift_begins(facts.plant, wanted) - WARM, first)
        order = self._order_begins(warm, first) if warm > first else warm
        watched = min([first, *facts.first_seen.values()])
        self.floor = Floor(facts.plant, max(min(order, warm) - BACK, watched))
        for id, line in self.floor.line_hearings.items():
            line.first_seen = facts.first_seen.get(id, watched)
        self.at = order
        self.floor.age(order)
        if warm > first:
            self._count_from(order, warm, go_on)
            self._seed(warm)
        self.at = self._due = self._mark = warm
        self._judge_from(warm)

    def _order_begins(self, warm: float, first: float) -> float:
        """When the oldest of the orders began that run when the warming up begins."""
        begins = [warm]
        for signal in self._facts.memory.signals():
            if signal.role in ORDERING and signal.id in self._needed:
                held = self._facts.memory.states(signal.id, max(first, warm - ORDER_BACK), warm)
                told = [state for state in held if state.value is not None]
                if told and told[-1].value != "":
                    begins.append(told[-1].since)
        return max(min(begins) - 1.0, first, warm - ORDER_BACK)

    def _count_from(self, start: float, end: float, go_on: GoOn) -> None:
        """Take orders and counts of a time whose states are not wanted."""
        memory = self._facts.memory
        ids = [id for id, signal in self._needed.items() if signal.role in COUNTING]
        self._take_all(self._last_of(ids, start))
        for reading in memory.replay(start, end, ids):
            self._take(reading.heard_at, reading)
            if reading.heard_at >= self._mark:
                self._mark = reading.heard_at + COUNT
                self._count(reading.heard_at)
                go_on(self.at)
        self._count(end)

    def _seed(self, warm: float) -> None:
        """Tell what was said last before the warming up, as if it had been heard then: who is silent shows soon."""
        ids = [id for id, signal in self._needed.items() if signal.role not in COUNTING]
        self._take_all(self._last_of(ids, warm))
        for place, hearing in self.floor.hearings.items():
            told = hearing.told
            if told.live_at is not None:
                told.live_at = hearing.live.last_heard = max(told.live_at, warm)
            if told.state is None:
                continue
            for state in reversed(self._facts.memory.states(f"{place}/{Role.STATE.value}", warm - BACK, warm)):
                if state.value is not None:
                    told.at = min(told.at, state.since) if state.value == told.state else told.at
                    break

    def _judge_from(self, at: float) -> None:
        for hearing in self.floor.hearings.values():
            hearing.stale = True
        self.floor.settle(at)

    def _last_of(self, ids: Iterable[str], before: float) -> list[Reading]:
        found = []
        for id in ids:
            signal = self._needed[id]
            if signal.role in ONCE or signal.pulse:
                continue
            last = self._facts.memory.last(id, before)
            if last is not None:
                found.append(last)
        return sorted(found, key=lambda reading: reading.heard_at)

    def _take_all(self, readings: Iterable[Reading]) -> None:
        self.floor.observe([self._own(reading) for reading in readings])

    # Living

    def _open(self, until: float) -> None:
        """Read from here on as far as is known by now."""
        memory, now = self._facts.memory, self._facts.now()
        memory.flush(5.0)
        self._read_until = max(until, min(now - 120.0, until + 86400.0))
        window = memory.window("", self.at, self._read_until).gaps.tolist()
        self._gaps = [Span(*gap) for gap in window if gap[1] - gap[0] > SHORT]
        if self.gap is not None and self._gaps and self._gaps[0].start <= self.at:
            self._gaps[0] = Span(self.gap.start, self._gaps[0].end)
        readings = ((r.heard_at, r) for r in memory.replay(self.at, self._read_until, list(self._needed)))
        pulses = memory.pulses(self.at, self._read_until, self._groups)
        self._items = heapq.merge(readings, pulses, key=itemgetter(0))
        self._next = next(self._items, None)

    def _live(self, until: float, go_on: GoOn) -> None:
        self._plan(until)
        while True:
            item = self._next
            heard = item[0] if item is not None else until
            if min(heard, until) >= self._due:
                self._look(self._due, until)
                go_on(self.at)
            elif item is None or heard >= until:
                break
            else:
                self._take(heard, item[1])
                self._next = next(self._items, None)
        self.at = until
        self.gap, self._before = None, None

    def _take(self, at: float, item: Reading | str) -> None:
        if isinstance(item, str):
            hearing = self.floor.hearings.get(item)
            if hearing is not None:
                hearing.told.heard = True
                hearing.alive(at)
        else:
            self.floor.observe((self._own(item),))
            hearing = self.floor.hearings.get(item.signal.place)
            if item.signal.role in ORDERING:
                self._count(at)
        if hearing is not None and hearing.stale:
            hearing.judge(max(at, self.at), max(at, self.at))
        self._since_rest += 1
        if self._since_rest >= CHUNK:
            self._since_rest = 0
            time.sleep(0)

    def _look(self, at: float, until: float) -> None:
        """What the console does regularly: shifts begin and end, silences are noticed, pieces of orders are noted."""
        self.at = at
        self.floor.age(at)
        self.floor.note_waiting()
        if at >= self._mark:
            self._mark = at + COUNT
            self._count(at)
        self._plan(until)

    def _plan(self, until: float) -> None:
        """The next look is at the next round, and where a shift or a break begins or ends."""
        if not self._edges or self._edges[-1] < until:
            self._edges = edges(self._facts.plant, self.at, max(until, self.at + 43200.0))
        edge = next((edge for edge in self._edges if edge > self.at), None)
        due = self.at + self._age
        self._due = due if edge is None else min(due, edge)

    def _count(self, at: float) -> None:
        for line in self.floor.line_hearings.values():
            line.count(at)

    # Nobody listened

    def _wait(self, gap: Span, until: float) -> None:
        """In a gap nothing is known: the floor is the one that a console shows that was off since then."""
        if self._before is None:
            self._before = self.floor
        self.floor = self._off(gap.start, until)
        self.at, self.gap = until, gap

    def _come_back(self, gap: Span) -> None:
        """It is heard again. A console that was off goes on from what it kept; one that was cut off just went on."""
        before = self._before or self.floor
        off = any(since < gap.end and until > gap.start for since, until in self._facts.away(gap.start, gap.end))
        if off:
            self._before = before
            self.floor = self._off(gap.start, gap.end)
        else:
            self.floor = before
            self.floor.age(gap.end)
        self.at, self.gap, self._before = gap.end, None, None

    def _off(self, since: float, until: float) -> Floor:
        old = self._before or self.floor
        floor = Floor(self._facts.plant, until)
        segments = {place: list(live.ribbon.closed) for place, live in old.stations.items()}
        restore(floor, segments, {place: (since, state) for place, state in all_snapshots(old)}, until)
        for id, line in floor.line_hearings.items():
            line.feeds |= old.line_hearings[id].feeds
        for id, hearing in floor.hearings.items():
            hearing.counts_good |= old.hearings[id].counts_good
        floor.age(until)
        return floor

    def _own(self, reading: Reading) -> Reading:
        return reading._replace(signal=self._signals.known(reading.signal))
