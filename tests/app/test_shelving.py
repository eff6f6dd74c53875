"""Shelved alarms with real records: counted and not raised, raised when the time is over, on every console."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from console.app.calls import FILE
from console.domain.andon import Severity, Stage
from console.domain.commands import Command
from console.domain.commands.andon import ChangeCategory
from console.domain.commands.figures import RemoveBaseline, SetBaseline, ShelveAlarm, UnshelveAlarm
from console.domain.errors import Refusal
from console.domain.responses import Baseline, Span, rounds, seconds
from console.domain.shelving import Shelf
from tests.app.calling import Works

HOUR = timedelta(hours=1)


@pytest.fixture
def works(tmp_path: Path) -> Iterator[Works]:
    made = Works(tmp_path)
    made.staff()
    yield made
    made.close()


def shelve(works: Works, what: str = "E77", hours: float = 1.0, who: str = "lea", **more: Any) -> None:
    """Shelve the fault of station 10, and wait until it is so."""
    expires = works.now + timedelta(hours=hours)
    works.give(ShelveAlarm("shelf", "L1/10", "machine", expires, "On order", what=what, **more), who=who)
    works.until(lambda: works.calls.shelved)
    works.settle()


def fault(works: Works, code: str = "E77", station: str = "10") -> None:
    """The station tells of a fault, or with "" of none."""
    works.say(station, alarm="Pressure low" if code else "", code=code, level="fault" if code else "")
    works.settle()


def refused(works: Works, command: Command, who: str = "lea") -> Refusal:
    """What it is refused with."""
    box: list[Any] = []
    works.console.office.do(command, box.append, box.append, who=who)
    works.until(lambda: box)
    assert isinstance(box[0], Refusal), box[0]
    return box[0]


def kept(works: Works) -> Shelf:
    """The shelf in the records."""
    box: list[Shelf] = []
    works.console.office.ask(lambda desk: desk.need(Shelf, "shelf"), box.append)
    works.until(lambda: box)
    return box[0]


def test_what_is_shelved_becomes_no_call_and_is_counted(works: Works) -> None:
    shelve(works)
    for _ in range(3):
        fault(works)
        works.after(30)
        fault(works, "")
        works.after(30)
    assert works.all() == []
    (shown,) = works.calls.shelved
    assert (shown.times, shown.active, shown.shelf.who, shown.shelf.reason) == (3, False, "lea", "On order")


def test_other_alarms_of_the_place_and_the_same_elsewhere_are_raised(works: Works) -> None:
    shelve(works)
    fault(works, "E78")
    fault(works, "E77", station="20")
    assert {(call.place, call.about) for call in works.all()} == {("L1/10", "E78"), ("L1/20", "E77")}


def test_what_is_still_so_is_raised_when_the_time_is_over(works: Works) -> None:
    shelve(works)
    works.after(60)
    began = works.now
    fault(works)
    works.after(3600 - 60 - 10)
    assert works.all() == []
    assert works.calls.shelved[0].active
    works.after(20)
    works.until(works.all)
    (call,) = works.all()
    assert call.raised == began  # its true time
    assert call.waiting_since - began >= timedelta(minutes=58)  # and nobody is late who could not know
    works.settle()
    assert works.all()[0].level == 0
    assert works.calls.shelved == ()
    works.until(lambda: kept(works).ended)
    assert (kept(works).times, kept(works).ended_by) == (1, "console")


def test_what_was_shelved_is_answered_from_when_it_was_raised(works: Works) -> None:
    shelve(works)
    fault(works)
    works.after(3620)
    works.until(works.all)
    (call,) = works.all()
    (response,) = rounds(call)
    assert response.began == call.waiting_since
    assert seconds(response, Span.ACKNOWLEDGE) is None
    assert call.stage is Stage.RAISED


def test_what_is_over_by_then_is_not_raised(works: Works) -> None:
    shelve(works)
    fault(works)
    works.after(60)
    fault(works, "")
    works.after(3600)
    assert works.all() == []


def test_who_ends_it_earlier_lets_what_is_so_be_raised_at_once(works: Works) -> None:
    shelve(works)
    fault(works)
    works.after(60)
    works.give(UnshelveAlarm("shelf", "L1/10"), who="mo")
    works.until(works.all)
    works.until(lambda: kept(works).times == 1)
    assert kept(works).ended_by == "mo"
    assert works.calls.shelved == ()


def test_a_call_that_was_open_before_is_told_when_it_is_over(works: Works) -> None:
    fault(works)
    works.until(works.all)
    shelve(works)
    fault(works, "")
    works.until(lambda: works.all()[0].cleared)


def test_a_restart_forgets_nothing_of_the_shelf(works: Works) -> None:
    shelve(works)
    began = works.now
    fault(works)
    works.close()
    assert json.loads((works.folder / FILE).read_text())["shelved"]["times"] == {"shelf": 1}
    works.begin()
    assert works.calls.shelved[0].times == 1
    assert works.calls.shelved[0].active
    works.after(3620)
    works.until(works.all)
    assert works.all()[0].raised == began


def test_a_category_made_critical_meanwhile_is_raised_at_once(works: Works) -> None:
    shelve(works)
    fault(works)
    assert works.all() == []
    category = works.calls.dispatch.categories["machine"]
    works.give(ChangeCategory(replace(category, severity=Severity.CRITICAL)))
    works.until(works.all)


def test_a_shelf_wants_a_person_a_reason_and_an_end(works: Works) -> None:
    later = works.now + HOUR
    ask = ShelveAlarm("shelf", "L1/10", "machine", later, "On order", what="E77")
    assert refused(works, ask, who="console").code == "shelf_person_needed"
    assert refused(works, ask, who="quinn").code == "not_allowed"
    assert refused(works, ShelveAlarm("s", "L1/10", "machine", later, " ", what="E77")).code == "shelf_reason_wanted"
    long = ShelveAlarm("s", "L1/10", "machine", works.now + 25 * HOUR, "Why", what="E77")
    assert refused(works, long).code == "shelf_too_long"
    assert refused(works, ShelveAlarm("s", "L1/10", "safety", later, "Why", what="E77")).code == "never_shelved"
    works.give(ask, who="lea")
    again = refused(works, ShelveAlarm("other", "L1/10", "machine", later, "Why", what="E77"), who="sue")
    assert (again.code, again.facts["name"]) == ("already_shelved", "Lea")
    elsewhere = refused(works, UnshelveAlarm("shelf", "L1/20"))
    assert elsewhere.code == "missing"


def test_a_baseline_is_kept_with_a_name_and_a_reason(works: Works) -> None:
    start, end = works.now - 14 * 24 * HOUR, works.now - 7 * 24 * HOUR
    works.give(SetBaseline("b", "Before the new feeder", start, end, "New feeder", "L1"), who="sue")
    found: list[list[Baseline]] = []
    works.console.office.ask(lambda desk: desk.find(Baseline), found.append)
    works.until(lambda: found)
    (base,) = found[0]
    assert (base.window.start, base.window.end, base.noted_by, base.reason) == (start, end, "sue", "New feeder")
    assert refused(works, SetBaseline("c", "N", start, end, "", "L1"), who="sue").code == "baseline_unfit"
    assert refused(works, SetBaseline("c", "N", end, start, "R", "L1"), who="sue").code == "baseline_unfit"
    assert refused(works, SetBaseline("c", "N", start, works.now + HOUR, "R", "L1"), who="sue").code == "baseline_unfit"
    assert refused(works, RemoveBaseline("b", "L2")).code in ("missing", "not_allowed")
    works.give(RemoveBaseline("b", "L1"), who="sue")
