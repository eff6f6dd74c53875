"""Feeds: what a reading of each role does to the station it belongs to. The hot path of the whole console."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import isfinite
from unicodedata import normalize

from console.domain.clocks import TOLERANCE, Skew, better_time
from console.domain.counters import ORDINARY, REFUSED, Counter
from console.domain.events import QualityChecked
from console.domain.live import StationLive, TagLive
from console.domain.order_counts import OrderCounts
from console.domain.readings import Quality, Reading, Role, Signal, Value
from console.domain.stations import StationState

CYCLES = 20  # cycles that the mean is taken over
REMEMBERED_CHECKS = 512
MOST_ALARMS = 64
LONGEST_TEXT = 200
LEARN_EVERY = 1.0  # seconds between two looks at a sender's clock

Take = Callable[[Reading], None]


@dataclass(slots=True)
class Told:
    """What the machine itself said last, before the console judges whether to believe it."""

    state: StationState | None = None
    at: float = 0.0  # when that state began as far as is known
    retained: bool = False
    bad: bool = False  # the sender marks its state as bad
    link: str = "online"  # online | offline | stale | waiting
    link_at: float = 0.0
    heard: bool = False  # anything at all, ever
    live_at: float | None = None  # when the last message that was no snapshot was heard
    word: str = ""  # the state in the machine's own word
    has_state: bool = False  # a signal with role state is mapped
    order: str = ""


@dataclass(slots=True)
class Hearing:
    """One station's ear: everything needed to turn readings into its live state."""

    live: StationLive
    told: Told = field(default_factory=Told)
    counters: dict[str, Counter] = field(default_factory=dict)  # by signal id
    made: int = 0  # good pieces since the console first knew this station
    dropped: int = 0  # scrapped pieces, likewise
    order_good: int = 0
    order_scrap: int = 0
    orders: OrderCounts = field(default_factory=OrderCounts)
    order_told: bool = False  # the station was told which order it has, or that it has none
    order_now: Callable[[], str] = str  # the order that a piece belongs to here
    cycles: list[float] = field(default_factory=list)
    checks: dict[str, bool] = field(default_factory=dict)  # keys of quality checks already counted, oldest first
    skews: dict[str, float] = field(default_factory=dict)  # by signal id, only those beyond the tolerance
    may_stick: list[TagLive] = field(default_factory=list)  # tags with a limit for standing still
    tags_before: dict[str, TagLive] = field(default_factory=dict)  # from before the plant file changed, not yet heard
    away_since: float | None = None  # after a restart: until when the console had watched
    watched_since: float = 0.0  # when the console began to listen for this station, seconds UTC
    fewest: int = 0  # the least that ever seemed to wait before this station: pieces from before the console counted
    reason_seen: str = ""  # the reason that the open segment carries
    counts_good: bool = False  # a signal with role good is mapped
    counted: dict[str, None] = field(default_factory=dict)  # keys of pieces already counted, oldest first
    alarms: dict[str, str] = field(default_factory=dict)  # texts of active alarms by the source that raised them
    touched: bool = False  # something a tile shows has changed
    stale: bool = False  # the state must be judged again, at the latest when the batch is through
    judge: Callable[[float, float], None] = lambda now, at: None  # judge at once: now, and when it happened
    events: list[object] = field(default_factory=list)

    def alive(self, heard_at: float) -> None:
        """A live message came. A silence that it ends is drawn first, even when nobody looked meanwhile."""
        told, live = self.told, self.live
        if told.live_at is not None and heard_at - told.live_at > live.station.expected_interval:
            self.judge(heard_at, heard_at)
        told.live_at = live.last_heard = heard_at
        if live.no_data is not None:
            self.stale = True


class Feed:
    """One signal of one station. `take` is called for each reading, in the order heard."""

    __slots__ = ("due", "hearing", "shift", "signal", "skew")

    def __init__(self, signal: Signal, hearing: Hearing) -> None:
        self.signal = signal
        self.hearing = hearing
        self.skew = Skew()
        self.shift: float | None = None  # seconds to add to the source time, None: not known
        self.due = 0.0

    def take(self, reading: Reading) -> None:
        """Let the station know."""
        raise NotImplementedError

    def when(self, reading: Reading) -> float:
        """The better of the two times, in seconds UTC, never after the time it was heard."""
        source, heard = reading.source_time, reading.heard_at
        if source is None:
            return heard
        if heard >= self.due and not reading.retained:
            self._learn(source, heard)
        at, _ = better_time(source, heard, self.skew.value)
        return at

    def _learn(self, source: float, heard: float) -> None:
        self.due = heard + LEARN_EVERY
        self.skew = self.skew.heard(source, heard)
        value = self.skew.value
        station = self.hearing
        if value is None:
            return
        self.shift = value if abs(value) > TOLERANCE else 0.0
        if self.shift:
            station.skews[self.signal.id] = value
        else:
            station.skews.pop(self.signal.id, None)
        station.live.skew = max(station.skews.values(), key=abs) if station.skews else 0.0

    def hear(self, reading: Reading) -> None:
        """Note that the station is alive. A snapshot proves nothing about now."""
        self.hearing.told.heard = True
        if not reading.retained:
            self.hearing.alive(reading.heard_at)


class TagFeed(Feed):
    """Any measured value."""

    __slots__ = ("tag",)

    def __init__(self, signal: Signal, hearing: Hearing) -> None:
        super().__init__(signal, hearing)
        tags = hearing.live.tags
        self.tag = tags.get(signal.name) or hearing.tags_before.pop(signal.name, None) or TagLive(signal)
        self.tag.signal = signal
        tags[signal.name] = self.tag
        if signal.stuck_after and self.tag not in hearing.may_stick:
            hearing.may_stick.append(self.tag)

    def take(self, reading: Reading) -> None:
        _, value, source, heard, quality, retained, _, _ = reading
        tag = self.tag
        at = heard
        if source is not None:
            if heard >= self.due and not retained:
                self._learn(source, heard)
            if self.shift is not None and heard - 60.0 < source + self.shift <= heard:
                at = source + self.shift
            else:
                at, _ = better_time(source, heard, self.skew.value)
        if value != tag.value:
            tag.value = value
            tag.changed_at = heard
            if self.signal.stuck_after:
                self.hearing.stale = True
        tag.at = at
        tag.heard_at = heard
        tag.quality = quality
        tag.retained = retained
        if type(value) is float or type(value) is int:
            tag.recent.add(at, value)
        self.hearing.told.heard = True
        if not retained:
            self.hearing.alive(heard)


class StateFeed(Feed):
    """The station's state, already in our words."""

    __slots__ = ()

    def take(self, reading: Reading) -> None:
        hearing, told = self.hearing, self.hearing.told
        at = self.when(reading)
        self.hear(reading)
        told.bad = reading.quality is Quality.BAD
        if told.bad and reading.value is None:  # the sender has lost the machine: there is no state to be told
            hearing.stale = True
            return
        try:
            state = StationState(str(reading.value))
        except ValueError:
            hearing.live.notes[self.signal.id] = f"unknown state {reading.value!r:.60}"
            hearing.touched = True
            return
        if reading.retained and told.state is not None and not told.retained and told.live_at is not None:
            return  # a snapshot after a reconnect tells nothing newer than what was heard live
        if told.state is not None and at < told.at <= reading.heard_at and not told.retained:
            return  # late: an older state than the one that is known (later than now: our own clock was set back)
        told.word = reading.key  # the machine's own word, see the mapping
        if state is not told.state or told.retained:
            told.state, told.at = state, at
        told.retained = reading.retained
        if hearing.live.state is not state or hearing.live.no_data is not None:
            hearing.judge(reading.heard_at, at)


class OnlineFeed(Feed):
    """Whether the machine or its gateway is there at all."""

    __slots__ = ()

    def take(self, reading: Reading) -> None:
        told = self.hearing.told
        value = reading.value
        link = value if isinstance(value, str) else "online" if value else "offline"
        if link not in ("online", "offline", "stale", "waiting"):
            self.hearing.live.notes[self.signal.id] = f"unknown connection state {link!r:.60}"
            return
        at = reading.heard_at if link in ("stale", "waiting") else self.when(reading)
        if link == "online":
            self.hear(reading)
        told.heard = True
        if link != told.link:
            told.link, told.link_at = link, at
            if link in ("stale", "waiting"):
                told.state = None  # nothing that was said before counts until the next birth
            self.hearing.judge(reading.heard_at, at)


class CountFeed(Feed):
    """Good, scrapped or reworked pieces."""

    __slots__ = ("counter",)

    def __init__(self, signal: Signal, hearing: Hearing) -> None:
        super().__init__(signal, hearing)
        blank = Counter.for_signal(signal.pulse, signal.rollover, hearing.live.station.ideal_cycle)
        self.counter = hearing.counters.setdefault(signal.id, blank)

    def restore(self, counter: Counter) -> None:
        """Go on from a stored counter."""
        self.counter = self.hearing.counters[self.signal.id] = counter

    def take(self, reading: Reading) -> None:
        hearing = self.hearing
        at = self.when(reading)
        self.hear(reading)
        if reading.key and self._counted(reading.key):
            return
        step = self.counter.observe(reading.value, at, reading.source_time, hearing.told.order, reading.retained)
        self.counter = hearing.counters[self.signal.id] = step.counter
        self._explain(step.note, step.note in REFUSED)
        if step.delta:
            self.count(step.delta, at)
            hearing.touched = True

    def _counted(self, key: str) -> bool:
        """Whether the piece with this key was counted before: one piece may be told by several messages."""
        counted, mark = self.hearing.counted, f"{self.signal.role}|{key}"
        if mark in counted:
            return True
        counted[mark] = None
        while len(counted) > REMEMBERED_CHECKS:
            del counted[next(iter(counted))]
        return False

    def _explain(self, note: str, refused: bool) -> None:
        live = self.hearing.live
        if note in ORDINARY:
            return
        live.notes[self.signal.id] = note
        if refused:
            live.refused += 1
        self.hearing.touched = True

    def count(self, pieces: int, at: float) -> None:
        """Add pieces to the station."""
        hearing, role = self.hearing, self.signal.role
        if role is Role.SCRAP:
            hearing.live.scrap += pieces
            hearing.dropped += pieces
            hearing.order_scrap += pieces
            hearing.orders.add(hearing.told.order or hearing.order_now(), at, scrap=pieces)
        elif role is Role.REWORK:
            hearing.live.rework += pieces
        else:
            self._good(pieces, at)

    def _good(self, pieces: int, at: float) -> None:
        hearing, live = self.hearing, self.hearing.live
        live.good += pieces
        hearing.made += pieces
        hearing.order_good += pieces
        hearing.orders.add(hearing.told.order or hearing.order_now(), at, good=pieces)
        if live.last_piece is not None and live.state is StationState.RUNNING and live.since <= live.last_piece:
            add_cycle(hearing, (at - live.last_piece) / pieces, measured=False)
        live.last_piece = at
        if not hearing.told.has_state:
            hearing.stale = True


def add_cycle(hearing: Hearing, seconds: float, measured: bool) -> None:
    """Take one cycle time into the mean; one that the machine measures itself beats those between counts."""
    live = hearing.live
    ideal = live.station.ideal_cycle
    if not isfinite(seconds) or seconds <= 0 or (ideal and not measured and seconds > 10 * ideal):
        return
    if measured and not live.cycle_measured:
        live.cycle_measured = True
        hearing.cycles.clear()
    if live.cycle_measured and not measured:
        return
    hearing.cycles.append(seconds)
    del hearing.cycles[:-CYCLES]
    live.cycle = seconds
    live.cycle_mean = sum(hearing.cycles) / len(hearing.cycles)
    hearing.touched = True


class CycleFeed(Feed):
    """The machine's own cycle time."""

    __slots__ = ()

    def take(self, reading: Reading) -> None:
        self.hear(reading)
        if isinstance(reading.value, int | float) and not isinstance(reading.value, bool) and not reading.retained:
            add_cycle(self.hearing, float(reading.value), measured=True)


class QualityFeed(Feed):
    """One result of a check; the key tells a repeat from a new check."""

    __slots__ = ()

    def take(self, reading: Reading) -> None:
        hearing, live = self.hearing, self.hearing.live
        at = self.when(reading)
        self.hear(reading)
        passed = reading.value == "passed"
        key = reading.key or f"{reading.source_time or reading.heard_at}"
        if reading.retained or key in hearing.checks or reading.value not in ("passed", "failed"):
            return
        hearing.checks[key] = passed
        while len(hearing.checks) > REMEMBERED_CHECKS:
            del hearing.checks[next(iter(hearing.checks))]
        if passed:
            live.passed += 1
        else:
            live.failed += 1
        hearing.touched = True
        hearing.events.append(QualityChecked(live.station.id, passed, at, key))


def text_of(reading: Reading) -> str:
    """A reading's text as far as it is shown, "" for none; composed, and without what fills a PLC's field up."""
    return "" if reading.value is None else normalize("NFC", str(reading.value)[:LONGEST_TEXT]).strip("\0").strip()


class TextFeed(Feed):
    """Order, product and unit: a text that the tile or the station page shows."""

    __slots__ = ("field",)

    def __init__(self, signal: Signal, hearing: Hearing) -> None:
        super().__init__(signal, hearing)
        self.field = signal.role.value

    def take(self, reading: Reading) -> None:
        self.hear(reading)
        text = text_of(reading)
        if getattr(self.hearing.live, self.field) != text:
            setattr(self.hearing.live, self.field, text)
            self.hearing.touched = True
            self.changed(reading, text)

    def changed(self, reading: Reading, text: str) -> None:
        """What else follows from another text."""


class OrderFeed(TextFeed):
    """The work order at the station: its count begins with it."""

    __slots__ = ()

    def take(self, reading: Reading) -> None:
        self.hearing.order_told = True
        super().take(reading)

    def changed(self, reading: Reading, text: str) -> None:
        self.hearing.told.order = text
        self.hearing.order_good = self.hearing.order_scrap = 0


class ReasonFeed(TextFeed):
    """Why the station does not run: another reason begins another segment of the ribbon."""

    __slots__ = ()

    def changed(self, reading: Reading, text: str) -> None:
        if self.hearing.live.state is not StationState.RUNNING:
            self.hearing.judge(reading.heard_at, self.when(reading))


class AlarmFeed(Feed):
    """Active alarms. The key tells sources apart: one that ends must not hide another that stays."""

    __slots__ = ()

    def take(self, reading: Reading) -> None:
        self.hear(reading)
        hearing = self.hearing
        text = text_of(reading)
        key = reading.key[:LONGEST_TEXT]
        hearing.alarms.pop(key, None)
        if text:
            hearing.alarms[key] = text
            while len(hearing.alarms) > MOST_ALARMS:
                del hearing.alarms[next(iter(hearing.alarms))]
        shown = next(reversed(hearing.alarms.values()), "")
        if shown != hearing.live.alarm:
            hearing.live.alarm = shown
            hearing.touched = True


def claimed_share(value: Value) -> float | None:
    """A publisher's own OEE as a share of one, percentages (above 2) recognised; None where it can be neither."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 200:
        return None
    return value / 100 if value > 2 else float(value)


class ClaimFeed(Feed):
    """The publisher's own OEE."""

    __slots__ = ()

    def take(self, reading: Reading) -> None:
        self.hear(reading)
        share = claimed_share(reading.value)
        if share is not None:
            self.hearing.live.claimed_oee = share
            self.hearing.touched = True


STATION_FEEDS: dict[Role, type[Feed]] = {
    Role.STATE: StateFeed,
    Role.ONLINE: OnlineFeed,
    Role.GOOD: CountFeed,
    Role.SCRAP: CountFeed,
    Role.REWORK: CountFeed,
    Role.CYCLE: CycleFeed,
    Role.QUALITY: QualityFeed,
    Role.OEE: ClaimFeed,
    Role.TAG: TagFeed,
    Role.ORDER: OrderFeed,
    Role.PRODUCT: TextFeed,
    Role.UNIT: TextFeed,
    Role.REASON: ReasonFeed,
    Role.ALARM: AlarmFeed,
}
