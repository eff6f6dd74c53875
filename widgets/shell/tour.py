"""Which lines the wall shows at a time: pages of lines, turned after some seconds, held while somebody looks."""

from __future__ import annotations

from collections.abc import Sequence

NEVER = 0


class Tour:
    """Turns pages of line ids. Times are seconds of a monotonic clock."""

    def __init__(self, seconds: int = 20) -> None:
        self.seconds = seconds  # a page; NEVER: it is not turned by itself
        self.paused = False
        self._lines: tuple[str, ...] = ()
        self._per_page = 1
        self._first = 0  # index of the first line shown
        self._turned_at: float | None = None  # None: not shown yet

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-len(self._lines) // self._per_page))

    @property
    def page(self) -> int:
        """The page shown, counted from 0."""
        return self._first // self._per_page

    def shown(self) -> list[str]:
        """The lines of the page shown."""
        start = self.page * self._per_page
        return list(self._lines[start : start + self._per_page])

    def set_lines(self, lines: Sequence[str], per_page: int) -> None:
        """Take other lines or another page size; the line on top stays on the page shown where it still exists."""
        top = self._lines[self._first] if self._first < len(self._lines) else None
        self._lines, self._per_page = tuple(lines), max(1, per_page)
        self._first = self._lines.index(top) if top in self._lines else 0

    def turn(self, by: int, now: float) -> None:
        """Show the page `by` pages on, around the end; the new page gets its full time."""
        self._first = (self.page + by) % self.pages * self._per_page
        self._turned_at = now

    def left(self, now: float) -> float | None:
        """Seconds until the page turns; None when it does not."""
        if self.paused or self.seconds == NEVER or self.pages == 1:
            return None
        return max(0.0, (now if self._turned_at is None else self._turned_at) + self.seconds - now)

    def beat(self, now: float) -> bool:
        """Turn the page when its time is over; says whether it did."""
        left = self.left(now)
        if left is None or self._turned_at is None:
            self._turned_at = now
            return False
        if left > 0:
            return False
        self.turn(1, now)
        return True
