"""What a topic's messages look like before anybody has mapped them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from console.telemetry.documents import Unreadable, read_document

if TYPE_CHECKING:
    from console.telemetry.topics import TopicEntry

_PACKML: Final = re.compile(
    r"(.*?)/?\b(Status|Command|Admin)/(?:StateCurrent|StateRequested|StateChangeInProcess|UnitModeCurrent"
    r"|UnitModeRequested|UnitMode|CntrlCmd|CurMachSpeed|MachSpeed|MachDesignSpeed|CurMachSpd|ProdProcessedCount"
    r"|ProdDefectiveCount|ProdConsumedCount|StopReason|Alarm|AccTimeSinceReset|EquipmentInterlock|Parameter)\b.*",
    re.IGNORECASE,
)
_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"data:image/", b'"data:image/')
_INSIDE: Final = (b'"data:image/', b'"iVBORw0KGgo', b'"/9j/4A')
_LONG_TEXT: Final = 1024  # bytes: a longer text is no value


class Dialect(StrEnum):
    """How a topic seems to speak."""

    SPARKPLUG = "sparkplug"
    JSON = "json"
    SCALAR = "scalar"
    PACKML = "packml"
    PICTURE = "picture"
    TEXT = "text"
    BINARY = "binary"
    EMPTY = "empty"
    UNKNOWN = "unknown"


def guess_dialect(topic: str, payload: bytes) -> Dialect:
    """Guess from the topic's name and one payload."""
    if topic.startswith("spBv1.0/"):
        return Dialect.SPARKPLUG
    if not payload:
        return Dialect.EMPTY
    if _PACKML.fullmatch(topic):
        return Dialect.PACKML
    if payload.startswith(_PICTURES):
        return Dialect.PICTURE
    if payload.lstrip()[:1] in (b"{", b"["):
        try:
            read_document(payload)
        except Unreadable:
            return Dialect.TEXT if _is_text(payload) else Dialect.BINARY
        return Dialect.JSON
    if not _is_text(payload):
        return Dialect.BINARY
    return Dialect.SCALAR if len(payload) <= _LONG_TEXT else Dialect.TEXT


def has_picture(payload: bytes) -> bool:
    """Whether a payload is a picture or a document with one inside."""
    return payload.startswith(_PICTURES) or (len(payload) > _LONG_TEXT and any(mark in payload for mark in _INSIDE))


def _is_text(payload: bytes) -> bool:
    try:
        text = payload.decode()
    except UnicodeDecodeError:
        return False
    return "\0" not in text.rstrip("\0")


@dataclass(frozen=True, slots=True)
class Hearing:
    """What is heard on a broker, for the first start page."""

    topics: int = 0
    messages: int = 0
    sparkplug_nodes: int = 0
    json_topics: int = 0
    scalar_topics: int = 0
    packml_units: int = 0  # trees of Status, Command and Admin
    pictures: int = 0
    other: int = 0
    mapped: int = 0  # topics that some rule hears
    unreadable: int = 0  # topics with messages that could not be read


def summarise(entries: Iterable[TopicEntry]) -> Hearing:
    """Count dialects over topics."""
    nodes: set[tuple[str, str]] = set()
    units: set[str] = set()
    kinds = dict.fromkeys(Dialect, 0)
    topics = messages = pictures = mapped = unreadable = 0
    for entry in entries:
        topics += 1
        messages += entry.count
        mapped += entry.mapped
        unreadable += entry.bad > 0
        kinds[entry.dialect] += 1
        pictures += has_picture(entry.payload)
        if entry.dialect is Dialect.SPARKPLUG and len(levels := entry.topic.split("/")) > 3 and levels[1] != "STATE":
            nodes.add((levels[1], levels[3]))
        elif entry.dialect is Dialect.PACKML and (match := _PACKML.fullmatch(entry.topic)):
            units.add(match[1])
    return Hearing(
        topics=topics,
        messages=messages,
        sparkplug_nodes=len(nodes),
        json_topics=kinds[Dialect.JSON],
        scalar_topics=kinds[Dialect.SCALAR],
        packml_units=len(units),
        pictures=pictures,
        other=sum(kinds[kind] for kind in (Dialect.TEXT, Dialect.BINARY, Dialect.EMPTY, Dialect.UNKNOWN)),
        mapped=mapped,
        unreadable=unreadable,
    )
