"""The courier: the thread that carries commands to the shared database, and brings what others did."""

from __future__ import annotations

import logging
import random
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from console.app.briskness import brisk
from console.app.office import RecordOffice
from console.domain.errors import Refusal
from console.domain.sharing import Address, Link, Other, Sharing

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from console.domain.trail import TrailLine
    from console.records.local import LocalRecords
    from console.records.merging import Merged
    from console.records.patience import Patience
    from console.records.shared import SharedRecords
    from console.records.sync import Step, Sync

R = TypeVar("R")
Hook = Callable[["Connection", "list[TrailLine] | tuple[TrailLine, ...]"], None]
log = logging.getLogger(__name__)

POLL = 2.0  # seconds between two looks at the shared trail
SOON = 0.3  # seconds between two counts of what waits while the shared database is away
RETRY = (1.0, 30.0)  # seconds to the first attempt after a failure, and at most
PRESENCE = 10.0  # seconds between two signs of life
MANY = 500  # commands to hear or to share from which on it is called copying
MIGRATION = 300.0  # seconds that the tables may take to be made or brought up to date
CARRIED = 60.0  # seconds for one answer while attachments are carried


class Ended(Exception):
    """The thread shall end, or turn to something else."""


@dataclass
class Session:
    """While a shared database is connected."""

    engine: Engine
    patience: Patience
    shared: SharedRecords
    sync: Sync
    reading: bool  # only


class Courier(threading.Thread):
    """`go` says where to; `tell` hears how it stands, `brought` what was taken over: both on this thread."""

    def __init__(
        self,
        office: RecordOffice,
        own: Callable[[int], Other],
        tell: Callable[[Address | None, Sharing], None],
        brought: Callable[[Merged], None],
    ) -> None:
        super().__init__(name="courier", daemon=True)
        self.hooks: tuple[Hook | None, Hook | None] = (None, None)  # before a push, after a pull
        self.poll = POLL
        self._office = office
        self._own = own  # the console's row among those present, with so many commands waiting
        self._tell = tell
        self._brought = brought
        self._wanted: Address | None = None
        self._at: Address | None = None
        self._session: Session | None = None
        self._sharing = Sharing()
        self._wake = threading.Event()
        self._end = threading.Event()
        self._failures = 0
        self._next = 0.0  # monotonic time of the next attempt
        self._present = 0.0  # of the last sign of life
        self._errands: deque[Callable[[Connection], None]] = deque()
        self._total = 0  # of the copy

    # From other threads

    def go(self, address: Address | None) -> None:
        """Share with this database instead; None: with nobody."""
        self._wanted = address
        self._turn_away()

    def wake(self) -> None:
        """Something was given here."""
        self._wake.set()

    def reach(self, errand: Callable[[Connection], None]) -> None:
        """Do this with a connection to the shared database, once that is there and nothing else waits for it."""
        if errand not in self._errands:
            self._errands.append(errand)
        self._wake.set()

    def hurry(self) -> None:
        """Try again at once."""
        self._next = 0.0
        self._wake.set()

    def close(self) -> bool:
        """Finish what is under way, for a moment, then not; whether the thread ended."""
        self._end.set()
        self._wake.set()
        self.join(1.5)
        if self.is_alive():
            self._turn_away()
            self.join(1.5)
        return not self.is_alive()

    def _turn_away(self) -> None:
        self._wake.set()
        session = self._session
        if session is not None:
            session.patience.cut()

    # The thread

    def run(self) -> None:
        """Until the end."""
        while not self._end.is_set():
            try:
                self._round()
            except Exception:  # a mistake of ours: commands go on waiting, and are shared when it is over
                log.exception("The courier stumbled")
                self._end.wait(RETRY[0])
        self._hang_up(self._session is not None)

    def _round(self) -> None:
        if self._wanted != self._at:
            self._turn()
        self._wake.clear()
        pause = self._look() if self._at is not None and self._wanted == self._at else None
        if not self._end.is_set() and self._wanted == self._at:
            self._wake.wait(pause)

    def _turn(self) -> None:
        """Another database is wanted, or none."""
        self._hang_up(left=True)
        self._at = self._wanted
        self._failures, self._next, self._present, self._total = 0, 0.0, 0.0, 0
        self._sharing = Sharing(Link.CONNECTING, _now(), place=str(self._at)) if self._at else Sharing()
        self._say()

    def _look(self) -> float:
        """Do what is to be done; seconds until the next look."""
        assert self._at is not None
        if time.monotonic() < self._next:
            self._count()
            return min(max(0.01, self._next - time.monotonic()), 5.0)
        try:
            if self._session is None:
                with brisk():
                    self._session = self._connect(self._at)
            self._carry(self._session)
        except Ended:
            return 0.0
        except Exception as error:
            return self._failed(error)
        self._failures = 0
        return self.poll

    def _connect(self, address: Address) -> Session:
        from console.records.address import open_shared
        from console.records.handshake import prepare_shared
        from console.records.patience import Patience
        from console.records.shared import SharedRecords
        from console.records.sync import Sync

        engine = open_shared(address)
        patience = Patience(engine)
        try:
            with patience.longer(MIGRATION):
                state = prepare_shared(engine)
            shared = SharedRecords(engine, self._office.handle)
            shared.before_push, shared.after_pull = (self._hook(patience, hook) for hook in self.hooks)
            sync = Sync(shared, self._on_worker, self._office.console, reading=not state.may_write)
            sync.join(str(address))
        except BaseException:
            patience.close()
            engine.dispose()
            raise
        log.info("Sharing with %s", address)
        self._present = 0.0
        return Session(engine, patience, shared, sync, not state.may_write)

    def _hook(self, patience: Patience, hook: Hook | None) -> Any:
        def carry(db: Connection, lines: Any) -> None:
            if hook is not None:
                with patience.longer(CARRIED):
                    hook(db, lines)

        return carry

    def _carry(self, session: Session) -> None:
        """Step until there is nothing left."""
        while True:
            if self._wanted != self._at or self._end.is_set():
                raise Ended
            step = session.sync.step()
            if step.merged.changed or step.merged.refused:
                self._brought(step.merged)
            self._stands(session, step)
            if time.monotonic() - self._present > PRESENCE:
                self._sign(session)
            if not step.again:
                self._run_errands(session)
                return

    def _run_errands(self, session: Session) -> None:
        while self._errands and not session.reading:
            errand = self._errands.popleft()
            with session.patience.longer(CARRIED), session.engine.connect() as db:
                errand(db)

    def _stands(self, session: Session, step: Step) -> None:
        if step.heard + step.left > max(MANY, self._total):
            self._total = step.heard + step.left
        if not step.left or not step.again:
            self._total = 0
        link = Link.NEWER if session.reading else Link.COPYING if self._total else Link.SHARED
        done = max(0, self._total - step.left)
        waits = {"waiting": step.waiting.count, "oldest": step.waiting.oldest}
        self._stand(link, "", "", **waits, done=done, total=self._total)

    def _sign(self, session: Session) -> None:
        """Say that this console is there, and see who else is."""
        from console.records import presence

        own = self._own(self._sharing.waiting)
        with session.engine.begin() as db:
            if not session.reading:
                presence.keep(db, own)
            others = presence.others(db, own.console)
        self._present = time.monotonic()
        self._sharing = replace(self._sharing, others=others)
        self._say()

    def _failed(self, error: Exception) -> float:
        from console.records.outbox import NotJoined
        from console.records.shared import NewerNow, OtherDatabase
        from console.records.sharedfaults import SharedRefused, shared_trouble

        self._hang_up()
        if self._wanted != self._at or self._end.is_set():
            return 0.0
        self._failures += 1
        first, most = RETRY
        wait = min(most, first * 2.0 ** (self._failures - 1)) * random.uniform(0.8, 1.2)
        self._next = time.monotonic() + wait
        if isinstance(error, OtherDatabase | NotJoined | NewerNow) and self._failures == 1:
            log.info("Another database than before, here or there, or a newer one: it is joined anew")
            self._next = 0.0
            return 0.01
        refusal = error if isinstance(error, Refusal) else shared_trouble(error, str(self._at))
        if refusal is None:
            log.error("Sharing failed: %s", type(error).__name__, exc_info=error if self._failures == 1 else None)
            refusal = Refusal(type(error).__name__)
        link = Link.REFUSED if isinstance(refusal, SharedRefused) else Link.AWAY
        if self._sharing.link is not link:
            log.info("The shared database: %s", refusal.detail)
        self._stand(link, refusal.code, refusal.detail, others=(), done=0, total=0)
        self._count()
        return min(wait, 5.0)

    def _hang_up(self, left: bool = False) -> None:
        from console.records import presence

        session, self._session = self._session, None
        if session is None:
            return
        try:
            if left and not session.reading:
                session.patience.seconds = 1.0
                with session.engine.begin() as db:
                    presence.forget(db, self._office.console)
        except Exception as error:
            log.debug("No good-bye to the shared database: %s", type(error).__name__)
        session.patience.close()
        session.engine.dispose()

    # What is told

    def _count(self) -> None:
        """How much waits, while nothing can be shared; not more often than a screen can show."""
        try:
            waiting = self._waiting()
        except (Ended, Refusal):
            return
        except Exception as error:
            log.info("What waits cannot be counted: %s", type(error).__name__)
            return
        self._sharing = replace(self._sharing, waiting=waiting.count, oldest=waiting.oldest)
        self._say()
        self._end.wait(SOON)

    def _stand(self, link: Link, code: str, reason: str, **facts: Any) -> None:
        since = self._sharing.since if self._sharing.link is link else _now()
        self._sharing = replace(self._sharing, link=link, since=since, code=code, reason=reason, **facts)
        self._say()

    def _say(self) -> None:
        self._tell(self._at, self._sharing)

    # The worker

    def _waiting(self) -> Any:
        from console.records import outbox

        def count(local: LocalRecords) -> Any:
            with local.reading() as db:
                return outbox.waiting(db)

        return self._on_worker(count)

    def _on_worker(self, job: Callable[[LocalRecords], R]) -> R:
        """The result of a job on the worker. Ended where this thread shall end; a refusal where the disk will not."""
        from console.records.faults import refusal_of

        future: Future[R] = Future()

        def work(local: LocalRecords) -> None:
            try:
                future.set_result(job(local))
            except Exception as error:
                future.set_exception(refusal_of(error, local.path) or error)

        self._office.run(work, failed=future.set_exception)
        while not future.done():
            if self._end.is_set():
                raise Ended
            try:
                return future.result(0.1)
            except TimeoutError:
                continue
        return future.result()


def _now() -> datetime:
    return datetime.now(UTC)
