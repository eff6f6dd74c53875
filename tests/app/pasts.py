"""A console that lives through some of the demo plant's day, and what its board showed at each time."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from console.app.console import Console
from console.app.furnishing import furnish
from console.app.morning import Morning, MorningClock
from console.app.settings import load_settings
from console.app.timemachine import Missing, Moment, TimeMachine
from console.demo.plant_text import plant_text
from console.domain.floor import Floor
from console.telemetry.plantfile import load_plant

LINES = 2
EVERY = 60  # steps of two seconds between two looks at the live board


class Tile(NamedTuple):
    """What a tile shows of its station, times to the tenth of a second."""

    state: str
    no_data: str | None
    since: float
    good: int
    scrap: int
    rework: int
    passed: int
    failed: int
    order: str
    product: str
    reason: str
    cycle: float | None


class Card(NamedTuple):
    """What a line's card shows."""

    shift: str
    order: str
    next_order: str
    product: str
    good: int
    scrap: int
    target: int | None
    oee: float | None


def tiles(floor: Floor) -> dict[str, Tile]:
    """Every tile."""
    return {
        id: Tile(
            live.state.value,
            live.no_data.value if live.no_data else None,
            round(live.since, 1),
            live.good,
            live.scrap,
            live.rework,
            live.passed,
            live.failed,
            live.order,
            live.product,
            live.reason,
            round(live.cycle_mean, 2) if live.cycle_mean is not None else None,
        )
        for id, live in floor.stations.items()
    }


def cards(floor: Floor) -> dict[str, Card]:
    """Every line's card."""
    return {
        live.line.id: Card(
            live.shift.name if live.shift else "",
            live.order,
            live.next_order,
            live.product,
            live.good,
            live.scrap,
            live.target,
            round(live.account.oee, 4) if live.account is not None and live.account.oee is not None else None,
        )
        for live in floor.lines
    }


class Lived:
    """The console; `shown` is what its board showed, by time."""

    def __init__(self, folder: Path, start: float) -> None:
        self.clock = MorningClock(start)
        self.console = Console(folder, load_plant(plant_text(LINES, "UTC")), now=self.clock.now)
        furnish(self.console, load_settings(folder, None, {}, {}), shares=False)
        self._morning = Morning(self.console, self.clock, 1, start, LINES, "UTC")
        self.console.start_records()
        self.shown: dict[float, tuple[dict[str, Tile], dict[str, Card]]] = {}

    def live(self, steps: int) -> None:
        """Live on for so many steps of two seconds."""
        for step in range(1, steps + 1):
            next(self._morning._steps)
            if step % EVERY == 0:
                now = self.clock.now()
                self.console.floor.age(now)
                self.console.floor.refresh(now)
                self.shown[now] = tiles(self.console.floor), cards(self.console.floor)

    def cut_off(self, steps: int) -> None:
        """So many steps without the broker: nothing is heard, and what was said then is never told."""
        console = self.console
        assert console.history is not None
        usual = console.live_through

        def deaf(now: float) -> None:
            console.mailbox.drain(len(console.mailbox))
            console.floor.age(now)

        console.history.listening(False, self.clock.now())
        console.live_through = deaf  # type: ignore[method-assign]
        self.live(steps)
        console.live_through = usual  # type: ignore[method-assign]
        console.history.listening(True, self.clock.now())

    @property
    def machine(self) -> TimeMachine:
        """Its time machine."""
        assert self.console.timemachine is not None
        return self.console.timemachine

    def at(self, time: float) -> Moment:
        """The board at a time, waited for."""
        found = self.ask(time)
        assert isinstance(found, Moment), found
        return found

    def ask(self, time: float) -> Moment | Missing:
        """The same, or why there is none; of everything that was heard, however slow the disk is just now."""
        history = self.console.history
        assert history is not None
        while not history.statistics.trouble and not history.flush(1.0):
            pass
        box: list[Any] = []
        self.machine.show(time, box.append, missing=box.append)
        self.until(lambda: box)
        return box[0]  # type: ignore[no-any-return]

    def until(self, true: Callable[[], object]) -> None:
        """Let answers come until it is so."""
        end = time.monotonic() + 20
        while not true():
            assert time.monotonic() < end
            self.console.mailbox.run_errands()
            time.sleep(0.001)

    def close(self) -> None:
        """End."""
        self.console.close()
