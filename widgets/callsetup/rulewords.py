"""What people read of a rule that raises calls: what it listens to, where, and all of it in one sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.andon import Category, Severity
from console.domain.callrules import FAULTS, CallRule, Kind
from console.domain.people import NAME_MOST
from console.domain.plant import Plant
from console.domain.stations import NoData, StationState
from widgets.calls.naming import severity_word
from widgets.people.words import place_words
from widgets.plain import plain
from widgets.words import no_data_word, state_word

E = TypeVar("E", NoData, StationState)
translate = QCoreApplication.translate

KINDS: dict[str, str] = {
    Kind.STATE: QT_TRANSLATE_NOOP("rules", "State of a station"),
    Kind.ALARM: QT_TRANSLATE_NOOP("rules", "Alarm of a machine"),
    Kind.LIMIT: QT_TRANSLATE_NOOP("rules", "Limit of a value"),
    Kind.QUALITY: QT_TRANSLATE_NOOP("rules", "Failed check"),
    Kind.COUNTER: QT_TRANSLATE_NOOP("rules", "Counted pieces"),
    Kind.NO_DATA: QT_TRANSLATE_NOOP("rules", "No data"),
}
COUNTED: dict[str, str] = {
    "scrap": QT_TRANSLATE_NOOP("rules", "scrap"),
    "rework": QT_TRANSLATE_NOOP("rules", "rework"),
    "good": QT_TRANSLATE_NOOP("rules", "good"),
}
UNFIT: dict[str, str] = {  # by the field that RuleUnfit names, or that cannot be read
    "name": QT_TRANSLATE_NOOP("rules", "Give the rule a name."),
    "category": QT_TRANSLATE_NOOP("rules", "Choose the category of the call."),
    "places": QT_TRANSLATE_NOOP("rules", "Choose at least one place, or everywhere."),
    "states": QT_TRANSLATE_NOOP("rules", "Choose at least one."),
    "signal": QT_TRANSLATE_NOOP("rules", "Say which value: the name of a tag."),
    "limit": QT_TRANSLATE_NOOP("rules", "Type the limit as a number."),
    "hysteresis": QT_TRANSLATE_NOOP("rules", "Type zero or a larger number."),
    "delay": QT_TRANSLATE_NOOP("rules", "Type a time from 0 to 7 days."),
    "off_delay": QT_TRANSLATE_NOOP("rules", "Type a time from 0 to 7 days."),
    "count": QT_TRANSLATE_NOOP("rules", "Type a whole number from 1 to 10 000."),
    "window": QT_TRANSLATE_NOOP("rules", "Say within what time it must be so often: more than 0, at most 7 days."),
    "chatter": QT_TRANSLATE_NOOP("rules", "Type a whole number from 2 to 10 000."),
    "chatter_window": QT_TRANSLATE_NOOP("rules", "Type a time of more than 0 and at most 7 days."),
}


def kind_word(kind: Kind) -> str:
    """What a rule of this kind listens to."""
    return translate("rules", KINDS[kind])


def counted_word(what: str) -> str:
    """What a piece is counted as."""
    return translate("rules", COUNTED[what]) if what in COUNTED else plain(what, 40)


def unfit_words(field: str) -> str:
    """What is wrong with a field, and what would be right."""
    return translate("rules", UNFIT[field]) if field in UNFIT else ""


def lasting(seconds: float) -> str:
    """A length of time that somebody set: 90 s, 2 min, 1.5 h."""
    for size, words in ((3600, translate("times", "{0} h")), (60, translate("times", "{0} min"))):
        if seconds and seconds % size == 0:
            return words.format(int(seconds // size))
    return translate("times", "{0} s").format(f"{seconds:g}")


def listens_words(rule: CallRule) -> str:
    """What it listens to, short enough for a list."""
    what = kind_word(rule.kind)
    match rule.kind:
        case Kind.STATE:
            more = _any_of(_states(rule))
        case Kind.ALARM:
            more = _any_of([plain(one, 40) for one in (*rule.levels, *rule.codes)])
        case Kind.LIMIT:
            more = f"{plain(rule.signal, 40)} {'<' if rule.below else '>'} {_number(rule.limit)}"
        case Kind.COUNTER:
            more = counted_word(rule.signal)
        case Kind.NO_DATA:
            more = _any_of(_states(rule)) if rule.states else ""
        case Kind.QUALITY:
            more = ""
    return translate("rules", "{0}: {1}").format(what, more) if more else what


def where_words(places: tuple[str, ...], plant: Plant | None) -> str:
    """Where it holds, for a list."""
    if not places:
        return translate("rules", "Everywhere")
    return translate("rules", ", ").join(place_words(place, plant) for place in places)


def rule_sentence(rule: CallRule, category: Category | None, plant: Plant | None) -> str:
    """The whole rule read back: "When a station of Line 1 is stopped for more than 2 min → call Machine, minor."."""
    what = _condition(rule, _somewhere(rule.places, plant))
    if rule.delay:
        what = translate("rules", "{0} for more than {1}").format(what, lasting(rule.delay))
    if rule.count > 1:
        what = translate("rules", "{0}, {1} times within {2}").format(what, rule.count, lasting(rule.window))
    severity = severity_word(rule.severity or (category.severity if category else Severity.MINOR)).lower()
    name = plain(category.name, 60) if category else "–"
    said = translate("rules", "When {0} → call {1}, {2}.").format(what, name, severity)
    for more in _more(rule):
        said = translate("rules", "{0} {1}").format(said, more)
    return said


def first_name(rules: Iterable[CallRule], wanted: str) -> str:
    """A name that no other rule has: "Copy of x", "Copy of x 2"."""
    taken = {rule.name for rule in rules}
    names = [wanted[:NAME_MOST], *(f"{wanted[: NAME_MOST - 4]} {n}" for n in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken)


# Inside


def _more(rule: CallRule) -> list[str]:
    said: list[str] = []
    if rule.kind is Kind.LIMIT and rule.hysteresis:
        words = translate("rules", "It is over once the value is back inside the limit by {0}.")
        said.append(words.format(_number(rule.hysteresis)))
    if rule.off_delay:
        said.append(
            translate("rules", "It calls again only after it was over for {0}.").format(lasting(rule.off_delay))
        )
    if rule.chatter:
        words = translate("rules", "From {0} times within {1} on, they are told as one.")
        said.append(words.format(rule.chatter, lasting(rule.chatter_window)))
    if not rule.active:
        said.append(translate("rules", "It is switched off and calls nobody."))
    return said


def _condition(rule: CallRule, where: str) -> str:
    match rule.kind:
        case Kind.STATE:
            return _state(rule, where)
        case Kind.ALARM:
            return translate("rules", "{0} tells {1}").format(where, _alarm(rule))
        case Kind.LIMIT if rule.below:
            below = translate("rules", "{0} at {1} is below {2}")
            return below.format(plain(rule.signal, 60) or "–", where, _number(rule.limit))
        case Kind.LIMIT:
            above = translate("rules", "{0} at {1} is above {2}")
            return above.format(plain(rule.signal, 60) or "–", where, _number(rule.limit))
        case Kind.QUALITY:
            return translate("rules", "a check fails at {0}").format(where)
        case Kind.COUNTER:
            return translate("rules", "a piece at {0} is counted as {1}").format(where, counted_word(rule.signal))
        case Kind.NO_DATA if rule.states:
            words = translate("rules", "nothing is known of {0} ({1})")
            return words.format(where, _either([word.lower() for word in _states(rule)]))
        case Kind.NO_DATA:
            return translate("rules", "nothing is known of {0}").format(where)


def _state(rule: CallRule, where: str) -> str:
    states = _either([word.lower() for word in _states(rule)])
    if rule.codes:
        words = translate("rules", "{0} is {1} with the reason {2}")
        return words.format(where, states, _either([_quoted(code) for code in rule.codes]))
    return translate("rules", "{0} is {1}").format(where, states)


def _alarm(rule: CallRule) -> str:
    levels = _either([_quoted(level) for level in rule.levels])
    codes = _either([_quoted(code) for code in rule.codes])
    if levels and codes:
        return translate("rules", "an alarm {1} of level {0}").format(levels, codes)
    if levels:
        return translate("rules", "an alarm of level {0}").format(levels)
    return translate("rules", "the alarm {0}").format(codes) if codes else translate("rules", "any alarm")


def _somewhere(places: tuple[str, ...], plant: Plant | None) -> str:
    if not places:
        return translate("rules", "any station")
    return _either([_one_place(place, plant) for place in places])


def _one_place(place: str, plant: Plant | None) -> str:
    words = place_words(place, plant)
    stations = {station.id: station for station in plant.stations()} if plant else {}
    if place not in stations:
        return translate("rules", "a station of {0}").format(words)
    return f"{place_words(stations[place].line, plant)} · {words}"


def _states(rule: CallRule) -> list[str]:
    if rule.kind is Kind.NO_DATA:
        return [no_data_word(state) for state in _known(NoData, rule.states) or FAULTS]
    return [state_word(state) for state in _known(StationState, rule.states) or [StationState.STOPPED]]


def _known(kind: type[E], states: tuple[str, ...]) -> list[E]:
    return [state for state in kind if state.value in states]


def _either(words: list[str]) -> str:
    return translate("rules", " or ").join(words)


def _any_of(words: list[str]) -> str:
    return translate("rules", ", ").join(words)


def _quoted(text: str) -> str:
    return translate("rules", "“{0}”").format(plain(text, 60))


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:g}"
