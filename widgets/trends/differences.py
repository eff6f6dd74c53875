"""How what is seen differs from what is laid over it: mean, least and greatest of each pen, and the difference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.cards import Card
from widgets.numbers import UNKNOWN, measured
from widgets.plain import plain, tip
from widgets.theme import color, font, themes
from widgets.trends.legend import stroke_of
from widgets.trends.naming import pen_word

if TYPE_CHECKING:
    from console.app.trends import Past
    from console.history.facts import Window
    from widgets.trends.model import TrendModel

POINTS = 2000  # of the windows that the figures come from
AGAIN = 3.0  # seconds between two looks while the axis is live
ROW, HEAD = 22, 24  # pixels
WIDE = 340  # pixels from which on the least and the greatest have room


@dataclass(frozen=True, slots=True)
class Came:
    """What a pen came to in a stretch."""

    mean: float
    least: float
    greatest: float


def came_to(window: Window) -> Came | None:
    """Mean, least and greatest of what counts in a window; None: nothing does."""
    if window.counts is not None and window.mins is not None and window.maxs is not None:
        there = window.counts > 0
        if not there.any():
            return None
        mean = np.average(window.values[there], weights=window.counts[there])
        return Came(float(mean), float(np.nanmin(window.mins[there])), float(np.nanmax(window.maxs[there])))
    good = np.isfinite(window.values)
    if window.qualities is not None:
        good &= ((window.qualities & 3) != 2) & ((window.qualities & 4) == 0)
    values = window.values[good]
    return Came(float(values.mean()), float(values.min()), float(values.max())) if len(values) else None


Key = tuple[str, float]  # pen and shift
Asked = tuple[float, float, tuple[Key, ...]]


class DifferencesCard(Card):
    """There only while something is compared; a block for each stretch."""

    def __init__(self, model: TrendModel) -> None:
        super().__init__()
        self._model = model
        self.found: dict[Key, Came | None] = {}
        self.blocks: list[Block] = []
        self._asked: Asked | None = None
        self._again = 0.0
        for changed in (model.compared_changed, model.pens_changed):
            changed.connect(self._show)
        self.retranslate()

    def beat(self, now: float) -> None:
        """Reckon what is not true any more."""
        model = self._model
        trends = model.console.trends
        if not model.compared or trends is None:
            return
        wanted = self._wanted()
        if wanted == self._asked or (model.live and now < self._again):
            return
        self._asked, self._again = wanted, now + AGAIN
        start, end, keys = wanted
        limits = {one.shift: (one.since, one.until) for one in model.compared}

        def job(past: Past) -> dict[Key, Came | None]:
            return {key: came_to(past.window(key[0], *_cut(start, end, key[1], limits), POINTS)) for key in keys}

        def heard(found: dict[Key, Came | None]) -> None:
            self.found = found
            self._show()

        trends.ask(job, heard, lambda _: None, f"differences {id(self)}")

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Compared"))
        self._show()

    def _wanted(self) -> Asked:
        model = self._model
        pens = [pen.id for pen in model.pens if pen.shown and model.states(pen.id) is None]
        shifts = (0.0, *(one.shift for one in model.compared))
        return model.start, model.end, tuple((id, shift) for id in pens for shift in shifts)

    def _show(self) -> None:
        model = self._model
        pens = [pen for pen in model.pens if pen.shown and model.states(pen.id) is None]
        while len(self.blocks) < len(model.compared):
            block = Block()
            self.blocks.append(block)
            self.body.addWidget(block)
        heads = (self.tr("Mean"), self.tr("Difference"), self.tr("Min"), self.tr("Max"))
        for block, one in zip(self.blocks, model.compared, strict=False):
            rows = [(pen.color, pen_word(model, pen.id), self._facts(pen.id, one.shift)) for pen in pens]
            block.say(plain(one.label, 80), stroke_of(model, one.shift), heads, rows)
        for i, block in enumerate(self.blocks):
            block.setVisible(i < len(model.compared))
        self.setVisible(bool(model.compared) and bool(pens))

    def _facts(self, id: str, shift: float) -> tuple[str, str, str, str]:
        here, there = self.found.get((id, 0.0)), self.found.get((id, shift))
        if there is None:
            return (UNKNOWN,) * 4
        change = UNKNOWN if here is None else signed(here.mean - there.mean)
        return _number(there.mean), change, _number(there.least), _number(there.greatest)


def _cut(
    start: float, end: float, shift: float, limits: dict[float, tuple[float | None, float | None]]
) -> tuple[float, float]:
    """The stretch that is laid over, of a run only what belongs to it."""
    since, until = limits.get(shift, (None, None))
    first = start - shift if since is None else max(start - shift, since)
    last = end - shift if until is None else min(end - shift, until)
    return first, max(first, last)


def signed(value: float) -> str:
    """+1.5, −0.2, 0."""
    words = _number(abs(value))
    return words if not value else f"{'+' if value > 0 else '−'}{words}"


def _number(value: float) -> str:
    return measured(value).replace("-", "−")


Facts = tuple[str, str, str, str]


class Block(QWidget):
    """One stretch: its line and label, then a row for each pen."""

    def __init__(self) -> None:
        super().__init__()
        self._said: tuple[object, ...] = ()
        self._label, self._stroke = "", Qt.PenStyle.DashLine
        self._heads: Facts = ("", "", "", "")
        self._rows: list[tuple[int, str, Facts]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.update)

    def say(self, label: str, stroke: Qt.PenStyle, heads: Facts, rows: list[tuple[int, str, Facts]]) -> None:
        """Show these; costs nothing when they are there already."""
        said = (label, stroke, heads, tuple(rows))
        if said == self._said:
            return
        self._said = said
        self._label, self._stroke, self._heads, self._rows = label, stroke, heads, rows
        lines = [
            f"{name}: " + ", ".join(f"{what} {value}" for what, value in zip(heads, facts, strict=True))
            for _, name, facts in rows
        ]
        self.setAccessibleName("; ".join([label, *lines]))
        self.setToolTip(tip("\n".join([label, *lines])))
        self.setFixedHeight(HEAD * 2 + ROW * len(rows) + 4)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("text_muted"), 1, self._stroke))
        painter.drawLine(QPointF(0, HEAD / 2), QPointF(26, HEAD / 2))
        painter.setFont(font(13, 500))
        _word(painter, QRectF(34, 0, self.width() - 34, HEAD), self._label, "text", left=True)
        shown = len(self._heads) if self.width() >= WIDE else 2  # the rest is in the tooltip
        wide = self.width() / (shown + 2)
        painter.setFont(font(11))
        for i, head in enumerate(self._heads[:shown]):
            _word(painter, QRectF((i + 2) * wide, HEAD, wide, HEAD), head, "text_faint")
        for k, (pen, name, facts) in enumerate(self._rows):
            top = 2 * HEAD + k * ROW
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(f"pen_{pen}"))
            painter.drawEllipse(QPointF(5, top + ROW / 2), 4, 4)
            painter.setFont(font(13))
            _word(painter, QRectF(16, top, 2 * wide - 18, ROW), name, "text_muted", left=True)
            for i, value in enumerate(facts[:shown]):
                _word(painter, QRectF((i + 2) * wide, top, wide, ROW), value, "text")


def _word(painter: QPainter, area: QRectF, words: str, role: str, left: bool = False) -> None:
    painter.setPen(color(role))
    side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | side), shown)
