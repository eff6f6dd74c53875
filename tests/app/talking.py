"""A small plant that speaks JSON, a console on it with the clock in the test's hand, and ways to speak to both."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from console.app.console import Console
from console.domain.live import StationLive
from console.telemetry.plantfile import load_plant

T0 = 1_741_071_600.0  # 2025-03-04 07:00 UTC, one hour into the early shift
STATIONS = ("10", "20", "30")


def plant_text(lines: int = 1, stations: tuple[str, ...] = STATIONS, pulse: bool = False, zone: str = "UTC") -> str:
    """A plant file: lines L1, L2 … with a shift from 06:00; each station tells state, good and scrap on one topic."""
    text = f'[plant]\nname = "Small plant"\ntimezone = "{zone}"\ncalendar = "day"\n'
    text += '[[calendars.day.shift]]\nname = "Early"\nstart = "06:00"\nend = "14:00"\n'
    for n in range(lines):
        rows = ", ".join(f'{{id = "{s}", name = "{s} Station", ideal_cycle = 20}}' for s in stations)
        text += f'[[line]]\nid = "L{n + 1}"\nname = "Line {n + 1}"\narea = "A{n % 2}"\nstation = [{rows}]\n'
    kind = ", pulse = true" if pulse else ""
    return (
        text
        + f"""
[[source]]
topic = "f/{{line}}/{{station}}"
place = "{{line}}/{{station}}"
signal = [
  {{feeds = "state", path = "state"}},
  {{feeds = "good", path = "good"{kind}}},
  {{feeds = "scrap", path = "scrap"}},
]
[[source]]
topic = "f/{{line}}/{{station}}/heat"
place = "{{line}}/{{station}}"
dialect = "scalar"
feeds = "tag"
name = "heat"
"""
    )


class Clock:
    """Shows what a test sets."""

    def __init__(self, at: float = T0) -> None:
        self.at = at

    def now(self) -> float:
        return self.at


def console_on(folder: Path, text: str | None = None, clock: Clock | None = None) -> tuple[Console, Clock]:
    """A console without a broker, and its clock."""
    clock = clock or Clock()
    made = Console(folder, load_plant(plant_text() if text is None else text), now=clock.now)
    return made, clock


def say(console: Console, place: str, qos: int = 0, mid: int = 0, **facts: object) -> bool:
    """One message of a station at this moment; whether it was acknowledged at once."""
    return console.intake.take(f"f/{place}", json.dumps(facts).encode(), qos, False, mid, console.now())


def tell(console: Console, clock: Clock, place: str, after: float = 1.0, **facts: object) -> StationLive:
    """One message some seconds later and the beat that takes it."""
    clock.at += after
    say(console, place, **facts)
    console.tick()
    return console.floor.stations[place]


def heard(console: Console, kind: type) -> list[object]:
    """A list that every event of this kind is put into."""
    events: list[object] = []
    handler: Callable[[object], None] = events.append
    console.on(kind, handler)
    return events
