"""What Windows' registry hands to the program: the installer's answers, and what group policy sets for all PCs."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

KEY = r"Software\Gemba Console"
POLICY_KEY = r"Software\Policies\Gemba Console"
SITE = "site"  # the one name that is no setting: it says where the site file lies
SITE_OF_LINUX = Path("/etc/gemba-console/site.toml")


@dataclass(frozen=True, slots=True)
class Entry:
    """One value as it is written there."""

    place: str  # the key, as a person finds it: "HKLM\\Software\\Gemba Console"
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Handed:
    """Everything that the computer hands to its consoles, the weaker entry before the stronger one."""

    installed: tuple[Entry, ...] = ()
    policy: tuple[Entry, ...] = ()


def handed() -> Handed:
    """What this computer hands over; nothing on other systems than Windows. Never raises."""
    if sys.platform != "win32":
        return Handed()
    import winreg

    machine, user = winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER
    installed = (*_read("HKLM", machine, KEY), *_read("HKCU", user, KEY))
    return Handed(tuple(installed), tuple(_read("HKLM", machine, POLICY_KEY)))


def site_path(said: Path | None, environ: Mapping[str, str], given: Handed) -> tuple[Path | None, str]:
    """Where the site file lies and who says so: --site, GEMBA_SITE, policy, the installer, on Linux its usual place."""
    if said is not None:
        return said, "--site"
    if environ.get("GEMBA_SITE"):
        return _unquoted(environ["GEMBA_SITE"]), "GEMBA_SITE"
    for entries in (given.policy, given.installed):
        for entry in reversed(entries):
            if entry.name.lower() == SITE and entry.text.strip():
                return _unquoted(entry.text), entry.place
    if sys.platform.startswith("linux") and environ.get("GEMBA_SITE") is None and SITE_OF_LINUX.is_file():
        return SITE_OF_LINUX, str(SITE_OF_LINUX)
    return None, ""


def _unquoted(text: str) -> Path:
    """A path that somebody may have copied with its double quotes: no file on Windows has one in its name."""
    text = text.strip()
    return Path(text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text)


def _read(root: str, hive: int, key: str) -> Iterator[Entry]:
    """The values of a key: text, text with variables in it, and numbers; other kinds are left alone."""
    if sys.platform != "win32":
        return
    import winreg

    try:
        opened = winreg.OpenKey(hive, key, 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY)
    except OSError:
        return
    with opened:
        for index in range(winreg.QueryInfoKey(opened)[1]):
            try:
                name, value, kind = winreg.EnumValue(opened, index)
            except OSError:
                continue
            if kind == winreg.REG_EXPAND_SZ:
                value = os.path.expandvars(str(value))
            elif kind not in (winreg.REG_SZ, winreg.REG_DWORD, winreg.REG_QWORD):
                continue
            yield Entry(f"{root}\\{key}", name, str(value))
