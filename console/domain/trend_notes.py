"""Notes on the time axis: what a person wrote at a time, or about a stretch of time, of a place or a signal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from console.domain.errors import Refusal
from console.domain.text import TooLong, units

TEXT_MOST = 500  # characters as the strictest database counts them


class TrendNoteEmpty(Refusal):
    """There is nothing in it."""

    code = "trend_note_empty"


class TrendNoteBackwards(Refusal):
    """It ends before it begins."""

    code = "trend_note_backwards"


@dataclass(frozen=True, slots=True)
class TrendNote:
    """One note. A note of a moment has no `end`."""

    id: str
    place: str  # id of the station, line, area or site; "" = everywhere
    start: datetime
    end: datetime | None
    text: str
    at: datetime  # when it was written
    by: str  # person
    signal: str = ""  # what it is about, "L1/30/temperature"; "" = the place
    changed: datetime | None = None  # when its text or time was changed last
    changed_by: str = ""


def checked_note(note: TrendNote) -> TrendNote:
    """The note with its text trimmed and a stretch without length as a moment; TrendNoteEmpty, TrendNoteBackwards,
    TooLong."""
    text = note.text.strip()
    if not text:
        raise TrendNoteEmpty
    if units(text) > TEXT_MOST:
        raise TooLong(field="text", most=TEXT_MOST)
    if note.end is not None and note.end < note.start:
        raise TrendNoteBackwards
    return replace(note, text=text, end=None if note.end == note.start else note.end)


def rewritten(note: TrendNote, text: str, start: datetime, end: datetime | None, at: datetime, by: str) -> TrendNote:
    """The note with another text or time; one that says the same as before is the same note."""
    new = checked_note(replace(note, text=text, start=start, end=end))
    return note if new == note else replace(new, changed=at, changed_by=by)
