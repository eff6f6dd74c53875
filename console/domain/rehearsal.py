"""The dry run as a list to be read: who is told when, with breaks, changes of shift and deadlines between."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from console.domain.andon import Call, Category, Severity, Source, Stage
from console.domain.escalation import Told, deadline, rehearse
from console.domain.roster import Roster, Way
from console.domain.shifts import Calendar


class Kind(StrEnum):
    """What a line tells; in this order where several are at one time."""

    SHIFT_ENDS = "shift_ends"
    SHIFT_BEGINS = "shift_begins"
    BREAK_ENDS = "break_ends"
    BREAK = "break"
    TOLD = "told"
    TARGET = "target"  # by now a call should be that far


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happens."""

    at: datetime
    kind: Kind
    told: Told | None = None
    stage: Stage | None = None  # of a target
    name: str = ""  # of a break or a shift
    there: bool = False  # those who are told are known to be on duty; else they only have the role


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Everything that happens if a call is raised at `start` and nobody answers."""

    start: datetime
    until: datetime
    lines: tuple[Line, ...]

    @property
    def reached(self) -> Line | None:
        """The first time at which somebody who is on duty is told; None: that does not happen."""
        return next((line for line in self.lines if line.told is not None and line.there), None)

    @property
    def told_somebody(self) -> Line | None:
        """The first time at which anybody is told, on duty or not."""
        return next((line for line in self.lines if line.told is not None and line.told.persons), None)

    @property
    def steps(self) -> tuple[Told, ...]:
        """Who is told, without what lies between."""
        return tuple(line.told for line in self.lines if line.told is not None)


def rehearsal(
    category: Category, roster: Roster, way: Way, calendar: Calendar | None, start: datetime, until: datetime
) -> Rehearsal:
    """The steps of `rehearse`, with all that a reader needs to understand their times."""
    steps = rehearse(category, roster, way, calendar, start, until)
    told = [Line(step.at, Kind.TOLD, step, there=bool(step.persons) and roster.kept(way, step.role)) for step in steps]
    others = [*_targets(category, calendar, start), *_clock(calendar, start, until)]
    between = [line for line in others if start <= line.at <= until]
    order = list(Kind)
    return Rehearsal(start, until, tuple(sorted([*told, *between], key=lambda line: (line.at, order.index(line.kind)))))


def _targets(category: Category, calendar: Calendar | None, start: datetime) -> list[Line]:
    call = Call("", category.id, "", Severity.MINOR, "", Source.RULE, start, "")
    before = (Stage.RAISED, Stage.ACKNOWLEDGED, Stage.ON_SITE)
    wanted = [deadline(replace(call, stage=stage), category, calendar) for stage in before]
    return [Line(found[1], Kind.TARGET, stage=found[0]) for found in wanted if found is not None]


def _clock(calendar: Calendar | None, start: datetime, until: datetime) -> list[Line]:
    """Shifts and breaks; a plant without shifts has none to tell of."""
    if calendar is None or not calendar.patterns:
        return []
    shifts = calendar.shifts_between(start.timestamp(), until.timestamp() + 1.0)
    begins = {shift.start for shift in shifts}
    lines: list[Line] = []
    for shift in shifts:
        lines.append(Line(_when(shift.start), Kind.SHIFT_BEGINS, name=shift.name))
        if shift.end not in begins:
            lines.append(Line(_when(shift.end), Kind.SHIFT_ENDS, name=shift.name))
        for begin, end, name in shift.breaks:
            lines += [Line(_when(begin), Kind.BREAK, name=name), Line(_when(end), Kind.BREAK_ENDS, name=name)]
    return lines


def _when(t: float) -> datetime:
    return datetime.fromtimestamp(t, UTC)
