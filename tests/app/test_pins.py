"""PINs and badges: which are good enough, and that what is kept gives nothing away."""

from __future__ import annotations

import statistics
import time

import pytest
from argon2 import extract_parameters
from hypothesis import given, settings
from hypothesis import strategies as st

from console.app import pins
from console.app.pins import BadgeUnreadable, PinLength, PinNotDigits, PinTooSimple


@pytest.mark.parametrize("pin", ["2580", "1379", "112233", "0001", "908172635445"])
def test_a_pin_of_four_to_twelve_digits_is_good(pin: str) -> None:
    assert pins.checked(pin) == pin


@pytest.mark.parametrize("pin", ["123", "1" * 13, "２５８"])
def test_a_pin_has_four_to_twelve_digits(pin: str) -> None:
    with pytest.raises(PinLength) as refusal:
        pins.checked(pin)
    assert refusal.value.facts == {"shortest": 4, "longest": 12}


@pytest.mark.parametrize("pin", ["", "12a4", "25 80", "-2580", "２５八零", "²⁵⁸٠", "٢٥٨٠", "\ud800\ud800\ud800\ud800"])
def test_a_pin_has_only_digits(pin: str) -> None:
    with pytest.raises(PinNotDigits):
        pins.checked(pin)


@pytest.mark.parametrize("pin", ["0000", "1111", "999999999999", "1234", "0123", "4321", "987654", "7890", "12345678"])
def test_a_pin_is_not_what_everybody_tries_first(pin: str) -> None:
    with pytest.raises(PinTooSimple):
        pins.checked(pin)


def test_digits_of_a_chinese_keyboard_are_the_same_pin() -> None:
    assert pins.checked(" ２５８０") == "2580"
    assert pins.matches("２５８０ ", pins.hashed("2580"))


def test_a_pin_is_kept_as_argon2id_with_a_salt_of_its_own() -> None:
    first, second = pins.hashed("2580"), pins.hashed("2580")
    assert first != second
    assert "2580" not in first
    told = extract_parameters(first)
    assert first.startswith("$argon2id$")
    assert (told.time_cost, told.memory_cost, told.parallelism) == (pins.PASSES, pins.MEMORY_KIB, pins.LANES)
    assert (told.salt_len, told.hash_len) == (16, 32)
    assert pins.matches("2580", first)
    assert not pins.matches("2581", first)


@pytest.mark.parametrize("kept", ["", "no hash at all", "$argon2id$v=19$m=1,t=1,p=1$$"])
def test_nobody_gets_in_without_a_hash(kept: str) -> None:
    assert not pins.matches("2580", kept)
    assert not pins.matches("", kept)


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=20))
def test_no_text_gets_in_or_breaks_the_check(text: str) -> None:
    assert not pins.matches(text, "")


def test_a_missing_pin_takes_as_long_as_a_wrong_one() -> None:
    kept = pins.hashed("2580")
    wrong, missing = [], []
    for _ in range(5):
        for times, against in ((wrong, kept), (missing, "")):
            began = time.perf_counter()
            pins.matches("1379", against)
            times.append(time.perf_counter() - began)
    ratio = statistics.median(missing) / statistics.median(wrong)
    print(f"a wrong PIN {1000 * statistics.median(wrong):.0f} ms, a missing one {ratio:.2f} times that")
    assert 0.5 < ratio < 2


def test_a_badge_is_found_however_the_scanner_writes_it() -> None:
    assert (
        len({pins.badge_hash(text) for text in ("04a17b2c", " 04A17B2C\r\n", "04 A1 7B 2C", "０４Ａ１７Ｂ２Ｃ")}) == 1
    )
    assert pins.badge_hash("04A17B2C") != pins.badge_hash("04A17B2D")
    assert len(pins.badge_hash("04A17B2C")) == 64


@pytest.mark.parametrize("number", ["", "12", "x" * 65, "工牌12345", "12\x0034\x02"])
def test_what_is_no_badge_number_is_refused(number: str) -> None:
    with pytest.raises(BadgeUnreadable):
        pins.badge_hash(number)
