"""A dry run of rules of early warning: what they would have warned of in what is remembered. Nothing is kept."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol

from console.app.dryrun import GoOn
from console.app.recorded import HistoryRecorded, Recorded, Span
from console.app.signhearing import SignHearing
from console.domain.floor import Floor
from console.domain.plant import Plant
from console.domain.readings import Reading, Role, Signal
from console.domain.shifts import Calendar
from console.domain.signs import Asked, Gone, Seen, SignOutcome
from console.domain.warning_rules import Sign, WarningRule

if TYPE_CHECKING:
    from console.history.facts import State, Window
    from console.history.history import History

SLICE = 1.0  # seconds of the past whose readings are taken in one beat
IDLE = 5.0  # seconds of a beat in which nothing was heard
AGE_ROUND = 4.0  # seconds in which every station is judged once
CHUNK = 500  # readings and beats after which other threads have their turn
WARM_UP, READ_MOST = 5400.0, 250_000  # seconds, readings that the rules hear again at a start
MOST = 2000  # warnings that are kept; the others are counted
NEEDED = frozenset({Role.STATE, Role.ONLINE, Role.GOOD, Role.SCRAP, Role.ORDER, Role.ORDER_STATE, Role.TARGET})


class Remembered(Protocol):
    """The console's own history, as it is asked for drift."""

    def window(self, signal: str, start: float, end: float, points: int | None = None) -> Window:
        """A signal in [start, end), seconds UTC."""

    def states(self, signal: str, start: float, end: float) -> list[State]:
        """Values of a signal and how long each was held."""


@dataclass(slots=True)
class DryWarning:
    """What would have been warned of; `ended` None: it lasted until the end. Seconds UTC."""

    seen: Seen
    ended: float | None = None


@dataclass(frozen=True, slots=True)
class DryWarnings:
    """What came of a run over [start, end), seconds UTC."""

    start: float
    end: float
    readings: int
    warnings: tuple[DryWarning, ...]
    left_off: int = 0  # warnings that were too many to keep
    unheard: float = 0.0  # seconds in which nobody listened


class DryWatch:
    """A floor of its own and the way from it to warnings that the console itself has. Good for one run."""

    def __init__(
        self, plant: Plant, rules: Iterable[WarningRule], ways: Mapping[str, tuple[str, ...]], past: Remembered | None
    ) -> None:
        self._rules = [replace(rule, active=True) for rule in rules]
        own = {id: replace(one) if isinstance(one, Calendar) else one for id, one in plant.calendars.items()}
        self._plant, self._ways, self._past = replace(plant, calendars=own), ways, past
        self._floor = Floor(self._plant, 0.0)
        self._hearing = SignHearing(lambda: self._floor)
        self._now = self._start = self._end = 0.0
        self._found: list[DryWarning] = []
        self._open: dict[tuple[str, str], DryWarning] = {}
        self._taken = self._since = self._left_off = 0

    def signals(self, known: Iterable[Signal]) -> list[str]:
        """The ids of the signals that the rules must hear, of those that are remembered."""
        wanted = [signal.id for signal in known if self._means(signal)]
        return sorted(set(wanted))

    def run(self, recorded: Recorded, readings: Iterable[Reading], span: Span, go_on: GoOn) -> DryWarnings:
        """Hear the readings, which come in the order of time, and let time pass until the end of the span."""
        self._now = self._start = span.start
        self._end = span.end
        self._floor = Floor(self._plant, span.start)
        self._hearing.use(self._rules, self._ways, span.start)
        self._hearing.link(True, span.start)
        gaps = sorted(recorded.gaps(*span))
        unheard = sum(gap.end - gap.start for gap in gaps)
        batch: list[Reading] = []
        until = span.start + SLICE
        for reading in readings:
            heard_at = reading.heard_at
            if heard_at >= until:
                self._beat(batch, go_on)
                self._wait(heard_at, gaps, go_on)
                batch, until = [], heard_at + SLICE
            batch.append(reading)
        self._beat(batch, go_on)
        self._wait(span.end, gaps, go_on)
        return DryWarnings(span.start, span.end, self._taken, tuple(self._found), self._left_off, unheard)

    def known(self) -> Mapping[str, Any] | None:
        """What the rules know at the end, for an engine that goes on from there."""
        return self._hearing.snapshot()

    def _means(self, signal: Signal) -> bool:
        if signal.role in NEEDED:
            return True
        way = self._ways.get(signal.place, (signal.place,))
        limits = signal.low is not None or signal.high is not None
        return any(rule.means(signal, way) and (limits or rule.sign is not Sign.FORECAST) for rule in self._rules)

    def _wait(self, until: float, gaps: list[Span], go_on: GoOn) -> None:
        """Nothing is heard before `until`; in a gap nobody listened, and nothing in it counts as silence."""
        while gaps and gaps[0].start < until:
            gap = gaps.pop(0)
            self._idle(gap.start, go_on)
            self._hearing.link(False, max(self._now, gap.start))
            self._now = max(self._now, min(gap.end, self._end))
            self._beat([], go_on)
            self._hearing.link(True, self._now)
        self._idle(until, go_on)

    def _idle(self, until: float, go_on: GoOn) -> None:
        while self._now + IDLE < until:
            self._now += IDLE
            self._beat([], go_on, IDLE)

    def _beat(self, readings: list[Reading], go_on: GoOn, passed: float = 0.0) -> None:
        if readings:
            before, self._now = self._now, max(self._now, readings[-1].heard_at)
            passed = self._now - before
            self._floor.observe(readings)
        now = self._now
        self._floor.age(now, min(1.0, passed / AGE_ROUND))
        self._floor.settle(now)
        for outcome in self._hearing.hear(readings, now):
            self._take(outcome)
        for asked in self._hearing.needs():
            self._tell(asked)
        self._taken += len(readings)
        self._since += len(readings) + 1
        if self._since >= CHUNK:
            self._since = 0
            time.sleep(0)
            go_on((now - self._start) / max(1e-9, self._end - self._start))

    def _tell(self, asked: Asked) -> None:
        from console.history.drift import spells

        engine = self._hearing.engine
        if engine is not None and self._past is not None:
            engine.told(asked, spells(self._past, asked))

    def _take(self, outcome: SignOutcome) -> None:
        key = (outcome.rule, outcome.signal)
        if isinstance(outcome, Gone):
            ended = self._open.pop(key, None)
            if ended is not None:
                ended.ended = outcome.at
        elif len(self._found) >= MOST:
            self._left_off += 1
        else:
            self._open[key] = DryWarning(outcome)
            self._found.append(self._open[key])


@dataclass(frozen=True, slots=True)
class Warmed:
    """What the rules know after they have heard the last while once more, and what they see."""

    known: Mapping[str, Any]
    lasting: tuple[Seen, ...]
    over: Mapping[tuple[str, str], float]  # by rule and signal: when what they saw was over, seconds UTC


def warm(
    recorded: HistoryRecorded,
    history: History,
    rules: Iterable[WarningRule],
    ways: Mapping[str, tuple[str, ...]],
    now: float,
    go_on: GoOn,
) -> Warmed | None:
    """Have the rules hear what is kept of the last while; None where that is nothing, or too much to read beside all.

    On a thread of its own.
    """
    spans = recorded.spans()
    if not spans or spans[0].start > now - IDLE:
        return None
    span = Span(max(spans[0].start, now - WARM_UP), now)
    watch = DryWatch(recorded.plant, rules, ways, None)
    only = watch.signals([*recorded.plant.signals, *history.signals()])
    readings = list(islice(recorded.readings(*span, only), READ_MOST))
    if not readings or len(readings) == READ_MOST:
        return None
    found = watch.run(recorded, readings, span, go_on)
    known = watch.known()
    lasting = tuple(one.seen for one in found.warnings if one.ended is None)
    over = {(one.seen.rule, one.seen.signal): one.ended for one in found.warnings if one.ended is not None}
    return None if known is None else Warmed(known, lasting, over)
