"""A console that warns early, on a clock of the test's own; run as a program it lives in a warning until killed."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from console.app.earlywarning import EarlyWarnings
from console.app.queries.earlywarning import warnings_between
from console.app.trends import Trends
from console.domain.andon import Severity
from console.domain.commands.earlywarning import AddWarningRule
from console.domain.events import BrokerChanged, Link
from console.domain.warning_rules import EarlyWarning, Sign, WarningRule
from console.history.history import History
from tests.app.calling import PLANT, T0, Works

EVER = (datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC))
WARM = PLANT.replace(
    'name = "temperature", path = "temperature"', 'name = "temperature", path = "temperature", high = 195'
)
RISE = WarningRule(
    "rise",
    "Rises",
    Sign.RATE,
    signal="temperature",
    limit=1.0,
    over=60.0,
    off_delay=60.0,
    category="machine",
    severity=Severity.MAJOR,
    text="{signal} at {place}: {value}",
)


class Warned(Works):
    """Two stations whose temperature warns; history is real."""

    def __init__(self, folder: Path, rules: tuple[WarningRule, ...] = (RISE,), **more: Any) -> None:
        (folder / "plant.toml").write_text(WARM, encoding="utf-8")
        self._rules = rules
        super().__init__(folder, **more)

    def begin(self) -> None:
        super().begin()
        console = self.console
        self.history = History(console.store)
        console.history = self.history
        self.history.start()
        console.serve(self.history)
        console.trends = Trends(console.mailbox, self.history)
        console.serve(console.trends)
        self.early = EarlyWarnings(console)
        console.earlywarning = self.early
        console.serve(self.early)
        console.broker = BrokerChanged(Link.CONNECTED, self.clock.at)
        self.early.start()
        self.soon(lambda: self.early.known)
        for rule in self._rules:
            if self.early.rule(rule.id) is None:
                self.give(AddWarningRule(rule))
        self.soon(lambda: all(self.early.rule(rule.id) for rule in self._rules))

    def soon(self, true: Callable[[], object]) -> None:
        """Beat until it is so, without the pauses between two looks."""

        def so() -> object:
            self.early._look_at = self.early._ask_at = 0.0
            return true()

        self.until(so)

    def heat(self, begin: float, a_minute: float, seconds: float, station: str = "10", every: float = 5.0) -> float:
        """The temperature goes from `begin` on for so long; where it ends."""
        value, end = begin, self.clock.at + seconds
        while self.clock.at < end:
            self.clock.at += every
            value += a_minute * every / 60
            self.say(station, temperature=round(value, 3), state="running")
        self.look()
        return value

    def look(self) -> None:
        """Everything that was seen is kept and read again."""
        for _ in range(4):
            self.early._look_at = self.early._ask_at = 0.0
            self.console.tick()
            self.settle()

    def past(self) -> list[EarlyWarning]:
        """Every warning, the oldest first."""
        self.look()
        box: list[Any] = []
        self.console.office.ask(warnings_between(*EVER), box.append, box.append)
        self.until(lambda: box)
        over = [one.warning for one in reversed(box[0].warnings)]
        return sorted([*over, *(one.warning for one in self.early.open)], key=lambda one: one.began)


def live_until_killed(folder: Path) -> None:
    """Heat station 10, say when the records have the warning, and go on."""
    works = Warned(folder)
    works.heat(180.0, 0.0, 120)
    works.heat(180.0, 3.0, 120)
    assert len(works.early.open) == 1
    assert len(works.all()) == 1
    works.console.tick()
    print(f"warned at {works.clock.at - T0:.0f}", flush=True)
    while True:
        works.console.tick()
        time.sleep(0.01)


if __name__ == "__main__":
    live_until_killed(Path(sys.argv[1]))
