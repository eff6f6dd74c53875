"""What screens and the console itself ask about handovers, crews and briefings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from console.app.queries.actions import open_actions
from console.app.queries.orders import OPEN
from console.app.queries.rounds import open_tags, rounds_known
from console.domain.andon import Call, Category
from console.domain.audit_plans import Round, Standing, rounds, standings
from console.domain.checklists import Going, Purpose, Run, Template
from console.domain.crews import Briefing, Crew
from console.domain.desk import Kept, ReadDesk, Test
from console.domain.handover_content import ShiftRecord
from console.domain.handover_past import Past, Sums, listed, sums
from console.domain.handovers import Correction, Handover, Stage, Subject
from console.domain.orders import WorkOrder
from console.domain.people import Person
from console.domain.reasons import Reason
from console.domain.safety import SafetyEvent
from console.domain.shelving import Shelf
from console.domain.shifts import Calendar
from console.domain.stops import Stop
from console.domain.warning_rules import EarlyWarning

PAGE = 100
ROUNDS_BACK = timedelta(days=30)
AUDITS = 40  # of the last that were signed, among which those of a template and place are looked for


@dataclass(frozen=True, slots=True)
class HandoverFile:
    """A handover with the one before it, what was said later, and names."""

    handover: Handover | None  # None: nobody has begun it
    before: Handover | None  # of the same place
    corrections: tuple[Correction, ...]  # the first first
    names: dict[str, str]  # of people, by id


def handover_file(id: str, place: str, ends: datetime) -> Callable[[ReadDesk], HandoverFile]:
    """The handover of a shift, begun or not."""

    def ask(desk: ReadDesk) -> HandoverFile:
        handover = desk.get(Handover, id)
        earlier = desk.find(Handover, ("ends", "<", ends), order="-ends", limit=1, place=place)
        said = sorted(desk.find(Correction, handover=id), key=lambda one: (one.at, one.id))
        people = {one.who for one in said}
        if handover is not None:
            people |= {item.owner for item in handover.items} | {reply.who for reply in handover.replies}
            people.add(handover.overridden_by)
        return HandoverFile(handover, earlier[0] if earlier else None, tuple(said), names(desk, people))

    return ask


def handovers_between(
    since: datetime, until: datetime, places: Iterable[str] | None = None
) -> Callable[[ReadDesk], tuple[Handover, ...]]:
    """Handovers of shifts that ended in [since, until), the last first."""

    def ask(desk: ReadDesk) -> tuple[Handover, ...]:
        tests: list[Test] = [("ends", ">=", since), ("ends", "<", until)]
        if places is not None:
            tests.append(("place", "in", sorted(places)))
        return tuple(desk.find(Handover, *tests, order="-ends"))

    return ask


def past_handovers(
    since: datetime,
    until: datetime,
    now: datetime,
    calendars: Mapping[str, Calendar],
    inside: Callable[[str], bool],
) -> Callable[[ReadDesk], tuple[tuple[Past, ...], Sums]]:
    """Ends of shifts in [since, until) with their handovers, the last first; and what those at places that are `inside`
    come to. `calendars` by place: of nobody else, they remember what they were asked."""

    def ask(desk: ReadDesk) -> tuple[tuple[Past, ...], Sums]:
        past = listed(handovers_between(since, until)(desk), calendars, since, until, now)
        return past, sums([one for one in past if inside(one.place)])

    return ask


def searched(words: str, limit: int = PAGE) -> Callable[[ReadDesk], tuple[Handover, ...]]:
    """Handovers in which each of these words stands, in notes, items, replies, corrections or names; the last first."""
    wanted = words.casefold().split()

    def ask(desk: ReadDesk) -> tuple[Handover, ...]:
        named = {person.id: person.name for person in desk.find(Person)}
        later: dict[str, list[str]] = {}
        for said in desk.find(Correction):
            later.setdefault(said.handover, []).append(said.text)
        found = (
            one
            for one in desk.find(Handover, order="-ends")
            if one.stage is not Stage.DRAFT and _has(one, later.get(one.id, []), named, wanted)
        )
        return tuple(one for one, _ in zip(found, range(limit), strict=False))

    return ask


def shift_record(
    places: Iterable[str],
    begins: datetime,
    ends: datetime,
    now: datetime,
    zone: tzinfo,
    before: Handover | None = None,
) -> Callable[[ReadDesk], ShiftRecord]:
    """What the records hold of a shift; `places`: line or area, and every line and station in it. `before`: the
    handover before, for what it handed over and nobody accepted."""
    inside = sorted(places)

    def ask(desk: ReadDesk) -> ShiftRecord:
        here: Test = ("place", "in", inside)
        since: Test = ("since", "<", ends)
        until: Test = ("until", ">", begins)
        calls = {call.id: call for call in desk.find(Call, here, closed=None)}
        calls |= {call.id: call for call in desk.find(Call, here, ("raised", ">=", begins))}
        calls |= {call.id: call for call in desk.find(Call, here, ("resolved", ">=", begins))}
        stops = [*desk.find(Stop, here, since, until), *desk.find(Stop, here, since, until=None)]
        events = {event.id: event for event in desk.find(SafetyEvent, here, closed=None)}
        events |= {event.id: event for event in desk.find(SafetyEvent, here, ("at", ">=", begins))}
        return ShiftRecord(
            begins, ends, now, zone,
            tuple(calls.values()),
            tuple(stops),
            _carried(desk, before, begins, {stop.id for stop in stops}),
            tuple(desk.find(WorkOrder, ("column", "in", OPEN), ("line", "in", inside))),
            tuple(action for action in open_actions(desk) if action.place in inside),
            tuple(one for one in _rounds(desk, now) if one.round.place in inside),
            tuple(shelf for shelf in desk.find(Shelf, here, ended=None) if shelf.holds(now)),
            tuple(desk.find(EarlyWarning, here, ended=None)),
            tuple(events.values()),
            _audits(desk, here),
            tuple(tag for tag in open_tags(desk) if tag.place in inside),
            {category.id: category for category in desk.find(Category)},
            {reason.id: reason for reason in desk.find(Reason)},
        )  # fmt: skip

    return ask


def _carried(desk: ReadDesk, before: Handover | None, begins: datetime, seen: Collection[str]) -> tuple[Stop, ...]:
    """Stops without a reason of earlier shifts, at stations whose item was not accepted, since that item began."""
    rolls_on = before.rolls_on if before is not None else ()
    since = {item.record: item.since for item in rolls_on if item.subject is Subject.STOP}
    if not since:
        return ()
    there: Test = ("place", "in", sorted(since))
    found = desk.find(Stop, there, ("since", ">=", min(since.values())), ("since", "<", begins), reason="")
    return tuple(
        stop for stop in found if not stop.merged_into and stop.id not in seen and stop.since >= since[stop.place]
    )


def handover_before(place: str, ends: datetime) -> Callable[[ReadDesk], Handover | None]:
    """The last handover of a place whose shift ended before this one."""

    def ask(desk: ReadDesk) -> Handover | None:
        found = desk.find(Handover, ("ends", "<", ends), order="-ends", limit=1, place=place)
        return found[0] if found else None

    return ask


def _audits(desk: ReadDesk, here: Test) -> tuple[Run, ...]:
    """5S and 6S audits that were signed there, the last first."""
    wanted = {one.id for one in desk.find(Template) if one.purpose in (Purpose.FIVE_S, Purpose.SIX_S)}
    signed = desk.find(Run, here, ("template", "in", sorted(wanted)), order="-ended", limit=AUDITS, going=Going.SIGNED)
    return tuple(signed)


def _rounds(desk: ReadDesk, now: datetime) -> tuple[Standing, ...]:
    """Rounds of the last 30 days as they stand."""
    plans, runs, decisions = rounds_known(now - ROUNDS_BACK)(desk)
    asked: list[Round] = []
    for plan in plans:
        asked += rounds(plan, (now - ROUNDS_BACK).date(), (now + timedelta(days=1)).date())
    return standings(asked, runs, decisions, now)


def crews(desk: ReadDesk) -> list[Kept[Crew]]:
    """Crews with their versions, by name."""
    return desk.kept(Crew, order="name")


def briefing(id: str) -> Callable[[ReadDesk], Briefing | None]:
    """One briefing; None: nobody has begun it."""
    return lambda desk: desk.get(Briefing, id)


def names(desk: ReadDesk, ids: Iterable[str]) -> dict[str, str]:
    """What people are called, by id."""
    wanted = sorted({id for id in ids if id})
    return {person.id: person.name for person in desk.find(Person, ("id", "in", wanted))} if wanted else {}


def _has(handover: Handover, later: list[str], named: Mapping[str, str], wanted: list[str]) -> bool:
    texts = [handover.note, handover.shift, handover.place, handover.overridden, *later]
    for item in handover.items:
        texts += [item.title, item.text, item.place, named.get(item.owner, item.owner)]
    texts += [reply.words for reply in handover.replies]
    texts += [text for fact in handover.facts for _, text in fact.texts]
    if handover.outgoing is not None:
        texts.append(handover.outgoing.name)
    if handover.incoming is not None:
        texts.append(handover.incoming.name)
    whole = "\n".join(texts).casefold()
    return all(word in whole for word in wanted)
