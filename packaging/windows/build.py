"""Builds Gemba Console for Windows: `python packaging/windows/build.py`, on Debian under Wine or on Windows itself.

Leaves in dist/windows the setup program, the MSI for group policy, their checksums, a note for the update notice and
the list of all files with where each comes from; in build/windows/payload what they install. GEMBA_SIGN names a
command that signs.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from announcement import announcement
from buildtools import BuildTools
from msi import UPGRADE_CODE, make_msi
from provenance import Origin, Provenance, report, write_list
from runtime import PYTHON, Runtime
from signing import Signing
from steps import BuildFailed, megabytes, run, say, sha256
from wine.prefix import CRASHES, WinePrefix, windows_path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LOCK = ROOT / "requirements" / "freeze.txt"
NAME = "gemba-console"
PROGRAMS = (f"{NAME}.exe", f"{NAME}-cli.exe")
NATIVE = os.name == "nt"
STUB64 = Path("/usr/share/nsis/Stubs/lzma_solid-amd64-unicode")  # a 64-bit setup, for a program that is 64-bit anyway


class Build:
    """One build in `work`, of this checkout; every step is skipped whose result is there already."""

    def __init__(self, work: Path, out: Path) -> None:
        self.work, self.out = work, out
        self.payload = work / "payload" / NAME
        self.icon = work / "work" / "pyinstaller" / "app.ico"
        self.runtime = Runtime(work)
        self.wine = None if NATIVE else WinePrefix(work / "prefix", work / "overlay")
        self.version = version()

    def freeze(self) -> list[Origin]:
        """The payload, every file of it known."""
        tools = BuildTools(ROOT, self.work / "tools")
        self.runtime.make(tools)
        self._install_wheels(tools)
        if self.wine:
            if not self.wine.overlay.is_dir():
                self.wine.make(self.runtime.packages, self.work / "standins")
            self._keep_pristine(self.wine)
            self.wine.fit(self.runtime.packages)
            (self.runtime.working / CRASHES).unlink(missing_ok=True)
        self._pyinstaller()
        return self.check()

    def check(self) -> list[Origin]:
        """Origins of all files of the payload, and of the modules in its programs; says them."""
        provenance = Provenance(self.runtime.packages, self.runtime.signed, ROOT)
        origins = provenance.of(self.payload)
        report(origins)
        modules = provenance.check_modules(self.icon.with_name("PYZ-00.toc"), self.runtime.working)
        say(f"{modules} modules in each program, every one known")
        return origins

    def _install_wheels(self, tools: BuildTools) -> None:
        packages, taken = self.runtime.packages, self.work / "wheels.lock"
        if taken.is_file() and taken.read_bytes() == LOCK.read_bytes():
            return
        taken.unlink(missing_ok=True)
        for folder in (packages, self.work / "overlay", self.work / "pristine"):
            shutil.rmtree(folder, ignore_errors=True)
        tools.install_wheels(LOCK, packages, PYTHON)
        say(f"wheels: {len(list(packages.glob('*.dist-info')))} for Windows, each by its hash")
        taken.write_bytes(LOCK.read_bytes())

    def _keep_pristine(self, wine: WinePrefix) -> None:
        """What is about to be patched for Wine, as its wheel brought it: that is what the product gets."""
        for path in (path for path in wine.overlay.rglob("*") if path.is_file()):
            place = path.relative_to(wine.overlay)
            kept = self.work / "pristine" / place
            if not kept.is_file():
                kept.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(self.runtime.packages / place, kept)

    def _pyinstaller(self) -> None:
        """Freeze with pyinstaller.spec; then put back what was patched or left out for Wine."""
        if NATIVE:
            self._python("-m", "widgets.languages", "--build")
        say("pyinstaller (minutes)")
        began, made = time.monotonic(), self.work / "dist"
        for folder in (made, self.payload):
            shutil.rmtree(folder, ignore_errors=True)
        words = ("-m", "PyInstaller", "--noconfirm", "--log-level", "WARN")
        places = ("--distpath", self._windows(made), "--workpath", self._windows(self.work / "work"))
        self._python(*words, *places, "pyinstaller.spec", keep=self.work / "pyinstaller.log")
        if not (made / NAME / PROGRAMS[0]).is_file():
            raise BuildFailed(f"PyInstaller made no program; see {self.work / 'pyinstaller.log'}")
        inside, pristine = made / NAME / "_internal", self.work / "pristine"
        for path in (path for path in pristine.rglob("*") if path.is_file()):
            if (target := inside / path.relative_to(pristine)).is_file():
                shutil.copy2(path, target)
        shutil.copy2(self.runtime.signed / CRASHES, inside)
        self.payload.parent.mkdir(parents=True, exist_ok=True)
        (made / NAME).replace(self.payload)
        say(f"frozen in {time.monotonic() - began:.0f} s")

    def _python(self, *words: str, keep: Path | None = None) -> str:
        """Run Windows' Python in the checkout."""
        if self.wine:
            return self.wine.run(self.runtime.python, *words, folder=ROOT, keep=keep)
        return run([self.runtime.python, *words], folder=ROOT, keep=keep)

    def _windows(self, path: Path) -> str:
        return str(path) if NATIVE else windows_path(path)

    def pack(self, origins: list[Origin]) -> None:
        """The setup program and the MSI from the payload, signed if there is a command for it, with checksums."""
        self.out.mkdir(parents=True, exist_ok=True)
        signing = Signing()
        signing.sign(*(self.payload / program for program in PROGRAMS))
        write_list(origins, self.out / "files.csv")
        setup, msi = self.out / f"{NAME}-{self.version}-setup.exe", self.out / f"{NAME}-{self.version}.msi"
        made = []
        if self._setup(setup, signing.command):
            made.append(setup)
        if make_msi(self.payload, self.version, self.icon, msi, self.work / "msi"):
            made.append(msi)
        else:
            say("no MSI: neither wixl nor WiX 3 is installed")
        signing.sign(*made)
        changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
        note = announcement(self.version, changelog, {path.name: sha256(path) for path in made})
        (self.out / "latest.json").write_text(json.dumps(note, indent=2) + "\n", encoding="utf-8")
        sums = [f"{sha256(path)}  {path.name}" for path in made]
        (self.out / "SHA256SUMS").write_text("".join(f"{line}\n" for line in sums), encoding="utf-8")
        for path, line in zip(made, sums, strict=True):
            say(f"{megabytes(path.stat().st_size):>9}  {line}")

    def _setup(self, setup: Path, sign: str) -> bool:
        """The setup program; False where NSIS is not installed."""
        if not (makensis := _makensis()):
            say("no setup program: NSIS is not installed")
            return False
        say("makensis (minutes)")
        setup.unlink(missing_ok=True)
        told = {"VERSION": self.version, "PAYLOAD": self.payload, "OUT": setup, "ICON": self.icon}
        told |= {"UPGRADE_CODE": UPGRADE_CODE} | ({"SIGN": sign} if sign else {})
        words = ["-V2", "-INPUTCHARSET", "UTF8", *(f"-D{name}={value}" for name, value in told.items())]
        if STUB64.is_file():
            words.append("-DX64STUB")
        run([makensis, *words, HERE / "console.nsi"], keep=self.work / "makensis.log")
        return True


def _makensis() -> str | None:
    programs = [os.environ.get(name, "") for name in ("ProgramFiles(x86)", "ProgramFiles")]
    return shutil.which("makensis") or shutil.which(
        "makensis", path=os.pathsep.join(f"{p}\\NSIS" for p in programs if p)
    )


def version() -> str:
    """The version that the program says of itself."""
    text = (ROOT / "console" / "__init__.py").read_text(encoding="utf-8")
    if not (found := re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)):
        raise BuildFailed("console/__init__.py says no version")
    return found[1]


def main(words: Sequence[str]) -> int:
    """Build what the words ask for; 0 when it is there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "windows", help="where it works, and looks first")
    parser.add_argument("--out", type=Path, default=ROOT / "dist" / "windows", help="where the results go")
    parser.add_argument("--payload-only", action="store_true", help="no installers")
    parser.add_argument("--keep-payload", action="store_true", help="installers from the payload that is there")
    parser.add_argument(
        "--fit", type=Path, metavar="FOLDER", help="make an installed program's folder fit for this Wine"
    )
    told = parser.parse_args(words)
    build = Build(told.work.resolve(), told.out.resolve())
    try:
        if told.fit:
            WinePrefix(build.work / "prefix", build.work / "overlay").fit(told.fit.resolve() / "_internal")
            return 0
        origins = build.check() if told.keep_payload else build.freeze()
        if not told.payload_only:
            build.pack(origins)
    except BuildFailed as failure:
        say(str(failure))
        return 1
    finally:
        if build.wine and (build.work / "prefix").is_dir() and not told.fit:
            build.wine.end()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
