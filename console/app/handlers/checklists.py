"""How what is asked about checklists is carried out: drafts, versions, runs, answers, points."""

from __future__ import annotations

from dataclasses import replace

from console.app.handlers import handles
from console.app.handlers.people import AlreadyThere
from console.domain import checklist_forms, checklist_runs, patrols
from console.domain.attachments import Attachment
from console.domain.checklist_refusals import NothingToPublish
from console.domain.checklists import Answer, Going, Run, Template, Version, answer_id, version_id
from console.domain.checklists_shipped import shipped_templates
from console.domain.commands import Stamp
from console.domain.commands import checklists as ask
from console.domain.desk import ChangedMeanwhile, Desk, Missing
from console.domain.findings import Finding
from console.domain.patrols import CheckIn, PointUnknown, Route

# Templates


@handles(ask.DraftChecklist)
def draft_checklist(desk: Desk, stamp: Stamp, command: ask.DraftChecklist) -> None:
    """Keep the draft."""
    desk.expect(Template, command.template, command.version)
    known = desk.get(Template, command.template) or Template(command.template, command.title, command.purpose)
    desk.put(
        replace(
            known,
            name=checklist_forms.checked_name(command.title),
            purpose=command.purpose,
            draft=checklist_forms.checked(command.form),
            drafted=stamp.at,
            drafted_by=stamp.who,
        )
    )


@handles(ask.PublishChecklist)
def publish_checklist(desk: Desk, stamp: Stamp, command: ask.PublishChecklist) -> None:
    """Keep the draft as the next version."""
    desk.expect(Template, command.template, command.version)
    template = desk.need(Template, command.template)
    for value in checklist_forms.publish(template, holding(desk, template), stamp.at, stamp.who, command.note):
        desk.put(value)


@handles(ask.DiscardDraft)
def discard_draft(desk: Desk, stamp: Stamp, command: ask.DiscardDraft) -> None:
    """Keep the template without its draft; with nothing published there is nothing left."""
    desk.expect(Template, command.template, command.version)
    template = desk.need(Template, command.template)
    if template.draft is None:
        raise NothingToPublish(template=template.id)
    if template.published:
        held = holding(desk, template)
        name = held.name if held is not None else template.name
        desk.put(replace(template, name=name, draft=None, drafted=None, drafted_by=""))
    else:
        desk.remove(Template, template.id)


@handles(ask.RetireChecklist)
def retire_checklist(desk: Desk, stamp: Stamp, command: ask.RetireChecklist) -> None:
    """Keep whether it is offered."""
    desk.expect(Template, command.template, command.version)
    desk.put(replace(desk.need(Template, command.template), retired=command.retired))


@handles(ask.SetRoute)
def set_route(desk: Desk, stamp: Stamp, command: ask.SetRoute) -> None:
    """Keep where the sections are."""
    desk.expect(Route, command.template, command.version)
    template = desk.need(Template, command.template)
    held = holding(desk, template)
    form = template.draft or (held.form if held is not None else None)
    sections = [section.id for section in form.sections] if form is not None else []
    desk.put(patrols.checked_route(Route(template.id, command.points), sections))


@handles(ask.BeginChecklists)
def begin_checklists(desk: Desk, stamp: Stamp, command: ask.BeginChecklists) -> None:
    """Keep the shipped ones that are not there, published; what a plant changed or retired stays as it is."""
    for shipped in shipped_templates():
        if desk.get(Template, shipped.id) is None:
            for value in checklist_forms.publish(shipped, None, stamp.at, stamp.who, ""):
                desk.put(value)


# Runs


@handles(ask.BeginRun)
def begin_run(desk: Desk, stamp: Stamp, command: ask.BeginRun) -> None:
    """Keep a new run; a planned round that somebody else began is gone on with. What was begun while the shared
    database was away stays, though the checklist was retired meanwhile."""
    known = desk.get(Run, command.run)
    if known is not None:
        told = (command.plan, command.template, command.where)
        same = (known.plan, known.template, known.place) == told
        if command.plan and same and known.going is not Going.DROPPED:
            return
        raise AlreadyThere(kind="checklist_run", id=command.run)
    template = desk.need(Template, command.template)
    seen = desk.get(Version, version_id(template.id, command.number))
    number = seen.number if seen is not None else 0
    run = Run(command.run, template.id, number, command.where, stamp.at, stamp.who, command.due, command.plan)
    desk.put(run if number and desk.replaying else checklist_runs.begin(template, run))


@handles(ask.AnswerItem)
def answer_item(desk: Desk, stamp: Stamp, command: ask.AnswerItem) -> None:
    """Keep the answer, in place of an earlier one; what was said later elsewhere stays, though it was shared before."""
    run = there(desk, command)
    id = answer_id(run.id, command.item)
    known = desk.get(Answer, id) if desk.replaying else None
    if known is not None and known.at > stamp.at:
        return
    given = Answer(
        id, run.id, command.item, run.place, stamp.at, stamp.who, command.value, command.text, command.skipped
    )
    desk.put(checklist_runs.answered(run, version_of(desk, run), given))


@handles(ask.ClearAnswer)
def clear_answer(desk: Desk, stamp: Stamp, command: ask.ClearAnswer) -> None:
    """Take it away; nothing is left out by that."""
    run = there(desk, command)
    checklist_runs.open_run(run)
    id = answer_id(run.id, command.item)
    if desk.get(Answer, id) is not None:
        desk.remove(Answer, id)


@handles(ask.SignRun)
def sign_run(desk: Desk, stamp: Stamp, command: ask.SignRun) -> None:
    """Keep it with its score; ChangedMeanwhile where it comes to another one than whoever signs it saw."""
    run = there(desk, command)
    version, answers = version_of(desk, run), desk.find(Answer, run=run.id)
    ids = {answer.id: answer.item for answer in answers}
    pictures = desk.find(Attachment, ("record", "in", sorted(ids)), kind="checklist_answer") if ids else []
    pictured = {ids[picture.record] for picture in pictures}
    found = {finding.item for finding in desk.find(Finding, run=run.id) if finding.withdrawn is None}
    signed = checklist_runs.sign(run, version, answers, pictured, found, stamp.at, stamp.who, command.note)
    if command.points is not None and signed.points != command.points:
        last = max(answers, key=lambda answer: (answer.at, answer.id))
        raise ChangedMeanwhile(kind="checklist_run", id=run.id, who=last.who, at=last.at)
    desk.put(signed)


@handles(ask.DropRun)
def drop_run(desk: Desk, stamp: Stamp, command: ask.DropRun) -> None:
    """Keep why."""
    desk.put(checklist_runs.drop(there(desk, command), stamp.at, stamp.who, command.why))


@handles(ask.CheckInAt)
def check_in_at(desk: Desk, stamp: Stamp, command: ask.CheckInAt) -> None:
    """Keep who was there when; the first time counts."""
    run = there(desk, command)
    checklist_runs.open_run(run)
    id = patrols.check_in_id(run.id, command.section)
    if desk.get(CheckIn, id) is not None:
        return
    route = desk.get(Route, run.template)
    point = next((point for point in route.points if point.section == command.section), None) if route else None
    if point is None or (command.code and command.code.strip() != point.code):
        raise PointUnknown(code=command.code or command.section)
    desk.put(CheckIn(id, run.id, command.section, point.place, stamp.at, stamp.who, bool(command.code)))


# What other handlers use too


def there(desk: Desk, command: ask.OnRun) -> Run:
    """The run; Missing where it is not at the place that the right to act was checked for."""
    run = desk.need(Run, command.run)
    if run.place != command.where:
        raise Missing(kind="checklist_run", id=run.id)
    return run


def version_of(desk: Desk, run: Run) -> Version:
    """The version that a run fills in; Missing."""
    return desk.need(Version, version_id(run.template, run.version))


def holding(desk: Desk, template: Template) -> Version | None:
    """The version that holds now; None: nothing is published."""
    return desk.get(Version, version_id(template.id, template.published)) if template.published else None
