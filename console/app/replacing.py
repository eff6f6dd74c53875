"""Putting other records in the place of these: a backup that is restored, an export that is imported."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from console.app.handlers import handler_of
from console.app.longwork import GoOn, LongWork
from console.app.mailbox import Mailbox
from console.app.office import RecordOffice
from console.domain.backups import AdministratorNeeded, BackupBusy, Doing, Parcel
from console.domain.commands import CONSOLE, Command, Stamp
from console.domain.commands.backups import NoteRestore, RestoreBackup
from console.domain.commands.people import SetPin
from console.domain.desk import Desk
from console.domain.errors import Refusal
from console.domain.people import Person
from console.domain.permissions import SignInNeeded

Done = Callable[[str], None] | None
Refused = Callable[[Refusal], None] | None
Noted = list[tuple[Command, str]]
log = logging.getLogger(__name__)
DAMAGED = "records_damaged"


class Replacing:
    """Main thread only; the copy is made ready on the thread of long work, and put in place on the records' own."""

    def __init__(
        self, office: RecordOffice, work: LongWork, mailbox: Mailbox, at: Callable[[], datetime], files: Path
    ) -> None:
        self.before: list[Callable[[], object]] = []
        self.after: list[Callable[[], object]] = []
        self._office, self._work, self._mailbox, self._at, self._files = office, work, mailbox, at, files
        self._under_way = False

    @property
    def under_way(self) -> bool:
        """Whether something is made ready or put in place."""
        return self._under_way

    def restore(self, copy: Path, done: Done, refused: Refused) -> None:
        """Make a copy ready, ask whether it may be done, then put it in place."""
        path, at, who = self._office.path, self._at(), self._office.who()

        def job(go_on: GoOn) -> tuple[Path, Path, NoteRestore]:
            from console.records.copies import told_of
            from console.records.restoring import aside_name, note_in, stage_copy

            staged = stage_copy(copy, path, at, lambda share: go_on(share * 0.95), self._files)
            told, aside = told_of(copy), aside_name(path, "restore", at)
            lines, last = _end_of(staged)
            kept = aside.name if path.exists() else ""
            note = NoteRestore("backup", copy.name, told.at, lines, last, who, kept)
            note_in(staged, carried, self._office.console, at, [(note, CONSOLE)])
            return staged, aside, note

        def staged(ready: tuple[Path, Path, NoteRestore]) -> None:
            place, aside, note = ready
            command = RestoreBackup(copy.name, note.made, note.lines)

            def go(_: object = None) -> None:
                self._put(place, aside, note, False, done, refused)

            def stop(refusal: Refusal) -> None:
                self._discard(place)
                _tell(refused, refusal)

            self._office.do(command, go, lambda refusal: self._nobody_to_ask(refusal, go, stop))

        self._begin(Doing.RESTORE, job, staged, refused)

    def bring_in(self, source: Path, administrator: str, pin: str, done: Done, refused: Refused) -> None:
        """Make the records of an export, then put them in place of none."""
        path, at, who = self._office.path, self._at(), self._office.who()

        def job(go_on: GoOn) -> tuple[Path, Path, NoteRestore]:
            from console.app.pins import checked, hashed
            from console.records.importing import look_into, stage_import
            from console.records.restoring import aside_name, note_in, refuse_unless_empty

            proof = hashed(checked(pin)) if administrator else ""
            if path.exists():
                refuse_unless_empty(path)
            if not administrator and needs_pin(look_into(source)):
                raise AdministratorNeeded
            staged, parcel = stage_import(source, path, at, _nobodys(), lambda share: go_on(share * 0.95), self._files)
            aside = aside_name(path, "import", at)
            kept = aside.name if path.exists() else ""
            note = _noted(source, parcel, staged, who, kept)
            commands: Noted = [(note, CONSOLE)]
            if administrator:
                commands.append((SetPin(administrator, proof), CONSOLE))
            note_in(staged, carried, self._office.console, at, commands)
            return staged, aside, note

        def staged(ready: tuple[Path, Path, NoteRestore]) -> None:
            self._put(*ready, True, done, refused)

        self._begin(Doing.IMPORT, job, staged, refused)

    def _put(self, staged: Path, aside: Path, note: NoteRestore, empty: bool, done: Done, refused: Refused) -> None:
        outcome: list[Refusal] = []

        def between() -> None:
            """On the records' own thread, while nobody has them open."""
            from console.records.restoring import discard_staged, put_in_place

            try:
                _call(self.before)
                put_in_place(staged, self._office.path, aside, only_empty=empty)
                _call(self.after)
            except Refusal as refusal:
                outcome.append(refusal)
            except Exception as error:
                log.exception("The records could not be replaced")
                outcome.append(Refusal(str(error)))
            finally:
                discard_staged(staged)

        def opened() -> None:
            self._under_way = False
            if outcome:
                _tell(refused, outcome[0])
            elif done is not None:
                done(note.aside)

        self._office.reopen(between)
        self._office.hand(lambda: self._mailbox.call(opened))

    def _nobody_to_ask(self, refusal: Refusal, go: Callable[[], None], stop: Callable[[Refusal], None]) -> None:
        """Go on where the records that would say who may are damaged, or hold nobody."""

        def counted(people: int) -> None:
            if people:
                stop(refusal)
            else:
                go()

        if DAMAGED in (refusal.code, refusal.facts.get("why")):
            go()
        elif isinstance(refusal, SignInNeeded):
            self._office.ask(lambda desk: desk.count(Person), counted, stop)
        else:
            stop(refusal)

    def _begin(
        self,
        doing: Doing,
        job: Callable[[GoOn], tuple[Path, Path, NoteRestore]],
        staged: Callable[[tuple[Path, Path, NoteRestore]], None],
        refused: Refused,
    ) -> None:
        """One at a time, from the first look at the copy until the records are open again."""
        if self._under_way:
            _tell(refused, BackupBusy(doing=doing.value))
            return
        self._under_way = True

        def over(refusal: Refusal) -> None:
            self._under_way = False
            _tell(refused, refusal)

        self._work.begin(doing, job, staged, over)

    def _discard(self, staged: Path) -> None:
        from console.records.restoring import discard_staged

        self._under_way = False
        discard_staged(staged)


def carried(desk: Desk, stamp: Stamp, command: Command) -> None:
    """What the console gives to records that are not its own yet is its own wish: nobody is asked."""
    handler_of(type(command))(desk, stamp, command)


def needs_pin(parcel: Parcel) -> bool:
    """Whether nobody could sign in after the import of an export unless an administrator gets a PIN."""
    return not parcel.proofs and bool(parcel.administrators)


def _end_of(staged: Path) -> tuple[int, str]:
    from contextlib import closing

    from console.records.copies import head_of
    from console.records.plainfiles import opened_copy

    with closing(opened_copy(staged)) as db:
        return head_of(db)


def _noted(source: Path, parcel: Parcel, staged: Path, who: str, aside: str) -> NoteRestore:
    lines, last = _end_of(staged)
    return NoteRestore("import", source.name, parcel.made, lines, last, who, aside, not parcel.proofs)


def _nobodys() -> Callable[[str], str]:
    """What stands for a proof that was left out: of its form, and nobody's."""
    from console.app.pins import badge_hash, hashed

    pin = hashed(secrets.token_hex(32))  # no keypad types it

    def blank(name: str) -> str:
        return pin if name == "pin" else badge_hash(secrets.token_hex(30)) if name == "badge" else ""

    return blank


def _call(hooks: Sequence[Callable[[], object]]) -> None:
    for hook in hooks:
        hook()


def _tell(refused: Refused, refusal: Refusal) -> None:
    if refused is not None:
        refused(refusal)
