"""Checklists: what a form may be, versions and their differences, runs, scores, files, and what is shipped."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain import checklist_files as files
from console.domain import checklist_runs as runs
from console.domain.checklist_forms import Change, Differs, checked, differences, publish
from console.domain.checklist_refusals import (
    AnswerUnfit,
    EvidenceMissing,
    FileUnfit,
    FindingsMissing,
    FormUnfit,
    NothingToPublish,
    RunOver,
    RunUnfinished,
    TemplateRetired,
)
from console.domain.checklist_scores import score
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
from console.domain.checklists_shipped import shipped_templates
from console.domain.errors import Refusal

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)


def item(id: str, asks: Asks = Asks.SCORE, **more: object) -> Item:
    return Item(id, Words(f"Question {id}", f"问题 {id}"), asks, **more)  # type: ignore[arg-type]


def section(id: str, *items: Item) -> Section:
    return Section(id, Words(id), items)


def version(*sections: Section, passes: float | None = None) -> Version:
    template = Template("t", Words("5S"), Purpose.FIVE_S, Form(sections, passes))
    return publish(template, None, NOW, "ann", "")[1]


def answer(item: str, value: float | None = None, **more: object) -> Answer:
    return Answer(answer_id("r", item), "r", item, "L1", NOW, "ann", value, **more)  # type: ignore[arg-type]


RUN = Run("r", "t", 1, "L1", NOW, "ann")


def sign(of: Version, *answers: Answer, pictured: tuple[str, ...] = (), found: tuple[str, ...] = ()) -> Run:
    return runs.sign(RUN, of, answers, pictured, found, NOW, "ann")


# Forms


@pytest.mark.parametrize(
    ("field", "form"),
    [
        ("words", Form((Section("s", Words("")),))),
        ("words", Form((Section("s", Words("S"), (Item("a", Words(" ")),)),))),
        ("weight", Form((section("s", item("a", weight=0)),))),
        ("weight", Form((section("s", item("a", weight=float("nan"))),))),
        ("low", Form((section("s", item("a", Asks.MEASURE, low=2.0, high=1.0)),))),
        ("low", Form((section("s", item("a", low=1.0)),))),
        ("red_line", Form((section("s", item("a", Asks.PHOTO, red_line=True)),))),
        ("red_line", Form((section("s", item("a", Asks.MEASURE, red_line=True)),))),
        ("id", Form((section("s", item("a"), item("a")),))),
        ("id", Form((section("s"), section("s")))),
        ("passes", Form((section("s", item("a")),), 1.2)),
    ],
)
def test_a_form_that_cannot_be_so_is_refused_with_its_field(field: str, form: Form) -> None:
    with pytest.raises(FormUnfit) as refused:
        checked(form)
    assert refused.value.facts["field"] == field


def test_one_language_is_enough_and_the_other_shows_it() -> None:
    made = checked(Form((Section("s", Words("", "整理"), (Item("a", Words("Clean")),)),)))

    assert made.sections[0].words.said(chinese=False) == "整理"
    assert made.items[0].words.said(chinese=True) == "Clean"


def test_a_draft_is_published_as_the_next_version_and_no_sooner_than_it_differs() -> None:
    draft = Form((section("s", item("a")),))
    template = Template("t", Words("5S"), Purpose.FIVE_S, draft)

    template, first = publish(template, None, NOW, "ann", "first")
    with pytest.raises(NothingToPublish):
        publish(template, first, NOW, "ann", "")
    with pytest.raises(NothingToPublish):
        publish(replace(template, draft=draft), first, NOW, "ann", "")
    template, second = publish(replace(template, draft=Form((section("s", item("b")),))), first, NOW, "bob", "b for a")

    assert (first.number, second.number, template.published, template.draft) == (1, 2, 2, None)
    assert first.form == draft


def test_what_has_an_empty_section_is_not_published_but_may_be_a_draft() -> None:
    draft = checked(Form((section("s", item("a")), section("empty"))))
    with pytest.raises(FormUnfit) as refused:
        publish(Template("t", Words("5S"), Purpose.FIVE_S, draft), None, NOW, "ann", "")
    assert refused.value.facts["section"] == "empty"


def test_a_retired_template_is_neither_published_nor_begun() -> None:
    template = Template("t", Words("5S"), Purpose.FIVE_S, Form(), retired=True, published=1)
    with pytest.raises(TemplateRetired):
        publish(template, None, NOW, "ann", "")
    with pytest.raises(TemplateRetired):
        runs.begin(template, RUN)


def test_differences_say_what_was_added_removed_moved_and_changed() -> None:
    before = Form((section("s", item("a"), item("b"), item("c")), section("o", item("d"))))
    after = Form((section("s", item("c"), item("a", weight=2.0), item("b"), item("e")), section("n", item("d"))))

    assert set(differences(before, after)) == {
        Change(Differs.MOVED, "s", "c"),
        Change(Differs.CHANGED, "s", "a", ("weight",)),
        Change(Differs.ADDED, "s", "e"),
        Change(Differs.ADDED, "n"),
        Change(Differs.MOVED, "n", "d"),
        Change(Differs.REMOVED, "o"),
    }


@given(st.permutations("abcdef"), st.sets(st.sampled_from("abcdef")))
def test_no_difference_is_said_of_what_is_the_same(order: list[str], gone: set[str]) -> None:
    form = Form((section("s", *(item(id) for id in order)),))
    less = Form((section("s", *(item(id) for id in order if id not in gone)),))

    assert differences(form, form) == ()
    assert {change.item for change in differences(form, less)} == gone  # what stays is not said to have moved
    assert all(change.what is Differs.REMOVED for change in differences(form, less))


# Scores


def test_points_follow_the_formula_and_what_does_not_apply_counts_neither_way() -> None:
    form = Form(
        (
            section("sort", item("a"), item("b", weight=2.0), item("c")),
            section("safe", item("d", Asks.YES_NO), item("e", Asks.MEASURE, low=1.0, high=2.0), item("f", Asks.TEXT)),
        )
    )
    answers = [
        answer("a", 3), answer("b", 2), answer("c", skipped=True, text="no rack here"),
        answer("d", 1), answer("e", 2.5), answer("f", text="all well"),
    ]  # fmt: skip

    found = score(form, answers)

    sort, safe = found.sections["sort"], found.sections["safe"]
    assert (sort.points, sort.most, sort.answered, sort.asked) == (3 + 2 * 2, 4 + 2 * 4, 3, 3)
    assert (safe.points, safe.most) == (4, 8)
    assert found.whole.share == pytest.approx(11 / 20)
    assert found.weak == ("b", "e")


def test_a_broken_red_line_fails_the_best_run() -> None:
    of = version(
        section("s", item("stop", Asks.YES_NO, red_line=True), *(item(f"i{i}") for i in range(24))), passes=0.8
    )
    answers = [answer("stop", 0), *(answer(f"i{i}", 4) for i in range(24))]

    signed = sign(of, *answers, found=("stop",))

    assert (signed.passed, signed.broken) == (False, ("stop",))
    assert signed.points == 96
    assert signed.most == 100


def test_a_run_without_a_mark_to_pass_is_not_judged() -> None:
    assert sign(version(section("s", item("a"))), answer("a", 4)).passed is None


# Runs


@pytest.mark.parametrize(
    ("asks", "value"),
    [(Asks.SCORE, 5), (Asks.SCORE, 1.5), (Asks.SCORE, None), (Asks.YES_NO, 2), (Asks.MEASURE, float("inf"))],
)
def test_what_is_no_answer_is_refused(asks: Asks, value: float | None) -> None:
    with pytest.raises(AnswerUnfit):
        runs.answered(RUN, version(section("s", item("a", asks))), answer("a", value))


def test_leaving_out_wants_a_reason_and_is_not_for_every_item() -> None:
    of = version(section("s", item("a"), item("b", may_skip=False)))
    assert runs.answered(RUN, of, answer("a", 3, skipped=True, text="no rack")).value is None
    with pytest.raises(Refusal):
        runs.answered(RUN, of, answer("a", skipped=True))
    with pytest.raises(AnswerUnfit):
        runs.answered(RUN, of, answer("b", skipped=True, text="why not"))


def test_signing_names_what_is_missing_in_the_order_of_the_form() -> None:
    of = version(
        section("s", item("a"), item("b", evidence=Evidence.WEAK), item("c", Asks.PHOTO, evidence=Evidence.NEVER))
    )
    with pytest.raises(RunUnfinished) as unfinished:
        sign(of, answer("b", 1))
    assert unfinished.value.facts["items"] == ("a", "c")

    filled = answer("a", 4), answer("b", 1), answer("c")
    with pytest.raises(EvidenceMissing) as bare:
        sign(of, *filled)
    assert bare.value.facts["items"] == ("b", "c")
    with pytest.raises(FindingsMissing) as silent:
        sign(of, *filled, pictured=("b", "c"))
    assert silent.value.facts["items"] == ("b",)
    assert sign(of, *filled, pictured=("b", "c"), found=("b",)).going is Going.SIGNED


def test_words_to_a_weak_answer_stand_for_a_finding() -> None:
    of = version(section("s", item("a")))
    assert sign(of, answer("a", 1, text="rack was moved this morning, comes back at noon")).points == 1


def test_what_is_over_takes_nothing_more() -> None:
    of = version(section("s", item("a")))
    over = runs.drop(RUN, NOW + timedelta(hours=1), "ann", "line is being rebuilt")
    assert over.why == "line is being rebuilt"
    for again in (
        lambda: runs.answered(over, of, answer("a", 1)),
        lambda: runs.sign(over, of, [answer("a", 4)], (), (), NOW, "ann"),
        lambda: runs.drop(over, NOW, "ann", "again"),
    ):
        with pytest.raises(RunOver):
            again()


def test_the_next_open_item_is_found_after_the_one_in_hand_and_then_from_the_top() -> None:
    form = Form((section("s", item("a"), item("b")), section("o", item("c"))))
    assert runs.next_open(form, [answer("b", 1)], "a") == "c"
    assert runs.next_open(form, [answer("c", 1)], "c") == "a"
    assert runs.next_open(form, [answer(id, 1) for id in "abc"], "b") == ""


# Files and what is shipped


@pytest.mark.parametrize("template", shipped_templates(), ids=lambda template: template.name.en)
def test_each_shipped_checklist_is_whole_in_both_languages_and_survives_a_file(template: Template) -> None:
    form = template.draft
    assert form is not None
    assert checked(form) == form
    assert publish(template, None, NOW, "ann", "")[1].form == form
    for words in (template.name, *(s.words for s in form.sections), *(i.words for i in form.items)):
        assert words.en
        assert any("\u4e00" <= character <= "\u9fff" for character in words.zh) or words.zh == template.name.zh

    assert files.read(files.written(template.name, template.purpose, form)) == (template.name, template.purpose, form)


def test_the_production_audit_has_25_items_in_five_sections() -> None:
    audit = next(template.draft for template in shipped_templates() if template.name.en == "5S production")
    assert audit is not None
    assert [len(section.items) for section in audit.sections] == [5] * 5


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "format"),
        ("[1]", "shape"),
        ('{"format": "other"}', "format"),
        ('{"format": "gemba-checklist", "version": 9}', "version"),
        ('{"format": "gemba-checklist", "version": 1, "sections": [{"id": 3}]}', "shape"),
        (
            '{"format": "gemba-checklist", "version": 1, "sections": [], "purpose": "what", "name": {"en": "a"}}',
            "shape",
        ),
        ('{"format": "gemba-checklist", "version": 1, "sections": [], "purpose": "other", "name": {}}', "shape"),
    ],
)
def test_a_file_that_is_no_checklist_is_refused_with_what_is_wrong(text: str, why: str) -> None:
    with pytest.raises(FileUnfit) as refused:
        files.read(text)
    assert refused.value.facts["why"] == why


@pytest.mark.parametrize(
    ("before", "after", "why", "path"),
    [
        ('"weight": 2.0', '"weight": 1' + "0" * 400, "shape", "sections[0].items[0].weight"),
        ('"id": "one"', '"id": "o\u202ene"', "shape", "sections[0].items[0].id"),
        ('"id": "one"', '"id": "' + "o" * 65 + '"', "shape", "sections[0].items[0].id"),
        ('"unit": "mm"', '"unit": "m\u202em"', "shape", "sections[0].items[0].unit"),
        ("", " " * files.MOST, "size", ""),
    ],
    ids=["more than a number holds", "id that turns the reading", "long id", "unit that turns the reading", "size"],
)
def test_what_cannot_be_kept_is_refused_in_a_file_with_its_path(before: str, after: str, why: str, path: str) -> None:
    item = Item("one", Words("Gap"), Asks.MEASURE, weight=2.0, low=1.0, unit="mm")
    text = files.written(Words("Gaps"), Purpose.OTHER, Form((Section("all", Words("All"), (item,)),)))
    with pytest.raises(FileUnfit) as refused:
        files.read(text.replace(before, after, 1))
    assert refused.value.facts == {"why": why, "path": path}


def test_a_file_with_parts_broken_at_random_is_read_or_refused_and_nothing_else() -> None:
    chance = random.Random(7)
    template = shipped_templates()[2]
    assert template.draft is not None
    text = files.written(template.name, template.purpose, template.draft)
    for _ in range(400):
        at, many = chance.randrange(len(text)), chance.randrange(1, 12)
        broken = text[:at] + "".join(chance.choices('"{}[],:01atrue', k=chance.randrange(3))) + text[at + many :]
        try:
            files.read(broken)
        except Refusal:
            continue
