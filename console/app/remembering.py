"""Remembering: the broker that a person connected to and the plant file they opened, for the next start."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from console.app.identity import client_id
from console.app.settings import Settings, load_settings
from console.app.settingsbook import SettingsBook
from console.domain.errors import FileRefused
from console.telemetry.broker import BrokerSettings

if TYPE_CHECKING:
    from console.app.console import Console

TLS = {None: "auto", True: "on", False: "off"}


def book_of(folder: Path) -> SettingsBook:
    """The settings of a data folder alone, where no console was furnished with any."""
    return SettingsBook(load_settings(folder, None, {}, {}))


def book_for(console: Console) -> SettingsBook:
    """The settings that a console was furnished with, else those of its data folder alone."""
    book: SettingsBook | None = getattr(console, "settings", None)
    return book if book is not None else book_of(console.data_folder)


def remember(book: SettingsBook, settings: BrokerSettings, plant: Path | None) -> None:
    """Write them into the data folder's settings, the password to its own place. OSError where the disk refuses.

    What is pinned stays as it is, and so does what comes out the same: a value of the installer still follows it.
    """
    folder = book.now.folder
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
    for name in _the_same(book.now, settings):
        del changes[name]
    if plant is not None:
        changes["plant.file"] = str(plant.absolute())
    try:
        book.keep(changes)
    except FileRefused as refused:
        raise OSError(refused.detail) from refused


def _the_same(now: Settings, settings: BrokerSettings) -> list[str]:
    """What need not be written, because port and encryption come out the same for this host."""
    if now["broker.host"] != settings.host:
        return []
    same = ["broker.port"] if now.broker_port() == settings.port else []
    return [*same, "broker.tls"] if now.broker_tls() == settings.uses_tls else same
