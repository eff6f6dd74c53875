"""Rules of dispatch in the office: the skill gate, who may go over it, what happens meanwhile; links of an order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from console.app.queries.order_links import about_order, crew_of, links_of
from console.domain.andon import Category, Source
from console.domain.commands.actions import MakeAction
from console.domain.commands.andon import AddCategory, RaiseCall
from console.domain.commands.comments import AddComment
from console.domain.commands.orders import AddOrder, AssignOrderStep, AssignUnskilled, ChangeOrder
from console.domain.commands.people import AddOperation, SetSkill
from console.domain.orders import OrderStep, WorkOrder, order_id
from console.domain.people import Grant, Role
from tests.app.staffed import NOON, Staffed

BODY = ("Suzhou", "Body")
ONE = order_id("WO-1")
DAY = date(2026, 11, 21)
STEPS = (OrderStep("Weld", "L1/30", 12.0), OrderStep("Pack"))


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Staffed]:
    """Cy leads L1, Su supervises Body; Bo may weld alone, Di could until yesterday, Ed never learnt it."""
    made = Staffed(tmp_path)
    made.add("pia", Grant(Role.PLANNER))
    made.add("cy", Grant(Role.TEAM_LEADER, (*BODY, "L1")))
    made.add("su", Grant(Role.SUPERVISOR, BODY))
    for id in ("bo", "di", "ed"):
        made.add(id, Grant(Role.OPERATOR, (*BODY, "L1")))
    made.must(AddOperation("weld", "Weld", "L1/30"))
    made.must(SetSkill("bo", "weld", 3, None, None))
    made.must(SetSkill("di", "weld", 4, DAY - timedelta(days=1), DAY - timedelta(days=300)))
    made.must(AddOrder("WO-1", "A", 100, "L1", steps=STEPS), "pia")
    yield made
    made.office.close()


def weld(floor: Staffed) -> OrderStep:
    found = floor.ask(lambda desk: desk.need(WorkOrder, ONE))
    assert isinstance(found, WorkOrder)
    return found.steps[0]


def give(people: tuple[str, ...], **more: Any) -> AssignOrderStep:
    return AssignOrderStep(ONE, "L1", "Weld", "L1/30", people, "L1/30", more.pop("were", ()), DAY)


def test_somebody_with_the_skill_is_assigned_and_who_assigned_them_is_kept(floor: Staffed) -> None:
    assert floor.do(give(("bo",)), "bo").code == "not_allowed"
    floor.must(give(("bo",)), "cy")
    step = weld(floor)
    assert (step.people, step.assigned_by, step.over) == (("bo",), "cy", "")
    assert step.assigned == datetime.fromtimestamp(NOON, UTC)


def test_who_lacks_the_skill_is_named_with_the_reason_and_only_a_supervisor_goes_over_it(floor: Staffed) -> None:
    expired = floor.do(give(("bo", "di")), "su")
    assert expired.code == "skill_lacking"
    assert (expired.facts["name"], expired.facts["level"]) == ("Di", 4)
    assert expired.facts["expires"] == DAY - timedelta(days=1)
    assert floor.do(give(("ed",)), "cy").facts["level"] == 0
    over = AssignUnskilled(ONE, "L1", "Weld", "L1/30", ("di",), "L1/30", (), DAY, "no welder is here today")
    assert floor.do(over, "cy").code == "not_allowed"
    assert floor.do(AssignUnskilled(ONE, "L1", "Weld", "L1/30", ("di",), "L1/30", (), DAY, " "), "su").code
    assert weld(floor).people == ()
    floor.must(over, "su")
    assert (weld(floor).people, weld(floor).over) == (("di",), "no welder is here today")
    nothing = AssignUnskilled(ONE, "L1", "Weld", "L1/30", ("bo",), "L1/30", ("di",), DAY, "why")
    assert floor.do(nothing, "su").code == "nothing_lacking"


def test_who_assigned_a_step_meanwhile_is_not_passed_over(floor: Staffed) -> None:
    floor.must(give(("bo",)), "cy")
    assert floor.do(give(()), "su").code == "changed_meanwhile"
    floor.must(give((), were=("bo",)), "su")
    assert weld(floor).people == ()
    assert floor.do(AssignOrderStep(ONE, "L2", "Weld", "", (), "L1/30"), "su").code in ("missing", "not_allowed")
    assert floor.do(give(("nobody",)), "su").code == "missing"


def test_a_changed_order_keeps_who_does_its_steps_unless_they_moved(floor: Staffed) -> None:
    floor.must(give(("bo",)), "cy")

    def change(steps: tuple[OrderStep, ...], version: int) -> None:
        floor.must(ChangeOrder(ONE, "A", 90, "L1", None, False, "", steps, version=version), "pia")

    change((OrderStep("Weld", "L1/30", 13.0, people=("ed",)),), 2)
    assert weld(floor).people == ("bo",)
    change((OrderStep("Weld", "", 13.0),), 3)
    assert weld(floor).people == ()


def test_calls_actions_and_words_about_an_order_are_found_with_it(floor: Staffed) -> None:
    floor.must(AddCategory(Category("material", "Material")))
    floor.must(RaiseCall("L1", "material", "coil 4 is missing", source=Source.PERSON, what=about_order(ONE)), "bo")
    floor.must(RaiseCall("L1/30", "material", "another one", source=Source.PERSON), "bo")
    made = MakeAction("a1", "L1", "Find a second supplier", "su", DAY, source="work_order", record=ONE)
    floor.must(made, "su")
    assert floor.do(MakeAction("a2", "L2", "x", "su", DAY, source="work_order", record=ONE), "su").code == "missing"
    floor.must(AddComment("c1", "work_order", ONE, "L1", "The coil comes at two"), "bo")
    links = floor.ask(links_of(ONE))
    assert [one.call.text for one in links.calls] == ["coil 4 is missing"]
    assert [(one.action.title, one.source) for one in links.actions] == [("Find a second supplier", "WO-1 · A")]
    assert [(said.comment.text, said.by) for said in links.thread] == [("The coil comes at two", "Bo")]


def test_the_crew_is_asked_for_with_what_it_has_learnt(floor: Staffed) -> None:
    crew = floor.ask(crew_of)
    assert {"Bo", "Di", "Ed", "Cy"} <= {person.name for person in crew.people}
    assert [operation.name for operation in crew.operations] == ["Weld"]
    assert {(skill.person, skill.level) for skill in crew.skills} == {("bo", 3), ("di", 4)}


def test_nobody_goes_round_the_skill_by_another_line_or_by_no_station(floor: Staffed) -> None:
    floor.must(AddOperation("pack", "Pack", "L2"))
    floor.must(AssignOrderStep(ONE, "L1", "Pack", "", ("ed",), "", (), DAY), "cy")
    assert floor.do(AssignOrderStep(ONE, "L1", "Weld", "", ("ed",), "L1/30", (), DAY), "cy").code == "skill_lacking"
    version = floor.ask(lambda desk: desk.kept(WorkOrder, id=ONE))[0].version
    floor.must(ChangeOrder(ONE, "A", 100, "L2", None, False, "", STEPS, version=version), "pia")
    found = floor.ask(lambda desk: desk.need(WorkOrder, ONE))
    assert isinstance(found, WorkOrder)
    assert (found.line, found.steps[1].people) == ("L2", ())
