"""The historian that a plant has already, as another past: its windows are made as those of the console's own."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from console.app.logs import hide_in_logs
from console.app.settings import Settings
from console.domain.errors import Refusal
from console.domain.historian import Bucket, HistorianState, HistorianTable, HistorianUnfit, Sample
from console.domain.readings import Quality, Reading, Role, Signal
from console.domain.sharing import Address, Engine

if TYPE_CHECKING:
    from console.app.trends import Trends
    from console.history.facts import State, Window
    from console.history.rollups import Rolls
    from console.history.samples import Samples
    from console.records.historian import HistorianReader

R = TypeVar("R")
MOST_SIGNALS: Final = 200_000
SHOWN: Final = 500  # signals that are listed at once
ASK_EVERY: Final = 60.0  # seconds
LIST_AGAIN: Final = 600.0  # seconds after which the names are read again
MOST_POINTS: Final = 500_000  # samples of a window that was asked for without a number of points, before it is refused
QUALITIES: Final = (Quality.GOOD, Quality.UNCERTAIN, Quality.BAD, Quality.UNKNOWN)
KINDS: Final = ("postgresql", "timescaledb", "postgres")


class Historian:
    """A source of windows. On its own reading thread only, but `state` may be read from any."""

    def __init__(
        self, name: str, address: Address | None, table: HistorianTable, now: Callable[[], float], wrong: str = ""
    ) -> None:
        """`wrong` is what is not right in the settings; then there is no address."""
        self.state = HistorianState(name, str(address or ""))
        self.name = name
        self._address, self._table, self._now, self._wrong = address, table, now, wrong
        self._reader: HistorianReader | None = None
        self._names: list[str] = []
        self._listed = float("-inf")

    def check(self) -> None:
        """Whether it answers; a refusal otherwise."""
        self._asked(lambda reader: reader.check())

    def signals(self) -> tuple[Signal, ...]:
        """The first of its signals; there may be very many."""
        return self.find("")

    def find(self, words: str) -> tuple[Signal, ...]:
        """Signals that have all these words in their id, SHOWN at most."""
        wanted = words.casefold().split()
        found = [name for name in self._all_names() if all(word in name.casefold() for word in wanted)]
        return tuple(signal_of(name) for name in found[:SHOWN])

    def first(self) -> float | None:
        """The oldest time of which something is kept, seconds UTC."""
        found = self._asked(lambda reader: reader.first())
        return None if found is None else found / 1e6

    def window(self, signal: str, start: float, end: float, points: int | None = None) -> Window:
        """A signal in [start, end): its samples where there are few, else what steps of time came to."""
        from console.history.windows import FINE, of_rolls, of_samples

        since, until = _micros(start), _micros(end)
        most = MOST_POINTS if points is None else FINE * points
        samples = self._asked(lambda reader: reader.samples(signal, since, until, most))
        if samples is not None:
            return of_samples(signal, since, until, _columns(samples), [])
        if points is None:
            raise HistorianUnfit(f"more than {MOST_POINTS} samples were asked for at once")
        width, origin = _step(since, until, points)
        found = self._asked(lambda reader: reader.buckets(signal, since, until, width, origin))
        return of_rolls(signal, since, until, _rolls(found, width), [])

    def states(self, signal: str, start: float, end: float) -> list[State]:
        """Values of a signal and how long each was held in [start, end), the one held at `start` too."""
        from console.history.windows import held

        since, until = _micros(start), _micros(end)
        before = self._asked(lambda reader: reader.before(signal, since))
        samples = self._asked(lambda reader: reader.samples(signal, since, until, MOST_POINTS))
        if samples is None:
            raise HistorianUnfit(f"more than {MOST_POINTS} changes in this window: look at a shorter one")
        parts = [_columns([before])] if before is not None else []
        return held([*parts, _columns(samples)], since, until, [])

    def last(self, signal: str, before: float | None = None) -> Reading | None:
        """The newest sample of a signal, or the newest that happened before a time."""
        end = _micros(9e12 if before is None else before)
        found = self._asked(lambda reader: reader.before(signal, end))
        if found is None:
            return None
        at = found.at / 1e6
        return Reading(signal_of(signal), found.value, at, at, QUALITIES[found.quality])

    def close(self) -> None:
        """Let go of it; from any thread."""
        if self._reader is not None:
            self._reader.close()

    def _all_names(self) -> list[str]:
        if time.monotonic() - self._listed > LIST_AGAIN:
            self._names = self._asked(lambda reader: reader.names(MOST_SIGNALS))
            self._listed = time.monotonic()
        return self._names

    def _asked(self, ask: Callable[[HistorianReader], R]) -> R:
        try:
            found = ask(self._opened())
        except Refusal as refusal:
            since = self.state.since or self._now()
            self.state = replace(self.state, trouble=refusal.code, detail=refusal.detail, since=since)
            raise
        self.state = replace(self.state, answered=self._now(), trouble="", detail="", since=None)
        return found

    def _opened(self) -> HistorianReader:
        if self._address is None:
            raise HistorianUnfit(self._wrong)
        if self._reader is None:
            from console.records.historian import HistorianReader

            self._reader = HistorianReader(self._address, self._table)
        return self._reader


class Asked:
    """How it stands with a historian; it is asked once a minute whether it answers, also when nobody looks at a pen."""

    def __init__(self, historian: Historian, trends: Trends) -> None:
        self._historian, self._trends = historian, trends
        self._asked = float("-inf")

    def state(self) -> HistorianState:
        """As it was found last. Main thread, never waits."""
        if time.monotonic() - self._asked >= ASK_EVERY:
            self._asked = time.monotonic()
            name = self._historian.name
            self._trends.ask(lambda past: past.check(name), lambda _: None, key=f"whether {name} answers")
        return self._historian.state


def historian_of(settings: Settings, now: Callable[[], float]) -> Historian | None:
    """The historian that the settings name; None: there is none. Where they are not right, it says so when asked."""
    if not settings["historian.url"]:
        return None
    name = str(settings["historian.name"]).replace(":", " ").strip() or "historian"
    names = ("table", "signal", "time", "value", "quality", "text", "signals")
    table = HistorianTable(**{column: str(settings[f"historian.{column}"]) for column in names})
    told = (settings["historian.password"], settings["historian.tls"], settings["historian.ca_file"])
    hide_in_logs(told[0])
    try:
        address = address_of(settings["historian.url"], *told)
        if not (table.table and table.signal and table.time and table.value):
            raise HistorianUnfit("historian.table, historian.signal, historian.time and historian.value must be set")
    except HistorianUnfit as unfit:
        return Historian(name, None, table, now, unfit.detail)
    return Historian(name, address, table, now)


def address_of(url: str, password: str, tls: str, ca_file: str) -> Address:
    """The parts of "postgresql://user@host:5432/database". HistorianUnfit where it is another thing."""
    from urllib.parse import unquote, urlsplit

    try:
        parts = urlsplit(url)
        port = parts.port or 0
    except ValueError as error:
        raise HistorianUnfit(f"historian.url cannot be read: {error}") from None
    if parts.scheme not in KINDS or not parts.hostname or not parts.path.strip("/"):
        raise HistorianUnfit("historian.url must be like postgresql://user@host:5432/database")
    if parts.password is not None:
        raise HistorianUnfit("historian.url must not hold the password: set historian.password")
    user, database = unquote(parts.username or ""), unquote(parts.path.strip("/"))
    return Address(Engine.POSTGRESQL, parts.hostname, port, database, user, password if user else "", tls, ca_file)


def signal_of(id: str) -> Signal:
    """A signal of another historian: its place is what stands before the last "/"."""
    place, _, name = id.rpartition("/")
    return Signal(place, Role.TAG, name)


def _step(start: int, end: int, points: int) -> tuple[int, int]:
    """Width and origin of steps: hours or minutes where these are not too many, as in the console's own history."""
    from console.history.rollups import HOUR, MINUTE
    from console.history.windows import FINE

    width = (end - start) / points
    whole = HOUR if width * FINE >= HOUR else MINUTE
    if width * FINE >= MINUTE and (end - start) / whole <= FINE * points:
        return whole, 0
    return max(1, round(width)), start


def _columns(samples: Sequence[Sample]) -> Samples:
    import numpy as np

    from console.history.samples import Samples, values_of

    count = len(samples)
    at = np.fromiter((sample.at for sample in samples), np.int64, count)
    flags = np.fromiter((sample.quality for sample in samples), np.uint8, count)
    return Samples(at, np.zeros(count, np.int64), flags, values_of([sample.value for sample in samples]))


def _rolls(found: Sequence[Bucket], width: int) -> Rolls:
    import numpy as np

    from console.history.rollups import Rolls, nothing

    if not found:
        return nothing(width)
    _, count, low, high, total, first, last = (np.array(column, np.float64) for column in zip(*found, strict=True))
    starts = np.fromiter((bucket.at for bucket in found), np.int64, len(found))
    return Rolls(width, starts, count.astype(np.int64), low, high, np.nan_to_num(total), first, last)


def _micros(seconds: float) -> int:
    return round(max(-9e12, min(9e12, seconds)) * 1e6)
