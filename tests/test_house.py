"""The rules of the house, each as a sentence that the code either keeps or breaks."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.paths import ROOT

ROOMS = ("console", "widgets")
LOOK_CLOSER, TOO_LONG = 400, 600  # lines of a file
DRAWERS = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc", "tools", "stuff", "base"}
LAZY = ("pandas", "alembic", "openpyxl", "sqlalchemy", "amqtt")
FACES = {"PySide6", "shiboken6", "pyqtgraph"}
MQTT = {"paho", "amqtt"}
WRITTEN_BY_A_TOOL = {"console/telemetry/sparkplug_b_pb2.py"}
TEXTS = {
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".in",
    ".yaml",
    ".yml",
    ".json",
    ".cfg",
    ".ini",
    ".spec",
    ".iss",
    ".ts",
    ".svg",
    "",
}
# Written in halves, so that this file keeps its own rules.
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK)\b")
MACHINES = re.compile(r"(?<![\w.~-])/(work|farm|root)/\w|/opt/(wheels|py" r"pi)")
REGISTRIES = re.compile(
    r"py" r"pi\.org|files\.python" r"hosted|py" r"pi/simple|reg" r"istry\.npm" r"js|arti" r"factory|dev" r"pi\b",
    re.IGNORECASE,
)


def python_files(*rooms: str) -> list[Path]:
    """The Python files of the rooms that people wrote."""
    found = (path for room in rooms for path in sorted((ROOT / room).rglob("*.py")))
    return [path for path in found if place(path) not in WRITTEN_BY_A_TOOL]


def place(path: Path) -> str:
    """A path as people say it: from the root of the repository."""
    return path.relative_to(ROOT).as_posix()


def module(path: Path) -> str:
    """The dotted name of a file."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(path: Path) -> Iterator[str]:
    """Every module that a file names in an import, wherever in the file it stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), place(path))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield ("." * node.level) + (node.module or "")


def top(name: str) -> str:
    """The package that a dotted name begins with."""
    return name.split(".")[0]


def texts_of_the_house() -> Iterator[tuple[str, str]]:
    """Place and text of every file that is, or is about to be, under version control."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    names = listed.stdout.decode().split("\0") if listed.returncode == 0 else []
    paths = [ROOT / name for name in names if name] or [*ROOT.glob("*"), *ROOT.glob("[a-z]*/**/*")]
    for path in paths:
        if path.suffix in TEXTS and path.is_file() and "data" not in path.parts:
            yield place(path), path.read_text(encoding="utf-8", errors="replace")


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    """Where in the house a pattern stands."""
    return [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in texts_of_the_house()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_the_contracts_between_the_rooms_hold():
    lint = Path(sys.executable).with_name("lint-imports")

    done = subprocess.run([lint, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_console_has_no_face():
    """Also inside functions and type checks, where an import linter may be told to look away."""
    assert {place(path) for path in python_files("console") for name in imports(path) if top(name) in FACES} == set()


def test_the_face_is_asked_for_nowhere_but_in_widgets_and_main():
    elsewhere = [path for path in python_files("resources", "console") for name in imports(path) if top(name) in FACES]

    assert elsewhere == []


def test_the_rules_of_the_shop_floor_need_nothing_but_the_standard_library():
    foreign = {
        f"{place(path)} imports {name}"
        for path in python_files("console/domain")
        for name in imports(path)
        if top(name) not in sys.stdlib_module_names and not name.startswith("console.domain")
    }

    assert foreign == set()


def test_only_telemetry_and_the_demo_know_mqtt():
    knowing = {place(path) for path in python_files(*ROOMS) for name in imports(path) if top(name) in MQTT}

    assert {name for name in knowing if not name.startswith(("console/telemetry/", "console/demo/"))} == set()


def test_no_codec_and_no_mapping_knows_the_client():
    """paho stays with the client and what it is made of: files that a codec, a rule or a signal never imports."""
    wires = {module(path) for path in python_files("console/telemetry") if MQTT & {top(name) for name in imports(path)}}
    codecs = [
        path
        for path in python_files("console/telemetry")
        if re.match(r"(sparkplug|documents|scalars|packml|patterns|rules|fields|plantfile|signals|mapping)", path.name)
    ]

    assert codecs
    assert {f"{place(path)} → {name}" for path in codecs for name in imports(path) if name in wires} == set()


@pytest.mark.parametrize("entry", ["main", "console.app.console", "console.telemetry.client", "console.app.settings"])
def test_what_is_slow_to_import_is_not_imported_at_start(entry):
    if not (ROOT / (entry.replace(".", "/") + ".py")).exists():
        pytest.fail(f"{entry} is not there")
    code = f"import sys, {entry}; print(*sorted(m for m in {LAZY!r} if m in sys.modules))"

    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


@pytest.mark.parametrize("path", python_files(*ROOMS, "resources", "bench", "tests"), ids=place)
def test_every_module_says_in_a_sentence_what_it_is(path):
    text = path.read_text(encoding="utf-8")

    assert not text.strip() or (ast.get_docstring(ast.parse(text)) or "").strip(), "no docstring"


def test_no_file_is_so_long_that_a_noun_must_be_hiding_in_it():
    sizes = {place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files(*ROOMS)}
    for name, size in sorted(sizes.items(), key=lambda item: -item[1]):
        if size > LOOK_CLOSER:
            print(f"look closer: {name} has {size} lines")

    assert {name: size for name, size in sizes.items() if size > TOO_LONG} == {}


def test_there_are_no_drawers():
    names = {
        place(path): {path.stem, *path.relative_to(ROOT).parent.parts} for path in python_files(*ROOMS, "resources")
    }

    assert {name for name, parts in names.items() if parts & DRAWERS} == set()


def test_relative_imports_are_not_used():
    assert {place(path) for path in python_files(*ROOMS) for name in imports(path) if name.startswith(".")} == set()


def test_nothing_is_left_for_later():
    assert lines_with(UNFINISHED) == []


def test_no_file_knows_the_machine_it_was_written_on():
    assert lines_with(MACHINES) == []


def test_no_file_names_a_package_registry():
    assert lines_with(REGISTRIES) == []


@pytest.mark.parametrize(
    ("pattern", "breaks", "keeps"),
    [
        (UNFINISHED, "# TO" + "DO: tomorrow", "nothing to do here"),
        (MACHINES, "open('/wo" + "rk/main/x')", "docs/work/main and ~/work"),
        (REGISTRIES, "https://py" + "pi.org/simple", "the registry that pip was told"),
    ],
)
def test_the_rules_above_can_be_broken(pattern, breaks, keeps):
    assert pattern.search(breaks)
    assert not pattern.search(keeps)


def test_the_help_table_of_the_readme_is_the_one_the_settings_tell():
    from console.app.settings import describe

    assert describe() in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_version_is_said_once():
    from console import __version__

    assert f'version = "{__version__}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
