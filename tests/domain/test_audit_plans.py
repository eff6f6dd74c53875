"""Plans of rounds: when they are due, who looks where, how a sample is drawn, and what is missed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.audit_plans import (
    AuditPlan,
    Decided,
    Decision,
    PlanUnfit,
    Rhythm,
    RoundNotMissed,
    Stand,
    carried_on,
    checked_plan,
    decide,
    kept_share,
    rounds,
    standings,
)
from console.domain.checklists import Going, Run

MONDAY = date(2026, 11, 2)
PLACES = ("L1", "L2", "L3", "L4", "L5")
PLAN = AuditPlan("p", "5S weekly", "t", PLACES, ("ann", "bob"), MONDAY, "Asia/Shanghai", by=13 * 60, grace=4)


def run(plan: str, ended: datetime | None) -> Run:
    going = Going.SIGNED if ended is not None else Going.OPEN
    return Run("r", "t", 1, "L1", datetime(2026, 11, 2, tzinfo=UTC), "ann", plan=plan, going=going, ended=ended)


def test_rounds_are_due_on_the_plants_own_clock_at_every_place() -> None:
    found = rounds(PLAN, date(2026, 11, 9), date(2026, 11, 15))

    assert [one.place for one in found] == list(PLACES)
    assert {one.due for one in found} == {datetime(2026, 11, 9, 5, tzinfo=UTC)}
    assert {one.missed_at - one.due for one in found} == {timedelta(hours=4)}


def test_every_console_finds_the_same_rounds_whatever_stretch_it_asks_for() -> None:
    plan = replace(PLAN, sample=2)
    whole = rounds(plan, MONDAY, date(2027, 3, 1))
    pieces = [r for week in range(18) for r in rounds(plan, *_week(week))]
    assert tuple(pieces) == whole
    assert len({one.id for one in whole}) == len(whole)


@given(st.integers(1, 4), st.integers(5, 9), st.integers(1, 40), st.text("abc", max_size=3))
def test_a_sample_is_dealt_so_evenly_that_no_place_is_two_ahead_of_another(
    sample: int, count: int, weeks: int, id: str
) -> None:
    places = tuple(f"A{i}" for i in range(count))
    plan = replace(PLAN, id=id, places=places, sample=sample)
    found = rounds(plan, MONDAY, MONDAY + timedelta(weeks=weeks))
    seen: Counter[str] = Counter(dict.fromkeys(places, 0))
    for at in range(0, len(found), sample):
        hand = [one.place for one in found[at : at + sample]]
        assert len(set(hand)) == sample
        seen.update(hand)
        assert max(seen.values()) - min(seen.values()) <= 1


def test_people_go_round_so_that_everybody_sees_every_place() -> None:
    found = rounds(replace(PLAN, people=("ann", "bob", "cai")), MONDAY, MONDAY + timedelta(weeks=14))
    seen = Counter((one.person, one.place) for one in found)
    assert set(seen.values()) == {5}
    assert len(seen) == 15


@pytest.mark.parametrize(
    ("rhythm", "every", "days"),
    [
        (Rhythm.DAY, 3, [2, 5, 8, 11, 14, 17, 20, 23, 26, 29]),
        (Rhythm.WEEK, 2, [4, 18]),
        (Rhythm.MONTH, 1, [2]),
    ],
)
def test_the_days_of_a_plan(rhythm: Rhythm, every: int, days: list[int]) -> None:
    plan = replace(PLAN, places=("L1",), rhythm=rhythm, every=every, weekday=2)
    assert [one.due.day for one in rounds(plan, MONDAY, date(2026, 11, 30))] == days


def test_a_month_that_is_too_short_has_its_last_day() -> None:
    plan = replace(PLAN, places=("L1",), rhythm=Rhythm.MONTH, since=date(2027, 1, 31))
    found = rounds(plan, date(2027, 1, 1), date(2027, 4, 30))
    assert [(one.due.month, one.due.day) for one in found] == [(1, 31), (2, 28), (3, 31), (4, 30)]


def test_a_plan_that_is_off_or_over_asks_for_nothing() -> None:
    assert rounds(replace(PLAN, active=False), MONDAY, date(2026, 12, 31)) == ()
    assert len(rounds(replace(PLAN, until=date(2026, 11, 8)), MONDAY, date(2026, 12, 31))) == 5


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("places", ()),
        ("places", ("L1", "L1")),
        ("every", 0),
        ("sample", 6),
        ("by", 1440),
        ("until", date(2026, 1, 1)),
        ("template", ""),
        ("since", date(9990, 1, 1)),
        ("since", date(26, 11, 2)),
    ],
)
def test_a_plan_that_cannot_be_so_is_refused_with_its_field(field: str, value: object) -> None:
    with pytest.raises(PlanUnfit) as refused:
        checked_plan(replace(PLAN, **{field: value}))  # type: ignore[arg-type]
    assert refused.value.facts["field"] == field


def test_a_round_stands_as_clock_and_run_say() -> None:
    asked = rounds(replace(PLAN, places=("L1",)), MONDAY, MONDAY)
    due = asked[0].due
    at = {
        Stand.AHEAD: (due - timedelta(hours=1), []),
        Stand.OPEN: (due - timedelta(hours=1), [run(asked[0].id, None)]),
        Stand.OVERDUE: (due + timedelta(hours=1), [run(asked[0].id, None)]),
        Stand.MISSED: (due + timedelta(hours=5), []),
        Stand.DONE: (due + timedelta(days=9), [run(asked[0].id, due + timedelta(hours=3))]),
        Stand.LATE: (due + timedelta(days=9), [run(asked[0].id, due + timedelta(hours=5))]),
    }
    for stand, (now, runs) in at.items():
        assert standings(asked, runs, (), now)[0].stand is stand


def test_a_missed_round_is_approved_or_moved_and_then_due_on_the_new_day() -> None:
    asked = rounds(replace(PLAN, places=("L1",)), MONDAY, MONDAY)
    now = asked[0].due + timedelta(days=1)
    missed = standings(asked, (), (), now)[0]
    moved = decide(missed, Decision("", "p", "L1", Decided.MOVED, "line was down", now, "eve", now + timedelta(days=2)))

    assert standings(asked, (), (moved,), now)[0].stand is Stand.AHEAD
    assert standings(asked, (), (moved,), now + timedelta(days=3))[0].stand is Stand.MISSED
    approved = decide(missed, Decision("", "p", "L1", Decided.APPROVED, "holiday", now, "eve"))
    assert standings(asked, (), (approved,), now)[0].stand is Stand.APPROVED
    with pytest.raises(RoundNotMissed):
        decide(standings(asked, (), (approved,), now)[0], approved)
    with pytest.raises(PlanUnfit):
        decide(missed, Decision("", "p", "L1", Decided.MOVED, "later", now, "eve", now - timedelta(days=1)))
    with pytest.raises(PlanUnfit):  # nobody would see it again
        decide(missed, Decision("", "p", "L1", Decided.MOVED, "later", now, "eve", now + timedelta(days=400)))


def test_a_run_at_another_place_does_not_make_a_round() -> None:
    asked = rounds(replace(PLAN, places=("L2",)), MONDAY, MONDAY)
    elsewhere = run(asked[0].id, asked[0].due)
    now = asked[0].due + timedelta(days=1)
    assert standings(asked, [elsewhere], (), now)[0].stand is Stand.MISSED
    assert standings(asked, [replace(elsewhere, place="L2")], (), now)[0].stand is Stand.DONE


# What stays when a plan is changed

NOW = datetime(2026, 11, 18, 3, tzinfo=UTC)  # a Wednesday, after the third round


def asked_ids(plans: tuple[AuditPlan, ...], until: date = date(2027, 2, 1)) -> list[str]:
    return [one.id for plan in plans for one in rounds(plan, MONDAY, until)]


@pytest.mark.parametrize(
    "changes",
    [
        {"places": ("L1", "L9")},
        {"weekday": 3},
        {"since": date(2026, 10, 1)},
        {"template": "other"},
        {"by": 600},
        {"grace": 0},
        {"people": ()},
        {"active": False},
        {"rhythm": Rhythm.DAY, "every": 2},
        {"until": date(2026, 11, 3)},
    ],
)
def test_a_changed_plan_asks_for_the_same_as_before_until_now_and_for_something_else_later(
    changes: dict[str, object],
) -> None:
    new = replace(PLAN, **changes)  # type: ignore[arg-type]
    kept = carried_on(PLAN, new, NOW, (), "q")
    past = [one for one in rounds(PLAN, MONDAY, date(2027, 2, 1)) if one.due <= NOW]
    assert [one for plan in kept for one in rounds(plan, MONDAY, NOW.date()) if one.due <= NOW] == past
    coming = [one for plan in kept for one in rounds(plan, MONDAY, date(2027, 1, 31)) if one.due > NOW]
    meant = [one for one in rounds(new, MONDAY, date(2027, 1, 31)) if one.due > NOW]
    assert [(one.due, one.place) for one in coming] == [(one.due, one.place) for one in meant]


def test_a_plan_of_every_other_week_keeps_its_weeks_when_it_is_changed() -> None:
    plan = replace(PLAN, places=("L1",), every=2)
    kept = carried_on(plan, replace(plan, places=("L2",)), NOW, (), "q")
    assert [plan.id for plan in kept] == ["p", "q"]
    assert [(one.due.date().day, one.place) for plan in kept for one in rounds(plan, MONDAY, date(2026, 12, 14))] == [
        (2, "L1"), (16, "L1"), (30, "L2"), (14, "L2"),
    ]  # fmt: skip


def test_another_name_or_a_later_end_changes_the_plan_itself() -> None:
    for new in (replace(PLAN, name="5S"), replace(PLAN, until=date(2026, 12, 31)), PLAN):
        assert carried_on(PLAN, new, NOW, (), "q") == (new,)


def test_a_plan_that_is_over_and_goes_on_leaves_no_misses_between() -> None:
    over = replace(PLAN, places=("L1",), until=date(2026, 11, 3))
    kept = carried_on(over, replace(over, until=None), NOW, (), "q")
    assert [one.due.day for plan in kept for one in rounds(plan, MONDAY, date(2026, 11, 30))] == [2, 23, 30]


def test_a_plan_that_was_set_aside_asks_for_nothing_of_that_time_when_it_is_taken_up() -> None:
    (kept,) = carried_on(replace(PLAN, active=False), PLAN, NOW, (), "q")
    assert (kept.id, kept.since) == ("p", date(2026, 11, 23))


def test_a_round_that_somebody_began_ahead_stays_in_the_plan_that_asked_for_it() -> None:
    ahead = rounds(PLAN, date(2026, 11, 23), date(2026, 11, 23))[1]
    kept = carried_on(PLAN, replace(PLAN, by=600), NOW, (ahead.id,), "q")
    assert ahead.id in asked_ids(kept)
    assert [one.since for one in kept] == [MONDAY, date(2026, 11, 30)]


def test_a_new_plan_asks_for_nothing_that_was_due_before_it_was_made() -> None:
    (kept,) = carried_on(None, PLAN, NOW, (), "q")
    assert rounds(kept, MONDAY, NOW.date()) == ()
    (later,) = carried_on(None, replace(PLAN, since=date(2026, 12, 1)), NOW, (), "q")
    assert [one.due.day for one in rounds(later, MONDAY, date(2026, 12, 8))][0] == 7
    with pytest.raises(PlanUnfit):
        carried_on(None, replace(PLAN, until=date(2026, 11, 10)), NOW, (), "q")


def test_the_share_that_is_kept_counts_what_was_due() -> None:
    asked = rounds(PLAN, MONDAY, MONDAY)
    runs = [replace(run(one.id, one.due), id=one.id, place=one.place) for one in asked[:3]]
    after = standings(asked, runs, (), asked[0].due + timedelta(days=1))
    assert kept_share(after) == pytest.approx(3 / 5)
    assert kept_share(standings(asked, (), (), asked[0].due - timedelta(days=1))) is None


def _week(number: int) -> tuple[date, date]:
    first = MONDAY + timedelta(weeks=number)
    return first, min(first + timedelta(days=6), date(2027, 3, 1))
