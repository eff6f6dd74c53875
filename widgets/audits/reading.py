"""What the Audits page asks the records: one run with its past, and the runs that are open or were signed lately."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from console.app.queries.attachments import AttachmentShown
from console.app.queries.rounds import AreaPast, RunFile, area_past, run_file, runs_between
from console.domain.attachments import Attachment
from console.domain.checklist_scores import Scored, score
from console.domain.checklists import Answer, Form, Going, Run, Version, Words, answer_id, version_id
from console.domain.desk import ReadDesk
from console.domain.people import Person

NO_FORM = Form()
LATELY = timedelta(days=14)
LINE_BACK = timedelta(days=365)  # of the score over time
LATELY_MOST = 8


@dataclass(frozen=True, slots=True)
class Sheet:
    """A run with every picture of its items, those without an answer too."""

    file: RunFile
    pictures: dict[str, tuple[AttachmentShown, ...]]  # by item
    proofs: dict[str, int]  # pictures of its findings, by finding


@dataclass(frozen=True, slots=True)
class Past:
    """What is known from before: the area's past, the last score, and the scores over time."""

    area: AreaPast
    last: Scored | None
    points: tuple[tuple[datetime, float, str], ...]  # when, which share, id of the run


@dataclass(frozen=True, slots=True)
class RunShown:
    """A run as a list shows it."""

    run: Run
    name: Words
    answered: int
    asked: int
    by: str  # what whoever began it is called


def sheet(run: str) -> Callable[[ReadDesk], Sheet | None]:
    """A run with its pictures; None where there is none."""

    def ask(desk: ReadDesk) -> Sheet | None:
        file = run_file(run)(desk)
        if file is None:
            return None
        items = {answer_id(run, item.id): item.id for item in file.version.form.items}
        kept = desk.kept(Attachment, ("record", "in", sorted(items)), kind="checklist_answer", order="at")
        names = {one.id: one.name for one in desk.find(Person, id={each.value.by for each in kept})}
        found: dict[str, tuple[AttachmentShown, ...]] = {}
        for each in kept:
            item = items[each.value.record]
            found[item] = (*found.get(item, ()), AttachmentShown(each, names.get(each.value.by, "")))
        ids = [one.finding.id for one in file.findings]
        proofs = {id: desk.count(Attachment, kind="finding", record=id) for id in ids}
        return Sheet(file, found, proofs)

    return ask


def past(run: Run, places: Sequence[str], now: datetime) -> Callable[[ReadDesk], Past]:
    """What an audit of a place opens with; a run that is over looks back from its end."""

    def ask(desk: ReadDesk) -> Past:
        until = run.ended or now
        area = area_past(run.template, places, until)(desk)
        same = desk.find(Run, template=run.template, place=run.place, going=Going.SIGNED)
        ended = sorted((one for one in same if one.ended is not None and one.ended >= until - LINE_BACK), key=_ended)
        before = [one for one in ended if one.id != run.id and _ended(one) <= until.timestamp()]
        points = tuple(
            (one.ended, one.points / one.most, one.id)
            for one in ended
            if one.ended and one.most and one.points is not None
        )
        return Past(area, _scored(desk, before[-1]) if before else None, points)

    return ask


def _ended(run: Run) -> float:
    return run.ended.timestamp() if run.ended is not None else 0.0


def _scored(desk: ReadDesk, run: Run) -> Scored | None:
    version = desk.get(Version, version_id(run.template, run.version))
    return score(version.form, desk.find(Answer, run=run.id)) if version is not None else None


def picture(id: str) -> Callable[[ReadDesk], list[AttachmentShown]]:
    """An attachment by its id; [] where it is not there."""
    return lambda desk: [AttachmentShown(each, "") for each in desk.kept(Attachment, id=id)]


def listed(runs: Sequence[Run]) -> Callable[[ReadDesk], tuple[RunShown, ...]]:
    """Runs with how far they are and who began them."""

    def ask(desk: ReadDesk) -> tuple[RunShown, ...]:
        found = []
        names = {one.id: one.name for one in desk.find(Person, id={run.begun_by for run in runs})}
        for run in runs:
            version = desk.get(Version, version_id(run.template, run.version))
            if version is not None:
                told = desk.count(Answer, run=run.id)
                by = names.get(run.begun_by, "")
                found.append(RunShown(run, version.name, told, len(version.form.items), by))
        return tuple(found)

    return ask


def signed_lately(now: datetime) -> Callable[[ReadDesk], tuple[RunShown, ...]]:
    """The runs that were signed in the last days, the last first."""

    def ask(desk: ReadDesk) -> tuple[RunShown, ...]:
        runs = runs_between(now - LATELY, now + timedelta(days=1))(desk)
        return listed(tuple(reversed(runs))[:LATELY_MOST])(desk)

    return ask
