"""The runner of the measurements: it finds rows, keeps them apart, and a row that breaks is a row not met."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.paths import ROOT

ROWS = '''"""Rows for a test."""
import os, sys
def good():
    return {"name": "good", "ours": 2.0, "reference": 1.0, "unit": "ms", "ratio": 2.0, "ask": "≤ 3", "ok": True}
def pair():
    sys.modules["good was here"] = sys
    return [good() | {"name": "one"}, good() | {"name": "two", "ok": False}]
def apart():
    return good() | {"name": "apart", "ok": "good was here" not in sys.modules}
def broken():
    raise ValueError("no")
def gone():
    os._exit(3)
def silent():
    return {"name": "silent"}
ROWS = {f.__name__: f for f in (good, pair, apart, broken, gone, silent)}
'''


@pytest.fixture
def bench(tmp_path):
    """A copy of the runner with rows of the test's own."""
    (tmp_path / "bench").mkdir()
    for name in ("__init__.py", "__main__.py"):
        shutil.copy(ROOT / "bench" / name, tmp_path / "bench" / name)
    (tmp_path / "bench" / "rows.py").write_text(ROWS, encoding="utf-8")
    (tmp_path / "bench" / "parts.py").write_text('"""No rows here."""\nraise RuntimeError\n')

    def run(*names: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "bench", *names]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, encoding="utf-8")

    return run


def results(tmp_path: Path) -> dict[str, dict[str, object]]:
    rows = json.loads((tmp_path / "bench" / "results.json").read_text(encoding="utf-8"))
    return {row["name"]: row for row in rows}


def test_every_row_is_run_in_a_process_of_its_own_and_written_down(bench, tmp_path):
    done = bench()

    rows = results(tmp_path)
    assert {name: row["ok"] for name, row in rows.items()} == {
        "good": True,
        "one": True,
        "two": False,
        "apart": True,
        "broken": False,
        "gone": False,
        "silent": False,
    }
    assert all(set(row) >= {"name", "ours", "reference", "unit", "ratio", "ask", "ok"} for row in rows.values())
    assert rows["gone"]["error"] == "ended with exit code 3"
    assert "NOT MET" in done.stdout
    assert done.returncode == 1


def test_one_row_alone_leaves_the_others_as_they_were(bench, tmp_path):
    assert bench("pair").returncode == 1
    assert bench("good").returncode == 0

    assert set(results(tmp_path)) == {"one", "two", "good"}


def test_a_row_that_does_not_exist_is_said_with_those_that_do(bench):
    done = bench("god")

    assert done.returncode == 2
    assert "no such row: god. There are: good, pair" in done.stdout


def test_a_module_that_cannot_be_imported_is_a_row_not_met(bench, tmp_path):
    (tmp_path / "bench" / "torn.py").write_text('"""Torn."""\nimport nowhere\nROWS = {}\n')

    bench("good")

    assert results(tmp_path)["torn"]["ok"] is False
