"""Calls that would have been raised: what rules want, folded as real calls are, with nobody answering them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from console.domain.andon import Call, Category, Severity, Source
from console.domain.andon_hearing import clear, hear, raise_call, same_call
from console.domain.andon_moves import close, closes_itself
from console.domain.andon_parts import ABOUT_MOST
from console.domain.andon_refusals import AlreadyDone
from console.domain.commands import CONSOLE
from console.domain.raising import Cleared, Outcome, Wanted

MOST = 5000  # calls that are kept; rules that raise more than that a day are wrong anyway


@dataclass(frozen=True, slots=True)
class DryCall:
    """A call that would have been raised. Times are seconds UTC; `cleared` None: it was never heard to be over."""

    rule: str  # the one that raised it first
    place: str
    category: str
    severity: Severity
    text: str
    code: str
    about: str
    raised: float
    repeats: int
    cleared: float | None
    heard: tuple[float, ...]  # when it was raised and when it was heard again


@dataclass(slots=True)
class _Folded:
    call: Call
    rule: str
    heard: list[float] = field(default_factory=list)


class DryCalls:
    """Takes what the rules want, in the order of time, and has the calls that come of it."""

    def __init__(self, categories: Iterable[Category]) -> None:
        self._categories = {category.id: category for category in categories}
        self._folded: dict[str, _Folded] = {}
        self._alike: dict[tuple[str, str, str], list[str]] = {}  # ids of calls, by place, category and about
        self.left_off = 0  # calls beyond MOST

    def take(self, outcome: Outcome) -> None:
        """A call is wanted, or what it was wanted for is over."""
        category = self._categories.get(outcome.category)
        if category is None:
            return
        if isinstance(outcome, Cleared):
            self._clear(outcome, category)
        else:
            self._want(outcome, category)

    def calls(self) -> tuple[DryCall, ...]:
        """The calls so far, in the order in which they were raised."""
        made = sorted(self._folded.values(), key=lambda one: (one.call.raised, one.call.place, one.call.id))
        return tuple(_dry(one) for one in made)

    def _want(self, wanted: Wanted, category: Category) -> None:
        new = raise_call(
            category,
            wanted.place,
            wanted.raised_at,
            CONSOLE,
            Source.RULE,
            severity=wanted.severity,
            text=wanted.text,
            code=wanted.code,
            about=wanted.about,
        )
        known = self._known(wanted.place, wanted.category, wanted.about)
        try:
            call, _ = hear(known, category, new, max(1, wanted.count))
        except AlreadyDone:
            return
        if call.id not in self._folded and len(self._folded) >= MOST:
            self.left_off += 1
            return
        if call.id not in self._folded:
            self._folded[call.id] = _Folded(call, wanted.rule)
            self._alike.setdefault((call.place, call.category, call.about), []).append(call.id)
        kept = self._folded[call.id]
        kept.call = call
        kept.heard += [wanted.raised_at.timestamp()] * (call.repeats + 1 - len(kept.heard))

    def _clear(self, cleared: Cleared, category: Category) -> None:
        known = self._known(cleared.place, cleared.category, cleared.about)
        call = same_call(known, cleared.place, cleared.category, cleared.about[:ABOUT_MOST])
        if call is None:
            return
        try:
            call, _ = clear(call, category, cleared.at, CONSOLE)
        except AlreadyDone:
            return
        if closes_itself(call, category):
            call, _ = close(call, category, cleared.at, CONSOLE)
        self._folded[call.id].call = call

    def _known(self, place: str, category: str, about: str) -> list[Call]:
        """Calls that this may be already: a rule's call is always about something, so those about the same."""
        return [self._folded[id].call for id in self._alike.get((place, category, about[:ABOUT_MOST]), ())]


def _dry(one: _Folded) -> DryCall:
    call = one.call
    return DryCall(
        one.rule,
        call.place,
        call.category,
        call.severity,
        call.text,
        call.code,
        call.about,
        call.raised.timestamp(),
        call.repeats,
        call.cleared.timestamp() if call.cleared else None,
        tuple(one.heard),
    )
