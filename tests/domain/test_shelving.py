"""Shelving: by a person, for a reason, until a time; and what is over hides nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.andon import Category, Severity
from console.domain.callrules import CallRule, Kind
from console.domain.shelving import (
    MOST,
    AlreadyShelved,
    NeverShelved,
    Shelf,
    ShelfEnded,
    ShelfReasonWanted,
    ShelfTooLong,
    ShelfUnfit,
    hides,
    noted,
    shelve,
    take_off,
)

AT = datetime(2026, 11, 21, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)
WAY = ("Suzhou", "Body", "L1", "L1/10")
MACHINE = Category("machine", "Machine")
SAFETY = Category("safety", "Safety", severity=Severity.CRITICAL)
RULE = CallRule("stop", "Stop", Kind.STATE, "machine")
ASKED = Shelf("s", "L1/10", "machine", about="E77", reason="Sensor is on order", who="lea", expires=AT + HOUR)
SHELF = shelve(ASKED, MACHINE, None, [], AT)


def hidden(shelf: Shelf, at: datetime, severity: Severity = Severity.MINOR, about: str = "E77") -> bool:
    return hides(shelf, "fault", "machine", about, WAY, severity, at)


def test_what_is_shelved_is_hidden_until_its_time_is_over() -> None:
    assert hidden(SHELF, AT)
    assert hidden(SHELF, AT + HOUR - timedelta(microseconds=1))
    assert not hidden(SHELF, AT + HOUR)
    assert not hidden(SHELF, AT - timedelta(seconds=1))


def test_it_hides_what_it_is_about_there_and_nothing_else() -> None:
    assert not hidden(SHELF, AT, about="E78")
    assert not hides(SHELF, "fault", "quality", "E77", WAY, Severity.MINOR, AT)
    assert not hides(SHELF, "fault", "machine", "E77", ("Suzhou", "Body", "L2", "L2/10"), Severity.MINOR, AT)


def test_a_rule_is_shelved_for_everything_that_it_finds_below_the_place() -> None:
    shelf = shelve(replace(ASKED, place="L1", rule="stop", about=""), MACHINE, RULE, [], AT)
    assert hides(shelf, "stop", "machine", "stop", WAY, Severity.MAJOR, AT)
    assert not hides(shelf, "fault", "machine", "stop", WAY, Severity.MAJOR, AT)


def test_a_critical_alarm_is_never_set_aside() -> None:
    assert not hidden(SHELF, AT, Severity.CRITICAL)
    with pytest.raises(NeverShelved):
        shelve(replace(ASKED, category="safety"), SAFETY, None, [], AT)
    with pytest.raises(NeverShelved):
        shelve(replace(ASKED, rule="stop"), MACHINE, replace(RULE, severity=Severity.CRITICAL), [], AT)
    with pytest.raises(NeverShelved):  # a rule that plays a safety call down does not get round it
        shelve(replace(ASKED, rule="stop"), SAFETY, replace(RULE, severity=Severity.NOTICE), [], AT)


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        (replace(ASKED, place=""), ShelfUnfit),
        (replace(ASKED, about=""), ShelfUnfit),
        (replace(ASKED, reason=" \u3000"), ShelfReasonWanted),
        (replace(ASKED, expires=AT), ShelfUnfit),
        (replace(ASKED, expires=None), ShelfUnfit),
        (replace(ASKED, expires=AT + MOST + timedelta(seconds=1)), ShelfTooLong),
    ],
)
def test_a_shelf_says_where_what_why_and_until_when(asked: Shelf, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        shelve(asked, MACHINE, None, [], AT)


def test_nothing_is_shelved_twice_at_one_time() -> None:
    with pytest.raises(AlreadyShelved) as refused:
        shelve(replace(ASKED, id="t", who="sue"), MACHINE, None, [SHELF], AT + HOUR / 2)
    assert refused.value.facts["who"] == "lea"
    shelve(replace(ASKED, id="t", expires=AT + 2 * HOUR), MACHINE, None, [SHELF], AT + HOUR)  # the first is over
    shelve(replace(ASKED, id="t", about="E78"), MACHINE, None, [SHELF], AT)


def test_who_takes_it_off_is_known_and_it_hides_nothing_more() -> None:
    ended = take_off(SHELF, AT + HOUR / 2, "mo")
    assert (ended.ended, ended.ended_by) == (AT + HOUR / 2, "mo")
    assert not hidden(ended, AT + HOUR / 2)
    with pytest.raises(ShelfEnded):
        take_off(ended, AT + HOUR / 2, "lea")
    with pytest.raises(ShelfEnded):
        take_off(SHELF, AT + HOUR, "lea")


def test_the_most_that_any_console_heard_is_kept() -> None:
    over = noted(SHELF, AT + HOUR, "console", 7)
    assert (over.times, over.ended, over.ended_by) == (7, AT + HOUR, "console")
    assert noted(over, AT + HOUR, "console", 3) == over
    early = noted(take_off(SHELF, AT + HOUR / 2, "mo"), AT + 2 * HOUR, "console", 2)
    assert (early.ended, early.ended_by, early.times) == (AT + HOUR / 2, "mo", 2)


@given(
    st.integers(1, int(MOST.total_seconds())),
    st.integers(-86400, 3 * 86400),
    st.sampled_from(Severity),
    st.booleans(),
)
def test_an_expired_shelf_never_hides(lasts: int, later: int, severity: Severity, told: bool) -> None:
    shelf = shelve(replace(ASKED, expires=AT + timedelta(seconds=lasts)), MACHINE, None, [], AT)
    at = AT + timedelta(seconds=later)
    if told:
        shelf = noted(shelf, at, "console", 1)
    assert hidden(shelf, at, severity) == (0 <= later < lasts and severity is not Severity.CRITICAL)
