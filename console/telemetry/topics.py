"""The topic book: everything that is on the broker, live - what the topics screen and the first start page show."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from console.telemetry.guesses import Dialect, Hearing, guess_dialect, summarise

MOST_TOPICS: Final = 50_000  # kept; others are counted
LARGEST_KEPT: Final = 256 * 1024  # bytes of a payload
LARGE: Final = 4096  # bytes above which payloads share LARGE_ROOM
LARGE_ROOM: Final = 64 * 1024 * 1024
SAMPLE: Final = 512  # bytes of a bad payload
LONGEST_TOPIC: Final = 1024  # a longer one is counted, not kept
RATE_OVER: Final = 5.0  # seconds over which a rate is smoothed

T = TypeVar("T")


@dataclass(slots=True, eq=False)
class TopicEntry:
    """One topic. Written by the MQTT thread, read by the main thread; each field is replaced as a whole."""

    topic: str
    dialect: Dialect = Dialect.UNKNOWN
    count: int = 0
    heard_at: float = 0.0
    first_heard: float = 0.0
    payload: bytes = b""
    size: int = 0  # bytes of the last payload, also where not all are kept
    retained: bool = False
    qos: int = 0
    rules: tuple[str, ...] = ()  # names of the rules that map it
    note: str = ""  # what is odd about the last message
    bad: int = 0  # messages that could not be read
    bad_sample: bytes = b""
    metrics: tuple[Any, ...] = ()  # of the last Sparkplug message, names put in
    _seen: int = 0
    _seen_at: float = 0.0
    _rate: float = 0.0

    @property
    def mapped(self) -> bool:
        """Whether a rule hears it."""
        return bool(self.rules)

    def rate(self, now: float | None = None) -> float:
        """Messages a second, smoothed over the last few seconds. `now` from time.monotonic()."""
        now = time.monotonic() if now is None else now
        passed = now - self._seen_at
        if passed >= 0.5 or not self._seen_at:
            count = self.count
            if self._seen_at:
                share = min(1.0, passed / RATE_OVER)
                self._rate += share * ((count - self._seen) / passed - self._rate)
            self._seen, self._seen_at = count, now
        return self._rate


@dataclass(slots=True, eq=False)
class TopicNode:
    """One level of the topic tree."""

    name: str
    prefix: str  # the whole path down to here, "" at the root
    below: int = 0  # topics at and under this level
    entry: TopicEntry | None = None
    nodes: dict[str, TopicNode] = field(default_factory=dict)


class TopicBook:
    """Topics by name and as a tree."""

    def __init__(self, most: int = MOST_TOPICS) -> None:
        self.entries: dict[str, TopicEntry] = {}
        self.root = TopicNode("", "")
        self.overflow = 0  # messages of topics that were not kept
        self.unreadable = 0  # messages that could not be read
        self._most = most
        self._large = 0

    def __len__(self) -> int:
        return len(self.entries)

    def get(self, topic: str) -> TopicEntry | None:
        """What is known about a topic."""
        return self.entries.get(topic)

    def children(self, prefix: str = "") -> list[TopicNode]:
        """The levels right below `prefix` ("" for the top), by name."""
        node = self.root if prefix == "" else self._find(prefix)
        if node is None:
            return []
        return sorted(_steady(node.nodes), key=lambda child: child.name.casefold())

    def find(self, words: str, limit: int = 200) -> list[TopicEntry]:
        """Topics that hold every one of some words, in any case."""
        wanted = words.casefold().split()
        found = []
        for entry in _steady(self.entries):
            name = entry.topic.casefold()
            if all(word in name for word in wanted):
                found.append(entry)
                if len(found) >= limit:
                    break
        return found

    def guess(self) -> Hearing:
        """What seems to be on this broker."""
        return summarise(self)

    def __iter__(self) -> Iterator[TopicEntry]:
        return iter(_steady(self.entries))

    # --- written by the MQTT thread

    def meet(self, topic: str, payload: bytes, heard_at: float) -> TopicEntry | None:
        """The entry of a topic, made when it is new; None when there is no room for another."""
        entry = self.entries.get(topic)
        if entry is not None:
            return entry
        if len(self.entries) >= self._most or len(topic) > LONGEST_TOPIC:
            self.overflow += 1
            return None
        entry = TopicEntry(topic, guess_dialect(topic, payload), first_heard=heard_at)
        self._plant(entry)
        self.entries[topic] = entry
        return entry

    def keep(self, entry: TopicEntry, payload: bytes) -> None:
        """Keep a payload of any size, as far as there is room for large ones."""
        size = len(payload)
        held = len(entry.payload)
        room = LARGE_ROOM - self._large + (held if held > LARGE else 0)
        kept = payload[:LARGEST_KEPT] if size <= LARGE or min(size, LARGEST_KEPT) <= room else payload[:LARGE]
        self._large += (len(kept) if len(kept) > LARGE else 0) - (held if held > LARGE else 0)
        entry.payload = kept
        entry.size = size

    def reject(self, entry: TopicEntry | None, payload: bytes, why: str) -> None:
        """Count a message that could not be read and keep the beginning of the last one."""
        self.unreadable += 1
        if entry is not None:
            entry.bad += 1
            entry.bad_sample = payload[:SAMPLE]
            entry.note = why

    def _plant(self, entry: TopicEntry) -> None:
        node = self.root
        node.below += 1
        prefix = ""
        for index, name in enumerate(entry.topic.split("/")):
            prefix = f"{prefix}/{name}" if index else name
            child = node.nodes.get(name)
            if child is None:
                child = TopicNode(name, prefix)
                node.nodes[name] = child
            node = child
            node.below += 1
        node.entry = entry

    def _find(self, prefix: str) -> TopicNode | None:
        node: TopicNode | None = self.root
        for name in prefix.split("/"):
            node = node.nodes.get(name) if node else None
        return node


def _steady(table: dict[str, T]) -> list[T]:
    """The values of a table that another thread may be adding to."""
    while True:
        try:
            return list(table.values())
        except RuntimeError:  # it grew while it was read
            continue
