"""Joining, leaving, joining again, another database, one that went back in time: nothing is lost, nothing doubled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import delete, insert, select

from console.domain.commands.people import AddPerson, ChangePerson, NoteSignIn, SetPin
from console.domain.people import Credential, Person
from console.domain.sharing import Address
from console.records.address import open_shared
from console.records.schema import meta, touched, trail
from console.records.shared import OtherDatabase
from console.records.shelves import KINDS
from tests.databases import Server
from tests.records.plants import Site, assert_one_truth, explained, shared_state
from tests.records.test_sync import PIN


@pytest.fixture
def sites(tmp_path) -> Iterator[tuple[Site, Site]]:
    """Two consoles that share nothing yet."""
    both = Site(tmp_path, "a"), Site(tmp_path, "b")
    yield both
    for one in both:
        one.close()


TABLES = (trail, touched, *(shelf.table for shelf in KINDS.values()))
Backup = dict[str, list[dict[str, Any]]]


def backed_up(address: Address) -> Backup:
    """Everything in a shared database, to be put back by `restored`."""
    engine = open_shared(address)
    with engine.begin() as db:
        found = {table.name: [dict(row) for row in db.execute(select(table)).mappings()] for table in TABLES}
    engine.dispose()
    return found


def restored(address: Address, backup: Backup) -> None:
    """Put the shared database back to what it was, as the restore of a backup does."""
    engine = open_shared(address)
    with engine.begin() as db:
        for table in TABLES:
            db.execute(delete(table))
            if backup[table.name]:
                db.execute(insert(table), backup[table.name])
    engine.dispose()


def test_two_consoles_that_worked_alone_become_one_plant(sites, shared_server: Server):
    a, b = sites
    address = shared_server.fresh()
    for n in range(5):
        a.do(AddPerson(f"a{n}", f"Anna {n}"))
        b.do(AddPerson(f"b{n}", f"Bert {n}"))
    a.do(AddPerson("both", "Of a"))
    late = b.do(AddPerson("both", "Of b"))

    for each in (a, b):
        each.join(address)
        each.share()
    a.share()

    assert len(assert_one_truth(address, a, b)) == 12
    assert list(explained(b)) == [late]


def test_leaving_and_coming_back_loses_nothing_and_doubles_nothing(sites, shared_server: Server):
    a, b = sites
    address = shared_server.fresh()
    a.join(address), b.join(address)
    a.do(AddPerson("p", "Anna"))
    a.share(), b.share()
    a.leave()
    a.do(ChangePerson("p", "Anna, changed alone"))
    b.do(AddPerson("q", "Quinn"))
    b.share()

    a.join(address)
    a.share(), b.share()

    assert b.get(Person, "p") == Person("p", "Anna, changed alone")
    assert len(assert_one_truth(address, a, b)) == 3


def test_another_database_gets_everything_this_console_knows_from_the_first_too(sites, shared_server: Server):
    a, b = sites
    old, new = shared_server.fresh(), shared_server.fresh()
    a.join(old), b.join(old)
    b.do(AddPerson("p", "Anna"))
    b.do(SetPin("p", PIN))
    b.share(), a.share()
    for each in (a, b, a):
        each.do(NoteSignIn("p", False))
        each.do(AddPerson(f"of {each.name} {each.waiting}", "Somebody"))
    a.share(), b.share(), a.share()
    refused = a.do(ChangePerson("p", "Anna of a"))
    b.do(ChangePerson("p", "Anna of b"))
    b.share(), a.share()
    assert list(explained(a)) == [refused]
    before, lines = shared_state(old)

    a.join(new)
    a.share()

    after, again = shared_state(new)
    assert {line.id for line in lines} == {line.id for line in again} | {refused}
    assert after == before
    b.join(new)
    b.share(), a.share()
    rows, _ = shared_state(new)
    assert a.rows() == b.rows() == rows == before
    a.verified(), b.verified()


def test_back_at_the_first_database_what_was_done_at_the_second_is_shared_there(sites, shared_server: Server):
    a, b = sites
    first, second = shared_server.fresh(), shared_server.fresh()
    a.join(first)
    a.do(AddPerson("p", "Anna"))
    a.share()
    b.join(second)
    b.do(AddPerson("q", "Quinn"))
    b.share()
    a.join(second)
    a.share()

    a.join(first)
    a.share()

    rows, _ = shared_state(first)
    assert set(rows) == {("person", "p"), ("person", "q")}
    assert_one_truth(first, a)


def test_a_database_restored_from_an_older_backup_gets_back_what_it_lost(sites, shared_server: Server, expected_log):
    a, b = sites
    address = shared_server.fresh()
    a.join(address), b.join(address)
    a.do(AddPerson("p", "Anna"))
    a.do(SetPin("p", PIN))
    a.share(), b.share()
    backup = backed_up(address)
    for round in range(3):
        for each in (a, b):
            each.do(NoteSignIn("p", False))
            each.do(AddPerson(f"{each.name}{round}", "Somebody"))
        a.share(), b.share(), a.share()
        b.do(ChangePerson(f"a{round}", f"Changed by b {round}"))
        b.share(), a.share()
    before, _ = shared_state(address)

    restored(address, backup)
    expected_log("The shared database is not where it was")
    a.share(), b.share(), a.share(), b.share()

    rows, _ = shared_state(address)
    assert a.get(Credential, "p").failures == 6
    assert rows == before
    assert_one_truth(address, a, b)


def test_what_others_did_since_the_restore_stays_and_wins(sites, shared_server: Server, expected_log):
    a, b = sites
    address = shared_server.fresh()
    a.join(address)
    a.do(AddPerson("p", "Anna"))
    a.share()
    backup = backed_up(address)
    lost = a.do(ChangePerson("p", "Anna, lost"))
    a.do(AddPerson("q", "Quinn"))
    a.share()
    restored(address, backup)
    b.join(address)
    b.share()
    for n in range(4):  # the trail is longer than it was when a read it
        b.do(ChangePerson("p", f"Anna of b {n}"))
    b.share()

    expected_log("The shared database is not where it was")
    a.share(), b.share()

    assert a.get(Person, "p") == Person("p", "Anna of b 3")
    assert a.get(Person, "q") == Person("q", "Quinn")
    assert list(explained(a)) == [lost]
    assert_one_truth(address, a, b)


def test_an_empty_database_behind_the_same_address_is_filled(sites, shared_server: Server):
    a, b = sites
    address = shared_server.fresh()
    a.join(address)
    for n in range(3):
        a.do(AddPerson(f"p{n}", "Anna"))
    a.share()
    everything, _ = shared_state(address)
    other = shared_server.fresh()

    a.join(other)  # the same to the console: another database answers
    a.share()

    assert shared_state(other)[0] == everything
    assert_one_truth(other, a)


def test_a_database_exchanged_while_it_is_in_use_is_noticed_and_loses_nothing(sites, shared_server):
    a, _ = sites
    address = shared_server.fresh()
    a.join(address)
    a.do(AddPerson("p", "Anna"))
    a.share()
    engine = open_shared(address)
    with engine.begin() as db:
        db.execute(meta.update().where(meta.c.name == "database").values(value="another one"))
        for table in TABLES:
            db.execute(delete(table))
    engine.dispose()
    a.do(AddPerson("q", "Quinn"))

    with pytest.raises(OtherDatabase):
        a.share()
    a.join(address)
    a.share()

    assert {id for _, id in shared_state(address)[0]} == {"p", "q"}
    assert_one_truth(address, a)


def test_local_records_restored_from_an_older_backup_catch_up(sites, shared_server: Server, tmp_path):
    import sqlite3

    a, b = sites
    address = shared_server.fresh()
    a.join(address), b.join(address)
    a.do(AddPerson("p", "Anna"))
    a.share(), b.share()
    a.do(AddPerson("waits", "Walter"))
    with sqlite3.connect(a.path) as source, sqlite3.connect(tmp_path / "backup.db") as target:
        source.backup(target)
    a.share()
    a.do(ChangePerson("p", "Anna, changed"))
    a.share(), b.share()
    b.do(AddPerson("q", "Quinn"))
    b.share()

    a.local.close()
    for end in ("", "-wal", "-shm"):
        a.path.with_name(a.path.name + end).unlink(missing_ok=True)
    (tmp_path / "backup.db").rename(a.path)
    a.local = type(a.local)(a.path, a.local._handle)
    a.share()

    assert len(assert_one_truth(address, a, b)) == 4


def test_another_database_gets_commands_in_the_order_in_which_the_first_did_them(sites, shared_server: Server):
    a, b = sites
    old, new = shared_server.fresh(), shared_server.fresh()
    a.join(old), b.join(old)
    a.do(AddPerson("p", "Anna"))
    a.do(SetPin("p", PIN))
    a.share(), b.share()
    a.do(NoteSignIn("p", False))
    a.share(), b.share()
    a.do(NoteSignIn("p", True))  # given before the other, but done after it: nothing is counted any more
    b.do(NoteSignIn("p", False))
    b.share(), a.share(), b.share()

    a.join(new)
    a.share()

    assert a.get(Credential, "p").failures == 0
    assert shared_state(new)[0] == shared_state(old)[0]
    assert_one_truth(new, a)
