"""What screens and the console itself ask about handovers, crews and briefings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from console.domain.crews import Briefing, Crew
from console.domain.desk import Kept, ReadDesk, Test
from console.domain.handovers import Correction, Handover, Stage
from console.domain.people import Person

PAGE = 100


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


def searched(words: str, limit: int = PAGE) -> Callable[[ReadDesk], tuple[Handover, ...]]:
    """Handovers in which each of these words stands, in notes, items, replies or corrections; the last first."""
    wanted = words.casefold().split()

    def ask(desk: ReadDesk) -> tuple[Handover, ...]:
        later: dict[str, list[str]] = {}
        for said in desk.find(Correction):
            later.setdefault(said.handover, []).append(said.text)
        found = (
            one
            for one in desk.find(Handover, order="-ends")
            if one.stage is not Stage.DRAFT and _has(one, later.get(one.id, []), wanted)
        )
        return tuple(one for one, _ in zip(found, range(limit), strict=False))

    return ask


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


def _has(handover: Handover, later: list[str], wanted: list[str]) -> bool:
    texts = [handover.note, handover.shift, handover.overridden, *later]
    for item in handover.items:
        texts += [item.title, item.text, item.owner]
    texts += [reply.words for reply in handover.replies]
    texts += [text for fact in handover.facts for _, text in fact.texts]
    if handover.outgoing is not None:
        texts.append(handover.outgoing.name)
    if handover.incoming is not None:
        texts.append(handover.incoming.name)
    whole = "\n".join(texts).casefold()
    return all(word in whole for word in wanted)
