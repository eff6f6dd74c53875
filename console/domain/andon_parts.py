"""What the moves of a call are made of: the checks and changes that several of them share."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from console.domain.andon import Answers, Call, CallStep, Category, Move, Stage, step_id
from console.domain.andon_asks import all_answered, answered
from console.domain.andon_refusals import (
    AlreadyDone,
    CallClosed,
    CauseNeeded,
    CountermeasureNeeded,
    NoSuchCause,
    PastStage,
    PersonNeeded,
    ReasonWanted,
)
from console.domain.commands import CONSOLE
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
}


def reach(call: Call, stage: Stage, move: Move, at: datetime, who: str, note: str = "", **more: Any) -> Moved:
    """The call with time and person of a stage, at which it is then unless it was further already; and the step."""
    still_open(call, move)
    person(call, move, who)
    field, reached = _FIELDS[stage], call.reached
    if stage in reached:
        raise done(call, move, getattr(call, f"{field}_by"), reached[stage])
    at = max(at, *(time for other, time in reached.items() if other.rank < stage.rank))
    if any(time < at for other, time in reached.items() if other.rank > stage.rank):
        raise PastStage(call=call.id, move=move.value, stage=call.stage.value)
    further = max(call.stage, stage, key=lambda one: one.rank)
    told: dict[str, Any] = {field: at, f"{field}_by": who, **more}
    moved = replace(call, stage=further, owner=call.owner or who, **told)
    return moved, step(moved, move, at, who, note=note)


def ended(call: Call, at: datetime, who: str) -> Call:
    """The call closed, not before anything that is known of it."""
    return replace(call, stage=Stage.CLOSED, closed=max(at, *call.reached.values()), closed_by=who)


def unresolved(call: Call) -> Call:
    """Without its resolution. The countermeasure goes with it: one that did not hold closes nothing."""
    return replace(call, resolved=None, resolved_by="", verified=None, verified_by="", countermeasure="")


def waiting_again(call: Call, at: datetime) -> Call:
    """Waiting for an answer since `at`, with the ladder from its foot."""
    return replace(call, stage=Stage.RAISED, begun=at, level=-1, handed=None)


def explained(call: Call, category: Category, cause: str, finding: str, countermeasure: str, answers: Answers) -> Call:
    """The call with what is given of these; NoSuchCause, TooLong, NoSuchAsk, AnswerUnfit."""
    if cause and cause not in {known.id for known in category.causes}:
        raise NoSuchCause(category=category.id, cause=cause)
    return replace(
        answered(call, category, answers),
        cause=cause or call.cause,
        finding=words(finding, "finding") or call.finding,
        countermeasure=words(countermeasure, "countermeasure") or call.countermeasure,
    )


def complete(call: Call, category: Category) -> None:
    """CauseNeeded, CountermeasureNeeded, AnswerNeeded. The cause is one of the list; in words where there is none."""
    if category.needs_cause and not (call.cause if category.causes else call.finding):
        raise CauseNeeded(call=call.id, category=category.id, listed=bool(category.causes))
    if category.needs_countermeasure and not call.countermeasure:
        raise CountermeasureNeeded(call=call.id, category=category.id)
    all_answered(call, category)


def wants_verifying(call: Call, category: Category) -> bool:
    """Whether it is so severe that somebody else than the resolver verifies it."""
    return call.severity.rank >= category.verified_from.rank


def own_work(call: Call, category: Category, who: str) -> bool:
    """Whether somebody's verification would not count because they resolved it themselves."""
    return wants_verifying(call, category) and who == call.resolved_by


def still_open(call: Call, move: Move) -> None:
    """CallClosed."""
    if call.closed is not None:
        raise CallClosed(call=call.id, move=move.value, who=call.closed_by, at=call.closed)


def person(call: Call, move: Move, who: str) -> None:
    """PersonNeeded where it is the console itself, or nobody."""
    if who in ("", CONSOLE):
        raise PersonNeeded(call=call.id, move=move.value)


def done(call: Call, move: Move, who: str, at: datetime | None) -> AlreadyDone:
    """The refusal of what was done before."""
    return AlreadyDone(call=call.id, move=move.value, who=who, at=at)


def reason(call: Call, move: Move, text: str) -> str:
    """The reason; ReasonWanted, TooLong."""
    text = words(text, "reason")
    if not text:
        raise ReasonWanted(call=call.id, move=move.value)
    return text


def words(text: str, field: str) -> str:
    """What a person wrote; TooLong."""
    text = text.strip()
    if len(text) > WORDS_MOST:
        raise TooLong(field=field, most=WORDS_MOST)
    return text


def one_line(text: str) -> str:
    """What a machine or a person said in one line, cut where it is too long for a tile."""
    return " ".join(text.split())[:LINE_MOST]


def last_heard(call: Call) -> datetime:
    """When it was raised or heard again last."""
    return call.repeated or call.raised


def step(call: Call, move: Move, at: datetime, who: str, *single: object, note: str = "") -> CallStep:
    """The step that tells of a move; what makes it `single` is who and when, unless something else is given."""
    return CallStep(step_id(call.id, move, *(single or (who, moment(at)))), call.id, move, at, who, note)
