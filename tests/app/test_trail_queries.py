"""Rules of reading the trail: who did what, what a record was, and no secret on any screen or in any file."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from console.app.queries import trail
from console.app.queries.trail import Wanted
from console.app.trailexport import COLUMNS, Headings, TrailExport
from console.domain.commands import CONSOLE
from console.domain.commands.people import AddOperation, AddPerson, ChangePerson, RemoveSkill, SetPin, SetSkill
from tests.app.guarded import Guarded
from tests.app.staffed import ADA, NOON, pin_hash


@pytest.fixture
def plant(tmp_path: Path) -> Iterator[Guarded]:
    """Anna over four hours, one thing an hour; then a skill that comes and goes."""
    made = Guarded(tmp_path)
    made.must(AddPerson("anna", "Anna", "2"), who=ADA)
    for hour, name in enumerate(("Anna A", "Anna B", "Anna C"), 1):
        made.wall = NOON + hour * 3600
        made.must(ChangePerson("anna", name, "2"), who=ADA)
    made.must(SetPin("anna", pin_hash()))
    made.must(AddOperation("weld", "Welding", "L1"))
    made.must(SetSkill("anna", "weld", 3))
    made.must(RemoveSkill("anna", "weld"))
    yield made
    made.close()


def ask(plant: Guarded, job: Callable[[Any], Any]) -> Any:
    """The answer of a job on the records."""
    box: list[Any] = []
    plant.office.run(job, box.append, box.append)
    return plant.wait(box)


def hour(number: float) -> datetime:
    return datetime.fromtimestamp(NOON + number * 3600, UTC)


def commands(lines: list[Any]) -> list[str]:
    return [shown.line.command for shown in lines]


def test_lines_come_in_pages_the_last_first(plant: Guarded) -> None:
    first = ask(plant, trail.page(Wanted(), limit=3))
    rest = ask(plant, trail.page(Wanted(), before=first[-1].seq, limit=100))
    assert [shown.seq for shown in (*first, *rest)] == list(range(9, 0, -1))
    assert ask(plant, trail.how_many(Wanted())) == 9


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(command="ChangePerson"), 3),
        (Wanted(who=ADA), 5),
        (Wanted(who=CONSOLE), 4),
        (Wanted(since=hour(1), until=hour(3)), 2),
        (Wanted(kind="person", id="anna"), 4),
        (Wanted(kind="skill"), 2),
        (Wanted(verdict="refused"), 0),
    ],
)
def test_lines_are_chosen_by_who_what_when_and_record(plant: Guarded, wanted: Wanted, found: int) -> None:
    assert len(ask(plant, trail.page(wanted))) == ask(plant, trail.how_many(wanted)) == found


def test_a_history_tells_each_field_before_and_after(plant: Guarded) -> None:
    lines = ask(plant, trail.history("person", "anna"))
    assert commands(lines) == ["ChangePerson"] * 3 + ["AddPerson"]
    (change,) = lines[0].changes
    assert [(one.name, one.before, one.after) for one in change.fields] == [("name", "Anna B", "Anna C")]
    assert (change.version, change.label, lines[0].name) == (4, "Anna C (2)", "Ada")
    (first,) = lines[-1].changes
    assert first.new
    assert ("number", None, "2") in [(one.name, one.before, one.after) for one in first.fields]


def test_what_was_removed_is_told_with_what_it_was(plant: Guarded) -> None:
    (line,) = ask(plant, trail.page(Wanted(command="RemoveSkill")))
    (change,) = line.changes
    assert change.gone
    assert change.label == "Anna C · Welding"
    assert ("level", 3, None) in [(one.name, one.before, one.after) for one in change.fields]


def test_secrets_are_in_no_line(plant: Guarded) -> None:
    (line,) = ask(plant, trail.page(Wanted(command="SetPin")))
    assert line.payload["pin"] == "…"
    assert "argon2" not in str((line.payload, line.changes))


@pytest.mark.parametrize(
    ("at", "name", "version"),
    [(-1, None, 0), (0.5, "Anna", 1), (1, "Anna A", 2), (2.9, "Anna B", 3), (99, "Anna C", 4)],
)
def test_a_record_is_shown_as_it_was_at_a_time(plant: Guarded, at: float, name: str | None, version: int) -> None:
    state = ask(plant, trail.state_at("person", "anna", hour(at)))
    assert (state.values["name"] if state.values else None, state.version) == (name, version)


def test_all_records_of_a_kind_are_shown_as_they_were(plant: Guarded) -> None:
    assert [s.values["name"] for s in ask(plant, trail.records_at("person", hour(1.5)))] == ["Ada", "Anna A"]
    assert ask(plant, trail.records_at("skill", hour(99))) == []
    plant.wall += 3600
    plant.must(SetSkill("anna", "weld", 4))
    assert [s.values["level"] for s in ask(plant, trail.records_at("skill", hour(99)))] == [4]
    hidden = ask(plant, trail.records_at("credential", hour(99)))
    assert {state.values["pin"] for state in hidden} == {"…"}


def test_a_clock_that_was_set_back_does_not_turn_history_around(plant: Guarded) -> None:
    plant.wall = NOON + 1800
    plant.must(ChangePerson("anna", "Anna D", "2"))
    assert ask(plant, trail.state_at("person", "anna", hour(99))).values["name"] == "Anna D"


def test_records_are_found_by_typing(plant: Guarded) -> None:
    assert [f.label for f in ask(plant, trail.find_records("person", "nna"))] == ["Anna C (2)"]
    assert [f.kind for f in ask(plant, trail.find_records("", "weld"))] == ["operation"]
    assert ask(plant, trail.find_records("", "%")) == []


def test_choices_are_what_the_trail_holds(plant: Guarded) -> None:
    found = ask(plant, trail.choices)
    assert found.people == {"ada": "Ada", "anna": "Anna C"}
    assert found.names == {"ada": "Ada", "anna": "Anna C", "weld": "Welding"}
    assert "SetPin" in found.commands
    assert found.lines == 9


def test_a_line_that_cannot_be_read_does_not_hide_the_others(plant: Guarded) -> None:
    plant.sql("UPDATE trail SET changes = '{' WHERE seq = 4")
    lines = ask(plant, trail.page(Wanted()))
    assert len(lines) == 9
    assert [shown.seq for shown in lines if shown.line is None] == [4]


# The file


def export(plant: Guarded, path: Path, wanted: Wanted = Wanted()) -> Any:  # noqa: B008
    """What came of writing a file."""
    words = Headings(tuple(f"c{n}" for n in range(COLUMNS)), {"AddPerson": "Add a person"}, {"done": "Done"}, zone=UTC)
    box: list[Any] = []
    TrailExport(plant.office, plant.mailbox).start(path, wanted, words, lambda share: None, box.append)
    return plant.wait(box)


def test_a_file_holds_every_line_that_fits_and_no_secret(plant: Guarded, tmp_path: Path) -> None:
    path = tmp_path / "trail.csv"
    plant.must(AddPerson("evil", "=cmd|' /C calc'!A0", "7"))
    assert export(plant, path) == 10
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert b"argon2" not in raw
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines()))
    assert len(rows) == 11
    assert {len(row) for row in rows} == {COLUMNS}
    assert rows[-1][1] == "2026-11-21 12:00:00"
    assert all(not cell.startswith(("=", "+", "@")) for row in rows for cell in row)
    assert export(plant, path, Wanted(kind="skill")) == 2


def test_a_file_that_cannot_be_written_is_refused_and_leaves_nothing(plant: Guarded, tmp_path: Path) -> None:
    outcome = export(plant, tmp_path / "nowhere" / "trail.csv")
    assert outcome.code == "not_saved"
    assert not list(tmp_path.glob("*.part"))


def test_an_export_that_was_stopped_leaves_no_file(plant: Guarded, tmp_path: Path) -> None:
    path, box = tmp_path / "trail.csv", list[Any]()
    export = TrailExport(plant.office, plant.mailbox)
    export.start(path, Wanted(), Headings(("",) * COLUMNS), lambda share: None, box.append)
    export.stop()
    assert plant.wait(box) is None
    assert not path.exists()
    assert not list(tmp_path.glob("*.part"))


def test_history_and_state_of_a_record_agree(plant: Guarded) -> None:
    for shown in ask(plant, trail.history("person", "anna")):
        state = ask(plant, trail.state_at("person", "anna", shown.line.at + timedelta(seconds=1)))
        assert state.seq == shown.seq
