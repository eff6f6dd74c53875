"""Freshness: what to believe of a station. Turns what the machine told and what was not heard into one state."""

from __future__ import annotations

from typing import NamedTuple

from console.domain.feeds import Hearing
from console.domain.readings import Quality
from console.domain.shifts import Calendar, Shift
from console.domain.stations import NoData, StationState

LINKS = {"offline": NoData.OFFLINE, "stale": NoData.STALE, "waiting": NoData.WAITING}
QUIET_CYCLES = 3.0  # without a state signal: so many ideal cycles without a piece are a stop
QUIET_LEAST = 60.0
IDLE = frozenset({StationState.STOPPED, StationState.STARVED, StationState.BLOCKED})


class Verdict(NamedTuple):
    """A state, why it is not known if it is not, and since when as far as can be told (seconds UTC)."""

    state: StationState
    no_data: NoData | None
    at: float


def judge(hearing: Hearing, now: float, shift: Shift | None, calendar: Calendar) -> Verdict:
    """Decide what a station is doing. `calendar` is its line's; only with patterns is time outside shifts known.

    No data has an order: what the sender said of itself (offline, dead) weighs more than what we miss.
    """
    told, live = hearing.told, hearing.live
    if told.link == "waiting" and live.no_data is NoData.AWAY and _just_begun(hearing, now):
        return _waiting(hearing, now)  # the birth that the console missed is still to be told again
    if told.link in LINKS:
        return Verdict(StationState.NO_DATA, LINKS[told.link], told.link_at)
    missing = _missing(hearing, now)
    if missing is not None:
        return missing
    if told.has_state and told.state is not None:
        verdict = Verdict(told.state, None, told.at)
        if told.state is StationState.NO_DATA:
            verdict = verdict._replace(no_data=NoData.OFFLINE)
    elif told.has_state or live.last_piece is None:
        return _waiting(hearing, now)
    else:
        verdict = _by_pieces(hearing, now)
    return _excused(verdict, now, shift, calendar)


def _missing(hearing: Hearing, now: float) -> Verdict | None:
    """Silent, bad or stuck."""
    told, live = hearing.told, hearing.live
    interval = live.station.expected_interval
    if told.live_at is None:
        if told.heard and told.state is not None and now - hearing.watched_since <= interval:
            return None  # a snapshot is shown until it should have been followed by something live
        if now - hearing.watched_since > interval:
            return Verdict(StationState.NO_DATA, NoData.SILENT, hearing.watched_since + interval)
        return None if told.state is not None else _waiting(hearing, now)
    if now - told.live_at > interval:
        return Verdict(StationState.NO_DATA, NoData.SILENT, told.live_at + interval)
    if told.bad:
        return Verdict(StationState.NO_DATA, NoData.BAD, told.live_at)
    return _stuck(hearing, now)


def _just_begun(hearing: Hearing, now: float) -> bool:
    return now - hearing.watched_since <= hearing.live.station.expected_interval


def _waiting(hearing: Hearing, now: float) -> Verdict:
    """Nothing told yet; right after a restart that is the console's own doing."""
    live = hearing.live
    if hearing.away_since is not None and live.no_data is NoData.AWAY:
        return Verdict(StationState.NO_DATA, NoData.AWAY, live.since)
    return Verdict(StationState.NO_DATA, NoData.WAITING, live.since if live.no_data is NoData.WAITING else now)


def _stuck(hearing: Hearing, now: float) -> Verdict | None:
    if hearing.told.state is not StationState.RUNNING and hearing.told.has_state:
        return None
    for tag in hearing.may_stick:
        limit = tag.signal.stuck_after or 0.0
        if tag.changed_at and tag.quality is not Quality.BAD and now - tag.changed_at > limit:
            return Verdict(StationState.NO_DATA, NoData.STUCK, tag.changed_at + limit)
    return None


def _by_pieces(hearing: Hearing, now: float) -> Verdict:
    """A station that tells no state runs while pieces come."""
    live = hearing.live
    last = live.last_piece or now
    quiet = max(QUIET_LEAST, QUIET_CYCLES * (live.station.ideal_cycle or 0.0))
    if now - last > quiet:
        return Verdict(StationState.STOPPED, None, last)
    return Verdict(StationState.RUNNING, None, live.since if live.state is StationState.RUNNING else last)


def _excused(verdict: Verdict, now: float, shift: Shift | None, calendar: Calendar) -> Verdict:
    """Standing still in a break is a planned stop, outside every shift it is not planned; each from its edge on."""
    if verdict.state not in IDLE or not calendar.patterns:
        return verdict
    if shift is None:
        return Verdict(StationState.NOT_PLANNED, None, max(verdict.at, calendar.since(now)))
    if shift.in_break(now):
        begin = next(start for start, end, _ in shift.breaks if start <= now < end)
        return Verdict(StationState.PLANNED_STOP, None, max(verdict.at, begin))
    for _, end, _ in shift.breaks:  # a stop that goes on after the break begins to count at its end
        if verdict.at < end <= now:
            verdict = verdict._replace(at=end)
    return verdict._replace(at=max(verdict.at, shift.start))
