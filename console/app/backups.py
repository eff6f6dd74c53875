"""Backups of the records: made on a schedule and when asked, looked through, and put back."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from console import __version__
from console.app.bus import Bus
from console.app.longwork import GoOn, LongWork
from console.app.mailbox import Mailbox
from console.app.office import RecordOffice
from console.app.replacing import Replacing
from console.domain.backups import (
    BackupBusy,
    BackupChanged,
    BackupCopy,
    BackupState,
    Cancelled,
    Doing,
    Health,
    Keep,
    Loss,
    Parcel,
    removable,
)
from console.domain.commands import Command
from console.domain.commands.backups import ExportProofs, ExportRecords
from console.domain.errors import Refusal

if TYPE_CHECKING:
    from console.records.local import LocalRecords

R = TypeVar("R")
Refused = Callable[[Refusal], None]
log = logging.getLogger(__name__)
LOOK_EVERY = 5.0  # seconds between two looks at whether a backup is due
SOON = 60.0  # seconds after the start before which none is made
FRESH = timedelta(days=7)  # after which a copy is checked once more
AGAIN = 300.0  # seconds after a failure until it is tried again
_ODD = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class BackupPlan:
    """Where and how often."""

    folder: Path  # one that is not inside the console's own gets a folder for each console in it
    every_hours: float = 24.0  # 0 = none by itself
    keep: Keep = field(default_factory=Keep)


class Backups:
    """One for each console. Main thread only; the work is done on a thread of its own."""

    def __init__(
        self,
        office: RecordOffice,
        bus: Bus,
        mailbox: Mailbox,
        now: Callable[[], float],
        plan: BackupPlan,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.plan = plan
        self.own = plan.folder.is_relative_to(office.folder)
        self.folder = plan.folder if self.own else plan.folder / (_ODD.sub("-", office.console) or "console")
        self.files = office.folder / "attachments"
        self.state = BackupState(str(self.folder))
        self.soon, self.again, self.look_every = SOON, AGAIN, LOOK_EVERY
        self._office, self._bus, self._mailbox = office, bus, mailbox
        self._now, self._monotonic = now, monotonic
        self._work = LongWork("backups", mailbox, self._progress, self._when_idle, LOOK_EVERY)
        self.replacing = Replacing(office, self._work, mailbox, self._at, self.files)
        self.before_restore = self.replacing.before  # told before the file is replaced: let go of it
        self.after_restore = self.replacing.after  # told when it was, before the records are open again
        self._known: dict[tuple[str, int, int], BackupCopy] = {}  # what looking at a file found, by name, size and time
        self._not_before = 0.0  # of the monotonic clock
        self._made: float | None = None  # when the last was made by this program

    # Its life

    def start(self) -> None:
        """Begin the schedule, and look at the copies that are there."""
        self._work.every = self.look_every
        self._not_before = self._monotonic() + self.soon
        self._work.start()

        def sweep(go_on: GoOn) -> tuple[BackupCopy, ...]:
            from console.records.restoring import discard_staged, staged_beside

            if not self.replacing.under_way:  # what a killed process left
                discard_staged(staged_beside(self._office.path))
            return self._looked(go_on)

        self._look(sweep)

    def close(self) -> None:
        """Stop what runs and end."""
        self._work.close()

    def due(self) -> datetime | None:
        """When the next is to be made; None = none is scheduled."""
        if self.plan.every_hours <= 0:
            return None
        now = self._now()
        last = self._last()
        at = now if last is None or last > now else last + self.plan.every_hours * 3600
        return datetime.fromtimestamp(max(at, now + self._not_before - self._monotonic()), UTC)

    # Copies

    def backup_now(self, done: Callable[[BackupCopy], None] | None = None, refused: Refused | None = None) -> None:
        """Make a copy, check it, and let go of copies that are too many."""
        at = self._at()

        def job(go_on: GoOn) -> tuple[BackupCopy, tuple[BackupCopy, ...]]:
            from console.records.backup import make_backup

            made = make_backup(self._office.path, self.folder, at, __version__, go_on, self.files, self.own)
            self._remember(made)
            return made, self._rotated(made)

        def kept(result: tuple[BackupCopy, tuple[BackupCopy, ...]]) -> None:
            self._made = self._now()
            copies = result[1]
            self._show(copies=copies, trouble="", detail="", troubled=None)
            self.look()  # those that are not checked yet, or not lately
            if done is not None:
                done(result[0])

        self._begin(Doing.BACKUP, job, kept, lambda refusal: self._failed(refusal, refused))

    def look(self, done: Callable[[], None] | None = None, refused: Refused | None = None) -> None:
        """List the copies and check those that were not checked lately; the state tells them one after the other."""
        self._look(self._looked, done, refused)

    def _look(
        self,
        job: Callable[[GoOn], tuple[BackupCopy, ...]],
        done: Callable[[], None] | None = None,
        refused: Refused | None = None,
    ) -> None:
        def seen(copies: tuple[BackupCopy, ...]) -> None:
            self._show(copies=copies)
            if done is not None:
                done()

        def unseen(refusal: Refusal) -> None:
            if not isinstance(refusal, Cancelled) and not self.state.trouble:
                self._show(trouble=refusal.code, detail=refusal.detail, troubled=self._at())
            if refused is not None:
                refused(refusal)

        self._begin(Doing.CHECK, job, seen, unseen)

    def check(self, name: str, done: Callable[[BackupCopy], None], refused: Refused | None = None) -> None:
        """Open a copy and check it thoroughly."""

        def job(go_on: GoOn) -> BackupCopy:
            from console.records.copies import check_copy

            copy = check_copy(self.folder / name, self._at(), go_on)
            self._remember(copy)
            return copy

        def found(copy: BackupCopy) -> None:
            self._show(copies=tuple(copy if each.name == name else each for each in self.state.copies))
            done(copy)

        self._begin(Doing.CHECK, job, found, refused)

    def check_file(self, path: Path, done: Callable[[BackupCopy], None], refused: Refused | None = None) -> None:
        """The same with a copy that lies somewhere else."""

        def job(go_on: GoOn) -> BackupCopy:
            from console.records.copies import check_copy

            return check_copy(path, self._at(), go_on)

        self._begin(Doing.CHECK, job, done, refused)

    def cancel(self) -> None:
        """Stop what runs."""
        self._work.cancel()

    # Putting back

    def loss(self, copy: BackupCopy, answer: Callable[[Loss], None]) -> None:
        """What restoring a copy would take out of the records; not known where they cannot be read."""

        def count(local: LocalRecords) -> Loss:
            from console.records.copies import loss_by

            with local.reading() as view:
                return loss_by(view, copy.lines, copy.last)

        self._office.run(count, answer, lambda _: answer(Loss(False)))

    def restore(
        self, copy: Path | str, done: Callable[[str], None] | None = None, refused: Refused | None = None
    ) -> None:
        """Put a copy (a name in the folder, or a file) in the place of the records, as whoever is signed in.

        `done` gets the name of the file in which the records before it lie, "" where there were none.
        """
        path = self.folder / copy if isinstance(copy, str) else copy
        self.replacing.restore(path, done, refused)

    # Open files

    def export(
        self,
        target: Path,
        proofs: bool = False,
        done: Callable[[Parcel], None] | None = None,
        refused: Refused | None = None,
    ) -> None:
        """Write all records into a new folder or a .zip archive, as whoever is signed in."""
        command: Command = ExportProofs(target.name) if proofs else ExportRecords(target.name)

        def job(go_on: GoOn) -> Parcel:
            from console.records.export import export_records

            return export_records(self._office.path, target, self._at(), __version__, proofs, go_on, self.files)

        def allowed(_: object) -> None:
            self._begin(Doing.EXPORT, job, done, refused)

        self._office.do(command, allowed, refused)

    def look_into(self, source: Path, answer: Callable[[Parcel], None], refused: Refused | None = None) -> None:
        """What an export holds."""

        def job(go_on: GoOn) -> Parcel:
            from console.records.importing import look_into

            return look_into(source)

        self._begin(Doing.CHECK, job, answer, refused)

    def bring_in(
        self,
        source: Path,
        administrator: str = "",
        pin: str = "",
        done: Callable[[str], None] | None = None,
        refused: Refused | None = None,
    ) -> None:
        """Import an export where there are no records yet. Where proofs were left out, `administrator` (an id) gets
        this PIN, so that somebody can sign in."""
        self.replacing.bring_in(source, administrator, pin, done, refused)

    # On the thread of long work

    def _rotated(self, made: BackupCopy) -> tuple[BackupCopy, ...]:
        from console.records.copies import copies_in, discard

        copies = [self._as_known(copy) for copy in copies_in(self.folder)]
        gone = set(removable(copies, self.plan.keep)) - {made.name}
        for name in gone:
            discard(self.folder, name)
        return tuple(copy for copy in copies if copy.name not in gone)

    def _looked(self, go_on: GoOn) -> tuple[BackupCopy, ...]:
        from console.records.copies import check_copy, copies_in

        copies = [self._as_known(copy) for copy in copies_in(self.folder)]
        for number, copy in enumerate(copies):
            self._tell(tuple(copies))
            if copy.health is Health.UNCHECKED:
                thorough = number == 0
                copies[number] = check_copy(self.folder / copy.name, self._at(), _part(go_on, number, copies), thorough)
                self._remember(copies[number])
        return tuple(copies)

    def _as_known(self, copy: BackupCopy) -> BackupCopy:
        known = self._known.get(self._mark(copy.name))
        lately = known is not None and known.checked is not None and self._at() - known.checked < FRESH
        return known if known is not None and lately else copy

    def _remember(self, copy: BackupCopy) -> None:
        self._known[self._mark(copy.name)] = copy

    def _mark(self, name: str) -> tuple[str, int, int]:
        try:
            stat = (self.folder / name).stat()
        except OSError:
            return name, 0, 0
        return name, stat.st_size, stat.st_mtime_ns

    def _tell(self, copies: tuple[BackupCopy, ...]) -> None:
        self._mailbox.call(lambda: self._show(copies=copies))

    # Inside

    def _begin(
        self,
        doing: Doing,
        job: Callable[[GoOn], R],
        done: Callable[[R], None] | None = None,
        refused: Refused | None = None,
    ) -> None:
        self._work.begin(doing, job, done, refused)

    def _when_idle(self) -> None:
        due = self.due()
        if due is not None and due.timestamp() <= self._now() + 0.5 and self._monotonic() >= self._not_before:
            if self.replacing.under_way:  # it would hold the file that is to be replaced
                return
            if self._office.ready.code:  # nothing to copy: what is there cannot be opened
                self._not_before = self._monotonic() + self.again
                return
            self.backup_now()
        elif due != self.state.next:
            self._show()

    def _last(self) -> float | None:
        """When the last good copy was made."""
        if self._made is not None:
            return self._made
        last = self.state.last
        return last.at.timestamp() if last else None

    def _failed(self, refusal: Refusal, refused: Refused | None) -> None:
        if not isinstance(refusal, Cancelled | BackupBusy):
            log.warning("No backup was made: %s", refusal)
            since = self.state.troubled or self._at()
            self._show(trouble=refusal.code, detail=refusal.detail, troubled=since)
        self._not_before = self._monotonic() + self.again
        self._show()
        if refused is not None:
            refused(refusal)

    def _progress(self, doing: Doing, share: float) -> None:
        self._show(doing=doing, share=share)

    def _show(self, **told: object) -> None:
        due = self.due()
        state = replace(self.state, next=due, **told)  # type: ignore[arg-type]
        if state.next is not None and self.state.next is not None:
            near = abs(state.next - self.state.next) < timedelta(seconds=30)
            state = replace(state, next=self.state.next) if near else state
        if state != self.state:
            self.state = state
            self._bus.publish(BackupChanged(state))

    def _at(self) -> datetime:
        return datetime.fromtimestamp(self._now(), UTC)


def _part(go_on: GoOn, number: int, copies: list[BackupCopy]) -> GoOn:
    return lambda share: go_on((number + share) / len(copies))
