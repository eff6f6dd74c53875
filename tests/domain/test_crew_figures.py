"""Rules of the figures of crews: whose shift it is, what is known, and what may be said of a difference."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import sqrt
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.cells import Cell
from console.domain.crew_figures import (
    Asked,
    Measure,
    Stint,
    Verdict,
    comparisons,
    crew_of,
    figures,
    middle,
    stints,
    verdict,
)
from console.domain.crew_gaps import skill_gaps
from console.domain.crews import Crew
from console.domain.people import Operation, Person, Skill, skill_id

A = Crew("a", "Crew A", "lea", ("ann", "art"), ("L1",))
B = Crew("b", "Crew B", "bea", ("ben",), ("L1",))
NAMES = {"a": "Crew A", "b": "Crew B"}
OWNERS = {("L1", 0.0): "a", ("L1", 28800.0): "b"}


def cell(start: float, product: str = "P", **sums: float) -> Cell:
    return Cell("L1", start, start + 3600.0, "2026-11-21", "Day", start, product, "", True, sums=sums)


def stint(crew: str, rate: float, product: str = "P", at: float = 0.0, line: str = "L1") -> Stint:
    """An hour in which so many good pieces were made."""
    return Stint(line, at, product, crew, None, {"planned": 3600.0, "good": rate, "scrap": 2.0})


# Whose shift it is


def test_a_shift_belongs_to_the_crew_that_has_more_than_half_of_those_who_are_in_a_crew() -> None:
    assert crew_of([A, B], ["lea", "ann", "ben", "visitor", "guest", "nurse"]) == "a"


def test_a_shift_with_as_many_of_each_crew_belongs_to_nobody() -> None:
    assert crew_of([A, B], ["lea", "ben"]) == ""
    assert crew_of([A, B], ["visitor"]) == ""


def test_a_crew_that_is_not_in_use_has_no_shifts() -> None:
    assert crew_of([replace(A, active=False), B], ["lea", "ann", "ben"]) == "b"


# Figures


def test_figures_of_a_crew_are_those_of_its_shifts_worked_by_hand() -> None:
    cells = [
        cell(0.0, good=90, scrap=10, planned=3600, loss_stop=720, loss_quality=180),
        cell(0.0, good=60, planned=1800, loss_starved=90),
        cell(28800.0, good=500, planned=3600),
    ]
    made = stints(cells, OWNERS, {"L1": 30.0})
    told = figures(A, made, [Asked("a", 60.0, 600.0)] * 5 + [Asked("b", 1.0, 1.0)], [0.8, 0.9], (4, 1), 2)

    assert told.shifts == 1
    assert (told.good, told.plan) == (150, pytest.approx(5400 / 30))
    assert told.of_plan == pytest.approx(150 / 180)
    assert told.quality == pytest.approx(150 / 160)
    assert told.availability == pytest.approx((5400 - 720 - 90) / 5400)
    assert told.oee == pytest.approx((5400 - 720 - 180 - 90) / 5400)
    assert (told.score, told.audits) == (pytest.approx(0.85), 2)
    assert (told.acknowledge.value, told.resolve.value, told.calls) == (60.0, 600.0, 5)
    assert (told.actions, told.overdue, told.lessons) == (4, 1, 2)


def test_what_no_source_tells_is_not_known_and_never_nothing() -> None:
    told = figures(A, [], [], [], None, None)
    unknown = (
        told.good, told.plan, told.of_plan, told.quality, told.availability, told.oee, told.score, told.actions,
        told.overdue, told.lessons, told.suggestions, told.acknowledge.value,
    )  # fmt: skip
    assert set(unknown) == {None}


def test_a_line_without_takt_leaves_the_plan_unknown_for_all_of_it() -> None:
    cells = [cell(0.0, good=10, planned=3600), Cell("L2", 0.0, 1.0, "", "", 0.0, "P", sums={"planned": 3600.0})]
    told = figures(A, stints(cells, {("L1", 0.0): "a", ("L2", 0.0): "a"}, {"L1": 30.0}), [], [], None, None)
    assert told.plan is None
    assert told.of_plan is None
    assert told.shifts == 2


def test_a_median_of_fewer_than_five_is_not_told() -> None:
    assert middle([1.0, 2.0, 3.0, 4.0, None]).value is None
    assert middle([1.0, 2.0, 30.0, 4.0, 5.0, None]).value == 4.0


# Comparing


def test_crews_are_compared_at_the_same_line_with_the_same_product_only() -> None:
    mine = [stint("a", 100 + n % 2) for n in range(6)] + [stint("b", 50 + n % 2, "Q") for n in range(6)]
    assert comparisons(mine, NAMES) == ()
    assert comparisons([*mine, *(stint("b", 50, line="L2") for _ in range(6))], NAMES) == ()


def test_a_difference_within_the_spread_is_no_clear_difference() -> None:
    mine = [stint("a", value) for value in (90, 100, 110, 95, 105)]
    others = [stint("b", value) for value in (95, 105, 115, 100, 110)]
    rate = next(one for one in comparisons([*mine, *others], NAMES) if one.measure is Measure.RATE)

    error = sqrt(62.5 / 5 + 62.5 / 5)  # variance of each side is 62.5; the means are 5 apart
    assert 3 * error > 5
    assert [(side.crew, side.n, side.mean, side.verdict) for side in rate.sides] == [
        ("a", 5, 100, Verdict.NO_DIFFERENCE),
        ("b", 5, 105, Verdict.NO_DIFFERENCE),
    ]
    assert not rate.clear


def test_a_difference_beyond_three_standard_errors_is_told_on_both_sides() -> None:
    mine = [stint("a", value) for value in (90, 100, 110, 95, 105)]
    others = [stint("b", value + 16) for value in (90, 100, 110, 95, 105)]  # 16 > 3 · 5
    rate = next(one for one in comparisons([*mine, *others], NAMES) if one.measure is Measure.RATE)
    assert {side.crew: side.verdict for side in rate.sides} == {"a": Verdict.LOWER, "b": Verdict.HIGHER}


def test_four_shifts_are_too_few_to_tell_however_far_apart() -> None:
    found = comparisons([stint("a", 1) for _ in range(4)] + [stint("b", 100) for _ in range(9)], NAMES)
    assert {side.verdict for one in found for side in one.sides} == {Verdict.FEW}


def test_a_few_minutes_of_a_product_are_no_sample() -> None:
    short = replace(stint("a", 1), sums={"planned": 1799.0, "good": 1.0})
    found = comparisons([short, *(stint(crew, 100) for crew in "ab" for _ in range(5))], NAMES)
    assert {side.n for one in found for side in one.sides if one.measure is Measure.RATE} == {5}


def test_crews_stand_by_their_names_and_in_no_order_of_merit() -> None:
    found = comparisons([stint(crew, 10 if crew == "a" else 90) for crew in "ba" for _ in range(5)], NAMES)
    assert all([side.crew for side in one.sides] == ["a", "b"] for one in found)


VALUES = st.lists(st.floats(0.1, 1000), min_size=5, max_size=12)
OPPOSITE = {
    Verdict.HIGHER: Verdict.LOWER,
    Verdict.LOWER: Verdict.HIGHER,
    Verdict.NO_DIFFERENCE: Verdict.NO_DIFFERENCE,
}


@given(VALUES, VALUES)
@settings(max_examples=80, deadline=None)
def test_what_is_said_of_one_side_is_the_opposite_of_what_is_said_of_the_other(
    mine: list[float], others: list[float]
) -> None:
    assert verdict(others, mine) is OPPOSITE[verdict(mine, others)]
    assert verdict(mine, mine) is Verdict.NO_DIFFERENCE
    assert verdict(mine, [value + 1e6 for value in mine]) is Verdict.LOWER


def test_crews_that_do_the_same_are_hardly_ever_said_to_differ() -> None:
    chance = Random(7)
    wrong = 0
    for _ in range(400):
        mine, others = ([chance.gauss(100, 12) for _ in range(chance.randint(5, 20))] for _ in range(2))
        wrong += verdict(mine, others) is not Verdict.NO_DIFFERENCE
    assert wrong <= 12, f"{wrong} of 400"


CELLS = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from("PQ"), st.integers(0, 500), st.integers(0, 50), st.integers(1, 3600)),
    max_size=30,
)


@given(CELLS, st.lists(st.sampled_from(["a", "b", ""]), min_size=4, max_size=4))
@settings(max_examples=80, deadline=None)
def test_what_crews_made_and_what_belongs_to_nobody_is_all_that_was_made(
    told: list[tuple[int, str, int, int, int]], whose: list[str]
) -> None:
    cells = [cell(28800.0 * n, product, good=good, scrap=bad, planned=s) for n, product, good, bad, s in told]
    made = stints(cells, {("L1", 28800.0 * n): crew for n, crew in enumerate(whose)}, {"L1": 20.0})
    both = [figures(crew, made, [], [], None, None) for crew in (A, B)]
    nobodys = sum(one.sums.get("good", 0.0) for one in made if not one.crew)

    assert sum(one.good or 0.0 for one in both) + nobodys == sum(good for _, _, good, _, _ in told)
    assert sum(one.shifts for one in both) <= len({n for n, *_ in told})
    assert all(one.plan is None or one.plan >= 0 for one in both)


# Skill gaps

WELD, PACK = Operation("w", "Weld", "L1/10"), Operation("p", "Pack", "L1/20")
PEOPLE = [Person(id, id.title()) for id in ("ann", "art", "ben", "cid")]


def skill(person: str, operation: str, level: int, expires: date | None = None) -> Skill:
    return Skill(skill_id(person, operation), person, operation, level, expires=expires)


def test_an_operation_that_nobody_on_duty_may_do_alone_is_a_gap_with_those_who_could_cover() -> None:
    day = date(2026, 11, 21)
    skills = [
        skill("ann", "w", 2),  # with help only
        skill("art", "w", 3, date(2026, 11, 20)),  # expired yesterday
        skill("ben", "w", 4),
        skill("cid", "w", 3),
        skill("ann", "p", 3),
    ]
    found = skill_gaps([PACK, WELD], {"L1/10", "L1/20"}, skills, PEOPLE, {"ann", "art"}, {"cid"}, day)
    assert [(gap.operation.id, gap.cover) for gap in found] == [("w", ("ben",))]
    first = skill_gaps([WELD], {"L1/10"}, skills, PEOPLE, {"ann"}, set(), day, ("cid",))
    assert first[0].cover == ("cid", "ben")
    assert skill_gaps([WELD], {"L2"}, skills, PEOPLE, set(), set(), day) == ()
