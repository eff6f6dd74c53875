"""Clocks: how far a sender's clock is off, and which of a reading's two times says better when it happened."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isfinite
from statistics import median

SPACING = 1.0  # seconds between two samples of one source
GROUP = 5  # samples of which the least delayed one is kept
KEPT = 9  # least delayed ones of which the median is the skew
FEWEST = 3  # samples before anything is said
STEP = 5.0  # seconds by which a group must differ to hint at a clock that was set
PACE = 2.0  # a sender whose clock runs this much faster or slower than ours is catching up or was set
TOLERANCE = 10.0  # seconds a clock may be off and still be taken as right
LATEST = 6 * 3600.0  # seconds for which a delayed message is believed to have waited


@dataclass(frozen=True, slots=True)
class Skew:
    """How far one source's clock is behind ours, learned from live messages (never from retained ones).

    heard_at - source_time is the skew plus a delay that is never negative, so of each group of samples the smallest
    is kept, and the median of the last of these is the skew. A sample counts only while the sender's clock keeps pace
    with ours: the messages of a backlog come faster than they were written and would pass for a wrong clock.
    """

    heard_at: float | None = None
    source_time: float = 0.0
    group: tuple[float, ...] = ()
    least: tuple[float, ...] = ()
    odd: float | None = None  # a group that differs from the rest; a second like it means that the clock was set
    unsettled: bool = False  # the clock ran backwards and no group has been filled since

    @property
    def value(self) -> float | None:
        """Seconds the sender's clock is behind ours (negative: ahead), None while it is not known."""
        if self.unsettled:
            return None
        if self.least:
            return median(self.least)
        return min(self.group) if len(self.group) >= FEWEST else None

    def heard(self, source_time: float | None, heard_at: float) -> Skew:
        """Learn from one live message; both times in seconds UTC."""
        if source_time is None or not isfinite(source_time):
            return self
        if self.heard_at is None:
            return replace(self, heard_at=heard_at, source_time=source_time)
        passed, told = heard_at - self.heard_at, source_time - self.source_time
        if 0 <= passed < SPACING and told > -STEP:
            return self
        moved = replace(self, heard_at=heard_at, source_time=source_time)
        if told <= -STEP:
            return replace(moved, unsettled=True, group=())
        if passed <= 0 or not passed / PACE <= told <= passed * PACE:
            return moved
        return _sampled(moved, heard_at - source_time)


def _sampled(skew: Skew, offset: float) -> Skew:
    """Add one sample; a full group gives its least delayed one, and a second odd group in a row starts anew."""
    group = (*skew.group, offset)
    if len(group) < GROUP:
        return replace(skew, group=group)
    least = min(group)
    fresh = replace(skew, group=(), odd=None, unsettled=False)
    if not skew.least or abs(least - median(skew.least)) <= STEP:
        return replace(fresh, least=(*skew.least, least)[-KEPT:])
    if skew.unsettled or (skew.odd is not None and abs(least - skew.odd) <= STEP):
        return replace(fresh, least=(least,))
    return replace(fresh, odd=least)


def better_time(
    source_time: float | None, heard_at: float, skew: float | None, tolerance: float = TOLERANCE
) -> tuple[float, bool]:
    """When it happened, in seconds UTC, never after `heard_at`; and whether the sender's time was not taken as it is.

    A sender whose clock is known (`skew`, seconds it is behind ours) is believed: as it says when it is off by no more
    than `tolerance` seconds, else shifted by the skew. A time in the future after that, or more than six hours old, is
    not believed, and neither is a sender whose clock is not known yet and differs: then it happened when it was heard.
    """
    if source_time is None:
        return heard_at, False
    if not isfinite(source_time):
        return heard_at, True
    if skew is None:
        near = abs(heard_at - source_time) <= tolerance
        return (min(source_time, heard_at), False) if near else (heard_at, True)
    shifted = abs(skew) > tolerance
    at = source_time + skew if shifted else source_time
    if at > heard_at + tolerance or at < heard_at - LATEST:
        return heard_at, True
    return min(at, heard_at), shifted
