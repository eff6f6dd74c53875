"""Rules of payloads: a command that waits is done again as it was given."""

from __future__ import annotations

import dataclasses
import json
import typing
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum
from types import NoneType, UnionType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.domain.commands import KNOWN, Command
from console.domain.text import MOST, TooLong, checked
from console.domain.trail import canonical
from console.records.payloads import heard, know_all, shown, told

know_all()
EVERY = sorted(KNOWN)
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=8)), timezone(timedelta(hours=-5, minutes=-30))])
SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30),
    int: st.integers(-(2**63) + 1, 2**63 - 1),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    date: st.dates(),
    datetime: st.datetimes(datetime(1970, 1, 2), timezones=ZONES),
    NoneType: st.none(),
}
HOSTILE = (
    "<img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0", "../../etc/passwd", "'; DROP TABLE person; --",
    "a\x07\x1b[31mb\x7f\x85c", "invoice\u202egpj.exe\u202c", "\u2066\u200e\ufeff", "安灯 👷", "%s %n {0} \\x00",
)  # fmt: skip


def of_type(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a field's type."""
    if kind in SIMPLE:
        return SIMPLE[kind]
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, UnionType):
        return st.one_of([of_type(each) for each in inner])
    if origin is tuple and inner[-1] is ...:
        return st.lists(of_type(inner[0]), max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(*[of_type(each) for each in inner])
    if origin is typing.Literal:
        return st.sampled_from(inner)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(list(kind))
    assert dataclasses.is_dataclass(kind), f"no command may have a field of the type {kind}"
    return commands(typing.cast(Any, kind))


def commands(kind: type[Any]) -> st.SearchStrategy[Any]:
    """Any command of a kind."""
    hints = typing.get_type_hints(kind)
    return st.builds(kind, **{field.name: of_type(hints[field.name]) for field in dataclasses.fields(kind)})


def text_fields(kind: type[Any]) -> list[str]:
    """Names of the fields that are text."""
    hints = typing.get_type_hints(kind)
    return [
        field.name
        for field in dataclasses.fields(kind)
        if str in (hints[field.name], *typing.get_args(hints[field.name]))
    ]


def words_in(value: Any) -> Iterator[str]:
    """Every text in a payload."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from words_in(each)


def test_there_are_commands() -> None:
    assert len(EVERY) > 5


@pytest.mark.parametrize("name", EVERY)
def test_no_command_has_a_field_that_hides_what_it_is_called(name: str) -> None:
    assert "name" not in {field.name for field in dataclasses.fields(typing.cast(Any, KNOWN[name]))}


@pytest.mark.parametrize("name", EVERY)
def test_a_command_is_heard_as_it_was_told(name: str) -> None:
    @given(commands(KNOWN[name]))
    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
    def survives(command: Command) -> None:
        payload = json.loads(canonical(told(command)))
        assert heard(name, payload) == command

    survives()


@pytest.mark.parametrize("name", EVERY)
def test_hostile_text_in_any_field_of_any_command_is_plain_when_it_is_kept(name: str) -> None:
    @given(commands(KNOWN[name]))
    @settings(max_examples=3, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
    def is_plain(command: Command) -> None:
        for field in text_fields(KNOWN[name]):
            for text in HOSTILE:
                value: Any = text if isinstance(getattr(command, field), str | None) else (text,)
                kept = checked(dataclasses.replace(typing.cast(Any, command), **{field: value}))
                assert not set("".join(words_in(told(kept)))) & set("\x07\x1b\x7f\x85\u202e\u202c\u2066\u200e\ufeff")
                assert checked(kept) is kept
                assert heard(name, json.loads(canonical(told(kept)))) == kept

    is_plain()


@pytest.mark.parametrize("name", EVERY)
def test_endless_text_in_any_field_of_any_command_is_refused(name: str) -> None:
    command = _one(name)
    for field in text_fields(KNOWN[name]):
        value: Any = "x" * (MOST + 1)
        if isinstance(getattr(command, field), tuple):
            value = (value,)
        with pytest.raises(TooLong) as refusal:
            checked(dataclasses.replace(typing.cast(Any, command), **{field: value}))
        assert refusal.value.facts["field"] == field


def _one(name: str) -> Command:
    found: list[Command] = []

    @given(commands(KNOWN[name]))
    @settings(max_examples=1, database=None, derandomize=True)
    def first(command: Command) -> None:
        found.append(command)

    first()
    return found[0]


def test_a_command_of_a_newer_program_is_not_guessed_at() -> None:
    assert heard("CommandOfTomorrow", {}) is None


@pytest.mark.parametrize("payload", [{}, {"person": 3, "called": "x"}, {"person": None}])
def test_a_payload_that_does_not_fit_is_no_command(payload: dict[str, Any]) -> None:
    assert heard("AddPerson", payload) is None


def test_secrets_are_not_shown() -> None:
    payload = {"person": "p1", "pin": "$argon2id$…"}
    assert shown("SetPin", payload) == {"person": "p1", "pin": "…"}
    assert shown("CommandOfTomorrow", payload) == {"person": "…", "pin": "…"}
