"""What the console and its screens ask about telling people: what is to be made, what is to be sent, what was sent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from console.domain.andon import Call, CallStep, Category
from console.domain.channels import Channel, Contact
from console.domain.commands.notices import MakeNotices
from console.domain.desk import Kept, ReadDesk, Test
from console.domain.notices import Notice, State, Wanted, notice_id, reason_of, undelivered, wanted
from console.domain.people import Person, by_name

R = TypeVar("R", Call, Contact, Person)
GRACE = timedelta(minutes=1)  # so long a step is left to the console that carried it out
LAST = 300  # messages on the screen
OPEN = [State.WAITING.value, State.FAILED.value]
LOST = [*OPEN, State.GIVEN_UP.value]


@dataclass(frozen=True, slots=True)
class Due:
    """A notice that is to be sent, with everything that its message tells."""

    notice: Notice
    unshared: bool  # written here, and the shared database does not have it yet
    call: Call | None
    category: str
    role: str  # that the ladder tells at the notice's level
    channel: Channel | None
    contacts: Mapping[str, Contact]
    people: Mapping[str, Person]


@dataclass(frozen=True, slots=True)
class Outlook:
    """Everything there is to do at one moment."""

    make: tuple[MakeNotices, ...]
    due: tuple[Due, ...]
    lost: int  # that somebody should know of: not delivered, of calls that are open
    channels: int  # that are switched on


@dataclass(frozen=True, slots=True)
class NoticeShown:
    """A message as a list shows it."""

    notice: Notice
    call: Call | None
    category: str
    channel: str  # its name
    recipient: str  # what the person is called, or the address; "" = the channel itself
    persons: tuple[str, ...]
    acknowledged: datetime | None  # when the call was acknowledged after it
    lost: bool  # somebody should know that it did not arrive


@dataclass(frozen=True, slots=True)
class ContactShown:
    """Somebody, and how they are reached."""

    person: Person
    contact: Contact
    version: int


def outlook(fresh: frozenset[str], area_of: Callable[[str], str], now: datetime) -> Callable[[ReadDesk], Outlook]:
    """What is to be made and sent; `fresh` are the steps that were carried out here."""

    def ask(desk: ReadDesk) -> Outlook:
        channels = desk.find(Channel)
        active = sum(channel.active for channel in channels)
        calls = {call.id: call for call in desk.find(Call, closed=None)} if channels else {}
        lost = [n for n in desk.find(Notice, ("state", "in", LOST)) if n.call in calls and undelivered(n, now)]
        return Outlook(_to_make(desk, channels, calls, fresh, area_of, now), _due(desk, channels), len(lost), active)

    return ask


def channels(desk: ReadDesk) -> tuple[Kept[Channel], ...]:
    """Every channel by name, those too that are switched off."""
    return tuple(sorted(desk.kept(Channel), key=lambda kept: (kept.value.name.casefold(), kept.value.id)))


def contacts(desk: ReadDesk) -> tuple[ContactShown, ...]:
    """Everybody who is there, and how they are reached."""
    known = {kept.value.id: kept for kept in desk.kept(Contact)}
    people = sorted(desk.find(Person, active=True), key=by_name)
    return tuple(
        ContactShown(one, known[one.id].value if one.id in known else Contact(one.id), _version(known.get(one.id)))
        for one in people
    )


def last_notices(lost: bool, now: datetime, limit: int = LAST) -> Callable[[ReadDesk], tuple[NoticeShown, ...]]:
    """The last messages, the youngest first; only those that did not arrive, where `lost`."""

    def ask(desk: ReadDesk) -> tuple[NoticeShown, ...]:
        tests: list[Test] = [("state", "in", LOST)] if lost else []
        found = _shown(desk, desk.find(Notice, *tests, order="-made", limit=limit), now)
        return tuple(one for one in found if one.lost) if lost else found

    return ask


def notices_of(call: str, now: datetime) -> Callable[[ReadDesk], tuple[NoticeShown, ...]]:
    """The messages about one call, the first first."""
    return lambda desk: _shown(desk, desk.find(Notice, call=call, order="made"), now)


def _to_make(
    desk: ReadDesk,
    channels: Iterable[Channel],
    calls: Mapping[str, Call],
    fresh: frozenset[str],
    area_of: Callable[[str], str],
    now: datetime,
) -> tuple[MakeNotices, ...]:
    if not channels:
        return ()
    steps = _steps(desk, calls, fresh)
    known = {**calls}
    for id in {step.call for step in steps} - known.keys():
        call = desk.get(Call, id)
        if call is not None:
            known[id] = call
    contacts = {contact.id: contact for contact in desk.find(Contact)}
    made = _made(desk, known)
    found: list[MakeNotices] = []
    for step in steps:
        call = known.get(step.call)
        if call is None or reason_of(step, call) is None or not (step.id in fresh or now - step.at > GRACE):
            continue
        of_call = [one for one in steps if one.call == call.id]
        asked = wanted(step, call, area_of(call.place), of_call, channels, contacts)
        new = tuple(one for one in asked if _id(step, one) not in made)
        if new:
            found.append(MakeNotices(call.id, call.place, step.id, new))
    return tuple(found)


def _steps(desk: ReadDesk, calls: Mapping[str, Call], fresh: frozenset[str]) -> list[CallStep]:
    """Every step of these calls, and of those that fresh steps belong to, in the order of time."""
    new = desk.find(CallStep, ("id", "in", sorted(fresh))) if fresh else []
    ids = sorted({*calls, *(step.call for step in new)})
    return desk.find(CallStep, ("call", "in", ids), order="at") if ids else []


def _made(desk: ReadDesk, calls: Mapping[str, Call]) -> set[str]:
    return {one.id for one in desk.find(Notice, ("call", "in", sorted(calls)))} if calls else set()


def _id(step: CallStep, one: Wanted) -> str:
    return notice_id(step.call, step.id, one.channel, one.recipient)


def _due(desk: ReadDesk, channels: Iterable[Channel]) -> tuple[Due, ...]:
    kept = sorted(
        desk.kept(Notice, ("state", "in", OPEN)), key=lambda one: (one.value.made, one.value.level, one.value.id)
    )
    if not kept:
        return ()
    known = {channel.id: channel for channel in channels}
    calls = _by_id(desk, Call, {one.value.call for one in kept})
    categories = {category.id: category for category in desk.find(Category)}
    names = {id: category.name for id, category in categories.items()}
    persons = {person for one in kept for person in (*one.value.persons, one.value.recipient)}
    people, contacts = _by_id(desk, Person, persons), _by_id(desk, Contact, persons)
    return tuple(
        Due(
            one.value,
            one.waiting,
            calls.get(one.value.call),
            _category(calls.get(one.value.call), names),
            _role(calls.get(one.value.call), categories, one.value.level),
            known.get(one.value.channel),
            contacts,
            people,
        )
        for one in kept
    )


def _shown(desk: ReadDesk, found: Iterable[Notice], now: datetime) -> tuple[NoticeShown, ...]:
    many = list(found)
    calls = _by_id(desk, Call, {one.call for one in many})
    categories = {category.id: category.name for category in desk.find(Category)}
    names = {channel.id: channel.name for channel in desk.find(Channel)}
    persons = {person for one in many for person in (*one.persons, one.recipient)}
    people = {id: person.name for id, person in _by_id(desk, Person, persons).items()}
    return tuple(
        NoticeShown(
            one,
            calls.get(one.call),
            _category(calls.get(one.call), categories),
            names.get(one.channel, one.channel),
            people.get(one.recipient, one.recipient),
            tuple(people.get(person, person) for person in one.persons),
            _acknowledged(one, calls.get(one.call)),
            undelivered(one, now),
        )
        for one in many
    )


def _acknowledged(notice: Notice, call: Call | None) -> datetime | None:
    at = call.acknowledged if call is not None else None
    return at if at is not None and notice.delivered is not None and at >= notice.made else None


def _category(call: Call | None, names: Mapping[str, str]) -> str:
    return names.get(call.category, call.category) if call is not None else ""


def _role(call: Call | None, categories: Mapping[str, Category], level: int) -> str:
    category = categories.get(call.category) if call is not None else None
    if category is None:
        return ""
    rung = min(level, len(category.ladder))
    return category.ladder[rung - 1].role.value if rung else category.owner.value


def _by_id(desk: ReadDesk, cls: type[R], ids: set[str]) -> dict[str, R]:
    wanted = sorted(id for id in ids if id)
    return {one.id: one for one in desk.find(cls, ("id", "in", wanted))} if wanted else {}


def _version(kept: Kept[Contact] | None) -> int:
    return kept.version if kept is not None else 0


__all__ = [
    "ContactShown",
    "Due",
    "NoticeShown",
    "Outlook",
    "channels",
    "contacts",
    "last_notices",
    "notices_of",
    "outlook",
]
