"""The health of a running console: everything it stands on, looked at every few seconds."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from console import __version__
from console.domain import health
from console.domain.backups import BackupState
from console.domain.health import LOUDEST, HealthChanged, Item, Part
from console.domain.historian import HistorianState
from console.domain.notices import Told
from console.domain.sharing import Sharing
from console.domain.tampering import GuardState

if TYPE_CHECKING:
    from console.app.console import Console
    from console.domain.exchange_reports import FolderState

LOOK_EVERY = 2.0  # seconds
DISK_EVERY = 30.0
OWN_CLOCK = (Part.BACKUP, Part.TRAIL, Part.HISTORY, Part.HISTORIAN)


class HealthWatch:
    """Main thread only; what may block is asked on a thread of its own. The states of others are given as functions."""

    def __init__(self, console: Console) -> None:
        self.items: tuple[Item, ...] = ()
        self.sharing: Callable[[], Sharing] = Sharing
        self.backups: Callable[[], BackupState] = BackupState
        self.guard: Callable[[], GuardState] = GuardState
        self.history: Callable[[], health.Recording | None] = lambda: None
        self.historian: Callable[[], HistorianState] | None = None  # None: the plant has none
        self.exchange: Callable[[], FolderState] | None = None  # None: no folder is watched
        self.unanswered: Callable[[], int] = lambda: 0
        self.messages: Callable[[], Told] = Told
        self.settings: Callable[[], health.Settled] | None = None  # None: nobody told of settings
        self.sound: Callable[[], Item] = lambda: health.horn_sound("unknown", "", True)  # told by the face
        self.backup_hours = 0.0
        self.size = 0  # bytes of the records' file
        self._console = console
        self._looked = self._asked = float("-inf")
        self._room: tuple[int | None, int] | None = None
        self._asking = False

    @property
    def loud(self) -> int:
        """How many things want somebody."""
        return sum(item.level in LOUDEST for item in self.items)

    def console_name(self, id: str) -> str:
        """What people call a console; its id where nobody told its name."""
        if id == self._console.office.console:
            return self._console.title
        return next((other.name for other in self.sharing().others if other.console == id and other.name), id)

    def now_of(self, part: Part) -> datetime:
        """The clock by which a part tells its times: what the console does itself goes by its own, which is another
        one in a replay."""
        return datetime.fromtimestamp(self._console.now(), UTC) if part in OWN_CLOCK else datetime.now(UTC)

    def beat(self, monotonic_now: float) -> None:
        """Look when it is time to; cheap otherwise."""
        wait = DISK_EVERY if self.size else LOOK_EVERY  # the file may be made a moment after the start
        if monotonic_now - self._asked >= wait and not self._asking:
            self._asked, self._asking = monotonic_now, True
            threading.Thread(target=self._ask_disk, args=(self._console.store,), name="disk", daemon=True).start()
        if monotonic_now - self._looked >= LOOK_EVERY:
            self._looked = monotonic_now
            self.look()

    def look(self) -> None:
        """Judge everything now and tell when something is other than before."""
        console, now = self._console, datetime.now(UTC)
        sharing, guard = self.sharing(), self.guard()
        found = [
            health.broker(console.broker),
            health.records(console.office.ready),
            health.shared(sharing),
            health.outbox(sharing, now),
            health.backup(self.backups(), self.now_of(Part.BACKUP), self.backup_hours),
            health.trail(guard.here, guard.shared, self.unanswered(), self.now_of(Part.TRAIL)),
            health.shift_log(console.store_trouble, console.store_damage),
            health.history(self.history()),
            health.consoles(sharing.others, __version__, now),
            health.messages(self.messages()),
        ]
        if self.exchange is not None:
            found.append(health.exchange(self.exchange()))
        if self.historian is not None:
            found.insert(8, health.historian(self.historian()))
        if self._room is not None:
            found.insert(6, health.disk(*self._room, str(console.store)))
        if self.settings is not None:
            found.append(health.settings(self.settings()))
        found.append(self.sound())
        items = tuple(found)
        changed = [(item.part, item.level, item.code) for item in items]
        before = [(item.part, item.level, item.code) for item in self.items]
        self.items = items
        if changed != before:
            console.bus.publish(HealthChanged(items))

    def _ask_disk(self, folder: Path) -> None:
        """On its own thread: a network drive may take its time."""
        try:
            usage = shutil.disk_usage(folder)
            room: tuple[int | None, int] = (usage.free, usage.total)
        except OSError:
            room = (None, 0)
        size = 0
        with suppress(OSError):
            size = self._console.office.path.stat().st_size
        self._console.mailbox.call(lambda: self._asked_disk(room, size))

    def _asked_disk(self, room: tuple[int | None, int], size: int) -> None:
        self._room, self.size, self._asking = room, size, False
