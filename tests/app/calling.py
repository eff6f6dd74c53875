"""A console whose rules listen, on a clock of the test's own: readings go in at the intake, calls come out."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from console.app.calls import Calls
from console.app.console import Console
from console.domain.andon import Call, Category, Severity
from console.domain.callrules import CallRule
from console.domain.commands import CONSOLE, Command
from console.domain.commands.people import AddPerson
from console.domain.commands.roster import SetDuty
from console.domain.events import CallsChanged
from console.domain.people import Grant, Role
from console.domain.roster import Duty
from console.telemetry.plantfile import load_plant

T0 = 1_795_260_600.0  # 2026-11-21 11:30 UTC, a Saturday
PLANT = """
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

[[line]]
id = "L1"
site = "Suzhou"
area = "Body"
micro_stop = 120
expected_interval = 100000
station = [{id = "10"}, {id = "20"}]

[[source]]
topic = "works/{station}"
place = "L1/{station}"
signal = [
  {feeds = "state", path = "state"},
  {feeds = "scrap", path = "scrap"},
  {feeds = "quality", path = "check", key = "id"},
  {feeds = "alarm", path = "alarm", code = "code", level = "level", key = "'plc'"},
  {feeds = "tag", name = "temperature", path = "temperature"},
]
"""


class Clock:
    """The console's time."""

    def __init__(self) -> None:
        self.at = T0

    def __call__(self) -> float:
        return self.at


class Works:
    """The console and its people: leader lea, supervisor sue, quality quinn, maintenance mo early and nils late."""

    def __init__(self, folder: Path, clock: Clock | None = None, **more: Any) -> None:
        self.folder = folder
        self.clock = clock or Clock()
        self._more = more
        self.begin()

    def begin(self) -> None:
        """Start the console on its folder, and wait until it knows what is open."""
        plant = self.folder / "plant.toml"
        if not plant.exists():
            plant.write_text(PLANT, encoding="utf-8")
        self.console = Console(self.folder, load_plant(plant), now=self.clock)
        self.calls = Calls(self.console, **self._more)
        self.console.calls = self.calls
        self.console.serve(self.calls)
        self.console.when_started(self.calls.start)
        self.calls.listen()
        self.announced: list[str] = []
        self.console.on(CallsChanged, lambda event: self.announced.extend(event.announce))
        self.console.start_records()
        self.until(lambda: self.calls.known)

    def staff(self) -> None:
        """People with roles, and a roster for maintenance."""
        where = ("Suzhou", "Body", "L1")
        for id, role in (
            ("lea", Role.TEAM_LEADER),
            ("sue", Role.SUPERVISOR),
            ("mo", Role.MAINTENANCE),
            ("nils", Role.MAINTENANCE),
            ("quinn", Role.QUALITY),
        ):
            self.give(AddPerson(id, id.title(), f"{id}-1", (Grant(role, where),)))
        for id, shift in (("mo", "Early"), ("nils", "Late")):
            self.give(SetDuty(Duty(f"d-{id}", id, Role.MAINTENANCE, where, "two", shift, first=date(2026, 1, 1))))
        self.until(lambda: len(self.calls.dispatch.setup.duties) == 2 and len(self.calls.dispatch.setup.people) == 5)

    def give(self, command: Command, who: str = CONSOLE) -> None:
        """Give a command that is not refused."""
        box: list[Any] = []
        self.console.office.do(command, box.append, box.append, who=who)
        self.until(lambda: box)
        assert not isinstance(box[0], Exception), (command, getattr(box[0], "code", ""), box[0])

    def until(self, true: Callable[[], object], seconds: float = 20.0) -> None:
        """Beat until it is so."""
        end = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < end, f"it did not happen: {self.all()}"
            self.console.tick()
            time.sleep(0.002)

    def settle(self) -> None:
        """Beat until nothing is on its way into or out of the records."""
        for _ in range(3):
            self.console.tick()
            box: list[int] = []
            self.console.office.ask(lambda desk: desk.count(Call), box.append)
            self.until(lambda box=box: box)
            self.until(lambda: not self.calls.saving)
        self.calls._look_at = 0.0  # the ladder is looked at now and not half a second later
        self.console.tick()
        self.until(lambda: not self.calls.saving)

    def say(self, station: str = "10", retained: bool = False, **facts: Any) -> None:
        """A message of a station, heard now."""
        self.message(f"works/{station}", facts, retained)

    def message(self, topic: str, facts: dict[str, Any], retained: bool = False) -> None:
        """Any message, heard now."""
        self.console.intake.take(topic, json.dumps(facts).encode(), 0, retained, 0, self.clock.at)
        self.console.tick()

    def after(self, seconds: float) -> None:
        """Time passes in steps of ten seconds, then everything settles."""
        end = self.clock.at + seconds
        while self.clock.at < end:
            self.clock.at = min(end, self.clock.at + 10.0)
            self.console.tick()
        self.settle()

    def rules(self) -> dict[str, CallRule]:
        """The rules that hold, by id."""
        return {rule.id: rule for rule in self.calls.dispatch.setup.rules}

    def all(self) -> list[Call]:
        """Every open call."""
        return [shown.call for shown in self.calls.open]

    @property
    def now(self) -> datetime:
        """The time."""
        return datetime.fromtimestamp(self.clock.at, UTC)

    def close(self) -> None:
        """End the console."""
        self.console.close()


__all__ = ["CONSOLE", "T0", "Category", "Clock", "Severity", "Works"]
