"""The head of the station page: what it is, what it does and since when, what it makes, and its neighbours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from console.domain.floor import LineLive, StationLive
from console.domain.stations import StationState
from widgets.cards import Button, Card, Fact, OneLine, Painted, Text
from widgets.figures.definition import show_metric
from widgets.plain import plain
from widgets.theme import color, font, pixmap, ring
from widgets.times import moment
from widgets.words import STATE_ICON, elapsed, no_data_word, state_word

FILLED = {StationState.STOPPED: "stopped", StationState.CHANGEOVER: "changeover", StationState.NO_DATA: "no_data"}


class StatePill(Painted):
    """Icon, word and running time of the state; filled when someone should act; a click tells what the time means."""

    def __init__(self) -> None:
        super().__init__()
        self._state, self._word, self._time = StationState.NO_DATA, "", ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._explain)

    def refresh(self, live: StationLive, now: float) -> None:
        """Show the state and how long it has lasted."""
        word = state_word(live.state)
        if live.state is StationState.NO_DATA:
            word = f"{word} · {no_data_word(live.no_data)}"
        time = elapsed(now - live.since) if live.since else "–"
        if (live.state, word, time) != (self._state, self._word, self._time):
            self._state, self._word, self._time = live.state, word, time
            self.setAccessibleName(f"{word} {time}")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(_wide(self._word, 16, 600) + _wide(self._time, 22, 600) + 76, 52)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name = FILLED.get(self._state)
        ink = f"{name}_text" if name else "text"
        painter.setPen(QPen(color(name or "border"), 1))
        painter.setBrush(color(f"{name}_fill" if name else "raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.drawPixmap(14, 16, pixmap(STATE_ICON[self._state], ink, 20, self.devicePixelRatioF()))
        painter.setPen(color(ink))
        painter.setFont(font(16, 600))
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(self.rect().adjusted(44, 0, 0, 0), middle, self._word)
        painter.setFont(font(22, 600))
        painter.drawText(self.rect().adjusted(0, 0, -16, 0), middle | int(Qt.AlignmentFlag.AlignRight), self._time)

        if self.hasFocus():
            ring(painter, QRectF(self.rect()), 7)

    def _explain(self) -> None:
        show_metric(self.window(), "state_since", {self._word: self._time})


def _wide(text: str, pixels: int, weight: int) -> int:
    return QFontMetrics(font(pixels, weight)).horizontalAdvance(text)


class StationHeader(Card):
    """One card over the whole page."""

    def __init__(self, back: Callable[[], object], step: Callable[[int], object]) -> None:
        super().__init__(titled=False)
        self.back = Button("chevron-left", back)
        self.name, self.line = OneLine("text", 22, 600), OneLine("text_muted", 13)
        self.pill, self.since = StatePill(), Text("text_muted", 13)
        self.facts = [Fact() for _ in range(6)]
        self.word, self.reason, self.alarm, self.order, self.product, self.unit = self.facts
        self.before = Button("chevron-left", lambda: step(-1))
        self.after = Button("chevron-right", lambda: step(1))
        self.body.addLayout(self._row())

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(self.back)
        names = QVBoxLayout()
        names.setSpacing(3)
        names.addStretch(1)
        names.addWidget(self.name)
        names.addWidget(self.line)
        names.addStretch(1)
        row.addLayout(names, 2)
        state = QVBoxLayout()
        state.setSpacing(4)
        state.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignLeft)
        state.addWidget(self.since)
        row.addLayout(state)
        facts = QGridLayout()
        facts.setHorizontalSpacing(18)
        facts.setVerticalSpacing(8)
        for place, fact in enumerate(self.facts):
            facts.addWidget(fact, place // 3, place % 3)
        for column, share in enumerate((2, 4, 4)):
            facts.setColumnStretch(column, share)
        row.addLayout(facts, 5)
        row.addWidget(self.before)
        row.addWidget(self.after)
        return row

    def refresh(self, live: StationLive, line: LineLive | None, now: float, zone: tzinfo | None) -> None:
        """Show what the station does now."""
        self.name.say(plain(live.station.name))
        place = [line.line.name, line.line.area, line.line.site] if line else [live.station.line]
        self.line.say(" · ".join(plain(part) for part in place if part))
        self.pill.refresh(live, now)
        since = self.tr("since {0}").format(moment(live.since, now, zone)) if live.since else self.tr("since the start")
        self.since.say(" · ".join(filter(None, (since, self.tr("bottleneck of the line") if live.bottleneck else ""))))
        stopped = live.state is StationState.STOPPED
        self.word.say(live.word)
        self.reason.say(
            live.reason or (self.tr("No reason given") if stopped else ""), "text" if live.reason else "warning"
        )
        self.alarm.say(live.alarm, "bad")
        self.order.say(live.order or (line.order if line else ""))
        self.product.say(live.product or (line.product if line else ""))
        self.unit.say(live.unit)

    def neighbours(self, before: str, after: str) -> None:
        """Name the stations before and after; "" where the line ends."""
        for button, name, words in (
            (self.before, before, self.tr("Previous station")),
            (self.after, after, self.tr("Next station")),
        ):
            key = "Ctrl+PgUp" if button is self.before else "Ctrl+PgDown"
            button.setEnabled(bool(name))
            button.name_silently(f"{words}: {plain(name)} ({key})" if name else words)

    def retranslate(self) -> None:
        self.back.name(self.tr("Board"), self.tr("Back to the board (Esc)"))
        names = (self.tr("Machine's own word"), self.tr("Reason"), self.tr("Alarm"))
        for fact, words in zip(
            self.facts, (*names, self.tr("Order"), self.tr("Product"), self.tr("Piece")), strict=True
        ):
            fact.name.say(words)
