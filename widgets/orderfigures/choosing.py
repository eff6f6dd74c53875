"""Which orders the figures are of: the span, the line and the product."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QWidget

from console.app.queries.order_figures import Wanted
from console.domain.order_figures import Stretch, midnight
from widgets.board.card import line_label
from widgets.cards import Choice
from widgets.flow import Flow
from widgets.plain import plain
from widgets.theme import font
from widgets.times import zone_named

if TYPE_CHECKING:
    from console.app.console import Console

WEEK, MONTH, OWN = "week", "month", "own"
DAYS = {"7": 7, "30": 30, "90": 90}
LONGEST = 400  # days
PRODUCTS_MOST = 400


class Choosing(QWidget):
    """`changed` when another choice was made."""

    changed = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._area: str | None = None
        self._products: tuple[str, ...] = ()
        self.range, self.line, self.product = Choice(), Choice(), Choice()
        self.first, self.last = QDateEdit(), QDateEdit()
        self._lay_out()
        for choice in (self.range, self.line, self.product):
            choice.currentIndexChanged.connect(lambda _: self._chose())
        for day in (self.first, self.last):
            day.dateChanged.connect(lambda _: self.changed.emit())
        self.retranslate()

    # What is chosen

    def stretch(self) -> Stretch:
        """The span, on the plant's own days; it never reaches beyond now."""
        now, key, zone = self._console.now(), str(self.range.currentData() or "30"), self.zone
        today = datetime.fromtimestamp(now, zone).date()
        if key == OWN:
            one, other = _day(self.first), _day(self.last)
            first, last = min(one, other, today), min(max(one, other), today)
            first = max(first, last - timedelta(days=LONGEST))
            return Stretch(midnight(first, zone), min(now, midnight(last + timedelta(days=1), zone)))
        if key == WEEK:
            first = today - timedelta(days=today.weekday())
        elif key == MONTH:
            first = today.replace(day=1)
        else:
            first = today - timedelta(days=DAYS.get(key, 30) - 1)
        return Stretch(midnight(first, zone), now)

    def time(self) -> tuple[object, ...]:
        """By what the span is chosen."""
        return self.range.currentData(), self.first.date(), self.last.date()

    def wanted(self) -> Wanted:
        """Which orders."""
        line = str(self.line.currentData() or "")
        lines = None
        if line or self._area is not None:
            areas = {live.line.id: live.line.area for live in self._console.floor.lines}
            lines = frozenset({line} if line else {id for id, area in areas.items() if area == self._area})
        return Wanted(lines, str(self.product.currentData() or ""))

    @property
    def zone(self) -> tzinfo:
        """The plant's own."""
        file = self._console.plant_file
        return (zone_named(file.plant.timezone) if file else None) or ZoneInfo("UTC")

    def said(self) -> list[tuple[str, str]]:
        """What is chosen, in words."""
        return [(part.accessibleName(), part.currentText()) for part in (self.range, self.line, self.product)]

    def set_area(self, area: str | None) -> None:
        """Only orders of the lines of an area; None: all, those without a line too."""
        if area != self._area:
            self._area = area
            self.offer()
            self.changed.emit()

    def show_products(self, products: tuple[str, ...]) -> None:
        """Offer these products to choose from."""
        if products != self._products:
            self._products = products
            self._offer_products()

    # How it is made

    def offer(self) -> None:
        """Fill the choices from the plant of now."""
        lines = [live for live in self._console.floor.lines if self._area in (None, live.line.area)]
        self.line.offer(self.tr("Any line"), [(live.line.id, plain(line_label(live), 60)) for live in lines])
        self._offer_products()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        for part, name in (
            (self.range, self.tr("Time")),
            (self.line, self.tr("Line")),
            (self.product, self.tr("Product")),
            (self.first, self.tr("First day")),
            (self.last, self.tr("Last day")),
        ):
            part.setAccessibleName(name)
        ranges = [("30", self.tr("Last 30 days")), ("7", self.tr("Last 7 days")), ("90", self.tr("Last 90 days"))]
        ranges += [(WEEK, self.tr("This week")), (MONTH, self.tr("This month")), (OWN, self.tr("From … to …"))]
        self.range.offer("", ranges)
        self.offer()

    def _offer_products(self) -> None:
        known = [(product, plain(product, 60)) for product in self._products[:PRODUCTS_MOST]]
        self.product.offer(self.tr("Any product"), known)

    def _chose(self) -> None:
        for day in (self.first, self.last):
            day.setVisible(self.range.currentData() == OWN)
        self.changed.emit()

    def _lay_out(self) -> None:
        now = datetime.fromtimestamp(self._console.now(), self.zone)
        today = QDate(now.year, now.month, now.day)
        for day, at in ((self.first, today.addDays(-30)), (self.last, today)):
            day.setCalendarPopup(True)
            day.setDisplayFormat("yyyy-MM-dd")
            day.setFont(font(13))
            day.setMinimumHeight(32)
            day.setDate(at)
            day.hide()
        row = Flow(self, gap=8)
        for part in (self.range, self.first, self.last, self.line, self.product):
            row.addWidget(part)


def _day(field: QDateEdit) -> date:
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())
