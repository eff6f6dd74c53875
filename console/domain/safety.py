"""Safety: hazards, near misses, incidents and environmental events; the days since the last one; the safety cross.

What is serious is told to the safety officer at once (by a call). A report is never refused for missing details:
they are added when it is looked into. Nothing here says who is to blame.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from enum import StrEnum

from console.domain.errors import Refusal
from console.domain.text import passage

TEXT_MOST, DAYS_MOST, PEOPLE_MOST = 4000, 3650, 1000


class SafetyUnfit(Refusal):
    """A report cannot be so. facts: field."""

    code = "safety_unfit"


class SafetyClosed(Refusal):
    """It was closed already. facts: event, who, at."""

    code = "safety_closed"


class Happened(StrEnum):
    """What is reported; `rank` orders them, the worst last."""

    HAZARD = "hazard"  # it could hurt somebody
    NEAR_MISS = "near_miss"  # it nearly did
    ENVIRONMENT = "environment"  # something got out: oil, gas, water
    FIRST_AID = "first_aid"  # somebody was hurt and went on working
    LOST_TIME = "lost_time"  # somebody was hurt and could not go on

    @property
    def rank(self) -> int:
        """0 for the least."""
        return list(Happened).index(self)


INJURIES = frozenset({Happened.FIRST_AID, Happened.LOST_TIME})


@dataclass(frozen=True, slots=True)
class SafetyEvent:
    """One report. Times are aware UTC; `reporter` "" = somebody who did not want to be named."""

    id: str
    what: Happened
    place: str
    text: str
    at: datetime  # when it happened, or was seen
    reported: datetime
    reporter: str = ""
    serious: bool = False  # somebody could have died, or it is not over
    hurt: int = 0  # people
    lost_days: int = 0
    done_at_once: str = ""
    cause: str = ""  # found out later
    closed: datetime | None = None
    closed_by: str = ""

    @property
    def urgent(self) -> bool:
        """Whether the safety officer is told at once."""
        return self.serious or self.what is Happened.LOST_TIME


class Colour(StrEnum):
    """A day of the safety cross: the worst that happened on it."""

    AHEAD = "ahead"
    BEFORE = "before"  # nobody counted yet, and nothing is known
    NONE = "none"
    NOTED = "noted"  # a hazard, a near miss or an environmental event
    HURT = "hurt"
    LOST = "lost"


def reported(event: SafetyEvent) -> SafetyEvent:
    """The report as it is kept; SafetyUnfit names the field. Somebody was hurt in an injury: one at least."""
    tests = (
        ("place", bool(event.place)),
        ("at", event.at <= event.reported),
        ("hurt", 0 <= event.hurt <= PEOPLE_MOST),
        ("lost_days", 0 <= event.lost_days <= DAYS_MOST),
    )
    wrong = next((field for field, fits in tests if not fits), "")
    if wrong:
        raise SafetyUnfit(field=wrong)
    text = passage(event.text, "text", TEXT_MOST)
    once = passage(event.done_at_once, "text", TEXT_MOST, needed=False)
    hurt = max(1, event.hurt) if event.what in INJURIES else 0
    lost = event.lost_days if event.what is Happened.LOST_TIME else 0
    return replace(event, text=text, done_at_once=once, hurt=hurt, lost_days=lost)


def changed(event: SafetyEvent, told: SafetyEvent) -> SafetyEvent:
    """The report told anew, as more is known; SafetyClosed, SafetyUnfit. Who reported it when stays."""
    if event.closed is not None:
        raise SafetyClosed(event=event.id, who=event.closed_by, at=event.closed)
    new = replace(told, id=event.id, reported=event.reported, reporter=event.reporter, closed=None, closed_by="")
    return replace(reported(new), cause=passage(told.cause, "text", TEXT_MOST, needed=False))


def close(event: SafetyEvent, at: datetime, who: str) -> SafetyEvent:
    """The report that is finished; its cause must be known. SafetyClosed, SafetyUnfit."""
    if event.closed is not None:
        raise SafetyClosed(event=event.id, who=event.closed_by, at=event.closed)
    if not event.cause.strip():
        raise SafetyUnfit(field="cause")
    return replace(event, closed=at, closed_by=who)


def days_since(events: Iterable[SafetyEvent], what: Happened, since: date, today: date, zone: tzinfo) -> int:
    """Whole days since the last event that is at least as bad as `what`, or since counting began."""
    days = [_day(event, zone) for event in events if event.what.rank >= what.rank]
    last = max((day for day in days if day <= today), default=since)
    return max(0, (today - max(last, since)).days)


def cross(
    events: Iterable[SafetyEvent], year: int, month: int, since: date, today: date, zone: tzinfo
) -> tuple[tuple[date, Colour], ...]:
    """Every day of a month with its colour, in order; days are counted from `since`."""
    worst: dict[date, Happened] = {}
    for event in events:
        day = _day(event, zone)
        if day not in worst or event.what.rank > worst[day].rank:
            worst[day] = event.what
    days = (date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1))
    return tuple((day, Colour.AHEAD if day > today else _colour(worst.get(day), day >= since)) for day in days)


def _colour(what: Happened | None, counted: bool) -> Colour:
    if what is None:
        return Colour.NONE if counted else Colour.BEFORE
    if what is Happened.LOST_TIME:
        return Colour.LOST
    return Colour.HURT if what is Happened.FIRST_AID else Colour.NOTED


def _day(event: SafetyEvent, zone: tzinfo) -> date:
    return event.at.astimezone(zone).date()
