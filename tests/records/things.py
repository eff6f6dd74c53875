"""A noun for tests of the engine: things with every type of field, and commands that do all that handlers may."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Boolean, Column, Float, Integer, MetaData, Table

from console.domain.commands import KNOWN, Command, Given, Stamp
from console.domain.desk import Desk
from console.domain.errors import Refusal
from console.domain.ids import new_id
from console.records.columns import Packed, key, when, words
from console.records.local import Done, LocalRecords
from console.records.shelves import KINDS, SHELVES, shelf


class Colour(StrEnum):
    """Of a thing."""

    RED = "red"
    GREEN = "green"


@dataclass(frozen=True, slots=True)
class Part:
    """Of a thing."""

    name: str
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Thing:
    """A value with a field of every type."""

    id: str
    name: str = ""
    count: int = 0
    weight: float = 0.0
    good: bool = True
    colour: Colour = Colour.RED
    made: datetime | None = None
    day: date | None = None
    tags: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


ELSEWHERE = MetaData()  # not with the product's tables: these are only in the files of these tests
THINGS = Table(
    "thing",
    ELSEWHERE,
    Column("id", key(), primary_key=True),
    Column("name", words(40), nullable=False),
    Column("count", Integer, nullable=False),
    Column("weight", Float, nullable=False),
    Column("good", Boolean(create_constraint=False), nullable=False),
    Column("colour", words(10), nullable=False),
    Column("made", when()),
    Column("day", when()),
    Column("tags", Packed, nullable=False),
    Column("parts", Packed, nullable=False),
    Column("version", Integer, nullable=False),
    Column("last", words(36), nullable=False),
)


@dataclass(frozen=True, slots=True)
class Keep(Command):
    """Keep things as they are given here."""

    things: tuple[Thing, ...]
    refuse: bool = False  # afterwards
    look: bool = False  # for all things, before it is refused
    fail: bool = False


@dataclass(frozen=True, slots=True)
class Drop(Command):
    """Take a thing away."""

    thing: str


for _kind in (Keep, Drop):
    del KNOWN[_kind.__name__]  # no command of the product


class Unwanted(Refusal):
    """What the tests refuse."""

    code = "unwanted"


def handle(desk: Desk, stamp: Stamp, command: Command) -> None:
    """Carry out the commands above."""
    if isinstance(command, Drop):
        desk.remove(Thing, command.thing)
        return
    assert isinstance(command, Keep)
    for thing in command.things:
        desk.put(thing)
    if command.look:
        desk.find(Thing)
    if command.refuse:
        raise Unwanted
    if command.fail:
        raise ZeroDivisionError("a mistake of ours")
    desk.tell(("kept", stamp.id))


@contextmanager
def things_known() -> Iterator[None]:
    """The shelf stands only as long as this."""
    shelf(Thing, THINGS)
    try:
        yield
    finally:
        del SHELVES[Thing], KINDS["thing"]


@contextmanager
def open_things(path: Path) -> Iterator[LocalRecords]:
    """Local records that know things."""
    with things_known():
        local = LocalRecords(path, handle)
        with local.writing() as db:
            ELSEWHERE.create_all(db)
        try:
            yield local
        finally:
            local.close()


def given(command: Command, id: str = "", who: str = "anna") -> Given:
    """The command, stamped."""
    return Given(Stamp(id or new_id(), datetime(2026, 11, 21, 6, 0, tzinfo=UTC), who, "console-1"), command)


def keep(local: LocalRecords, *things: Thing) -> Done:
    """Keep these things in one command."""
    (result,) = local.give([given(Keep(things))])
    assert isinstance(result, Done), result
    return result
