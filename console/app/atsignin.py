"""Starting when the account signs in to its computer: the entry that does it, its own or one for all accounts."""

from __future__ import annotations

import contextlib
import errno
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

NAME = "Gemba Console"  # of the value in the Run key; the installer writes the same one
RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"  # what Task Manager switches off
RUN_MOST = 260  # characters of a command that Windows starts from there, as its documentation of the Run key says
ENTRY = "gemba-console.desktop"  # Desktop Application Autostart Specification, freedesktop.org


@dataclass(frozen=True, slots=True)
class SignIn:
    """Whether the console starts at sign-in; `fixed` where an administrator said so for all accounts."""

    on: bool
    fixed: bool = False


class Entry(Protocol):
    """Where the operating system keeps what starts at sign-in. Everything here raises OSError where it may not."""

    def look(self) -> SignIn:
        """How it stands now."""

    def put(self, words: Sequence[str]) -> None:
        """Start this command for the account that is signed in."""

    def take(self) -> None:
        """Start it no longer."""


def sign_in_entry(environ: Mapping[str, str] = os.environ) -> Entry | None:
    """The entry of this operating system; None where we know of none."""
    if sys.platform == "win32":
        return RunKey()
    if sys.platform.startswith("linux"):
        return Autostart(environ)
    return None


def starting_words(data: Path | None, site: Path | None) -> list[str]:
    """The command that starts this program in wall mode, on the data and with the site file that were named to it."""
    words = [*_program(), "--wall"]
    for option, path in (("--data", data), ("--site", site)):
        words += [option, os.path.abspath(path)] if path is not None else []
    return words


def _program() -> list[str]:
    """This program without a terminal window: the windowed twin of the frozen one, or the script and its Python."""
    me = Path(sys.executable)
    if getattr(sys, "frozen", False):
        return [str(me.with_name(me.name.replace("-cli", "")))]
    windowed = me.with_name("pythonw.exe")
    return [str(windowed if windowed.is_file() else me), str(Path(__file__).resolve().parents[2] / "main.py")]


class RunKey:
    """Windows: a value of the Run key, in the account's own part of the registry or in the computer's."""

    def look(self) -> SignIn:
        """How it stands now; an entry that was switched off in Task Manager does not count."""
        import winreg as registry

        reg: Any = registry
        if _value(reg.HKEY_LOCAL_MACHINE, RUN) is not None:
            return SignIn(True, fixed=True)
        state = _value(reg.HKEY_CURRENT_USER, APPROVED)
        off = isinstance(state, bytes) and bool(state) and state[0] % 2 == 1
        return SignIn(_value(reg.HKEY_CURRENT_USER, RUN) is not None and not off)

    def put(self, words: Sequence[str]) -> None:
        """Write the value, and what Task Manager said against it away."""
        import winreg as registry

        reg: Any = registry
        with reg.CreateKeyEx(reg.HKEY_CURRENT_USER, RUN, 0, reg.KEY_SET_VALUE) as key:
            reg.SetValueEx(key, NAME, 0, reg.REG_SZ, run_line(words))
        _forget(reg.HKEY_CURRENT_USER, APPROVED)

    def take(self) -> None:
        """Remove the value."""
        import winreg as registry

        reg: Any = registry
        _forget(reg.HKEY_CURRENT_USER, RUN)
        _forget(reg.HKEY_CURRENT_USER, APPROVED)


def run_line(words: Sequence[str]) -> str:
    """The words as Windows takes them apart again; the program in quotes, by which an uninstaller knows its own.

    OSError where Windows would never start them: they are too long.
    """
    program, *others = words
    line = " ".join([f'"{program}"', *([subprocess.list2cmdline(others)] if others else [])])
    if len(line) > RUN_MOST:
        raise OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG))
    return line


def _value(root: Any, path: str) -> object:
    import winreg as registry

    reg: Any = registry
    with contextlib.suppress(FileNotFoundError), reg.OpenKey(root, path) as key:
        return reg.QueryValueEx(key, NAME)[0]
    return None


def _forget(root: Any, path: str) -> None:
    import winreg as registry

    reg: Any = registry
    with contextlib.suppress(FileNotFoundError), reg.OpenKey(root, path, 0, reg.KEY_SET_VALUE) as key:
        reg.DeleteValue(key, NAME)


class Autostart:
    """Linux desktops: a file in the autostart folder, the account's own or the computer's."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        home = environ.get("XDG_CONFIG_HOME") or os.path.join(environ.get("HOME") or os.path.expanduser("~"), ".config")
        self.own = Path(home, "autostart", ENTRY)
        shared = environ.get("XDG_CONFIG_DIRS") or "/etc/xdg"
        self.shared = [Path(folder, "autostart", ENTRY) for folder in shared.split(":") if folder]

    def look(self) -> SignIn:
        """How it stands now: the account's own file hides the computer's."""
        if self.own.is_file():
            return SignIn(not _hidden(self.own))
        return SignIn(True, fixed=True) if any(path.is_file() for path in self.shared) else SignIn(False)

    def put(self, words: Sequence[str]) -> None:
        """Write the file."""
        self.own.parent.mkdir(parents=True, exist_ok=True)
        lines = ["[Desktop Entry]", "Type=Application", f"Name={NAME}", f"Exec={exec_line(words)}", "Terminal=false"]
        self.own.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def take(self) -> None:
        """Remove the file."""
        self.own.unlink(missing_ok=True)


def _hidden(path: Path) -> bool:
    lines = [line.replace(" ", "").lower() for line in path.read_text(encoding="utf-8", errors="replace").splitlines()]
    return "hidden=true" in lines or "x-gnome-autostart-enabled=false" in lines


def exec_line(words: Sequence[str]) -> str:
    """The words as the key Exec wants them: each in quotes, escaped once for the shell's sake and once for the file's.

    Desktop Entry Specification 1.5, sections "The Exec key" and "Possible value types".
    """
    return " ".join(_quoted(word) for word in words)


def _quoted(word: str) -> str:
    for char in '\\"`$':
        word = word.replace(char, "\\" + char)
    return '"' + word.replace("\\", "\\\\").replace("%", "%%") + '"'
