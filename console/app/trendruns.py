"""Runs: when an order, a product or a unit was in work at a place, as its signal told. Read on the reading thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from console.domain.readings import Role, Signal

if TYPE_CHECKING:
    from console.app.trends import Past

DAY = 86_400.0
REACH = {Role.ORDER: 90 * DAY, Role.PRODUCT: 90 * DAY, Role.UNIT: 2 * DAY}  # how far back they are looked for
PAUSE = 900.0  # seconds without a word after which the same is a new run
MOST = 500  # that are told, the latest


@dataclass(frozen=True, slots=True)
class Run:
    """What was in work from `since` to `until`, seconds UTC."""

    what: str
    since: float
    until: float

    @property
    def length(self) -> float:
        """Seconds."""
        return self.until - self.since


def signals_of(signals: Sequence[Signal], places: Sequence[str]) -> dict[Role, Signal]:
    """The signals that tell order, product and unit at the first of these places that has them."""
    found: dict[Role, Signal] = {}
    for place in places:
        for signal in signals:
            if signal.place == place and signal.role in REACH:
                found.setdefault(signal.role, signal)
    return found


def runs(past: Past, signal: str, role: Role, before: float) -> list[Run]:
    """Runs that began before a time, the latest first; what was told again soon after a pause goes on."""
    found: list[Run] = []
    for state in past.states(signal, before - REACH[role], before):
        what = str(state.value) if state.value is not None else ""
        last = found[-1] if found else None
        if not what:
            continue
        if last is not None and last.what == what and state.since - last.until <= PAUSE:
            found[-1] = Run(what, last.since, state.until)
        else:
            found.append(Run(what, state.since, state.until))
    return found[::-1][:MOST]


def run_at(found: Sequence[Run], at: float) -> Run | None:
    """The run that was on at a time."""
    return next((run for run in found if run.since <= at <= run.until), None)


def run_before(found: Sequence[Run], run: Run) -> Run | None:
    """The last earlier run of the same."""
    return next((one for one in found if one.what == run.what and one.until <= run.since), None)
