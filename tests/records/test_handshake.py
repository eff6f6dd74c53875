"""Programs of different age at one shared database: who may write, who reads on, and how it is said."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, inspect, text, update

from console.domain.joining import Found, SchemaState
from console.domain.people import Grant, Person, Role
from console.domain.sharing import Address
from console.records import migrations, tested
from console.records.address import open_shared
from console.records.desk import RowDesk
from console.records.handshake import prepare_shared
from console.records.schema import meta
from tests.databases import Server
from tests.records.schemas import at_revision, by_a_newer_program, contents, differences, fill

NEXT = migrations.OURS + 1
PERSON = Person("p-1", "Operator 7", "4711", (Grant(Role.OPERATOR, ("Suzhou",)),))


@pytest.fixture
def address(shared_server: Server) -> Address:
    return shared_server.fresh()


@pytest.fixture
def engine(address: Address) -> Iterator[Engine]:
    made = open_shared(address)
    yield made
    made.dispose()


def keep(engine: Engine, person: Person) -> None:
    with engine.begin() as db:
        desk = RowDesk(db)
        desk.begin(f"command of {person.id}")
        desk.put(person)
        desk.flush()


def kept(engine: Engine, id: str) -> Person | None:
    with engine.begin() as db:
        return RowDesk(db).get(Person, id)


def writers(engine: Engine, number: int) -> None:
    with engine.begin() as db:
        db.execute(update(meta).where(meta.c.name == "writers").values(value=str(number)))


def test_the_first_console_makes_the_tables_and_the_second_finds_them(engine: Engine, address: Address) -> None:
    first = prepare_shared(engine)
    second = prepare_shared(open_shared(address))

    assert first == second == SchemaState(migrations.OURS, migrations.OURS, True, first.database)
    assert len(first.database) == 36
    assert differences(engine) == []


def numbers(engine: Engine) -> list[str]:
    """The numbers of the schema, for consoles and for Alembic."""
    asked = "SELECT value FROM meta WHERE name IN ('schema', 'writers') ORDER BY name"
    with engine.connect() as db:
        return [
            str(row[0]) for one in (asked, f"SELECT * FROM {migrations.VERSION_TABLE}") for row in db.execute(text(one))
        ]


def described(engine: Engine) -> set[str]:
    """Every table, column and index as the database itself tells them."""
    with engine.connect() as db:
        if engine.dialect.name == "mysql":
            tables = inspect(db).get_table_names()
            made = [(name, db.execute(text(f"SHOW CREATE TABLE `{name}`")).one()[1]) for name in tables]
            return {f"{name} {line.strip().rstrip(',')}" for name, words in made for line in words.splitlines()}
        names = "table_name, column_name, data_type, character_maximum_length, is_nullable, column_default"
        columns = f"SELECT {names} FROM information_schema.columns WHERE table_schema = 'public'"
        indexes = "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'"
        return {str(tuple(row)) for asked in (columns, indexes) for row in db.execute(text(asked))}


def test_tables_that_are_made_at_once_are_those_that_the_revisions_end_at(
    engine: Engine, shared_server: Server
) -> None:
    prepare_shared(engine)
    stepwise = open_shared(shared_server.fresh())
    at_revision(stepwise, "head")

    assert described(engine) == described(stepwise)
    assert numbers(engine) == numbers(stepwise)
    stepwise.dispose()


def test_making_the_tables_goes_on_where_another_console_was_interrupted(engine: Engine) -> None:
    """What MariaDB keeps of it: first tables, with the id of the database or without."""
    with engine.begin() as db:
        meta.create(db)
    first = prepare_shared(engine)
    with engine.begin() as db:
        db.execute(text(f"DROP TABLE {migrations.VERSION_TABLE}"))
        db.execute(text("DROP TABLE outbox"))
        db.execute(text("DELETE FROM meta WHERE name <> 'database'"))

    assert prepare_shared(engine) == first == SchemaState(migrations.OURS, migrations.OURS, True, first.database)
    assert differences(engine) == []


def test_an_older_database_is_brought_up_with_every_row_and_stays_the_same_database(
    engine: Engine, address: Address
) -> None:
    at_revision(engine, "0001")
    fill(engine, 50)
    before = contents(engine)
    found = tested.test_connection(address)
    assert (found.found, found.theirs) == (Found.OLDER, 1)

    state = prepare_shared(engine)

    assert (state.theirs, state.may_write, state.database) == (migrations.OURS, True, found.database)
    after = contents(engine)
    assert {name: after[name] for name in before} == before


def test_an_update_that_was_cut_short_is_finished_by_the_next_console(engine: Engine) -> None:
    """What MariaDB keeps of it: tables without their number. PostgreSQL keeps nothing, and is the same afterwards."""
    at_revision(engine, "0001")
    fill(engine)
    with engine.begin() as db:
        migrations.upgrade(db)
        db.execute(text(f"UPDATE {migrations.VERSION_TABLE} SET version_num = '0001'"))
        db.execute(text("UPDATE meta SET value = '1' WHERE name = 'schema'"))
        db.execute(text("DROP TABLE blob" if engine.dialect.name != "mysql" else "DROP TABLE `blob`"))

    assert prepare_shared(engine).theirs == migrations.OURS
    assert differences(engine) == []


def test_an_older_program_writes_on_where_the_newer_one_allows_it(engine: Engine, address: Address) -> None:
    prepare_shared(engine)
    by_a_newer_program(engine)

    state = prepare_shared(engine)
    keep(engine, PERSON)

    assert (state.theirs, state.may_write) == (NEXT, True)
    assert kept(engine, "p-1") == PERSON
    with engine.connect() as db:
        assert db.scalar(text("SELECT nickname FROM person WHERE id = 'p-1'")) == "none"


def test_an_older_program_reads_on_where_it_may_not_write_and_says_so(engine: Engine, address: Address) -> None:
    prepare_shared(engine)
    keep(engine, PERSON)
    by_a_newer_program(engine)
    writers(engine, NEXT)

    state = prepare_shared(engine)

    assert state == SchemaState(migrations.OURS, NEXT, False, state.database)
    assert kept(engine, "p-1") == PERSON
    found = tested.test_connection(address)
    assert (found.found, found.theirs, found.may_write) == (Found.NEWER, NEXT, False)


def test_an_older_program_leaves_the_newer_tables_as_they_are(engine: Engine) -> None:
    prepare_shared(engine)
    by_a_newer_program(engine)
    before = sorted(inspect(engine).get_table_names())

    prepare_shared(engine)

    assert sorted(inspect(engine).get_table_names()) == before
    assert "andon" in before


def test_the_steps_of_a_later_revision_go_up_and_down_and_may_be_repeated(engine: Engine) -> None:
    prepare_shared(engine)
    keep(engine, PERSON)
    by_a_newer_program(engine)
    with engine.begin() as db:  # it was done but its number was not written
        db.execute(text(f"UPDATE {migrations.VERSION_TABLE} SET version_num = '{migrations.OURS:04}'"))
    by_a_newer_program(engine)

    by_a_newer_program(engine, f"{migrations.OURS:04}")

    assert differences(engine) == []
    assert kept(engine, "p-1") == PERSON
    assert prepare_shared(engine).theirs == migrations.OURS
