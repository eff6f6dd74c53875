"""Why there is no connection, in words that say what to do. Numbers are those of MQTT 5.0, section 2.4."""

from __future__ import annotations

import socket
import ssl

from console.telemetry.broker import BrokerSettings

UNSUPPORTED_VERSION = 132

_CODES: dict[int, tuple[str, bool]] = {  # reason code -> (words, refused: trying again will not help by itself)
    129: ("{broker} could not read what this console sent (malformed packet).", False),
    130: ("{broker} ended the connection because of a protocol error.", False),
    132: ("{broker} speaks neither MQTT 5 nor MQTT 3.1.1.", True),
    133: ("{broker} does not accept the client id “{identity}”. Set another one in the settings.", True),
    134: ("{broker} does not accept the user name or password. Check both in the settings.", True),
    135: ("{broker} does not let this console in. Check user name and password, or ask who runs the broker.", True),
    136: ("{broker} is not available at the moment.", False),
    137: ("{broker} is too busy at the moment.", False),
    138: ("{broker} has banned this console. Ask who runs the broker.", True),
    139: ("{broker} is shutting down.", False),
    140: ("{broker} wants another way of signing in than user name and password.", True),
    141: ("{broker} heard nothing from this console for too long and ended the connection.", False),
    142: (
        "Another program connected to {broker} with the client id “{identity}” and this console was put out."
        " Give every console a client id of its own.",
        True,
    ),
    149: ("{broker} was sent a message that is too large for it.", False),
    150: ("{broker} says that this console sends too many messages.", False),
    151: ("{broker} says that a limit set for this console is used up. Ask who runs the broker.", True),
    152: ("{broker} ended the connection by order of the person who runs it.", False),
    156: ("{broker} says that another broker is to be used for now. Ask who runs it for the address.", True),
    157: ("{broker} has moved. Ask who runs it for the new address.", True),
    159: ("{broker} says that this console connects too often.", False),
}

_CERTIFICATES: dict[int, str] = {  # X509_V_ERR_* of OpenSSL -> words
    9: "The certificate of {broker} is not valid yet. Check the clock of this computer.",
    10: "The certificate of {broker} has expired. Whoever runs the broker must renew it.",
    18: "{broker} shows a certificate that it signed itself. Set that certificate as the authority (CA) file.",
    19: "The certificate of {broker} was signed by an unknown authority. Set the right authority (CA) file.",
    20: "The certificate of {broker} was signed by an unknown authority. Set the right authority (CA) file.",
    21: "The certificate of {broker} was signed by an unknown authority. Set the right authority (CA) file.",
    23: "The certificate of {broker} has been revoked. Whoever runs the broker must renew it.",
    62: "The certificate of {broker} was made for another name. Use the name that it was made for as the host.",
    64: "The certificate of {broker} was made for another address. Use the name that it was made for as the host.",
}

_NO_HANDSHAKE = (
    "{broker} closed the connection instead of setting up TLS. Check that this is its TLS port (often 8883)."
)

_ALERTS: tuple[tuple[str, str], ...] = (  # part of OpenSSL's reason -> words
    ("WRONG_VERSION_NUMBER", "{broker} does not speak TLS on this port. Use its TLS port (often 8883)."),
    ("RECORD_LAYER_FAILURE", "{broker} does not speak TLS on this port. Use its TLS port (often 8883)."),
    ("CERTIFICATE_REQUIRED", "{broker} asks for a certificate of this console. Set a certificate and key file."),
    ("CERTIFICATE_EXPIRED", "{broker} says that the certificate of this console has expired. Renew it."),
    ("CERTIFICATE_REVOKED", "{broker} says that the certificate of this console was revoked. Renew it."),
    ("UNKNOWN_CA", "{broker} does not know the authority that signed the certificate of this console."),
    ("BAD_CERTIFICATE", "{broker} does not accept the certificate of this console."),
    ("HANDSHAKE_FAILURE", "{broker} and this console could not agree on TLS, or it asks for a certificate."),
    ("PROTOCOL_VERSION", "{broker} speaks only an old, unsafe version of TLS. TLS 1.2 or newer is needed."),
)


class Trouble(Exception):
    """There is no connection. `reason` in plain English; `refused`: trying again will not help by itself."""

    def __init__(self, reason: str, refused: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.refused = refused


def from_code(code: int, name: str, settings: BrokerSettings, said: str = "") -> Trouble:
    """Trouble for a reason code of CONNACK or DISCONNECT; `said` is the broker's own reason string, if any."""
    words, refused = _CODES.get(code, ("{broker} ended the connection: " + name.lower() + ".", False))
    told = f" It says: {said[:200]}" if said else ""
    return Trouble(_fill(words, settings) + told, refused)


def from_error(error: Exception, settings: BrokerSettings) -> Trouble:
    """Trouble for whatever opening or reading the socket raised."""
    if isinstance(error, Trouble):
        return error
    if isinstance(error, ssl.SSLError):
        return _from_tls(error, settings)
    if isinstance(error, socket.gaierror | UnicodeError):
        words = f"No computer is known by the name “{settings.host}”. Check the host in the settings and the network."
        return Trouble(words, False)
    if isinstance(error, ConnectionRefusedError):
        return Trouble(
            _fill("Nothing answers at {broker}. Check that it runs and that the port is right.", settings), False
        )
    if isinstance(error, TimeoutError):
        return Trouble(_fill("{broker} does not answer. Check the address and the network.", settings), False)
    if isinstance(error, ConnectionResetError) and settings.uses_tls:
        return Trouble(_fill(_NO_HANDSHAKE, settings), False)
    if isinstance(error, OSError):
        return Trouble(_fill("The connection to {broker} broke: ", settings) + f"{error.strerror or error}.", False)
    return Trouble(_fill("The connection to {broker} failed: ", settings) + f"{error}.", False)


def no_answer(settings: BrokerSettings) -> Trouble:
    """A socket opened, but nothing that speaks MQTT is behind it."""
    return Trouble(_fill("{broker} takes the connection but does not answer as an MQTT broker would.", settings), False)


def dropped(settings: BrokerSettings, connected: bool) -> Trouble:
    """The other side closed the socket without a word, before or after it had accepted the console."""
    when = "closed the connection" if connected else "closed the connection before it accepted this console"
    return Trouble(_fill("{broker} ", settings) + f"{when}.", False)


def contested(settings: BrokerSettings) -> Trouble:
    """The broker lets the console in and puts it out again and again."""
    words = (
        "{broker} lets this console in and soon puts it out, again and again. Most likely another program uses"
        " the client id “{identity}”. Give every console a client id of its own."
    )
    return Trouble(_fill(words, settings), True)


def silent(settings: BrokerSettings) -> Trouble:
    """The link is open but nothing comes through it."""
    return Trouble(_fill("{broker} has gone silent; the connection is made anew.", settings), False)


def _from_tls(error: ssl.SSLError, settings: BrokerSettings) -> Trouble:
    if isinstance(error, ssl.SSLCertVerificationError):
        fallback = "The certificate of {broker} cannot be trusted: " + error.verify_message + "."
        return Trouble(_fill(_CERTIFICATES.get(error.verify_code, fallback), settings), True)
    told = (error.reason or str(error)).upper().replace(" ", "_")
    for part, words in _ALERTS:
        if part in told:
            return Trouble(_fill(words, settings), True)
    if isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError) or "EOF" in told:
        return Trouble(_fill(_NO_HANDSHAKE, settings), False)
    return Trouble(_fill("No TLS connection to {broker}: ", settings) + f"{error.reason or error}.", True)


def _fill(words: str, settings: BrokerSettings) -> str:
    filled = words.replace("{broker}", f"the broker {settings.address}").replace("{identity}", settings.identity)
    return filled[:1].upper() + filled[1:]
