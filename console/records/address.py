"""From an address to an engine: driver, encryption, timeouts. Nothing is connected before it is used."""

from __future__ import annotations

import atexit
import importlib
import ssl
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event

from console.domain.hosts import is_local
from console.domain.sharing import Address
from console.domain.sharing import Engine as Kind
from console.records.readahead import read_ahead
from console.records.sharedfaults import MYSQL_ENDED, CertificateRefused, DriverMissing

CONNECT = 5  # seconds until a server that does not answer counts as away
STATEMENT = 30  # seconds that one statement may take
LOCK = 10  # seconds that a statement waits for a row that another console holds
RECYCLE = 1800  # seconds after which a connection that rested is made anew


@dataclass(frozen=True, slots=True)
class _Kind:
    """What differs from engine to engine."""

    driver: str  # SQLAlchemy's name
    module: str
    port: int
    compiled: str = ""  # the package with what is compiled, where that is large


KINDS = {
    Kind.POSTGRESQL: _Kind("postgresql+psycopg", "psycopg", 5432, "psycopg_binary"),
    Kind.MARIADB: _Kind("mysql+pymysql", "pymysql", 3306),
    Kind.SQLSERVER: _Kind("mssql+pymssql", "pymssql", 1433, "pymssql"),
}


def port_of(address: Address) -> int:
    """The port as given, or the engine's usual one."""
    return address.port or KINDS[address.engine].port


def uses_tls(address: Address) -> bool:
    """Whether the way there is encrypted and the certificate checked; "auto": unless the server is this computer."""
    if address.tls != "auto":
        return address.tls == "on"
    return bool(address.ca_file) or not is_local(address.host)


def url_of(address: Address) -> URL:
    """The address for SQLAlchemy; shown as text it hides the password."""
    host = address.host.strip("[]")
    user, password = address.user or None, address.password or None
    return URL.create(KINDS[address.engine].driver, user, password, host, port_of(address), address.database)


def open_shared(address: Address) -> Engine:
    """An engine with one connection, two at most. DriverMissing or CertificateRefused (file) before any is made."""
    kind = KINDS[address.engine]
    read_ahead(kind.compiled)
    try:
        importlib.import_module(kind.module)
    except ImportError as error:
        words = f"This program was built without {kind.module}, the driver for {address.engine.value}."
        raise DriverMissing(words, place=str(address), driver=kind.module) from error
    options: dict[str, Any] = {"pool_size": 1, "max_overflow": 1, "pool_timeout": LOCK, "pool_recycle": RECYCLE}
    options["connect_args"] = _ARGUMENTS[address.engine](address)
    if address.engine is not Kind.POSTGRESQL:
        options["isolation_level"] = "READ COMMITTED"
    engine = create_engine(url_of(address), hide_parameters=True, **options)  # errors are logged, secrets are not
    if address.engine is Kind.MARIADB:
        event.listen(engine, "do_connect", _connect_mariadb)
        event.listen(engine, "connect", _settle_mariadb)
        event.listen(engine, "handle_error", _see_the_end)
    return engine


def trust(address: Address) -> str:
    """The PEM file of the authorities to believe: the plant's own, or this computer's. CertificateRefused (file)."""
    if not address.ca_file:
        return _system_trust()
    try:
        ssl.create_default_context(cafile=address.ca_file)
    except (OSError, ValueError) as error:
        words = f"The authority (CA) file {address.ca_file} cannot be read or holds no certificate in PEM form."
        raise CertificateRefused(words, place=str(address), why="file", said=str(error)) from error
    return address.ca_file


def _postgresql(address: Address) -> dict[str, Any]:
    milliseconds = {"statement_timeout": STATEMENT, "lock_timeout": LOCK, "idle_in_transaction_session_timeout": 60}
    settings = [f"-c {name}={seconds * 1000}" for name, seconds in milliseconds.items()]
    settings.append("-c default_transaction_isolation=read\\ committed")
    told: dict[str, Any] = {
        "connect_timeout": CONNECT,
        "application_name": "gemba-console",
        "client_encoding": "utf8",  # whatever the environment says
        "options": " ".join(settings),
        "keepalives": 1,
        "keepalives_idle": 10,
        "keepalives_interval": 5,
        "keepalives_count": 3,
        "tcp_user_timeout": 20_000,
        "sslmode": "disable",
        "gssencmode": "disable",
    }
    if uses_tls(address):
        told |= {"sslmode": "verify-full", "sslrootcert": trust(address)}
    return told


def _mariadb(address: Address) -> dict[str, Any]:
    told: dict[str, Any] = {
        "connect_timeout": CONNECT,
        "read_timeout": STATEMENT + 5,
        "write_timeout": STATEMENT + 5,
        "charset": "utf8mb4",
    }
    if uses_tls(address):
        return told | {"ssl": ssl.create_default_context(cafile=trust(address))}
    return told | {"ssl_disabled": True}


def _sqlserver(address: Address) -> dict[str, Any]:
    if uses_tls(address):
        words = (
            "The driver for SQL Server cannot check certificates: encrypt the way by other means, and set TLS to off."
        )
        raise CertificateRefused(words, place=str(address), why="unchecked")
    return {"login_timeout": CONNECT, "timeout": STATEMENT, "charset": "UTF-8", "tds_version": "7.4"}


_ARGUMENTS = {Kind.POSTGRESQL: _postgresql, Kind.MARIADB: _mariadb, Kind.SQLSERVER: _sqlserver}


def _connect_mariadb(dialect: object, record: object, arguments: list[Any], told: dict[str, Any]) -> Any:
    """Give up a server that takes the connection and says nothing as soon as one that does not take it."""
    base: Any = importlib.import_module("pymysql.connections").Connection

    class Impatient(base):  # type: ignore[misc]
        """Waits for the greeting no longer than for the connection."""

        _read_timeout: float

        def connect(self, sock: Any = None) -> None:
            """Connect and sign in."""
            patience, self._read_timeout = self._read_timeout, CONNECT
            super().connect(sock)
            self._read_timeout = patience

    return Impatient(*arguments, **told)


def _settle_mariadb(db: Any, _: object) -> None:
    """Refuse what does not fit instead of cutting it, in either dialect of the limit on time."""
    limit = f"max_statement_time={STATEMENT}"
    if "mariadb" not in str(db.server_version).lower():
        limit = f"max_execution_time={STATEMENT * 1000}"
    modes = "STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"
    with db.cursor() as cursor:
        cursor.execute(f"SET SESSION sql_mode='{modes}', SESSION innodb_lock_wait_timeout={LOCK}, SESSION {limit}")


def _see_the_end(context: Any) -> None:
    """Give up a connection that the server ended: SQLAlchemy does not know all numbers that say so."""
    arguments = getattr(context.original_exception, "args", ())
    if arguments and arguments[0] in MYSQL_ENDED:
        context.is_disconnect = True


@cache
def _system_trust() -> str:
    """A file with the authorities that this computer trusts: libpq cannot look for them by itself everywhere."""
    found = ssl.get_default_verify_paths()
    places = [
        found.cafile,
        *(f"{found.capath}/{name}" for name in ("ca-certificates.crt", "ca-bundle.crt") if found.capath),
    ]
    if sys.platform != "win32":
        for place in places:
            if place and Path(place).is_file():
                return place
    papers = ssl.create_default_context().get_ca_certs(binary_form=True)
    with tempfile.NamedTemporaryFile("w", prefix="gemba-trust-", suffix=".pem", delete=False) as file:
        file.writelines(ssl.DER_cert_to_PEM_cert(paper) for paper in papers)
    atexit.register(Path(file.name).unlink, missing_ok=True)
    return file.name
