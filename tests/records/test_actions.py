"""Rules of actions, reviews and articles in every database, and where two consoles see the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from console.domain.actions import Action, ActionStep, Effect, Move, Stage
from console.domain.commands import CONSOLE, Command
from console.domain.commands.actions import (
    BeginAction,
    MakeAction,
    NoteRepeat,
    RemindOfAction,
    UseArticle,
    VerifyAction,
    WantReview,
    WriteArticle,
    WriteReview,
)
from console.domain.commands.actions import DoAction as Do
from console.domain.commands.andon import BeginCalls, RaiseCall
from console.domain.commands.people import AddPerson
from console.domain.desk import ReadDesk
from console.domain.knowledge import Article, ArticleUse, use_id
from console.domain.reviews import Because, Review, Why, review_id
from tests.databases import PostgreSQL, Server
from tests.domain.calls import MACHINE
from tests.records.test_andon import ID, STATION, Site, assert_one_truth, heard

DUE = date(2026, 11, 28)
ON = ("a", STATION)


def begun() -> list[Command]:
    people = [AddPerson(person, person.title()) for person in ("anna", "bert")]
    made = MakeAction(*ON, "换导管 <b>", "anna", DUE, "磨损\n=1+1", source="andon_call", record=ID)
    return [BeginCalls((MACHINE,), ()), *people, heard(), made]


@pytest.fixture(params=["postgresql", "mariadb"])
def server(request: pytest.FixtureRequest) -> Server:
    found: Server = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def two(tmp_path: Path, postgresql: PostgreSQL) -> Iterator[tuple[Site, Site, Any]]:
    """Two consoles with one action that share one PostgreSQL when told to."""
    address = postgresql.fresh()
    a, b = Site(tmp_path, "a"), Site(tmp_path, "b")
    for site in (a, b):
        site.join(address)
    for command in begun():
        a.do(command, "anna" if isinstance(command, MakeAction) else CONSOLE)
    a.share(), b.share()
    yield a, b, address
    a.close(), b.close()


def test_every_value_comes_back_as_it_was_from_here_and_from_a_shared_database(tmp_path: Path, server: Server) -> None:
    address = server.fresh()
    a, b = Site(tmp_path, "a"), Site(tmp_path, "b")
    review, use = review_id("andon_call", ID), use_id("k", "andon_call", ID)
    told: list[Command] = [
        Do(*ON, "导管已换 🏭"),
        VerifyAction(*ON),
        RemindOfAction(*ON, 2, DUE, ("anna", "bert")),
        WantReview(review, STATION, "andon_call", ID, "BARRIER", Because.REPEATS, 3),
        WriteReview(review, STATION, (Why("为什么？", "磨损"),), "=cause", "标准", True),
        WriteArticle("k", STATION, "导管", "更换", ("L2",), ("machine",), ("149",), kind="andon_call", record=ID),
        UseArticle(use, STATION, "k", "andon_call", ID),
    ]
    try:
        for command in (*begun(), *told):
            a.do(
                command,
                CONSOLE if type(command).own or isinstance(command, BeginCalls | AddPerson | RaiseCall) else "anna",
            )
        for site in (a, b):
            site.join(address)
            site.share()
        for site in (a, b):
            action, article = site.get(Action, "a"), site.get(Article, "k")
            assert action is not None
            assert article is not None
            assert (action.title, action.due, action.outcome) == ("换导管 <b>", DUE, "导管已换 🏭")
            assert (action.stage, action.reminded, action.effect) == (Stage.VERIFIED, 2, Effect.UNSEEN)
            assert action.effect_due == (action.verified or datetime.now(UTC)) + timedelta(days=30)
            assert (article.places, article.codes) == ((STATION, "L2"), ("149",))
            assert site.get(ArticleUse, use) is not None
            found = site.get(Review, review)
            assert found is not None
            assert (found.whys, found.lesson, found.because) == ((Why("为什么？", "磨损"),), True, Because.REPEATS)
        assert_one_truth(address, a, b)
    finally:
        a.close(), b.close()


def reminded(desk: ReadDesk) -> list[int]:
    return [step.level for step in desk.find(ActionStep, action="a", move=Move.REMIND)]


def test_what_two_consoles_tell_or_see_at_once_is_told_once(two: tuple[Site, Site, Any]) -> None:
    a, b, address = two
    review = WantReview(review_id("andon_call", ID), STATION, "andon_call", ID, "BARRIER", Because.SEVERITY)
    for site in (a, b):
        site.do(RemindOfAction(*ON, 1, DUE, ("anna",)), CONSOLE)
        site.do(review, CONSOLE)
    for site in (a, b, a):
        site.share()
    for site in (a, b):
        assert site.local.ask(reminded) == [1]
        assert site.local.ask(lambda desk: desk.count(Review)) == 1
    assert_one_truth(address, a, b)


def test_both_open_an_action_again_and_it_is_opened_once(two: tuple[Site, Site, Any]) -> None:
    a, b, address = two
    a.do(Do(*ON, "Done"), "anna")
    a.do(VerifyAction(*ON), "bert")
    a.share(), b.share()
    for site in (a, b):
        site.do(NoteRepeat(*ON, (ID,)), CONSOLE)
    for site in (a, b, a):
        site.share()
    for site in (a, b):
        action = site.get(Action, "a")
        assert action is not None
        assert (action.stage, action.reopened, action.evidence) == (Stage.OPEN, 1, (ID,))
    assert_one_truth(address, a, b)


def test_who_begins_second_is_told_and_nothing_is_lost(two: tuple[Site, Site, Any]) -> None:
    a, b, address = two
    a.do(BeginAction(*ON), "anna")
    b.do(BeginAction(*ON), "bert")
    for site in (a, b, a):
        site.share()
    for site in (a, b):
        action = site.get(Action, "a")
        assert action is not None
        assert action.begun_by == "anna"
    assert_one_truth(address, a, b)
