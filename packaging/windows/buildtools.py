"""The two programs from the registry that the build itself uses, in an environment of their own."""

from __future__ import annotations

import os
import sys
import venv
from pathlib import Path

from steps import BuildFailed, run, say

LOCK = "requirements/windows.txt"


class BuildTools:
    """uv and unearth, installed by hash, told where pip on this computer finds its packages."""

    def __init__(self, root: Path, folder: Path) -> None:
        self._bin = folder / ("Scripts" if os.name == "nt" else "bin")
        lock, taken = root / LOCK, folder / "taken.lock"
        if not taken.is_file() or taken.read_bytes() != lock.read_bytes():
            say(f"build tools: {LOCK}")
            venv.create(folder, clear=True, with_pip=True)
            self._pip("install", "-qq", "--no-input", "--require-hashes", "-r", str(lock))
            taken.write_bytes(lock.read_bytes())
        self.index = self._setting("index-url")
        self.extra = self._setting("extra-index-url")
        self.links = self._setting("find-links")

    def fetch_source(self, name: str, version: str, folder: Path) -> None:
        """Leave the source archive of a package in `folder`, without running anything of it."""
        words: list[str | Path] = [self._program("unearth"), f"{name}=={version}", "--no-binary", "-d", folder]
        if self.index:  # without, the one that it knows itself
            for option, places in (("-i", f"{self.index} {self.extra}"), ("-f", self.links)):
                words += [word for place in places.split() for word in (option, place)]
        run(words)

    def install_wheels(self, lock: Path, folder: Path, python: str) -> None:
        """Put the Windows wheels of `lock` into `folder`, checked by hash, for Windows' Python `python` (3.12)."""
        words: list[str | Path] = [self._program("uv"), "pip", "install", "-q", "--link-mode", "copy", "--no-config"]
        words += ["--target", folder, "--python", sys.executable]
        words += ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", python]
        words += ["--only-binary", ":all:", "--require-hashes", "--index-strategy", "unsafe-best-match"]
        for link in self.links.split():
            words += ["--find-links", link]
        settings = {"UV_DEFAULT_INDEX": self.index, "UV_INDEX": self.extra}
        run([*words, "-r", lock], environment=os.environ | {name: value for name, value in settings.items() if value})

    def _program(self, name: str) -> Path:
        return self._bin / (f"{name}.exe" if os.name == "nt" else name)

    def _pip(self, *words: str) -> str:
        return run([self._program("python"), "-m", "pip", *words])

    def _setting(self, name: str) -> str:
        """One of pip's settings on this computer: from its variable, else from its files; "" for none."""
        told = os.environ.get(f"PIP_{name.upper().replace('-', '_')}", "")
        if told:
            return told
        try:
            return self._pip("config", "get", f"global.{name}").strip()
        except BuildFailed:
            return ""
