"""Rules of columns: every flow is set up by the same command, and who begins an action finds room or says why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from console.app.queries.flows import set_up
from console.domain.action_flow import ACTIONS
from console.domain.actions import Action, ActionStep, Stage
from console.domain.commands.actions import BeginAction, DoAction, MakeAction
from console.domain.commands.orders import SetFlowColumn
from console.domain.orders import ORDERS
from console.domain.people import Grant, Role
from tests.app.staffed import Staffed


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Staffed]:
    """Pia plans the whole plant, Bo and Li operate on L1."""
    made = Staffed(tmp_path)
    made.add("pia", Grant(Role.PLANNER))
    for one in ("bo", "li"):
        made.add(one, Grant(Role.OPERATOR, ("Suzhou", "Body", "L1")))
    for id, owner in (("a", "bo"), ("b", "bo"), ("c", "li")):
        made.must(MakeAction(id, "L1", f"Mark {id}", owner, date(2026, 11, 30)), "bo")
    yield made
    made.office.close()


def code(result: object) -> object:
    return getattr(result, "code", None)


def test_a_column_of_either_flow_is_set_up_by_the_same_command(floor: Staffed) -> None:
    floor.must(SetFlowColumn("actions", "doing", 2, True, "Owner is there"), "pia")
    floor.must(SetFlowColumn("orders", "released", 3), "pia")
    told = floor.ask(set_up(ACTIONS))
    assert (told.flow.column("doing").limit, told.flow.column("doing").per_lane) == (2, True)
    assert told.flow.column("doing").policy == "Owner is there"
    assert told.versions == {"doing": 1}
    assert floor.ask(set_up(ORDERS)).flow.column("released").limit == 3
    floor.must(SetFlowColumn("actions", "doing", 5, version=1), "pia")
    assert code(floor.do(SetFlowColumn("actions", "doing", 6, version=1), "pia")) == "changed_meanwhile"


def test_what_has_ended_takes_no_limit_and_no_other_flow_is_known(floor: Staffed) -> None:
    assert code(floor.do(SetFlowColumn("actions", "effective", 2), "pia")) == "column_unfit"
    assert code(floor.do(SetFlowColumn("actions", "running", 2), "pia")) == "missing"
    assert code(floor.do(SetFlowColumn("projects", "doing", 2), "pia")) == "missing"


def test_who_begins_one_too_many_says_why_and_it_is_kept(floor: Staffed) -> None:
    floor.must(SetFlowColumn("actions", "doing", 1), "pia")
    floor.must(BeginAction("a", "L1"), "bo")
    assert code(floor.do(BeginAction("c", "L1"), "li")) == "column_full"
    floor.must(DoAction("b", "L1", "Marked"), "bo")
    assert floor.ask(lambda desk: desk.need(Action, "b")).stage is Stage.DONE, "what is done needs no room"
    floor.must(BeginAction("c", "L1", "The walkway is blocked"), "li")
    steps = floor.ask(lambda desk: desk.find(ActionStep, action="c"))
    assert "The walkway is blocked" in [step.note for step in steps]


def test_a_limit_of_each_owner_counts_each_alone(floor: Staffed) -> None:
    floor.must(SetFlowColumn("actions", "doing", 1, True), "pia")
    floor.must(BeginAction("a", "L1"), "bo")
    floor.must(BeginAction("c", "L1"), "li")
    assert code(floor.do(BeginAction("b", "L1"), "bo")) == "column_full"
