"""What is done with a handover: filled, written to, handed over, answered, sealed, corrected; and what is missed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta

from console.domain.errors import Refusal
from console.domain.handovers import (
    FACTS_MOST,
    ITEMS_MOST,
    NOTE_MOST,
    TEXT_MOST,
    TITLE_MOST,
    Answered,
    Correction,
    Fact,
    Handover,
    OpenItem,
    Part,
    Reply,
    Risk,
    Signature,
    Stage,
    Subject,
)
from console.domain.people import plain_text
from console.domain.shifts import Calendar
from console.domain.text import passage
from console.domain.trail import canonical, moment

EARLY = timedelta(hours=2)  # before the end of a shift from which it can be handed over
MISSED_AFTER = timedelta(hours=1)  # after the end of a shift
FLOOR = frozenset({Part.PRODUCTION, Part.PEOPLE})  # parts that the live floor tells, while the shift is on


class HandoverFrozen(Refusal):
    """The outgoing side has signed: nothing in it is changed any more. facts: handover, stage."""

    code = "handover_frozen"


class HandoverEarly(Refusal):
    """The shift has not nearly ended. facts: handover, ends."""

    code = "handover_early"


class StopsUnexplained(Refusal):
    """Stops of the shift have no reason yet. facts: handover, stops (how many)."""

    code = "stops_unexplained"


class NotHandedOver(Refusal):
    """The outgoing side has not signed yet, or all is sealed. facts: handover, stage."""

    code = "not_handed_over"


class ItemsUnanswered(Refusal):
    """Each open item is accepted or disputed first. facts: handover, items (ids in order)."""

    code = "items_unanswered"


class ReplyUnfit(Refusal):
    """A reply cannot be so. facts: item, field ("item", "words")."""

    code = "reply_unfit"


class SameHands(Refusal):
    """Who hands over does not take over. facts: handover, who."""

    code = "same_hands"


class NotSealed(Refusal):
    """It can still be changed itself, or another seal was read. facts: handover."""

    code = "not_sealed"


def fill(handover: Handover, facts: Sequence[Fact], items: Sequence[OpenItem], stops: int, at: datetime) -> Handover:
    """The draft as the record is now; what people wrote or raised stays. HandoverFrozen.

    Notes carried over from the handover before come with the first filling; later one stays while it is still open,
    in the words it has here, and one that somebody took out stays out. What only the live floor knew of the shift
    stays once the floor is in the next one.
    """
    _draft(handover)
    told = {item.id: item for item in items if item.subject is Subject.NOTE}
    if handover.filled is None:
        notes = [*told.values(), *(one for one in _notes(handover) if one.id not in told)]
    else:
        notes = [_aged(one, told.get(one.id)) for one in _notes(handover) if not one.carried or one.id in told]
    was = {item.id: item.risk for item in handover.items}
    recorded = [_raised(item, was.get(item.id)) for item in items if item.subject is not Subject.NOTE]
    merged = (*recorded[: max(0, ITEMS_MOST - len(notes))], *notes)[:ITEMS_MOST]
    return replace(
        handover, facts=_facts(handover.facts, facts)[:FACTS_MOST], items=merged, unexplained=stops, filled=at
    )


def write(handover: Handover, note: str) -> Handover:
    """The draft with other words for the next shift; HandoverFrozen."""
    _draft(handover)
    return replace(handover, note=_text(note, NOTE_MOST))


def add_item(handover: Handover, item: OpenItem) -> Handover:
    """The draft with an item that a person wrote; HandoverFrozen."""
    _draft(handover)
    made = replace(item, subject=Subject.NOTE, title=plain_text(item.title, "title", TITLE_MOST), text=_text(item.text))
    return replace(handover, items=(*(one for one in handover.items if one.id != made.id), made))


def remove_item(handover: Handover, id: str) -> Handover:
    """The draft without an item that a person wrote; what the record says stays. HandoverFrozen, ReplyUnfit."""
    _draft(handover)
    found = next((item for item in handover.items if item.id == id), None)
    if found is None or found.subject is not Subject.NOTE:
        raise ReplyUnfit(item=id, field="item")
    return replace(handover, items=tuple(item for item in handover.items if item.id != id))


def mark(handover: Handover, id: str, risk: Risk) -> Handover:
    """The draft with an item that matters more, or less; HandoverFrozen, ReplyUnfit."""
    _draft(handover)
    if id not in {item.id for item in handover.items}:
        raise ReplyUnfit(item=id, field="item")
    return replace(handover, items=tuple(replace(i, risk=risk) if i.id == id else i for i in handover.items))


def hand_over(
    handover: Handover, at: datetime, who: str, name: str, override: str = "", may_override: bool = False
) -> Handover:
    """The handover as the outgoing side signs it: frozen. HandoverFrozen, HandoverEarly, StopsUnexplained."""
    _draft(handover)
    if at < handover.ends - EARLY:
        raise HandoverEarly(handover=handover.id, ends=handover.ends)
    why = _text(override)
    if handover.unexplained and not (why and may_override):
        raise StopsUnexplained(handover=handover.id, stops=handover.unexplained)
    over = bool(handover.unexplained)
    frozen = replace(
        handover, stage=Stage.HANDED, overridden=why if over else "", overridden_by=who if over else "", replies=()
    )
    return replace(frozen, outgoing=Signature(who, name, at, "outgoing", content_hash(frozen)))


def answer(handover: Handover, item: str, reply: Reply, at: datetime, who: str, words: str = "") -> Handover:
    """The handover with a reply to one item; the last word to an item holds. NotHandedOver, SameHands, ReplyUnfit."""
    _handed(handover, who)
    about = next((one for one in handover.items if one.id == item), None)
    if about is None:
        raise ReplyUnfit(item=item, field="item")
    said = _text(words)
    if not said and (reply is Reply.DISPUTED or about.risk is Risk.HIGH):
        raise ReplyUnfit(item=item, field="words")
    others = tuple(one for one in handover.replies if one.item != item)
    return replace(handover, replies=(*others, Answered(item, reply, at, who, said)))


def take_over(handover: Handover, at: datetime, who: str, name: str) -> Handover:
    """The handover as the incoming side signs it: sealed. NotHandedOver, SameHands, ItemsUnanswered."""
    _handed(handover, who)
    missing = tuple(item.id for item in handover.unanswered)
    if missing:
        raise ItemsUnanswered(handover=handover.id, items=missing)
    order = {item.id: i for i, item in enumerate(handover.items)}
    sealed = replace(
        handover, stage=Stage.SEALED, replies=tuple(sorted(handover.replies, key=lambda one: order[one.item]))
    )
    return replace(sealed, incoming=Signature(who, name, at, "incoming", content_hash(sealed)))


def is_whole(handover: Handover) -> bool:
    """Whether both signatures still fit what was signed."""
    if handover.outgoing is not None:
        frozen = replace(handover, stage=Stage.HANDED, replies=(), outgoing=None, incoming=None)
        if handover.outgoing.over != content_hash(frozen):
            return False
    if handover.incoming is not None:
        return handover.incoming.over == content_hash(replace(handover, incoming=None))
    return handover.stage is not Stage.SEALED and (handover.stage is Stage.DRAFT or handover.outgoing is not None)


def correct(handover: Handover, correction: Correction) -> Correction:
    """What somebody says later; NotSealed."""
    if handover.stage is not Stage.SEALED or correction.seal != handover.seal:
        raise NotSealed(handover=handover.id)
    return replace(correction, place=handover.place, text=passage(correction.text, "text", TEXT_MOST))


def rolled_on(item: OpenItem, before: Handover | None) -> OpenItem:
    """An item with its age, where the handover before had it and it was not accepted."""
    if before is None:
        return item
    was = next((one for one in before.rolls_on if one.id == item.id), None)
    if was is None:
        return item
    return replace(
        item, carried=was.carried + 1, first=was.first or before.day, risk=max(item.risk, was.risk, key=_rank)
    )


def carried_notes(before: Handover | None) -> tuple[OpenItem, ...]:
    """What people wrote into the handover before and nobody accepted."""
    if before is None:
        return ()
    return tuple(rolled_on(item, before) for item in before.rolls_on if item.subject is Subject.NOTE)


def wanted(calendar: Calendar, now: float) -> tuple[tuple[datetime, datetime, str, str], ...]:
    """Shifts of the last day that are, or were, to be handed over: begin, end, name, name of the next; oldest first."""
    shifts = calendar.shifts_between(now - 86_400.0, now + EARLY.total_seconds())
    found = []
    for shift in shifts:
        if shift.end - EARLY.total_seconds() <= now:
            following = calendar.next_shift(shift.end - 1.0)
            begins, ends = (datetime.fromtimestamp(at, UTC) for at in (shift.start, shift.end))
            found.append((begins, ends, shift.name, following.name if following is not None else ""))
    return tuple(found)


def is_missed(handover: Handover | None, ends: datetime, now: datetime) -> bool:
    """Whether a shift ended and nobody handed it over in time."""
    return now > ends + MISSED_AFTER and (handover is None or handover.stage is Stage.DRAFT)


def content_hash(handover: Handover) -> str:
    """SHA-256 over everything that was signed, in a form that is the same on every machine."""
    return hashlib.sha256(canonical(_plain(asdict(handover))).encode()).hexdigest()


def _plain(value: object) -> object:
    """Values as JSON knows them."""
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)  # a database gives back 478 as 478.0
    return value if value is None or isinstance(value, int | float) else str(value)


def _notes(handover: Handover) -> list[OpenItem]:
    return [item for item in handover.items if item.subject is Subject.NOTE]


def _aged(note: OpenItem, told: OpenItem | None) -> OpenItem:
    """A note in the words it has here, as old as the handover before says."""
    return note if told is None else replace(note, carried=told.carried, first=told.first)


def _raised(item: OpenItem, was: Risk | None) -> OpenItem:
    """An item of the record at least as risky as somebody said."""
    return item if was is None else replace(item, risk=max(item.risk, was, key=_rank))


def _facts(before: tuple[Fact, ...], now: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts of now, after those of the live floor that it does not tell any more."""

    def key(fact: Fact) -> tuple[str, ...]:
        return (fact.part, fact.code, *(text for name, text in fact.texts if name in ("line", "person")))

    told = {key(fact) for fact in now}
    of_floor = [fact for fact in before if fact.part in FLOOR and key(fact) not in told]
    people = any(fact.part is Part.PEOPLE for fact in now)
    return (*(fact for fact in of_floor if fact.part is not Part.PEOPLE or not people), *now)


def _rank(risk: Risk) -> int:
    return list(Risk).index(risk)


def _draft(handover: Handover) -> None:
    if handover.stage is not Stage.DRAFT:
        raise HandoverFrozen(handover=handover.id, stage=handover.stage.value)


def _handed(handover: Handover, who: str) -> None:
    if handover.stage is not Stage.HANDED:
        raise NotHandedOver(handover=handover.id, stage=handover.stage.value)
    if handover.outgoing is not None and handover.outgoing.who == who:
        raise SameHands(handover=handover.id, who=who)


def _text(text: str, most: int = TEXT_MOST) -> str:
    return passage(text, "note", most, needed=False)
