"""The floor: every line and station as it is now. Readings go in, live values and events come out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from console.domain.events import LineChanged, ShiftChanged, StationChanged
from console.domain.feeds import STATION_FEEDS, CountFeed, Feed, Hearing
from console.domain.freshness import Verdict, judge
from console.domain.lines import LineHearing
from console.domain.live import LineLive, StationLive, TagLive
from console.domain.losses import Loss
from console.domain.plant import Plant
from console.domain.readings import Reading, Role, Signal
from console.domain.ribbon import Segment
from console.domain.rounds import Round
from console.domain.shifts import Calendar, Shift
from console.domain.stations import NoData, StationState

__all__ = ["Floor", "LineLive", "StationLive", "TagLive"]

KEEP_RIBBON = 26 * 3600.0  # seconds of ribbon that stay in memory
OnSegment = Callable[[str, Segment], None]


class Floor:
    """All lines of a plant, live. Not thread-safe: it belongs to the main thread."""

    def __init__(self, plant: Plant, now: float, on_segment: OnSegment | None = None) -> None:
        self.plant = plant
        self.started = now
        self.lines: list[LineLive] = []
        self.stations: dict[str, StationLive] = {}
        self.hearings: dict[str, Hearing] = {}
        self.line_hearings: dict[str, LineHearing] = {}
        self.on_segment = on_segment
        self._closed_shift: Callable[[LineHearing, Shift, float], None] | None = None
        self._build(now)
        self.feeds: dict[str, Feed] = {}
        self._takes = [self._take_for(signal) for signal in plant.signals]
        self._ageing = Round(list(self.hearings.values()))
        self._refreshing = Round(list(self.line_hearings.values()))

    def line(self, line: str) -> LineLive:
        """The line with that id; KeyError when there is none."""
        return self.line_hearings[line].live

    def line_of(self, station: str) -> LineLive:
        """The line that a station belongs to."""
        return self.line(self.stations[station].station.line)

    def losses(self, line: str, now: float) -> list[Loss]:
        """This shift's losses of a line, largest first."""
        return self.line_hearings[line].losses(now)

    def when_shift_closes(self, tell: Callable[[LineHearing, Shift, float], None]) -> None:
        """Call `tell` with the line, its shift and the time just before its counts start again."""
        self._closed_shift = tell

    def observe(self, readings: Iterable[Reading]) -> None:
        """Take readings in the order heard. What follows from them for states is judged by `settle`."""
        takes = self._takes
        for reading in readings:
            index = reading[0].index
            if index >= len(takes):
                takes += [self._first] * (index + 1 - len(takes))
            takes[index](reading)

    def _first(self, reading: Reading) -> None:
        """The first reading of a signal that the file could not foresee: its place or name came with its topic."""
        take = self._takes[reading.signal.index] = self._take_for(reading.signal)
        take(reading)

    def settle(self, now: float) -> list[object]:
        """Judge the stations that readings touched; events for what a screen must redraw."""
        events: list[object] = []
        for hearing in self.hearings.values():
            if hearing.stale:
                self._judge(hearing, now)
            if hearing.touched:
                hearing.touched = False
                events.append(StationChanged(hearing.live.station.id))
            if hearing.events:
                events.extend(hearing.events)
                hearing.events.clear()
        for line in self.line_hearings.values():
            if line.events:
                events.extend(line.events)
                line.events.clear()
        return events

    def age(self, now: float, share: float = 1.0) -> list[object]:
        """Let time pass: shifts begin and end, what was not heard goes silent.

        `share` of the stations are judged, the next ones at the next call: all of them should be within a second.
        """
        events: list[object] = []
        for line in self.line_hearings.values():
            shift = line.calendar.shift_at(now)
            if shift != line.live.shift:
                self._new_shift(line, shift, now)
                events.append(ShiftChanged(line.live.line.id, shift.name if shift else ""))
        for hearing in self._ageing.take(share):
            self._judge(hearing, now)
        return events + self.settle(now)

    def refresh(self, now: float, share: float = 1.0) -> list[object]:
        """Bring plan, OEE and bottleneck of a share of the lines up to date, the next ones at the next call."""
        events: list[object] = []
        for line in self._refreshing.take(share):
            line.refresh(now, line.live.shift)
            _waiting(line)
            events.append(LineChanged(line.live.line.id))
        return events + self.settle(now)

    def note_waiting(self) -> None:
        """Look how many pieces wait before each station: the fewest that were ever seen count as none."""
        for line in self.line_hearings.values():
            _waiting(line)

    # Building

    def _build(self, now: float) -> None:
        default = Calendar("", self.plant.timezone)
        calendars = self.plant.calendars
        for line in self.plant.lines():
            found = calendars.get(line.calendar)
            calendar = found if isinstance(found, Calendar) else default
            hearings = []
            for station in line.stations:
                live = StationLive(station, since=now)
                live.ribbon.change(StationState.NO_DATA, NoData.WAITING, now)
                hearing = Hearing(live, watched_since=now)
                hearing.judge = partial(self._judge_at, hearing)
                self.stations[station.id], self.hearings[station.id] = live, hearing
                hearings.append(hearing)
            live_line = LineLive(line, [hearing.live for hearing in hearings], shift=calendar.shift_at(now))
            self.lines.append(live_line)
            heard = self.line_hearings[line.id] = LineHearing(live_line, calendar, hearings, first_seen=now)
            for hearing in hearings:
                hearing.order_now = heard.order_now

    def _take_for(self, signal: Signal) -> Callable[[Reading], None]:
        """Whatever must hear this signal."""
        line = self.line_hearings.get(signal.place)
        if line is not None:
            line.feeds |= {signal.role}
            return line.take if signal.role not in STATION_ONLY else _nobody
        hearing = self.hearings.get(signal.place)
        if hearing is None:
            return _nobody
        if signal.role in (Role.TARGET, Role.ORDER_STATE):
            line = self.line_hearings[hearing.live.station.line]
            if signal.role is Role.ORDER_STATE:
                line.feeds |= {signal.role}  # orders are the line's, whoever tells of them
            return line.take
        if signal.role is Role.STATE:
            hearing.told.has_state = True
        if signal.role is Role.GOOD:
            hearing.counts_good = True
        feed = STATION_FEEDS[signal.role](signal, hearing)
        self.feeds[signal.id] = feed
        return feed.take

    def count_feeds(self) -> Iterable[CountFeed]:
        """Every feed that counts."""
        return (feed for feed in self.feeds.values() if isinstance(feed, CountFeed))

    # Changing

    def _judge(self, hearing: Hearing, now: float) -> None:
        self._judge_at(hearing, now, now)

    def _judge_at(self, hearing: Hearing, now: float, happened: float) -> None:
        """Judge a station; what gives the occasion `happened` at that time (not after `now`)."""
        hearing.stale = False
        live = hearing.live
        line = self.line_hearings[live.station.line]
        verdict = judge(hearing, now, line.live.shift, line.calendar)
        if verdict.state is live.state and verdict.no_data is live.no_data:
            if live.reason != hearing.reason_seen and live.state not in UNEXPLAINED:
                self._change(hearing, verdict, min(happened, now), live.since)
            return
        at = verdict.at
        if live.no_data is not None and verdict.state is not StationState.NO_DATA and at < live.since:
            at = (
                hearing.told.live_at or now
            )  # what was told before counts again from the message that ended the silence
        self._change(hearing, verdict, min(at, now), min(at, now))

    def _change(self, hearing: Hearing, verdict: Verdict, at: float, since: float) -> None:
        live, told = hearing.live, hearing.told
        if self._carry_on(hearing, verdict, at):
            return
        hearing.reason_seen = live.reason
        reason = "" if verdict.state in UNEXPLAINED else live.reason or live.alarm
        live.state, live.no_data = verdict.state, verdict.no_data
        live.word = told.word
        at = max(at, hearing.watched_since if hearing.away_since is None else hearing.away_since)
        closed = live.ribbon.change(verdict.state, verdict.no_data, at, reason)
        live.since = since if told.retained else max(since, live.ribbon.open.since if live.ribbon.open else since)
        hearing.touched = True
        if closed is not None and self.on_segment is not None:
            self.on_segment(live.station.id, closed)

    def _carry_on(self, hearing: Hearing, verdict: Verdict, at: float) -> bool:
        """After a restart shorter than the expected interval what was before lasts on; True when nothing changed."""
        live = hearing.live
        ribbon = live.ribbon
        unknown = verdict.no_data in (NoData.WAITING, NoData.SILENT, NoData.AWAY)
        if live.no_data is not NoData.AWAY or unknown or not ribbon.closed:
            return False
        before = ribbon.closed[-1]
        if at - (before.until or at) > live.station.expected_interval:
            return False
        ribbon.closed.pop()
        ribbon.open = before._replace(until=None)
        if (before.state, before.no_data) != (verdict.state, verdict.no_data):
            return False
        live.state, live.no_data, live.since = before.state, before.no_data, before.since
        hearing.reason_seen = live.reason
        hearing.touched = True
        return True

    def _new_shift(self, line: LineHearing, shift: Shift | None, now: float) -> None:
        old = line.live.shift
        if old is not None:
            line.refresh(min(now, old.end), old)
            if self._closed_shift is not None:
                self._closed_shift(line, old, now)
        line.new_shift()
        for hearing in line.stations:
            live = hearing.live
            live.good = live.scrap = live.rework = live.passed = live.failed = live.refused = 0
            hearing.orders.new_shift()
            live.notes.clear()
            live.ribbon.forget_before(now - KEEP_RIBBON)
            hearing.touched = True
        line.refresh(now, shift)  # what was the old shift's must not stand under the new one's name


UNEXPLAINED = frozenset({StationState.RUNNING, StationState.NO_DATA})  # the reason told last does not belong to these
STATION_ONLY = frozenset(
    {Role.STATE, Role.ONLINE, Role.QUALITY, Role.CYCLE, Role.TAG, Role.UNIT, Role.REASON, Role.ALARM}
)


def _nobody(reading: Reading) -> None:
    """A signal of a place that no station or line has; the plant file's problems name it."""


def _waiting(line: LineHearing) -> None:
    """Pieces that wait before each station: what came out of the one before and is not yet done here."""
    for before, here in zip(line.stations, line.stations[1:], strict=False):
        if not (before.counts_good and here.counts_good):
            continue
        between = before.made - here.made - here.dropped
        here.fewest = min(here.fewest, between)
        wip = between - here.fewest
        if wip != here.live.wip:
            here.live.wip = wip
            here.touched = True
