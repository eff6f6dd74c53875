"""What screens and the console itself ask about checklists, planned rounds, findings, red tags and safety."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from console.domain.actions import Action, Stage
from console.domain.andon import Call
from console.domain.attachments import Attachment
from console.domain.audit_plans import AuditPlan, Decision
from console.domain.checklists import Answer, Going, Run, Template, Version, version_id
from console.domain.desk import Kept, ReadDesk, Test
from console.domain.findings import SOURCE, Closing, Finding, RedTag, closing
from console.domain.patrols import CheckIn, Route
from console.domain.people import Person
from console.domain.safety import Happened, SafetyEvent
from console.domain.stops import Stop

T = TypeVar("T")
BACK = timedelta(days=30)  # of an area's past that an audit opens with
AT_ONCE = 400  # ids in one question


@dataclass(frozen=True, slots=True)
class TemplateShown:
    """A template as a list shows it."""

    template: Template
    revision: int  # of the record, for commands
    route: Route | None = None
    route_revision: int = 0


@dataclass(frozen=True, slots=True)
class RunFile:
    """Everything about one run."""

    run: Run
    version: Version
    answers: tuple[Answer, ...]
    findings: tuple[FindingShown, ...]
    pictures: tuple[Attachment, ...]  # of its answers
    been: tuple[CheckIn, ...]
    route: Route | None
    names: dict[str, str]  # of everybody who has to do with it

    @property
    def by_item(self) -> dict[str, Answer]:
        """Answers by item."""
        return {answer.item: answer for answer in self.answers}


@dataclass(frozen=True, slots=True)
class FindingShown:
    """A finding with how far it is and who has to do with it."""

    finding: Finding
    closing: Closing
    actions: tuple[Action, ...] = ()
    who: str = ""  # what whoever wrote it is called
    owner: str = ""  # of its youngest open action, what they are called


@dataclass(frozen=True, slots=True)
class AreaPast:
    """What an audit of an area opens with."""

    last: Run | None  # the last one of this checklist that was signed there
    answers: tuple[Answer, ...]  # of it
    findings: tuple[FindingShown, ...]  # that are not closed
    tags: tuple[RedTag, ...]  # that nobody decided about
    stops: tuple[Stop, ...]  # of the last 30 days, the longest first
    calls: tuple[Call, ...]  # the youngest first
    events: tuple[SafetyEvent, ...]


def templates(desk: ReadDesk) -> tuple[TemplateShown, ...]:
    """Every template with its route, by purpose and name."""
    routes = {kept.value.id: kept for kept in desk.kept(Route)}
    found = [
        TemplateShown(
            kept.value,
            kept.version,
            routes[kept.value.id].value if kept.value.id in routes else None,
            routes[kept.value.id].version if kept.value.id in routes else 0,
        )
        for kept in desk.kept(Template)
    ]
    return tuple(sorted(found, key=lambda one: (one.template.purpose, one.template.name.en, one.template.id)))


def versions_of(template: str) -> Callable[[ReadDesk], tuple[Version, ...]]:
    """Every version of a template, the newest first."""
    return lambda desk: tuple(sorted(desk.find(Version, template=template), key=lambda one: -one.number))


def open_runs(desk: ReadDesk) -> tuple[Run, ...]:
    """Runs that somebody began and nobody ended, the oldest first."""
    return tuple(sorted(desk.find(Run, going=Going.OPEN), key=lambda run: (run.begun, run.id)))


def runs_between(since: datetime, until: datetime) -> Callable[[ReadDesk], tuple[Run, ...]]:
    """Runs that were signed in [since, until), the first first."""

    def ask(desk: ReadDesk) -> tuple[Run, ...]:
        found = desk.find(Run, ("ended", ">=", since), ("ended", "<", until), going=Going.SIGNED)
        return tuple(sorted(found, key=lambda run: (run.ended or since, run.id)))

    return ask


def run_file(id: str) -> Callable[[ReadDesk], RunFile | None]:
    """One run with everything in it; None where there is none."""

    def ask(desk: ReadDesk) -> RunFile | None:
        run = desk.get(Run, id)
        version = desk.get(Version, version_id(run.template, run.version)) if run is not None else None
        if run is None or version is None:
            return None
        answers = tuple(desk.find(Answer, run=id))
        found = findings(desk, desk.find(Finding, run=id))
        been = tuple(desk.find(CheckIn, run=id))
        people = {run.begun_by, run.ended_by, *(one.who for one in answers), *(one.who for one in been)}
        return RunFile(
            run, version, answers, found, _pictures(desk, answers), been, desk.get(Route, run.template),
            names_of(desk, people),
        )  # fmt: skip

    return ask


def rounds_known(
    since: datetime,
) -> Callable[[ReadDesk], tuple[tuple[AuditPlan, ...], tuple[Run, ...], tuple[Decision, ...]]]:
    """The plans, decisions since then or for days since, and runs of plans: begun since then, open, or of a round that
    was moved."""

    def ask(desk: ReadDesk) -> tuple[tuple[AuditPlan, ...], tuple[Run, ...], tuple[Decision, ...]]:
        found = (*desk.find(Decision, ("at", ">=", since)), *desk.find(Decision, ("due", ">=", since)))
        decided = {one.id: one for one in found}
        moved = sorted(one.id for one in decided.values() if one.due is not None)
        made = (*desk.find(Run, ("begun", ">=", since)), *open_runs(desk), *found_in(desk, Run, "plan", moved))
        runs = {run.id: run for run in made if run.plan}
        return tuple(desk.find(AuditPlan)), tuple(runs.values()), tuple(decided.values())

    return ask


def plans(desk: ReadDesk) -> list[Kept[AuditPlan]]:
    """Plans with their versions, by name."""
    return desk.kept(AuditPlan, order="name")


def open_findings(places: Iterable[str] | None = None) -> Callable[[ReadDesk], tuple[FindingShown, ...]]:
    """Findings of these places (None: all) that are not closed, the oldest first. Those that are closed are many after
    some years, and are not read for it."""

    def ask(desk: ReadDesk) -> tuple[FindingShown, ...]:
        tests: list[Test] = [] if places is None else [("place", "in", sorted(places))]
        counted = desk.texts(Action, "record", ("stage", "!=", Stage.DROPPED), source=SOURCE)
        to_do: Test = ("stage", "in", [stage for stage in Stage if stage.rank < Stage.VERIFIED.rank])
        settled = set(counted) - set(desk.texts(Action, "record", to_do, source=SOURCE))
        there = set(desk.texts(Finding, "id", *tests, withdrawn=None))
        found = findings(desk, found_in(desk, Finding, "id", there - settled))
        return tuple(one for one in found if one.closing is not Closing.CLOSED)

    return ask


def findings_between(since: datetime, until: datetime) -> Callable[[ReadDesk], tuple[FindingShown, ...]]:
    """Findings that were made in [since, until), the first first."""
    return lambda desk: findings(desk, desk.find(Finding, ("made", ">=", since), ("made", "<", until)))


def open_tags(desk: ReadDesk) -> tuple[RedTag, ...]:
    """Red tags that nobody decided about, the most urgent first."""
    return tuple(sorted(desk.find(RedTag, fate=None), key=lambda tag: (tag.decide_by, tag.id)))


def area_past(template: str, places: Sequence[str], now: datetime) -> Callable[[ReadDesk], AreaPast]:
    """What is known of an area: `places` are it and everything in it, the area itself first."""

    def ask(desk: ReadDesk) -> AreaPast:
        inside: Test = ("place", "in", sorted(places))
        since = now - BACK
        signed = desk.find(Run, template=template, place=places[0], going=Going.SIGNED)
        last = max(signed, key=lambda run: (run.ended or since, run.id), default=None)
        stops = desk.find(Stop, inside, ("since", ">=", since), merged_into="")
        calls = desk.find(Call, inside, ("raised", ">=", since))
        events = desk.find(SafetyEvent, inside, ("at", ">=", since))
        return AreaPast(
            last,
            tuple(desk.find(Answer, run=last.id)) if last is not None else (),
            open_findings(places)(desk),
            tuple(tag for tag in open_tags(desk) if tag.place in places),
            tuple(sorted(stops, key=lambda stop: -stop.seconds(now))),
            tuple(sorted(calls, key=lambda call: call.raised, reverse=True)),
            tuple(sorted(events, key=lambda event: event.at, reverse=True)),
        )

    return ask


def safety_since(since: datetime) -> Callable[[ReadDesk], tuple[SafetyEvent, ...]]:
    """Reports of what happened since then, and every injury whenever it was; the last first."""

    def ask(desk: ReadDesk) -> tuple[SafetyEvent, ...]:
        hurt: Test = ("what", "in", [Happened.FIRST_AID.value, Happened.LOST_TIME.value])
        found = {
            event.id: event for event in (*desk.find(SafetyEvent, ("at", ">=", since)), *desk.find(SafetyEvent, hurt))
        }
        return tuple(sorted(found.values(), key=lambda event: (event.at, event.id), reverse=True))

    return ask


def findings(desk: ReadDesk, found: Iterable[Finding]) -> tuple[FindingShown, ...]:
    """Findings with their actions and names, the first first."""
    listed = sorted(found, key=lambda one: (one.made, one.id))
    actions: dict[str, list[Action]] = {one.id: [] for one in listed}
    for action in found_in(desk, Action, "record", actions, source=SOURCE):
        actions[action.record].append(action)
    names = names_of(desk, {one.made_by for one in listed} | {a.owner for several in actions.values() for a in several})
    return tuple(_finding(one, actions[one.id], names) for one in listed)


def _finding(found: Finding, actions: list[Action], names: dict[str, str]) -> FindingShown:
    actions.sort(key=lambda action: (action.made, action.id))
    owner = next((action.owner for action in reversed(actions) if not action.stage.ended), "")
    return FindingShown(
        found, closing(found, actions), tuple(actions), names.get(found.made_by, ""), names.get(owner, "")
    )


def _pictures(desk: ReadDesk, answers: Iterable[Answer]) -> tuple[Attachment, ...]:
    ids = (answer.id for answer in answers)
    return tuple(found_in(desk, Attachment, "record", ids, kind="checklist_answer"))


def names_of(desk: ReadDesk, ids: Iterable[str]) -> dict[str, str]:
    """What people are called, by id; "" is nobody."""
    return {person.id: person.name for person in found_in(desk, Person, "id", (id for id in ids if id))}


def found_in(desk: ReadDesk, cls: type[T], field: str, values: Iterable[str], **equals: str) -> list[T]:
    """Those whose field is one of any number of values; a database takes only so many at once."""
    wanted = sorted(set(values))
    parts = (wanted[at : at + AT_ONCE] for at in range(0, len(wanted), AT_ONCE))
    tests: list[Test] = [(name, "in", [value]) for name, value in equals.items()]
    return [one for part in parts for one in desk.find(cls, (field, "in", part), *tests)]
