"""Several of a few things, each with a box to tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.cards import Tick
from widgets.plain import caption


class TickList(QWidget):
    """Boxes below each other; what is chosen and no longer on offer stays chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ticks: dict[str, Tick] = {}
        self._kept: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def offer(self, things: Sequence[tuple[str, str]]) -> None:
        """These things by id, with their names; what is ticked stays so."""
        if [(id, tick.accessibleName()) for id, tick in self.ticks.items()] == list(things):
            return
        chosen = self.chosen
        for tick in self.ticks.values():
            self._column.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        self.ticks = {}
        for id, name in things:
            tick = self.ticks[id] = Tick()
            tick.setText(caption(name))
            tick.setAccessibleName(name)
            tick.toggled.connect(lambda _: self.changed.emit())
            self._column.addWidget(tick)
        self.choose(chosen)

    def choose(self, ids: Sequence[str]) -> None:
        """Tick these and no others."""
        self._kept = tuple(id for id in ids if id not in self.ticks)
        for id, tick in self.ticks.items():
            tick.setChecked(id in ids)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids that are ticked, and those that were chosen and are not on offer."""
        return (*(id for id, tick in self.ticks.items() if tick.isChecked()), *self._kept)
