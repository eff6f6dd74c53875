"""What screens and the console itself ask about stops."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from console.domain.andon import Call, Category
from console.domain.desk import Kept, ReadDesk, Test
from console.domain.people import Person
from console.domain.reasons import Reason
from console.domain.stop_moves import was_open_then
from console.domain.stops import Stop

PAGE = 200


@dataclass(frozen=True, slots=True)
class StopShown:
    """A stop as a list shows it."""

    stop: Stop
    by: str = ""  # what whoever explained it is called, "" = nobody, or the console
    waiting: bool = False  # saved here, not yet shared


@dataclass(frozen=True, slots=True)
class StopPage:
    """Some stops, and how many there are on all pages."""

    stops: tuple[StopShown, ...]
    total: int


@dataclass(frozen=True, slots=True)
class CallThen:
    """A call that was open at the place of a stop at that time."""

    call: Call
    category: Category | None

    @property
    def cause(self) -> str:
        """What its cause is called, "" where nobody has told it."""
        causes = self.category.causes if self.category else ()
        return next((cause.name for cause in causes if cause.id == self.call.cause), self.call.finding)


@dataclass(frozen=True, slots=True)
class StopFile:
    """Everything about one stop."""

    shown: StopShown
    calls: tuple[CallThen, ...]  # the youngest first
    before: Stop | None  # of the same station
    after: Stop | None


@dataclass(frozen=True, slots=True)
class StopsKnown:
    """What the console keeps in mind of the stops."""

    reasons: tuple[Reason, ...]
    unexplained: int
    recent: tuple[Stop, ...]  # since some time, and all that last


def stops_known(since: datetime) -> Callable[[ReadDesk], StopsKnown]:
    """The tree, how many stops want a reason, and every stop that was not over before `since`."""

    def ask(desk: ReadDesk) -> StopsKnown:
        lasting = desk.find(Stop, until=None, merged_into="")
        recent = desk.find(Stop, ("until", ">", since), merged_into="")
        count = desk.count(Stop, reason="", merged_into="")
        return StopsKnown(tuple(desk.find(Reason, order="order")), count, (*lasting, *recent))

    return ask


def reasons(desk: ReadDesk) -> tuple[Kept[Reason], ...]:
    """Every reason with its version."""
    return tuple(desk.kept(Reason, order="order"))


def unexplained(
    lines: Iterable[str] | None = None, newest: bool = False, limit: int = PAGE
) -> Callable[[ReadDesk], StopPage]:
    """Stops that want a reason, over all time: the oldest first, or the newest."""

    def ask(desk: ReadDesk) -> StopPage:
        tests = _on_lines(lines)
        kept = desk.kept(Stop, *tests, order="-since" if newest else "since", limit=limit, reason="", merged_into="")
        return StopPage(_shown(desk, kept), desk.count(Stop, *tests, reason="", merged_into=""))

    return ask


def stops_between(
    since: datetime, until: datetime, lines: Iterable[str] | None = None, limit: int = 0
) -> Callable[[ReadDesk], StopPage]:
    """Stops of which some part lies inside [since, until), the youngest first."""

    def ask(desk: ReadDesk) -> StopPage:
        tests = [*_on_lines(lines), ("since", "<", until)]
        lasting = desk.kept(Stop, *tests, until=None, merged_into="")
        ended = desk.kept(Stop, *tests, ("until", ">", since), merged_into="")
        kept = sorted((*lasting, *ended), key=lambda one: (one.value.since, one.value.id), reverse=True)
        return StopPage(_shown(desk, kept[:limit] if limit else kept), len(kept))

    return ask


def stop_file(id: str) -> Callable[[ReadDesk], StopFile | None]:
    """One stop with the calls that were open then and its neighbours; None where there is none."""

    def ask(desk: ReadDesk) -> StopFile | None:
        kept = desk.kept(Stop, id=id)
        if not kept:
            return None
        stop = kept[0].value
        here: dict[str, Any] = {"place": stop.place, "merged_into": ""}
        before = desk.find(Stop, ("since", "<", stop.since), order="-since", limit=1, **here)
        after = desk.find(Stop, ("since", ">", stop.since), order="since", limit=1, **here)
        calls = _calls_then(desk, stop)
        return StopFile(_shown(desk, kept)[0], calls, before[0] if before else None, after[0] if after else None)

    return ask


def stops_of_call(id: str) -> Callable[[ReadDesk], tuple[Stop, ...]]:
    """Stops at the place of a call while it was open, the oldest first."""

    def ask(desk: ReadDesk) -> tuple[Stop, ...]:
        call = desk.get(Call, id)
        if call is None:
            return ()
        until: list[Test] = [("since", "<", call.closed)] if call.closed is not None else []
        found = []
        for field in ("place", "line"):
            here: dict[str, Any] = {field: call.place, "merged_into": ""}
            found += desk.find(Stop, *until, until=None, **here)
            found += desk.find(Stop, *until, ("until", ">", call.raised), **here)
        known = {stop.id: stop for stop in found if was_open_then(stop, call)}
        return tuple(sorted(known.values(), key=lambda stop: (stop.since, stop.id)))

    return ask


def _calls_then(desk: ReadDesk, stop: Stop) -> tuple[CallThen, ...]:
    until: list[Test] = [("raised", "<", stop.until)] if stop.until is not None else []
    places = [place for place in (stop.place, stop.line) if place]
    still = desk.find(Call, ("place", "in", places), *until, closed=None)
    over = desk.find(Call, ("place", "in", places), *until, ("closed", ">", stop.since))
    categories = {category.id: category for category in desk.find(Category)}
    then = [call for call in (*still, *over) if was_open_then(stop, call)]
    then.sort(key=lambda call: (call.place != stop.place, -call.raised.timestamp(), call.id))
    return tuple(CallThen(call, categories.get(call.category)) for call in then)


def _on_lines(lines: Iterable[str] | None) -> list[Test]:
    return [] if lines is None else [("line", "in", sorted(lines))]


def _shown(desk: ReadDesk, kept: Iterable[Kept[Stop]]) -> tuple[StopShown, ...]:
    many = list(kept)
    wanted = sorted({one.value.by for one in many if one.value.by})
    names = {person.id: person.name for person in desk.find(Person, ("id", "in", wanted))} if wanted else {}
    return tuple(StopShown(one.value, names.get(one.value.by, ""), one.waiting) for one in many)
