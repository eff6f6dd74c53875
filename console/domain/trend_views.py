"""Saved views of trends: which pens, how their axes are set, which stretch of time, and what it is compared with."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from console.domain.errors import Refusal
from console.domain.people import NAME_MOST, plain_text

PENS_MOST = 12
COMPARED_MOST = 12
COLORS = 8
SHORTEST, LONGEST = 60.0, 366 * 86400.0  # seconds on the time axis


class ViewNameTaken(Refusal):
    """Its owner has another view of this name. facts: name."""

    code = "view_name_taken"


class ViewEmpty(Refusal):
    """There is nothing in it to be drawn."""

    code = "view_empty"


class ViewTooLarge(Refusal):
    """More than one screen draws. facts: most."""

    code = "view_too_large"


@dataclass(frozen=True, slots=True)
class ViewPen:
    """One signal of a view, as it was drawn: its id, colour 0..7 and axis, None = free."""

    signal: str
    color: int = 0
    shown: bool = True
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class ViewCompared:
    """Another stretch that was laid over it, `shift` seconds earlier; seconds UTC where it begins and ends, or None."""

    shift: float
    label: str
    since: float | None = None
    until: float | None = None


@dataclass(frozen=True, slots=True)
class TrendView:
    """One saved view. `start` None: it is live and ends now."""

    id: str
    name: str
    owner: str  # person
    place: str  # the narrowest place that all its pens are in; "" = the plant
    pens: tuple[ViewPen, ...]
    length: float  # seconds
    start: datetime | None = None
    compared: tuple[ViewCompared, ...] = ()
    shared: bool = False
    at: datetime | None = None  # when it was saved last


def checked_view(view: TrendView, others: Iterable[TrendView]) -> TrendView:
    """The view with its name as it is kept; ViewEmpty, ViewTooLarge, ViewNameTaken and what a name may not be."""
    if not view.pens:
        raise ViewEmpty
    if len(view.pens) > PENS_MOST or len(view.compared) > COMPARED_MOST:
        raise ViewTooLarge(most=PENS_MOST)
    length = min(max(view.length, SHORTEST), LONGEST) if math.isfinite(view.length) else LONGEST
    return replace(named(view, view.name, others), length=length)


def named(view: TrendView, name: str, others: Iterable[TrendView]) -> TrendView:
    """The view under this name; ViewNameTaken where another one of its owner has it, in any case of letters."""
    name = plain_text(name, "title", NAME_MOST)
    mine = (other for other in others if other.owner == view.owner and other.id != view.id)
    if any(other.name.casefold() == name.casefold() for other in mine):
        raise ViewNameTaken(name=name)
    return replace(view, name=name)


def common_place(ways: Iterable[tuple[str, ...]]) -> str:
    """The narrowest place that all of these ways from the site down lead through; "" = only the plant."""
    narrowest = ""
    for steps in zip(*ways, strict=False):  # site by site, then area by area …
        if len(set(steps)) > 1:
            break
        narrowest = steps[0]
    return narrowest


def gone(view: TrendView, known: Iterable[str]) -> tuple[str, ...]:
    """The signals of a view that are not known any more, in its order; those of another historian are not looked at."""
    there = set(known)
    return tuple(pen.signal for pen in view.pens if pen.signal not in there and ":" not in pen.signal)
