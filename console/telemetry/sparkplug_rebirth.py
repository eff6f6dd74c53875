"""Asking edge nodes for their births: as often as needed, never as a storm."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Final

log = logging.getLogger(__name__)

FIRST_WAIT: Final = 10.0  # seconds until the same node is asked a second time; doubles with each ask
LONGEST_WAIT: Final = 300.0
FORGIVEN_AFTER: Final = 600.0  # seconds without an ask after which a node starts at FIRST_WAIT again
BURST: Final = 20  # asks in one second, all nodes together


class Rebirths:
    """Who is to be asked, and when: `want` says a node's birth is needed, `serve` asks whoever's turn it is.

    A want stays until `settled` or `forget`, so a lost command is repeated. A birth does not shorten the wait: a node
    whose births never satisfy (an alias that its birth leaves out) is asked less and less often.
    """

    def __init__(self, ask: Callable[[str, str], None] | None) -> None:
        self._ask = ask
        self._due: dict[tuple[str, str], float] = {}  # wanted nodes: when their turn comes
        self._asked: dict[tuple[str, str], tuple[float, float]] = {}  # last ask, wait after it
        self._next = float("inf")  # the earliest turn: what serve looks at first
        self._budget = float(BURST)
        self._refilled = float("-inf")

    def want(self, group: str, node: str, due: float) -> None:
        """This node's birth is needed; ask at `due` (monotonic seconds) or when its wait is over, if that is later."""
        key = (group, node)
        if self._ask is None or self._due.get(key, float("inf")) <= due:
            return
        asked, wait = self._asked.get(key, (float("-inf"), 0.0))
        self._due[key] = max(due, asked + wait)
        self._next = min(self._next, self._due[key])

    def settled(self, group: str, node: str) -> None:
        """Its birth came, or it died: nothing to ask for now."""
        self._due.pop((group, node), None)

    def forget(self, group: str, node: str) -> None:
        """The node is no longer known."""
        self._due.pop((group, node), None)
        self._asked.pop((group, node), None)

    def forget_all(self) -> None:
        """The connection was lost: what was asked may never have arrived."""
        self._due.clear()
        self._asked.clear()

    def asked_by_another(self, group: str, node: str, now: float) -> None:
        """Another host asked the same: one answer serves both."""
        key = (group, node)
        if key in self._due:
            self._note(key, now)

    def serve(self, now: float) -> None:
        """Ask every node whose turn has come, within the budget of this second."""
        if now < self._next or self._ask is None:
            return
        self._budget = min(BURST, self._budget + (now - self._refilled) * BURST)
        self._refilled = now
        for key in [key for key, due in self._due.items() if due <= now]:
            if self._budget < 1:
                break
            self._budget -= 1
            self._note(key, now)
            try:
                self._ask(*key)
            except Exception:
                log.exception("asking %s for its birth failed", "/".join(key))
        self._next = min(self._due.values(), default=float("inf"))

    def _note(self, key: tuple[str, str], now: float) -> None:
        asked, wait = self._asked.get(key, (float("-inf"), 0.0))
        if now - asked > FORGIVEN_AFTER:
            wait = FIRST_WAIT
        elif now - asked >= wait:
            wait = min(2 * wait, LONGEST_WAIT)
        self._asked[key] = (now, wait)
        self._due[key] = now + wait
