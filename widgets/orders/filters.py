"""Which orders are shown: by line, by when they are due, by what was typed. Pure."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta, tzinfo
from enum import StrEnum

from console.domain.orders import DONE, WorkOrder

BACK = 8 * 3600.0  # seconds that count as this shift where no shift is known


class Due(StrEnum):
    """Until when orders are due that are shown; what is late already is always among them."""

    ALL = "all"
    SHIFT = "shift"
    TODAY = "today"
    WEEK = "week"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class View:
    """How somebody looks at the board; `lines` () = all of them, "" among them = orders without a line."""

    lines: tuple[str, ...] = ()
    due: Due = Due.ALL
    lanes: bool = False
    collapsed: tuple[str, ...] = ()
    text: str = ""  # not remembered

    @property
    def filters(self) -> bool:
        """Whether anything may be hidden."""
        return bool(self.lines or self.text.strip()) or self.due is not Due.ALL


@dataclass(frozen=True, slots=True)
class Times:
    """What the words of `Due` mean now, seconds UTC."""

    now: float
    shift_ends: float
    day_ends: float
    week_ends: float
    shift_began: dict[str, float] = field(default_factory=dict)  # by line; done orders are shown since then
    began: float = 0.0  # the same for every other line


def times_at(
    now: float, zone: tzinfo | None, shift_ends: float | None, began: dict[str, float], first_began: float | None
) -> Times:
    """The times of a moment; shifts are None where none runs."""
    today = datetime.fromtimestamp(now, UTC).astimezone(zone)
    midnight = datetime.combine(today.date() + timedelta(days=1), time(), today.tzinfo)
    monday = midnight + timedelta(days=6 - today.weekday())
    ends = shift_ends if shift_ends is not None else now + BACK
    start = first_began if first_began is not None else now - BACK
    return Times(now, ends, midnight.timestamp(), monday.timestamp(), began, start)


def passes(order: WorkOrder, view: View, times: Times, allowed: frozenset[str] | None = None) -> bool:
    """Whether it is shown; `allowed`: the lines of the area that the console looks at, None = all."""
    if order.merged_into:
        return False
    if order.column != DONE and allowed is None and not view.filters:
        return True
    if order.column == DONE and not view.text.strip() and not _in_shift(order, times):
        return False  # who searches finds those of the last hours too
    if allowed is not None and order.line and order.line not in allowed:
        return False
    if view.lines and order.line not in view.lines:
        return False
    return _due(order, view.due, times) and _named(order, view.text)


def _in_shift(order: WorkOrder, times: Times) -> bool:
    at = order.finished or order.since or order.made
    return at.timestamp() >= times.shift_began.get(order.line, times.began)


def _due(order: WorkOrder, due: Due, times: Times) -> bool:
    if due is Due.ALL:
        return True
    if order.due is None:
        return False
    at = order.due.timestamp()
    match due:
        case Due.OVERDUE:
            return order.open and at < times.now
        case Due.SHIFT:
            return at <= times.shift_ends
        case Due.TODAY:
            return at < times.day_ends
    return at < times.week_ends


def _named(order: WorkOrder, text: str) -> bool:
    """Whether every word that was typed is in its number or product."""
    if not text:
        return True
    there = f"{order.number}\n{order.product}".casefold()
    return all(word in there for word in text.casefold().split())


# Remembering


def kept_words(view: View) -> str:
    """The view as a text to be remembered."""
    told = {"lines": view.lines, "due": view.due.value, "lanes": view.lanes, "collapsed": view.collapsed}
    return json.dumps(told, ensure_ascii=False)


def view_of(words: str) -> View:
    """The view that was remembered; what cannot be read counts as never said."""
    try:
        told = json.loads(words)
    except ValueError:
        return View()
    if not isinstance(told, dict):
        return View()
    due = next((one for one in Due if one.value == told.get("due")), Due.ALL)
    view = View(_texts(told.get("lines")), due, told.get("lanes") is True)
    return replace(view, collapsed=_texts(told.get("collapsed")))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()
