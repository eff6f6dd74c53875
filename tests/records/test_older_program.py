"""An older program beside a newer one: what it does not know it keeps, and after its upgrade it knows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import inspect

from console.domain.commands.people import AddPerson, ChangePerson
from console.domain.people import Person
from console.domain.sharing import Address
from console.records.migrations import OURS
from console.records.refill import shape
from console.records.shelves import KINDS
from console.records.trail import lines_after
from console.records.upgrade import schema_of
from tests.databases import Server
from tests.records.later_program import LaterSite, make_later
from tests.records.plants import Site, shared_engine, shared_state
from tests.records.schemas import at_revision, contents, sqlite_engine

Start = Callable[..., LaterSite]


@pytest.fixture(scope="module")
def later_code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_later(tmp_path_factory.mktemp("program"))


@pytest.fixture
def address(postgresql: Server) -> Address:
    return postgresql.fresh()


@pytest.fixture
def later(later_code: Path, tmp_path: Path) -> Iterator[Start]:
    """`later(name)`: a console of the later program, on the file of that name."""
    made: list[LaterSite] = []

    def start(name: str, die: str = "") -> LaterSite:
        made.append(LaterSite(later_code, tmp_path, name, die))
        return made[-1]

    yield start
    for one in made:
        one.__exit__()


@pytest.fixture
def new(later: Start, address: Address) -> LaterSite:
    """A later console that made the shared database, with people and gadgets in it."""
    one = later("new")
    one.join(address)
    for id, name in (("a", "Anna"), ("b", "Berta")):
        one.ask("do", "AddPerson", id, name)
    for gadget in ("g1", "g2"):
        one.ask("do", "RaiseGadget", gadget, "high")
    one.ask("share")
    return one


@pytest.fixture
def old(new: LaterSite, tmp_path: Path, address: Address) -> Iterator[Site]:
    """A console of this program that shares with it."""
    one = Site(tmp_path, "old")
    one.join(address)
    one.share()
    yield one
    one.close()


def shared_changes(address: Address) -> list[object]:
    engine = shared_engine(address)
    with engine.begin() as db:
        found = [line.changes for line in lines_after(db, 0, 1000)]
    engine.dispose()
    return found


def test_an_older_console_keeps_word_for_word_what_it_does_not_know(old: Site, address: Address) -> None:
    assert old.get(Person, "b") == Person("b", "Berta")
    assert [line.changes for line in old.lines()] == shared_changes(address)
    assert ("person", "b", "berta") in {
        (change.kind, change.id, (change.after or {}).get("nickname"))
        for line in old.lines()
        for change in line.changes
    }
    assert {change.id for line in old.lines() for change in line.changes if change.kind == "gadget"} == {"g1", "g2"}
    old.verified()
    shared_state(address)


def test_what_an_older_console_writes_leaves_alone_what_it_does_not_know(
    old: Site, new: LaterSite, address: Address
) -> None:
    old.do(ChangePerson("b", "Berta B"))
    old.do(AddPerson("c", "Carl"))
    old.share()
    new.ask("share")

    new.ask("one_truth")
    rows = {id: row for (kind, id), row in new.ask("rows") if kind == "person"}
    assert {id: (row["name"], row["nickname"]) for id, row in rows.items()} == {
        "a": ("Anna", "anna"),
        "b": ("Berta B", "berta"),
        "c": ("Carl", "none"),
    }
    shared_state(address)
    old.verified()


def everything_happens(old: Site, new: LaterSite) -> None:
    """Both consoles write, one after the other and at once."""
    old.do(AddPerson("c", "Carl"))
    old.do(ChangePerson("b", "Berta B"))
    old.share()
    new.ask("share")
    new.ask("do", "ChangePerson", "c", "Carla")
    new.ask("do", "RaiseGadget", "g1", "higher")
    new.ask("do", "DropGadget", "g2")
    new.ask("do", "RaiseGadget", "g3", "low")
    new.ask("share")
    old.do(ChangePerson("a", "Anna of the old one"))  # while the new one was first with the same row
    new.ask("do", "ChangePerson", "a", "Anna of the new one")
    new.ask("share")


def test_after_its_upgrade_it_knows_everything_without_the_shared_database(
    old: Site, new: LaterSite, later: Start, address: Address
) -> None:
    everything_happens(old, new)
    old.share()
    old.verified()
    rows = new.ask("there")
    assert {(kind, id) for (kind, id), _ in rows} == {("person", id) for id in "abc"} | {
        ("gadget", "g1"),
        ("gadget", "g3"),
    }
    old.close()

    upgraded = later("old")

    assert upgraded.ask("rows") == rows
    upgraded.ask("verified")
    settled = upgraded.ask("settled")
    upgraded.join(address)
    upgraded.ask("one_truth")
    assert upgraded.ask("settled") == settled, "the trail told everything: nothing had to be put right"


def test_an_upgrade_while_commands_wait_ends_in_one_truth(
    old: Site, new: LaterSite, later: Start, address: Address
) -> None:
    everything_happens(old, new)
    old.do(AddPerson("d", "Dora"))
    old.only_listen()
    old.share()
    held = {(change.kind, change.id) for line in old.lines() for change in line.changes if change.held}
    assert held == {("person", "a")}
    assert old.waiting == 2
    old.close()

    upgraded = later("old")

    upgraded.ask("verified")
    upgraded.join(address)
    new.ask("share")
    upgraded.ask("one_truth")
    new.ask("one_truth")
    rows = {id: row["nickname"] for (kind, id), row in upgraded.ask("rows") if kind == "person"}
    assert rows == {"a": "anna of the new one", "b": "berta", "c": "carla", "d": "dora"}


@pytest.mark.parametrize("moment", ["filling", "filled", "in place"])
def test_an_upgrade_that_is_killed_while_it_fills_is_done_by_the_next_start(
    old: Site, new: LaterSite, later: Start, tmp_path: Path, moment: str
) -> None:
    everything_happens(old, new)
    old.share()
    rows = new.ask("there")
    old.close()
    before = contents(sqlite_engine(old.path))

    assert later("old", die=moment).died()

    assert schema_of(old.path) == (OURS + 1 if moment == "in place" else OURS)
    assert moment == "in place" or contents(sqlite_engine(old.path)) == before
    upgraded = later("old")
    assert upgraded.ask("rows") == rows
    upgraded.ask("verified")


def test_a_field_that_was_added_to_a_noun_later_has_a_default(tmp_path: Path) -> None:
    """Programs that do not know it leave it out of what they tell."""
    engine = sqlite_engine(tmp_path / "records.db")
    first: dict[str, frozenset[str]] = {}
    for number in range(1, OURS + 1):
        at_revision(engine, f"{number:04}")
        with engine.connect() as db:
            first = {**shape(db), **first}
            described = {kind: inspect(db).get_columns(kind) for kind in shape(db)}
    for kind, columns in described.items():
        for column in columns:
            if column["name"] not in first[kind] and not column["nullable"]:
                assert column["default"] is not None, (kind, column["name"])
                assert KINDS[kind].usual(column["name"]) is not None, (kind, column["name"])
