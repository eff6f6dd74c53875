"""Rules of text for spreadsheets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.spreadsheet import cell, guarded, unguarded

STARTS = ("=", "+", "-", "@", "\t", "\r")


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "=cmd|' /C calc'!A0", "+cmd", "-cmd", "@SUM(A1)", "\t=1", "\r=1", " =1", "-1+cmd|' /C calc'!A0", "=",
        "-", "+49 170 1234567", "＝1+1", "＠x", "'=1",
    ],
)  # fmt: skip
def test_what_a_spreadsheet_might_run_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == "'" + text


@pytest.mark.parametrize(
    "text", ["", "Anna", "安灯呼叫", "-3.5", "+7", "-1,5", "1e-5", "-2%", "a=b", "it's", "'quoted'", "<b>"]
)
def test_other_text_and_numbers_are_left_alone(text: str) -> None:
    assert guarded(text) == text


@given(st.text() | st.text("=+-@'\t\r\n 1.e%＝", max_size=8))
def test_what_is_read_back_is_what_was_written(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.text() | st.text("=+-@'\t\r\n 1a＝", max_size=8))
def test_no_cell_of_text_begins_with_what_is_run(text: str) -> None:
    for shown in (guarded(text), cell(text)):
        assert not shown.startswith(STARTS) or _is_number(shown)


def _is_number(text: str) -> bool:
    try:
        float(text.rstrip("%").replace(",", "."))
    except ValueError:
        return all(sign in "+-0123456789.,eE%" for sign in text)
    return True


@given(st.text())
def test_a_pasted_cell_is_one_cell(text: str) -> None:
    assert not set(cell(text)) & {"\t", "\n", "\r"}


def test_nothing_is_an_empty_cell() -> None:
    assert cell(None) == ""
    assert cell(0) == "0"
