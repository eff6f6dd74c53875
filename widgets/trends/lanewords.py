"""What people read about a thing on the time axis, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from console.domain.timeline import at
from widgets.calls.naming import severity_word
from widgets.earlywarnings.words import headline, unit_of
from widgets.plain import plain
from widgets.times import clock, moment, span
from widgets.trends.lanerows import Item, Kind
from widgets.trends.naming import STATES, place_word, zone_of
from widgets.words import state_word

if TYPE_CHECKING:
    from console.app.console import Console
    from console.app.timecontext import TimeContext

PARTS = 3  # states of a merged stretch that are named


def row_word(kind: Kind) -> str:
    """What a lane shows."""
    translate = QCoreApplication.translate
    match kind:
        case Kind.STATE:
            return translate("trends", "Station state")
        case Kind.CALL:
            return translate("trends", "Calls")
        case Kind.STOP:
            return translate("trends", "Stops")
        case Kind.WARNING:
            return translate("trends", "Early warnings")
        case Kind.ORDER:
            return translate("trends", "Orders")
        case Kind.UNIT:
            return translate("trends", "Units")
        case Kind.NOTE:
            return translate("trends", "Notes")
        case _:
            return translate("trends", "Shifts")


def none_word(kind: Kind) -> str:
    """That a lane has nothing in it."""
    translate = QCoreApplication.translate
    match kind:
        case Kind.CALL:
            return translate("trends", "No calls in this time")
        case Kind.STOP:
            return translate("trends", "No stops in this time")
        case Kind.WARNING:
            return translate("trends", "No early warnings in this time")
        case Kind.ORDER:
            return translate("trends", "No order in this time")
        case Kind.UNIT:
            return translate("trends", "No units in this time")
        case Kind.NOTE:
            return translate("trends", "No notes; N writes one")
        case Kind.SHIFT:
            return translate("trends", "No shift in this time, or too many to be told apart")
        case _:
            return ""


def state_value_word(value: str) -> str:
    """The word for a state; "" for none."""
    return state_word(STATES[value]) if value in STATES else plain(value, 60)


def item_words(console: Console, context: TimeContext, item: Item, now: float) -> str:
    """What it is, from when to when and for how long."""
    if item.kind is Kind.NOTE:
        return _note(console, context, item, now)
    told = [*_what(console, context, item), times_words(console, item, now)]
    if item.ends(now) > item.since and not (item.parts and item.kind is Kind.STATE):
        told.append(span(item.ends(now) - item.since))
    return " · ".join(part for part in told if part)


def times_words(console: Console, item: Item, now: float) -> str:
    """From when to when, or since when; a moment by itself."""
    zone = zone_of(console)
    begin = moment(item.since, now, zone)
    if item.until is None:
        return QCoreApplication.translate("trends", "since {0}").format(begin)
    return begin if item.until <= item.since else f"{begin}–{clock(item.until, zone)}"


def _what(console: Console, context: TimeContext, item: Item) -> list[str]:
    translate = QCoreApplication.translate
    match item.kind:
        case Kind.STATE:
            return [_states(item)]
        case Kind.CALL:
            return [_many_calls(item), plain(item.value, 160), _call_severity(context, item), _place(console, item)]
        case Kind.STOP:
            no_reason = translate("trends", "Stop without a reason")
            return [_many_stops(item), plain(item.value, 120) or no_reason, _place(console, item)]
        case Kind.WARNING:
            return [_many_warnings(item), _warned(console, context, item), _place(console, item)]
        case Kind.ORDER:
            if item.many > 1:
                return [translate("trends", "{0} orders").format(item.many)]
            product = at(context.products(item.place), item.since)
            name = translate("trends", "Order {0}").format(plain(item.value, 60))
            return [name, plain(product.value, 60) if product is not None else ""]
        case Kind.UNIT:
            if item.many > 1:
                return [translate("trends", "{0} units").format(item.many)]
            return [translate("trends", "Unit {0}").format(plain(item.value, 60))]
        case Kind.BREAK:
            return [plain(item.value, 60) or translate("trends", "Break")]
        case _:
            return [plain(item.value, 60)]


def _states(item: Item) -> str:
    if not item.parts:
        return state_value_word(item.value)
    named = [f"{state_value_word(value)} {span(seconds)}" for value, seconds in item.parts[:PARTS]]
    return ", ".join(named)


def _many_calls(item: Item) -> str:
    return QCoreApplication.translate("trends", "{0} calls, the worst:").format(item.many) if item.many > 1 else ""


def _many_stops(item: Item) -> str:
    return QCoreApplication.translate("trends", "{0} stops, one of them:").format(item.many) if item.many > 1 else ""


def _many_warnings(item: Item) -> str:
    return QCoreApplication.translate("trends", "{0} warnings, one of them:").format(item.many) if item.many > 1 else ""


def _warned(console: Console, context: TimeContext, item: Item) -> str:
    found = context.happened.warnings if context.happened is not None else ()
    return next((headline(one, unit_of(console, one)) for one in found if one.id == item.id), "")


def _call_severity(context: TimeContext, item: Item) -> str:
    found = context.happened.calls if context.happened is not None else ()
    return next((severity_word(one.call.severity) for one in found if one.call.id == item.id), "")


def _place(console: Console, item: Item) -> str:
    return place_word(console, item.place) if item.place else ""


def _note(console: Console, context: TimeContext, item: Item, now: float) -> str:
    found = context.happened.notes if context.happened is not None else ()
    shown = next((one for one in found if one.note.id == item.id), None)
    who = plain(shown.by, 60) if shown is not None else ""
    translate = QCoreApplication.translate
    many = translate("trends", "{0} notes, one of them:").format(item.many) if item.many > 1 else ""
    waits = translate("trends", "saved here, not yet shared") if shown is not None and shown.waiting else ""
    told = (many, plain(item.value, 300), who, times_words(console, item, now), _place(console, item), waits)
    return " · ".join(part for part in told if part)
