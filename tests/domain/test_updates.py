"""Announcements of newer versions: what is one, what is newer, and that nothing from outside does harm."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.updates import NOTE_MOST, Announcement, Untold, Why, newer, read_announcement

NAMES = st.sampled_from(["product", "version", "released", "notes", "en"])


def test_an_announcement_tells_version_day_and_a_sentence_in_each_language() -> None:
    raw = {
        "product": "gemba-console",
        "version": "1.10.0",
        "released": "2026-12-01",
        "notes": {"en": "A", "zh_CN": "甲"},
    }
    found = read_announcement(b"\xef\xbb\xbf" + json.dumps(raw).encode())
    assert found == Announcement("1.10.0", date(2026, 12, 1), {"en": "A", "zh_CN": "甲"})


def test_a_version_is_all_that_an_announcement_needs() -> None:
    assert read_announcement(b'{"version": "2.0", "released": 7, "notes": ["x"]}') == Announcement("2.0")
    assert read_announcement(b'{"version": "2.0", "notes": "only this"}').notes == {"en": "only this"}


def test_a_long_note_is_cut_and_one_in_an_unknown_language_left_out() -> None:
    raw = {"version": "2.0", "notes": {"en": "x" * 5000, "tlh": "nuqneH", "zh_CN": 7}}
    assert read_announcement(json.dumps(raw).encode()).notes == {"en": "x" * NOTE_MOST}


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"<html>sign in</html>",
        b"[1]",
        b'"1.0"',
        b"{}",
        b'{"version": 2}',
        b'{"version": "latest"}',
        b'{"version": "2"}',
        b'{"version": "1.2.3.4.5"}',
        b'{"version": "1.123456"}',
        b'{"version": "-1.2"}',
        b'{"version": "1.2\\n"}',
        '{"version": "１.２"}'.encode(),
        b'{"version": "<b>9.9</b>"}',
        b'{"version": "9.9; rm -rf /"}',
        b"[" * 60_000,
        b'{"version": ' + b"9" * 5000 + b"}",
        b"\xff\xfe{",
    ],
)
def test_what_is_no_announcement_is_told_to_be_none(raw: bytes) -> None:
    with pytest.raises(Untold) as told:
        read_announcement(raw)
    assert told.value.why is Why.UNREADABLE


def test_the_announcement_of_another_program_is_not_ours() -> None:
    with pytest.raises(Untold) as told:
        read_announcement(b'{"product": "other", "version": "9.0"}')
    assert told.value.why is Why.FOREIGN


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.just("1.2"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES | st.text(max_size=5), inner, max_size=4),
    max_leaves=9,
)


@settings(max_examples=40)
@given(st.binary(max_size=200) | st.dictionaries(NAMES, ANY).map(lambda told: json.dumps(told).encode()))
def test_no_answer_stops_anything(raw: bytes) -> None:
    with suppress(Untold):
        assert read_announcement(raw).version


@pytest.mark.parametrize(
    ("offered", "running", "is_newer"),
    [
        ("1.10.0", "1.9.2", True),
        ("0.1.1", "0.1.0", True),
        ("0.2", "0.1.9.9", True),
        ("0.1.0", "0.1.0", False),
        ("0.1", "0.1.0", False),
        ("0.0.9", "0.1.0", False),
        ("1.0", "nightly", False),
        ("nightly", "0.1.0", False),
    ],
)
def test_versions_are_compared_by_their_numbers(offered: str, running: str, is_newer: bool) -> None:
    assert newer(offered, running) is is_newer
