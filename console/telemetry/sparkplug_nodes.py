"""Edge nodes and devices as the host knows them: alive or not, what their births defined, how many may be known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

from console.telemetry.sparkplug_metric import Definitions, Metric
from console.telemetry.sparkplug_sequence import Sequence
from console.telemetry.sparkplug_topic import Address

MOST_PLACES: Final = 10_000  # nodes and devices together
MOST_DEFINITIONS: Final = 500_000  # metrics of all births together


class Presence(StrEnum):
    """Whether a node or device is there."""

    ONLINE = "online"
    OFFLINE = "offline"  # its death was heard
    WAITING = "waiting"  # something was heard of it, but no birth


@dataclass(slots=True, eq=False)
class Place:
    """A node or a device."""

    path: str
    presence: Presence = Presence.WAITING
    definitions: Definitions = field(default_factory=Definitions)
    births: int = 0
    heard_at: float = 0.0  # seconds UTC


@dataclass(slots=True, eq=False)
class Node(Place):
    """An edge node: a place with devices below it and an order of messages."""

    group: str = ""
    name: str = ""
    bd_seq: int | None = None  # of its last birth
    sequence: Sequence = field(default_factory=Sequence)
    devices: dict[str, Place] = field(default_factory=dict)  # by device id


class NodeState(NamedTuple):
    """A node or device as the topics screen shows it; the last three are the node's own, None for a device."""

    path: str
    presence: Presence
    births: int
    metrics: int  # known from its birth
    heard_at: float  # seconds UTC
    bd_seq: int | None = None
    last_seq: int | None = None
    gaps: int | None = None  # gaps in the sequence that nothing filled


class Roster:
    """Every node and device, bounded: when full, whoever is not online and was heard longest ago makes room."""

    def __init__(self, forgotten: Callable[[Node], None]) -> None:
        self.nodes: dict[str, Node] = {}  # by "group/node"
        self._forgotten = forgotten
        self._places = 0
        self._definitions = 0

    def node(self, address: Address) -> Node | None:
        """The node of this address, made when it is new; None when there is no room."""
        known = self.nodes.get(address.node_path)
        if known is None and self._room():
            known = Node(address.node_path, group=address.group, name=address.node)
            self.nodes[address.node_path] = known
            self._places += 1
        return known

    def place(self, node: Node, address: Address) -> Place | None:
        """The node itself or its device, made when it is new; None when there is no room."""
        if not address.device:
            return node
        known = node.devices.get(address.device)
        if known is None and self._room(keep=node):
            known = node.devices[address.device] = Place(address.path)
            self._places += 1
        return known

    def born(self, place: Place, metrics: list[Metric]) -> bool:
        """Replace what the place's last birth defined; False when not all of it could be kept."""
        self.unlearn(place)
        place.presence = Presence.ONLINE
        place.births += 1
        room = MOST_DEFINITIONS - self._definitions
        place.definitions.learn(metrics, room)
        self._definitions += len(place.definitions)
        return len(metrics) <= room

    def unlearn(self, place: Place) -> None:
        """Forget what its birth defined: names and aliases hold only until the next birth or death."""
        self._definitions -= len(place.definitions)
        place.definitions = Definitions()

    def states(self) -> dict[str, NodeState]:
        """A picture of everyone, by path; safe to take from any thread."""
        picture: dict[str, NodeState] = {}
        for node in list(self.nodes.values()):
            picture[node.path] = _state(node)._replace(
                bd_seq=node.bd_seq, last_seq=node.sequence.last, gaps=node.sequence.gaps
            )
            picture.update((device.path, _state(device)) for device in list(node.devices.values()))
        return picture

    def _room(self, keep: Node | None = None) -> bool:
        while self._places >= MOST_PLACES:
            idle = [node for node in self.nodes.values() if node.presence is not Presence.ONLINE and node is not keep]
            if not idle:
                return False
            self._drop(min(idle, key=lambda node: node.heard_at))
        return True

    def _drop(self, node: Node) -> None:
        for place in (node, *node.devices.values()):
            self.unlearn(place)
        self._places -= 1 + len(node.devices)
        del self.nodes[node.path]
        self._forgotten(node)


def _state(place: Place) -> NodeState:
    return NodeState(place.path, place.presence, place.births, len(place.definitions), place.heard_at)
