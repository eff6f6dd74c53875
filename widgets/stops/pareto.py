"""What stops add up to: the largest reasons first, beside the waterfall from planned time to good time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

from console.app.queries.stops import StopPage, stops_between
from console.domain.live import LineLive
from console.domain.losses import BigLoss
from console.domain.oee import Account
from console.domain.reasons import Reason
from console.domain.stopfigures import By, Planned, Share, kept_account, key_of, pareto, planned_in
from console.domain.stops import Stop
from widgets.attachments.later import while_there
from widgets.callsetup.setupwords import waste_word
from widgets.cards import Card, Choice, Text
from widgets.losses.barrow import BarRow
from widgets.losses.naming import big_title
from widgets.losses.waterfall import Waterfall, together
from widgets.numbers import percent, whole
from widgets.people.fields import scrolled
from widgets.stops.words import known_by_id, place_words, reason_words
from widgets.times import minutes, zone_named

if TYPE_CHECKING:
    from console.app.console import Console

SHIFT, YESTERDAY, WEEK, MONTH = "shift", "yesterday", "week", "month"
RANGES = (SHIFT, YESTERDAY, WEEK, MONTH)
DAYS = {WEEK: 7, MONTH: 30}
MOST = 30  # bars


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, seconds UTC."""

    since: float
    until: float


def span_of(wanted: str, lines: list[LineLive], now: float, zone: tzinfo | None) -> Span:
    """The stretch that a range means: the running shift of the lines, else whole days on the wall of the factory."""
    begun = [live.shift.start for live in lines if live.shift is not None]
    if wanted == SHIFT and begun:
        return Span(min(begun), now)
    today = datetime.fromtimestamp(now, UTC).astimezone(zone).date()

    def midnight(back: int) -> float:
        return datetime.combine(today - timedelta(days=back), time()).replace(tzinfo=zone).timestamp()

    if wanted == YESTERDAY:
        return Span(midnight(1), midnight(0))
    return Span(midnight(DAYS.get(wanted, 1) - 1), now)


class ParetoView(QWidget):
    """`asked` carries a label and a test of stops: the stops behind a bar are wanted."""

    asked = Signal(str, object, float, float)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._area: str | None = None
        self._stops: list[Stop] = []
        self.range_label, self.by_label = QLabel(), QLabel()
        self.range, self.by = Choice(), Choice()
        self.bars = [BarRow(210, 96) for _ in range(MOST)]
        self.left, self.right = Card(), Card()
        self.waterfall, self.empty, self.doubt = (
            Waterfall(),
            Text("text_muted", 14, wrap=True),
            Text("warning", 13, wrap=True),
        )
        self.shares: list[Share] = []
        for choice, keys in ((self.range, RANGES), (self.by, tuple(By))):
            for key in keys:
                choice.addItem("", str(key))
        self._lay_out()
        self.range.currentIndexChanged.connect(self.read)
        self.by.currentIndexChanged.connect(self.refresh)
        for place, bar in enumerate(self.bars):
            bar.clicked.connect(self._ask(place))
        self.retranslate()

    def set_area(self, area: str | None) -> None:
        """Only the lines of an area; None: all."""
        self._area = area

    def read(self) -> None:
        """Ask the records for the stops of the range."""
        span = self.span
        since, until = (datetime.fromtimestamp(at, UTC) for at in (span.since, max(span.until, span.since + 1)))
        lines = None if self._area is None else [live.line.id for live in self._lines()]
        self._console.office.ask(stops_between(since, until, lines), while_there(self, self._read), lambda _: None)

    @property
    def span(self) -> Span:
        """The stretch of time that is shown."""
        return span_of(str(self.range.currentData()), self._lines(), self._console.now(), self._zone)

    @property
    def planned(self) -> Planned:
        """Planned seconds of a stop inside it."""
        stops, span, floor = self._console.stops, self.span, self._console.floor
        assert stops is not None
        return planned_in(
            stops.calendar, span.since, span.until, self._console.now(), lambda place: place in floor.stations
        )

    def _read(self, page: StopPage) -> None:
        self._stops = [one.stop for one in page.stops]
        self.refresh()

    def refresh(self) -> None:
        """Add up again."""
        stops = self._console.stops
        if stops is None:
            return
        reasons, by = known_by_id(stops.reasons), By(str(self.by.currentData()))
        self.shares = pareto(self._stops, self.planned, by, reasons)
        total = sum(share.seconds for share in self.shares)
        sum_so_far = 0.0
        for place, bar in enumerate(self.bars):
            share = self.shares[place] if place < len(self.shares) else None
            bar.setVisible(share is not None)
            if share is not None:
                sum_so_far += share.seconds
                often = self.tr("%Ln time(s)", "", share.stops)
                part = self.tr("{0} of all stops, with those above {1}").format(
                    percent(share.seconds / total), percent(sum_so_far / total)
                )
                words = self._title(share, by, reasons)
                role = "warning" if share.key == "" else "bar"
                long = share.seconds / self.shares[0].seconds
                bar.say(words, minutes(share.seconds), (0.0, long), role, f"{often} · {part}")
        count = sum(share.stops for share in self.shares)
        self.left.note.say(self.tr("{0} in {1} stops").format(minutes(total), whole(count)) if self.shares else "")
        self.empty.setVisible(not self.shares)
        self._account()

    def _account(self) -> None:
        accounts, without = self._accounts()
        self.waterfall.refresh(together(accounts))
        words = self.tr("%n shift(s) of this time are not in it: their losses were not kept one by one.", "", without)
        self.doubt.say(words if without else "")
        self.doubt.setVisible(bool(without))

    def _accounts(self) -> tuple[list[Account], int]:
        if str(self.range.currentData()) == SHIFT:
            return [live.account for live in self._lines() if live.account is not None], 0
        span, accounts, without = self.span, [], 0
        for live in self._lines():
            for total in self._console.past_totals(live.line.id, span.since, span.until):
                account = kept_account(total)
                if account is not None:
                    accounts.append(account)
                elif total.get("planned"):
                    without += 1
        return accounts, without

    def _title(self, share: Share, by: By, reasons: dict[str, Reason]) -> str:
        if by is By.STATION:
            return place_words(self._console, Stop("", share.key, datetime.fromtimestamp(0, UTC)))
        if by is By.BIG:
            return (
                big_title(BigLoss(share.key))
                if share.key in set(BigLoss)
                else self.tr("No reason yet, or none of the six")
            )
        if by is By.WASTE:
            return waste_word(share.key) if share.key else self.tr("No reason yet, or no waste")
        return reason_words(Stop("", "", datetime.fromtimestamp(0, UTC), reason=share.key), reasons)

    def _ask(self, place: int) -> Callable[[], None]:
        def ask() -> None:
            stops = self._console.stops
            if stops is None or place >= len(self.shares):
                return
            by, key = By(str(self.by.currentData())), self.shares[place].key
            reasons, planned, span = known_by_id(stops.reasons), self.planned, self.span

            def belongs(stop: Stop) -> bool:
                return key_of(stop, by, reasons) == key and planned(stop) > 0

            self.asked.emit(self.bars[place].words(), belongs, span.since, span.until)

        return ask

    def _lines(self) -> list[LineLive]:
        return [live for live in self._console.floor.lines if self._area in (None, live.line.area)]

    @property
    def _zone(self) -> tzinfo | None:
        file = self._console.plant_file
        return zone_named(file.plant.timezone) if file else None

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.left.title.say(self.tr("What the stops were for"))
        self.right.title.say(self.tr("From planned time to good time"))
        self.right.note.say(self.tr("of the stations that set the pace"))
        self.range_label.setText(self.tr("Whe&n"))
        self.by_label.setText(self.tr("&One bar for"))
        ranges = (self.tr("This shift"), self.tr("Yesterday"), self.tr("Last 7 days"), self.tr("Last 30 days"))
        kinds = (self.tr("each reason"), self.tr("each of the six big losses"), self.tr("each of the seven wastes"))
        for place, words in enumerate(ranges):
            self.range.setItemText(place, words)
        for place, words in enumerate((*kinds, self.tr("each station"))):
            self.by.setItemText(place, words)
        self.empty.say(self.tr("No stop in this time. Stops longer than a micro-stop add up here by their reasons."))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for label, choice in ((self.range_label, self.range), (self.by_label, self.by)):
            label.setBuddy(choice)
            head.addWidget(label)
            head.addWidget(choice)
        head.addStretch(1)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(1)
        rows.addWidget(self.empty)
        for bar in self.bars:
            rows.addWidget(bar)
        rows.addStretch(1)
        area: QScrollArea = scrolled(inside)
        self.left.body.addLayout(head)
        self.left.body.addWidget(area, 1)
        self.right.body.addWidget(self.waterfall, 1)
        self.right.body.addWidget(self.doubt)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setHandleWidth(12)
        both.setChildrenCollapsible(False)
        both.addWidget(self.left)
        both.addWidget(self.right)
        both.setSizes([900, 560])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(both, 1)
