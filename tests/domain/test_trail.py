"""Rules of the trail: what a line's hash covers, and how lines hold on to each other."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.trail import (
    BEGINNING,
    Change,
    TrailLine,
    Verdict,
    canonical,
    chained,
    heard_change,
    line_hash,
    moment,
    told_change,
)

AT = datetime(2026, 11, 21, 6, 0, tzinfo=UTC)
CHANGE = Change("person", "p1", 2, "0190", {"name": "Anna"}, {"name": "Änne", "active": True})
LINE = TrailLine(7, "0191", AT, AT, "anna", "console-1", "ChangePerson", {"called": "Änne"}, (CHANGE,))
OTHER: dict[str, Any] = {
    "seq": 8,
    "id": "0192",
    "at": AT + timedelta(microseconds=1),
    "written": AT + timedelta(microseconds=1),
    "who": "bob",
    "console": "console-2",
    "command": "AddPerson",
    "payload": {"called": "Anne"},
    "changes": (replace(CHANGE, held=True),),
    "verdict": Verdict.REFUSED,
    "about": "0191",
    "note": {"code": "missing"},
    "previous": "1" * 64,
}


@pytest.mark.parametrize("name", [field.name for field in fields(TrailLine) if field.name != "hash"])
def test_a_line_with_another_value_in_any_field_has_another_hash(name: str) -> None:
    assert line_hash(replace(LINE, **{name: OTHER[name]})) != line_hash(LINE)


@pytest.mark.parametrize("change", [
    replace(CHANGE, kind="skill"), replace(CHANGE, id="p2"), replace(CHANGE, version=3), replace(CHANGE, base="x"),
    replace(CHANGE, before=None), replace(CHANGE, after=None), replace(CHANGE, after={"name": "Änne", "active": False}),
])  # fmt: skip
def test_a_line_with_another_change_has_another_hash(change: Change) -> None:
    assert line_hash(replace(LINE, changes=(change,))) != line_hash(LINE)


def test_the_hash_is_over_the_canonical_json_of_all_fields_in_their_order() -> None:
    told = [7, "0191", moment(AT), moment(AT), "anna", "console-1", "ChangePerson", {"called": "Änne"}]
    rest = [[told_change(CHANGE)], "done", "", {}, BEGINNING]
    text = json.dumps([*told, *rest], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert line_hash(LINE) == hashlib.sha256(text.encode()).hexdigest()


def test_each_line_of_a_chain_carries_the_hash_of_the_one_before() -> None:
    first = chained(LINE, 1, BEGINNING)
    second = chained(LINE, 2, first.hash)
    assert (first.previous, second.previous) == (BEGINNING, first.hash)
    assert second.hash == line_hash(second)
    assert second.hash != line_hash(replace(second, previous=BEGINNING))


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


@given(values)
def test_canonical_json_reads_back_as_what_was_written(value: object) -> None:
    assert json.loads(canonical(value)) == value


def test_canonical_json_does_not_depend_on_the_order_in_which_fields_were_set() -> None:
    assert (
        canonical({"b": 1, "a": [1.0, "é"]})
        == canonical(dict([("a", [1.0, "é"]), ("b", 1)]))
        == '{"a":[1.0,"é"],"b":1}'
    )


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_cannot_be_told(value: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        canonical({"weight": value})


@given(st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=8)), timezone(timedelta(hours=-3.5))])))
def test_moments_are_27_characters_and_read_back(at: datetime) -> None:
    try:
        at.astimezone(UTC)
    except OverflowError:  # before the year 1 or after 9999 in UTC
        return
    text = moment(at)
    assert (len(text), text[-1]) == (27, "Z")
    assert datetime.fromisoformat(text) == at


@given(st.lists(st.datetimes(datetime(1990, 1, 1), timezones=st.just(UTC)), max_size=5))
def test_moments_sort_as_time_does(times: list[datetime]) -> None:
    assert sorted(map(moment, times)) == list(map(moment, sorted(times)))


def test_a_time_without_a_zone_is_no_moment() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        moment(datetime(2026, 11, 21))


@pytest.mark.parametrize("change", [CHANGE, replace(CHANGE, held=True), replace(CHANGE, before=None, after=None)])
def test_a_change_is_heard_as_it_was_told(change: Change) -> None:
    assert heard_change(json.loads(canonical(told_change(change)))) == change
