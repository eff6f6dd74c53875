"""The guard: verifies the records against their trail in the background, and has what it finds noted once.

It reads on a thread of its own, through connections of its own, a little at a time: commands are never held up.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from console.app.bus import Bus
from console.app.mailbox import Mailbox
from console.app.office import CONSOLE, RecordOffice
from console.domain.commands.tampering import NoteTampering
from console.domain.errors import Refusal, WorldAway
from console.domain.events import RecordsReady
from console.domain.tampering import (
    TORN,
    GuardChanged,
    GuardState,
    Tampering,
    Verification,
    What,
    tampering_id,
)

if TYPE_CHECKING:
    from console.records.anchor import Anchor
    from console.records.local import LocalRecords
    from console.records.verify import Report, View

log = logging.getLogger(__name__)
HERE, SHARED = "here", "shared"
SOON, LINES_EVERY, ALL_EVERY, SHARED_EVERY = 20.0, 60.0, 3600.0, 12 * 3600.0  # seconds
TELL_EVERY = 0.2  # seconds between two words about progress
GENTLE = 100  # lines or rows in one go in the background, and then as long a rest again, twice
QUICK = 250


@dataclass(frozen=True, slots=True)
class SharedPart:
    """The shared database as the guard sees it: a connection to read through, and what was read of its trail last."""

    database: str  # its id
    view: View
    seq: int  # of the last line that this console read
    hash: str


class Guard:
    """Main thread only, except what it does on its own thread. `shared` is called there; None = none is joined."""

    def __init__(
        self,
        office: RecordOffice,
        bus: Bus,
        mailbox: Mailbox,
        folder: Path,
        now: Callable[[], float] = time.time,
        shared: Callable[[LocalRecords], SharedPart | None] = lambda local: None,
    ) -> None:
        self.state = GuardState()
        self.soon, self.lines_every, self.all_every, self.shared_every = SOON, LINES_EVERY, ALL_EVERY, SHARED_EVERY
        self.shared = shared
        self.cut: Callable[[], None] = lambda: None  # wait no longer for the shared database's answer
        self._office, self._bus, self._mailbox, self._folder, self._now = office, bus, mailbox, folder, now
        self._thread: threading.Thread | None = None
        self._local: LocalRecords | None = None
        self._noted: set[str] = set()
        self._jobs: deque[Callable[[], None]] = deque()  # for its own thread
        self._wake, self._stop, self._ended = threading.Event(), threading.Event(), threading.Event()
        self._busy = False  # a job of its own thread runs
        self._asked = False  # somebody wants to know now, and its own thread has not heard it yet
        self._waited_for = False  # and has not been told yet
        self._aside = False  # the file is being replaced
        self._era = 0  # counts restores: what was found before one counts no longer
        self._reading = threading.Lock()  # held while a pass runs, and while the anchor is written
        self._end_hearing = bus.on(RecordsReady, lambda event: self._opened(event))

    # What others ask

    @property
    def running(self) -> bool:
        """Whether a verification of everything is on its way."""
        parts = (self.state.here, self.state.shared)
        return any(part is not None and part.running is not None for part in parts)

    def settled(self) -> bool:
        """Whether nothing is on its way: what was verified is kept, and nobody asked for more."""
        return not (self.running or self._waited_for or self._jobs or self._busy)

    def start(self) -> None:
        """Begin to verify, a little after the records are open. Harmless when it has begun."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="guard", daemon=True)
            self._thread.start()
            self._office.run(lambda local: local, self._take)

    def verify(self) -> None:
        """Verify everything now, as fast as it goes; events tell how far it is and what was found."""
        self._asked = self._waited_for = True
        self._change(HERE, running=self.state.here.running or 0.0)
        self.start()
        self._stop.set()  # a gentle pass that runs makes room
        self._wake.set()

    def cancel(self) -> None:
        """End the verification that runs; what was verified before counts on."""
        self._asked = False
        self._stop.set()
        for where, part in ((HERE, self.state.here), (SHARED, self.state.shared)):
            if part is not None and part.running is not None:
                self._change(where, running=None)

    def stand_aside(self, timeout: float = 10.0) -> bool:
        """Let go of the file, because another one is put in its place; goes on once records are open again.

        Whether it did in time.
        """
        self._aside, self._local = True, None
        self._stop.set()
        free = self._reading.acquire(timeout=timeout)
        if free:
            self._reading.release()
        return free

    def accept_restore(self) -> None:
        """The records were put back to an earlier state on purpose: what is there next is no alarm. From any thread."""
        from console.records.anchor import accept_restore

        self._stop.set()
        with self._reading:
            self._era += 1
            accept_restore(self._folder)

    def close(self) -> None:
        """End; a pass that runs is stopped."""
        self._end_hearing()
        self._ended.set()
        self._stop.set()
        self._wake.set()
        self.cut()
        if self._thread is not None:
            self._thread.join(4.0)

    # Back on the main thread

    def _opened(self, event: RecordsReady) -> None:
        if not event.code and self._thread is not None:
            self._office.run(lambda local: local, self._take)

    def _take(self, local: LocalRecords) -> None:
        self._local, self._aside = local, False
        self._wake.set()

    def _change(self, where: str, **told: Any) -> None:
        here, shared = self.state.here, self.state.shared
        if where == HERE:
            self.state = GuardState(replace(here, **told), shared)
        else:
            self.state = GuardState(here, replace(shared or Verification(), **told))
        self._bus.publish(GuardChanged(self.state))

    def _answered(self) -> None:
        self._waited_for = self._asked

    def _finished(self, where: str, era: int, database: str, report: Report, seconds: float) -> None:
        if era != self._era:
            return
        at = datetime.fromtimestamp(self._now(), UTC)
        if report.whole:
            told = {"at": at, "lines": report.lines, "rows": report.rows, "seconds": seconds}
            findings = tuple(report.findings)
        else:
            before = (self.state.here if where == HERE else self.state.shared) or Verification()
            told, findings = {}, (*before.findings, *(one for one in report.findings if one not in before.findings))
        more = {"findings": findings, "looked": at, "seq": report.anchor.seq, "running": None, "trouble": ""}
        self._change(where, **told, **more, more=report.more)
        self._note(where, era, database, report)

    def _note(self, where: str, era: int, database: str, report: Report) -> None:
        """Have each finding noted once; only then is what was verified taken as the new end of the trail."""
        if where == HERE and any(one.what in (What.INDEX, What.CUT_OFF) for one in report.findings):
            self._office.run(_mend_index)
        fresh = {tampering_id(database, one): one for one in report.findings}
        waiting = fresh.keys() - self._noted

        def noted(id: str) -> None:
            self._noted.add(id)
            waiting.discard(id)
            if not waiting and where == HERE:
                torn = any(one.what in TORN for one in fresh.values())
                self._jobs.append(lambda: self._keep(era, report.anchor, torn))
                self._wake.set()

        for id, one in fresh.items():
            if id in waiting:
                self._office.do(_told(id, database, one), _later(noted, id), _not_noted, who=CONSOLE)
        if not waiting and where == HERE:
            noted("")

    # On its own thread

    def _run(self) -> None:
        due_all = time.monotonic() + self.soon
        due_lines = due_shared = due_all
        while not self._ended.is_set():
            ready = self._local is not None and not self._aside
            self._wake.wait(max(0.0, min(due_all, due_lines) - time.monotonic()) if ready else None)
            self._wake.clear()
            self._stop.clear()
            self._do_jobs()
            at, quick = time.monotonic(), self._asked
            local = self._local
            if self._ended.is_set():
                return
            if local is None or self._aside:
                continue
            whole = quick or at >= due_all
            whole_shared = quick or at >= due_shared
            if not whole and at < due_lines:
                continue
            if quick:
                self._asked = False
            through = self._verify_here(local, whole, quick) and self._verify_shared(local, whole_shared, quick)
            if quick:
                self._call(self._answered)
            at = time.monotonic()
            due_lines = at + self.lines_every
            due_all = at + self.all_every if whole and through else max(due_all, at + self.lines_every)
            due_shared = at + self.shared_every if whole_shared and through else due_shared

    def _do_jobs(self) -> None:
        while self._jobs and not self._ended.is_set():
            self._busy = True
            try:
                self._jobs.popleft()()
            except Exception:
                log.exception("What was verified could not be kept")
            self._busy = False

    def _verify_here(self, local: LocalRecords, whole: bool, quick: bool) -> bool:
        from console.records.anchor import load

        with self._reading:
            if self._aside:
                return False
            try:
                database = _database(local) or self._office.console
            except Exception as error:
                self._trouble(HERE, _words(error))
                return True
            return self._pass(HERE, database, local.reading, load(self._folder), whole, quick)

    def _verify_shared(self, local: LocalRecords, whole: bool, quick: bool) -> bool:
        from console.records.anchor import Anchor

        try:
            part = self.shared(local)
        except WorldAway:
            return True  # the status of sharing says so
        except Exception as error:
            self._trouble(SHARED, _words_there(error))
            return True
        if part is None:
            if self.state.shared is not None:
                self._call(self._unshared)
            return True
        return self._pass(SHARED, part.database, part.view, Anchor(part.seq, part.hash), whole, quick)

    def _pass(self, where: str, database: str, view: View, anchor: Anchor, whole: bool, quick: bool) -> bool:
        """Verify one database; whether it was not stopped."""
        from console.records.verify import Stopped, Verifier

        era, began = self._era, time.monotonic()
        now = datetime.fromtimestamp(self._now(), UTC)
        pace = _Pace(self._stop, quick, lambda share: self._call(lambda: self._change(where, running=share)))
        verifier = Verifier(view, anchor, now, pace.go_on, QUICK if quick else GENTLE)
        try:
            report = None if whole else verifier.new_lines()
            report = report or verifier.whole()
        except Stopped:
            self._call(lambda: self._change(where, running=0.0 if self._asked else None))
            return False
        except Exception as error:
            self._trouble(where, _words(error) if where == HERE else _words_there(error))
            return True
        seconds = time.monotonic() - began
        self._call(lambda: self._finished(where, era, database, report, seconds))
        return True

    def _keep(self, era: int, anchor: Anchor, torn: bool) -> None:
        """What was verified is the new end; after a torn one everything is read again."""
        from console.records.anchor import save

        with self._reading:
            if era != self._era:
                return
            try:
                save(self._folder, anchor)
            except OSError as error:
                log.warning("What was verified cannot be kept outside the database: %s", error)
        if torn:
            self._call(self.verify)

    def _trouble(self, where: str, why: str) -> None:
        self._call(lambda: self._change(where, running=None, trouble=why))

    def _unshared(self) -> None:
        self.state = GuardState(self.state.here, None)
        self._bus.publish(GuardChanged(self.state))

    def _call(self, what: Callable[[], None]) -> None:
        self._mailbox.call(what)


class _Pace:
    """Rests between slices in the background, and says now and then how far it is."""

    def __init__(self, stop: threading.Event, quick: bool, tell: Callable[[float], None]) -> None:
        self._stop, self._quick, self._tell = stop, quick, tell
        self._began = self._told = time.monotonic()

    def go_on(self, share: float) -> bool:
        """Whether nobody stopped it."""
        at = time.monotonic()
        if at - self._told >= TELL_EVERY:
            self._told = at
            self._tell(share)
        stopped = self._stop.wait(0.001 if self._quick else min(0.5, 2 * (at - self._began)))
        self._began = time.monotonic()
        return not stopped


def _told(id: str, database: str, one: Tampering) -> NoteTampering:
    where = (one.table, one.row, one.field)
    return NoteTampering(id, database, one.what, *where, one.expected, one.found, one.seq, one.until)


def _later(what: Callable[[str], None], id: str) -> Callable[[object], None]:
    return lambda _: what(id)


def _not_noted(refusal: Refusal) -> None:
    log.warning("An alteration of the records was found and cannot be noted yet: %s", refusal)


def _database(local: LocalRecords) -> str:
    from console.records.verify import database_of

    with local.reading() as db:
        return database_of(db)


def _mend_index(local: LocalRecords) -> None:
    from console.records.verify import mend_index

    with local.writing() as db:
        mend_index(db)


def _words(error: Exception) -> str:
    from console.records.faults import refusal_of

    refusal = refusal_of(error)
    if refusal is None:
        log.exception("The records could not be verified")
    return str(refusal or error)


def _words_there(error: Exception) -> str:
    """What stands against verifying the shared database; "" where it is away: the status of sharing says so."""
    from console.records.sharedfaults import SharedAway, shared_trouble

    trouble = shared_trouble(error)
    if isinstance(trouble, SharedAway) or getattr(error, "connection_invalidated", False):
        return ""
    if trouble is None:
        log.error("The shared database could not be verified", exc_info=error)
    return trouble.detail if trouble is not None else type(error).__name__
