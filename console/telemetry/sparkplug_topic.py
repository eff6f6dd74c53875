"""Sparkplug topics: which message of which node or device a topic announces, and how to ask a node for its births."""

from __future__ import annotations

import time
from enum import StrEnum
from typing import Final, NamedTuple

from console.telemetry.sparkplug_codec import encode
from console.telemetry.sparkplug_metric import Metric
from console.telemetry.sparkplug_values import DataType

NAMESPACE: Final = "spBv1.0"
REBIRTH: Final = "Node Control/Rebirth"


class SparkplugKind(StrEnum):
    """What a message means to whoever watches the plant."""

    BIRTH = "birth"
    DATA = "data"
    DEATH = "death"
    COMMAND = "command"
    STATE = "state"  # of a host application, not of a machine
    IGNORED = "ignored"  # malformed, or not to be believed; the note says why


_KINDS: Final = {
    "BIRTH": SparkplugKind.BIRTH,
    "DATA": SparkplugKind.DATA,
    "DEATH": SparkplugKind.DEATH,
    "CMD": SparkplugKind.COMMAND,
}


class Address(NamedTuple):
    """A topic taken apart. `path` is "group/node", "group/node/device", or the host's id for STATE."""

    kind: SparkplugKind
    path: str
    group: str = ""
    node: str = ""
    device: str = ""  # "" for the node itself
    node_path: str = ""
    note: str = ""  # why it is ignored


def address_of(topic: str) -> Address:
    """Take a topic apart; what keeps to no rule of the specification is IGNORED with a note, path the topic itself."""
    levels = topic.split("/")
    if levels[0] == "STATE" and len(levels) == 2 and levels[1]:
        return Address(SparkplugKind.STATE, levels[1])  # where Sparkplug 2 had it
    if levels[0] != NAMESPACE:
        return _ignored(topic, f"not in the namespace {NAMESPACE}")
    if len(levels) == 3 and levels[1] == "STATE" and levels[2]:
        return Address(SparkplugKind.STATE, levels[2])
    if len(levels) not in {4, 5} or not all(levels):
        return _ignored(topic, "not namespace/group/message/node[/device]")
    _, group, message, node, *rest = levels
    kind = _KINDS.get(message[1:])
    if kind is None or message[0] not in "ND":
        return _ignored(topic, f"unknown message type {message}")
    if bool(rest) != (message[0] == "D"):
        return _ignored(topic, f"{message} {'with' if rest else 'without'} a device")
    node_path = f"{group}/{node}"
    return Address(kind, "/".join((node_path, *rest)), group, node, "".join(rest), node_path)


def _ignored(topic: str, note: str) -> Address:
    return Address(SparkplugKind.IGNORED, topic, note=note)


def rebirth_command(group: str, node: str) -> tuple[str, bytes]:
    """Topic and payload that ask a node to send its births again; publish at QoS 0, not retained."""
    metric = Metric(REBIRTH, None, True, DataType.BOOLEAN, None)
    return f"{NAMESPACE}/{group}/NCMD/{node}", encode([metric], time.time(), None)
