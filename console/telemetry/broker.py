"""Which broker the console talks to and how: plain settings, no wires attached."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from console.domain.hosts import is_local

SECURE_PORT = 8883


@dataclass(frozen=True, slots=True)
class BrokerSettings:
    """Everything that one connection to a broker needs. Verification of certificates cannot be switched off."""

    host: str
    port: int = 1883
    client_id: str = ""  # "": one made from this computer's name, the same after every start
    user: str = ""
    password: str = ""
    tls: bool | None = None  # None: see `uses_tls`
    ca_file: str = ""  # PEM of the plant's own authority; "": the authorities that the system trusts
    cert_file: str = ""  # PEM of the console's own certificate, where the broker asks for one
    key_file: str = ""  # PEM of its private key; "": it is in cert_file
    keepalive: int = 15  # seconds
    session_expiry: int = 86400  # seconds that the broker keeps messages for an absent console
    subscriptions: tuple[tuple[str, int], ...] = (("#", 1),)  # (topic filter, QoS)
    will: tuple[str, bytes] | None = None  # published by the broker (QoS 1, retained) when the console vanishes
    birth: Callable[[], tuple[str, bytes]] | None = None  # published (QoS 1, retained) on every connect
    five: bool = True  # False: begin with MQTT 3.1.1, for a broker known to speak nothing else

    @property
    def uses_tls(self) -> bool:
        """As told by `tls`; untold: with certificate files, and on port 8883 of any other computer."""
        if self.tls is not None:
            return self.tls
        return bool(self.ca_file or self.cert_file) or (self.port == SECURE_PORT and not is_local(self.host))

    @property
    def identity(self) -> str:
        """The client id sent: 1 to 23 letters and digits where none was set, which every broker accepts."""
        return self.client_id or f"gemba{sha256(socket.gethostname().encode()).hexdigest()[:16]}"

    @property
    def address(self) -> str:
        """`host:port` for people, IPv6 in brackets."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"
