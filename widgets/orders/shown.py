"""The faces of orders: made once, and made again only where an order, its truth or the day changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from console.app.queries.orders import CardShown
from console.domain.order_truth import Truth
from console.domain.orders import WorkOrder
from widgets.cardflow.faces import CardFace

SLICE = 0.005  # seconds of making faces at once; the rest waits for the next turn

Make = Callable[[CardShown, Truth | None, float], CardFace]
Lasts = Callable[[WorkOrder, float], float]


class Known(NamedTuple):
    """What a face was made of."""

    shown: CardShown
    truth: Truth | None
    said: tuple[object, ...]
    until: float  # right by itself until then, seconds UTC


class Faces:
    """Faces by order id, and those that have to be made anew."""

    def __init__(self, make: Make, lasts: Lasts) -> None:
        self._make, self._lasts = make, lasts
        self.made: dict[str, CardFace] = {}
        self.count = 0  # faces made, for the measurements
        self._known: dict[str, Known] = {}
        self._waiting: dict[str, tuple[CardShown, Truth | None]] = {}
        self._next = float("inf")

    @property
    def waiting(self) -> bool:
        """Whether some have still to be made."""
        return bool(self._waiting)

    def take(self, cards: Iterable[CardShown], truths: Mapping[str, Truth], now: float) -> bool:
        """Find what changed: new orders and moves are made now, other words when there is time.

        Whether any came, went or lies elsewhere.
        """
        there: set[str] = set()
        known, waiting, moved = self._known, self._waiting, False
        for shown in cards:
            id = shown.order.id
            there.add(id)
            truth = truths.get(id)
            before = known.get(id)
            if before is None:
                self._one(shown, truth, now)
                moved = True
            elif before.shown is not shown and _differ(before.shown, shown):
                if _placed(before.shown) != _placed(shown):
                    self._one(shown, truth, now)
                    moved = True
                else:
                    waiting[id] = (shown, truth)
            elif id in waiting or (before.truth is not truth and before.said != said_of(truth)):
                waiting[id] = (shown, truth)
        for id in known.keys() - there:
            del known[id], self.made[id]
            waiting.pop(id, None)
            moved = True
        return moved

    def age(self, now: float) -> None:
        """Let those wait to be made anew whose words are not right any more: it is due, or another day."""
        if now < self._next:
            return
        self._next = min((one.until for one in self._known.values() if one.until > now), default=float("inf"))
        for id, one in self._known.items():
            if one.until <= now:
                self._waiting.setdefault(id, (one.shown, one.truth))

    def stale(self, ids: Iterable[str] | None = None) -> None:
        """These have to be said anew; None: all of them, as in another language."""
        for id in self._known if ids is None else ids:
            if id in self._known:
                self._waiting.setdefault(id, (self._known[id].shown, self._known[id].truth))

    def work(self, now: float, first: Iterable[str] = (), most: float = SLICE) -> list[CardFace]:
        """Make some of those that wait, `first` those that can be seen; what was made."""
        end, made = time.perf_counter() + most, []
        for id in [id for id in first if id in self._waiting]:
            made.append(self._one(*self._waiting[id], now))
        while self._waiting and time.perf_counter() < end:
            made.append(self._one(*next(iter(self._waiting.values())), now))
        return made

    def _one(self, shown: CardShown, truth: Truth | None, now: float) -> CardFace:
        id = shown.order.id
        self._waiting.pop(id, None)
        face = self.made[id] = self._make(shown, truth, now)
        until = self._lasts(shown.order, now)
        self._known[id] = Known(shown, truth, said_of(truth), until)
        self._next = min(self._next, until)
        self.count += 1
        return face


def said_of(truth: Truth | None) -> tuple[object, ...]:
    """What a face says of a truth, to the minute: two that say the same look the same."""
    if truth is None:
        return ()
    progress, slot = truth.progress, truth.slot
    ahead = progress.ahead_seconds if progress is not None else None
    return (
        truth.good,
        _minute(progress.finish if progress is not None else None),
        _minute(slot.finish if slot is not None else None),
        _minute(ahead),
        truth.stands_since,
        tuple((one.what, one.serious, _facts(one.facts)) for one in truth.found) if truth.found else (),
    )


def _facts(facts: Mapping[str, object]) -> tuple[object, ...]:
    return tuple((name, _minute(value) if name == "seconds" else value) for name, value in facts.items())


def _minute(value: object) -> object:
    return value // 60 if isinstance(value, int | float) else value


def _differ(a: CardShown, b: CardShown) -> bool:
    """Whether they are two states of a record; whoever wrote it last tells them apart."""
    return (
        a.last != b.last
        or a.version != b.version
        or a.waiting != b.waiting
        or a.why != b.why
        or a.blocked_by != b.blocked_by
    )


def _placed(shown: CardShown) -> tuple[object, ...]:
    """Where it lies: of this the board must always be true."""
    order = shown.order
    return order.column, order.line, order.rank, order.finished
