"""Handovers of a running console: which are wanted, and what they say by themselves. Main thread, never waits.

What the records hold is asked; what only the live floor knows (pieces of this shift, silent stations) is added as it is
at that moment. Nothing is kept here: a handover lies in the records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from console.app.figures import expected_by_now
from console.app.handoverwatch import HandoverWatch
from console.app.queries.handovers import handover_before, shift_record
from console.domain import handover_content, handover_moves
from console.domain.commands.handovers import PrepareHandover
from console.domain.desk import ReadDesk
from console.domain.errors import Refusal
from console.domain.handover_content import ShiftRecord
from console.domain.handovers import Fact, Handover, OpenItem, Part, Risk, Stage, Subject, handover_id, item_id
from console.domain.shifts import Calendar
from console.domain.stations import NoData, StationState

if TYPE_CHECKING:
    from console.app.console import Console
    from console.domain.live import LineLive

SEVERAL = 2  # silent stations of one line that are items of their own
QUIET = frozenset({NoData.WAITING, NoData.AWAY})  # the console itself has not heard yet


@dataclass(frozen=True, slots=True)
class ShiftEnd:
    """A shift that is, or was, to be handed over at a place."""

    place: str
    day: date
    shift: str
    begins: datetime
    ends: datetime
    next_shift: str

    @property
    def id(self) -> str:
        """Of its handover."""
        return handover_id(self.place, self.ends)


class Handovers:
    """One for each console."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self.watch = HandoverWatch(console, self)

    @property
    def waiting(self) -> int:
        """How many handovers want somebody now: missed, or signed by the outgoing side and not taken over."""
        return self.watch.waiting

    def beat(self, at: float) -> None:
        """One beat of the console; `at` is monotonic."""
        self.watch.beat(at)

    def running(self, place: str) -> ShiftEnd | None:
        """The shift that is on there; None where there is none, or no line."""
        calendar = self.calendar(place)
        now = self._console.now()
        shift = calendar.shift_at(now) if calendar is not None else None
        if calendar is None or shift is None:
            return None
        begins, ends = (datetime.fromtimestamp(at, UTC) for at in (shift.start, shift.end))
        after = calendar.next_shift(shift.end - 1.0)
        day = begins.astimezone(calendar.zone).date()
        return ShiftEnd(place, day, shift.name, begins, ends, after.name if after is not None else "")

    def wanted(self, place: str) -> tuple[ShiftEnd, ...]:
        """Shifts of the last day that end soon or have ended, the oldest first; () where the place has no line."""
        lines = self._lines(place)
        if not lines:
            return ()
        calendar = self._calendar(lines[0])
        ends = handover_moves.wanted(calendar, self._console.now())
        return tuple(
            ShiftEnd(place, begins.astimezone(calendar.zone).date(), name, begins, until, following)
            for begins, until, name, following in ends
        )

    def calendar(self, place: str) -> Calendar | None:
        """That of the first line there; None where the place has no line."""
        lines = self._lines(place)
        return self._calendar(lines[0]) if lines else None

    def content(
        self, shift: ShiftEnd, done: Callable[[PrepareHandover], None], refused: Callable[[Refusal], None]
    ) -> None:
        """Gather what the handover says now, as the command that keeps it."""
        lines = self._lines(shift.place)
        now = datetime.fromtimestamp(self._console.now(), UTC)
        zone = ZoneInfo(self._console.floor.plant.timezone or "UTC")
        places = {shift.place, *(live.line.id for live in lines)}
        places |= {station.station.id for live in lines for station in live.stations}

        def answered(told: tuple[ShiftRecord, Handover | None]) -> None:
            record, before = told
            facts, items = [*handover_content.facts(record)], [*handover_content.items(record)]
            if shift.begins <= now <= shift.ends + handover_moves.MISSED_AFTER:  # the floor knows this shift only
                silent = tuple(self._silent(lines))
                quiet = sum(dict(item.figures).get("stations", 1.0) for item in silent)
                facts = [*self._made(lines, shift), *self._people(shift), *facts]
                facts += [Fact(Part.WATCH, "silent", (("stations", quiet),))] if silent else []
                items += silent
            facts += self._missed(shift, before, lines[0] if lines else None)
            items = [handover_moves.rolled_on(item, before) for item in items]
            items += handover_moves.carried_notes(before)
            done(
                PrepareHandover(
                    shift.place,
                    shift.day,
                    shift.shift,
                    shift.begins,
                    shift.ends,
                    shift.next_shift,
                    tuple(facts),
                    tuple(items),
                    len(record.unexplained),
                )  # fmt: skip
            )

        def ask(desk: ReadDesk) -> tuple[ShiftRecord, Handover | None]:
            before = handover_before(shift.place, shift.ends)(desk)
            return shift_record(places, shift.begins, shift.ends, now, zone, before)(desk), before

        self._console.office.ask(ask, answered, refused)

    def _missed(self, shift: ShiftEnd, before: Handover | None, live: LineLive | None) -> Iterator[Fact]:
        """That the shift before was not handed over, where the place has handovers."""
        if before is None or live is None:
            return
        earlier = self._calendar(live).shifts_between(before.ends.timestamp(), shift.ends.timestamp() - 1.0)
        ended = [one for one in earlier if before.ends.timestamp() < one.end < shift.ends.timestamp()]
        unsigned = before.stage is Stage.DRAFT
        if ended or unsigned:
            last = (ended[-1].name, ended[-1].end) if ended else (before.shift, before.ends.timestamp())
            zone = self._calendar(live).zone
            day = datetime.fromtimestamp(last[1], zone).date().isoformat()
            count = len(ended) + unsigned
            yield Fact(
                Part.WATCH, "missed_handover", (("handovers", float(count)),), (("shift", last[0]), ("day", day))
            )

    def _made(self, lines: list[LineLive], shift: ShiftEnd) -> Iterator[Fact]:
        """Pieces of each line in this shift beside what its takt asks for, OEE of all, scrap of all."""
        now = self._console.now()
        good = scrap = planned = earned = 0.0
        for live in lines:
            if live.shift is None or live.shift.start != shift.begins.timestamp():
                continue  # it is in the next one already
            totals = self._console.floor.line_hearings[live.line.id].totals(now)
            expected = expected_by_now(live, now)
            figures = [("good", float(totals["good"] or 0))]
            if expected is not None:
                figures.append(("plan", float(round(expected))))
            yield Fact(Part.PRODUCTION, "line", tuple(figures), (("line", live.line.id), ("order", live.order)))
            good, scrap = good + float(totals["good"] or 0), scrap + float(totals["scrap"] or 0)
            if live.account is not None and live.account.oee is not None:
                planned += live.account.planned
                earned += live.account.oee * live.account.planned
        if planned > 0:
            yield Fact(Part.PRODUCTION, "oee", (("oee", round(earned / planned, 4)),))
        if good + scrap > 0:
            yield Fact(Part.PRODUCTION, "scrap", (("scrap", scrap), ("share", round(scrap / (good + scrap), 4))))

    def _people(self, shift: ShiftEnd) -> Iterator[Fact]:
        """How many were on duty there at the end, and who was to be and is not."""
        calls = self._console.calls
        if calls is None:
            return
        way = calls.dispatch.way(shift.place)
        at = min(self._console.now(), shift.ends.timestamp() - 1.0)
        present = {duty.person for duty in calls.dispatch.roster.present(at) if _touches(duty.scope, way)}
        if present:
            yield Fact(Part.PEOPLE, "on_duty", (("people", float(len(present))),))
        names = {person.id: person.name for person in calls.dispatch.setup.people}
        for absence in calls.dispatch.setup.absences:
            if absence.first <= shift.day <= absence.last and absence.shift in ("", shift.shift):
                yield Fact(Part.PEOPLE, "absent", (), (("person", names.get(absence.person, absence.person)),))

    def _silent(self, lines: list[LineLive]) -> Iterator[OpenItem]:
        """Stations of which nothing is known, and since when; many of one line are one thing to talk about."""
        for live in lines:
            silent = [
                one for one in live.stations if one.state is StationState.NO_DATA and one.no_data not in (None, *QUIET)
            ]
            since = [datetime.fromtimestamp(one.since or self._console.now(), UTC) for one in silent]
            if len(silent) > SEVERAL:
                id, figures = live.line.id, (("stations", float(len(silent))),)
                yield OpenItem(
                    item_id(Subject.STATION, id), Subject.STATION, silent[0].station.id, id, live.line.name,
                    min(since), risk=Risk.RAISED, code="several", figures=figures,
                )  # fmt: skip
                continue
            for one, at in zip(silent, since, strict=True):
                id = one.station.id
                yield OpenItem(
                    item_id(Subject.STATION, id), Subject.STATION, id, id, one.station.name, at,
                    risk=Risk.RAISED, code=str(one.no_data),
                )  # fmt: skip

    def _lines(self, place: str) -> list[LineLive]:
        """The line, or those of the area or site."""
        ways = self._console.office.authority.ways
        return [live for live in self._console.floor.lines if place in (live.line.id, *ways.get(live.line.id, ()))]

    def _calendar(self, live: LineLive) -> Calendar:
        return self._console.floor.line_hearings[live.line.id].calendar


def _touches(scope: tuple[str, ...], way: tuple[str, ...]) -> bool:
    return way[: len(scope)] == scope or scope[: len(way)] == way
