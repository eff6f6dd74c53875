"""Promise 7 at one console: who is signed in, how long wrong PINs keep them out, and when they are signed out."""

from __future__ import annotations

import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from console.app.pins import BadgeUnreadable, PinTooSimple
from console.app.session import BADGE_WAIT, IDLE_MINUTES, Session
from console.domain.commands.people import (
    AddOperation,
    AddPerson,
    BeginPlant,
    ChangePerson,
    SetPermission,
    SetPin,
    SetSkill,
    Unlock,
)
from console.domain.errors import Refusal
from console.domain.people import Credential, Person, PlantHasBegun, Role
from console.domain.permissions import NotAllowed, Reach, SignInNeeded
from console.domain.proofs import (
    LOCK_AFTER,
    LONGEST_WAIT,
    LockedOut,
    MustWait,
    NoPin,
    SignInRuns,
    UnknownBadge,
    WrongPin,
    wait_after,
)
from console.records.trail import Asked, search
from tests.app.staffed import ADA, PIN, WAYS, Staffed, at, pin_hash

WRONG = "1379"
L1, L2 = WAYS["L1"], WAYS["L2"]


@pytest.fixture
def staffed(tmp_path: Path) -> Iterator[Staffed]:
    """Ada the administrator, Sam the supervisor of L1, Olaf the operator there."""
    staffed = Staffed(tmp_path)
    staffed.add("sam", at(Role.SUPERVISOR, *L1), pin=PIN)
    staffed.add("olaf", at(Role.OPERATOR, *L1), pin=PIN)
    staffed.settle()
    yield staffed
    staffed.close()


def _notes(staffed: Staffed) -> list[tuple[str, dict[str, Any]]]:
    """Who signed in, oldest first, as the trail tells it."""
    box: list[Any] = []

    def read(local: Any) -> Any:
        with local.reading() as db:
            return search(db, Asked(command="NoteSignIn"))

    staffed.office.run(read, box.append, box.append)
    return [(line.who, dict(line.payload)) for line in reversed(staffed.wait(box))]


def _said(staffed: Staffed) -> list[tuple[str, str]]:
    return [(event.person, event.why) for event in staffed.sessions]


# In and out


def test_a_right_pin_lets_somebody_in_and_the_trail_says_so(staffed: Staffed) -> None:
    person = staffed.sign_in("olaf")
    assert person.id == "olaf"
    assert staffed.session.person == person
    assert staffed.office.who() == "olaf"
    assert _said(staffed) == [("olaf", "")]
    assert _notes(staffed) == [("console", {"person": "olaf", "right": True, "by": "pin"})]


def test_who_is_signed_in_already_is_not_noted_again(staffed: Staffed) -> None:
    staffed.sign_in("olaf")
    staffed.sign_in("olaf")
    assert len(_notes(staffed)) == 1
    assert _said(staffed) == [("olaf", "")]


def test_a_wrong_pin_lets_nobody_in(staffed: Staffed) -> None:
    refused = staffed.sign_in("olaf", WRONG)
    assert isinstance(refused, WrongPin)
    assert refused.facts == {"wait": 0.0, "left": LOCK_AFTER - 1}
    assert staffed.session.person is None
    assert staffed.office.who() == ""
    assert _notes(staffed) == [("console", {"person": "olaf", "right": False, "by": "pin"})]


def test_the_next_one_at_a_shared_pc_takes_the_place(staffed: Staffed) -> None:
    staffed.sign_in("olaf")
    staffed.sign_in("sam")
    assert staffed.office.who() == "sam"
    assert _said(staffed) == [("olaf", ""), ("sam", "")]


def test_a_wrong_pin_does_not_throw_out_who_is_signed_in(staffed: Staffed) -> None:
    staffed.sign_in("olaf")
    staffed.sign_in("sam", WRONG)
    assert staffed.office.who() == "olaf"


def test_signing_out_leaves_nobody(staffed: Staffed) -> None:
    staffed.sign_in("olaf")
    staffed.session.sign_out()
    staffed.session.sign_out()
    assert _said(staffed)[1:] == [("", "asked")]
    assert isinstance(staffed.do(AddOperation("o", "Weld"), who=staffed.office.who()), SignInNeeded)


def test_what_is_done_is_done_in_the_name_of_who_is_signed_in(staffed: Staffed) -> None:
    staffed.sign_in("sam")
    box: list[Any] = []
    staffed.office.do(AddOperation("o", "Weld", "L1"), box.append, box.append)
    staffed.wait(box)
    line = []

    def read(local: Any) -> Any:
        with local.reading() as db:
            return search(db, Asked(command="AddOperation"))[0].who

    staffed.office.run(read, line.append, line.append)
    assert staffed.wait(line) == "sam"


def test_one_sign_in_at_a_time(staffed: Staffed) -> None:
    box: list[Any] = []
    staffed.session.sign_in("olaf", WRONG, box.append, box.append)
    for _ in range(20):  # twenty guesses before the first is judged are one
        staffed.session.sign_in("olaf", WRONG, box.append, box.append)
    staffed.settle()
    assert [type(refusal) for refusal in box] == [SignInRuns] * 20 + [WrongPin]
    assert len(_notes(staffed)) == 1


# Wrong PINs


def _wrong(staffed: Staffed, who: str, times: int) -> Any:
    result = None
    for _ in range(times):
        staffed.pass_time(LONGEST_WAIT)
        result = staffed.sign_in(who, WRONG)
    return result


def test_wrong_pins_make_the_next_try_wait_even_for_the_right_pin(staffed: Staffed) -> None:
    refused = _wrong(staffed, "olaf", 3)
    assert refused.facts == {"wait": wait_after(3), "left": LOCK_AFTER - 3}
    soon = staffed.sign_in("olaf")
    assert isinstance(soon, MustWait)
    assert soon.facts == {"wait": pytest.approx(wait_after(3))}
    assert len(_notes(staffed)) == 3  # who comes too early is not judged
    staffed.pass_time(wait_after(3))
    assert staffed.sign_in("olaf").id == "olaf"
    staffed.session.sign_out()
    assert staffed.sign_in("olaf", WRONG).facts["wait"] == 0  # counting begins anew


def test_the_wait_outlasts_a_restart_and_a_clock_that_is_set(staffed: Staffed) -> None:
    _wrong(staffed, "olaf", 5)
    staffed.pass_time(1)
    staffed.session = Session(staffed.office, staffed.bus, lambda: staffed.wall, lambda: staffed.steady)
    assert staffed.sign_in("olaf").facts == {"wait": pytest.approx(wait_after(5) - 1)}
    staffed.wall += 100_000  # from now on the console counts by itself
    assert isinstance(staffed.sign_in("olaf"), MustWait)
    staffed.wall -= 500_000
    staffed.steady += wait_after(5)
    assert staffed.sign_in("olaf").id == "olaf"


def test_too_many_wrong_pins_lock_until_somebody_who_may_unlocks(staffed: Staffed) -> None:
    assert isinstance(_wrong(staffed, "olaf", LOCK_AFTER), LockedOut)
    staffed.pass_time(1_000_000)
    assert isinstance(staffed.sign_in("olaf"), LockedOut)
    assert isinstance(staffed.do(Unlock("olaf"), who="olaf"), NotAllowed)
    staffed.must(Unlock("olaf"), who="sam")
    assert staffed.sign_in("olaf").id == "olaf"


def test_the_only_administrator_is_never_locked_out_for_good(staffed: Staffed) -> None:
    refused = _wrong(staffed, ADA, LOCK_AFTER + 2)
    assert isinstance(refused, WrongPin)
    assert refused.facts == {"wait": LONGEST_WAIT, "left": None}
    assert isinstance(staffed.sign_in(ADA), MustWait)
    staffed.pass_time(LONGEST_WAIT)
    assert staffed.sign_in(ADA).id == ADA


def test_of_two_administrators_one_can_be_locked_out_but_not_both(staffed: Staffed) -> None:
    staffed.add("bob", at(Role.ADMINISTRATOR), pin=PIN)
    assert isinstance(_wrong(staffed, "bob", LOCK_AFTER), LockedOut)
    assert isinstance(_wrong(staffed, ADA, LOCK_AFTER + 1), WrongPin)


def test_the_wait_holds_while_nothing_can_be_written(staffed: Staffed, expected_log: Callable[..., None]) -> None:
    with closing(sqlite3.connect(staffed.office.path)) as another, another:
        another.execute("CREATE TRIGGER no BEFORE UPDATE ON credential BEGIN SELECT RAISE(ABORT, 'no'); END")
    expected_log("NoteSignIn could not be carried out")
    assert isinstance(_wrong(staffed, "olaf", 4), WrongPin)
    assert staffed.ask(lambda desk: desk.need(Credential, "olaf").failures) == 0
    assert staffed.sign_in("olaf").facts == {"wait": pytest.approx(wait_after(4))}


def test_nobody_learns_who_is_there_from_the_time_it_takes(staffed: Staffed) -> None:
    staffed.must(ChangePerson("sam", "Sam", "", (), active=False))
    staffed.add("lou", at(Role.OPERATOR, *L1))
    times: dict[str, list[float]] = {"olaf": [], "nobody": [], "sam": [], "lou": []}
    kinds = {}
    for _ in range(3):
        for who, taken in times.items():
            staffed.pass_time(LONGEST_WAIT)
            began = time.perf_counter()
            kinds[who] = type(staffed.sign_in(who, WRONG))
            taken.append(time.perf_counter() - began)
    assert kinds == {"olaf": WrongPin, "nobody": WrongPin, "sam": WrongPin, "lou": NoPin}
    medians = {who: statistics.median(taken) for who, taken in times.items()}
    print({who: f"{1000 * taken:.0f} ms" for who, taken in medians.items()})
    assert max(medians.values()) < 2 * min(medians.values())


# Badges


def test_a_badge_lets_its_owner_in(staffed: Staffed) -> None:
    box: list[Any] = []
    staffed.session.sign_in("sam", PIN, box.append, box.append)
    staffed.wait(box)
    done: list[Any] = []
    staffed.session.set_badge("olaf", "04 a1 7b 2c", done.append, done.append)
    assert not isinstance(staffed.wait(done), Refusal)
    entered: list[Any] = []
    staffed.session.sign_in_badge("04A17B2C\r", entered.append, entered.append)
    assert staffed.wait(entered).id == "olaf"
    staffed.settle()
    assert _notes(staffed)[-1] == ("console", {"person": "olaf", "right": True, "by": "badge"})
    staffed.must(ChangePerson("olaf", "Olaf", "", (), active=False))
    again: list[Any] = []
    staffed.session.sign_in_badge("04A17B2C", again.append, again.append)
    assert isinstance(staffed.wait(again), UnknownBadge)


def test_a_badge_of_nobody_makes_the_next_scan_wait_a_little(staffed: Staffed) -> None:
    results = []
    for _ in range(4):
        box: list[Any] = []
        staffed.session.sign_in_badge("99999999", box.append, box.append)
        results.append(staffed.wait(box))
    assert [type(result) for result in results] == [UnknownBadge] * 3 + [MustWait]
    for _ in range(10):
        staffed.pass_time(BADGE_WAIT)
        box = []
        staffed.session.sign_in_badge("99999999", box.append, box.append)
        assert staffed.wait(box).facts["wait"] <= BADGE_WAIT
    box = []
    staffed.pass_time(BADGE_WAIT)
    staffed.session.sign_in_badge("\x02", box.append, box.append)
    assert isinstance(staffed.wait(box), BadgeUnreadable)
    assert staffed.session.person is None


# Beginning


def test_a_plant_begins_with_an_administrator_who_is_signed_in(tmp_path: Path) -> None:
    empty = Staffed(tmp_path, begun=False)
    assert empty.session.anybody is None
    empty.settle()
    assert empty.session.anybody is False
    assert empty.session.may(BeginPlant)
    assert not empty.session.may(AddPerson)
    refused: list[Any] = []
    empty.session.begin("Ann", "", "1234", refused.append, refused.append)
    assert isinstance(empty.wait(refused), PinTooSimple)
    begun: list[Any] = []
    empty.session.begin(" Ann ", "1", PIN, begun.append, begun.append)
    ann = empty.wait(begun)
    empty.settle()
    assert (ann.name, ann.grants) == ("Ann", (at(Role.ADMINISTRATOR),))
    assert empty.session.person == ann
    assert empty.session.anybody is True
    assert not empty.session.may(BeginPlant)
    assert empty.session.may(AddPerson)
    second: list[Any] = []
    empty.session.begin("Eve", "2", PIN, second.append, second.append)
    assert isinstance(empty.wait(second), PlantHasBegun)
    assert empty.session.person == ann
    empty.session.sign_out()
    assert empty.sign_in(ann.id).id == ann.id
    empty.close()


# PINs


def test_a_pin_is_set_and_asked_for_again(staffed: Staffed) -> None:
    staffed.sign_in("olaf")
    box: list[Any] = []
    staffed.session.set_pin("olaf", "1111", box.append, box.append)
    assert isinstance(staffed.wait(box), PinTooSimple)
    box.clear()
    staffed.session.set_pin("olaf", "9071", box.append, box.append)
    assert not isinstance(staffed.wait(box), Refusal)
    for pin, kind in (("9071", Person), (PIN, WrongPin)):
        box.clear()
        staffed.session.confirm(pin, box.append, box.append)
        assert isinstance(staffed.wait(box), kind)
    staffed.session.sign_out()
    box.clear()
    staffed.session.confirm("9071", box.append, box.append)
    assert isinstance(staffed.wait(box), SignInNeeded)


def test_a_pin_of_somebody_else_is_not_for_everybody_to_set(staffed: Staffed) -> None:
    staffed.sign_in("olaf")
    box: list[Any] = []
    staffed.session.set_pin("sam", "9071", box.append, box.append)
    assert isinstance(staffed.wait(box), NotAllowed)
    assert staffed.ask(lambda desk: desk.need(Credential, "sam").pin) == pin_hash()


# Idle, inactive


def test_who_went_away_is_signed_out(staffed: Staffed) -> None:
    staffed.sign_in("olaf")
    staffed.steady += IDLE_MINUTES * 60 - 1
    staffed.session.beat(staffed.steady)
    assert staffed.session.idle_left(staffed.steady) == pytest.approx(1)
    staffed.session.touch()
    staffed.steady += IDLE_MINUTES * 60 - 1
    staffed.session.beat(staffed.steady)
    assert staffed.session.person is not None
    staffed.steady += 1
    staffed.session.beat(staffed.steady)
    assert staffed.session.person is None
    assert _said(staffed)[-1] == ("", "idle")


def test_idle_sign_out_can_be_turned_off_and_does_not_look_at_the_wall_clock(staffed: Staffed) -> None:
    staffed.sign_in("olaf")
    staffed.wall += 1_000_000
    staffed.session.beat(staffed.steady)
    assert staffed.session.person is not None
    staffed.session.idle_minutes = 0
    staffed.steady += 1_000_000
    staffed.session.beat(staffed.steady)
    assert staffed.session.person is not None


def test_somebody_set_inactive_is_signed_out_at_once(staffed: Staffed) -> None:
    staffed.sign_in("olaf")
    staffed.must(ChangePerson("olaf", "Olaf", "", (at(Role.OPERATOR, *L1),), active=False), who="sam")
    staffed.settle()
    assert staffed.session.person is None
    assert _said(staffed)[-1] == ("", "inactive")
    assert isinstance(staffed.sign_in("olaf"), WrongPin)


# What screens may offer


def test_screens_offer_what_the_role_may_do_there(staffed: Staffed) -> None:
    session = staffed.session
    assert not session.may(SetSkill)
    staffed.sign_in("sam")
    assert session.may(AddPerson)
    assert session.may(AddOperation, "L1/30")
    assert not session.may(AddOperation, "L2")
    assert session.may(SetPin, about="olaf")
    assert session.may(SetPin, about="sam")
    assert not session.may(SetPin, about=ADA)
    assert not session.may(SetPermission)
    assert session.may_give(at(Role.OPERATOR, *L1))
    assert not session.may_give(at(Role.ADMINISTRATOR, *L1))
    assert not session.may_give(at(Role.OPERATOR, *L2))


def test_what_screens_offer_follows_the_permissions(staffed: Staffed) -> None:
    staffed.sign_in("sam")
    staffed.must(SetPermission(Role.SUPERVISOR, "SetPin", Reach.OWN), who=ADA)
    staffed.settle()
    assert not staffed.session.may(SetPin, about="olaf")
    assert staffed.session.may(SetPin, about="sam")
    assert _said(staffed)[-1] == ("sam", "changed")
    staffed.must(ChangePerson("sam", "Sam", "", (at(Role.VIEWER),)), who=ADA)
    staffed.settle()
    assert not staffed.session.may(SetPin, about="sam")


def test_an_administrator_sees_the_screens_as_another_role_does(staffed: Staffed) -> None:
    staffed.sign_in(ADA)
    staffed.session.view_as(Role.OPERATOR)
    assert not staffed.session.may(SetPermission)
    assert not staffed.session.may(AddOperation, "L1")
    assert _said(staffed)[-1] == (ADA, "view")
    staffed.session.view_as(None)
    assert staffed.session.may(SetPermission)
    staffed.session.view_as(Role.OPERATOR)
    staffed.sign_in("sam")
    assert staffed.session.as_role is None


def test_seeing_as_another_role_gives_nobody_more(staffed: Staffed) -> None:
    staffed.sign_in("olaf")
    staffed.session.view_as(Role.ADMINISTRATOR)
    assert not staffed.session.may(SetPermission)
