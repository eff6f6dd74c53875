"""Rules of text and numbers in commands."""

from __future__ import annotations

import dataclasses
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.text import GREATEST, MOST, NotText, OutOfRange, TooLong, checked, clean, units


class Kind(StrEnum):
    """An enum whose value is text."""

    A = "a"


@dataclass(frozen=True, slots=True)
class Inner:
    """Something inside a command."""

    note: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What a command may hold."""

    text: str = ""
    number: int = 0
    size: float = 0.0
    sure: bool = True
    kind: Kind = Kind.A
    at: datetime | None = None
    many: tuple[str, ...] = ()
    inner: tuple[Inner, ...] = ()


@pytest.mark.parametrize("text", [
    "Anna", "安灯呼叫 30", "Größe ½ µm", "שלום", "العربية", "👷🏽‍♀️ 👍", "a\nb\tc", "<img src=x onerror=alert(1)>",
    "=cmd|' /C calc'!A0", "../../etc/passwd", "C:\\temp", "'; DROP TABLE person; --", "{0} %s &amp;", "می‌خواهم",
])  # fmt: skip
def test_what_people_write_is_kept_as_they_wrote_it(text: str) -> None:
    assert clean(text) == text
    assert checked(Said(text)).text == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\x07b\x1b[31mc\x7fd\x9be", "ab[31mcde"),
        ("invoice\u202egpj.exe", "invoicegpj.exe"),
        ("\u2066a\u2069\u200e\u200fb\u061c", "ab"),
        ("\ufeffa\u200bb\u00adc\u2060d", "abcd"),
        ("a\r\nb\rc\x85d\u2028e\u2029f\x0bg\x0ch", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("flag \U0001f3f4\U000e0067\U000e007f", "flag \U0001f3f4"),
        ("a\ufff9b", "ab"),
        ("Cafe\u0301", "Caf\u00e9"),
        ("\u212b", "\u00c5"),
    ],
)
def test_what_cannot_be_seen_is_not_kept(text: str, kept: str) -> None:
    assert clean(text) == kept


@given(st.text(alphabet=st.characters(exclude_characters="\x00", exclude_categories=["Cs"])))
def test_clean_text_is_clean_and_nothing_in_it_acts(text: str) -> None:
    kept = clean(text)
    assert clean(kept) == kept
    assert unicodedata.is_normalized("NFC", kept)
    assert not [c for c in kept if unicodedata.category(c) in ("Cc", "Zl", "Zp") and c not in "\n\t"]
    turning = ("RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI", "FSI", "PDI")
    assert not [c for c in kept if unicodedata.bidirectional(c) in turning]


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "a\udfff"])
@pytest.mark.parametrize("place", ["text", "many", "inner"])
def test_what_is_no_text_is_refused_wherever_it_stands(text: str, place: str) -> None:
    values = {"text": text, "many": ("fine", text), "inner": (Inner("fine"), Inner(text))}
    with pytest.raises(NotText) as refusal:
        checked(Said(**{place: values[place]}))  # type: ignore[arg-type]
    assert refusal.value.facts["field"] in (place, "note")


def test_text_inside_tuples_and_values_is_cleaned_too() -> None:
    said = checked(Said("a\x01", many=("b\x02", "c"), inner=(Inner("d\x03"), Inner("e"))))
    assert said == Said("a", many=("b", "c"), inner=(Inner("d"), Inner("e")))


def test_a_command_that_needs_no_change_is_the_same_object() -> None:
    said = Said("a", 3, 1.5, False, Kind.A, datetime(2026, 1, 1, tzinfo=UTC), ("x",), (Inner("y"),))
    assert checked(said) is said


def test_an_enum_stays_an_enum() -> None:
    assert checked(dataclasses.replace(Said("a\x01"), kind=Kind.A)).kind is Kind.A


def test_text_that_is_too_long_is_refused_with_its_field_and_the_limit() -> None:
    checked(Said("x" * MOST))
    with pytest.raises(TooLong) as refusal:
        checked(Said("x" * (MOST + 1)))
    assert refusal.value.facts == {"field": "text", "most": MOST}


def test_length_is_counted_as_the_strictest_database_counts() -> None:
    assert (units("abc"), units("安灯"), units("👷")) == (3, 2, 2)
    with pytest.raises(TooLong):
        checked(Said("👷" * (MOST // 2 + 1)))


@pytest.mark.parametrize("wrong", [
    {"size": float("nan")}, {"size": float("inf")}, {"size": float("-inf")},
    {"number": GREATEST + 1}, {"number": -GREATEST - 1},
])  # fmt: skip
def test_numbers_that_no_database_keeps_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(OutOfRange) as refusal:
        checked(Said(**wrong))  # type: ignore[arg-type]
    assert refusal.value.facts["field"] in wrong
