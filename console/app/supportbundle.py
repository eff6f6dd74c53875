"""The bundle for support: gathered and veiled, shown to a person, and only then written as one zip."""

from __future__ import annotations

import getpass
import io
import logging
import os
import re
import socket
import sqlite3
import tomllib
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from console import __version__
from console.app.declared import SETTINGS
from console.app.lastwords import crashes_in
from console.app.logs import FILE, FILES, hidden_in_logs
from console.app.passwords import read_secret
from console.app.settings import FILE as SETTINGS_FILE
from console.app.settings import Settings
from console.app.settings_file import read_bounded
from console.app.supportfacts import (
    computer_text,
    folder_text,
    health_text,
    plant_text,
    settings_text,
    versions_text,
)
from console.app.supportveil import Veil
from console.domain.health import Item

if TYPE_CHECKING:
    from console.telemetry.plantfile import PlantFile

log = logging.getLogger(__name__)
DATABASES = ("records.db", "history.db", "shift.db")
_SECRET_VARIABLE = ("PASSWORD", "PASSWD", "SECRET", "TOKEN", "API_KEY", "APIKEY", "CREDENTIAL")
_IN_ADDRESS = re.compile(
    r"""://[^/:@\s"']*:([^/@\s"']{3,})@|[?&;]\W{0,3}p(?:ass\w{0,9}|wd?)\s*=\s*([^&;\s"']{3,})""", re.IGNORECASE
)
SURE = 6  # characters from which the value of such a variable is blotted out wherever it stands


class Kind(StrEnum):
    """What a piece is; the screen has the words for it."""

    ABOUT = "about"
    LOG = "log"
    CRASHES = "crashes"
    SETTINGS = "settings"
    VERSIONS = "versions"
    DATABASES = "databases"
    HEALTH = "health"
    COMPUTER = "computer"
    PLANT = "plant"


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of the bundle; `text` is what is written, with everything hidden."""

    kind: Kind
    name: str
    text: str
    size: int = field(init=False)  # bytes before the zip makes it smaller; counted where it is gathered, once

    def __post_init__(self) -> None:
        object.__setattr__(self, "size", len(self.text.encode("utf-8", "backslashreplace")))


@dataclass(frozen=True, slots=True)
class Bundle:
    """Everything that was gathered. `blind`: the names of people could not be read, so they could not be hidden."""

    pieces: tuple[Piece, ...]
    blind: bool = False


@dataclass(frozen=True, slots=True)
class Live:
    """What only the running console knows; from its main thread. `face_*`: what only the face knows."""

    health: tuple[Item, ...] = ()
    plant: PlantFile | None = None
    crashes: tuple[str, ...] = ()
    face_versions: Mapping[str, str] = field(default_factory=dict)
    face_computer: Mapping[str, str] = field(default_factory=dict)
    in_force: Settings | None = None  # the settings as the start read them


def gather(folder: Path, store: Path, settings: Settings, live: Live | None) -> Bundle:
    """Everything for support, veiled. Reads the disk and the keyring: not on the main thread. Never raises OSError.

    `folder`: of the data, `store`: of the databases; `settings`: as they are now; `live` None: no console was asked.
    """
    records = store / DATABASES[0]
    people, proofs, channels, blind = _told_by(records)
    known = [settings, *([live.in_force] if live is not None and live.in_force is not None else [])]
    secrets = [*(secret for one in known for secret in _settings_secrets(one)), *_other_secrets(folder, channels)]
    secrets += [part for secret in secrets for part in _parts(secret)]
    veil = Veil(secrets, people, [name for one in known for name in _accounts(one)], _computers(), proofs)
    raw = [*_logs(folder), *_facts(folder, store, settings, live)]
    pieces = tuple(Piece(kind, name, veil.over(text)) for kind, name, text in raw if text)
    return Bundle((Piece(Kind.ABOUT, "about.txt", _about(pieces, live is not None, blind)), *pieces), blind)


def zipped(pieces: Sequence[Piece], at: datetime) -> bytes:
    """One zip with these pieces."""
    made = io.BytesIO()
    when = (max(1980, at.year), at.month, at.day, at.hour, at.minute, at.second)
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for piece in pieces:
            entry = zipfile.ZipInfo(piece.name, when)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            archive.writestr(entry, piece.text.encode("utf-8", "backslashreplace"))
    return made.getvalue()


def write(pieces: Sequence[Piece], path: Path) -> int:
    """Write the zip whole or not at all, for its owner only; its size in bytes. OSError where the disk refuses."""
    from console.records.wholefile import write_whole

    data = zipped(pieces, datetime.now(UTC))
    write_whole(path, data, 0o600)
    return len(data)


def file_name(at: datetime) -> str:
    """What a bundle is called unless somebody calls it otherwise; of its time only, not of the computer."""
    return f"gemba-support-{at.astimezone(UTC):%Y%m%d-%H%M%S}Z.zip"


# What is in it


def _logs(folder: Path) -> Iterable[tuple[Kind, str, str]]:
    for number in range(FILES):
        name = FILE if not number else f"{FILE}.{number}"
        with suppress(OSError):
            yield Kind.LOG, f"log/{name}", (folder / name).read_text(encoding="utf-8", errors="replace")
    for name, said in crashes_in(folder).items():
        yield Kind.CRASHES, f"log/{name}", said


def _facts(folder: Path, store: Path, settings: Settings, live: Live | None) -> Iterable[tuple[Kind, str, str]]:
    known = live or Live()
    yield Kind.SETTINGS, "settings.txt", settings_text(settings, known.in_force or settings)
    yield Kind.VERSIONS, "versions.txt", versions_text(known.face_versions)
    yield Kind.COMPUTER, "computer.txt", computer_text(folder, known.face_computer)
    yield Kind.DATABASES, "databases.txt", _databases(store) + "\n" + folder_text((folder, store))
    if live is not None:
        yield Kind.HEALTH, "health.txt", health_text(live.health, datetime.now(UTC))
        yield Kind.PLANT, "plant.txt", plant_text(live.plant)
        yield Kind.CRASHES, "crashes.txt", "\n\n".join(live.crashes)


def _databases(store: Path) -> str:
    from console.records.supportlook import form_of

    told = []
    for name in DATABASES:
        try:
            told.append(form_of(store / name) if (store / name).exists() else f"{name}: there is none\n")
        except (sqlite3.Error, OSError) as error:
            told.append(f"{name}: cannot be read ({type(error).__name__}: {error})\n")
    return "\n".join(told)


def _about(pieces: Sequence[Piece], running: bool, blind: bool) -> str:
    lines = [
        f"Gemba Console {__version__}: a bundle for support, made {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC",
        "by the running console." if running else "from its files; no running console was asked.",
        "",
        *(f"{piece.name}: {piece.size} bytes" for piece in pieces),
        "",
        "Left out: every record, picture and reading, the trail, passwords, PINs, badges, tokens and keys, the paths",
        "of web addresses. In their place stands: *** for a secret, <person> for a name, <account> for an account of",
        "the computer, <computer> for its name, <mail> and <number> for how somebody is reached.",
    ]
    if blind:
        lines.append("The names of people could not be read from the records and so could not be looked for.")
    return "\n".join(lines) + "\n"


# What must not be in it


def _told_by(records: Path) -> tuple[Iterable[str], Iterable[str], Iterable[tuple[str, str, str]], bool]:
    """Names of people and what proves them, channels, and whether all that could not be read."""
    from console.records.supportlook import channels_in, names_in, proofs_in

    if not records.exists():
        return (), (), (), False
    try:
        return names_in(records), proofs_in(records), channels_in(records), False
    except (sqlite3.Error, OSError) as error:
        log.info("The records cannot be read for a bundle: %s", type(error).__name__)
        return (), (), (), True


def _settings_secrets(settings: Settings) -> list[str]:
    """Passwords, and those that somebody wrote into an address, also where that address was refused for it."""
    found = [str(settings[setting.name]) for setting in SETTINGS if setting.secret]
    for text in _sources(settings):
        written = [first or second for first, second in _IN_ADDRESS.findall(text)]
        found += [*written, *map(unquote, written)]
    return found


def _sources(settings: Settings) -> Iterable[str]:
    """Everything that settings were read from, as it is written there."""
    given = settings.given
    with suppress(OSError):
        yield read_bounded(settings.folder / SETTINGS_FILE).decode("utf-8", "replace")
    if given.site is not None:
        yield (given.site.content or b"").decode("utf-8", "replace")
        yield given.site.copy or ""
    yield from (entry.text for entry in (*given.handed.installed, *given.handed.policy))
    yield from (*given.environ.values(), *given.overrides.values())


def _parts(secret: str) -> list[str]:
    """Of a whole address that is secret: what a server may quote of it."""
    return [part for part in re.split(r"[/?&=#]", secret.partition("://")[2])[1:] if len(part) >= SURE]


def _other_secrets(folder: Path, channels: Iterable[tuple[str, str, str]]) -> list[str]:
    """What channels keep, what lies in the file of secrets, what the log knows, what the environment calls secret."""
    from console.app.channelsecrets import names_for

    found = [*hidden_in_logs()]
    for channel, user, address in channels:
        found += [read_secret(folder, name) for name in names_for(channel, user, address)]
    with suppress(OSError, ValueError):
        kept = tomllib.loads((folder / "secrets.toml").read_text(encoding="utf-8"))
        found += [value for value in kept.values() if isinstance(value, str)]
    for name, value in os.environ.items():
        if len(value) >= SURE and any(word in name.upper() for word in _SECRET_VARIABLE):
            found.append(value)
    return found


def _accounts(settings: Settings) -> list[str]:
    """Of this computer, and those that the console uses elsewhere."""
    found = [Path.home().name, *(str(settings[setting.name]) for setting in SETTINGS if setting.key == "user")]
    with suppress(OSError, KeyError, ImportError):
        found.append(getpass.getuser())
    return found


def _computers() -> list[str]:
    name = socket.gethostname()
    return [name, name.partition(".")[0]]
