"""Filling the records of a demo with its rounds, safety reports, crews and handovers, after its calls are there.

All of it on the worker, a little at a time, while the board is seen already.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from console.app.demopast import carry_out, give_past
from console.app.queries.handovers import shift_record
from console.demo.crews import demo_briefings, demo_crews, leader_of
from console.demo.handovers import ADDED, DAYS, NOTES, Turn, as_of, handover_givens, made_facts
from console.demo.people import demo_people
from console.demo.rounds import demo_rounds
from console.demo.safety import demo_safety
from console.domain.actions import Action
from console.domain.audit_plans import AuditPlan
from console.domain.checklists import Run
from console.domain.commands import CONSOLE, Given
from console.domain.commands.handovers import AddHandoverItem, PrepareHandover, WriteHandover
from console.domain.desk import ReadDesk
from console.domain.events import RecordChanged, RoundsChanged
from console.domain.handovers import Fact, Handover, Subject, item_id
from console.domain.ids import derived_id
from console.domain.orders import Confirmation, WorkOrder
from console.domain.people import Person
from console.domain.shifts import Calendar, Shift

if TYPE_CHECKING:
    from console.app.console import Console
    from console.app.handovers import ShiftEnd
    from console.domain.handover_content import ShiftRecord
    from console.records.local import LocalRecords

KINDS = (
    "audit_plan", "checklist_run", "checklist_answer", "patrol_route", "check_in", "audit_decision", "finding",
    "red_tag", "safety_event", "crew", "briefing", "action", "action_step",
)  # fmt: skip
PLACES = 2  # areas that hand over; in the others nobody does yet
FORGOTTEN = (1, 4)  # place and shift, counted from the first: nobody handed it over
Known = tuple["ShiftRecord", list[Fact]]


def seed_demo_rounds(console: Console, chinese: bool = False, done: Callable[[], None] | None = None) -> None:
    """Give what was done on rounds until now, once the checklists are there; nothing where there are plans already."""

    def begin() -> None:
        stop()
        console.office.ask(_none_yet, lambda none: _Seed(console, chinese, done).begin() if none else None)

    stop = console.on(RoundsChanged, lambda _: begin())
    if console.rounds is not None and console.rounds.known and console.rounds.told.templates:
        begin()


class _Seed:
    """One filling: first the rounds, then the handovers shift by shift, at last the draft of the shift that is on."""

    def __init__(self, console: Console, chinese: bool, done: Callable[[], None] | None) -> None:
        self._console, self._chinese, self._done = console, chinese, done
        self._people = demo_people(console.floor.plant)
        self._before: dict[str, Handover] = {}

    def begin(self) -> None:
        """Everything but the handovers; thought out on the worker too."""
        now, calendar = datetime.fromtimestamp(self._console.now(), UTC), self._calendar()
        then = partial(give_past, self._console, kinds=KINDS, done=lambda: self._next(self._turns(), 0))
        self._console.office.run(lambda local: self._givens(now, calendar), then, lambda _: self._over())

    def _givens(self, now: datetime, calendar: Calendar | None) -> list[Given]:
        plant = self._console.floor.plant
        givens = [*demo_rounds(plant, now, self._chinese), *demo_safety(plant, now, self._chinese)]
        givens += demo_crews(plant, now, self._chinese)
        if calendar is not None:
            shifts = calendar.shifts_between(now.timestamp() - DAYS * 86_400.0, now.timestamp() + 600.0)
            givens += demo_briefings(plant, shifts, now, self._chinese)
        return sorted(givens, key=lambda given: given.stamp.at)

    def _calendar(self) -> Calendar | None:
        handovers, areas = self._console.handovers, self._areas()
        return handovers.calendar(areas[0]) if handovers is not None and areas else None

    def _areas(self) -> list[str]:
        return list(dict.fromkeys(line.area for line in self._console.floor.plant.lines()))[:PLACES]

    # Handovers that are over

    def _turns(self) -> list[Turn]:
        calendar, now = self._calendar(), self._console.now()
        if calendar is None:
            return []
        shifts = [one for one in calendar.shifts_between(now - DAYS * 86_400.0, now) if one.end <= now]
        return [
            self._turn(area, at, shift, calendar.next_shift(shift.end - 1.0), n)
            for n, shift in enumerate(shifts)
            for at, area in enumerate(self._areas())
            if (at, n) != FORGOTTEN
        ]

    def _turn(self, area: str, side: int, shift: Shift, after: Shift | None, number: int) -> Turn:
        outgoing = leader_of(shift, self._people)
        incoming = leader_of(after, self._people) if after is not None else outgoing
        named = ((outgoing, ""), (incoming, ""))
        return Turn(area, shift, after.name if after is not None else "", *named, number, side)

    def _next(self, turns: Sequence[Turn], at: int) -> None:
        """One handover a job: what somebody asks meanwhile waits for one of them at most."""
        if at >= len(turns):
            self._console.bus.publish(RecordChanged("handover", "", "", CONSOLE, True))
            self._draft()
            return
        turn = turns[at]
        self._console.office.run(
            partial(self._hand_over, turn), lambda _: self._next(turns, at + 1), lambda _: self._next(turns, len(turns))
        )

    def _hand_over(self, turn: Turn, local: LocalRecords) -> None:
        """On the worker, as console.app.demopast gives what is past."""
        lines, inside = self._inside(turn.place)
        begins, ends = (datetime.fromtimestamp(at, UTC) for at in (turn.shift.start, turn.shift.end))
        zone = ZoneInfo(self._console.floor.plant.timezone or "UTC")

        def ask(desk: ReadDesk) -> Known:
            record = shift_record(inside, begins, ends, ends, zone)(desk)
            actions = [one for one in desk.find(Action) if one.place in inside]
            said = desk.find(Confirmation, ("line", "in", lines), day=turn.shift.day)
            orders = desk.find(WorkOrder, ("line", "in", lines))
            return as_of(record, actions), made_facts(lines, orders, said, turn.shift)

        record, made = local.ask(ask)
        names = local.ask(partial(_names, (turn.outgoing[0], turn.incoming[0])))
        signed = tuple((id, names.get(id, id)) for id in (turn.outgoing[0], turn.incoming[0]))
        told = Turn(turn.place, turn.shift, turn.next_shift, signed[0], signed[1], turn.number, turn.side)
        before = self._before.get(turn.place)
        self._before[turn.place], givens = handover_givens(told, record, made, before, int(self._chinese))
        carry_out(givens, local)

    def _inside(self, area: str) -> tuple[list[str], list[str]]:
        lines = [line for line in self._console.floor.plant.lines() if line.area == area]
        ids = [line.id for line in lines]
        return ids, [area, *ids, *(station.id for line in lines for station in line.stations)]

    # The shift that is on

    def _draft(self) -> None:
        handovers, areas = self._console.handovers, self._areas()
        shift = handovers.running(areas[0]) if handovers is not None and areas else None
        if handovers is None or shift is None:
            self._over()
            return
        handovers.content(shift, partial(self._written, shift), lambda _: self._over())

    def _written(self, shift: ShiftEnd, content: PrepareHandover) -> None:
        calendar = self._calendar()
        on = calendar.shift_at(self._console.now()) if calendar is not None else None
        if on is None:
            self._over()
            return
        who, word = leader_of(on, self._people), int(self._chinese)
        title, text, risk = ADDED[0][0]
        note = item_id(Subject.NOTE, derived_id("demo", "note", shift.place, shift.ends))
        told = (shift.id, shift.place, note, shift.place, title[word], text[word], "", risk)
        office = self._console.office
        office.do(content, who=who)
        office.do(AddHandoverItem(*told), who=who)
        office.do(WriteHandover(shift.id, shift.place, NOTES[0][0][word], ""), lambda _: self._over(), who=who)

    def _over(self) -> None:
        if self._done is not None:
            self._done()


def _none_yet(desk: ReadDesk) -> bool:
    return not desk.count(AuditPlan) and not desk.count(Run)


def _names(ids: Sequence[str], desk: ReadDesk) -> dict[str, str]:
    return {one.id: one.name for one in desk.find(Person, ("id", "in", sorted(set(ids))))}
