"""Calls of early warnings: one for each, the way that all calls go; what comes in a flood is one call at the line."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from console.domain.early_warnings import ToldWarning, about_of
from console.domain.raising import Cleared, Wanted
from console.domain.readings import Signal
from console.domain.warning_rules import WarningRule
from console.domain.warning_text import call_text, many_text

if TYPE_CHECKING:
    from console.app.console import Console

WINDOW, SINGLE = 60.0, 10  # seconds, and how many calls of one rule a line gets in them before the others are one
GATHER = 5.0  # seconds for which a flood is gathered before it is told
MANY = "*"  # what a call of many signals is about
Flood = tuple[str, str]  # rule, and line or place


class WarningCalls:
    """Raises and clears; what becomes of a call then is the affair of calls."""

    def __init__(self, console: Console, chinese: bool) -> None:
        self._console, self._chinese = console, chinese
        self._lasting: frozenset[str] = frozenset()
        self._recent: dict[Flood, deque[float]] = {}
        self._gathered: dict[Flood, set[str]] = {}  # signals that one call stands for
        self._new: dict[Flood, tuple[float, WarningRule, int]] = {}  # not told yet: since when, and how many
        self._signals: dict[str, Signal] = {}

    def use(self, rules: Iterable[WarningRule]) -> None:
        """These rules hold from now on, at the plant of now."""
        self._lasting = frozenset(rule.id for rule in rules if rule.category)
        self._signals = {}

    def tell(self, told: ToldWarning, rule: WarningRule | None) -> None:
        """A warning began or ended."""
        if rule is None or not rule.category or not told.place or self._console.calls is None:
            return
        flood = (rule.id, told.line or told.place)
        if told.ended is not None:
            self._clear(told, rule, flood)
        elif self._too_many(flood):
            self._gathered.setdefault(flood, set()).add(told.signal)
            since, _, count = self._new.get(flood, (self._console.now(), rule, 0))
            self._new[flood] = since, rule, count + 1
        else:
            self._want(rule, told.place, self.text(told, rule), about_of(rule.id, told.signal), told.began)

    def beat(self, now: float) -> None:
        """Tell what was gathered for long enough."""
        for flood, (since, rule, count) in list(self._new.items()):
            if now - since >= GATHER or now < since:
                del self._new[flood]
                at = datetime.fromtimestamp(now, UTC)
                text = many_text(rule, len(self._gathered.get(flood, ())) or count, self._chinese)
                self._want(rule, flood[1], text, about_of(rule.id, MANY), at, count)

    def text(self, told: ToldWarning, rule: WarningRule) -> str:
        """What the call of a warning says."""
        signal = self._signal(told.signal)
        called = signal.name if signal is not None else told.signal
        unit = signal.unit if signal is not None else ""
        return call_text(rule, called, unit, told.place, told.facts, self._chinese)

    def snapshot(self) -> dict[str, Any]:
        """What a restart needs, as JSON can hold it."""
        return {"gathered": [[*flood, sorted(signals)] for flood, signals in self._gathered.items()]}

    def restore(self, told: Mapping[str, Any]) -> None:
        """Go on from a snapshot."""
        for rule, line, signals in told.get("gathered", ()):
            self._gathered[rule, line] = set(signals)

    def _too_many(self, flood: Flood) -> bool:
        now = self._console.now()
        recent = self._recent.setdefault(flood, deque())
        while recent and not now - WINDOW < recent[0] <= now:
            recent.popleft()
        if len(recent) >= SINGLE:
            return True
        recent.append(now)
        return False

    def _want(self, rule: WarningRule, place: str, text: str, about: str, at: datetime, count: int = 1) -> None:
        if self._console.calls is not None:
            wanted = Wanted(rule.id, place, rule.category, rule.severity, text, "", about, at, count)
            self._console.calls.want(wanted, self._lasting)

    def _clear(self, told: ToldWarning, rule: WarningRule, flood: Flood) -> None:
        place, about = told.place, about_of(rule.id, told.signal)
        gathered = self._gathered.get(flood, set())
        if told.signal in gathered:
            gathered.discard(told.signal)
            if gathered:
                return
            del self._gathered[flood]
            self._new.pop(flood, None)
            place, about = flood[1], about_of(rule.id, MANY)
        if self._console.calls is not None and told.ended is not None:
            self._console.calls.want(Cleared(rule.id, place, rule.category, about, told.ended), self._lasting)

    def _signal(self, id: str) -> Signal | None:
        if id not in self._signals:
            self._signals = {signal.id: signal for signal in self._console.floor.plant.signals}
        return self._signals.get(id)
