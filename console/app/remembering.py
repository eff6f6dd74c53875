"""Remembering: the broker that a person connected to and the plant file they opened, for the next start."""

from __future__ import annotations

from pathlib import Path

from console.app.identity import client_id
from console.app.settings import save
from console.domain.errors import FileRefused
from console.telemetry.broker import BrokerSettings

TLS = {None: "auto", True: "on", False: "off"}


def remember(folder: Path, settings: BrokerSettings, plant: Path | None) -> None:
    """Write them into the data folder's settings, the password to its own place. OSError where the disk refuses."""
    changes: dict[str, str | int | bool | None] = {
        "broker.host": settings.host,
        "broker.port": settings.port,
        "broker.client_id": None if settings.client_id == client_id(folder) else settings.client_id or None,
        "broker.user": settings.user or None,
        "broker.password": settings.password or None,
        "broker.tls": TLS[settings.tls],
        "broker.ca_file": settings.ca_file or None,
        "broker.cert_file": settings.cert_file or None,
        "broker.key_file": settings.key_file or None,
        "broker.keepalive": settings.keepalive,
    }
    if plant is not None:
        changes["plant.file"] = str(plant.absolute())
    try:
        save(folder, changes)
    except FileRefused as refused:
        raise OSError(refused.detail) from refused
