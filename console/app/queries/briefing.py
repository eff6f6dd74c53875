"""What a briefing is made of, as the records hold it: safety, the last shift, what is open, what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING

from console.app.queries.handovers import shift_record
from console.domain.checklists import Version, Words
from console.domain.commands import CONSOLE
from console.domain.crews import Briefing, Crew, briefing_id
from console.domain.desk import ReadDesk, Test
from console.domain.handover_content import ShiftRecord
from console.domain.handovers import Handover, Stage
from console.domain.knowledge import Article
from console.domain.orders import WorkOrder
from console.domain.people import Operation, Person, Skill
from console.domain.safety import SafetyEvent
from console.domain.stops import Stop

if TYPE_CHECKING:
    from console.records.local import LocalRecords

BACK = timedelta(days=1)  # what is new, where there was no briefing before
PAST = 60  # briefings that are shown
CHANGES = 40
LOOKED = {"stop_reason": "reason", "andon_category": "category", "call_rule": "rule"}  # kinds of the trail


class Changed(StrEnum):
    """What is new since the last briefing."""

    CHECKLIST = "checklist"
    ARTICLE = "article"
    REASON = "reason"
    CATEGORY = "category"
    RULE = "rule"
    PLANT = "plant"


@dataclass(frozen=True, slots=True)
class Change:
    """One of them; `name` is what people call it."""

    what: Changed
    name: str | Words
    at: datetime
    id: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class BriefingRecord:
    """All of it at one moment."""

    briefing: Briefing | None
    last: Briefing | None  # held before this one at this place
    past: tuple[Briefing, ...]  # that were held, the last first
    since: datetime  # from when on something is new
    shift: ShiftRecord  # the shift before; open calls, orders and actions as they are now
    day: ShiftRecord | None  # the stops of the day before
    events: tuple[SafetyEvent, ...]  # everything that was ever reported at the place
    first: datetime | None  # when the first thing happened that was reported anywhere
    handover: Handover | None  # the last sealed one
    changes: tuple[Change, ...]
    orders: tuple[WorkOrder, ...]  # open ones of the lines
    crews: tuple[Crew, ...]
    operations: tuple[Operation, ...]
    skills: tuple[Skill, ...]
    names: Mapping[str, str] = field(default_factory=dict)  # of people


@dataclass(frozen=True, slots=True)
class BriefingAsked:
    """About which shift, and what came before it. Times are aware."""

    place: str
    inside: frozenset[str]  # the place, and every line and station in it
    begins: datetime
    before: tuple[datetime, datetime]  # the shift before
    day: tuple[datetime, datetime] | None  # the day before
    now: datetime
    zone: tzinfo
    plant_changed: datetime | None = None


def briefing_record(asked: BriefingAsked) -> Callable[[LocalRecords], BriefingRecord]:
    """A job for `office.run`."""

    def job(local: LocalRecords) -> BriefingRecord:
        found = local.ask(lambda desk: _read(desk, asked))
        return replace(found, changes=(*found.changes, *_told(local, asked, found.since)))

    return job


def held_at(place: str) -> Callable[[ReadDesk], tuple[Briefing, ...]]:
    """Briefings that were held there, the last first."""
    return lambda desk: tuple(_held(desk, place))


def _held(desk: ReadDesk, place: str) -> list[Briefing]:
    found = desk.find(Briefing, order="-begins", limit=2 * PAST, place=place)
    return [one for one in found if one.held is not None][:PAST]


def _read(desk: ReadDesk, asked: BriefingAsked) -> BriefingRecord:
    past = _held(desk, asked.place)
    last = next((one for one in past if one.begins < asked.begins), None)
    since = last.held if last is not None and last.held is not None else asked.now - BACK
    here: Test = ("place", "in", sorted(asked.inside))
    shift = shift_record(asked.inside, *asked.before, asked.now, asked.zone)(desk)
    first = desk.find(SafetyEvent, order="at", limit=1)
    sealed = desk.find(Handover, order="-ends", limit=1, place=asked.place, stage=Stage.SEALED)
    return BriefingRecord(
        desk.get(Briefing, briefing_id(asked.place, asked.begins)),
        last,
        tuple(past),
        since,
        shift,
        _day(desk, asked, shift),
        tuple(desk.find(SafetyEvent, here)),
        first[0].at if first else None,
        sealed[0] if sealed else None,
        tuple(_written(desk, asked, since)),
        shift.orders,
        tuple(desk.find(Crew, order="name", active=True)),
        tuple(desk.find(Operation, ("place", "in", sorted(asked.inside)), active=True)),
        tuple(desk.find(Skill)),
        {person.id: person.name for person in desk.find(Person)},
    )


def _day(desk: ReadDesk, asked: BriefingAsked, shift: ShiftRecord) -> ShiftRecord | None:
    if asked.day is None:
        return None
    begins, ends = asked.day
    here: Test = ("place", "in", sorted(asked.inside))
    since: Test = ("since", "<", ends)
    stops = [*desk.find(Stop, here, since, ("until", ">", begins)), *desk.find(Stop, here, since, until=None)]
    return ShiftRecord(begins, ends, asked.now, asked.zone, stops=tuple(stops), reasons=shift.reasons)


def _written(desk: ReadDesk, asked: BriefingAsked, since: datetime) -> Iterable[Change]:
    """New versions of checklists, articles that were written or changed."""
    for version in desk.find(Version, ("at", ">=", since), order="-at", limit=CHANGES):
        if version.who == CONSOLE and version.number == 1:
            continue  # what is shipped is no news
        yield Change(Changed.CHECKLIST, version.name, version.at, version.template, version.note)
    for article in desk.find(Article, active=True):
        at = article.changed or article.made
        if at >= since and (not article.places or asked.inside & {*article.places}):
            yield Change(Changed.ARTICLE, article.title, at, article.id)
    if asked.plant_changed is not None and asked.plant_changed >= since:
        yield Change(Changed.PLANT, "", asked.plant_changed)


def _told(local: LocalRecords, asked: BriefingAsked, since: datetime) -> Iterable[Change]:
    """What the trail says of reasons, categories and rules, each once."""
    from console.app.queries.trail import Wanted, page

    for kind, what in LOOKED.items():
        seen: set[str] = set()
        for shown in page(Wanted(kind=kind, since=since, until=asked.now), limit=CHANGES)(local):
            if shown.line is None or shown.line.who == CONSOLE:  # what is shipped is no news
                continue
            for change in shown.changes:
                if change.kind == kind and change.id not in seen:
                    seen.add(change.id)
                    yield Change(Changed(what), change.label or change.id, shown.line.at, change.id)
