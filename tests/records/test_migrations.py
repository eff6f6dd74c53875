"""Migrations go up, down, and end at the models; rows survive; the same on every database that may be shared."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, inspect, select
from sqlalchemy.dialects import mssql, mysql
from sqlalchemy.schema import CreateIndex, CreateTable

from console.records import migrations
from console.records.address import open_shared
from console.records.nouns import METADATA
from console.records.schema import meta
from tests.databases import Server
from tests.records.schemas import at_revision, contents, differences, fill, sqlite_engine

REVISIONS = [script.revision for script in reversed(list(ScriptDirectory(migrations.__path__[0]).walk_revisions()))]
KINDS = ["sqlite", "postgresql", "mariadb"]


@pytest.fixture(params=KINDS)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty database of each kind."""
    if request.param == "sqlite":
        made = sqlite_engine(tmp_path / "records.db")
    else:
        server: Server = request.getfixturevalue(request.param)
        made = open_shared(server.fresh())
    yield made
    made.dispose()


def number(engine: Engine) -> dict[str, str]:
    with engine.connect() as db:
        return {name: value for name, value in db.execute(select(meta.c.name, meta.c.value)) if name != "database"}


def test_the_revisions_are_one_chain_that_ends_where_the_program_says() -> None:
    scripts = ScriptDirectory(migrations.__path__[0])

    assert [f"{n:04}" for n in range(1, len(REVISIONS) + 1)] == REVISIONS
    assert len(scripts.get_heads()) == 1
    assert int(scripts.get_heads()[0]) == migrations.OURS
    assert scripts.get_revision("head").module.writers == migrations.WRITERS


def test_a_fresh_database_has_the_tables_of_the_models(engine: Engine) -> None:
    at_revision(engine, "head")

    assert differences(engine) == []
    assert number(engine) == {"schema": str(migrations.OURS), "writers": str(migrations.WRITERS)}


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_rows_survive_the_way_up_from_every_revision(engine: Engine, revision: str) -> None:
    at_revision(engine, revision)
    fill(engine)
    before = contents(engine)

    at_revision(engine, "head")

    after = contents(engine)
    assert {name: after[name] for name in before} == before
    assert differences(engine) == []


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_the_way_down_leads_to_the_older_tables_with_their_rows(engine: Engine, revision: str) -> None:
    at_revision(engine, revision)
    older = inspect(engine).get_table_names()
    fill(engine)
    before = contents(engine)
    at_revision(engine, "head")

    with engine.begin() as db:
        migrations.downgrade(db, revision)

    assert sorted(inspect(engine).get_table_names()) == sorted(older)
    assert contents(engine) == before
    assert number(engine)["schema"] == str(int(revision))


def test_the_way_down_to_the_beginning_leaves_nothing(engine: Engine) -> None:
    at_revision(engine, "head")
    fill(engine)

    with engine.begin() as db:
        migrations.downgrade(db, "base")

    assert set(inspect(engine).get_table_names()) <= {migrations.VERSION_TABLE}


def test_a_migration_that_was_cut_short_is_finished_by_the_next(engine: Engine) -> None:
    """As MariaDB leaves it: some tables are there, without an index, and no number."""
    at_revision(engine, "head")
    fill(engine)
    before = contents(engine)
    with engine.begin() as db:
        db.exec_driver_sql("DROP TABLE outbox")
        where = " ON person" if engine.dialect.name == "mysql" else ""
        db.exec_driver_sql(f"DROP INDEX ix_person_number{where}")
        db.exec_driver_sql(f"DELETE FROM {migrations.VERSION_TABLE}")
        db.exec_driver_sql("DELETE FROM meta WHERE name = 'schema'")
    assert differences(engine) != []

    at_revision(engine, "head")

    assert differences(engine) == []
    assert contents(engine) == before | {"outbox": []}


def test_every_constraint_and_index_has_a_name() -> None:
    nameless = [
        (table.name, kind)
        for table in METADATA.tables.values()
        for kind in (*table.constraints, *table.indexes)
        if kind.name is None and kind is not table.primary_key
    ]

    assert nameless == []
    assert {table.primary_key.name for table in METADATA.tables.values()} == {f"pk_{name}" for name in METADATA.tables}


# SQL Server, and the limits of each kind of server


def widths(columns: list[object], dialect: object, a_character: int) -> int:
    """Bytes that a key of these columns takes at most."""
    found = 0
    for column in columns:
        kind = column.type.dialect_impl(dialect)  # type: ignore[attr-defined]
        length = getattr(kind, "length", None)
        found += length * a_character if length else 8
        assert "MAX" not in str(kind.compile(dialect)).upper(), f"{column} is too long for a key"
    return found


def keys() -> list[tuple[str, list[object], bool]]:
    found: list[tuple[str, list[object], bool]] = []
    for table in METADATA.tables.values():
        found.append((table.name, list(table.primary_key.columns), True))
        found += [(str(index.name), list(index.columns), False) for index in table.indexes]
        uniques = (kind for kind in table.constraints if type(kind).__name__ == "UniqueConstraint")
        found += [(str(kind.name), list(kind.columns), False) for kind in uniques]
    return found


def test_sql_server_can_make_every_table_and_key() -> None:
    dialect = mssql.dialect()

    for table in METADATA.sorted_tables:
        words = str(CreateTable(table).compile(dialect=dialect))
        words += "".join(str(CreateIndex(index).compile(dialect=dialect)) for index in table.indexes)
        assert f"CREATE TABLE [{table.name}]" in words or f"CREATE TABLE {table.name}" in words
        assert "TEXT" not in words.replace("NVARCHAR", ""), "a type that SQL Server gave up"
    for name, columns, clustered in keys():
        assert widths(columns, dialect, 2) <= (900 if clustered else 1700), name


def test_mariadb_can_make_every_key() -> None:
    for name, columns, _ in keys():
        assert widths(columns, mysql.dialect(), 4) <= 3072, name


def test_no_name_is_longer_than_the_strictest_server_takes() -> None:
    """PostgreSQL 63 bytes, MariaDB 64, SQL Server 128."""
    names = [name for name, _, _ in keys()]
    names += [column.name for table in METADATA.tables.values() for column in table.columns]
    names += [str(kind.name) for table in METADATA.tables.values() for kind in table.constraints if kind.name]

    assert [name for name in names if len(name.encode()) > 63] == []


@pytest.mark.parametrize("dialect", ["mssql", "postgresql", "mysql", "sqlite"])
def test_the_migrations_can_be_written_as_sql_for_an_administrator(dialect: str) -> None:
    output = io.StringIO()
    config = migrations.configuration(None, output)
    config.attributes["dialect"] = dialect

    command.upgrade(config, "head", sql=True)

    words = output.getvalue()
    assert all(
        f"CREATE TABLE {name}" in words.replace("[", "").replace("]", "").replace("`", "").replace('"', "")
        for name in METADATA.tables
    )


def test_the_file_that_is_made_at_once_is_the_one_that_migrations_make(tmp_path: Path) -> None:
    from console.records.upgrade import prepare_local

    prepare_local(tmp_path / "records.db")
    engine = create_engine(f"sqlite:///{tmp_path / 'records.db'}")

    assert differences(engine) == []
    assert number(engine) == {"schema": str(migrations.OURS), "writers": str(migrations.WRITERS)}
    with engine.connect() as db:
        assert db.exec_driver_sql(f"SELECT * FROM {migrations.VERSION_TABLE}").all() == [(REVISIONS[-1],)]
    engine.dispose()
