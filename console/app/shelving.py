"""What is shelved: the rules go on listening, and what they want lies here, counted, until its time is over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from console.domain.andon import Category, Severity
from console.domain.callrules import LASTING, CallRule
from console.domain.raising import Cleared, Outcome, Wanted
from console.domain.shelving import Shelf, hides
from console.domain.trail import moment

Key = tuple[str, str, str]  # place, category, about: what a call is known by


@dataclass(frozen=True, slots=True)
class Shelved:
    """A shelf as it is now."""

    shelf: Shelf
    times: int  # it would have been raised, as this console has heard it
    active: bool  # it is so now, and becomes a call when the time is over


class ShelvedAlarms:
    """Between the rules and the records. Each console has its own: they hear the same, and read the same shelves."""

    def __init__(self) -> None:
        self._shelves: dict[str, Shelf] = {}
        self._categories: Mapping[str, Category] = {}
        self._rules: Mapping[str, CallRule] = {}
        self._ways: Mapping[str, tuple[str, ...]] = {}
        self.lasting: frozenset[str] = frozenset()  # ids of rules of early warning: what they want lasts too
        self._held: dict[Key, tuple[str, Wanted]] = {}  # what lasts: the shelf that it lies on
        self._times: dict[str, int] = {}  # by shelf, also of one that has ended until that is noted

    def use(
        self,
        shelves: Iterable[Shelf],
        categories: Mapping[str, Category],
        rules: Iterable[CallRule],
        ways: Mapping[str, tuple[str, ...]],
    ) -> None:
        """These shelves are in the records, and these rules hold, from now on."""
        self._shelves = {shelf.id: shelf for shelf in shelves}
        self._categories, self._ways = categories, ways
        self._rules = {rule.id: rule for rule in rules if rule.active}
        known = self._rules.keys() | self.lasting
        gone = [key for key, (_, wanted) in self._held.items() if wanted.rule not in known]
        for key in gone:  # a rule that is no more waits for nothing
            del self._held[key]

    def take(self, outcome: Outcome, at: datetime) -> Outcome | None:
        """What the rules want, or None where it lies on the shelf now. That something is over is always told."""
        key = (outcome.place, outcome.category, outcome.about)
        if isinstance(outcome, Cleared):
            self._held.pop(key, None)
            return outcome
        shelf = self._shelf_for(outcome, at)
        if shelf is None:
            self._held.pop(key, None)
            return outcome
        self._times[shelf.id] = self._times.get(shelf.id, 0) + outcome.count
        rule = self._rules.get(outcome.rule)
        if outcome.rule in self.lasting or (rule is not None and rule.kind in LASTING):
            before = self._held.get(key)
            first = before[1] if before is not None else outcome
            self._held[key] = (shelf.id, replace(first, severity=outcome.severity, count=1))
        return None

    def released(self, at: datetime) -> list[Wanted]:
        """What is still so and lies on no shelf any more, with the time at which it began."""
        free = [key for key, (_, wanted) in self._held.items() if self._shelf_for(wanted, at) is None]
        return [self._held.pop(key)[1] for key in free]

    def noted(self, at: datetime) -> list[tuple[str, int]]:
        """Shelves that have ended, with how often each would have been raised; each is told once."""
        over = [shelf.id for shelf in self._shelves.values() if shelf.expires is not None and shelf.expires <= at]
        ended = [id for id in self._times if id not in self._shelves]
        told = [(id, self._times.pop(id, 0)) for id in (*over, *ended)]
        for id in over:
            del self._shelves[id]
        return told

    def now(self, at: datetime) -> tuple[Shelved, ...]:
        """What is shelved, the one that ends first at the top."""
        active = {id for id, _ in self._held.values()}
        held = sorted(
            (one for one in self._shelves.values() if one.holds(at)), key=lambda one: (one.expires or at, one.id)
        )
        return tuple(Shelved(one, self._times.get(one.id, 0), one.id in active) for one in held)

    def _shelf_for(self, wanted: Wanted, at: datetime) -> Shelf | None:
        category = self._categories.get(wanted.category)
        severity = wanted.severity or (category.severity if category is not None else Severity.CRITICAL)
        if category is not None and category.severity is Severity.CRITICAL:
            severity = Severity.CRITICAL
        way = self._ways.get(wanted.place, (wanted.place,))
        fitting = (
            one
            for one in self._shelves.values()
            if hides(one, wanted.rule, wanted.category, wanted.about, way, severity, at)
        )
        return next(fitting, None)

    # What a restart needs

    def snapshot(self) -> dict[str, Any]:
        """As JSON can hold it, beside what the rules wait for."""
        held = [
            [
                id,
                one.rule,
                one.place,
                one.category,
                one.severity.value if one.severity else None,
                one.text,
                one.code,
                one.about,
                moment(one.raised_at),
            ]
            for id, one in self._held.values()
        ]
        return {"held": held, "times": self._times}

    def restore(self, told: Mapping[str, Any]) -> None:
        """Go on from a snapshot."""
        for id, rule, place, category, severity, text, code, about, raised in told.get("held", ()):
            known = Severity(severity) if severity else None
            wanted = Wanted(rule, place, category, known, text, code, about, datetime.fromisoformat(raised))
            self._held[place, category, about] = (id, wanted)
        self._times |= {id: int(times) for id, times in told.get("times", {}).items()}
