"""Garbage is collected on the main thread only: any thread may trip Python's own collector, and one that is not Qt's
would destroy widgets that lie in a cycle, under the painter; the program ends then without a word."""

from __future__ import annotations

import gc

YOUNG, OLDER, OLDEST = 10_000, 20, 20  # new objects, collections of the young, collections of the older


class Collector:
    """One while the window lives. `beat` is called many times a second and nearly always does nothing."""

    def begin(self) -> None:
        """From now on nothing is collected but by `beat`.

        What was built at the start stays: looking at it again would take 80 ms with 1 000 tags.
        """
        gc.collect()
        gc.freeze()
        gc.disable()

    def beat(self) -> None:
        """Collect what Python itself would have collected by now; milliseconds where there is anything to do."""
        young, older, oldest = gc.get_count()
        if young > YOUNG:
            gc.collect(2 if oldest > OLDEST else 1 if older > OLDER else 0)

    def end(self) -> None:
        """Python collects by itself again, once nothing of Qt is left in the garbage."""
        gc.collect()
        gc.enable()
