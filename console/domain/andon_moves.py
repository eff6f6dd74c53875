"""What people do with a call, and what the console tells people of it. What is heard is in andon_hearing.

Each move returns the call as it is then and the step that tells of it, or says why it cannot be. Two consoles may do
the same: what was done before is refused as AlreadyDone, which loses nothing. A stage may be left out, and what nobody
told stays untold; what is told late (another console was away) takes its place in between. A time that lies before what
is known already, because two clocks differ, counts as the moment of that.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from console.domain.andon import Answers, Call, Category, Move, Stage
from console.domain.andon_asks import unanswered, untold
from console.domain.andon_parts import (
    Moved,
    complete,
    done,
    ended,
    explained,
    own_work,
    person,
    reach,
    reason,
    step,
    still_open,
    unresolved,
    waiting_again,
    wants_verifying,
    words,
)
from console.domain.andon_refusals import Answered, NoSuchRung, NotResolved, NotVerified, OwnWork, PastStage, StillOpen
from console.domain.trail import moment


def acknowledge(call: Call, category: Category, at: datetime, who: str) -> Moved:
    """Somebody says: I have seen it, it is mine."""
    moved, told = reach(call, Stage.ACKNOWLEDGED, Move.ACKNOWLEDGE, at, who)
    return (replace(moved, owner=who) if moved.stage is Stage.ACKNOWLEDGED else moved), told


def take(call: Call, category: Category, at: datetime, who: str, to: str = "") -> Moved:
    """Take a call over, or give it `to` somebody; who takes one that nobody has acknowledged acknowledges it."""
    still_open(call, Move.TAKE)
    to = to or who
    person(call, Move.TAKE, to)
    if to == who and call.stage is Stage.RAISED:
        return acknowledge(call, category, at, who)
    if call.owner == to:
        raise done(call, Move.TAKE, to, max(call.reached.values()))
    return replace(call, owner=to), replace(step(call, Move.TAKE, at, who, to, moment(at)), to=to)


def arrive(call: Call, category: Category, at: datetime, who: str) -> Moved:
    """Somebody is on site."""
    return reach(call, Stage.ON_SITE, Move.ARRIVE, at, who)


def contain(call: Call, category: Category, at: datetime, who: str, containment: str = "") -> Moved:
    """Nothing more gets worse: what was done about it is told in `containment`."""
    told = words(containment, "containment")
    return reach(call, Stage.CONTAINED, Move.CONTAIN, at, who, note=told, containment=told)


def explain(
    call: Call,
    category: Category,
    at: datetime,
    who: str,
    cause: str = "",
    finding: str = "",
    countermeasure: str = "",
    answers: Answers = (),
) -> Moved:
    """Tell cause, finding, countermeasure or answers; what is not given stays. What is verified is not rewritten."""
    still_open(call, Move.EXPLAIN)
    person(call, Move.EXPLAIN, who)
    if call.verified is not None:
        raise PastStage(call=call.id, move=Move.EXPLAIN.value, stage=call.stage.value)
    moved = explained(call, category, cause, finding, countermeasure, answers)
    if moved == call:
        raise done(call, Move.EXPLAIN, who, at)
    return moved, step(moved, Move.EXPLAIN, at, who, note=countermeasure or finding)


def resolve(
    call: Call,
    category: Category,
    at: datetime,
    who: str,
    cause: str = "",
    finding: str = "",
    countermeasure: str = "",
    answers: Answers = (),
) -> Moved:
    """The trouble is over, as far as who resolved it can say."""
    moved = explained(call, category, cause, finding, countermeasure, answers)
    return reach(moved, Stage.RESOLVED, Move.RESOLVE, at, who, note=moved.countermeasure)


def verify(call: Call, category: Category, at: datetime, who: str) -> Moved:
    """The countermeasure holds; from `category.verified_from` on somebody else than the resolver says so."""
    still_open(call, Move.VERIFY)
    if call.resolved is None:
        raise NotResolved(call=call.id, stage=call.stage.value)
    if call.verified is None:
        if own_work(call, category, who):
            raise OwnWork(call=call.id, who=who, from_severity=category.verified_from.value)
        complete(call, category)
    return reach(call, Stage.VERIFIED, Move.VERIFY, at, who)


def refute(call: Call, category: Category, at: datetime, who: str, why: str) -> Moved:
    """The countermeasure does not hold: the call is where it was before it was resolved, and another one is wanted."""
    still_open(call, Move.REFUTE)
    if call.resolved is None:
        if call.refuted is not None:
            raise done(call, Move.REFUTE, who, call.refuted)
        raise NotResolved(call=call.id, stage=call.stage.value)
    why = reason(call, Move.REFUTE, why)
    at = max(at, *call.reached.values())
    moved = replace(unresolved(call), refuted=at)
    moved = replace(moved, stage=max(moved.reached, key=lambda stage: stage.rank))
    if moved.stage is Stage.RAISED:
        moved = waiting_again(moved, at)
    return moved, step(moved, Move.REFUTE, at, who, moment(at), note=why)


def close(
    call: Call,
    category: Category,
    at: datetime,
    who: str,
    cause: str = "",
    finding: str = "",
    countermeasure: str = "",
    answers: Answers = (),
) -> Moved:
    """The end, with all that the category wants known; what is still untold can be told with it.

    The console closes by itself only what `closes_itself`.
    """
    if call.closed is not None:
        raise done(call, Move.CLOSE, call.closed_by, call.closed)
    if not closes_itself(call, category):
        person(call, Move.CLOSE, who)
    call = explained(
        call,
        category,
        "" if call.cause else cause,
        "" if call.finding else finding,
        "" if call.countermeasure else countermeasure,
        answers if call.verified is None else untold(call, answers),
    )
    complete(call, category)
    if wants_verifying(call, category) and call.verified is None:
        raise NotVerified(call=call.id, severity=call.severity.value, from_severity=category.verified_from.value)
    moved = ended(call, at, who)
    return moved, step(moved, Move.CLOSE, max(moved.reached.values()), who)


def reject(call: Call, category: Category, at: datetime, who: str, why: str) -> Moved:
    """It was no call, and somebody says why. What was resolved was one."""
    if call.rejected:
        raise done(call, Move.REJECT, call.closed_by, call.closed)
    still_open(call, Move.REJECT)
    person(call, Move.REJECT, who)
    if call.resolved is not None:
        raise PastStage(call=call.id, move=Move.REJECT.value, stage=call.stage.value)
    why = reason(call, Move.REJECT, why)
    moved = replace(ended(call, at, who), rejected=why)
    return moved, step(moved, Move.REJECT, max(moved.reached.values()), who, note=why)


def reopen(call: Call, category: Category, at: datetime, who: str, why: str) -> Moved:
    """It is not over: another round begins, and the call waits for an answer again."""
    if call.closed is None:
        if call.reopened:
            raise done(call, Move.REOPEN, who, call.waiting_since)
        raise StillOpen(call=call.id)
    why = reason(call, Move.REOPEN, why)
    at = max(at, call.closed)
    fresh = replace(unresolved(call), acknowledged=None, acknowledged_by="", arrived=None, arrived_by="")
    fresh = replace(fresh, contained=None, contained_by="", containment="", refuted=None, owner="")
    fresh = replace(fresh, closed=None, closed_by="", rejected="", reopened=call.reopened + 1)
    moved = waiting_again(fresh, at)
    return moved, step(moved, Move.REOPEN, at, who, moved.reopened, note=why)


def escalate(call: Call, category: Category, at: datetime, who: str, level: int) -> Moved:
    """The role of this level of the ladder was told: 0 the owner's, 1 the first rung's. Once for each level."""
    still_open(call, Move.ESCALATE)
    if not 0 <= level <= len(category.ladder):
        raise NoSuchRung(category=category.id, level=level, most=len(category.ladder))
    if level <= call.level:
        raise done(call, Move.ESCALATE, who, call.waiting_since)
    unless = category.ladder[level - 1].unless if level else Stage.ACKNOWLEDGED
    if call.stage.rank >= unless.rank:
        raise Answered(call=call.id, level=level, stage=call.stage.value)
    told = step(call, Move.ESCALATE, at, who, moment(call.waiting_since), level)
    return replace(call, level=level), replace(told, level=level)


def hand_on(call: Call, category: Category, at: datetime, who: str, change: datetime) -> Moved:
    """The shift changed at `change`, and those who came were told. Once for each change."""
    still_open(call, Move.HAND_ON)
    if call.handed is not None and change <= call.handed:
        raise done(call, Move.HAND_ON, who, call.handed)
    if call.resolved is not None:
        raise Answered(call=call.id, level=call.level, stage=call.stage.value)
    return replace(call, handed=change), step(call, Move.HAND_ON, at, who, moment(change))


def closes_itself(call: Call, category: Category) -> bool:
    """Whether the console may close the call when its condition has ended: nothing about it wants a person's word."""
    told = category.needs_cause or category.needs_countermeasure or any(unanswered(call, category))
    return not (told or wants_verifying(call, category))
