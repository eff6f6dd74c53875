"""The pulse of the calls: how many alarms in ten minutes, and how fast this shift's calls are answered. Main thread."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from console.app.queries.callfigures import heard_since, rounds_since
from console.domain.alarmhealth import INTERVAL, Alarm, rate
from console.domain.desk import ReadDesk
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady
from console.domain.responses import Distribution, Response, Span, Window, distribution, target_of

if TYPE_CHECKING:
    from console.app.console import Console

KINDS = frozenset({"andon_call", "andon_step"})
LOOK_BACK = 6 * 3600.0  # seconds in which a flood may have begun that still goes on
DAY = 86400.0
AFTER, EVERY = 2.0, 300.0  # seconds: after a change, and at the latest


@dataclass(frozen=True, slots=True)
class Pulse:
    """The alarms of the last ten minutes."""

    rate: int
    flood: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the four times in this shift, with the targets of the categories that were called for."""

    span: Span
    figures: Distribution
    targets: tuple[float, ...]


class CallPulse:
    """Reads the last hours again after they changed; what is asked of it is counted from what was read."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._heard: tuple[datetime, ...] = ()
        self._rounds: tuple[Response, ...] = ()
        self.known = False
        self._stale, self._asking = False, False
        self._ask_at = 0.0
        self._ended = False
        self._stops = (
            console.on(RecordChanged, self._changed),
            console.on(RecordsReady, lambda event: None if event.code else self._changed_all()),
        )

    def start(self) -> None:
        """Begin to read, when the records are opened."""
        self._changed_all()

    def beat(self) -> None:
        """One beat of the console."""
        at = time.monotonic()
        if not self._asking and not self._ended and (self._stale or at - self._ask_at > EVERY) and at >= self._ask_at:
            self._ask()

    def now(self) -> Pulse:
        """Alarms in the last ten minutes, and whether they are part of a flood (ISA-18.2, EEMUA 191)."""
        end = datetime.fromtimestamp(self._console.now(), UTC)
        window = Window(end - timedelta(seconds=LOOK_BACK), end)
        found = rate((Alarm("", "", at) for at in self._heard), window)
        last = found.counts[-1] if found.counts else 0
        return Pulse(last, any(flood.end == window.end for flood in found.floods))

    def answers(self, lines: Iterable[str], spans: tuple[Span, ...]) -> tuple[Answer, ...]:
        """The times of the calls of these lines that were raised in the shift that is on there."""
        calls = self._console.calls
        if calls is None or not self.known:
            return ()
        now = datetime.fromtimestamp(self._console.now(), UTC)
        floor, categories = self._console.floor, calls.dispatch.categories
        begun = {line: self._since(line) for line in lines}
        line_of = {station.station.id: station.station.line for station in floor.stations.values()}
        found = [
            one
            for one in self._rounds
            if (start := begun.get(line_of.get(one.place, one.place))) is not None and one.began.timestamp() >= start
        ]
        made = []
        for span in spans:
            targets = {target_of(categories.get(one.category), span) for one in found if not one.rejected}
            known = tuple(sorted(target for target in targets if target is not None))
            made.append(Answer(span, distribution(found, span, categories, now), known))
        return tuple(made)

    def close(self) -> None:
        """Ask nothing more."""
        self._ended = True
        for stop in self._stops:
            stop()

    def _since(self, line: str) -> float:
        calls, now = self._console.calls, self._console.now()
        calendar = calls.dispatch.calendar(line) if calls is not None else None
        shift = calendar.shift_at(now) if calendar is not None else None
        return shift.start if shift is not None else now - DAY / 3

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in KINDS and not self._stale:
            self._stale, self._ask_at = True, time.monotonic() + AFTER

    def _changed_all(self) -> None:
        self._stale, self._ask_at = True, 0.0

    def _ask(self) -> None:
        self._stale, self._asking, self._ask_at = False, True, time.monotonic()
        now = datetime.fromtimestamp(self._console.now(), UTC)
        heard, rounds = heard_since(now - timedelta(seconds=LOOK_BACK)), rounds_since(now - timedelta(seconds=DAY))

        def read(desk: ReadDesk) -> tuple[tuple[datetime, ...], tuple[Response, ...]]:
            return heard(desk), rounds(desk)

        self._console.office.ask(read, self._read, self._cannot)

    def _read(self, told: tuple[tuple[datetime, ...], tuple[Response, ...]]) -> None:
        self._asking, self.known = False, True
        self._heard, self._rounds = told

    def _cannot(self, refusal: Refusal) -> None:
        self._asking = False
        self._stale, self._ask_at = True, time.monotonic() + EVERY / 10


__all__ = ["INTERVAL", "Answer", "CallPulse", "Pulse"]
