"""How often early warnings are right: the shipped rules on labelled signals. `python -m bench.signs` prints the table.

The signals are made from seeds (bench/labelled.py), so the figures are the same on every machine. With names of
recordings it prints what the rules say to those.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from statistics import fmean, median, pstdev

from bench.labelled import (
    CALM,
    HOUR,
    MINUTE,
    START,
    Days,
    Label,
    Scene,
    calm,
    creep,
    days,
    frozen,
    level,
    plant_of,
    ramp,
    still,
    tag,
)
from console.domain.plant import Area, Line, Plant, Site, Station
from console.domain.readings import Reading, Role
from console.domain.signs import Asked, Seen, SignEngine, Spell
from console.domain.warning_rules import Sign, WarningRule
from console.domain.warnings_shipped import shipped_warning_rules

STATIONS = (Station("L1/30", "L1", "30"), Station("L1/40", "L1", "40"))
LINE = Line("L1", "Line 1", "A", "S", STATIONS, pace="L1/30")
PLANT = Plant("Labelled", "Asia/Shanghai", (Site("S", "Site", (Area("A", "Area", "S", (LINE,)),)),))
WAYS = {"L1": ("S", "A", "L1")} | {station.id: ("S", "A", "L1", station.id) for station in STATIONS}
SEED = 20260807
AHEAD = (Sign.FORECAST, Sign.MATERIAL)  # warn of what is still to come


@dataclass
class Score:
    """How warnings of one sign did."""

    sign: Sign
    warnings: int = 0
    right: int = 0
    labels: int = 0
    found: int = 0
    leads: list[float] = field(default_factory=list)  # seconds before what was warned of, or after it began
    hours: float = 0.0  # of signals that were looked at
    wrong: Counter[str] = field(default_factory=Counter)  # false warnings by kind of signal
    missed: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        """Share of the warnings that are right."""
        return self.right / self.warnings if self.warnings else math.nan

    @property
    def recall(self) -> float:
        """Share of what is wrong that was warned of."""
        return self.found / self.labels if self.labels else math.nan

    @property
    def false_a_day(self) -> float:
        """False warnings in a day of 100 signals."""
        return (self.warnings - self.right) / self.hours * 24 * 100

    def take(self, kind: str, seen: Iterable[Seen], labels: list[Label], hours: float) -> None:
        """Add one scene."""
        self.hours += hours
        self.labels += len(labels)
        seen = list(seen)
        self.warnings += len(seen)
        for one in seen:
            right = [label for label in labels if label.signal == one.signal and label.begin <= one.at <= label.end]
            self.right += bool(right)
            self.wrong[kind] += not right
        for label in labels:
            hits = [one.at for one in seen if one.signal == label.signal and label.begin <= one.at <= label.end]
            self.found += bool(hits)
            self.missed[kind] += not hits
            if hits:
                self.leads.append(abs(min(hits) - label.event))


def shipped(sign: Sign) -> WarningRule:
    """The shipped rule of a sign, switched on and for every signal."""
    (rule,) = (rule for rule in shipped_warning_rules(False) if rule.sign is sign)
    return replace(rule, active=True, signal="*")


def warned(scene: Scene, rule: WarningRule) -> list[Seen]:
    """What a rule sees in a scene."""
    engine = SignEngine([rule], PLANT, WAYS)
    does = sorted(scene.does, key=lambda one: one[0])
    rest = iter(scene.readings)
    batch: list[Reading] = []
    for reading in rest:
        while does and does[0][0] <= reading.heard_at:
            engine.hear(batch, does[0][0])
            batch = []
            at, do = does.pop(0)
            do(engine, at)
        batch.append(reading)
    engine.hear(batch, batch[-1].heard_at)
    return [one for one in engine.beat(batch[-1].heard_at + 1) if isinstance(one, Seen)]


def scored(sign: Sign, rule: WarningRule, scenes: Iterable[Scene]) -> Score:
    """The score of a rule on scenes."""
    score = Score(sign)
    for scene in scenes:
        hours = (scene.readings[-1].heard_at - START) / HOUR * scene.signals
        score.take(scene.kind, warned(scene, rule), scene.labels, hours)
    return score


def rates(count: int, seed: int = SEED) -> Iterator[Scene]:
    """Ramps among calm signals, one to two; the limit is one unit a minute."""
    random = Random(f"rate {seed}")
    for i in range(count):
        yield ramp(random, Sign.RATE, 1.0) if i % 3 == 0 else calm(random, Sign.RATE, CALM[i // 3 % len(CALM)])


def forecasts(count: int, seed: int = SEED) -> Iterator[Scene]:
    """Values that creep to a limit among calm signals and ramps that end before it, one to two."""
    random = Random(f"forecast {seed}")
    for i in range(count):
        if i % 3 == 0:
            yield creep(random, HOUR)
        elif i % 24 == 1:
            scene = ramp(random, Sign.FORECAST, 0.1)
            yield replace(scene, kind="ramp ends", labels=[])
        else:
            yield calm(random, Sign.FORECAST, CALM[i // 3 % len(CALM)])


def frozens(count: int, seed: int = SEED) -> Iterator[Scene]:
    """Frozen sensors among signals that may stand still, one to two."""
    random = Random(f"stuck {seed}")
    for i in range(count):
        if i % 3 == 0:
            yield frozen(random)
        elif i % 3 == 1:
            yield still(random, ("coarse", "setting", "stands")[i // 3 % 3])
        else:
            yield calm(random, Sign.STUCK, CALM[i // 3 % len(CALM)])


def silences(count: int, seed: int = SEED) -> Iterator[Scene]:
    """Lost signals and stations among links that fail, unplanned time and signals that come in bursts."""
    random = Random(f"missing {seed}")
    kinds = ("lost", "station", "link", "unplanned", "bursts", "nothing")
    yield from (plant_of(random, kinds[i % len(kinds)]) for i in range(count))


def levels(count: int, seed: int = SEED, horizon: float = 30 * MINUTE) -> Iterator[Scene]:
    """Bins that run empty among bins that are filled in time, and orders that end before."""
    random = Random(f"material {seed}")
    kinds = ("empties", "filled", "enough")
    yield from (level(random, kinds[i % len(kinds)], horizon) for i in range(count))


def drifts(count: int, rule: WarningRule, seed: int = SEED) -> Score:
    """Days that drift among usual days, missing days and wild ones; a value a minute, 24 hours."""
    random = Random(f"drift {seed}")
    score = Score(Sign.DRIFT)
    kinds = ("drifts", "usual", "weekend", "wild")
    for i in range(count):
        made = days(random, kinds[i % len(kinds)], rule.days)
        engine = SignEngine([rule], PLANT, WAYS)
        around = Random(random.random())
        seen: list[Seen] = []
        for n in range(24 * 60):
            t = START + n * MINUTE
            engine.hear([Reading(tag(), made.mean(t) + around.gauss(0, made.sd), t, t)], t)
            for asked in engine.needs():
                engine.told(asked, [_spell(made, asked, stretch, around) for stretch in asked.stretches])
            seen += [one for one in engine.beat(t) if isinstance(one, Seen)]
        moved = made.begin < math.inf
        labels = [Label(tag().id, made.begin, START + 24 * HOUR, made.begin)] if moved else []
        score.take(made.kind, seen, labels, 24.0)
    return score


def _spell(made: Days, asked: Asked, stretch: tuple[float, float], random: Random) -> Spell | None:
    start, end = stretch
    if made.offsets.get(math.floor((start - START) / 86400)) is None:
        return None
    parts = int((end - start) / MINUTE)
    values = [made.mean(start + part * MINUTE) + random.gauss(0, made.sd) for part in range(parts)]
    return Spell(fmean(values), pstdev(values), 1.0)


SCENES: dict[Sign, Callable[[int, int], Iterable[Scene]]] = {
    Sign.RATE: rates,
    Sign.FORECAST: forecasts,
    Sign.STUCK: frozens,
    Sign.MISSING: silences,
    Sign.MATERIAL: levels,
}
COUNTS = {Sign.RATE: 240, Sign.FORECAST: 240, Sign.STUCK: 180, Sign.MISSING: 60, Sign.MATERIAL: 120, Sign.DRIFT: 80}


def measured(sign: Sign, count: int = 0, seed: int = SEED, rule: WarningRule | None = None) -> Score:
    """The score of a rule, else of the shipped one."""
    rule = rule or shipped(sign)
    count = count or COUNTS[sign]
    return drifts(count, rule, seed) if sign is Sign.DRIFT else scored(sign, rule, SCENES[sign](count, seed))


@dataclass(frozen=True)
class Recorded:
    """What the rules say to a recording. Times in seconds UTC."""

    seen: tuple[Seen, ...]
    stops: tuple[float, ...]  # beginnings of stops and emergency stops
    start: float
    end: float

    def before_stops(self, seen: Iterable[Seen], horizon: float) -> int:
        """How many warnings a stop follows within the horizon."""
        return sum(any(0 <= stop - one.at <= horizon for stop in self.stops) for one in seen)

    def chance(self, horizon: float) -> float:
        """Share of the time that a stop follows within the horizon: what warnings at random moments would reach."""
        seconds = range(int(self.start), int(self.end), 10)
        return fmean(any(0 <= stop - t <= horizon for stop in self.stops) for t in seconds)


def recorded(
    path: Path,
    rules: Iterable[WarningRule],
    least: float = 120.0,
    alter: Callable[[Reading], Reading | None] = lambda r: r,
) -> Recorded:
    """What rules see in a recording of a real machine. A stop lasts `least` seconds, an emergency stop any time.

    `alter` puts a fault into what the machine said: another reading, or None for one that was lost.
    """
    from console.app.places import ways
    from console.app.recorded import FileRecorded

    file = FileRecorded(path)
    (span,) = file.spans()
    engine = SignEngine(rules, file.plant, ways(file.plant))
    since: dict[str, float] = {}
    stops: list[float] = []
    for said in file.readings(span.start, span.end + 0.001):
        reading = alter(said)
        if reading is None:
            continue
        engine.hear((reading,), reading.heard_at)
        place, value, at = reading.signal.place, reading.value, reading.heard_at
        if reading.signal.role is Role.STATE and not reading.retained:
            known = value != "no_data"
            engine.state(place, value == "running" if known else None, at)
            begun = since.pop(place, at)
            stops += [begun] if at - begun >= least else []
            if value == "stopped":
                since[place] = begun if begun < at else at
        if reading.signal.name == "emergency stop" and value == "TRIGGERED" and not reading.retained:
            stops.append(at)
    seen = tuple(one for one in engine.beat(span.end) if isinstance(one, Seen))
    return Recorded(seen, tuple(sorted(stops)), span.start, span.end)


def table(scores: Iterable[Score]) -> str:
    """The scores as Markdown."""
    lines = [
        "| sign | wrong things | found | warnings | right | false in a day of 100 signals | median |",
        "|---" * 7 + "|",
    ]
    for score in scores:
        lead = median(score.leads) / MINUTE if score.leads else math.nan
        told = f"{lead:.0f} min {'before' if score.sign in AHEAD else 'after'}"
        lines.append(
            f"| {score.sign.value} | {score.labels} | {score.recall:.0%} | {score.warnings} | {score.precision:.0%} "
            f"| {score.false_a_day:.1f} | {told} |"
        )
    return "\n".join(lines)


def main(words: list[str]) -> None:
    """Print the table, and by kind what was wrong; with names of recordings, what the rules say to them."""
    if words:
        rules = [replace(rule, active=True) for rule in shipped_warning_rules(False)]
        for path in map(Path, words):
            told = recorded(path, rules)
            print(
                path.name,
                f"{(told.end - told.start) / HOUR:.1f} h, {len(told.stops)} stops,",
                f"chance {told.chance(HOUR):.0%}",
            )
            for sign in SCENES:
                seen = [one for one in told.seen if one.sign is sign]
                print(
                    f"  {sign.value}: {len(seen)} warnings, {told.before_stops(seen, HOUR)} before a stop",
                    dict(Counter(one.signal for one in seen)),
                )
        return
    scores = [measured(sign) for sign in COUNTS]
    print(table(scores))
    for score in scores:
        print(score.sign.value, "false:", dict(+score.wrong), "missed:", dict(+score.missed))


if __name__ == "__main__":
    main(sys.argv[1:])
