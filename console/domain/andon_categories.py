"""Categories of calls: what one must keep to, so that no call can be raised that nobody could answer or close."""

from __future__ import annotations

from math import isfinite

from console.domain.andon import Category, Cause, Stage
from console.domain.andon_asks import asks_fit
from console.domain.andon_refusals import CategoryUnfit
from console.domain.stations import LossKind

LONGEST = 30 * 86400.0  # seconds of a target or a rung
RUNGS_MOST = 9
CAUSES_MOST = 200
WASTES = ("transport", "inventory", "motion", "waiting", "overproduction", "overprocessing", "defects")  # T. Ohno's


def checked_category(category: Category) -> Category:
    """The category; CategoryUnfit names the field that cannot be so."""
    within = ("acknowledge_within", "arrive_within", "resolve_within")
    unfit = next((field for field in within if not _seconds(getattr(category, field))), "")
    unfit = unfit or ("" if category.name.strip() else "name")
    unfit = unfit or ("" if _ladder_fits(category) else "ladder")
    unfit = unfit or ("" if _causes_fit(category.causes) else "causes")
    unfit = unfit or ("" if asks_fit(category.asks) else "asks")
    unfit = unfit or ("" if category.review_repeats >= 1 else "review_repeats")
    if unfit:
        raise CategoryUnfit(category=category.id, field=unfit)
    return category


def _seconds(value: float) -> bool:
    return isfinite(value) and 0 < value <= LONGEST


def _ladder_fits(category: Category) -> bool:
    """Each rung later than the one before, none that asks for what every call has from the beginning."""
    after = [rung.after for rung in category.ladder]
    answered = {Stage.ACKNOWLEDGED, Stage.ON_SITE, Stage.CONTAINED, Stage.RESOLVED}
    rising = all(first < second for first, second in zip(after, after[1:], strict=False))
    stages = all(rung.unless in answered for rung in category.ladder)
    return len(after) <= RUNGS_MOST and all(map(_seconds, after)) and rising and stages


def _causes_fit(causes: tuple[Cause, ...]) -> bool:
    ids = [cause.id for cause in causes]
    known = all(cause.loss in ("", *LossKind) and cause.waste in ("", *WASTES) for cause in causes)
    return len(ids) <= CAUSES_MOST and all(ids) and len(set(ids)) == len(ids) and known
