"""The truth of an order: what the plan says, what the line counts and what people confirmed, held against each other.

Nothing here overwrites anything: where two sides disagree, a finding says so with its facts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from console.domain.planning import Slot
from console.domain.progress import Progress


class Finding(StrEnum):
    """What does not agree, or will not."""

    UNPLANNED = "unplanned"  # the line named it, nobody planned it
    TWO_PLACES = "two_places"  # several lines run it at once. facts: lines
    ANOTHER_RUNS = "another_runs"  # it is running here, and the line runs another one. facts: other
    NOT_RUNNING = "not_running"  # it is running here, and the line says that it runs nothing
    NO_TARGET = "no_target"  # nobody said how many
    OVERRUN = "overrun"  # more was counted than ordered. facts: over
    CLOSED_EARLY = "closed_early"  # the line completed it with fewer than ordered. facts: counted, quantity
    COUNTS_AFTER = "counts_after"  # pieces were counted after it had been closed. facts: over
    NOT_CONFIRMED = "not_confirmed"  # done, and counted pieces nobody confirmed. facts: counted, confirmed
    DIFFERS = "differs"  # confirmed and counted differ. facts: counted, confirmed
    LATE = "late"  # it will be, or is, finished after it is due. facts: seconds
    STARTS_LATE = "starts_late"  # it cannot begin in time to be finished when it is due. facts: seconds
    STANDS = "stands"  # its line stands still. facts: since
    SHORT = "short"  # material is too little at the line. facts: material, missing, unit, others


@dataclass(frozen=True, slots=True)
class Found:
    """One finding with its facts; `serious` ones count as *at risk*."""

    what: Finding
    serious: bool = False
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Truth:
    """What is known of one order at `at` (seconds UTC). Counted pieces are None where no line counted any for it."""

    order: str
    at: float
    good: int | None = None  # counted by the line for this order, over all shifts that are known
    scrap: int | None = None
    shift_good: int | None = None  # of these in the shift of now, less what was confirmed for it: the proposal
    shift_scrap: int | None = None
    progress: Progress | None = None  # of one that runs
    slot: Slot | None = None  # its place in the plan of its line
    stands_since: float | None = None
    found: tuple[Found, ...] = ()

    @property
    def finish(self) -> float | None:
        """Forecast: of the line where it runs, else of the plan."""
        if self.progress is not None and self.progress.finish is not None:
            return self.progress.finish
        return self.slot.finish if self.slot is not None else None

    @property
    def serious(self) -> bool:
        """Whether it is at risk."""
        return any(one.serious for one in self.found)
