"""What the figures of orders are computed from: read in parts, so that commands need not wait for a long past."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from console.domain.order_figures import Output, Promised, Sheet, Stretch, sheet
from console.domain.order_promises import Promises
from console.domain.order_traces import Trace

if TYPE_CHECKING:
    from datetime import tzinfo

    from console.domain.shifts import Calendar
    from console.records.local import LocalRecords

SLICE = timedelta(days=15)


@dataclass(frozen=True, slots=True)
class OrderPast:
    """Orders that were open at some time of a stretch or promised for it, and what was confirmed in it."""

    traces: tuple[Trace, ...] = ()
    outputs: tuple[Output, ...] = ()

    @staticmethod
    def joined(read: Iterable[OrderPast]) -> OrderPast:
        """Parts as one; an order that was read twice is as it was read last."""
        parts = tuple(read)
        by_id = {one.id: one for part in parts for one in part.traces}
        return OrderPast(tuple(by_id.values()), tuple(one for part in parts for one in part.outputs))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which orders; () lets all through."""

    lines: frozenset[str] | None = None
    product: str = ""

    def of(self, past: OrderPast) -> OrderPast:
        """Only those."""
        if self.lines is None and not self.product:
            return past
        chosen = tuple(
            one
            for one in past.traces
            if (self.lines is None or one.line in self.lines) and self.product in ("", one.product)
        )
        ids = {one.id for one in chosen}
        return OrderPast(chosen, tuple(one for one in past.outputs if one.order in ids))


@dataclass(frozen=True, slots=True)
class Sheets:
    """The figures of a span, those of the span before it, and the orders behind them by id."""

    now: Sheet
    before: Sheet
    orders: dict[str, Trace]
    products: tuple[str, ...] = ()  # of all orders that were read, by name


def parts(stretch: Stretch) -> tuple[Stretch, ...]:
    """A stretch in parts that are each read in a moment, the first first."""
    found, start, long = [], stretch.start, SLICE.total_seconds()
    while start < stretch.end:
        found.append(Stretch(start, min(start + long, stretch.end)))
        start += long
    return tuple(found)


def still_open(start: float) -> Callable[[LocalRecords], OrderPast]:
    """The orders that are not done, and those that were done before a start and promised for later: a promise that was
    kept early is kept. A job for the office."""

    def read(local: LocalRecords) -> OrderPast:
        from console.records.orderpast import early_traces, open_traces

        with local.reading() as db:
            return OrderPast((*early_traces(db, datetime.fromtimestamp(start, UTC)), *open_traces(db)))

    return read


def done_in(part: Stretch) -> Callable[[LocalRecords], OrderPast]:
    """The orders that were done in a part, and what was confirmed in it; a job for the office."""

    def read(local: LocalRecords) -> OrderPast:
        from console.records.orderpast import done_traces, outputs

        since, until = (datetime.fromtimestamp(at, UTC) for at in (part.start, part.end))
        with local.reading() as db:
            return OrderPast(tuple(done_traces(db, since, until)), tuple(outputs(db, since, until)))

    return read


def promises(calendars: Iterable[tuple[str, Calendar]], zone: tzinfo) -> Promised:
    """Until when orders were promised; calendars by line, of its own, because it goes to another thread."""
    return Promises({line: replace(calendar) for line, calendar in calendars}, zone)


def sheets(past: OrderPast, wanted: Wanted, stretch: Stretch, zone: tzinfo, promised: Promised) -> Sheets:
    """The figures of a span beside those of as long a span just before it; pure, and not for the main thread."""
    chosen = wanted.of(past)
    earlier = Stretch(stretch.start - stretch.seconds, stretch.start)
    now, before = (
        sheet(chosen.traces, chosen.outputs, one, zone, promised, drawn=one is stretch) for one in (stretch, earlier)
    )
    products = tuple(sorted({one.product for one in past.traces if one.product}))
    return Sheets(now, before, {one.id: one for one in chosen.traces}, products)
