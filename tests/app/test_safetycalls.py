"""Rules of safety in a running console: what is urgent becomes one call, and nobody is named who asked not to be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from console.app.pins import hashed
from console.app.queries.safety import event_of, safety_file, safety_told
from console.app.safetycalls import SafetyCalls, day_of
from console.domain.commands import CONSOLE
from console.domain.commands.people import AddPerson, BeginPlant, SetPin
from console.domain.commands.safety import ChangeSafety, CloseSafety, ReportSafety
from console.domain.errors import Refusal
from console.domain.people import Grant, Role
from console.domain.permissions import NotAllowed
from console.domain.safety import Happened, SafetyEvent
from console.records.trail import Asked, search
from tests.app.calling import T0, Works

PIN, KEPT = "2580", hashed("2580", b"sixteen bytes ok")
AT = datetime.fromtimestamp(T0, UTC)


class Plant(Works):
    """The console with safety, as it is furnished; `restart` ends it and begins it anew."""

    def begin(self) -> None:
        super().begin()
        self.safety = self.console.safety = SafetyCalls(self.console)
        self.safety.start()

    def report(
        self, event: str, what: Happened, serious: bool = False, place: str = "L1/10", named: bool = True
    ) -> None:
        command = ReportSafety(event, what, place, "Fence stands open", AT - timedelta(minutes=9), serious, named=named)
        self.give(command)
        self.settle()

    def change(self, event: str, serious: bool, what: Happened = Happened.HAZARD) -> None:
        at = AT - timedelta(minutes=9)
        self.give(ChangeSafety(event, what, "L1/10", "Fence stands open", at, serious, cause="Hinge"))
        self.settle()

    def sign_in(self, person: str) -> None:
        self.console.session.sign_in(person, PIN)
        self.until(lambda: self.console.session.person is not None and self.console.session.person.id == person)

    def restart(self) -> None:
        self.close()
        self.begin()
        self.settle()

    def answer(self, command: ReportSafety) -> Any:
        box: list[Any] = []
        self.safety.report(command, box.append, box.append)
        self.until(lambda: box)
        self.settle()
        return box[0]


@pytest.fixture
def plant(tmp_path: Path) -> Iterator[Plant]:
    made = Plant(tmp_path)
    made.give(BeginPlant("ada", "Ada", "1", KEPT))
    made.settle()
    yield made
    made.close()


def test_what_is_serious_calls_the_safety_officer_at_once_and_points_to_the_report(plant: Plant) -> None:
    plant.report("e1", Happened.HAZARD, serious=True)
    (shown,) = plant.calls.open
    assert (shown.call.category, shown.call.place, shown.call.raised_by) == ("safety", "L1/10", CONSOLE)
    assert event_of(shown.call.about) == "e1"
    assert shown.call.text == "Serious hazard: Fence stands open"
    assert shown.call.raised == AT

    plant.report("e2", Happened.LOST_TIME, place="L1")
    assert [event_of(one.call.about) for one in plant.calls.open if one.call.place == "L1"] == ["e2"]


def test_what_is_not_urgent_calls_nobody_until_more_is_known(plant: Plant) -> None:
    plant.report("e1", Happened.FIRST_AID)
    plant.report("e2", Happened.HAZARD)
    assert plant.calls.open == ()
    plant.clock.at += 7200.0
    plant.change("e2", serious=True)
    (shown,) = plant.calls.open
    assert event_of(shown.call.about) == "e2"
    assert shown.call.begun == AT + timedelta(hours=2)  # it waits for an answer since now


def test_a_restart_and_another_console_make_no_second_call(plant: Plant) -> None:
    plant.report("e1", Happened.HAZARD, serious=True)
    other = SafetyCalls(plant.console)  # what another console does at the same time
    other.start()
    plant.settle()
    for _ in range(2):
        plant.clock.at += 90_000.0
        plant.restart()
    (shown,) = plant.calls.open
    assert shown.call.repeats == 0


def test_what_was_reported_while_nobody_could_call_is_called_for_after_the_restart(tmp_path: Path) -> None:
    bare = Works(tmp_path)
    bare.give(ReportSafety("e1", Happened.LOST_TIME, "L1", "Fell from the ladder", AT))
    bare.close()
    plant = Plant(tmp_path)
    plant.settle()
    assert [event_of(one.call.about) for one in plant.calls.open] == ["e1"]
    plant.close()


def test_a_report_that_is_closed_ends_the_condition_of_its_call(plant: Plant) -> None:
    plant.report("e1", Happened.HAZARD, serious=True)
    plant.change("e1", serious=True)
    plant.give(CloseSafety("e1", "L1/10"))
    plant.settle()
    (shown,) = plant.calls.open
    assert shown.call.cleared is not None


def test_who_does_not_want_to_be_named_is_named_nowhere(plant: Plant) -> None:
    plant.give(AddPerson("oz", "Oz", "7", (Grant(Role.OPERATOR, ("Suzhou", "Body", "L1")),)))
    plant.give(SetPin("oz", KEPT))
    plant.sign_in("oz")
    for event, named in (("open", True), ("quiet", False)):
        command = ReportSafety(event, Happened.HAZARD, "L1/10", "Oil", AT, named=named)
        assert not isinstance(plant.answer(command), Refusal)

    told = plant.calls._console.office
    box: list[Any] = []
    told.ask(lambda desk: {one.id: one.reporter for one in desk.find(SafetyEvent)}, box.append)
    plant.until(lambda: box)
    assert box[0] == {"open": "oz", "quiet": ""}

    def lines(local: Any) -> dict[str, str]:
        with local.reading() as db:
            return {str(line.payload["event"]): line.who for line in search(db, Asked(command="ReportSafety"))}

    told.run(lines, box.append)
    plant.until(lambda: len(box) > 1)
    assert box[1] == {"open": "oz", "quiet": CONSOLE}


def test_without_a_name_nobody_reports_where_they_may_not(plant: Plant) -> None:
    plant.give(AddPerson("vi", "Vi", "8", (Grant(Role.VIEWER),)))
    plant.give(SetPin("vi", KEPT))
    command = ReportSafety("e", Happened.HAZARD, "L1/10", "Oil", AT, named=False)
    assert isinstance(plant.answer(command), NotAllowed)  # nobody is signed in
    plant.sign_in("vi")
    assert isinstance(plant.answer(command), NotAllowed)


def test_a_page_is_told_what_is_open_however_old_it_is(plant: Plant) -> None:
    long_ago = AT - timedelta(days=500)
    for event, what in (("a", Happened.HAZARD), ("b", Happened.FIRST_AID), ("c", Happened.NEAR_MISS)):
        plant.give(ReportSafety(event, what, "L1", "Oil", long_ago))
    for event in ("b", "c"):
        plant.give(ChangeSafety(event, Happened.FIRST_AID if event == "b" else Happened.NEAR_MISS, "L1", "Oil",
                                long_ago, cause="Seal"))  # fmt: skip
        plant.give(CloseSafety(event, "L1"))
    box: list[Any] = []
    plant.console.office.ask(safety_told(AT - timedelta(days=90)), box.append)
    plant.console.office.ask(safety_file("a"), box.append)
    plant.until(lambda: len(box) == 2)
    assert {one.event.id for one in box[0].events} == {"a", "b"}
    assert box[0].first == long_ago
    assert (box[1].shown.revision, box[1].call) == (1, None)


def test_a_day_that_is_none_counts_from_the_first_report() -> None:
    assert day_of("2026-01-31") == datetime(2026, 1, 31).date()
    assert day_of("") is None
    assert day_of("soon") is None
