"""How what is asked about planned rounds, findings and red tags is carried out."""

from __future__ import annotations

from datetime import timedelta

from console.app.handlers import handles
from console.app.handlers.checklists import version_of
from console.app.handlers.people import AlreadyThere
from console.app.handlers.refusing import named
from console.domain import audit_plans, findings
from console.domain.audit_plans import AuditPlan, Decision
from console.domain.checklists import Going, Run, Template
from console.domain.commands import Stamp
from console.domain.commands import audits as ask
from console.domain.desk import Desk, Missing
from console.domain.findings import Finding, FindingUnfit, RedTag

WEST = timedelta(hours=12)  # that the westernmost clock is behind


@handles(ask.SetAuditPlan)
def set_audit_plan(desk: Desk, stamp: Stamp, command: ask.SetAuditPlan) -> None:
    """Keep the plan, and where the past is to stay the one that it followed; its checklist must be there."""
    desk.expect(AuditPlan, command.plan.id, command.version)
    desk.need(Template, command.plan.template)
    plan, kept = audit_plans.checked_plan(command.plan), desk.get(AuditPlan, command.plan.id)
    if not command.following:
        desk.put(plan)
        return
    if desk.get(AuditPlan, command.following) is not None:
        raise AlreadyThere(kind="audit_plan", id=command.following)
    runs = desk.find(Run, ("begun", ">=", stamp.at - audit_plans.AHEAD)) if kept is not None else []
    begun = [run.plan for run in runs if run.plan and run.going is not Going.DROPPED]
    for one in audit_plans.carried_on(kept, plan, stamp.at, begun, command.following):
        desk.put(one)


@handles(ask.DecideRound)
def decide_round(desk: Desk, stamp: Stamp, command: ask.DecideRound) -> None:
    """Keep what was decided about a round of the plan that was over time; a later decision takes its place."""
    plan = desk.need(AuditPlan, command.plan)
    asked = [one for one in audit_plans.rounds(plan, command.day, command.day) if one.id == command.round]
    if not asked or asked[0].place != command.where:
        raise Missing(kind="audit_round", id=command.round)
    runs, kept = desk.find(Run, plan=command.round), desk.find(Decision, id=command.round)
    standing = audit_plans.standings(asked, runs, kept, stamp.at)[0]
    given = Decision(command.round, plan.id, command.where, command.what, command.why, stamp.at, stamp.who, command.due)
    desk.put(audit_plans.decide(standing, given))


@handles(ask.AddFinding)
def add_finding(desk: Desk, stamp: Stamp, command: ask.AddFinding) -> None:
    """Keep it with what it repeats; one of a run belongs to an item of its form."""
    if desk.get(Finding, command.finding) is not None:
        raise AlreadyThere(kind="finding", id=command.finding)
    template = ""
    if command.run:
        run = desk.need(Run, command.run)
        version = version_of(desk, run)
        if run.place != command.where or command.item not in {item.id for item in version.form.items}:
            raise FindingUnfit(field="item")
        template = run.template
    item = command.item if command.run else ""
    made = Finding(
        command.finding, command.where, command.text, stamp.at, stamp.who, command.run, template, item, command.serious
    )
    earlier = desk.find(Finding, ("made", ">=", stamp.at - findings.AGAIN_WITHIN), place=command.where)
    desk.put(findings.add(made, earlier))


@handles(ask.WithdrawFinding)
def withdraw_finding(desk: Desk, stamp: Stamp, command: ask.WithdrawFinding) -> None:
    """Keep why it was none."""
    finding = desk.need(Finding, command.finding)
    if (finding.place, finding.made_by) != (command.where, command.by):
        raise Missing(kind="finding", id=finding.id)
    with named(desk):
        desk.put(findings.withdraw(finding, stamp.at, stamp.who, command.why))


@handles(ask.TagThing)
def tag_thing(desk: Desk, stamp: Stamp, command: ask.TagThing) -> None:
    """Keep the tag."""
    if desk.get(RedTag, command.tag) is not None:
        raise AlreadyThere(kind="red_tag", id=command.tag)
    made = RedTag(
        command.tag, command.number, command.where, command.thing, command.quantity, command.why, stamp.at, stamp.who,
        command.owner, command.decide_by, command.finding,
    )  # fmt: skip
    desk.put(findings.tag(made, (stamp.at - WEST).date()))


@handles(ask.DecideTag)
def decide_tag(desk: Desk, stamp: Stamp, command: ask.DecideTag) -> None:
    """Keep what becomes of it."""
    tag = desk.need(RedTag, command.tag)
    if (tag.place, tag.owner) != (command.where, command.owner):
        raise Missing(kind="red_tag", id=tag.id)
    with named(desk):
        desk.put(findings.decide(tag, command.fate, stamp.at, stamp.who, command.to, command.note))
