"""Rules of rounds, findings, safety, handovers and crews in the office: who may, what is kept, what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from console.domain import handover_moves
from console.domain.attachments import Attachment
from console.domain.audit_plans import AuditPlan, Decided, Decision, rounds
from console.domain.checklists import (
    Answer,
    Asks,
    Evidence,
    Form,
    Going,
    Item,
    Purpose,
    Run,
    Section,
    Template,
    Version,
    Words,
    answer_id,
)
from console.domain.commands import CONSOLE
from console.domain.commands import audits as do
from console.domain.commands import checklists as fill
from console.domain.commands import handovers as hand
from console.domain.commands import safety as safe
from console.domain.commands.attachments import AddAttachment, NoteOnAttachment, RemoveAttachment
from console.domain.crews import Briefing, Crew, briefing_id
from console.domain.findings import Fate, Finding, RedTag
from console.domain.handovers import Fact, Handover, OpenItem, Part, Reply, Stage, Subject, handover_id, item_id
from console.domain.patrols import CheckIn, Point
from console.domain.people import Grant, Role
from console.domain.safety import Happened, SafetyEvent
from tests.app.staffed import NOON, Staffed

BODY = ("Suzhou", "Body")
T = datetime.fromtimestamp(NOON, UTC)
FORM = Form(
    (
        Section(
            "s",
            Words("Sort", "整理"),
            (
                Item("a", Words("Clean")),
                Item("b", Words("Guard"), Asks.YES_NO, red_line=True, evidence=Evidence.WEAK),
            ),
        ),
    ),
    0.8,
)
SHIFT = ("L1", date(2026, 11, 21), "day", T - timedelta(hours=6), T + timedelta(hours=1), "late")


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Staffed]:
    """Qi cares for quality in Body, Su and Mo supervise it, Cy leads L1, Bo operates there, Vi only looks."""
    made = Staffed(tmp_path)
    made.add("qi", Grant(Role.QUALITY, BODY))
    made.add("su", Grant(Role.SUPERVISOR, BODY))
    made.add("mo", Grant(Role.SUPERVISOR, BODY))
    made.add("cy", Grant(Role.TEAM_LEADER, (*BODY, "L1")))
    made.add("bo", Grant(Role.OPERATOR, (*BODY, "L1")))
    made.add("vi", Grant(Role.VIEWER, BODY))
    yield made
    made.office.close()


def code(result: object) -> object:
    return getattr(result, "code", None)


def published(floor: Staffed) -> None:
    floor.must(fill.DraftChecklist("t", Words("5S"), Purpose.FIVE_S, FORM), "qi")
    floor.must(fill.PublishChecklist("t", version=1), "qi")


def begun(floor: Staffed, plan: str = "") -> None:
    published(floor)
    floor.must(fill.BeginRun("r", "t", "L1", plan=plan), "bo")


def need(floor: Staffed, kind: type, id: str) -> object:
    return floor.ask(lambda desk: desk.need(kind, id))


# Checklists


def test_a_checklist_is_drafted_published_and_changed_without_touching_what_runs(floor: Staffed) -> None:
    begun(floor)
    longer = replace(FORM, sections=(replace(FORM.sections[0], items=FORM.items[:1]),))
    floor.must(fill.DraftChecklist("t", Words("5S"), Purpose.FIVE_S, longer, version=2), "qi")
    floor.must(fill.PublishChecklist("t", "without the guard", version=3), "qi")

    versions = floor.ask(lambda desk: sorted(desk.find(Version, template="t"), key=lambda one: one.number))
    assert [version.number for version in versions] == [1, 2]
    run = need(floor, Run, "r")
    assert isinstance(run, Run)
    assert run.version == 1
    assert code(floor.do(fill.PublishChecklist("t", version=4), "qi")) == "nothing_to_publish"


def test_a_draft_that_somebody_else_changed_is_not_written_over(floor: Staffed) -> None:
    published(floor)
    floor.must(fill.DraftChecklist("t", Words("5S"), Purpose.FIVE_S, FORM, version=2), "su")
    late = fill.DraftChecklist("t", Words("5S new"), Purpose.FIVE_S, FORM, version=2)
    assert code(floor.do(late, "qi")) == "changed_meanwhile"


def test_a_draft_is_discarded_and_one_never_published_is_gone(floor: Staffed) -> None:
    published(floor)
    floor.must(fill.DraftChecklist("t", Words("other name"), Purpose.FIVE_S, FORM, version=2), "qi")
    floor.must(fill.DiscardDraft("t", version=3), "qi")
    kept = need(floor, Template, "t")
    assert isinstance(kept, Template)
    assert (kept.draft, kept.name.en) == (None, "5S")
    floor.must(fill.DraftChecklist("n", Words("new"), Purpose.OTHER, FORM), "qi")
    floor.must(fill.DiscardDraft("n", version=1), "qi")
    assert floor.ask(lambda desk: desk.get(Template, "n")) is None


def test_a_planned_round_that_two_begin_is_one_run(floor: Staffed) -> None:
    begun(floor, plan="round")
    floor.must(fill.AnswerItem("r", "L1", "a", 4.0), "bo")
    floor.must(fill.BeginRun("r", "t", "L1", plan="round"), "qi")
    run = need(floor, Run, "r")
    assert isinstance(run, Run)
    assert (run.begun_by, run.going) == ("bo", Going.OPEN)
    assert code(floor.do(fill.BeginRun("r", "t", "L2", plan="round"), "su")) in ("already_there", "not_allowed")
    floor.must(fill.DropRun("r", "L1", "fire drill"), "bo")
    assert code(floor.do(fill.BeginRun("r", "t", "L1", plan="round"), "qi")) == "already_there"


def test_what_is_signed_is_what_was_seen(floor: Staffed) -> None:
    begun(floor)
    for item, value in (("a", 4.0), ("b", 1.0)):
        floor.must(fill.AnswerItem("r", "L1", item, value), "bo")
    floor.must(fill.AnswerItem("r", "L1", "a", 3.0), "qi")  # at another console, while Bo looks at 8 points
    assert code(floor.do(fill.SignRun("r", "L1", points=8.0), "bo")) == "changed_meanwhile"
    floor.must(fill.SignRun("r", "L1", points=7.0), "bo")


def test_the_shipped_checklists_come_once_and_stay_as_the_plant_made_them(floor: Staffed) -> None:
    floor.must(fill.BeginChecklists(), CONSOLE)
    first = floor.ask(lambda desk: desk.find(Template))
    floor.must(fill.RetireChecklist(first[0].id, True, version=1), "qi")
    floor.must(fill.BeginChecklists(), CONSOLE)

    again = floor.ask(lambda desk: desk.find(Template))
    assert len(again) == 7
    assert all(template.published == 1 for template in again)
    assert sum(template.retired for template in again) == 1


def test_a_run_is_signed_with_score_finding_and_picture_and_then_stays(floor: Staffed) -> None:
    begun(floor)
    floor.must(fill.AnswerItem("r", "L1", "a", 4), "bo")
    floor.must(fill.AnswerItem("r", "L1", "b", 1), "bo")
    floor.must(fill.AnswerItem("r", "L1", "b", 0), "cy")  # the last word holds
    assert code(floor.do(fill.SignRun("r", "L1"), "cy")) == "evidence_missing"
    picture = AddAttachment(
        "p", "checklist_answer", answer_id("r", "b"), "L1", "guard.jpg", "image/jpeg", "0" * 64, 10, 1, 1, "", ""
    )
    floor.must(picture, "cy")
    assert code(floor.do(fill.SignRun("r", "L1"), "cy")) == "findings_missing"
    floor.must(do.AddFinding("f", "L1", "guard is off", True, "r", "b"), "cy")
    floor.must(fill.SignRun("r", "L1"), "cy")

    run = need(floor, Run, "r")
    assert isinstance(run, Run)
    assert (run.going, run.points, run.most, run.passed, run.broken) == (Going.SIGNED, 4.0, 8.0, False, ("b",))
    assert code(floor.do(fill.AnswerItem("r", "L1", "a", 0), "bo")) == "run_over"
    assert len(floor.ask(lambda desk: desk.find(Answer, run="r"))) == 2


def test_a_run_belongs_to_its_place_and_viewers_only_look(floor: Staffed) -> None:
    begun(floor)
    assert code(floor.do(fill.AnswerItem("r", "L1", "a", 4), "vi")) == "not_allowed"
    assert code(floor.do(fill.AnswerItem("r", "L2", "a", 4), "su")) == "missing"
    assert code(floor.do(fill.DraftChecklist("x", Words("x"), Purpose.OTHER, FORM), "cy")) == "not_allowed"


def test_an_answer_is_cleared_and_a_run_is_dropped_for_a_reason(floor: Staffed) -> None:
    begun(floor)
    floor.must(fill.AnswerItem("r", "L1", "a", 4), "bo")
    floor.must(fill.ClearAnswer("r", "L1", "a"), "bo")
    assert floor.ask(lambda desk: desk.find(Answer, run="r")) == []
    floor.must(fill.DropRun("r", "L1", "line is rebuilt"), "bo")
    assert code(floor.do(fill.ClearAnswer("r", "L1", "a"), "bo")) == "run_over"


def test_a_point_is_checked_in_once_and_by_its_own_code(floor: Staffed) -> None:
    begun(floor)
    floor.must(fill.SetRoute("t", (Point("s", "L1", "P-1", 10),)), "qi")
    assert code(floor.do(fill.CheckInAt("r", "L1", "s", "P-2"), "bo")) == "point_unknown"
    floor.must(fill.CheckInAt("r", "L1", "s", "P-1"), "bo")
    floor.pass_time(60)
    floor.must(fill.CheckInAt("r", "L1", "s"), "cy")
    been = floor.ask(lambda desk: desk.find(CheckIn, run="r"))
    assert [(one.who, one.scanned) for one in been] == [("bo", True)]


# Audits


def test_a_round_that_was_missed_is_decided_by_who_may(floor: Staffed) -> None:
    published(floor)
    plan = AuditPlan("p", "weekly", "t", ("L1", "L2"), (), date(2026, 11, 2), "Asia/Shanghai")
    floor.must(do.SetAuditPlan(plan), "qi")
    asked = rounds(plan, date(2026, 11, 16), date(2026, 11, 16))[0]
    decision = do.DecideRound(asked.id, "p", date(2026, 11, 16), "L1", Decided.APPROVED, "line was down")

    assert code(floor.do(decision, "bo")) == "not_allowed"
    assert code(floor.do(replace(decision, day=date(2026, 11, 17)), "cy")) == "missing"
    floor.must(decision, "cy")
    kept = need(floor, Decision, asked.id)
    assert isinstance(kept, Decision)
    assert (kept.who, kept.why) == ("cy", "line was down")
    ahead = rounds(plan, date(2026, 11, 23), date(2026, 11, 23))[0]
    early = replace(decision, round=ahead.id, day=date(2026, 11, 23))
    assert code(floor.do(early, "cy")) == "round_not_missed"


def test_a_change_of_a_plan_leaves_what_was_asked_for_and_begun_as_it_was(floor: Staffed) -> None:
    published(floor)
    plan = AuditPlan("p", "weekly", "t", ("L1", "L2"), (), date(2026, 11, 2), "Asia/Shanghai")
    floor.must(do.SetAuditPlan(plan), "qi")
    ahead = rounds(plan, date(2026, 11, 23), date(2026, 11, 23))[0]
    floor.must(fill.BeginRun("ahead", "t", "L1", ahead.due, ahead.id), "cy")
    floor.must(do.SetAuditPlan(replace(plan, weekday=2), 1, "q"), "qi")

    first, second = need(floor, AuditPlan, "p"), need(floor, AuditPlan, "q")
    assert isinstance(first, AuditPlan)
    assert isinstance(second, AuditPlan)
    assert rounds(first, date(2026, 11, 1), date(2026, 12, 31)) == rounds(plan, date(2026, 11, 1), date(2026, 11, 23))
    assert (second.since, second.weekday, second.places) == (date(2026, 11, 25), 2, ("L1", "L2"))
    assert code(floor.do(do.SetAuditPlan(replace(first, by=60), 2, "q"), "qi")) == "already_there"
    assert code(floor.do(do.SetAuditPlan(replace(plan, by=60), 1, "r"), "su")) == "changed_meanwhile"


def test_a_finding_of_a_run_names_its_item_and_knows_what_it_repeats(floor: Staffed) -> None:
    begun(floor)
    assert code(floor.do(do.AddFinding("x", "L1", "dirty", run="r", item="no such"), "bo")) == "finding_unfit"
    floor.must(do.AddFinding("f", "L1", "dirty", run="r", item="a"), "bo")
    floor.pass_time(86_400)
    floor.must(do.AddFinding("g", "L1", "dirty again", run="r", item="a"), "bo")
    again = need(floor, Finding, "g")
    assert isinstance(again, Finding)
    assert again.repeats == ("f",)
    floor.must(do.WithdrawFinding("g", "L1", "bo", "it was the light"), "bo")
    assert code(floor.do(do.WithdrawFinding("f", "L1", "cy", "mine it is not"), "cy")) == "missing"


def test_who_owns_a_red_tag_decides_and_decides_once(floor: Staffed) -> None:
    floor.must(do.TagThing("g", "L1", "old fixture", "bo", date(2026, 11, 25), 2), "cy")
    decision = do.DecideTag("g", "L1", "bo", Fate.SCRAP)
    floor.must(decision, "bo")
    tag = need(floor, RedTag, "g")
    assert isinstance(tag, RedTag)
    assert (tag.fate, tag.decided_by) == (Fate.SCRAP, "bo")
    assert code(floor.do(decision, "su")) == "tag_decided"


# Safety


def test_a_report_is_made_by_everybody_and_closed_when_its_cause_is_known(floor: Staffed) -> None:
    at = T - timedelta(hours=1)
    floor.must(safe.ReportSafety("e", Happened.NEAR_MISS, "L1", "slipped", at), "bo")
    assert code(floor.do(safe.CloseSafety("e", "L1"), "cy")) == "safety_unfit"
    told = safe.ChangeSafety("e", Happened.FIRST_AID, "L1", "slipped", at, cause="oil from the press", version=1)
    assert code(floor.do(told, "bo")) == "not_allowed"
    floor.must(told, "cy")
    floor.must(safe.CloseSafety("e", "L1"), "cy")
    event = need(floor, SafetyEvent, "e")
    assert isinstance(event, SafetyEvent)
    assert (event.what, event.hurt, event.reporter, event.closed_by) == (Happened.FIRST_AID, 1, "bo", "cy")


# Handovers


def prepared(floor: Staffed, stops: int = 0) -> Handover:
    items = (OpenItem(item_id(Subject.CALL, "c1"), Subject.CALL, "c1", "L1", "Press stopped", T),)
    facts = (Fact(Part.PRODUCTION, "order", (("good", 478.0),), (("order", "WO-1"),)),)
    floor.must(hand.PrepareHandover(*SHIFT, facts, items, stops), "cy")
    return got(floor)


def got(floor: Staffed) -> Handover:
    found = need(floor, Handover, handover_id("L1", SHIFT[4]))
    assert isinstance(found, Handover)
    return found


def test_a_handover_is_signed_by_both_sides_and_whole_in_the_records(floor: Staffed) -> None:
    draft = prepared(floor)
    floor.must(hand.WriteHandover(draft.id, "L1", "keep an eye on\nthe nozzle", ""), "cy")
    floor.must(hand.AddHandoverItem(draft.id, "L1", "n", "", "guard door is loose"), "bo")
    shown = handover_moves.content_hash(got(floor))
    floor.must(hand.HandOver(draft.id, "L1", shown), "cy")
    for item in got(floor).items:
        floor.must(hand.AnswerHandoverItem(draft.id, "L1", item.id, Reply.ACCEPTED), "su")
    assert code(floor.do(hand.TakeOver(draft.id, "L1", shown), "su")) == "changed_meanwhile"
    floor.must(hand.TakeOver(draft.id, "L1", handover_moves.content_hash(got(floor))), "su")

    sealed = got(floor)
    assert sealed.stage is Stage.SEALED
    assert handover_moves.is_whole(sealed)  # after a way through the database
    assert (sealed.outgoing.name, sealed.incoming.name) == ("Cy", "Su")  # type: ignore[union-attr]
    assert len(sealed.items) == 2
    floor.must(hand.CorrectHandover(draft.id, "L1", "k", sealed.seal, "it was 487"), "cy")
    prepared(floor)
    assert got(floor) == sealed


def test_pictures_of_a_signed_handover_neither_come_nor_go(floor: Staffed) -> None:
    draft = prepared(floor)
    file = (draft.id, "L1", "a.jpg", "image/jpeg")
    floor.must(AddAttachment("p", "handover", *file, "a" * 64, 900, 40, 30), "cy")
    floor.must(hand.HandOver(draft.id, "L1", handover_moves.content_hash(got(floor))), "cy")

    assert code(floor.do(AddAttachment("q", "handover", *file, "b" * 64, 900, 40, 30), "cy")) == "attachments_closed"
    assert code(floor.do(RemoveAttachment("p", "L1"), "su")) == "attachments_closed"
    assert code(floor.do(NoteOnAttachment("p", "L1", "another", 1), "su")) == "attachments_closed"
    assert need(floor, Attachment, "p").note == ""


def test_words_that_somebody_else_wrote_are_not_written_over_unseen(floor: Staffed) -> None:
    draft = prepared(floor)
    floor.must(hand.WriteHandover(draft.id, "L1", "first", ""), "cy")
    assert code(floor.do(hand.WriteHandover(draft.id, "L1", "second", ""), "su")) == "changed_meanwhile"
    floor.must(hand.WriteHandover(draft.id, "L1", "second", "first"), "su")


def test_only_a_supervisor_signs_over_unexplained_stops(floor: Staffed) -> None:
    draft = prepared(floor, stops=2)
    shown = handover_moves.content_hash(draft)
    assert code(floor.do(hand.HandOver(draft.id, "L1", shown), "cy")) == "stops_unexplained"
    over = hand.OverrideHandover(draft.id, "L1", shown, "reasons follow tonight")
    assert code(floor.do(over, "cy")) == "not_allowed"
    floor.must(over, "su")
    assert (got(floor).overridden, got(floor).overridden_by) == ("reasons follow tonight", "su")
    item = got(floor).items[0].id
    assert code(floor.do(hand.AnswerHandoverItem(draft.id, "L1", item, Reply.ACCEPTED), "su")) == "same_hands"
    floor.must(hand.AnswerHandoverItem(draft.id, "L1", item, Reply.ACCEPTED), "mo")


# Crews and briefings


def test_crews_are_kept_and_a_briefing_is_held_once(floor: Staffed) -> None:
    floor.must(hand.SetCrew(Crew("k", "Early A", "cy", ("bo",))), "su")
    assert code(floor.do(hand.SetCrew(Crew("m", "Late", "bo")), "su")) == "crew_unfit"
    floor.must(hand.SetCrew(Crew("m", "Late")), "su")
    floor.must(hand.JoinCrew("bo", "m"), "su")
    assert [need(floor, Crew, id).people for id in ("k", "m")] == [("cy",), ("bo",)]  # type: ignore[attr-defined]
    floor.must(hand.JoinCrew("cy", "m"), "su")
    assert need(floor, Crew, "k") == Crew("k", "Early A")  # who led it has left it
    assert code(floor.do(hand.JoinCrew("cy", "nowhere"), "su")) == "missing"
    floor.must(hand.JoinCrew("cy"), "su")
    assert need(floor, Crew, "m").people == ("bo",)  # type: ignore[attr-defined]
    about = SHIFT[:4]
    floor.must(hand.AttendBriefing(*about, "bo"), "cy")
    floor.must(hand.AttendBriefing(*about, "cy"), "cy")
    floor.must(hand.HoldBriefing(*about, "mind the new guard"), "cy")
    kept = need(floor, Briefing, briefing_id("L1", SHIFT[3]))
    assert isinstance(kept, Briefing)
    assert kept.there == ("bo", "cy")
    assert code(floor.do(hand.AttendBriefing(*about, "mo"), "cy")) == "briefing_held"
