"""Labelled signals for the detectors of early warning: made by chance from a seed, each with what is wrong with it.

A value lies about 50 with a standard deviation of 1 and limits at 44 and 56 unless a kind says otherwise; one comes
every ten seconds for eight hours. `Label.begin` to `Label.end` is when a warning is right; `Label.event` is what it
warns of.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

from console.domain.readings import Reading, Role, Signal
from console.domain.signs import SignEngine
from console.domain.warning_rules import Sign

START = 1_790_000_000.0
HOURS = 8
EVERY = 10.0
HOUR, MINUTE = 3600.0, 60.0
PLACE = "L1/30"

Does = Callable[[SignEngine, float], None]
Shape = Callable[[float], float]


@dataclass(frozen=True)
class Label:
    """Something is wrong with a signal."""

    signal: str
    begin: float
    end: float
    event: float


@dataclass
class Scene:
    """What is heard of one or more signals, in the order of time, and what else happens meanwhile."""

    kind: str
    sign: Sign
    readings: list[Reading] = field(default_factory=list)
    does: list[tuple[float, Does]] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)

    @property
    def signals(self) -> int:
        """How many signals are heard."""
        return len({reading.signal.id for reading in self.readings})


def tag(name: str = "value", place: str = PLACE, low: float | None = 44.0, high: float | None = 56.0) -> Signal:
    """A signal."""
    return Signal(place, Role.TAG, name, low=low, high=high)


def noise(random: Random, alike: float, sd: float = 1.0) -> Iterator[float]:
    """Normal noise whose neighbours are correlated by `alike`."""
    value, rest = random.gauss(0, sd), sd * math.sqrt(1 - alike**2)
    while True:
        yield value
        value = alike * value + random.gauss(0, rest)


def times(random: Random, every: float = EVERY, hours: float = HOURS) -> Iterator[float]:
    """Times of readings, a little irregular."""
    for i in range(int(hours * HOUR / every)):
        yield START + i * every + random.uniform(0, every / 5)


def measured(
    random: Random, signal: Signal, shape: Shape, alike: float, sd: float = 1.0, step: float = 0.01
) -> list[Reading]:
    """Readings of a value that has this mean at a time, with noise, in steps of the sensor."""
    around = noise(random, alike, sd)
    return [Reading(signal, round((50 + shape(t) + next(around)) / step) * step, t, t + 0.05) for t in times(random)]


ALIKE = (0.0, 0.5, 0.9, 0.98)


def calm(random: Random, sign: Sign, kind: str) -> Scene:
    """Nothing is wrong: noise of some colour about one of several usual courses."""
    scene = Scene(kind, sign)
    alike = random.choice(ALIKE)
    when = START + random.uniform(1, HOURS - 1) * HOUR
    size = random.choice((-1, 1)) * random.uniform(1.5, 4)
    period = random.uniform(3, 40) * MINUTE
    if sign is Sign.RATE and kind == "cycle":  # the limit of a rate is set above what the signal does every day
        size = math.copysign(min(abs(size), 0.8 / MINUTE * period / (2 * math.pi)), size)
    shapes: dict[str, Shape] = {
        "steady": lambda t: 0.0,
        "step": lambda t: size if t > when else 0.0,
        "spikes": lambda t: 30.0 if Random(f"{int(t / EVERY)} {size}").random() < 1 / 400 else 0.0,
        "cycle": lambda t: abs(size) * math.sin(2 * math.pi * t / period),
        "saw": lambda t: abs(size) * ((t / period) % 1 - 0.5),
        "settles": lambda t: -size * math.exp(-max(0.0, t - when) / (20 * MINUTE)) if t > when else 0.0,
        "day": lambda t: abs(size) * math.sin(2 * math.pi * t / (24 * HOUR) + size),
    }
    scene.readings = measured(random, tag(), shapes[kind], alike, 1.0 if kind == "steady" else 0.5)
    return scene


CALM = ("steady", "steady", "step", "spikes", "cycle", "saw", "settles", "day")


def ramp(random: Random, sign: Sign, limit: float) -> Scene:
    """For ten to thirty minutes the value runs 1.5 to 4 times as fast as the limit (units a minute) allows."""
    scene = Scene("ramp", sign)
    begin = START + random.uniform(1, HOURS - 1) * HOUR
    slope = random.choice((-1, 1)) * random.uniform(1.5, 4) * limit / MINUTE
    lasts = random.uniform(10, 30) * MINUTE
    scene.readings = measured(
        random, tag(), lambda t: slope * min(max(0.0, t - begin), lasts), random.choice(ALIKE), 0.5
    )
    scene.labels = [Label(tag().id, begin, begin + lasts + 5 * MINUTE, begin)]
    return scene


def creep(random: Random, horizon: float) -> Scene:
    """The value begins to creep and meets its limit one to four hours later, as a clogged filter makes it."""
    scene = Scene("creep", Sign.FORECAST)
    begin = START + random.uniform(1, 3) * HOUR
    lasts = random.uniform(1, 4) * HOUR
    side = random.choice((-1, 1))
    event = begin + lasts
    scene.readings = [
        reading
        for reading in measured(
            random, tag(), lambda t: side * 6 * max(0.0, t - begin) / lasts, random.choice(ALIKE), 0.5
        )
        if reading.heard_at < event
    ]
    scene.labels = [Label(tag().id, max(begin, event - 1.25 * horizon), event, event)]
    return scene


def frozen(random: Random) -> Scene:
    """A sensor sends its last value again and again."""
    scene = Scene("frozen", Sign.STUCK)
    begin = START + random.uniform(2, HOURS - 2.5) * HOUR
    step = random.choice((0.01, 0.1, 0.5))
    last = 50.0
    for reading in measured(random, tag(), lambda t: 0.0, random.choice(ALIKE), 1.0, step):
        last = reading.value if reading.heard_at < begin else last  # type: ignore[assignment]
        scene.readings.append(reading._replace(value=last))
    scene.labels = [Label(tag().id, begin, START + HOURS * HOUR, begin)]
    return scene


def still(random: Random, kind: str) -> Scene:
    """A value that rightly stands still at times: coarse, a setting, or of a station that stands."""
    scene = Scene(kind, Sign.STUCK)
    if kind == "coarse":
        scene.readings = measured(random, tag(), lambda t: 0.0, random.choice((0.9, 0.98, 0.995)), 0.6, 1.0)
    elif kind == "setting":
        value, until = 50.0, 0.0
        for t in times(random):
            if t > until:
                value, until = random.choice((45.0, 50.0, 52.5, 60.0)), t + random.expovariate(1 / HOUR)
            scene.readings.append(Reading(tag(), value, t, t + 0.05))
    else:
        edges = [START + 2 * HOUR, START + random.uniform(4, 7) * HOUR]
        last = 50.0
        for reading in measured(random, tag(), lambda t: 0.0, 0.5):
            last = last if edges[0] < reading.heard_at < edges[1] else reading.value  # type: ignore[assignment]
            scene.readings.append(reading._replace(value=last))
        scene.does = [
            (START, lambda engine, t: engine.state(PLACE, True, t)),
            (edges[0], lambda engine, t: engine.state(PLACE, False, t)),
            (edges[1], lambda engine, t: engine.state(PLACE, True, t)),
        ]
    return scene


def plant_of(random: Random, kind: str) -> Scene:
    """Eight signals at two stations; one is lost ("lost"), a station ("station"), the link, or nothing but patience."""
    scene = Scene(kind, Sign.MISSING)
    begin = START + random.uniform(4.5, 6.4) * HOUR
    back = begin + random.uniform(20, 90) * MINUTE
    names = [(place, f"v{i}") for place in ("L1/30", "L1/40") for i in range(4)]
    for n, (place, name) in enumerate(names):
        signal, every = tag(name, place), random.choice((1.0, 5.0, 10.0, 30.0)) * 2
        found = [Reading(signal, random.gauss(50, 1), t, t + 0.05) for t in times(random, every)]
        if kind == "bursts" and n == 0:  # tells changes only: some close together, then nothing for long
            found = [r for r in found if Random(int(r.heard_at / 720) + 7).random() < 0.3]
        off = (kind == "lost" and n == 0) or (kind == "station" and n < 4) or kind in ("link", "unplanned")
        if off:
            found = [r for r in found if not begin < r.heard_at < back]
        scene.readings += found
    scene.readings.sort(key=lambda reading: reading.heard_at)
    if kind == "lost":
        scene.labels = [Label("L1/30/v0", begin, back, begin)]
    elif kind == "station":
        scene.labels = [Label("L1/30", begin, back, begin)]
    elif kind == "link":
        scene.does = [(begin, lambda engine, t: engine.link(False, t)), (back, lambda engine, t: engine.link(True, t))]
    elif kind == "unplanned":
        for place in ("L1/30", "L1/40"):
            scene.does += [
                (begin + 5, lambda engine, t, place=place: engine.state(place, False, t, False)),
                (back, lambda engine, t, place=place: engine.state(place, True, t, True)),
            ]
    return scene


def level(random: Random, kind: str, horizon: float) -> Scene:
    """A bin that is emptied and filled again; once nobody fills it ("empties"), or the order ends before ("enough")."""
    scene = Scene(kind, Sign.MATERIAL)
    signal = tag("material", low=None, high=None)
    full, lasts = 200.0, random.uniform(2.0, 3.5) * HOUR
    refill = random.uniform(1.15, 1.5) * horizon  # it is filled when it lasts so much longer
    around, left = noise(random, random.choice((0.0, 0.5)), 1.0), full * random.uniform(0.6, 1.0)
    begin, rate, before, event = START + 3 * HOUR, full / lasts, START, 0.0
    for t in times(random):
        left = max(0.0, left - rate * (t - before) * random.uniform(0.5, 1.5))
        before = t
        fills = kind == "filled" or t < begin
        if fills and left / rate < refill:
            left = full * random.uniform(0.85, 1.0)
        if not fills and left == 0.0:
            event = t
            break
        scene.readings.append(Reading(signal, round(max(0.0, left + next(around)), 1), t, t + 0.05))
        if kind == "enough" and not fills and left / rate < 0.5 * horizon:
            break
    if kind == "empties":
        scene.labels = [Label(signal.id, event - 1.25 * horizon, event, event)]
    if kind == "enough":  # the order takes less than what is left
        scene.does = [(START + i * MINUTE, _order(scene, rate, START + i * MINUTE)) for i in range(HOURS * 60)]
    return scene


def _order(scene: Scene, rate: float, at: float) -> Does:
    """Ten seconds a piece; the order ends with the scene."""
    remaining = max(0.0, scene.readings[-1].heard_at - at) / 10
    return lambda engine, t: (engine.made(PLACE, int((t - START) / 10), t), engine.order("L1", remaining, t))[0]


@dataclass
class Days:
    """A signal with a daily course on `before` days, and on the day that is looked at."""

    kind: str
    shape: Shape
    sd: float
    offsets: dict[int, float | None]  # of each day; None: nothing was heard
    begin: float = math.inf  # of the drift
    slope: float = 0.0  # of the drift, units a second

    def mean(self, t: float) -> float:
        """Without noise."""
        day = math.floor((t - START) / 86400)
        return 50 + self.shape(t) + (self.offsets.get(day) or 0.0) + self.slope * max(0.0, t - self.begin)


def days(random: Random, kind: str, before: int) -> Days:
    """A daily course; "drifts": on the last day it moves away by 3 to 8 times the difference between days, in hours."""
    size, phase, between = random.uniform(1, 5), random.uniform(0, 6.28), random.uniform(0.15, 0.6)
    offsets: dict[int, float | None] = {day: random.gauss(0, between) for day in range(-before - 1, 1)}
    if kind in ("weekend", "drifts"):
        offsets |= dict.fromkeys(random.sample(range(-before, 0), 2))
    if kind == "wild":
        offsets[random.randint(-before, -1)] = 10.0
    made = Days(kind, lambda t: size * math.sin(2 * math.pi * t / 86400 + phase), random.choice((0.3, 1.0)), offsets)
    if kind == "drifts":
        made.begin = START + random.uniform(2, 12) * HOUR
        made.slope = random.choice((-1, 1)) * random.uniform(0.6, 2.0) / HOUR
    return made
