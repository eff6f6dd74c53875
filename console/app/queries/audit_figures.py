"""What the figures of audits are computed from, and the sheet of them. The reading is short; the computing is pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from console.app.queries.rounds import FindingShown, RunFile, findings, found_in, names_of, run_file
from console.domain.attachments import Attachment
from console.domain.audit_figures import (
    FindingFigures,
    ItemFigure,
    Looked,
    Looker,
    Rank,
    RoundFigures,
    Spread,
    TagFigures,
    finding_figures,
    items,
    looked,
    lookers,
    passed_share,
    ranking,
    round_figures,
    sections,
    spread,
    tag_figures,
)
from console.domain.audit_plans import AuditPlan, Decision, Round, Standing, rounds, standings
from console.domain.checklists import Answer, Going, Purpose, Run, Template, Version, Words, version_id
from console.domain.desk import Missing, ReadDesk
from console.domain.findings import Finding, RedTag

DECIDED_BACK = timedelta(days=90)  # a round is decided about at most so long before it is asked for


@dataclass(frozen=True, slots=True)
class Wanted:
    """Audits that were signed in [since, until), beside those in [before, since)."""

    since: datetime
    until: datetime
    before: datetime
    now: datetime
    zone: tzinfo
    purpose: str = ""  # "" = any
    template: str = ""  # "" = any of the purpose
    places: frozenset[str] | None = None  # None: all


@dataclass(frozen=True, slots=True)
class Past:
    """What was read."""

    templates: tuple[Template, ...]  # all of them
    versions: tuple[Version, ...]  # of the audits, and those that hold
    runs: tuple[Run, ...]  # signed in both times
    planned: tuple[Run, ...]  # of planned rounds: signed until now, or open
    answers: Mapping[str, tuple[Answer, ...]]  # by run
    findings: tuple[FindingShown, ...]
    tags: tuple[RedTag, ...]
    plans: tuple[AuditPlan, ...]
    decisions: tuple[Decision, ...]
    names: Mapping[str, str]  # of people


@dataclass(frozen=True, slots=True)
class Sheet:
    """The figures of a time, those of the time before it, and the records behind them."""

    wanted: Wanted
    templates: tuple[Template, ...]  # all of them, to choose from
    looked: tuple[Looked, ...]  # the first first
    earlier: tuple[Looked, ...]  # of the time before
    whole: Spread | None
    before: Spread | None
    passed: float | None
    ranks: tuple[Rank, ...]
    sections: Mapping[str, Spread]
    sections_before: Mapping[str, Spread]
    items: tuple[ItemFigure, ...]
    findings: tuple[FindingShown, ...]
    finding_figures: FindingFigures
    findings_before: FindingFigures
    tags: tuple[RedTag, ...]
    tag_figures: TagFigures
    standings: tuple[Standing, ...]
    rounds: RoundFigures
    lookers: tuple[Looker, ...]
    target: float | None  # share from which an audit passes; None where checklists differ or none is judged
    section_words: Mapping[str, Words]
    item_words: Mapping[tuple[str, str], Words]  # by template and item
    names: Mapping[str, str]

    @property
    def by_run(self) -> dict[str, Looked]:
        """Audits by run."""
        return {one.run: one for one in self.looked}


def audit_past(wanted: Wanted) -> Callable[[ReadDesk], Past]:
    """Everything that a sheet needs."""

    def ask(desk: ReadDesk) -> Past:
        templates = tuple(desk.find(Template))
        chosen = _chosen(templates, wanted)
        signed = desk.find(Run, ("ended", ">=", wanted.before), going=Going.SIGNED)
        signed = [run for run in signed if run.template in chosen and _there(run.place, wanted)]
        runs = [run for run in signed if run.ended is not None and run.ended < wanted.until]
        planned = [run for run in (*signed, *desk.find(Run, going=Going.OPEN)) if run.plan]  # also made later
        found = _findings(desk, wanted, chosen)
        tags = {tag.id: tag for tag in desk.find(RedTag, fate=None)}
        tags |= {tag.id: tag for tag in desk.find(RedTag, ("decided", ">=", wanted.since))}
        return Past(
            templates,
            _versions(desk, runs, templates),
            tuple(runs),
            tuple(planned),
            _answers(desk, [run.id for run in runs]),
            found,
            tuple(tag for tag in tags.values() if _there(tag.place, wanted)),
            tuple(plan for plan in desk.find(AuditPlan) if plan.template in chosen),
            tuple(desk.find(Decision, ("at", ">=", wanted.since - DECIDED_BACK))),
            names_of(desk, {run.ended_by for run in runs} | _planned(desk)),
        )

    return ask


def audit_sheet(past: Past, wanted: Wanted) -> Sheet:
    """The figures; pure, and not for the main thread."""
    section_words, keys = _section_keys(past.versions)
    known = {version.id: version for version in past.versions}
    all_looked = [
        looked(run, known[id], past.answers.get(run.id, ()), keys.get(run.template))
        for run in sorted(past.runs, key=lambda run: (run.ended or run.begun, run.id))
        if (id := version_id(run.template, run.version)) in known
    ]
    now = [one for one in all_looked if one.at >= wanted.since]
    earlier = [one for one in all_looked if one.at < wanted.since]
    made = [one for one in past.findings if one.finding.made >= wanted.since]
    made_before = [one for one in past.findings if one.finding.made < wanted.since]
    standing = _standings(past, wanted)
    return Sheet(
        wanted,
        past.templates,
        tuple(now),
        tuple(earlier),
        spread(one.share for one in now),
        spread(one.share for one in earlier),
        passed_share(now),
        ranking(now),
        sections(now),
        sections(earlier),
        items(now, [one.finding for one in made]),
        tuple(made),
        _figures(made, wanted),
        _figures(made_before, wanted),
        past.tags,
        tag_figures(past.tags, wanted.now.astimezone(wanted.zone).date(), wanted.since, wanted.until),
        standing,
        round_figures(standing),
        lookers(now),
        _target(past, now),
        section_words,
        {(version.template, item.id): item.words for version in past.versions for item in version.form.items},
        past.names,
    )


def _figures(found: Iterable[FindingShown], wanted: Wanted) -> FindingFigures:
    return finding_figures([(one.finding, one.actions) for one in found], wanted.now, wanted.zone)


def _chosen(templates: Iterable[Template], wanted: Wanted) -> frozenset[str]:
    if wanted.template:
        return frozenset({wanted.template})
    return frozenset(one.id for one in templates if wanted.purpose in ("", one.purpose))


def _there(place: str, wanted: Wanted) -> bool:
    return wanted.places is None or place in wanted.places


def _findings(desk: ReadDesk, wanted: Wanted, chosen: frozenset[str]) -> tuple[FindingShown, ...]:
    """Findings of these checklists, and those that nobody was on a round for where no checklist is chosen."""
    listed = desk.find(Finding, ("made", ">=", wanted.before), ("made", "<", wanted.until))
    free = not wanted.template and wanted.purpose in ("", Purpose.FIVE_S, Purpose.SIX_S)
    mine = [one for one in listed if one.template in chosen or (free and not one.template)]
    return findings(desk, [one for one in mine if _there(one.place, wanted)])


def _versions(desk: ReadDesk, runs: Iterable[Run], templates: Iterable[Template]) -> tuple[Version, ...]:
    """The older first, so that the words of the newest are those that stay."""
    wanted = {(run.template, run.version) for run in runs}
    wanted |= {(one.id, one.published) for one in templates if one.published}
    found = (desk.get(Version, version_id(*one)) for one in sorted(wanted))
    return tuple(version for version in found if version is not None)


def _answers(desk: ReadDesk, runs: Sequence[str]) -> dict[str, tuple[Answer, ...]]:
    by_run: dict[str, list[Answer]] = {}
    for answer in found_in(desk, Answer, "run", runs):
        by_run.setdefault(answer.run, []).append(answer)
    return {run: tuple(found) for run, found in by_run.items()}


def _planned(desk: ReadDesk) -> set[str]:
    return {person for plan in desk.find(AuditPlan) for person in plan.people}


def _section_keys(versions: Iterable[Version]) -> tuple[dict[str, Words], dict[str, dict[str, str]]]:
    """Sections that are called alike are one, over versions and checklists: words by key, key by template and id."""
    newest = {(one.template, section.id): section.words for one in versions for section in one.form.sections}
    words: dict[str, Words] = {}
    keys: dict[str, dict[str, str]] = {}
    for (template, id), said in newest.items():
        key = said.said(False).strip().casefold() or id
        words[key] = said
        keys.setdefault(template, {})[id] = key
    return words, keys


def _target(past: Past, now: Iterable[Looked]) -> float | None:
    used = {one.template for one in now}
    holds = {(one.id, one.published) for one in past.templates if one.id in used}
    passes = {one.form.passes for one in past.versions if (one.template, one.number) in holds}
    return passes.pop() if len(passes) == 1 else None


def _standings(past: Past, wanted: Wanted) -> tuple[Standing, ...]:
    first, last = (at.astimezone(wanted.zone).date() for at in (wanted.since, wanted.until))
    asked: list[Round] = []
    for plan in past.plans:
        asked += rounds(plan, first, last)
    asked = [one for one in asked if wanted.since <= one.due < wanted.until and _there(one.place, wanted)]
    return standings(asked, past.planned, past.decisions, wanted.now)


@dataclass(frozen=True, slots=True)
class AuditPaper:
    """One run with what is printed of it."""

    file: RunFile
    pictures: tuple[Attachment, ...]  # of its answers and its findings, the oldest first
    last: Looked | None  # the audit before it of this checklist there


def audit_paper(run: str) -> Callable[[ReadDesk], AuditPaper]:
    """One run, for paper; Missing where there is none."""

    def ask(desk: ReadDesk) -> AuditPaper:
        file = run_file(run)(desk)
        if file is None:
            raise Missing(kind="checklist_run", id=run)
        ids = [one.finding.id for one in file.findings]
        shown = desk.find(Attachment, ("record", "in", ids), kind="finding") if ids else []
        pictures = sorted((*file.pictures, *shown), key=lambda one: (one.at, one.id))
        return AuditPaper(file, tuple(one for one in pictures if one.is_picture), _before(desk, file.run))

    return ask


def _before(desk: ReadDesk, run: Run) -> Looked | None:
    same = desk.find(Run, ("ended", "<", run.ended or run.begun), template=run.template, place=run.place)
    signed = [one for one in same if one.going is Going.SIGNED and one.ended is not None]
    last = max(signed, key=lambda one: (one.ended or one.begun, one.id), default=None)
    version = desk.get(Version, version_id(last.template, last.version)) if last is not None else None
    return looked(last, version, desk.find(Answer, run=last.id)) if last and version else None
