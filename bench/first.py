"""From the start of a process to its first live board: how long that takes is seen from outside, frozen or not."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from widgets.firstlive import SAID

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = (sys.executable, str(ROOT / "main.py"))
PATIENCE = 60


def until_live(program: Sequence[str], plant: Path, port: int, folder: Path) -> float:
    """Seconds until a program shows a value of that plant from a broker at that port; RuntimeError when it never does.

    `folder` becomes its data folder. The way to its end is not measured, but waited for.
    """
    words = ["--plant", str(plant), "--broker", f"127.0.0.1:{port}", "--data", str(folder), "--until-live"]
    environ = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
    began = time.perf_counter()
    with subprocess.Popen(
        [*program, *words, "--seconds", str(PATIENCE)], cwd=ROOT, env=environ, stdout=subprocess.PIPE, text=True
    ) as started:
        assert started.stdout is not None
        said = started.stdout.readline().strip()
        took = time.perf_counter() - began
        started.wait(PATIENCE)
    if said != SAID or started.returncode:
        raise RuntimeError(f"{program[-1]} said {said!r} and ended with {started.returncode}")
    return took
