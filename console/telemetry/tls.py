"""The console's side of TLS: whom it trusts and how it shows who it is."""

from __future__ import annotations

import ssl
from pathlib import Path

from console.telemetry.broker import BrokerSettings
from console.telemetry.reasons import Trouble


def tls_context(settings: BrokerSettings) -> ssl.SSLContext:
    """Context that verifies the broker's chain and name, always. Raises `Trouble` that names the file at fault."""
    context = _trust(settings.ca_file)
    if settings.cert_file:
        _show(context, settings.cert_file, settings.key_file)
    elif settings.key_file:
        raise Trouble("A private key file is set for the broker but no certificate file. Set both or neither.", True)
    return context


def _trust(ca_file: str) -> ssl.SSLContext:
    if not ca_file:
        return ssl.create_default_context()
    _need(ca_file, "authority (CA) file")
    try:
        return ssl.create_default_context(cafile=ca_file)
    except (OSError, ValueError) as error:
        raise Trouble(f"The authority (CA) file {ca_file} holds no usable certificate in PEM form.", True) from error


def _show(context: ssl.SSLContext, cert_file: str, key_file: str) -> None:
    _need(cert_file, "certificate file")
    if key_file:
        _need(key_file, "private key file")
    try:
        context.load_cert_chain(cert_file, key_file or None, password=_no_password)
    except _Encrypted as error:
        reason = f"The private key in {key_file or cert_file} is protected by a password. Use a key file without one."
        raise Trouble(reason, True) from error
    except (OSError, ValueError) as error:
        reason = f"The certificate {cert_file} and its private key cannot be used together; both must be PEM and match."
        raise Trouble(reason, True) from error


def _need(path: str, what: str) -> None:
    try:
        with Path(path).open("rb"):
            pass
    except OSError as error:
        raise Trouble(f"The {what} {path} cannot be read: {error.strerror}.", True) from error


class _Encrypted(ValueError):
    """The key wants a password; asking for it on a terminal that nobody sees would hang the console."""


def _no_password() -> str:
    raise _Encrypted
