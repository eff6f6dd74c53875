"""How early warnings and their rules are kept."""

from __future__ import annotations

from dataclasses import replace

from console.app.handlers import handles
from console.app.handlers.people import AlreadyThere
from console.app.handlers.refusing import named
from console.domain.andon import Call, Category
from console.domain.commands import Stamp
from console.domain.commands import earlywarning as ask
from console.domain.desk import Desk, Missing
from console.domain.early_warnings import JITTER, ToldWarning, about_of, checked_warning_rule, hear, judge
from console.domain.people import NAME_MOST, plain_text
from console.domain.warning_rules import EarlyWarning, WarningRule


@handles(ask.TellWarnings)
def tell_warnings(desk: Desk, stamp: Stamp, command: ask.TellWarnings) -> None:
    """Keep what is new about them, and which call they raised; what is known already changes nothing."""
    for told in command.warnings:
        known = _around(desk, told)
        heard = hear(known, told)
        for warning in (heard,) if heard is not None else known:
            linked = warning if warning.call else replace(warning, call=_call_of(desk, warning))
            if heard is not None or linked != warning:
                desk.put(linked)


@handles(ask.JudgeWarning)
def judge_warning(desk: Desk, stamp: Stamp, command: ask.JudgeWarning) -> None:
    """Keep what was said of it."""
    warning = desk.need(EarlyWarning, command.warning)
    if warning.place != command.where:
        raise Missing(kind="early_warning", id=command.warning)
    with named(desk):
        desk.put(judge(warning, command.judged, command.note, command.was, stamp.at, stamp.who))


@handles(ask.BeginWarningRules)
def begin_warning_rules(desk: Desk, stamp: Stamp, command: ask.BeginWarningRules) -> None:
    """Keep what is shipped, unless the plant has rules already."""
    if desk.count(WarningRule) == 0:
        for rule in command.rules:
            known = not rule.category or desk.get(Category, rule.category) is not None
            desk.put(_rule(rule if known else replace(rule, category="")))


@handles(ask.AddWarningRule)
def add_warning_rule(desk: Desk, stamp: Stamp, command: ask.AddWarningRule) -> None:
    """Keep a new rule."""
    if desk.get(WarningRule, command.rule.id) is not None:
        raise AlreadyThere(kind="warning_rule", id=command.rule.id)
    desk.put(_fit(desk, command.rule))


@handles(ask.ChangeWarningRule)
def change_warning_rule(desk: Desk, stamp: Stamp, command: ask.ChangeWarningRule) -> None:
    """Keep everything said about it."""
    desk.need(WarningRule, command.rule.id)
    desk.expect(WarningRule, command.rule.id, command.version)
    desk.put(_fit(desk, command.rule))


@handles(ask.SwitchWarningRule)
def switch_warning_rule(desk: Desk, stamp: Stamp, command: ask.SwitchWarningRule) -> None:
    """Keep whether it holds."""
    rule = desk.need(WarningRule, command.rule)
    if ask.only_place(rule) != command.where:
        raise Missing(kind="warning_rule", id=command.rule)
    desk.put(replace(rule, active=command.active))


def _fit(desk: Desk, given: WarningRule) -> WarningRule:
    if given.category:
        desk.need(Category, given.category)
    return _rule(given)


def _rule(given: WarningRule) -> WarningRule:
    return checked_warning_rule(replace(given, name=plain_text(given.name, "name", NAME_MOST)))


def _around(desk: Desk, told: ToldWarning) -> list[EarlyWarning]:
    """Warnings of the same rule and signal that may overlap it."""
    lasting = desk.find(EarlyWarning, rule=told.rule, signal=told.signal, ended=None)
    since = ("ended", ">=", told.began - JITTER)
    before = [("began", "<=", told.ended + JITTER)] if told.ended is not None else []
    ended = desk.find(EarlyWarning, since, *before, rule=told.rule, signal=told.signal)  # type: ignore[arg-type]
    return [*lasting, *ended]


def _call_of(desk: Desk, warning: EarlyWarning) -> str:
    """The call that this warning is told on: an open one there that is about the same."""
    about = about_of(warning.rule, warning.signal)
    found = desk.find(Call, place=warning.place, about=about, closed=None, order="-raised", limit=1)
    return found[0].id if found else ""
