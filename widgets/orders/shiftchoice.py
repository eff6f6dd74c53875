"""The shifts that output can be confirmed for: the one that is on, and those before it."""

from __future__ import annotations

from datetime import tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from console.domain.shifts import Calendar, Shift
from widgets.plain import plain
from widgets.times import clock

if TYPE_CHECKING:
    from console.app.console import Console

BACK = 4  # shifts before that of now


def calendar_of(console: Console, line: str) -> Calendar | None:
    """The shifts of a line; None for a line that the plant does not know."""
    hearing = console.floor.line_hearings.get(line)
    return hearing.calendar if hearing is not None else None


def shifts_of(console: Console, line: str) -> tuple[Shift, ...]:
    """The shift that is on, where one is, then those before it, the last first."""
    calendar = calendar_of(console, line)
    if calendar is None:
        return ()
    now = console.now()
    found = [calendar.shift_at(now) or calendar.previous_shift(now)]
    while found[-1] is not None and len(found) <= BACK:
        found.append(calendar.previous_shift(found[-1].start))
    return tuple(shift for shift in found if shift is not None)


def is_on(shift: Shift, now: float) -> bool:
    """Whether it is the shift of now."""
    return shift.start <= now < shift.end


def shift_words(shift: Shift, now: float, zone: tzinfo | None) -> str:
    """Its name, its hours, and its day."""
    hours = f"{clock(shift.start, zone, seconds=False)}–{clock(shift.end, zone, seconds=False)}"
    day = QCoreApplication.translate("orders", "now") if is_on(shift, now) else shift.day.isoformat()
    return " · ".join(part for part in (plain(shift.name, 40), hours, day) if part)
