"""Sync beside somebody who alters the trail with another tool: nothing stops, nothing that was altered is shared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from console.domain.commands.people import AddPerson, ChangePerson
from console.domain.ids import new_id
from console.domain.people import Person
from console.domain.sharing import Address
from console.domain.trail import Change, TrailLine, Verdict
from console.records.trail import append
from tests.databases import Server
from tests.journeys.tampering import in_sqlite
from tests.records.plants import Site, assert_one_truth, explained, shared_engine, shared_state

MakeSite = Callable[..., Site]
ALTERATIONS = {
    "forged": "payload = replace(payload, 'Anna', 'Mallory')",
    "another person's": "who = 'boss'",
    "no time": "at = 'yesterday'",
    "no JSON": "changes = 'rubbish'",
    "no verdict": "verdict = 'perhaps'",
}
ALTERED = pytest.mark.parametrize("how", ALTERATIONS.values(), ids=ALTERATIONS.keys())


@pytest.fixture
def address(shared_server: Server) -> Address:
    return shared_server.fresh()


@pytest.fixture
def site(tmp_path) -> Iterator[MakeSite]:
    """`site(name, address)`: a console that joined the database, if one is given."""
    made: list[Site] = []

    def make(name: str, address: Address | None = None) -> Site:
        made.append(Site(tmp_path, name))
        if address is not None:
            made[-1].join(address)
        return made[-1]

    yield make
    for one in made:
        one.close()


@ALTERED
def test_a_waiting_line_that_was_altered_is_not_shared_and_the_others_are(site, address, how, expected_log):
    a = site("a", address)
    a.do(AddPerson("p", "Peter"))
    altered = a.do(AddPerson("q", "Anna"), "anna")
    built = a.do(ChangePerson("q", "Anna B"))
    a.do(AddPerson("r", "Rosa"))
    expected_log("was altered by another program")
    in_sqlite(a.path)(f"UPDATE trail SET {how} WHERE seq = 2")

    merged = a.share()

    rows, lines = shared_state(address)
    assert a.rows() == rows
    assert set(rows) == {("person", "p"), ("person", "r")}
    assert altered not in [line.id for line in lines]
    assert [refusal.code for _, refusal in merged.refused] == ["line_altered", "changed_meanwhile"]
    assert set(explained_notes(a)) == {altered, built}
    assert a.waiting == 0


def explained_notes(site: Site) -> dict[str, str]:
    """What the trail says of refusals, read past the line that cannot be read."""
    found = in_sqlite(site.path)("SELECT about, note FROM trail WHERE verdict = 'settled' AND note LIKE '%code%'")
    return {about: note for about, note in found}


@ALTERED
def test_a_shared_line_that_was_altered_stops_nobody_and_the_rows_are_what_they_are(site, address, shared_server, how):
    a = site("a", address)
    a.do(AddPerson("p", "Peter"))
    a.do(AddPerson("q", "Anna"))
    a.do(ChangePerson("p", "Peter Z"))
    a.share()
    shared_server.sql(f"UPDATE trail SET {how} WHERE seq = 2", address.database)
    b = site("b", address)

    b.share()
    a.do(ChangePerson("q", "Anna of a"))
    a.share(), b.share()
    b.do(ChangePerson("q", "Anna of b"))
    b.share(), a.share()

    assert a.rows() == b.rows()
    assert b.get(Person, "q") == Person("q", "Anna of b")
    assert b.get(Person, "p") == Person("p", "Peter Z")
    a.verified(), b.verified()


def test_the_last_shared_line_may_be_the_altered_one(site, address, shared_server):
    a, b = site("a", address), site("b", address)
    a.do(AddPerson("p", "Peter"))
    a.share(), b.share()
    shared_server.sql("UPDATE trail SET changes = 'rubbish', at = 'never' WHERE seq = 1", address.database)

    b.do(ChangePerson("p", "Peter of b"))
    b.share(), a.share()

    assert a.get(Person, "p") == b.get(Person, "p") == Person("p", "Peter of b")


def newer_line() -> TrailLine:
    """What a console of a newer program did with a table that this one does not have."""
    change = Change("robot", "r-1", 1, "", None, {"id": "r-1", "name": "R2"})
    at = datetime(2026, 11, 21, 10, 50, tzinfo=UTC)
    return TrailLine(0, new_id(), at, at, "who", "newer", "PaintRobot", {"robot": "r-1"}, (change,))


def test_what_a_newer_console_did_is_not_refused_elsewhere_by_one_that_does_not_know_it(site, postgresql):
    first, second = postgresql.fresh(), postgresql.fresh()
    engine = shared_engine(first)
    with engine.begin() as db:
        append(db, [newer_line()])
    engine.dispose()
    a = site("a", first)
    a.do(AddPerson("p", "Peter"))
    a.share()

    a.join(second)
    a.share()

    _, lines = shared_state(second)
    assert [(line.command, line.verdict) for line in lines] == [("AddPerson", Verdict.DONE)]
    assert a.waiting == 0


def test_a_copied_data_folder_makes_two_consoles_of_one_name_and_still_one_truth(site, address, tmp_path):
    a = site("a", address)
    a.do(AddPerson("p", "Peter"))
    a.share()
    waiting = a.do(AddPerson("q", "Anna"))
    a.local.close()
    (tmp_path / "b.db").write_bytes(a.path.read_bytes())
    a.restart()
    b = site("b")
    b.name = "a"
    b.join(address)
    first, late = a.do(ChangePerson("p", "Peter of a")), b.do(ChangePerson("p", "Peter of b"))

    a.share()
    merged = b.share()
    a.share()

    lines = assert_one_truth(address, a, b)
    assert [line.id for line in lines].count(waiting) == 1
    assert [line.verdict for line in lines if line.id in (first, late)] == [Verdict.DONE, Verdict.REFUSED]
    assert list(explained(b)) == [late]
    assert [name for name, _ in merged.refused] == ["ChangePerson"]
