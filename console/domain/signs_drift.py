"""The same hours of other days, by the clock on the plant's wall."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def other_days(at: float, over: float, days: int, timezone: str) -> tuple[tuple[float, float], ...]:
    """The `over` seconds before `at` (seconds UTC), as they lay on each of the `days` days before, yesterday first."""
    here = datetime.fromtimestamp(at, _zone(timezone))
    ends = ((here - timedelta(days=day)).timestamp() for day in range(1, days + 1))
    return tuple((end - over, end) for end in ends)


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
