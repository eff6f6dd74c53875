"""OEE: every second of planned time is good production or a loss with a name; the four ratios follow from the seconds.

Formulas (times in seconds, pieces as counted):

    planned      = shift without breaks, without planned stops, plus what was run in breaks
    operating    = planned - stops - starved - blocked - changeover - no data     (= run + micro-stops)
    availability = operating / planned
    performance  = ideal cycle x total / operating
    quality      = good / total
    OEE          = availability x performance x quality = ideal cycle x good / planned

Sources: S. Nakajima, Introduction to TPM, Productivity Press 1988 (loading time, six big losses; minor stops belong
to performance); ISO 22400-2:2014, KPIs availability (actual production time / planned busy time), effectiveness
(planned run time per item x produced quantity / actual production time), quality ratio (good / produced quantity) and
OEE index; SEMI E10 and E79 for waiting (standby, here starved and blocked) and for time in which nothing was recorded
as time that is named and never counted as productive.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from console.domain.ribbon import Segment
from console.domain.shifts import Shift
from console.domain.stations import UNPLANNED_OUT, LossKind, NoData, StationState

EPSILON = 1e-9


class Unknown(StrEnum):
    """Why there is no OEE."""

    NOT_PLANNED = "not_planned"  # no planned time has passed yet, or all of it was taken out
    NO_IDEAL_CYCLE = "no_ideal_cycle"  # the plant file gives the pace station no ideal cycle
    NO_DATA = "no_data"  # nothing was heard in the whole planned time


class Flag(StrEnum):
    """What makes an account doubtful; the number is shown all the same."""

    IDEAL_TOO_SLOW = "ideal_too_slow"  # performance above 100 %: the ideal cycle is set too slow
    PIECES_UNSEEN = "pieces_unseen"  # more pieces than the run time allows, but some time was not seen
    COUNTS_DISAGREE = "counts_disagree"  # more good pieces than pieces, or a negative count


@dataclass(frozen=True, slots=True)
class Account:
    """Where the planned seconds of a shift went: `planned == good_time + sum(losses.values())`, to the microsecond."""

    planned: float
    run: float  # seconds in state running, breaks worked through included
    losses: dict[LossKind, float]  # seconds; SPEED is negative when pieces came faster than the ideal cycle
    good_time: float  # ideal cycle x good; without an ideal cycle the good pieces' share of the run time
    total: int = 0
    good: int = 0
    ideal: float | None = None  # seconds a piece
    availability: float | None = None  # 0..1
    performance: float | None = None  # 0.., above 1 is shown as it is and flagged
    quality: float | None = None  # 0..1
    oee: float | None = None
    unknown: Unknown | None = None  # why `oee` is None
    flags: frozenset[Flag] = frozenset()
    excused: float = 0.0  # seconds of planned stop and not planned inside the shift's planned time
    overtime: float = 0.0  # seconds run in breaks, part of `planned` and `run`

    @property
    def scrap(self) -> int:
        """Pieces that were not good."""
        return self.total - self.good

    @property
    def lost(self) -> float:
        """Seconds lost, all kinds together."""
        return sum(self.losses.values())


def account(
    segments: Iterable[Segment],
    shift: Shift,
    now: float,
    ideal_cycle: float | None,
    total: int,
    good: int,
    micro_stop: float,
) -> Account:
    """Account for the shift's planned time up to `now` (seconds UTC) from one station's segments in time order.

    `ideal_cycle` is seconds a piece at rated speed, `micro_stop` the seconds below which a stop is a micro-stop; give
    segments uncut, so that a stop that reaches over the shift's edge is known by its whole length. Time that no
    segment covers is no data. A break in which the station runs is planned time for as long as it runs: its pieces
    count, so its seconds must, else working through a break would look like a wrong ideal cycle.
    """
    given = list(segments)
    begin = min(shift.start, given[0].since) if given else shift.start
    seconds = _Seconds()
    for piece, kind in loss_kinds(unbroken(given, begin, now, now), micro_stop):
        seconds.add(piece, kind, shift)
    return _judge(seconds, ideal_cycle, total, good)


LOSS_OF = {
    StationState.STOPPED: LossKind.STOP,
    StationState.STARVED: LossKind.STARVED,
    StationState.BLOCKED: LossKind.BLOCKED,
    StationState.CHANGEOVER: LossKind.CHANGEOVER,
    StationState.NO_DATA: LossKind.NO_DATA,
}


def unbroken(segments: Iterable[Segment], start: float, end: float, now: float) -> Iterator[Segment]:
    """Cut segments to [start, end] and fill what none covers with no data; of two that overlap the earlier one holds.

    An open segment lasts until `now`. All results have an `until`; they join without gap from `start` to `end`.
    """
    cursor = start
    for segment in segments:
        since = max(segment.since, cursor)
        until = min(now if segment.until is None else segment.until, end)
        if until <= since:
            continue
        if since > cursor:
            yield Segment(StationState.NO_DATA, NoData.AWAY, cursor, since)
        yield segment._replace(since=since, until=until)
        cursor = until
    if end > cursor:
        yield Segment(StationState.NO_DATA, NoData.AWAY, cursor, end)


def ended(piece: Segment) -> float:
    """When a segment ended, seconds UTC; one that is open counts as not begun."""
    return piece.since if piece.until is None else piece.until


def loss_kinds(pieces: Iterable[Segment], micro_stop: float) -> Iterator[tuple[Segment, LossKind | None]]:
    """Pair each segment with the loss that its time is, None for running and excused time.

    Stops that follow each other without a pause are one stop, whatever reasons they name: it is the whole stop that
    must be shorter than `micro_stop` seconds. Waiting (starved, blocked) is never a micro-stop: the cause is elsewhere.
    """
    stop: list[Segment] = []
    for piece in pieces:
        if piece.state is StationState.STOPPED:
            stop.append(piece)
            continue
        yield from _stop(stop, micro_stop)
        stop.clear()
        yield piece, LOSS_OF.get(piece.state)
    yield from _stop(stop, micro_stop)


def _stop(parts: list[Segment], micro_stop: float) -> Iterator[tuple[Segment, LossKind]]:
    lasted = sum(ended(part) - part.since for part in parts)
    kind = LossKind.MICRO_STOP if lasted < micro_stop else LossKind.STOP
    return iter([(part, kind) for part in parts])


@dataclass(slots=True)
class _Seconds:
    """Sums while the segments of one account are walked."""

    run: float = 0.0
    overtime: float = 0.0
    excused: float = 0.0
    scheduled: float = 0.0
    losses: dict[LossKind, float] = field(default_factory=dict)

    def add(self, piece: Segment, kind: LossKind | None, shift: Shift) -> None:
        inside = piece.seconds_within(shift.start, shift.end, shift.end)
        planned = shift.planned_seconds(piece.since, ended(piece))
        self.scheduled += planned
        if piece.state is StationState.RUNNING:
            self.run += inside
            self.overtime += inside - planned
        elif piece.state in UNPLANNED_OUT:
            self.excused += planned
        elif kind is not None and planned > 0:
            self.losses[kind] = self.losses.get(kind, 0.0) + planned


def _judge(seconds: _Seconds, ideal: float | None, counted: int, counted_good: int) -> Account:
    """Turn seconds and counts into ratios, and split the run time into good, quality and speed."""
    good, total = max(counted_good, 0), max(counted, counted_good, 0)
    planned = seconds.scheduled - seconds.excused + seconds.overtime
    losses = dict(seconds.losses)
    micro, unseen = losses.get(LossKind.MICRO_STOP, 0.0), losses.get(LossKind.NO_DATA, 0.0)
    operating = seconds.run + micro
    flags = set() if (good, total) == (counted_good, counted) else {Flag.COUNTS_DISAGREE}
    ideal = ideal if ideal and ideal > 0 else None
    if ideal is None:
        good_time = seconds.run * (good / total if total else 1.0)
    else:
        good_time = ideal * good
        losses[LossKind.SPEED] = seconds.run - ideal * total
        if ideal * total > operating * (1 + EPSILON):
            flags.add(Flag.PIECES_UNSEEN if ideal * total <= operating + unseen else Flag.IDEAL_TOO_SLOW)
    losses[LossKind.QUALITY] = seconds.run - good_time - losses.get(LossKind.SPEED, 0.0)
    unknown = _unknown(planned, unseen, ideal)
    return Account(
        planned=planned,
        run=seconds.run,
        losses=losses,
        good_time=good_time,
        total=total,
        good=good,
        ideal=ideal,
        availability=operating / planned if planned > 0 and unknown is not Unknown.NO_DATA else None,
        performance=ideal * total / operating if ideal and operating > 0 else None,
        quality=good / total if total else None,
        oee=good_time / planned if unknown is None else None,
        unknown=unknown,
        flags=frozenset(flags),
        excused=seconds.excused,
        overtime=seconds.overtime,
    )


def _unknown(planned: float, unseen: float, ideal: float | None) -> Unknown | None:
    if planned <= 0:
        return Unknown.NOT_PLANNED
    if unseen >= planned * (1 - EPSILON):
        return Unknown.NO_DATA
    return None if ideal else Unknown.NO_IDEAL_CYCLE
