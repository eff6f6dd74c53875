"""`[calendars.NAME]` tables of a plant file, read into shift calendars."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any, Final

from console.domain.errors import Refusal
from console.domain.shifts import Break, Calendar, Pattern
from console.telemetry.problems import choices
from console.telemetry.section import Section

DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WALL: Final = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")


def read_calendar(name: str, section: Section, timezone: str) -> Calendar | None:
    """The calendar of one table; None when its shifts contradict each other."""
    section.allow("holidays", "timezone", "rotation_start", "shift")
    patterns = [pattern for shift in section.sections("shift") if (pattern := _pattern(shift))]
    if not patterns:
        section.missing(f"calendar {name!r} has no shift", f"write [[calendars.{name}.shift]]")
        return None
    start = section.data.get("rotation_start")
    try:
        return Calendar(
            name=name,
            timezone=section.text("timezone", timezone) or timezone,
            patterns=tuple(patterns),
            holidays=frozenset(_dates(section, "holidays")),
            rotation_start=None if start is None else _date(section, "rotation_start", start),
        )
    except Refusal as error:
        section.missing(f"calendar {name!r}: {error.detail}")
        return None


def _pattern(section: Section) -> Pattern | None:
    section.allow("name", "start", "end", "days", "breaks", "weeks")
    start, end = _wall(section, "start"), _wall(section, "end")
    if start is None or end is None:
        return None
    pauses = [_break(pause) for pause in section.sections("breaks")]
    breaks = tuple(pause for pause in pauses if pause)
    try:
        return Pattern(section.text("name"), start, end, _days(section), breaks, _weeks(section))
    except Refusal as error:
        section.missing(error.detail)
        return None


def _break(section: Section) -> Break | None:
    section.allow("name", "start", "end")
    start, end = _wall(section, "start"), _wall(section, "end")
    return Break(section.text("name"), start, end) if start is not None and end is not None else None


def _wall(section: Section, key: str) -> time | None:
    """A time of day, written "06:00" or as TOML's own 06:00:00."""
    value = section.data.get(key)
    if isinstance(value, time):
        return value.replace(microsecond=0)
    match = _WALL.fullmatch(value.strip()) if isinstance(value, str) else None
    if value is None:
        section.missing(f"{key} is missing", f'write {key} = "06:00"')
        return None
    try:
        return time(int(match[1]) % 24, int(match[2]), int(match[3] or 0)) if match and int(match[1]) <= 24 else None
    except ValueError:
        return None
    finally:
        if match is None or int(match[1]) > 24 or int(match[2]) > 59:
            section.wrong(key, f"{key} must be a time of day", f'write {key} = "06:00"')


def _days(section: Section) -> frozenset[int]:
    value = section.data.get("days", "mon-sun")
    words = value.split(",") if isinstance(value, str) else value if isinstance(value, list) else [value]
    found: set[int] = set()
    for word in words:
        ends = [end.strip().casefold()[:3] for end in str(word).split("-")]
        wrong = next((end for end in ends if end not in DAYS), "")
        if wrong or len(ends) > 2:
            section.wrong("days", f"{str(word).strip()!r} is no day", choices(wrong, DAYS))
            continue
        first, last = DAYS.index(ends[0]), DAYS.index(ends[-1])
        found.update(day % 7 for day in range(first, last + 1 if last >= first else last + 8))
    return frozenset(found)


def _weeks(section: Section) -> tuple[int, int] | None:
    if "weeks" not in section:
        return None
    given = section.data["weeks"]
    if not isinstance(given, dict):
        section.wrong("weeks", "weeks must be a table", "write weeks = {every = 2, week = 1}")
        return None
    inner = Section(given, (*section.path, "weeks"), section.problems)
    inner.allow("every", "week")
    every, week = inner.whole("every"), inner.whole("week")
    if every is None or week is None or week > every:
        section.wrong(
            "weeks", "weeks needs every and week, week not above every", "write weeks = {every = 2, week = 1}"
        )
        return None
    return every, week - 1


def _dates(section: Section, key: str) -> list[date]:
    value = section.data.get(key, [])
    if not isinstance(value, list):
        section.wrong(key, f"{key} must be a list of dates", f"write {key} = [2026-10-01]")
        return []
    return [day for item in value if (day := _date(section, key, item))]


def _date(section: Section, key: str, value: Any) -> date | None:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        section.wrong(key, f"{value!s} is no date", "write 2026-10-01")
        return None
