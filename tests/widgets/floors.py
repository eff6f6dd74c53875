"""Small floors of plain domain objects, and a console that behaves without threads, files or a broker."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from console.app.raw import RawMessage
from console.domain.errors import FileRefused
from console.domain.events import BrokerChanged, Link
from console.domain.floor import LineLive, StationLive, TagLive
from console.domain.losses import Loss, Source, losses
from console.domain.oee import account
from console.domain.plant import Line, Station
from console.domain.readings import Quality, Role, Signal
from console.domain.ribbon import Ribbon
from console.domain.shifts import Shift
from console.domain.stations import NoData, StationState
from console.telemetry.broker import BrokerSettings
from console.telemetry.intake import Intake
from console.telemetry.plantfile import PlantFile, load_plant
from console.telemetry.problems import Problem
from console.telemetry.sparkplug import SparkplugHost
from console.telemetry.topics import TopicBook

NOW = datetime(2025, 3, 4, 11, 42, 7, tzinfo=UTC).timestamp()
START = datetime(2025, 3, 4, 6, 0, tzinfo=UTC).timestamp()
HOUR = 3600.0
SHIFT = Shift(
    "Day shift", datetime(2025, 3, 4).date(), START, START + 8 * HOUR, ((START + 3 * HOUR, START + 3.25 * HOUR, "Tea"),)
)
S = StationState


def ribbon(*steps: tuple[float, StationState, str] | tuple[float, StationState, str, NoData]) -> Ribbon:
    """A ribbon from (minutes after the shift's start, state, reason[, kind of no data])."""
    made = Ribbon()
    for minute, state, reason, *kind in steps:
        made.change(state, kind[0] if kind else None, START + minute * 60, reason)
    return made


def wave(signal: Signal, mean: float, swing: float, now: float = NOW) -> TagLive:
    """A tag that swung around a mean for ten minutes."""
    tag = TagLive(signal, heard_at=now - 0.4, at=now - 0.4, changed_at=now - 0.4, quality=Quality.GOOD)
    for step in range(300):
        tag.recent.append(
            (now - 600 + step * 2, mean + swing * math.sin(step / 9) + swing * 0.4 * math.sin(step * 1.7))
        )
    tag.value = tag.recent[-1][1]
    return tag


def weld() -> StationLive:
    """A station in trouble, rich in everything a station page shows."""
    live = StationLive(Station("L1/30", "L1", "30 Weld A", ideal_cycle=27.0, expected_interval=10.0))
    live.ribbon = ribbon(
        (0, S.RUNNING, ""),
        (34, S.STOPPED, "Wire feed jam"),
        (41, S.RUNNING, ""),
        (78, S.STARVED, ""),
        (83, S.RUNNING, ""),
        (120, S.STOPPED, ""),
        (126, S.RUNNING, ""),
        (150, S.BLOCKED, ""),
        (152, S.RUNNING, ""),
        (180, S.PLANNED_STOP, "Tea"),
        (195, S.RUNNING, ""),
        (231, S.NO_DATA, "", NoData.SILENT),
        (236, S.RUNNING, ""),
        (270, S.CHANGEOVER, "PH-220 rev B to rev C"),
        (291, S.RUNNING, ""),
        (339.6, S.STOPPED, "Porosity on seam, 3 in a row"),
    )
    live.state, live.no_data, live.since = S.STOPPED, None, START + 339.6 * 60
    live.word, live.reason, live.alarm = (
        "ABORTED",
        "Porosity on seam, 3 in a row",
        "E217 seam camera: pore area above limit",
    )
    live.good, live.scrap, live.rework, live.passed, live.failed = 498, 7, 3, 501, 7
    live.cycle, live.cycle_mean, live.wip = 29.0, 28.3, 6
    live.order, live.product, live.unit = "WO-10482", "PH-220 rev C", "PH220-004471"
    live.last_heard, live.skew = NOW - 0.4, 40 * HOUR + 12 * 60
    live.notes = {
        "L1/30/good": "total 65535 → 0 taken as rollover (modulus 65536)",
        "L1/30/gas": "-32768 refused: sentinel of a broken sensor",
    }
    for name, unit, low, high, mean, swing in (
        ("Weld current", "A", 170.0, 195.0, 182.4, 4.0),
        ("Gas flow", "L/min", 10.5, 14.0, 11.8, 0.6),
        ("Seam temperature", "°C", 380.0, 440.0, 452.0, 3.0),
        ("Wire speed", "m/min", None, None, 8.2, 0.1),
        ("Torch angle", "°", None, 50.0, 44.0, 1.0),
        ("Arc voltage", "V", 18.0, 24.0, 21.3, 0.7),
    ):
        live.tags[name] = wave(Signal("L1/30", Role.TAG, name, unit, low, high), mean, swing)
    live.tags["Program"] = TagLive(
        Signal("L1/30", Role.TAG, "Program"), "PH220_C.nc", NOW - 4000, NOW - 4000, NOW - 4000, Quality.GOOD, True
    )
    live.tags["Door"] = TagLive(Signal("L1/30", Role.TAG, "Door"), False, NOW - 61, NOW - 61, NOW - 900, Quality.BAD)
    return live


def station(
    line: str, number: int, name: str, state: StationState, minutes: float, kind: NoData | None = None
) -> StationLive:
    """A station that has been in one state for some minutes."""
    live = StationLive(Station(f"{line}/{number}", line, f"{number} {name}", ideal_cycle=25.0))
    live.state, live.no_data, live.since = state, kind, NOW - minutes * 60
    live.good, live.last_heard = 500 - number, NOW - (minutes * 60 if kind else 0.7)
    live.ribbon = ribbon((0, S.RUNNING, ""), (342.0 - minutes, state, "", *([kind] if kind else [])))  # type: ignore[arg-type]
    return live


def line_of(ident: str, name: str, stations: list[StationLive]) -> LineLive:
    """A line with its OEE account over the shift."""
    line = Line(ident, name, "assembly", "plant2", tuple(s.station for s in stations), target=680, takt=30.0)
    live = LineLive(
        line, stations, SHIFT, f"WO-{ident}", product="PH-220 rev C", target=680, good=478, scrap=9, planned=495.0
    )
    pace = max(stations, key=lambda s: len(s.ribbon.closed))
    segments = pace.ribbon.within(SHIFT.start, SHIFT.end, NOW)
    live.account = account(segments, SHIFT, NOW, 27.0, 505, 498, line.micro_stop)
    live.bottleneck = pace
    return live


class SmallFloor:
    """Lines and stations by id, as pages look them up."""

    def __init__(self, lines: list[LineLive]) -> None:
        self.lines = lines
        self.stations = {s.station.id: s for line in lines for s in line.stations}

    def line(self, ident: str) -> LineLive:
        return next(line for line in self.lines if line.line.id == ident)

    def losses(self, ident: str, now: float) -> list[Loss]:
        """Losses of the line's pace station, as the real floor computes them."""
        live = self.line(ident)
        if live.shift is None or not live.stations:
            return []
        pace = live.bottleneck or live.stations[0]
        segments = tuple(pace.ribbon.within(live.shift.start, live.shift.end, now))
        return losses([Source(ident, pace.station.id, segments, live.shift, live.line.micro_stop, live.account)], now)


def floor() -> SmallFloor:
    """Four small lines, one station of each worth looking at."""
    lines = [
        line_of(
            "L1",
            "L1 Pump housing",
            [station("L1", 20, "Press", S.RUNNING, 44), weld(), station("L1", 40, "Weld B", S.RUNNING, 12)],
        ),
        line_of(
            "L2",
            "L2 Bracket press",
            [
                station("L2", 10, "Blank", S.RUNNING, 52),
                station("L2", 40, "Press 04", S.STOPPED, 7.6),
                station("L2", 50, "Pierce", S.NOT_PLANNED, 7),
            ],
        ),
        line_of(
            "L3",
            "L3 Controller PCB",
            [station("L3", 10, "SMT load", S.RUNNING, 130), station("L3", 50, "AOI", S.STARVED, 4)],
        ),
        line_of(
            "L4",
            "L4 Filling",
            [station("L4", 10, "Mix", S.CHANGEOVER, 11), station("L4", 30, "Cap", S.NO_DATA, 3.7, NoData.STALE)],
        ),
    ]
    return SmallFloor(lines)


class QuietConsole:
    """A console as pages see it, with the clock in the test's hand."""

    def __init__(self, floor: SmallFloor | None = None) -> None:
        self.floor = floor if floor is not None else SmallFloor([])
        self.time = NOW
        self.plant_file: PlantFile | None = None
        self.plant_refused: FileRefused | None = None
        self.broker = BrokerChanged(Link.OFF, NOW)
        self.rate = 0.0
        self.book = TopicBook()
        self.sparkplug = SparkplugHost(None)
        self.intake = Intake(None, lambda readings: None, self.sparkplug, self.book)
        self.hears_everything = False
        self.data_folder = Path(".")
        self.raw: dict[str, list[RawMessage]] = {}
        self.handlers: list[tuple[type, Callable[[object], None]]] = []
        self.listened: list[object] = []
        self.remembered: list[tuple[object, Path | None]] = []
        self.settings_used: BrokerSettings | None = None
        self.membership: object = None

    def now(self) -> float:
        return self.time

    def on(self, kind: type, handler: Callable[[object], None]) -> Callable[[], None]:
        entry = (kind, handler)
        self.handlers.append(entry)
        return lambda: self.handlers.remove(entry)

    def happen(self, event: object) -> None:
        """Publish an event to whoever listens."""
        if isinstance(event, BrokerChanged):
            self.broker = event
        for kind, handler in list(self.handlers):
            if isinstance(event, kind):
                handler(event)

    def hear(self, topic: str, payload: bytes, retained: bool = False) -> None:
        """A message comes in from the broker."""
        self.intake.take(topic, payload, 0, retained, 0, self.time)

    def use(self, text: str) -> None:
        """Open a plant file by its text."""
        self.plant_file = load_plant(text)
        self.intake.replace(self.plant_file)

    def hear_everything(self, everything: bool) -> None:
        self.hears_everything = everything

    def raw_messages(self, place: str) -> list[RawMessage]:
        return list(self.raw.get(place, []))

    def listen(self, settings: BrokerSettings) -> None:
        self.listened.append(settings)
        self.settings_used = settings
        self.happen(BrokerChanged(Link.CONNECTING, self.time))

    def open_plant(self, path: Path) -> tuple[Problem, ...]:
        self.plant_file = load_plant(path)
        self.intake.replace(self.plant_file)
        return self.plant_file.problems

    def remember_connection(self, settings: object, plant: Path | None) -> None:
        self.remembered.append((settings, plant))
