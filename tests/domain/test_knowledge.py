"""Rules of knowledge: what is suggested first, how it is found in both languages, and what an article must have."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from console.domain.knowledge import (
    ABOUT,
    CATEGORY,
    CATEGORY_AND_PLACE,
    CODE,
    WORDS,
    Article,
    ArticleUnfit,
    Asked,
    checked,
    match,
    search,
    suggest,
    use_id,
    words_of,
)
from console.domain.text import TooLong
from tests.domain.calls import RAISED

ASKED = Asked("machine", ("S", "Body", "L1", "L1/30"), "149", "barrier", "jam", "Tailstock barrier does not close")


def article(id: str, title: str = "T", text: str = "x", **more: Any) -> Article:
    return Article(id, title, text, RAISED, "lea", **more)


def test_same_code_comes_before_same_thing_before_same_place_before_same_category_before_words() -> None:
    known = [
        article("words", "Barrier of the tailstock"),
        article("category", categories=("machine",)),
        article("placed", categories=("machine",), places=("L1",)),
        article("about", abouts=("barrier",)),
        article("code", codes=("149",)),
        article("nothing", "Forklift", categories=("material",)),
    ]
    found = suggest(known, ASKED)
    assert [(one.article.id, one.rank) for one in found] == [
        ("code", CODE),
        ("about", ABOUT),
        ("placed", CATEGORY_AND_PLACE),
        ("category", CATEGORY),
        ("words", WORDS),
    ]


def test_among_equals_the_same_cause_then_words_then_what_helped_more_often() -> None:
    known = [article(id, codes=("149",)) for id in ("a", "b")]
    known += [article("worded", "Barrier", codes=("149",)), article("caused", codes=("149",), causes=("jam",))]
    assert [one.article.id for one in suggest(known, ASKED, {"b": 2})] == ["caused", "worded", "b", "a"]


def test_one_word_in_common_is_chance_unless_it_is_the_only_one() -> None:
    assert match(article("a", "The barrier"), Asked(text="Tailstock barrier open")) is None
    assert match(article("a", "The barrier"), Asked(text="barrier")) is not None
    assert match(article("a"), Asked()) is None


def test_chinese_is_found_by_two_characters_that_stand_together() -> None:
    assert words_of("送丝卡滞") == {"送丝", "丝卡", "卡滞"}
    assert words_of("L1站 油") == {"l1", "站", "油"}
    found = match(article("a", "送丝机构清洁", "卡滞时先断电"), Asked(text="送丝卡滞"))
    assert found is not None
    assert found.words == 2
    assert match(article("a", "更换刀具"), Asked(text="送丝卡滞")) is None


def test_what_is_not_active_is_not_suggested_and_at_most_five_are() -> None:
    many = [article(str(number), codes=("149",)) for number in range(9)]
    assert len(suggest(many, ASKED)) == 5
    assert suggest([replace(many[0], active=False)], ASKED) == []


def test_a_search_wants_every_word_and_has_those_with_it_in_the_title_first() -> None:
    known = [article("text", "Cleaning", "Wire feed"), article("title", "Wire FEED jams"), article("other", "Wire")]
    assert [one.id for one in search(known, "feed wire")] == ["title", "text"]
    assert [one.id for one in search([article("zh", "送丝机构清洁")], "机构")] == ["zh"]
    assert len(search(known, "")) == 3


def test_an_article_has_a_title_and_a_text_and_each_link_once() -> None:
    for field in ("title", "text"):
        with pytest.raises(ArticleUnfit):
            checked(replace(article("a"), **{field: " "}))
    with pytest.raises(TooLong):
        checked(article("a", keywords=tuple(map(str, range(51)))))
    assert checked(article("a", " Two  words ", codes=("1", " 1 ", ""))).codes == ("1",)
    assert checked(article("a", " Two  words ")).title == "Two words"


def test_an_article_helps_a_record_once() -> None:
    assert use_id("a", "andon_call", "c") == use_id("a", "andon_call", "c") != use_id("a", "andon_call", "d")
