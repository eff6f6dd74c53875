"""From what the floor hears to the calls that the rules want. Main thread."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from console.domain.callrules import CallRule, Kind
from console.domain.events import QualityChecked, StationChanged
from console.domain.feeds import Hearing
from console.domain.floor import Floor
from console.domain.happenings import AlarmSeen, Happening, StateSeen, of_check, of_reading, of_station
from console.domain.raising import Outcome, RuleEngine
from console.domain.readings import AlarmText, Reading, Role, Signal
from console.domain.rounds import Round

ROUND = 2.0  # seconds in which every station is looked at once
MOST = 20_000  # happenings that wait while the rules are not known yet


class CallHearing:
    """Holds the rules' engine and tells it what happens, in the order of time."""

    def __init__(self, floor: Callable[[], Floor]) -> None:
        self._floor = floor
        self._engine: RuleEngine | None = None
        self._rules: tuple[CallRule, ...] = ()
        self._snapshot: Mapping[str, Any] = {}
        self._waiting: deque[Happening] = deque(maxlen=MOST)
        self._touched: set[str] = set()
        self._told: dict[str, tuple[object, ...]] = {}  # what the engine knows of each station
        self._wanted: dict[Signal, bool] = {}  # whether any rule wants to hear this signal
        self._counts = False
        self._round: Round[Hearing] = Round(())
        self._round_of: Floor | None = None
        self._looked = 0.0

    def remember(self, snapshot: Mapping[str, Any]) -> None:
        """What the engine knew before the console was ended."""
        self._snapshot = snapshot

    def use(self, rules: tuple[CallRule, ...], ways: Mapping[str, tuple[str, ...]], now: float) -> None:
        """These rules hold from now on; what goes on goes on."""
        if self._engine is not None:
            self._snapshot = self._engine.snapshot()
        self._engine = RuleEngine(rules, ways)
        if self._snapshot:
            self._engine.restore(self._snapshot, now)
        self._rules = rules
        self._counts = any(rule.kind is Kind.COUNTER and rule.active for rule in rules)
        self._wanted.clear()
        self._told.clear()

    def forget(self) -> None:
        """Another plant is shown: its signals are others."""
        self._wanted.clear()
        self._told.clear()

    def snapshot(self) -> dict[str, Any] | None:
        """What a restart needs; None while the rules are not known."""
        return self._engine.snapshot() if self._engine is not None else None

    @property
    def waiting(self) -> bool:
        """Whether something was heard that no rule was asked about yet."""
        return bool(self._waiting)

    # What happens

    def station(self, event: StationChanged) -> None:
        """Something about a station is another than before."""
        self._touched.add(event.station)

    def check(self, event: QualityChecked) -> None:
        """A piece was checked."""
        self._waiting.append(of_check(event, event.at))

    def state(self, place: str, at: float) -> None:
        """A station's state became another at `at`: told at once, because several may follow in one beat."""
        hearing = self._floor().hearings.get(place)
        if hearing is not None:
            self._tell(hearing, at)

    def hear(self, readings: Iterable[Reading], now: float) -> list[Outcome]:
        """What follows from a beat's readings, from what was told since the last one, and from the time that passed."""
        floor = self._floor()
        self._take(floor, readings)
        self._look(floor, now)
        if self._engine is None:
            return []
        waiting = sorted(self._waiting, key=_heard)
        self._waiting.clear()
        found = [outcome for happening in waiting for outcome in self._engine.hear(happening)]
        return found + self._engine.advance(now)

    # Inside

    def _take(self, floor: Floor, readings: Iterable[Reading]) -> None:
        wanted = self._wanted
        for reading in readings:
            signal = reading[0]
            listens = wanted.get(signal)
            if listens is None:
                listens = wanted[signal] = self._listens(signal)
            if listens:
                self._reading(floor, reading)

    def _listens(self, signal: Signal) -> bool:
        if signal.role is Role.ALARM:
            return self._engine is None or self._engine.listens(Kind.ALARM, signal.place)
        if signal.role is Role.TAG:
            return self._engine is not None and self._engine.listens(Kind.LIMIT, signal.place, signal.name)
        return False

    def _reading(self, floor: Floor, reading: Reading) -> None:
        feed = floor.feeds.get(reading.signal.id)
        seen = of_reading(reading, feed.when(reading) if feed is not None else reading.heard_at)
        if isinstance(seen, AlarmSeen) and isinstance(reading.value, AlarmText):
            seen = seen._replace(code=reading.value.code, level=reading.value.level)
        if seen is not None:
            self._waiting.append(seen)

    def _look(self, floor: Floor, now: float) -> None:
        """Stations that changed, and a share of all: one that goes on as before a restart changes nothing."""
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

    def _tell(self, hearing: Hearing, at: float) -> None:
        live = hearing.live
        counts = (live.good, live.scrap, live.rework) if self._counts else ()
        known = (live.state, live.no_data, live.reason, live.since, hearing.told.retained, *counts)
        if self._told.get(live.station.id) != known:
            self._told[live.station.id] = known
            seen = of_station(hearing, at)
            self._waiting.extend(seen if self._counts else (one for one in seen if isinstance(one, StateSeen)))


def _heard(happening: Happening) -> float:
    return happening.heard
