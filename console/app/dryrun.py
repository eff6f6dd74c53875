"""A dry run: what any rules would have raised of what was recorded. On a thread of its own; nothing is kept."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from console.app.callhearing import CallHearing
from console.app.mailbox import Mailbox
from console.app.recorded import Span
from console.domain.andon import Category
from console.domain.backups import Cancelled
from console.domain.callrules import CallRule
from console.domain.drycalls import DryCall, DryCalls
from console.domain.errors import Refusal
from console.domain.events import QualityChecked, StationChanged
from console.domain.floor import Floor
from console.domain.plant import Plant
from console.domain.raising import SHORT
from console.domain.readings import Reading
from console.domain.ribbon import Segment
from console.domain.shifts import Calendar

log = logging.getLogger(__name__)
SLICE = 0.25  # seconds of the recording whose readings are taken in one beat
IDLE = 2.0  # seconds of a beat in which nothing was heard
AGE_ROUND = 2.0  # seconds in which every station is judged once
CHUNK = 100  # readings and beats after which other threads have their turn
TELL_EVERY = 0.1  # seconds between two tellings of progress
R = TypeVar("R")
GoOn = Callable[[float], None]  # called with the share that is done, 0..1; raises Cancelled where it shall stop


@dataclass(frozen=True, slots=True)
class DryResult:
    """What would have been raised in [start, end), seconds UTC; `before`: by the other rules, None where none were."""

    start: float
    end: float
    readings: int
    calls: tuple[DryCall, ...]
    before: tuple[DryCall, ...] | None = None
    left_off: int = 0  # calls that were too many to keep
    unheard: float = 0.0  # seconds in which nobody listened


class DryRun:
    """A floor of its own and the way from it to calls that the console itself has. Good for one run."""

    def __init__(
        self,
        plant: Plant,
        rules: Iterable[CallRule],
        ways: Mapping[str, tuple[str, ...]],
        categories: Iterable[Category],
        before: Iterable[CallRule] | None = None,
    ) -> None:
        """`before`: other rules that listen to the same floor, for a comparison."""
        self._plant, self._ways = _own(plant), ways
        sets = [tuple(rules)] + ([tuple(before)] if before is not None else [])
        categories = tuple(categories)
        self._sets = [(rules, DryCalls(categories)) for rules in sets]
        self._hearings: list[CallHearing] = []
        self._floor = Floor(self._plant, 0.0)
        self._now = self._start = self._end = 0.0
        self._taken = self._since = 0
        self._gaps: deque[Span] = deque()
        self._unheard = 0.0

    def run(
        self,
        readings: Iterable[Reading],
        start: float,
        end: float,
        go_on: GoOn = lambda share: None,
        gaps: Iterable[Span] = (),
    ) -> DryResult:
        """Hear the readings, which come in the order of time, and let time pass until `end`.

        In a gap nobody listened: it is passed over as a console that was off does, and nothing in it counts as silence.
        """
        self._gaps = deque(sorted(gap for gap in gaps if gap.end - gap.start > SHORT))
        self._begin(start, end)
        batch: list[Reading] = []
        until = start + SLICE
        for reading in readings:
            heard_at = reading.heard_at
            if heard_at >= until:
                self._beat(batch, go_on)
                self._wait(heard_at, go_on)
                batch, until = [], heard_at + SLICE
            batch.append(reading)
        self._beat(batch, go_on)
        self._wait(end, go_on)
        self._now = max(self._now, end)
        self._beat([], go_on)
        found = [calls.calls() for _, calls in self._sets]
        before = found[1] if len(found) > 1 else None
        return DryResult(start, end, self._taken, found[0], before, self._sets[0][1].left_off, self._unheard)

    def _begin(self, start: float, end: float) -> None:
        self._now = self._start = start
        self._end = end
        self._floor = Floor(self._plant, start, self._segment)
        for rules, _ in self._sets:
            hearing = CallHearing(lambda: self._floor)
            hearing.use(rules, self._ways, start)
            self._hearings.append(hearing)
        self._tell(self._floor.age(start))

    def _wait(self, until: float, go_on: GoOn) -> None:
        """Nothing is heard before `until`."""
        while self._gaps and self._gaps[0].start < until:
            gap = self._gaps.popleft()
            self._idle(gap.start, go_on)
            self._now = max(self._now, gap.start)
            self._pass_over(min(gap.end, self._end))
        self._idle(until, go_on)

    def _pass_over(self, until: float) -> None:
        """The console was off until then: what had begun may have ended, and the floor knows nothing."""
        self._unheard += max(0.0, until - self._now)
        self._now = max(self._now, until)
        self._floor = Floor(self._plant, self._now, self._segment)
        for hearing, (rules, _) in zip(self._hearings, self._sets, strict=True):
            hearing.use(rules, self._ways, self._now)
        self._tell(self._floor.age(self._now))

    def _idle(self, until: float, go_on: GoOn) -> None:
        while self._now + IDLE < until:
            before, self._now = self._now, self._now + IDLE
            self._beat([], go_on, self._now - before)

    def _beat(self, readings: list[Reading], go_on: GoOn, passed: float = 0.0) -> None:
        """One beat of the console: the floor takes what was heard, the rules hear what came of it, time passes."""
        if readings:
            before, self._now = self._now, max(self._now, readings[-1].heard_at)
            passed = self._now - before
            self._floor.observe(readings)
        now = self._now
        self._tell(self._floor.settle(now))
        for hearing, (_, calls) in zip(self._hearings, self._sets, strict=True):
            for outcome in hearing.hear(readings, now):
                calls.take(outcome)
        self._tell(self._floor.age(now, min(1.0, passed / AGE_ROUND)))
        self._taken += len(readings)
        self._since += len(readings) + 1
        if self._since >= CHUNK:
            self._since = 0
            time.sleep(0)
            go_on((now - self._start) / max(1e-9, self._end - self._start))

    def _tell(self, events: list[object]) -> None:
        for event in events:
            for hearing in self._hearings:
                if isinstance(event, StationChanged):
                    hearing.station(event)
                elif isinstance(event, QualityChecked):
                    hearing.check(event)

    def _segment(self, place: str, segment: Segment) -> None:
        """A segment of a ribbon ended, and another state began."""
        if segment.until is not None:
            for hearing in self._hearings:
                hearing.state(place, segment.until)


def _own(plant: Plant) -> Plant:
    """The plant with calendars of its own: they remember the shift that was asked for last, and have no lock."""
    own = {id: replace(one) if isinstance(one, Calendar) else one for id, one in plant.calendars.items()}
    return replace(plant, calendars=own)


class DryRunner:
    """Does one job at a time on a thread of its own; all answers come on the main thread."""

    def __init__(self, mailbox: Mailbox) -> None:
        self._mailbox = mailbox
        self._stop: threading.Event | None = None  # of the run that is on its way

    @property
    def running(self) -> bool:
        """Whether a run is on its way."""
        return self._stop is not None

    def begin(
        self,
        job: Callable[[GoOn], R],
        told: Callable[[float], None],
        done: Callable[[R], None],
        refused: Callable[[Refusal], None],
    ) -> None:
        """Do `job` instead of the run before; `told` hears the share that is done."""
        self.cancel()
        stop = self._stop = threading.Event()

        def back(what: Callable[[], None], over: bool = True) -> None:
            self._mailbox.call(lambda: self._answer(stop, what, over))

        def go() -> None:
            try:
                result = job(_polite(stop, lambda share: back(partial(told, share), over=False)))
            except Refusal as refusal:
                back(partial(refused, refusal))
            except Exception as error:
                if stop.is_set():  # nobody waits for it, and what it read from may be closed
                    return
                log.exception("The dry run failed")
                back(partial(refused, Refusal(str(error))))
            else:
                back(partial(done, result))

        threading.Thread(target=go, name="dry run", daemon=True).start()

    def cancel(self) -> None:
        """Stop what runs; it answers nothing any more."""
        if self._stop is not None:
            self._stop.set()
        self._stop = None

    def _answer(self, stop: threading.Event, what: Callable[[], None], over: bool) -> None:
        if stop is self._stop:
            if over:
                self._stop = None
            what()


def _polite(stop: threading.Event, tell: GoOn) -> GoOn:
    """Tells now and then, and raises Cancelled once it shall stop."""
    told = 0.0

    def go_on(share: float) -> None:
        nonlocal told
        if stop.is_set():
            raise Cancelled
        at = time.monotonic()
        if at - told >= TELL_EVERY:
            told = at
            tell(min(1.0, max(0.0, share)))

    return go_on
