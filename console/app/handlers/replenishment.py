"""How the material at lines is kept: cards that pull it, counts, limits, and what was used."""

from __future__ import annotations

from dataclasses import replace

from console.app.handlers import handles
from console.app.handlers.people import AlreadyThere
from console.domain import replenishment as rules
from console.domain.bom import takes
from console.domain.cardflow import FlowStep
from console.domain.commands import Stamp
from console.domain.commands import replenishment as ask
from console.domain.desk import Desk, Missing
from console.domain.orders import HOLD, RUNNING, WorkOrder
from console.domain.people import plain_text
from console.domain.products import ID_MOST, LineStock, Product, stock_id
from console.domain.replenishment import ASKED, DONE, OPEN, REPLENISH, Booking, Replenishment


@handles(ask.AskReplenishment)
def ask_replenishment(desk: Desk, stamp: Stamp, command: ask.AskReplenishment) -> None:
    """Keep a new card, unless one is open."""
    if desk.get(Replenishment, command.card) is not None:
        raise AlreadyThere(kind="replenishment", id=command.card)
    stock = desk.need(LineStock, stock_id(command.line, command.material))
    cards = _open_at(desk, command.line)
    made = rules.ask(command.card, stock, cards, stamp.at, stamp.who, command.quantity)
    desk.put(replace(made, call=command.call))
    desk.put(_step(stamp, made, "", made))


@handles(ask.PullMaterial)
def pull_material(desk: Desk, stamp: Stamp, command: ask.PullMaterial) -> None:
    """Keep a new card where one is needed; another console may have seen the same."""
    stock = desk.get(LineStock, stock_id(command.line, command.material))
    if stock is None or desk.get(Replenishment, command.card) is not None:
        return
    newest = desk.find(Replenishment, line=command.line, material=command.material, order="-made", limit=1)
    cards = _open_at(desk, command.line)
    if any(card.material == command.material for card in cards):
        return  # open, and older than the newest one: by a clock that is slow
    if not rules.pulls(stock, newest[0] if newest else None):
        return
    made = rules.ask(command.card, stock, cards, stamp.at, stamp.who)
    desk.put(replace(made, call=command.call))
    desk.put(_step(stamp, made, "", made))


@handles(ask.MoveReplenishment)
def move_replenishment(desk: Desk, stamp: Stamp, command: ask.MoveReplenishment) -> None:
    """Keep it in its new column; what is delivered lies at the line then."""
    card = _there(desk, command.card, command.where)
    others = desk.find(Replenishment, column=command.target, line=card.line) if command.target in OPEN else []
    moved = rules.go(card, command.source, command.target, others, stamp.at, stamp.who)
    desk.put(moved)
    desk.put(_step(stamp, card, card.column, moved))
    id = stock_id(card.line, card.material)
    if moved.column == DONE and desk.get(LineStock, id) is not None:
        for order in desk.find(WorkOrder, ("column", "in", (RUNNING, HOLD)), line=card.line):
            _book(desk, order.id, 0, begin=True)  # what comes now is no count: pieces made after it are booked in full
        desk.put(rules.delivered(desk.need(LineStock, id), card, stamp.at, stamp.who))


@handles(ask.CancelReplenishment)
def cancel_replenishment(desk: Desk, stamp: Stamp, command: ask.CancelReplenishment) -> None:
    """Keep that nobody waits for it, and why."""
    card = _there(desk, command.card, command.where)
    over = rules.cancel(card, command.reason, stamp.at, stamp.who)
    desk.put(over)
    desk.put(replace(_step(stamp, card, card.column, over), reason=over.why))


@handles(ask.CountStock)
def count_stock(desk: Desk, stamp: Stamp, command: ask.CountStock) -> None:
    """Keep what lies there, and beside it what the books said at that moment."""
    if command.order:
        _book(desk, command.order, command.counted, begin=True)
    stock = _stock(desk, command.line, command.material)
    known = desk.get(LineStock, stock.id) is not None
    now, told = rules.counted(stock, command.quantity, stamp.id, stamp.at, stamp.who)
    desk.put(_since(desk, now, command))
    if known:
        desk.put(told)


@handles(ask.SetStockLimits)
def set_stock_limits(desk: Desk, stamp: Stamp, command: ask.SetStockLimits) -> None:
    """Keep when it is replenished."""
    stock = _stock(desk, command.line, command.material)
    desk.put(rules.limited(stock, command.minimum, command.maximum, command.bin))


@handles(ask.RemoveStock)
def remove_stock(desk: Desk, stamp: Stamp, command: ask.RemoveStock) -> None:
    """Take the place away; an open card for it is cancelled by whoever looks at it."""
    desk.need(LineStock, stock_id(command.line, command.material))
    desk.remove(LineStock, stock_id(command.line, command.material))


@handles(ask.BookUse)
def book_use(desk: Desk, stamp: Stamp, command: ask.BookUse) -> None:
    """Keep up to which count was booked, and what is left."""
    _book(desk, command.order, command.counted)


# Inside


def _book(desk: Desk, id: str, counted: int, begin: bool = False) -> None:
    """Book what went; `begin`: from this count on even where nothing that it takes is counted at its line yet."""
    order = desk.get(WorkOrder, id)
    if order is None or not order.line:
        return
    booking = desk.get(Booking, rules.booking_id(id))
    stock = desk.find(LineStock, line=order.line)
    now, left = rules.book(booking, order, max(0, counted), stock, _products_of(desk, order.product))
    if booking is None and not left and not begin:
        mine = _products_of(desk, order.product)
        if not takes(mine, order.product, {one.material for one in stock}):
            return  # nothing that it takes is counted at its line
    desk.put(now)
    for one in left:
        desk.put(one)


def _since(desk: Desk, stock: LineStock, command: ask.CountStock) -> LineStock:
    """What was counted, less what pieces took that were booked already but made after the count."""
    booking = desk.get(Booking, rules.booking_id(command.order)) if command.order else None
    order = desk.get(WorkOrder, command.order) if booking is not None else None
    if booking is None or order is None or not command.counted:
        return stock
    lies = {one.material for one in desk.find(LineStock, line=stock.line)} | {stock.material}
    each = takes(_products_of(desk, order.product), order.product, lies).get(stock.material, 0.0)
    after = max(0, booking.pieces - command.counted) if order.line == stock.line else 0
    return replace(stock, quantity=max(0.0, round(stock.quantity - after * each, 9)))


def _products_of(desk: Desk, product: str) -> dict[str, Product]:
    """A product and everything that it is made of."""
    found: dict[str, Product] = {}
    todo, seen = [product], set[str]()
    while todo:
        id = todo.pop()
        if id in seen:
            continue
        seen.add(id)
        known = desk.get(Product, id)
        if known is not None:
            found[id] = known
            todo.extend(part.material for part in known.parts)
    return found


def _stock(desk: Desk, line: str, material: str) -> LineStock:
    """What lies there; a place that nobody has named yet is a new one."""
    plain = plain_text(material, "number", ID_MOST)
    plain_text(line, "line", ID_MOST)
    id = stock_id(line, plain)
    return desk.get(LineStock, id) or LineStock(id, line, plain, 0.0)


def _there(desk: Desk, id: str, where: str) -> Replenishment:
    card = desk.need(Replenishment, id)
    if card.line != where:
        raise Missing(kind="replenishment", id=id)
    return card


def _open_at(desk: Desk, line: str) -> list[Replenishment]:
    return desk.find(Replenishment, ("column", "in", OPEN), line=line)


def _step(stamp: Stamp, before: Replenishment, source: str, after: Replenishment) -> FlowStep:
    rank = before.rank if source else ""
    return FlowStep(stamp.id, REPLENISH.id, after.id, stamp.at, stamp.who, source or ASKED, after.column, rank=rank)
