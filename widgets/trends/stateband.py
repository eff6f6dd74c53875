"""A signal whose values are words, or yes and no: a band of stretches with their words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from console.domain.readings import Value
from console.history.facts import BAD
from widgets.station.strokes import paint_state
from widgets.theme import color, font
from widgets.trends.naming import STATES, value_word

if TYPE_CHECKING:
    from console.history.facts import State

HIGH = 34  # pixels of a band
SHADES = (70, 120, 170, 220)  # of the pen's colour, by the value
WORD = 26  # pixels that a word needs at least


def band_value(states: Sequence[State], at: float) -> Value:
    """The value at a time; None: nothing was known."""
    return next((one.value for one in reversed(states) if one.since <= at), None)


def paint_band(painter: QPainter, area: QRectF, states: Sequence[State], start: float, pixel: float, pen: int) -> None:
    """Stretches over the time axis; yes is high and no is low, words have shades, unknown is left open."""
    tall = min(float(HIGH), area.height() - 4)
    band = QRectF(area.left(), area.center().y() - tall / 2, area.width(), tall)
    shades: dict[Value, int] = {}
    painter.setFont(font(11, 500))
    for i, state in enumerate(states):
        until = states[i + 1].since if i + 1 < len(states) else state.until
        left, right = (area.left() + (at - start) / pixel for at in (state.since, until))
        left, right = max(left, area.left() - 2), min(right, area.right() + 2)
        if right < area.left() or left > area.right() or state.value is None or state.value == "":
            continue
        part = QRectF(left, band.top(), max(right - left, 1.0), tall)
        shade = SHADES[shades.setdefault(state.value, len(shades)) % len(SHADES)]
        _stretch(painter, part, state, pen, shade)
        _word(painter, part.intersected(area), state.value)


def _stretch(painter: QPainter, part: QRectF, state: State, pen: int, shade: int) -> None:
    if isinstance(state.value, str) and state.value in STATES:
        paint_state(painter, part, STATES[state.value])
        return
    ink = QColor(color(f"pen_{pen}"))
    if isinstance(state.value, bool):
        part = part if state.value else part.adjusted(0, part.height() - 3, 0, 0)
        shade = SHADES[1]
    ink.setAlpha(shade)
    painter.fillRect(part, ink)
    if state.quality == BAD:
        painter.fillRect(part.adjusted(0, part.height() - 3, 0, 0), color("bad"))


def _word(painter: QPainter, part: QRectF, value: Value) -> None:
    if part.width() < WORD:
        return
    painter.setPen(color("text"))
    inside = part.adjusted(5, 0, -3, 0)
    shown = painter.fontMetrics().elidedText(value_word(value), Qt.TextElideMode.ElideRight, int(inside.width()))
    if len(shown) > 1:
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter), shown)
