"""From a notice to what is sent: the facts of its call, the JSON that machines read, the parcel for the channel."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from console.app.noticewords import Facts, Message, bundle_of, message_of, plain, trial_of
from console.app.parcels import Parcel
from console.app.queries.notices import Due
from console.app.webhooks import body_of, mentions_of
from console.domain.andon import Severity
from console.domain.channels import Channel, ChannelKind, Whom, topic_of
from console.domain.plant import Plant
from console.domain.trail import moment


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a message tells beside its call."""

    plant: Plant
    way: Callable[[str], tuple[str, ...]]  # ids from the site down to a place
    console: str  # what people call the console


def parcel_of(many: Sequence[Due], channel: Channel, around: Surroundings) -> Parcel:
    """One message for these notices of one recipient on one channel: a bundle where they are several."""
    facts = [facts_of(due, around) for due in many]
    message = message_of(facts[0], channel.language) if len(many) == 1 else bundle_of(facts, channel.language)
    first = many[0]
    assert first.call is not None
    told = document(first, around) if len(many) == 1 else _bundle(many, message, around)
    return Parcel(
        channel,
        message,
        first.notice.id,
        first.notice.call if len(many) == 1 else "",
        _mail_of(first),
        body_of(channel.shape, message, _mentions(many, channel), told),
        any(due.call is not None and due.call.severity is Severity.CRITICAL for due in many),
    )


def trial_parcel(channel: Channel, to: str, id: str, around: Surroundings) -> Parcel:
    """A test message to a mail address, or to the channel itself."""
    message = trial_of(around.console, channel.language)
    told = {"test": True, "subject": message.subject, "text": message.text, "console": around.console}
    mentions = mentions_of((), channel.recipients if channel.whom is Whom.FIXED else ())
    return Parcel(channel, message, id, "", to, body_of(channel.shape, message, mentions, told))


def topic(due: Due, channel: Channel, around: Surroundings) -> str:
    """Where a notice is published."""
    assert due.call is not None
    site, area, line = (*around.way(due.call.place), "", "", "")[:3]
    person = due.people.get(due.notice.recipient)
    gaps = {
        "site": site,
        "area": area,
        "line": line,
        "place": due.call.place,
        "person": (person.number or person.id) if person is not None else due.role,
        "role": due.role,
        "category": due.call.category,
        "severity": due.call.severity.value,
    }
    return topic_of(channel.address, gaps)


def trial_topic(channel: Channel, around: Surroundings) -> str:
    """Where a test message is published."""
    site = around.plant.sites[0].id if around.plant.sites else ""
    return topic_of(channel.address, {"site": site, "person": "test", "role": "test"})


def facts_of(due: Due, around: Surroundings) -> Facts:
    """What is known of a notice's call."""
    call, notice = due.call, due.notice
    assert call is not None
    return Facts(
        notice.reason,
        notice.level,
        call.severity.value,
        due.category,
        _named(call.place, around),
        call.text,
        call.code,
        _wall(call.waiting_since, around.plant.timezone),
        tuple(_name(due, person) for person in notice.persons),
        call.id,
        around.console,
    )


def document(due: Due, around: Surroundings) -> dict[str, Any]:
    """A notice as machines read it; times are UTC."""
    call, notice = due.call, due.notice
    assert call is not None
    message = message_of(facts_of(due, around), due.channel.language if due.channel is not None else "en")
    site, area, line = (*around.way(call.place), "", "", "")[:3]
    return {
        "notice": notice.id,
        "call": call.id,
        "reason": notice.reason.value,
        "level": notice.level,
        "severity": call.severity.value,
        "category": call.category,
        "category_name": plain(due.category),
        "site": site,
        "area": area,
        "line": line,
        "place": call.place,
        "place_name": _named(call.place, around),
        "text": plain(call.text),
        "code": plain(call.code),
        "raised": moment(call.raised),
        "made": moment(notice.made),
        "to": [_told(due, person) for person in notice.persons],
        "subject": message.subject,
        "message": message.text,
        "console": plain(around.console),
    }


def encoded(told: dict[str, Any]) -> bytes:
    """As it is published."""
    return json.dumps(told, ensure_ascii=False).encode()


def _bundle(many: Sequence[Due], message: Message, around: Surroundings) -> dict[str, Any]:
    told = [document(due, around) for due in many]
    return {"notices": told, "subject": message.subject, "message": message.text, "console": plain(around.console)}


def _mail_of(due: Due) -> str:
    if due.channel is None or due.channel.kind is not ChannelKind.MAIL:
        return ""
    contact = due.contacts.get(due.notice.recipient)
    return contact.mail if contact is not None else "" if due.channel.whom is Whom.STEP else due.notice.recipient


def _mentions(many: Sequence[Due], channel: Channel) -> tuple[Any, ...]:
    if channel.kind is not ChannelKind.WEBHOOK:
        return ()
    if channel.whom is Whom.FIXED:
        return mentions_of((), channel.recipients)
    known = {person: due for due in many for person in due.notice.persons}
    return mentions_of([(_name(due, person), due.contacts.get(person)) for person, due in known.items()])


def _told(due: Due, person: str) -> dict[str, str]:
    known = due.people.get(person)
    return {"id": person, "name": known.name if known else "", "number": known.number if known else ""}


def _name(due: Due, person: str) -> str:
    known = due.people.get(person)
    return known.name if known is not None else person


def _named(place: str, around: Surroundings) -> str:
    """The names of line and station."""
    for line in around.plant.lines():
        if line.id == place:
            return plain(line.name, 60)
        for station in line.stations:
            if station.id == place:
                return f"{plain(line.name, 60)} · {plain(station.name, 60)}"
    return plain(place, 60)


def _wall(at: datetime, zone: str) -> datetime:
    try:
        return at.astimezone(ZoneInfo(zone))
    except (KeyError, ValueError, OSError):
        return at.astimezone()
