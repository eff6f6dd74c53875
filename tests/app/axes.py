"""A console with a past that another process recorded, and a time axis over it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from console.app.timecontext import TimeContext
from console.app.trends import Trends
from console.domain.readings import Reading, Role, Signal
from console.history.history import History
from tests.app.calling import PLANT, T0, Works

DAY, HOUR = 86_400.0, 3600.0
SOON = PLANT.replace("expected_interval = 100000", "expected_interval = 60").replace(
    '{feeds = "alarm"', '{feeds = "order", path = "order"},\n  {feeds = "unit", path = "unit"},\n  {feeds = "alarm"'
)
STATE, TEMPERATURE = Signal("L1/10", Role.STATE, "state"), Signal("L1/10", Role.TAG, "temperature")
ORDER, UNIT = Signal("L1/10", Role.ORDER, "order"), Signal("L1/10", Role.UNIT, "unit")
LONG_AGO = T0 - 300 * DAY
YESTERDAY = T0 - DAY


class Axis:
    """A console with a past that another process recorded, and its time context."""

    def __init__(self, folder: Path) -> None:
        (folder / "plant.toml").write_text(SOON, encoding="utf-8")
        self.works = Works(folder)
        self.console = self.works.console
        (folder / "past").mkdir()
        history = History(folder / "past", spare=0)
        history.start()
        history.append(past())
        assert history.flush()
        assert history.seal(merge=True)
        self.console.history = history
        self.console.serve(history)
        self.console.trends = Trends(self.console.mailbox, history)
        self.console.serve(self.console.trends)
        self.works.say(
            "10", state="running", temperature=20.0, order="WO-2", unit="U-9"
        )  # the plant learns its signals
        self.context = TimeContext(self.console)

    def look(self, start: float, end: float, pixels: int = 900, places: tuple[str, ...] = ("L1/10",)) -> TimeContext:
        """Look, and wait until all of it was read."""
        self.context.show(places, start, end, pixels)
        begun = time.monotonic()
        while not self.context.complete:
            assert time.monotonic() - begun < 20, self.context.trouble
            self.context.beat()
            self.console.mailbox.run_errands()
            time.sleep(0.002)
        return self.context

    def answer(self, ask: Any) -> Any:
        box: list[Any] = []
        ask(box.append)
        self.works.until(lambda: box)
        return box[0]


def reading(signal: Signal, value: Any, at: float) -> Reading:
    return Reading(signal, value, at, at)


def past() -> list[Reading]:
    """Long ago: two days of running, with a stop of 20 s; yesterday: half an hour, then silence."""
    found = [reading(STATE, "running", LONG_AGO)]
    found += [reading(TEMPERATURE, float(i % 7), LONG_AGO + 50.0 * i) for i in range(3000)]
    stopped = LONG_AGO + 10 * HOUR
    found += [reading(STATE, "stopped", stopped), reading(STATE, "running", stopped + 20)]
    found += [reading(STATE, "running", YESTERDAY), reading(ORDER, "WO-1", YESTERDAY + 60)]
    found += [reading(TEMPERATURE, 5.0, YESTERDAY + 10.0 * i) for i in range(181)]  # half an hour
    found += [reading(UNIT, f"U-{i}", YESTERDAY + 300.0 * i) for i in range(6)]
    found += [reading(STATE, "starved", YESTERDAY + 900), reading(STATE, "running", YESTERDAY + 1200)]
    return sorted(found, key=lambda one: one.heard_at)
