"""Where orders come from: a file, text that was pasted, a view of another system; and what the settings say of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from console.app.declared import has_password
from console.app.logs import hide_in_logs
from console.app.settings import Settings
from console.domain.exchange import ViewUnfit
from console.domain.sharing import Address


class Kind(StrEnum):
    """Where orders come from."""

    FILE = "file"
    PASTED = "pasted"
    VIEW = "view"


@dataclass(frozen=True, slots=True)
class Source:
    """What is to be read: a file (and sheet), text that was pasted, or a view of another system's database."""

    kind: Kind
    path: Path | None = None
    sheet: str = ""
    text: str = ""
    url: str = ""  # postgresql://user@host:5432/database
    view: str = ""
    password: str = field(default="", repr=False)
    tls: str = "auto"
    ca_file: str = ""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.path.name if self.path is not None else self.view


@dataclass(frozen=True, slots=True)
class ExchangeOptions:
    """What the settings say."""

    folder: Path | None = None  # that is watched
    mapping: str = ""  # name of the mapping for its files
    every: float = 10.0  # seconds between two looks
    out: str = ""  # folder for confirmed output
    view: Source = Source(Kind.VIEW)  # the other system's
    chinese: bool = False

    @staticmethod
    def of(settings: Settings) -> ExchangeOptions:
        """From `exchange.*`."""
        url, view, password, tls, ca = (
            str(settings[f"exchange.{name}"]) for name in ("url", "view", "password", "tls", "ca_file")
        )
        hide_in_logs(password)
        return ExchangeOptions(
            Path(settings["exchange.folder"]) if settings["exchange.folder"] else None,
            str(settings["exchange.map"]),
            float(settings["exchange.every"]),
            str(settings["exchange.out"]),
            Source(Kind.VIEW, url=url, view=view, password=password, tls=tls, ca_file=ca),
            settings["ui.language"] == "zh_CN",
        )


def view_address(source: Source) -> Address:
    """Where a view lies. ViewUnfit where the address cannot be read."""
    from urllib.parse import unquote, urlsplit

    from console.records.sqlview import kind_of

    if has_password(source.url):
        raise ViewUnfit("the address must not hold the password", why="password")
    try:
        parts = urlsplit(source.url.strip())
        port = parts.port or 0
    except ValueError as error:
        raise ViewUnfit(str(error), why=str(error)) from None
    kind = kind_of(parts.scheme)
    if kind is None or not parts.hostname or not parts.path.strip("/") or parts.query or parts.fragment:
        told = "postgresql://user@host:5432/database"
        raise ViewUnfit(f"the address must be like {told}", why=told)
    hide_in_logs(source.password)
    user, database = unquote(parts.username or ""), unquote(parts.path.strip("/"))
    return Address(kind, parts.hostname, port, database, user, source.password, source.tls, source.ca_file)
