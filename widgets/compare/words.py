"""What people read for measures, dimensions and the names in them, and how values are written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from console.domain.compare import MIDDLE, SECONDS, SHARES, By, Measure
from console.domain.stations import LossKind
from widgets.losses.naming import kind_title
from widgets.numbers import UNKNOWN, decimal, percent, whole
from widgets.plain import plain
from widgets.times import span

LONG_SPANS = frozenset({Measure.MTTR, Measure.MTBF, *MIDDLE})  # the others are minutes, for adding up
REFUSED = {
    "question_unfit": QT_TRANSLATE_NOOP(
        "refusals", "This figure cannot be seen by that. Choose another entry under By or And by."
    ),
    "question_name_taken": QT_TRANSLATE_NOOP(
        "refusals", "A question is called {name} already. Choose another name, or choose that one and keep it anew."
    ),
    "too_many_questions": QT_TRANSLATE_NOOP(
        "refusals", "No more than {most} questions are kept. Remove one that nobody asks any more."
    ),
    "past_not_read": QT_TRANSLATE_NOOP("refusals", "The past cannot be read: {why}. The status page tells more."),
}


def measure_word(measure: Measure) -> str:
    """The name of a figure."""
    translate = QCoreApplication.translate
    return {
        Measure.GOOD: translate("compare", "Good pieces"),
        Measure.SCRAP: translate("compare", "Scrap"),
        Measure.TOTAL: translate("compare", "All pieces"),
        Measure.REWORK: translate("compare", "Rework"),
        Measure.SCRAP_SHARE: translate("compare", "Scrap share"),
        Measure.OEE: translate("compare", "OEE"),
        Measure.AVAILABILITY: translate("compare", "Availability"),
        Measure.PERFORMANCE: translate("compare", "Performance"),
        Measure.QUALITY: translate("compare", "Quality"),
        Measure.PLANNED: translate("compare", "Planned time"),
        Measure.RUN: translate("compare", "Running time"),
        Measure.LOST: translate("compare", "Lost time"),
        Measure.STOPS: translate("compare", "Stops"),
        Measure.STOP_TIME: translate("compare", "Stop time"),
        Measure.MTTR: translate("compare", "Time to repair (MTTR)"),
        Measure.MTBF: translate("compare", "Time between stops (MTBF)"),
        Measure.CALLS: translate("compare", "Calls"),
        Measure.ACKNOWLEDGED: translate("compare", "Time to acknowledge (median)"),
        Measure.ORDERS: translate("compare", "Completed orders"),
        Measure.LATE_ORDERS: translate("compare", "Late orders"),
        Measure.LEAD: translate("compare", "Lead time of orders (median)"),
    }[measure]


def by_word(by: By) -> str:
    """The name of a dimension."""
    translate = QCoreApplication.translate
    return {
        By.NONE: translate("compare", "Nothing more"),
        By.HOUR: translate("compare", "Hour of the day"),
        By.WEEKDAY: translate("compare", "Weekday"),
        By.DAY: translate("compare", "Day"),
        By.WEEK: translate("compare", "Week"),
        By.MONTH: translate("compare", "Month"),
        By.AREA: translate("compare", "Area"),
        By.LINE: translate("compare", "Line"),
        By.SHIFT: translate("compare", "Shift"),
        By.PRODUCT: translate("compare", "Product"),
        By.ORDER: translate("compare", "Order"),
        By.CREW: translate("compare", "Crew (who led the shift)"),
        By.LOSS: translate("compare", "Loss"),
        By.REASON: translate("compare", "Reason"),
        By.CATEGORY: translate("compare", "Category"),
    }[by]


def name_of(by: By, key: str, names: Mapping[By, Mapping[str, str]]) -> str:
    """One entry of a dimension."""
    if not key:
        return nobody_word(by)
    if by is By.WEEKDAY:
        return QLocale().standaloneDayName(int(key), QLocale.FormatType.LongFormat)
    if by is By.DAY:
        day = date.fromisoformat(key)
        short = QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
        return f"{short} {key}"
    if by is By.MONTH:
        year, month = key.split("-")
        return f"{QLocale().standaloneMonthName(int(month), QLocale.FormatType.ShortFormat)} {year}"
    if by is By.HOUR:
        return f"{key}:00"
    if by is By.LOSS:
        return kind_title(LossKind(key)) if key in set(LossKind) else plain(key, 60)
    known = names.get(by, {}).get(key, "")
    if by is By.LINE and known and key not in known:
        return plain(f"{key} · {known}", 60)
    return plain(known or key, 60)


def nobody_word(by: By) -> str:
    """What belongs to no entry of a dimension."""
    translate = QCoreApplication.translate
    match by:
        case By.REASON:
            return translate("compare", "Not explained")
        case By.CREW:
            return translate("compare", "Nobody in the roster")
        case By.SHIFT:
            return translate("compare", "Outside shifts")
        case By.HOUR:
            return translate("compare", "Hour not kept")
        case By.NONE:
            return ""
        case _:
            return translate("compare", "Not told")


def value_words(measure: Measure, value: float | None) -> str:
    """A figure with its unit."""
    if value is None:
        return UNKNOWN
    if measure in SHARES:
        return percent(value)
    if measure in LONG_SPANS:
        return span(value)
    if measure in SECONDS:
        return QCoreApplication.translate("compare", "{0} min").format(decimal(value / 60.0, 0 if value >= 600 else 1))
    return whole(value)


def plain_value(measure: Measure, value: float | None) -> float | None:
    """The figure for a spreadsheet: shares of one, minutes, pieces."""
    return value / 60.0 if value is not None and measure in SECONDS else value


def change_words(measure: Measure, now: float | None, before: float | None) -> str:
    """How it changed: points for shares, per cent of the one before for all else."""
    if now is None or before is None or (measure not in SHARES and before == 0):
        return ""
    if measure in SHARES:
        text, sign = decimal(abs(now - before) * 100), now - before
        text = QCoreApplication.translate("compare", "{0} points").format(text)
    else:
        sign = now / before - 1.0
        text = f"{decimal(abs(sign) * 100)} %"
    return f"{'+' if sign > 0 else '−' if sign < 0 else ''}{text}"
