"""Control charts that are watched: points as readings come, and what is broken is told once. Main thread, never waits.

Each look reads the newest points from the history on the reading thread, so what is told live is what anybody finds who
opens the chart later, here or after a restart, late readings included.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from console.app.console import PlantOpened
from console.app.queries.control import charts
from console.domain.commands import CONSOLE
from console.domain.commands.control import SettlePhase
from console.domain.control_charts import ControlChart, Counting, Grouping, Plan, learn_points
from console.domain.control_events import ControlBroken, ControlChanged, ControlCleared
from console.domain.desk import Kept
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady
from console.domain.readings import Reading
from console.domain.warning_rules import Fact

if TYPE_CHECKING:
    from console.app.console import Console
    from console.app.trends import Past
    from console.history.control_drawn import Drawn
    from console.history.control_live import Looked

log = logging.getLogger(__name__)
EVERY, SETTLE, ELSEWHERE, AGAIN = 2.0, 1.5, 30.0, 5.0  # seconds
LEARN_EVERY = 10.0
AT_ONCE = 4  # looks that wait for the reading thread
GRACE = 2.0  # seconds after which a stretch of time counts as heard


@dataclass(frozen=True, slots=True)
class Stands:
    """How a chart stands. `word`: "off", "waiting" (not looked at yet), "learning", "empty", "in", "broken" or
    "trouble"."""

    word: str = "waiting"
    broken: tuple[tuple[int, datetime], ...] = ()  # rules and since when
    points: int = 0
    wanted: int = 0  # from so many points the limits will be learnt; 0 = from a time
    last: datetime | None = None
    trouble: str = ""


@dataclass(slots=True)
class _Watched:
    chart: ControlChart
    anchor: float | None = None
    judged: float | None = None  # time of the newest point that was judged
    runs: dict[int, datetime] = field(default_factory=dict)
    dirty: float | None = 0.0  # monotonic time since which something is new
    due: float = 0.0
    asked: bool = False
    settling: bool = False
    stands: Stands = field(default_factory=Stands)


class Control:
    """One for each console."""

    def __init__(self, console: Console) -> None:
        self.charts: tuple[Kept[ControlChart], ...] = ()
        self.known = False  # whether the records have told what they hold
        self.every = EVERY
        self.settle = SETTLE
        self._console = console
        self._watched: dict[str, _Watched] = {}
        self._indexes: dict[int, list[_Watched]] = {}
        self._signals = -1  # how many the plant had when they were looked through
        self._begun, self._stale, self._asking = False, True, False
        self._ask_at = 0.0
        console.on(RecordChanged, self._changed)
        console.on(RecordsReady, self._opened)
        console.on(PlantOpened, self._other_plant)
        console.follow_readings(self._follow)

    # What screens and others ask

    def chart(self, id: str) -> Kept[ControlChart] | None:
        """A chart by its id."""
        return next((kept for kept in self.charts if kept.value.id == id), None)

    def charts_of(self, signal: str) -> tuple[ControlChart, ...]:
        """The charts of a signal that are switched on, in the plant's order."""
        return tuple(kept.value for kept in self.charts if kept.value.signal == signal and kept.value.active)

    def stands(self, id: str) -> Stands:
        """How a chart stands."""
        watched = self._watched.get(id)
        if watched is not None:
            return watched.stands
        kept = self.chart(id)
        return Stands("off" if kept is not None and not kept.value.active else "waiting")

    @property
    def broken(self) -> int:
        """How many charts are out of control now."""
        return sum(1 for watched in self._watched.values() if watched.runs)

    def plan(self, chart: ControlChart) -> Plan:
        """The chart with what the plant says of its counters, for jobs on the reading thread."""
        wanted = {chart.signal.rpartition(":")[2]: chart.signal, chart.of.rpartition(":")[2]: chart.of}
        counters: dict[str, Counting] = {}
        if chart.counts_on:
            for signal in self._console.floor.plant.signals:
                if signal.id in wanted:
                    counters[wanted[signal.id]] = Counting(signal.pulse, signal.rollover)
        return Plan(chart, counters)

    def out_of_control(self, id: str, start: float, end: float) -> Callable[[Past], float | None]:
        """A job for `Trends.ask`: points of a chart in [start, end) that break a rule, by all its points (H9).

        None: there is no such chart, or no point in that time that could be judged."""
        kept = self.chart(id)
        if kept is None:
            return lambda past: None
        plan = self.plan(kept.value)

        def job(past: Past) -> float | None:
            from console.history.control_drawn import share_out

            return share_out(past, plan, start, end)

        return job

    # Life

    def start(self) -> None:
        """Begin, when the records are opened."""
        self._begun = self._stale = True

    def close(self) -> None:
        """End; the next start reads again what is kept."""
        self._begun = False

    # Records

    def _changed(self, event: RecordChanged) -> None:
        if event.kind == "control_chart":
            self._stale = True

    def _opened(self, event: RecordsReady) -> None:
        if not event.code:
            self._stale, self._ask_at = True, 0.0

    def _other_plant(self, _: PlantOpened) -> None:
        self._signals = -1

    def _ask(self) -> None:
        self._stale, self._asking = False, True
        self._console.office.ask(charts(), self._heard, self._cannot)

    def _cannot(self, refusal: Refusal) -> None:
        log.debug("Control charts cannot be read now: %s", refusal)
        self._asking, self._stale = False, True
        self._ask_at = time.monotonic() + AGAIN

    def _heard(self, found: list[Kept[ControlChart]]) -> None:
        self._asking = False
        self._ask_at = time.monotonic() + 0.2
        self.charts, self.known = tuple(found), True
        before, self._watched = self._watched, {}
        for kept in found:
            chart = kept.value
            if not chart.active:
                continue
            old = before.get(chart.id)
            if old is not None and _same_points(old.chart, chart):
                old.chart = chart
                self._watched[chart.id] = before.pop(chart.id)
            else:
                self._watched[chart.id] = _Watched(chart)
        for old in before.values():
            self._clear(old, datetime.fromtimestamp(self._console.now(), UTC))
        self._signals = -1
        self._console.bus.publish(ControlChanged())

    # Watching

    def _follow(self, readings: list[Reading], now: float) -> None:
        at = time.monotonic()
        if not self._begun:
            return
        if self._stale and not self._asking and at >= self._ask_at:
            self._ask()
        if not self._watched:
            return
        if self._signals != len(self._console.floor.plant.signals):
            self._index()
        indexes = self._indexes
        for reading in readings:
            if reading[0].index in indexes:
                for watched in indexes[reading[0].index]:
                    if watched.dirty is None:
                        watched.dirty = at
        self._look_round(at, now)

    def _index(self) -> None:
        signals = self._console.floor.plant.signals
        self._signals = len(signals)
        self._indexes = {}
        by_id: dict[str, list[_Watched]] = {}
        for watched in self._watched.values():
            for id in {watched.chart.signal, watched.chart.of} - {""}:
                by_id.setdefault(id, []).append(watched)
            if watched.chart.grouping is Grouping.UNIT:
                for name in ("unit", "order"):
                    by_id.setdefault(f"{watched.chart.place}/{name}", []).append(watched)
        for signal in signals:
            if signal.id in by_id:
                self._indexes[signal.index] = by_id[signal.id]

    def _look_round(self, at: float, now: float) -> None:
        busy = sum(1 for watched in self._watched.values() if watched.asked)
        for watched in self._watched.values():
            if busy >= AT_ONCE:
                return
            if watched.dirty is None and ":" in watched.chart.signal and at >= watched.due + ELSEWHERE:
                watched.dirty = at
            waits = watched.dirty is None or at < max(watched.due, watched.dirty + self.settle)
            if watched.asked or waits:
                continue
            busy += 1
            self._look(watched, now)

    def _look(self, watched: _Watched, now: float) -> None:
        trends = self._console.trends
        if trends is None:
            return
        watched.asked, watched.dirty = True, None
        plan, anchor = self.plan(watched.chart), watched.anchor
        end = now - GRACE if watched.chart.grouping is Grouping.TIME else now + 1e-6

        def job(past: Past) -> Looked:
            from console.history.control_live import look

            return look(past, plan, anchor, end)

        trends.ask(job, lambda looked: self._seen(watched, looked), lambda error: self._failed(watched, error))

    def _failed(self, watched: _Watched, error: Exception) -> None:
        watched.asked, watched.dirty = False, time.monotonic()
        watched.due = time.monotonic() + 5 * AGAIN
        self._stand(watched, replace(watched.stands, word="trouble", trouble=str(error)))

    def _seen(self, watched: _Watched, looked: Looked) -> None:
        watched.asked = False
        watched.due = time.monotonic() + self._pause(watched.chart, looked.drawn.settled)
        if watched.chart.grouping is Grouping.TIME:
            watched.dirty = time.monotonic()  # a stretch of time ends also where nothing is heard
        if self._watched.get(watched.chart.id) is not watched or not self._begun:
            return
        watched.anchor = looked.anchor
        points = looked.drawn.points
        if looked.learnt is not None and not watched.settling:
            watched.settling = True
            phase = watched.chart.phases[-1]
            learnt = looked.learnt
            self._give(SettlePhase(watched.chart.id, phase.since, learnt.center, learnt.sigma, learnt.points), watched)
        if not looked.drawn.settled:
            count = looked.learnt_so_far
            until = watched.chart.phases[-1].learn_until
            wanted = learn_points(watched.chart.kind) if until is None else 0
            self._stand(watched, Stands("learning" if count else "empty", (), count, wanted, _last(points.times)))
            return
        self._judge(watched, looked.drawn)
        word = "broken" if watched.runs else "in" if len(points) else "empty"
        self._stand(watched, Stands(word, tuple(sorted(watched.runs.items())), len(points), 0, _last(points.times)))

    def _pause(self, chart: ControlChart, settled: bool) -> float:
        """Seconds until the next look makes sense."""
        pause = self.every if settled or not self.every else max(self.every, LEARN_EVERY)
        if chart.grouping is not Grouping.TIME or not self.every:
            return pause
        left = chart.size - (self._console.now() - GRACE) % chart.size
        return max(pause, min(left + 0.1, 60.0))

    def _give(self, command: SettlePhase, watched: _Watched) -> None:
        def refused(refusal: Refusal) -> None:
            log.info("The limits of %s are not kept now: %s", watched.chart.name, refusal.code)
            watched.settling = False
            watched.dirty = time.monotonic()

        self._console.office.do(command, lambda _: None, refused, CONSOLE)

    # Judging

    def _judge(self, watched: _Watched, drawn: Drawn) -> None:
        """Tell what began and what ended at each point that is new; at a first look only what lasts."""
        first = watched.judged is None
        begun: dict[int, tuple[datetime, int]] = {}
        times = drawn.points.times.tolist()
        start = 0 if first else _after(times, watched.judged or 0.0)
        for point in range(start, len(times)):
            at = datetime.fromtimestamp(times[point], UTC)
            rules = set(drawn.broken_at(point)) | ({1} if drawn.spread_fired[point] else set())
            for rule in [rule for rule in begun if rule not in rules]:
                del begun[rule]
            for rule in [rule for rule in watched.runs if rule not in rules]:
                self._end(watched, rule, at)
            for rule in sorted(rules - set(begun) - set(watched.runs)):
                if first:
                    begun[rule] = (at, point)
                else:
                    self._begin(watched, rule, at, drawn, point)
        for rule, (at, point) in sorted(begun.items()):
            self._begin(watched, rule, at, drawn, point)
        if times:
            watched.judged = times[-1]

    def _begin(self, watched: _Watched, rule: int, at: datetime, drawn: Drawn, point: int) -> None:
        watched.runs[rule] = at
        chart = watched.chart
        facts = facts_of(drawn, rule, point)
        self._console.bus.publish(ControlBroken(chart.id, rule, at, chart.signal, chart.place, facts))

    def _end(self, watched: _Watched, rule: int, at: datetime) -> None:
        del watched.runs[rule]
        chart = watched.chart
        self._console.bus.publish(ControlCleared(chart.id, rule, at, chart.signal, chart.place))

    def _clear(self, watched: _Watched, at: datetime) -> None:
        for rule in tuple(watched.runs):
            self._end(watched, rule, at)

    def _stand(self, watched: _Watched, stands: Stands) -> None:
        if stands != watched.stands:
            watched.stands = stands
            self._console.bus.publish(ControlChanged(watched.chart.id))


def facts_of(drawn: Drawn, rule: int, point: int) -> tuple[Fact, ...]:
    """The evidence of a point that breaks a rule, as `ControlBroken` has it."""
    below = rule == 1 and not drawn.fired[point, 0] and drawn.spread is not None
    lines = drawn.spread if below and drawn.spread is not None else drawn.main
    value = float(lines.values[point])
    high = value >= float(lines.center[point])
    limit = float(lines.upper[point] if high else lines.lower[point])
    return (
        Fact("rule", float(rule)),
        Fact("side", "spread" if below else "mean"),
        Fact("value", value),
        Fact("mean", float(lines.center[point])),
        Fact("sigma", float(lines.sd[point])),
        Fact("limit", limit),
        Fact("n", float(drawn.points.sizes[point])),
        Fact("name", drawn.chart.name),
    )


def _same_points(before: ControlChart, after: ControlChart) -> bool:
    """Whether a chart is judged as before."""
    return replace(before, name="", order=0, lower=None, upper=None, target=None) == replace(
        after, name="", order=0, lower=None, upper=None, target=None
    )


def _after(times: list[float], judged: float) -> int:
    """The first of the points that are newer."""
    return next((i for i, at in enumerate(times) if at > judged + 1e-9), len(times))


def _last(times: object) -> datetime | None:
    return datetime.fromtimestamp(float(times[-1]), UTC) if len(times) else None  # type: ignore[arg-type,index]


__all__ = ["Control", "Stands", "facts_of"]
