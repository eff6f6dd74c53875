"""From what the floor hears to the signs that the rules look for: live, and in a dry run over what is remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from console.domain.feeds import Hearing
from console.domain.floor import Floor
from console.domain.readings import Reading, Signal
from console.domain.rounds import Round
from console.domain.signs import Asked, Charted, SignEngine, SignOutcome
from console.domain.stations import UNPLANNED_OUT, StationState
from console.domain.warning_rules import WarningRule

ROUND = 2.0  # seconds in which every station is looked at once
BEAT = 0.5  # seconds between two looks of the rules


class SignHearing:
    """Holds the engine and tells it what happens, in the order of time. Belongs to one thread."""

    def __init__(self, floor: Callable[[], Floor]) -> None:
        self._floor = floor
        self.engine: SignEngine | None = None
        self._wanted = _Wanted(None)
        self._snapshot: Mapping[str, Any] = {}
        self._touched: set[str] = set()
        self._told: dict[str, tuple[bool | None, bool]] = {}  # by station: whether it runs and is planned to
        self._made: dict[str, tuple[int, int]] = {}  # by station: count as the floor has it, and without its resets
        self._left: dict[str, float | None] = {}  # by line: pieces of its order still to be made
        self._up: bool | None = None
        self._round: Round[Hearing] = Round(())
        self._round_of: Floor | None = None
        self._looked = self._beaten = 0.0

    def remember(self, snapshot: Mapping[str, Any]) -> None:
        """What the engine knew before the console was ended; used when the rules are known."""
        self._snapshot = snapshot

    def use(
        self,
        rules: Iterable[WarningRule],
        ways: Mapping[str, tuple[str, ...]],
        now: float,
        known: Mapping[str, Any] | None = None,
    ) -> None:
        """These rules hold from now on, at this plant; what goes on goes on, or as another engine `known` it."""
        if known is not None:
            self._snapshot = known
        elif self.engine is not None:
            self._snapshot = self.engine.snapshot()
        floor = self._floor()
        self.engine = SignEngine(rules, floor.plant, ways)
        if self._snapshot:
            self.engine.restore(self._snapshot, now)
        self._wanted = _Wanted(self.engine)
        for known in (self._told, self._left):
            known.clear()
        if self._up is not None:
            self.engine.link(self._up, now)
        self._tell_all(floor, now)

    def snapshot(self, full: bool = True) -> dict[str, Any] | None:
        """What a restart needs; None while the rules are not known. Not `full`: see `SignEngine.snapshot`."""
        return self.engine.snapshot(full) if self.engine is not None else None

    # What happens

    def link(self, up: bool, at: float) -> None:
        """The connection to the broker stands or not."""
        if up is not self._up:
            self._up = up
            if self.engine is not None:
                self.engine.link(up, at)

    def station(self, station: str) -> None:
        """Something about a station is another than before."""
        self._touched.add(station)

    def charted(self, point: Charted) -> None:
        """A control chart has a new point."""
        if self.engine is not None:
            self.engine.charted(point)

    def hear(self, readings: Iterable[Reading], now: float) -> list[SignOutcome]:
        """What follows from a beat's readings and from the time that passed; nothing while there are no rules."""
        engine = self.engine
        if engine is None:
            return []
        wanted = self._wanted
        mine = [reading for reading in readings if wanted[reading[0]]]
        if mine:
            engine.hear(mine, now)
        if now - self._beaten < BEAT and now >= self._beaten:
            return []
        self._beaten = now
        self._look(self._floor(), now)
        return engine.beat(now)

    def needs(self) -> list[Asked]:
        """What the rules must know of the past."""
        return self.engine.needs() if self.engine is not None else []

    # Inside

    def _look(self, floor: Floor, now: float) -> None:
        """Stations that changed, and a share of all."""
        if self._round_of is not floor:
            self._round_of, self._round = floor, Round(list(floor.hearings.values()))
        share = min(1.0, max(0.0, now - self._looked) / ROUND)
        self._looked = now
        touched, self._touched = self._touched, set()
        for place in touched:
            hearing = floor.hearings.get(place)
            if hearing is not None:
                self._tell(hearing, now)
        for hearing in self._round.take(share):
            self._tell(hearing, now)
        self._orders(floor, now)

    def _tell_all(self, floor: Floor, now: float) -> None:
        for hearing in floor.hearings.values():
            self._tell(hearing, now)
        self._orders(floor, now)

    def _tell(self, hearing: Hearing, now: float) -> None:
        assert self.engine is not None
        live = hearing.live
        place, state = live.station.id, live.state
        running = None if state is StationState.NO_DATA else state is StationState.RUNNING
        known = running, state not in UNPLANNED_OUT
        if self._told.get(place) != known:
            self._told[place] = known
            self.engine.state(place, running, min(live.since, now) if live.since else now, known[1])
        made = live.good + live.scrap
        before, total = self._made.get(place, (made, made))
        if made != before or place not in self._made:
            total += made - before if made >= before else made  # a new shift begins at nought
            self._made[place] = made, total
            self.engine.made(place, total, now)

    def _orders(self, floor: Floor, now: float) -> None:
        assert self.engine is not None
        for line in floor.lines:
            left = float(max(0, line.target - line.good)) if line.order and line.target is not None else None
            if line.line.id not in self._left or self._left[line.line.id] != left:
                self._left[line.line.id] = left
                self.engine.order(line.line.id, left, now)


class _Wanted(dict[Signal, bool]):
    """Whether any rule looks at a signal; asked once for each."""

    def __init__(self, engine: SignEngine | None) -> None:
        super().__init__()
        self._engine = engine

    def __missing__(self, signal: Signal) -> bool:
        found = self[signal] = self._engine is not None and self._engine.watches(signal)
        return found
