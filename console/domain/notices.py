"""Notices: who was told of a call, on which channel, and whether it reached them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from console.domain.andon import Call, CallStep, Move
from console.domain.channels import Channel, ChannelKind, Contact, Whom, listens
from console.domain.errors import Refusal
from console.domain.ids import derived_id

SAID_MOST = 200  # characters of what a server said that are kept
ORPHANED = timedelta(minutes=3)  # another console made it and has not tried to send it for so long
WAITS_LONG = timedelta(minutes=1)  # one that waits so long counts as not delivered
TOLD = (Move.ESCALATE, Move.HAND_ON)  # steps whose note names the people who were told


class NoticeOver(Refusal):
    """It was delivered, or nobody need be told any more. facts: notice, state."""

    code = "notice_over"


class Reason(StrEnum):
    """Why people are told."""

    RAISED = "raised"
    ESCALATED = "escalated"
    REOPENED = "reopened"  # the call waits for an answer again
    WORSENED = "worsened"
    SHIFT_CHANGE = "shift_change"
    OVER = "over"  # it was closed


class State(StrEnum):
    """How far a notice is."""

    WAITING = "waiting"
    DELIVERED = "delivered"  # the server took it
    FAILED = "failed"  # it is tried again
    GIVEN_UP = "given_up"
    NOT_NEEDED = "not_needed"  # somebody answered the call before it could be sent


class Why(StrEnum):
    """Why one was not delivered."""

    NAME = "name"  # nobody knows the server's name
    CLOSED = "closed"  # the server takes no connection
    SILENT = "silent"  # it does not answer in time
    BROKEN = "broken"  # the connection broke
    NO_TLS = "no_tls"  # the server does not encrypt
    CERTIFICATE_NAME = "certificate_name"
    CERTIFICATE_DATES = "certificate_dates"
    CERTIFICATE = "certificate"  # an authority that nobody here trusts
    PASSWORD = "password"
    SENDER = "sender"
    RECIPIENT = "recipient"
    BUSY = "busy"  # too many messages
    REFUSED = "refused"  # the server says no
    NO_BROKER = "no_broker"
    NO_ADDRESS = "no_address"  # nobody told how the person is reached
    NO_SECRET = "no_secret"  # this console does not know the address or the password
    CHANNEL_OFF = "channel_off"


FOR_GOOD = frozenset({Why.RECIPIENT, Why.NO_ADDRESS, Why.CHANNEL_OFF})  # trying again will not help by itself


@dataclass(frozen=True, slots=True)
class Notice:
    """One message to somebody about a call. `id` is derived, so that two consoles make one row."""

    id: str
    call: str
    place: str
    step: str  # of the call that it tells of
    channel: str
    reason: Reason
    made: datetime
    console: str  # that sends it
    recipient: str = ""  # person, or a fixed mail address; "" = the channel itself: a group, a topic
    persons: tuple[str, ...] = ()  # whom it mentions
    level: int = 0  # of the ladder
    state: State = State.WAITING
    tries: int = 0
    tried: datetime | None = None  # the last time, or when another console took it over
    why: str = ""  # a Why
    said: str = ""  # by the server, in its own words
    delivered: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether it is still to be sent."""
        return self.state in (State.WAITING, State.FAILED)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A notice that shall be made."""

    channel: str
    reason: Reason
    recipient: str = ""
    persons: tuple[str, ...] = ()
    level: int = 0
    why: str = ""  # why it cannot even be tried


@dataclass(frozen=True, slots=True)
class Told:
    """How it stands: ways that are switched on, messages that somebody should know did not arrive."""

    channels: int = 0
    lost: int = 0


def notice_id(call: str, step: str, channel: str, recipient: str) -> str:
    """The id of the one notice of a step to somebody on a channel."""
    return derived_id("notice", call, step, channel, recipient)


def wanted(
    step: CallStep,
    call: Call,
    area: str,
    steps: Iterable[CallStep],
    channels: Iterable[Channel],
    contacts: Mapping[str, Contact],
) -> tuple[Wanted, ...]:
    """The notices that a step wants; `steps` are all of its call. None where nobody need be told of it any more."""
    reason = reason_of(step, call)
    if reason is None or not _still_wanted(reason, step.at, call):
        return ()
    persons = _persons(reason, step, call, steps)
    found: list[Wanted] = []
    for channel in channels:
        since = channel.since
        fits = listens(channel, call.severity, area, call.category) and since is not None and step.at >= since
        if fits and (reason is not Reason.OVER or channel.over):
            found += _on(channel, reason, step.level, persons, contacts)
    return tuple(found)


def reason_of(step: CallStep, call: Call) -> Reason | None:
    """Why people are told of a step; None where they are not."""
    if step.move is Move.ESCALATE and step.level == 0:
        return Reason.REOPENED if call.reopened or call.refuted is not None else Reason.RAISED
    return {
        Move.ESCALATE: Reason.ESCALATED,
        Move.HAND_ON: Reason.SHIFT_CHANGE,
        Move.WORSEN: Reason.WORSENED,
        Move.CLOSE: Reason.OVER,
        Move.REJECT: Reason.OVER,
    }.get(step.move)


def needed(notice: Notice, call: Call | None) -> bool:
    """Whether it is still worth sending: not where the call was answered, or closed, after it was made."""
    return call is not None and _still_wanted(notice.reason, notice.made, call)


def undelivered(notice: Notice, now: datetime) -> bool:
    """Whether somebody should know that it did not arrive."""
    if notice.state is State.WAITING:
        return now - notice.made > WAITS_LONG
    return notice.state in (State.FAILED, State.GIVEN_UP)


def orphaned(notice: Notice, now: datetime) -> bool:
    """Whether another console may send it: the one that made it cannot, or has not tried to for long."""
    if notice.why == Why.NO_SECRET:
        return notice.open
    return notice.state is State.WAITING and not notice.tries and now - (notice.tried or notice.made) > ORPHANED


def pause(tries: int, first: float) -> timedelta:
    """How long to wait after so many tries: twice as long each time, a quarter of an hour at most."""
    return timedelta(seconds=min(900.0, first * 2.0 ** min(20, max(0, tries - 1))))


def _still_wanted(reason: Reason, at: datetime, call: Call) -> bool:
    if reason is Reason.OVER:
        return call.closed is not None
    if call.closed is not None or at < call.waiting_since:
        return False
    answered = reason in (Reason.RAISED, Reason.REOPENED, Reason.ESCALATED)
    return not (answered and call.acknowledged is not None and call.acknowledged >= at)


def _persons(reason: Reason, step: CallStep, call: Call, steps: Iterable[CallStep]) -> tuple[str, ...]:
    if step.move in TOLD:
        return tuple(dict.fromkeys(step.note.split()))
    if reason is Reason.WORSENED and call.owner:
        return (call.owner,)
    told = sorted((one for one in steps if one.move in TOLD and one.at <= step.at), key=lambda one: one.at)
    return tuple(dict.fromkeys(person for one in told for person in one.note.split()))


def _on(
    channel: Channel, reason: Reason, level: int, persons: tuple[str, ...], contacts: Mapping[str, Contact]
) -> list[Wanted]:
    if not channel.one_each:
        return [Wanted(channel.id, reason, "", persons, level)]
    if channel.whom is Whom.FIXED:
        return [Wanted(channel.id, reason, address, persons, level) for address in channel.recipients]
    mail = channel.kind is ChannelKind.MAIL
    lost = {person for person in persons if mail and not (person in contacts and contacts[person].mail)}
    return [
        Wanted(channel.id, reason, person, (person,), level, Why.NO_ADDRESS if person in lost else "")
        for person in persons
    ]
