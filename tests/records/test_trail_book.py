"""Rules of the trail in a database: lines are found again as they were written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from console.domain.trail import BEGINNING, Change, TrailLine, Verdict, line_hash
from console.records.local import LocalRecords
from console.records.rawlines import believed, lines_called
from console.records.trail import Asked, append, count, head, known, lines_after, search
from tests.records.things import open_things

AT = datetime(2026, 11, 21, 6, 0, tzinfo=UTC)


def line(number: int, **more: object) -> TrailLine:
    """A line that is not in a chain yet."""
    change = Change("thing", f"t{number % 3}", 1, "", None, {"name": "ü", "weight": 0.1})
    made = TrailLine(
        0, f"c{number}", AT + timedelta(hours=number), AT, "anna", "console-1", "Keep", {"a": [1]}, (change,)
    )
    return replace(made, **more)  # type: ignore[arg-type]


@pytest.fixture
def local(tmp_path: Path) -> Iterator[LocalRecords]:
    with open_things(tmp_path / "records.db") as opened:
        yield opened


@pytest.fixture
def book(local: LocalRecords) -> list[TrailLine]:
    """Ten lines."""
    others = {3: {"who": "bob"}, 4: {"command": "Drop"}, 5: {"verdict": Verdict.REFUSED, "note": {"code": "missing"}}}
    others |= {6: {"console": "console-2"}, 7: {"verdict": Verdict.SETTLED, "about": "c5"}, 8: {"changes": ()}}
    with local.writing() as db:
        return append(db, [line(number, **others.get(number, {})) for number in range(10)])


def test_an_empty_trail_has_a_head(local: LocalRecords) -> None:
    with local.reading() as db:
        assert head(db) == (0, BEGINNING)


def test_lines_are_read_as_they_were_written(local: LocalRecords, book: list[TrailLine]) -> None:
    with local.reading() as db:
        assert lines_after(db, 0, 100) == book
        assert lines_after(db, 4, 2) == book[4:6]
        assert [believed(db, line) for line in lines_called(db, ["c7", "none"])] == [book[7]]
        assert head(db) == (10, book[-1].hash)
    assert all(each.hash == line_hash(each) for each in book)


def test_a_line_goes_on_where_the_chain_ended(local: LocalRecords, book: list[TrailLine]) -> None:
    with local.writing() as db:
        assert append(db, []) == []
        (more,) = append(db, [line(10)])
    assert (more.seq, more.previous) == (11, book[-1].hash)


def test_commands_that_have_a_line_are_known(local: LocalRecords, book: list[TrailLine]) -> None:
    with local.reading() as db:
        assert known(db, [f"c{number}" for number in range(5, 2000)]) == {f"c{number}" for number in range(5, 10)}
        assert known(db, []) == set()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Asked(), [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]),
        (Asked(who="bob"), [3]),
        (Asked(command="Drop"), [4]),
        (Asked(verdict="refused"), [5]),
        (Asked(console="console-2"), [6]),
        (Asked(since=AT + timedelta(hours=8)), [9, 8]),
        (Asked(until=AT + timedelta(hours=2)), [1, 0]),
        (Asked(kind="thing", id="t0"), [9, 6, 3, 0]),
        (Asked(kind="thing", who="anna", limit=3), [9, 7, 6]),
        (Asked(before=4), [2, 1, 0]),
        (Asked(kind="person"), []),
    ],
)
def test_lines_are_found_by_what_they_tell(
    local: LocalRecords, book: list[TrailLine], asked: Asked, found: list[int]
) -> None:
    with local.reading() as db:
        assert [each.id for each in search(db, asked)] == [f"c{number}" for number in found]


def test_counting_does_not_stop_at_a_page(local: LocalRecords, book: list[TrailLine]) -> None:
    with local.reading() as db:
        assert count(db, Asked(kind="thing", limit=2, before=3)) == 9
