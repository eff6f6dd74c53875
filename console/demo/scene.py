"""A moment of the demo plant worth a picture: found by trying seeds, kept by a test."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo


class Scene(NamedTuple):
    """A simulator's seed and start, and the moment to look at it. Times in seconds since 1970 UTC."""

    seed: int
    start: float
    moment: float


def board_scene(timezone: str = "Asia/Shanghai") -> Scene:
    """Late in a day shift: a long stop at Press 04 of L2 whose crews have left, L4 in changeover, its Cap not heard.

    For `demo_plant` with any number of lines from four on, in the same time zone.
    """
    zone = ZoneInfo(timezone)
    start = datetime(2026, 8, 7, 6, 0, tzinfo=zone)
    return Scene(138, start.timestamp(), start.replace(hour=11, minute=42, second=7).timestamp())
