"""The head of the chosen order and its live truth: what was planned, what the line counts, what people confirmed."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.app.queries.orders import OrderFile
from console.domain.order_truth import Truth
from console.domain.orders import DONE, HOLD, RUNNING, WorkOrder
from widgets.board.card import signed
from widgets.calls.naming import who_word
from widgets.cards import Fact, OneLine, Picture, Text
from widgets.numbers import whole
from widgets.orders.findings import finding_icon, finding_role, finding_words
from widgets.orders.lines import Line, MarkedLines
from widgets.orders.naming import (
    COLUMN_ICON,
    column_word,
    ended_word,
    late_words,
    line_word,
    when_words,
)
from widgets.plain import plain, plain_block
from widgets.times import clock, span

if TYPE_CHECKING:
    from console.app.console import Console

HEAD = ("line", "quantity", "due")
LIVE = ("confirmed", "counted", "forecast", "ahead")


class OrderFacts(QWidget):
    """Shows one order; `beat` lets go on what lasts. `bar` is the line above it, that does not scroll away."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self.bar = QWidget()
        self._console = console
        self._file: OrderFile | None = None
        self._zone: tzinfo | None = None
        self.mark, self.state = Picture("square", "text", 18), Text("text_muted", 13, 500)
        self.rush_mark, self.rush = Picture("flag", "warning", 15), Text("warning", 13, 600)
        self.number, self.product = Text("text", 20, 600, wrap=True), OneLine("text_muted", 14)
        self.facts = {name: Fact() for name in (*HEAD, *LIVE)}
        self.blocked, self.found, self.waiting = MarkedLines(), MarkedLines(), OneLine("text_faint", 12)
        self.note = Text("text", 13, wrap=True)
        self._lay_out()
        self.retranslate()

    def show_order(self, file: OrderFile, zone: tzinfo | None) -> None:
        """Show an order as the records have it."""
        self._file, self._zone = file, zone
        order = file.card.order
        self.number.say(plain(order.number, 60))
        name = file.product.name if file.product is not None else ""
        self.product.say(" · ".join(plain(part, 80) for part in (order.product, name) if part))
        for part in (self.rush, self.rush_mark):
            part.setVisible(order.rush)
        self.facts["line"].say(line_word(self._console, order.line), "text" if order.line else "text_faint")
        unit = file.product.unit if file.product is not None and file.product.unit != "pc" else ""
        self.facts["quantity"].say(" ".join(part for part in (whole(order.quantity), plain(unit, 10)) if part))
        self.note.say(plain_block(order.note, 2000))
        self.note.setVisible(bool(order.note))
        self.waiting.say(self.tr("Saved here, not yet shared"))
        self.waiting.setVisible(file.card.waiting and self._shares)
        self.beat(self._console.now())

    def beat(self, now: float) -> None:
        """Say what changes with time and with the line."""
        if self._file is None:
            return
        order, truth = self._file.card.order, self._truth
        since = (order.since or order.made).timestamp()
        word = ended_word(order.ended) or column_word(order.column)
        self.mark.show_icon(COLUMN_ICON.get(order.column, "square"), "text")
        self.state.say(self.tr("{0} · for {1}").format(word, span(max(0.0, now - since))))
        self._say_due(order, truth, now)
        self._say_live(order, truth, now)
        blocked: list[Line] = []
        if order.blocked:
            who = who_word(order.blocked_by, self._file.names.get(order.blocked_by, ""))
            at = when_words(order.blocked_at, now, self._zone) if order.blocked_at is not None else ""
            told = " · ".join(part for part in (who, at) if part)
            words = self.tr("Blocked: {0} ({1})").format(plain(order.blocked, 300), told)
            blocked = [("octagon-pause", "warning", words)]
        if order.why:
            blocked.append(("info", "text_muted", self.tr("Closed short: {0}").format(plain(order.why, 300))))
        self.blocked.say(blocked)
        found = truth.found if truth is not None else ()
        self.found.say(
            [(finding_icon(one), finding_role(one), finding_words(one, now, self._line_of)) for one in found]
        )

    @property
    def _truth(self) -> Truth | None:
        orders = self._console.orders
        if orders is None or self._file is None:
            return None
        return orders.truths.get(self._file.card.order.id)

    @property
    def _shares(self) -> bool:
        return self._console.membership is not None

    def _line_of(self, line: str) -> str:
        return line_word(self._console, line)

    def _say_due(self, order: WorkOrder, truth: Truth | None, now: float) -> None:
        if order.due is None:
            self.facts["due"].say("")
            return
        over = order.open and now > order.due.timestamp()
        finish = truth.finish if truth is not None else None
        will = order.open and finish is not None and finish > order.due.timestamp()
        role = "bad" if over else "warning" if will else "text"
        self.facts["due"].say(when_words(order.due, now, self._zone), role)

    def _say_live(self, order: WorkOrder, truth: Truth | None, now: float) -> None:
        facts, of = self.facts, whole(order.quantity) if order.quantity else ""
        counted = whole(truth.good) if truth is not None and truth.good is not None else ""
        scrap = truth.scrap if truth is not None else None
        bad = self.tr("{0} scrap").format(whole(scrap)) if scrap else ""
        facts["counted"].say(
            " · ".join(part for part in (counted and f"{counted} / {of}" if of else counted, bad) if part)
        )
        lost = self.tr("{0} scrap").format(whole(order.scrap)) if order.scrap else ""
        again = self.tr("{0} rework").format(whole(order.rework)) if order.rework else ""
        facts["confirmed"].say(" · ".join(part for part in (whole(order.good), lost, again) if part))
        facts["forecast"].say(*self._forecast(order, truth, now))
        facts["ahead"].say(*self._ahead(truth))
        live = order.column in (RUNNING, HOLD) or (order.column == DONE and truth is not None)
        facts["counted"].setVisible(live or bool(counted))
        facts["confirmed"].setVisible(live or order.good + order.scrap + order.rework > 0)
        facts["ahead"].setVisible(truth is not None and truth.progress is not None and order.open)
        facts["forecast"].setVisible(order.open)

    def _forecast(self, order: WorkOrder, truth: Truth | None, now: float) -> tuple[str, str]:
        """When it will be finished, how sure that is, and how it stands to its due time."""
        finish = truth.finish if truth is not None else None
        if finish is None:
            return "", "text"
        at = self._clock(finish, now)
        progress = truth.progress if truth is not None else None
        if (
            progress is not None
            and progress.finish is not None
            and progress.early is not None
            and progress.late is not None
        ):
            beside = [self._beside(one, finish, now) for one in (progress.early, progress.late)]
            at = self.tr("{0} ({1}–{2})").format(at, *beside)
        if order.due is None:
            return at, "text"
        late = finish - order.due.timestamp()
        return (
            f"{at} · {late_words(late)}",
            "bad" if late >= 60 and order.column == RUNNING else "warning" if late >= 60 else "text",
        )

    def _beside(self, at: float, finish: float, now: float) -> str:
        """A time beside the forecast: of the same day the clock is enough."""
        day, other = (datetime.fromtimestamp(t, UTC).astimezone(self._zone).date() for t in (finish, at))
        return clock(at, self._zone, seconds=False) if day == other else self._clock(at, now)

    def _ahead(self, truth: Truth | None) -> tuple[str, str]:
        progress = truth.progress if truth is not None else None
        if progress is None or progress.ahead is None:
            return "", "text"
        if not round(progress.ahead):
            return self.tr("on plan"), "text"
        pieces = self.tr("{0} pcs").format(signed(round(progress.ahead)))
        seconds = progress.ahead_seconds
        minutes = self.tr("{0} min").format(signed(round(seconds / 60))) if seconds is not None else ""
        return " · ".join(part for part in (pieces, minutes) if part), "warning" if progress.ahead <= -1 else "text"

    def _clock(self, at: float, now: float) -> str:
        return when_words(datetime.fromtimestamp(at, UTC), now, self._zone)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        names = {
            "line": self.tr("Line"),
            "quantity": self.tr("Ordered"),
            "due": self.tr("Due"),
            "counted": self.tr("Counted by the line"),
            "confirmed": self.tr("Confirmed"),
            "forecast": self.tr("Forecast finish"),
            "ahead": self.tr("Ahead or behind"),
        }
        for name, fact in self.facts.items():
            fact.name.say(names[name])
        self.rush.say(self.tr("Rush order"))
        if self._file is not None:
            self.show_order(self._file, self._zone)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout(self.bar)
        head.setContentsMargins(2, 0, 0, 0)
        head.setSpacing(8)
        for part in (self.mark, self.state):
            head.addWidget(part)
        head.addStretch(1)
        for part in (self.rush_mark, self.rush):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.number)
        column.addWidget(self.product)
        column.addWidget(self.waiting)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for at, name in enumerate(HEAD):
            grid.addWidget(self.facts[name], 0, at)
            grid.setColumnStretch(at, 1)
        column.addLayout(grid)
        column.addWidget(self.blocked)
        live = QGridLayout()
        live.setHorizontalSpacing(16)
        live.setVerticalSpacing(8)
        live.addWidget(self.facts["confirmed"], 0, 0)
        live.addWidget(self.facts["counted"], 0, 1)
        live.addWidget(self.facts["forecast"], 1, 0, 1, 2)
        live.addWidget(self.facts["ahead"], 2, 0, 1, 2)
        live.setColumnStretch(0, 1)
        live.setColumnStretch(1, 1)
        column.addLayout(live)
        column.addWidget(self.found)
        column.addWidget(self.note)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
