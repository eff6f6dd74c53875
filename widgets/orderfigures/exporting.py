"""The figures as tables for a spreadsheet: one of the figures with what they mean, one of the orders behind them."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QObject

from console.app.queries.order_figures import Sheets
from console.domain.order_figures import Sheet, Spread
from widgets.orderfigures.words import meaning
from widgets.orders.naming import column_word

Cell = str | int | float | None
Rows = list[list[Cell]]


class FiguresTable(QObject):
    """Figures plain, seconds and shares of one, so that a spreadsheet can count on; empty where there are too few."""

    def figures(self, sheets: Sheets, chosen: list[tuple[str, str]], zone: tzinfo) -> Rows:
        """Every figure beside that of the span before, with its sample size and its meaning."""
        now, before = sheets.now, sheets.before
        rows: Rows = [
            [self.tr("Figure"), self.tr("Value"), "n", self.tr("Before"), self.tr("n before"), self.tr("Unit"), ""]
        ]
        rows += [[self.tr("From"), _time(now.stretch.start, zone), None, _time(before.stretch.start, zone)]]
        rows += [[self.tr("To"), _time(now.stretch.end, zone), None, _time(before.stretch.end, zone)]]
        rows += [[name, value] for name, value in chosen]
        s = self.tr("s")
        for name, key in ((self.tr("Lead time"), "lead"), (self.tr("From release"), "run")):
            for which, is_, was in _quantiles(getattr(now, key), getattr(before, key)):
                rows.append(
                    [f"{name}, {which}", is_, getattr(now, key).n, was, getattr(before, key).n, s, meaning(key)]
                )
        rows += self._shares(now, before)
        rows += self._counts(now, before)
        rows.append([])
        heads = [self.tr("Column"), self.tr("Median"), self.tr("Orders"), self.tr("Sum"), self.tr("85 %"), s]
        rows.append([*heads, self.tr("Blocked, sum")])
        for one in now.waits:
            told = one.spread
            words = column_word(one.column)
            rows.append([words, _round(told.median), told.n, _round(told.total), _round(told.sure), s])
            rows[-1].append(_round(one.blocked.total))
        rows.append([])
        rows.append([self.tr("Day"), self.tr("Orders"), None, self.tr("Pieces")])
        rows += [[day.day.isoformat(), day.orders, None, day.pieces] for day in now.days]
        return rows

    def orders(self, sheets: Sheets, zone: tzinfo) -> Rows:
        """The completed orders with their times."""
        names = (self.tr("Order"), self.tr("Product"), self.tr("Line"), self.tr("Ordered"), self.tr("Good"))
        times = (self.tr("Made"), self.tr("Released"), self.tr("Due"), self.tr("Finished"))
        columns = [one.column for one in sheets.now.waits]
        rows: Rows = [[*names, *times, self.tr("Lead time (s)"), self.tr("From release (s)")]]
        rows[0] += [self.tr("{0} (s)").format(column_word(column)) for column in columns]
        for id in sheets.now.completed:
            one = sheets.orders[id]
            end = one.finished or 0.0
            waits = one.waits(end)
            row: list[Cell] = [one.number, one.product, one.line, one.quantity, one.good]
            row += [_time(one.made, zone), _when(one.released, zone), _when(one.due, zone), _time(end, zone)]
            row += [_round(one.lead()), _round(one.run()), *(_round(waits.get(column, 0.0)) for column in columns)]
            rows.append(row)
        return rows

    def _shares(self, now: Sheet, before: Sheet) -> Rows:
        found: Rows = []
        for name, key, is_, was in (
            (self.tr("Flow efficiency"), "efficiency", now.efficiency, before.efficiency),
            (self.tr("Late orders, share"), "late", now.late, before.late),
            (self.tr("Plan kept"), "plan", now.plan, before.plan),
            (self.tr("Quantity kept"), "quantity", now.quantity, before.quantity),
        ):
            found.append([name, _round(is_.value, 4), is_.n, _round(was.value, 4), was.n, "1", meaning(key)])
        return found

    def _counts(self, now: Sheet, before: Sheet) -> Rows:
        pieces, orders = self.tr("pieces"), self.tr("orders")
        return [
            [self.tr("Completed orders"), now.orders, None, before.orders, None, orders, meaning("orders")],
            [self.tr("Good pieces"), now.pieces, None, before.pieces, None, pieces, meaning("pieces")],
            [self.tr("Late orders"), now.lateness.n, None, before.lateness.n, None, orders, meaning("late")],
            [self.tr("Overdue"), now.overdue.n, None, before.overdue.n, None, orders, meaning("overdue")],
            [self.tr("Work in progress"), now.wip, None, before.wip, None, orders, meaning("wip")],
            [self.tr("Closed short"), len(now.short), None, len(before.short), None, orders, meaning("short")],
            [self.tr("Dropped"), len(now.dropped), None, len(before.dropped), None, orders, meaning("dropped")],
            [self.tr("Split off"), len(now.split), None, len(before.split), None, orders, meaning("split")],
            [
                *(self.tr("Confirmed − counted"), now.counted.difference, now.counted.n),
                *(before.counted.difference, before.counted.n, pieces, meaning("counted")),
            ],
        ]


def _quantiles(now: Spread, before: Spread) -> list[tuple[str, Cell, Cell]]:
    return [
        ("50 %", _round(now.median), _round(before.median)),
        ("85 %", _round(now.sure), _round(before.sure)),
        ("95 %", _round(now.surer), _round(before.surer)),
    ]


def _round(value: float | None, digits: int = 0) -> Cell:
    if value is None:
        return None
    return round(value, digits) if digits else round(value)


def _time(at: float, zone: tzinfo) -> str:
    return datetime.fromtimestamp(at, UTC).astimezone(zone).isoformat(timespec="seconds")


def _when(at: float | None, zone: tzinfo) -> Cell:
    return None if at is None else _time(at, zone)
