"""Keeping: what the floor hands to the shift log, and how a fresh floor gets it back."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Any

from console.domain.cells import Cell, CellBook
from console.domain.floor import KEEP_RIBBON, Floor
from console.domain.lines import LineHearing
from console.domain.ribbon import Segment
from console.domain.rounds import Round
from console.domain.shifts import Shift
from console.domain.snapshot import all_snapshots, carry_over, places_of, restore, snapshot_of
from console.history.shiftlog import ShiftLog

log = logging.getLogger(__name__)


class Keeping:
    """Between the floor and the shift log."""

    def __init__(self, folder: Path, keep_days: float) -> None:
        self._log = ShiftLog(folder, keep_days)
        self._round: Round[str] = Round(())
        self._round_of: Floor | None = None
        self._cells = CellBook()
        self._changed: set[str] = set()  # stations whose ribbon has a new segment since the last beat

    def after(self, first: Callable[[], None]) -> None:
        """Call `first` on the log's thread before anything is written: it returns when that may be."""
        self._log.first = first

    @property
    def trouble(self) -> str:
        """Why nothing can be written, "" when all is well."""
        return self._log.trouble

    @property
    def damage(self) -> str:
        """What was found damaged and put aside since the start, "" when nothing was."""
        return self._log.damage

    def attach(self, floor: Floor, now: float, old: Floor | None = None) -> None:
        """Give a fresh floor its past: from the floor before it, else from the log. Hear of every shift that ends."""
        if old is not None and old.stations:
            segments = {place: list(live.ribbon.closed) for place, live in old.stations.items()}
            restore(floor, segments, {place: (now, state) for place, state in all_snapshots(old)}, now)
            carry_over(old, floor)
        else:
            self._bring_back(floor, now)
        floor.when_shift_closes(self._shift_closed)

    def _bring_back(self, floor: Floor, now: float) -> None:
        """A log that cannot be read, or was written by a newer version, does not keep the console from starting."""
        try:
            restore(floor, *self._log.load(now - KEEP_RIBBON), now)
            for cell, base in self._log.last_cells():
                self._cells.restore(cell.line, cell, base)
        except (sqlite3.Error, ValueError) as error:
            log.warning("What was kept of this shift cannot be read: %s", error)

    def keep_segment(self, place: str, segment: Segment) -> None:
        """A closed segment of the ribbon; what follows it is kept by `keep_changed` at the end of the beat."""
        self._log.add_segment(place, segment)
        self._changed.add(place)

    def keep_changed(self, floor: Floor, now: float) -> None:
        """The places whose state changed since: a kill must not part a segment from the one that follows it."""
        if self._changed:
            self.keep_all(floor, now, self._changed)
            self._changed.clear()

    def keep_some(self, floor: Floor, now: float, share: float) -> None:
        """A share of the places, the next ones at the next call; the shift's totals with each line."""
        if self._round_of is not floor:
            self._round_of, self._round = floor, Round(places_of(floor))
        for place in self._round.take(share):
            self._log.add_place(place, now, snapshot_of(floor, place))
            line = floor.line_hearings.get(place)
            if line is not None and line.live.shift is not None:
                self._total(line, line.live.shift, now)

    def keep_cells(self, floor: Floor, now: float) -> None:
        """What every line did so far; for a past that is lived through quickly."""
        for line in floor.line_hearings.values():
            if line.live.shift is not None:
                self._total(line, line.live.shift, now)

    def keep_all(self, floor: Floor, now: float, places: Collection[str] | None = None) -> None:
        """Every place, or those named."""
        for place in places_of(floor):
            if places is None or place in places:
                self._log.add_place(place, now, snapshot_of(floor, place))
        if places is None:
            self.keep_cells(floor, now)

    def when_durable(self, then: Callable[[], None]) -> None:
        """Call `then` once all of that is on disk."""
        self._log.when_durable(then)

    def totals(self, line: str, since: float, before: float) -> list[dict[str, Any]]:
        """Totals of past shifts of a line; none while the log cannot be read."""
        try:
            return self._log.totals(line, since, before)
        except (sqlite3.Error, ValueError) as error:
            log.debug("Totals of past shifts cannot be read: %s", error)
            return []

    def segments(self, place: str, since: float, before: float) -> list[Segment]:
        """What the board showed of a station in [since, before); nothing while the log cannot be read. Any thread."""
        try:
            return self._log.segments(place, since, before)
        except (sqlite3.Error, ValueError) as error:
            log.debug("What the board showed cannot be read: %s", error)
            return []

    def away(self, since: float, before: float) -> list[tuple[float, float]]:
        """When the console was off in [since, before); nothing while the log cannot be read. Any thread."""
        try:
            return self._log.away(since, before)
        except (sqlite3.Error, ValueError) as error:
            log.debug("When the console was off cannot be read: %s", error)
            return []

    def cells(self, since: float, before: float) -> list[Cell]:
        """What lines did, hour by hour, in cells that began in [since, before). Reads the disk: not on the main thread.

        OSError or sqlite3.Error where the log cannot be read.
        """
        return self._log.cells(since, before)

    def add_cells(self, cells: Iterable[Cell]) -> None:
        """Keep what lines did before there was a console (the demo's weeks); nothing where something is kept."""
        if not self._log.last_cells():
            for cell in cells:
                self._log.add_cell(cell, {})

    def close(self) -> None:
        """Write what waits and end."""
        self._log.close()

    def _shift_closed(self, line: LineHearing, shift: Shift, now: float) -> None:
        self._total(line, shift, now)

    def _total(self, line: LineHearing, shift: Shift, now: float) -> None:
        self._log.add_total(line.live.line.id, shift.day.isoformat(), shift.name, shift.start, line.totals(now))
        self._log.add_cell(*self._cells.hear(line.told(shift, min(now, shift.end)), line.calendar.zone))
