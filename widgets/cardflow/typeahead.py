"""Type-ahead: letters typed quickly after each other find a title."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

PAUSE = 1.2  # seconds after which a new word begins


class TypeAhead:
    """Gathers letters; what is typed after a pause begins anew."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._typed, self._last = clock, "", float("-inf")

    @property
    def typed(self) -> str:
        """What was typed and still counts, "" after a pause."""
        return self._typed if self._clock() - self._last < PAUSE else ""

    def add(self, letters: str) -> str:
        """More was typed; all of it."""
        self._typed, self._last = self.typed + letters, self._clock()
        return self._typed

    def forget(self) -> None:
        """Begin anew."""
        self._typed = ""


def find(typed: str, titles: Sequence[tuple[str, str]], after: str) -> str | None:
    """Id of the first title (of id, title pairs) from `after` on that begins with what was typed, else has it within.

    One letter more keeps the card that fits still; None: no title has it.
    """
    wanted = typed.casefold()
    at = next((i for i, (id, _) in enumerate(titles) if id == after), 0)
    turned = [*titles[at:], *titles[:at]]
    begins = (id for id, title in turned if title.casefold().startswith(wanted))
    return next(begins, None) or next((id for id, title in turned if wanted in title.casefold()), None)
