"""A view or table of another system, read as a table of text. One SELECT in a transaction that can write nothing."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from console.domain.exchange import ROWS_MOST, TooManyRows, ViewAway, ViewUnfit
from console.domain.sharing import Address
from console.domain.sharing import Engine as Kind
from console.records.address import open_shared
from console.records.patience import Patience, hang_up
from console.records.sharedfaults import SharedRefused, shared_trouble

STATEMENT: Final = 20  # seconds that the question may take
SILENT: Final = 25.0  # seconds without a word after which the connection is given up
AT_ONCE: Final = 2000  # rows fetched together

Rows = list[dict[str, str]]


class ViewReader:
    """One address, read by one thread; `cut` from any."""

    def __init__(self, address: Address) -> None:
        self._address = address
        self._patience: Patience | None = None
        self._raw: Any = None  # the driver's connection: rows are fetched past the engine's patience

    def read(self, view: str, zone: ZoneInfo) -> tuple[tuple[str, ...], Rows]:
        """Columns and rows of "view" or "schema.view"; times on the clocks of `zone`.

        ViewAway, ViewUnfit, TooManyRows.
        """
        engine: Engine | None = None
        try:
            engine = open_shared(self._address)
            self._patience = Patience(engine, SILENT)
            with engine.connect() as db:
                self._raw = db.connection.dbapi_connection
                _only_read(db)
                return _selected(db, view, zone)
        except (ViewUnfit, TooManyRows):
            raise
        except Exception as error:
            raise _told(error, self._address) from error
        finally:
            self._raw = None
            if self._patience is not None:
                self._patience.close()
            if engine is not None:
                engine.dispose()

    def cut(self) -> None:
        """Wait no longer for an answer."""
        if self._patience is not None:
            self._patience.cut()
        if self._raw is not None:
            hang_up(self._raw)


def _only_read(db: Connection) -> None:
    """What the server itself refuses to write; SQL Server has nothing like it, there only the SELECT is sent."""
    kind = db.dialect.name
    if kind == "postgresql":
        db.execute(text("SET TRANSACTION READ ONLY"))
        db.execute(text(f"SET LOCAL statement_timeout = {STATEMENT * 1000}"))
    elif kind in ("mysql", "mariadb"):
        db.exec_driver_sql("START TRANSACTION READ ONLY")


def _selected(db: Connection, view: str, zone: ZoneInfo) -> tuple[tuple[str, ...], Rows]:
    parts = view.split(".") if not view.startswith('"') else [part.strip('"') for part in view.split('"."')]
    if not 1 <= len(parts) <= 3 or not all(part.strip() for part in parts):
        raise ViewUnfit(f"{view!r} names no view", why="name")
    quote = db.dialect.identifier_preparer.quote_identifier
    asked = "SELECT * FROM " + ".".join(quote(part.strip()) for part in parts).replace("%%", "%")  # text() doubles too
    result = db.execution_options(stream_results=True).execute(text(asked.replace(":", r"\:")))
    columns = tuple(dict.fromkeys(str(name) for name in result.keys()))  # noqa: SIM118  not a mapping
    rows: Rows = []
    while found := result.fetchmany(AT_ONCE):
        rows += [
            {c: said for c, value in zip(columns, row, strict=False) if (said := _said(value, zone))} for row in found
        ]
        if len(rows) > ROWS_MOST:
            result.close()
            raise TooManyRows(rows=len(rows), most=ROWS_MOST)
    return columns, rows


def _said(value: Any, zone: ZoneInfo) -> str:
    """A value as text that every mapping reads the same."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, datetime):
        wall = value.astimezone(zone).replace(tzinfo=None) if value.tzinfo else value
        plain = wall.replace(microsecond=0)
        return plain.date().isoformat() if plain.time() == time() else plain.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal | float):
        number = float(value)
        return str(int(value)) if abs(number) < 1e15 and number.is_integer() else str(value)
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(value).decode("utf-8", errors="replace").strip()
    return str(value).strip()


def _told(error: Exception, address: Address) -> Exception:
    trouble = shared_trouble(error, str(address))
    if isinstance(trouble, SharedRefused):
        return ViewUnfit(trouble.detail, why=str(trouble.facts.get("said") or trouble.detail), place=str(address))
    if trouble is not None:
        return ViewAway(trouble.detail, place=str(address))
    if isinstance(error, DBAPIError):
        said = " ".join(str(error.orig).split())[:300]
        return ViewUnfit(said, why=said, place=str(address))
    return error


def kind_of(scheme: str) -> Kind | None:
    """The engine that an address begins with; None: none that can be read."""
    names = {"postgresql": Kind.POSTGRESQL, "postgres": Kind.POSTGRESQL, "mysql": Kind.MARIADB}
    names |= {"mariadb": Kind.MARIADB, "mssql": Kind.SQLSERVER, "sqlserver": Kind.SQLSERVER}
    return names.get(scheme.partition("+")[0].lower())


__all__ = ["ViewReader", "kind_of"]
