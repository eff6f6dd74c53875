"""A console with people, a published checklist with a route, and a clock of the test's own, for screens of rounds."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from console.app.console import Console
from console.app.demopeople import seed_demo_people
from console.app.furnishing import furnish
from console.app.settings import load_settings
from console.demo.people import DEMO_PIN
from console.domain.checklists import Form, Item, Purpose, Section, Words
from console.domain.commands import CONSOLE, Command
from console.domain.commands.checklists import DraftChecklist, PublishChecklist, SetRoute
from console.domain.errors import Refusal
from console.domain.patrols import Point
from console.domain.people import Role
from console.telemetry.plantfile import load_plant

NOW = datetime(2026, 11, 21, 11, 42, tzinfo=UTC).timestamp()  # a Saturday
PLANT = """
[plant]
name = "Works"
timezone = "UTC"
[[line]]
id = "L1"
name = "Housing"
site = "Suzhou"
area = "Body"
expected_interval = 100000
station = [{id = "10", name = "10 Weld A"}, {id = "20", name = "20 Press"}]
[[line]]
id = "L2"
name = "Bracket"
site = "Suzhou"
area = "Paint"
station = [{id = "10", name = "10 Prime"}]
"""
FORM = Form(
    (
        Section("gate", Words("Gate", "大门"), (Item("g", Words("Closed", "已关闭")),)),
        Section("press", Words("Press", "压机"), (Item("p", Words("No oil", "无油污")),)),
        Section("roof", Words("Roof", "屋顶"), (Item("r", Words("Dry", "干燥")),)),
    )
)
ROUTE = (Point("gate", "L1/10", "P-GATE", 10), Point("press", "L1/20", "P-PRESS", 30), Point("roof", "L2/10", "P-ROOF"))


class Clock:
    """The console's time."""

    at = NOW

    def __call__(self) -> float:
        return self.at


class Rounded:
    """The console with an administrator signed in; `do` gives commands and waits."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        (folder / "plant.toml").write_text(PLANT, encoding="utf-8")
        self.console = Console(folder, load_plant(folder / "plant.toml"), now=self.clock)
        furnish(self.console, load_settings(folder, None, {}, {}), shares=False)
        self.console.start_records()
        seed_demo_people(self.console.office, self.console.floor.plant, datetime.fromtimestamp(NOW, UTC).date())
        self.until(lambda: self.console.session.rights.people)
        self.sign_in(Role.ADMINISTRATOR)
        self.do(DraftChecklist("t", Words("Night patrol", "夜间巡检"), Purpose.PATROL, FORM))
        self.do(PublishChecklist("t", "", 1))
        self.do(SetRoute("t", ROUTE))
        self.until(lambda: self.console.rounds is not None and self.console.rounds.template("t") is not None)

    @property
    def rounds(self) -> Any:
        """What the console knows of rounds."""
        return self.console.rounds

    def until(self, true: Callable[[], object], seconds: float = 10.0) -> None:
        """Beat until it is so."""
        end = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < end, "it did not happen"
            self.beat()

    def beat(self, times: int = 1) -> None:
        """The console and the screens do a little."""
        for _ in range(times):
            rounds = self.console.rounds
            if rounds is not None:  # a test does not wait for the next look
                rounds._look_at = rounds._ask_at = rounds.patrols._look_at = rounds.patrols._ask_at = 0.0
                rounds.beat(time.monotonic())
            self.console.tick()
            QApplication.processEvents()
            time.sleep(0.002)

    def sign_in(self, role: Role) -> str:
        """Let somebody of this role in; their id."""
        people = self.console.session.rights.people.values()
        who = next(person.id for person in people if role in person.roles)
        self.console.session.sign_in(who, DEMO_PIN)
        self.until(lambda: self.console.session.person is not None and self.console.session.person.id == who)
        return who

    def do(self, command: Command, who: str = CONSOLE) -> None:
        """Give a command that is not refused."""
        box: list[Any] = []
        self.console.office.do(command, box.append, box.append, who=who)
        self.until(lambda: box)
        assert not isinstance(box[0], Refusal), (command, box[0].code, box[0].facts)

    def ask(self, query: Callable[[Any], Any]) -> Any:
        """The answer of the records."""
        box: list[Any] = []
        self.console.office.ask(query, box.append, box.append)
        self.until(lambda: box)
        return box[0]

    def close(self) -> None:
        """End."""
        self.console.close()
