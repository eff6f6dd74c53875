"""Rules of notes on the time axis in a console: who may, where they are found, what the trail keeps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from console.app.queries.trail import history
from console.app.queries.trends import NoteShown, notes_between
from console.domain.commands import CONSOLE, Command
from console.domain.commands.people import AddPerson
from console.domain.commands.trends import AddTrendNote, ChangeTrendNote, RemoveTrendNote
from console.domain.people import Grant, Role
from console.domain.trend_notes import TrendNote
from tests.app.calling import Works


@pytest.fixture(scope="module")
def works(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Works]:
    made = Works(tmp_path_factory.mktemp("works"))
    made.staff()
    for id, scope in (("opal", ("Suzhou", "Body", "L1")), ("otto", ("Suzhou", "Body", "L1")), ("far", ("Wuhan",))):
        made.give(AddPerson(id, id.title(), f"{id}-1", (Grant(Role.OPERATOR, scope),)))
    yield made
    made.close()


def outcome(works: Works, command: Command, who: str) -> str:
    """The code of the refusal, "" where it was done."""
    box: list[Any] = []
    works.console.office.do(command, box.append, box.append, who=who)
    works.until(lambda: box)
    return getattr(box[0], "code", "") if isinstance(box[0], Exception) else ""


def ask(works: Works, query: Any) -> Any:
    box: list[Any] = []
    works.console.office.ask(query, box.append, box.append)
    works.until(lambda: box)
    return box[0]


def notes(works: Works, places: Any = None, hours: float = 48.0) -> dict[str, NoteShown]:
    since, until = works.now - timedelta(hours=hours), works.now + timedelta(hours=hours)
    return {one.note.id: one for one in ask(works, notes_between(since, until, places))}


def test_whoever_works_there_writes_a_note_and_nobody_from_elsewhere(works: Works) -> None:
    note = AddTrendNote("n1", "L1/10", works.now, None, "  New <b>gas</b> bottle\n", "L1/10/temperature")
    assert outcome(works, note, "far") == "not_allowed"
    assert outcome(works, note, "") == "sign_in_needed"
    assert outcome(works, note, "opal") == ""
    shown = notes(works)["n1"]
    assert (shown.note.text, shown.note.by, shown.by) == ("New <b>gas</b> bottle", "opal", "Opal")
    assert (shown.note.start, shown.note.end, shown.note.signal) == (works.now, None, "L1/10/temperature")
    assert shown.waiting, "no shared database has it yet"
    assert outcome(works, note, "opal") == "already_there"


def test_the_own_note_is_changed_by_its_writer_and_by_who_leads_there_but_not_by_others(works: Works) -> None:
    assert outcome(works, AddTrendNote("n2", "L1/10", works.now, None, "Old"), "opal") == ""
    change = ("n2", "L1/10", "opal", works.now, works.now + timedelta(minutes=5))
    assert outcome(works, ChangeTrendNote(*change, "By a colleague"), "otto") == "not_allowed"
    assert outcome(works, ChangeTrendNote(*change, "By the writer"), "opal") == ""
    assert outcome(works, ChangeTrendNote(*change, "By the leader"), "lea") == ""
    note = notes(works)["n2"].note
    assert (note.text, note.changed_by, note.by) == ("By the leader", "lea", "opal")
    assert outcome(works, RemoveTrendNote("n2", "L1/10", "opal"), "otto") == "not_allowed"
    assert outcome(works, RemoveTrendNote("n2", "L1/10", "opal"), "opal") == ""
    assert "n2" not in notes(works)


def test_nobody_reaches_a_note_by_naming_another_place_or_writer(works: Works) -> None:
    assert outcome(works, AddTrendNote("n3", "L1/10", works.now, None, "Mine"), "opal") == ""
    told = (works.now, None, "Yours")
    assert outcome(works, ChangeTrendNote("n3", "L1/10", "otto", *told), "otto") == "missing"
    assert outcome(works, RemoveTrendNote("n3", "Wuhan", "far"), "far") == "missing"
    assert outcome(works, ChangeTrendNote("n3", "L1/20", "opal", *told), "opal") == "missing"
    assert notes(works)["n3"].note.text == "Mine"


def test_who_has_not_seen_the_last_change_is_told(works: Works) -> None:
    assert outcome(works, AddTrendNote("n4", "L1/10", works.now, None, "First"), "opal") == ""
    assert outcome(works, ChangeTrendNote("n4", "L1/10", "opal", works.now, None, "Second", 1), "opal") == ""
    late = ChangeTrendNote("n4", "L1/10", "opal", works.now, None, "Third", 1)
    assert outcome(works, late, "lea") == "changed_meanwhile"
    assert outcome(works, RemoveTrendNote("n4", "L1/10", "opal", 1), "lea") == "changed_meanwhile"
    assert notes(works)["n4"].note.text == "Second"


def test_notes_are_found_by_place_and_time_and_those_of_everywhere_always(works: Works) -> None:
    day = timedelta(days=30)
    for id, where, start, end in (
        ("here", "L1/10", works.now - day, None),
        ("there", "L1/20", works.now - day, None),
        ("all", "", works.now - day, None),
        ("long", "L1/10", works.now - 2 * day, works.now - day + timedelta(minutes=1)),
        ("before", "L1/10", works.now - 2 * day, None),
    ):
        assert outcome(works, AddTrendNote(id, where, start, end, id), CONSOLE) == ""
    since, until = works.now - day, works.now - day + timedelta(hours=1)
    found = ask(works, notes_between(since, until, ["L1/10"]))
    assert [one.note.id for one in found] == ["long", "all", "here"]
    assert "there" in {one.note.id for one in ask(works, notes_between(since, until))}


def test_a_note_that_says_nothing_or_ends_before_it_begins_is_refused(works: Works) -> None:
    assert outcome(works, AddTrendNote("n5", "L1/10", works.now, None, "  "), "opal") == "trend_note_empty"
    backwards = AddTrendNote("n5", "L1/10", works.now, works.now - timedelta(seconds=1), "x")
    assert outcome(works, backwards, "opal") == "trend_note_backwards"
    assert outcome(works, AddTrendNote("n5", "L1/10", works.now, None, "x" * 600), "opal") == "too_long"


def test_the_trail_keeps_a_note_that_was_removed(works: Works) -> None:
    assert outcome(works, AddTrendNote("n6", "L1/10", works.now, None, "Gone soon"), "opal") == ""
    assert outcome(works, RemoveTrendNote("n6", "L1/10", "opal"), "opal") == ""
    assert ask(works, lambda desk: desk.get(TrendNote, "n6")) is None
    box: list[Any] = []
    works.console.office.run(history("trend_note", "n6"), box.append, box.append)
    works.until(lambda: box)
    assert [shown.line.command for shown in box[0]] == ["RemoveTrendNote", "AddTrendNote"]
