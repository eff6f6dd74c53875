"""Reviews: why something that was bad enough, or came back often enough, could happen. Wanted until it is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from console.domain.andon import Call, Category, Source
from console.domain.commands import CONSOLE
from console.domain.errors import Refusal
from console.domain.ids import derived_id
from console.domain.text import TooLong

WITHIN = timedelta(days=30)  # in which something counts as come back
WHYS_MOST = 5
WHY_MOST, WORDS_MOST = 500, 2000  # characters


class ReviewDone(Refusal):
    """The review is done; what it says stays. facts: review, who, at."""

    code = "review_done"


class ReviewUnfinished(Refusal):
    """A review is done when at least one why is answered and the root cause is told. facts: review, field."""

    code = "review_unfinished"


class Because(StrEnum):
    """Why a review is wanted."""

    SEVERITY = "severity"
    REPEATS = "repeats"


@dataclass(frozen=True, slots=True)
class Why:
    """One of the five questions."""

    question: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """One review; `kind` and `record` are what it is about."""

    id: str
    kind: str
    record: str
    place: str
    title: str
    because: Because
    repeats: int  # how often it had come back within 30 days
    wanted: datetime
    whys: tuple[Why, ...] = ()
    root_cause: str = ""
    standard: str = ""  # which standard has to change, and how
    lesson: bool = False  # a one-point lesson is wanted
    done: datetime | None = None
    done_by: str = ""


def review_id(kind: str, record: str, round: int = 0) -> str:
    """The id of the one review of a round of a record."""
    return derived_id("review", kind, record, round)


def alike(call: Call, other: Call) -> bool:
    """Whether another call is the same at the same place."""
    return (call.place, call.category, call.about) == (other.place, other.category, other.about) and not other.rejected


def repeats(call: Call, others: Iterable[Call]) -> int:
    """How often a call had come back when it was closed: calls like it in the 30 days before, and what rules heard
    again while it was open. Somebody who presses a button again while they wait is not counted."""
    until = call.closed or call.raised
    before = [one for one in others if one.id != call.id and alike(call, one) and until - WITHIN <= one.raised <= until]
    return len(before) + sum(one.repeats for one in (call, *before) if one.source is Source.RULE)


def wanted(call: Call, category: Category, others: Iterable[Call]) -> Because | None:
    """Why a review of a closed call is wanted; None where none is."""
    if call.closed is None or call.rejected:
        return None
    if call.severity.rank >= category.review_from.rank:
        return Because.SEVERITY
    return Because.REPEATS if repeats(call, others) >= category.review_repeats else None


def write(review: Review, whys: tuple[Why, ...], root_cause: str, standard: str, lesson: bool, who: str = "") -> Review:
    """The review with what was found out until now; ReviewDone, TooLong."""
    if review.done is not None:
        raise ReviewDone(review=review.id, who=review.done_by, at=review.done)
    if len(whys) > WHYS_MOST:
        raise TooLong(field="whys", most=WHYS_MOST)
    told = [Why(_words(why.question, "whys", WHY_MOST), _words(why.answer, "whys", WHY_MOST)) for why in whys]
    while told and told[-1] == Why():
        told.pop()
    cause, change = _words(root_cause, "root_cause", WORDS_MOST), _words(standard, "standard", WORDS_MOST)
    return replace(review, whys=tuple(told), root_cause=cause, standard=change, lesson=lesson)


def finish(review: Review, at: datetime, who: str) -> Review:
    """The review done by a person; ReviewDone, ReviewUnfinished."""
    if review.done is not None:
        raise ReviewDone(review=review.id, who=review.done_by, at=review.done)
    if who in ("", CONSOLE) or not any(why.answer for why in review.whys):
        raise ReviewUnfinished(review=review.id, field="whys")
    if not review.root_cause:
        raise ReviewUnfinished(review=review.id, field="root_cause")
    return replace(review, done=max(at, review.wanted), done_by=who)


def _words(text: str, field: str, most: int) -> str:
    text = text.strip()
    if len(text) > most:
        raise TooLong(field=field, most=most)
    return text
