"""The intake: every message that the console hears passes here, on the MQTT thread, and becomes readings."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Final

from console.domain.readings import Reading
from console.telemetry.bound import Moment
from console.telemetry.documents import LARGEST, Unreadable
from console.telemetry.mapping import Mapping, TopicPlan
from console.telemetry.plantfile import SPARKPLUG, PlantFile
from console.telemetry.seldom import Seldom
from console.telemetry.sparkplug import SparkplugHost, SparkplugUnreadable
from console.telemetry.topics import LARGE, TopicBook, TopicEntry

logger = logging.getLogger(__name__)

MOST_PLANS: Final = 100_000  # topics whose plan is kept ready
_SPARKPLUG: Final = f"{SPARKPLUG}/"
_moment: Callable[[tuple[float, bool, str]], Moment] = partial(tuple.__new__, Moment)  # half the cost of Moment(...)


class _Ear:
    """What a topic needs at each message, found with one look-up."""

    __slots__ = ("asked", "entry", "plan", "sparkplug")

    def __init__(self, entry: TopicEntry | None, plan: TopicPlan | None, sparkplug: bool, asked: bool) -> None:
        self.entry = entry
        self.plan = plan
        self.sparkplug = sparkplug
        self.asked = asked


class _Listening:
    """One plant file in force: its mapping and the ears made for it."""

    def __init__(self, plant_file: PlantFile | None, put: Callable[[list[Reading]], None]) -> None:
        self.put = put
        self.mapping = Mapping(plant_file) if plant_file is not None else None
        self.ears: dict[str, _Ear] = {}


Ask = Callable[[str, bytes, bool, float], None]  # topic, payload, retained, heard at


class Intake:
    """Turns messages into readings and hands them to `put`. `held` has (mid, qos) of those that wait for the disk."""

    def __init__(
        self,
        plant_file: PlantFile | None,
        put: Callable[[list[Reading]], None],
        sparkplug: SparkplugHost | None,
        book: TopicBook | None = None,
    ) -> None:
        self.book = book if book is not None else TopicBook()
        self.held: deque[tuple[int, int]] = deque()
        self.bugs = 0  # exceptions that should not have been
        self._host = sparkplug
        self._asked: frozenset[str] = frozenset()
        self._ask: Ask | None = None
        self._listening = _Listening(plant_file, put)
        self._unread = Seldom(logger)
        self._bugs = Seldom(logger)

    def replace(self, plant_file: PlantFile | None, put: Callable[[list[Reading]], None] | None = None) -> None:
        """From the next message on another plant file is in force, and its readings go to `put`.

        A message that is being read at this moment still goes where the old file's readings went.
        """
        self._listening = _Listening(plant_file, put or self._listening.put)

    def ask(self, topics: frozenset[str], ask: Ask) -> None:
        """Hand on what is said on these topics, as it is; it makes a record. Before the topics are subscribed to."""
        self._asked, self._ask = topics, ask
        for topic in topics:
            self._listening.ears.pop(topic, None)

    def take(self, topic: str, payload: bytes, qos: int, retained: bool, mid: int, heard_at: float) -> bool:
        """Take one message. Never raises.

        False when it makes a record: it is then in `held` and to be acknowledged to the broker once that is durable.
        """
        try:
            listening = self._listening
            ear = listening.ears.get(topic)
            if ear is None:
                ear = self._meet(listening, topic, payload, heard_at)
            entry = ear.entry
            if entry is not None:
                entry.count += 1
                entry.heard_at = heard_at
                entry.retained = retained
                entry.qos = qos
                if len(payload) > LARGE or entry.size > LARGE:
                    self.book.keep(entry, payload)
                else:
                    entry.payload = payload
                    entry.size = len(payload)
            plan = ear.plan
            if plan is not None and payload:
                return self._map(listening, plan, entry, _moment((heard_at, retained, topic)), payload, qos, mid)
            if ear.asked and self._ask is not None:
                self._ask(topic, payload, retained, heard_at)
                return self._held(qos, retained, mid)
            if ear.sparkplug:
                return self._hear(listening, entry, _moment((heard_at, retained, topic)), payload, qos, mid)
            return True
        except Exception:
            self.bugs += 1
            self._bugs.log(logging.ERROR, "bug while taking a message on %.200r", topic, trace=True)
            return True

    def _meet(self, listening: _Listening, topic: str, payload: bytes, heard_at: float) -> _Ear:
        """The ear for a topic that is new since the plant file came into force."""
        entry = self.book.meet(topic, payload, heard_at)
        sparkplug = self._host is not None and topic.startswith(_SPARKPLUG)
        plan = listening.mapping.plan(topic) if listening.mapping is not None else None
        if entry is not None:
            entry.rules = plan.names if plan else ()
            entry.note = ""
        ear = _Ear(entry, plan or None, sparkplug, topic in self._asked)
        if (entry is not None or plan) and len(listening.ears) < MOST_PLANS:
            listening.ears[topic] = ear
        return ear

    def _map(
        self,
        listening: _Listening,
        plan: TopicPlan,
        entry: TopicEntry | None,
        moment: Moment,
        payload: bytes,
        qos: int,
        mid: int,
    ) -> bool:
        readings: list[Reading] = []
        try:
            note = plan.read(payload, moment, readings)
        except Unreadable as error:
            self._reject(entry, moment.topic, payload, str(error))
            return True
        if entry is not None:
            entry.note = note
        return self._deliver(listening, readings, plan.holds, moment.retained, qos, mid)

    def _hear(
        self, listening: _Listening, entry: TopicEntry | None, moment: Moment, payload: bytes, qos: int, mid: int
    ) -> bool:
        assert self._host is not None
        try:
            if len(payload) > LARGEST:
                raise SparkplugUnreadable(f"{len(payload) // 1024} KiB, more than {LARGEST // 1024} KiB is not read")
            heard = self._host.hear(moment.topic, payload, moment.retained, moment.heard_at)
        except SparkplugUnreadable as error:
            self._reject(entry, moment.topic, payload, str(error))
            return True
        readings: list[Reading] = []
        note, holds = heard.note, False
        if listening.mapping is not None:
            note = listening.mapping.sparkplug.read(heard, moment, readings)
            publisher = listening.mapping.sparkplug.publisher(heard.path)
            holds = publisher.holds
            if entry is not None:
                entry.rules = publisher.names
        if entry is not None:
            entry.note = note
            entry.metrics = tuple(heard.metrics)
        return self._deliver(listening, readings, holds, moment.retained, qos, mid)

    def _deliver(
        self, listening: _Listening, readings: list[Reading], holds: bool, retained: bool, qos: int, mid: int
    ) -> bool:
        if readings:
            listening.put(readings)
            return not holds or self._held(qos, retained, mid)
        return True

    def _held(self, qos: int, retained: bool, mid: int) -> bool:
        """Whether the broker may forget the message at once; else it waits for the disk."""
        if qos and not retained:
            self.held.append((mid, qos))
            return False
        return True

    def _reject(self, entry: TopicEntry | None, topic: str, payload: bytes, why: str) -> None:
        self.book.reject(entry, payload, why)
        self._unread.log(logging.WARNING, "unreadable message on %.200r: %.200s", topic, why)
