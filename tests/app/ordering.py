"""A console whose orders live, on a clock of the test's own; run as a program it lives in an order until killed."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from console.app.orders import Orders
from console.domain.cardflow import FlowStep
from console.domain.commands import CONSOLE, Command
from console.domain.events import OrdersChanged
from console.domain.order_truth import Finding, Truth
from console.domain.orders import WorkOrder, order_id
from tests.app.calling import Clock, Works

HEAD = """
[plant]
name = "Works"
timezone = "UTC"
calendar = "two"

[[calendars.two.shift]]
name = "Early"
start = "06:00"
end = "14:00"

[[calendars.two.shift]]
name = "Late"
start = "14:00"
end = "22:00"
"""
LINE = """
[[line]]
id = "{0}"
site = "Suzhou"
area = "Body"
micro_stop = 120
expected_interval = 100000
takt = 10
station = [{{id = "10"}}]

[[source]]
topic = "{0}/station"
place = "{0}/10"
signal = [{{feeds = "state", path = "state"}}{1}]
"""
ORDERS = """
[[source]]
topic = "{0}/order"
place = "{0}"
signal = [{{feeds = "order", path = "order"}}, {{feeds = "product", path = "product"}},
          {{feeds = "target", path = "target"}}, {{feeds = "good", path = "good"}}, {{feeds = "scrap", path = "scrap"}}]
"""
STATES = """
[[source]]
topic = "{0}/states"
place = "{0}"
time = "at"
signal = [{{feeds = "order_state", path = "state", key = "order"}}]
"""
PLANT = HEAD + "".join(
    (
        LINE.format("L1", ""),
        ORDERS.format("L1"),
        LINE.format("L2", ""),
        ORDERS.format("L2"),
        LINE.format("L3", ', {feeds = "good", path = "good"}'),  # no machine tells orders here
        LINE.format("L4", ', {feeds = "order", path = "order"}, {feeds = "good", path = "good"}'),
        LINE.format("L5", ""),
        STATES.format("L5"),
    )
)


class Floor(Works):
    """L1, L2: the line tells order, product, target and counts; L3: only counts; L4: its station; L5: order states."""

    def __init__(self, folder: Path, clock: Clock | None = None, plant: str = PLANT) -> None:
        (folder / "plant.toml").write_text(plant, encoding="utf-8")
        self.steady = time.monotonic()
        super().__init__(folder, clock)

    def begin(self) -> None:
        super().begin()
        self.orders = Orders(self.console)  # driven by hand
        self.console.serve(self.orders)
        self.published = 0
        self.console.on(OrdersChanged, self._published)
        self.orders.start()
        self.until(self._beaten)

    def _published(self, _: OrdersChanged) -> None:
        self.published += 1

    def _beaten(self) -> bool:
        self.orders.beat(self.steady)
        return self.orders.known

    def live(self, seconds: float = 5.0) -> None:
        """Time passes for the service until what was heard is kept, read again and held against the line."""
        self.clock.at += seconds
        for _ in range(6):
            self.steady += 1.0
            self.console.floor.refresh(self.clock.at)
            for _ in range(4):
                self.orders.beat(self.steady)
            box: list[int] = []
            self.console.office.ask(lambda desk: desk.count(WorkOrder), box.append)
            self.until(lambda box=box: box)
            self.until(lambda: not self.orders._truths._planner.busy)

    def heard(self, line: str = "L1", topic: str = "order", **facts: Any) -> None:
        """The line says this now."""
        self.message(f"{line}/{topic}", facts)

    def do(self, command: Command, who: str = CONSOLE) -> None:
        """Somebody gives a command, a second later."""
        self.clock.at += 1.0
        self.give(command, who)

    def got(self, number: str) -> WorkOrder | None:
        """The order as the records have it."""
        return self.asked(lambda desk: desk.get(WorkOrder, order_id(number)))  # type: ignore[no-any-return]

    def way(self, number: str) -> list[str]:
        """The columns that it went through."""
        steps = self.asked(lambda desk: desk.find(FlowStep, card=order_id(number)))
        return [step.target for step in sorted(steps, key=lambda step: (step.at, step.id))]

    def asked(self, query: Any) -> Any:
        """The answer of the records."""
        box: list[Any] = []
        self.console.office.ask(query, box.append, box.append)
        self.until(lambda: box)
        return box[0]

    def truth(self, number: str) -> Truth:
        """What is known of it."""
        return self.orders.truths[order_id(number)]

    def findings(self, number: str) -> set[Finding]:
        """What does not agree."""
        return {one.what for one in self.truth(number).found}

    def due(self, seconds: float) -> datetime:
        """A time from now on."""
        return datetime.fromtimestamp(self.clock.at + seconds, UTC)


def live_until_killed(folder: Path) -> None:
    """Run an order, say how many pieces were acknowledged as kept, and go on."""
    floor = Floor(folder)
    floor.heard(order="WO-9", product="Housing", target=50, good=0, scrap=0)
    floor.live()
    for good in range(1, 18):
        floor.clock.at += 10
        floor.heard(order="WO-9", product="Housing", target=50, good=good, scrap=good // 10)
    floor.live()
    kept: list[bool] = []
    floor.console._keeping.keep_all(floor.console.floor, floor.clock.at)
    floor.console._keeping.when_durable(lambda: kept.append(True))
    floor.until(lambda: kept)
    print(f"kept at {floor.clock.at!r}", flush=True)
    while True:
        floor.console.tick()
        time.sleep(0.01)


if __name__ == "__main__":
    live_until_killed(Path(sys.argv[1]))
