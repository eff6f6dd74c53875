"""What the history tells about itself and about a signal's past."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from console.domain.readings import Value

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

GOOD, UNCERTAIN, BAD, UNKNOWN = range(4)  # codes of qualities in a window
RETAINED = 4  # is added for a last known value that was heard at connecting


@dataclass(frozen=True, slots=True)
class Statistics:
    """How the recording goes. Times in seconds, sizes in bytes."""

    open: bool = False  # whether the file could be opened
    recorded: int = 0  # readings written since the start
    waiting: int = 0  # readings heard and not yet on the disk
    dropped: int = 0  # readings since the start that could not be kept, because the disk took nothing for too long
    lag: float = 0.0  # seconds that the oldest of those that wait has waited
    trouble: str = ""  # why nothing can be written just now, "" when all is well
    code: str = ""  # "full" where the trouble is a disk without room, "" or "trouble" otherwise
    damage: tuple[str, ...] = ()  # what was found damaged and put aside since the start
    size: int = 0  # of all files
    oldest: float | None = None  # seconds since 1970 UTC of the first reading that is kept


@dataclass(frozen=True, slots=True)
class Forecast:
    """How much room the history will need when it is as old as it may get. Bytes; None: not to be said yet."""

    per_day: float | None
    needed: float | None  # at the end of the days to keep, no more than may be used
    days: float  # as long as is kept
    days_that_fit: float | None  # how long is kept when the largest size comes first


@dataclass(frozen=True, slots=True)
class State:
    """A value that was held from `since` to `until` (seconds since 1970 UTC); None: nothing was known."""

    value: Value
    since: float
    until: float
    quality: int = GOOD
    retained: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """A chunk that cannot be read: whose, from when to when (seconds since 1970 UTC), how many readings, and why."""

    signal: str
    start: float
    until: float
    readings: int
    why: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a look at every chunk found."""

    chunks: int
    readings: int
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """A signal between two times, as samples (`step` 0) or as what steps of so many seconds came to.

    `times` are seconds since 1970 UTC: of the samples, or of the starts of the steps. `values` are numbers (nan: no
    number), of steps the means; `mins`, `maxs`, `firsts`, `lasts` and `counts` are there for steps only. `qualities`
    are codes (GOOD 0, UNCERTAIN 1, BAD 2, UNKNOWN 3, plus 4 where retained) and are there for samples only. What
    steps come to leaves out bad, retained and infinite values. `gaps` are pairs of times between which nothing is
    known: no line may be drawn there.
    """

    signal: str
    start: float
    end: float
    step: float
    times: Floats
    values: Floats
    gaps: Floats
    qualities: npt.NDArray[np.uint8] | None = None
    mins: Floats | None = None
    maxs: Floats | None = None
    firsts: Floats | None = None
    lasts: Floats | None = None
    counts: npt.NDArray[np.int64] | None = None

    def __len__(self) -> int:
        return len(self.times)

    def drawn(self) -> tuple[Floats, Floats]:
        """Times and values of a line that breaks (nan) where nothing is known; of steps, least and greatest."""
        from console.history.windows import drawn

        return drawn(self)
