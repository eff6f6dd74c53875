"""A payload as people read it: what it is, decoded where it can be, and its bytes where it cannot."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from console.telemetry.decoded import shortened
from console.telemetry.documents import Unreadable, read_document
from console.telemetry.sparkplug_codec import metrics_of, parse, seq_of
from console.telemetry.sparkplug_metric import NO_DEFINITIONS, Definitions, Metric, SparkplugUnreadable
from console.telemetry.sparkplug_topic import NAMESPACE, SparkplugKind, address_of
from console.telemetry.topics import TopicBook
from widgets.plain import plain_block

LONGEST_LINE = 1000  # characters; a base64 picture in a document must not freeze the view
MOST_BYTES = 4096  # shown as hex
MOST_METRICS = 2000  # shown of one birth
MOST_DEFINED = 20_000  # learnt of one birth
_PROTOBUF = {SparkplugKind.BIRTH, SparkplugKind.DATA, SparkplugKind.DEATH, SparkplugKind.COMMAND}


class Kind(StrEnum):
    """What a payload turned out to be."""

    EMPTY = "empty"
    JSON = "json"
    NUMBER = "number"
    FLAG = "flag"
    TEXT = "text"
    SPARKPLUG = "sparkplug"
    BYTES = "bytes"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A payload decoded: its text safe to show, and its metrics when it is Sparkplug."""

    kind: Kind
    text: str
    metrics: tuple[Metric, ...] = ()
    note: str = ""  # what could not be read, in plain English


def definitions_of(book: TopicBook, topic: str) -> Definitions:
    """What the last birth heard of a Sparkplug topic's node or device defined, so that aliases get their names."""
    known = Definitions()
    birth = book.get(topic.replace("DATA/", "BIRTH/", 1)) if topic.startswith(NAMESPACE) else None
    if birth is not None:
        known.learn(birth.metrics, MOST_DEFINED)
    return known


def decoded(topic: str, payload: bytes, known: Definitions = NO_DEFINITIONS) -> Decoded:
    """What a payload says; `known` names the aliases of Sparkplug data. Never raises."""
    if not payload:
        return Decoded(Kind.EMPTY, "")
    if topic.startswith(NAMESPACE) and address_of(topic).kind in _PROTOBUF:
        return _sparkplug(payload, known)
    if payload.lstrip()[:1] in (b"{", b"["):
        return _document(payload)
    return _scalar(payload)


def kind_word(kind: Kind) -> str:
    """The name of what a payload is."""
    translate = QCoreApplication.translate
    match kind:
        case Kind.EMPTY:
            return translate("payloads", "Empty")
        case Kind.JSON:
            return translate("payloads", "JSON document")
        case Kind.NUMBER:
            return translate("payloads", "Number")
        case Kind.FLAG:
            return translate("payloads", "Flag")
        case Kind.TEXT:
            return translate("payloads", "Text")
        case Kind.SPARKPLUG:
            return translate("payloads", "Sparkplug B")
        case Kind.BYTES:
            return translate("payloads", "Bytes")


def as_sent(payload: bytes) -> str:
    """The payload as text when it is UTF-8, else as hex; cut where it is too long to look at."""
    try:
        return _folded(plain_block(payload.decode()))
    except UnicodeDecodeError:
        return hexed(payload)


def to_copy(payload: bytes) -> str:
    """The whole payload for the clipboard: its exact text when it is UTF-8, else its bytes as hex."""
    try:
        return payload.decode()
    except UnicodeDecodeError:
        return payload.hex(" ")


def hexed(payload: bytes) -> str:
    """Offset, sixteen bytes and their letters a line."""
    lines = []
    for start in range(0, min(len(payload), MOST_BYTES), 16):
        part = payload[start : start + 16]
        letters = "".join(chr(byte) if 32 <= byte < 127 else "." for byte in part)
        lines.append(f"{start:06x}  {part.hex(' '):<47}  {letters}")
    if len(payload) > MOST_BYTES:
        lines.append(QCoreApplication.translate("payloads", "… {0} bytes more").format(len(payload) - MOST_BYTES))
    return "\n".join(lines)


def _sparkplug(payload: bytes, known: Definitions) -> Decoded:
    try:
        message = parse(payload)
        metrics = tuple(metrics_of(message, known)[:MOST_METRICS])
    except SparkplugUnreadable as error:
        return Decoded(Kind.BYTES, hexed(payload), note=str(error))
    seq = seq_of(message)
    lines = [f"seq {'–' if seq is None else seq}", *(_metric_line(metric) for metric in metrics)]
    return Decoded(Kind.SPARKPLUG, _folded(plain_block("\n".join(lines))), metrics)


def _metric_line(metric: Metric) -> str:
    name = metric.name if metric.name is not None else f"alias {metric.alias}"
    return f"{name} = {'null' if metric.is_null else metric.value}{' ' + metric.unit if metric.unit else ''}"


def _document(payload: bytes) -> Decoded:
    try:
        pretty = json.dumps(shortened(read_document(payload)), indent=2, ensure_ascii=False)
    except (Unreadable, ValueError, RecursionError) as error:
        text = as_sent(payload)
        return Decoded(Kind.TEXT if _is_text(payload) else Kind.BYTES, text, note=str(error))
    return Decoded(Kind.JSON, _folded(plain_block(pretty)))


def _scalar(payload: bytes) -> Decoded:
    if not _is_text(payload):
        return Decoded(Kind.BYTES, hexed(payload))
    text = payload.decode().strip()
    kind = Kind.FLAG if text.lower() in ("true", "false") else Kind.NUMBER if _is_number(text) else Kind.TEXT
    return Decoded(kind, _folded(plain_block(text)))


def _is_text(payload: bytes) -> bool:
    try:
        return "\0" not in payload.decode().rstrip("\0")
    except UnicodeDecodeError:
        return False


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return "_" not in text


def _folded(text: str) -> str:
    """The text with every line cut that is too long to lay out quickly."""
    if len(text) <= LONGEST_LINE:
        return text
    more = QCoreApplication.translate("payloads", "… {0} characters more")
    return "\n".join(
        line if len(line) <= LONGEST_LINE else line[:LONGEST_LINE] + more.format(len(line) - LONGEST_LINE)
        for line in text.split("\n")
    )
