"""Rules about people: names, numbers, the last administrator, wrong PINs, and which skills count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from console.domain.errors import Refusal
from console.domain.people import (
    Credential,
    Grant,
    LastAdministrator,
    NameEmpty,
    NameTooLong,
    NameUnreadable,
    NumberTaken,
    Operation,
    Person,
    Role,
    Skill,
    TooManyGrants,
    by_name,
    keep_an_administrator,
    number_free,
    plain_text,
    settled_grants,
    skill_id,
    staff_number,
)
from console.domain.proofs import (
    LOCK_AFTER,
    LONGEST_WAIT,
    NotHashed,
    cleared,
    failed,
    locked,
    only_badge_hash,
    only_hash,
    remaining,
    wait_after,
)
from console.domain.skills import (
    ExpiresBeforeAssessed,
    NoSuchLevel,
    NoSuchNumber,
    Standing,
    alone,
    checked_operation,
    checked_skill,
    coverage,
    standing,
)

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
TODAY = date(2026, 11, 21)
EVERYWHERE = (Grant(Role.ADMINISTRATOR),)


def _skill(person: str, level: int, expires: date | None = None) -> Skill:
    return Skill(skill_id(person, "weld"), person, "weld", level, expires)


# Names and numbers


def test_a_name_is_trimmed_and_composed() -> None:
    assert plain_text("  Zoe\u0308 \n", "called", 60) == "Zoë"


def test_a_name_may_be_written_in_any_script() -> None:
    for name in ("王小明", "Ñandú O'Brien-Łoś", "می\u200cخواهم"):
        assert plain_text(name, "called", 60) == name


@pytest.mark.parametrize("name", ["", "   ", "\t\n", "\u3000", "\u200c", "\u200c\u200d"])
def test_a_name_cannot_be_empty(name: str) -> None:
    with pytest.raises(NameEmpty) as refusal:
        plain_text(name, "called", 60)
    assert refusal.value.facts == {"field": "called"}


@pytest.mark.parametrize(
    "character", ["\x00", "\x1b", "\n", "\u202e", "\u2066", "\u200b", "\ufeff", "\u2028", "\ud800"]
)
def test_a_name_has_nothing_that_cannot_be_seen_or_turns_the_text_around(character: str) -> None:
    with pytest.raises(NameUnreadable) as refusal:
        plain_text(f"Ann{character}a", "called", 60)
    assert refusal.value.facts["character"] == f"U+{ord(character):04X}"


def test_a_name_has_an_end() -> None:
    assert plain_text("x" * 60, "called", 60) == "x" * 60
    with pytest.raises(NameTooLong) as refusal:
        plain_text("x" * 61, "called", 60)
    assert refusal.value.facts == {"field": "called", "most": 60}


def test_a_staff_number_typed_in_full_width_is_the_same_number() -> None:
    assert staff_number(" Ａ１２ ") == "A12"
    assert staff_number("") == ""


def test_a_staff_number_is_taken_while_its_owner_is_active() -> None:
    ann, bob = Person("a", "Ann", "7"), Person("b", "Bob", "7", active=False)
    with pytest.raises(NumberTaken) as refusal:
        number_free("7", "c", [ann])
    assert refusal.value.facts == {"number": "7", "person": "a", "name": "Ann"}
    number_free("7", "a", [ann])  # their own
    number_free("7", "c", [bob])
    number_free("", "c", [Person("d", "Dan", "")])


def test_people_sort_by_the_numbers_in_their_names() -> None:
    people = [Person(name, name) for name in ("Operator 10", "operator 2", "7", "Operator 1", "操作工 3")]
    assert [p.name for p in sorted(people, key=by_name)] == ["7", "Operator 1", "operator 2", "Operator 10", "操作工 3"]


# Grants and the last administrator


def test_a_grant_inside_a_wider_one_of_the_same_role_says_nothing_new() -> None:
    wide, narrow = Grant(Role.OPERATOR, ("Suzhou",)), Grant(Role.OPERATOR, ("Suzhou", "Body"))
    other = Grant(Role.QUALITY, ("Suzhou", "Body"))
    assert settled_grants([other, narrow, wide, wide]) == (wide, other)
    near = Grant(Role.OPERATOR, ("Suzhou2", "Body"))
    assert settled_grants([wide, near]) == (wide, near)


def test_nobody_has_roles_without_end() -> None:
    with pytest.raises(TooManyGrants):
        settled_grants(Grant(Role.OPERATOR, (str(n),)) for n in range(21))


@pytest.mark.parametrize(
    "will",
    [
        (Person("a", "Ann", "", EVERYWHERE, active=False), Credential("a", "hash")),
        (Person("a", "Ann", "", (Grant(Role.SUPERVISOR),)), Credential("a", "hash")),
        (Person("a", "Ann", "", EVERYWHERE), Credential("a")),
        (Person("a", "Ann", "", EVERYWHERE), None),
    ],
    ids=["inactive", "another role", "no PIN", "no proof"],
)
def test_the_last_administrator_cannot_be_removed(will: tuple[Person, Credential | None]) -> None:
    was = (Person("a", "Ann", "", EVERYWHERE), Credential("a", "hash"))
    able = (Person("b", "Bob", "", EVERYWHERE), Credential("b", "", "badge"))
    unable = (Person("c", "Cy", "", EVERYWHERE), None)
    with pytest.raises(LastAdministrator):
        keep_an_administrator(was, will, [])
    with pytest.raises(LastAdministrator):
        keep_an_administrator(was, will, [unable])
    keep_an_administrator(was, will, [unable, able])


def test_the_only_administrator_stays_even_without_a_pin() -> None:
    was = (Person("a", "Ann", "", EVERYWHERE), None)
    with pytest.raises(LastAdministrator):
        keep_an_administrator(was, (Person("a", "Ann", "", EVERYWHERE, active=False), None), [])


def test_nobody_looks_for_other_administrators_where_none_is_lost() -> None:
    def others() -> Iterator[tuple[Person, Credential | None]]:
        pytest.fail("all people would be read for every change of one")
        yield

    ann, worker = Person("a", "Ann", "", EVERYWHERE), Person("w", "Wu", "", (Grant(Role.OPERATOR),))
    proof = Credential("a", "hash")
    keep_an_administrator((worker, None), (replace(worker, name="Wu B", active=False), None), others())
    keep_an_administrator((ann, proof), (replace(ann, name="Ann B"), replace(proof, pin="other")), others())


# Wrong PINs


def test_each_wrong_pin_costs_at_least_as_long_as_the_one_before() -> None:
    waits = [wait_after(failures) for failures in range(15)]
    assert waits == sorted(waits)
    assert waits[:3] == [0, 0, 0]
    assert waits[3] > 0
    assert waits[-1] == LONGEST_WAIT


def test_the_wait_is_over_when_it_has_passed() -> None:
    wait = wait_after(5)
    assert remaining(5, NOON, NOON) == wait
    assert remaining(5, NOON, NOON + timedelta(seconds=wait - 1)) == 1
    assert remaining(5, NOON, NOON + timedelta(seconds=wait)) == 0


def test_a_clock_that_was_set_back_makes_no_wait_longer_than_it_is() -> None:
    assert remaining(5, NOON, NOON - timedelta(days=3)) == wait_after(5)


def test_ten_wrong_pins_lock_but_never_the_last_administrator() -> None:
    assert not locked(LOCK_AFTER - 1)
    assert locked(LOCK_AFTER)
    assert not locked(LOCK_AFTER * 5, last_administrator=True)


def test_a_wrong_pin_is_counted_and_a_right_one_ends_the_count() -> None:
    proof = failed(failed(Credential("a", "hash", "badge"), NOON), NOON - timedelta(seconds=9))
    assert (proof.failures, proof.last_failure) == (2, NOON)  # one that came late from elsewhere counts as well
    assert cleared(proof) == Credential("a", "hash", "badge")


def test_only_a_hash_is_kept() -> None:
    assert only_hash("") == ""
    assert only_hash("$argon2id$v=19$m") == "$argon2id$v=19$m"
    assert only_badge_hash("0" * 64) == "0" * 64
    for keep, text in ((only_hash, "2580"), (only_badge_hash, "0004711"), (only_badge_hash, "G" * 64)):
        with pytest.raises(NotHashed):
            keep(text)


# Skills


def test_a_skill_counts_on_its_last_day_and_not_on_the_next() -> None:
    skill = _skill("ann", 3, TODAY)
    assert standing(skill, TODAY) is Standing.EXPIRING
    assert alone(skill, TODAY)
    assert standing(skill, TODAY + timedelta(days=1)) is Standing.EXPIRED
    assert not alone(skill, TODAY + timedelta(days=1))


def test_a_skill_is_called_expiring_only_near_its_end() -> None:
    skill = _skill("ann", 3, TODAY + timedelta(days=30))
    assert standing(skill, TODAY, 30) is Standing.EXPIRING
    assert standing(skill, TODAY, 29) is Standing.VALID
    assert standing(_skill("ann", 3), TODAY) is Standing.VALID
    assert standing(_skill("ann", 0), TODAY) is Standing.NONE
    assert standing(None, TODAY) is Standing.NONE


def test_only_levels_three_and_four_work_alone() -> None:
    assert [alone(_skill("ann", level), TODAY) for level in range(5)] == [False, False, False, True, True]


def test_an_operation_knows_who_can_do_it_and_how_many_are_wanting() -> None:
    people = [Person(id, id) for id in ("able", "ending", "lapsed", "learner", "none")]
    people.append(Person("gone", "gone", active=False))
    skills = [
        _skill("able", 4),
        _skill("ending", 3, TODAY + timedelta(days=3)),
        _skill("lapsed", 4, TODAY - timedelta(days=1)),
        _skill("learner", 2),
        _skill("gone", 4),
        Skill("other", "none", "paint", 4),
    ]
    found = coverage(Operation("weld", "Weld", needed=4), people, skills, TODAY)
    assert found.able == ("able", "ending")
    assert found.expiring == ("ending",)
    assert (found.lapsed, found.learning, found.missing) == (("lapsed",), ("learner",), ("none",))
    assert found.gap == 2
    assert coverage(Operation("weld", "Weld"), people, skills, TODAY).gap == 0


@pytest.mark.parametrize(
    ("skill", "kind"),
    [
        (_skill("a", 5), NoSuchLevel),
        (_skill("a", -1), NoSuchLevel),
        (Skill("s", "a", "weld", 3, expires=TODAY, assessed=TODAY + timedelta(days=1)), ExpiresBeforeAssessed),
    ],
)
def test_a_skill_that_makes_no_sense_is_refused(skill: Skill, kind: type[Refusal]) -> None:
    with pytest.raises(kind):
        checked_skill(skill)


def test_an_operation_needs_no_impossible_number_of_people() -> None:
    for needed in (-1, 1000):
        with pytest.raises(NoSuchNumber):
            checked_operation(Operation("o", "Weld", needed=needed))


def test_two_consoles_write_one_row_for_a_skill() -> None:
    assert skill_id("ann", "weld") == skill_id("ann", "weld")
    assert skill_id("ann", "weld") != skill_id("weld", "ann")
