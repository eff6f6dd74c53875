"""What is typed about an order: times on the plant's clock, and numbers."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo

PARTS = " \u00a0\u202f',."  # between thousands
WHOLE = re.compile(f"[0-9]+|[0-9]{{1,3}}(?:[{PARTS}][0-9]{{3}})+")
CLOCKS, DAYS = ("%H:%M", "%H%M", "%H.%M"), ("%Y-%m-%d", "%m-%d", "%d.%m.%Y")


def when_typed(text: str, now: float, zone: tzinfo | None) -> datetime | None:
    """The time that was typed, UTC: "2026-11-21 14:00", "11-21 14:00", "+2 14:00" (in two days), "14:00" (the next
    one), a day alone (its end); None for no time."""
    today = datetime.fromtimestamp(now, UTC).astimezone(zone)
    day_words, _, clock_words = text.strip().rpartition(" ")
    clock = _clock(clock_words)
    if day_words:
        day = day_typed(day_words, today.date())
        return _at(day, clock, zone) if day is not None and clock is not None else None
    if clock is None:
        day = day_typed(clock_words, today.date())
        return _at(day, time(23, 59), zone) if day is not None else None
    at = _at(today.date(), clock, zone)
    return at if at is None or at.timestamp() > now else _at(today.date() + timedelta(days=1), clock, zone)


def when_again(text: str, was: datetime | None, now: float, zone: tzinfo | None) -> datetime | None:
    """The same of a time that was written there: where nobody typed another one it stays, to the second."""
    return was if was is not None and text.strip() == when_written(was, zone) else when_typed(text, now, zone)


def when_written(at: datetime | None, zone: tzinfo | None) -> str:
    """A time as it can be typed, to the minute; "" for none."""
    return at.astimezone(zone).strftime("%Y-%m-%d %H:%M") if at is not None else ""


def day_typed(text: str, today: date) -> date | None:
    """A day: "2026-11-21", "11-21" (this year's), "+2" (in two days); None for no day."""
    words = text.strip()
    try:
        if words.startswith("+"):
            return today + timedelta(days=int(words[1:]))
    except (ValueError, OverflowError):
        return None
    for form in DAYS:
        try:
            found = datetime.strptime(f"{today.year}-{words}" if form == "%m-%d" else words, _whole(form))  # noqa: DTZ007
        except ValueError:
            continue
        return found.date()
    return None


def pieces_typed(text: str) -> int | None:
    """A whole number of pieces, however its thousands are parted; nothing is 0, None for no number: 12.5 is none."""
    words = text.strip()
    if not words:
        return 0
    digits = "".join(char for char in words if char not in PARTS)
    return int(digits) if WHOLE.fullmatch(words) and len(digits) < 12 else None


def seconds_typed(text: str) -> float | None:
    """Seconds a piece: "12.5" or "12,5"; nothing is 0, None for no number."""
    try:
        found = float(text.strip().replace(",", ".") or 0)
    except ValueError:
        return None
    return found if 0 <= found < 1e7 else None


def _whole(form: str) -> str:
    return "%Y-%m-%d" if form == "%m-%d" else form


def _clock(text: str) -> time | None:
    for form in CLOCKS:
        try:
            return datetime.strptime(text, form).time()  # noqa: DTZ007
        except ValueError:
            continue
    return None


def _at(day: date, clock: time, zone: tzinfo | None) -> datetime | None:
    try:
        wall = datetime.combine(day, clock)
        return (wall.replace(tzinfo=zone) if zone is not None else wall).astimezone(UTC)
    except (OverflowError, OSError, ValueError):
        return None
