"""Filling the office of a demo with people and their roster, where there is nobody yet."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from console.app.office import RecordOffice
from console.app.queries.people import anybody
from console.demo.people import DEMO_PIN, people_commands
from console.demo.roster import roster_commands
from console.domain.commands import CONSOLE, Command
from console.domain.plant import Plant

if TYPE_CHECKING:
    from console.records.local import LocalRecords


def seed_demo_people(
    office: RecordOffice, plant: Plant, day: date, chinese: bool = False, done: Callable[[], None] | None = None
) -> None:
    """Give the commands of the demo's people in the console's own name; nothing where somebody is there already."""

    def prepare(local: LocalRecords) -> list[Command]:
        from console.app.pins import SALT_BYTES, hashed

        if local.ask(anybody):
            return []
        salt = hashlib.sha256(b"demo").digest()[:SALT_BYTES]
        return [*people_commands(plant, day, hashed(DEMO_PIN, salt), chinese), *roster_commands(plant, day)]

    def give(commands: list[Command]) -> None:
        for command in commands:
            office.do(command, who=CONSOLE)
        if done is not None:
            office.ask(anybody, lambda _: done())

    office.run(prepare, give)
