"""Snapshots: what of a station and a line must be kept so that a restart in mid-shift goes on where it stopped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from console.domain.counters import Counter
from console.domain.feeds import Hearing
from console.domain.floor import Floor
from console.domain.lines import LineHearing, Ran
from console.domain.ribbon import Segment
from console.domain.stations import NoData, StationState

KEPT_CHECKS = 64
SHIFT_COUNTS = ("good", "scrap", "rework", "passed", "failed")
TEXTS = ("order", "product", "unit", "reason", "alarm")
LIVE = (
    "state",
    "no_data",
    "since",
    "word",
    "cycle",
    "cycle_measured",
    "claimed_oee",
    "last_heard",
    "wip",
    "bottleneck",
    "refused",
)
HEARD = ("watched_since", "away_since", "reason_seen", "order_told")
TAG = ("value", "at", "heard_at", "changed_at", "quality", "retained", "recent")
TALLIES = ("made", "dropped", "order_good", "order_scrap", "fewest")
LINE_TALLIES = ("order_start", "order_good", "order_scrap", "first_seen", "target", "product")


def station_snapshot(hearing: Hearing, shift_start: float | None) -> dict[str, Any]:
    """A station in plain types (JSON)."""
    live, told = hearing.live, hearing.told
    return {
        "shift": shift_start,
        "state": live.state,
        "no_data": live.no_data,
        "since": live.since,
        "open": [live.ribbon.open.since, live.ribbon.open.reason] if live.ribbon.open else None,
        "told": {
            "state": told.state,
            "at": told.at,
            "link": told.link,
            "link_at": told.link_at,
            "live_at": told.live_at,
        },
        "last_piece": live.last_piece,
        "cycles": [round(c, 3) for c in hearing.cycles],
        "counts": {name: getattr(live, name) for name in SHIFT_COUNTS},
        "texts": {name: getattr(live, name) for name in TEXTS},
        "tallies": {name: getattr(hearing, name) for name in TALLIES},
        "made": hearing.orders.kept(),
        "counters": {key: counter.to_dict() for key, counter in hearing.counters.items()},
        "checks": list(hearing.checks.items())[-KEPT_CHECKS:],
        "counted": list(hearing.counted)[-KEPT_CHECKS:],
        "alarms": hearing.alarms,
    }


def line_snapshot(line: LineHearing, shift_start: float | None) -> dict[str, Any]:
    """A line in plain types (JSON)."""
    return {
        "shift": shift_start,
        "order": line.live.order,
        "orders": line.live.orders,
        "order_times": line.order_times,
        "ran": {order: one.kept() for order, one in line.ran.items()},
        "assigned": line.assigned,
        "unsure": sorted(line.unsure),
        "made": line.orders.kept(),
        "tallies": {name: getattr(line, name) for name in LINE_TALLIES},
        "shift_counts": [line.shift_good, line.shift_scrap],
        "counts": line.counts[-240:],
        "counters": {key: counter.to_dict() for key, counter in line.counters.items()},
    }


def restore(
    floor: Floor,
    segments: Mapping[str, list[Segment]],
    places: Mapping[str, tuple[float, dict[str, Any]]],
    now: float,
) -> int:
    """Bring a fresh floor to where it stood; return how many places went on. What does not fit is left out."""
    restored = 0
    for name, line in floor.line_hearings.items():
        if name in places:
            restored += _try(_restore_line, line, *places[name], now)
    for name, hearing in floor.hearings.items():
        hearing.live.ribbon.closed = [s for s in segments.get(name, []) if s.since < now]
        if name in places:
            at, state = places[name]
            restored += _try(_restore_station, floor, hearing, min(at, now), state, now)
    return restored


def carry_over(old: Floor, new: Floor) -> None:
    """After `restore` on a plant file that changed while it was watched: places that stay go on without a gap.

    Many signals come into being with their first message, so what the old file fed counts as fed until it is heard.
    """
    for name, line in new.line_hearings.items():
        if name in old.line_hearings:
            before = old.line_hearings[name]
            line.feeds |= before.feeds
            for told in ("order_told", "told_at", "near", "product_at", "target_at"):
                setattr(line, told, getattr(before, told))
    for name, hearing in new.hearings.items():
        if name in old.hearings:
            _carry(old.hearings[name], hearing)


def _carry(before: Hearing, hearing: Hearing) -> None:
    live, was = hearing.live, before.live
    hearing.told = replace(before.told, has_state=hearing.told.has_state or before.told.has_state)
    hearing.counts_good |= before.counts_good
    for name in HEARD:
        setattr(hearing, name, getattr(before, name))
    for name in LIVE:
        setattr(live, name, getattr(was, name))
    live.ribbon.closed, live.ribbon.open = list(was.ribbon.closed), was.ribbon.open
    hearing.tags_before = {name: tag for name, tag in was.tags.items() if name not in live.tags}
    for name in live.tags.keys() & was.tags.keys():
        for part in TAG:
            setattr(live.tags[name], part, getattr(was.tags[name], part))


def _try(step: Any, *arguments: Any) -> bool:
    """Whether a stored place could be taken over; one that was stored by another version is not worth a crash."""
    try:
        step(*arguments)
    except (KeyError, TypeError, ValueError, AttributeError):
        return False
    return True


def _restore_line(line: LineHearing, at: float, state: dict[str, Any], now: float) -> None:
    tallies, counters = state["tallies"], _counters(state["counters"])
    for name in LINE_TALLIES:
        setattr(line, name, tallies[name])
    line.live.order, line.live.orders = state["order"], dict(state["orders"])
    line.counts = [(float(at), int(good)) for at, good in state["counts"]]
    line.counters.update(counters)
    line.order_times = {str(order): dict(times) for order, times in state.get("order_times", {}).items()}
    line.assigned = str(state.get("assigned", ""))
    line.unsure = {str(order) for order in state.get("unsure", line.live.orders.keys() - line.order_times.keys())}
    line.ran = {str(order): Ran(*told) for order, told in state.get("ran", {}).items()}
    if line.live.order and not line.ran:
        line.ran[line.live.order] = Ran(at if line.order_start is None else line.order_start)
    same_shift = _counts_go_on(line, at, state["shift"], now)
    if same_shift:
        line.shift_good, line.shift_scrap = state["shift_counts"]
    line.orders.restore(_made(state, line.live.order, line.order_good, line.order_scrap, at), same_shift)


def _made(state: dict[str, Any], order: str, good: int, scrap: int, at: float) -> dict[str, Any]:
    """Pieces by order; of a snapshot from before they were kept so, those of the order that ran."""
    if "made" in state or not order:
        return dict(state.get("made", {}))
    return {order.casefold(): [good, scrap, 0, 0, at, None, None]}


def _counts_go_on(line: LineHearing, at: float, start: float | None, now: float) -> bool:
    """Whether what was counted at `at` still counts: in the same shift, or in the same time between two shifts."""
    shift = line.calendar.shift_at(now)
    if shift is not None:
        return start == shift.start
    return start is None and not line.calendar.shifts_between(at, now)


def _restore_station(floor: Floor, hearing: Hearing, at: float, state: dict[str, Any], now: float) -> None:
    live, told = hearing.live, hearing.told
    since, reason = state.get("open") or (state["since"], "")
    was = Segment(
        StationState(state["state"]), NoData(state["no_data"]) if state["no_data"] else None, since, at, reason
    )
    line = floor.line_hearings[live.station.line]
    counters = {key: Counter.from_dict(data, hearing.counters.get(key)) for key, data in state["counters"].items()}
    for name in TEXTS:
        setattr(live, name, str(state["texts"][name]))
    for name in TALLIES:
        setattr(hearing, name, int(state["tallies"][name]))
    same_shift = _counts_go_on(line, at, state["shift"], now)
    if same_shift:
        for name in SHIFT_COUNTS:
            setattr(live, name, int(state["counts"][name]))
    order = live.order or line.live.order
    hearing.orders.restore(_made(state, order, hearing.order_good, hearing.order_scrap, at), same_shift)
    hearing.cycles = [float(c) for c in state["cycles"]]
    live.cycle_mean = sum(hearing.cycles) / len(hearing.cycles) if hearing.cycles else None
    live.last_piece = state["last_piece"]
    told.order, hearing.reason_seen = live.order, live.reason
    hearing.checks = {str(key): bool(passed) for key, passed in state["checks"]}
    hearing.counted = dict.fromkeys(str(key) for key in state["counted"])
    hearing.alarms = {str(key): str(text) for key, text in state["alarms"].items()}
    hearing.counters.update(counters)
    for feed in floor.count_feeds():
        if feed.hearing is hearing and feed.signal.id in counters:
            feed.restore(counters[feed.signal.id])
    _ribbon(hearing, was, at)


def _ribbon(hearing: Hearing, was: Segment, at: float) -> None:
    """The state that lasted when the console stopped ends there; from then on the console was away."""
    ribbon = hearing.live.ribbon
    last = ribbon.closed[-1].until if ribbon.closed else None
    if last is not None and last > at:  # segments were kept after the state was: they are nearer to the end
        at = last
    else:
        closed = [s for s in ribbon.closed if s.since < was.since]
        ribbon.closed = [*closed, was] if at >= was.since else closed
    ribbon.open = Segment(StationState.NO_DATA, NoData.AWAY, at, None)
    hearing.live.no_data, hearing.live.since = NoData.AWAY, at
    hearing.away_since = at


def _counters(stored: Mapping[str, Any]) -> dict[str, Counter]:
    return {key: Counter.from_dict(data) for key, data in stored.items()}


def snapshot_of(floor: Floor, place: str) -> dict[str, Any]:
    """The snapshot of one line or station; KeyError for a place that is not there."""
    line = floor.line_hearings.get(place)
    if line is not None:
        return line_snapshot(line, _start(line))
    hearing = floor.hearings[place]
    return station_snapshot(hearing, _start(floor.line_hearings[hearing.live.station.line]))


def places_of(floor: Floor) -> list[str]:
    """Every line and station."""
    return [*floor.line_hearings, *floor.hearings]


def all_snapshots(floor: Floor) -> Iterable[tuple[str, dict[str, Any]]]:
    """Every place with its snapshot."""
    return ((place, snapshot_of(floor, place)) for place in places_of(floor))


def _start(line: LineHearing) -> float | None:
    return line.live.shift.start if line.live.shift else None
