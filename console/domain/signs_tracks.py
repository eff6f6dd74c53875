"""Tracks: what the engine of signs keeps of each signal, and what it knows of the place where it is measured."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import inf
from typing import Any, Protocol

from console.domain.clocks import TOLERANCE
from console.domain.readings import Quality, Reading, Signal
from console.domain.signs_series import Pulse, Series, Still, numbered

THIN = 1.0  # seconds
LATE_MOST = 20  # late readings in a row after which the sender's clock is taken as wrong instead


class Waker(Protocol):
    """Something that waits until a signal is heard again."""

    def wake(self, track: Track, at: float) -> None:
        """It was heard."""


@dataclass(slots=True)
class Link:
    """The connection to the broker."""

    up: bool = True
    since: float = 0.0


@dataclass(slots=True)
class Spot:
    """A station or line, as far as signs need it."""

    told: bool = False  # whether anybody ever told what it does
    runs: bool = True  # or nobody ever told
    planned: bool = True
    planned_since: float = 0.0
    tracks: list[Track] = field(default_factory=list)

    def tell(self, running: bool | None, planned: bool, at: float) -> None:
        """It does this from `at` on."""
        if planned and not self.planned:
            self.planned_since = at
        self.told = self.told or running is not None
        self.runs, self.planned = (running is True) if self.told else True, planned
        if not self.runs:
            for track in self.tracks:
                for still in track.stills.values():
                    still.pause()


class Track:
    """One signal that at least one rule looks at. Only what its rules need is kept."""

    __slots__ = (
        *(
            "_count",
            "_high",
            "_late",
            "_low",
            "_punctual",
            "_taken",
            "_time_of",
            "_times",
            "_values",
            "always",
            "heard",
            "link",
            "missed",
            "place",
            "pulse",
            "running",
        ),
        *("signal", "spot", "stills", "value", "wakers", "way"),
    )

    def __init__(
        self,
        signal: Signal,
        way: tuple[str, ...],
        spot: Spot,
        link: Link,
        time_of: Callable[[Reading], float] | None,
    ) -> None:
        self.signal = signal
        self.place = signal.place
        self.way = way
        self.spot = spot
        self.link = link
        self.pulse: Pulse | None = None
        self.running: dict[float, Series] = {}  # by length: of the time in which the station runs
        self.always: dict[float, Series] = {}
        self.stills: dict[tuple[float, float], Still] = {}
        self.wakers: list[Waker] = []
        self.missed = 0  # rules that find it overdue
        self.heard = 0.0  # last, seconds UTC
        self.value: float | None = None  # last
        self._time_of = time_of
        self._punctual = False
        self._late = 0
        self._taken = -inf  # when a reading was taken at once
        self._count = 0  # readings that wait
        self._times = self._values = 0.0
        self._low, self._high = inf, -inf

    def hear(self, reading: Reading) -> None:
        """One reading of it; a snapshot of the broker's says nothing about now.

        What comes less than THIN seconds after one that was taken waits for the next of those, and is taken as a mean.
        """
        _, value, told, heard, quality, retained, *_ = reading
        if retained:
            return
        self.heard = heard
        soon = self._taken <= heard < self._taken + THIN
        if not soon:
            self._take(heard)
        number = value if type(value) is float else numbered(value)
        if number is None or number - number != 0 or quality is Quality.BAD:
            return
        t = heard if told is None and self._time_of is None else self._when(reading)
        if t is None:
            return
        self.value = number
        if soon:
            self._count += 1
            self._times += t
            self._values += number
            if number < self._low:
                self._low = number
            if number > self._high:
                self._high = number
        else:
            self._add(t, number, number, number)

    def _take(self, heard: float) -> None:
        """Take what has waited."""
        self._taken = heard
        if self.pulse is not None:
            known = max(self.link.since, self.spot.planned_since)
            expected = self.spot.planned and self.pulse.last >= known
            self.pulse.beat(heard, expected, expected and self.missed > 0)
        if self._count:
            self._add(self._times / self._count, self._values / self._count, self._low, self._high)
            self._count, self._times, self._values = 0, 0.0, 0.0
            self._low, self._high = inf, -inf

    def _add(self, t: float, mean: float, low: float, high: float) -> None:
        for series in self.always.values():
            series.add(t, mean)
        if self.spot.runs:
            for series in self.running.values():
                series.add(t, mean)
            for still in self.stills.values():
                still.add(t, low)
                if high != low:
                    still.add(t, high)

    def _when(self, reading: Reading) -> float | None:
        """When it happened; None for what a punctual sender tells late: it would be drawn where it does not belong."""
        if self._time_of is not None:
            return self._time_of(reading)
        told, heard = reading.source_time, reading.heard_at
        if told is None:
            return heard
        if -TOLERANCE <= heard - told <= TOLERANCE:
            self._punctual, self._late = True, 0
            return min(told, heard)
        self._late += 1
        if self._punctual and self._late <= LATE_MOST:
            return None
        self._punctual = False
        return heard

    def kept(self, full: bool) -> dict[str, Any]:
        """As JSON can hold it; `full`: with what the windows hold, else only what takes long to learn."""
        told: dict[str, Any] = {"heard": self.heard, "value": self.value}
        if self.stills:
            told["stills"] = [[*key, *still.kept()] for key, still in self.stills.items()]
        if self.pulse is not None:
            told["pulse"] = self.pulse.kept(full)
        if full:
            told["running"] = {str(over): series.kept() for over, series in self.running.items()}
            told["always"] = {str(over): series.kept() for over, series in self.always.items()}
        return told

    def restore(self, told: dict[str, Any]) -> None:
        """Go on from what was kept; what its rules do not need any more is left out."""
        for mine, name in ((self.running, "running"), (self.always, "always")):
            for over, series in mine.items():
                series.restore(told.get(name, {}).get(str(over), []))
        for step, breath, *rest in told.get("stills", ()):
            if (step, breath) in self.stills:
                self.stills[step, breath].restore(rest)
        if self.pulse is not None and told.get("pulse"):
            self.pulse.restore(told["pulse"])
        self.heard, self.value = float(told.get("heard", 0.0)), told.get("value")
