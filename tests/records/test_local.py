"""Rules of the local records: what is given is durable as a whole or not at all, once, in order."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from console.domain.errors import Refusal
from console.domain.text import NotText, OutOfRange
from console.domain.trail import BEGINNING, line_hash
from console.records import schema
from console.records.local import Done, LocalRecords
from console.records.trail import lines_after
from tests.records.things import Drop, Keep, Thing, Unwanted, given, keep, open_things


@pytest.fixture
def local(tmp_path: Path) -> Iterator[LocalRecords]:
    with open_things(tmp_path / "records.db") as opened:
        yield opened


def names(local: LocalRecords) -> list[str]:
    """Of all things."""
    return [thing.name for thing in local.ask(lambda desk: desk.find(Thing))]


def waiting(local: LocalRecords) -> list[str]:
    """Ids of the commands in the outbox, in order."""
    with local.reading() as db:
        return list(db.execute(schema.outbox.select().order_by(schema.outbox.c.seq)).scalars("id"))


def test_what_was_done_is_in_the_file_when_the_answer_comes(local: LocalRecords) -> None:
    done = keep(local, Thing("a", "one"))
    stranger = sqlite3.connect(local.path)
    assert stranger.execute("SELECT name, version, last FROM thing").fetchall() == [("one", 1, done.id)]
    (line,) = stranger.execute("SELECT seq, id, who, console, command, verdict FROM trail").fetchall()
    assert line == (1, done.id, "anna", "console-1", "Keep", "done")
    assert stranger.execute("SELECT kind, id, seq FROM touched").fetchall() == [("thing", "a", 1)]
    assert stranger.execute("SELECT seq, id FROM outbox").fetchall() == [(1, done.id)]
    stranger.close()


def test_commits_wait_for_the_disk(local: LocalRecords) -> None:
    with local.writing() as db:
        assert db.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert db.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def test_a_command_given_twice_is_done_once(local: LocalRecords) -> None:
    once = given(Keep((Thing("a", "one"),)))
    local.give([once])
    keep(local, Thing("a", "two"))
    (again,) = local.give([once])
    assert again == Done(once.stamp.id)
    assert names(local) == ["two"]
    assert len(waiting(local)) == 2


def test_a_command_twice_in_one_batch_is_done_once(local: LocalRecords) -> None:
    once = given(Keep((Thing("a", "one"),)))
    first, second = local.give([once, once])
    assert isinstance(first, Done)
    assert first.changes
    assert second == Done(once.stamp.id)


def test_a_refused_command_twice_in_one_batch_is_refused_twice(local: LocalRecords) -> None:
    refused = given(Keep((), refuse=True))
    assert [type(result) for result in local.give([refused, refused])] == [Unwanted, Unwanted]


def test_of_64_commands_a_refused_one_leaves_the_others(local: LocalRecords) -> None:
    many = [given(Keep((Thing(f"t{n:02}", f"n{n}"),), refuse=n == 31, look=n % 2 == 0)) for n in range(64)]
    results = local.give(many)
    assert [isinstance(result, Done) for result in results] == [n != 31 for n in range(64)]
    assert names(local) == [f"n{n}" for n in range(64) if n != 31]
    assert waiting(local) == [each.stamp.id for n, each in enumerate(many) if n != 31]


def test_a_mistake_of_ours_in_one_command_is_told_and_leaves_the_others(
    local: LocalRecords, expected_log: Callable[..., None]
) -> None:
    expected_log("Keep could not be carried out.*a mistake of ours")
    many = [given(Keep((Thing(f"t{n}", f"n{n}"),), fail=n == 2)) for n in range(5)]
    results = local.give(many)
    assert [type(result) for result in results] == [Done, Done, ZeroDivisionError, Done, Done]
    assert names(local) == ["n0", "n1", "n3", "n4"]
    assert len(waiting(local)) == 4


def test_later_commands_of_a_batch_see_what_earlier_ones_did(local: LocalRecords) -> None:
    first, second, third = local.give([given(Keep((Thing("a", "one"),))), given(Drop("a")), given(Drop("a"))])
    assert isinstance(first, Done)
    assert isinstance(second, Done)
    assert isinstance(third, Refusal)
    assert third.code == "missing"


def test_the_trail_is_one_chain_over_batches_and_restarts(tmp_path: Path) -> None:
    for start in range(3):
        with open_things(tmp_path / "records.db") as local:
            local.give([given(Keep((Thing(f"t{start}{n}"),))) for n in range(7)])
            keep(local, Thing("one", f"{start}"))
    with open_things(tmp_path / "records.db") as local, local.reading() as db:
        lines = lines_after(db, 0, 1000)
    assert [line.seq for line in lines] == list(range(1, 25))
    assert [line.previous for line in lines] == [BEGINNING, *(line.hash for line in lines[:-1])]
    assert all(line.hash == line_hash(line) for line in lines)


def test_events_are_told_only_of_what_was_done(local: LocalRecords) -> None:
    done, refused = local.give([given(Keep(()), id="1"), given(Keep((), refuse=True), id="2")])
    assert isinstance(done, Done)
    assert done.events == (("kept", "1"),)
    assert isinstance(refused, Unwanted)


def test_the_trail_tells_the_command_as_it_was_carried_out(local: LocalRecords) -> None:
    keep(local, Thing("a", "o\x07n\u202ee\r\n"))
    assert names(local) == ["one\n"]
    with local.reading() as db:
        (line,) = lines_after(db, 0, 1)
    assert line.payload["things"][0]["name"] == "one\n"


@pytest.mark.parametrize(
    ("thing", "kind"),
    [
        (Thing("a", "b\x00c"), NotText),
        (Thing("a", "\ud800"), NotText),
        (Thing("a", tags=("\udfff",)), NotText),
        (Thing("a", weight=float("nan")), OutOfRange),
        (Thing("a", weight=float("inf")), OutOfRange),
    ],
)
def test_what_cannot_be_kept_is_refused_before_anything_is_written(
    local: LocalRecords, thing: Thing, kind: type[Refusal]
) -> None:
    before, refused, after = local.give([given(Keep((t,))) for t in (Thing("x", "1"), thing, Thing("y", "2"))])
    assert isinstance(refused, kind)
    assert isinstance(before, Done)
    assert isinstance(after, Done)
    assert names(local) == ["1", "2"]
    with local.reading() as db:
        assert len(lines_after(db, 0, 10)) == 2


def test_a_question_sees_one_state_while_others_write(local: LocalRecords) -> None:
    keep(local, Thing("a", "one"))

    def query(desk: object) -> tuple[int, int]:
        before = desk.count(Thing)  # type: ignore[attr-defined]
        keep(local, Thing("b", "two"))
        return before, desk.count(Thing)  # type: ignore[attr-defined]

    assert local.ask(query) == (1, 1)
    assert local.ask(lambda desk: desk.count(Thing)) == 2


def test_packed_columns_hold_canonical_json(local: LocalRecords) -> None:
    keep(local, Thing("a", tags=("ü", "安")))
    stranger = sqlite3.connect(local.path)
    assert stranger.execute("SELECT tags FROM thing").fetchone() == ('["ü","安"]',)
    (payload,) = stranger.execute("SELECT payload FROM trail").fetchone()
    stranger.close()
    assert payload == json.dumps(json.loads(payload), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def test_a_file_that_another_program_holds_is_said(local: LocalRecords, monkeypatch: pytest.MonkeyPatch) -> None:
    local._hand.exec_driver_sql("PRAGMA busy_timeout=50")
    local._hand.rollback()
    stranger = sqlite3.connect(local.path, isolation_level=None)
    stranger.execute("BEGIN IMMEDIATE")
    results = local.give([given(Keep((Thing(f"t{n}"),))) for n in range(3)])
    stranger.execute("ROLLBACK")
    stranger.close()
    assert [getattr(result, "code", "") for result in results] == ["records_busy"] * 3
    keep(local, Thing("a", "goes on"))
