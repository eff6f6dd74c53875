"""What the cards of orders say of their surroundings: names of lines, parts that are counted there, changeovers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import tzinfo
from typing import TYPE_CHECKING

from console.domain.orders import RELEASED, RUNNING, WorkOrder
from console.domain.products import Part, PartsInCircle, needs
from console.domain.sharing import Link
from console.domain.stations import StationState
from widgets.board.card import line_label
from widgets.orders.faces import Around
from widgets.orders.filters import Times, times_at
from widgets.orders.header import LineChoice
from widgets.plain import plain
from widgets.times import zone_named

if TYPE_CHECKING:
    from console.app.console import Console


@dataclass
class Surroundings:
    """Read from the console when asked to; what changed tells which cards say something else now."""

    console: Console
    names: dict[str, str] = field(default_factory=dict)  # of lines, by id
    counted: dict[str, frozenset[str]] = field(default_factory=dict)  # by line: materials that are counted there
    made_of: dict[str, tuple[tuple[Part, ...], str]] = field(default_factory=dict)  # by product: parts, unit
    _taken: dict[str, frozenset[str]] = field(default_factory=dict)  # by product: materials over all levels
    changeovers: dict[str, float] = field(default_factory=dict)  # by line: since when
    shared: bool = False

    @property
    def zone(self) -> tzinfo | None:
        """The factory's time zone."""
        return zone_named(self.console.floor.plant.timezone)

    def of(self, order: WorkOrder) -> Around:
        """What the card of an order needs."""
        _, unit = self.made_of.get(order.product, ((), ""))
        changeover = self.changeovers.get(order.line) if order.column == RUNNING else None
        kit = order.column == RELEASED and self._counts_all(order)
        return Around(self.zone, self.name(order.line), changeover, kit, unit, self.shared, self.name)

    def _counts_all(self, order: WorkOrder) -> bool:
        """Whether every material of an order is counted at its line: else nobody knows that they suffice."""
        service = self.console.orders
        if order.product not in self._taken:
            try:
                wanted = needs(service.products, order.product, 1.0) if service is not None else ()
            except PartsInCircle:
                wanted = ()
            self._taken[order.product] = frozenset(need.material for need in wanted)
        taken = self._taken[order.product]
        return bool(taken) and taken <= self.counted.get(order.line, frozenset())

    def name(self, line: str) -> str:
        """What a line is called on a card."""
        return self.names.get(line, line)

    def read(self) -> bool:
        """Look again at names, products, stock and sharing; whether every card may say something else."""
        service = self.console.orders
        before = (self.names, self.counted, self.made_of, self.shared)
        self.names = {live.line.id: line_label(live) for live in self.console.floor.lines}
        self.shared = self.console.health.sharing().link is not Link.OFF
        if service is not None:
            lying: dict[str, set[str]] = {}
            for stock in service.stock:
                lying.setdefault(stock.line, set()).add(stock.material)
            self.counted = {line: frozenset(materials) for line, materials in lying.items()}
            self.made_of = {product.id: (product.parts, product.unit) for product in service.products.values()}
        if self.made_of != before[2]:
            self._taken.clear()
        return before != (self.names, self.counted, self.made_of, self.shared)

    def look(self) -> set[str]:
        """Lines that began or ended a changeover since the last look."""
        before, self.changeovers = self.changeovers, {}
        for live in self.console.floor.lines:
            since = [one.since for one in live.stations if one.state is StationState.CHANGEOVER]
            if since:
                self.changeovers[live.line.id] = min(since)
        return {line for line, _ in set(before.items()) ^ set(self.changeovers.items())}

    def times(self) -> Times:
        """What this shift, today and this week mean now."""
        shifts = {live.line.id: live.shift for live in self.console.floor.lines if live.shift is not None}
        began = {line: shift.start for line, shift in shifts.items()}
        ends = max((shift.end for shift in shifts.values()), default=None)
        return times_at(self.console.now(), self.zone, ends, began, min(began.values(), default=None))

    def lines(self, area: str | None) -> tuple[LineChoice, ...]:
        """The lines that can be chosen from; None: of every area."""
        plant = self.console.floor.plant
        sites = {site.id: site.name for site in plant.sites}
        named = {
            one.id: f"{sites[site.id]} / {one.name}" if len(sites) > 1 else one.name
            for site in plant.sites
            for one in site.areas
        }
        found = []
        for live in self.console.floor.lines:
            line = live.line
            if area is None or line.area == area:
                label = line_label(live)
                name = line.name if label in line.name else f"{label} · {line.name}"
                found.append(LineChoice(line.id, plain(name, 60), named.get(line.area, line.area)))
        return tuple(found)
