"""How what plans are made with is kept: products, stock at lines, changeovers, and how sources of orders are read."""

from __future__ import annotations

from dataclasses import replace

from console.app.handlers import handles
from console.domain.bom import circle_in
from console.domain.commands import Stamp
from console.domain.commands import products as ask
from console.domain.desk import Desk, Missing
from console.domain.exchange import ColumnMap, kept_map
from console.domain.planning import Changeover, checked_changeover
from console.domain.productfile import merged
from console.domain.products import LineStock, PartsInCircle, Product, checked_product, checked_stock, stock_id
from console.domain.replenishment import StockCount


@handles(ask.SetProduct)
def set_product(desk: Desk, stamp: Stamp, command: ask.SetProduct) -> None:
    """Keep everything said about it, unless it would be part of itself."""
    others = {product.id: product for product in desk.find(Product)}
    product = checked_product(command.product, others)
    desk.expect(Product, product.id, command.version)
    desk.put(product)


@handles(ask.ImportProducts)
def import_products(desk: Desk, stamp: Stamp, command: ask.ImportProducts) -> None:
    """Keep what is new or says something else, unless something would be part of itself."""
    after = {product.id: product for product in desk.find(Product)}
    changed = []
    for draft in command.drafts:
        before = after.get(draft.id)
        product = checked_product(merged(before, draft, command.source), {})
        if product != before:
            after[product.id] = product
            changed.append(product)
    way = circle_in(after, [product.id for product in changed])
    if way:
        raise PartsInCircle(product=way[0], path=way)
    for product in changed:
        desk.put(product)


@handles(ask.RemoveProduct)
def remove_product(desk: Desk, stamp: Stamp, command: ask.RemoveProduct) -> None:
    """Take it away."""
    desk.expect(Product, command.product, command.version)
    desk.remove(Product, command.product)


@handles(ask.SetLineStock)
def set_line_stock(desk: Desk, stamp: Stamp, command: ask.SetLineStock) -> None:
    """Keep what lies there, and who said so."""
    stock = checked_stock(command.stock)
    id = stock_id(stock.line, stock.material)
    desk.expect(LineStock, id, command.version)
    before = desk.get(LineStock, id)
    if before is not None and before.quantity != stock.quantity:
        told = (before.quantity, stock.quantity)
        desk.put(StockCount(stamp.id, stock.line, stock.material, stamp.at, stamp.who, *told))
    desk.put(replace(stock, id=id, at=stamp.at, by=stamp.who))


@handles(ask.SetChangeover)
def set_changeover(desk: Desk, stamp: Stamp, command: ask.SetChangeover) -> None:
    """Keep how long it takes."""
    entry = checked_changeover(command.changeover)
    desk.expect(Changeover, entry.id, command.version)
    desk.put(entry)


@handles(ask.RemoveChangeover)
def remove_changeover(desk: Desk, stamp: Stamp, command: ask.RemoveChangeover) -> None:
    """Take it away."""
    desk.expect(Changeover, command.changeover, command.version)
    if desk.need(Changeover, command.changeover).line != command.line:
        raise Missing(kind="changeover", id=command.changeover)
    desk.remove(Changeover, command.changeover)


@handles(ask.KeepExchangeMap)
def keep_exchange_map(desk: Desk, stamp: Stamp, command: ask.KeepExchangeMap) -> None:
    """Keep how the source is read."""
    desk.expect(ColumnMap, command.mapping.id, command.version)
    desk.put(kept_map(command.mapping))


@handles(ask.RemoveExchangeMap)
def remove_exchange_map(desk: Desk, stamp: Stamp, command: ask.RemoveExchangeMap) -> None:
    """Take it away."""
    desk.expect(ColumnMap, command.mapping, command.version)
    desk.remove(ColumnMap, command.mapping)
