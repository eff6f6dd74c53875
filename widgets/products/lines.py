"""Lines to tick: which ones can make a product."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QWidget

from widgets.cards import Tick
from widgets.flow import Flow
from widgets.plain import caption


class LineTicks(QWidget):
    """A box for each line; ids that the plant does not have stay chosen."""

    def __init__(self, lines: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._others: tuple[str, ...] = ()
        self.ticks: dict[str, Tick] = {}
        row = Flow(self, gap=10)
        for id, words in lines:
            tick = self.ticks[id] = Tick()
            tick.setText(caption(words))
            tick.setAccessibleName(words)
            row.addWidget(tick)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of those that are ticked."""
        return (*(id for id, tick in self.ticks.items() if tick.isChecked()), *self._others)

    def choose(self, ids: Iterable[str]) -> None:
        """Tick these."""
        wanted = list(ids)
        self._others = tuple(id for id in wanted if id not in self.ticks)
        for id, tick in self.ticks.items():
            tick.setChecked(id in wanted)
