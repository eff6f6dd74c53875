"""What a shared database or its driver says when it cannot, told as what a person can do about it."""

from __future__ import annotations

import re
import socket
import sqlite3
import ssl
from typing import Any

import sqlalchemy  # noqa: F401  before its parts: two threads that begin it at both ends would not get in
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from console.domain.errors import Refusal


class SharedTrouble(Refusal):
    """Base: the shared database cannot be used now. facts: place, and `said` where the server said something."""

    code = "shared_trouble"


class SharedAway(SharedTrouble):
    """It cannot be reached; it is tried again by itself. facts: why = name, refused, silent, busy or broken."""

    code = "shared_away"


class SharedRefused(SharedTrouble):
    """It answered and said no: trying again will not help before somebody does something."""

    code = "shared_refused"


class WrongPassword(SharedRefused):
    """User or password are not right."""

    code = "shared_password"


class NoSuchDatabase(SharedRefused):
    """The server has no database of this name."""

    code = "shared_no_database"


class CertificateRefused(SharedRefused):
    """The server cannot prove who it is. facts: why = authority, name, expired, early, none (it has no TLS) or file."""

    code = "shared_certificate"


class NoRights(SharedRefused):
    """The user may not do what the console must."""

    code = "shared_no_rights"


class DriverMissing(SharedRefused):
    """This program was built without the driver for this kind of database. facts: driver."""

    code = "shared_no_driver"


class OtherTables(SharedRefused):
    """Tables of another program bear names that ours need. facts: tables."""

    code = "shared_other_tables"


class NotUnicode(SharedRefused):
    """The database was made for the letters of some languages only. facts: encoding."""

    code = "shared_encoding"


POSTGRES: tuple[tuple[str, type[SharedTrouble], dict[str, str]], ...] = (
    (r"starting up|shutting down|recovery mode|too many (clients|connections)", SharedAway, {"why": "busy"}),
    (r"translate host name|resolve host|nodename nor servname", SharedAway, {"why": "name"}),
    (r"Connection refused", SharedAway, {"why": "refused"}),
    (r"timeout expired|timed out|No route|unreachable", SharedAway, {"why": "silent"}),
    (r"does not support SSL", CertificateRefused, {"why": "none"}),
    (r"root certificate file", CertificateRefused, {"why": "file"}),
    (r"does not match host name|Hostname mismatch|IP address mismatch", CertificateRefused, {"why": "name"}),
    (r"certificate has expired", CertificateRefused, {"why": "expired"}),
    (r"certificate is not yet valid", CertificateRefused, {"why": "early"}),
    (
        r"certificate verify failed|self.signed certificate|unable to get .*issuer",
        CertificateRefused,
        {"why": "authority"},
    ),
    (r"authentication failed|认证失败|no password supplied|role .* does not exist", WrongPassword, {}),
    (r"database .* does not exist|数据库 .*不存在", NoSuchDatabase, {}),
    (r"pg_hba\.conf|permission denied|not permitted to log in|权限不够", NoRights, {}),
    (r"FATAL", SharedRefused, {}),
)  # what PostgreSQL and libpq say before there is a code
POSTGRES_STATES: tuple[tuple[str, type[SharedTrouble], dict[str, str]], ...] = (
    (r"28", WrongPassword, {}),
    (r"3D000", NoSuchDatabase, {}),
    (r"42501|25006", NoRights, {}),
    (r"08|57P", SharedAway, {"why": "broken"}),
    (r"53|57014|55P03|40", SharedAway, {"why": "busy"}),
)
MYSQL_ENDED = (1053, 1158, 1159, 1160, 1161, 1927, 2006, 2013, 2055)  # the connection is no more
MYSQL: dict[int, tuple[type[SharedTrouble], dict[str, str]]] = {
    1045: (WrongPassword, {}),
    1698: (WrongPassword, {}),
    1049: (NoSuchDatabase, {}),
    **dict.fromkeys((1044, 1130, 1142, 1143, 1227, 1290, 1370, 1792, 1836), (NoRights, {})),
    **dict.fromkeys((1040, 1203, 1205, 1213, 1226, 1969, 3024), (SharedAway, {"why": "busy"})),
    **dict.fromkeys(MYSQL_ENDED, (SharedAway, {"why": "broken"})),
    2026: (CertificateRefused, {"why": "none"}),
    3159: (CertificateRefused, {"why": "asked"}),
}
SQLSERVER: tuple[tuple[str, type[SharedTrouble], dict[str, str]], ...] = (
    (r"18456|Login failed", WrongPassword, {}),
    (r"4060|Cannot open database", NoSuchDatabase, {}),
    (r"\b(229|230|262|297)\b|permission was denied", NoRights, {}),
    (r"20009|Unable to connect", SharedAway, {"why": "silent"}),
    (r"20003|20047|DBPROCESS is dead|\b1205\b", SharedAway, {"why": "broken"}),
)
CERTIFICATES = {9: "early", 10: "expired", 62: "name", 64: "name"}  # X509_V_ERR_* of OpenSSL; others: authority


def shared_trouble(error: BaseException, place: str = "") -> SharedTrouble | None:
    """What an error of a shared database means; None where it is a mistake of ours."""
    if isinstance(error, SharedTrouble):
        return error
    wrapped = isinstance(error, DBAPIError)
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    if isinstance(cause, sqlite3.Error):
        return None  # of the file here
    kind, facts = _kind(cause)
    if kind is None and (wrapped and getattr(error, "connection_invalidated", False)):
        kind, facts = SharedAway, {"why": "broken"}
    if kind is None and isinstance(error, OperationalError | InterfaceError):
        kind = SharedAway
        facts = {"why": "broken"}
    if kind is None:
        return None
    said = _said(cause)
    return kind(f"{_WORDS[kind]} {place}: {said}", place=place, said=said, **facts)


_WORDS: dict[type[SharedTrouble], str] = {
    SharedAway: "No connection to",
    SharedRefused: "Refused by",
    WrongPassword: "User or password are not right for",
    NoSuchDatabase: "There is no such database:",
    CertificateRefused: "The certificate is not trusted of",
    NoRights: "The user's rights do not suffice at",
}


def certificate_why(error: ssl.SSLError) -> str:
    """Why a handshake did not come about."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return CERTIFICATES.get(error.verify_code, "authority")
    return "none"


def _kind(cause: BaseException) -> tuple[type[SharedTrouble] | None, dict[str, str]]:
    within = _network(cause)
    if within is not None:
        return within
    module = type(cause).__module__.split(".")[0]
    if module == "psycopg":
        state = str(getattr(cause, "sqlstate", None) or "")
        return _first(POSTGRES_STATES, state, re.match) if state else _first(POSTGRES, str(cause), re.search)
    if module == "pymysql":
        number: Any = cause.args[0] if cause.args else 0
        found = MYSQL.get(number) if isinstance(number, int) else None
        return found or (None, {})
    if module == "pymssql":
        return _first(SQLSERVER, str(cause), re.search)
    return None, {}


def _first(rows: Any, text: str, how: Any) -> tuple[type[SharedTrouble] | None, dict[str, str]]:
    return next(((kind, facts) for pattern, kind, facts in rows if how(pattern, text)), (None, {}))


def _network(cause: BaseException) -> tuple[type[SharedTrouble], dict[str, str]] | None:
    """What a driver in Python found when it opened the socket; it is kept inside the error."""
    seen: BaseException | None = cause
    for _ in range(6):
        inner = getattr(seen, "original_exception", None) or (seen and (seen.__cause__ or seen.__context__))
        for found in (seen, inner):
            if isinstance(found, ssl.SSLError):
                return CertificateRefused, {"why": certificate_why(found)}
            if isinstance(found, socket.gaierror | UnicodeError):
                return SharedAway, {"why": "name"}
            if isinstance(found, ConnectionRefusedError):
                return SharedAway, {"why": "refused"}
            if isinstance(found, TimeoutError):
                return SharedAway, {"why": "silent"}
            if isinstance(found, ConnectionError):
                return SharedAway, {"why": "broken"}
        seen = inner
        if seen is None:
            return None
    return None


def _said(cause: BaseException) -> str:
    text = str(cause.args[-1]) if cause.args else str(cause)
    return " ".join(text.split())[:300]
