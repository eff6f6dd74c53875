"""Lines: what follows for a whole line from its stations. Order, plan, forecast, OEE, bottleneck, losses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from console.domain.bottleneck import StationFacts, bottleneck
from console.domain.cells import Told, shift_sums
from console.domain.clocks import TOLERANCE, better_time
from console.domain.counters import ORDINARY, Counter
from console.domain.events import OrderMoved
from console.domain.feeds import Hearing, claimed_share, text_of
from console.domain.live import LineLive
from console.domain.losses import Loss, Source, losses
from console.domain.oee import Account, account
from console.domain.order_counts import OrderCounts, Pieces, together
from console.domain.progress import Order, Progress, progress
from console.domain.readings import Reading, Role
from console.domain.shifts import Calendar, Shift
from console.domain.stations import LossKind

MOST_ORDERS = 200  # orders of the wire remembered for a line
MOST_TIMES = 40  # of these with the times of what was said of them
SETTLED = 4.0  # seconds after which what a line says of product and quantity belongs to its order
BOTTLENECK_EVERY = 10.0  # seconds; it changes slowly and costs tens of milliseconds late in a shift
COUNT_EVERY = 30.0  # seconds between two marks of the order's count
ORDER_ROLES = frozenset({Role.ORDER, Role.ORDER_STATE})


@dataclass(slots=True)
class Ran:
    """An order that the line had: what it said of it, and from when to when. Times are seconds UTC."""

    begun: float
    left: float | None = None
    product: str = ""
    target: int = 0

    def kept(self) -> list[Any]:
        """In plain types (JSON)."""
        return [self.begun, self.left, self.product, self.target]


@dataclass(slots=True)
class LineHearing:
    """One line's ear and the bookkeeping of its running order."""

    live: LineLive
    calendar: Calendar
    stations: list[Hearing]
    counters: dict[str, Counter] = field(default_factory=dict)
    order_start: float | None = None
    order_good: int = 0  # from line-level counters
    order_scrap: int = 0
    order_before: int = 0  # good pieces of the order from before it was interrupted
    shift_good: int = 0
    shift_scrap: int = 0
    orders: OrderCounts = field(default_factory=OrderCounts)  # from line-level counters
    order_times: dict[str, dict[str, float]] = field(default_factory=dict)  # by order and state: since when
    ran: dict[str, Ran] = field(default_factory=dict)  # orders that the line had, the last one last
    product_at: float = 0.0  # when it was heard last
    target_at: float = 0.0
    unsure: set[str] = field(default_factory=set)  # orders of which nobody knows here since when the line has them
    told_at: float | None = None  # when it said anything of orders first
    order_told: bool = False  # the line said which order it has, or that it has none
    assigned: str = ""  # the order that people run here, where no machine tells any
    near: bool = False  # the clock of whoever tells of orders was seen to go right
    counts: list[tuple[float, int]] = field(default_factory=list)  # (time, good of the order)
    feeds: frozenset[Role] = frozenset()  # roles that line-level signals play
    bottleneck_at: float = -1e18  # when it was last looked for
    first_seen: float | None = None  # when the console watched this line for the first time ever
    target: int | None = None
    product: str = ""
    events: list[object] = field(default_factory=list)
    progress: Progress = field(default_factory=Progress)

    def take(self, reading: Reading) -> None:
        """Let the line know."""
        role, value = reading.signal.role, reading.value
        if role in (Role.GOOD, Role.SCRAP):
            self._count(reading)
        elif role is Role.ORDER:
            self._order(text_of(reading), reading.heard_at, self._sure(reading))
        elif role is Role.ORDER_STATE:
            self._order_state(reading, self._sure(reading))
        elif role is Role.PRODUCT:
            self.product, self.product_at = text_of(reading), reading.heard_at
        elif role is Role.TARGET and isinstance(value, int | float) and 0 <= value < 1e9:
            self.target, self.target_at = int(value) or None, reading.heard_at
        elif role is Role.OEE and (share := claimed_share(value)) is not None:
            self.live.claimed_oee = share

    def _count(self, reading: Reading) -> None:
        signal = reading.signal
        pace = self.live.line.pace_station
        blank = Counter.for_signal(signal.pulse, signal.rollover, pace.ideal_cycle if pace else None)
        counter = self.counters.get(signal.id, blank)
        step = counter.observe(reading.value, reading.heard_at, reading.source_time, self.live.order, reading.retained)
        self.counters[signal.id] = step.counter
        if step.note not in ORDINARY:
            self.live.notes[signal.id] = step.note
        if signal.role is Role.GOOD:
            self.order_good += step.delta
            self.shift_good += step.delta
            good, scrap = step.delta, 0
        else:
            self.order_scrap += step.delta
            self.shift_scrap += step.delta
            good, scrap = 0, step.delta
        if step.delta:
            self.orders.add(self.order_now(), reading.heard_at, good, scrap)

    # Orders

    def _leave(self, at: float) -> None:
        """The order that the line had is not its order any more."""
        known = self.ran.get(self.live.order)
        if known is not None:
            said = self.said_of(self.live.order, at)
            known.left, known.product, known.target = at, said.product, said.target

    def said_of(self, order: str, now: float) -> Ran:
        """What the line said of an order that it has or had; what it said before that belongs to the one before."""
        live, known = self.live, self.ran.get(order)
        if known is None:
            return Ran(now)
        if order != live.order:
            return known
        settled = now - known.begun >= SETTLED
        product, target = self.product or live.product, self.target
        if not (settled or (self.product and self.product_at >= known.begun)):
            product = ""
        if target is not None and not (settled or self.target_at >= known.begun):
            target = 0
        elif target is None:
            target = live.line.target
        return Ran(known.begun, None, product or known.product, target or known.target)

    @property
    def tells_orders(self) -> bool:
        """Whether any machine of the line tells which order it has."""
        return bool(self.feeds & ORDER_ROLES) or any(h.order_told or h.live.order for h in self.stations)

    @property
    def counts_pieces(self) -> bool:
        """Whether anybody tells good pieces of the line."""
        return Role.GOOD in self.feeds or any(hearing.counts_good for hearing in self.stations)

    def order_now(self) -> str:
        """The order that a piece belongs to which the line counts now; "" where none is known."""
        if self.feeds & ORDER_ROLES:
            return self.live.order
        known = next((hearing.live.order for hearing in reversed(self.stations) if hearing.live.order), "")
        return known or (self.assigned if not self.tells_orders else "")

    def pieces(self, order: str) -> Pieces | None:
        """What was counted here for an order since it was first seen; None where nobody counted any for it."""
        last = self._last_counting()
        good = (self.orders if Role.GOOD in self.feeds else last.orders if last else self.orders).get(order)
        feeds_scrap = Role.SCRAP in self.feeds
        scraps = [self.orders.get(order)] if feeds_scrap else [h.orders.get(order) for h in self.stations]
        if good is None and not any(scraps):
            is_here = self.counts_pieces and order.casefold() == self.order_now().casefold()
            return Pieces() if is_here else None
        return together(good, scraps)

    def known_orders(self) -> set[str]:
        """Every order that anything was counted for here, in small letters."""
        return set(self.orders.book).union(*(hearing.orders.book for hearing in self.stations))

    def close_order(self, order: str, at: float) -> None:
        """The records say that an order was done then, seconds UTC."""
        for known in (self.orders.get(order), *(hearing.orders.get(order) for hearing in self.stations)):
            if known is not None:
                known.close(at)

    def active_orders(self) -> list[str]:
        """The orders that the line works on as it says itself, the first one first."""
        orders = self.live.orders
        told = [order for order, state in orders.items() if state == "active"]
        current = self.live.order or (self.order_now() if self.tells_orders else "")
        return list(dict.fromkeys([current, *told])) if current and orders.get(current) != "completed" else told

    def _sure(self, reading: Reading) -> bool:
        """Whether what is said of an order begins now: it is no snapshot, and not the first word of the line."""
        self.order_told = True
        if self.told_at is None:
            self.told_at = reading.heard_at
        return not reading.retained and reading.heard_at > self.told_at

    def _order(self, order: str, at: float, sure: bool = True) -> None:
        if order == self.live.order:
            return
        self._leave(at)
        self.live.order = order
        self.order_start = at if order else None
        if order:
            (self.unsure.discard if sure else self.unsure.add)(order)
            before = self.ran.pop(order, None)
            self.ran[order] = Ran(at, None, before.product, before.target) if before is not None else Ran(at)
            while len(self.ran) > MOST_TIMES:
                del self.ran[next(iter(self.ran))]
            self.unsure &= self.ran.keys() | self.live.orders.keys()
        self.order_good = self.order_scrap = 0
        if self.feeds & {Role.ORDER, Role.ORDER_STATE}:
            for hearing in self.stations:  # those that are told of the order themselves begin when they are
                if not hearing.live.order:
                    hearing.order_good = hearing.order_scrap = 0
        self.counts.clear()

    def _order_state(self, reading: Reading, sure: bool) -> None:
        order, state = reading.key, str(reading.value)
        orders = self.live.orders
        if not order or orders.get(order) == state or (state == "requested" and order in orders):
            return
        if orders.get(order) == "completed":
            return  # an order that was completed does not come back by a late repeat
        (self.unsure.discard if sure else self.unsure.add)(order)
        orders[order] = state
        at = self._when(reading)
        self.order_times.setdefault(order, {})[state] = at
        while len(self.order_times) > MOST_TIMES:
            gone = self._first_over(self.order_times)
            del self.order_times[gone]
            if orders.get(gone) != "completed":
                self.unsure.add(gone)
        while len(orders) > MOST_ORDERS:
            gone = self._first_over(orders)
            del orders[gone]
            self.unsure.discard(gone)
        if not reading.retained:
            self.events.append(OrderMoved(self.live.line.id, order, state, at))
        if Role.ORDER not in self.feeds:
            active = [key for key, value in orders.items() if value == "active"]
            self._order(active[0] if active else "", reading.heard_at, bool(active) and active[0] not in self.unsure)

    def _first_over(self, among: Iterable[str]) -> str:
        """What may be forgotten first: the oldest that is over, then that is only requested; what runs goes last."""
        order = {"completed": 0, "requested": 1}
        return min(among, key=lambda one: order.get(self.live.orders.get(one, "completed"), 2))

    def _when(self, reading: Reading) -> float:
        """When it happened: as its sender says, once that one's clock was seen to go right."""
        source, heard = reading.source_time, reading.heard_at
        if source is not None and not reading.retained and abs(heard - source) <= TOLERANCE:
            self.near = True
        return better_time(source, heard, 0.0 if self.near else None)[0]

    def new_shift(self) -> None:
        """Counts of the shift start again."""
        self.shift_good = self.shift_scrap = 0
        self.orders.new_shift()

    def refresh(self, now: float, shift: Shift | None) -> None:
        """Bring everything that follows from the stations up to date."""
        live = self.live
        live.shift = shift
        self.count(now)
        self._progress(now, shift)
        window = self.window(shift)
        live.account = self.account(window, now) if window else None
        self._bottleneck(window, now)
        pace = self._pace()
        if Role.OEE not in self.feeds and pace is not None:
            live.claimed_oee = pace.live.claimed_oee

    def count(self, now: float) -> None:
        """Bring order, product and pieces up to date; what else `refresh` does takes longer, the later in a shift."""
        self._from_stations(now)
        self.live.target = self.target or self.live.line.target
        self._pieces(now)

    def window(self, shift: Shift | None) -> Shift | None:
        """The shift as far as it can be accounted for: not before the console first watched this line."""
        if shift is None:
            return None
        if self.first_seen is not None and shift.start < self.first_seen < shift.end:
            breaks = tuple((max(a, self.first_seen), b, name) for a, b, name in shift.breaks if b > self.first_seen)
            return replace(shift, start=self.first_seen, breaks=breaks)
        return shift

    def account(self, shift: Shift, now: float) -> Account | None:
        """OEE of the line: time and pieces of its pace station, scrap of the whole line."""
        pace = self._pace()
        if pace is None:
            return None
        segments = pace.live.ribbon.touching(shift.start, shift.end)
        scrap = self._shift_scrap()
        total = pace.live.good + pace.live.scrap
        if not (pace.counts_good or pace.live.good):  # nobody counts there: what the line counts
            total = self._shift_good() + scrap
        good = max(0, total - max(scrap, pace.live.scrap))
        return account(segments, shift, now, pace.live.station.ideal_cycle, total, good, self.live.line.micro_stop)

    def losses(self, now: float) -> list[Loss]:
        """Losses of the pace station this shift: these are the line's lost minutes."""
        window, pace = self.window(self.live.shift), self._pace()
        if window is None or pace is None:
            return []
        segments = tuple(pace.live.ribbon.touching(window.start, window.end))
        line = self.live.line
        source = Source(line.id, pace.live.station.id, segments, window, line.micro_stop, self.live.account)
        return losses([source], now)

    def totals(self, now: float) -> dict[str, Any]:
        """What is kept of a shift after it has ended."""
        told = self.live.account
        return {
            "good": self._shift_good(),
            "scrap": self._shift_scrap(),
            "planned": told.planned if told else None,
            "run": told.run if told else None,
            "oee": told.oee if told else None,
            "stop_seconds": told.losses.get(LossKind.STOP, 0.0) if told else None,
            "losses": {str(kind): seconds for kind, seconds in told.losses.items()} if told else {},
            "at": now,
        }

    def told(self, shift: Shift, now: float) -> Told:
        """The same for what it did hour by hour."""
        live = self.live
        rework = sum(hearing.live.rework for hearing in self.stations)
        sums = shift_sums(self._shift_good(), self._shift_scrap(), rework, live.account)
        rated = live.account is not None and live.account.ideal is not None
        day = shift.day.isoformat()
        return Told(live.line.id, now, day, shift.name, shift.start, live.product, live.order, rated, sums)

    def _pace(self) -> Hearing | None:
        pace = self.live.line.pace_station
        return next((h for h in self.stations if pace is not None and h.live.station.id == pace.id), None)

    def _last_counting(self) -> Hearing | None:
        return next((h for h in reversed(self.stations) if h.counts_good), None)

    def _shift_good(self) -> int:
        last = self._last_counting()
        return self.shift_good if Role.GOOD in self.feeds else last.live.good if last else 0

    def _shift_scrap(self) -> int:
        return self.shift_scrap if Role.SCRAP in self.feeds else sum(h.live.scrap for h in self.stations)

    def _from_stations(self, now: float) -> None:
        """Order and product from the stations where no line-level signal tells them."""
        live = self.live
        if Role.ORDER not in self.feeds and Role.ORDER_STATE not in self.feeds:
            known = [h.live.order for h in self.stations if h.live.order]
            before, told = self.told_at, any(hearing.order_told for hearing in self.stations)
            if told and before is None:
                self.told_at = now
            self._order(known[-1] if known else "", now, before is not None)
            live.next_order = known[0] if known and known[0] != known[-1] else ""
        product = self.product
        if Role.PRODUCT not in self.feeds:
            product = next((h.live.product for h in reversed(self.stations) if h.live.product), "")
        live.product = product

    def _pieces(self, now: float) -> None:
        live = self.live
        if live.order:
            last = self._last_counting()
            live.good = self.order_good if Role.GOOD in self.feeds else last.order_good if last else 0
            feeds_scrap = Role.SCRAP in self.feeds
            live.scrap = self.order_scrap if feeds_scrap else sum(h.order_scrap for h in self.stations)
            self._taken_up()
        else:
            live.good, live.scrap = self._shift_good(), self._shift_scrap()
            self.order_before = 0
        if not self.counts or now - self.counts[-1][0] >= COUNT_EVERY:
            self.counts.append((now, live.good))
            del self.counts[:-240]

    def _taken_up(self) -> None:
        """What was made of the order before it was interrupted counts too."""
        live, all_of_it = self.live, self.pieces(self.live.order)
        self.order_before = max(0, all_of_it.good - live.good) if all_of_it is not None else 0
        live.good += self.order_before
        live.scrap = max(live.scrap, all_of_it.scrap if all_of_it is not None else 0)

    def run(self, start: float | None, target: int | None, takt: float | None, due: float | None = None) -> Order:
        """The order since it was begun or taken up here, as progress takes it: what was made before is no target."""
        live, before = self.live, self.order_before
        counts = tuple((at, good - before) for at, good in self.counts)
        if target is None or before >= target:
            return Order(self.calendar, start, live.good, target, takt, due, tuple(self.counts))
        return Order(self.calendar, start, live.good - before, target - before, takt, due, counts)

    @property
    def takt(self) -> float | None:
        """Seconds a piece by which the line is planned: its takt, else its pace station's ideal cycle."""
        pace = self.live.line.pace_station
        return self.live.line.takt or (pace.ideal_cycle if pace else None)

    def _progress(self, now: float, shift: Shift | None) -> None:
        live = self.live
        start = self.order_start if live.order else (shift.start if shift else None)
        window = self.window(shift)
        if not live.order and window:
            start = window.start
        self.progress = progress(self.run(start, live.target if live.order else None, self.takt), now)
        planned = self.progress.planned
        live.planned = None if planned is None else planned + self.order_before
        live.finish = self.progress.finish
        live.finish_planned = self.progress.finish_planned

    def _bottleneck(self, shift: Shift | None, now: float) -> None:
        if 0 <= now - self.bottleneck_at < BOTTLENECK_EVERY:
            return
        self.bottleneck_at = now
        live = self.live
        found = None
        if shift is not None:
            facts = [
                StationFacts(h.live.station.id, tuple(h.live.ribbon.within(shift.start, shift.end, now)))
                for h in self.stations
            ]
            found = bottleneck(facts) if len(facts) > 1 else None
        name = found.station if found else ""
        for hearing in self.stations:
            is_it = hearing.live.station.id == name
            if hearing.live.bottleneck != is_it:
                hearing.live.bottleneck = is_it
                hearing.touched = True
        live.bottleneck = next((h.live for h in self.stations if h.live.station.id == name), None)
        live.bottleneck_rule = found.rule if found else ""
        live.bottleneck_facts = found.facts if found else {}
