"""What people read about early warnings: signs, evidence in words with numbers, rules in one sentence, refusals."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.andon import Category
from console.domain.errors import Refusal
from console.domain.plant import Plant
from console.domain.warning_rules import EarlyWarning, Judged, Sign, WarningRule, Way
from widgets.board.card import line_label
from widgets.callsetup.rulewords import lasting, where_words
from widgets.numbers import measured, whole
from widgets.plain import plain
from widgets.times import clock, minutes, span

if TYPE_CHECKING:
    from console.app.console import Console

translate = QCoreApplication.translate
REFUSED: dict[str, str] = {  # by code, for widgets.refusals
    "warning_judged": QT_TRANSLATE_NOOP(
        "refusals", "Somebody else has judged this warning meanwhile. Look at what they said first."
    ),
}
SIGNS: dict[str, str] = {
    Sign.RATE: QT_TRANSLATE_NOOP("warnings", "Rate of change"),
    Sign.STUCK: QT_TRANSLATE_NOOP("warnings", "Stuck value"),
    Sign.MISSING: QT_TRANSLATE_NOOP("warnings", "Missing data"),
    Sign.DRIFT: QT_TRANSLATE_NOOP("warnings", "Drift"),
    Sign.FORECAST: QT_TRANSLATE_NOOP("warnings", "Time to a limit"),
    Sign.CONTROL: QT_TRANSLATE_NOOP("warnings", "Out of control"),
    Sign.MATERIAL: QT_TRANSLATE_NOOP("warnings", "Low material"),
}
WAYS: dict[str, str] = {
    Way.EITHER: QT_TRANSLATE_NOOP("warnings", "up or down"),
    Way.UP: QT_TRANSLATE_NOOP("warnings", "up"),
    Way.DOWN: QT_TRANSLATE_NOOP("warnings", "down"),
}
JUDGED: dict[str, str] = {
    Judged.NOT: QT_TRANSLATE_NOOP("warnings", "Not judged yet"),
    Judged.RIGHT: QT_TRANSLATE_NOOP("warnings", "Right"),
    Judged.FALSE: QT_TRANSLATE_NOOP("warnings", "False alarm"),
}
UNFIT: dict[str, str] = {
    "name": QT_TRANSLATE_NOOP("warnings", "Give the rule a name."),
    "signal": QT_TRANSLATE_NOOP("warnings", "Say which signal: the name of a tag; * and ? stand for anything."),
    "limit": QT_TRANSLATE_NOOP("warnings", "Type a number larger than 0."),
    "per_piece": QT_TRANSLATE_NOOP("warnings", "Type zero or a larger number."),
    "over": QT_TRANSLATE_NOOP("warnings", "Type a time of more than 0 and at most 60 days."),
    "horizon": QT_TRANSLATE_NOOP("warnings", "Type a time of more than 0 and at most 60 days."),
    "off_delay": QT_TRANSLATE_NOOP("warnings", "Type a time from 0 to 60 days."),
    "days": QT_TRANSLATE_NOOP("warnings", "Type a whole number of days from 1 to 60."),
    "text": QT_TRANSLATE_NOOP("warnings", "At most 200 characters."),
    "category": QT_TRANSLATE_NOOP("warnings", "This category is not there any more. Choose another one."),
    "places": QT_TRANSLATE_NOOP("warnings", "Choose at least one place, or everywhere."),
}
ICONS: dict[Sign, str] = {
    Sign.RATE: "trending-up",
    Sign.STUCK: "pause",
    Sign.MISSING: "wifi-off",
    Sign.DRIFT: "arrow-left-right",
    Sign.FORECAST: "timer",
    Sign.CONTROL: "chart-spline",
    Sign.MATERIAL: "hourglass",
}


def _unfit(refusal: Refusal) -> str:
    return unfit_words(str(refusal.facts.get("field", "")))


SPECIAL: Mapping[str, Callable[[Refusal], str]] = {"warning_rule_unfit": _unfit}


def unfit_words(field: str) -> str:
    """What is wrong with a field of a rule, and what would be right."""
    if field in UNFIT:
        return translate("warnings", UNFIT[field])
    return translate("warnings", "The rule cannot be so. Look at it again.")


def sign_word(sign: Sign) -> str:
    """What is looked for, in a word or two."""
    return translate("warnings", SIGNS[sign])


def way_word(way: Way) -> str:
    """In which direction a change is meant."""
    return translate("warnings", WAYS[way])


def judged_word(judged: Judged) -> str:
    """What somebody said of a warning."""
    return translate("warnings", JUDGED[judged])


def signal_name(warning: EarlyWarning) -> str:
    """What the signal is called at its place; of a whole place that is silent: that it is all of it."""
    name = warning.signal.removeprefix(f"{warning.place}/")
    if name == warning.place or name == warning.signal:
        return translate("warnings", "all signals")
    return plain(name, 60)


def place_name(console: Console, place: str) -> str:
    """Line and station in short words."""
    floor = console.floor
    if place in floor.line_hearings:
        return plain(line_label(floor.line(place)), 40)
    live = floor.stations.get(place)
    if live is None:
        return plain(place, 60) or "–"
    return f"{plain(line_label(floor.line_of(place)), 40)} · {plain(live.station.name, 60)}"


def unit_of(console: Console, warning: EarlyWarning) -> str:
    """In which unit its signal is measured, "" = none is known."""
    live = console.floor.stations.get(warning.place)
    tag = live.tags.get(warning.signal.removeprefix(f"{warning.place}/")) if live is not None else None
    return plain(tag.signal.unit, 20) if tag is not None else ""


def headline(warning: EarlyWarning, unit: str) -> str:
    """The evidence in one sentence with its numbers: "reaches 195 A in 40 min ± 6 min"."""
    said = _Said(warning, unit)
    match warning.sign:
        case Sign.RATE:
            return translate("warnings", "changes by {0}, more than {1}").format(
                said.rate("rate"), said.rate("limit_rate")
            )
        case Sign.STUCK:
            return translate("warnings", "has stood at {0} for {1}").format(said.value("value"), said.time("still"))
        case Sign.MISSING:
            return translate("warnings", "nothing heard for {0}").format(said.time("silent"))
        case Sign.DRIFT:
            words = translate("warnings", "mean {0}, at this hour of other days {1} ± {2}")
            return words.format(said.value("mean"), said.value("usual"), said.value("sigma"))
        case Sign.FORECAST:
            words = translate("warnings", "reaches {0} in {1}")
            return words.format(said.value("limit"), said.within("left"))
        case Sign.CONTROL:
            words = translate("warnings", "breaks rule {0}: {1}, mean {2}")
            return words.format(said.text("rule"), said.value("value"), said.value("mean"))
    if "left" in said.facts:
        return translate("warnings", "{0} left, lasts for {1}").format(said.value("value"), said.time("left"))
    words = translate("warnings", "{0} left, the order needs {1}")
    return words.format(said.value("value"), said.value("needed"))


def evidence(warning: EarlyWarning, unit: str, zone: tzinfo | None) -> tuple[tuple[str, str], ...]:
    """All of it, as names and values, in the order in which it was found."""
    said = _Said(warning, unit)
    return tuple((name, said.shown(code, zone)) for code, name in _fact_names() if code in said.facts)


def _fact_names() -> tuple[tuple[str, str], ...]:
    return tuple((code, translate("warnings", words)) for code, words in FACTS)


FACTS: tuple[tuple[str, str], ...] = (
    ("value", QT_TRANSLATE_NOOP("warnings", "Value")),
    ("limit", QT_TRANSLATE_NOOP("warnings", "Limit")),
    ("rate", QT_TRANSLATE_NOOP("warnings", "Change")),
    ("limit_rate", QT_TRANSLATE_NOOP("warnings", "Allowed change")),
    ("mean", QT_TRANSLATE_NOOP("warnings", "Mean")),
    ("usual", QT_TRANSLATE_NOOP("warnings", "Usual")),
    ("sigma", QT_TRANSLATE_NOOP("warnings", "Sigma")),
    ("sigmas", QT_TRANSLATE_NOOP("warnings", "Sigmas away")),
    ("days", QT_TRANSLATE_NOOP("warnings", "Other days")),
    ("rule", QT_TRANSLATE_NOOP("warnings", "Rule of the chart")),
    ("left", QT_TRANSLATE_NOOP("warnings", "Time left")),
    ("soonest", QT_TRANSLATE_NOOP("warnings", "At the earliest in")),
    ("latest", QT_TRANSLATE_NOOP("warnings", "At the latest in")),
    ("still", QT_TRANSLATE_NOOP("warnings", "Stands still for")),
    ("usual_still", QT_TRANSLATE_NOOP("warnings", "Usually for")),
    ("silent", QT_TRANSLATE_NOOP("warnings", "Silent for")),
    ("last", QT_TRANSLATE_NOOP("warnings", "Last heard")),
    ("interval", QT_TRANSLATE_NOOP("warnings", "Usual interval")),
    ("signals", QT_TRANSLATE_NOOP("warnings", "Signals")),
    ("needed", QT_TRANSLATE_NOOP("warnings", "Needed for the order")),
    ("order_left", QT_TRANSLATE_NOOP("warnings", "Pieces still to make")),
    ("over", QT_TRANSLATE_NOOP("warnings", "Seen over")),
)
RATES = frozenset({"rate", "limit_rate"})
TIMES = frozenset({"left", "soonest", "latest", "still", "usual_still", "silent", "interval", "over"})
COUNTS = frozenset({"days", "signals", "order_left"})
VALUES = frozenset({"value", "limit", "mean", "usual", "sigma", "needed"})


class _Said:
    """The numbers of a warning as people read them; a dash for what it does not say."""

    def __init__(self, warning: EarlyWarning, unit: str) -> None:
        self.facts: dict[str, float | str] = {fact.code: fact.value for fact in warning.facts}
        self._unit = unit

    def number(self, code: str) -> float | None:
        value = self.facts.get(code)
        return float(value) if isinstance(value, int | float) else None

    def text(self, code: str) -> str:
        value = self.facts.get(code)
        return "–" if value is None else plain(value, 60) if isinstance(value, str) else measured(value)

    def value(self, code: str) -> str:
        return f"{self.text(code)} {self._unit}".strip()

    def rate(self, code: str) -> str:
        return translate("warnings", "{0} a minute").format(self.value(code))

    def time(self, code: str) -> str:
        value = self.number(code)
        return self.text(code) if value is None else short(value)

    def within(self, code: str) -> str:
        """A time with how uncertain it is."""
        value, soonest, latest = (self.number(one) for one in (code, "soonest", "latest"))
        if value is None or soonest is None or latest is None:
            return self.time(code)
        return translate("warnings", "{0} ± {1}").format(short(value), short((latest - soonest) / 2))

    def shown(self, code: str, zone: tzinfo | None) -> str:
        value = self.number(code)
        if value is None or code in ("rule", "sigmas"):
            return self.text(code)
        if code == "last":
            return clock(value, zone)
        if code in COUNTS:
            return whole(value)
        return self.rate(code) if code in RATES else short(value) if code in TIMES else self.value(code)


def short(seconds: float) -> str:
    """A length of time in one unit where that says enough: 40 s, 12 min, 3 h 5 min."""
    return minutes(seconds) if 90 <= abs(seconds) < 5400 else span(seconds)


def number_of(warning: EarlyWarning, code: str) -> float | None:
    """A number of the evidence; None where it has none of that name."""
    found = next((fact.value for fact in warning.facts if fact.code == code), None)
    return float(found) if isinstance(found, int | float) else None


def rule_sentence(rule: WarningRule, category: Category | None, plant: Plant | None) -> str:
    """The whole rule read back."""
    what, where = f"“{plain(rule.signal, 60)}”", where_words(rule.places, plant)
    said = translate("warnings", "Warns when {0} ({1}).").format(_condition(rule, what), where)
    if rule.category:
        name = plain(category.name, 60) if category is not None else plain(rule.category, 60)
        said += " " + translate("warnings", "It calls {0}.").format(name)
    if not rule.active:
        said += " " + translate("warnings", "It is switched off.")
    return said


def _condition(rule: WarningRule, what: str) -> str:
    number = f"{rule.limit:g}"
    match rule.sign:
        case Sign.RATE:
            words = translate("warnings", "{0} moves {1} by more than {2} a minute, seen over {3}")
            return words.format(what, way_word(rule.way), number, lasting(rule.over))
        case Sign.STUCK:
            words = translate("warnings", "{0} has not moved by more than {1} for {2} while the station runs")
            return words.format(what, number, lasting(rule.over))
        case Sign.MISSING if rule.limit > 0:
            words = translate("warnings", "{0} is silent for {1} times its usual interval, at least {2}")
            return words.format(what, number, lasting(rule.over))
        case Sign.MISSING:
            return translate("warnings", "{0} is silent for {1}").format(what, lasting(rule.over))
        case Sign.DRIFT:
            words = translate("warnings", "the mean of {0} over {1} is {2} sigmas from that hour of {3} other days")
            return words.format(what, lasting(rule.over), number, rule.days)
        case Sign.FORECAST:
            words = translate("warnings", "the line through the last {1} of {0} meets a limit within {2}")
            return words.format(what, lasting(rule.over), lasting(rule.horizon))
        case Sign.CONTROL:
            return translate("warnings", "a control chart breaks one of its rules")
    if rule.horizon > 0:
        return translate("warnings", "{0} lasts for less than {1}").format(what, lasting(rule.horizon))
    return translate("warnings", "{0} does not last for the order").format(what)
