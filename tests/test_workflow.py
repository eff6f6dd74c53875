"""The workflow for real Windows names only what is there: it cannot be run here, so at least that is checked."""

from __future__ import annotations

import re

from tests.paths import ROOT

TEXT = (ROOT / ".github" / "workflows" / "windows.yml").read_text(encoding="utf-8")


def test_every_file_and_folder_it_names_is_there_or_is_built() -> None:
    named = set(re.findall(r"(?<![\w.])((?:packaging|requirements|tests|dist)/[\w./-]+)", TEXT))
    assert {"packaging/windows/build.py", "requirements/dev.txt", "tests/windows"} <= named
    assert [path for path in named if not path.startswith("dist/") and not (ROOT / path).exists()] == []


def test_what_it_hands_over_is_where_the_build_puts_it() -> None:
    build = (ROOT / "packaging" / "windows" / "build.py").read_text(encoding="utf-8")
    assert re.search(r'"--out".*"dist" / "windows"', build)
    assert "path: dist/windows" in TEXT
    assert '"SHA256SUMS"' in build
    assert "SHA256SUMS" in TEXT


def test_it_tries_the_python_that_the_program_is_frozen_with() -> None:
    runtime = (ROOT / "packaging" / "windows" / "runtime.py").read_text(encoding="utf-8")
    frozen = re.search(r'^PYTHON = "(\d+\.\d+)', runtime, re.MULTILINE)
    tried = re.search(r'python-version: "(.+)"', TEXT)
    assert frozen
    assert tried
    assert frozen[1] == tried[1]
