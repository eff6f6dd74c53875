"""What was heard before, to be heard once more: the console's own history, or a recording in a file."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, Protocol

from console.domain.errors import FileRefused
from console.domain.plant import Plant
from console.domain.readings import Reading, Signal

log = logging.getLogger(__name__)


class Span(NamedTuple):
    """A stretch of time for which there is something, seconds UTC."""

    start: float
    end: float


class Recorded(Protocol):
    """Readings of the past. What takes long is done when it is asked for: never ask on the main thread."""

    @property
    def plant(self) -> Plant:
        """The plant that the readings are of."""

    def spans(self) -> tuple[Span, ...]:
        """What there is, the oldest first; empty where there is nothing yet."""

    def readings(self, start: float, end: float) -> Iterator[Reading]:
        """What was heard in [start, end), in the order of time."""

    def gaps(self, start: float, end: float) -> tuple[Span, ...]:
        """When nobody listened between two times, where that is known."""


class History(Protocol):
    """What the console's own memory of signals (console.history) is asked here."""

    def first(self) -> float | None:
        """The oldest time of which something is kept."""

    def replay(self, start: float, end: float, signals: Iterable[str] | None) -> Iterator[Reading]:
        """Readings of [start, end) in the order of time; None: of every signal."""

    def pauses(self, start: float, end: float) -> list[tuple[float, float]]:
        """When in [start, end) nobody listened."""


class HistoryRecorded:
    """What this console itself has heard, as its plant reads it now; None: it keeps no history."""

    def __init__(self, history: History | None, plant: Plant, now: Callable[[], float]) -> None:
        self._history, self._now = history, now
        self._plant = replace(plant, signals=tuple(plant.signals))  # the console's own grow while it hears

    @property
    def plant(self) -> Plant:
        """The plant of the console, with the signals that it knew when this was made."""
        return self._plant

    def spans(self) -> tuple[Span, ...]:
        """From the oldest reading that is kept until now; nothing while the history is not open."""
        try:
            first = self._history.first() if self._history is not None else None
        except RuntimeError as error:
            log.info("The history cannot be asked: %s", error)
            return ()
        return () if first is None else (Span(first, max(first, self._now())),)

    def readings(self, start: float, end: float, only: Iterable[str] | None = None) -> Iterator[Reading]:
        """Every reading that is kept of this time; `only`: of signals with these ids."""
        if self._history is None:
            return
        signals = _Signals(self._plant.signals)
        for reading in self._history.replay(start, end, only):
            yield reading._replace(signal=signals.known(reading.signal))

    def gaps(self, start: float, end: float) -> tuple[Span, ...]:
        """When the console was off or not connected: what no signal at all has a line for."""
        return () if self._history is None else tuple(Span(*pause) for pause in self._history.pauses(start, end))


class _Signals:
    """Signals of a history, numbered as a floor wants them: those of the plant first."""

    def __init__(self, plant: Sequence[Signal]) -> None:
        self._of_plant = {_same(signal): signal for signal in plant}
        self._next = len(plant)
        self._met: dict[int, tuple[Signal, Signal]] = {}  # by the identity of the history's, which is held here, too

    def known(self, signal: Signal) -> Signal:
        """The plant's own where it is the same, else one with a number of its own."""
        met = self._met.get(id(signal))
        if met is None:
            found = self._of_plant.get(_same(signal))
            if found is None:
                found = self._of_plant[_same(signal)] = replace(signal, index=self._next)
                self._next += 1
            met = self._met[id(signal)] = (signal, found)
        return met[1]


def _same(signal: Signal) -> tuple[object, ...]:
    return signal.place, signal.name, signal.role, signal.pulse


class FileRecorded:
    """A recording, read through a plant file as the console reads what it hears. FileRefused for either file."""

    def __init__(self, path: Path, plant_path: Path | None = None) -> None:
        from console.demo.recording import read_recording
        from console.telemetry.plantfile import load_plant

        self._recording = read_recording(path)
        self._plant_file = load_plant(plant_path or _example(self._recording.kind))
        self.notes = self._recording.notes
        self.messages = len(self._recording.snapshot) + len(self._recording.events)

    @property
    def plant(self) -> Plant:
        """What the plant file describes."""
        return self._plant_file.plant

    def spans(self) -> tuple[Span, ...]:
        """From the first to the last message; what the recording knew before it began is not counted."""
        events = self._recording.events
        return (Span(events[0].at, events[-1].at),) if events else ()

    def readings(self, start: float, end: float) -> Iterator[Reading]:
        """What the recording knew when it began, as retained readings, and what was heard then."""
        from console.telemetry.intake import Intake
        from console.telemetry.sparkplug import SparkplugHost
        from console.telemetry.topics import TopicBook

        heard: list[Reading] = []
        intake = Intake(self._plant_file, heard.extend, SparkplugHost(None), TopicBook(0))
        for messages, retained in ((self._recording.snapshot, True), (self._recording.events, False)):
            for message in messages:
                if retained or start <= message.at < end:
                    intake.take(message.topic, message.payload, 0, retained, 0, message.at)
                    yield from heard
                    heard.clear()

    def gaps(self, start: float, end: float) -> tuple[Span, ...]:
        """None are known."""
        return ()


def _example(kind: str) -> Path:
    """The plant that is shipped for this kind of recording."""
    from console.app.compose import examples_folder

    found = examples_folder() / kind / "plant.toml"
    if not found.is_file():
        raise FileRefused(f"there is no example plant for a recording of kind {kind!r}: open your plant file first")
    return found
