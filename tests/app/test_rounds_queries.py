"""What is asked about rounds and handovers: the past of an area, how far findings are, words in old handovers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from console.app.queries import handovers as past
from console.app.queries import rounds as ask
from console.app.queries.actions import action_file
from console.domain import handover_moves
from console.domain.audit_plans import AuditPlan
from console.domain.checklists import Form, Item, Purpose, Section, Words
from console.domain.commands import audits as do
from console.domain.commands import checklists as fill
from console.domain.commands import handovers as hand
from console.domain.commands import safety as safe
from console.domain.commands.actions import BeginAction, DoAction, DropAction, MakeAction, VerifyAction
from console.domain.commands.orders import AddOrder
from console.domain.commands.stops import TellStops
from console.domain.errors import Refusal
from console.domain.findings import Closing
from console.domain.handover_content import facts, items
from console.domain.handovers import Answered, Handover, OpenItem, Reply, Subject, handover_id, item_id
from console.domain.people import Grant, Role
from console.domain.safety import Happened
from console.domain.stops import ToldStop
from tests.app.staffed import NOON, Staffed

T = datetime.fromtimestamp(NOON, UTC)
FORM = Form((Section("s", Words("Sort"), (Item("a", Words("Clean")), Item("b", Words("Marked")))),), 0.8)


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Staffed]:
    """Qi cares for quality everywhere, Cy leads Body; a checklist is published."""
    made = Staffed(tmp_path)
    made.add("qi", Grant(Role.QUALITY))
    made.add("qi2", Grant(Role.PLANNER))
    made.add("cy", Grant(Role.TEAM_LEADER, ("Suzhou", "Body")))
    made.must(fill.DraftChecklist("t", Words("5S"), Purpose.FIVE_S, FORM), "qi")
    made.must(fill.PublishChecklist("t", version=1), "qi")
    yield made
    made.office.close()


def round_of(floor: Staffed, id: str, place: str, scores: tuple[int, int]) -> None:
    floor.must(fill.BeginRun(id, "t", place), "qi")
    for item, score in zip("ab", scores, strict=True):
        floor.must(fill.AnswerItem(id, place, item, score, "seen" if score <= 2 else ""), "qi")


def test_an_audit_opens_with_what_is_known_of_its_area(floor: Staffed) -> None:
    for id, place, scores in (("r1", "L1", (4, 1)), ("r2", "L2", (0, 0)), ("r3", "L1", (3, 2))):
        round_of(floor, id, place, scores)
        floor.must(fill.SignRun(id, place), "qi")
        floor.pass_time(60)
    floor.must(do.AddFinding("f", "L1/30", "rack not marked"), "cy")
    floor.must(do.TagThing("g", "L1", "old fixture", "cy", date(2026, 12, 1)), "cy")
    floor.must(safe.ReportSafety("e", Happened.HAZARD, "L1/30", "oil", T), "cy")
    stop = ToldStop("L1/30", T - timedelta(hours=2), T - timedelta(hours=1), "jam", "L1", "Body")
    old = replace(stop, since=T - timedelta(days=40), until=T - timedelta(days=39))
    floor.must(TellStops((stop, old)))

    found = floor.ask(ask.area_past("t", ("L1", "L1/30"), T + timedelta(minutes=5)))

    assert found.last is not None
    assert found.last.id == "r3"
    assert {answer.item: answer.value for answer in found.answers} == {"a": 3.0, "b": 2.0}
    assert [one.finding.id for one in found.findings] == ["f"]
    assert [tag.id for tag in found.tags] == ["g"]
    assert [one.machine for one in found.stops] == ["jam"]
    assert [event.id for event in found.events] == ["e"]
    nothing = floor.ask(ask.area_past("t", ("L9",), T))
    assert (nothing.last, nothing.findings, nothing.stops) == (None, (), ())


def test_a_run_is_found_whole_at_another_console(floor: Staffed) -> None:
    round_of(floor, "r", "L1", (4, 1))
    floor.must(do.AddFinding("f", "L1", "no label", run="r", item="b"), "cy")
    found = floor.ask(ask.run_file("r"))

    assert found is not None
    assert found.version.form == FORM
    assert found.by_item["b"].text == "seen"
    assert [(one.finding.item, one.closing, one.who) for one in found.findings] == [("b", Closing.BARE, "Cy")]
    assert found.names["qi"] == "Qi"
    assert floor.ask(ask.run_file("no such")) is None
    assert [run.id for run in floor.ask(ask.open_runs)] == ["r"]


def test_how_far_a_finding_is_follows_its_actions_which_somebody_else_verifies(floor: Staffed) -> None:
    floor.must(do.AddFinding("f", "L1", "no label\non the rack"), "cy")
    floor.must(MakeAction("k", "L1", "label it", "cy", date(2026, 12, 1), source="finding", record="f"), "cy")
    shown = floor.ask(ask.open_findings(["L1"]))[0]
    assert (shown.closing, shown.owner) == (Closing.OPEN, "Cy")

    floor.must(BeginAction("k", "L1"), "cy")
    floor.must(DoAction("k", "L1", "labelled"), "cy")
    assert floor.ask(ask.open_findings())[0].closing is Closing.DONE
    assert isinstance(floor.do(VerifyAction("k", "L1"), "cy"), Refusal)
    floor.must(VerifyAction("k", "L1"), "qi")
    assert floor.ask(ask.open_findings()) == ()
    floor.must(do.AddFinding("g", "L1/30", "no light"), "cy")
    floor.must(MakeAction("l", "L1/30", "lamp", "cy", date(2026, 12, 1), source="finding", record="g"), "cy")
    floor.must(DropAction("l", "L1/30", "it is a window"), "cy")
    floor.must(MakeAction("m", "L1", "one more", "cy", date(2026, 12, 1), source="finding", record="f"), "cy")
    shown = [(one.finding.id, one.closing, len(one.actions)) for one in floor.ask(ask.open_findings())]
    assert shown == [("f", Closing.OPEN, 2), ("g", Closing.BARE, 1)]
    assert [one.finding.id for one in floor.ask(ask.open_findings(["L1"]))] == ["f"]
    assert floor.ask(action_file("k")).shown.source == "no label"


def test_old_handovers_are_found_by_any_words_in_them(floor: Staffed) -> None:
    for day in (19, 20, 21):
        ends = datetime(2026, 11, day, 11, tzinfo=UTC)
        item = OpenItem(item_id(Subject.CALL, f"c{day}"), Subject.CALL, f"c{day}", "L1", f"Weld porosity {day}", ends)
        shift = ("L1", date(2026, 11, day), "day", ends - timedelta(hours=8), ends, "late")
        floor.must(hand.PrepareHandover(*shift, (), (item,), 0), "cy")
        id = handover_id("L1", ends)
        draft = floor.ask(past.handover_file(id, "L1", ends)).handover
        assert draft is not None
        if day != 21:
            floor.must(hand.HandOver(id, "L1", handover_moves.content_hash(draft)), "cy")

    assert [one.day.day for one in floor.ask(past.searched("POROSITY weld"))] == [20, 19]  # a draft is none yet
    assert [one.day.day for one in floor.ask(past.searched("porosity 19"))] == [19]
    assert floor.ask(past.searched("nothing")) == ()
    last = floor.ask(past.handover_file("none", "L1", T))
    assert last.handover is None
    assert last.before is not None
    assert last.before.day == date(2026, 11, 21)
    assert len(floor.ask(past.handovers_between(T - timedelta(days=1, hours=2), T, ["L1"]))) == 2


def test_a_handover_fills_itself_from_what_the_records_hold_of_the_shift(floor: Staffed) -> None:
    begins, ends = T - timedelta(hours=6), T + timedelta(hours=2)
    jam = ToldStop("L1/30", T - timedelta(hours=2), T - timedelta(hours=1), "jam", "L1", "Body")
    elsewhere = replace(jam, place="L2/10", line="L2")
    earlier = replace(jam, since=begins - timedelta(hours=2), until=begins - timedelta(hours=1))
    floor.must(TellStops((jam, elsewhere, earlier)))
    floor.must(safe.ReportSafety("e", Happened.LOST_TIME, "L1/30", "hand caught", T - timedelta(hours=1)), "cy")
    floor.must(AddOrder("WO-7", "A", 100, "L1", T - timedelta(minutes=5)), "qi2")
    plan = AuditPlan("p", "weekly", "t", ("L1",), (), date(2026, 11, 2), "UTC", weekday=4)
    floor.must(do.SetAuditPlan(plan), "qi")

    found = floor.ask(past.shift_record(("L1", "L1/30"), begins, ends, T, UTC))

    assert [stop.machine for stop in found.unexplained] == ["jam"]
    listed = [(item.subject, item.code) for item in items(found)]
    assert listed[0] == (Subject.SAFETY, "lost_time")
    assert sorted(listed[1:]) == [(Subject.AUDIT, "missed")] * 3 + [
        (Subject.ORDER, "late"),
        (Subject.STOP, "unexplained"),
    ]
    assert dict(facts(found)[1].figures) == {"minutes": 60.0, "stops": 1.0}


def test_an_unexplained_stop_that_nobody_accepted_comes_again_until_somebody_explains_it(floor: Staffed) -> None:
    begins, ends = T - timedelta(hours=6), T + timedelta(hours=2)
    jam = ToldStop("L1/30", begins - timedelta(hours=2), begins - timedelta(hours=1), "jam", "L1", "Body")
    older = replace(jam, since=begins - timedelta(days=3), until=begins - timedelta(days=3) + timedelta(minutes=5))
    floor.must(TellStops((jam, older)))
    item = OpenItem(item_id(Subject.STOP, "L1/30"), Subject.STOP, "L1/30", "L1/30", "jam", jam.since)
    before = Handover("h", "L1", T.date(), "Night", begins - timedelta(hours=8), begins, items=(item,))
    accepted = replace(before, replies=(Answered(item.id, Reply.ACCEPTED, T, "mo"),))

    def carried(one: Handover | None) -> list[datetime]:
        found = floor.ask(past.shift_record(("L1", "L1/30"), begins, ends, T, UTC, one))
        assert found.unexplained == ()  # it blocks no signature twice
        return [stop.since for stop in found.carried]

    assert carried(before) == [jam.since]  # and not what was never handed over
    assert (carried(accepted), carried(None)) == ([], [])
    (again,) = items(floor.ask(past.shift_record(("L1", "L1/30"), begins, ends, T, UTC, before)))
    assert (again.since, dict(again.figures)) == (jam.since, {"stops": 1.0, "minutes": 60.0})
