"""What support is told beside the log: settings and where they come from, versions, this computer, health."""

from __future__ import annotations

import locale
import os
import platform
import shutil
import sqlite3
import ssl
import sys
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from console import __version__
from console.app.declared import SETTINGS, Setting, Value, written
from console.app.settings import Settings
from console.domain.health import Item

if TYPE_CHECKING:
    from console.telemetry.plantfile import PlantFile

PARTS = (
    "PySide6",
    "shiboken6",
    "pyqtgraph",
    "numpy",
    "paho-mqtt",
    "amqtt",
    "msgspec",
    "protobuf",
    "SQLAlchemy",
    "alembic",
    "psycopg",
    "PyMySQL",
    "pymssql",
    "argon2-cffi",
    "Pillow",
    "keyring",
    "platformdirs",
    "tzdata",
)
PROBLEMS_MOST = 200
ENVIRONMENT = ("LANG", "LC_ALL", "XDG_SESSION_TYPE", "WINEPREFIX", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY")
TOLD = ("QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "QT_FONT_DPI", "LANG", "LC_ALL", "XDG_SESSION_TYPE")  # with their values


def settings_text(settings: Settings, in_force: Settings) -> str:
    """Every setting with its value and where it comes from, and those that wait for the next start with what holds
    until then; of a password, and of a user, only whether there is one."""
    lines = []
    for setting in SETTINGS:
        if setting.secret:
            lines.append(f"{setting.name} is {'kept' if settings[setting.name] else 'not kept'}")
            continue
        value, until = settings.plain(setting.name), in_force.plain(setting.name)
        waits = (
            "" if value == until or setting.at_once else f" from the next start on, {_shown(setting, until)} till then"
        )
        lines.append(f"{setting.name} = {_shown(setting, value)}{waits}    [{settings.origin(setting.name)}]")
    problems = [f"not used: {problem}" for problem in settings.problems]
    return "\n".join([*lines, "", *(problems or ["Nothing in the settings was refused."])]) + "\n"


def _shown(setting: Setting, value: Value) -> str:
    if setting.key == "user" and value:
        return "(somebody)"
    return repr(value) if value == "" else written(value)


def versions_text(face: Mapping[str, str]) -> str:
    """The program, its interpreter and the libraries it stands on; `face`: what only the face knows."""
    facts = {
        "Gemba Console": __version__ + (" (frozen)" if getattr(sys, "frozen", False) else ""),
        "Python": f"{platform.python_version()} {platform.python_implementation()} {platform.architecture()[0]}",
        "SQLite": sqlite3.sqlite_version,
        "TLS": ssl.OPENSSL_VERSION,
        **face,
        **{name: version for name in PARTS if (version := _version(name))},
    }
    return _listed(facts)


def computer_text(folder: Path, face: Mapping[str, str]) -> str:
    """The computer as far as the program can feel it, without its name and whose it is."""
    facts = {
        "system": platform.platform(),
        "build": platform.version(),
        "machine": platform.machine(),
        "processors": str(os.cpu_count() or "?"),
        "memory": _memory(),
        "disk of the data folder": _disk(folder),
        "locale": ".".join(part or "?" for part in locale.getlocale()),
        "time zone": f"{time.tzname[0]}, now {datetime.now().astimezone():%z}",
        "encodings": f"{sys.getfilesystemencoding()}, {sys.getdefaultencoding()}",
        "set in the environment": ", ".join(_variables()) or "nothing that matters",
        **face,
    }
    return _listed(facts)


def health_text(items: Iterable[Item], now: datetime) -> str:
    """How everything stands that the console stands on; codes as the program has them."""
    lines = [f"looked at {now.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"]
    for item in items:
        since = item.since
        if isinstance(since, int | float):
            since = datetime.fromtimestamp(since, UTC) if 0 <= since < 32_503_680_000 else None
        when = f" since {since.astimezone(UTC):%Y-%m-%d %H:%M:%S}" if since is not None else ""
        lines.append(f"{item.part.value}: {item.level.value}, {item.code}{when}")
        lines += [f"    {name} {value}" for name, value in item.facts.items() if value not in ("", None)]
    return "\n".join(lines) + "\n"


def plant_text(plant: PlantFile | None) -> str:
    """How large the plant is, and what its file gets wrong."""
    if plant is None:
        return "There is no plant file.\n"
    facts = [
        f"lines {len(list(plant.plant.lines()))}",
        f"stations {len(list(plant.plant.stations()))}",
        f"signals {len(plant.plant.signals)}",
        f"time zone {plant.plant.timezone}",
        f"problems {len(plant.problems)}",
    ]
    wrong = [f"    {problem}" for problem in plant.problems[:PROBLEMS_MOST]]
    return "\n".join([*facts, *wrong]) + "\n"


def folder_text(folders: Iterable[Path]) -> str:
    """What kinds of files lie in the console's folders, how many and how large; no file's name is told."""
    lines = []
    for folder in dict.fromkeys(folders):
        lines.append(f"{folder}")
        kinds: dict[str, tuple[int, int]] = {}
        with suppress(OSError), os.scandir(folder) as found:
            for entry in found:
                kind = "folder" if entry.is_dir(follow_symlinks=False) else Path(entry.name).suffix or "no suffix"
                count, size = kinds.get(kind, (0, 0))
                with suppress(OSError):
                    size += entry.stat(follow_symlinks=False).st_size
                kinds[kind] = (count + 1, size)
        lines += [f"    {kind}: {count}, {size} bytes" for kind, (count, size) in sorted(kinds.items())]
    return "\n".join(lines) + "\n"


def _listed(facts: Mapping[str, str]) -> str:
    return "".join(f"{name}: {value}\n" for name, value in facts.items())


def _version(name: str) -> str:
    """Of an installed part; the frozen program may know it only from the part itself."""
    with suppress(metadata.PackageNotFoundError):
        return metadata.version(name)
    module = sys.modules.get(name.lower().replace("-", "_").removesuffix("_mqtt"))
    return str(getattr(module, "__version__", ""))


def _variables() -> list[str]:
    """Names of variables that change what the program does; their values only where they say nothing of anybody."""
    names = sorted(name for name in os.environ if name.startswith(("GEMBA_", "QT_", "PYTHON")))
    names += [name for name in ENVIRONMENT if os.environ.get(name) or os.environ.get(name.lower())]
    return [f"{name} ({os.environ[name]})" if name in TOLD and name in os.environ else name for name in names]


def _memory() -> str:
    with suppress(ValueError, OSError, AttributeError):
        if sys.platform == "win32":
            return f"{_windows_memory() // 2**20} MB"
        return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') // 2**20} MB"
    return "?"


def _windows_memory() -> int:
    """Bytes, as GlobalMemoryStatusEx tells: the first long number, behind two short ones."""
    import ctypes

    numbers = (ctypes.c_ulonglong * 8)()
    ctypes.c_ulong.from_buffer(numbers).value = ctypes.sizeof(numbers)
    ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(numbers))  # type: ignore[attr-defined,unused-ignore]
    return int(numbers[1])


def _disk(folder: Path) -> str:
    try:
        usage = shutil.disk_usage(folder)
    except OSError as error:
        return f"cannot be asked ({type(error).__name__})"
    return f"{usage.free // 10**6} MB free of {usage.total // 10**6} MB"
