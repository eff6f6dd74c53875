"""What the tests of the Windows product ask for: a machine, the installers, and the older ones.

They run with `make windows-test` (which says GEMBA_WINDOWS=1), and on Windows itself; a plain run of the suite leaves
them out.
Folders come from variables: GEMBA_BUILD (what the build left to work with, build/windows), GEMBA_DIST (the payload
and the installers, dist).
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from console import __version__
from tests.paths import ROOT
from tests.windows.machine import NATIVE, Machine, WineMachine, this_windows

if os.environ.get("GEMBA_WINDOWS") != "1" and not NATIVE:
    collect_ignore_glob = ["test_*.py"]

BUILD = ROOT / os.environ.get("GEMBA_BUILD", "build/windows")
DIST = ROOT / os.environ.get("GEMBA_DIST", "dist")
PREFIX, OVERLAY = BUILD / "prefix", BUILD / "overlay"
AMD64 = 0x8664
Setup = Callable[..., Path]


@pytest.fixture(scope="session")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for what is made once for all tests."""
    return tmp_path_factory.mktemp("windows")


@pytest.fixture(scope="session")
def machine(work: Path) -> Iterator[Machine]:
    """The Windows to install on: a fresh one under Wine."""
    made = this_windows() if NATIVE else WineMachine(PREFIX, OVERLAY, work / "prefix")
    yield made
    made.close()


@pytest.fixture(scope="session")
def payload() -> Path:
    """The program's folder as the installers hold it."""
    found = Path(os.environ.get("GEMBA_PAYLOAD", BUILD / "payload" / "gemba-console"))
    assert (found / "gemba-console.exe").is_file(), f"no payload in {found}: make windows"
    return found


@pytest.fixture(scope="session")
def setup(payload: Path, work: Path) -> Setup:
    """`setup(version)`: a setup program of that version with this payload; this version's is the one that was built.

    Debian's Wine runs 64-bit programs only and the built setup begins with a 32-bit one, so the same script is run
    again for the tests, quicker packed. On Windows the built one itself is tried.
    """
    made: dict[str, Path] = {}

    def make(version: str = __version__) -> Path:
        if version not in made:
            built = [path for path in sorted((DIST / "windows").glob("*.exe")) if version in path.name]
            fitting = [path for path in built if NATIVE or runs_on(path) == AMD64]
            made[version] = fitting[0] if fitting else packed(payload, version, work / f"setup-{version}.exe")
        return made[version]

    return make


def packed(payload: Path, version: str, out: Path, *more: str) -> Path:
    """Run the installer's script for a test."""
    script = ROOT / "packaging" / "windows" / "console.nsi"
    words = ["makensis", "-V2", "-INPUTCHARSET", "UTF8", "-XSetCompressor /FINAL zlib", f"-DVERSION={version}"]
    words += [f"-DPAYLOAD={payload}", f"-DOUT={out}", *([] if NATIVE else ["-DX64STUB"]), *more, str(script)]
    said = subprocess.run(words, capture_output=True, text=True)
    assert said.returncode == 0, said.stdout + said.stderr
    return out


def runs_on(program: Path) -> int:
    """The processor that a Windows program is made for (Microsoft, PE Format, machine types)."""
    with program.open("rb") as file:
        head = file.read(4096)
    return int(struct.unpack_from("<H", head, struct.unpack_from("<I", head, 0x3C)[0] + 4)[0])


@pytest.fixture(scope="session")
def setup_that_starts(payload: Path, machine: Machine, setup: Setup, work: Path) -> Path:
    """This version's setup with a program that runs as it is installed: the setup itself starts it.

    Under Wine that is one with what was made fit for it; on Windows it is the built one.
    """
    if NATIVE:
        return setup()
    fitting = work / "fitting"
    shutil.copytree(payload, fitting)
    machine.fit(fitting / "_internal")
    return packed(fitting, __version__, work / "setup-that-starts.exe")


@pytest.fixture
def data(machine: Machine) -> Iterator[Path]:
    """The data folder of the account, empty before and gone after the test."""
    folder = machine.path(machine.variable("LOCALAPPDATA")) / "Gemba Console"
    shutil.rmtree(folder, ignore_errors=True)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)
