"""What the figures of calls are computed from: read in slices, so that commands need not wait for a long past."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from console.domain.alarmhealth import INTERVAL
from console.domain.andon import Call, CallStep, Move
from console.domain.callfigures import Told
from console.domain.desk import Kept, ReadDesk
from console.domain.responses import Baseline, Response, Window, rounds
from console.domain.shelving import Shelf

SLICE = timedelta(days=4)
MANY = 400  # ids that are asked for at once


def slices(window: Window) -> tuple[Window, ...]:
    """The window in parts that are each read in a moment, the first first."""
    made, start = [], window.start
    while start < window.end:
        end = min(start + SLICE, window.end)
        made.append(Window(start, end))
        start = end
    return tuple(made)


def calls_in(window: Window) -> Callable[[ReadDesk], Told]:
    """The calls that were raised in the window, with their steps."""

    def ask(desk: ReadDesk) -> Told:
        calls = desk.find(Call, ("raised", ">=", window.start), ("raised", "<", window.end), order="raised")
        return _with_steps(desk, calls)

    return ask


def calls_before(start: datetime) -> Callable[[ReadDesk], Told]:
    """Older calls that were still open at the start, or are now: their rounds and their alarms reach into the time."""

    def ask(desk: ReadDesk) -> Told:
        still = desk.find(Call, ("raised", "<", start), closed=None)
        later = desk.find(Call, ("raised", "<", start), ("closed", ">=", start))
        return _with_steps(desk, [*still, *later])

    return ask


def baselines(desk: ReadDesk) -> tuple[Kept[Baseline], ...]:
    """The times that are kept to compare with, the youngest first."""
    return tuple(sorted(desk.kept(Baseline), key=lambda kept: kept.value.start, reverse=True))


def shelved_before(since: datetime) -> Callable[[ReadDesk], tuple[Shelf, ...]]:
    """What was on the shelf and came off it since then, the last first."""
    return lambda desk: tuple(desk.find(Shelf, ("ended", ">=", since), order="-ended", limit=100))


def heard_since(since: datetime) -> Callable[[ReadDesk], tuple[datetime, ...]]:
    """When calls were raised and heard again, each as often as it was told: the alarms of the last hours."""

    def ask(desk: ReadDesk) -> tuple[datetime, ...]:
        steps = desk.find(CallStep, ("at", ">=", since), ("move", "in", [Move.RAISE.value, Move.REPEAT.value]))
        return tuple(sorted(step.at for step in steps for _ in range(max(1, step.times))))

    return ask


def rounds_since(since: datetime) -> Callable[[ReadDesk], tuple[Response, ...]]:
    """Every round of the calls that were raised since then."""

    def ask(desk: ReadDesk) -> tuple[Response, ...]:
        calls = desk.find(Call, ("raised", ">=", since), order="raised")
        again = _steps(desk, [call.id for call in calls if call.reopened])
        return tuple(one for call in calls for one in rounds(call, again.get(call.id, ())))

    return ask


def _with_steps(desk: ReadDesk, calls: Sequence[Call]) -> Told:
    steps = _steps(desk, [call.id for call in calls])
    return Told(tuple(calls), tuple(step for of_one in steps.values() for step in of_one))


def _steps(desk: ReadDesk, ids: Sequence[str]) -> dict[str, list[CallStep]]:
    found: dict[str, list[CallStep]] = {}
    for first in range(0, len(ids), MANY):
        for step in desk.find(CallStep, ("call", "in", list(ids[first : first + MANY]))):
            found.setdefault(step.call, []).append(step)
    return found


__all__ = ["INTERVAL", "baselines", "calls_before", "calls_in", "heard_since", "rounds_since", "slices"]
