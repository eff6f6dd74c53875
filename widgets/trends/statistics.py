"""What the stretch that is seen comes to, pen by pen: number, least, mean, greatest, spread, time out of limits."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.cards import Card, Text
from widgets.numbers import UNKNOWN, measured, whole
from widgets.plain import tip
from widgets.theme import color, font, themes
from widgets.times import span
from widgets.trends.naming import known, length_word, pen_word, value_word

if TYPE_CHECKING:
    from console.app.trends import Past
    from console.history.summing import Summed
    from widgets.trends.model import Pen, TrendModel

PIECE = 200_000  # samples that are read at once, so that plots need not wait for long
MOST = 3_000_000  # samples of a pen from which on only rollups are looked at
ROLLS = 2000  # points of the window that tells how many there are
REST = 8  # times as long as the reckoning took nothing is reckoned anew while the axis is live
LEAST_REST = 0.2  # seconds
HIGH, COLUMNS = 96, 4
Asked = tuple[str, float, float, float | None, float | None]  # pen, start, end, limits


class Reckoning(QObject):
    """One pen after the other, piece by piece, on the reading thread; `changed` when a pen has come."""

    changed = Signal(str)

    def __init__(self, model: TrendModel) -> None:
        super().__init__()
        self._model = model
        self.found: dict[str, Summed] = {}
        self._of: dict[str, Asked] = {}  # what the figures are of
        self._at: dict[str, float] = {}  # when they were reckoned
        self._busy: Asked | None = None
        self._begun = self._rest_until = 0.0

    def beat(self, now: float) -> None:
        """Reckon what is not true any more; one question at a time, and rarely while the axis is live."""
        model = self._model
        if self._busy is not None or model.console.trends is None or (model.live and now < self._rest_until):
            return
        self.found = {pen.id: self.found[pen.id] for pen in model.pens if pen.id in self.found}
        stale = (one for one in map(self._wanted, model.pens) if self._stale(one))
        due = min(stale, key=lambda one: self._at.get(one[0], 0.0), default=None)  # each in its turn
        if due is not None:
            self._busy, self._begun = due, now
            self._ask(due, 0, 0, None)

    def true(self, pen: Pen) -> bool:
        """Whether the figures are of what is seen."""
        return not self._stale(self._wanted(pen))

    def _wanted(self, pen: Pen) -> Asked:
        signal = known(self._model, pen.id)
        limits = (signal.low, signal.high) if signal is not None else (None, None)
        return (pen.id, self._model.start, self._model.end, *limits)

    def _stale(self, wanted: Asked) -> bool:
        of = self._of.get(wanted[0])
        if self._model.states(wanted[0]) is not None:
            return False
        near = self._model.pixel * 0.5
        return of is None or of[3:] != wanted[3:] or abs(of[1] - wanted[1]) > near or abs(of[2] - wanted[2]) > near

    def _ask(self, asked: Asked, piece: int, pieces: int, so_far: Summed | None) -> None:
        trends = self._model.console.trends
        assert trends is not None

        def job(past: Past) -> tuple[Summed, int]:
            return reckoned(past, asked, piece, pieces, so_far)

        def came(answer: tuple[Summed, int]) -> None:
            summed, of = answer
            if self._gone(asked):
                self._busy = None
            elif piece + 1 < of:
                self._ask(asked, piece + 1, of, summed)
            else:
                self._done(asked, summed)

        def failed(error: Exception) -> None:
            self._busy, self._rest_until = None, self._model.console.now() + REST

        trends.ask(job, came, failed)

    def _gone(self, asked: Asked) -> bool:
        """Whether nobody looks at it any more: a frozen axis that is elsewhere now, or a pen that is not drawn."""
        pen = next((pen for pen in self._model.pens if pen.id == asked[0]), None)
        return pen is None or (not self._model.live and self._wanted(pen) != asked)

    def _done(self, asked: Asked, summed: Summed) -> None:
        now = self._model.console.now()
        self._busy = None
        self.found[asked[0]], self._of[asked[0]], self._at[asked[0]] = summed, asked, now
        if all(pen.id in self.found or self._model.states(pen.id) is not None for pen in self._model.pens):
            self._rest_until = now + max(LEAST_REST, REST * (now - self._begun))
        self.changed.emit(asked[0])


def reckoned(past: Past, asked: Asked, piece: int, pieces: int, so_far: Summed | None) -> tuple[Summed, int]:
    """On the reading thread: one more piece, and how many there are. The first look says how many are needed."""
    from console.history.summing import added, begun, of_rollups

    id, start, end, low, high = asked
    if so_far is None:
        so_far = begun(past, id, start, low, high)
        look = past.window(id, start, end, ROLLS)
        count = int(look.counts.sum()) if look.counts is not None else len(look)
        if count > MOST:
            return of_rollups(so_far, look), 1
        pieces = max(ceil(count / PIECE), 1)
    a, b = (start + (end - start) * at / pieces for at in (piece, piece + 1))
    return added(so_far, past.window(id, a, end if piece + 1 == pieces else b)), pieces


class StatisticsCard(Card):
    """A block a pen."""

    def __init__(self, model: TrendModel) -> None:
        super().__init__()
        self._model = model
        self.reckoning = Reckoning(model)
        self.blocks: list[Block] = []
        self.empty = Text("text_faint", 12, wrap=True)
        self.body.addWidget(self.empty)
        self.reckoning.changed.connect(lambda _: self._show())
        for changed in (model.pens_changed, model.span_changed):
            changed.connect(self._show)
        model.data_changed.connect(lambda _: self._show())

    def beat(self, now: float) -> None:
        """Reckon what is not true any more."""
        self.reckoning.beat(now)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("In this window"))
        self.empty.say(self.tr("Number, mean, spread and time out of limits of what is seen appear here."))
        self._show()

    def _show(self) -> None:
        pens = [pen for pen in self._model.pens if self._model.states(pen.id) is None]
        while len(self.blocks) < len(pens):
            block = Block()
            self.blocks.append(block)
            self.body.addWidget(block)
        for block, pen in zip(self.blocks, pens, strict=False):
            summed = self.reckoning.found.get(pen.id)
            block.say(pen_word(self._model, pen.id), pen.color, self._facts(summed), self.reckoning.true(pen))
        for i, block in enumerate(self.blocks):
            block.setVisible(i < len(pens))
        self.empty.setVisible(not pens)
        self.note.say(length_word(self._model.length) if pens else "")

    def _facts(self, summed: Summed | None) -> list[tuple[str, str]]:
        """Names and values, as they stand in two rows."""
        none = summed is None or not summed.n
        return [
            (self.tr("Mean"), UNKNOWN if none else value_word(summed.mean)),  # type: ignore[union-attr]
            (self.tr("Std dev"), _number(summed.spread if summed else None)),
            (self.tr("Min"), UNKNOWN if none else value_word(summed.least)),  # type: ignore[union-attr]
            (self.tr("Max"), UNKNOWN if none else value_word(summed.greatest)),  # type: ignore[union-attr]
            (self.tr("Last"), _number(summed.last if summed else None)),
            (self.tr("Samples"), whole(summed.n) if summed else UNKNOWN),
            (self.tr("Above limit"), _lasted(summed.above if summed and summed.high is not None else None)),
            (self.tr("Below limit"), _lasted(summed.below if summed and summed.low is not None else None)),
        ]


def _number(value: float | None) -> str:
    return UNKNOWN if value is None else measured(value).replace("-", "−")


def _lasted(seconds: float | None) -> str:
    return UNKNOWN if seconds is None else span(seconds) if seconds else "0"


class Block(QWidget):
    """The figures of a pen: its name, and two rows of names over values; fainter while they are of another stretch."""

    def __init__(self) -> None:
        super().__init__()
        self._said: tuple[object, ...] = ()
        self._name, self._color, self._true = "", 0, True
        self._facts: list[tuple[str, str]] = []
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.update)

    def say(self, name: str, pen: int, facts: list[tuple[str, str]], true: bool) -> None:
        """Show these; costs nothing when they are there already."""
        said = (name, pen, tuple(facts), true)
        if said != self._said:
            self._said = said
            self._name, self._color, self._facts, self._true = name, pen, facts, true
            words = f"{name}: " + ", ".join(f"{what} {value}" for what, value in facts)
            self.setAccessibleName(words)
            self.setToolTip(tip("\n".join([name, *(f"{what}: {value}" for what, value in facts)])))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(f"pen_{self._color}"))
        painter.drawEllipse(QPointF(5, 10), 4, 4)
        painter.setFont(font(13, 500))
        self._word(painter, QRectF(16, 0, self.width() - 16, 20), self._name, "text")
        wide = self.width() / COLUMNS
        for i, (what, value) in enumerate(self._facts):
            left, top = (i % COLUMNS) * wide, 22 + (i // COLUMNS) * 36
            painter.setFont(font(11))
            self._word(painter, QRectF(left, top, wide - 6, 15), what, "text_faint")
            painter.setFont(font(13))
            self._word(painter, QRectF(left, top + 14, wide - 6, 18), value, "text" if self._true else "text_faint")
        painter.setPen(QPen(color("border"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    @staticmethod
    def _word(painter: QPainter, area: QRectF, words: str, role: str) -> None:
        painter.setPen(color(role))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
