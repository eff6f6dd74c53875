"""Testing a connection: everything a person wants to know of a shared database before this console joins it."""

from __future__ import annotations

import socket
import ssl
import statistics
import struct
import time
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, func, inspect, select, text

from console.domain.joining import Found, Tested
from console.domain.sharing import Address, Engine, Other
from console.records.address import CONNECT, open_shared, port_of, trust, uses_tls
from console.records.handshake import read_meta, refuse_encoding, state_of
from console.records.schema import presence, trail
from console.records.sharedfaults import CertificateRefused, NoRights, certificate_why, shared_trouble
from console.records.shelves import KINDS

ROUNDS = 5
TRIAL = "gemba_trial"  # a table that is made and taken away, to see whether that may be done
OTHERS = 200
_SSL_REQUEST = struct.pack("!ii", 8, 80877103)  # PostgreSQL's protocol 3.0, "SSLRequest"


def test_connection(address: Address) -> Tested:
    """Connect, look around, let go; nothing is left behind. Blocks: some seconds where nothing answers.

    Raises a SharedTrouble that says what stands against it.
    """
    try:
        engine = open_shared(address)
        try:
            with engine.connect() as db:
                return _look(db, address)
        finally:
            engine.dispose()
    except Exception as error:
        trouble = shared_trouble(error, str(address))
        if trouble is None:
            raise
        if isinstance(trouble, CertificateRefused) and address.engine is Engine.POSTGRESQL:
            trouble = _closer(address, trouble)
        raise trouble from error


def _look(db: Connection, address: Address) -> Tested:
    latency = statistics.median(_timed(db) for _ in range(ROUNDS)) * 1000
    server, encrypted, ahead = _server(db), _encrypted(db), _ahead(db)
    refuse_encoding(db)
    meta = read_meta(db)
    state = state_of(meta)
    found = Found.NONE if not state.theirs else Found.OURS
    if state.theirs and state.theirs != state.ours:
        found = Found.NEWER if state.theirs > state.ours else Found.OLDER
    commands, records, others = _there(db) if state.theirs else (0, 0, ())
    db.rollback()
    may_create = _may_create(db)
    if not may_create and found in (Found.NONE, Found.OLDER):
        words = f"The user {address.user} may not make tables in {address}."
        raise NoRights(words, place=str(address), said=words, right="create")
    return Tested(
        server,
        latency,
        encrypted,
        may_create,
        found,
        state.ours,
        state.theirs,
        state.may_write,
        state.database,
        commands,
        records,
        others,
        ahead,
    )


def _timed(db: Connection) -> float:
    begun = time.perf_counter()
    db.scalar(text("SELECT 1"))
    return time.perf_counter() - begun


def _server(db: Connection) -> str:
    if db.dialect.name == "postgresql":
        return "PostgreSQL " + str(db.scalar(text("SHOW server_version"))).split()[0]
    told = str(db.scalar(text("SELECT VERSION()" if db.dialect.name == "mysql" else "SELECT @@VERSION")))
    if db.dialect.name == "mysql":
        return ("MariaDB " if "mariadb" in told.lower() else "MySQL ") + told.split("-")[0]
    return told.splitlines()[0][:60]


def _encrypted(db: Connection) -> str:
    if db.dialect.name == "postgresql":
        return str(db.scalar(text("SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) or "")
    if db.dialect.name == "mysql":
        row = db.execute(text("SHOW SESSION STATUS LIKE 'Ssl_version'")).one_or_none()
        return str(row[1]) if row else ""
    return ""


_NOW = {
    "postgresql": "SELECT extract(epoch FROM clock_timestamp())",
    "mysql": "SELECT UNIX_TIMESTAMP(NOW(6))",
    "mssql": "SELECT DATEDIFF_BIG(microsecond, '1970-01-01', SYSUTCDATETIME()) / 1e6",
}


def _ahead(db: Connection) -> float:
    """Seconds by which the server's clock is ahead, against the middle of the time that asking took."""
    before = time.time()
    theirs: Any = db.scalar(text(_NOW[db.dialect.name]))
    return float(theirs) - (before + time.time()) / 2


def _there(db: Connection) -> tuple[int, int, tuple[Other, ...]]:
    names = set(inspect(db).get_table_names())
    records = sum(_count(db, shelf.table) for shelf in KINDS.values() if shelf.kind in names)
    others = db.execute(select(presence).order_by(presence.c.seen.desc()).limit(OTHERS)).mappings()
    return _count(db, trail), records, tuple(_other(row) for row in others)


def _count(db: Connection, table: Table) -> int:
    return int(db.scalar(select(func.count()).select_from(table)) or 0)


def _other(row: Any) -> Other:
    seen = datetime.fromisoformat(row["seen"])
    return Other(row["console"], row["name"], row["program"], row["schema"], seen, row["waiting"])


def _may_create(db: Connection) -> bool:
    """Whether a table can be made: it is tried, for privileges come by many ways."""
    try:
        if db.dialect.name != "mysql":
            with db.begin() as both:
                db.execute(text(f"CREATE TABLE {TRIAL} (id INTEGER)"))
                both.rollback()
            return True
        db.execute(text(f"CREATE TABLE IF NOT EXISTS {TRIAL} (id INTEGER)"))
        db.execute(text(f"DROP TABLE {TRIAL}"))
        return True
    except Exception as error:
        db.rollback()
        if isinstance(shared_trouble(error), NoRights):
            return False
        raise


# Why a certificate is refused, where the driver does not say


def _closer(address: Address, trouble: CertificateRefused) -> CertificateRefused:
    """The same refusal with the reason that Python's TLS tells: by number, not in some language."""
    if not uses_tls(address) or trouble.facts.get("why") == "file":
        return trouble
    try:
        why, said = _handshake(address)
    except OSError:
        return trouble
    return CertificateRefused(trouble.detail, **{**trouble.facts, "why": why, "said": said}) if why else trouble


def _handshake(address: Address) -> tuple[str, str]:
    context = ssl.create_default_context(cafile=trust(address))
    host = address.host.strip("[]")
    with socket.create_connection((host, port_of(address)), CONNECT) as plain:
        plain.sendall(_SSL_REQUEST)
        if plain.recv(1) != b"S":
            return "none", "the server offers no TLS"
        try:
            with context.wrap_socket(plain, server_hostname=host):
                return "", ""
        except ssl.SSLError as error:
            return certificate_why(error), str(error)
