"""What a category asks of its own: what is an answer, what is not, and that a call stays open until it is answered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from console.domain.andon import Answers, Ask, AskKind, Call, Category, Severity, Source
from console.domain.andon_hearing import hear, raise_call
from console.domain.andon_moves import close, closes_itself, explain, reopen, resolve, verify
from console.domain.andon_refusals import AlreadyDone, AnswerNeeded, AnswerUnfit, NoSuchAsk, PastStage
from tests.domain.calls import HELP, MACHINE, call, later

PART = Ask("part", "Part number", needed=True)
BLOCKED = Ask("blocked", "Quantity blocked", AskKind.NUMBER)
WHAT = Ask("what", "What becomes of it", AskKind.CHOICE, ("rework", "scrap"))
QUALITY = replace(MACHINE, asks=(PART, BLOCKED, WHAT))


def told(answers: Answers, before: Call | None = None, category: Category = QUALITY) -> Answers:
    moved, _ = explain(before or call(), category, later(60), "mia", answers=answers)
    return moved.answers


def test_a_call_is_not_closed_while_a_needed_ask_has_no_answer() -> None:
    made, _ = resolve(call(), QUALITY, later(60), "mia", "jam", "", "Cover fitted", (("blocked", "12"),))
    with pytest.raises(AnswerNeeded) as refused:
        close(made, QUALITY, later(70), "mia")
    facts = {"call": made.id, "category": "machine", "ask": "part", "name": "Part number"}
    assert refused.value.facts == facts
    closed, _ = close(made, QUALITY, later(70), "mia", answers=(("part", "4711"),))
    assert closed.answers == (("blocked", "12"), ("part", "4711"))


def test_nor_is_it_verified_and_what_was_verified_is_not_answered_otherwise() -> None:
    raised = call(severity=Severity.MAJOR)
    made, _ = resolve(raised, QUALITY, later(60), "mia", "jam", "", "Cover fitted")
    with pytest.raises(AnswerNeeded):
        verify(made, QUALITY, later(70), "bob")
    made, _ = explain(made, QUALITY, later(80), "mia", answers=(("part", "4711"),))
    made, _ = verify(made, QUALITY, later(90), "bob")
    with pytest.raises(PastStage):
        explain(made, QUALITY, later(95), "mia", answers=(("part", "4712"),))
    closed, _ = close(made, QUALITY, later(100), "bob", answers=(("part", ""), ("what", "scrap")))
    assert closed.answers == (("part", "4711"), ("what", "scrap"))


def test_the_console_closes_by_itself_only_what_wants_no_answer_any_more() -> None:
    asking = replace(HELP, asks=(PART, BLOCKED))
    assert closes_itself(call(HELP), replace(HELP, asks=(BLOCKED,)))
    assert not closes_itself(call(asking), asking)
    assert closes_itself(replace(call(asking), answers=(("part", "4711"),)), asking)


@pytest.mark.parametrize(
    ("ask", "text", "kept"),
    [
        ("part", "  4711\t A\n", "4711 A"),
        ("part", "零" * 200, "零" * 200),
        ("blocked", "12", "12"),
        ("blocked", "-0,5", "-0.5"),
        ("blocked", "1.25", "1.25"),
        ("blocked", "１２", "12"),
        ("what", " scrap ", "scrap"),
    ],
)
def test_an_answer_that_fits_is_kept(ask: str, text: str, kept: str) -> None:
    assert told(((ask, text),)) == ((ask, kept),)


@pytest.mark.parametrize(
    ("ask", "text"),
    [
        ("part", "x" * 201),
        ("blocked", "many"),
        ("blocked", "nan"),
        ("blocked", "inf"),
        ("blocked", "1,234.5"),
        ("blocked", "1_000"),
        ("blocked", "12 kg"),
        ("blocked", "9" * 201),
        ("what", "Scrap"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused_with_what_was_asked(ask: str, text: str) -> None:
    with pytest.raises(AnswerUnfit) as refused:
        told(((ask, text),))
    known = next(one for one in QUALITY.asks if one.id == ask)
    facts = {"category": "machine", "ask": ask, "name": known.name, "kind": known.kind.value, "most": 200}
    assert refused.value.facts == facts


def test_what_nobody_asks_for_is_refused() -> None:
    with pytest.raises(NoSuchAsk) as refused:
        told((("colour", "red"),))
    assert refused.value.facts == {"category": "machine", "ask": "colour"}


def test_an_answer_takes_the_place_of_the_one_before_and_an_empty_one_takes_it_back() -> None:
    before = replace(call(), answers=(("part", "4711"), ("what", "scrap")))
    assert told((("part", "4712"), ("blocked", "3")), before) == (("part", "4712"), ("what", "scrap"), ("blocked", "3"))
    assert told((("what", ""),), before) == (("part", "4711"),)
    with pytest.raises(AlreadyDone):
        told((("part", "4711"),), before)


def test_answers_to_an_ask_that_is_gone_stay_and_a_new_name_changes_nothing() -> None:
    before = replace(call(), answers=(("part", "4711"), ("what", "scrap")))
    fewer = replace(QUALITY, asks=(replace(PART, name="Drawing number"), BLOCKED))
    assert told((("blocked", "3"),), before, fewer) == (("part", "4711"), ("what", "scrap"), ("blocked", "3"))


def test_answers_stay_when_a_call_is_opened_again() -> None:
    closed, _ = close(call(), QUALITY, later(60), "mia", "jam", "", "Cover fitted", (("part", "4711"),))
    again, _ = reopen(closed, QUALITY, later(90), "bob", "It jams again")
    assert again.answers == (("part", "4711"),)


def test_what_is_heard_again_brings_its_answers_along() -> None:
    answers = (("part", "4712"), ("blocked", "8"))
    new = raise_call(QUALITY, "L1/30", later(30), "console", Source.WIRE, about="149", answers=answers)
    known = replace(call(QUALITY), answers=(("part", "4711"), ("what", "scrap")))
    heard, _ = hear((known,), QUALITY, new)
    assert (heard.id, heard.repeats) == (known.id, 1)
    assert heard.answers == (("part", "4712"), ("what", "scrap"), ("blocked", "8"))
