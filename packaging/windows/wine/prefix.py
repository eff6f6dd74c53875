"""A Wine of our own in which Windows' Python runs: a prefix, the stand-ins in it, and the program fitted to it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from steps import run, say
from wine.standins import complex_mathematics, silent

VARIABLES = {"WINEARCH": "win64", "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml="}
CRASHES = "_wmi.pyd"  # Wine 8 has no VariantToString; Python does without this file
CLEAN = ("PYTHON", "QT_", "VIRTUAL_ENV")  # variables of this computer that are nothing to Windows' Python


class WinePrefix:
    """`folder` becomes the prefix; `overlay` holds the patched files that lie over a program run in it."""

    def __init__(self, folder: Path, overlay: Path) -> None:
        self.folder, self.overlay = folder, overlay
        kept = {name: value for name, value in os.environ.items() if not name.startswith(CLEAN)}
        self.environment = kept | VARIABLES | {"WINEPREFIX": str(folder)}

    def make(self, packages: Path, scratch: Path) -> None:
        """Make the prefix for programs that use the libraries in `packages`; `scratch` takes what is compiled."""
        if not (self.folder / "system.reg").is_file():
            say("wine: a prefix")
            run(["wineboot", "-i"], environment=self.environment, passes=range(256))
            self.run("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f")
        scratch.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(self.overlay, ignore_errors=True)
        qt = [*packages.glob("PySide6/*.dll"), *packages.glob("PySide6/plugins/**/*.dll")]
        made = (silent("icuuc", qt, scratch), complex_mathematics(packages, scratch, self.overlay))
        for library in filter(None, made):
            target = self.folder / "drive_c" / "windows" / "system32" / library.name
            target.unlink(missing_ok=True)  # may be a link into Wine itself
            shutil.copy2(library, target)

    def run(
        self, *words: str | Path, folder: Path | None = None, seconds: float = 1800, keep: Path | None = None
    ) -> str:
        """What a Windows program said, run in this prefix; raises BuildFailed."""
        return run(["wine", *words], folder, self.environment, seconds, keep)

    def fit(self, packages: Path) -> None:
        """Lay the patched files over those below `packages`, and take away what crashes Wine."""
        for path in (path for path in self.overlay.rglob("*") if path.is_file()):
            if (target := packages / path.relative_to(self.overlay)).is_file():
                shutil.copy2(path, target)
        (packages / CRASHES).unlink(missing_ok=True)

    def end(self) -> None:
        """End what still runs in the prefix."""
        run(["wineserver", "-k"], environment=self.environment, passes=range(256))


def windows_path(path: Path) -> str:
    """How Wine names a path of this computer."""
    return "Z:" + str(path).replace("/", "\\")
