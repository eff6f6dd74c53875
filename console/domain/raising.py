"""Raising: rules over what is heard. The same happenings make the same calls, live, after a restart and in a dry run.

Time moves only by what is told: each happening by its `heard`, each `advance`. A delay that ends in between ends at its
own time, so it does not matter how often the engine is asked.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from math import isfinite
from typing import Any

from console.domain.andon import Severity
from console.domain.callrules import (
    LASTING,
    CallRule,
    Kind,
    alarm_fits,
    beyond,
    no_data_fits,
    state_fits,
    text_of,
)
from console.domain.happenings import AlarmSeen, CheckSeen, CountSeen, Happening, StateSeen, ValueSeen
from console.domain.stations import NoData, StationState
from console.domain.watches import Deadline, Watch, WatchKey, due_at, kept, restored

ABOUT_MOST = 60  # characters of what tells one alarm from another
KEYS_KEPT = 256  # keys of quality checks that are remembered, by place
MOST = 5000  # watches, and active alarms: a machine that makes up a new text every time must not fill the memory
SHORT = 120.0  # seconds: after a longer absence a delay that had begun begins anew

Facts = dict[str, str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A call is wanted, or the open one was heard again; `count` times since it was wanted last."""

    rule: str
    place: str
    category: str
    severity: Severity | None  # None = the category's
    text: str
    code: str  # the machine's own
    about: str
    raised_at: datetime
    count: int = 1
    check: str = ""  # key of the one quality check that it follows from


@dataclass(frozen=True, slots=True)
class Cleared:
    """What a call was wanted for is over."""

    rule: str
    place: str
    category: str
    about: str
    at: datetime


Outcome = Wanted | Cleared


class RuleEngine:
    """All active rules and what they wait for. Not thread-safe: it belongs to the main thread."""

    def __init__(self, rules: Iterable[CallRule], ways: Mapping[str, tuple[str, ...]]) -> None:
        """`ways`: ids from the site down to a place, by the place's id."""
        active = sorted((rule for rule in rules if rule.active), key=lambda rule: (rule.order, rule.id))
        self.rules = {rule.id: rule for rule in active}
        self._order = list(self.rules)
        self._rank = {id: rank for rank, id in enumerate(self._order)}
        self._ways = ways
        self._listening: dict[tuple[Kind, str, str], tuple[CallRule, ...]] = {}
        self._watches: dict[WatchKey, Watch] = {}
        self._deadlines: list[tuple[float, int, str, str, str]] = []
        self._alarms: dict[tuple[str, str], AlarmSeen] = {}  # active, by place and source
        self._totals: dict[tuple[str, str], int] = {}
        self._keys: dict[str, dict[str, None]] = {}
        self._of_check = ""  # the check that is just being heard
        self._now = 0.0
        self._out: list[Outcome] = []
        self._takes: dict[type, Callable[[Any], None]] = {
            StateSeen: self._state,
            AlarmSeen: self._alarm,
            ValueSeen: self._value,
            CountSeen: self._counted,
            CheckSeen: self._check,
        }

    def listens(self, kind: Kind, place: str, signal: str = "") -> bool:
        """Whether any rule wants to know of this; the caller may spare itself the rest."""
        return bool(self._rules(kind, place, signal))

    def hear(self, happening: Happening) -> list[Outcome]:
        """Take one happening; what follows from it and from the time until it was heard, in the order of time."""
        self._advance(happening.heard)
        self._takes[type(happening)](happening)
        self._advance(self._now)
        return self._told()

    def advance(self, now: float) -> list[Outcome]:
        """Let time pass up to `now` (seconds UTC): delays end."""
        self._advance(now)
        return self._told()

    def snapshot(self) -> dict[str, Any]:
        """What a restart needs, as JSON can hold it."""
        return {
            "now": self._now,
            "watches": [[*key, kept(watch)] for key, watch in self._watches.items()],
            "alarms": [[*seen] for seen in self._alarms.values()],
            "totals": [[*key, total] for key, total in self._totals.items()],
            "keys": {place: [*keys] for place, keys in self._keys.items()},
        }

    def restore(self, snapshot: Mapping[str, Any], now: float) -> None:
        """Go on from a snapshot; what rules that are gone waited for is forgotten.

        After a long absence nobody knows whether what had begun has lasted: its delay begins when it is heard again.
        """
        self._now = float(snapshot.get("now", 0.0))
        away = now - self._now > SHORT
        for rule, place, about, told in snapshot.get("watches", ()):
            watch = restored(told)
            if rule in self.rules and not (away and watch.waiting()):
                self._watches[rule, place, about] = watch
                self._await((rule, place, about), watch)
        for told in snapshot.get("alarms", ()):
            seen = AlarmSeen(*told)
            self._alarms[seen.place, seen.source] = seen
        self._totals |= {(place, what): total for place, what, total in snapshot.get("totals", ())}
        self._keys |= {place: dict.fromkeys(keys) for place, keys in snapshot.get("keys", {}).items()}

    # What is heard

    def _state(self, seen: StateSeen) -> None:
        facts = {"state": seen.state.value, "reason": seen.reason}
        unknown = seen.state is StationState.NO_DATA
        for rule in self._rules(Kind.STATE, seen.place):
            key = (rule.id, seen.place, rule.id)
            if unknown and key in self._watches and self._watches[key].raised:
                continue  # whether it is over is not known
            self._set(key, not unknown and state_fits(rule, seen.state, seen.reason), seen, facts)
        if seen.no_data in (NoData.AWAY, NoData.WAITING):
            return
        facts = facts | {"reason": seen.no_data.value if seen.no_data else ""}
        for rule in self._rules(Kind.NO_DATA, seen.place):
            self._set((rule.id, seen.place, rule.id), no_data_fits(rule, seen.no_data), seen, facts)

    def _alarm(self, seen: AlarmSeen) -> None:
        """One source has one alarm at a time: another one ends it. Other sources may have the same."""
        where = (seen.place, seen.source)
        before = self._alarms.pop(where, None)
        about = _about(seen)
        if before is not None and _about(before) != about:
            self._alarm_over(before, seen)
        if not about:
            return
        self._alarms[where] = seen._replace(retained=False)
        if len(self._alarms) > MOST:
            self._forget(next(iter(self._alarms)))
        facts = {"code": seen.code, "text": " ".join(seen.text.split()), "level": seen.level}
        for rule in self._rules(Kind.ALARM, seen.place):
            if alarm_fits(rule, seen.code, seen.text, seen.level):
                self._set((rule.id, seen.place, about), True, seen, facts)

    def _forget(self, where: tuple[str, str]) -> None:
        """Too many alarms that never end: the oldest is not waited for any more."""
        oldest = self._alarms.pop(where)
        for rule in self._rules(Kind.ALARM, oldest.place):
            self._watches.pop((rule.id, oldest.place, _about(oldest)), None)

    def _alarm_over(self, before: AlarmSeen, now: AlarmSeen) -> None:
        about = _about(before)
        if any(place == before.place and _about(other) == about for (place, _), other in self._alarms.items()):
            return
        for rule in self._rules(Kind.ALARM, before.place):
            self._set((rule.id, before.place, about), False, now, {})

    def _value(self, seen: ValueSeen) -> None:
        if not isfinite(seen.value):
            return
        for rule in self._rules(Kind.LIMIT, seen.place, seen.signal):
            over = beyond(rule, seen.value)
            if over is not None:
                facts = {"value": f"{seen.value:g}", "limit": f"{rule.limit:g}"} if over else {}
                self._set((rule.id, seen.place, rule.id), over, seen, facts)

    def _counted(self, seen: CountSeen) -> None:
        key = (seen.place, seen.what)
        before = self._totals.get(key)
        self._totals[key] = seen.total
        pieces = 0 if before is None else seen.total - before if seen.total >= before else seen.total
        if pieces > 0 and not seen.retained:
            for rule in self._rules(Kind.COUNTER, seen.place, seen.what):
                self._happened(rule, seen.place, min(seen.at, seen.heard), pieces)

    def _check(self, seen: CheckSeen) -> None:
        keys = self._keys.setdefault(seen.place, {})
        if seen.retained or (seen.key and seen.key in keys):
            return
        keys[seen.key] = None
        while len(keys) > KEYS_KEPT:
            del keys[next(iter(keys))]
        if not seen.passed:
            self._of_check = seen.key
            for rule in self._rules(Kind.QUALITY, seen.place):
                self._happened(rule, seen.place, min(seen.at, seen.heard), 1)
            self._of_check = ""

    # What follows

    def _set(self, key: WatchKey, on: bool, seen: StateSeen | AlarmSeen | ValueSeen, facts: Facts) -> None:
        """What a rule listens for is so, or is not (any more). A snapshot begins nothing."""
        watch = self._watches.get(key)
        if (on and seen.retained) or (watch is None and not on):
            return
        if watch is None:
            self._tidy()
            watch = self._watches[key] = Watch()
        rule = self.rules[key[0]]
        at = max(min(seen.at, seen.heard), watch.changed)
        if watch.begin(at, rule.delay, facts) if on else watch.end(at, rule.off_delay):
            self._await(key, watch)

    def _tidy(self) -> None:
        if len(self._watches) >= MOST:
            self._watches = {key: watch for key, watch in self._watches.items() if watch.busy()}

    def _happened(self, rule: CallRule, place: str, at: float, times: int) -> None:
        key = (rule.id, place, rule.id)
        self._occurred(key, self._watches.setdefault(key, Watch()), at, times)

    def _occurred(self, key: WatchKey, watch: Watch, at: float, times: int) -> None:
        """It has lasted long enough, or has happened: often enough, too?"""
        rule = self.rules[key[0]]
        if not watch.often(at, times, rule.count, rule.window):
            return
        if watch.chatters(at, rule.chatter, rule.chatter_window):
            self._await(key, watch)
        else:
            self._want(key, watch, at, 1)

    def _want(self, key: WatchKey, watch: Watch, at: float, count: int) -> None:
        rule, (_, place, about) = self.rules[key[0]], key
        watch.told = True
        facts = watch.facts | {"place": place, "count": str(rule.count if rule.count > 1 else count)}
        text, code = text_of(rule, facts), watch.facts.get("code", "")
        check = self._of_check if count == 1 else ""
        wanted = Wanted(rule.id, place, rule.category, rule.severity, text, code, about, _when(at), count, check)
        self._out.append(wanted)

    def _clear(self, key: WatchKey, watch: Watch, at: float) -> None:
        rule, (_, place, about) = self.rules[key[0]], key
        if watch.told:
            self._out.append(Cleared(rule.id, place, rule.category, about, _when(at)))
        watch.told = False

    # Time

    def _await(self, key: WatchKey, watch: Watch) -> None:
        for what in Deadline:
            t = due_at(watch, what)
            if t is not None:
                heapq.heappush(self._deadlines, (t, self._rank[key[0]], key[1], key[2], what.value))

    def _advance(self, now: float) -> None:
        self._now = max(self._now, now)
        while self._deadlines and self._deadlines[0][0] <= self._now:
            t, rank, place, about, name = heapq.heappop(self._deadlines)
            key = (self._order[rank], place, about)
            watch, what = self._watches.get(key), Deadline(name)
            if watch is not None and due_at(watch, what) == t:
                self._end(key, watch, what, t)

    def _end(self, key: WatchKey, watch: Watch, what: Deadline, t: float) -> None:
        if what is Deadline.RAISE:
            watch.raised, watch.due = True, None
            self._occurred(key, watch, t, 1)
        elif what is Deadline.CLEAR:
            watch.raised, watch.clear_due = False, None
            self._clear(key, watch, t)
        else:
            held, last = watch.gathered()
            self._want(key, watch, last, held)
            if not watch.raised and self.rules[key[0]].kind in LASTING:
                self._clear(key, watch, t)

    def _rules(self, kind: Kind, place: str, signal: str = "") -> tuple[CallRule, ...]:
        key = (kind, place, signal)
        found = self._listening.get(key)
        if found is None:
            way = self._ways.get(place, (place,))
            found = self._listening[key] = tuple(
                rule
                for rule in self.rules.values()
                if rule.kind is kind
                and (not rule.places or any(part in rule.places for part in way))
                and (kind not in (Kind.LIMIT, Kind.COUNTER) or rule.signal == signal)
            )
        return found

    def _told(self) -> list[Outcome]:
        told, self._out = self._out, []
        return told


def dry_run(
    rules: Iterable[CallRule], ways: Mapping[str, tuple[str, ...]], happenings: Iterable[Happening], until: float
) -> list[Outcome]:
    """What the rules would have wanted of what was recorded, in the order heard, up to `until` (seconds UTC)."""
    engine = RuleEngine(rules, ways)
    found = [outcome for happening in happenings for outcome in engine.hear(happening)]
    return found + engine.advance(until)


def _about(seen: AlarmSeen) -> str:
    """What tells one alarm from another: its code, else its text; "" where there is none."""
    return (seen.code.strip() or " ".join(seen.text.split()))[:ABOUT_MOST]


def _when(t: float) -> datetime:
    return datetime.fromtimestamp(t, UTC)
