"""A console without a window, driven by hand, on a recording or a broker."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from console.app.commandline import Options
from console.app.compose import Running, compose, settings_for
from console.domain.events import Link

HEARTBEAT = 0.02  # seconds between two beats while a recording is played: no faster than the face's


def watch(recording: Path, folder: Path, speed: float = 0.0, plant: Path | None = None) -> Running:
    """Replay a recording as `main.py --replay` does, to the end, and give the console as it stands then."""
    overrides = {"plant.file": str(plant)} if plant else {}
    options = Options(replay=recording, speed=speed, overrides=overrides)
    running = compose(options, folder, settings_for(options, folder))
    drive(running, running.replayed, 120, HEARTBEAT)
    settle(running)
    return running


def drive(running: Running, until: Callable[[], bool], seconds: float, rest: float = 0.002) -> None:
    """Beat until something holds, with so many seconds between; AssertionError when it does not within `seconds`."""
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end, "it did not happen in time"
        running.beat()
        time.sleep(rest)


def beat_for(running: Running, seconds: float) -> None:
    """Beat as long as that."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        running.beat()
        time.sleep(0.005)


def connected(running: Running) -> bool:
    """Whether the broker has let the console in, as its pill shows it."""
    return running.console.broker.link is Link.CONNECTED


def settle(running: Running, seconds: float = 1.0) -> None:
    """Beat until nothing more comes for a while."""
    last, quiet = -1, time.monotonic()
    while time.monotonic() - quiet < seconds:
        running.beat()
        if running.console.received != last:
            last, quiet = running.console.received, time.monotonic()
        time.sleep(0.005)
