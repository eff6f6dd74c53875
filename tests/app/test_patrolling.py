"""Patrols: a point at which nobody was in time is called for, once, whoever looks and however often."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from console.app.queries.patrols import missed_call
from console.app.sharing import SharingDesk
from console.domain.andon import Call, Severity
from console.domain.audit_plans import Stand
from console.domain.checklists import Item, Purpose, Section, Words
from console.domain.commands.andon import ChangeCategory
from console.domain.commands.checklists import (
    AnswerItem,
    BeginRun,
    CheckInAt,
    DraftChecklist,
    DropRun,
    PublishChecklist,
    SetRoute,
    SignRun,
)
from console.domain.patrols import Point
from console.domain.sharing import Link
from tests.app.calling import Clock
from tests.app.rounding import FORM, ROUTE, Walks
from tests.databases import PostgreSQL

MINUTE = 60.0


@pytest.fixture
def works(tmp_path: Path) -> Iterator[Walks]:
    """A console with a patrol of two points: the gate within 10 minutes, the press within 30."""
    made = Walks(tmp_path)
    made.checklist()
    yield made
    made.close()


def walk(works: Walks, run: str = "r") -> None:
    works.must(BeginRun(run, "t", "L1"))


def calls(works: Walks) -> list[Call]:
    """Every call there is, open or not, the first first."""
    found = works.asked(lambda desk: desk.find(Call, code="missed_point"))
    return sorted(found, key=lambda call: call.raised)


def test_a_point_that_is_missed_is_called_for_once(works: Walks) -> None:
    walk(works)
    works.live(9 * MINUTE)
    assert calls(works) == []
    works.live(2 * MINUTE)
    begun = works.rounds.patrols.patrols[0].run.begun
    made = calls(works)
    assert [(call.id, call.place, call.category, call.severity) for call in made] == [
        (missed_call("r", "gate"), "L1/10", "safety", Severity.MAJOR)
    ]
    assert made[0].raised == begun + timedelta(minutes=10)
    assert made[0].text == f"Nobody was there by {begun + timedelta(minutes=10):%H:%M}: Gate (Night patrol)"
    works.live(5 * MINUTE)
    assert [(call.id, call.repeats) for call in calls(works)] == [(made[0].id, 0)]
    works.live(20 * MINUTE)
    assert [call.place for call in calls(works)] == ["L1/10", "L1/20"]


def test_a_point_where_somebody_was_in_time_is_not_called_for(works: Walks) -> None:
    walk(works)
    works.live(5 * MINUTE)
    works.must(CheckInAt("r", "L1", "gate", "P-GATE"), CheckInAt("r", "L1", "press"))
    works.live(60 * MINUTE)
    assert calls(works) == []


def test_a_point_that_was_added_to_the_route_after_the_form_is_not_called_for(works: Walks) -> None:
    walk(works)
    roof = Section("roof", Words("Roof"), (Item("x", Words("Dry")),))
    works.must(
        DraftChecklist("t", Words("Night patrol"), Purpose.PATROL, replace(FORM, sections=(*FORM.sections, roof)), 2)
    )
    works.must(PublishChecklist("t", "", 3), SetRoute("t", (*ROUTE, Point("roof", "L1/30", "P-ROOF", 5)), 1))
    works.must(CheckInAt("r", "L1", "gate", "P-GATE"), CheckInAt("r", "L1", "press"))
    works.live(60 * MINUTE)
    assert calls(works) == []


def test_who_comes_late_ends_what_was_called_for(works: Walks) -> None:
    walk(works)
    works.live(11 * MINUTE)
    works.must(CheckInAt("r", "L1", "gate", "P-GATE"))
    works.live(MINUTE)
    (call,) = calls(works)
    assert call.cleared is not None
    assert call.open  # somebody still says why


def test_a_patrol_that_is_dropped_calls_for_nothing(works: Walks) -> None:
    walk(works, "r")
    works.must(DropRun("r", "L1", "fire drill"))
    works.live(60 * MINUTE)
    assert calls(works) == []


def test_who_signs_without_having_been_at_a_point_is_called_for_at_once(works: Walks) -> None:
    walk(works, "q")
    works.live(3 * MINUTE)
    works.must(CheckInAt("q", "L1", "gate", "P-GATE"))
    works.must(AnswerItem("q", "L1", "g", 4), AnswerItem("q", "L1", "p", 4), SignRun("q", "L1"))
    works.live(MINUTE)
    (made,) = calls(works)
    (patrol,) = works.rounds.patrols.patrols
    assert (made.id, made.raised) == (missed_call("q", "press"), patrol.run.ended)
    works.live(60 * MINUTE)
    assert [call.repeats for call in calls(works)] == [0]


def test_a_restart_calls_for_what_was_missed_meanwhile_and_for_nothing_twice(tmp_path: Path) -> None:
    works = Walks(tmp_path)
    try:
        works.checklist()
        walk(works)
        works.live(11 * MINUTE)
        assert len(calls(works)) == 1
        works.close()
        works.clock.at += 30 * MINUTE
        works.begin()
        works.live()
        assert [call.place for call in calls(works)] == ["L1/10", "L1/20"]
        works.close()
        works.clock.at += 26 * 3600.0  # longer than a check is the same check
        works.begin()
        works.live()
        assert [(call.place, call.repeats) for call in calls(works)] == [("L1/10", 0), ("L1/20", 0)]
    finally:
        works.close()


def test_the_category_is_what_the_setting_says_or_quality_where_there_is_no_safety(works: Walks) -> None:
    known = {one.id: one for one in works.calls.dispatch.setup.categories}
    patrols = works.rounds.patrols
    assert patrols._category_of(works.calls) == "safety"
    patrols._category = "help"
    assert patrols._category_of(works.calls) == "help"
    patrols._category = "no such"
    assert patrols._category_of(works.calls) == "safety"
    works.must(ChangeCategory(replace(known["safety"], active=False)))
    works.until(lambda: not next(c for c in works.calls.dispatch.setup.categories if c.id == "safety").active)
    assert patrols._category_of(works.calls) == "quality"


def test_a_patrol_that_was_planned_and_not_begun_is_a_missed_round(works: Walks) -> None:
    works.plan()
    works.live(3 * 3600.0)
    assert (works.today().stand, works.rounds.waiting) == (Stand.MISSED, 1)
    assert calls(works) == []  # nobody is on the way


def test_whoever_began_a_patrol_walks_it(works: Walks) -> None:
    works.person("ann")
    works.must(BeginRun("r", "t", "L1"), who="ann")
    assert [one.run.id for one in works.rounds.patrols.walked_by("ann")] == ["r"]
    assert works.rounds.patrols.walked_by("ben") == ()
    patrol = works.rounds.patrols.patrol("r")
    assert patrol is not None
    assert patrol.route.points == ROUTE


class Office(Walks):
    """A console that shares."""

    def __init__(self, folder: Path, name: str, address: Any, clock: Clock) -> None:
        folder.mkdir()
        super().__init__(folder, clock)
        console = self.console
        self.desk = SharingDesk(console.office, console.mailbox, console.bus, name)
        console.serve(self.desk)
        self.desk.join(address)
        self.until(lambda: self.desk.sharing.link is Link.SHARED)
        assert self.desk._courier is not None
        self.desk._courier.poll = 0.1

    def quiet(self) -> bool:
        """Whether nothing that was given here waits."""
        return not self.desk.sharing.waiting


def test_two_offices_make_one_call_and_the_same_checklists(tmp_path: Path, postgresql: PostgreSQL) -> None:
    address, clock = postgresql.fresh(), Clock()
    offices = [Office(tmp_path / name, name, address, clock) for name in "ab"]
    try:
        one, other = offices
        one.checklist()
        walk(one)
        end = time.monotonic() + 20
        while other.rounds.patrols.patrol("r") is None:
            assert time.monotonic() < end
            for office in offices:
                office.live()
        clock.at += 11 * MINUTE
        for office in offices:  # neither has heard of the other's call
            office.live()
        while not all(office.quiet() and called(office) == called(one) for office in offices):
            assert time.monotonic() < end, [called(office) for office in offices]
            for office in offices:
                office.live()
            time.sleep(0.02)
        assert [(id, repeats) for id, repeats, _ in called(one)] == [(missed_call("r", "gate"), 0)]
        assert one.rounds.told.templates == other.rounds.told.templates
    finally:
        for office in offices:
            office.close()


def called(works: Walks) -> list[tuple[str, int, Any]]:
    """The calls as the records of one office have them."""
    return [(call.id, call.repeats, call.raised) for call in calls(works)]
