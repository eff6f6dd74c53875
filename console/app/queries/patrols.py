"""What the console asks about patrols: runs with a route, who was at their points, and which points were called for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from console.app.queries.rounds import found_in
from console.domain.andon import Call
from console.domain.checklists import Going, Run, Version, Words, version_id
from console.domain.desk import ReadDesk
from console.domain.ids import derived_id
from console.domain.patrols import CheckIn, Point, Route, missed


@dataclass(frozen=True, slots=True)
class Patrol:
    """A run whose checklist has a route."""

    run: Run
    route: Route
    name: Words  # of the checklist
    sections: dict[str, Words]  # what the points are called, by section
    been: tuple[CheckIn, ...]
    called: dict[str, Call]  # by section, of those that were called for

    @property
    def visited(self) -> frozenset[str]:
        """Sections where somebody was, in time or late."""
        return frozenset(one.section for one in self.been)

    def unseen(self, now: datetime) -> tuple[Point, ...]:
        """Points at which somebody should have been by now, and at which nobody has been until now."""
        return tuple(one for one in missed(self.route, self.run, self.been, now) if one.section not in self.visited)


def missed_call(run: str, section: str) -> str:
    """The id of the call for a point that was missed: the same at every console."""
    return derived_id("missed_point", run, section)


def patrols(since: datetime) -> Callable[[ReadDesk], tuple[Patrol, ...]]:
    """Runs with a route that are open or ended since then, the oldest first."""

    def ask(desk: ReadDesk) -> tuple[Patrol, ...]:
        routes = {route.id: route for route in desk.find(Route) if route.points}
        found = [*desk.find(Run, going=Going.OPEN), *desk.find(Run, ("ended", ">=", since))] if routes else []
        runs = {run.id: run for run in found if run.template in routes}
        been = _by_run(desk, runs)
        versions = {id: desk.get(Version, id) for id in {_version(run) for run in runs.values()}}
        points = [(run.id, point.section) for run in runs.values() for point in routes[run.template].points]
        wanted = {missed_call(*each): each for each in points}
        called: dict[str, dict[str, Call]] = {id: {} for id in runs}
        for call in found_in(desk, Call, "id", wanted):
            run_id, section = wanted[call.id]
            called[run_id][section] = call
        listed = sorted(runs.values(), key=lambda run: (run.begun, run.id))
        return tuple(
            _patrol(run, routes[run.template], versions[_version(run)], been[run.id], called[run.id]) for run in listed
        )

    return ask


def _patrol(run: Run, route: Route, version: Version | None, been: list[CheckIn], called: dict[str, Call]) -> Patrol:
    sections = {one.id: one.words for one in version.form.sections} if version is not None else {}
    points = tuple(point for point in route.points if point.section in sections)  # the route may be newer than the run
    name = version.name if version is not None else Words()
    return Patrol(run, replace(route, points=points), name, sections, tuple(been), called)


def _version(run: Run) -> str:
    return version_id(run.template, run.version)


def _by_run(desk: ReadDesk, runs: Iterable[str]) -> dict[str, list[CheckIn]]:
    been: dict[str, list[CheckIn]] = {id: [] for id in runs}
    for one in found_in(desk, CheckIn, "run", been):
        been[one.run].append(one)
    return been
