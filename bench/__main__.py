"""Run the rows, each in a process of its own: `python -m bench [row …]` prints a table and writes results.json."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results.json"
MINUTES = 60  # after which a row is ended; eight hours of memory take 40 where others work too
FIELDS = ("name", "ours", "reference", "unit", "ratio", "ask", "ok")

Row = dict[str, Any]  # FIELDS; `ratio` and `ask` as the row means them, `ok` whether the ask is met


def modules() -> list[str]:
    """Modules of this folder that register rows: those whose text holds a `ROWS` of its own."""
    files = sorted(HERE.glob("*.py"))
    return [path.stem for path in files if path.stem[0] != "_" and "\nROWS" in path.read_text(encoding="utf-8")]


def child(*words: str, minutes: float = MINUTES) -> tuple[Any, str]:
    """What this module says when started afresh with `words`, as JSON; or None and what went wrong."""
    with tempfile.TemporaryDirectory(prefix="gemba-bench-") as folder:
        answer = Path(folder) / "answer.json"
        command = [sys.executable, "-m", "bench", *words, "--into", str(answer)]
        environ = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
        try:
            done = subprocess.run(
                command, cwd=HERE.parent, env=environ, stdin=subprocess.DEVNULL, timeout=minutes * 60, check=False
            )
        except subprocess.TimeoutExpired:
            return None, f"not done after {minutes:g} minutes"
        if done.returncode or not answer.exists():
            return None, f"ended with exit code {done.returncode}"
        return json.loads(answer.read_text(encoding="utf-8")), ""


def registered() -> tuple[dict[str, str], list[Row]]:
    """Row name → module, and a failed row for each module that cannot be imported."""
    found: dict[str, str] = {}
    broken: list[Row] = []
    for module in modules():
        names, reason = child("--names", module, minutes=2)
        if names is None:
            broken.append(failed(module, reason))
        for name in names or ():
            if name in found:
                raise SystemExit(f"the row {name} is registered in bench/{found[name]}.py and bench/{module}.py")
            found[name] = module
    return found, broken


def failed(name: str, reason: str) -> Row:
    """A row that gave no figures."""
    return dict.fromkeys(FIELDS) | {"name": name, "ok": False, "error": reason}


def measured(name: str, module: str) -> list[Row]:
    """The figures of one row, which may be several lines; a line without its fields counts as failed."""
    answer, reason = child("--run", f"{module}:{name}")
    if answer is None:
        return [failed(name, reason)]
    lines = answer if isinstance(answer, list) else [answer]
    missing = {field for line in lines for field in FIELDS if field not in line}
    return [failed(name, "the row does not say " + ", ".join(sorted(missing)))] if missing else lines


def figure(value: Any) -> str:
    """A number with the digits that matter."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "–" if value is None else str(value)
    return f"{value:,.0f}" if abs(value) >= 1_000 else f"{value:.3g}"


def table(rows: list[Row]) -> str:
    """The rows for people."""
    lines = [("row", "ours", "reference", "unit", "ratio", "ask", "")]
    for row in rows:
        verdict = row.get("error") or ("ok" if row["ok"] else "NOT MET")
        lines.append((*(figure(row[field]) for field in FIELDS[:-1]), verdict))
    widths = [max(len(line[column]) for line in lines) for column in range(len(FIELDS))]
    numbers = (1, 2, 4)
    return "\n".join(
        "  ".join(c.rjust(w) if i in numbers else c.ljust(w) for i, (c, w) in enumerate(zip(line, widths, strict=True)))
        for line in lines
    )


def keep(rows: list[Row], whole: bool) -> None:
    """Write results.json; after a run of some rows only, the other rows stay as they were."""
    old: list[Row] = []
    if not whole and RESULTS.exists():
        names = {row["name"] for row in rows}
        old = [row for row in json.loads(RESULTS.read_text(encoding="utf-8")) if row["name"] not in names]
    RESULTS.write_text(json.dumps([*old, *rows], indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def run(wanted: list[str]) -> int:
    """Measure the wanted rows, or all; 0 when every ask is met."""
    found, rows = registered()
    unknown = [name for name in wanted if name not in found]
    if unknown:
        print(f"no such row: {', '.join(unknown)}. There are: {', '.join(found)}")
        return 2
    for name in wanted or found:
        started = time.monotonic()
        print(f"· {name}", end=" ", flush=True)
        rows += measured(name, found[name])
        print(f"({time.monotonic() - started:.0f} s)", flush=True)
    keep(rows, whole=not wanted)
    print(f"\n{table(rows)}\n\nwritten to {RESULTS.relative_to(HERE.parent)}")
    return 0 if rows and all(row["ok"] for row in rows) else 1


def main() -> int:
    """The command line; --names and --run are what the runner says to its own children."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("rows", nargs="*", help="names of rows; none: all")
    parser.add_argument("--names", metavar="MODULE", help=argparse.SUPPRESS)
    parser.add_argument("--run", metavar="MODULE:ROW", help=argparse.SUPPRESS)
    parser.add_argument("--into", type=Path, help=argparse.SUPPRESS)
    words = parser.parse_args()
    if not words.into:
        return run(words.rows)
    module, _, name = (words.run or words.names).partition(":")
    rows = __import__(f"bench.{module}", fromlist=["ROWS"]).ROWS
    answer = rows[name]() if name else list(rows)
    words.into.write_text(json.dumps(answer, default=float), encoding="utf-8")  # numpy's numbers too
    return 0


if __name__ == "__main__":
    sys.exit(main())
