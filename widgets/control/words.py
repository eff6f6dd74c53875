"""Kinds, groupings, rules and states of control charts in words."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from console.app.control import Stands
from console.domain.control_charts import ChartKind, ControlChart, Grouping
from widgets.numbers import UNKNOWN, decimal
from widgets.plain import plain
from widgets.times import moment
from widgets.trends.naming import length_word

KINDS: dict[ChartKind, str] = {
    ChartKind.I_MR: QT_TRANSLATE_NOOP("control", "I-MR: single values"),
    ChartKind.XBAR_R: QT_TRANSLATE_NOOP("control", "X̄-R: means and ranges"),
    ChartKind.XBAR_S: QT_TRANSLATE_NOOP("control", "X̄-S: means and deviations"),
    ChartKind.P: QT_TRANSLATE_NOOP("control", "p: share of bad pieces"),
    ChartKind.NP: QT_TRANSLATE_NOOP("control", "np: number of bad pieces"),
    ChartKind.C: QT_TRANSLATE_NOOP("control", "c: number of defects"),
    ChartKind.U: QT_TRANSLATE_NOOP("control", "u: defects a piece"),
}
SHORT: dict[ChartKind, str] = {
    ChartKind.I_MR: "I-MR",
    ChartKind.XBAR_R: "X̄-R",
    ChartKind.XBAR_S: "X̄-S",
    ChartKind.P: "p",
    ChartKind.NP: "np",
    ChartKind.C: "c",
    ChartKind.U: "u",
}
WHEN: dict[ChartKind, str] = {
    ChartKind.I_MR: QT_TRANSLATE_NOOP(
        "control", "For a value that comes rarely, or one a piece. The usual choice where nothing groups the readings."
    ),
    ChartKind.XBAR_R: QT_TRANSLATE_NOOP(
        "control", "For groups of the same 2 to 10 readings taken close together: it sees smaller shifts than I-MR."
    ),
    ChartKind.XBAR_S: QT_TRANSLATE_NOOP(
        "control",
        "For groups of many readings, or of different sizes: all readings of a minute, of a unit, of an order.",
    ),
    ChartKind.P: QT_TRANSLATE_NOOP("control", "For pieces that are good or bad, where the number of pieces changes."),
    ChartKind.NP: QT_TRANSLATE_NOOP("control", "For pieces that are good or bad, in samples of one size."),
    ChartKind.C: QT_TRANSLATE_NOOP("control", "For defects counted on equal pieces, or in equal stretches of time."),
    ChartKind.U: QT_TRANSLATE_NOOP("control", "For defects, where a piece can have several and the samples differ."),
}
GROUPINGS: dict[Grouping, str] = {
    Grouping.EACH: QT_TRANSLATE_NOOP("control", "Every reading is a point"),
    Grouping.TIME: QT_TRANSLATE_NOOP("control", "All readings of a stretch of time"),
    Grouping.COUNT: QT_TRANSLATE_NOOP("control", "So many readings"),
    Grouping.UNIT: QT_TRANSLATE_NOOP("control", "All readings of one unit or order"),
}
RULES: dict[int, str] = {
    1: QT_TRANSLATE_NOOP("control", "One point beyond a control limit"),
    2: QT_TRANSLATE_NOOP("control", "Nine points in a row on one side of the center"),
    3: QT_TRANSLATE_NOOP("control", "Six points in a row that rise, or fall"),
    4: QT_TRANSLATE_NOOP("control", "Fourteen points in a row, up and down in turn"),
    5: QT_TRANSLATE_NOOP("control", "Two of three points beyond 2 sigma on one side"),
    6: QT_TRANSLATE_NOOP("control", "Four of five points beyond 1 sigma on one side"),
    7: QT_TRANSLATE_NOOP("control", "Fifteen points in a row within 1 sigma"),
    8: QT_TRANSLATE_NOOP("control", "Eight points in a row beyond 1 sigma, on both sides"),
}
HINTS: dict[int, str] = {
    1: QT_TRANSLATE_NOOP("control", "something sudden: a wrong part, a fault, a mistake of measuring"),
    2: QT_TRANSLATE_NOOP("control", "the process has moved and stays there: other material, another setting"),
    3: QT_TRANSLATE_NOOP("control", "it drifts: wear, warming up, a filter that clogs"),
    4: QT_TRANSLATE_NOOP("control", "two sources in turn, or somebody corrects too much"),
    5: QT_TRANSLATE_NOOP("control", "a shift begins"),
    6: QT_TRANSLATE_NOOP("control", "a small shift"),
    7: QT_TRANSLATE_NOOP("control", "the limits are too wide, or each group mixes several sources"),
    8: QT_TRANSLATE_NOOP("control", "two processes are mixed"),
}
WARNINGS: dict[str, str] = {
    "few": QT_TRANSLATE_NOOP("control", "Fewer than 50 values: the indices are not yet to be relied on."),
    "not_in_control": QT_TRANSLATE_NOOP(
        "control", "The process is not in control here: the indices say nothing about tomorrow."
    ),
    "not_normal": QT_TRANSLATE_NOOP(
        "control",
        "The values are not spread as the normal distribution (Anderson-Darling): read the indices with care.",
    ),
    "averages": QT_TRANSLATE_NOOP("control", "These are means of groups: single values spread more than that."),
}
ICONS: dict[str, tuple[str, str]] = {
    "in": ("circle-check", "text_faint"),
    "broken": ("triangle-alert", "warning"),
    "learning": ("hourglass", "text_faint"),
    "empty": ("circle-help", "text_faint"),
    "waiting": ("circle-help", "text_faint"),
    "off": ("power-off", "text_faint"),
    "trouble": ("circle-x", "bad"),
}


def said(text: str) -> str:
    """One of the sentences above in the language of the moment."""
    return QCoreApplication.translate("control", text)


def rule_words(rule: int) -> str:
    """Rule 2: nine points in a row …"""
    return said(QT_TRANSLATE_NOOP("control", "Rule {0}: {1}")).format(rule, said(RULES[rule]))


def amount(value: float, step: float) -> str:
    """A number with as many digits as its sigma deserves."""
    if value != value or step <= 0:
        return UNKNOWN if value != value else decimal(value, 2)
    digits = 0
    while digits < 6 and step * 10**digits < 20:
        digits += 1
    return decimal(value, digits)


class Words(QObject):
    """Sentences with gaps and numbers."""

    def stands(self, stands: Stands, now: float, zone: tzinfo | None) -> str:
        """How a chart stands, in a few words."""
        match stands.word:
            case "in":
                return self.tr("In control")
            case "broken":
                rule, since = min(stands.broken, key=lambda one: one[1])
                return self.tr("Rule {0} broken since {1}").format(rule, _moment(since, now, zone))
            case "learning":
                if stands.wanted > stands.points:
                    return self.tr("Learning: {0} of %n point(s)", "", stands.wanted).format(stands.points)
                return self.tr("Learning: %n point(s) so far", "", stands.points)
            case "empty":
                return self.tr("Too few points")
            case "off":
                return self.tr("Switched off")
            case "trouble":
                return self.tr("Cannot be read: {0}").format(plain(stands.trouble, 120))
        return self.tr("Not looked at yet")

    def short(self, stands: Stands, now: float, zone: tzinfo | None) -> str:
        """The same for a narrow column."""
        if stands.word == "broken":
            rule, since = min(stands.broken, key=lambda one: one[1])
            return self.tr("Rule {0}, {1}").format(rule, _moment(since, now, zone))
        if stands.word == "learning":
            return self.tr("Learning, {0}").format(stands.points)
        return self.tr("Not readable") if stands.word == "trouble" else self.stands(stands, now, zone)

    def grouping(self, chart: ControlChart) -> str:
        """How its points are made."""
        match chart.grouping:
            case Grouping.TIME:
                return self.tr("a point every {0}").format(length_word(chart.size))
            case Grouping.COUNT if chart.measured:
                return self.tr("groups of %n reading(s)", "", int(chart.size))
            case Grouping.COUNT:
                return self.tr("every %n piece(s)", "", int(chart.size))
            case Grouping.UNIT:
                return self.tr("one point a unit or order")
        return self.tr("every reading")


def _moment(at: datetime, now: float, zone: tzinfo | None) -> str:
    return moment(at.timestamp(), now, zone)[:-3]
