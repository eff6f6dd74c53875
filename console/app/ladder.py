"""The ladder: the steps of open calls that are due, each to be carried out once. Main thread."""

from __future__ import annotations

import time
from collections.abc import Iterable
from datetime import UTC, datetime

from console.app.dispatch import Dispatch
from console.domain.andon import Call
from console.domain.commands import Command
from console.domain.commands.andon import EscalateCall, HandOnCall
from console.domain.escalation import Told, Why

AGAIN = 10.0  # seconds after which a step that was given and did not come back is given again
BUDGET = 0.004  # seconds that a look may take: where many calls are open, the others wait for the next beat


class Ladder:
    """Looks at a call only when its next step is due or it has changed."""

    def __init__(self) -> None:
        self._dispatch: Dispatch | None = None
        self._next: dict[str, tuple[Call, float]] = {}  # by id: as it was looked at, and when to look again
        self._given: dict[tuple[str, str], float] = {}  # steps on their way, since when
        self.more = False  # whether calls are left that nobody has looked at yet

    def use(self, dispatch: Dispatch) -> None:
        """Another roster, other categories or another plant: every call is looked at anew."""
        self._dispatch = dispatch
        self._next.clear()

    def steps(self, calls: Iterable[Call], now: float) -> list[Command]:
        """What is to be carried out at `now` (seconds UTC), in order."""
        if self._dispatch is None:
            return []
        found: list[Command] = []
        seen: dict[str, tuple[Call, float]] = {}
        enough, self.more = time.perf_counter() + BUDGET, False
        for call in calls:
            looked, again = self._next.get(call.id, (None, 0.0))
            if call == looked and now < again:
                seen[call.id] = (call, again)
                continue
            if time.perf_counter() > enough:
                self.more = True
                continue
            found += self._of(call, now)
            seen[call.id] = (call, self._again(call, now))
        self._next = seen
        self._given = {key: at for key, at in self._given.items() if at > now - AGAIN and key[0] in seen}
        return found

    def _of(self, call: Call, now: float) -> list[Command]:
        assert self._dispatch is not None
        found: list[Command] = []
        for told in self._dispatch.due(call, datetime.fromtimestamp(now, UTC)):
            key = (call.id, f"{told.why is Why.SHIFT_CHANGE} {told.at if told.why is Why.SHIFT_CHANGE else told.level}")
            if self._given.get(key, -AGAIN) <= now - AGAIN:
                self._given[key] = now
                found.append(_command(call, told))
        return found

    def _again(self, call: Call, now: float) -> float:
        """What is due and on its way is looked at again soon: it may not have come through."""
        assert self._dispatch is not None
        due = self._dispatch.next_due(call, datetime.fromtimestamp(now, UTC))
        return float("inf") if due is None else max(due.timestamp(), now + AGAIN / 2 if due.timestamp() <= now else 0.0)


def _command(call: Call, told: Told) -> Command:
    if told.why is Why.SHIFT_CHANGE:
        return HandOnCall(call.id, call.place, told.at, told.persons)
    return EscalateCall(call.id, call.place, told.level, told.persons)
