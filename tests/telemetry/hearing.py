"""A plant file that hears: text in, messages in, readings out."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from console.domain.readings import Reading
from console.telemetry.intake import Intake
from console.telemetry.plantfile import PlantFile, load_plant
from console.telemetry.sparkplug import SparkplugHost
from tests.paths import DATA, SHARED

PLANT = """
[plant]
name = "Test plant"
timezone = "Europe/Berlin"

[[line]]
id = "L1"
station = [{id = "10"}, {id = "20"}]

[[line]]
id = "L2"
station = [{id = "10"}]

"""
NOW = 1_700_000_000.0


class Ear:
    """A plant file with an intake; `say` returns the readings of one message."""

    def __init__(self, sources: str, host: SparkplugHost | None = None, plant: str = PLANT) -> None:
        self.file: PlantFile = load_plant(plant + sources)
        self.heard: list[Reading] = []
        self.intake = Intake(self.file, self.heard.extend, host)

    def say(self, topic: str, payload: object, retained: bool = False, qos: int = 0, at: float = NOW) -> list[Reading]:
        """One message; anything but bytes and text is sent as JSON."""
        raw = payload if isinstance(payload, bytes) else payload.encode() if isinstance(payload, str) else None
        before = len(self.heard)
        self.acknowledged = self.intake.take(
            topic, raw if raw is not None else json.dumps(payload).encode(), qos, retained, 7, at
        )
        assert self.intake.bugs == 0
        return self.heard[before:]

    def note(self, topic: str) -> str:
        """What is odd about the last message of a topic."""
        entry = self.intake.book.get(topic)
        assert entry is not None
        return entry.note


def values(readings: list[Reading]) -> list[tuple[str, object]]:
    """Signal ids and values."""
    return [(reading.signal.id, reading.value) for reading in readings]


def orbis_recordings() -> list[Path]:
    """The whole recordings of the learning factory, else the excerpt."""
    return sorted((SHARED / "orbis").glob("*.jsonl.gz")) or [DATA / "orbis-nok-excerpt.jsonl"]


def nist_recordings() -> list[Path]:
    """The whole recordings of the machine tools, else the excerpt."""
    return sorted((SHARED / "nist").glob("*.txt.gz")) or [DATA / "Mazak01-excerpt.txt"]


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a text, packed or not."""
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as file:
        yield from file


def messages_of(path: Path) -> Iterator[tuple[float, str, bytes]]:
    """Seconds UTC, topic and payload of each message of a session."""
    for line in lines_of(path):
        message = json.loads(line)
        if "_kind" not in message:
            yield (
                datetime.fromisoformat(message["timestamp"]).timestamp(),
                message["topic"],
                message["payload"].encode(),
            )
