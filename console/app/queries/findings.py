"""What the screens of findings ask: all of a time with what is not closed, what was found before, red tags, names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from console.app.queries.rounds import FindingShown, findings, names_of, open_findings
from console.domain.attachments import Attachment
from console.domain.checklists import Run, Version, Words, version_id
from console.domain.desk import ReadDesk, Test
from console.domain.findings import AGAIN_WITHIN, Finding, RedTag, again


@dataclass(frozen=True, slots=True)
class Listed:
    """What the page of findings shows."""

    findings: tuple[FindingShown, ...]  # the youngest first
    tags: tuple[RedTag, ...]  # those that want a decision first, the most urgent first
    names: dict[str, str]  # of everybody who has to do with the tags


@dataclass(frozen=True, slots=True)
class FindingFile:
    """One finding with all that belongs to it."""

    shown: FindingShown
    run: Run | None
    checklist: Words
    item: Words  # what was asked where it was found
    earlier: tuple[FindingShown, ...]  # that it repeats, the last first
    tags: tuple[RedTag, ...]
    before: tuple[Attachment, ...]  # pictures, the first first
    after: tuple[Attachment, ...]
    names: dict[str, str]


def listed(since: datetime) -> Callable[[ReadDesk], Listed]:
    """Findings since then, whatever is not closed, and every red tag."""

    def ask(desk: ReadDesk) -> Listed:
        found = {one.finding.id: one for one in findings(desk, desk.find(Finding, ("made", ">=", since)))}
        found |= {one.finding.id: one for one in open_findings()(desk)}
        tags = desk.find(RedTag)
        tags.sort(key=lambda tag: (tag.fate is not None, tag.decide_by, tag.id))
        people = {who for tag in tags for who in (tag.owner, tag.made_by, tag.decided_by)}
        youngest = sorted(found.values(), key=lambda one: (one.finding.made, one.finding.id), reverse=True)
        return Listed(tuple(youngest), tuple(tags), names_of(desk, people))

    return ask


def finding_file(id: str) -> Callable[[ReadDesk], FindingFile | None]:
    """One finding; None where there is none."""

    def ask(desk: ReadDesk) -> FindingFile | None:
        finding = desk.get(Finding, id)
        if finding is None:
            return None
        shown = findings(desk, [finding])[0]
        run = desk.get(Run, finding.run) if finding.run else None
        version = desk.get(Version, version_id(run.template, run.version)) if run is not None else None
        item = (
            next((one.words for one in version.form.items if one.id == finding.item), Words()) if version else Words()
        )
        earlier = [one for one in (desk.get(Finding, other) for other in finding.repeats) if one is not None]
        people = {finding.made_by, finding.withdrawn_by, *(action.done_by for action in shown.actions)}
        people |= {action.owner for action in shown.actions}
        after = [picture for action in shown.actions for picture in _pictures(desk, "action", action.id)]
        return FindingFile(
            shown, run, version.name if version else Words(), item, tuple(reversed(findings(desk, earlier))),
            tuple(desk.find(RedTag, finding=id)), tuple(_pictures(desk, "finding", id)), tuple(after),
            names_of(desk, people),
        )  # fmt: skip

    return ask


def found_before(run: str, item: str, place: str, now: datetime) -> Callable[[ReadDesk], tuple[FindingShown, ...]]:
    """What a finding of this item of a run would repeat, the last first; () where nobody is on a round."""

    def ask(desk: ReadDesk) -> tuple[FindingShown, ...]:
        on = desk.get(Run, run) if run and item else None
        if on is None:
            return ()
        since: Test = ("made", ">=", now - AGAIN_WITHIN)
        made = Finding("", place, "-", now, "", run, on.template, item)
        same = again(made, desk.find(Finding, since, place=place, item=item))
        return tuple(reversed(findings(desk, same)))

    return ask


def _pictures(desk: ReadDesk, kind: str, record: str) -> list[Attachment]:
    return [one for one in desk.find(Attachment, kind=kind, record=record, order="at") if one.is_picture]
