"""Counters: from what a machine's counter shows to how many pieces were made, every correction with a note."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from math import isfinite
from types import UnionType
from typing import NamedTuple

from console.domain.readings import Value

FACTOR = 10.0  # how much faster than its ideal cycle a station may count before it is not believed
ANY_RATE = 1000.0  # pieces a second that are believed where no ideal cycle is known
GRACE = 10  # pieces that are always believed at once
ROLL_GRACE = 3  # pieces by which a rollover may pass the believable rate
SHOWN = 2**53  # a counter beyond what a double holds exactly is no counter
MODULI = (1000, 10_000, 32_768, 65_536, 100_000, 1_000_000, 2**31, 2**32)
REACH = 50  # a rollover nobody announced must happen within the last fiftieth before the modulus
SENTINELS = frozenset({9999, 32_767, 65_535, 99_999, 2**31 - 1, 2**32 - 1})  # numbers that often mean "no value"
NEGATIVE_SENTINELS = frozenset({-1, -9999, -32_768, -(2**31)})
LONGEST_SOURCE_GAP = 3600.0  # seconds of the sender's own clock that are believed between two values
CLOCK_SET_AFTER = 300.0  # seconds of nothing but old values after which the sender's clock was set back
REPEATS_WITHIN = 3600.0  # seconds before the last stored pulse in which a broker may repeat pulses after a restart
FIRST_PULSE = 600.0  # seconds of production that the first pulse of all may stand for
RECENT = 128  # pulses remembered for recognising repeats

NUMBER = re.compile(r"\s*-?\d{1,20}(\.\d{1,20})?\s*", re.ASCII)


STORED: dict[str, type | UnionType] = {
    "pulse": bool,
    "rollover": int | None,
    "max_rate": int | float,
    "last": int | None,
    "at": int | float,
    "source_time": int | float | None,
    "order": str,
}


class Note(StrEnum):
    """What was done with a value that did not simply count."""

    NONE = ""
    BASELINE = "baseline"  # the first value: counting starts here
    SNAPSHOT = "snapshot"  # retained: shows what was, counts nothing
    DUPLICATE = "duplicate"  # heard before
    WHILE_AWAY = "while_away"  # counted: made while the console was not running
    ROLLOVER = "rollover"  # counted through the counter's end; facts: modulus
    RESET = "reset"  # the counter began again at zero; the value since then counts; facts: last
    REBASED = "rebased"  # the counter goes on from another value; what lies between counts nothing; facts: last
    LATE = "late"  # older than or a little below the last value: nothing to count; facts: last
    CLOCK_SET = "clock_set"  # the sender's clock went back and stayed there: counting goes on from its values
    HELD = "held"  # more pieces than the station can make: waits for the next value to confirm; facts: last, allowed
    CONFIRMED = "confirmed"  # a held jump was confirmed and counted; facts: held
    DISCARDED = "discarded"  # a held jump was not confirmed; the value itself counts; facts: held
    IMPLAUSIBLE = "implausible"  # refused: one pulse with more pieces than the station can make; facts: allowed
    SENTINEL = "sentinel"  # refused: a number that stands for "no value"
    NEGATIVE = "negative"  # refused
    NOT_A_NUMBER = "not_a_number"  # refused: text, nothing, NaN or infinite
    TOO_LARGE = "too_large"  # refused
    ROUNDED = "rounded"  # a fraction of a piece was dropped


REFUSED = frozenset({Note.IMPLAUSIBLE, Note.SENTINEL, Note.NEGATIVE, Note.NOT_A_NUMBER, Note.TOO_LARGE})
ORDINARY = frozenset({Note.NONE, Note.BASELINE, Note.SNAPSHOT, Note.DUPLICATE})  # nothing a person must see


class Step(NamedTuple):
    """What one value did: the counter after it, pieces to add (never negative), a note and the facts behind it."""

    counter: Counter
    delta: int
    note: Note = Note.NONE
    facts: Mapping[str, float] = {}


class Held(NamedTuple):
    """A value that waits to be confirmed."""

    value: int
    at: float
    source_time: float | None


class _Seen(NamedTuple):
    """One readable value with its circumstances."""

    value: int
    at: float
    source_time: float | None
    order: str
    retained: bool


@dataclass(frozen=True, slots=True)
class Counter:
    """One count signal: a running total, or pulses that each say how many more. Times in seconds UTC."""

    pulse: bool = False
    rollover: int | None = None  # modulus, when the plant file knows it
    max_rate: float = ANY_RATE  # pieces a second that are still believed
    last: int | None = None
    at: float = 0.0  # when `last` was seen
    source_time: float | None = None
    order: str = ""
    held: Held | None = None
    behind: Held | None = None  # the first of a row of values with old source times
    restored: bool = False  # came from the store and has seen nothing since
    repeats_until: float | None = None  # source time of the last pulse before the restart
    recent: tuple[tuple[float, int], ...] = field(default=(), repr=False)

    @classmethod
    def for_signal(cls, pulse: bool, rollover: int | None, ideal_cycle: float | None) -> Counter:
        """A counter that has seen nothing; `ideal_cycle` in seconds a piece sets the rate that is believed (x 10)."""
        known = ideal_cycle is not None and ideal_cycle > 0
        return cls(pulse, rollover, FACTOR / ideal_cycle if known and ideal_cycle else ANY_RATE)

    def observe(
        self, value: Value, at: float, source_time: float | None = None, order: str = "", retained: bool = False
    ) -> Step:
        """Judge one value heard at `at`; `order` is the work order that runs ("" = not known). Never raises."""
        number, refusal = _number(value, self.pulse)
        if refusal:
            return Step(self, 0, refusal)
        seen = _Seen(int(number), at, source_time, order, retained)
        step = self._pulsed(seen) if self.pulse else self._total(seen)
        return step._replace(note=Note.ROUNDED) if number % 1 and not step.note else step

    def to_dict(self) -> dict[str, object]:
        """What must be kept over a restart, in plain types."""
        return {name: getattr(self, name) for name in STORED}

    @classmethod
    def from_dict(cls, data: Mapping[str, object], blank: Counter | None = None) -> Counter:
        """The counter as it was stored; ValueError when `data` is not what `to_dict` gave.

        `blank` is a counter as the plant file describes it today, which may not be as it did when this was stored.
        """
        if not all(isinstance(data.get(name, ()), kinds) for name, kinds in STORED.items()):
            raise ValueError(f"not a stored counter: {dict(data)!r:.200}")
        stored = cls(**{name: data[name] for name in STORED})  # type: ignore[arg-type]
        if blank is not None:
            stored = replace(stored, pulse=blank.pulse, rollover=blank.rollover, max_rate=blank.max_rate)
        repeats_until = stored.source_time if stored.pulse else None
        return replace(stored, restored=stored.last is not None, repeats_until=repeats_until)

    def _allowed(self, seen: _Seen, since: Counter | Held, grace: int = GRACE) -> float:
        """Pieces that can have been made since: the believed rate over the longer of both clocks' intervals."""
        passed = max(0.0, seen.at - since.at)
        if seen.source_time is not None and since.source_time is not None:
            passed = max(passed, min(seen.source_time - since.source_time, LONGEST_SOURCE_GAP))
        return self.max_rate * passed + grace

    def _take(self, seen: _Seen) -> Counter:
        """The counter standing at this value."""
        source = self.source_time if seen.source_time is None else seen.source_time
        order = seen.order or self.order
        return replace(
            self, last=seen.value, at=seen.at, source_time=source, order=order, held=None, behind=None, restored=False
        )

    # -- running totals

    def _total(self, seen: _Seen) -> Step:
        if self.last is None:
            if seen.value in SENTINELS:
                return Step(self, 0, Note.SENTINEL)
            return Step(self._take(seen), 0, Note.SNAPSHOT if seen.retained else Note.BASELINE)
        if seen.retained and not self.restored:
            return Step(self, 0, Note.SNAPSHOT)
        if self._repeats(seen):
            return Step(self, 0, Note.DUPLICATE)
        step = self._confirmed(seen) or self._judged(seen, self.last)
        if self.restored and step.delta:
            return step._replace(note=step.note or Note.WHILE_AWAY, facts={**step.facts, "while_away": step.delta})
        return step

    def _repeats(self, seen: _Seen) -> bool:
        """Whether this very message was the last one or is the one that is held."""
        same = (seen.value, seen.source_time)
        return seen.source_time is not None and (
            same == (self.last, self.source_time) or (self.held is not None and same == self.held[::2])
        )

    def _confirmed(self, seen: _Seen) -> Step | None:
        """Take a held value that this one carries on from; None when there is none or it does not."""
        held = self.held
        if held is None or self.last is None or not held.value <= seen.value <= held.value + self._allowed(seen, held):
            return None
        if held.value > self.last:
            return Step(self._take(seen), seen.value - self.last, Note.CONFIRMED, {"held": held.value})
        return Step(self._take(seen), seen.value - held.value, Note.REBASED, {"last": self.last})

    def _judged(self, seen: _Seen, last: int) -> Step:
        step = self._forward(seen, last) if seen.value >= last else self._backward(seen, last)
        if self.held and not step.note:
            return step._replace(note=Note.DISCARDED, facts={"held": self.held.value})
        return step

    def _forward(self, seen: _Seen, last: int) -> Step:
        allowed = self._allowed(seen, self)
        if seen.value - last <= allowed:
            return Step(self._take(seen), seen.value - last)
        if seen.value in SENTINELS:
            return Step(self, 0, Note.SENTINEL)
        return self._hold(seen, last, allowed)

    def _hold(self, seen: _Seen, last: int, allowed: float) -> Step:
        held = Held(seen.value, seen.at, seen.source_time)
        return Step(replace(self, held=held), 0, Note.HELD, {"last": last, "allowed": allowed})

    def _backward(self, seen: _Seen, last: int) -> Step:
        allowed, was = self._allowed(seen, self), {"last": float(last)}
        if seen.order and seen.order != self.order and seen.value <= allowed:
            return Step(self._take(seen), seen.value, Note.RESET, was)
        if self._older(seen):
            return self._late(seen, last)
        rolled = self._rolled(seen, last)
        if rolled:
            return rolled
        if seen.value <= min(allowed, last / 2):
            return Step(self._take(seen), seen.value, Note.RESET, was)
        if last - seen.value <= GRACE:
            return Step(replace(self, held=None), 0, Note.LATE, was)
        return self._hold(seen, last, allowed)

    def _older(self, seen: _Seen) -> bool:
        return seen.source_time is not None and self.source_time is not None and seen.source_time < self.source_time

    def _late(self, seen: _Seen, last: int) -> Step:
        """An old value counts nothing, unless old ones are all that has come for minutes: then the clock was set."""
        first = self.behind or Held(seen.value, seen.at, seen.source_time)
        if seen.at - first.at < CLOCK_SET_AFTER:
            return Step(replace(self, behind=first), 0, Note.LATE, {"last": last})
        return Step(self._take(seen), max(0, seen.value - first.value), Note.CLOCK_SET, {"last": last})

    def _rolled(self, seen: _Seen, last: int) -> Step | None:
        """The step through the counter's end, None when no modulus explains this value.

        A counter that once showed the modulus itself begins again one later.
        """
        allowed = self._allowed(seen, self, ROLL_GRACE)
        for modulus in (self.rollover,) if self.rollover else MODULI:
            pieces = seen.value + modulus + (last == modulus) - last
            if last <= modulus and pieces <= min(allowed, modulus // (2 if self.rollover else REACH)):
                return Step(self._take(seen), pieces, Note.ROLLOVER, {"modulus": modulus})
        return None

    # -- pulses

    def _pulsed(self, seen: _Seen) -> Step:
        if seen.retained:
            return Step(self, 0, Note.SNAPSHOT)
        source, recent = seen.source_time, self.recent
        if source is not None:
            if (source, seen.value) in recent or self._repeated_by_broker(source):
                return Step(self, 0, Note.DUPLICATE)
            recent = (*recent, (source, seen.value))[-RECENT:]
        allowed = self.max_rate * FIRST_PULSE + GRACE if self.last is None else self._allowed(seen, self)
        if seen.value > allowed:
            return Step(self, 0, Note.IMPLAUSIBLE, {"allowed": allowed})
        newest = self.source_time if self._a_little_older(seen) else source
        return Step(replace(self._take(seen), source_time=newest, recent=recent), seen.value)

    def _a_little_older(self, seen: _Seen) -> bool:
        last = self.source_time
        return last is not None and (seen.source_time is None or 0 < last - seen.source_time <= REPEATS_WITHIN)

    def _repeated_by_broker(self, source_time: float) -> bool:
        """After a restart a broker repeats what was not acknowledged: never newer than the last one stored."""
        return self.repeats_until is not None and 0 <= self.repeats_until - source_time <= REPEATS_WITHIN


def _number(value: Value, pulse: bool) -> tuple[float, Note]:
    """A value as a count and no note, or 0 and why it is none. A pulse may be True or a text: one piece."""
    if isinstance(value, bool):
        return (float(value), Note.NONE) if pulse else (0.0, Note.NOT_A_NUMBER)
    if isinstance(value, str):
        if not NUMBER.fullmatch(value):
            return (1.0, Note.NONE) if pulse and value.strip() else (0.0, Note.NOT_A_NUMBER)
        value = float(value)
    if value is None or not isfinite(value):
        return 0.0, Note.NOT_A_NUMBER
    if value < 0:
        return 0.0, Note.SENTINEL if value in NEGATIVE_SENTINELS else Note.NEGATIVE
    return (value, Note.NONE) if value < SHOWN else (0.0, Note.TOO_LARGE)
