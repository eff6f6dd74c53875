"""What the console hears becomes a call, or a repeat of one that is open: no call is lost, none doubled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from console.domain.andon import Answers, Call, CallStep, Category, Move, Severity, Source, Stage, call_id
from console.domain.andon_asks import with_answers
from console.domain.andon_moves import refute
from console.domain.andon_parts import ABOUT_MOST, ALIKE, Moved, done, last_heard, one_line, own_work, step, still_open
from console.domain.people import NotActive


def raise_call(
    category: Category,
    place: str,
    at: datetime,
    who: str,
    source: Source,
    *,
    id: str = "",
    severity: Severity | None = None,
    text: str = "",
    code: str = "",
    about: str = "",
    waits: datetime | None = None,
    answers: Answers = (),
) -> Moved:
    """A new call; without `id` it gets the one that another console finds too. A rule may raise in any category.

    `answers` are those that fit.
    """
    if not category.active and source is not Source.RULE:
        raise NotActive(kind="category", id=category.id)
    about = about[:ABOUT_MOST]
    call = Call(
        id=id or call_id(place, category.id, about, at),
        category=category.id,
        place=place,
        severity=severity or category.severity,
        text=one_line(text),
        source=source,
        raised=at,
        raised_by=who,
        code=code[:ABOUT_MOST],
        about=about,
        begun=waits if waits is not None and waits > at else None,
    )
    return with_answers(call, answers), step(call, Move.RAISE, at, who, "")


def same_call(calls: Iterable[Call], place: str, category: str, about: str, at: datetime | None = None) -> Call | None:
    """The call that this is already: an open one there, of this category, about this or about nothing in particular.

    What is about nothing in particular is any open call there of the category. With `at`, also a closed call that was
    about this at that time: what is heard late belongs to it.
    """
    here = sorted(
        (call for call in calls if call.place == place and call.category == category),
        key=lambda call: (call.about != about, -call.severity.rank, call.raised, call.id),
    )
    alike = (call for call in here if call.open and (call.about == about or not about or not call.about))
    late = (call for call in here if call.about == about and at is not None and _covers(call, at))
    return next(alike, None) or next(late, None)


def hear(known: Iterable[Call], category: Category, new: Moved, times: int = 1) -> tuple[Call, tuple[CallStep, ...]]:
    """What becomes of what `raise_call` made, heard `times`: the new call, or an open one that is heard again.

    `known`: the open calls of the place, those that were closed since the new one was raised, and any with its id. What
    is heard again after it was resolved refutes the countermeasure; what is worse makes the call worse. AlreadyDone
    where it is nothing new.
    """
    call, first = new
    known = tuple(known)
    same = next((one for one in known if one.id == call.id), None)
    same = same or same_call(known, call.place, call.category, call.about, call.raised)
    if same is None:
        return replace(call, repeats=times - 1), (first,)
    if same.closed is not None:
        raise done(same, Move.RAISE, same.raised_by, same.raised)
    if call.raised <= last_heard(same) + ALIKE and call.severity.rank <= same.severity.rank:
        raise done(same, Move.REPEAT, same.raised_by, last_heard(same))
    return _again(same, category, call, times)


def repeat(
    call: Call,
    category: Category,
    at: datetime,
    who: str,
    times: int = 1,
    *,
    code: str = "",
    about: str = "",
    text: str = "",
) -> Moved:
    """The same was heard again, `times`; a call that was about nothing in particular is about this from now on."""
    still_open(call, Move.REPEAT)
    if at <= last_heard(call) + ALIKE:
        raise done(call, Move.REPEAT, call.raised_by, last_heard(call))
    moved = replace(
        call,
        repeats=call.repeats + times,
        repeated=at,
        cleared=None,
        code=call.code or code[:ABOUT_MOST],
        about=call.about or about[:ABOUT_MOST],
        text=call.text or one_line(text),
    )
    return moved, replace(step(moved, Move.REPEAT, at, who, moved.repeats, note=one_line(text)), times=times)


def clear(call: Call, category: Category, at: datetime, who: str) -> Moved:
    """The condition behind the call has ended. The call stays open: somebody still says why it was."""
    still_open(call, Move.CLEAR)
    if call.cleared is not None:
        raise done(call, Move.CLEAR, who, call.cleared)
    at = max(at, last_heard(call))
    return replace(call, cleared=at), step(call, Move.CLEAR, at, who, call.repeats)


def worsen(call: Call, category: Category, at: datetime, who: str, severity: Severity) -> Moved:
    """It is worse than thought. A verification by the resolver does not count where it would not be taken now."""
    still_open(call, Move.WORSEN)
    if severity.rank <= call.severity.rank:
        raise done(call, Move.WORSEN, call.raised_by, call.raised)
    moved = replace(call, severity=severity)
    if moved.verified is not None and own_work(moved, category, moved.verified_by):
        moved = replace(moved, stage=Stage.RESOLVED, verified=None, verified_by="")
    return moved, step(moved, Move.WORSEN, at, who, severity.value, note=severity.value)


def _again(same: Call, category: Category, new: Call, times: int) -> tuple[Call, tuple[CallStep, ...]]:
    at, who, steps = new.raised, new.raised_by, list[CallStep]()
    same = with_answers(same, new.answers)
    if at > last_heard(same) + ALIKE:
        same, told = repeat(same, category, at, who, times, code=new.code, about=new.about, text=new.text)
        steps.append(told)
        if same.resolved is not None:
            same, told = refute(same, category, at, who, new.text or new.code or new.about or Move.REPEAT.value)
            steps.append(told)
    if new.severity.rank > same.severity.rank:
        same, told = worsen(same, category, at, who, new.severity)
        steps.append(told)
    return same, tuple(steps)


def _covers(call: Call, at: datetime) -> bool:
    return call.closed is not None and call.raised - ALIKE <= at <= call.closed
