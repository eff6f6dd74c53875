"""Why a message did not go out: what sockets, TLS and mail servers say, as one of the reasons that people read."""

from __future__ import annotations

import http.client
import smtplib
import socket
import ssl
import unicodedata
from collections.abc import Iterable
from urllib.error import HTTPError, URLError

from console.app.parcels import Unsent
from console.domain.notices import SAID_MOST, Why

NAME_MISMATCH, NOT_YET, EXPIRED = 62, 9, 10  # X509 verification codes of OpenSSL
ADDRESS_MISMATCH = 64


def unsent(error: Exception, secrets: Iterable[str] = ()) -> Unsent:
    """The reason behind an error of the way out."""
    why, said = (error.why, error.said) if isinstance(error, Unsent) else _read(error)
    for secret in sorted(filter(None, secrets), key=len, reverse=True):
        said = said.replace(secret, "***")
    shown = "".join(" " if unicodedata.category(char)[0] in "CZ" else char for char in said)
    return Unsent(why, " ".join(shown.split())[:SAID_MOST])


def _read(error: BaseException) -> tuple[Why, str]:
    if isinstance(error, HTTPError):
        return Why.REFUSED, f"HTTP {error.code}"
    if isinstance(error, URLError) and isinstance(error.reason, BaseException):
        return _read(error.reason)
    if isinstance(error, smtplib.SMTPException):
        return _of_mail(error)
    if isinstance(error, ssl.SSLCertVerificationError):
        return _of_certificate(error), ""
    if isinstance(error, ssl.SSLError):
        return (Why.NO_TLS if "WRONG_VERSION" in (error.reason or "") else Why.BROKEN), error.reason or ""
    if isinstance(error, socket.gaierror):
        return Why.NAME, ""
    if isinstance(error, TimeoutError):
        return Why.SILENT, ""
    if isinstance(error, ConnectionRefusedError):
        return Why.CLOSED, ""
    if isinstance(error, OSError | http.client.HTTPException):
        return Why.BROKEN, (error.strerror or "") if isinstance(error, OSError) else type(error).__name__
    return Why.BROKEN, type(error).__name__


def _of_certificate(error: ssl.SSLCertVerificationError) -> Why:
    if error.verify_code in (NAME_MISMATCH, ADDRESS_MISMATCH):
        return Why.CERTIFICATE_NAME
    return Why.CERTIFICATE_DATES if error.verify_code in (NOT_YET, EXPIRED) else Why.CERTIFICATE


def _of_mail(error: smtplib.SMTPException) -> tuple[Why, str]:
    match error:
        case smtplib.SMTPAuthenticationError():
            return Why.PASSWORD, _answer(error.smtp_code, error.smtp_error)
        case smtplib.SMTPRecipientsRefused():
            code, said = next(iter(error.recipients.values()), (0, b""))
            return (Why.RECIPIENT if code >= 500 else Why.BUSY), _answer(code, said)
        case smtplib.SMTPSenderRefused():
            return (Why.SENDER if error.smtp_code >= 500 else Why.BUSY), _answer(error.smtp_code, error.smtp_error)
        case smtplib.SMTPServerDisconnected():
            return (Why.SILENT if isinstance(error.__context__, TimeoutError) else Why.BROKEN), ""
        case smtplib.SMTPNotSupportedError():
            return Why.NO_TLS, ""
        case smtplib.SMTPResponseException():
            busy = 400 <= error.smtp_code < 500
            return (Why.BUSY if busy else Why.REFUSED), _answer(error.smtp_code, error.smtp_error)
    return Why.BROKEN, type(error).__name__


def _answer(code: int, said: bytes | str) -> str:
    return f"{code} {said.decode(errors='replace') if isinstance(said, bytes) else said}"
