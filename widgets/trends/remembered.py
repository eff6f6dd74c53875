"""What a Trends screen shows, as a saved view and back, and as a line of text that is remembered until next time."""

from __future__ import annotations

import json
import math
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from console.domain.trend_views import TrendView, ViewCompared, ViewPen, common_place
from widgets.trends.model import COLORS, LONGEST, SHORTEST, Compared, Pen
from widgets.trends.naming import place_of

if TYPE_CHECKING:
    from widgets.trends.model import TrendModel


def view_of(model: TrendModel, id: str, name: str, owner: str) -> TrendView:
    """What is seen, to be saved."""
    ways = model.console.office.authority.ways
    places = dict.fromkeys(place_of(pen.id) for pen in model.pens)
    return TrendView(
        id,
        name,
        owner,
        common_place(ways.get(place, (place,)) for place in places),
        tuple(ViewPen(pen.id, pen.color, pen.shown, pen.low, pen.high) for pen in model.pens),
        model.length,
        None if model.live else datetime.fromtimestamp(model.start, UTC),
        tuple(ViewCompared(one.shift, one.label, one.since, one.until) for one in model.compared),
    )


def show_view(model: TrendModel, view: TrendView) -> None:
    """Draw a saved view."""
    model.use([Pen(pen.signal, pen.color % COLORS, pen.shown, pen.low, pen.high) for pen in view.pens])
    if view.start is None:
        model.follow(view.length)
    else:
        model.show(view.start.timestamp(), view.start.timestamp() + view.length)
    model.compare([Compared(one.shift, one.label, one.since, one.until) for one in view.compared])


def kept_words(model: TrendModel) -> str:
    """What is seen, as text."""
    pens = [[pen.id, pen.color, pen.shown, pen.low, pen.high] for pen in model.pens]
    compared = [[one.shift, one.label, one.since, one.until] for one in model.compared]
    return json.dumps([pens, model.length, None if model.live else model.start, compared])


def shown_again(model: TrendModel, kept: str) -> None:
    """Show what such a text says; one that says nothing usable changes nothing."""
    try:
        told_pens, told_length, told_start, told_compared = json.loads(kept)
        pens = [
            Pen(str(id), int(color) % COLORS, bool(shown), _number(low), _number(high))
            for id, color, shown, low, high in told_pens
        ]
        length, start = _number(told_length), _number(told_start)
        compared = [
            Compared(float(shift), str(label), _number(since), _number(until))
            for shift, label, since, until in told_compared
        ]
    except (ValueError, TypeError):
        return
    if not pens or length is None:
        return
    length = min(max(length, SHORTEST), LONGEST)
    model.use(pens)
    if start is None:
        model.follow(length)
    else:
        model.show(start, start + length)
    if compared:
        model.compare(compared)


def _number(told: Any) -> float | None:
    if told is None:
        return None
    value = float(told)
    if not math.isfinite(value):
        raise ValueError(told)
    return value
