"""Testing a connection tells what is there, or in plain words why not: real servers, real certificates."""

from __future__ import annotations

import socket
import threading
import time
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import insert, text

from console.domain.joining import Found
from console.domain.sharing import Address, Engine
from console.records import migrations, tested
from console.records.address import open_shared, url_of
from console.records.handshake import prepare_shared
from console.records.schema import presence
from console.records.sharedfaults import (
    DriverMissing,
    NoRights,
    NoSuchDatabase,
    OtherTables,
    SharedAway,
    WrongPassword,
    shared_trouble,
)
from tests.brokers import HOST, free_port
from tests.databases import Server
from tests.records.connecting import refused
from tests.records.schemas import fill

# What is there


def test_an_empty_database_is_told_as_one_that_joining_fills(shared_server: Server) -> None:
    address = shared_server.fresh()

    found = tested.test_connection(address)

    assert found.server.split()[0] == ("PostgreSQL" if shared_server.engine is Engine.POSTGRESQL else "MariaDB")
    assert 0 < found.latency < 1000
    assert abs(found.clock) < 1
    assert (found.found, found.theirs, found.may_create, found.encrypted) == (Found.NONE, 0, True, "")
    assert (found.commands, found.records, found.others) == (0, 0, ())


def test_nothing_is_left_behind_by_a_test(shared_server: Server) -> None:
    address = shared_server.fresh()

    tested.test_connection(address)

    asked = f"SELECT count(*) FROM information_schema.tables WHERE table_name = '{tested.TRIAL}'"
    assert shared_server.sql(asked, address.database)[0][0] == 0


def test_our_tables_are_told_with_what_is_in_them_and_who_works_there(shared_server: Server) -> None:
    address = shared_server.fresh()
    engine = open_shared(address)
    state = prepare_shared(engine)
    fill(engine, 12)
    with engine.begin() as db:
        db.execute(text("DELETE FROM presence"))
        row = {"console": "c-2", "name": "Line 2", "program": "0.1.0", "schema": 2, "waiting": 3}
        db.execute(insert(presence), [row | {"seen": "2026-11-21T10:50:00.000000Z"}])
    engine.dispose()

    found = tested.test_connection(address)

    assert (found.found, found.theirs, found.may_write) == (Found.OURS, migrations.OURS, True)
    assert found.database == state.database != ""
    assert found.commands == 12
    assert found.records >= 60
    assert [(other.console, other.name, other.waiting) for other in found.others] == [("c-2", "Line 2", 3)]


# What stands against it


def test_a_wrong_password_is_told(shared_server: Server) -> None:
    assert isinstance(refused(replace(shared_server.fresh(), password="not it")), WrongPassword)


def test_a_database_that_does_not_exist_is_told(shared_server: Server) -> None:
    assert isinstance(refused(replace(shared_server.fresh(), database="nowhere")), NoSuchDatabase)


def test_a_port_where_nothing_listens_is_told(shared_server: Server) -> None:
    trouble = refused(replace(shared_server.fresh(), port=free_port()))

    assert isinstance(trouble, SharedAway)
    assert trouble.facts["why"] == "refused"


def test_a_name_that_nobody_knows_is_told(shared_server: Server) -> None:
    trouble = refused(replace(shared_server.fresh(), host="no-such-host.invalid", tls="off"))

    assert isinstance(trouble, SharedAway)
    assert trouble.facts["why"] == "name"


@pytest.mark.parametrize("engine", [Engine.POSTGRESQL, Engine.MARIADB])
def test_a_server_that_says_nothing_is_given_up_after_five_seconds(engine: Engine) -> None:
    with socket.socket() as silent:
        silent.bind((HOST, 0))
        silent.listen()
        address = Address(engine, HOST, silent.getsockname()[1], "gemba", "gemba", "shop floor")
        begun = time.monotonic()

        trouble = refused(address)

        assert isinstance(trouble, SharedAway)
        assert trouble.facts["why"] in ("silent", "broken")
        assert 4 < time.monotonic() - begun < 8


def test_a_user_without_the_right_to_make_tables_is_told(shared_server: Server) -> None:
    address = shared_server.fresh()
    if shared_server.engine is Engine.POSTGRESQL:
        shared_server.sql("DROP ROLE IF EXISTS reader")
        shared_server.sql("CREATE ROLE reader LOGIN PASSWORD 'poor man'")
    else:
        shared_server.sql("CREATE OR REPLACE USER reader IDENTIFIED BY 'poor man'")
        shared_server.sql(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {address.database}.* TO reader")
    poor = replace(address, user="reader", password="poor man")

    trouble = refused(poor)

    assert isinstance(trouble, NoRights)
    assert trouble.facts["right"] == "create"
    engine = open_shared(poor)
    with pytest.raises(NoRights):
        prepare_shared(engine)
    engine.dispose()


def test_a_user_who_may_not_enter_the_database_is_told(shared_server: Server) -> None:
    address = shared_server.fresh()
    if shared_server.engine is Engine.POSTGRESQL:
        shared_server.sql("DROP ROLE IF EXISTS stranger")
        shared_server.sql("CREATE ROLE stranger LOGIN PASSWORD 'poor man'")
        shared_server.sql(f"REVOKE CONNECT ON DATABASE {address.database} FROM PUBLIC")
    else:
        shared_server.sql("CREATE OR REPLACE USER stranger IDENTIFIED BY 'poor man'")

    assert isinstance(refused(replace(address, user="stranger", password="poor man")), NoRights)


def test_tables_of_another_program_are_left_alone(shared_server: Server) -> None:
    address = shared_server.fresh()
    shared_server.sql("CREATE TABLE person (nr integer)", address.database)

    trouble = refused(address)

    assert isinstance(trouble, OtherTables)
    assert trouble.facts["tables"] == "person"
    engine = open_shared(address)
    with pytest.raises(OtherTables):
        prepare_shared(engine)
    engine.dispose()
    asked = f"SELECT table_name FROM information_schema.tables WHERE table_schema IN ('public', '{address.database}')"
    assert [row[0] for row in shared_server.sql(asked, address.database)] == ["person"]


def test_tables_with_other_names_are_no_trouble(shared_server: Server) -> None:
    address = shared_server.fresh()
    shared_server.sql("CREATE TABLE wage (nr integer)", address.database)

    assert tested.test_connection(address).found is Found.NONE


def test_sql_server_without_its_driver_is_refused_in_plain_words() -> None:
    address = Address(Engine.SQLSERVER, "server.plant.local", user="gemba", password="shop floor", tls="off")

    trouble = refused(address)

    assert isinstance(trouble, DriverMissing)
    assert "pymssql" in trouble.detail
    assert url_of(address).render_as_string() == "mssql+pymssql://gemba:***@server.plant.local:1433/gemba"


def test_a_server_that_freezes_is_given_up(shared_server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A statement that takes too long ends, and says why."""
    monkeypatch.setattr("console.records.address.STATEMENT", 1)
    engine = open_shared(shared_server.fresh())
    slow = "SELECT pg_sleep(20)" if shared_server.engine is Engine.POSTGRESQL else "SELECT SLEEP(20) FROM seq_1_to_9"
    begun = time.monotonic()

    with pytest.raises(Exception, match="statement|timeout|interrupted") as caught, engine.connect() as db:  # noqa: PT012
        db.execute(text(slow))

    assert isinstance(shared_trouble(caught.value), SharedAway)
    assert time.monotonic() - begun < 8
    engine.dispose()


def test_a_change_by_another_is_seen_by_the_next_statement(shared_server: Server) -> None:
    """READ COMMITTED, also where the server's own default is another."""
    address = shared_server.fresh()
    engine = open_shared(address)
    prepare_shared(engine)

    with engine.connect() as db:
        before = db.scalar(text("SELECT count(*) FROM outbox"))
        shared_server.sql("INSERT INTO outbox (seq, id) VALUES (1, 'x')", address.database)
        after = db.scalar(text("SELECT count(*) FROM outbox"))

    assert (before, after) == (0, 1)
    engine.dispose()


def test_what_does_not_fit_is_refused_and_not_cut(shared_server: Server) -> None:
    engine = open_shared(shared_server.fresh())
    prepare_shared(engine)

    with pytest.raises(Exception, match="too long"), engine.begin() as db:
        db.execute(text("INSERT INTO outbox (seq, id) VALUES (1, :long)"), {"long": "x" * 37})

    engine.dispose()


def test_eight_consoles_that_come_at_once_make_the_tables_once(shared_server: Server) -> None:
    address = shared_server.fresh()
    states: list[Any] = []

    def come() -> None:
        engine = open_shared(address)
        try:
            states.append(prepare_shared(engine))
        except Exception as error:
            states.append(error)
        engine.dispose()

    threads = [threading.Thread(target=come) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert len(states) == 8
    assert {(state.theirs, state.may_write, state.database) for state in states} == {
        (migrations.OURS, True, states[0].database)
    }


# Secrets


def test_no_text_of_an_address_or_an_engine_tells_the_password() -> None:
    for kind in (Engine.POSTGRESQL, Engine.MARIADB):
        address = Address(kind, "localhost", user="gemba", password="shop/floor@1")
        engine = open_shared(address)

        told = f"{address} {address!r} {engine!r} {engine.url} {engine.url!r} {url_of(address)!r}"

        assert "shop/floor@1" not in told
        assert "shop%2Ffloor" not in told
        engine.dispose()
