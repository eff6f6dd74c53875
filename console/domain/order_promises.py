"""Until when an order was promised: by its place in the plan, else by its due time. Seconds UTC."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta, tzinfo

from console.domain.order_figures import midnight
from console.domain.order_traces import Trace
from console.domain.shifts import Calendar


class Promises:
    """Called with a trace. Good for one thread: the calendars are its own."""

    def __init__(self, calendars: Mapping[str, Calendar], zone: tzinfo) -> None:
        """`calendars` by line; `zone` where a line has none."""
        self._calendars, self._zone = dict(calendars), zone
        self._known: dict[tuple[str, date, str], float] = {}

    def __call__(self, one: Trace) -> float | None:
        """The end of the planned shift, of the planned day where no such shift takes place, else due."""
        if one.planned_day is None:
            return one.due
        key = (one.line, one.planned_day, one.planned_shift)
        if key not in self._known:
            self._known[key] = self._end(*key)
        return self._known[key]

    def _end(self, line: str, day: date, shift: str) -> float:
        calendar = self._calendars.get(line)
        zone = calendar.zone if calendar is not None else self._zone
        begin, end = midnight(day, zone), midnight(day + timedelta(days=1), zone)
        shifts = calendar.shifts_between(begin, end) if calendar is not None and shift else []
        return next((one.end for one in shifts if (one.day, one.name) == (day, shift)), end)
