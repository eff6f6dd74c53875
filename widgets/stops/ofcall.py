"""On a call: the stops of its place in its time, and its cause as the reason of those that have none."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.app.queries.stops import CallThen, stops_of_call
from console.domain.andon import Call, Category
from console.domain.commands.stops import TakeReasonOver
from console.domain.errors import Refusal
from console.domain.events import StopsChanged
from console.domain.stops import Stop
from widgets.attachments.later import while_there
from widgets.cards import Button, OneLine, Picture
from widgets.people.signing import ask_for, why_not
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.stops.thencalls import proposed
from widgets.stops.words import known_by_id, reason_words
from widgets.times import minutes

if TYPE_CHECKING:
    from console.app.console import Console


class StopsOfCall(QWidget):
    """Hidden while the call has no stops; `asked` carries the id of a stop that shall be looked at."""

    asked = Signal(str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._call: Call | None = None
        self._category: Category | None = None
        self.stops: tuple[Stop, ...] = ()
        self.mark, self.words = Picture("octagon-pause", "text_muted", 15), OneLine("text_muted", 13)
        self.take, self.go = Button("check", self.take_over), Button("octagon-pause", self._go)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.mark)
        row.addWidget(self.words, 1)
        row.addWidget(self.take)
        row.addWidget(self.go)
        end = console.on(StopsChanged, lambda _: self.read())
        self.destroyed.connect(lambda _=None, end=end: end())
        self.hide()

    def show_call(self, call: Call, category: Category | None) -> None:
        """Ask for the stops of a call."""
        if self._call is None or call.id != self._call.id:
            self.stops = ()
            self.hide()
        self._call, self._category = call, category
        self.read()

    def read(self) -> None:
        """Ask the records again."""
        if self._call is not None and getattr(self._console, "stops", None) is not None:
            id = self._call.id
            answer = while_there(self, lambda stops: self._show(stops) if self._call and self._call.id == id else None)
            self._console.office.ask(stops_of_call(id), answer, lambda _: None)

    def take_over(self) -> None:
        """Give every stop without a reason the one that the cause of the call means."""
        ask_for(self, TakeReasonOver, self._take)

    def _take(self) -> None:
        for stop in self.stops:
            if self._call is not None and not stop.reason:
                command = TakeReasonOver(stop.id, stop.place, self._call.id)
                self._console.office.do(command, None, while_there(self, self._refused))

    def _refused(self, refusal: Refusal) -> None:
        self.words.say(words_of(refusal))

    def _go(self) -> None:
        open_ones = [stop for stop in self.stops if not stop.reason]
        for stop in (open_ones or list(self.stops))[:1]:
            self.asked.emit(stop.id)

    def _show(self, stops: tuple[Stop, ...]) -> None:
        self.stops = stops
        call, known = self._call, getattr(self._console, "stops", None)
        self.setVisible(bool(stops))
        if not stops or call is None or known is None:
            return
        now = datetime.fromtimestamp(self._console.now(), UTC)
        open_ones = [stop for stop in stops if not stop.reason]
        total = minutes(sum(stop.seconds(now) for stop in stops))
        if open_ones:
            told = self.tr("%Ln stop(s) without a reason", "", len(open_ones))
        else:
            told = ", ".join(dict.fromkeys(reason_words(stop, known_by_id(known.reasons)) for stop in stops))
        self.words.say(self.tr("Stood still for {0}: {1}").format(total, told))
        found = proposed((CallThen(call, self._category),), known.reasons, stops[0].area)
        self.take.setVisible(bool(open_ones) and found is not None)
        if found is not None:
            why = why_not(self._console, TakeReasonOver, place=stops[0].place)
            words = self.tr("Reason of the stop: {0}").format(plain(found[1].name, 40))
            self.take.name(words, why or self.tr("Give this reason to the stops of this call that have none"))
            self.take.setEnabled(not why)
        self.go.name(self.tr("Open the stop"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self._show(self.stops)
        super().changeEvent(event)
