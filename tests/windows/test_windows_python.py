"""The parts of the program that differ on Windows, tried with Windows' own Python: the files of `suites.txt`."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.paths import ROOT
from tests.windows.conftest import BUILD, OVERLAY
from tests.windows.machine import NATIVE, Machine

SUITES = Path(__file__).with_name("suites.txt")
PATHS = "Lib\n.\nLib\\site-packages\n..\\packages\n{root}\nimport site\n"


def suites() -> list[str]:
    """Files and folders of tests, relative to the project, with pytest's words behind them."""
    lines = SUITES.read_text(encoding="utf-8").splitlines()
    return [line.partition("#")[0].strip() for line in lines if line.partition("#")[0].strip()]


@pytest.fixture(scope="module")
def python(machine: Machine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Windows' Python that finds pytest and the project: the build's one, linked, with a list of places of its own."""
    if NATIVE:
        return Path(sys.executable)
    folder = tmp_path_factory.mktemp("python")
    shutil.copytree(BUILD / "runtime", folder / "runtime", copy_function=os.link)
    libraries = folder / "runtime" / "Lib" / "site-packages"
    for path in (path for path in OVERLAY.rglob("*") if path.is_file()):  # linked: writing would reach into the build
        (libraries / path.relative_to(OVERLAY)).unlink()
        shutil.copy2(path, libraries / path.relative_to(OVERLAY))
    (folder / "runtime" / "_wmi.pyd").unlink(missing_ok=True)
    (folder / "packages").symlink_to(packages_for_tests())
    places = folder / "runtime" / "python312._pth"
    places.unlink()
    places.write_text(PATHS.format(root=machine.told(ROOT)))
    return folder / "runtime" / "python.exe"


def packages_for_tests() -> Path:
    """The Windows wheels of pytest and what it needs, by their hashes; kept with the build."""
    from buildtools import BuildTools

    folder, lock = BUILD / "test-packages", ROOT / "requirements" / "windows-test.txt"
    taken = BUILD / "test-packages.lock"
    if not taken.is_file() or taken.read_bytes() != lock.read_bytes():
        shutil.rmtree(folder, ignore_errors=True)
        BuildTools(ROOT, BUILD / "tools").install_wheels(lock, folder, "3.12")
        taken.write_bytes(lock.read_bytes())
    return folder


@pytest.mark.parametrize("suite", suites())
def test_it_passes_with_windows_python(machine: Machine, python: Path, tmp_path: Path, suite: str) -> None:
    words = ["-m", "pytest", "-p", "no:cacheprovider", "--timeout", "0", "--tb", "short", *suite.split()]
    machine.environment |= {
        "PYTHONPYCACHEPREFIX": machine.told(python.parent / "compiled"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }

    ended = machine.run(python, *words, seconds=900)
    last = next((line for line in reversed(ended.said.splitlines()) if re.search(r"\d passed", line)), "")
    sys.stdout.write(f"{suite}: {last}\n")

    assert ended.code == 0, ended.said[-6000:]
    assert last
