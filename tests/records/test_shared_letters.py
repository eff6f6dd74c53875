"""Every letter of every language comes through a shared database as it was, whatever the habits of server and PC."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from console.domain.commands.people import AddPerson, ChangePerson
from console.domain.people import Person
from console.domain.sharing import Address
from console.records import tested
from console.records.address import open_shared
from console.records.handshake import prepare_shared
from console.records.sharedfaults import NotUnicode
from tests.databases import PostgreSQL
from tests.records.plants import Site, assert_one_truth

NAME = "陈 👷 Łukasz ñ ẞ"


def database(server: PostgreSQL, name: str, how: str) -> Address:
    """A database made so."""
    server.sql(f"CREATE DATABASE {name} TEMPLATE template0 {how}")
    return replace(server.fresh(), database=name)


def both_sides(folder: Path, address: Address) -> None:
    """Two consoles share people whose ids and names differ in little, and find one truth."""
    a, b = Site(folder, "a"), Site(folder, "b")
    try:
        a.join(address), b.join(address)
        for id in ("p", "P", "p-1", "p 1", "é", "e"):
            a.do(AddPerson(id, NAME))
        a.share(), b.share()
        b.do(ChangePerson("P", NAME + "!"))
        b.share(), a.share()

        assert a.get(Person, "P") == Person("P", NAME + "!")
        assert_one_truth(address, a, b)
    finally:
        a.close(), b.close()


def test_the_environment_of_this_computer_changes_no_letter(
    tmp_path: Path, postgresql: PostgreSQL, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGCLIENTENCODING", "GBK")
    both_sides(tmp_path, postgresql.fresh())


@pytest.mark.parametrize("language", ["zh", "de"])
def test_a_server_that_sorts_as_people_do_holds_the_same_records(
    tmp_path: Path, postgresql: PostgreSQL, language: str
) -> None:
    how = f"LOCALE_PROVIDER icu ICU_LOCALE '{language}' ENCODING 'UTF8'"
    both_sides(tmp_path, database(postgresql, f"sorted_{language}", how))


@pytest.mark.parametrize("encoding", ["LATIN1", "SQL_ASCII", "EUC_CN"])
def test_a_database_that_cannot_keep_every_letter_is_refused_before_anything_is_made(
    postgresql: PostgreSQL, encoding: str
) -> None:
    how = f"ENCODING '{encoding}' LC_COLLATE 'C' LC_CTYPE 'C'"
    address = database(postgresql, f"in_{encoding.lower()}", how)
    engine = open_shared(address)

    with pytest.raises(NotUnicode) as joining:
        prepare_shared(engine)
    with pytest.raises(NotUnicode):
        tested.test_connection(address)

    assert joining.value.facts["encoding"] == encoding
    engine.dispose()
    assert postgresql.sql("SELECT * FROM pg_tables WHERE tablename = 'trail'", address.database) == []
