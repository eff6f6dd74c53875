"""Copies of the memory of every reading, beside the backups of the records, where the settings ask for them."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from console.app.longwork import GoOn, LongWork
from console.app.mailbox import Mailbox
from console.domain.backups import Cancelled, Doing, HistoryCopies, HistoryCopy
from console.domain.errors import Refusal
from console.history.history import History, NotOpen

log = logging.getLogger(__name__)
LOOK_EVERY = 30.0  # seconds between two looks at whether a copy is due
SOON = 600.0  # seconds after the start before which none is made
AGAIN = 3600.0  # seconds after a failure until it is tried again
SEAL = 60.0  # seconds that the newest readings may take to get into the file


class HistoryBackups:
    """One for each console. Main thread only; the work is done on a thread of its own, so no backup waits for it."""

    def __init__(
        self,
        history: History,
        mailbox: Mailbox,
        now: Callable[[], float],
        source: Path,
        folder: Path,
        every_hours: float,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """`every_hours` 0: none are made, but one is still looked for and told."""
        self.state = HistoryCopies(every_hours > 0)
        self._history, self._now, self._monotonic = history, now, monotonic
        self._source, self._folder, self._every = source, folder, every_hours * 3600
        self._work = LongWork("history copies", mailbox, self._progress, self._when_idle, LOOK_EVERY)
        self._not_before = monotonic() + SOON

    def start(self) -> None:
        """Look which copy is there, and begin the schedule."""

        def look(go_on: GoOn) -> HistoryCopy | None:
            from console.records.historycopy import newest_in

            return newest_in(self._folder)

        self._work.begin(Doing.CHECK, look, lambda found: self._show(last=found))

    def copy_now(
        self, done: Callable[[HistoryCopy], None] | None = None, refused: Callable[[Refusal], None] | None = None
    ) -> None:
        """Make a copy of all that was heard until now, and check it; only the newest copy stays."""
        at = datetime.fromtimestamp(self._now(), UTC)

        def job(go_on: GoOn) -> HistoryCopy:
            from console.records.historycopy import copy_history

            try:
                self._history.seal(SEAL)
            except NotOpen:
                log.info("The readings of the last hour are not in the copy: the history is not open")
            return copy_history(self._source, self._folder, at, go_on)

        def made(copy: HistoryCopy) -> None:
            self._show(last=copy, trouble="", detail="")
            if done is not None:
                done(copy)

        def failed(refusal: Refusal) -> None:
            self._not_before = self._monotonic() + AGAIN
            if not isinstance(refusal, Cancelled):
                log.warning("No copy of the readings was made: %s", refusal)
                self._show(trouble=refusal.code, detail=refusal.detail)
            if refused is not None:
                refused(refusal)

        self._work.begin(Doing.BACKUP, job, made, failed)

    def close(self) -> None:
        """Stop what runs and end."""
        self._work.close()

    def _when_idle(self) -> None:
        if not self._every or self._monotonic() < self._not_before or not self._history.statistics.open:
            return
        last = self.state.last
        if last is None or not 0 <= self._now() - last.at.timestamp() < self._every:
            self.copy_now()

    def _progress(self, doing: Doing, share: float) -> None:
        self._show(share=share if doing is Doing.BACKUP else None)

    def _show(self, **told: object) -> None:
        self.state = replace(self.state, **told)  # type: ignore[arg-type]
