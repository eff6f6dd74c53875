"""Rules of the tables that reporting tools read: what the help pages say of them is so, and their views run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, insert, select

from console.records.address import open_shared
from console.records.nouns import METADATA
from resources import resource
from tests.databases import PostgreSQL
from tests.records.filled import Filled
from tests.records.schemas import at_revision

TABLES = {"work_order", "order_confirmation", "flow_step", "stop", "stop_reason", "andon_call", "andon_step"}
COPIED = (*TABLES, "andon_category", "person")
VIEWS = ("report_orders", "report_output", "report_stops", "report_calls")


def page(code: str) -> str:
    return resource("help", code, "tables.md").read_text(encoding="utf-8")


def views(code: str) -> list[str]:
    return re.findall(r"```sql\n(.*?);\n```", page(code), re.DOTALL)


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_every_column_of_the_tables_that_are_described_is_there_and_none_is_left_out(code: str) -> None:
    parts = re.findall(r"^## [^\n]*`(\w+)`\n(.*?)(?=^## )", page(code), re.MULTILINE | re.DOTALL)

    assert {table for table, _ in parts} == TABLES
    for table, text in parts:
        described = re.findall(r"^\| `(\w+)` \| ([^|]+) \| [^|]+ \|$", text, re.MULTILINE)
        columns = METADATA.tables[table].columns
        assert [name for name, _ in described] == [column.name for column in columns], table
        for name, kind in described:
            length = getattr(columns[name].type, "length", None)
            assert (kind in ("time", "day", "时间", "日期")) == (length == 27), f"{table}.{name} is said to be {kind}"


def test_both_languages_have_the_same_queries() -> None:
    assert views("en") == views("zh_CN")
    assert len(views("en")) == len(VIEWS)


def rows_of(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    """Make the views as the page says, and read them."""
    with engine.begin() as db:
        for statement in views("en"):
            db.exec_driver_sql(statement)
        found = {name: [tuple(row) for row in db.exec_driver_sql(f"SELECT * FROM {name}")] for name in VIEWS}
    return {name: sorted(rows, key=str) for name, rows in found.items()}


def test_the_views_run_on_sqlite_and_postgresql_and_say_the_same(postgresql: PostgreSQL, tmp_path: Path) -> None:
    filled = Filled(tmp_path)
    filled.fill(3)
    filled.local.close()
    here, there = create_engine(f"sqlite:///{filled.path}"), open_shared(postgresql.fresh())
    at_revision(there, "head")
    with here.connect() as source, there.begin() as target:
        for name in COPIED:
            table = METADATA.tables[name]
            rows = [dict(row) for row in source.execute(select(table)).mappings()]
            assert rows, name
            target.execute(insert(table), rows)
    ours, theirs = rows_of(here), rows_of(there)

    assert {name: len(rows) for name, rows in ours.items()} == {name: len(rows) for name, rows in theirs.items()}
    assert all(ours.values())
    assert [row[0] for row in ours["report_orders"]] == [row[0] for row in theirs["report_orders"]]
    assert ours["report_output"] == theirs["report_output"]
    assert ours["report_calls"] == theirs["report_calls"]
    here.dispose()
    there.dispose()


def test_the_views_are_not_in_the_way_of_an_upgrade(postgresql: PostgreSQL) -> None:
    there = open_shared(postgresql.fresh())
    at_revision(there, "0013")
    with there.begin() as db:
        for statement in views("en"):
            db.exec_driver_sql(statement)

    at_revision(there, "head")

    with there.connect() as db:
        assert [db.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar() for name in VIEWS] == [0] * len(VIEWS)
    there.dispose()
