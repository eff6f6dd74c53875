"""How categories of calls and the rules that raise them are kept."""

from __future__ import annotations

from dataclasses import replace

from console.app.handlers import handles
from console.app.handlers.people import AlreadyThere
from console.domain.andon import Ask, Call, Category, Rung
from console.domain.andon_asks import one_answer
from console.domain.andon_categories import checked_category
from console.domain.andon_refusals import CauseNamed
from console.domain.callrules import CallRule, checked_rule
from console.domain.commands import Stamp
from console.domain.commands import andon as ask
from console.domain.desk import Desk
from console.domain.people import NAME_MOST, plain_text


@handles(ask.BeginCalls)
def begin_calls(desk: Desk, stamp: Stamp, command: ask.BeginCalls) -> None:
    """Keep what is shipped, unless the plant has categories already."""
    if desk.count(Category):
        return
    for category in command.categories:
        desk.put(_category(category))
    for rule in command.rules:
        desk.put(_rule(rule))


@handles(ask.AddCategory)
def add_category(desk: Desk, stamp: Stamp, command: ask.AddCategory) -> None:
    """Keep a new category."""
    if desk.get(Category, command.category.id) is not None:
        raise AlreadyThere(kind="andon_category", id=command.category.id)
    desk.put(_category(command.category))


@handles(ask.ChangeCategory)
def change_category(desk: Desk, stamp: Stamp, command: ask.ChangeCategory) -> None:
    """Keep everything said about a category; calls that have it keep it, and the causes that they name stay."""
    before = desk.need(Category, command.category.id)
    desk.expect(Category, command.category.id, command.version)
    left = {cause.id for cause in command.category.causes}
    for cause in before.causes:
        if cause.id not in left and desk.count(Call, category=before.id, cause=cause.id):
            raise CauseNamed(category=before.id, field="causes", cause=cause.id, name=cause.name)
    desk.put(_category(command.category))


@handles(ask.SetCallRule)
def set_call_rule(desk: Desk, stamp: Stamp, command: ask.SetCallRule) -> None:
    """Keep a rule, for a category that is there."""
    desk.expect(CallRule, command.rule.id, command.version)
    desk.need(Category, command.rule.category)
    desk.put(_rule(command.rule))


@handles(ask.RemoveCallRule)
def remove_call_rule(desk: Desk, stamp: Stamp, command: ask.RemoveCallRule) -> None:
    """Take a rule away."""
    desk.expect(CallRule, command.rule, command.version)
    desk.need(CallRule, command.rule)
    desk.remove(CallRule, command.rule)


def _category(given: Category) -> Category:
    """The category fit to be kept: numbers of seconds are the same in every database."""
    return checked_category(
        replace(
            given,
            name=plain_text(given.name, "name", NAME_MOST),
            ladder=tuple(Rung(float(rung.after), rung.role, rung.unless) for rung in given.ladder),
            asks=tuple(_ask(one) for one in given.asks),
            acknowledge_within=float(given.acknowledge_within),
            arrive_within=float(given.arrive_within),
            resolve_within=float(given.resolve_within),
        )
    )


def _ask(given: Ask) -> Ask:
    """The ask with a name and choices that can be read."""
    name = plain_text(given.name, "asks", NAME_MOST)
    return replace(given, name=name, choices=tuple(one_answer(one) for one in given.choices))


def _rule(given: CallRule) -> CallRule:
    """The rule, likewise."""
    return checked_rule(
        replace(
            given,
            name=plain_text(given.name, "name", NAME_MOST),
            limit=None if given.limit is None else float(given.limit),
            hysteresis=float(given.hysteresis),
            delay=float(given.delay),
            off_delay=float(given.off_delay),
            window=float(given.window),
            chatter_window=float(given.chatter_window),
        )
    )
