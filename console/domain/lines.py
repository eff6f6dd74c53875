"""Lines: what follows for a whole line from its stations. Order, plan, forecast, OEE, bottleneck, losses."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from console.domain.bottleneck import StationFacts, bottleneck
from console.domain.cells import Told, shift_sums
from console.domain.counters import ORDINARY, Counter
from console.domain.events import OrderMoved
from console.domain.feeds import Hearing, claimed_share, text_of
from console.domain.live import LineLive
from console.domain.losses import Loss, Source, losses
from console.domain.oee import Account, account
from console.domain.progress import Order, Progress, progress
from console.domain.readings import Reading, Role
from console.domain.shifts import Calendar, Shift
from console.domain.stations import LossKind

MOST_ORDERS = 200  # orders of the wire remembered for a line
BOTTLENECK_EVERY = 10.0  # seconds; it changes slowly and costs tens of milliseconds late in a shift
COUNT_EVERY = 30.0  # seconds between two marks of the order's count


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
    shift_good: int = 0
    shift_scrap: int = 0
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
            self._order(text_of(reading), reading.heard_at)
        elif role is Role.ORDER_STATE:
            self._order_state(reading)
        elif role is Role.PRODUCT:
            self.product = text_of(reading)
        elif role is Role.TARGET and isinstance(value, int | float) and 0 <= value < 1e9:
            self.target = int(value) or None
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
        else:
            self.order_scrap += step.delta
            self.shift_scrap += step.delta

    def _order(self, order: str, at: float) -> None:
        if order == self.live.order:
            return
        self.live.order = order
        self.order_start = at if order else None
        self.order_good = self.order_scrap = 0
        if self.feeds & {Role.ORDER, Role.ORDER_STATE}:
            for hearing in self.stations:  # those that are told of the order themselves begin when they are
                if not hearing.live.order:
                    hearing.order_good = hearing.order_scrap = 0
        self.counts.clear()

    def _order_state(self, reading: Reading) -> None:
        order, state = reading.key, str(reading.value)
        orders = self.live.orders
        if not order or orders.get(order) == state or (state == "requested" and order in orders):
            return
        if orders.get(order) == "completed":
            return  # an order that was completed does not come back by a late repeat
        orders[order] = state
        while len(orders) > MOST_ORDERS:
            del orders[next(iter(orders))]
        if not reading.retained:
            self.events.append(OrderMoved(self.live.line.id, order, state, reading.heard_at))
        if Role.ORDER not in self.feeds:
            active = [key for key, value in orders.items() if value == "active"]
            self._order(active[0] if active else "", reading.heard_at)

    def new_shift(self) -> None:
        """Counts of the shift start again."""
        self.shift_good = self.shift_scrap = 0

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
            self._order(known[-1] if known else "", now)
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
        else:
            live.good, live.scrap = self._shift_good(), self._shift_scrap()
        if not self.counts or now - self.counts[-1][0] >= COUNT_EVERY:
            self.counts.append((now, live.good))
            del self.counts[:-240]

    def _progress(self, now: float, shift: Shift | None) -> None:
        live = self.live
        start = self.order_start if live.order else (shift.start if shift else None)
        pace = live.line.pace_station
        takt = live.line.takt or (pace.ideal_cycle if pace else None)
        window = self.window(shift)
        if not live.order and window:
            start = window.start
        order = Order(
            self.calendar, start, live.good, live.target if live.order else None, takt, None, tuple(self.counts)
        )
        self.progress = progress(order, now)
        live.planned, live.finish = self.progress.planned, self.progress.finish
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
