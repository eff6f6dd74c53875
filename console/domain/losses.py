"""Losses: what took planned time away, by reason, the largest first; and the six big losses they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from console.domain.oee import Account, ended, loss_kinds, unbroken
from console.domain.ribbon import Segment
from console.domain.shifts import Shift
from console.domain.stations import LossKind


class BigLoss(StrEnum):
    """The six big losses (S. Nakajima, Introduction to TPM, 1988); start-up scrap cannot be told from other scrap."""

    BREAKDOWN = "breakdown"
    SETUP = "setup"
    IDLING = "idling"  # idling and minor stops
    SPEED = "speed"
    DEFECTS = "defects"  # with the sixth, reduced yield at start-up


# Waiting is Nakajima's idling. As it is measured in seconds here, it counts against availability all the same (oee.py).
BIG_LOSS = {
    LossKind.STOP: BigLoss.BREAKDOWN,
    LossKind.CHANGEOVER: BigLoss.SETUP,
    LossKind.MICRO_STOP: BigLoss.IDLING,
    LossKind.STARVED: BigLoss.IDLING,
    LossKind.BLOCKED: BigLoss.IDLING,
    LossKind.SPEED: BigLoss.SPEED,
    LossKind.QUALITY: BigLoss.DEFECTS,
}  # NO_DATA belongs to none: nobody knows what was lost


@dataclass(frozen=True, slots=True)
class Source:
    """What one station did in one shift, with the account of it where there is one (for speed and quality)."""

    line: str
    station: str
    segments: tuple[Segment, ...]
    shift: Shift
    micro_stop: float  # seconds
    account: Account | None = None


@dataclass(frozen=True, slots=True)
class Loss:
    """Planned seconds lost for one reason."""

    reason: (
        str  # in the machine's own words when `named`, else a code: the kind, or for no data which of its five facts
    )
    kind: LossKind
    seconds: float
    stops: int  # how often; 0 for speed and quality
    line: str  # "" when several have it
    station: str  # "" when several have it
    named: bool = False  # the machine told the reason

    @property
    def big(self) -> BigLoss | None:
        """Which of the six big losses this is; None: not known."""
        return BIG_LOSS.get(self.kind)


def losses(sources: Iterable[Source], now: float) -> list[Loss]:
    """Every loss of every source up to `now` (seconds UTC), one for each station, kind and reason, largest first.

    Only planned time is lost time. Micro-stops are one loss, whatever their reasons. For each source the seconds are
    those of its account; a speed loss of a station that beat its ideal cycle is no loss and is left out.
    """
    found: dict[tuple[str, str, LossKind, str], Loss] = {}
    for source in sources:
        for loss in (*_timed(source, now), *_counted(source)):
            key = (loss.line, loss.station, loss.kind, loss.reason)
            found[key] = _together(found[key], loss) if key in found else loss
    return _largest_first(found.values())


def by_reason(given: Iterable[Loss]) -> list[Loss]:
    """The same losses with those of one kind and reason put together across stations and lines, largest first."""
    found: dict[tuple[LossKind, str], Loss] = {}
    for loss in given:
        key = (loss.kind, loss.reason)
        found[key] = _together(found[key], loss) if key in found else loss
    return _largest_first(found.values())


def _timed(source: Source, now: float) -> Iterator[Loss]:
    """Losses that are seconds in a state; of one kind and reason, segments that follow each other are one stop."""
    begin = min([source.shift.start, *(s.since for s in source.segments[:1])])
    before: tuple[LossKind | None, str] = (None, "")
    for piece, kind in loss_kinds(unbroken(source.segments, begin, now, now), source.micro_stop):
        reason, named = _reason(piece, kind)
        seconds = source.shift.planned_seconds(piece.since, ended(piece))
        if kind is not None and seconds > 0:
            again = before == (kind, reason)
            yield Loss(reason, kind, seconds, 0 if again else 1, source.line, source.station, named)
            before = (kind, reason)
        elif kind is None:
            before = (None, "")


def _reason(piece: Segment, kind: LossKind | None) -> tuple[str, bool]:
    if kind is None or kind is LossKind.MICRO_STOP:
        return str(kind or ""), False
    if piece.reason:
        return piece.reason, True
    return str(piece.no_data if kind is LossKind.NO_DATA and piece.no_data else kind), False


def _counted(source: Source) -> Iterator[Loss]:
    """Losses that are pieces not made or not good, in seconds of the ideal cycle."""
    for kind in (LossKind.SPEED, LossKind.QUALITY):
        seconds = source.account.losses.get(kind, 0.0) if source.account else 0.0
        if seconds > 0:
            yield Loss(str(kind), kind, seconds, 0, source.line, source.station)


def _together(a: Loss, b: Loss) -> Loss:
    line, station = (a.line if a.line == b.line else ""), (a.station if a.station == b.station else "")
    return replace(a, seconds=a.seconds + b.seconds, stops=a.stops + b.stops, line=line, station=station)


def _largest_first(found: Iterable[Loss]) -> list[Loss]:
    return sorted(found, key=lambda loss: (-loss.seconds, loss.line, loss.station, loss.kind, loss.reason))
