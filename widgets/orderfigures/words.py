"""What people read on the figures of orders: names, values with their sample size, changes, what each means."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from console.domain.order_figures import ENOUGH
from widgets.numbers import decimal, percent, whole
from widgets.times import span

translate = QCoreApplication.translate
HOUR, DAY = 3600.0, 86_400.0

MEANING = {
    "lead": QT_TRANSLATE_NOOP("orderfigures", "Finished less made, of the orders completed in this time."),
    "run": QT_TRANSLATE_NOOP("orderfigures", "Finished less first released, of the orders completed in this time."),
    "efficiency": QT_TRANSLATE_NOOP(
        "orderfigures", "Time in Running without blocked time, of all the time from made to finished; sums over orders."
    ),
    "late": QT_TRANSLATE_NOOP(
        "orderfigures", "Finished after due, of the orders completed in this time that have a due time."
    ),
    "lateness": QT_TRANSLATE_NOOP("orderfigures", "Finished less due, of the late orders."),
    "overdue": QT_TRANSLATE_NOOP("orderfigures", "Open at the end of this time, though due before."),
    "plan": QT_TRANSLATE_NOOP(
        "orderfigures",
        "Orders finished in full by their promise, of all that were promised for this time. The promise is the end of"
        " the planned shift, or of the planned day, else the due time. After the idea of schedule achievement in the"
        " SCOR model; which promise counts is this program's own rule.",
    ),
    "quantity": QT_TRANSLATE_NOOP(
        "orderfigures",
        "Good pieces confirmed, of pieces ordered, of the orders promised for this time. Too many of one order do not"
        " make up for too few of another.",
    ),
    "orders": QT_TRANSLATE_NOOP("orderfigures", "Orders completed in this time; merged ones are part of another one."),
    "pieces": QT_TRANSLATE_NOOP("orderfigures", "Good pieces confirmed in this time and not taken back."),
    "wip": QT_TRANSLATE_NOOP("orderfigures", "Open orders that are released, running or on hold."),
    "short": QT_TRANSLATE_NOOP("orderfigures", "Closed before everything was made."),
    "dropped": QT_TRANSLATE_NOOP(
        "orderfigures", "Closed before anything was made. They count in no time and in no throughput."
    ),
    "split": QT_TRANSLATE_NOOP("orderfigures", "Made in this time by splitting another order."),
    "counted": QT_TRANSLATE_NOOP(
        "orderfigures", "Good pieces confirmed less those that the line counted, where it counted."
    ),
}


def meaning(key: str) -> str:
    """What a figure means."""
    return translate("orderfigures", MEANING[key])


def few(n: int) -> bool:
    """Whether it is of too few to be told."""
    return n < ENOUGH


def too_few() -> str:
    """Instead of a figure of too few."""
    return translate("orderfigures", "too few")


def cases(n: int) -> str:
    """The size of the sample."""
    return translate("orderfigures", "n = {0}").format(whole(n))


def long_words(seconds: float | None) -> str:
    """A length of time, or that there are too few."""
    return too_few() if seconds is None else span(seconds)


def share_words(value: float | None) -> str:
    """A share, or that there are too few."""
    return too_few() if value is None else percent(value)


def change_words(now: float | None, before: float | None) -> str:
    """By how much it changed, as a share of what it was before; "" where that cannot be told."""
    if now is None or before is None or not before:
        return ""
    change = now / before - 1.0
    return f"{_sign(round(change, 2))}{percent(abs(change), 0)}"


def points_words(now: float | None, before: float | None) -> str:
    """By how many percentage points a share changed; "" where that cannot be told."""
    if now is None or before is None:
        return ""
    change = 100 * (now - before)
    return translate("orderfigures", "{0} pt").format(f"{_sign(round(change, 1))}{decimal(abs(change))}")


def _sign(change: float) -> str:
    return "+" if change > 0 else "−" if change < 0 else "±"


def day_words(day: date) -> str:
    """A day in the short form of the language, without its year."""
    return f"{day.month:02}-{day.day:02}" if QLocale().language() == QLocale.Language.Chinese else f"{day:%d %b}"


def time_words(at: float, zone: tzinfo) -> str:
    """A moment to the minute."""
    return datetime.fromtimestamp(at, UTC).astimezone(zone).strftime("%Y-%m-%d %H:%M")


def axis_step(top: float) -> float:
    """The distance of the marks of an axis of lengths of time up to `top` seconds, so that there are about five."""
    wanted = (60, 300, 600, 1800, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 12 * HOUR, DAY, 2 * DAY, 5 * DAY, 10 * DAY)
    return next((float(step) for step in wanted if top / step <= 6), max(30 * DAY, top / 6))


def round_step(top: float) -> int:
    """The same for counts."""
    size = 1
    while True:
        for step in (size, 2 * size, 5 * size):
            if top / step <= 6:
                return step
        size *= 10
