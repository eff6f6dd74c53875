"""What people do with an action, and what the console does in its own name. Each move returns the action as it is then
and the step that tells of it, or says why it cannot be; what was done before is refused as ActionAlready.

A time that lies before what is known already, because two clocks differ, counts as the moment of that.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from console.domain.action_refusals import (
    ActionAlready,
    ActionEnded,
    ActionNotDone,
    ActionNotVerified,
    ActionOpen,
    ActionOwnWork,
    ActionPast,
    ActionPerson,
    ActionReason,
    ActionTooEarly,
    ActionUnfit,
    OutcomeNeeded,
    ReminderOver,
)
from console.domain.actions import (
    DAYS,
    EFFECT_MOST,
    TITLE_MOST,
    WORDS_MOST,
    Action,
    ActionStep,
    Effect,
    Move,
    Stage,
    step_id,
)
from console.domain.commands import CONSOLE
from console.domain.text import TooLong
from console.domain.trail import moment

Moved = tuple[Action, ActionStep]


def make(action: Action) -> Moved:
    """A new action; ActionUnfit, TooLong."""
    person(action, Move.MAKE, action.made_by)
    made = checked(action)
    return made, replace(step(made, Move.MAKE, made.made, made.made_by, ""), people=(made.owner,))


def plan(action: Action, at: datetime, who: str, **told: Any) -> Moved:
    """Say title, text, owner, day, priority or the days until the effect is looked at anew."""
    still_open(action, Move.PLAN)
    person(action, Move.PLAN, who)
    new = checked(replace(action, **told))
    if new == action:
        raise already(action, Move.PLAN, who, at)
    if (new.owner, new.due) != (action.owner, action.due):
        new = replace(new, planned=at)
    if new.due != action.due:
        new = replace(new, reminded=-1)
    if new.effect_days != action.effect_days and action.verified is not None:
        new = replace(new, effect_due=action.verified + timedelta(days=new.effect_days), reminded=-1)
    to = (new.owner,) if new.owner != action.owner else ()
    note = new.due.isoformat() if new.due != action.due else ""
    return new, replace(step(action, Move.PLAN, at, who, who, moment(at)), note=note, people=to)


def begin(action: Action, at: datetime, who: str, over: str = "") -> Moved:
    """Somebody works at it; what kept it from going on is over by that. `over`: why it passes a limit."""
    still_open(action, Move.BEGIN)
    person(action, Move.BEGIN, who)
    if action.stage is Stage.DOING:
        raise already(action, Move.BEGIN, action.begun_by, action.begun)
    not_past(action, Move.BEGIN)
    at = max(at, action.made)
    told = step(action, Move.BEGIN, at, who, note=words(over, "over"))
    return replace(action, stage=Stage.DOING, begun=at, begun_by=who, blocked=""), told


def block(action: Action, at: datetime, who: str, why: str) -> Moved:
    """It cannot go on, and why."""
    still_open(action, Move.BLOCK)
    person(action, Move.BLOCK, who)
    not_past(action, Move.BLOCK)
    why = reason(action, Move.BLOCK, why)
    if action.blocked == why:
        raise already(action, Move.BLOCK, who, at)
    return replace(action, blocked=why), step(action, Move.BLOCK, at, who, who, moment(at), note=why)


def unblock(action: Action, at: datetime, who: str) -> Moved:
    """It can go on."""
    still_open(action, Move.UNBLOCK)
    person(action, Move.UNBLOCK, who)
    if not action.blocked:
        raise already(action, Move.UNBLOCK, who, at)
    return replace(action, blocked=""), step(action, Move.UNBLOCK, at, who, who, moment(at))


def do(action: Action, at: datetime, who: str, outcome: str) -> Moved:
    """It is done, and what was done."""
    still_open(action, Move.DO)
    person(action, Move.DO, who)
    if action.done is not None:
        raise already(action, Move.DO, action.done_by, action.done)
    outcome = words(outcome, "outcome")
    if not outcome:
        raise OutcomeNeeded(action=action.id, field="outcome")
    at = max(at, action.begun or action.made)
    moved = replace(action, stage=Stage.DONE, done=at, done_by=who, outcome=outcome, blocked="")
    return moved, step(action, Move.DO, at, who, note=outcome)


def verify(action: Action, at: datetime, who: str) -> Moved:
    """It was done rightly; of a severe source somebody else than the doer says so. Its effect is looked at later."""
    still_open(action, Move.VERIFY)
    person(action, Move.VERIFY, who)
    if action.verified is not None:
        raise already(action, Move.VERIFY, action.verified_by, action.verified)
    if action.done is None:
        raise ActionNotDone(action=action.id, stage=action.stage.value)
    if action.strict and who == action.done_by:
        raise ActionOwnWork(action=action.id, who=who)
    at = max(at, action.done)
    due = at + timedelta(days=action.effect_days)
    moved = replace(action, stage=Stage.VERIFIED, verified=at, verified_by=who, effect_due=due, reminded=-1)
    return moved, step(action, Move.VERIFY, at, who)


def refute(action: Action, at: datetime, who: str, why: str) -> Moved:
    """It was not done rightly: it is worked at again."""
    still_open(action, Move.REFUTE)
    person(action, Move.REFUTE, who)
    if action.done is None:
        raise ActionNotDone(action=action.id, stage=action.stage.value)
    if action.verified is not None:
        raise ActionPast(action=action.id, move=Move.REFUTE.value, stage=action.stage.value)
    why = reason(action, Move.REFUTE, why)
    moved = replace(undone(action), stage=Stage.DOING, begun=action.begun or at, begun_by=action.begun_by or who)
    return moved, step(action, Move.REFUTE, at, who, moment(action.done), note=why)


def confirm(action: Action, at: datetime, who: str, note: str = "") -> Moved:
    """Its days are over and it held: the end."""
    if action.stage is Stage.EFFECTIVE:
        raise already(action, Move.CONFIRM, action.ended_by, action.ended)
    still_open(action, Move.CONFIRM)
    person(action, Move.CONFIRM, who)
    if action.verified is None or action.effect_due is None:
        raise ActionNotVerified(action=action.id, stage=action.stage.value)
    if at < action.effect_due:
        raise ActionTooEarly(action=action.id, until=action.effect_due.isoformat())
    told: dict[str, Any] = {"effect": Effect.HELD, "checked": at, "checked_by": who, "ended": at, "ended_by": who}
    return replace(action, stage=Stage.EFFECTIVE, **told), step(action, Move.CONFIRM, at, who, note=words(note, "note"))


def deny(action: Action, at: datetime, who: str, why: str) -> Moved:
    """It did not hold, as a person says: it is open again."""
    person(action, Move.DENY, who)
    return _not_held(action, Move.DENY, at, who, reason(action, Move.DENY, why), ())


def repeat(action: Action, at: datetime, who: str, refs: tuple[str, ...]) -> Moved:
    """What it was against happened again after it was done, as these records show: it is open again."""
    if not refs:
        raise ActionReason(action=action.id, move=Move.REPEAT.value, field="refs")
    return _not_held(action, Move.REPEAT, at, who, "", refs)


def drop(action: Action, at: datetime, who: str, why: str) -> Moved:
    """It is not wanted any more, and why."""
    if action.stage is Stage.DROPPED:
        raise already(action, Move.DROP, action.ended_by, action.ended)
    still_open(action, Move.DROP)
    person(action, Move.DROP, who)
    why = reason(action, Move.DROP, why)
    moved = replace(action, stage=Stage.DROPPED, dropped=why, blocked="", ended=at, ended_by=who)
    return moved, step(action, Move.DROP, at, who, moment(at), note=why)


def reopen(action: Action, at: datetime, who: str, why: str) -> Moved:
    """It is not over: it is to be done again."""
    person(action, Move.REOPEN, who)
    if action.open:
        raise ActionOpen(action=action.id)
    why = reason(action, Move.REOPEN, why)
    moved = again(action, max(at, action.ended or at))
    return moved, step(action, Move.REOPEN, at, who, moved.reopened, note=why)


def remind(action: Action, at: datetime, who: str, level: int, day: date, people: tuple[str, ...]) -> Moved:
    """These people were reminded of the deadline on `day`, as this rung of the ladder wants it. Once for each rung."""
    if not action.open or action.stage is Stage.DONE:
        raise ReminderOver(action=action.id, level=level)
    if level <= action.reminded:
        raise already(action, Move.REMIND, who, at)
    told = step(action, Move.REMIND, at, who, day, action.reopened, level)
    return replace(action, reminded=level), replace(told, level=level, people=people, note=day.isoformat())


# What they are made of


def checked(action: Action) -> Action:
    """The action with its words trimmed; ActionUnfit names the field that cannot be so, TooLong."""
    title = " ".join(action.title.split())
    if not title:
        raise ActionUnfit(field="title")
    if len(title) > TITLE_MOST:
        raise TooLong(field="title", most=TITLE_MOST)
    if not action.owner or action.owner == CONSOLE:
        raise ActionUnfit(field="owner")
    if not 1 <= action.effect_days <= EFFECT_MOST:
        raise ActionUnfit(field="effect_days")
    return replace(action, title=title, text=words(action.text, "text"))


def undone(action: Action) -> Action:
    """Without what was done and verified."""
    fresh = replace(action, done=None, done_by="", outcome="", verified=None, verified_by="", effect_due=None)
    return replace(fresh, reminded=-1)


def again(action: Action, at: datetime) -> Action:
    """To be done once more since `at`, until a day by its priority unless somebody says another."""
    fresh = replace(undone(action), stage=Stage.OPEN, begun=None, begun_by="", dropped="", ended=None, ended_by="")
    due = max(action.due, at.date() + timedelta(days=DAYS[action.priority]))
    return replace(fresh, blocked="", due=due, planned=at, reopened=action.reopened + 1)


def still_open(action: Action, move: Move) -> None:
    """ActionEnded."""
    if not action.open:
        raise ActionEnded(action=action.id, move=move.value, who=action.ended_by, at=action.ended)


def not_past(action: Action, move: Move) -> None:
    """ActionPast where it was done already."""
    if not action.to_do:
        raise ActionPast(action=action.id, move=move.value, stage=action.stage.value)


def person(action: Action, move: Move, who: str) -> None:
    """ActionPerson where it is the console itself, or nobody."""
    if who in ("", CONSOLE):
        raise ActionPerson(action=action.id, move=move.value)


def already(action: Action, move: Move, who: str, at: datetime | None) -> ActionAlready:
    """The refusal of what was done before."""
    return ActionAlready(action=action.id, move=move.value, who=who, at=at)


def reason(action: Action, move: Move, text: str) -> str:
    """The reason; ActionReason, TooLong."""
    text = words(text, "why")
    if not text:
        raise ActionReason(action=action.id, move=move.value, field="why")
    return text


def words(text: str, field: str) -> str:
    """What a person wrote; TooLong."""
    text = text.strip()
    if len(text) > WORDS_MOST:
        raise TooLong(field=field, most=WORDS_MOST)
    return text


def step(action: Action, move: Move, at: datetime, who: str, *single: object, note: str = "") -> ActionStep:
    """The step that tells of a move; it is single by the round and, unless something else is given, by who and when."""
    what = single or (action.reopened, who, moment(at))
    return ActionStep(step_id(action.id, move, *what), action.id, move, at, who, note)


def _not_held(action: Action, move: Move, at: datetime, who: str, why: str, refs: tuple[str, ...]) -> Moved:
    if action.stage is not Stage.VERIFIED:
        if action.reopened and action.effect is Effect.FAILED and action.to_do:
            raise already(action, move, action.checked_by, action.checked)
        still_open(action, move)
        raise ActionNotVerified(action=action.id, stage=action.stage.value)
    at = max(at, action.verified or at)
    moved = replace(again(action, at), effect=Effect.FAILED, checked=at, checked_by=who, evidence=refs)
    return moved, replace(step(action, move, at, who, moved.reopened, note=why), refs=refs)
