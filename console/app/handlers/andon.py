"""How what is asked about calls is carried out: load, let the domain decide, keep the call and the step that tells it.

All of it may be decided anew on the shared database, where another console was first. What a person is told then is who
was first; what the console does in its own name simply happened before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar

from console.app.handlers import handles
from console.app.handlers.refusing import done_by_many, named
from console.domain import andon_moves as moves
from console.domain.andon import Answers, Call, CallStep, Category, Source
from console.domain.andon_asks import fit_answer, one_answer
from console.domain.andon_hearing import clear, hear, raise_call, same_call, worsen
from console.domain.andon_parts import ABOUT_MOST, Moved
from console.domain.andon_refusals import AlreadyDone, Answered, AnswerUnfit, CallClosed, NoSuchAsk, NoSuchRung
from console.domain.commands import CONSOLE, Stamp
from console.domain.commands import andon as ask
from console.domain.desk import Desk, Missing
from console.domain.events import PeopleTold
from console.domain.people import Person

SAID_AGAIN = (Source.WIRE, Source.RULE)  # what brokers may bring twice
SAME_CHECK = timedelta(days=1)  # in which one that has the same key is the same, told once more
OVER = (AlreadyDone, CallClosed, Answered, NoSuchRung, Missing)


class OnCall(Protocol):
    """A command about one call."""

    @property
    def call(self) -> str:
        """Its id."""

    @property
    def where(self) -> str:
        """Its place."""


A = TypeVar("A", bound=OnCall)
Move = Callable[..., Moved]
More = Callable[[Any], dict[str, Any]]


@handles(ask.RaiseCall)
def raise_a_call(desk: Desk, stamp: Stamp, command: ask.RaiseCall) -> None:
    """Keep a new call, or what becomes of an open one that is heard again."""
    category = desk.need(Category, command.category)
    at = min(command.raised or stamp.at, stamp.at) if stamp.who == CONSOLE else stamp.at
    new = raise_call(
        category,
        command.where,
        at,
        stamp.who,
        command.source,
        id=_id_of(desk, command, at),
        severity=command.severity,
        text=command.text,
        code=command.code,
        about=command.what,
        waits=min(command.waits, stamp.at) if command.waits and stamp.who == CONSOLE else None,
        answers=_answers(desk, category, command.answers),
    )
    with done_by_many(desk, OVER), named(desk):
        before = desk.get(Call, new[0].id)
        if before is not None and new[0].id == command.call and command.source in SAID_AGAIN:  # the same message again
            raise AlreadyDone(call=before.id, move="raise", who=before.raised_by, at=before.raised)
        _keep(desk, *hear(_known(desk, new[0], before), category, new, max(1, command.times)))


def _id_of(desk: Desk, command: ask.RaiseCall, at: datetime) -> str:
    """The id that the command names. That of a check is the check's for a day: then another may have the same key."""
    if command.source is Source.RULE and command.call:
        before = desk.get(Call, command.call)
        if before is not None and at - before.raised > SAME_CHECK:
            return ""
    return command.call


@handles(ask.ClearCall)
def clear_call(desk: Desk, stamp: Stamp, command: ask.ClearCall) -> None:
    """Keep when the condition ended; what wants nobody's word is closed by that."""
    category = desk.need(Category, command.category)
    known = desk.find(Call, place=command.where, category=command.category, closed=None)
    with done_by_many(desk, OVER):
        call = same_call(known, command.where, command.category, command.what[:ABOUT_MOST])
        if call is None:
            raise Missing(kind="andon_call", id="")
        call, cleared = clear(call, category, min(command.at, stamp.at), stamp.who)
        steps = [cleared]
        if moves.closes_itself(call, category):
            call, closed = moves.close(call, category, stamp.at, stamp.who)
            steps.append(closed)
        _keep(desk, call, tuple(steps))


@handles(ask.EscalateCall)
def escalate_call(desk: Desk, stamp: Stamp, command: ask.EscalateCall) -> None:
    """Keep whom the console told, and of which level they are."""
    with done_by_many(desk, OVER):
        call, category = _loaded(desk, command)
        call, step = moves.escalate(call, category, stamp.at, stamp.who, command.level)
        _tell(desk, call, step, command.persons)


@handles(ask.HandOnCall)
def hand_on_call(desk: Desk, stamp: Stamp, command: ask.HandOnCall) -> None:
    """Keep who came with the change of shift and was told."""
    with done_by_many(desk, OVER):
        call, category = _loaded(desk, command)
        call, step = moves.hand_on(call, category, stamp.at, stamp.who, command.change)
        _tell(desk, call, step, command.persons)


@handles(ask.TakeCall)
def take_call(desk: Desk, stamp: Stamp, command: ask.TakeCall) -> None:
    """Keep who has it now; somebody who is there."""
    if command.to:
        desk.need(Person, command.to)
    _move(desk, stamp, command, moves.take, to=command.to)


@handles(ask.WorsenCall)
def worsen_call(desk: Desk, stamp: Stamp, command: ask.WorsenCall) -> None:
    """Keep the higher severity."""
    _move(desk, stamp, command, worsen, severity=command.severity)


def _nothing(command: OnCall) -> dict[str, Any]:
    return {}


def _told(command: ask.ExplainCall | ask.ResolveCall | ask.CloseCall) -> dict[str, Any]:
    return {
        "cause": command.cause,
        "finding": command.finding,
        "countermeasure": command.countermeasure,
        "answers": command.answers,
    }


def _why(command: ask.RefuteCall | ask.RejectCall | ask.ReopenCall) -> dict[str, Any]:
    return {"why": command.why}


def _containment(command: ask.ContainCall) -> dict[str, Any]:
    return {"containment": command.containment}


def _handle(kind: type[Any], move: Move, more: More) -> None:
    @handles(kind)
    def carry_out(desk: Desk, stamp: Stamp, command: Any) -> None:
        _move(desk, stamp, command, move, **more(command))


_handle(ask.AcknowledgeCall, moves.acknowledge, _nothing)
_handle(ask.ArriveAtCall, moves.arrive, _nothing)
_handle(ask.ContainCall, moves.contain, _containment)
_handle(ask.ExplainCall, moves.explain, _told)
_handle(ask.ResolveCall, moves.resolve, _told)
_handle(ask.VerifyCall, moves.verify, _nothing)
_handle(ask.RefuteCall, moves.refute, _why)
_handle(ask.CloseCall, moves.close, _told)
_handle(ask.RejectCall, moves.reject, _why)
_handle(ask.ReopenCall, moves.reopen, _why)


# What they share


def _move(desk: Desk, stamp: Stamp, command: OnCall, move: Move, **more: Any) -> None:
    """Let the domain move the call, and keep what came of it."""
    with named(desk):
        call, category = _loaded(desk, command)
        moved, step = move(call, category, stamp.at, stamp.who, **more)
    _keep(desk, moved, (step,))


def _loaded(desk: Desk, command: OnCall) -> tuple[Call, Category]:
    """The call and its category; Missing where the command was checked for another place than the call's."""
    call = desk.need(Call, command.call)
    if call.place != command.where:
        raise Missing(kind="andon_call", id=command.call)
    return call, desk.need(Category, call.category)


def _answers(desk: Desk, category: Category, given: Answers) -> Answers:
    """The answers that a call is raised with. On the shared database the category may ask otherwise by now: the call is
    raised nonetheless, with what was answered when it was.
    """
    fit: list[tuple[str, str]] = []
    for ask_id, text in given:
        try:
            fit.append((ask_id, fit_answer(category, ask_id, text)))
        except (NoSuchAsk, AnswerUnfit):
            if not desk.replaying:
                raise
            fit.append((ask_id, one_answer(text)))
    return tuple(fit)


def _known(desk: Desk, new: Call, before: Call | None) -> list[Call]:
    """The open calls of the place and category, those closed since the new one was raised, and any with its id."""
    found = desk.find(Call, place=new.place, category=new.category, closed=None)
    late = desk.find(Call, ("closed", ">=", new.raised), place=new.place, category=new.category)
    return [*found, *late, *([before] if before is not None else [])]


def _keep(desk: Desk, call: Call, steps: tuple[CallStep, ...]) -> None:
    desk.put(call)
    for step in steps:
        desk.put(step)


def _tell(desk: Desk, call: Call, step: CallStep, persons: tuple[str, ...]) -> None:
    _keep(desk, call, (replace(step, note=" ".join(persons)),))
    desk.tell(PeopleTold(call.id, step.level, persons))
