"""What the sensors of a station measure: a level, a slow wave or rise, noise, and a spike that announces a stop."""

from __future__ import annotations

from math import exp, pi, sin
from random import Random

from console.demo.plant import Tag
from console.demo.post import Post
from console.domain.stations import StationState

SPIKE_SECONDS = 25.0  # a stop announces itself this long before
CLEANING = 0.1  # of the time between two cleanings
LOST_VALUE = 9999.0  # what the sensor's card says when the wire is loose


class Sensor:
    """One process tag; `sample` may be called at any times in order, the values depend on them and the seed only."""

    def __init__(self, tag: Tag, random: Random) -> None:
        self.tag = tag
        self._gauss, self._chance = random.gauss, random.random
        self._turn = 2 * pi / tag.wave
        self._phase = self._chance() * 2 * pi
        self._level: float | None = None
        self._sampled = 0.0

    def sample(self, post: Post, now: float) -> float:
        """The value at `now` (seconds UTC), rounded as the sensor does."""
        tag = self.tag
        running = post.state is StationState.RUNNING
        level = tag.base if running or tag.idle is None else tag.idle
        if tag.drift and (running or tag.idle is None):
            level += tag.drift * sin(self._turn * now + self._phase)
        if tag.creep:
            level += tag.creep * _clogged((now + tag.creep_from) % tag.creep_every / tag.creep_every)
        if tag.spike and running and post.stop_due - now < SPIKE_SECONDS:
            level += tag.spike * (1.0 - max(0.0, post.stop_due - now) / SPIKE_SECONDS)
        if tag.tau:
            if self._level is not None:
                level = self._level + (level - self._level) * (1.0 - exp((self._sampled - now) / tag.tau))
            self._level, self._sampled = level, now
        if tag.lost and self._chance() < tag.lost:
            return LOST_VALUE
        return round(level + self._gauss(0.0, tag.noise), tag.digits)


def _clogged(share: float) -> float:
    """How far it is clogged (0..1) in this share of the time between two cleanings, of which the last is cleaning."""
    return share / (1 - CLEANING) if share < 1 - CLEANING else (1 - share) / CLEANING
