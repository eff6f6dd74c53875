"""Key figures: today against target and yesterday, for the lines that are shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from console.domain.live import LineLive
from console.domain.readings import Role
from console.domain.stations import LossKind

if TYPE_CHECKING:
    from console.app.console import Console

DAY = 86400.0
READ_EVERY = 60.0  # seconds between two looks at the past, which does not change quickly


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: its code in the metric dictionary, now, its target, and what the last day had. None: unknown."""

    code: str
    today: float | None
    target: float | None
    yesterday: float | None
    higher_is_better: bool = True


@dataclass(slots=True)
class _Sum:
    good: float = 0.0
    scrap: float = 0.0
    planned: float = 0.0
    earned: float = 0.0  # seconds of good production
    stopped: float = 0.0
    known: bool = False
    counted: bool = False  # somebody tells pieces


class Figures:
    """Computes the figures on demand; the past is read at most once a minute."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._read_at = -1e18
        self._past: dict[str, _Sum] = {}

    def of(self, lines: Iterable[LineLive], now: float) -> list[Figure]:
        """The figures of these lines together: pieces, OEE, scrap share, minutes stopped."""
        lines = list(lines)
        today, before = _Sum(), _Sum()
        plan: float | None = None
        for live in lines:
            self._add_today(today, live)
            self._add_past(before, live.line.id, now)
            expected = expected_by_now(live, now)
            if expected is not None:
                plan = (plan or 0.0) + expected
        return [
            Figure("good", today.good if today.counted else None, plan, before.good if before.known else None),
            Figure("oee", _ratio(today.earned, today.planned), 0.75, _past(before, before.earned, before.planned)),
            Figure(
                "scrap_share",
                _ratio(today.scrap, today.good + today.scrap),
                None,
                _past(before, before.scrap, before.good + before.scrap),
                False,
            ),
            Figure("stops", _minutes(today), None, _minutes(before), False),
        ]

    def _add_today(self, total: _Sum, live: LineLive) -> None:
        hearing = self._console.floor.line_hearings[live.line.id]
        totals = hearing.totals(self._console.now())
        total.good += float(totals["good"] or 0)
        total.scrap += float(totals["scrap"] or 0)
        total.counted |= Role.GOOD in hearing.feeds or any(station.counts_good for station in hearing.stations)
        account = live.account
        if account is not None and account.oee is not None:
            total.planned += account.planned
            total.earned += account.oee * account.planned
            total.stopped += account.losses.get(LossKind.STOP, 0.0)
            total.known = True

    def _add_past(self, total: _Sum, line: str, now: float) -> None:
        if now - self._read_at > READ_EVERY or now < self._read_at:
            self._read_at = now
            self._past.clear()
        if line not in self._past:
            self._past[line] = self._read(line, now)
        past = self._past[line]
        for name in ("good", "scrap", "planned", "earned", "stopped"):
            setattr(total, name, getattr(total, name) + getattr(past, name))
        total.known = total.known or past.known

    def _read(self, line: str, now: float) -> _Sum:
        """The same shift one day ago: it started about 24 h before the one that runs now."""
        live = self._console.floor.line(line)
        start = live.shift.start if live.shift else now
        total = _Sum()
        for row in self._console.past_totals(line, start - 1.5 * DAY, start - 0.5 * DAY):
            if live.shift is not None and row["shift"] != live.shift.name:
                continue
            planned, oee = row["planned"] or 0.0, row["oee"]
            total.good += row["good"] or 0
            total.scrap += row["scrap"] or 0
            total.stopped += row["stop_seconds"] or 0.0
            if oee is not None:
                total.planned += planned
                total.earned += planned * oee
            total.known = True
        return total


def expected_by_now(live: LineLive, now: float) -> float | None:
    """Pieces that the line should have made this shift by now at its takt (else its pace station's ideal cycle)."""
    pace = live.line.pace_station
    seconds = live.line.takt or (pace.ideal_cycle if pace else None)
    if not seconds or live.account is None:
        return None
    return live.account.planned / seconds


def _minutes(total: _Sum) -> float | None:
    return total.stopped / 60 if total.known else None


def _ratio(part: float, whole: float) -> float | None:
    return part / whole if whole > 0 else None


def _past(before: _Sum, part: float, whole: float) -> float | None:
    return _ratio(part, whole) if before.known else None
