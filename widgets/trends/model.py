"""What the Trends screen shows: pens, the stretch of time, cursors and what is compared. Its parts share this.

Times are seconds since 1970 UTC. The parts draw what the model holds and change it; they do not know each other.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from console.domain.readings import Signal as PlantSignal

if TYPE_CHECKING:
    from console.app.console import Console
    from console.history.facts import Window

log = logging.getLogger(__name__)

MOST_PENS = 12
SHORTEST, LONGEST = 60.0, 366 * 86400.0  # seconds on the time axis
COLORS = 8  # pens have the colours pen_0 … pen_7 of colors.toml, then again from the first on
POINTS = 2000  # of a window, while no plot has said how wide it is


@dataclass(frozen=True, slots=True)
class Pen:
    """One signal that is drawn: `id` as `Trends` knows it, `color` 0..7; `low`, `high` of its axis, None = free."""

    id: str
    color: int
    shown: bool = True
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """Another stretch of time, drawn over this one: what happened `shift` seconds earlier (later where negative)."""

    shift: float
    label: str


class TrendModel(QObject):
    """One for each Trends screen."""

    pens_changed = Signal()  # which there are, their order, colours, axes
    span_changed = Signal()  # start, end, or whether it is live
    cursors_changed = Signal()
    compared_changed = Signal()
    data_changed = Signal(str)  # the pen whose windows have come; "" = of all

    def __init__(self, console: Console) -> None:
        super().__init__()
        self.console = console
        self.pens: tuple[Pen, ...] = ()
        self.compared: tuple[Compared, ...] = ()
        self.cursors: tuple[float | None, float | None] = (None, None)  # the second for differences
        self.live = True
        self.end = console.now()
        self.length = 8 * 3600.0
        self.points = POINTS
        self._windows: dict[tuple[str, float], Window] = {}  # by pen and shift; 0.0 = this stretch itself
        self._failed: dict[str, str] = {}

    @property
    def start(self) -> float:
        """Where the time axis begins."""
        return self.end - self.length

    # Pens

    def add(self, id: str) -> bool:
        """Draw a signal too; False where it is drawn already or nothing more fits."""
        if len(self.pens) >= MOST_PENS or any(pen.id == id for pen in self.pens):
            return False
        taken = [pen.color for pen in self.pens]
        color = min(range(COLORS), key=lambda one: (taken.count(one), one))
        self.pens += (Pen(id, color),)
        self.pens_changed.emit()
        self.fetch([id])
        return True

    def remove(self, id: str) -> None:
        """Draw a signal no more."""
        self.use([pen for pen in self.pens if pen.id != id])

    def use(self, pens: list[Pen]) -> None:
        """Draw these and no others."""
        before = {pen.id for pen in self.pens}
        self.pens = tuple(pens[:MOST_PENS])
        kept = {pen.id for pen in self.pens}
        self._windows = {key: window for key, window in self._windows.items() if key[0] in kept}
        self.pens_changed.emit()
        self.fetch([pen.id for pen in self.pens if pen.id not in before])

    def change(self, id: str, **what: object) -> None:
        """Show a pen otherwise: `shown`, `color`, `low`, `high`."""
        self.pens = tuple(replace(pen, **what) if pen.id == id else pen for pen in self.pens)  # type: ignore[arg-type]
        self.pens_changed.emit()

    def signal(self, id: str) -> PlantSignal | None:
        """What is known of a signal: place, name, unit, limits; None: nothing, it is not in this plant (any more)."""
        return next((signal for signal in self.console.floor.plant.signals if signal.id == id), None)

    # Time

    def show(self, start: float, end: float) -> None:
        """Look at [start, end), frozen unless `end` is now or later."""
        now = self.console.now()
        self.length = min(max(end - start, SHORTEST), LONGEST)
        self.live = end >= now
        self.end = now if self.live else end
        self._moved()

    def follow(self, length: float | None = None) -> None:
        """Live: the axis ends now, always."""
        self.length = min(max(length or self.length, SHORTEST), LONGEST)
        self.live, self.end = True, self.console.now()
        self._moved()

    def freeze(self) -> None:
        """Stand still where it is."""
        self.live = False
        self.span_changed.emit()

    def compare(self, compared: list[Compared]) -> None:
        """Draw these stretches over this one."""
        self.compared = tuple(compared)
        self.compared_changed.emit()
        self.fetch()

    def point(self, at: float | None, second: bool = False) -> None:
        """Put a cursor at a time; None takes it away."""
        self.cursors = (self.cursors[0], at) if second else (at, self.cursors[1])
        self.cursors_changed.emit()

    # Data

    def window(self, id: str, shift: float = 0.0) -> Window | None:
        """What has come of a pen for [start - shift, end - shift); None: nothing yet. May be of an older stretch."""
        return self._windows.get((id, shift))

    def trouble(self, id: str) -> str:
        """Why nothing came of a pen, "" where it did or is awaited."""
        return self._failed.get(id, "")

    def beat(self, now: float) -> None:
        """About four times a second while the screen is seen: a live axis goes on."""
        if self.live:
            self.end = now
            self.span_changed.emit()
            self.fetch()

    def fetch(self, ids: list[str] | None = None) -> None:
        """Ask for the windows of these pens, or of all."""
        trends = self.console.trends
        if trends is None:
            return
        for id in ids if ids is not None else [pen.id for pen in self.pens]:
            for shift in (0.0, *(one.shift for one in self.compared)):
                self._fetch_one(id, shift)

    def _fetch_one(self, id: str, shift: float) -> None:
        assert self.console.trends is not None
        start, end, points = self.start - shift, self.end - shift, self.points

        def came(window: Window) -> None:
            self._failed.pop(id, None)
            if any(pen.id == id for pen in self.pens):
                self._windows[id, shift] = window
                self.data_changed.emit(id)

        def failed(error: Exception) -> None:
            self._failed[id] = str(error)
            self.data_changed.emit(id)

        key = f"pen {self.objectName()} {id} {shift}"
        self.console.trends.ask(lambda past: past.window(id, start, end, points), came, failed, key)

    def _moved(self) -> None:
        self.span_changed.emit()
        self.fetch()
