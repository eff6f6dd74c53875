"""Reading recordings: messages as a broker delivered them, or the log lines of a machine tool."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, NamedTuple

import msgspec

from console.demo.snapshot import snapshot_length
from console.domain.errors import FileRefused

LONGEST_LINE = 4 * 1024 * 1024  # bytes; a longer line is no message of a machine
LARGEST_TEXT = 1024 * 1024 * 1024  # bytes after unpacking
GZIP_MAGIC = b"\x1f\x8b"


class Recorded(NamedTuple):
    """One message of a recording. `at` is when it was heard (seconds since 1970 UTC), in the recording's own words."""

    at: float
    topic: str
    payload: bytes
    qos: int = 0
    retain: bool = False


@dataclass(frozen=True, slots=True)
class Recording:
    """A whole recording: what was known when it began, what happened then, and what could not be read."""

    kind: str  # "orbis" (messages as JSON lines) or "nist" (time|item|value lines)
    snapshot: tuple[Recorded, ...]  # last known values from before the recording; facts, not events
    events: tuple[Recorded, ...]  # in the order of their times
    notes: tuple[str, ...] = ()  # plain English: what was left out and why


class _MessageLine(msgspec.Struct):
    """The fields of one JSON line that are needed here."""

    topic: str = ""
    payload: object = ""
    timestamp: str | float | int = 0.0
    qos: int = 0
    retain: bool = False
    kind: str | None = msgspec.field(default=None, name="_kind")


def read_recording(path: Path) -> Recording:
    """Read the whole file at `path`, packed with gzip or not; its kind is seen from its first line.

    Raises FileRefused, in words for a person, when it is not there, cannot be unpacked at all, or is no recording.
    A file that breaks off is read as far as it goes, and `notes` says so.
    """
    notes: list[str] = []
    lines = _lines(path, notes)
    first = next(lines, None)
    if first is None:
        raise FileRefused(f"{path.name} is empty: {notes[0] if notes else 'there is nothing in it to play.'}")
    kind = _kind_of(first)
    if kind is None:
        raise FileRefused(
            f"{path.name} is no recording that can be played. Known are JSON lines with topic, payload and timestamp, "
            f"and time|item|value lines. Its first line is: {_shown(first)}"
        )
    read: Callable[[bytes], Recorded | None] = read_message if kind == "orbis" else NistLines(machine_of(path))
    heard, unread = _read_all([first], lines, read)
    if unread:
        notes.append(f"{unread} lines of {path.name} could not be read and are left out.")
    if not heard:
        raise FileRefused(f"{path.name} holds no message that can be played.")
    count = snapshot_length([(m.topic, m.at) for m in heard]) if kind == "nist" else _retained_first(heard)
    known = {m.topic: m for m in heard[:count]}
    # Two clocks wrote some logs (the agent's and the machine's), so lines may stand behind later ones: time decides.
    events = sorted(heard[count:], key=lambda message: message.at)
    return Recording(kind, tuple(known.values()), tuple(events), tuple(notes))


def machine_of(path: Path) -> str:
    """The machine's name at the beginning of a log file's name: Mazak01-20161129.txt.gz is of Mazak01."""
    name = re.split(r"[-_.\s]", path.name, maxsplit=1)[0]
    return _topic_part(name) or "machine"


def read_message(line: bytes) -> Recorded | None:
    """One recorded message; None for a line about the recording itself. ValueError when it cannot be read."""
    found = _message_decoder.decode(line)
    if found.kind is not None:
        return None
    if not found.topic or any(c in found.topic for c in "+#\0"):
        raise ValueError("no topic to publish to")
    payload = found.payload
    body = payload.encode() if isinstance(payload, str) else msgspec.json.encode(payload)
    return Recorded(seconds_of(found.timestamp), found.topic, body, min(max(found.qos, 0), 2), found.retain)


class NistLines:
    """Turns the log lines of one machine into messages `nist/<machine>/<item>` that carry the bare text."""

    def __init__(self, machine: str) -> None:
        self._prefix = f"nist/{machine}/"
        self._topics: dict[str, str] = {}

    def __call__(self, line: bytes) -> Recorded:
        """The message for one line; ValueError when it is no `time|item|value` line."""
        time, item, value = line.decode(errors="replace").split("|", 2)
        topic = self._topics.get(item)
        if topic is None:
            topic = self._topics[item] = self._prefix + (_topic_part(item) or "unnamed")
        return Recorded(seconds_of(time), topic, value.encode())


def seconds_of(time: str | float) -> float:
    """Seconds since 1970 UTC of an ISO 8601 text (UTC where it names no zone) or of a number in seconds or ms."""
    if not isinstance(time, str):
        return float(time) / 1000.0 if time > 1e11 else float(time)
    moment = datetime.fromisoformat(time.strip())
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


_message_decoder = msgspec.json.Decoder(_MessageLine)


def _kind_of(line: bytes) -> str | None:
    try:
        if line.lstrip().startswith(b"{"):
            found = _message_decoder.decode(line)
            return "orbis" if found.kind is not None or found.topic else None
        NistLines("")(line)
    except (ValueError, msgspec.MsgspecError):
        return None
    return "nist"


def _read_all(
    first: list[bytes], rest: Iterator[bytes], read: Callable[[bytes], Recorded | None]
) -> tuple[list[Recorded], int]:
    heard: list[Recorded] = []
    unread = 0
    for lines in (first, rest):
        for line in lines:
            try:
                message = read(line)
            except (ValueError, OverflowError, msgspec.MsgspecError):
                unread += 1
                continue
            if message is not None:
                heard.append(message)
    return heard, unread


def _retained_first(heard: list[Recorded]) -> int:
    return next((i for i, message in enumerate(heard) if not message.retain), len(heard))


def _lines(path: Path, notes: list[str]) -> Iterator[bytes]:
    try:
        with path.open("rb") as raw:
            yield from _unpacked(path, raw, notes)
    except FileNotFoundError:
        raise FileRefused(f"There is no file {path}.") from None
    except IsADirectoryError:
        raise FileRefused(f"{path} is a folder, not a recording.") from None
    except PermissionError:
        raise FileRefused(f"{path} may not be read by this user.") from None


def _unpacked(path: Path, raw: IO[bytes], notes: list[str]) -> Iterator[bytes]:
    packed = raw.read(2) == GZIP_MAGIC
    raw.seek(0)
    if path.suffix == ".gz" and not packed:
        raise FileRefused(f"{path.name} is named .gz but is not a gzip file. Was it saved as a web page or cut off?")
    stream = io.BufferedReader(gzip.GzipFile(fileobj=raw)) if packed else raw
    total = 0
    while True:
        try:
            line = stream.readline(LONGEST_LINE)
        except (EOFError, zlib.error, gzip.BadGzipFile):
            notes.append(f"{path.name} is cut off or damaged: only what comes before that is played.")
            return
        total += len(line)
        if total > LARGEST_TEXT:
            notes.append(f"{path.name} is longer than 1 GiB unpacked: only the beginning is played.")
            return
        if not line:
            return
        if line.strip():
            yield line.rstrip(b"\r\n")


def _topic_part(text: str) -> str:
    return re.sub(r"[/+#\0]", "_", text.strip())


def _shown(line: bytes) -> str:
    text = "".join(c if c.isprintable() else "?" for c in line[:80].decode(errors="replace"))
    return f"{text}…" if len(line) > 80 else text
