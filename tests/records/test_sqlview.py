"""Rules of the ERP's view: it is read as text that every mapping understands, and nothing is ever written there."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import psycopg
import pymysql
import pytest

from console.app.exchangesource import Kind, Source, view_address
from console.domain.exchange import ColumnMap, ViewAway, ViewUnfit, read_rows
from console.domain.sharing import Address, Engine
from console.records import sqlview
from console.records.sqlview import ViewReader
from tests.brokers import free_port
from tests.databases import MariaDB, PostgreSQL

SHANGHAI = ZoneInfo("Asia/Shanghai")
TABLES = """
CREATE SCHEMA "Plant 1";
CREATE TABLE "Plant 1"."Orders" (aufnr text, "Mat:nr" text, qty numeric(13,3), due timestamptz, day date, rush boolean);
INSERT INTO "Plant 1"."Orders" VALUES
 ('W-1', 'Bügel 支架', 1200.000, '2026-12-01 06:00:00+00', '2026-12-01', true),
 ('W-2', NULL, 7.5, '2026-12-01 16:00:00+00', NULL, false);
CREATE VIEW open_orders AS SELECT * FROM "Plant 1"."Orders";
CREATE VIEW "100%" AS SELECT * FROM "Plant 1"."Orders";
CREATE TABLE touched (a int);
CREATE FUNCTION touch() RETURNS int LANGUAGE plpgsql AS 'BEGIN INSERT INTO touched VALUES (1); RETURN 1; END';
CREATE VIEW writes AS SELECT touch() AS a;
CREATE VIEW slow AS SELECT pg_sleep(30)::text AS a
"""


@pytest.fixture(scope="module")
def erp(postgresql: PostgreSQL) -> Address:
    """An ERP's database."""
    made = postgresql.fresh()
    with connected(made) as db:
        db.execute(TABLES.encode())
    return made


def connected(at: Address) -> Any:
    where = f"host={at.host} port={at.port} dbname={at.database} user={at.user} password='{at.password}'"
    return psycopg.connect(where, autocommit=True)


def test_a_view_is_read_as_text_with_times_on_the_plants_clocks(erp: Address) -> None:
    columns, rows = ViewReader(erp).read("open_orders", SHANGHAI)

    assert columns == ("aufnr", "Mat:nr", "qty", "due", "day", "rush")
    assert rows[0] == {
        "aufnr": "W-1", "Mat:nr": "Bügel 支架", "qty": "1200", "due": "2026-12-01 14:00:00",
        "day": "2026-12-01", "rush": "1",
    }  # fmt: skip
    assert rows[1] == {"aufnr": "W-2", "qty": "7.500", "due": "2026-12-02", "rush": "0"}
    mapping = ColumnMap("m", "ERP", (("number", "aufnr"), ("product", "Mat:nr"), ("quantity", "qty"), ("due", "due")))
    read = read_rows(rows[:1], mapping, (), SHANGHAI)
    assert (read.errors, read.drafts[0].quantity) == ((), 1200)


def test_names_are_quoted_and_never_run(erp: Address) -> None:
    reader = ViewReader(erp)
    assert len(reader.read('"Plant 1"."Orders"', SHANGHAI)[1]) == 2
    assert len(reader.read("Plant 1.Orders", SHANGHAI)[1]) == 2
    assert len(reader.read("100%", SHANGHAI)[1]) == 2
    for name in ('open_orders"; DROP TABLE touched; --', "open_orders; DELETE FROM touched", "no_such", "", "a.b.c.d"):
        with pytest.raises(ViewUnfit):
            reader.read(name, SHANGHAI)
    with connected(erp) as db:
        assert db.execute("SELECT count(*) FROM touched").fetchone() == (0,)


def test_a_view_that_would_write_is_stopped_by_the_server(erp: Address) -> None:
    with pytest.raises(ViewUnfit, match=r"read-only|rights|may not"):
        ViewReader(erp).read("writes", SHANGHAI)
    with connected(erp) as db:
        assert db.execute("SELECT count(*) FROM touched").fetchone() == (0,)


def test_a_view_that_takes_too_long_is_given_up(erp: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlview, "STATEMENT", 1)
    began = time.monotonic()
    with pytest.raises((ViewAway, ViewUnfit)):
        ViewReader(erp).read("slow", SHANGHAI)
    assert time.monotonic() - began < 5


def test_a_wrong_password_and_a_server_that_is_away_are_told_apart(erp: Address) -> None:
    from dataclasses import replace

    with pytest.raises(ViewUnfit):
        ViewReader(replace(erp, password="wrong")).read("open_orders", SHANGHAI)
    with pytest.raises(ViewAway):
        ViewReader(replace(erp, port=free_port())).read("open_orders", SHANGHAI)


def test_mariadb_is_read_and_not_written(mariadb: MariaDB) -> None:
    at = mariadb.fresh()
    with (
        pymysql.connect(
            host=at.host, port=at.port, user=at.user, password=at.password, database=at.database, autocommit=True
        ) as db,
        db.cursor() as cursor,
    ):
        cursor.execute("CREATE TABLE orders (nr varchar(20), qty decimal(10,3), due datetime)")
        cursor.execute("INSERT INTO orders VALUES ('W-1', 5.000, '2026-12-01 06:30:00')")
        cursor.execute(
            "CREATE FUNCTION grow() RETURNS int BEGIN INSERT INTO orders VALUES ('x', 1, NULL); RETURN 1; END"
        )
        cursor.execute("CREATE VIEW writes AS SELECT grow() AS a")
    assert ViewReader(at).read("orders", SHANGHAI)[1] == [{"nr": "W-1", "qty": "5", "due": "2026-12-01 06:30:00"}]
    with pytest.raises(ViewUnfit):
        ViewReader(at).read("writes", SHANGHAI)
    assert len(ViewReader(at).read("orders", SHANGHAI)[1]) == 1


def test_an_address_is_read_and_one_with_a_password_in_it_is_refused() -> None:
    at = view_address(Source(Kind.VIEW, url="postgresql+psycopg://erp%40x@db.plant:5433/sap", password="p"))
    assert (at.engine, at.host, at.port, at.database, at.user) == (Engine.POSTGRESQL, "db.plant", 5433, "sap", "erp@x")
    assert view_address(Source(Kind.VIEW, url="mssql://u@h/d")).engine is Engine.SQLSERVER
    for url in ("postgresql://u:secret@h/d", "oracle://u@h/d", "h/d", "postgresql://u@h:99999999/d", "postgresql://h"):
        with pytest.raises(ViewUnfit):
            view_address(Source(Kind.VIEW, url=url))


def test_the_password_is_in_no_text_of_a_source(tmp_path: Path) -> None:
    assert "secret" not in repr(Source(Kind.VIEW, url="postgresql://u@h/d", password="secret"))
