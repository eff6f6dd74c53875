"""What the settings say about records: the shared database, this console's name, where copies are kept."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

from console.app.folders import on_a_share
from console.app.settings import Settings
from console.app.settingsbook import SettingsBook
from console.domain.sharing import Address, Engine

NONE = "none"
LONGEST_NAME = 120


def shared_address(settings: Settings) -> Address | None:
    """How to reach the shared database; None where none is chosen. The password is fetched from its own place."""
    if settings["records.engine"] == NONE or not settings["records.host"]:
        return None
    return Address(
        Engine(settings["records.engine"]),
        settings["records.host"],
        settings["records.port"],
        settings["records.database"],
        settings["records.user"],
        settings["records.password"] if settings["records.user"] else "",
        settings["records.tls"],
        settings["records.ca_file"],
    )


FIELDS = ("engine", "host", "port", "database", "user", "password", "tls", "ca_file")


def pinned_fields(book: SettingsBook) -> dict[str, str]:
    """What of the shared database is set for all consoles, and by whom."""
    holders = {name: book.holder(f"records.{name}") for name in FIELDS}
    return {name: holder for name, holder in holders.items() if holder}


def last_address(settings: Settings) -> Address:
    """What was chosen before, for a form to begin with; without the password."""
    engine = settings["records.engine"]
    return Address(
        Engine.POSTGRESQL if engine == NONE else Engine(engine),
        settings["records.host"],
        settings["records.port"],
        settings["records.database"],
        settings["records.user"],
        "",
        settings["records.tls"],
        settings["records.ca_file"],
    )


def remember_shared(book: SettingsBook, address: Address | None) -> None:
    """Keep the shared database for the next start, the password in its own place; None: forget it and its password.
    What is pinned stays as it is.

    Raises FileRefused where the disk refuses, SettingRefused where a value does not fit.
    """
    if address is None:
        book.keep({"records.engine": NONE, "records.password": None})  # also where an installer named one
        return
    book.keep(
        {
            "records.engine": address.engine.value,
            "records.host": address.host,
            "records.port": address.port or None,
            "records.database": address.database,
            "records.user": address.user or None,
            "records.password": address.password or None,
            "records.tls": address.tls,
            "records.ca_file": address.ca_file or None,
        }
    )


def console_name(settings: Settings) -> str:
    """What other consoles call this one."""
    return str(settings["console.name"] or socket.gethostname())[:LONGEST_NAME]


def backup_folder(settings: Settings, store: Path) -> Path:
    """Where copies of the records are kept."""
    return Path(settings["backup.folder"]) if settings["backup.folder"] else store / "backups"


def preparation(settings: Settings, store: Path) -> Callable[[Path], None]:
    """What the office does on its worker before it opens the file: the right place, and this program's tables."""

    def prepare(path: Path) -> None:
        from console.records.upgrade import OnNetwork, prepare_local

        if on_a_share(str(path.parent)):
            words = f"{path} lies on a network share, where SQLite's locks do not hold and records would be lost."
            raise OnNetwork(f"{words} Set store.folder to a folder on this computer.", path=str(path))
        prepare_local(path, backup_folder(settings, store))

    return prepare
