"""Where calls go: to whom in which shift, said once for lines that are alike."""

from __future__ import annotations

from dataclasses import replace

from console.domain.routes import Route, routes
from tests.domain.test_roster import berlin, duty, roster
from tests.domain.test_rostergaps import L1, L2, LEADERS, MACHINE, MAINTENANCE

NOON = berlin(20, 12)
CREW = roster(*LEADERS, duty("cleo", "Early", MAINTENANCE, scope=L1.way))


def shown(*made: Route) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(route.role.value, route.places, route.now) for route in made]


def test_lines_whose_calls_go_to_the_same_people_are_one_route() -> None:
    (route,) = routes(CREW, [MACHINE], [L1, L2], NOON)
    assert shown(route) == [("team_leader", ("L1", "L2"), ("ann",))]
    assert route.by_shift == (("Early", ("ann",)), ("Late", ("ann",)), ("Night", ("bob",)))
    mechanics = replace(MACHINE, owner=MAINTENANCE)
    assert shown(*routes(CREW, [mechanics], [L1, L2], NOON)) == [
        ("maintenance", ("L1",), ("cleo",)),
        ("maintenance", ("L2",), ()),
    ]


def test_a_route_says_whether_a_roster_is_kept_for_the_role() -> None:
    mechanics = replace(MACHINE, owner=MAINTENANCE)
    assert [route.kept for route in routes(CREW, [mechanics], [L1, L2], NOON)] == [True, False]


def test_categories_of_another_area_go_nowhere_here() -> None:
    assert routes(CREW, [replace(MACHINE, area="Paint"), replace(MACHINE, active=False)], [L1], NOON) == ()


def test_between_shifts_nobody_is_told_who_is_only_in_a_shift() -> None:
    (route,) = routes(CREW, [MACHINE], [L1], berlin(22, 23))
    assert (route.now, [name for name, _ in route.by_shift]) == ((), ["Early", "Late"])
