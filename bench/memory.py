"""The row of memory: a console that has heard a thousand tags once a second for eight hours, lived through faster."""

from __future__ import annotations

import gc
import math
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.stage import plant
from console.app.console import Console
from console.app.furnishing import furnish
from console.app.settings import load_settings
from console.domain.readings import Reading, Signal
from console.telemetry.plantfile import load_plant

LINES, STATIONS = 20, 50
WARM, WHOLE = 2 * 3600, 8 * 3600  # seconds; by then every hour's work was done once, and caches are full
START = 1_741_071_600.0
BEHIND = 200_000  # readings that may wait for the disk before we wait for it
SWAY = [round(20 + math.sin(n / 40) + (n * 7919 % 100) / 500, 2) for n in range(1009)]


class _Clock:
    at = START

    def now(self) -> float:
        return self.at


def memory() -> dict[str, Any]:
    """Resident megabytes after eight hours against those when it was warm; records, calls and history are on."""
    clock = _Clock()
    with tempfile.TemporaryDirectory(prefix="gemba-bench-") as folder:
        console = Console(Path(folder), load_plant(plant(LINES, STATIONS)), now=clock.now)
        furnish(console, load_settings(Path(folder), None, {}, {}), shares=False)
        console.start_records()
        try:
            signals = _signals(console, clock)
            warm = _lived(console, clock, signals, WARM)
            whole = _lived(console, clock, signals, WHOLE - WARM)
        finally:
            console.close()
    name = f"memory: after 8 h of {len(signals)} tags once a second, against after 2 h"
    return _row(name, whole, warm, "MB", "<= 1.05", whole <= 1.05 * warm)


def _row(name: str, ours: float, reference: float, unit: str, ask: str, ok: bool) -> dict[str, Any]:
    numbers = {"ours": round(ours, 3), "reference": round(reference, 3), "ratio": round(ours / reference, 3)}
    return {"name": name, "unit": unit, "ask": ask, "ok": ok, **numbers}


def _signals(console: Console, clock: _Clock) -> list[Signal]:
    """The tags, made by the first message of each as by any machine."""
    for line in range(LINES):
        for number in range(line, LINES * STATIONS, LINES):
            console.intake.take(f"bench/line{line}/station{number:04d}/value", b'{"value": 1.5}', 0, False, 0, clock.at)
    console.tick()
    return [signal for signal in console.floor.plant.signals if signal.name == "value"]


def _lived(console: Console, clock: _Clock, signals: list[Signal], seconds: int) -> float:
    """So many seconds pass; resident megabytes afterwards."""
    assert console.history is not None
    for _ in range(seconds):
        clock.at += 1.0
        second = int(clock.at)
        console.mailbox.put(
            [
                Reading(signal, SWAY[(second + 13 * i) % len(SWAY)], clock.at - 0.01, clock.at)
                for i, signal in enumerate(signals)
            ]
        )
        console.tick()
        while console.history.statistics.waiting > BEHIND:
            time.sleep(0.01)
    console.history.flush(120.0)
    gc.collect()
    return _resident()


def _resident() -> float:
    with open("/proc/self/status", encoding="ascii") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmRSS"))


ROWS = {"memory": memory}
