"""Asking the plant's own place for a newer version: a minute after the start, once a day, and when a person asks.

Nothing is ever fetched but the announcement, and nothing is installed. Where no place is set nothing is asked.
"""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import replace

from console import __version__
from console.app.mailbox import Mailbox
from console.domain.updates import Announcement, Standing, Untold, UpdateState, Why, newer, read_announcement

log = logging.getLogger(__name__)
FIRST = 60.0  # seconds from the start until the place is asked
EVERY = 24 * 3600.0
ANSWER = 10.0  # seconds for an answer
PATIENCE = 30.0  # seconds after which one that never stops talking, or hangs, is not waited for
HANGING = 3  # threads that may wait for a share that hangs; then it is not asked again before one came back


class Updates:
    """Main thread only; the place is asked on a thread of its own, which nobody waits for."""

    def __init__(self, mailbox: Mailbox, place: str, running: str = __version__, first: float = FIRST) -> None:
        self.patience = PATIENCE
        self._mailbox, self._running = mailbox, running
        self._turn = 0  # of the asking that is waited for
        self._began = 0.0
        self._threads: list[threading.Thread] = []
        self.use(place, first)

    def use(self, place: str, first: float = 0.0) -> None:
        """Ask another place from now on, `first` seconds from now; "" asks none."""
        self._place, self._next, self._turn = place.strip(), time.monotonic() + first, self._turn + 1
        self.state = UpdateState(Standing.UNASKED, _shown(self._place)) if self._place else UpdateState()

    def beat(self, at: float) -> None:
        """Ask when it is time, and give up who does not answer; `at`: the monotonic clock. Cheap otherwise."""
        if self.state.asking and at - self._began > self.patience:
            self._turn += 1
            self._know(Untold(Why.SILENT))
        if self._place and at >= self._next:
            self.ask()

    def ask(self) -> None:
        """Ask now; nothing where there is no place, or where it is asked already."""
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        if not self._place or self.state.asking:
            return
        self._began = time.monotonic()
        self._next = self._began + EVERY
        if len(self._threads) >= HANGING:
            self._know(Untold(Why.SILENT))
            return
        self._turn += 1
        self.state = replace(self.state, asking=True)
        thread = threading.Thread(target=self._fetch, args=(self._turn, self._place), name="updates", daemon=True)
        self._threads.append(thread)
        thread.start()

    def close(self) -> None:
        """Wait for nobody."""
        self.use("")

    def _fetch(self, turn: int, place: str) -> None:
        """On its own thread."""
        from console.app.updatefetch import fetch

        told: Announcement | Untold
        try:
            told = read_announcement(fetch(place, ANSWER))
        except Untold as untold:
            told = untold
        except Exception as error:  # whatever a place says, it stops nothing
            log.info("The place of newer versions cannot be read: %s", type(error).__name__)
            told = Untold(Why.UNREADABLE, type(error).__name__)
        self._mailbox.call(lambda: self._came(turn, told))

    def _came(self, turn: int, told: Announcement | Untold) -> None:
        if turn == self._turn:
            self._know(told)

    def _know(self, told: Announcement | Untold) -> None:
        place = self.state.place
        if isinstance(told, Untold):
            known = self.state.offered  # what it said before still holds
            self.state = UpdateState(Standing.TROUBLE, place, known, told.why, told.detail)
            return
        standing = Standing.NEWER if newer(told.version, self._running) else Standing.CURRENT
        self.state = UpdateState(standing, place, told)

    @property
    def offered(self) -> str:
        """The newer version that is offered, also while the place is away; "" where there is none."""
        known = self.state.offered
        return known.version if known is not None and newer(known.version, self._running) else ""


def _shown(place: str) -> str:
    """Without user, password and query."""
    scheme, sign, rest = place.partition("://")
    if not sign:
        return place
    host, slash, path = rest.partition("/")
    return scheme + sign + host.rpartition("@")[2] + slash + path.partition("?")[0].partition("#")[0]
