"""Rules of refusals on the screen: each says in words what to do next, in both languages, and shows facts as text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from console.app import office, pins
from console.app.handlers import people as handlers
from console.domain import (
    action_refusals,
    andon_refusals,
    callrules,
    cardflow,
    commands,
    comments,
    desk,
    exchange,
    knowledge,
    order_refusals,
    people,
    permissions,
    planning,
    products,
    proofs,
    reviews,
    roster,
    skills,
    text,
)
from console.domain.commands import KNOWN
from console.domain.errors import Refusal
from console.domain.people import Role
from console.domain.permissions import Reach, on_table
from console.records import conflicts, faults, payloads
from tests.widgets.shell_parts import dressed
from widgets.commands import NOUNS, WORDS, command_words, noun_words
from widgets.languages import languages
from widgets.people.words import level_word, reach_sentence, reach_word, role_word
from widgets.refusals import words_of

pytestmark = pytest.mark.usefixtures("qapp")
MODULES = (desk, people, permissions, proofs, skills, text, faults, conflicts, office, pins, handlers)
MODULES = (*MODULES, action_refusals, knowledge, reviews, andon_refusals, callrules, comments, roster)
MODULES = (*MODULES, cardflow, exchange, order_refusals, planning, products)


def refusals() -> Iterator[type[Refusal]]:
    """Every kind of refusal that people, permissions, the desk and the disk have."""
    for module in MODULES:
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, Refusal) and value is not Refusal:
                yield value


KINDS = sorted(set(refusals()), key=lambda kind: kind.code)


@pytest.fixture(params=["en", "zh_CN"])
def code(request: pytest.FixtureRequest) -> Iterator[str]:
    dressed()
    languages.use(request.param)
    yield request.param
    languages.use("en")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_refusal_has_words_of_its_own(kind: type[Refusal], code: str) -> None:
    words = words_of(kind("detail in English", wait=7.0, left=2, command="AddPerson", why="disk_full"))
    assert "detail in English" not in words
    assert kind.code not in words
    assert words.endswith((".", "。"))
    assert bool(re.search("[\u4e00-\u9fff]", words)) == (code == "zh_CN")


def test_a_refusal_that_nobody_wrote_words_for_says_its_detail() -> None:
    dressed()
    refusal = Refusal("the valve is shut")
    refusal.code = "valve_shut"
    assert words_of(refusal) == "the valve is shut"
    assert words_of(ValueError("odd")) == "odd"


def test_facts_are_shown_as_text_and_missing_ones_as_a_dash() -> None:
    dressed()
    assert "\\u202e" in words_of(people.NumberTaken(name="a\u202eb", number="7"))
    assert words_of(people.NumberTaken()).startswith("–")


@pytest.mark.parametrize(
    ("wait", "words"), [(5.0, "5 seconds"), (1.0, "1 second."), (60.0, "60 seconds"), (300.0, "5 minutes")]
)
def test_a_wrong_pin_says_how_long_to_wait(wait: float, words: str) -> None:
    dressed()
    assert words in words_of(proofs.WrongPin(wait=wait, left=8))


def test_the_lock_is_announced_before_it_comes() -> None:
    dressed()
    assert "locked" not in words_of(proofs.WrongPin(wait=0.0, left=8))
    assert words_of(proofs.WrongPin(wait=0.0, left=1)).endswith("It is locked after 1 more wrong PIN.")


def test_records_that_are_not_open_say_why() -> None:
    dressed()
    assert "The disk is full" in words_of(office.NotOpen("x", why="disk_full"))
    assert "is ending" in words_of(office.NotOpen("x", why="closed"))


def test_every_command_that_can_be_allowed_has_words_and_a_group(code: str) -> None:
    payloads.know_all()
    kinds = [k for k in KNOWN.values() if k.__module__.startswith(commands.__name__) and on_table(k)]
    assert [kind.__name__ for kind in kinds if kind.__name__ not in WORDS] == []
    assert [kind.noun for kind in kinds if kind.noun not in NOUNS] == []
    for kind in kinds:
        said = command_words(kind.__name__) + noun_words(kind.noun)
        assert bool(re.search("[\u4e00-\u9fff]", said)) == (code == "zh_CN")


def test_roles_reaches_and_levels_have_words(code: str) -> None:
    said = [role_word(role) for role in Role] + [reach_word(reach) for reach in Reach]
    said += [reach_sentence(reach) for reach in Reach] + [level_word(level) for level in range(5)]
    assert len(set(said)) == len(said)
    assert all(bool(re.search("[\u4e00-\u9fff]", words)) == (code == "zh_CN") for words in said)
