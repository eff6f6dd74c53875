"""A rule bound to one topic: everything the topic's name decides is decided once, so that a message costs little."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final, NamedTuple

from console.domain.readings import Quality, Reading, Role, Signal, Value
from console.telemetry.memory import Repeats
from console.telemetry.paths import Getter, is_true
from console.telemetry.patterns import fill
from console.telemetry.rules import PlaceRule, Rule, SignalRule
from console.telemetry.signalbook import SignalBook
from console.telemetry.values import COUNTS, NO_VALUE, NOTHING, Converter
from console.telemetry.words import spelled

MOST_ELEMENTS: Final = 1000  # of an array that one message may spread over
UNKNOWABLE: Final = frozenset({Role.TAG, Role.STATE})  # what must not be shown any more when its value is gone
RECORDS: Final = frozenset({Role.QUALITY, Role.ORDER_STATE})  # readings that become a record, like pulses
_make: Callable[[tuple[Any, ...]], Reading] = partial(tuple.__new__, Reading)


class Moment(NamedTuple):
    """What is known about a message besides its document."""

    heard_at: float
    retained: bool
    topic: str


class Plant(NamedTuple):
    """What all bound rules of a plant share."""

    signals: SignalBook
    repeats: Repeats


class _Step(NamedTuple):
    signal: Signal
    get: Getter
    convert: Converter
    is_state: bool  # the machine's own word for its state goes along as the key


class Bound:
    """One rule, one topic. `read` turns a document into readings and returns a note, "" when all went well."""

    def __init__(self, rule: Rule, signals: list[SignalRule], parts: dict[str, str], plant: Plant) -> None:
        self.rule = rule
        self.holds = any(s.shape.pulse or s.shape.role in RECORDS for s in signals)
        self._signals = signals
        self._parts = parts
        self._plant = plant
        self._names = {signal: fill(signal.name, parts) for signal in signals}
        self._steps: list[_Step] = []
        self._clock = rule.time.clock if rule.time else None
        self._get_time = rule.time.field.get if rule.time else _itself
        self.note = ""
        self.read: Callable[[Any, Moment, list[Reading]], str] = self._read_elements
        if self._is_plain():
            self._prepare()

    def _is_plain(self) -> bool:
        rule = self.rule
        special = rule.each or rule.when or rule.quality or (rule.time and rule.time.field.whole)
        fixed = rule.place is not None and rule.place.fixed
        return fixed and not special and all(s.plain and not (s.field and s.field.whole) for s in self._signals)

    def _prepare(self) -> None:
        try:
            place = self.rule.place.place(self._parts) if self.rule.place else None
        except ValueError as error:
            place, self.note = None, str(error)
        self.read = self._read_plain
        for rule in self._signals if place is not None else ():
            signal = self._signal(place or "", rule)
            if signal is not None:
                get = rule.field.get if rule.field else _itself
                self._steps.append(_Step(signal, get, rule.convert, rule.shape.role is Role.STATE))

    def _signal(self, place: str, rule: SignalRule) -> Signal | None:
        found = self._plant.signals.signal(place, rule.shape, self._names[rule])
        if found is None:
            self.note = f"the plant has no place {place[:60]!r}"
        return found

    def _read_plain(self, document: Any, moment: Moment, out: list[Reading]) -> str:
        heard_at, retained, topic = moment
        at: float | None = None
        if self._clock is not None and (told := self._get_time(document)) is not None:
            if told.__class__ is list:  # a time for each of several values
                return self._read_elements(document, moment, out)
            at = self._clock(told, heard_at)
        note = self.note
        for signal, get, convert, is_state in self._steps:
            value = get(document)
            if value is None:
                continue
            if value.__class__ is list:
                note = self._spread(_Step(signal, get, convert, is_state), value, at, moment, out) or note
                continue
            try:
                ours = convert(value)
            except ValueError as error:
                note = str(error)
                continue
            if ours is NOTHING:
                continue
            if ours is NO_VALUE:
                note = _no_value(signal, at, moment, out) or note
                continue
            key = (value if value.__class__ is str else spelled(value)) if is_state else ""
            out.append(_make((signal, ours, at, heard_at, Quality.UNKNOWN, retained, topic, key)))
        return note

    def _spread(self, step: _Step, values: list[Any], at: float | None, moment: Moment, out: list[Reading]) -> str:
        note = "" if len(values) <= MOST_ELEMENTS else f"an array of {len(values)} values, {MOST_ELEMENTS} are read"
        for value in values[:MOST_ELEMENTS]:
            try:
                ours = NOTHING if value is None else step.convert(value)
            except ValueError as error:
                note = str(error)
                continue
            if ours is not NOTHING and ours is not NO_VALUE:
                word = spelled(value) if step.is_state else ""
                fresh = (step.signal, ours, at, moment.heard_at, Quality.UNKNOWN, moment.retained, moment.topic, word)
                out.append(_make(fresh))
        return note

    # --- everything that is not plain

    def _read_elements(self, document: Any, moment: Moment, out: list[Reading]) -> str:
        each = self.rule.each
        if each is None:
            return self._read_element(document, document, moment, out)
        found = each.read(document, document)
        if not isinstance(found, list):
            return "" if found is None else "each: the path leads to no array"
        note = "" if len(found) <= MOST_ELEMENTS else f"an array of {len(found)} elements, {MOST_ELEMENTS} are read"
        for element in found[:MOST_ELEMENTS]:
            note = self._read_element(element, document, moment, out) or note
        return note

    def _read_element(self, document: Any, whole: Any, moment: Moment, out: list[Reading]) -> str:
        when = self.rule.when
        if when is not None and not is_true(when.read(document, whole)):
            return ""
        note = ""
        for rule in self._signals:
            try:
                self._read_signal(rule, document, whole, moment, out)
            except ValueError as error:
                note = str(error)
        return note

    def _read_signal(self, rule: SignalRule, document: Any, whole: Any, moment: Moment, out: list[Reading]) -> None:
        if rule.when is not None and not is_true(rule.when.read(document, whole)):
            return
        value = rule.constant
        if value is None:
            value = rule.field.read(document, whole) if rule.field else document
        bad = value is None and rule.shape.role is Role.STATE and self._quality(rule, document, whole) is Quality.BAD
        if value is None and not bad:
            return
        place = self._place(self.rule.place_of(rule), document, whole)
        if place is None:
            return
        signal = self._plant.signals.signal(place, rule.shape, self._names[rule])
        if signal is None:
            raise ValueError(f"the plant has no place {place[:60]!r}")
        at = self._times(rule, document, whole, moment.heard_at)
        quality = self._quality(rule, document, whole)
        keys = rule.key.key(self._parts, document, whole) if rule.key else ""
        several = value if isinstance(value, list) else [value]
        first = len(out)
        for index, one in enumerate(several[:MOST_ELEMENTS]):
            time = at[index] if len(at) == len(several) else (at[0] if len(at) == 1 else None)
            self._put(rule, signal, one, time, quality, keys, moment, out)
        if rule.code or rule.level:
            out[first:] = [r._replace(value=rule.alarm(r.value, document, whole)) for r in out[first:]]

    def _put(
        self,
        rule: SignalRule,
        signal: Signal,
        value: Any,
        at: float | None,
        quality: Quality,
        key: str,
        moment: Moment,
        out: list[Reading],
    ) -> None:
        if value is None and quality is Quality.BAD and signal.role is Role.STATE:
            out.append(_make((signal, None, at, moment.heard_at, quality, moment.retained, moment.topic, "")))
            return
        ours: Value | Any = NOTHING if value is None else rule.convert(value)
        if ours is NOTHING:
            return
        if ours is NO_VALUE:
            if note := _no_value(signal, at, moment, out):
                raise ValueError(note)
            return
        if signal.role in COUNTS and key and self._plant.repeats.known(signal, key):
            return
        if signal.role is Role.STATE:
            key = spelled(value)
        out.append(_make((signal, ours, at, moment.heard_at, quality, moment.retained, moment.topic, key)))

    def _place(self, rule: PlaceRule, document: Any, whole: Any) -> str | None:
        return rule.place(self._parts, document, whole)

    def _times(self, rule: SignalRule, document: Any, whole: Any, heard_at: float) -> list[float | None]:
        """One time for all values, or one for each when the path leads to an array of times."""
        time = rule.time or self.rule.time
        told = time.field.read(document, whole) if time else None
        if time is None or told is None:
            return [None]
        return [time.clock(one, heard_at) for one in (told if isinstance(told, list) else [told])]

    def _quality(self, rule: SignalRule, document: Any, whole: Any) -> Quality:
        quality = rule.quality or self.rule.quality
        return quality.read(quality.field.read(document, whole)) if quality else Quality.UNKNOWN


def _itself(document: Any) -> Any:
    return document


def _no_value(signal: Signal, at: float | None, moment: Moment, out: list[Reading]) -> str:
    """A sentinel: a tag loses its value, a state is not known, anything else keeps what it had and gets a note."""
    if signal.role not in UNKNOWABLE:
        return f"{signal.name}: a value that means none"
    out.append(_make((signal, None, at, moment.heard_at, Quality.BAD, moment.retained, moment.topic, "")))
    return ""
