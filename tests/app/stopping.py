"""A console whose stops are kept, on a clock of the test's own; run as a program it lives in a stop until killed."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from console.app.queries.stops import stops_between
from console.app.stops import Stops
from console.domain.commands import CONSOLE, Command
from console.domain.stops import Stop
from tests.app.calling import PLANT, T0, Clock, Works

EVER = (datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC))
SILENT_SOON = PLANT.replace("expected_interval = 100000", "expected_interval = 60")


class Line(Works):
    """Two stations; a stop is one from 120 s on."""

    def __init__(self, folder: Path, clock: Clock | None = None, plant: str = PLANT, **more: Any) -> None:
        (folder / "plant.toml").write_text(plant, encoding="utf-8")
        super().__init__(folder, clock, **more)

    def begin(self) -> None:
        super().begin()
        self.stops = Stops(self.console)
        self.console.stops = self.stops
        self.console.serve(self.stops)
        self.stops.start()
        self.until(lambda: self.stops.known)

    def seen(self) -> list[Stop]:
        """Every stop that counts, the oldest first, once all that was heard is kept."""
        for _ in range(4):  # what is told is read, and what was read may tell more
            self.stops._look_at = self.stops._ask_at = 0.0
            self.console.tick()
            self.settle()
        box: list[Any] = []
        self.console.office.ask(stops_between(*EVER), box.append, box.append)
        self.until(lambda: box)
        return [one.stop for one in reversed(box[0].stops)]

    def told(self) -> list[tuple[str, float, float | None]]:
        """The same as station, beginning and end, in seconds after the test's beginning."""
        return [
            (stop.place, stop.since.timestamp() - T0, None if stop.until is None else stop.until.timestamp() - T0)
            for stop in self.seen()
        ]

    def ask_for(self, command: Command, who: str = CONSOLE) -> Any:
        """What came of a command: Done, or the refusal."""
        box: list[Any] = []
        self.console.office.do(command, box.append, box.append, who=who)
        self.until(lambda: box)
        return box[0]


def live_until_killed(folder: Path) -> None:
    """Stop station 10, say when the records have the stop, and go on."""
    line = Line(folder)
    line.say(state="running")
    line.after(10)
    line.say(state="stopped")
    line.after(200)
    assert line.told() == [("L1/10", 10.0, None)]
    line.console.tick()
    print(f"stopped at {line.clock.at - T0:.0f}", flush=True)
    while True:
        line.console.tick()
        time.sleep(0.01)


if __name__ == "__main__":
    live_until_killed(Path(sys.argv[1]))
