"""Rules of early warnings in the records: every value comes back, and two consoles that share have one a sign."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from console.domain.andon import Category, Severity
from console.domain.commands import CONSOLE
from console.domain.commands.andon import AddCategory, RaiseCall
from console.domain.commands.earlywarning import (
    AddWarningRule,
    BeginWarningRules,
    ChangeWarningRule,
    JudgeWarning,
    SwitchWarningRule,
    TellWarnings,
)
from console.domain.desk import ChangedMeanwhile, Missing
from console.domain.early_warnings import ToldWarning, WarningJudged, WarningRuleUnfit, about_of, fit_facts, warning_id
from console.domain.warning_rules import EarlyWarning, Fact, Judged, Sign, WarningRule, Way
from tests.databases import PostgreSQL, Server
from tests.records.plants import Site, assert_one_truth, explained

T = datetime(2026, 11, 20, 14, 0, 0, 250_000, tzinfo=UTC)
PLACE, SIGNAL = "L1/30", "L1/30/温度 🏭"
ID = warning_id("warm", SIGNAL, T)
FACTS = (Fact("value", 180.25), Fact("rule", "规则 <b>"), Fact("left", -1e-7))
RULE = WarningRule(
    "warm",
    "Heats up 🏭 <b>",
    Sign.FORECAST,
    (PLACE, "L2"),
    "温*",
    0.1,
    600.5,
    Way.UP,
    3600.0,
    7,
    "chart",
    0.3,
    90.0,
    "machine",
    Severity.MAJOR,
    False,
    3,
    "{signal}: {left}",
)


def at(seconds: float) -> datetime:
    return T + timedelta(seconds=seconds)


def told(since: float = 0, until: float | None = None, facts: tuple[Fact, ...] = FACTS) -> TellWarnings:
    ends = None if until is None else at(until)
    return TellWarnings((ToldWarning("warm", Sign.FORECAST, PLACE, SIGNAL, at(since), ends, "L1", "Body", facts),))


def warnings(site: Site) -> list[EarlyWarning]:
    found = site.local.ask(lambda desk: desk.find(EarlyWarning, order="began"))
    assert isinstance(found, list)
    return found


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Site]:
    site = Site(tmp_path, "a")
    yield site
    site.close()


@pytest.fixture
def two(tmp_path: Path, postgresql: PostgreSQL) -> Iterator[tuple[Site, Site, Any]]:
    """Two consoles that share one PostgreSQL when told to."""
    address = postgresql.fresh()
    a, b = Site(tmp_path, "a"), Site(tmp_path, "b")
    for site in (a, b):
        site.join(address)
    yield a, b, address
    a.close(), b.close()


@pytest.mark.parametrize("which", ["postgresql", "mariadb"])
def test_every_value_comes_back_as_it_was_from_a_shared_database(
    tmp_path: Path, which: str, request: pytest.FixtureRequest
) -> None:
    server: Server = request.getfixturevalue(which)
    address = server.fresh()
    a, b = Site(tmp_path, "a"), Site(tmp_path, "b")
    try:
        a.do(AddCategory(Category("machine", "Machine")))
        a.do(AddWarningRule(RULE))
        a.do(told(0, 60), CONSOLE)
        a.do(JudgeWarning(ID, PLACE, Judged.FALSE, "=1+1\n传感器"), "anna")
        for site in (a, b):
            site.join(address)
            site.share()
        for site in (a, b):
            assert site.get(WarningRule, "warm") == RULE
            kept = site.get(EarlyWarning, ID)
            assert kept is not None
            assert (kept.began, kept.ended, kept.facts) == (T, at(60), FACTS)
            assert (kept.line, kept.area, kept.judged, kept.judged_by) == ("L1", "Body", Judged.FALSE, "anna")
            assert kept.note == "=1+1\n传感器"
            site.verified()
    finally:
        a.close(), b.close()


def test_what_two_consoles_saw_is_one_warning_with_one_call(two: tuple[Site, Site, Any]) -> None:
    a, b, address = two
    a.do(BeginWarningRules((RULE,)), CONSOLE)
    b.do(BeginWarningRules((RULE,)), CONSOLE)
    a.do(AddCategory(Category("machine", "Machine")))
    a.share(), b.share()
    raised = [RaiseCall(PLACE, "machine", "hot", what=about_of("warm", SIGNAL), raised=at(s)) for s in (0, 3)]
    a.do(raised[0], CONSOLE)
    a.do(told(0), CONSOLE)
    b.do(raised[1], CONSOLE)
    b.do(told(3), CONSOLE)
    b.do(told(3, 600), CONSOLE)
    a.share(), b.share(), a.share(), b.share()

    assert_one_truth(address, a, b)
    (kept,) = warnings(a)
    assert kept.id == ID
    assert kept.ended == at(600)
    assert kept.call
    assert warnings(b) == [kept]
    assert explained(a) == explained(b) == {}


def test_a_warning_is_ended_once_and_a_later_one_is_another(one: Site) -> None:
    one.do(told(0), CONSOLE)
    one.do(told(0), CONSOLE)
    one.do(told(0, 600), CONSOLE)
    one.do(told(0, 605), CONSOLE)
    one.do(told(700), CONSOLE)
    assert [(kept.began, kept.ended) for kept in warnings(one)] == [(T, at(600)), (at(700), None)]


def test_a_warning_that_lasts_is_not_told_anew_after_a_restart(one: Site) -> None:
    one.do(told(0), CONSOLE)
    one.restart()
    one.do(told(900, facts=()), CONSOLE)
    one.do(told(900, 1000), CONSOLE)
    assert [(kept.began, kept.ended, kept.facts) for kept in warnings(one)] == [(T, at(1000), FACTS)]


def test_evidence_that_is_no_number_is_kept_in_words(one: Site) -> None:
    one.do(told(facts=fit_facts((Fact("left", float("inf")), Fact("rule", "x" * 500)))), CONSOLE)
    (kept,) = warnings(one)
    assert kept.facts[0] == Fact("left", "inf")
    assert len(str(kept.facts[1].value)) == 120


def test_whoever_judges_later_is_told_who_was_first_and_may_change_their_own_word(one: Site) -> None:
    one.do(told(0, 60), CONSOLE)
    one.do(JudgeWarning(ID, PLACE, Judged.RIGHT), "anna")
    with pytest.raises(WarningJudged) as refused:
        one.do(JudgeWarning(ID, PLACE, Judged.FALSE), "bert")
    assert refused.value.facts["who"] == "anna"
    one.do(JudgeWarning(ID, PLACE, Judged.FALSE, "A door was open"), "anna")
    one.do(JudgeWarning(ID, PLACE, Judged.NOT, was=Judged.FALSE), "bert")
    assert (warnings(one)[0].judged, warnings(one)[0].judged_by, warnings(one)[0].note) == (Judged.NOT, "", "")


def test_a_warning_is_judged_where_it_is_and_nowhere_else(one: Site) -> None:
    one.do(told(0), CONSOLE)
    with pytest.raises(Missing):
        one.do(JudgeWarning(ID, "L2/10", Judged.RIGHT), "anna")


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"name": " "}, "name"),
        ({"signal": " "}, "signal"),
        ({"over": 0.0}, "over"),
        ({"over": -1.0}, "over"),
        ({"horizon": 0.0}, "horizon"),
        ({"sign": Sign.RATE, "limit": 0.0}, "limit"),
        ({"sign": Sign.DRIFT, "limit": 3.0, "days": 0}, "days"),
        ({"sign": Sign.MISSING, "over": 0.0, "limit": 0.0}, "over"),
        ({"limit": float("nan")}, "limit"),
        ({"off_delay": 1e9}, "off_delay"),
        ({"text": "x" * 201}, "text"),
    ],
)
def test_a_rule_that_says_too_little_is_refused_at_its_field(one: Site, more: dict[str, Any], field: str) -> None:
    usual: dict[str, Any] = {"name": "Warm", "sign": Sign.FORECAST, "over": 600.0, "horizon": 3600.0}
    with pytest.raises(Exception) as refused:  # noqa: PT011
        one.do(AddWarningRule(WarningRule("r", **usual | more)))
    assert isinstance(refused.value, WarningRuleUnfit) or field in ("name", "limit")
    assert getattr(refused.value, "facts", {}).get("field", field) == field
    assert one.get(WarningRule, "r") is None


def test_a_rule_is_changed_by_whoever_saw_it_last_and_switched_by_anybody(one: Site) -> None:
    rule = WarningRule("r", "Warm", Sign.FORECAST, ("L1",), over=600.0, horizon=3600.0)
    one.do(AddWarningRule(rule))
    one.do(SwitchWarningRule("r", "L1", False))
    with pytest.raises(ChangedMeanwhile):
        one.do(ChangeWarningRule(rule, 1))
    with pytest.raises(Missing):
        one.do(SwitchWarningRule("r", "", True))
    one.do(ChangeWarningRule(rule, 2))
    assert one.get(WarningRule, "r") == rule


def test_what_is_shipped_is_put_in_once_and_without_categories_that_are_not_there(one: Site) -> None:
    rule = WarningRule("r", "Warm", Sign.FORECAST, over=600.0, horizon=3600.0, category="material")
    one.do(BeginWarningRules((rule,)), CONSOLE)
    one.do(BeginWarningRules((RULE,)), CONSOLE)
    found = one.local.ask(lambda desk: desk.find(WarningRule))
    assert [(one.id, one.category) for one in found] == [("r", "")]
