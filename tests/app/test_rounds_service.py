"""What a running console knows of rounds: how planned ones stand as the clock goes on, and whom it tells."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from console.app import rounds as service
from console.app.roundnotices import FILE
from console.domain.audit_plans import Decided, Rhythm, Stand
from console.domain.checklists import Run
from console.domain.checklists_shipped import shipped_templates
from console.domain.commands.audits import DecideRound
from console.domain.commands.checklists import AnswerItem, BeginChecklists, BeginRun, RetireChecklist, SignRun
from console.domain.commands.people import ChangePerson
from console.domain.errors import Refusal
from console.domain.events import RecordsReady
from console.domain.people import Grant, Role
from tests.app.calling import T0
from tests.app.rounding import Walks

MINUTE, HOUR = 60.0, 3600.0  # the works begin at 11:30, the round of the day is due at 12:00 and missed after 14:00


@pytest.fixture
def works(tmp_path: Path) -> Iterator[Walks]:
    made = Walks(tmp_path)
    yield made
    made.close()


def begun(works: Walks, plan: str = "p") -> str:
    """Today's round is begun; the id of the run."""
    one = works.today(plan)
    works.must(BeginRun("r", "t", "L1", one.due, one.round.id))
    return "r"


def signed(works: Walks) -> None:
    works.must(AnswerItem("r", "L1", "g", 4), AnswerItem("r", "L1", "p", 4), SignRun("r", "L1"))


# The records and the clock


def test_rounds_are_known_when_the_records_are_open_and_the_shipped_checklists_are_there(works: Walks) -> None:
    assert works.rounds.known
    assert {one.template.id for one in works.rounds.told.templates} == {one.id for one in shipped_templates()}
    assert all(one.template.published == 1 for one in works.rounds.told.templates)


def test_the_clock_alone_makes_a_round_overdue_then_missed(works: Walks) -> None:
    works.checklist()
    works.plan()
    assert (works.today().stand, works.rounds.waiting) == (Stand.AHEAD, 0)
    works.changes.clear()

    works.live(30 * MINUTE + 1)
    assert (works.today().stand, works.rounds.waiting, len(works.changes)) == (Stand.OVERDUE, 1, 1)
    works.live(2 * HOUR - 10)
    assert (works.today().stand, len(works.changes)) == (Stand.OVERDUE, 1)
    works.live(10)
    assert (works.today().stand, works.rounds.waiting, len(works.changes)) == (Stand.MISSED, 1, 2)
    works.live(60)
    assert len(works.changes) == 2  # nothing changed any more


def test_a_round_that_was_made_is_done_or_late_and_no_longer_waits(works: Walks) -> None:
    works.checklist()
    works.plan("p", grace=0)
    begun(works)
    assert works.today().stand is Stand.OPEN
    works.live(31 * MINUTE)
    assert (works.today().stand, works.rounds.waiting) == (Stand.MISSED, 1)
    signed(works)
    assert (works.today().stand, works.rounds.waiting) == (Stand.LATE, 0)


def test_a_miss_that_is_approved_waits_for_nobody_and_one_that_is_moved_comes_again(works: Walks) -> None:
    works.checklist()
    works.plan("p")
    works.plan("q")
    works.live(3 * HOUR)
    assert works.rounds.waiting == 2
    told: dict[str, Any] = {"day": date(2026, 11, 21), "where": "L1"}
    approve = DecideRound(works.today("p").round.id, "p", what=Decided.APPROVED, why="line was down", **told)
    move = DecideRound(works.today("q").round.id, "q", what=Decided.MOVED, why="ill", due=works.at(90), **told)
    works.must(approve, move)
    assert (works.today("p").stand, works.today("q").stand, works.rounds.waiting) == (Stand.APPROVED, Stand.AHEAD, 0)
    works.live(91 * MINUTE)
    assert (works.today("q").stand, works.rounds.waiting) == (Stand.OVERDUE, 1)


def test_a_round_that_was_moved_to_a_day_that_is_known_is_known_however_old_it_is(works: Walks) -> None:
    works.checklist()
    works.plan("p", rhythm=Rhythm.MONTH, since=date(2026, 9, 21))
    old = DecideRound(
        next(one.id for one in service.asked_for(works.rounds.told.plans, (), works.at(-60 * 24 * 50))), "p",
        date(2026, 9, 21), "L1", Decided.MOVED, "audit week", works.at(60),
    )  # fmt: skip
    assert all(one.round.id != old.round for one in works.rounds.standings)
    works.must(old)
    shown = next(one for one in works.rounds.standings if one.round.id == old.round)
    assert (shown.stand, shown.due) == (Stand.AHEAD, old.due)
    far = replace(old, due=works.at(60 * 24 * 40))
    works.live(2 * HOUR)
    works.must(far)
    works.live(39.5 * 24 * HOUR)
    shown = next(one for one in works.rounds.standings if one.round.id == old.round)
    assert (shown.stand, shown.due) == (Stand.AHEAD, far.due)


def test_a_round_that_was_made_well_ahead_is_done_as_long_as_it_is_known(works: Walks) -> None:
    works.checklist()
    works.plan("p", rhythm=Rhythm.MONTH, since=date(2026, 12, 4))
    ahead = next(one for one in works.rounds.standings if one.round.due.day == 4)
    works.must(BeginRun("r", "t", "L1", ahead.due, ahead.round.id))
    signed(works)
    works.live(40 * 24 * HOUR)  # 27 days after it was due
    assert next(one.stand for one in works.rounds.standings if one.round.id == ahead.round.id) is Stand.DONE
    assert works.rounds.waiting == 0


def test_a_round_that_was_moved_and_made_long_before_its_new_day_is_done(works: Walks) -> None:
    works.checklist()
    works.plan("p", rhythm=Rhythm.MONTH)
    works.live(3 * HOUR)
    old = works.today().round
    move = DecideRound(old.id, "p", date(2026, 11, 21), "L1", Decided.MOVED, "audit week", works.at(60 * 24 * 80))
    works.must(move, BeginRun("r", "t", "L1", None, old.id))
    signed(works)
    works.live(85 * 24 * HOUR)
    assert next(one.stand for one in works.rounds.standings if one.round.id == old.id) is Stand.DONE


def test_the_screens_hear_at_most_about_twice_a_second(works: Walks) -> None:
    works.checklist()
    works.changes.clear()
    for number in range(12):
        works.give(BeginRun(f"r{number}", "t", "L1"))
        for _ in range(5):
            works.rounds.beat(works.steady)
        works.asked(lambda desk: None)
        works.steady += 0.1
    assert 1 <= len(works.changes) <= 4  # in 1.2 seconds
    works.live()
    assert len(works.rounds.told.open_runs) == 12


def test_answers_of_a_run_do_not_make_everything_be_read_anew(works: Walks) -> None:
    works.checklist()
    works.must(BeginRun("r", "t", "L1"))
    works.changes.clear()
    works.must(AnswerItem("r", "L1", "g", 4))
    assert works.changes == []
    assert not works.rounds._stale


def test_the_clock_goes_on_while_the_records_are_away(works: Walks, monkeypatch: pytest.MonkeyPatch) -> None:
    works.checklist()
    works.plan()

    monkeypatch.setattr(works.rounds, "_read", lambda at: works.rounds._cannot(Refusal()))
    works.rounds._stale = True
    works.clock.at += 31 * MINUTE
    for _ in range(3):
        works.steady += 10
        works.rounds._ask_at = 0.0
        works.rounds.beat(works.steady)
        works.rounds._stale = False
        works.rounds.beat(works.steady)
    assert works.today().stand is Stand.OVERDUE
    monkeypatch.undo()
    works.console.bus.publish(RecordsReady())
    begun(works)
    assert works.rounds.told.open_runs[0].id == "r"


# Shipped checklists


def test_the_shipped_checklists_are_begun_once_and_what_is_retired_stays_so(tmp_path: Path) -> None:
    works = Walks(tmp_path)
    try:
        first = works.rounds.told.templates[0]
        works.must(RetireChecklist(first.template.id, True, first.revision))
        begun = times_begun(works)
        works.close()
        works.begin()
        assert works.rounds.template(first.template.id).template.retired  # type: ignore[union-attr]
        assert times_begun(works) == begun == 1
    finally:
        works.close()


def times_begun(works: Walks) -> int:
    """How often the shipped checklists were begun, as the trail has it."""
    with closing(sqlite3.connect(works.console.office.path)) as db:
        return int(db.execute("SELECT count(*) FROM trail WHERE command = 'BeginChecklists'").fetchone()[0])


def test_two_consoles_make_the_same_checklists(tmp_path: Path) -> None:
    made = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        works = Walks(tmp_path / name)
        made.append({one.template.id: one.template.name for one in works.rounds.told.templates})
        assert works.do(BeginChecklists()).changes == ()  # once more changes nothing
        works.close()
    assert made[0] == made[1]


# Whom it tells


def test_a_round_of_somebody_who_left_is_told_to_whoever_may_make_it(works: Walks) -> None:
    works.checklist()
    for id in ("ann", "ben"):
        works.person(id)
    works.plan(people=("ann",))
    works.must(ChangePerson("ann", "Ann", "", (Grant(Role.TEAM_LEADER, ("Suzhou", "Body", "L1")),), active=False))
    works.sign_in("ben")
    assert [one.person for one in works.due] == ["ben"]


def test_whose_round_is_due_is_told_once_and_nobody_else(works: Walks) -> None:
    works.checklist()
    for id in ("ann", "ben"):
        works.person(id)
    works.plan("p", ("ann",))
    works.sign_in("ben")
    works.live(HOUR)
    assert works.due == []
    works.clock.at = T0
    works.sign_in("ann")
    works.live(MINUTE)
    works.live(HOUR)
    assert [(one.person, one.rounds) for one in works.due] == [("ann", (works.today().round.id,))]


def test_a_round_of_nobody_is_told_to_whoever_has_the_right(works: Walks) -> None:
    works.checklist()
    works.person("vic", Role.VIEWER)
    works.person("ann")
    works.plan("p")
    works.sign_in("vic")
    works.live(MINUTE)
    assert works.due == []
    works.sign_in("ann")
    works.live(MINUTE)
    assert [one.person for one in works.due] == ["ann"]


def test_what_was_told_is_not_told_again_after_a_restart_but_when_it_was_moved(tmp_path: Path) -> None:
    works = Walks(tmp_path)
    try:
        works.checklist()
        works.person("ann")
        works.plan("p", ("ann",))
        works.sign_in("ann")
        works.live(MINUTE)
        assert len(works.due) == 1
        works.close()
        assert (tmp_path / FILE).exists()
        works.begin()
        works.sign_in("ann")
        works.live(MINUTE)
        assert works.due == []
        works.live(3 * HOUR)
        one = works.today()
        works.must(DecideRound(one.round.id, "p", date(2026, 11, 21), "L1", Decided.MOVED, "ill", works.at(30)))
        works.live(MINUTE)
        assert len(works.due) == 1
    finally:
        works.close()


def test_a_round_that_is_begun_or_missed_or_far_ahead_tells_nobody(works: Walks) -> None:
    works.checklist()
    works.person("ann")
    works.plan("p", ("ann",), by=20 * 60)
    works.plan("q", ("ann",))
    begun(works, "q")
    works.sign_in("ann")
    works.live(3 * HOUR)  # 14:30: p is due at 20:00, q is missed although somebody began it
    assert works.due == []
    assert works.asked(lambda desk: desk.get(Run, "r")) is not None
    assert works.today("q").due + timedelta(hours=2) < works.at(0)


def test_going_on_with_the_clock_comes_to_the_same_as_computing_everything_anew(works: Walks) -> None:
    works.checklist()
    works.plan("p", grace=3)
    works.plan("q", rhythm=Rhythm.WEEK, weekday=5, grace=1)
    begun(works, "q")
    found = works.rounds.standings
    for hours in (0.25, 1, 1.75, 3, 3.6, 40, 200):
        now = works.at(60 * hours)
        found = service.gone_on(found, works.rounds.told, now)
        assert found == service.stand(works.rounds._asked, works.rounds.told, now)
