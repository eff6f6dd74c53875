"""What the screen shows of a tag, a station and a line at this moment. Owned by the main thread; widgets only read."""

from __future__ import annotations

from dataclasses import dataclass, field

from console.domain.oee import Account
from console.domain.plant import Line, Station
from console.domain.readings import Quality, Signal, Value
from console.domain.recent import Recent
from console.domain.ribbon import Ribbon
from console.domain.shifts import Shift
from console.domain.stations import NoData, StationState


@dataclass(slots=True)
class TagLive:
    """The latest value of a signal and its recent past."""

    signal: Signal
    value: Value = None
    at: float = 0.0  # the better of source and receive time, seconds UTC
    heard_at: float = 0.0
    changed_at: float = 0.0  # when the value last differed from the one before
    quality: Quality = Quality.UNKNOWN
    retained: bool = False
    recent: Recent = field(default_factory=Recent)  # (at, number), oldest first


@dataclass(slots=True)
class StationLive:
    """One station now."""

    station: Station
    state: StationState = StationState.NO_DATA
    no_data: NoData | None = NoData.WAITING
    since: float = 0.0  # when this state began, seconds UTC
    word: str = ""  # the state in the machine's own word
    reason: str = ""  # why it does not run, in the machine's own words
    alarm: str = ""
    good: int = 0  # pieces this shift
    scrap: int = 0
    rework: int = 0
    passed: int = 0  # quality checks this shift
    failed: int = 0
    cycle: float | None = None  # seconds of the last cycle
    cycle_mean: float | None = None  # of the last 20 cycles
    cycle_measured: bool = False  # the machine tells its cycle time itself
    order: str = ""
    product: str = ""
    unit: str = ""
    last_piece: float | None = None  # when the last piece was counted, seconds UTC
    claimed_oee: float | None = None  # 0..1, the publisher's own
    last_heard: float | None = None
    skew: float | None = None  # seconds the sender's clock is behind ours; negative: ahead
    wip: int | None = None  # pieces waiting before this station; None: not known
    bottleneck: bool = False
    refused: int = 0  # counter values that were not believed
    notes: dict[str, str] = field(default_factory=dict)  # refused or corrected values: signal id -> what was done
    tags: dict[str, TagLive] = field(default_factory=dict)  # by signal name, TAG role only
    ribbon: Ribbon = field(default_factory=Ribbon)


@dataclass(slots=True)
class LineLive:
    """One line now."""

    line: Line
    stations: list[StationLive]
    shift: Shift | None = None
    order: str = ""
    next_order: str = ""  # the order that the first stations already work on while the last still finish `order`
    product: str = ""
    target: int | None = None  # pieces ordered
    good: int = 0  # good pieces out of the line: this order when one runs, else this shift
    scrap: int = 0
    planned: float | None = None  # pieces that should be out by now
    finish: float | None = None  # forecast, seconds UTC
    finish_planned: float | None = None
    account: Account | None = None  # OEE of the shift so far, every planned minute accounted for
    claimed_oee: float | None = None
    bottleneck: StationLive | None = None
    bottleneck_rule: str = ""  # code of the rule that named it, see domain/bottleneck.py
    bottleneck_facts: dict[str, float] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)  # refused or corrected values: signal id -> what was done
    orders: dict[str, str] = field(default_factory=dict)  # order id -> requested | active | completed
