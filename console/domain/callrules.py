"""Rules that raise calls: what is listened for, where, how long and how often, and the call that it makes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from math import isfinite

from console.domain.andon import Severity
from console.domain.errors import Refusal
from console.domain.stations import NoData, StationState

LONGEST = 7 * 86400.0  # seconds of a delay or a window
COUNT_MOST = 10_000
FAULTS = (NoData.OFFLINE, NoData.STALE, NoData.SILENT, NoData.STUCK, NoData.BAD)  # no data that is somebody's business


class RuleUnfit(Refusal):
    """The rule contradicts itself or says too little. facts: rule, field."""

    code = "rule_unfit"


class Kind(StrEnum):
    """What a rule listens to."""

    STATE = "state"  # a station is in one of `states`, for a reason that fits `codes`
    ALARM = "alarm"  # an alarm whose code or text fits `codes` and whose level is one of `levels`
    LIMIT = "limit"  # the tag `signal` is beyond `limit`
    QUALITY = "quality"  # a check failed
    COUNTER = "counter"  # a piece was counted as `signal` ("scrap", "rework", "good")
    NO_DATA = "no_data"  # nothing is known of the station, for one of `states`


LASTING = frozenset({Kind.STATE, Kind.ALARM, Kind.LIMIT, Kind.NO_DATA})  # the others are over as soon as they happen


@dataclass(frozen=True, slots=True)
class CallRule:
    """One rule. It raises when what it listens for has lasted `delay` and has been so `count` times within `window`.

    It raises again only after that was over for `off_delay`. Where `chatter` raises come within `chatter_window`, they
    are told as one, with their count, once in that time.
    """

    id: str
    name: str
    kind: Kind
    category: str
    severity: Severity | None = None  # None = the category's
    places: tuple[str, ...] = ()  # ids of stations, lines, areas, sites; () = everywhere
    states: tuple[str, ...] = ()  # () = stopped; for no data: every one of the five
    codes: tuple[str, ...] = ()  # patterns with * and ?; () = any
    levels: tuple[str, ...] = ()  # () = any
    signal: str = ""
    limit: float | None = None
    below: bool = False  # beyond the limit is below it
    hysteresis: float = 0.0  # how far back inside the limit it must be to count as over
    delay: float = 0.0  # seconds
    off_delay: float = 0.0
    count: int = 1
    window: float = 0.0  # seconds
    chatter: int = 0  # 0 = every raise is told
    chatter_window: float = 60.0  # ISA-18.2's minute
    text: str = ""  # of the call, with {place} {state} {reason} {code} {text} {level} {value} {limit} {count}
    active: bool = True
    order: int = 0


def checked_rule(rule: CallRule) -> CallRule:
    """The rule; RuleUnfit names the field that cannot be so."""
    unfit = next((field for field, fits in _tests(rule) if not fits), "")
    if unfit:
        raise RuleUnfit(rule=rule.id, field=unfit)
    return rule


def _tests(rule: CallRule) -> tuple[tuple[str, bool], ...]:
    states = {state.value for state in StationState if state is not StationState.NO_DATA}
    known = {Kind.STATE: states, Kind.NO_DATA: {no_data.value for no_data in FAULTS}}.get(rule.kind, set())
    seconds = (("delay", rule.delay), ("off_delay", rule.off_delay), ("window", rule.window))
    lasting = rule.kind in LASTING
    return (
        ("name", bool(rule.name.strip())),
        ("category", bool(rule.category)),
        ("states", {*rule.states} <= known),
        ("signal", bool(rule.signal) or rule.kind not in (Kind.LIMIT, Kind.COUNTER)),
        ("limit", (rule.limit is not None and isfinite(rule.limit)) or rule.kind is not Kind.LIMIT),
        ("hysteresis", isfinite(rule.hysteresis) and rule.hysteresis >= 0),
        *((field, isfinite(value) and 0 <= value <= LONGEST) for field, value in seconds),
        ("delay", lasting or not rule.delay),
        ("off_delay", lasting or not rule.off_delay),
        ("count", 1 <= rule.count <= COUNT_MOST),
        ("window", rule.count == 1 or rule.window > 0),
        ("chatter", rule.chatter == 0 or 2 <= rule.chatter <= COUNT_MOST),
        ("chatter_window", isfinite(rule.chatter_window) and 0 < rule.chatter_window <= LONGEST),
    )


def fits(patterns: tuple[str, ...], *words: str) -> bool:
    """Whether one of the words fits one of the patterns, capitals or not; no patterns: anything fits."""
    lower = [word.strip().casefold() for word in words if word]
    return not patterns or any(fnmatchcase(word, p.strip().casefold()) for p in patterns for word in lower)


def state_fits(rule: CallRule, state: StationState, reason: str) -> bool:
    """Whether a station's state is what a STATE rule listens for."""
    return state.value in (rule.states or (StationState.STOPPED.value,)) and fits(rule.codes, reason)


def no_data_fits(rule: CallRule, no_data: NoData | None) -> bool:
    """Whether this way of not knowing is what a NO_DATA rule listens for."""
    return no_data is not None and no_data.value in (rule.states or FAULTS)


def alarm_fits(rule: CallRule, code: str, text: str, level: str) -> bool:
    """Whether an alarm is what an ALARM rule listens for."""
    return fits(rule.levels, level) and fits(rule.codes, code, text)


def beyond(rule: CallRule, value: float) -> bool | None:
    """Whether a value is beyond the limit of a LIMIT rule; None: in the dead band, where all stays as it was."""
    over = value - (rule.limit or 0.0)
    over = -over if rule.below else over
    return True if over > 0 else False if over <= -rule.hysteresis else None


def text_of(rule: CallRule, facts: Mapping[str, str]) -> str:
    """The call's text: the template with the facts it names, else what the machine said, else the rule's name."""
    if rule.text:
        return re.sub(r"\{(\w+)\}", lambda found: facts.get(found[1], found[0]), rule.text)
    if rule.kind is Kind.LIMIT:
        return f"{rule.name}: {facts['value']}"
    return facts.get("text") or facts.get("code") or facts.get("reason") or rule.name
