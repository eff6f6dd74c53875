"""What people read on the response figures: the four times, what somebody's hands did, what would help a rule."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.callfigures import EDGES, Cure
from console.domain.hands import Doing
from console.domain.responses import Span
from widgets.numbers import measured

translate = QCoreApplication.translate

SPANS: dict[Span, str] = {
    Span.ACKNOWLEDGE: QT_TRANSLATE_NOOP("callfigures", "Acknowledge"),
    Span.ARRIVE: QT_TRANSLATE_NOOP("callfigures", "Arrive"),
    Span.RESOLVE: QT_TRANSLATE_NOOP("callfigures", "Resolve"),
    Span.CLOSE: QT_TRANSLATE_NOOP("callfigures", "Close"),
}
METRIC = {
    Span.ACKNOWLEDGE: "time_to_acknowledge",
    Span.ARRIVE: "time_to_arrive",
    Span.RESOLVE: "time_to_resolve",
    Span.CLOSE: "time_to_close",
}
DOING: dict[Doing, str] = {
    Doing.WAITING: QT_TRANSLATE_NOOP("callfigures", "Waiting for an answer"),
    Doing.WORKING: QT_TRANSLATE_NOOP("callfigures", "Working on it"),
    Doing.CHECKING: QT_TRANSLATE_NOOP("callfigures", "Checking and closing"),
}
DOING_ROLE = {Doing.WAITING: "starved", Doing.WORKING: "bar", Doing.CHECKING: "changeover"}
CURES: dict[Cure, str] = {
    Cure.DELAY: QT_TRANSLATE_NOOP("callfigures", "Raise only after {0} s"),
    Cure.OFF_DELAY: QT_TRANSLATE_NOOP("callfigures", "Count as over only after {0} s"),
    Cure.DEAD_BAND: QT_TRANSLATE_NOOP("callfigures", "Count as over only {0} inside the limit"),
}
RULE_FIELD: dict[Cure, str] = {
    Cure.DELAY: QT_TRANSLATE_NOOP("callfigures", "Set the delay of the rule to {0} s"),
    Cure.OFF_DELAY: QT_TRANSLATE_NOOP("callfigures", "Set the off delay of the rule to {0} s"),
    Cure.DEAD_BAND: QT_TRANSLATE_NOOP("callfigures", "Set the hysteresis of the rule to {0}"),
}


def span_word(span: Span) -> str:
    """The name of one of the four times."""
    return translate("callfigures", SPANS[span])


def doing_word(doing: Doing) -> str:
    """What the time went by with."""
    return translate("callfigures", DOING[doing])


def cure_words(cure: Cure, value: float) -> str:
    """The setting that is proposed."""
    return translate("callfigures", CURES[cure]).format(measured(value))


def setting_words(cure: Cure, value: float) -> str:
    """What is about to be changed."""
    return translate("callfigures", RULE_FIELD[cure]).format(measured(value))


def edge_words(place: int) -> str:
    """What stands below a bar: the longest time that it counts; "" below most, so that they can be read."""
    if place == len(EDGES):
        return ">"
    seconds = EDGES[place]
    if seconds < 60:
        return translate("callfigures", "{0} s").format(int(seconds))
    if seconds < 3600:
        return translate("callfigures", "{0} m").format(int(seconds // 60))
    return translate("callfigures", "{0} h").format(int(seconds // 3600))


def bar_words(place: int, count: int) -> str:
    """What a bar says."""
    if place == len(EDGES):
        words = translate("callfigures", "longer: {0}")
        return words.format(count)
    return translate("callfigures", "up to {0}: {1}").format(edge_words(place), count)


def not_enough() -> str:
    """Instead of a figure of too few."""
    return translate("callfigures", "not enough data")
