"""What the Trends screen shows: pens, the stretch of time, cursors and what is compared. Its parts share this.

Times are seconds since 1970 UTC. The parts draw what the model holds and change it; they do not know each other.
"""

from __future__ import annotations

import weakref
from dataclasses import dataclass, replace
from math import isfinite
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from console.app.console import PlantOpened
from console.domain.readings import Reading, Role
from console.domain.readings import Signal as PlantSignal
from widgets.trends.fetching import Fetching

if TYPE_CHECKING:
    from console.app.console import Console
    from console.history.facts import State, Window
    from widgets.trends.curves import Curve

MOST_PENS = 12
SHORTEST, LONGEST = 60.0, 366 * 86400.0  # seconds on the time axis
COLORS = 8  # pens have the colours pen_0 … pen_7 of colors.toml, then again from the first on
POINTS = 2000  # pixels of the time axis, while no plot has said how wide it is


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
    """Another stretch of time, drawn over this one: what happened `shift` seconds earlier (later where negative).

    Of a run of an order or a unit only what lies in [since, until) is drawn; None = all.
    """

    shift: float
    label: str
    since: float | None = None
    until: float | None = None


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
        self.points = POINTS  # pixels that the time axis is wide
        self._fetching = Fetching(self)
        self._signals: dict[str, PlantSignal] = {}  # of the plant that is open, as far as they were asked for
        self._counted = -1  # signals that the plant had then
        self._former: dict[str, PlantSignal | None] = {}  # of pens that the plant does not have (any more)
        self._heard: dict[int, str] = {}  # pens by the index of their signal
        self._newest: dict[str, Reading] = {}
        self._listen()

    @property
    def start(self) -> float:
        """Where the time axis begins."""
        return self.end - self.length

    @property
    def pixel(self) -> float:
        """Seconds that a pixel of the time axis stands for."""
        return self.length / max(self.points, 1)

    def pixel_of(self, width: int) -> float:
        """Seconds that a pixel stands for where the time axis is so wide."""
        return self.length / max(width, 1)

    # Pens

    def add(self, id: str) -> bool:
        """Draw a signal too; False where it is drawn already or nothing more fits."""
        if len(self.pens) >= MOST_PENS or any(pen.id == id for pen in self.pens):
            return False
        taken = [pen.color for pen in self.pens]
        color = min(range(COLORS), key=lambda one: (taken.count(one), one))
        self.use([*self.pens, Pen(id, color)])
        return True

    def remove(self, id: str) -> None:
        """Draw a signal no more."""
        self.use([pen for pen in self.pens if pen.id != id])

    def use(self, pens: list[Pen]) -> None:
        """Draw these and no others."""
        before = {pen.id for pen in self.pens}
        self.pens = tuple(pens[:MOST_PENS])
        kept = {pen.id for pen in self.pens}
        self._fetching.keep_only(kept)
        self._newest = {id: reading for id, reading in self._newest.items() if id in kept}
        self._attend()
        self.pens_changed.emit()
        self.fetch([pen.id for pen in self.pens if pen.id not in before])

    def change(self, id: str, **what: object) -> None:
        """Show a pen otherwise: `shown`, `color`, `low`, `high`."""
        self.pens = tuple(replace(pen, **what) if pen.id == id else pen for pen in self.pens)  # type: ignore[arg-type]
        self.pens_changed.emit()
        self.fetch([id])

    def signal(self, id: str) -> PlantSignal | None:
        """What is known of a signal: place, name, unit, limits; None: nothing, it is not in this plant (any more)."""
        plant = self.console.floor.plant.signals
        if len(plant) != self._counted:
            self._counted = len(plant)
            self._signals = {signal.id: signal for signal in plant}
        return self._signals.get(id)

    def target(self, id: str) -> float | None:
        """Where a pen should be: the takt of the line, or the ideal cycle of the station, for a cycle time."""
        signal = self.signal(id)
        if signal is None or signal.role is not Role.CYCLE:
            return None
        live = self.console.floor.stations.get(signal.place)
        if live is None:
            return None
        return self.console.floor.line(live.station.line).line.takt or live.station.ideal_cycle

    def former(self, id: str) -> PlantSignal | None:
        """A signal that is not in this plant (any more), as the history remembers it; None: not (yet) known."""
        return self._former.get(id)

    def remember(self, id: str, signal: PlantSignal | None) -> None:
        """What the history knows of a signal that is not in the plant."""
        self._former[id] = signal

    def newest(self, id: str) -> Reading | None:
        """The last reading heard of a pen; None: none was, or it belongs to another historian."""
        return self._newest.get(id)

    def learn(self, reading: Reading | None, id: str) -> None:
        """The last reading that the history has of a pen: shown until a newer one is heard."""
        known = self._newest.get(id)
        if reading is not None and (known is None or known.heard_at <= reading.heard_at):
            self._newest[id] = reading

    # Time

    def show(self, start: float, end: float) -> None:
        """Look at [start, end), frozen unless `end` is now or later; nothing was recorded before 1970."""
        if not (isfinite(start) and isfinite(end)):
            return
        now = self.console.now()
        self.length = min(max(end - start, SHORTEST), LONGEST)
        self.live = end >= now
        self.end = now if self.live else max(end, self.length)
        self._moved()

    def follow(self, length: float | None = None) -> None:
        """Live: the axis ends now, always."""
        self.length = min(max(length or self.length, SHORTEST), LONGEST)
        self.live, self.end = True, self.console.now()
        self._moved()

    def freeze(self) -> None:
        """Stand still where it is."""
        if self.live:
            self.live = False
            self._moved()

    def compare(self, compared: list[Compared]) -> None:
        """Draw these stretches over this one."""
        self.compared = tuple(compared)
        self._fetching.keep_only({pen.id for pen in self.pens})
        self.compared_changed.emit()
        self.fetch()

    def point(self, at: float | None, second: bool = False) -> None:
        """Put a cursor at a time; None takes it away."""
        self.cursors = (self.cursors[0], at) if second else (at, self.cursors[1])
        self.cursors_changed.emit()

    # Data

    def window(self, id: str, shift: float = 0.0) -> Window | None:
        """What has come of a pen around [start - shift, end - shift); None: nothing yet, or the pen has no numbers.

        It reaches further than what is shown, so that panning shows data at once; while a new one is on its way it is
        of an older stretch, which may not cover all of this one.
        """
        held = self._fetching.held(id, shift)
        return held.window if held is not None else None

    def curve(self, id: str, shift: float = 0.0) -> Curve | None:
        """The same as a line to be drawn."""
        held = self._fetching.held(id, shift)
        return held.curve if held is not None else None

    def states(self, id: str, shift: float = 0.0) -> tuple[State, ...] | None:
        """The same for a pen whose values are words or yes and no; None: nothing yet, or it has numbers."""
        held = self._fetching.held(id, shift)
        return held.states if held is not None else None

    def trouble(self, id: str) -> str:
        """Why nothing came of a pen, "" where it did or is awaited."""
        return self._fetching.trouble(id)

    def beat(self, now: float) -> None:
        """About four times a second while the screen is seen: a live axis goes on, a pixel at a time."""
        if self.live and not 0 <= now - self.end < self.pixel:
            self.end = now
            self.span_changed.emit()
        self._fetching.beat(now)

    def fetch(self, ids: list[str] | None = None) -> None:
        """Ask for the windows of these pens, or of all, where what is held does not cover what is shown."""
        self._fetching.look(ids)

    def refetch(self) -> None:
        """Ask for everything again: what is held may be out of date."""
        self._fetching.forget()
        self.fetch()

    # Inside

    def _moved(self) -> None:
        self.span_changed.emit()
        self.fetch()

    def _listen(self) -> None:
        """Hear the readings of the pens as long as this lives."""
        hear, renew = weakref.WeakMethod(self._hear), weakref.WeakMethod(self._renew)

        def heard(readings: list[Reading], now: float) -> None:
            method = hear()
            if method is not None:
                method(readings)

        def opened(_: PlantOpened) -> None:
            method = renew()
            if method is not None:
                method()

        self.console.follow_readings(heard)
        self.console.on(PlantOpened, opened)

    def _renew(self) -> None:
        """Another plant is open."""
        self._counted = -1
        self._attend()
        self.pens_changed.emit()

    def _attend(self) -> None:
        """Which signals are listened to: those of the pens, by their place in the plant's table."""
        known = ((pen.id, self.signal(pen.id)) for pen in self.pens)
        self._heard = {signal.index: id for id, signal in known if signal is not None and signal.index >= 0}

    def _hear(self, readings: list[Reading]) -> None:
        heard, newest = self._heard, self._newest
        if not heard:
            return
        for reading in readings:
            id = heard.get(reading[0].index)
            if id is not None:
                newest[id] = reading
