"""Improvement: how fast actions are carried out, how much of what was bad is reviewed, how much comes back.

A figure of fewer than five is not enough data and is not told, as with response times.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from console.domain.actions import Action, Stage
from console.domain.andon import Call, Category
from console.domain.responses import ENOUGH, quantile
from console.domain.reviews import WITHIN, Review, alike

WINDOW = timedelta(days=90)  # that the figures look back


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many; None where there is not enough data."""

    part: int
    n: int

    @property
    def value(self) -> float | None:
        """0..1."""
        return self.part / self.n if self.n >= ENOUGH else None


@dataclass(frozen=True, slots=True)
class Measures:
    """The figures of one window. Times in seconds."""

    handled: int  # actions from a record that were verified
    mean: float | None  # from made to verified
    median: float | None
    reviewed: Share  # of the calls that wanted a review: those whose review is done
    repeated: Share  # of the closed calls: those that came back within 30 days
    reused: int  # times that an article helped


def handling(actions: Iterable[Action], since: datetime, until: datetime) -> tuple[int, float | None, float | None]:
    """n, mean and median of the seconds from made to verified, of actions that came from a record and were verified in
    [since, until). The wait for the look at the effect is no handling. Median: see responses.quantile."""
    took = sorted(
        (one.verified - one.made).total_seconds()
        for one in actions
        if one.source and one.verified is not None and since <= one.verified < until and one.stage is not Stage.DROPPED
    )
    if len(took) < ENOUGH:
        return len(took), None, None
    return len(took), sum(took) / len(took), quantile(took, 0.5)


def reviewed(reviews: Iterable[Review], since: datetime, until: datetime) -> Share:
    """Of the reviews that came to be wanted in [since, until) those that are done."""
    asked = [one for one in reviews if since <= one.wanted < until]
    return Share(sum(one.done is not None for one in asked), len(asked))


def repeated(calls: Iterable[Call], categories: Mapping[str, Category], now: datetime) -> Share:
    """Of the calls that were closed in the window those that came back within 30 days. Only calls whose 30 days are
    over count, or what was closed lately would look good; calls about nothing that could come back do not."""
    by_kind: dict[tuple[str, str, str], list[Call]] = {}
    for call in calls:
        if not call.rejected and call.category in categories:
            by_kind.setdefault((call.place, call.category, call.about), []).append(call)
    n = back = 0
    for many in by_kind.values():
        for call in many:
            if call.closed is None or not now - WINDOW - WITHIN <= call.closed < now - WITHIN:
                continue
            n += 1
            until = call.closed + WITHIN
            back += any(one is not call and alike(call, one) and call.closed <= one.raised < until for one in many)
    return Share(back, n)
