"""A small plant with signals made by hand, and a way to speak to its floor in one line."""

from __future__ import annotations

from dataclasses import replace

from console.domain.floor import Floor
from console.domain.plant import Area, Line, Plant, Site, Station
from console.domain.readings import Quality, Reading, Role, Signal, Value
from console.domain.shifts import Calendar

T0 = 1_700_000_000.0  # 2023-11-14 22:13:20 UTC


def station(number: int, **more: object) -> Station:
    return Station(f"L1/{number}", "L1", f"{number} Station", 20.0, 60.0, **more)  # type: ignore[arg-type]


def plant(stations: list[Station] | None = None, roles: list[Role] | None = None, **line: object) -> Plant:
    """One line of three stations, each with every role asked for, and line-level signals named in `line`."""
    stations = stations or [station(10), station(20), station(30)]
    roles = roles or [Role.STATE, Role.GOOD, Role.SCRAP, Role.ONLINE, Role.QUALITY, Role.ORDER, Role.REASON, Role.TAG]
    extra = line.pop("line_roles", [])
    calendar = line.pop("calendar_value", None)
    made = Line("L1", "Line 1", "A", "S", tuple(stations), calendar="c" if calendar else "", **line)  # type: ignore[arg-type]
    signals = [Signal(s.id, role, role.value) for s in stations for role in roles]
    signals += [Signal("L1", role, role.value) for role in extra]  # type: ignore[union-attr]
    numbered = tuple(replace(signal, index=i) for i, signal in enumerate(signals))
    calendars: dict[str, object] = {"c": calendar} if isinstance(calendar, Calendar) else {}
    return Plant("P", "UTC", (Site("S", "S", (Area("A", "A", "S", (made,)),)),), numbered, calendars)


class Talk:
    """Says things to a floor as a machine would."""

    def __init__(self, built: Plant | None = None, now: float = T0) -> None:
        self.plant = built or plant()
        self.now = now
        self.segments: list[tuple[str, object]] = []
        self.floor = Floor(self.plant, now, lambda place, segment: self.segments.append((place, segment)))
        self.floor.age(now)

    def signal(self, place: str, role: Role) -> Signal:
        return next(s for s in self.plant.signals if s.place == place and s.role is role)

    def say(
        self,
        place: str,
        role: Role,
        value: Value,
        after: float = 0.0,
        source: float | None = None,
        quality: Quality = Quality.GOOD,
        retained: bool = False,
        key: str = "",
    ) -> list[object]:
        """One reading `after` seconds later; the events that follow."""
        self.now += after
        reading = Reading(self.signal(place, role), value, source, self.now, quality, retained, "t", key)
        self.floor.observe([reading])
        return self.floor.settle(self.now)

    def wait(self, seconds: float, step: float = 1.0) -> list[object]:
        """Let time pass in steps, hearing nothing."""
        events: list[object] = []
        end = self.now + seconds
        while self.now < end:
            self.now = min(end, self.now + step)
            events += self.floor.age(self.now)
        return events
