"""The moves of a call: each returns the call as it is then and the step that tells of it, or says why it cannot be.

Two consoles may hear or do the same thing: what was done before is refused as AlreadyDone, which loses nothing. A stage
may be left out, and what nobody told stays untold; what is told late (another console was away) takes its place in
between. A time that lies before what is known already, because two clocks differ, counts as the moment of that.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from console.domain.andon import (
    Call,
    CallStep,
    Category,
    Move,
    Severity,
    Source,
    Stage,
    call_id,
    step_id,
)
from console.domain.andon_refusals import (
    AlreadyDone,
    Answered,
    CallClosed,
    CauseNeeded,
    CountermeasureNeeded,
    NoSuchCause,
    NoSuchRung,
    NotResolved,
    NotVerified,
    OwnWork,
    PastStage,
    PersonNeeded,
    ReasonWanted,
    StillOpen,
)
from console.domain.commands import CONSOLE
from console.domain.people import NotActive
from console.domain.text import TooLong
from console.domain.trail import moment

Moved = tuple[Call, CallStep]
ALIKE = timedelta(seconds=1)  # two consoles hear one thing within this time of each other
LINE_MOST = 200  # characters of what is wrong
ABOUT_MOST = 60
WORDS_MOST = 2000  # characters of a finding, a containment, a countermeasure, a reason

_FIELDS = {
    Stage.ACKNOWLEDGED: "acknowledged",
    Stage.ON_SITE: "arrived",
    Stage.CONTAINED: "contained",
    Stage.RESOLVED: "resolved",
    Stage.VERIFIED: "verified",
    Stage.CLOSED: "closed",
}


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
) -> Moved:
    """A new call; without `id` it gets the one that another console finds too. A rule may raise in any category."""
    if not category.active and source is not Source.RULE:
        raise NotActive(kind="category", id=category.id)
    about = about[:ABOUT_MOST]
    call = Call(
        id=id or call_id(place, category.id, about, at),
        category=category.id,
        place=place,
        severity=severity or category.severity,
        text=_one_line(text),
        source=source,
        raised=at,
        raised_by=who,
        code=code[:ABOUT_MOST],
        about=about,
    )
    return call, _step(call, Move.RAISE, at, who)


def same_call(calls: Iterable[Call], place: str, category: str, about: str, at: datetime | None = None) -> Call | None:
    """The call that this is already: an open one there, of this category, about this or about nothing in particular.

    What is about nothing in particular is any open call there of the category. With `at`, also a closed call that was
    about this at that time: what is heard late belongs to it.
    """
    here = sorted(
        (call for call in calls if call.place == place and call.category == category),
        key=lambda call: (call.about != about, -call.severity.rank, call.raised, call.id),
    )
    for call in here:
        if call.open and (call.about == about or not about or not call.about):
            return call
    for call in here:
        if at is not None and call.closed is not None and call.about == about:
            if call.raised - ALIKE <= at <= call.closed:
                return call
    return None


def hear(known: Iterable[Call], category: Category, new: Moved, times: int = 1) -> tuple[Call, tuple[CallStep, ...]]:
    """What becomes of a call that `raise_call` has just made where others are `known`: the new call, or an open one that
    is heard again, with the steps of it. It was heard `times`. AlreadyDone where it is nothing new.

    `known`: the open calls of the place, those that were closed since the new one was raised, and any with its id. What
    is heard again after it was resolved refutes the countermeasure; what is worse makes the call worse.
    """
    call, step = new
    known = tuple(known)
    same = next((one for one in known if one.id == call.id), None)
    same = same or same_call(known, call.place, call.category, call.about, call.raised)
    if same is None:
        return replace(call, repeats=times - 1), (step,)
    at, who = call.raised, call.raised_by
    if same.closed is not None:
        raise _done(same, Move.RAISE, same.raised_by, same.raised)
    steps: list[CallStep] = []
    if at > _last_heard(same) + ALIKE:
        same, told = repeat(same, category, at, who, times, code=call.code, about=call.about, text=call.text)
        steps.append(told)
        if same.stage in (Stage.RESOLVED, Stage.VERIFIED):
            same, told = refute(same, category, at, who, call.text or call.code or call.about or "…")
            steps.append(told)
    if call.severity.rank > same.severity.rank:
        same, told = worsen(same, category, at, who, call.severity)
        steps.append(told)
    if not steps:
        raise _done(same, Move.REPEAT, same.raised_by, _last_heard(same))
    return same, tuple(steps)


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
    _still_open(call, Move.REPEAT)
    if at <= _last_heard(call) + ALIKE:
        raise _done(call, Move.REPEAT, call.raised_by, _last_heard(call))
    moved = replace(
        call,
        repeats=call.repeats + times,
        repeated=at,
        cleared=None,
        code=call.code or code[:ABOUT_MOST],
        about=call.about or about[:ABOUT_MOST],
        text=call.text or _one_line(text),
    )
    step = _step(moved, Move.REPEAT, at, who, moved.repeats, note=_one_line(text))
    return moved, replace(step, times=times)


def clear(call: Call, category: Category, at: datetime, who: str) -> Moved:
    """The condition behind the call has ended. The call stays open: somebody still says why it was."""
    _still_open(call, Move.CLEAR)
    at = max(at, _last_heard(call))
    if call.cleared is not None:
        raise _done(call, Move.CLEAR, who, call.cleared)
    return replace(call, cleared=at), _step(call, Move.CLEAR, at, who, call.repeats)


def worsen(call: Call, category: Category, at: datetime, who: str, severity: Severity) -> Moved:
    """It is worse than thought. A verification by the resolver does not count where it would not be taken now."""
    _still_open(call, Move.WORSEN)
    if severity.rank <= call.severity.rank:
        raise _done(call, Move.WORSEN, call.raised_by, call.raised)
    moved = replace(call, severity=severity)
    if moved.verified is not None and _own_work(moved, category, moved.verified_by):
        moved = replace(moved, stage=Stage.RESOLVED, verified=None, verified_by="")
    return moved, _step(moved, Move.WORSEN, at, who, call.reopened, severity.value, note=severity.value)


def acknowledge(call: Call, category: Category, at: datetime, who: str) -> Moved:
    """Somebody says: I have seen it, it is mine."""
    moved = _reach(call, Stage.ACKNOWLEDGED, Move.ACKNOWLEDGE, at, who)
    if moved.stage is Stage.ACKNOWLEDGED:
        moved = replace(moved, owner=who)
    return moved, _step(moved, Move.ACKNOWLEDGE, at, who)


def take(call: Call, category: Category, at: datetime, who: str, to: str = "") -> Moved:
    """Take a call over, or give it `to` somebody; who takes one that nobody has acknowledged acknowledges it."""
    _still_open(call, Move.TAKE)
    _person(call, Move.TAKE, who)
    to = to or who
    if call.owner == to:
        raise _done(call, Move.TAKE, to, call.waiting_since)
    if to == who and call.stage is Stage.RAISED:
        return acknowledge(call, category, at, who)
    return replace(call, owner=to), replace(_step(call, Move.TAKE, at, who, to), to=to)


def arrive(call: Call, category: Category, at: datetime, who: str) -> Moved:
    """Somebody is on site."""
    moved = _reach(call, Stage.ON_SITE, Move.ARRIVE, at, who)
    return moved, _step(moved, Move.ARRIVE, at, who)


def contain(call: Call, category: Category, at: datetime, who: str, containment: str = "") -> Moved:
    """Nothing more gets worse: what was done about it is told in `containment`."""
    moved = _reach(call, Stage.CONTAINED, Move.CONTAIN, at, who, containment=_words(containment, "containment"))
    return moved, _step(moved, Move.CONTAIN, at, who, note=containment)


def explain(
    call: Call,
    category: Category,
    at: datetime,
    who: str,
    cause: str = "",
    finding: str = "",
    countermeasure: str = "",
) -> Moved:
    """Tell cause, finding or countermeasure; what is not given stays as it is. What is verified is not rewritten."""
    _still_open(call, Move.EXPLAIN)
    _person(call, Move.EXPLAIN, who)
    if call.verified is not None:
        raise PastStage(call=call.id, move=Move.EXPLAIN.value, stage=call.stage.value)
    moved = _explained(call, category, cause, finding, countermeasure)
    if moved == call:
        raise _done(call, Move.EXPLAIN, who, at)
    return moved, _step(moved, Move.EXPLAIN, at, who, note=countermeasure or finding)


def resolve(
    call: Call,
    category: Category,
    at: datetime,
    who: str,
    cause: str = "",
    finding: str = "",
    countermeasure: str = "",
) -> Moved:
    """The trouble is over, as far as who resolved it can say."""
    moved = _reach(_explained(call, category, cause, finding, countermeasure), Stage.RESOLVED, Move.RESOLVE, at, who)
    return moved, _step(moved, Move.RESOLVE, at, who, note=moved.countermeasure)


def verify(call: Call, category: Category, at: datetime, who: str) -> Moved:
    """The countermeasure holds; from `category.verified_from` on somebody else than the resolver says so."""
    _still_open(call, Move.VERIFY)
    if call.resolved is None:
        raise NotResolved(call=call.id, stage=call.stage.value)
    if call.verified is None:
        if _own_work(call, category, who):
            raise OwnWork(call=call.id, who=who, from_severity=category.verified_from.value)
        _complete(call, category)
    moved = _reach(call, Stage.VERIFIED, Move.VERIFY, at, who)
    return moved, _step(moved, Move.VERIFY, at, who)


def refute(call: Call, category: Category, at: datetime, who: str, reason: str) -> Moved:
    """The countermeasure does not hold: the call is open where it was before, and another one is wanted."""
    _still_open(call, Move.REFUTE)
    if call.resolved is None:
        if call.refuted is not None:
            raise _done(call, Move.REFUTE, who, call.refuted)
        raise NotResolved(call=call.id, stage=call.stage.value)
    reason = _reason(call, Move.REFUTE, reason)
    at = max(at, *call.reached.values())
    moved = _unresolved(replace(call, refuted=at))
    moved = replace(moved, stage=max(moved.reached, key=lambda stage: stage.rank))
    if moved.stage is Stage.RAISED:
        moved = _waiting_again(moved, at)
    return moved, _step(moved, Move.REFUTE, at, who, moment(at), note=reason)


def close(
    call: Call,
    category: Category,
    at: datetime,
    who: str,
    cause: str = "",
    finding: str = "",
    countermeasure: str = "",
) -> Moved:
    """The end, with all that the category wants known; what is still untold can be told with it.

    The console closes by itself only what wants neither cause, countermeasure nor verification.
    """
    if call.closed is not None:
        raise _done(call, Move.CLOSE, call.closed_by, call.closed)
    if category.needs_cause or category.needs_countermeasure or _wants_verifying(call, category):
        _person(call, Move.CLOSE, who)
    missing = (
        "" if call.cause else cause,
        "" if call.finding else finding,
        "" if call.countermeasure else countermeasure,
    )
    call = _explained(call, category, *missing) if call.verified is None else call
    _complete(call, category)
    if _wants_verifying(call, category) and call.verified is None:
        facts = {"severity": call.severity.value, "from_severity": category.verified_from.value}
        raise NotVerified(call=call.id, **facts)
    moved = _ended(call, at, who)
    return moved, _step(moved, Move.CLOSE, at, who)


def reject(call: Call, category: Category, at: datetime, who: str, reason: str) -> Moved:
    """It was no call, and somebody says why. What was resolved was one."""
    if call.rejected:
        raise _done(call, Move.REJECT, call.closed_by, call.closed)
    _still_open(call, Move.REJECT)
    _person(call, Move.REJECT, who)
    if call.resolved is not None:
        raise PastStage(call=call.id, move=Move.REJECT.value, stage=call.stage.value)
    reason = _reason(call, Move.REJECT, reason)
    return replace(_ended(call, at, who), rejected=reason), _step(call, Move.REJECT, at, who, note=reason)


def reopen(call: Call, category: Category, at: datetime, who: str, reason: str) -> Moved:
    """It is not over: another round begins, and the call waits for an answer again."""
    if call.closed is None:
        if call.reopened:
            raise _done(call, Move.REOPEN, who, call.waiting_since)
        raise StillOpen(call=call.id)
    reason = _reason(call, Move.REOPEN, reason)
    at = max(at, call.closed)
    fresh = replace(
        _unresolved(call), reopened=call.reopened + 1, rejected="", closed=None, closed_by="", containment=""
    )
    fresh = replace(fresh, acknowledged=None, acknowledged_by="", arrived=None, arrived_by="")
    fresh = replace(fresh, contained=None, contained_by="", owner="", refuted=None)
    moved = _waiting_again(fresh, at)
    return moved, _step(moved, Move.REOPEN, at, who, moved.reopened, note=reason)


def escalate(call: Call, category: Category, at: datetime, who: str, level: int) -> Moved:
    """The role of this level of the ladder was told: 0 the owner's, 1 the first rung's. Once for each level."""
    _still_open(call, Move.ESCALATE)
    if not 0 <= level <= len(category.ladder):
        raise NoSuchRung(category=category.id, level=level, most=len(category.ladder))
    if level <= call.level:
        raise _done(call, Move.ESCALATE, who, call.waiting_since)
    unless = category.ladder[level - 1].unless if level else Stage.ACKNOWLEDGED
    if call.stage.rank >= unless.rank:
        raise Answered(call=call.id, level=level, stage=call.stage.value)
    step = _step(call, Move.ESCALATE, at, who, moment(call.waiting_since), level)
    return replace(call, level=level), replace(step, level=level)


def hand_on(call: Call, category: Category, at: datetime, who: str, change: datetime) -> Moved:
    """The shift changed at `change`, and those who came were told. Once for each change."""
    _still_open(call, Move.HAND_ON)
    if call.handed is not None and change <= call.handed:
        raise _done(call, Move.HAND_ON, who, call.handed)
    if call.resolved is not None:
        raise Answered(call=call.id, level=call.level, stage=call.stage.value)
    return replace(call, handed=change), _step(call, Move.HAND_ON, at, who, moment(change))


def closes_itself(call: Call, category: Category) -> bool:
    """Whether the console may close the call when its condition has ended: nothing about it wants a person's word."""
    return not (category.needs_cause or category.needs_countermeasure or _wants_verifying(call, category))


# What the moves are made of


def _reach(call: Call, stage: Stage, move: Move, at: datetime, who: str, **more: Any) -> Call:
    """The call with the time and person of a stage, at which it is then unless it was further already."""
    _still_open(call, move)
    _person(call, move, who)
    field, reached = _FIELDS[stage], call.reached
    if stage in reached:
        raise _done(call, move, getattr(call, f"{field}_by"), reached[stage])
    at = max(at, *(time for other, time in reached.items() if other.rank < stage.rank))
    if any(time < at for other, time in reached.items() if other.rank > stage.rank):
        raise PastStage(call=call.id, move=move.value, stage=call.stage.value)
    further = max(call.stage, stage, key=lambda one: one.rank)
    return replace(call, **{field: at, f"{field}_by": who}, stage=further, owner=call.owner or who, **more)


def _ended(call: Call, at: datetime, who: str) -> Call:
    return replace(call, stage=Stage.CLOSED, closed=max(at, *call.reached.values()), closed_by=who)


def _unresolved(call: Call) -> Call:
    """Without its resolution. The countermeasure goes with it: one that did not hold closes nothing."""
    bare = replace(call, resolved=None, resolved_by="", verified=None, verified_by="", countermeasure="")
    return replace(bare, stage=Stage.RAISED)


def _waiting_again(call: Call, at: datetime) -> Call:
    return replace(call, stage=Stage.RAISED, begun=at, level=-1, handed=None)


def _explained(call: Call, category: Category, cause: str, finding: str, countermeasure: str) -> Call:
    if cause and cause not in {known.id for known in category.causes}:
        raise NoSuchCause(category=category.id, cause=cause)
    return replace(
        call,
        cause=cause or call.cause,
        finding=_words(finding, "finding") or call.finding,
        countermeasure=_words(countermeasure, "countermeasure") or call.countermeasure,
    )


def _complete(call: Call, category: Category) -> None:
    """A cause out of the list, where there is one, else in words; and a countermeasure."""
    if category.needs_cause and not (call.cause if category.causes else call.finding):
        raise CauseNeeded(call=call.id, category=category.id, listed=bool(category.causes))
    if category.needs_countermeasure and not call.countermeasure:
        raise CountermeasureNeeded(call=call.id, category=category.id)


def _wants_verifying(call: Call, category: Category) -> bool:
    return call.severity.rank >= category.verified_from.rank


def _own_work(call: Call, category: Category, who: str) -> bool:
    return _wants_verifying(call, category) and who == call.resolved_by


def _still_open(call: Call, move: Move) -> None:
    if call.closed is not None:
        raise CallClosed(call=call.id, move=move.value, who=call.closed_by, at=call.closed)


def _person(call: Call, move: Move, who: str) -> None:
    if who in ("", CONSOLE):
        raise PersonNeeded(call=call.id, move=move.value)


def _done(call: Call, move: Move, who: str, at: datetime | None) -> AlreadyDone:
    return AlreadyDone(call=call.id, move=move.value, who=who, at=at)


def _reason(call: Call, move: Move, text: str) -> str:
    text = _words(text, "reason")
    if not text:
        raise ReasonWanted(call=call.id, move=move.value)
    return text


def _words(text: str, field: str) -> str:
    text = text.strip()
    if len(text) > WORDS_MOST:
        raise TooLong(field=field, most=WORDS_MOST)
    return text


def _one_line(text: str) -> str:
    return " ".join(text.split())[:LINE_MOST]


def _last_heard(call: Call) -> datetime:
    return call.repeated or call.raised


def _step(call: Call, move: Move, at: datetime, who: str, *single: object, note: str = "") -> CallStep:
    """A step of the console is single by what it tells; one of a person also by who and when."""
    known = single or ((call.reopened,) if move is Move.RAISE else (who, moment(at)))
    return CallStep(step_id(call.id, move, *known), call.id, move, at, who, note)
