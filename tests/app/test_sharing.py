"""Sharing as the console sees it: states, news, refusals that come late, outages, and an end that does not hang."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from console.domain.commands.people import AddPerson, ChangePerson, SetPermission
from console.domain.desk import ChangedMeanwhile
from console.domain.events import CommandRefused, RecordChanged
from console.domain.joining import Account, Found
from console.domain.people import Role
from console.domain.permissions import Reach, permission_id
from console.domain.sharing import Link, SharingChanged
from console.records.address import open_shared
from console.records.patience import Patience
from tests.app.seats import Seat
from tests.proxies import Proxy

MakeSeat = Callable[[str], Seat]


@pytest.fixture
def seat(tmp_path) -> Iterator[MakeSeat]:
    """`seat(name)`: a console; the same name twice is the same console."""
    made: dict[str, Seat] = {}

    def make(name: str) -> Seat:
        if name not in made:
            made[name] = Seat(tmp_path, name)
        return made[name]

    yield make
    for one in made.values():
        one.close()


@pytest.fixture
def proxy(postgresql) -> Iterator[Proxy]:
    """A way to PostgreSQL that can be cut."""
    made = Proxy(postgresql.port)
    yield made
    made.close()


def states(seat: Seat) -> list[Link]:
    """The states that were told, each once in a row."""
    links = [event.sharing.link for event in seat.told(SharingChanged)]
    return [link for at, link in enumerate(links) if at == 0 or links[at - 1] is not link]


def test_what_is_given_is_shared_and_others_are_told(seat, shared_server):
    address = shared_server.fresh()
    a, b = seat("a"), seat("b")
    a.join(address), b.join(address)
    a.until(lambda: a.link is b.link is Link.SHARED, beside=(b,))

    id = a.give(AddPerson("p", "Anna"))
    a.until(lambda: b.told(RecordChanged), beside=(b,))

    assert states(a) == [Link.CONNECTING, Link.SHARED]
    assert b.told(RecordChanged) == [RecordChanged("person", "p", id, "console", here=False)]
    a.until(lambda: a.shared and b.shared, beside=(b,))
    assert a.rows() == b.rows()


def test_a_refusal_that_comes_late_is_told_with_who_won(seat, postgresql):
    address = postgresql.fresh()
    a, b = seat("a"), seat("b")
    a.join(address)
    a.give(AddPerson("p", "Anna"))
    a.until(lambda: a.shared)
    b.join(address)
    b.until(lambda: b.told(RecordChanged))
    b.sharing.leave()
    b.give(ChangePerson("p", "Anna of b"))
    a.give(ChangePerson("p", "Anna of a"))
    a.until(lambda: a.shared and len(b.done) == 1, beside=(b,))

    b.join(address)
    b.until(lambda: b.told(CommandRefused))

    (refused,) = b.told(CommandRefused)
    assert (refused.command, refused.later) == ("ChangePerson", True)
    assert isinstance(refused.refusal, ChangedMeanwhile)
    assert refused.refusal.facts["who"] == "console"
    assert b.rows() == a.rows()


def test_consoles_see_each_other(seat, postgresql):
    address = postgresql.fresh()
    a, b = seat("a"), seat("b")
    a.join(address)
    a.until(lambda: a.link is Link.SHARED)

    b.join(address)
    b.until(lambda: b.sharing.sharing.others)

    (other,) = b.sharing.sharing.others
    assert (other.console, other.name, other.waiting) == ("a", "Console a", 0)


def test_a_wrong_password_says_that_somebody_must_act(seat, postgresql):
    a = seat("a")

    a.join(replace(postgresql.fresh(), password="wrong"))
    a.give(AddPerson("p", "Anna"))
    a.until(lambda: a.link is Link.REFUSED and a.sharing.sharing.waiting == 1)

    assert a.sharing.sharing.code == "shared_password"
    assert a.sharing.sharing.oldest is not None


def test_an_outage_is_told_and_so_is_its_end(seat, postgresql, proxy):
    a = seat("a")
    a.join(replace(postgresql.fresh(), port=proxy.port))
    a.until(lambda: a.link is Link.SHARED)

    proxy.cut()
    a.give(AddPerson("p", "Anna"))
    a.until(lambda: a.link is Link.AWAY and a.sharing.sharing.waiting == 1)
    a.give(AddPerson("q", "Quinn"))
    a.until(lambda: a.sharing.sharing.waiting == 2)
    proxy.mend()
    a.sharing.look_now()
    a.until(lambda: a.shared)

    assert states(a) == [Link.CONNECTING, Link.SHARED, Link.AWAY, Link.SHARED]
    assert a.sharing.sharing.code == ""


def test_a_server_that_hangs_is_hung_up_on(shared_server):
    proxy = Proxy(shared_server.port)
    engine = open_shared(replace(shared_server.fresh(), port=proxy.port))
    patience = Patience(engine, 1.0)
    with engine.begin() as db:
        db.exec_driver_sql("SELECT 1")
    proxy.freeze()
    began = time.monotonic()

    with pytest.raises(Exception, match=r"(?i)connection|lost|closed|eof"), engine.begin() as db:
        db.exec_driver_sql("SELECT 1")

    assert time.monotonic() - began < 3
    patience.close()
    proxy.close()
    engine.dispose()


def test_a_hanging_server_delays_neither_commands_nor_the_end(seat, postgresql, proxy):
    a = seat("a")
    a.join(replace(postgresql.fresh(), port=proxy.port))
    a.until(lambda: a.link is Link.SHARED)
    proxy.freeze()
    a.give(AddPerson("p", "Anna"))
    a.until(lambda: a.done)
    time.sleep(0.3)  # the courier waits for an answer now

    began = time.monotonic()
    a.give(AddPerson("q", "Quinn"))
    a.until(lambda: len(a.done) == 2)
    done = time.monotonic()
    a.close()

    assert done - began < 1
    assert time.monotonic() - done < 5


def test_leaving_and_joining_again_loses_nothing(seat, postgresql):
    address = postgresql.fresh()
    a, b = seat("a"), seat("b")
    for one in (a, b):
        one.join(address)
    a.give(AddPerson("p", "Anna"))
    a.until(lambda: a.shared and b.told(RecordChanged), beside=(b,))

    a.sharing.leave()
    a.give(ChangePerson("p", "Anna, alone"))
    b.give(AddPerson("q", "Quinn"))
    a.until(lambda: len(a.done) == 2 and b.shared, beside=(b,))
    assert (a.link, a.waiting()) == (Link.OFF, 1)
    a.restart()
    a.join(address)
    a.until(lambda: a.shared and a.rows() == b.rows(), beside=(b,))

    assert a.rows()["person", "p"]["name"] == "Anna, alone"
    assert len(a.rows()) == 2
    a.verified(), b.verified()


def test_while_paused_everything_waits(seat, postgresql):
    a = seat("a")
    a.join(postgresql.fresh())
    a.until(lambda: a.link is Link.SHARED)

    a.sharing.pause()
    a.give(AddPerson("p", "Anna"))
    a.until(lambda: a.done)
    time.sleep(0.3)
    assert (a.waiting(), a.sharing.sharing.code) == (1, "sharing_paused")
    a.sharing.pause(False)
    a.until(lambda: a.shared)


def test_a_long_copy_tells_how_far_it_is(seat, postgresql):
    address = postgresql.fresh()
    a, b = seat("a"), seat("b")
    for n in range(900):
        a.give(AddPerson(f"p{n}", "Anna"))
    a.until(lambda: len(a.done) == 900)

    a.join(address)
    a.until(lambda: a.shared, 60)
    b.join(address)
    b.until(lambda: b.shared, 60)

    for one in (a, b):
        copying = [event.sharing for event in one.told(SharingChanged) if event.sharing.link is Link.COPYING]
        assert copying
        done = [sharing.done / sharing.total for sharing in copying]
        assert done == sorted(done)
        assert states(one) == [Link.CONNECTING, Link.COPYING, Link.SHARED]
    assert a.rows() == b.rows()


def test_what_joining_means_is_told_before(seat, postgresql):
    address = postgresql.fresh()
    a, b = seat("a"), seat("b")
    accounts: list[Account] = []
    failures: list[Exception] = []
    b.give(AddPerson("q", "Quinn"))

    b.sharing.account(address, accounts.append, failures.append)
    b.until(lambda: accounts)
    for n in range(3):
        a.give(AddPerson(f"p{n}", "Anna"))
    a.join(address)
    a.until(lambda: a.shared)
    b.sharing.account(address, accounts.append, failures.append)
    b.until(lambda: len(accounts) == 2)
    b.join(address)
    b.until(lambda: b.shared)
    b.sharing.account(address, accounts.append, failures.append)
    b.sharing.account(replace(address, password="wrong"), accounts.append, failures.append)
    b.until(lambda: len(accounts) == 3 and failures)

    empty, full, joined = accounts
    assert (empty.tested.found, empty.known, empty.to_come, empty.to_share, empty.records) == (
        Found.NONE,
        False,
        0,
        1,
        1,
    )
    assert (full.tested.found, full.known, full.to_come, full.to_share, full.records) == (Found.OURS, False, 3, 1, 1)
    assert (joined.known, joined.to_come, joined.to_share, joined.records) == (True, 0, 0, 4)
    assert [failure.code for failure in failures] == ["shared_password"]


def test_another_database_behind_the_address_is_joined_anew(seat, postgresql, proxy):
    a = seat("a")
    first = postgresql.fresh()
    a.join(replace(first, port=proxy.port))
    a.give(AddPerson("p", "Anna"))
    a.until(lambda: a.shared)

    proxy.cut()
    postgresql.sql(f"DROP DATABASE {first.database} WITH (FORCE)")
    postgresql.sql(f"CREATE DATABASE {first.database}")
    proxy.mend()
    a.give(AddPerson("q", "Quinn"))
    a.until(lambda: a.shared and len(a.done) == 2)

    found = postgresql.sql("SELECT id FROM person ORDER BY id", first.database)
    assert found == [("p",), ("q",)]


def test_beside_a_newer_schema_this_console_reads_and_what_is_given_here_waits(seat, postgresql):
    address = postgresql.fresh()
    a, b = seat("a"), seat("b")
    a.join(address)
    a.give(AddPerson("p", "Anna"))
    a.until(lambda: a.shared)
    b.give(AddPerson("q", "Quinn"))
    postgresql.sql("UPDATE meta SET value = '99' WHERE name IN ('schema', 'writers')", address.database)

    b.join(address)
    b.until(lambda: b.link is Link.NEWER and b.told(RecordChanged) and b.sharing.sharing.waiting == 1)

    assert set(b.rows()) == {("person", "p"), ("person", "q")}
    assert postgresql.sql("SELECT id FROM person", address.database) == [("p",)]


def test_a_permission_taken_away_elsewhere_counts_before_the_screen_has_heard_of_it(seat, postgresql):
    address = postgresql.fresh()
    a, b = seat("a"), seat("b")
    a.join(address), b.join(address)
    a.until(lambda: a.link is b.link is Link.SHARED, beside=(b,))
    b.now(lambda local: local.ask(b.office.authority.table))
    assert b.office.authority._kept is not None

    a.give(SetPermission(Role.OPERATOR, "Unlock", Reach.ALL))
    a.until(lambda: ("permission", permission_id(Role.OPERATOR, "Unlock")) in b.rows())  # nobody beats at b

    a.until(lambda: b.office.authority._kept is None)
