"""Promise 8 for the database that consoles share: each of them notices, all are told, and a row can be put back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.app.guard import Guard
from console.app.sharedlook import SharedLook
from console.domain.commands.people import AddPerson, BeginPlant, ChangePerson
from console.domain.commands.tampering import RestoreRow
from console.domain.people import Person
from console.domain.sharing import Address
from console.domain.tampering import Tampered, What
from tests.app.seats import Seat
from tests.databases import PostgreSQL
from tests.journeys.tampering import in_sqlite


class Post:
    """A console that shares and verifies."""

    def __init__(self, folder: Path, name: str) -> None:
        self.seat = Seat(folder, name)
        self.look = SharedLook(self.seat.sharing)
        seat = self.seat
        self.guard = Guard(seat.office, seat.bus, seat.mailbox, seat.folder, time.time, self.look)
        self.guard.soon = 3600.0

    def verify(self, *beside: Seat) -> list[What]:
        """Verify here and there; what was found there."""
        self.guard.verify()
        self.seat.until(lambda: self.guard.settled(), beside=beside)
        assert self.guard.state.shared is not None
        return [one.what for one in self.guard.state.shared.findings]

    def findings(self) -> list[Tampered]:
        """What the local records keep of it."""
        found: list[list[Tampered]] = []
        self.seat.office.ask(lambda desk: desk.find(Tampered, order="seq"), found.append)
        self.seat.until(lambda: found)
        return found[0]

    def name_of(self, id: str) -> str:
        """Of a person, here."""
        found: list[Person | None] = []
        self.seat.office.ask(lambda desk: desk.get(Person, id), found.append)
        self.seat.until(lambda: found)
        return found[0].name if found[0] is not None else ""

    def close(self) -> None:
        """End."""
        self.guard.close()
        self.look.close()
        self.seat.close()


@pytest.fixture
def address(postgresql: PostgreSQL) -> Address:
    return postgresql.fresh()


@pytest.fixture
def posts(tmp_path: Path, address: Address) -> Iterator[tuple[Post, Post]]:
    a, b = Post(tmp_path, "a"), Post(tmp_path, "b")
    a.seat.give(BeginPlant("ada", "Ada", "1", "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNoaGFzaA"))
    a.seat.give(AddPerson("p", "Anna", "2"))
    for post in (a, b):
        post.seat.join(address)
    a.seat.until(lambda: a.seat.shared and b.seat.shared and b.name_of("p"), beside=(b.seat,))
    b.seat.give(ChangePerson("p", "Anna B", "2"))
    a.seat.until(lambda: b.seat.shared and a.name_of("p") == "Anna B", beside=(b.seat,))
    yield a, b
    a.close()
    b.close()


def test_two_consoles_that_share_find_nothing(posts: tuple[Post, Post]) -> None:
    for post in posts:
        assert post.verify() == []
        assert post.guard.state.here.findings == ()


def test_a_row_altered_in_the_shared_database_is_told_everywhere_and_put_back(
    posts: tuple[Post, Post], postgresql: PostgreSQL, address: Address
) -> None:
    a, b = posts
    postgresql.sql("UPDATE person SET name = 'Mallory' WHERE id = 'p'", address.database)
    assert a.verify(b.seat) == [What.CHANGED]
    a.seat.until(lambda: b.findings(), beside=(b.seat,))
    (finding,) = b.findings()
    assert (finding.table, finding.row, finding.field, finding.found) == ("person", "p", "name", "Mallory")
    b.verify(a.seat)
    assert len(b.findings()) == 1

    b.seat.give(RestoreRow(finding.id, "it was not us"))
    b.seat.until(lambda: b.seat.shared and a.findings()[0].mended, beside=(a.seat,))
    assert postgresql.sql("SELECT name FROM person WHERE id = 'p'", address.database) == [("Anna B",)]
    for post, other in ((a, b), (b, a)):
        assert post.verify(other.seat) == []
        assert post.guard.state.here.findings == ()
        assert post.name_of("p") == "Anna B"


def test_a_row_altered_at_one_console_is_put_back_from_another(posts: tuple[Post, Post], tmp_path: Path) -> None:
    a, b = posts
    in_sqlite(a.seat.office.path)("UPDATE person SET name = 'Mallory' WHERE id = 'p'")
    a.verify(b.seat)
    a.seat.until(lambda: b.findings(), beside=(b.seat,))
    b.seat.give(RestoreRow(b.findings()[0].id, "back"))
    a.seat.until(lambda: a.name_of("p") == "Anna B", beside=(b.seat,))
    b.seat.until(lambda: b.seat.shared and a.seat.shared, beside=(a.seat,))
    for post, other in ((a, b), (b, a)):
        assert post.verify(other.seat) == []
    assert b.guard.state.here.findings == ()
    told = {(one.what, one.field) for one in a.guard.state.here.findings}
    assert told <= {(What.OVERWRITTEN, "name")}


def test_a_shared_database_that_is_not_there_is_neither_alarm_nor_trouble(posts: tuple[Post, Post]) -> None:
    a, b = posts
    assert a.verify(b.seat) == []
    before = a.guard.state.shared
    a.seat.sharing.pause()
    a.guard.verify()
    a.seat.until(lambda: a.guard.settled())
    assert a.guard.state.shared == before
    assert a.guard.state.here.findings == ()
