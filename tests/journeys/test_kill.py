"""Promise 1: a record that the screen called saved survives kill -9 at any moment."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue

import pytest

from tests.journeys.bookkeeping import Books
from tests.paths import ROOT

LIVES = 20  # of one file; then a new one, so that its making is killed too
LONGEST = 0.12  # seconds before a kill
OPENING = 0.2  # share of kills that are counted from birth, while the file is opened; others from the first outcome

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has neither fork nor kill -9")


class Nursery:
    """nursery.py, and what its children said."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.journeys.nursery"]
        self.process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._said: Queue[str] = Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._said.put(line.strip())

    def live_and_die(self, folder: Path, seed: int, seconds: float, opening: bool = False) -> list[str]:
        """Let an office work on the folder for so long and kill it; ids that it called saved, in order."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{folder} {seed}\n")
        self.process.stdin.flush()
        saved: list[str] = []
        born = self._said.get(timeout=30)
        if not opening:
            saved.append(self._said.get(timeout=30))
        time.sleep(seconds)
        os.kill(int(born.removeprefix("born ")), signal.SIGKILL)
        while not (said := self._said.get(timeout=30)).startswith("dead"):
            saved.append(said)
        assert said == f"dead {-signal.SIGKILL}", "it ended by itself"
        return saved

    def close(self) -> None:
        """End it."""
        self.process.kill()
        self.process.wait(10)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()


def kill_in_two(folder: Path, kills: int) -> list[str]:
    """Two nurseries at once, half of the kills in each: their lives are mostly waiting. The figures of both."""

    def half(number: int) -> str:
        own = Nursery()
        try:
            return kill(own, folder / f"half{number}", kills // 2, seed=1 + 10_000 * number)
        finally:
            own.close()

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(half, range(2)))


@pytest.fixture
def nursery() -> Iterator[Nursery]:
    made = Nursery()
    yield made
    made.close()


def kill(nursery: Nursery, folder: Path, kills: int, seed: int) -> str:
    """Kill so often; after each the file is read by an auditor who knows nothing of us. The figures."""
    dice = random.Random(seed)
    saved: set[str] = set()
    told = untold = early = done = 0
    for number in range(kills):
        home = folder / str(number // LIVES)
        if number % LIVES == 0:
            saved = set()
        before = len(saved)
        saved |= set(nursery.live_and_die(home, seed + number, dice.uniform(0.0, LONGEST), dice.random() < OPENING))
        if not (home / "records.db").exists():
            early += 1
            continue
        books = Books(home / "records.db")
        books.check(saved)
        told += len(saved) - before
        early += len(saved) == before
        if number % LIVES == LIVES - 1 or number == kills - 1:
            done += len(books.commands)
            untold += len(set(books.commands) - saved)
            assert saved, "nothing was ever called saved"
            shutil.rmtree(home)
    return (
        f"{kills} kills: {told} commands were called saved, all of them there and none twice; {untold} of {done} were "
        f"durable and not called so yet; {early} kills came before anything was called saved"
    )


def test_what_was_called_saved_survives_200_kills(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    began = time.monotonic()
    figures = kill_in_two(tmp_path, 200)
    with capsys.disabled():
        print("\n" + "\n".join(figures) + f" ({time.monotonic() - began:.0f} s)")


@pytest.mark.soak
def test_what_was_called_saved_survives_1000_kills(
    nursery: Nursery, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = kill(nursery, tmp_path, 1000, seed=int(time.time()))
    with capsys.disabled():
        print(f"\n{figures}")


def test_the_auditor_sees_what_is_wrong(nursery: Nursery, tmp_path: Path) -> None:
    """Without this, the tests above could not fail."""
    saved = set(nursery.live_and_die(tmp_path, 7, 1.0))
    path = tmp_path / "records.db"
    Books(path).check(saved)
    with pytest.raises(AssertionError, match="called saved and lost"):
        Books(path).check(saved | {"a command that is not there"})
    for change, said in (
        ("UPDATE person SET name = 'x' WHERE id = 'boss'", "person is not what the trail tells"),
        ("UPDATE trail SET who = 'x' WHERE seq = 2", "line 2 was changed"),
        ("DELETE FROM outbox WHERE seq = 2", "the outbox is not the trail"),
    ):
        copy = tmp_path / "copy.db"
        shutil.copy(path, copy)
        db = sqlite3.connect(copy)
        db.execute(change)
        db.commit()
        db.close()
        with pytest.raises(AssertionError, match=said):
            Books(copy).check(saved)
