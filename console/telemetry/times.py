"""Times as machines write them, read into seconds since 1970 UTC; a time that makes no sense is None."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

Clock = Callable[[Any, float], float | None]  # (value, heard_at) -> seconds UTC

EARLIEST: Final = 946684800.0  # 2000-01-01: a clock before that was never set
LATEST: Final = 4102444800.0  # 2100-01-01
_PER_SECOND: Final = {"s": 1.0, "ms": 1e3, "us": 1e6, "ns": 1e9}
_SIZES: Final = (1e3, 1.0, 1e6, 1e9)  # most frequent first
FORMATS: Final = ("auto", "iso", *_PER_SECOND, "time-of-day")

_TIME_OF_DAY = re.compile(r"\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?")
_SLASHED = re.compile(r"\d{4}/\d{2}/\d{2}")


def clock(format_name: str, zone: ZoneInfo) -> Clock:
    """A reader for one of FORMATS; `zone` is that of times that name none."""
    if format_name in _PER_SECOND:
        return _numbers(_PER_SECOND[format_name])

    def read_auto(value: Any, heard_at: float) -> float | None:
        kind = value.__class__
        if kind is str:
            return _read_text(value, heard_at, zone)
        if kind is int or kind is float:
            return _by_size(value)
        return None

    def read_text(value: Any, heard_at: float) -> float | None:
        return _read_text(value, heard_at, zone) if value.__class__ is str else None

    return read_auto if format_name == "auto" else read_text


def _numbers(per_second: float) -> Clock:
    def read(value: Any, _: float) -> float | None:
        if value.__class__ is bool:
            return None
        try:
            return _sane(float(value) / per_second)
        except (TypeError, ValueError, OverflowError):
            return None

    return read


def _sane(seconds: float) -> float | None:
    return seconds if EARLIEST <= seconds <= LATEST else None


def _by_size(value: float) -> float | None:
    """Seconds, milli-, micro- or nanoseconds, told apart by size: each range of sane times lies far from the next."""
    for per_second in _SIZES:
        if EARLIEST * per_second <= value <= LATEST * per_second:
            return value / per_second
    return None


def _read_text(text: str, heard_at: float, zone: ZoneInfo) -> float | None:
    if len(text) > 40:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return _read_odd(text.strip(), heard_at, zone)
    try:
        if moment.tzinfo is not None:
            return _sane(moment.timestamp())
        if text.isdigit():  # "20260807" is a date to Python, a number to a machine
            return _by_size(float(text))
        return _nearest(_moments(moment, zone), heard_at)
    except (OverflowError, ValueError, OSError):
        return None


def _read_odd(text: str, heard_at: float, zone: ZoneInfo) -> float | None:
    try:
        if _TIME_OF_DAY.fullmatch(text):
            return _on_the_day(text, heard_at, zone)
        if _SLASHED.match(text):
            return _read_text(text.replace("/", "-"), heard_at, zone)
        number = float(text)
    except (ValueError, OverflowError, OSError):
        return None
    return _by_size(number) if math.isfinite(number) else None


def _on_the_day(text: str, heard_at: float, zone: ZoneInfo) -> float | None:
    """A time of day, on whichever of yesterday, today and tomorrow brings it nearest to `heard_at`."""
    hour, minute, *second = text.replace(",", ".").split(":")
    wall = time(int(hour), int(minute)), timedelta(seconds=float(second[0]) if second else 0.0)
    today: date = datetime.fromtimestamp(heard_at, zone).date()
    days = [today + timedelta(days=n) for n in (-1, 0, 1)]
    return _nearest([m for day in days for m in _moments(datetime.combine(day, wall[0]) + wall[1], zone)], heard_at)


def _moments(wall: datetime, zone: ZoneInfo) -> list[float]:
    """Every moment that a clock on the wall of `zone` may mean: two in the hour that a clock change repeats."""
    return [wall.replace(tzinfo=zone, fold=fold).timestamp() for fold in (0, 1)]


def _nearest(moments: Iterable[float], heard_at: float) -> float | None:
    return _sane(min(moments, key=lambda moment: abs(moment - heard_at)))
