"""Where the snapshot at the head of a machine's log ends and the events begin."""

from __future__ import annotations

from collections.abc import Sequence


def snapshot_length(lines: Sequence[tuple[str, float]]) -> int:
    """How many of the first `lines` (item, time) only repeat last known values.

    A log of this kind opens with the last known value of every item, however old, and then tells changes. Nothing
    marks the border, so it is found from what a snapshot is: each item once. The first line that gives an item a value
    of *another* time than the one it already has is a change, hence an event. Several lines of one item at the same
    time still belong to the snapshot (two alarms of one condition that stand together). Lines just before that first
    change that carry exactly its time were written with it by the machine, so they are events too.
    A log in which no item ever changes is a snapshot from beginning to end.
    """
    known: dict[str, float] = {}
    for index, (item, time) in enumerate(lines):
        if known.setdefault(item, time) != time:
            while index and lines[index - 1][1] == time:
                index -= 1
            return index
    return len(lines)
