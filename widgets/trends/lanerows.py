"""The rows of the lanes: what lies in each of them, worst last, as few items as there is room for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from console.app.timecontext import TimeContext
from console.domain.andon import Severity
from console.domain.stations import StationState
from console.domain.timeline import Held, Mark, gathered
from widgets.calls.naming import SEVERITY_ROLE

APART = 3.0  # pixels between the beginnings of marks that are told from each other
MOST_STATIONS, FEW_STATIONS = 4, 2  # ribbons; where the window is low
CALLED = "warning"  # the colour behind the plots while a call was open
BANDS = 40  # calls behind the plots; of more only the severe ones, of still more none


class Kind(StrEnum):
    """What an item is."""

    STATE = "state"
    CALL = "call"
    STOP = "stop"
    WARNING = "warning"
    ORDER = "order"
    UNIT = "unit"
    SHIFT = "shift"
    BREAK = "break"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing on the axis, seconds since 1970 UTC; `until` None while it lasts."""

    kind: Kind
    since: float
    until: float | None
    value: str  # state, name or text
    place: str = ""
    role: str = ""  # of its colour
    id: str = ""  # of the record behind it
    many: int = 1  # how many things it stands for
    parts: tuple[tuple[str, float], ...] = ()  # of many states: seconds of each

    def ends(self, now: float) -> float:
        """When it was over."""
        return max(now, self.since) if self.until is None else self.until


@dataclass(frozen=True, slots=True)
class Row:
    """One lane."""

    kind: Kind
    place: str  # station of a ribbon, line of orders and shifts
    height: int
    icon: str


ICONS = {
    Kind.STATE: "activity",
    Kind.CALL: "bell",
    Kind.STOP: "octagon-pause",
    Kind.WARNING: "radar",
    Kind.ORDER: "square-kanban",
    Kind.UNIT: "diamond-filled",
    Kind.SHIFT: "clock",
    Kind.NOTE: "flag",
}
HEIGHTS = {Kind.STATE: 18, Kind.ORDER: 16, Kind.UNIT: 16, Kind.SHIFT: 14}
HEIGHT = 13  # of a row of marks


def plan(context: TimeContext, low: bool) -> list[Row]:
    """Which rows there are; fewer where the window is `low`."""
    found = [_row(Kind.STATE, station) for station in context.stations[: FEW_STATIONS if low else MOST_STATIONS]]
    line = context.lines[0] if context.lines else ""
    if not found and not line:
        return []
    found += [_row(kind, "") for kind in ((Kind.CALL,) if low else (Kind.CALL, Kind.STOP, Kind.WARNING))]
    if context.has_orders:
        found.append(_row(Kind.ORDER, line))
    if context.has_units and context.units_fit and not low:
        found.append(_row(Kind.UNIT, context.stations[0]))
    if context.has_shifts and not low:
        found.append(_row(Kind.SHIFT, line))
    return [*found, _row(Kind.NOTE, "")]


def items(context: TimeContext, row: Row, now: float) -> list[Item]:
    """What lies in a row, in the order of time."""
    match row.kind:
        case Kind.STATE:
            return [_state(held, row.place) for held in context.states(row.place)]
        case Kind.CALL:
            return _calls(context, now)
        case Kind.STOP:
            return _stops(context, now)
        case Kind.WARNING:
            return _warnings(context, now)
        case Kind.ORDER:
            return [_held(Kind.ORDER, held, row.place) for held in context.orders(row.place)]
        case Kind.UNIT:
            return [_held(Kind.UNIT, held, row.place) for held in context.units(row.place)]
        case Kind.SHIFT:
            return _shifts(context, row.place)
        case _:
            return _notes(context, now)


def bands(context: TimeContext, now: float) -> list[tuple[float, float, str]]:
    """When calls were open, and the role of their colour; only as many as can be told from each other.

    They are one colour, however bad the calls: red behind a line means that it is beyond its limits.
    """
    look = context.look
    calls = [one.call for one in context.happened.calls] if context.happened is not None else []
    ours = {*context.stations, *context.lines}
    calls = [call for call in calls if call.place in ours]
    spans = [(call, call.raised.timestamp(), call.closed.timestamp() if call.closed else now) for call in calls]
    spans = [one for one in spans if one[1] < look.end and one[2] > look.start]
    if len(spans) > BANDS:
        spans = [one for one in spans if one[0].severity.rank >= Severity.MAJOR.rank]
    if len(spans) > BANDS:
        return []
    found: list[tuple[float, float, str]] = []
    for _, since, until in sorted(spans, key=lambda one: one[1]):
        if found and since <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], until), CALLED)
        else:
            found.append((since, until, CALLED))
    return found


def _row(kind: Kind, place: str) -> Row:
    return Row(kind, place, HEIGHTS.get(kind, HEIGHT), ICONS[kind])


def _state(held: Held, place: str) -> Item:
    return Item(Kind.STATE, held.since, held.until, held.value, place, held.value, parts=held.parts)


def _held(kind: Kind, held: Held, place: str) -> Item:
    return Item(kind, held.since, held.until, held.value, place, many=max(len(held.parts), 1))


def _seconds(at: datetime | None) -> float | None:
    return None if at is None else at.timestamp()


def _calls(context: TimeContext, now: float) -> list[Item]:
    found = context.happened.calls if context.happened is not None else ()
    names = {one.call.id: (one.name, one.call) for one in found}
    marks = [
        Mark(one.call.raised.timestamp(), _seconds(one.call.closed), one.call.id, one.name, one.call.severity.rank)
        for one in found
    ]
    made = []
    for mark in _fit(context, marks, now):
        name, call = names[mark.id]
        text = f"{name} — {call.text}" if call.text else name
        role = SEVERITY_ROLE[call.severity]
        made.append(Item(Kind.CALL, mark.since, mark.until, text, call.place, role, call.id, mark.many))
    return made


def _stops(context: TimeContext, now: float) -> list[Item]:
    found = context.happened.stops if context.happened is not None else ()
    known = {one.stop.id: one for one in found}
    marks = [
        Mark(one.stop.since.timestamp(), _seconds(one.stop.until), one.stop.id, one.reason, 0 if one.reason else 1)
        for one in found
    ]
    made = []
    for mark in _fit(context, marks, now):
        one = known[mark.id]
        role = "stopped" if one.reason else "warning"
        text = one.reason or one.stop.machine
        made.append(Item(Kind.STOP, mark.since, mark.until, text, one.stop.place, role, one.stop.id, mark.many))
    return made


def _warnings(context: TimeContext, now: float) -> list[Item]:
    found = context.happened.warnings if context.happened is not None else ()
    known = {one.id: one for one in found}
    marks = [Mark(one.began.timestamp(), _seconds(one.ended), one.id, one.sign.value) for one in found]
    made = []
    for mark in _fit(context, marks, now):
        place = known[mark.id].place
        made.append(Item(Kind.WARNING, mark.since, mark.until, mark.text, place, "changeover", mark.id, mark.many))
    return made


def _notes(context: TimeContext, now: float) -> list[Item]:
    found = context.happened.notes if context.happened is not None else ()
    known = {one.note.id: one.note for one in found}
    marks = [
        Mark(note.start.timestamp(), (note.end or note.start).timestamp(), note.id, note.text)
        for note in known.values()
    ]
    made = []
    for mark in _fit(context, marks, now):
        note = known[mark.id]
        made.append(Item(Kind.NOTE, mark.since, mark.until, note.text, note.place, "accent", note.id, mark.many))
    return made


def _shifts(context: TimeContext, line: str) -> list[Item]:
    made = []
    for shift in context.shifts(line):
        made.append(Item(Kind.SHIFT, shift.start, shift.end, shift.name, line))
        made += [Item(Kind.BREAK, begin, end, name, line) for begin, end, name in shift.breaks]
    return sorted(made, key=lambda item: (item.since, item.kind is Kind.BREAK))


def _fit(context: TimeContext, marks: Iterable[Mark], now: float) -> list[Mark]:
    look = context.look
    seen = [mark for mark in marks if mark.since < look.end and (mark.until is None or mark.until >= look.start)]
    return gathered(seen, APART * look.pixel, now)


LOUD = (  # what is painted last is never hidden
    StationState.NOT_PLANNED,
    StationState.RUNNING,
    StationState.PLANNED_STOP,
    StationState.NO_DATA,
    StationState.CHANGEOVER,
    StationState.BLOCKED,
    StationState.STARVED,
    StationState.STOPPED,
)


def loudness(value: str) -> int:
    """How late a state is painted."""
    return LOUD.index(StationState(value)) if value in set(StationState) else 0
