"""What a press on a cell of the week asks for: on duty or off on that weekday, absent on that day or there again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from console.app.rosterlook import Clock
from console.domain.commands import Command
from console.domain.commands.roster import RemoveAbsence, RemoveDuty, SetAbsence, SetDuty
from console.domain.desk import Kept
from console.domain.ids import new_id
from console.domain.people import Person, Role
from console.domain.roster import Absence, Duty, Way
from console.domain.rosterweek import Row, absence_of, duty_of, on_call_of, touches, with_day, without_day
from console.domain.shifts import Shift


class RosterCells:
    """One state of the duties and absences, at one place and in one calendar."""

    def __init__(
        self, duties: Iterable[Kept[Duty]], absences: Iterable[Kept[Absence]], clock: Clock, place: Way
    ) -> None:
        self._duties = {kept.value.id: kept for kept in duties}
        self._absences = {kept.value.id: kept for kept in absences}
        self._clock, self._place = clock, place

    def duty(self, row: Row, shift: Shift) -> tuple[Duty, int] | None:
        """The closest duty behind a cell with its version."""
        duties = [kept.value for kept in self._duties.values()]
        who, role, ids = row.person.id, row.role, self._clock.ids
        found = duty_of(duties, who, role, self._place, ids, shift)
        found += on_call_of(duties, who, role, self._place, self._clock.calendar, ids, shift)
        return (found[0], self._duties[found[0].id].version) if found else None

    def absence(self, row: Row, shift: Shift) -> tuple[Absence, int] | None:
        """The shortest absence behind a cell with its version."""
        found = absence_of([kept.value for kept in self._absences.values()], row.person.id, shift)
        return (found[0], self._absences[found[0].id].version) if found else None

    def new_duty(self, person: Person | None, role: Role, shift: Shift | None) -> Duty:
        """A duty to begin with."""
        name = shift.name if shift else ""
        days = (shift.day.weekday(),) if shift else ()
        scope = _scope(person, role, self._place) if person else self._place
        return Duty(new_id(), person.id if person else "", role, scope, self._clock.id, name, days)

    def toggled(self, row: Row, shift: Shift) -> Command | None:
        """What puts somebody on duty or off on this weekday; None where that is not one thing: look behind the cell."""
        behind = self.duty(row, shift)
        if behind is None:
            wanted = self.new_duty(row.person, row.role, shift)
            made = with_day([kept.value for kept in self._duties.values()], wanted, shift)
            return SetDuty(made, self._duties[made.id].version if made.id in self._duties else 0)
        duty, version = behind
        if duty.on_call or (not duty.shift and len(self._clock.calendar.patterns) > 1):
            return None
        left = without_day(duty, shift)
        if left is None:
            return RemoveDuty(duty.id, duty.scope[-1] if duty.scope else "", version)
        return SetDuty(left, version)

    def absent(self, row: Row, shift: Shift) -> Command | None:
        """What makes somebody absent on this day or takes that back; None where the absence is longer than the day."""
        behind = self.absence(row, shift)
        if behind is None:
            return SetAbsence(Absence(new_id(), row.person.id, shift.day, shift.day))
        absence, version = behind
        if absence.first != absence.last:
            return None
        return RemoveAbsence(absence.id, absence.person, version)

    @staticmethod
    def new_absence(person: str, day: date) -> Absence:
        """An absence to begin with."""
        return Absence(new_id(), person, day, day)


def _scope(person: Person, role: Role, place: Way) -> Way:
    """Where somebody's duty would be: at the place, or where they have the role if that is inside it."""
    inside = [grant.scope for grant in person.grants if grant.role is role and touches(grant.scope, place)]
    return max([place, *inside], key=len)
