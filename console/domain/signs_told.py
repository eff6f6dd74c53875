"""What the engine of signs is told and tells: signs seen and gone, what it asks of the past, points of charts."""

from __future__ import annotations

from dataclasses import dataclass

from console.domain.warning_rules import Fact, Sign


@dataclass(frozen=True, slots=True)
class Seen:
    """A rule sees its sign. Where a whole place is silent, `signal` is the place's id."""

    rule: str
    sign: Sign
    signal: str  # "L1/30/temperature"; for MISSING also "L1/30", "L1" …: everything there is silent
    place: str  # station or line ("" = nothing the console knows the place of)
    at: float  # seconds UTC
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Gone:
    """What was seen has been away for the rule's off-delay, or cannot be seen any more. `at`: seconds UTC."""

    rule: str
    signal: str
    at: float


SignOutcome = Seen | Gone


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to the past: what one signal's mean was in each of these stretches (pairs of seconds UTC)."""

    rule: str
    signal: str
    place: str
    at: float
    stretches: tuple[tuple[float, float], ...]  # the same hours of other days, the newest first


@dataclass(frozen=True, slots=True)
class Spell:
    """What a signal came to in one stretch, as far as its station ran."""

    mean: float
    spread: float  # standard deviation within the stretch
    covered: float  # share of the stretch of which something is known


@dataclass(frozen=True, slots=True)
class Charted:
    """A point of a control chart and which of its rules it breaks; none: the process is back in control."""

    chart: str
    signal: str
    place: str
    at: float
    rules: tuple[int, ...] = ()
    value: float = 0.0
    center: float = 0.0
    sigma: float = 0.0
