"""A category that contradicts itself is refused, with the field that does."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from console.domain.andon import Ask, AskKind, Cause, Rung, Severity, Stage
from console.domain.andon_categories import checked_category
from console.domain.andon_refusals import CategoryUnfit
from console.domain.people import Role
from tests.domain.calls import HELP, MACHINE


def test_the_categories_of_the_tests_are_fit() -> None:
    assert [checked_category(category) for category in (MACHINE, HELP)] == [MACHINE, HELP]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "  "),
        ("acknowledge_within", 0.0),
        ("arrive_within", float("nan")),
        ("resolve_within", 40 * 86400.0),
        ("ladder", (Rung(600, Role.SUPERVISOR), Rung(180, Role.MAINTENANCE))),
        ("ladder", (Rung(0, Role.SUPERVISOR),)),
        ("ladder", (Rung(60, Role.SUPERVISOR, Stage.RAISED),)),
        ("causes", (Cause("jam", "Jam"), Cause("jam", "Other"))),
        ("causes", (Cause("jam", "Jam", loss="bad luck"),)),
        ("asks", (Ask("part", "Part"), Ask("part", "Other"))),
        ("asks", (Ask("", "Part"),)),
        ("asks", (Ask("part", " "),)),
        ("asks", (Ask("why", "Why", AskKind.CHOICE),)),
        ("asks", (Ask("why", "Why", AskKind.CHOICE, ("scrap", "scrap")),)),
        ("asks", (Ask("why", "Why", AskKind.CHOICE, ("scrap", "")),)),
        ("asks", tuple(Ask(str(n), f"Ask {n}") for n in range(13))),
        ("review_repeats", 0),
    ],
)
def test_a_category_that_contradicts_itself_is_refused(field: str, value: Any) -> None:
    with pytest.raises(CategoryUnfit) as refused:
        checked_category(replace(MACHINE, **{field: value}))
    assert refused.value.facts == {"category": "machine", "field": field}


def test_a_category_asks_for_up_to_twelve_things() -> None:
    asks = tuple(Ask(str(n), f"Ask {n}", AskKind.CHOICE, ("a", "b")) for n in range(12))
    assert checked_category(replace(MACHINE, asks=asks)).asks == asks


def test_severities_and_stages_have_an_order() -> None:
    assert [severity.rank for severity in Severity] == [0, 1, 2, 3]
    assert Stage.RAISED.rank < Stage.ON_SITE.rank < Stage.CLOSED.rank
