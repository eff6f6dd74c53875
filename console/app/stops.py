"""Stops: what the ribbons show becomes a record that wants a reason. Main thread, never waits.

A stop is told to the records as soon as it has lasted longer than a micro-stop, and again when it has ended. What the
records know already is told no second time, so a restart in the middle of a stop neither loses nor doubles it.
"""

from __future__ import annotations

import logging
import time
from collections import Counter, deque
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from console.app.queries.stops import StopsKnown, stops_known
from console.app.telling import AGAIN, Telling
from console.domain.commands.stops import BeginReasons, TellStops
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady, StopsChanged
from console.domain.floor import KEEP_RIBBON
from console.domain.reasons import Reason
from console.domain.reasons_shipped import shipped_reasons
from console.domain.ribbon import Ribbon, Segment
from console.domain.shifts import Calendar
from console.domain.stations import NoData, StationState
from console.domain.stop_moves import hear
from console.domain.stops import Stop, Stretch, ToldStop, stretches

if TYPE_CHECKING:
    from console.app.console import Console
    from console.domain.live import LineLive, StationLive

log = logging.getLogger(__name__)
LOOK_EVERY, READ_EVERY = 0.5, 1.0  # seconds
AT_ONCE, PLACES = 100, 40  # stops in one command, stations in one look
KINDS = frozenset({"stop", "stop_reason"})


class Stops:
    """One for each console."""

    def __init__(self, console: Console, chinese: bool = False) -> None:
        self.unexplained = 0  # over all time
        self.reasons: tuple[Reason, ...] = ()
        self.known = False  # whether the records have told what they hold
        self._console = console
        self._chinese = chinese
        self._recent: dict[str, list[Stop]] = {}  # by place
        self._lasting: list[str] = []  # places with a stop that lasts as the records know it
        self._open: Counter[str] = Counter()  # by place: stops of these hours that want a reason
        self._touched: deque[str] = deque()  # places whose ribbon was added to
        self._waits: set[str] = set()  # the same
        self._looked: dict[str, float] = {}  # by place: up to here every stop that is over was told
        self._said: dict[tuple[str, float], ToldStop] = {}  # on their way, by place and beginning
        self._telling = Telling(console)
        self._asking = self._shipping = False
        self._stale = True
        self._look_at = self._ask_at = 0.0
        console.on(RecordChanged, self._changed)
        console.on(RecordsReady, self._opened)
        self.use_plant()

    # What screens ask

    def unexplained_at(self, place: str) -> int:
        """How many stops of a station want a reason, of those of the last hours."""
        return self._open[place]

    def recent(self, place: str) -> tuple[Stop, ...]:
        """The stops of a station in the last hours, the oldest first."""
        return tuple(sorted(self._recent.get(place, ()), key=lambda stop: stop.since))

    def calendar(self, line: str) -> Calendar:
        """When a line is meant to produce; every hour of a line that the plant does not know."""
        hearing = self._console.floor.line_hearings.get(line)
        return hearing.calendar if hearing else Calendar("", self._console.floor.plant.timezone)

    # Life

    def start(self) -> None:
        """Begin, when the records are opened."""
        self._telling.begun = self._stale = True

    def close(self) -> None:
        """End; what was not told yet is found in the ribbons at the next start."""
        self._telling.begun = False

    def use_plant(self) -> None:
        """Another plant is shown, or the same one after its file was changed."""
        self._looked.clear()
        self._touched = deque(self._console.floor.stations)
        self._waits = set(self._touched)

    def state(self, place: str) -> None:
        """A segment of a station's ribbon ended."""
        if place not in self._waits:
            self._waits.add(place)
            self._touched.append(place)

    def beat(self, now: float) -> None:
        """One beat of the console, after the floor has taken what was heard."""
        at = time.monotonic()
        if not self._telling.begun or at < self._look_at:
            return
        self._look_at = at + LOOK_EVERY
        self._telling.beat(at)
        if self._stale and not self._asking and at >= self._ask_at:
            self._ask(now)
        if self.known:
            self._look(now)

    # Hearing

    def _look(self, now: float) -> None:
        told: list[ToldStop] = []
        for place in self._places():
            told.extend(self._told(self._console.floor.stations[place], now))
        for begin in range(0, len(told), AT_ONCE):
            self._telling.give(TellStops(tuple(told[begin : begin + AT_ONCE])))

    def _places(self) -> Iterator[str]:
        """Stations that may have something to tell: those that stand still, here or in the records, and some that
        changed since."""
        floor = self._console.floor
        standing = [place for place, live in floor.stations.items() if live.state is StationState.STOPPED]
        standing += self._lasting
        changed = [self._touched.popleft() for _ in range(min(len(self._touched), PLACES))]
        self._waits.difference_update(changed)
        yield from (place for place in dict.fromkeys((*standing, *changed)) if place in floor.stations)

    def _told(self, live: StationLive, now: float) -> Iterator[ToldStop]:
        place, line = live.station.id, self._console.floor.line_of(live.station.id)
        tail = _tail(live.ribbon, self._looked.get(place, now - KEEP_RIBBON))
        waits = _may_go_on(live, now)
        for stretch in stretches(tail):
            if waits and stretch.until == live.ribbon.closed[-1].until:
                self.state(place)  # whether it goes on shows as soon as something is heard
                return
            if self._counts(stretch, line, now):
                yield from self._news(_heard(stretch, place, line))
            self._looked[place] = stretch.since if stretch.until is None else stretch.until
        if live.state is not StationState.STOPPED and live.ribbon.closed and not waits:
            self._looked[place] = live.ribbon.closed[-1].until or now
        yield from self._lost(live)

    def _lost(self, live: StationLive) -> Iterator[ToldStop]:
        """The end of a stop that nobody saw, because what was kept of the shift is gone: when something was known
        again."""
        place, closed = live.station.id, live.ribbon.closed
        for stop in self._recent.get(place, ()):
            if stop.until is not None or live.state in (StationState.STOPPED, StationState.NO_DATA):
                continue
            since = stop.since.timestamp()
            seen = [one for one in closed if one.state is not StationState.NO_DATA and (one.until or since) > since]
            known = min([live.since, *(one.since for one in seen)])
            if known > since:
                yield from self._news(_over_at(stop, known))

    def _counts(self, stretch: Stretch, line: LineLive, now: float) -> bool:
        """Whether the account calls it a stop: long enough, and some of it in planned time."""
        until = now if stretch.until is None else stretch.until
        long = until - stretch.since >= line.line.micro_stop
        return long and self.calendar(line.line.id).planned_seconds(stretch.since, until) > 0

    def _news(self, told: ToldStop) -> Iterator[ToldStop]:
        """The stop, unless the records know it so, or it is on its way there."""
        key = (told.place, told.since.timestamp())
        if self._said.get(key) == told:
            return
        if hear(self._recent.get(told.place, ()), told, self.reasons, told.since) is not None:
            self._said[key] = told
            yield told

    # Telling and reading

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in KINDS:
            self._stale = True

    def _opened(self, event: RecordsReady) -> None:
        if not event.code:  # other records may be there now: a backup, say
            self._stale, self._shipping, self._ask_at = True, False, 0.0
            self.known = False  # nothing is told before it is known what they hold
            self._said.clear()
            self.use_plant()

    def _ask(self, now: float) -> None:
        self._stale, self._asking = False, True
        since = datetime.fromtimestamp(now, UTC) - timedelta(seconds=KEEP_RIBBON + 3600)
        self._console.office.ask(stops_known(since), self._heard, self._cannot)

    def _cannot(self, refusal: Refusal) -> None:
        log.debug("Stops cannot be read now: %s", refusal)
        self._asking, self._stale = False, True
        self._ask_at = time.monotonic() + AGAIN

    def _heard(self, told: StopsKnown) -> None:
        self._asking = False
        self._ask_at = time.monotonic() + READ_EVERY
        if not told.reasons:
            if not self._shipping:
                self._telling.give(BeginReasons(shipped_reasons(self._chinese)))  # and then they are read
            self._shipping = True
            return
        self.known, self.reasons, self.unexplained = True, told.reasons, told.unexplained
        self._recent = {}
        for stop in told.recent:
            self._recent.setdefault(stop.place, []).append(stop)
        self._lasting = [stop.place for stop in told.recent if stop.until is None]
        self._open = Counter(stop.place for stop in told.recent if not stop.reason)
        if len(self._said) > 10 * AT_ONCE:
            self._said.clear()
        self._console.bus.publish(StopsChanged())


def _tail(ribbon: Ribbon, since: float) -> list[Segment]:
    """The newest segments, back to the last one that was over by then; the one that lasts has no end."""
    found = [ribbon.open] if ribbon.open is not None else []
    for segment in reversed(ribbon.closed):
        if segment.until is not None and segment.until <= since:
            break
        found.append(segment)
    return found[::-1]


def _may_go_on(live: StationLive, now: float) -> bool:
    """Whether the console was away since the last segment, so briefly that what was before may last on."""
    lasts = live.ribbon.open
    away = lasts is not None and lasts.no_data is NoData.AWAY and bool(live.ribbon.closed)
    return away and lasts is not None and now - lasts.since <= live.station.expected_interval


def _over_at(stop: Stop, at: float) -> ToldStop:
    """The stop as one that was over at that time."""
    until = datetime.fromtimestamp(at, UTC)
    return ToldStop(stop.place, stop.since, until, stop.machine, stop.line, stop.area)


def _heard(stretch: Stretch, place: str, line: LineLive) -> ToldStop:
    since = datetime.fromtimestamp(stretch.since, UTC)
    until = None if stretch.until is None else datetime.fromtimestamp(stretch.until, UTC)
    return ToldStop(place, since, until, stretch.machine, line.line.id, line.line.area)


__all__ = ["Stops"]
