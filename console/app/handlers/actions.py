"""How what is asked about actions and reviews is carried out: load, let the domain decide, keep it and its step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from console.app import sources
from console.app.handlers import handles
from console.app.handlers.flows import set_up
from console.app.handlers.refusing import done_by_many, named
from console.domain import action_moves as moves
from console.domain import reviews
from console.domain.action_flow import ACTIONS, check_room
from console.domain.action_refusals import ActionAlready, ActionEnded, ActionNotVerified, ReminderOver
from console.domain.actions import TITLE_MOST, Action, Move, Stage
from console.domain.commands import Stamp
from console.domain.commands import actions as ask
from console.domain.desk import Desk, Missing
from console.domain.events import PeopleReminded
from console.domain.people import NotActive, Person
from console.domain.reviews import Review

OVER = (ActionAlready, ActionEnded, ActionNotVerified, ReminderOver, Missing)


class OnRecord(Protocol):
    """A command about one record."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def where(self) -> str:
        """Its place."""


More = Callable[[Any], dict[str, Any]]


@handles(ask.MakeAction)
def make_action(desk: Desk, stamp: Stamp, command: ask.MakeAction) -> None:
    """Keep a new one, of a record that is there and belongs where the command was checked for; its owner is there."""
    if command.source and sources.place_of(desk, command.source, command.record) != command.where:
        raise Missing(kind=command.source, id=command.record)
    before = desk.get(Action, command.id)
    if before is not None:
        raise moves.already(before, Move.MAKE, before.made_by, before.made)
    _owner(desk, command.owner)
    new = Action(
        command.id,
        command.title,
        command.where,
        command.owner,
        command.due,
        stamp.at,
        stamp.who,
        command.text,
        command.priority,
        command.source,
        command.record if command.source else "",
        bool(command.source) and sources.strict(desk, command.source, command.record),
        effect_days=command.effect_days,
    )
    _keep(desk, moves.make(new))


@handles(ask.PlanAction)
def plan_action(desk: Desk, stamp: Stamp, command: ask.PlanAction) -> None:
    """Keep what is said anew; whoever is its owner from now on is there."""
    desk.expect(Action, command.id, command.version)
    action = _loaded(desk, command)
    if command.owner != action.owner:
        _owner(desk, command.owner)
    fields = ("title", "owner", "due", "text", "priority", "effect_days")
    with named(desk):
        _keep(desk, moves.plan(action, stamp.at, stamp.who, **{name: getattr(command, name) for name in fields}))


@handles(ask.NoteRepeat)
def note_repeat(desk: Desk, stamp: Stamp, command: ask.NoteRepeat) -> None:
    """Open it again, with what shows that it did not hold."""
    with done_by_many(desk, OVER):
        _keep(desk, moves.repeat(_loaded(desk, command), stamp.at, stamp.who, command.refs))


@handles(ask.RemindOfAction)
def remind_of_action(desk: Desk, stamp: Stamp, command: ask.RemindOfAction) -> None:
    """Keep who was reminded, and tell it."""
    with done_by_many(desk, OVER):
        action = _loaded(desk, command)
        _keep(desk, moves.remind(action, stamp.at, stamp.who, command.level, command.day, command.people))
        desk.tell(PeopleReminded(action.id, command.level, command.people))


def _nothing(command: object) -> dict[str, Any]:
    return {}


def _why(command: ask.BlockAction) -> dict[str, Any]:
    return {"why": command.why}


def _handle(kind: type[Any], move: Callable[..., moves.Moved], more: More) -> None:
    @handles(kind)
    def carry_out(desk: Desk, stamp: Stamp, command: Any) -> None:
        with named(desk):
            _keep(desk, move(_loaded(desk, command), stamp.at, stamp.who, **more(command)))


@handles(ask.BeginAction)
def begin_action(desk: Desk, stamp: Stamp, command: ask.BeginAction) -> None:
    """Keep that it is begun, where there is room for one more."""
    with named(desk):
        action = _loaded(desk, command)
        moved = moves.begin(action, stamp.at, stamp.who, command.over)
        check_room(set_up(desk, ACTIONS), action, desk.find(Action, stage=Stage.DOING), command.over)
        _keep(desk, moved)


_handle(ask.BlockAction, moves.block, _why)
_handle(ask.UnblockAction, moves.unblock, _nothing)
_handle(ask.DoAction, moves.do, lambda command: {"outcome": command.outcome})
_handle(ask.VerifyAction, moves.verify, _nothing)
_handle(ask.RefuteAction, moves.refute, _why)
_handle(ask.ConfirmEffect, moves.confirm, lambda command: {"note": command.note})
_handle(ask.DenyEffect, moves.deny, _why)
_handle(ask.DropAction, moves.drop, _why)
_handle(ask.ReopenAction, moves.reopen, _why)


@handles(ask.WantReview)
def want_review(desk: Desk, stamp: Stamp, command: ask.WantReview) -> None:
    """Keep that one is wanted, once; it stays wanted until it is done."""
    if sources.place_of(desk, command.kind, command.record) != command.where:
        raise Missing(kind=command.kind, id=command.record)
    if desk.get(Review, command.id) is None:
        about = (command.kind, command.record, command.where, command.title[:TITLE_MOST])
        desk.put(Review(command.id, *about, command.because, command.repeats, stamp.at))


@handles(ask.WriteReview)
def write_review(desk: Desk, stamp: Stamp, command: ask.WriteReview) -> None:
    """Keep what was found out."""
    desk.expect(Review, command.id, command.version)
    told = (command.whys, command.root_cause, command.standard, command.lesson)
    desk.put(reviews.write(_review(desk, command), *told))


@handles(ask.FinishReview)
def finish_review(desk: Desk, stamp: Stamp, command: ask.FinishReview) -> None:
    """Keep that it is done, and by whom."""
    desk.put(reviews.finish(_review(desk, command), stamp.at, stamp.who))


# What they share


def _loaded(desk: Desk, command: OnRecord) -> Action:
    """The action; Missing where the command was checked for another place than the action's."""
    action = desk.need(Action, command.id)
    if action.place != command.where:
        raise Missing(kind="action", id=command.id)
    return action


def _review(desk: Desk, command: OnRecord) -> Review:
    review = desk.need(Review, command.id)
    if review.place != command.where:
        raise Missing(kind="review", id=command.id)
    return review


def _owner(desk: Desk, owner: str) -> None:
    if not owner:
        return  # the domain says that there must be one
    if not desk.need(Person, owner).active:
        raise NotActive(kind="person", id=owner)


def _keep(desk: Desk, moved: moves.Moved) -> None:
    for value in moved:
        desk.put(value)
