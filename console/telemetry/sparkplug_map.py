"""Sparkplug metrics to readings, and what births and deaths mean for the stations that a node feeds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from console.domain.readings import Quality, Reading, Role, Signal
from console.telemetry.bound import RECORDS, UNKNOWABLE, Moment, Plant
from console.telemetry.documents import Unreadable, read_document
from console.telemetry.paths import is_true
from console.telemetry.patterns import fill
from console.telemetry.rules import Rule, SignalRule
from console.telemetry.sparkplug import Heard, SparkplugKind
from console.telemetry.sparkplug_metric import Metric
from console.telemetry.values import COUNTS, NO_VALUE, NOTHING
from console.telemetry.words import spelled

MOST_METRICS: Final = 20_000  # names of one node or device kept bound


class _Target(NamedTuple):
    """One metric of one node or device, and the signal it feeds."""

    signal: Signal
    rule: SignalRule
    source: Rule
    parts: dict[str, str]


class _Publisher:
    """One node or device: the rules that hear it, the metrics bound so far, the places it feeds."""

    def __init__(self, heard: list[tuple[Rule, dict[str, str]]], plant: Plant) -> None:
        self._heard = heard
        self._plant = plant
        self.names = tuple(rule.name for rule, _ in heard)
        self.holds = any(s.shape.pulse or s.shape.role in RECORDS for rule, _ in heard for s in rule.signals)
        self.places: dict[str, None] = {}
        self.note = ""
        self._targets: dict[str, list[_Target]] = {}
        for rule, parts in heard:
            for signal in rule.signals:
                if "{" not in (place := fill(rule.place_of(signal).template, parts)):
                    self._feed(rule, signal, parts, place)

    def _feed(self, rule: Rule, signal: SignalRule, parts: dict[str, str], place: str = "") -> str | None:
        """The place that a signal feeds, remembered as one of this publisher's."""
        try:
            found = rule.place_of(signal).place(parts) if rule.place_of(signal).fixed else place
        except ValueError as error:
            self.note = str(error)
            return None
        if found and found in self._plant.signals.places:
            self.places[found] = None
        return found

    def targets(self, name: str) -> list[_Target]:
        """What a metric of this name feeds."""
        found = self._targets.get(name)
        if found is None:
            found = [target for rule, parts in self._heard for target in self._bind(rule, parts, name)]
            if len(self._targets) < MOST_METRICS:
                self._targets[name] = found
        return found

    def _bind(self, rule: Rule, parts: dict[str, str], name: str) -> list[_Target]:
        found = []
        for signal in rule.signals:
            own = signal.pattern.parts(name)
            if own is None:
                continue
            own |= parts
            place = self._feed(rule, signal, own)
            if place is None:
                continue
            made = self._plant.signals.signal(place, signal.shape, fill(signal.name, own))
            if made is None:
                self.note = f"the plant has no place {place[:60]!r}"
            else:
                found.append(_Target(made, signal, rule, own))
        return found


class SparkplugMap:
    """All Sparkplug rules of a plant."""

    def __init__(self, rules: Sequence[Rule], plant: Plant) -> None:
        self._rules = rules
        self._plant = plant
        self._publishers: dict[str, _Publisher] = {}

    def publisher(self, path: str) -> _Publisher:
        """The node or device of a path "group/node[/device]"."""
        found = self._publishers.get(path)
        if found is None:
            heard = [
                (rule, parts) for rule in self._rules if rule.node and (parts := rule.node.parts(path)) is not None
            ]
            found = _Publisher(heard, self._plant)
            if heard or len(self._publishers) < MOST_METRICS:
                self._publishers[path] = found
        return found

    def read(self, heard: Heard, moment: Moment, out: list[Reading]) -> str:
        """Put the readings of what a Sparkplug host heard into `out`; a note, "" when all went well."""
        if heard.kind is SparkplugKind.DEATH:
            for path in heard.affects or (heard.path,):
                self._link(path, "stale", moment, out)
            return heard.note
        if heard.kind not in (SparkplugKind.BIRTH, SparkplugKind.DATA):
            return heard.note
        publisher = self.publisher(heard.path)
        if heard.waiting:
            for metric in heard.metrics:
                publisher.targets(metric.name or "")  # names tell the places that wait
            self._link(heard.path, "waiting", moment, out)
            return heard.note or publisher.note
        for path in heard.affects:
            self._link(path, "waiting", moment, out)
        note = self._metrics(publisher, heard, moment, out)
        return note or heard.note or publisher.note

    def _metrics(self, publisher: _Publisher, heard: Heard, moment: Moment, out: list[Reading]) -> str:
        note = ""
        values: list[Reading] = []
        for metric in heard.metrics:
            for target in publisher.targets(metric.name or ""):
                if metric.historical:  # told later than it happened: changes nothing that is shown as now
                    note = "historical values: not shown as current"
                    continue
                try:
                    self._metric(metric, target, moment, values)
                except ValueError as error:
                    note = str(error)
        if heard.kind is SparkplugKind.BIRTH:
            self._link(heard.path, True, moment, out)
        out += values
        return note

    def _link(self, path: str, value: str | bool, moment: Moment, out: list[Reading]) -> None:
        """Every station that this node or device feeds is online, stale or waiting."""
        for place in self.publisher(path).places:
            signal = self._plant.signals.online(place)
            if signal is not None:
                quality, retained = Quality.GOOD, moment.retained and value is True
                out.append(Reading(signal, value, None, moment.heard_at, quality, retained, moment.topic, ""))

    def _metric(self, metric: Metric, target: _Target, moment: Moment, out: list[Reading]) -> None:
        signal, rule, source, parts = target
        value: Any = metric.value
        if rule.field or rule.when or rule.key or source.when:
            document = _document(value)
            if any(not is_true(when.read(document, document)) for when in (source.when, rule.when) if when):
                return
            value = rule.field.read(document, document) if rule.field else value
            key = rule.key.key(parts, document, document) if rule.key else ""
        else:
            key = ""
        if rule.constant is not None:
            value = rule.constant
        ours: Any = NO_VALUE if value is None and metric.is_null else NOTHING if value is None else rule.convert(value)
        if ours is NOTHING or (ours is NO_VALUE and signal.role not in UNKNOWABLE):
            return
        quality = metric.quality
        if ours is NO_VALUE:
            ours, quality = None, Quality.BAD
        if signal.role in COUNTS and key and self._plant.repeats.known(signal, key):
            return
        if signal.role is Role.STATE:
            key = "" if value is None else spelled(value)
        out.append(
            Reading(signal, ours, metric.timestamp, moment.heard_at, quality, moment.retained, moment.topic, key)
        )


def _document(value: Any) -> Any:
    """What a path reads: a JSON text as its document, any other value as {"value": ...}."""
    if isinstance(value, str) and value[:1] in ("{", "["):
        try:
            return read_document(value.encode())
        except Unreadable:
            return {"value": value}
    return {"value": value}
