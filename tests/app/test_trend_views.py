"""Saved views belong to whoever saved them; others open what is shared, and nobody shares without the right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.app.queries.trends import views_for
from console.domain.commands.trends import RemoveTrendView, RenameTrendView, SaveTrendView, ShareTrendView
from console.domain.people import Grant, Role
from console.domain.trend_views import PENS_MOST, TrendView, ViewCompared, ViewPen, common_place, gone
from tests.app.staffed import ADA, Staffed

BODY = ("Suzhou", "Body")
PENS = (ViewPen("L1/30/temperature", 2, True, 10.0, None), ViewPen("L1/30/gone", 1, False))
VIEW = TrendView("v1", "Weld", "bo", "L1/30", PENS, 3600.0, None, (ViewCompared(86400.0, "Yesterday"),))


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Staffed]:
    """Bo operates on L1, Cy leads L1, Vi only looks on."""
    made = Staffed(tmp_path)
    made.add("bo", Grant(Role.OPERATOR, (*BODY, "L1")))
    made.add("cy", Grant(Role.TEAM_LEADER, (*BODY, "L1")))
    made.add("vi", Grant(Role.VIEWER))
    yield made
    made.office.close()


def names(floor: Staffed, person: str) -> set[tuple[str, str]]:
    return {(one.view.name, one.owner) for one in floor.ask(views_for(person))}


def code(result: object) -> object:
    return getattr(result, "code", None)


def test_a_view_comes_back_as_it_was_saved(floor: Staffed) -> None:
    fixed = replace(VIEW, start=datetime(2026, 11, 21, 6, tzinfo=UTC))

    floor.must(SaveTrendView(fixed), "bo")

    (shown,) = floor.ask(views_for("bo"))
    assert replace(shown.view, at=None) == fixed
    assert shown.view.at is not None
    assert (shown.owner, shown.version) == ("Bo", 1)


def test_a_view_is_seen_by_others_only_while_it_is_shared(floor: Staffed) -> None:
    floor.must(SaveTrendView(VIEW), "bo")
    assert names(floor, "cy") == set()

    floor.must(ShareTrendView("v1", "L1/30", True), "cy")
    assert names(floor, "cy") == names(floor, "") == {("Weld", "Bo")}
    floor.must(SaveTrendView(replace(VIEW, length=60.0), 2), "bo")  # saving it anew does not change that
    assert names(floor, "cy") == {("Weld", "Bo")}

    floor.must(ShareTrendView("v1", "L1/30", False), "cy")
    assert names(floor, "cy") == set()


def test_sharing_needs_a_right_at_the_place_of_the_view(floor: Staffed) -> None:
    floor.must(SaveTrendView(VIEW), "bo")
    floor.must(SaveTrendView(replace(VIEW, id="v2", name="Other", place="L2")), "bo")

    assert code(floor.do(ShareTrendView("v1", "L1/30", True), "bo")) == "not_allowed"
    assert code(floor.do(ShareTrendView("v2", "L2", True), "cy")) == "not_allowed"
    assert code(floor.do(ShareTrendView("v2", "L1/30", True), "cy")) == "missing"  # it does not lie there


def test_nobody_saves_renames_or_removes_in_the_name_of_another(floor: Staffed) -> None:
    floor.must(SaveTrendView(VIEW), "bo")

    assert code(floor.do(SaveTrendView(replace(VIEW, id="v3")), "cy")) == "not_allowed"
    assert code(floor.do(SaveTrendView(replace(VIEW, owner="cy"), 1), "cy")) == "missing"
    assert code(floor.do(RenameTrendView("v1", "cy", "Mine"), "cy")) == "missing"
    assert code(floor.do(RemoveTrendView("v1", "cy"), "cy")) == "missing"
    assert code(floor.do(SaveTrendView(replace(VIEW, id="v4", owner="vi")), "vi")) == "not_allowed"
    floor.must(RemoveTrendView("v1", "bo"), ADA)
    assert names(floor, "bo") == set()


def test_one_person_has_no_two_views_of_one_name(floor: Staffed) -> None:
    floor.must(SaveTrendView(VIEW), "bo")
    floor.must(SaveTrendView(replace(VIEW, id="v2", name="Other")), "bo")

    assert code(floor.do(SaveTrendView(replace(VIEW, id="v3", name=" weld ")), "bo")) == "view_name_taken"
    assert code(floor.do(RenameTrendView("v2", "bo", "WELD"), "bo")) == "view_name_taken"
    floor.must(RenameTrendView("v1", "bo", "WELD"), "bo")  # its own
    floor.must(SaveTrendView(replace(VIEW, id="v5", owner="cy")), "cy")  # another's


def test_what_somebody_else_saved_meanwhile_is_not_overwritten(floor: Staffed) -> None:
    floor.must(SaveTrendView(VIEW), "bo")
    floor.must(RenameTrendView("v1", "bo", "Press", 1), "bo")

    assert code(floor.do(SaveTrendView(VIEW, 1), "bo")) == "changed_meanwhile"
    assert code(floor.do(RenameTrendView("v1", "bo", "Weld", 1), "bo")) == "changed_meanwhile"


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"pens": ()}, "view_empty"),
        ({"pens": PENS * PENS_MOST}, "view_too_large"),
        ({"name": "  "}, "name_empty"),
        ({"name": "x" * 61}, "name_too_long"),
    ],
)
def test_a_view_that_cannot_be_drawn_or_named_is_refused(floor: Staffed, change: dict, refusal: str) -> None:
    assert code(floor.do(SaveTrendView(replace(VIEW, **change)), "bo")) == refusal


def test_a_view_says_which_of_its_signals_are_gone() -> None:
    other = replace(VIEW, pens=(*PENS, ViewPen("plant-db:L9/flow")))

    assert gone(other, ["L1/30/temperature"]) == ("L1/30/gone",)


@pytest.mark.parametrize(
    ("ways", "place"),
    [
        ([("S", "B", "L1", "L1/30"), ("S", "B", "L1", "L1/40")], "L1"),
        ([("S", "B", "L1", "L1/30")], "L1/30"),
        ([("S", "B", "L1"), ("T", "C", "L1")], ""),
        ([], ""),
    ],
)
def test_a_view_belongs_to_the_narrowest_place_of_all_its_pens(ways: list, place: str) -> None:
    assert common_place(ways) == place
