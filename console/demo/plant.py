"""What the make-believe plant is built of: values that the simulator plays and the plant file describes."""

from __future__ import annotations

from dataclasses import dataclass, field

from console.domain.shifts import Calendar

ORDER_STEP = 7  # between the numbers of two orders of a line: with it no two lines come to one number


@dataclass(frozen=True, slots=True)
class Tag:
    """A process value: around `base` while the station runs, around `idle` otherwise, drifting, with lag `tau`."""

    name: str  # "Weld current"
    unit: str
    base: float
    noise: float  # standard deviation of one sample
    drift: float = 0.0  # amplitude of the slow wave, a period of `wave` seconds
    idle: float | None = None  # None: the same whether the station runs or not
    spike: float = 0.0  # what is added in the last seconds before a stop
    tau: float = 0.0  # seconds of lag; 0: follows at once
    low: float | None = None  # normal range, as the plant file tells it
    high: float | None = None
    wave: float = 2700.0
    digits: int = 2
    lost: float = 0.0  # share of samples that say 9999 because the sensor's wire is loose
    creep: float = 0.0  # by so much it rises, slowly and evenly, until somebody cleans what clogs
    creep_every: float = 10_800.0  # seconds from one cleaning to the next
    creep_from: float = 0.0  # seconds by which the cleanings of this one come earlier


@dataclass(frozen=True, slots=True)
class Stop:
    """One way in which a station stops: the reason in the machine's words, the alarm's text, how long it lasts."""

    reason: str
    alarm: str
    weight: float  # how often, against the other stops of the station
    shortest: float  # seconds
    longest: float


@dataclass(frozen=True, slots=True)
class DemoStation:
    """One station. `room` pieces can wait before it; it stops after `mtbf` seconds of running on average."""

    id: str  # "30"
    name: str  # "30 Weld A"
    ideal: float  # seconds a piece at rated speed
    stops: tuple[Stop, ...]
    tags: tuple[Tag, ...]
    mtbf: float = 2400.0
    slow: float = 1.04  # mean cycle against the ideal one
    scrap: float = 0.0  # share of pieces
    rework: float = 0.0  # share of pieces that go through twice
    checks: bool = False  # publishes a result for each piece
    room: int = 4
    leaves: bool = False  # its crew is sent elsewhere while the line stands for long: not planned


@dataclass(frozen=True, slots=True)
class LongStop:
    """A stop that the script wants now and then: at one station, about every `every` seconds."""

    station: int  # position in the line
    stop: Stop
    every: float


@dataclass(frozen=True, slots=True)
class Outage:
    """The data of a line or of one station is lost now and then, for a few minutes."""

    every: float  # seconds, about
    shortest: float
    longest: float
    station: int | None = None  # None: the whole line


@dataclass(frozen=True, slots=True)
class DemoLine:
    """One line and the dialect it speaks: "sparkplug", "json", "scalar" or "packml"."""

    id: str
    name: str
    area: str
    dialect: str
    stations: tuple[DemoStation, ...]
    products: tuple[str, ...]
    first_order: int  # 10482: number of the order that runs when the simulator begins
    quantity: int  # pieces an order
    takt: float
    changeover: float  # seconds from the last piece of an order to the first of the next
    order_per_shift: bool = True  # a shift begins with an order of its own
    long_stop: LongStop | None = None
    outage: Outage | None = None

    @property
    def pace(self) -> DemoStation:
        """The station with the longest ideal cycle."""
        return max(self.stations, key=lambda station: station.ideal)

    def order(self, nth: int) -> str:
        """Number of the nth order after the first one (0); those before it have negative ones."""
        return f"WO-{self.first_order + ORDER_STEP * nth}"

    def product(self, nth: int) -> str:
        """What that order makes."""
        return self.products[nth % len(self.products)]


@dataclass(frozen=True, slots=True)
class DemoPlant:
    """All lines and when they work."""

    name: str
    timezone: str
    lines: tuple[DemoLine, ...]
    calendar: Calendar = field(repr=False)
