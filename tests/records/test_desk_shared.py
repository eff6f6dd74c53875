"""The rules of the desk hold on every database, word for word: a command that is done again finds the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Connection

from console.domain.trail import BEGINNING, Change, TrailLine
from console.records.address import open_shared
from console.records.columns import METADATA
from console.records.desk import RowDesk
from console.records.trail import append, head, lines_after
from tests.databases import Server
from tests.records.things import ELSEWHERE, Colour, Part, Thing, things_known

AT = datetime(2026, 11, 21, 6, 0, 0, 123456, UTC)
FULL = Thing(
    "a", "Zange 钳 👷 = ' \" \\ %", -3, 0.1, False, Colour.GREEN, AT, date(2026, 2, 28), ("x", ""), (Part("p", 2.0),)
)


@pytest.fixture
def db(shared_server: Server) -> Iterator[Connection]:
    """A transaction on a fresh shared database that has a table of things and the engine's own."""
    engine = open_shared(shared_server.fresh())
    with things_known():
        ELSEWHERE.create_all(engine)
        METADATA.create_all(engine)
        with engine.begin() as opened:
            yield opened
        engine.dispose()


def again(db: Connection, command: str = "command-1") -> RowDesk:
    """A desk that holds nothing in memory."""
    desk = RowDesk(db, replaying=True)
    desk.begin(command)
    return desk


def test_every_type_of_value_comes_back_as_it_was_put(db: Connection) -> None:
    desk = again(db)
    desk.put(FULL)
    desk.put(Thing("b"))
    desk.flush()
    assert again(db).find(Thing) == [FULL, Thing("b")]
    desk = again(db)
    desk.put(FULL)
    assert desk.changes() == (), "the same value again changes nothing"
    thing = again(db).need(Thing, "a")
    assert (type(thing.good), type(thing.count), type(thing.weight)) == (bool, int, float)


def test_rows_are_changed_and_removed(db: Connection) -> None:
    desk = again(db)
    for id in "abc":
        desk.put(Thing(id))
    desk.flush()
    desk = again(db, "command-2")
    desk.put(Thing("a", "one", good=False))
    desk.put(Thing("b", "two", good=False))
    desk.remove(Thing, "c")
    desk.flush()
    kept = again(db).kept(Thing)
    assert [(one.value.name, one.value.good, one.version, one.last) for one in kept] == [
        ("one", False, 2, "command-2"),
        ("two", False, 2, "command-2"),
    ]


def test_the_same_questions_have_the_same_answers(db: Connection) -> None:
    desk = again(db)
    names = ("100%", "100x", "a_b", "axb", "a/b", "Ä", "ä")
    for number, name in enumerate(names):
        made = AT + timedelta(days=number)
        desk.put(Thing(f"t{number}", name, number, made=made, good=number % 2 == 0, tags=(f"tag {number}",)))
    desk.flush()
    desk = again(db)
    ids = lambda *tests, **more: [int(thing.id[1:]) for thing in desk.find(Thing, *tests, **more)]  # noqa: E731
    assert ids(order="-count", limit=2) == [6, 5]
    assert ids(good=True, order="count") == [0, 2, 4, 6]
    assert ids(("made", ">", AT + timedelta(days=4))) == [5, 6]
    assert ids(("id", "in", ("t1", "t5", "none", "t2"))) == [1, 2, 5]
    assert ids(("id", "in", ())) == []
    assert ids(("day", "!=", None)) == []
    assert (ids(("name", "like", "0%")), ids(("name", "like", "_")), ids(("name", "like", "/"))) == ([0], [2], [4])
    assert ids(name="Ä") == [5]
    assert ids(("tags", "like", '"tag 3"')) == [3]
    assert desk.count(Thing, ("count", ">", 0), good=True) == 3


def test_the_trail_is_one_chain_there_too(db: Connection) -> None:
    change = Change("thing", "a", 1, "", None, {"name": "钳 👷", "weight": 0.1})
    lines = [TrailLine(0, f"c{n}", AT, AT, "anna", "console-1", "Keep", {"n": n}, (change,)) for n in range(3)]
    assert head(db) == (0, BEGINNING)
    placed = append(db, lines[:2]) + append(db, lines[2:])
    assert head(db) == (3, placed[-1].hash)
    assert lines_after(db, 0, 10) == placed
