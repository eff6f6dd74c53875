"""Carriers: a thread for each channel, so that a server that hangs holds up neither the console nor other channels."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from console.app.channelsecrets import secrets_of
from console.app.mailbox import Mailbox
from console.app.parcels import Parcel, Secrets, Unsent
from console.app.worker import Worker
from console.domain.notices import Why

log = logging.getLogger(__name__)
Came = Callable[[Unsent | None], None]
PATIENCE = 6  # timeouts after which one is not waited for any more, though it never stopped talking
ENDING = 0.3  # seconds that an ending console waits for a channel


class RateGuard:
    """Counts what a channel sent within a minute."""

    def __init__(self, per_minute: int) -> None:
        self._most = per_minute
        self._sent: dict[str, deque[float]] = {}

    def room(self, channel: str, at: float) -> int:
        """How many messages may go out now; `at` monotonic seconds."""
        sent = self._sent.setdefault(channel, deque())
        while sent and sent[0] <= at - 60.0:
            sent.popleft()
        return self._most - len(sent)

    def note(self, channel: str, at: float) -> None:
        """One goes out."""
        self._sent.setdefault(channel, deque()).append(at)


@dataclass(slots=True)
class _Lane:
    worker: Worker
    since: float = 0.0  # when the parcel on its way was begun; 0 = none is
    came: Came | None = None


class Carriers:
    """Main thread only; `came` is called there with None, or with why it was not taken."""

    def __init__(self, folder: Path, mailbox: Mailbox, ca_file: str, timeout: float) -> None:
        self._folder = folder
        self._mailbox = mailbox
        self._ca_file, self._timeout = ca_file, timeout
        self._lanes: dict[str, _Lane] = {}

    def busy(self, lane: str) -> bool:
        """Whether a parcel is on its way there."""
        return lane in self._lanes and self._lanes[lane].since > 0

    def carry(self, lane: str, parcel: Parcel, came: Came, secrets: Secrets = Secrets()) -> None:  # noqa: B008
        """Send a parcel; those of `secrets` that are "" are what is kept. Not while the lane is busy."""
        used = self._lanes.get(lane)
        if used is None:
            used = self._lanes[lane] = _Lane(Worker("channel"))
        used.since, used.came = time.monotonic(), came
        used.worker.hand(partial(self._work, used, parcel, came, secrets))

    def look(self, at: float) -> None:
        """Give up what takes too long; another thread takes the place of the one that waits."""
        for lane, used in list(self._lanes.items()):
            if used.since and at - used.since > PATIENCE * self._timeout:
                del self._lanes[lane]
                used.worker.close(0.0)
                came, used.came, used.since = used.came, None, 0.0
                if came is not None:
                    came(Unsent(Why.SILENT))

    def close(self) -> None:
        """End; what is on its way may or may not arrive and is sent again after the next start."""
        for used in self._lanes.values():
            used.worker.close(ENDING)
        self._lanes.clear()

    def _work(self, lane: _Lane, parcel: Parcel, came: Came, given: Secrets) -> None:
        """On the lane's thread."""
        from console.app.sending import send

        found: Unsent | None = None
        try:
            kept = secrets_of(self._folder, parcel.channel)
            used = Secrets(given.url or kept.url, given.password or kept.password, given.signing or kept.signing)
            send(parcel, used, self._ca_file, self._timeout)
        except Unsent as why:
            found = why
        except Exception as error:
            log.error("A message could not be made: %s", type(error).__name__)  # its text may quote what is secret
            found = Unsent(Why.BROKEN, type(error).__name__)
        self._mailbox.call(partial(self._back, lane, came, found))

    def _back(self, lane: _Lane, came: Came, found: Unsent | None) -> None:
        waited_for = lane.came is came
        if waited_for:
            lane.came, lane.since = None, 0.0
        if waited_for or found is None:  # what arrived late arrived
            came(found)
