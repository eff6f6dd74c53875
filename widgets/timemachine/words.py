"""Times of the past as people read them: with the day, because it may be any."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from console.app.timemachine import Missing
from widgets.plain import plain
from widgets.times import clock


def local(at: float, zone: tzinfo | None) -> datetime:
    """A time on the plant's clock."""
    return datetime.fromtimestamp(at, UTC).astimezone(zone)


def day_words(day: QDate) -> str:
    """Tue 17 Nov 2026."""
    return QLocale().toString(day, QCoreApplication.translate("timemachine", "ddd d MMM yyyy"))


def when_words(at: float, zone: tzinfo | None) -> str:
    """Tue 17 Nov 2026, 10:46; with seconds where it is no whole minute."""
    then = local(at, zone)
    whole = then.second == 0 and then.microsecond < 1000
    words = QCoreApplication.translate("timemachine", "{0}, {1}")
    return words.format(day_words(QDate(then.year, then.month, then.day)), clock(at, zone, seconds=not whole))


def missing_words(missing: Missing, zone: tzinfo | None) -> tuple[str, str]:
    """Why there is nothing to be shown, and what to do or to wait for."""
    translate = QCoreApplication.translate
    if missing.why == "away":
        more = translate("timemachine", "The recording of signals is not open. The status page says why.")
        return translate("timemachine", "The past cannot be read now"), plain(missing.detail, 300) or more
    if missing.first is None:
        more = translate(
            "timemachine", "From the first message that is heard on, the board of every minute can be shown here again."
        )
        return translate("timemachine", "Nothing has been recorded yet"), more
    words = translate("timemachine", "The recording begins on {0}. From then on the board can be shown.")
    return translate("timemachine", "Nothing is kept of that time"), words.format(when_words(missing.first, zone))
