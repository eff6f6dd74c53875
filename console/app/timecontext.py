"""What lies on a time axis beside measured values: states, orders and units, shifts, calls, stops and notes of places.

Everything is read off the main thread: held values from the history, slice by slice, the rest from the records. The
newest states are those of the live board. What was not read yet is not there; `changed` is called when more is.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from console.app.console import PlantOpened
from console.app.queries.trends import Happened
from console.app.timerecords import Look, Recorded
from console.app.timeslices import Read, Slice, Slices, Sources, Track, held_at, read, width_of
from console.domain.readings import Role, Signal
from console.domain.shifts import Calendar, Shift
from console.domain.timeline import NO_DATA, Held, cut, joined, thinned

if TYPE_CHECKING:
    from console.app.console import Console
    from console.app.trends import Past
    from console.domain.live import StationLive

AGAIN = 5.0  # seconds after which it is tried again to read what could not be read
ALIVE = (Role.TAG, Role.GOOD, Role.CYCLE, Role.SCRAP, Role.REWORK, Role.OEE)  # what tells soonest of a silence
USUAL_CYCLE, UNIT_PIXELS = 30.0, 14.0  # seconds of a piece where nobody says; how wide it must be
SHIFT_PIXELS = 6.0  # a shift that is narrower is not told from the next one


@dataclass(frozen=True, slots=True)
class Facts:
    """What was so at a time. Values of stations by place; "" = none, or not known."""

    at: float
    states: tuple[tuple[str, str], ...]
    order: str = ""
    product: str = ""
    unit: str = ""


class TimeContext:
    """One for each time axis. Main thread only, never waits."""

    def __init__(self, console: Console) -> None:
        self.look = Look()
        self.trouble = ""  # why the history cannot be read
        self._console = console
        self._slices, self._records = Slices(), Recorded(console, self._tell)
        self._listeners: list[Callable[[], None]] = []
        self._reading, self._again_at, self._told = False, 0.0, 0
        self._shifts: tuple[tuple[object, ...], tuple[Shift, ...]] = ((), ())
        self._recent: dict[tuple[str, float], tuple[int, list[Held]]] = {}
        self._indexed, self._by_place = -1, dict[str, list[Signal]]()
        self._own: dict[str, Calendar] = {}  # calendars for the reading thread, by line
        self._end = console.on(PlantOpened, lambda event: self._other_plant())

    def close(self) -> None:
        """Hear no more."""
        self._end()
        self._records.close()
        self._listeners.clear()

    def when_changed(self, tell: Callable[[], None]) -> None:
        """Do this when more is known."""
        self._listeners.append(tell)

    # Looking

    def show(self, places: Iterable[str], start: float, end: float, pixels: int) -> None:
        """Look at these stations and lines, and at this stretch of time on so many pixels."""
        self.look = Look(tuple(dict.fromkeys(places)), start, end, pixels)

    def beat(self) -> None:
        """Read what is missing or has grown; a few times a second while somebody looks."""
        if self.look.places:
            self._read_more()
            self._records.ask(self.look, self.around)

    @property
    def complete(self) -> bool:
        """Whether the whole axis was read."""
        width = width_of(self.look.pixel)
        spans = ((track, *self._span(track)) for track in self._tracks())
        return self.happened is not None and all(self._slices.whole(t, width, a, b) for t, a, b in spans)

    # What is known

    @property
    def mark(self) -> tuple[object, ...]:
        """It is the same as long as nothing more is known; what lasts goes on with the time."""
        lives = [self._console.floor.stations[station].ribbon for station in self.stations]
        return (self._told, *((len(one.closed), one.open.state if one.open else None) for one in lives))

    @property
    def happened(self) -> Happened | None:
        """Calls, stops and notes of the axis and a little around it; None: nothing came yet."""
        return self._records.found

    @property
    def stations(self) -> tuple[str, ...]:
        """The stations that are looked at; of a line that is looked at by itself, the one that paces it."""
        known = self._console.floor.stations
        found = [place for place in self.look.places if place in known]
        for line in () if found else self.lines:
            paces = self._console.floor.line(line).line.pace_station
            found += [paces.id] if paces is not None else []
        return tuple(dict.fromkeys(found))

    @property
    def lines(self) -> tuple[str, ...]:
        """Their lines."""
        floor = self._console.floor
        found = [floor.stations[p].station.line if p in floor.stations else p for p in self.look.places]
        return tuple(line for line in dict.fromkeys(found) if line in floor.line_hearings)

    @property
    def around(self) -> tuple[str, ...]:
        """The places of which calls, stops and notes belong here: the stations, and what they are in; of a line that is
        looked at by itself all its stations."""
        floor, ways = self._console.floor, self._console.office.authority.ways
        found = [one for place in self.look.places for one in (*ways.get(place, ()), place)]
        for place in self.look.places:
            if place in floor.line_hearings:
                found += [live.station.id for live in floor.line(place).stations]
        return tuple(dict.fromkeys(found))

    def states(self, station: str) -> list[Held]:
        """The station's states on the axis, up to now; values of StationState, NO_DATA where nothing is known."""
        live = self._console.floor.stations.get(station)
        if live is None:
            return []
        look, width, now = self.look, width_of(self.look.pixel), self._console.now()
        since = _known_since(live)
        before = self._slices.held(self._state_track(live), width, look.start, min(look.end, since))
        return thinned([*before, *self._live(live, width, since, now)], 2 * look.pixel)

    def orders(self, line: str) -> list[Held]:
        """Ids of the orders of a line on the axis."""
        return self._texts(self._line_signal(line, Role.ORDER))

    def products(self, line: str) -> list[Held]:
        """What was made on a line."""
        return self._texts(self._line_signal(line, Role.PRODUCT))

    def units(self, station: str) -> list[Held]:
        """Ids of the pieces that were in a station."""
        return self._texts(self._signal(station, Role.UNIT))

    def shifts(self, line: str) -> tuple[Shift, ...]:
        """The line's shifts on the axis; none of a plant without shifts, none where they are too narrow to be told."""
        hearing = self._console.floor.line_hearings.get(line)
        look = self.look
        if hearing is None or not hearing.calendar.patterns or 8 * 3600.0 / look.pixel < SHIFT_PIXELS:
            return ()
        key = (line, hearing.calendar, look.start // 3600, look.end // 3600)
        if self._shifts[0] != key:
            self._shifts = (key, tuple(hearing.calendar.shifts_between(look.start, look.end + 3600)))
        return self._shifts[1]

    def shift_at(self, line: str, time: float) -> Shift | None:
        """The shift that was on; None between shifts and in a plant without them."""
        hearing = self._console.floor.line_hearings.get(line)
        return hearing.calendar.shift_at(time) if hearing is not None and hearing.calendar.patterns else None

    def ask_facts(self, time: float, answer: Callable[[Facts], None]) -> None:
        """What was so at a time, exactly; answered when it was read."""
        trends = self._console.trends
        live = [self._console.floor.stations[station] for station in self.stations]
        now = {one.station.id: self._live_at(one, time) for one in live}
        tracks = {one.station.id: self._state_track(one) for one in live if not now[one.station.id]}
        sources = self._sources(tracks.values())
        line = self.lines[0] if self.lines else ""
        wanted = (
            self._line_signal(line, Role.ORDER),
            self._line_signal(line, Role.PRODUCT),
            self._signal(live[0].station.id, Role.UNIT) if live else "",
        )

        def job(past: Past) -> Facts:
            then = {station: held_at(past, track, time, sources) for station, track in tracks.items()}
            states = tuple((station, now[station] or then[station]) for station in now)
            return Facts(time, states, *(held_at(past, Track(id), time, sources) if id else "" for id in wanted))

        def failed(error: Exception) -> None:
            answer(Facts(time, tuple(now.items())))

        if trends is not None:
            trends.ask(job, answer, failed, key=f"cursor facts {id(self)}")

    def ask_happened(self, time: float, answer: Callable[[Happened], None]) -> None:
        """Calls and stops that lasted at a time, and notes about it; at once where the axis is around it."""
        if self.look.places:
            self._records.at(time, 3 * self.look.pixel, self.around, answer)

    # The history

    def _tracks(self) -> list[Track]:
        floor = self._console.floor
        found = [self._state_track(floor.stations[station]) for station in self.stations]
        for line in self.lines[:1]:
            found += [Track(self._line_signal(line, role)) for role in (Role.ORDER, Role.PRODUCT)]
        found += [Track(self._signal(station, Role.UNIT)) for station in self.stations[:1] if self.units_fit]
        return [track for track in found if track.signal]

    @property
    def has_orders(self) -> bool:
        """Whether anything tells which order runs."""
        return bool(self.lines and self._line_signal(self.lines[0], Role.ORDER))

    @property
    def has_units(self) -> bool:
        """Whether the first station tells which piece is in it."""
        return bool(self.stations and self._signal(self.stations[0], Role.UNIT))

    @property
    def has_shifts(self) -> bool:
        """Whether the first line has shifts."""
        hearings = self._console.floor.line_hearings
        return bool(self.lines and hearings[self.lines[0]].calendar.patterns)

    @property
    def units_fit(self) -> bool:
        """Whether the pieces of the first station are wide enough to be told from each other."""
        live = self._console.floor.stations.get(self.stations[0]) if self.stations else None
        cycle = live.station.ideal_cycle if live is not None else None
        return (cycle or USUAL_CYCLE) / self.look.pixel >= UNIT_PIXELS

    def _span(self, track: Track) -> tuple[float, float]:
        end = min(self.look.end, self._console.now())
        return self.look.start, min(end, self._known_since(track)) if track.state else end

    def _known_since(self, track: Track) -> float:
        live = self._console.floor.stations.get(track.signal.rpartition("/")[0])
        return _known_since(live) if live is not None else float("inf")

    def _read_more(self) -> None:
        trends, look = self._console.trends, self.look
        if self._reading or trends is None or time.monotonic() < self._again_at:
            return
        width, missing = width_of(look.pixel), list[Slice]()
        for track in self._tracks():
            start, end = self._span(track)
            grows = self._console.now() - 60.0 if not track.state else float("inf")
            missing += self._slices.wanted(track, width, start, end, grows)
        if not missing:
            return
        missing.sort(key=lambda one: -one.start)
        sources = self._sources({one.track for one in missing if one.track.state})
        self._reading = True
        trends.ask(lambda past: read(past, missing, sources), self._came, self._failed, key=f"lanes {id(self)}")

    def _sources(self, tracks: Iterable[Track]) -> Sources:
        """Where the states of these tracks come from."""
        until = {track: self._known_since(track) for track in tracks}
        calendars = {track: calendar for track in until if (calendar := self._calendar(track)) is not None}
        return Sources(self._console.past_segments, until, calendars)

    def _came(self, came: Read) -> None:
        self._reading, self.trouble = False, ""
        self._slices.take(came)
        self._read_more()
        self._tell()

    def _failed(self, error: Exception) -> None:
        self._reading, self.trouble = False, str(error)
        self._again_at = time.monotonic() + AGAIN
        self._tell()

    def _texts(self, signal: str) -> list[Held]:
        if not signal:
            return []
        look = self.look
        end = min(look.end, self._console.now())
        return thinned(self._slices.held(Track(signal), width_of(look.pixel), look.start, end), 2 * look.pixel)

    def _state_track(self, live: StationLive) -> Track:
        station = live.station
        alive = [signal for signal in self._signals(station.id) if signal.role in ALIVE]
        alive.sort(key=lambda signal: ALIVE.index(signal.role))
        return Track(
            f"{station.id}/state", True, tuple(one.id for one in alive[:8]), max(station.expected_interval, 1.0)
        )

    def _calendar(self, track: Track) -> Calendar | None:
        """The line's calendar as the reading thread may use it: one of its own."""
        live = self._console.floor.stations.get(track.signal.rpartition("/")[0])
        if live is None:
            return None
        line = live.station.line
        if line not in self._own:
            self._own[line] = replace(self._console.floor.line_hearings[line].calendar)
        return self._own[line]

    def _signals(self, place: str) -> Sequence[Signal]:
        signals = self._console.floor.plant.signals
        if self._indexed != len(signals):
            self._indexed, self._by_place = len(signals), {}
            for signal in signals:
                self._by_place.setdefault(signal.place, []).append(signal)
        return self._by_place.get(place, ())

    def _signal(self, place: str, role: Role) -> str:
        return next((signal.id for signal in self._signals(place) if signal.role is role), "")

    def _line_signal(self, line: str, role: Role) -> str:
        """The signal of the line itself, else that of the first station looked at that has one."""
        found = (self._signal(place, role) for place in (line, *self.stations) if place)
        return next((id for id in found if id), "")

    # The live board

    def _live(self, live: StationLive, width: float, since: float, now: float) -> list[Held]:
        """States of the ribbon on the axis; what is closed is thinned once."""
        look, key = self.look, (live.station.id, width)
        closed, kept = live.ribbon.closed, self._recent.get(key)
        if kept is None or kept[0] != len(closed) or (kept[1] and kept[1][0].since != since):
            told = joined(Held(one.since, one.until or one.since, one.state.value) for one in closed)
            self._recent = {old: value for old, value in self._recent.items() if old[0] != key[0]}
            kept = self._recent[key] = (len(closed), thinned(told, width))
        last = live.ribbon.open
        open_one = [Held(last.since, max(now, last.since), last.state.value)] if last is not None else []
        return list(cut([*kept[1], *open_one], look.start, min(look.end, now)))

    def _live_at(self, live: StationLive, time: float) -> str:
        """The state as the board has it; "" where it does not reach back so far."""
        if time < _known_since(live):
            return ""
        found = next(iter(live.ribbon.within(time, time + 0.001, time + 0.001)), None)
        return found.state.value if found is not None else NO_DATA

    def _other_plant(self) -> None:
        self._slices.forget()
        self._recent.clear()
        self._own.clear()
        self._indexed = -1
        self._records.forget()

    def _tell(self) -> None:
        self._told += 1
        for tell in self._listeners:
            tell()


def _known_since(live: StationLive) -> float:
    """From when on the board itself knows what the station did."""
    first = live.ribbon.closed[0] if live.ribbon.closed else live.ribbon.open
    return first.since if first is not None else float("inf")
