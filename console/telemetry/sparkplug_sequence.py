"""The order of one edge node's messages: numbers 0..255 that must follow one another without a gap."""

from __future__ import annotations

from enum import Enum

REORDER_TOLERANCE = 2.0  # seconds a missing message may be late (the Reorder Timeout of Sparkplug 3.0, 5.11)


class Step(Enum):
    """How a message stands to the one before it."""

    NEXT = "next"
    GAP = "gap"  # messages are missing before it
    LATE = "late"  # it is one of the missing
    REPEAT = "repeat"  # same number as the one before
    BACK = "back"  # an old number that was not missing: the sender began again without a birth


class Sequence:
    """Follows the numbers of one node since its birth.

    Nothing is held back: a message after a gap is used when it comes, because a late picture of the line helps nobody.
    The missing numbers are remembered; `due` is when they are lost for good and a rebirth is to be asked.
    """

    __slots__ = ("due", "gaps", "last", "missing", "superseded")

    def __init__(self) -> None:
        self.last: int | None = None
        self.missing: set[int] = set()
        self.superseded: set[tuple[str, str | None]] = set()  # (path, metric) heard since the gap opened
        self.due: float | None = None
        self.gaps = 0  # gaps in all that nothing filled in time, the open one included

    def start(self, seq: int | None) -> None:
        """A birth: its number is right whatever came before."""
        if self.due is not None:
            self._close()
        self.last = seq

    def follow(self, seq: int, now: float) -> Step:
        """Take the number of the next message; `now` in monotonic seconds."""
        last = self.last
        if last is None or seq == (last + 1) & 255:
            self.last = seq
            return Step.NEXT
        if seq == last:
            return Step.REPEAT
        if seq in self.missing:
            self.missing.remove(seq)
            if not self.missing:
                self.gaps -= 1
                self._close()
            return Step.LATE
        ahead = (seq - last) & 255
        self.last = seq
        if self.due is None:
            self.due = now + REORDER_TOLERANCE
            self.gaps += 1
        if ahead < 128:
            self.missing.update((last + step) & 255 for step in range(1, ahead))
            return Step.GAP
        self.missing.clear()  # nothing that still comes can mend this
        return Step.BACK

    def overdue(self, now: float) -> bool:
        """Whether a gap stayed open too long; if so it is given up and counts as a loss."""
        if self.due is None or now < self.due:
            return False
        self._close()
        return True

    def _close(self) -> None:
        self.due = None
        self.missing.clear()
        self.superseded = set()  # a new one: whoever judges the last late message still holds the old
