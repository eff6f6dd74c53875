"""Clock times, ages and spans as people read them, in the language of the moment."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale

DAY = 86400.0


@lru_cache(maxsize=16)
def zone_named(name: str) -> tzinfo | None:
    """The time zone with an IANA name, None (this computer's zone) for "" and for a name nobody knows."""
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        return None


def short_day(day: date) -> str:
    """A day without its year: 18 Nov."""
    return _in_form(day, QCoreApplication.translate("times", "d MMM"))


def long_day(day: date) -> str:
    """A day of any year: 18 Nov 2026."""
    return _in_form(day, QCoreApplication.translate("times", "d MMM yyyy"))


def week_day(day: date) -> str:
    """A day of the calendar: Wed 18 Nov."""
    return _in_form(day, QCoreApplication.translate("times", "ddd d MMM"))


def _in_form(day: date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def clock(t: float, zone: tzinfo | None = None, seconds: bool = True) -> str:
    """09:12:33 on the wall of the factory; "–" for a time no calendar has."""
    try:
        return datetime.fromtimestamp(t, UTC).astimezone(zone).strftime("%H:%M:%S" if seconds else "%H:%M")
    except (ValueError, OverflowError, OSError):
        return "–"


def moment(t: float, now: float, zone: tzinfo | None = None) -> str:
    """The clock time, with the date in front when it is not today."""
    try:
        then, today = (datetime.fromtimestamp(x, UTC).astimezone(zone) for x in (t, now))
    except (ValueError, OverflowError, OSError):
        return "–"
    return then.strftime("%H:%M:%S") if then.date() == today.date() else then.strftime("%Y-%m-%d %H:%M:%S")


def span(seconds: float) -> str:
    """A length of time in its two largest units: 0.4 s, 12 s, 3 min 20 s, 40 h 12 min, 3 d 4 h."""
    translate = QCoreApplication.translate
    size = abs(seconds)
    if size < 9.95:
        return translate("times", "{0} s").format(QLocale().toString(size, "f", 1))
    if size < 59.5:
        return translate("times", "{0} s").format(round(size))
    if size < 3600:
        return translate("times", "{0} min {1} s").format(int(size) // 60, int(size) % 60)
    if size < 2 * DAY:
        return translate("times", "{0} h {1} min").format(int(size) // 3600, int(size) // 60 % 60)
    return translate("times", "{0} d {1} h").format(int(size // DAY), int(size) // 3600 % 24)


def minutes(seconds: float) -> str:
    """Whole minutes, tenths below ten: 108 min, 3.4 min."""
    value = seconds / 60
    digits = 0 if abs(value) >= 9.95 or value == 0 else 1
    return QCoreApplication.translate("times", "{0} min").format(QLocale().toString(value, "f", digits))


def skew_sentence(seconds: float) -> str:
    """How a sender's clock stands to ours; `seconds` positive when it is behind."""
    translate = QCoreApplication.translate
    if seconds > 0:
        return translate("times", "The sender's clock is {0} behind").format(span(seconds))
    return translate("times", "The sender's clock is {0} ahead").format(span(seconds))
