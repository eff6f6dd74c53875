"""What a handover says by itself: which records become open items, and the numbers of the shift."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from console.domain.actions import Action
from console.domain.andon import Call, Category, Severity, Source
from console.domain.audit_plans import AuditPlan, rounds, standings
from console.domain.handover_content import ShiftRecord, facts, items
from console.domain.handovers import OpenItem, Part, Risk, Subject
from console.domain.orders import HOLD, RUNNING, WorkOrder
from console.domain.people import Role
from console.domain.reasons import Reason
from console.domain.safety import Happened, SafetyEvent
from console.domain.shelving import Shelf
from console.domain.stops import Stop
from console.domain.warning_rules import EarlyWarning, Sign

T = datetime(2026, 11, 20, 6, tzinfo=UTC)
END = T + timedelta(hours=8)
NOW = END - timedelta(minutes=30)
EMPTY = ShiftRecord(T, END, NOW, UTC)


def at(hours: float) -> datetime:
    return T + timedelta(hours=hours)


def call(id: str, raised: float, **more: object) -> Call:
    made = Call(id, "material", "L2/04", Severity.MAJOR, "coil 4", Source.PERSON, at(raised), "bo")
    return replace(made, **more)  # type: ignore[arg-type]


def only(shift: ShiftRecord) -> OpenItem:
    found = items(shift)
    assert len(found) == 1
    return found[0]


def test_an_open_call_is_handed_over_with_who_has_it_and_what_was_done() -> None:
    category = Category("material", "Material", owner=Role.TEAM_LEADER)
    shift = replace(
        EMPTY,
        calls=(call("c", 1, containment="taken from L3"), call("d", 2, closed=at(3))),
        categories={"material": category},
    )
    found = only(shift)
    assert (found.subject, found.record, found.title) == (Subject.CALL, "c", "Material — coil 4")
    assert (found.text, found.owner, found.risk) == ("taken from L3", "team_leader", Risk.RAISED)
    assert only(replace(shift, calls=(call("c", 1, owner="eve"),))).owner == "eve"


def test_stops_without_a_reason_are_one_item_a_station_and_count_within_the_shift() -> None:
    stops = (
        Stop("s", "L2/04", at(-1), at(0.5), machine="jam"),
        Stop("t", "L2/04", at(2), at(2.25)),
        Stop("u", "L2/04", at(3), at(4), reason="jam"),
        Stop("v", "L2/04", at(3), at(4), merged_into="u"),
    )
    shift = replace(EMPTY, stops=stops)
    found = only(shift)
    assert (found.place, found.title, dict(found.figures)) == ("L2/04", "jam", {"stops": 2.0, "minutes": 45.0})
    assert [stop.id for stop in shift.unexplained] == ["s", "t"]


def test_orders_that_are_held_blocked_or_late_are_handed_over() -> None:
    order = WorkOrder("o", "WO-1", "A", 100, at(-9), "pia", "L1", column=RUNNING, since=at(0), good=40)
    shift = replace(
        EMPTY,
        orders=(
            replace(order, id="held", column=HOLD),
            replace(order, id="blocked", blocked="no drawing", blocked_at=at(2), blocked_by="qi"),
            replace(order, id="late", due=at(7)),
            replace(order, id="fine", due=at(9)),
        ),
    )
    assert {(one.record, one.code) for one in items(shift)} == {
        ("held", "held"),
        ("blocked", "blocked"),
        ("late", "late"),
    }


def test_the_rest_of_the_record_is_handed_over_too() -> None:
    action = Action("a", "grease", "L1", "bob", date(2026, 11, 17), at(-99), "ann")
    plan = AuditPlan("p", "weekly", "t", ("L1",), ("qi",), date(2026, 11, 19), "UTC", weekday=3)
    missed = standings(rounds(plan, date(2026, 11, 19), date(2026, 11, 19)), (), (), NOW)
    shelf = Shelf("h", "L1/30", "machine", "", "E-14", "sensor ordered", "cy", at(1), NOW + timedelta(minutes=90))
    warning = EarlyWarning("w", "rule", Sign.DRIFT, "L1/30", "L1/30/temperature", at(5))
    shift = replace(
        EMPTY,
        actions=(action, replace(action, id="b", due=date(2026, 11, 20))),
        rounds=missed,
        shelves=(shelf,),
        warnings=(warning,),
    )
    found = {one.subject: one for one in items(shift)}
    assert len(items(shift)) == 4
    assert dict(found[Subject.ACTION].figures) == {"days": 3.0}
    assert (found[Subject.AUDIT].code, found[Subject.AUDIT].owner) == ("missed", "qi")
    assert dict(found[Subject.ALARM].figures) == {"minutes": 90.0}
    assert found[Subject.WARNING].code == "drift"


def test_what_matters_most_comes_first_and_an_injury_is_always_talked_about() -> None:
    event = SafetyEvent("e", Happened.FIRST_AID, "L1", "cut\nat the press", at(4), at(4))
    shift = replace(EMPTY, calls=(call("c", 1), call("d", 0, severity=Severity.MINOR)), events=(event,))
    found = items(shift)
    assert [one.record for one in found] == ["e", "c", "d"]
    assert (found[0].risk, found[0].title) == (Risk.HIGH, "cut")
    assert items(replace(shift, events=(replace(event, closed=at(5)),)))[0].record == "c"


def test_the_numbers_of_the_shift_are_those_of_its_records() -> None:
    calls = (
        call("a", 1, acknowledged=at(1) + timedelta(seconds=120), resolved=at(1.5)),
        call("b", 2, acknowledged=at(2) + timedelta(seconds=60)),
        call("before", -2, resolved=at(1)),
        call("no call", 3, rejected="nothing there", closed=at(3)),
    )
    stops = (
        Stop("s", "L1/30", at(1), at(2), reason="jam"),
        Stop("t", "L1/30", at(3), None, reason=""),
    )
    event = SafetyEvent("e", Happened.NEAR_MISS, "L1", "slipped", at(4), at(4), closed=at(5))
    shift = replace(EMPTY, calls=calls, stops=stops, events=(event,), reasons={"jam": Reason("jam", "Jam")})
    found = {(one.part, one.code): (dict(one.figures), dict(one.texts)) for one in facts(shift)}

    assert found[Part.CALLS, "calls"][0] == {"raised": 2.0, "resolved": 2.0}
    assert found[Part.CALLS, "mean_acknowledge"][0] == {"seconds": 90.0, "calls": 2.0}
    assert found[Part.CALLS, "mean_resolve"][0] == {"seconds": (1800 + 3 * 3600) / 2, "calls": 2.0}
    assert found[Part.LOSSES, "stopped"][0] == {"minutes": 60 + 4.5 * 60, "stops": 2.0}
    assert found[Part.LOSSES, "reason"] == ({"minutes": 60.0}, {"reason": "Jam"})
    assert found[Part.LOSSES, "no_reason"] == ({"minutes": 270.0}, {})
    assert found[Part.SAFETY, "events"][0] == {"incidents": 0.0, "near_misses": 1.0, "others": 0.0}


def test_a_shift_of_which_nothing_is_known_hands_nothing_over() -> None:
    assert items(EMPTY) == ()
    assert dict(facts(EMPTY)[0].figures) == {"raised": 0.0, "resolved": 0.0}


def test_what_came_after_the_shift_belongs_to_the_next_one() -> None:
    late = replace(EMPTY, now=END + timedelta(hours=6), calls=(call("c", 7), call("d", 9)))
    assert [item.record for item in items(late)] == ["c"]
