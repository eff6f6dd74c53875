"""Moments from seconds since 1970, also before it: Windows' own clock functions refuse those."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def time_of(seconds: float, zone: tzinfo = UTC) -> datetime:
    """The aware time in `zone`, `seconds` after the beginning of 1970 (UTC); raises OverflowError beyond year 9999."""
    return (EPOCH + timedelta(seconds=seconds)).astimezone(zone)
