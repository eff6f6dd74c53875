"""Findings, red tags and safety: what repeats, what is closed, what is overdue, and the days that were safe."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from console.domain import findings, safety
from console.domain.actions import Action, Stage
from console.domain.findings import Closing, Fate, Finding, FindingGone, FindingUnfit, RedTag, TagDecided, TagUnfit
from console.domain.safety import Colour, Happened, SafetyClosed, SafetyEvent, SafetyUnfit
from console.domain.text import TextWanted

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Shanghai")


def finding(id: str, made: datetime = NOW, **more: object) -> Finding:
    told: dict[str, object] = {"run": "r", "template": "t", "item": "order-labels", **more}
    return Finding(id, str(told.pop("place", "L1")), "not marked", made, "ann", **told)  # type: ignore[arg-type]


def action(stage: Stage) -> Action:
    return Action("a", "mark it", "L1", "bob", date(2026, 11, 25), NOW, "ann", stage=stage)


def red_tag(**more: object) -> RedTag:
    tagged = RedTag("g", "R-7", "L1", "old fixture", 2, "not used since May", NOW, "ann", "bob", date(2026, 11, 27))
    return replace(tagged, **more)  # type: ignore[arg-type]


def event(what: Happened, at: datetime = NOW, **more: object) -> SafetyEvent:
    return SafetyEvent("e", what, "L1", "slipped on oil", at, max(at, NOW), **more)  # type: ignore[arg-type]


# Findings


def test_the_same_item_at_the_same_place_within_ninety_days_is_a_repeat() -> None:
    earlier = [
        finding("close", NOW - timedelta(days=3)),
        finding("far", NOW - timedelta(days=80)),
        finding("too far", NOW - timedelta(days=91)),
        finding("other item", NOW - timedelta(days=2), item="order-floor"),
        finding("other place", NOW - timedelta(days=2), place="L2"),
        finding("withdrawn", NOW - timedelta(days=2), withdrawn=NOW),
        finding("later", NOW + timedelta(days=1)),
    ]
    assert findings.add(finding("new"), earlier).repeats == ("close", "far")
    assert findings.add(finding("new", item="", template="", run=""), earlier).repeats == ()


def test_a_finding_without_place_or_words_is_refused() -> None:
    with pytest.raises(FindingUnfit):
        findings.add(finding("f", place=""), ())
    with pytest.raises(TextWanted):
        findings.add(replace(finding("f"), text="  "), ())


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        ((), Closing.BARE),
        ((Stage.DROPPED,), Closing.BARE),
        ((Stage.OPEN, Stage.EFFECTIVE), Closing.OPEN),
        ((Stage.DONE, Stage.VERIFIED), Closing.DONE),
        ((Stage.VERIFIED, Stage.DROPPED), Closing.CLOSED),
    ],
)
def test_a_finding_is_as_far_as_the_least_of_its_actions(stages: tuple[Stage, ...], expected: Closing) -> None:
    assert findings.closing(finding("f"), map(action, stages)) is expected


def test_what_is_withdrawn_counts_for_nothing_and_is_withdrawn_once() -> None:
    gone = findings.withdraw(finding("f"), NOW, "eve", "the rack belongs to line 2")
    assert findings.closing(gone, [action(Stage.OPEN)]) is Closing.WITHDRAWN
    assert findings.closed_share([Closing.CLOSED, Closing.OPEN, Closing.WITHDRAWN]) == 0.5
    assert findings.closed_share([Closing.WITHDRAWN]) is None
    assert findings.by_item([gone, finding("g"), finding("h")]) == {("t", "order-labels"): 2}
    with pytest.raises(FindingGone):
        findings.withdraw(gone, NOW, "eve", "again")


# Red tags


@pytest.mark.parametrize(
    ("field", "value"), [("place", ""), ("owner", ""), ("quantity", 0), ("decide_by", date(2026, 11, 19))]
)
def test_a_red_tag_that_cannot_be_so_is_refused_with_its_field(field: str, value: object) -> None:
    with pytest.raises(TagUnfit) as refused:
        findings.tag(red_tag(**{field: value}), date(2026, 11, 20))
    assert refused.value.facts["field"] == field


def test_a_red_tag_is_decided_once_and_a_move_says_where_to() -> None:
    with pytest.raises(TagUnfit):
        findings.decide(red_tag(), Fate.MOVE, NOW, "bob")
    moved = findings.decide(red_tag(), Fate.MOVE, NOW, "bob", where="Tool store")
    assert (moved.fate, moved.where) == (Fate.MOVE, "Tool store")
    with pytest.raises(TagDecided):
        findings.decide(moved, Fate.SCRAP, NOW, "bob")


def test_a_tag_is_overdue_the_day_after_and_not_when_it_was_decided() -> None:
    tags = [red_tag(), red_tag(id="h", decide_by=date(2026, 11, 21)), red_tag(id="i", fate=Fate.KEEP)]
    assert [one.id for one in findings.overdue(tags, date(2026, 11, 27))] == ["h"]
    assert [one.id for one in findings.overdue(tags, date(2026, 11, 28))] == ["h", "g"]


# Safety


def test_an_injury_hurt_somebody_and_only_lost_time_has_lost_days() -> None:
    assert safety.reported(event(Happened.FIRST_AID, lost_days=3)).hurt == 1
    assert safety.reported(event(Happened.FIRST_AID, lost_days=3)).lost_days == 0
    assert safety.reported(event(Happened.LOST_TIME, lost_days=3, hurt=2)).lost_days == 3
    assert safety.reported(event(Happened.HAZARD, hurt=5)).hurt == 0


def test_what_is_serious_is_urgent_and_so_is_every_lost_time() -> None:
    assert event(Happened.HAZARD, serious=True).urgent
    assert event(Happened.LOST_TIME).urgent
    assert not event(Happened.NEAR_MISS).urgent


def test_a_report_of_tomorrow_is_refused_and_one_in_several_lines_is_kept() -> None:
    with pytest.raises(SafetyUnfit) as refused:
        safety.reported(SafetyEvent("e", Happened.HAZARD, "L1", "x", NOW + timedelta(days=1), NOW))
    assert refused.value.facts["field"] == "at"
    assert safety.reported(replace(event(Happened.HAZARD), text="oil \n  on the floor")).text == "oil\non the floor"


def test_a_report_is_closed_when_its_cause_is_known_and_then_stays() -> None:
    made = safety.reported(event(Happened.NEAR_MISS, reporter="ann"))
    with pytest.raises(SafetyUnfit):
        safety.close(made, NOW, "eve")
    known = safety.changed(made, replace(made, cause="seal worn", reporter="somebody else", id="other"))
    assert (known.reporter, known.id) == ("ann", "e")
    closed = safety.close(known, NOW, "eve")
    with pytest.raises(SafetyClosed):
        safety.changed(closed, known)
    with pytest.raises(SafetyClosed):
        safety.close(closed, NOW, "eve")


def test_days_are_counted_on_the_plants_clock_from_the_last_that_is_as_bad() -> None:
    late_evening = datetime(2026, 11, 10, 17, tzinfo=UTC)  # the 11th in Shanghai
    events = [event(Happened.LOST_TIME, datetime(2026, 10, 1, tzinfo=UTC)), event(Happened.FIRST_AID, late_evening)]
    begun, today = date(2026, 1, 1), date(2026, 11, 20)

    assert safety.days_since(events, Happened.FIRST_AID, begun, today, ZONE) == 9
    assert safety.days_since(events, Happened.LOST_TIME, begun, today, ZONE) == 50
    assert safety.days_since((), Happened.LOST_TIME, begun, today, ZONE) == 323
    assert safety.days_since(events, Happened.LOST_TIME, date(2026, 11, 19), today, ZONE) == 1


def test_a_day_of_the_cross_has_the_colour_of_its_worst_event() -> None:
    events = [
        event(Happened.NEAR_MISS, datetime(2026, 11, 3, 4, tzinfo=UTC)),
        event(Happened.FIRST_AID, datetime(2026, 11, 3, 2, tzinfo=UTC)),
        event(Happened.ENVIRONMENT, datetime(2026, 11, 5, 2, tzinfo=UTC)),
        event(Happened.LOST_TIME, datetime(2026, 11, 6, 2, tzinfo=UTC)),
    ]
    found = dict(safety.cross(events, 2026, 11, date(2026, 11, 3), date(2026, 11, 20), ZONE))

    assert len(found) == 30
    days = {
        2: Colour.BEFORE,
        3: Colour.HURT,
        4: Colour.NONE,
        5: Colour.NOTED,
        6: Colour.LOST,
        20: Colour.NONE,
        21: Colour.AHEAD,
    }
    for day, colour in days.items():
        assert found[date(2026, 11, day)] is colour
