"""A topic's last message in a form that a person can read."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from console.telemetry.documents import Unreadable, read_document
from console.telemetry.guesses import Dialect
from console.telemetry.topics import TopicEntry

LONGEST_SHOWN: Final = 20_000  # characters
LONGEST_STRING: Final = 400  # of one text inside a document: pictures are cut


def decoded(entry: TopicEntry) -> str:
    """The last message as text: JSON with line breaks, Sparkplug as a list of metrics, else the text or its bytes."""
    payload = entry.payload
    if entry.metrics:
        return "\n".join(_metric(metric) for metric in entry.metrics)[:LONGEST_SHOWN]
    if payload.lstrip()[:1] in (b"{", b"["):
        try:
            document = shortened(read_document(payload))
            return msgspec.json.format(msgspec.json.encode(document), indent=2).decode()[:LONGEST_SHOWN]
        except (Unreadable, msgspec.MsgspecError, ValueError, OverflowError):
            pass
    if entry.dialect is Dialect.SPARKPLUG:
        return _bytes(payload)
    try:
        return payload.decode()[:LONGEST_SHOWN]
    except UnicodeDecodeError:
        return _bytes(payload)


def shortened(value: Any) -> Any:
    """The same document with long texts cut, so that a picture does not fill the screen."""
    if isinstance(value, str) and len(value) > LONGEST_STRING:
        return f"{value[:60]}... ({len(value)} characters)"
    if isinstance(value, dict):
        return {key: shortened(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [shortened(inner) for inner in value]
    return value


def _metric(metric: Any) -> str:
    name = metric.name if metric.name is not None else f"alias {metric.alias}"
    value = "null" if metric.is_null else shortened(metric.value)
    unit = f" {metric.unit}" if metric.unit else ""
    flags = "  (historical)" if metric.historical else ""
    return f"{name} = {value}{unit}{flags}"


def _bytes(payload: bytes) -> str:
    rows = [payload[at : at + 16] for at in range(0, min(len(payload), 1024), 16)]
    shown = "".join
    return "\n".join(
        f"{16 * n:04x}  {row.hex(' '):<47}  {shown(chr(b) if 32 <= b < 127 else '.' for b in row)}"
        for n, row in enumerate(rows)
    )
