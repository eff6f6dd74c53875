"""The plant as it is built: site, area, line, stations in flow order. Never changed while the console runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from console.domain.readings import Signal


@dataclass(frozen=True, slots=True)
class Station:
    """One place in a line where one thing is done to a piece."""

    id: str  # "L1/30": unique in the plant
    line: str  # "L1"
    name: str  # "30 Weld A": what people call it
    ideal_cycle: float | None = None  # seconds a piece at rated speed
    expected_interval: float = 60.0  # seconds within which something must be heard, else silent


@dataclass(frozen=True, slots=True)
class Line:
    """Stations in flow order that make one product at a time."""

    id: str
    name: str
    area: str
    site: str
    stations: tuple[Station, ...]
    calendar: str = ""  # id of its shift calendar; "" = the plant's default
    target: int | None = None  # pieces of the running order where no signal tells it
    takt: float | None = None  # seconds a piece that the customer's demand allows
    pace: str = ""  # station id whose time is the line's time for OEE; "" = the slowest ideal cycle
    micro_stop: float = 120.0  # seconds below which a stop is a micro-stop

    @property
    def pace_station(self) -> Station | None:
        """The station that paces the line: the one named, else the one with the longest ideal cycle, else the last."""
        if not self.stations:
            return None
        for station in self.stations:
            if station.id == self.pace:
                return station
        timed = [s for s in self.stations if s.ideal_cycle]
        return max(timed, key=lambda s: s.ideal_cycle or 0.0) if timed else self.stations[-1]


@dataclass(frozen=True, slots=True)
class Area:
    """Part of a site with one person in charge."""

    id: str
    name: str
    site: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """One factory."""

    id: str
    name: str
    areas: tuple[Area, ...]


@dataclass(frozen=True, slots=True)
class Plant:
    """Everything one console watches."""

    name: str
    timezone: str  # IANA name: "Asia/Shanghai"
    sites: tuple[Site, ...]
    signals: Sequence[Signal] = ()  # by index; grows when a topic brings a place or a tag that was not heard before
    calendars: dict[str, object] = field(default_factory=dict)  # id -> shifts.Calendar

    def areas(self) -> Iterator[Area]:
        """Every area, in the file's order."""
        for site in self.sites:
            yield from site.areas

    def lines(self) -> Iterator[Line]:
        """Every line, in the file's order."""
        for area in self.areas():
            yield from area.lines

    def stations(self) -> Iterator[Station]:
        """Every station, line by line, in flow order."""
        for line in self.lines():
            yield from line.stations
