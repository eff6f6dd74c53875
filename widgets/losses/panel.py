"""The small panel beside the board: what took the most time in this shift."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

from console.domain.losses import Loss, by_reason
from widgets.cards import Card, Text
from widgets.losses.barrow import BarRow
from widgets.losses.dialog import LossesDialog
from widgets.losses.grouping import losses_of
from widgets.losses.naming import ROLE, big_title, loss_title
from widgets.plain import plain
from widgets.times import minutes

if TYPE_CHECKING:
    from console.app.console import Console

TOP = 5
EVERY = 2.0  # seconds between two looks at the floor


class LossesPanel(Card):
    """The five largest losses of the lines shown; a click opens all of them."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._lines: frozenset[str] | None = None
        self._looked = float("-inf")
        self.rows = [BarRow() for _ in range(TOP)]
        self.empty = Text("text_muted", wrap=True)
        self.body.setContentsMargins(8, 12, 8, 10)
        self.title.setContentsMargins(6, 0, 0, 0)
        self.body.setSpacing(1)
        self.body.addSpacing(5)
        for row in self.rows:
            row.clicked.connect(self.open_all)
            self.body.addWidget(row)
        self.body.addWidget(self.empty)
        self.body.addStretch(1)
        self.retranslate()

    def show_lines(self, lines: Iterable[str] | None) -> None:
        """Count only these lines (ids); None: all."""
        self._lines = None if lines is None else frozenset(lines)
        self.refresh(self._console.now())

    def beat(self, now: float) -> None:
        """Look again now and then; call as often as you like."""
        if not 0 <= now - self._looked < EVERY:
            self.refresh(now)

    def refresh(self, now: float) -> None:
        """Look again at once."""
        self._looked = now
        found = losses_of(self._console.floor, self._lines, now)
        top = by_reason(found)[:TOP]
        most = top[0].seconds if top else 1.0
        for row, loss in zip(self.rows, [*top, *[None] * TOP], strict=False):
            row.setVisible(loss is not None)
            if loss is not None:
                self._say(row, loss, most)
        lines = len({loss.line for loss in found})
        total = minutes(sum(loss.seconds for loss in found))
        on_lines = self.tr("%n line(s)", "", lines)
        self.note.say(f"{total}, {on_lines}" if found else "")
        self.empty.setVisible(not found)

    def open_all(self) -> LossesDialog:
        """Open the window with every loss and the waterfall."""
        chosen = next(iter(self._lines)) if self._lines and len(self._lines) == 1 else None
        window = LossesDialog(self._console, chosen, self.window())
        window.show()
        return window

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Losses this shift"))
        self.empty.say(self.tr("Minutes lost to stops, waiting, changeovers, slow cycles and scrap add up here."))
        self.refresh(self._console.now())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _say(self, row: BarRow, loss: Loss, most: float) -> None:
        where = self._where(loss)
        words = loss_title(loss)
        often = self.tr("%n time(s)", "", loss.stops) if loss.stops else ""
        more = " · ".join(filter(None, (where or self.tr("several lines"), often, big_title(loss.big))))
        named = f"{words} {plain(loss.line)}" if not loss.named and loss.line else words
        row.say(named, minutes(loss.seconds), (0.0, loss.seconds / most), ROLE.get(loss.kind, "bar"), more)

    def _where(self, loss: Loss) -> str:
        station = self._console.floor.stations.get(loss.station)
        line = next((live.line.name for live in self._console.floor.lines if live.line.id == loss.line), "")
        return " · ".join(filter(None, (plain(line), plain(station.station.name) if station else "")))
