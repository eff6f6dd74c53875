"""The card of the cursors: the value of every pen there, and from A to B how they differ."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout

from widgets.cards import Card, OneLine, Text
from widgets.numbers import UNKNOWN, measured
from widgets.times import moment, span
from widgets.trends.cursors import CursorValues, Found
from widgets.trends.naming import known, pen_word, value_word, with_unit, zone_of

if TYPE_CHECKING:
    from widgets.trends.model import Pen, TrendModel


class CursorCard(Card):
    """One row a pen; the columns B and B − A are there while both cursors are."""

    def __init__(self, model: TrendModel) -> None:
        super().__init__()
        self._model = model
        self.values = CursorValues(model)
        self.how = Text("text_faint", 12, wrap=True)
        self.heads = [OneLine("text_faint", 12, right=True) for _ in range(3)]
        self.rows: list[list[OneLine]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 3)
        for column, head in enumerate(self.heads, start=1):
            self._grid.addWidget(head, 0, column)
            self._grid.setColumnStretch(column, 2)
        self.body.addWidget(self.how)
        self.body.addLayout(self._grid)
        for changed in (self.values.changed, model.cursors_changed, model.pens_changed):
            changed.connect(self._show)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.how.say(
            self.tr(
                "Click into a plot for the values at a time, Shift+click at another for the difference (keys A, B)."
            )
        )
        self._show()

    def _show(self) -> None:
        model = self._model
        first, second = model.cursors
        now, zone = model.console.now(), zone_of(model.console)
        one = first if first is not None else second
        self.title.say(
            self.tr("At the cursor · {0}").format(moment(one, now, zone))
            if one is not None
            else self.tr("At the cursor")
        )
        both = first is not None and second is not None
        self.note.say(self.tr("{0} from A to B").format(signed_span(second - first)) if both else "")  # type: ignore[operator]
        self.how.setVisible(one is None)
        heads = (
            (moment(first, now, zone), moment(second, now, zone), self.tr("B − A")) if both else ("", "", "")  # type: ignore[arg-type]
        )
        for i, (head, words) in enumerate(zip(self.heads, heads, strict=True)):
            head.say(f"{'AB'[i]} {words}" if both and i < 2 else words)
            head.setVisible(both)
            self._grid.setColumnStretch(i + 1, 2 if both or i == 0 else 0)
        pens = list(model.pens) if one is not None else []
        while len(self.rows) < len(pens):
            self._add_row()
        for row, pen in zip(self.rows, pens, strict=False):
            self._fill(row, pen, both)
        for i, row in enumerate(self.rows):
            for column, part in enumerate(row):
                part.setVisible(i < len(pens) and (both or column < 2))

    def _fill(self, row: list[OneLine], pen: Pen, both: bool) -> None:
        model = self._model
        a, b = self.values.value(pen.id), self.values.value(pen.id, second=True)
        row[0].say(pen_word(model, pen.id))
        for part, found in zip(row[1:3], (a, b) if both else (a or b, None), strict=True):
            part.say(self._words(pen.id, found, short=both))
            part.paint_as(self._tone(pen.id, found))
        row[3].say(difference(a, b))

    def _words(self, id: str, found: Found | None, short: bool) -> str:
        if found is None:
            return ""
        if not found.known:
            return self.tr("no data")
        words = value_word(found.value) if short else with_unit(self._model, id, found.value)
        return self.tr("{0} (bad)").format(words) if found.bad else words

    def _tone(self, id: str, found: Found | None) -> str:
        """Red beyond the limits, faint where nothing is known."""
        signal, value = known(self._model, id), found.value if found is not None else None
        if found is None or not found.known:
            return "text_faint"
        if found.bad:
            return "bad"
        number = isinstance(value, int | float) and not isinstance(value, bool)
        low, high = (signal.low, signal.high) if signal is not None and number else (None, None)
        over = (low is not None and value < low) or (high is not None and value > high)  # type: ignore[operator]
        return "bad" if over else "text"

    def _add_row(self) -> None:
        row = [OneLine("text_muted", 13), *(OneLine("text", 13, right=True) for _ in range(3))]
        self.rows.append(row)
        for column, part in enumerate(row):
            self._grid.addWidget(part, len(self.rows), column)


def difference(a: Found | None, b: Found | None) -> str:
    """B less A with its sign; a dash where one of them is no number."""
    values = [found.value for found in (a, b) if found is not None and found.known]
    numbers = [float(one) for one in values if isinstance(one, int | float) and not isinstance(one, bool)]
    if len(numbers) < 2 or not all(map(isfinite, numbers)):
        return UNKNOWN
    by = numbers[1] - numbers[0]
    by = 0.0 if abs(by) < 1e-9 * max(map(abs, numbers)) else by
    return f"{'+' if by > 0 else ''}{measured(by)}".replace("-", "−")


def signed_span(seconds: float) -> str:
    """A length of time with its sign where it is backwards."""
    return f"−{span(seconds)}" if seconds < 0 else span(seconds)
