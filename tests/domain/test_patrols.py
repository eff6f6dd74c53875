"""Patrols, crews and briefings: points that are reached and missed, who belongs where, who was there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from console.domain import crews, patrols
from console.domain.checklists import Going, Run
from console.domain.crews import Briefing, BriefingHeld, Crew, CrewUnfit
from console.domain.patrols import CheckIn, Point, PointUnknown, Route, RouteUnfit

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
ROUTE = Route("t", (Point("a", "L1", "P-1", 10), Point("b", "L2", "P-2", 20), Point("c", "L3")))
RUN = Run("r", "t", 1, "L1", NOW, "ann")


def seen(section: str, minutes: float) -> CheckIn:
    at = NOW + timedelta(minutes=minutes)
    return CheckIn(patrols.check_in_id("r", section), "r", section, "L1", at, "ann", scanned=True)


def test_a_point_is_missed_when_its_time_is_over_and_nobody_was_there() -> None:
    def missed(*been: CheckIn, minutes: float) -> list[str]:
        return [one.section for one in patrols.missed(ROUTE, RUN, been, NOW + timedelta(minutes=minutes))]

    assert missed(minutes=9) == []
    assert missed(minutes=11) == ["a"]
    assert missed(seen("a", 9), minutes=11) == []
    assert missed(seen("a", 12), minutes=15) == ["a"]  # somebody came, too late
    assert missed(seen("a", 9), minutes=500) == ["b"]


def test_who_signs_has_missed_every_point_where_nobody_was_and_a_dropped_round_misses_nothing() -> None:
    ended = replace(RUN, going=Going.SIGNED, ended=NOW + timedelta(minutes=15))
    later = NOW + timedelta(hours=5)
    assert [one.section for one in patrols.missed(ROUTE, ended, [seen("a", 5)], later)] == ["b", "c"]
    everywhere = [seen("a", 5), seen("b", 14), seen("c", 1)]
    assert [one.section for one in patrols.missed(ROUTE, ended, everywhere, later)] == []
    by_section = {point.section: patrols.missed_at(ended, point) for point in ROUTE.points}
    assert by_section == {"a": NOW + timedelta(minutes=10), "b": ended.ended, "c": ended.ended}
    assert patrols.missed(ROUTE, replace(RUN, going=Going.DROPPED), (), later) == ()


def test_a_scan_finds_its_point_once() -> None:
    assert patrols.point_of(ROUTE, " P-2 ", ()).section == "b"
    for code, been in (("P-9", ()), ("", ()), ("P-2", (seen("b", 1),))):
        with pytest.raises(PointUnknown):
            patrols.point_of(ROUTE, code, been)


@pytest.mark.parametrize(
    ("field", "points"),
    [
        ("section", (Point("x", "L1"),)),
        ("section", (Point("a", "L1"), Point("a", "L2"))),
        ("place", (Point("a", ""),)),
        ("code", (Point("a", "L1", "P"), Point("b", "L1", "P"))),
        ("within", (Point("a", "L1", "P", -1),)),
    ],
)
def test_a_route_that_cannot_be_so_is_refused_with_its_field(field: str, points: tuple[Point, ...]) -> None:
    with pytest.raises(RouteUnfit) as refused:
        patrols.checked_route(Route("t", points), "abc")
    assert refused.value.facts["field"] == field
    assert patrols.checked_route(ROUTE, "abc") == ROUTE


def test_somebody_is_in_one_crew_at_a_time() -> None:
    first = Crew("1", "Early A", "ann", ("bob",))
    assert crews.checked_crew(first, ()).people == ("ann", "bob")
    for second in (
        Crew("2", "early a", "eve"),
        Crew("2", "Late", "bob"),
        Crew("2", "Late", "eve", ("eve",)),
    ):
        with pytest.raises(CrewUnfit):
            crews.checked_crew(second, (first,))
    assert crews.checked_crew(Crew("2", "Late", "bob"), (replace(first, active=False),)).leader == "bob"


def test_attendance_is_ticked_until_the_briefing_is_held() -> None:
    briefing = Briefing(crews.briefing_id("L1", NOW), "L1", date(2026, 11, 20), "day", NOW)
    ticked = crews.attend(crews.attend(crews.attend(briefing, "ann", True), "bob", True), "ann", False)
    held = crews.hold(ticked, "mind the\nnew guard", NOW, "eve")
    assert (held.there, held.note) == (("bob",), "mind the\nnew guard")
    with pytest.raises(BriefingHeld):
        crews.attend(held, "ann", True)
    with pytest.raises(BriefingHeld):
        crews.hold(held, "", NOW, "eve")
