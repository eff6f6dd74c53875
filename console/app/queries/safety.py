"""What the Safety page and the console itself ask about reports of hazards and accidents."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from console.app.queries.actions import ActionShown, actions_of
from console.domain.andon import Call
from console.domain.desk import Kept, ReadDesk, Test
from console.domain.people import Person
from console.domain.safety import Happened, SafetyEvent

KIND = "safety_event"
ABOUT = "safety:"
INJURED: Test = ("what", "in", [Happened.FIRST_AID.value, Happened.LOST_TIME.value])


@dataclass(frozen=True, slots=True)
class SafetyShown:
    """A report as a list shows it; `who` and `closer` are names, "" where there is nobody to name."""

    event: SafetyEvent
    revision: int  # of the record, for commands
    who: str = ""
    closer: str = ""
    waiting: bool = False  # saved here, not yet shared


@dataclass(frozen=True, slots=True)
class SafetyFile:
    """One report with the actions that came from it, and the call that it made."""

    shown: SafetyShown
    actions: tuple[ActionShown, ...] = ()
    call: Call | None = None


@dataclass(frozen=True, slots=True)
class SafetyTold:
    """Reports, the last first; `first`: when the first thing of all happened that was reported, None: nothing was."""

    events: tuple[SafetyShown, ...] = ()
    first: datetime | None = None


def about_event(id: str) -> str:
    """What a call about a report says that it is about."""
    return f"{ABOUT}{id}"


def event_of(about: str) -> str:
    """The id of the report that a call is about; "" for any other."""
    return about.removeprefix(ABOUT) if about.startswith(ABOUT) else ""


def safety_told(since: datetime) -> Callable[[ReadDesk], SafetyTold]:
    """Reports of what happened since then, those that are open and every injury, whenever they were."""

    def ask(desk: ReadDesk) -> SafetyTold:
        found = {
            kept.value.id: kept
            for kept in (
                *desk.kept(SafetyEvent, ("at", ">=", since)),
                *desk.kept(SafetyEvent, INJURED),
                *desk.kept(SafetyEvent, closed=None),
            )
        }
        first = desk.find(SafetyEvent, order="at", limit=1)
        return SafetyTold(_shown(desk, found.values()), first[0].at if first else None)

    return ask


def safety_file(id: str) -> Callable[[ReadDesk], SafetyFile | None]:
    """One report; None where there is none."""

    def ask(desk: ReadDesk) -> SafetyFile | None:
        kept = desk.kept(SafetyEvent, id=id)
        if not kept:
            return None
        calls = desk.find(Call, about=about_event(id), order="-raised", limit=1)
        return SafetyFile(_shown(desk, kept)[0], actions_of(KIND, id)(desk), calls[0] if calls else None)

    return ask


def urgent_events(desk: ReadDesk) -> list[SafetyEvent]:
    """Reports that are open and that the safety officer is told of at once."""
    return [event for event in desk.find(SafetyEvent, order="reported", closed=None) if event.urgent]


def counted_since(told: date | None, first: datetime | None, today: date, zone: tzinfo | None) -> date:
    """The day from which days without an accident are counted: the one that was set, else that of the first report."""
    if told is not None:
        return min(told, today)
    return min(first.astimezone(zone).date(), today) if first is not None else today


def _shown(desk: ReadDesk, kept: Iterable[Kept[SafetyEvent]]) -> tuple[SafetyShown, ...]:
    listed = sorted(kept, key=lambda one: (one.value.at, one.value.id), reverse=True)
    people = sorted({id for one in listed for id in (one.value.reporter, one.value.closed_by) if id})
    names = {person.id: person.name for person in desk.find(Person, ("id", "in", people))} if people else {}
    return tuple(
        SafetyShown(
            one.value,
            one.version,
            names.get(one.value.reporter, ""),
            names.get(one.value.closed_by, ""),
            one.waiting,
        )
        for one in listed
    )
