"""`kill -9` at any moment loses at most the last second of readings, and no chunk."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.history.readings import COUNT, STATE, open_history
from tests.paths import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no signals on Windows")


def kill_again_and_again(folder: Path, times: int, longest: float) -> None:
    """Each round goes on where the one before was killed."""
    chance = random.Random(7)
    given: list[int] = []
    worst = 0.0
    for turn in range(times):
        first = given[-1] + 1 if given else 0
        command = [sys.executable, "-m", "tests.history.keeper", str(folder), str(first)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            said = [child.stdout.readline()]
            time.sleep(chance.uniform(0.0, longest))
            killed = time.time()
            os.kill(child.pid, signal.SIGKILL)
            said += [line for line in child.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
        handed = [(int(number), float(at)) for number, at in (line.split() for line in said)]
        with open_history(folder) as history:
            kept = [r.value for r in history.replay(0.0, 4e9, ["L1/30/temperature"])]
            faults = history.check().faults
            others = [history.last(other) for other in (STATE, COUNT)]
        lost = [at for number, at in handed if number > (kept[-1] if kept else -1)]
        worst = max(worst, killed - lost[0] if lost else 0.0)
        given = kept
        assert kept == list(range(len(kept))), f"round {turn}: something is missing or twice"
        assert [r.value for r in others if r] == [kept[-1]] * 2 if kept else True
        assert faults == ()
        assert worst <= 1.0, f"round {turn}: {worst:.2f} s of readings are lost"
    print(f"{times} kills, {len(given)} readings of each signal, at most {worst:.2f} s lost")
    assert len(given) > 20 * times


def test_a_kill_at_any_moment_loses_at_most_a_second_and_no_chunk(tmp_path: Path) -> None:
    kill_again_and_again(tmp_path, 20, 0.7)


@pytest.mark.soak
def test_two_hundred_kills_lose_at_most_a_second_each_and_no_chunk(tmp_path: Path) -> None:
    kill_again_and_again(tmp_path, 200, 3.0)
