"""Watches: one rule looking at one signal, when it looks and what it needs to be kept of the signal."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from math import floor
from statistics import fmean
from zlib import crc32

from console.domain.signs_looks import Facts, forecast, rate, stuck
from console.domain.signs_material import Pieces, consumption, material
from console.domain.signs_series import Series, Still
from console.domain.signs_tracks import Track
from console.domain.warning_rules import Sign, WarningRule

LOOKS = 20  # in the length of a window
OFTENEST, RAREST = 1.0, 300.0  # seconds between two looks
DRIFT_OFTENEST = 900.0  # each look asks the past about as many hours as there are days
BREATH = 0.25  # of the time of standing still that may lie between two readings of a signal that keeps coming
KNOWN_LEAST = 0.7  # of the window's points that must be there for its mean to be compared


class Watch(ABC):
    """Falls due at times that only rule and signal decide, so that live and replay look at the same moments."""

    holds = 1  # looks in a row that must show the sign

    def __init__(self, rule: WarningRule, track: Track) -> None:
        self.rule = rule
        self.track = track
        self.due = float("inf")
        self.shown = 0  # looks in a row that showed it
        self.waken: Callable[[Watch], None] = _nobody
        self.every = min(RAREST, max(OFTENEST, rule.over / LOOKS))
        self._phase = crc32(f"{rule.id}|{track.signal.id}".encode()) % 1000 / 1000

    def next_after(self, at: float) -> float:
        """The next of its moments after `at`."""
        return (floor(at / self.every - self._phase + 1e-6) + 1 + self._phase) * self.every

    def tired(self, at: float) -> bool:
        """Whether nothing more can be seen until the signal is heard again."""
        return at - self.track.heard > self.rule.over + 2 * self.every

    def looks(self) -> bool:
        """Whether it looks at all now: at a station that stands still there is nothing to see."""
        return self.track.spot.runs

    def wake(self, track: Track, at: float) -> None:
        """Its signal is heard (again): it looks from now on."""
        track.wakers.remove(self)
        self.due = self.next_after(at)
        self.waken(self)

    @abstractmethod
    def look(self, at: float) -> Facts | None:
        """The evidence, None where there is no sign."""


def _nobody(watch: Watch) -> None:
    """Nobody wants to know."""


def _series(kept: dict[float, Series], over: float) -> Series:
    return kept.setdefault(over, Series(over))


class RateWatch(Watch):
    """A value rises or falls fast."""

    holds = 2

    def __init__(self, rule: WarningRule, track: Track) -> None:
        super().__init__(rule, track)
        self._series = _series(track.running, rule.over)

    def look(self, at: float) -> Facts | None:
        """By the line through the window."""
        return rate(self.rule, self._series.points(at))


class ForecastWatch(Watch):
    """A value goes towards a limit of its signal."""

    holds = 3

    def __init__(self, rule: WarningRule, track: Track) -> None:
        super().__init__(rule, track)
        self._series = _series(track.running, rule.over)

    def look(self, at: float) -> Facts | None:
        """By the line through the window."""
        signal = self.track.signal
        return forecast(self.rule, signal.low, signal.high, self._series.points(at), at)


class StuckWatch(Watch):
    """A value stands still."""

    def __init__(self, rule: WarningRule, track: Track) -> None:
        super().__init__(rule, track)
        key = (rule.limit, rule.over * BREATH)
        self._still = track.stills.setdefault(key, Still(*key))

    def look(self, at: float) -> Facts | None:
        """By how long it has not moved."""
        if at - self.track.heard > self.rule.over * BREATH:
            return None
        return stuck(self.rule, self._still)


class DriftWatch(Watch):
    """The mean of an hour is another than on other days: only asks, the answer decides."""

    def __init__(self, rule: WarningRule, track: Track, ask: Callable[[DriftWatch, float, float], None]) -> None:
        super().__init__(rule, track)
        self.every = max(DRIFT_OFTENEST, rule.over / 2)
        self._series = _series(track.running, rule.over)
        self._ask = ask

    def look(self, at: float) -> Facts | None:
        """Ask, where the hour is known well enough."""
        points = self._series.points(at)
        known = {int(t / self._series.width) for t, _ in points}
        if len(known) >= KNOWN_LEAST * self.rule.over / self._series.width:
            self._ask(self, at, fmean(value for _, value in points))
        return None


class MaterialWatch(Watch):
    """What is left at the line."""

    holds = 2

    def __init__(
        self,
        rule: WarningRule,
        track: Track,
        pieces: Mapping[str, Pieces],
        orders: Mapping[str, float],
        paces: Mapping[str, str],
    ) -> None:
        """`pieces` by station, `orders`: remaining pieces by line, `paces`: the station that counts for a line."""
        super().__init__(rule, track)
        self._series = _series(track.always, rule.over)
        self._pieces = pieces
        self._orders = orders
        self._paces = paces

    def looks(self) -> bool:
        """Always: material may run out while a station waits for it."""
        return True

    def tired(self, at: float) -> bool:
        """Never: a level that is told only when it changes still holds."""
        return False

    def look(self, at: float) -> Facts | None:
        """By its consumption, and by what the order still takes."""
        left, way = self.track.value, self.track.way
        if left is None:
            return None
        place = next((id for id in (self.track.place, self._paces.get(self.track.place, "")) if id in self._pieces), "")
        made = self._pieces[place].rate(at, self.rule.over) if place else None
        remaining = next((self._orders[id] for id in reversed(way) if id in self._orders), None)
        return material(self.rule, left, consumption(self._series.points(at)), made, remaining)


LINES: Mapping[Sign, Callable[[WarningRule, Track], Watch]] = {
    Sign.RATE: RateWatch,
    Sign.FORECAST: ForecastWatch,
    Sign.STUCK: StuckWatch,
}
