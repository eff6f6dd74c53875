"""The health of the alarms: rate, floods, chattering, standing, stale; and a delay or dead band that would help.

Terms and benchmarks are those of alarm management: ANSI/ISA-18.2-2016 (chapter on monitoring and assessment), IEC 62682
and EEMUA 191. The proposals are our own: what would have been enough for four of five of what was heard.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil, floor

from console.domain.andon import Call, CallStep, Move
from console.domain.responses import ENOUGH, Window

INTERVAL = 600.0  # seconds: rates are told per ten minutes
FLOOD_BEGINS = 10  # a flood begins with an interval of more (ISA-18.2, EEMUA 191)
FLOOD_ENDS = 5  # and ends with one of fewer
ACCEPTABLE, MANAGEABLE = 1.0, 2.0  # alarms per ten minutes and operator: very likely acceptable, at most manageable
FLOODED_AT_MOST = 0.01  # share of the time in floods
CHATTERS = 3  # times within CHATTER_WITHIN (ISA-18.2: three or more in a minute)
CHATTER_WITHIN = 60.0
STANDING = timedelta(hours=24)
ENOUGH_OF = 0.8  # a proposal would have spared this share


@dataclass(frozen=True, slots=True)
class Alarm:
    """One annunciation: something began at one place; `ended` None: it lasts, or nobody told."""

    place: str
    about: str
    at: datetime
    ended: datetime | None = None


@dataclass(frozen=True, slots=True)
class Rate:
    """How many alarms came in a window, ten minutes by ten minutes. Floods are from the first to the last of theirs."""

    total: int
    counts: tuple[int, ...]  # by interval
    mean: float | None  # per ten minutes; None for a window without an interval
    most: int
    floods: tuple[Window, ...]
    flooded: float  # share of the time, 0..1


@dataclass(frozen=True, slots=True)
class Chattering:
    """One thing that came again and again."""

    place: str
    about: str
    times: int  # that belong to some burst
    bursts: int
    most: int  # within a minute


@dataclass(frozen=True, slots=True)
class Proposal:
    """A setting that would have helped: what was heard `before`, and what would have been left."""

    value: float  # seconds, or the signal's unit
    before: int
    after: int


def alarms_of(calls: Iterable[Call], steps: Iterable[CallStep]) -> list[Alarm]:
    """Every annunciation that the records hold, in order: calls raised, and heard again as often as told."""
    known = {call.id: call for call in calls}
    begun: list[tuple[datetime, str, int]] = []
    ended: dict[str, list[datetime]] = {}
    for step in steps:
        if step.call in known and step.move in (Move.RAISE, Move.REPEAT):
            begun.append((step.at, step.call, max(1, step.times)))
        elif step.call in known and step.move is Move.CLEAR:
            ended.setdefault(step.call, []).append(step.at)
    found = []
    for at, id, times in sorted(begun):
        call = known[id]
        end = min((end for end in ended.get(id, ()) if end >= at), default=None)
        found += [Alarm(call.place, call.about or call.category, at, end)] * times
    return found


def rate(alarms: Iterable[Alarm], window: Window) -> Rate:
    """Alarms per ten minutes (ISA-18.2, EEMUA 191), in whole intervals from the window's start; what is over is left.

    A flood begins with the first interval of more than ten alarms and ends before the first of fewer than five.
    """
    begin = window.start.timestamp()
    counts = [0] * max(0, floor((window.end.timestamp() - begin) / INTERVAL))
    for alarm in alarms:
        place = floor((alarm.at.timestamp() - begin) / INTERVAL)
        if 0 <= place < len(counts):
            counts[place] += 1
    floods = tuple(_floods(counts))
    inside = sum(last - first for first, last in floods)
    step = timedelta(seconds=INTERVAL)
    return Rate(
        sum(counts),
        tuple(counts),
        sum(counts) / len(counts) if counts else None,
        max(counts, default=0),
        tuple(Window(window.start + step * first, window.start + step * last) for first, last in floods),
        inside / len(counts) if counts else 0.0,
    )


def chattering(alarms: Iterable[Alarm]) -> list[Chattering]:
    """What came three times or more within a minute (ISA-18.2), the worst first."""
    found = []
    for (place, about), times in _by_thing(alarms).items():
        starts = [alarm.at.timestamp() for alarm in times]
        bursts = list(_bursts(starts))
        if bursts:
            most = max(_most_within(starts[first:last]) for first, last in bursts)
            found.append(Chattering(place, about, sum(last - first for first, last in bursts), len(bursts), most))
    return sorted(found, key=lambda one: (-one.times, one.place, one.about))


def standing(alarms: Iterable[Alarm], now: datetime) -> list[Alarm]:
    """Alarms whose condition has lasted for over 24 hours and lasts (EEMUA 191), the oldest first."""
    lasting = (times[-1] for times in _by_thing(alarms).values() if times[-1].ended is None)
    return sorted((alarm for alarm in lasting if now - alarm.at > STANDING), key=lambda alarm: alarm.at)


def stale(calls: Iterable[Call], now: datetime) -> list[Call]:
    """Calls on which nothing has happened for over 24 hours (ISA-18.2: annunciated without a break), the oldest first.

    They are still open, whatever their condition does.
    """
    still = [(max(*call.reached.values(), call.repeated or call.raised), call) for call in calls if call.open]
    return [call for last, call in sorted(still, key=lambda one: (one[0], one[1].id)) if now - last > STANDING]


def propose_delay(alarms: Sequence[Alarm]) -> Proposal | None:
    """A delay before raising, in whole seconds, that four of five of the short alarms of one thing would not outlast.

    Short ones last less than a minute. None: fewer than five of them, or of longer ones as many: then a delay would
    only make the true ones late.
    """
    lasted = [(alarm.ended - alarm.at).total_seconds() for alarm in alarms if alarm.ended is not None]
    short = sorted(seconds for seconds in lasted if seconds < CHATTER_WITHIN)
    if len(short) < ENOUGH or len(alarms) - len(short) >= len(short):
        return None
    delay = float(floor(_enough(short)) + 1)
    return Proposal(delay, len(alarms), len(alarms) - sum(seconds < delay for seconds in lasted))


def propose_off_delay(alarms: Sequence[Alarm]) -> Proposal | None:
    """A delay before one thing counts as over, in whole seconds, that would have joined four of five quick returns.

    A quick return comes within a minute of the end. Nothing is raised later by it. None: fewer than five of them.
    """
    pairs = zip(alarms, alarms[1:], strict=False)
    gaps = [(after.at - before.ended).total_seconds() for before, after in pairs if before.ended is not None]
    quick = sorted(gap for gap in gaps if 0 <= gap < CHATTER_WITHIN)
    if len(quick) < ENOUGH:
        return None
    delay = float(floor(_enough(quick)) + 1)
    return Proposal(delay, len(alarms), len(alarms) - sum(0 <= gap < delay for gap in gaps))


def propose_dead_band(samples: Iterable[tuple[float, float]], limit: float, below: bool = False) -> Proposal | None:
    """A hysteresis, in the signal's unit, that would have joined four of five returns beyond the limit.

    `samples` are (time, value) in order. Between two crossings the value came back inside by some depth: a dead band
    deeper than that makes them one. None: fewer than five returns.
    """
    inside = [(value - limit if below else limit - value) for _, value in samples]
    depths = list(_depths(inside))
    if len(depths) < ENOUGH:
        return None
    band = _enough(sorted(depths)) * 1.01  # a little deeper, so that the deepest of them is still inside
    return Proposal(band, len(depths) + 1, len(depths) + 1 - sum(depth < band for depth in depths))


def _enough(ordered: Sequence[float]) -> float:
    return ordered[ceil(len(ordered) * ENOUGH_OF) - 1]


def _by_thing(alarms: Iterable[Alarm]) -> dict[tuple[str, str], list[Alarm]]:
    found: dict[tuple[str, str], list[Alarm]] = {}
    for alarm in sorted(alarms, key=lambda alarm: alarm.at):
        found.setdefault((alarm.place, alarm.about), []).append(alarm)
    return found


def _floods(counts: Sequence[int]) -> Iterable[tuple[int, int]]:
    """First interval and the one after the last, for each flood."""
    first: int | None = None
    for place, count in enumerate(counts):
        if first is None and count > FLOOD_BEGINS:
            first = place
        elif first is not None and count < FLOOD_ENDS:
            yield first, place
            first = None
    if first is not None:
        yield first, len(counts)


def _bursts(starts: Sequence[float]) -> Iterable[tuple[int, int]]:
    """Stretches (from, to) of times in order, of which each is one of three within a minute."""
    first, end = 0, 0
    for place in range(len(starts) - CHATTERS + 1):
        if starts[place + CHATTERS - 1] - starts[place] > CHATTER_WITHIN:
            continue
        if place >= end:
            if end:
                yield first, end
            first = place
        end = place + CHATTERS
    if end:
        yield first, end


def _most_within(starts: Sequence[float]) -> int:
    return max(
        sum(start <= other <= start + CHATTER_WITHIN for other in starts[place:]) for place, start in enumerate(starts)
    )


def _depths(inside: Iterable[float]) -> Iterable[float]:
    """How far the value came back inside between each two crossings; negative is beyond."""
    deepest: float | None = None
    crossed = False
    for depth in inside:
        if depth < 0:
            if deepest is not None:
                yield deepest
            crossed, deepest = True, None
        elif crossed:
            deepest = depth if deepest is None else max(deepest, depth)
