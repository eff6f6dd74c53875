"""From topic and payload to readings: which rules hear a topic, bound once and kept."""

from __future__ import annotations

from collections.abc import Iterable

from console.domain.readings import Reading
from console.telemetry.bound import Bound, Moment, Plant
from console.telemetry.documents import Unreadable
from console.telemetry.memory import Repeats
from console.telemetry.plantfile import PlantFile
from console.telemetry.rules import Reader, Rule, SignalRule
from console.telemetry.sparkplug_map import SparkplugMap


class TopicPlan:
    """What to do with the messages of one topic."""

    __slots__ = ("_readers", "holds", "names")

    def __init__(self, bound: Iterable[Bound]) -> None:
        self._readers: list[tuple[Reader, list[Bound]]] = []
        self.names: tuple[str, ...] = ()
        self.holds = False
        for one in bound:
            self._add(one)

    def __bool__(self) -> bool:
        return bool(self._readers)

    def _add(self, bound: Bound) -> None:
        self.names = (*self.names, bound.rule.name)
        self.holds = self.holds or bound.holds
        for reader, others in self._readers:
            if reader is bound.rule.read:
                others.append(bound)
                return
        self._readers.append((bound.rule.read, [bound]))

    def read(self, payload: bytes, moment: Moment, out: list[Reading]) -> str:
        """Put the message's readings into `out`; a note, "" when all went well.

        Raises documents.Unreadable when no dialect can read the payload: a wide pattern of one dialect must not
        silence what another reads.
        """
        note = ""
        unread: list[Unreadable] = []
        for reader, bound in self._readers:
            try:
                document = reader(payload)
            except Unreadable as error:
                unread.append(error)
                continue
            for one in bound:
                note = one.read(document, moment, out) or note
        if unread and len(unread) == len(self._readers):
            raise unread[0]
        return note or (str(unread[0]) if unread else "")


class Mapping:
    """The rules of one plant file, ready to hear."""

    def __init__(self, plant_file: PlantFile) -> None:
        self.plant = Plant(plant_file.signals, Repeats())
        self.sparkplug = SparkplugMap([rule for rule in plant_file.rules if rule.node is not None], self.plant)
        self._rules = [rule for rule in plant_file.rules if rule.node is None]

    def plan(self, topic: str) -> TopicPlan:
        """What the rules say about a topic; false when they say nothing."""
        return TopicPlan(bound for rule in self._rules for bound in self._bind(rule, topic))

    def _bind(self, rule: Rule, topic: str) -> list[Bound]:
        """Signals whose patterns see the same parts in the topic are read together, in the file's order."""
        groups: dict[tuple[tuple[str, str], ...], list[SignalRule]] = {}
        for signal in rule.signals:
            parts = signal.pattern.parts(topic)
            if parts is not None:
                groups.setdefault(tuple(sorted(parts.items())), []).append(signal)
        return [Bound(rule, signals, dict(parts), self.plant) for parts, signals in groups.items()]
