"""Rules that warn before something goes wrong: which sign is looked for, in which signals, and what follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fnmatch import fnmatchcase

from console.domain.andon import Severity
from console.domain.readings import Role, Signal


class Sign(StrEnum):
    """What a rule looks for."""

    RATE = "rate"  # a value rises or falls faster than `limit` a minute, over `over` seconds
    STUCK = "stuck"  # a value has not moved by more than `limit` for `over` seconds while the station runs
    MISSING = "missing"  # nothing was heard for `over` seconds, or for `limit` times the usual interval
    DRIFT = "drift"  # the mean of the last `over` seconds is `limit` sigmas from that hour of `days` other days
    FORECAST = "forecast"  # the line through the last `over` seconds meets a limit of the signal within `horizon`
    CONTROL = "control"  # the control chart `chart` breaks one of its rules
    MATERIAL = "material"  # what is left at the line does not last for `horizon` seconds, or not for the order


class Way(StrEnum):
    """In which direction a change is meant."""

    EITHER = "either"
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class WarningRule:
    """One rule. Seconds for times; `limit` is in units a minute, units, intervals or sigmas as its sign says."""

    id: str
    name: str
    sign: Sign
    places: tuple[str, ...] = ()  # ids of stations, lines, areas, sites; () = everywhere
    signal: str = "*"  # name of a tag, with * and ?
    limit: float = 0.0
    over: float = 0.0
    way: Way = Way.EITHER
    horizon: float = 0.0
    days: int = 0
    chart: str = ""
    per_piece: float = 0.0  # MATERIAL: how much one piece takes; 0 = as the last `over` seconds show
    off_delay: float = 60.0  # it is over when the sign was away for so long
    category: str = ""  # of the call that is raised; "" = none, the warning stands by itself
    severity: Severity | None = None  # None = the category's
    active: bool = True
    order: int = 0
    text: str = ""  # of the call, with {place} {signal} and the codes of facts as gaps; "" = what the sign says

    def means(self, signal: Signal, way: tuple[str, ...]) -> bool:
        """Whether a signal is looked at; `way`: ids from the site down to its place."""
        here = not self.places or any(place in way for place in self.places)
        return here and signal.role is Role.TAG and fnmatchcase(signal.name.casefold(), self.signal.casefold())

    def means_chart(self, chart: str, signal: str, way: tuple[str, ...]) -> bool:
        """Whether a control chart of a signal (its id) is meant; no chart named: every one."""
        here = not self.places or any(place in way for place in self.places)
        return here and self.chart in ("", chart) and fnmatchcase(_name(signal, way).casefold(), self.signal.casefold())


@dataclass(frozen=True, slots=True)
class Fact:
    """One piece of evidence: its code (the screens have its words) and what was seen, a number or a text."""

    code: str  # "value", "rate", "limit", "mean", "usual", "sigma", "left", "error", "interval", "rule", "last" …
    value: float | str


class Judged(StrEnum):
    """What somebody said of a warning afterwards."""

    NOT = ""
    RIGHT = "right"
    FALSE = "false"


@dataclass(frozen=True, slots=True)
class EarlyWarning:
    """A sign was seen. Aware UTC; `id` is derived from rule, signal and beginning, so two consoles make one."""

    id: str
    rule: str
    sign: Sign
    place: str  # station or line
    signal: str  # "L1/30/temperature"
    began: datetime
    ended: datetime | None = None  # None = it lasts
    line: str = ""
    area: str = ""
    facts: tuple[Fact, ...] = ()  # the evidence when it began
    call: str = ""  # that it raised
    judged: Judged = Judged.NOT
    judged_by: str = ""
    note: str = ""
    judged_at: datetime | None = None


def _name(signal: str, way: tuple[str, ...]) -> str:
    """The tag's name of an id: what follows its place."""
    place = f"{way[-1]}/" if way else ""
    return signal.removeprefix(place) if place and signal.startswith(place) else signal.rpartition("/")[2]
