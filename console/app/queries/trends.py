"""What the Trends screen asks about notes on the time axis and saved views."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from console.domain.andon import Call, Category
from console.domain.desk import Kept, ReadDesk, Test
from console.domain.people import Person
from console.domain.reasons import Reason
from console.domain.stops import Stop
from console.domain.trend_notes import TrendNote
from console.domain.trend_views import TrendView
from console.domain.warning_rules import EarlyWarning

T = TypeVar("T")

# Notes

NOTES_MOST = 2000  # of one stretch of time: the newest


@dataclass(frozen=True, slots=True)
class NoteShown:
    """A note as the time axis shows it."""

    note: TrendNote
    by: str = ""  # what whoever wrote it is called
    version: int = 0
    waiting: bool = False  # saved here, not yet shared


def notes_between(
    since: datetime, until: datetime, places: Iterable[str] | None = None
) -> Callable[[ReadDesk], tuple[NoteShown, ...]]:
    """Notes of these places and of everywhere (None: of all places) that touch [since, until), the oldest first."""
    where: list[Test] = [] if places is None else [("place", "in", sorted({"", *places}))]

    begun: list[Test] = [("start", ">=", since), ("start", "<", until)]
    before: list[Test] = [("start", "<", since), ("end", ">", since)]

    def ask(desk: ReadDesk) -> tuple[NoteShown, ...]:
        ways = (begun, before)
        found = [one for way in ways for one in desk.kept(TrendNote, *where, *way, order="-start", limit=NOTES_MOST)]
        return tuple(sorted(_shown(desk, found), key=lambda one: (one.note.start, one.note.id)))

    return ask


def _shown(desk: ReadDesk, kept: Iterable[Kept[TrendNote]]) -> tuple[NoteShown, ...]:
    many = list(kept)
    wanted = sorted({one.value.by for one in many})
    names = {person.id: person.name for person in desk.find(Person, ("id", "in", wanted))} if wanted else {}
    return tuple(NoteShown(one.value, names.get(one.value.by, ""), one.version, one.waiting) for one in many)


# What happened

HAPPENED_MOST = 20_000  # calls, and stops, of one stretch of time: the newest


@dataclass(frozen=True, slots=True)
class CallThere:
    """A call with the name of its category."""

    call: Call
    name: str


@dataclass(frozen=True, slots=True)
class StopThere:
    """A stop with the name of its reason, "" = nobody has said why."""

    stop: Stop
    reason: str


@dataclass(frozen=True, slots=True)
class Happened:
    """Calls, stops, notes and early warnings that touch a stretch of time, the oldest first."""

    calls: tuple[CallThere, ...] = ()
    stops: tuple[StopThere, ...] = ()
    notes: tuple[NoteShown, ...] = ()
    warnings: tuple[EarlyWarning, ...] = ()


def happened(since: datetime, until: datetime, places: Iterable[str]) -> Callable[[ReadDesk], Happened]:
    """What happened at these places in [since, until): calls that were none are left out, so are merged stops."""
    where, notes = sorted(set(places)), notes_between(since, until, places)

    def ask(desk: ReadDesk) -> Happened:
        calls = _touching(desk, Call, ("raised", "closed"), since, until, where, rejected="")
        stops = _touching(desk, Stop, ("since", "until"), since, until, where, merged_into="")
        warnings = _touching(desk, EarlyWarning, ("began", "ended"), since, until, where)
        names = {category.id: category.name for category in desk.find(Category)} if calls else {}
        reasons = {reason.id: reason.name for reason in desk.find(Reason)} if stops else {}
        return Happened(
            tuple(CallThere(call, names.get(call.category, call.category)) for call in calls),
            tuple(StopThere(stop, reasons.get(stop.reason, "")) for stop in stops),
            notes(desk),
            tuple(warnings),
        )

    return ask


def _touching(
    desk: ReadDesk,
    cls: type[T],
    edges: tuple[str, str],
    since: datetime,
    until: datetime,
    where: list[str],
    **equals: Any,
) -> list[T]:
    """Those of which some part lies inside [since, until), the oldest first."""
    begins, ends = edges
    tests: list[Test] = [("place", "in", where), (begins, "<", until)]
    over: Test = (ends, ">", since)
    lasting = desk.find(cls, *tests, order=f"-{begins}", limit=HAPPENED_MOST, **{**equals, ends: None})
    ended = desk.find(cls, *tests, over, order=f"-{begins}", limit=HAPPENED_MOST, **equals)
    return sorted([*lasting, *ended], key=lambda one: (getattr(one, begins), one.id))  # type: ignore[attr-defined]


# Saved views


@dataclass(frozen=True, slots=True)
class ViewShown:
    """A view as the list shows it."""

    view: TrendView
    owner: str = ""  # what its owner is called
    version: int = 0
    waiting: bool = False  # saved here, not yet shared with other consoles


def views_for(person: str) -> Callable[[ReadDesk], tuple[ViewShown, ...]]:
    """The views of a person ("" = nobody) and the shared ones of all others."""

    def ask(desk: ReadDesk) -> tuple[ViewShown, ...]:
        kept = desk.kept(TrendView, shared=True)
        if person:
            kept = [*(one for one in kept if one.value.owner != person), *desk.kept(TrendView, owner=person)]
        wanted = sorted({one.value.owner for one in kept})
        names = {one.id: one.name for one in desk.find(Person, ("id", "in", wanted))} if wanted else {}
        return tuple(ViewShown(one.value, names.get(one.value.owner, ""), one.version, one.waiting) for one in kept)

    return ask
