"""Processes that a journey starts, asks, and kills: consoles without a window, machines that count."""

from __future__ import annotations

import json
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.paths import ROOT

HERE = Path(__file__).parent


class Process:
    """A script of this folder with a line of words in and a line of words out; killed when the test is over."""

    def __init__(self, module: str, *words: object) -> None:
        command = [sys.executable, "-m", f"tests.journeys.{module}", *map(str, words)]
        self.child = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.kill()

    def kill(self) -> None:
        """kill -9."""
        self.child.kill()
        self.child.wait(10)
        for pipe in (self.child.stdin, self.child.stdout):
            if pipe is not None:
                pipe.close()

    def ask(self, word: str) -> dict[str, Any]:
        """Say a word and read the answer."""
        assert self.child.stdin is not None
        self.child.stdin.write(f"{word}\n")
        self.child.stdin.flush()
        return dict(json.loads(self.read()))

    def read(self) -> str:
        """The next line that it says."""
        assert self.child.stdout is not None
        line = self.child.stdout.readline()
        assert line, "the process ended without a word"
        return line.strip()


class ConsoleProcess(Process):
    """headless.py"""

    def __init__(self, folder: Path, plant: Path, port: int, calls: bool = False) -> None:
        super().__init__("headless", folder, plant, port, *(["calls"] if calls else []))

    def tell(self) -> dict[str, Any]:
        """What it shows now."""
        return self.ask("tell")

    def until(self, true: Callable[[dict[str, Any]], object], seconds: float = 15.0) -> dict[str, Any]:
        """What it shows once that is so; AssertionError when it does not become so."""
        end = time.monotonic() + seconds
        while not true(facts := self.tell()):
            assert time.monotonic() < end, f"it did not happen: {facts}"
            time.sleep(0.05)
        return facts

    def connected(self, seconds: float = 15.0) -> ConsoleProcess:
        """Return when the broker has let it in."""
        self.until(lambda facts: facts["link"] == "connected", seconds)
        return self

    def settled(self, wanted: dict[str, list[int]], seconds: float = 15.0) -> dict[str, Any]:
        """What it shows when these counts are reached, or, after so many seconds, whatever it shows then."""
        end = time.monotonic() + seconds
        while not (counts(facts := self.tell()).items() >= wanted.items() and not facts["held"]):
            if time.monotonic() > end:
                break
            time.sleep(0.05)
        time.sleep(0.3)
        return self.tell()

    def close(self) -> dict[str, Any]:
        """End it in good order; what it showed last."""
        facts = self.ask("close")
        self.child.wait(15)
        return facts


class MachineProcess(Process):
    """machine.py"""

    def __init__(self, port: int, seconds: float, rate: float, *more: str) -> None:
        super().__init__("machine", port, seconds, rate, *more)
        assert self.read() == "begun"

    def done(self) -> bool:
        """Whether its report is there to be read."""
        return bool(select.select([self.child.stdout], [], [], 0)[0])

    def finished(self) -> dict[str, Any]:
        """Wait for its end; what it made."""
        return dict(json.loads(self.read()))


def counts(facts: dict[str, Any], line: str = "L1") -> dict[str, list[int]]:
    """Station -> [good, scrap]."""
    stations = facts["stations"].items()
    return {name.split("/")[1]: told["counts"] for name, told in stations if name.startswith(f"{line}/")}
