"""The figures of a span side by side, each with its sample size and what it was in the span before."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import tzinfo

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from console.app.queries.order_figures import Sheets
from console.domain.order_figures import Case, Sheet, by_week
from console.domain.orders import ORDERS
from widgets.callfigures.bars import Bar, Bars
from widgets.callfigures.number import Number
from widgets.cards import Card
from widgets.numbers import decimal, whole
from widgets.orderfigures.behind import Listing
from widgets.orderfigures.words import (
    cases,
    change_words,
    day_words,
    long_words,
    meaning,
    points_words,
    share_words,
    too_few,
    translate,
)
from widgets.plain import tip
from widgets.times import span

WIDE = 1400  # pixels from which two cards stand beside each other
DAYS_MOST = 45  # more are shown by weeks
WORK = frozenset(column.id for column in ORDERS.columns if column.counts)


class Tile(Number):
    """A figure that opens the orders behind it."""

    listed = Signal(object)  # a Listing

    def __init__(self) -> None:
        super().__init__()
        self._listing = Listing("", ())
        self.wanted.connect(lambda _: self.listed.emit(self._listing))

    def say_figure(self, label: str, value: str, note: str, listing: Listing, more: str, tone: str = "text") -> None:
        """Show a figure; `listing`: the orders behind it, `more`: what it means."""
        self._listing = listing
        self.say(label, value, note, tuple(case.order for case in listing.cases[:1]), tone)
        hint = translate("orderfigures", "Press for the orders behind it") if listing.cases else ""
        self.setToolTip(tip("\n".join(filter(None, (f"{label}: {value}", note, more, hint)))))


class Overview(QWidget):
    """`listed` carries the Listing of a figure that was pressed."""

    listed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._sheets: Sheets | None = None
        self._zone: tzinfo | None = None
        self.time, self.amount, self.promise, self.rest = Card(), Card(), Card(), Card()
        self.tiles: dict[str, Tile] = {}
        groups = {
            self.time: ("lead", "lead85", "lead95", "efficiency", "run", "run85", "run95", "wip"),
            self.promise: ("late", "lateness", "overdue", "unpromised", "plan", "quantity", "overdueby"),
            self.amount: ("orders", "aday", "pieces", "piecesaday"),
            self.rest: ("short", "dropped", "split", "counted"),
        }
        for card, keys in groups.items():
            grid = QGridLayout()
            grid.setSpacing(6)
            for i, key in enumerate(keys):
                self.tiles[key] = Tile()
                self.tiles[key].listed.connect(self.listed)
                grid.addWidget(self.tiles[key], i // 4, i % 4)
            for place in range(4):
                grid.setColumnStretch(place, 1)
            card.body.addLayout(grid)
            card.body.addStretch(1)
        self.orders, self.pieces = Bars(200), Bars(200)
        self.bars = Card()
        self.bars.body.addWidget(self.orders, 1)
        self.bars.body.addWidget(self.pieces, 1)
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        self._arrange(True)
        self.retranslate()

    def show_sheets(self, sheets: Sheets, zone: tzinfo) -> None:
        """Show other figures."""
        self._sheets, self._zone = sheets, zone
        now, before = sheets.now, sheets.before
        self._say_times(now, before)
        self._say_amounts(now, before)
        self._say_promises(now, before)
        self._say_rest(now, before)
        self._say_bars(now)

    # The figures

    def _say_times(self, now: Sheet, before: Sheet) -> None:
        for key, title, found, was in (
            ("lead", self.tr("Lead time"), now.lead, before.lead),
            ("run", self.tr("From release"), now.run, before.run),
        ):
            listing = Listing(title, found.cases, title, span)
            for more, name, value, earlier in (
                ("", self.tr("{0}, median"), found.median, was.median),
                ("85", self.tr("{0}, 85 %"), found.sure, was.sure),
                ("95", self.tr("{0}, 95 %"), found.surer, was.surer),
            ):
                words, n = name.format(title), found.n
                self._say(key + more, words, long_words(value), n, listing, meaning(key), value, earlier, span)
        share, was_share = now.efficiency, before.efficiency
        listing = Listing(self.tr("Flow efficiency"), now.lead.cases, self.tr("Lead time"), span)
        values = (share.value, was_share.value)
        words = share_words(share.value)
        self._say("efficiency", listing.title, words, share.n, listing, meaning("efficiency"), *values, share_words)
        cards = tuple(case for age in now.ages if age.column in WORK for case in age.cards)
        title = self.tr("Work in progress")
        listing = Listing(title, cards, self.tr("In its column"), span)
        self._say("wip", title, whole(now.wip), None, listing, meaning("wip"), now.wip, before.wip, whole)

    def _say_amounts(self, now: Sheet, before: Sheet) -> None:
        days = max(1, len(now.days))
        done = Listing(self.tr("Completed orders"), now.lead.cases, self.tr("Lead time"), span)
        self._say(
            "orders", done.title, whole(now.orders), None, done, meaning("orders"), now.orders, before.orders, whole
        )
        long = max(now.stretch.seconds / 86_400.0, 1e-9)
        a_day = self.tr("over {0} days").format(whole(days))
        nothing = Listing("", ())
        self.tiles["aday"].say_figure(
            self.tr("Orders a day"), decimal(now.orders / long), a_day, done, meaning("orders")
        )
        title = self.tr("Good pieces")
        self._say(
            "pieces", title, whole(now.pieces), None, nothing, meaning("pieces"), now.pieces, before.pieces, whole
        )
        self.tiles["piecesaday"].say_figure(
            self.tr("Pieces a day"), whole(now.pieces / long), a_day, nothing, meaning("pieces")
        )

    def _say_promises(self, now: Sheet, before: Sheet) -> None:
        late = Listing(self.tr("Late orders"), now.lateness.cases, self.tr("Late by"), span)
        words = share_words(now.late.value)
        if now.late.value is not None:
            words = f"{whole(now.late.part)} · {words}"
        tone = "warning" if now.late.part else "text"
        args = (now.late.n, late, meaning("late"), now.late.value, before.late.value, share_words)
        self._say("late", late.title, words, *args, tone=tone)
        values = (now.lateness.median, before.lateness.median)
        title, words = self.tr("Late by, median"), long_words(now.lateness.median)
        self._say("lateness", title, words, now.lateness.n, late, meaning("lateness"), *values, span)
        over = Listing(self.tr("Overdue"), now.overdue.cases, self.tr("Overdue by"), span)
        tone = "warning" if now.overdue.n else "text"
        counts = (now.overdue.n, before.overdue.n)
        self._say(
            "overdue", over.title, whole(now.overdue.n), None, over, meaning("overdue"), *counts, whole, tone=tone
        )
        title, words = self.tr("Overdue by, median"), long_words(now.overdue.median)
        self._say("overdueby", title, words, now.overdue.n, over, meaning("overdue"))
        without = self.tr("Without a promise")
        self.tiles["unpromised"].say_figure(
            without,
            whole(now.unpromised),
            self.tr("of {0} completed").format(whole(now.orders)),
            Listing("", ()),
            meaning("plan"),
        )
        for key, title, share, was in (
            ("plan", self.tr("Plan kept"), now.plan, before.plan),
            ("quantity", self.tr("Quantity kept"), now.quantity, before.quantity),
        ):
            missed = self._listing(self.tr("{0}: those that did not").format(title), share.orders)
            args = (share.n, missed, meaning(key), share.value, was.value, share_words)
            self._say(key, title, share_words(share.value), *args)

    def _say_rest(self, now: Sheet, before: Sheet) -> None:
        for key, title, ids, was in (
            ("short", self.tr("Closed short"), now.short, before.short),
            ("dropped", self.tr("Dropped"), now.dropped, before.dropped),
            ("split", self.tr("Split off"), now.split, before.split),
        ):
            listing = self._listing(title, ids)
            self._say(key, title, whole(len(ids)), None, listing, meaning(key), len(ids), len(was), whole)
        found = now.counted
        title = self.tr("Confirmed − counted")
        listing = Listing(title, found.cases, self.tr("Difference"), signed)
        note = self.tr("n = {0}, apart {1}").format(whole(found.n), whole(found.apart))
        words = too_few() if found.n < 3 else signed(found.difference)
        more = (
            meaning("counted")
            + "\n"
            + self.tr("{0} confirmed, {1} counted").format(whole(found.confirmed), whole(found.counted))
        )
        self.tiles["counted"].say_figure(title, words, note, listing, more)

    def _say_bars(self, now: Sheet) -> None:
        weeks = len(now.days) > DAYS_MOST
        days = by_week(now.days) if weeks else now.days
        none = self.tr("Nothing was completed in this time.")
        orders = self.tr("Orders completed by week") if weeks else self.tr("Orders completed by day")
        pieces = self.tr("Good pieces by week") if weeks else self.tr("Good pieces by day")
        for bars, title, values in (
            (self.orders, orders, [day.orders for day in days]),
            (self.pieces, pieces, [day.pieces for day in days]),
        ):
            made = [
                Bar(value, day_words(day.day), f"{day.day.isoformat()}: {whole(value)}")
                for day, value in zip(days, values, strict=True)
            ]
            lines = [] if not any(values) else [(max(values), whole(max(values)))]
            bars.show_bars(title, made, lines, none)

    # Inside

    def _say(
        self,
        key: str,
        title: str,
        words: str,
        n: int | None,
        listing: Listing,
        more: str,
        now: float | None = None,
        before: float | None = None,
        said: Callable[[float], str] | None = None,
        tone: str = "text",
    ) -> None:
        parts = [cases(n)] if n is not None else []
        if said is not None and before is not None:
            was = self.tr("before {0}").format(said(before))
            changed = points_words if said is share_words else change_words
            parts.append(" ".join(filter(None, (was, changed(now, before)))))
        self.tiles[key].say_figure(title, words, " · ".join(parts), listing, more, tone)

    def _listing(self, title: str, ids: Iterable[str]) -> Listing:
        return Listing(title, tuple(Case(id, 0.0, 0.0) for id in ids))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.time.title.say(self.tr("How long it takes"))
        self.promise.title.say(self.tr("On time"))
        self.amount.title.say(self.tr("How much"))
        self.rest.title.say(self.tr("What else"))
        self.bars.title.say(self.tr("Throughput"))
        if self._sheets is not None and self._zone is not None:
            self.show_sheets(self._sheets, self._zone)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange(self.width() >= WIDE)

    def _arrange(self, wide: bool) -> None:
        if self._grid.property("wide") == wide:
            return
        self._grid.setProperty("wide", wide)
        cards = (self.time, self.promise, self.amount, self.rest)
        for i, card in enumerate(cards):
            self._grid.addWidget(card, *((i // 2, i % 2) if wide else (i, 0)))
        self._grid.addWidget(self.bars, *((2, 0, 1, 2) if wide else (4, 0, 1, 1)))
        for row in range(5):
            self._grid.setRowStretch(row, 0)
        self._grid.setRowStretch(2 if wide else 4, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if wide else 0)
        self.bars.setMinimumHeight(260)


def signed(value: float) -> str:
    """A difference with its sign."""
    return f"+{whole(value)}" if value > 0 else f"−{whole(-value)}" if value < 0 else "±0"
