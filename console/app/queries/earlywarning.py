"""What screens and the console itself ask about early warnings and their rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from console.domain.andon import Call, Stage
from console.domain.desk import Kept, ReadDesk, Test
from console.domain.people import Person
from console.domain.stops import Stop
from console.domain.warning_rules import EarlyWarning, Sign, WarningRule

PAGE = 500


@dataclass(frozen=True, slots=True)
class WarningShown:
    """A warning as a list shows it."""

    warning: EarlyWarning
    by: str = ""  # what whoever judged it is called, "" = nobody
    stage: Stage | None = None  # how far its call is; None = it has none
    waiting: bool = False  # saved here, not yet shared


@dataclass(frozen=True, slots=True)
class WarningPage:
    """Some warnings, the youngest first, and how many there are on all pages."""

    warnings: tuple[WarningShown, ...]
    total: int


@dataclass(frozen=True, slots=True)
class WarningsKnown:
    """What the console keeps in mind."""

    rules: tuple[WarningRule, ...]
    open: tuple[WarningShown, ...]  # the oldest first


@dataclass(frozen=True, slots=True)
class WarningsAndStops:
    """What the figures of a time are made of."""

    warnings: tuple[EarlyWarning, ...]
    stops: tuple[Stop, ...]
    rejected: frozenset[str] = frozenset()  # calls of these warnings that were none
    rules: tuple[WarningRule, ...] = ()


def warnings_known(desk: ReadDesk) -> WarningsKnown:
    """The rules in their order, and the warnings that last."""
    lasting = desk.kept(EarlyWarning, ended=None, order="began")
    return WarningsKnown(tuple(desk.find(WarningRule, order="order")), _shown(desk, lasting))


def warning_rules(desk: ReadDesk) -> tuple[Kept[WarningRule], ...]:
    """Every rule with its version, in its order."""
    return tuple(desk.kept(WarningRule, order="order"))


def warning_file(id: str) -> Callable[[ReadDesk], WarningShown | None]:
    """One warning; None where there is none."""

    def ask(desk: ReadDesk) -> WarningShown | None:
        shown = _shown(desk, desk.kept(EarlyWarning, id=id))
        return shown[0] if shown else None

    return ask


def warnings_between(
    since: datetime,
    until: datetime,
    sign: Sign | None = None,
    lines: Iterable[str] | None = None,
    limit: int = PAGE,
) -> Callable[[ReadDesk], WarningPage]:
    """Warnings that are over and began inside [since, until), the youngest first."""

    def ask(desk: ReadDesk) -> WarningPage:
        tests: list[Test] = [("began", ">=", since), ("began", "<", until), ("ended", "!=", None)]
        tests += [] if lines is None else [("line", "in", sorted(lines))]
        equals: dict[str, Any] = {} if sign is None else {"sign": sign}
        kept = desk.kept(EarlyWarning, *tests, order="-began", limit=limit, **equals)
        return WarningPage(_shown(desk, kept), desk.count(EarlyWarning, *tests, **equals))

    return ask


def warnings_and_stops(
    since: datetime, until: datetime, lines: Iterable[str] | None = None
) -> Callable[[ReadDesk], WarningsAndStops]:
    """Warnings that began and stops of which some part lies inside [since, until)."""

    def ask(desk: ReadDesk) -> WarningsAndStops:
        here: list[Test] = [] if lines is None else [("line", "in", sorted(lines))]
        warnings = desk.find(EarlyWarning, *here, ("began", ">=", since), ("began", "<", until), order="began")
        before: list[Test] = [*here, ("since", "<", until)]
        lasting = desk.find(Stop, *before, until=None, merged_into="")
        ended = desk.find(Stop, *before, ("until", ">", since), merged_into="")
        stops = sorted((*lasting, *ended), key=lambda stop: (stop.since, stop.id))
        ids = sorted({one.call for one in warnings if one.call})
        calls = desk.find(Call, ("id", "in", ids)) if ids else []
        rejected = frozenset(call.id for call in calls if call.rejected)
        return WarningsAndStops(tuple(warnings), tuple(stops), rejected, tuple(desk.find(WarningRule)))

    return ask


def _shown(desk: ReadDesk, kept: Iterable[Kept[EarlyWarning]]) -> tuple[WarningShown, ...]:
    many = list(kept)
    people = sorted({one.value.judged_by for one in many if one.value.judged_by})
    names = {person.id: person.name for person in desk.find(Person, ("id", "in", people))} if people else {}
    ids = sorted({one.value.call for one in many if one.value.call})
    stages = {call.id: call.stage for call in desk.find(Call, ("id", "in", ids))} if ids else {}
    return tuple(
        WarningShown(one.value, names.get(one.value.judged_by, ""), stages.get(one.value.call), one.waiting)
        for one in many
    )
