"""The demo's morning: the shift so far, lived through in seconds on the path of live messages, without a broker."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from console.app.console import Console
from console.demo.catalogue import demo_plant
from console.demo.simulator import Simulator
from console.domain.told_orders import Said, ToldOrder

STEP = 2.0  # simulated seconds between two looks at the clock
SHOW_EVERY = 60.0  # simulated seconds between two looks of the screens
FEW_TAGS = 2.0  # messages of process values a second: states and counts do not depend on them


class MorningClock:
    """Shows the simulated time until the morning is over, then the real one."""

    def __init__(self, start: float, real: Callable[[], float] = time.time) -> None:
        self._at: float | None = start
        self.real = real

    def now(self) -> float:
        """Seconds since 1970 UTC."""
        return self.real() if self._at is None else self._at

    def set(self, at: float | None) -> None:
        """Show `at`; None: the real time from now on."""
        self._at = at


class Morning:
    """Runs in slices, so that the window stays alive meanwhile."""

    def __init__(self, console: Console, clock: MorningClock, seed: int, start: float, lines: int, zone: str) -> None:
        self._console, self._clock = console, clock
        self._start = start
        self._steps = self._live(Simulator(seed, start, demo_plant(lines, zone), FEW_TAGS))
        self.ran: list[ToldOrder] = []  # which orders began and ended at which line, as they happened
        self._running: dict[str, str] = {}
        self.share = 0.0  # of the morning that is over
        self.over = False

    def step(self, budget: float) -> bool:
        """Go on for about `budget` seconds; True when the present is reached."""
        end = time.perf_counter() + budget
        while not self.over and time.perf_counter() < end:
            if next(self._steps, None) is None:
                self.over = True
                self._clock.set(None)
                self._console.arrive()
        return self.over

    def _live(self, simulator: Simulator) -> Iterator[float]:
        take, console = self._console.intake.take, self._console
        at = shown = self._start
        while at + STEP < self._clock.real():
            at += STEP
            for message in simulator.run(at):
                take(message.topic, message.payload, 0, False, 0, message.at)
            self._note(simulator, at)
            self._clock.set(at)
            console.live_through(at)
            if at - shown >= SHOW_EVERY:
                shown = at
                console.show(at)
            self.share = (at - self._start) / max(1.0, self._clock.real() - self._start)
            yield at

    def _note(self, simulator: Simulator, at: float) -> None:
        for line, flow in simulator.flows.items():
            before = self._running.get(line, "")
            if flow.order == before:
                continue
            when = datetime.fromtimestamp(at, UTC)
            if before:
                self.ran.append(ToldOrder(before, line, Said.COMPLETED, when))
            self.ran.append(ToldOrder(flow.order, line, Said.ACTIVE, when, flow.product, flow.line.quantity))
            self._running[line] = flow.order
