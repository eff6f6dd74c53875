"""Rules of a note on the time axis."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from console.domain.text import TooLong
from console.domain.trend_notes import (
    TEXT_MOST,
    TrendNote,
    TrendNoteBackwards,
    TrendNoteEmpty,
    checked_note,
    rewritten,
)

AT = datetime(2026, 11, 21, 11, 30, tzinfo=UTC)
NOTE = TrendNote("n", "L1/30", AT, AT + timedelta(minutes=5), "New gas bottle", AT, "anna")


def test_a_note_says_something() -> None:
    for text in ("", "   ", "\n\t"):
        with pytest.raises(TrendNoteEmpty):
            checked_note(replace(NOTE, text=text))
    assert checked_note(replace(NOTE, text="  <b>气瓶</b> ")).text == "<b>气瓶</b>"


def test_a_note_is_no_longer_than_the_strictest_database_keeps() -> None:
    assert checked_note(replace(NOTE, text="x" * TEXT_MOST))
    with pytest.raises(TooLong):
        checked_note(replace(NOTE, text="😀" * (TEXT_MOST // 2 + 1)))


def test_a_note_does_not_end_before_it_begins_and_one_without_length_is_of_a_moment() -> None:
    with pytest.raises(TrendNoteBackwards):
        checked_note(replace(NOTE, end=AT - timedelta(seconds=1)))
    assert checked_note(replace(NOTE, end=AT)).end is None


def test_a_note_tells_who_changed_it_only_where_something_changed() -> None:
    later = AT + timedelta(hours=1)
    assert rewritten(NOTE, " New gas bottle ", AT, NOTE.end, later, "bert") is NOTE
    changed = rewritten(NOTE, "Old one again", AT, None, later, "bert")
    assert (changed.text, changed.end, changed.changed, changed.changed_by) == ("Old one again", None, later, "bert")
    assert (changed.by, changed.at) == ("anna", AT)
