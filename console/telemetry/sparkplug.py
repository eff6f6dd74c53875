"""A Sparkplug B host: hears births, data and deaths of edge nodes and knows which names and values to believe.

Sparkplug 3.0 decides. A birth defines names and aliases and starts the sequence; data before a birth is *waiting* and
asks for one; a death of an older session does not count; what comes after a death counts again after the next birth.
What is retained is a snapshot and changes nothing, because the specification forbids to retain any of these messages.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any, Final, NamedTuple

from console.telemetry.sparkplug_codec import metrics_of, parse, seq_of
from console.telemetry.sparkplug_metric import NO_DEFINITIONS, Definitions, Metric, SparkplugUnreadable
from console.telemetry.sparkplug_nodes import Node, NodeState, Place, Presence, Roster
from console.telemetry.sparkplug_rebirth import Rebirths
from console.telemetry.sparkplug_sequence import Step
from console.telemetry.sparkplug_state import read_state, state_messages
from console.telemetry.sparkplug_topic import REBIRTH, Address, SparkplugKind, address_of, rebirth_command
from console.telemetry.sparkplug_values import DataType, seconds

__all__ = [
    "Heard",
    "NodeState",
    "Presence",
    "SparkplugHost",
    "SparkplugKind",
    "SparkplugUnreadable",
    "rebirth_command",
    "state_messages",
]

RETURN_GRACE: Final = 5.0  # seconds after a reconnect in which nodes may send their births unasked
_LONGEST_TOPIC: Final = 1024
_MOST_TOPICS: Final = 20_000  # addresses kept taken apart
_NO_ROOM: Final = "more nodes and devices than this console keeps"
_NO_MEMORY: Final = "more metrics than this console keeps"


class Heard(NamedTuple):
    """What one message said."""

    kind: SparkplugKind
    path: str  # "group/node" or "group/node/device"; the host's id for STATE; the topic where it is malformed
    metrics: list[Metric]  # those with a name, told or found by alias; times left out are the payload's
    waiting: bool  # no birth of this node or device was heard: it is not known to be online
    affects: tuple[
        str, ...
    ] = ()  # DEATH: every path that is dead now. BIRTH of a node: device paths that wait for theirs
    note: str = ""


class SparkplugHost:
    """Call `hear` for each Sparkplug message; `connection_lost` when the broker is gone; `watch` about once a second.

    `ask_rebirth(group, node)` is called when a node's birth is needed; None: nothing is ever asked. Safe to call from
    several threads.
    """

    def __init__(
        self,
        ask_rebirth: Callable[[str, str], None] | None,
        now_monotonic: Callable[[], float] = time.monotonic,
        host_id: str = "",
    ) -> None:
        self._now = now_monotonic
        self._host_id = host_id
        self._lock = Lock()
        self._rebirths = Rebirths(ask_rebirth)
        self._roster = Roster(self._forgotten)
        self._addresses: dict[str, Address] = {}
        self._gaps: set[Node] = set()  # nodes whose sequence has an open gap
        self._missed: list[Node] = []  # nodes that were online when the connection was lost
        self._handlers = {
            SparkplugKind.BIRTH: self._birth,
            SparkplugKind.DATA: self._data,
            SparkplugKind.DEATH: self._death,
        }

    def hear(self, topic: str, payload: bytes, retained: bool, heard_at: float) -> Heard:
        """Take one message (`heard_at` seconds UTC). Raises SparkplugUnreadable and nothing else."""
        address = self._addresses.get(topic) or self._address(topic)
        if address.kind is SparkplugKind.IGNORED:
            return Heard(address.kind, address.path, [], False, (), address.note)
        if address.kind is SparkplugKind.STATE:
            return self._state(address, payload)
        message = parse(payload)
        with self._lock:
            now = self._now()
            if self._missed:
                self._ask_the_missed(now)
            if address.kind is SparkplugKind.COMMAND:
                told = self._command(address, message, now)
            elif retained:
                told = self._snapshot(address, message, now)
            else:
                told = self._live(address, message, heard_at, now)
            self._serve(now)
            return told

    def watch(self) -> None:
        """Ask for the births whose time has come, even when no message does; after a lost connection there are none."""
        with self._lock:
            self._serve(self._now())

    def connection_lost(self) -> None:
        """The broker is gone: every node and device is unknown until its next birth (Sparkplug 3.0, 5.3)."""
        with self._lock:
            self._missed += [n for n in self._roster.nodes.values() if n.presence is Presence.ONLINE]
            self._gaps.clear()
            self._rebirths.forget_all()
            for node in self._roster.nodes.values():
                self._end(node, Presence.WAITING)
                node.bd_seq = None

    @property
    def nodes(self) -> Mapping[str, NodeState]:
        """Every node and device known, by path: a picture of now."""
        return self._roster.states()

    def _address(self, topic: str) -> Address:
        if len(topic) > _LONGEST_TOPIC:
            return Address(SparkplugKind.IGNORED, topic[:_LONGEST_TOPIC], note="topic too long")
        if len(self._addresses) >= _MOST_TOPICS:
            self._addresses.clear()
        address = self._addresses[topic] = address_of(topic)
        return address

    def _live(self, address: Address, message: Any, heard_at: float, now: float) -> Heard:
        node = self._roster.node(address)
        place = self._roster.place(node, address) if node is not None else None
        if node is None or place is None:
            return Heard(SparkplugKind.IGNORED, address.path, [], False, (), _NO_ROOM)
        node.heard_at = place.heard_at = heard_at
        return self._handlers[address.kind](address, message, node, place, now)

    # --- births

    def _birth(self, address: Address, message: Any, node: Node, place: Place, now: float) -> Heard:
        metrics = _named(metrics_of(message, NO_DEFINITIONS, seconds(message.timestamp)))
        if place is node:
            return self._node_birth(address, message, node, metrics)
        if node.presence is not Presence.ONLINE:
            self._rebirths.want(node.group, node.name, now)
            note = f"a device's birth, and its node {_absence(node)}"
            return Heard(address.kind, address.path, metrics, True, (), note)
        note, metrics = self._follow(node, message, address.path, metrics, now)
        complete = self._roster.born(place, metrics)
        note = note if complete else _join(note, _NO_MEMORY)
        return Heard(address.kind, address.path, metrics, False, (), note)

    def _node_birth(self, address: Address, message: Any, node: Node, metrics: list[Metric]) -> Heard:
        affects = self._end(node, Presence.WAITING)[1:]
        complete = self._roster.born(node, metrics)
        node.bd_seq = _bd_seq(metrics)
        seq = seq_of(message)
        node.sequence.start(_byte(seq))
        self._rebirths.settled(node.group, node.name)
        notes = (
            "" if complete else _NO_MEMORY,
            "" if node.bd_seq is not None else "birth without bdSeq",
            "" if seq == 0 else f"birth with sequence {seq} instead of 0",
        )
        return Heard(address.kind, address.path, metrics, False, affects, _join(*notes))

    # --- data

    def _data(self, address: Address, message: Any, node: Node, place: Place, now: float) -> Heard:
        metrics = metrics_of(message, place.definitions, seconds(message.timestamp))
        note = ""
        if node.presence is Presence.ONLINE:
            note, metrics = self._follow(node, message, address.path, metrics, now)
        if node.presence is Presence.OFFLINE or place.presence is Presence.OFFLINE:
            self._rebirths.want(node.group, node.name, now)
            note = _join(note, "data after death, before the next birth")
            return Heard(SparkplugKind.IGNORED, address.path, [], False, (), note)
        legible, stranger = _legible(metrics, place.definitions)
        if place.presence is Presence.WAITING or node.presence is Presence.WAITING:
            self._rebirths.want(node.group, node.name, now)
            return Heard(address.kind, address.path, legible, True, (), _join(note, "data before birth"))
        if stranger:
            self._rebirths.want(node.group, node.name, now)
            note = _join(note, f"{stranger} is in no birth")
        return Heard(address.kind, address.path, legible, False, (), note)

    def _follow(
        self, node: Node, message: Any, path: str, metrics: list[Metric], now: float
    ) -> tuple[str, list[Metric]]:
        """Check the message's place in the sequence: a note, and the metrics, historical where newer ones came."""
        seq, order = _byte(seq_of(message)), node.sequence
        if seq is None:
            return "no sequence number", metrics
        last, newer = order.last, order.superseded
        step = order.follow(seq, now)
        if step is Step.NEXT and order.due is None:
            return "", metrics
        if step is Step.LATE:
            metrics = [m._replace(historical=True) if (path, m.name) in newer else m for m in metrics]
            if order.due is None:
                self._gaps.discard(node)
            return f"sequence {seq} came late", metrics
        if order.due is not None:
            order.superseded.update((path, metric.name) for metric in metrics)
        if step is Step.NEXT:
            return "", metrics
        if step is Step.REPEAT:
            return f"sequence {seq} came again", metrics
        self._gaps.add(node)
        return (f"sequence gap {last} → {seq}" if step is Step.GAP else f"sequence back {last} → {seq}"), metrics

    # --- deaths

    def _death(self, address: Address, message: Any, node: Node, place: Place, now: float) -> Heard:
        metrics = metrics_of(message)
        if place is node:
            return self._node_death(address, node, _bd_seq(metrics), now)
        note = ""
        if node.presence is Presence.ONLINE:
            note, _ = self._follow(node, message, address.path, [], now)
        self._roster.unlearn(place)
        place.presence = Presence.OFFLINE
        return Heard(address.kind, address.path, [], False, (address.path,), note)

    def _node_death(self, address: Address, node: Node, bd_seq: int | None, now: float) -> Heard:
        """A death counts when its bdSeq is the birth's; where one of both told none, it is believed.

        A death of a later session says that the one we know is over, though not that the node is dead: its birth was
        missed, or the sender counts wrongly (pysparkplug 0.6 does when it leaves). So the node is unknown and is asked.
        """
        ahead = 0
        if node.presence is Presence.ONLINE and bd_seq is not None and node.bd_seq is not None:
            ahead = (bd_seq - node.bd_seq) & 255
        if ahead >= 128:
            note = f"death of an older session (bdSeq {bd_seq}, now {node.bd_seq})"
            return Heard(SparkplugKind.IGNORED, address.path, [], False, (), note)
        if ahead:
            note = f"death of a session whose birth was not heard (bdSeq {bd_seq}, now {node.bd_seq})"
            affects = self._end(node, Presence.WAITING)
            self._rebirths.want(node.group, node.name, now)
            return Heard(address.kind, address.path, [], True, affects, note)
        affects = self._end(node, Presence.OFFLINE)
        self._rebirths.settled(node.group, node.name)
        return Heard(
            address.kind, address.path, [], False, affects, "" if bd_seq is not None else "death without bdSeq"
        )

    def _end(self, node: Node, presence: Presence) -> tuple[str, ...]:
        """End the session of a node: it and its devices are `presence` now. Paths: itself, devices once born."""
        self._gaps.discard(node)
        paths = [node.path]
        for device in node.devices.values():
            if device.presence is Presence.ONLINE:
                paths.append(device.path)
        for place in (node, *node.devices.values()):
            self._roster.unlearn(place)
            place.presence = presence
        node.sequence.start(None)
        return tuple(paths)

    # --- what changes nothing

    def _snapshot(self, address: Address, message: Any, now: float) -> Heard:
        """A retained message: values that once held, told as such; a node that is not online is asked for the truth."""
        node = self._roster.nodes.get(address.node_path)
        if address.kind is SparkplugKind.DEATH or (node is not None and node.presence is not Presence.WAITING):
            return Heard(SparkplugKind.IGNORED, address.path, [], False, (), f"retained {address.kind}: not believed")
        metrics = _named(metrics_of(message, NO_DEFINITIONS, seconds(message.timestamp)))
        known = self._roster.node(address)
        if known is not None:
            self._rebirths.want(known.group, known.name, now)
        note = f"retained {address.kind}: a snapshot, Sparkplug forbids retaining it"
        return Heard(address.kind, address.path, metrics, True, (), note)

    def _command(self, address: Address, message: Any, now: float) -> Heard:
        metrics = _named(metrics_of(message, NO_DEFINITIONS, seconds(message.timestamp)))
        if not address.device and any(metric.name == REBIRTH and metric.value is True for metric in metrics):
            self._rebirths.asked_by_another(address.group, address.node, now)
        return Heard(address.kind, address.path, metrics, False)

    def _state(self, address: Address, payload: bytes) -> Heard:
        online, timestamp = read_state(payload)
        metric = Metric("online", None, online, DataType.BOOLEAN, timestamp)
        ours = bool(self._host_id) and address.path == self._host_id
        note = "our own STATE says offline: publish it again" if ours and not online else ""
        return Heard(address.kind, address.path, [metric], False, (), note)

    # --- asking

    def _serve(self, now: float) -> None:
        if self._gaps:
            for node in [node for node in self._gaps if node.sequence.overdue(now)]:
                self._gaps.discard(node)
                self._rebirths.want(node.group, node.name, now)
        self._rebirths.serve(now)

    def _ask_the_missed(self, now: float) -> None:
        for node in self._missed:  # none of them can have been dropped: this is the first message since
            self._rebirths.want(node.group, node.name, now + RETURN_GRACE)
        self._missed.clear()

    def _forgotten(self, node: Node) -> None:
        self._gaps.discard(node)
        self._rebirths.forget(node.group, node.name)


def _named(metrics: list[Metric]) -> list[Metric]:
    for metric in metrics:
        if metric.name is None:
            return [metric for metric in metrics if metric.name is not None]
    return metrics


def _legible(metrics: list[Metric], definitions: Definitions) -> tuple[list[Metric], str]:
    """The metrics that birth or message name and type, and what the first of the others is called, "" when none is."""
    stranger = ""
    for metric in metrics:
        if metric.name is None or (not metric.datatype and metric.name not in definitions.by_name):
            stranger = metric.name or ("a metric without a name" if metric.alias is None else f"alias {metric.alias}")
            break
    else:
        return metrics, stranger
    known = definitions.by_name
    return [m for m in metrics if m.name is not None and (m.datatype or m.name in known)], stranger


def _byte(seq: int | None) -> int | None:
    return seq if seq is not None and seq <= 255 else None


def _absence(node: Node) -> str:
    return "is dead" if node.presence is Presence.OFFLINE else "was not born yet"


def _join(*notes: str) -> str:
    return "; ".join(note for note in notes if note)


def _bd_seq(metrics: list[Metric]) -> int | None:
    for metric in metrics:
        if metric.name == "bdSeq" and isinstance(metric.value, int):
            return metric.value
    return None
