"""A ready `[[source]]` block for one topic, to copy into the plant file and to finish by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from console.app.settings_file import toml
from console.domain.readings import Role
from console.telemetry.documents import Unreadable, read_document
from console.telemetry.sparkplug_topic import NAMESPACE, address_of
from console.telemetry.topics import TopicEntry

MOST_SIGNALS = 24  # of one message
DEEPEST = 6
_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_TIME_NAME = re.compile(r"^(ts|t|time|timestamp.*|.*_time|datetime|.*timestamp)$", re.IGNORECASE)
_ROLES = {role.value for role in Role}
ADVICE = (
    '# Each signal feeds a tag for now. Write feeds = "state", "good", "scrap", "order", "unit", "quality",',
    '# "alarm" or "reason" where that is meant; a state wants a table: {"RUN" = "running", "STOP" = "stopped"}.',
)


def source_block(entry: TopicEntry, place: str) -> str:
    """TOML that maps the topic's last message to tags of `place`; loads without an error where the place exists."""
    if entry.topic.startswith(f"{NAMESPACE}/") and (path := address_of(entry.topic).path) != entry.topic:
        head = ['dialect = "sparkplug"', f"node = {toml(_pattern(path))}"]
        names = [metric.name for metric in entry.metrics if metric.name and not metric.name.startswith("bdSeq")]
        signals = [f"metric = {toml(_pattern(name))}, name = {toml(_tag(name))}" for name in names[:MOST_SIGNALS]]
        return _block(head, signals or ['metric = "#", name = "value"'], place)
    document = _document(entry.payload)
    if document is None:
        alone = ['feeds = "tag"', f"name = {toml(_tag(entry.topic.rpartition('/')[2]))}"]
        return _block(['dialect = "scalar"', f"topic = {toml(_pattern(entry.topic))}"], [], place, alone)
    head = [f"topic = {toml(_pattern(entry.topic))}"]
    leaves = list(_leaves(document))
    times = [path for path, name in leaves if _TIME_NAME.match(name)]
    if times:
        head.append(f"time = {toml(times[0])}")
    signals = [f"path = {toml(path)}, name = {toml(_tag(path))}" for path, _ in leaves if path not in times[:1]]
    return _block(head, signals[:MOST_SIGNALS] or ['path = "@", name = "value"'], place)


def _block(head: list[str], signals: list[str], place: str, alone: list[str] | None = None) -> str:
    lines = ["[[source]]", *head, f"place = {toml(place)}  # the station that it tells about", *ADVICE]
    if alone is not None:
        return "\n".join([*lines, *alone, ""])
    rows = [f'  {{feeds = "tag", {signal}}},' for signal in signals]
    return "\n".join([*lines, "signal = [", *rows, "]", ""])


def _document(payload: bytes) -> Any:
    """The document of a payload that is one, else None."""
    if payload.lstrip()[:1] not in (b"{", b"["):
        return None
    try:
        return read_document(payload)
    except Unreadable:
        return None


def _leaves(value: Any, path: str = "", name: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    """Path and last name of every single value in a document."""
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        for key, inner in value.items():
            step = key if _PLAIN_NAME.fullmatch(key) else f'"{_quoted(key)}"'
            yield from _leaves(inner, f"{path}.{step}" if path else step, key, depth + 1)
    elif isinstance(value, list):
        if value:
            yield from _leaves(value[0], f"{path}[0]", name, depth + 1)
    elif value is not None and path:
        yield path, name


def _quoted(key: str) -> str:
    return key.replace("\\", "\\\\").replace('"', '\\"')


def _pattern(topic: str) -> str:
    """The topic as a pattern: a level with signs that patterns use becomes `+`."""
    return "/".join("+" if set(level) & set("{}+#") else level for level in topic.split("/"))


def _tag(path: str) -> str:
    """A name for the tag, never one that is a role, without braces."""
    name = path.replace("{", "(").replace("}", ")").replace('"', "").strip() or "value"
    return f"{name} value" if name in _ROLES else name
