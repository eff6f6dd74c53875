"""Rules of the sheet of audit figures: what counts as one section, one target, one time; and which records are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from console.app.queries.audit_figures import Past, Wanted, audit_paper, audit_past, audit_sheet
from console.domain.audit_plans import AuditPlan, Rhythm, rounds
from console.domain.checklists import (
    Answer,
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
    version_id,
)
from console.domain.commands import audits as do
from console.domain.commands import checklists as fill
from console.domain.people import Grant, Role
from tests.app.staffed import NOON, Staffed

T = datetime.fromtimestamp(NOON, UTC)
WANTED = Wanted(T - timedelta(days=30), T + timedelta(seconds=1), T - timedelta(days=60), T, UTC)


def version(template: str, number: int, section: str, name: str, passes: float | None = 0.8) -> Version:
    form = Form((Section(section, Words(name), (Item(f"{section}-i", Words("Clean")),)),), passes)
    return Version(version_id(template, number), template, number, Words(template), Purpose.FIVE_S, form, T, "qi")


def run(id: str, template: str, number: int, days: float, points: float) -> Run:
    at = T - timedelta(days=days)
    return Run(
        id, template, number, "L1", at, "qi", going=Going.SIGNED, ended=at, ended_by="qi", points=points, most=4.0
    )


def answers(run_: Run, item: str, value: float) -> tuple[Answer, ...]:
    return (Answer(answer_id(run_.id, item), run_.id, item, "L1", run_.begun, "qi", value),)


def past(versions: tuple[Version, ...], *runs: tuple[Run, str, float]) -> Past:
    newest = {one.template: one.number for one in versions}
    templates = tuple(Template(id, Words(id), Purpose.FIVE_S, published=number) for id, number in newest.items())
    known = {one.id: answers(one, item, value) for one, item, value in runs}
    return Past(templates, versions, tuple(one for one, _, _ in runs), (), known, (), (), (), (), {})


def test_sections_that_are_called_alike_are_one_over_checklists_and_over_versions_of_one() -> None:
    versions = (version("a", 1, "s", "Sorting out"), version("a", 2, "s", "Sort"), version("b", 1, "x", " sort"))
    found = audit_sheet(
        past(
            versions,
            (run("1", "a", 1, 9, 4), "s-i", 4.0),
            (run("2", "a", 2, 5, 2), "s-i", 2.0),
            (run("3", "b", 1, 1, 0), "x-i", 0.0),
        ),
        WANTED,
    )
    assert list(found.sections) == ["sort"]
    assert (found.sections["sort"].n, found.sections["sort"].mean) == (3, 0.5)


def test_the_time_before_is_counted_apart() -> None:
    runs = ((run("old", "a", 1, 45, 1), "s-i", 1.0), (run("new", "a", 1, 2, 4), "s-i", 4.0))
    found = audit_sheet(past((version("a", 1, "s", "Sort"),), *runs), WANTED)
    assert [one.run for one in found.looked] == ["new"]
    assert [one.run for one in found.earlier] == ["old"]
    assert found.before is not None
    assert found.before.mean == 0.25
    assert [row.runs for row in found.ranks] == [("new",)]


def test_there_is_a_target_only_where_all_checklists_ask_for_the_same() -> None:
    runs = ((run("1", "a", 1, 3, 4), "s-i", 4.0), (run("2", "b", 1, 1, 4), "x-i", 4.0))
    same = (version("a", 1, "s", "Sort"), version("b", 1, "x", "Shine"))
    other = (same[0], version("b", 1, "x", "Shine", None))
    assert audit_sheet(past(same, *runs), WANTED).target == 0.8
    assert audit_sheet(past(other, *runs), WANTED).target is None
    assert audit_sheet(past(other, runs[0]), WANTED).target == 0.8


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Staffed]:
    """Qi looked at L1 with a checklist and found something; something else was found on no round."""
    made = Staffed(tmp_path)
    made.add("qi", Grant(Role.QUALITY, ("Suzhou", "Body")))
    form = Form((Section("s", Words("Sort"), (Item("a", Words("Clean")),)),), 0.8)
    made.must(fill.DraftChecklist("t", Words("5S"), Purpose.FIVE_S, form), "qi")
    made.must(fill.PublishChecklist("t", version=1), "qi")
    made.must(fill.BeginRun("r", "t", "L1"), "qi")
    made.must(fill.AnswerItem("r", "L1", "a", 1.0), "qi")
    made.must(do.AddFinding("f", "L1", "oil", run="r", item="a"), "qi")
    made.must(do.AddFinding("free", "L1", "a crate in the way"), "qi")
    made.must(fill.SignRun("r", "L1"), "qi")
    yield made
    made.office.close()


def test_only_what_was_chosen_is_read(floor: Staffed) -> None:
    wanted = replace(WANTED, until=T + timedelta(days=1))
    whole = floor.ask(audit_past(wanted))
    assert [one.id for one in whole.runs] == ["r"]
    assert {one.finding.id for one in whole.findings} == {"f", "free"}
    assert [answer.value for answer in whole.answers["r"]] == [1.0]
    assert {one.finding.id for one in floor.ask(audit_past(replace(wanted, template="t"))).findings} == {"f"}
    assert floor.ask(audit_past(replace(wanted, places=frozenset({"L2"})))).runs == ()
    assert floor.ask(audit_past(replace(wanted, purpose=Purpose.PATROL))).findings == ()
    sheet = audit_sheet(whole, wanted)
    assert [(row.place, row.rank) for row in sheet.ranks] == [("L1", 0)]
    assert [(one.item, one.found, one.weak) for one in sheet.items] == [("a", 1, 1)]


def test_a_round_of_last_month_that_was_made_this_month_was_made_late_and_is_not_waiting(floor: Staffed) -> None:
    day = (T - timedelta(days=5)).date()
    plan = AuditPlan("p", "once", "t", ("L1",), (), day, "UTC", Rhythm.DAY, 90)
    floor.must(do.SetAuditPlan(plan), "qi")
    asked = rounds(plan, day, day)[0]
    floor.must(fill.BeginRun("late", "t", "L1", asked.due, asked.id), "qi")
    floor.must(fill.AnswerItem("late", "L1", "a", 4.0), "qi")
    floor.must(fill.SignRun("late", "L1"), "qi")
    wanted = replace(WANTED, until=T - timedelta(days=2))
    sheet = audit_sheet(floor.ask(audit_past(wanted)), wanted)
    assert (sheet.rounds.due, sheet.rounds.late, sheet.rounds.waiting) == (1, 1, ())
    assert sheet.looked == ()


def test_the_paper_of_a_run_has_what_was_found_and_no_last_time_at_first(floor: Staffed) -> None:
    paper = floor.ask(audit_paper("r"))
    assert [one.finding.id for one in paper.file.findings] == ["f"]
    assert (paper.last, paper.pictures) == (None, ())
