"""The frozen program examines itself, starts as fast as the code it was made of, and holds nothing foreign."""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from importlib.util import find_spec
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from bench.first import PROGRAM, until_live
from bench.stage import broker, paced, plant
from console import __version__
from tests.journeys.freezing import Frozen, freeze, frozen_beforehand
from tests.paths import ROOT
from tests.test_lock import locked
from widgets.firstlive import SAID

pytestmark = pytest.mark.timeout(900)  # where nobody froze it beforehand

MOST_MB = 360  # as a plant has it on its disk
SLOWER = 1.5  # frozen against unfrozen, to the first live board
STARTS = 5
EXAMINED = {"icons", "fonts", "translations", "sounds", "command to row", "migration", "broker to tile"}
FOREIGN = re.compile(
    r"WebEngine|VirtualKeyboard|Designer|opengl32sw|d3dcompiler|QtPdf|(^|/)(tests?|bench|examples_of)/|\.(ts|po|pyc)$"
    r"|translations/(?!qtbase_(zh_CN|en)\.qm$)[^/]*\.qm$|(^|/)(pandas|pytest|hypothesis|mypy|PyInstaller|matplotlib)"
)
OUR_WORDS = re.compile(r"resources/i18n/")
# What may be imported until the board shows its first value; the records are opened on a thread of their own meanwhile.
EARLY = {"PySide6", "shiboken6", "shibokensupport", "google", "paho", "msgspec", "jmespath", "platformdirs"}
EARLY |= {"typing_extensions", "sqlalchemy", "numpy", "zstandard", "console", "widgets", "resources", "main"}


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Frozen:
    return frozen_beforehand() or freeze(tmp_path_factory.mktemp("frozen"))


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, int]]:
    """A plant file, and the port of a broker at which that plant speaks."""
    file = tmp_path_factory.mktemp("plant") / "plant.toml"
    file.write_text(plant(4, 7), encoding="utf-8")
    with broker() as server, paced(server.port, 200):
        yield file, server.port


def test_it_examines_itself_and_all_is_well(frozen: Frozen, capsys: pytest.CaptureFixture[str]) -> None:
    done = frozen.run("--self-test", seconds=300)

    with capsys.disabled():
        print(f"\n{done.stdout}")
    assert done.returncode == 0, done.stdout + done.stderr
    rows = {line[:16].strip(): line[17:24].strip() for line in done.stdout.splitlines()}
    assert set(rows) >= EXAMINED
    assert set(rows.values()) == {"ok"}


def test_it_is_this_version_and_asks_for_no_python(frozen: Frozen) -> None:
    done = subprocess.run([frozen.terminal, "--version"], capture_output=True, text=True, env={}, check=False)

    assert (done.returncode, done.stdout.strip()) == (0, f"Gemba Console {__version__}")


def test_a_frozen_start_to_the_first_live_board_is_hardly_slower(
    frozen: Frozen, spoken: tuple[Path, int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In turn, so that whatever else this computer does meets both; the first of each finds cold files."""
    seconds: dict[bool, list[float]] = {True: [], False: []}
    for turn in range(STARTS + 1):
        for is_frozen, program in ((False, PROGRAM), (True, (str(frozen.window),))):
            took = until_live(program, *spoken, tmp_path / f"{is_frozen}{turn}")
            seconds[is_frozen] += [took] if turn else []
    ours, code = statistics.median(seconds[True]), statistics.median(seconds[False])
    with capsys.disabled():
        print(f"\nstart to first live board: frozen {ours:.2f} s, unfrozen {code:.2f} s, {ours / code:.2f} times")
    assert ours <= SLOWER * code


def test_it_is_not_large(frozen: Frozen, capsys: pytest.CaptureFixture[str]) -> None:
    parts: dict[str, int] = {}
    for name, size in frozen.files.items():
        part = "/".join(name.split("/")[1:2] if name.count("/") > 1 else ["programs and libraries"])
        parts[part] = parts.get(part, 0) + size
    whole = sum(parts.values()) / 1e6
    largest = sorted(parts.items(), key=lambda part: -part[1])[:6]
    with capsys.disabled():
        print(f"\nfrozen: {whole:.0f} MB; " + ", ".join(f"{name} {size / 1e6:.0f}" for name, size in largest))
    assert whole <= MOST_MB


def test_nothing_foreign_lies_in_it(frozen: Frozen) -> None:
    lying = [name for name in frozen.files if FOREIGN.search(name) and not OUR_WORDS.search(name)]

    assert lying == []


def test_every_module_of_ours_is_in_it_and_no_test(frozen: Frozen) -> None:
    files = (
        path.relative_to(ROOT) for room in ("console", "widgets", "resources") for path in (ROOT / room).rglob("*.py")
    )
    ours = {".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in files}

    missing = {name for name in ours - frozen.modules if not name.startswith("console.records.migrations.versions")}
    assert missing == set()
    assert {name for name in frozen.modules if name.split(".")[0] in ("tests", "bench")} == set()


def test_every_other_module_is_of_python_or_of_the_lock(frozen: Frozen) -> None:
    allowed = {*locked("run.txt"), "setuptools"} - {"pandas"}
    projects = packages_distributions()
    foreign = {
        top
        for top in {name.split(".")[0] for name in frozen.modules}
        if top not in sys.stdlib_module_names
        and top not in ("console", "widgets", "resources", "main")
        and not top.startswith(("_pyi_rth", "pyi_rth", "pyimod", "_sysconfigdata"))
        and not {canonicalize_name(name) for name in projects.get(top, [])} & allowed
    }

    assert foreign == set()


def test_only_what_the_first_board_needs_is_imported_before_it(spoken: tuple[Path, int], tmp_path: Path) -> None:
    """Pandas, Alembic, drivers, pictures, spreadsheets, plots and the rest come when somebody asks for them."""
    file, port = spoken
    words = ["--plant", str(file), "--broker", f"127.0.0.1:{port}", "--data", str(tmp_path), "--until-live"]
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *PROGRAM[1:], *words, "--seconds", "60"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=True,
        env={"QT_QPA_PLATFORM": "offscreen"} | os.environ,
    )
    lines = done.stdout.splitlines()
    before = [line.split("|")[2].strip() for line in lines[: lines.index(SAID)] if line.count("|") == 2]
    tops = {name.split(".")[0] for name in before[1:]}

    assert {"PySide6", "paho", "console"} <= tops
    found = {top for top in tops - set(sys.stdlib_module_names) if not top.startswith("_") and find_spec(top)}
    assert found - {"sitecustomize", "usercustomize"} <= EARLY
    assert {name for name in before if name.startswith(("sqlalchemy.dialects.p", "sqlalchemy.dialects.m"))} == set()
