"""The frozen program: made from this tree as `make freeze` makes it, and what lies in it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from PyInstaller.archive.readers import CArchiveReader, ZlibArchiveReader

from tests.paths import ROOT

NAME = "gemba-console"
SUFFIX = ".exe" if sys.platform == "win32" else ""


@dataclass(frozen=True)
class Frozen:
    """The folder that a plant gets."""

    folder: Path

    @property
    def window(self) -> Path:
        """The program that people start."""
        return self.folder / f"{NAME}{SUFFIX}"

    @property
    def terminal(self) -> Path:
        """The same one for a terminal."""
        return self.folder / f"{NAME}-cli{SUFFIX}"

    @cached_property
    def modules(self) -> set[str]:
        """Every Python module inside, by its dotted name."""
        archive = CArchiveReader(str(self.terminal))
        (name,) = [name for name, entry in archive.toc.items() if entry[4] in ("z", "Z")]
        inner: ZlibArchiveReader = archive.open_embedded_archive(name)
        return set(inner.toc)

    @cached_property
    def files(self) -> dict[str, int]:
        """Path from the folder → bytes; links are not followed."""
        found = (path for path in self.folder.rglob("*") if path.is_file() and not path.is_symlink())
        return {path.relative_to(self.folder).as_posix(): path.stat().st_size for path in found}

    def run(self, *words: str, seconds: float) -> subprocess.CompletedProcess[str]:
        """Start the one for a terminal and wait for its end."""
        return subprocess.run(
            [self.terminal, *words], capture_output=True, encoding="utf-8", timeout=seconds, check=False
        )


def freeze(folder: Path) -> Frozen:
    """Freeze into `folder`; AssertionError with what PyInstaller said when that fails."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    done = subprocess.run(
        [*command, "--distpath", str(folder), "--workpath", str(folder / "work"), "pyinstaller.spec"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return Frozen(folder / NAME)


def frozen_beforehand() -> Frozen | None:
    """What `make test` froze while other checks ran; None when nobody did. AssertionError when that failed."""
    told = os.environ.get("GEMBA_FROZEN")
    if not told:
        return None
    made = Frozen(ROOT / told)
    log = made.folder.parent / "log"
    assert made.terminal.exists(), log.read_text(encoding="utf-8") if log.exists() else f"{made.folder} is not there"
    return made
