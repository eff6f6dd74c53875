"""Attachments of a running console: taken in, kept, shown and saved, never on the main thread."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from console.app.bus import Bus
from console.app.carrying import Carrier
from console.app.mailbox import Mailbox
from console.app.offering import Cancelled, Given, Offered, Stage, Taken, as_said, take_in
from console.app.office import RecordOffice
from console.app.queries.attachments import all_contents
from console.app.worker import Worker
from console.domain.attachments import Attachment, ContentArrived, ContentChanged, Limits, State, display_name
from console.domain.errors import Refusal
from console.domain.ids import new_id
from console.domain.sharing import Link, SharingChanged

if TYPE_CHECKING:
    from console.records.files import Files
    from console.records.pictures import Pixels

T = TypeVar("T")
Failed = Callable[[Refusal], None]
log = logging.getLogger(__name__)
ENDING = 3.0  # seconds for what was begun; what is half-written then is swept away at the next start
__all__ = ["Attachments", "Stage"]


class Attachments:
    """One for each console. Main thread only; work is done on two threads of its own, answers come by the mailbox."""

    def __init__(
        self,
        office: RecordOffice,
        mailbox: Mailbox,
        folder: Path,
        bus: Bus,
        limits: Limits | None = None,
    ) -> None:
        self.folder = folder  # generated names only
        self.limits = limits or Limits()
        self.watched: Path | None = None  # a folder whose new pictures are offered
        self._office, self._mailbox, self._bus = office, mailbox, bus
        self._cancelled: set[str] = set()
        self._on_the_way: Counter[str] = Counter()  # hashes whose command is not decided yet; the intake's
        self._changed: set[str] = set()
        self._shared = False
        self._content, self._thumbs = _files(folder), _files(folder / "thumbs")
        self.carrier = Carrier(self._content, self._thumbs, self.limits, self._came)  # its hooks: for the sync engine
        bus.on(SharingChanged, self._stands)
        self._intake: Worker | None = None
        self._looks: Worker | None = None

    # Taking in

    def add(
        self,
        kind: str,
        record: str,
        given: Given,
        name: str = "",
        note: str = "",
        place: str = "",
        done: Callable[[str], None] | None = None,
        refused: Failed | None = None,
        progress: Callable[[Stage], None] | None = None,
        who: str | None = None,
    ) -> str:
        """Check a file, its bytes or what makes them; make a picture safe, keep it, and attach it to the record in the
        name of who is signed in now, or of `who`. The attachment's id; `refused` says why not, then nothing of it is
        kept."""
        called = display_name(name or (given.name if isinstance(given, Path) else ""))
        by = self._office.who() if who is None else who
        offered = Offered(new_id(), kind, record, place, given, called, note, by, done, refused, progress)
        self._hand_in(lambda: self._take(offered))
        return offered.id

    def cancel(self, id: str) -> None:
        """Take back a file that is on its way in; without effect once it is attached."""
        self._cancelled.add(id)

    # Looking

    def state(self, attachment: Attachment) -> State:
        """Where its content is, without reading it."""
        if attachment.sha256 in self._changed:
            return State.CHANGED
        return State.HERE if self._content.has(attachment.sha256) else State.COMING

    def content(self, attachment: Attachment, answer: Callable[[bytes], None], failed: Failed | None = None) -> None:
        """Its bytes, proved by their hash and of the type they are said to be."""
        self._look(lambda: self._proved(attachment), answer, failed)

    def text(self, attachment: Attachment, most: int, answer: Callable[[str], None], failed: Failed) -> None:
        """The beginning of a text, at most `most` characters."""

        def read() -> str:
            from console.records.filetypes import text_of

            return text_of(self._proved(attachment), most)

        self._look(read, answer, failed)

    def picture(
        self, attachment: Attachment, longest: int, answer: Callable[[Pixels], None], failed: Failed | None = None
    ) -> None:
        """The picture, decoded, at most `longest` pixels on its long side."""

        def decode() -> Pixels:
            from console.records.pictures import pixels

            return pixels(self._proved(attachment), attachment.type, attachment.name, longest, self.limits)

        self._look(decode, answer, failed)

    def thumb(self, attachment: Attachment, answer: Callable[[Pixels], None], failed: Failed | None = None) -> None:
        """Its thumbnail, decoded."""

        def decode() -> Pixels:
            from console.records.pictures import pixels

            data = self._thumbs.get(attachment.thumb, attachment.name)
            return pixels(data, "image/jpeg", attachment.name, self.limits.thumb, self.limits)

        self._look(decode, answer, failed)

    def save_copy(
        self, attachment: Attachment, path: Path, done: Callable[[Path], None], failed: Failed | None = None
    ) -> None:
        """Write a copy to a path that the person chose; whole or not at all."""

        def save() -> Path:
            from console.records.faults import NotSaved, refusal_of
            from console.records.wholefile import write_whole

            data = self._proved(attachment)
            try:
                write_whole(path, data, 0o644)
            except OSError as error:
                raise refusal_of(error, path) or NotSaved(str(error), path=str(path)) from error
            return path

        self._look(save, done, failed)

    def fetch(self, attachment: Attachment) -> None:
        """Get content that has not arrived yet, before anything else; ContentArrived tells when it is here."""
        for sha256, thumb in ((attachment.thumb, True), (attachment.sha256, False)):
            if sha256 and not (self._thumbs if thumb else self._content).has(sha256):
                self._hand_in(partial(self.carrier.fetch, sha256, thumb))

    # Sharing

    def settle(self) -> None:
        """Bring and get everything that the records name; once after the start and whenever sharing begins again."""

        def named(contents: list[tuple[str, str]]) -> None:
            found = {thumb: True for _, thumb in contents if thumb} | {sha256: False for sha256, _ in contents}
            self._hand_in(lambda: self.carrier.settle(found))

        self._office.ask(all_contents, named)

    def close(self) -> None:
        """Finish what was begun and end."""
        self.carrier.close()
        for worker in (self._intake, self._looks):
            if worker is not None:
                worker.close(ENDING)

    # On the intake's thread

    def _take(self, offered: Offered) -> None:
        try:
            taken = take_in(offered, self._content, self._thumbs, self.limits, self._reached)
        except Cancelled:
            return
        except Refusal as refusal:
            self._call(offered.refused, refusal)
        except Exception as error:
            log.exception("A file could not be taken in")
            self._call(offered.refused, Refusal(str(error)))
        else:
            self._on_the_way.update(taken.hashes)
            self._mailbox.call(lambda: self._give(offered, taken))

    def _reached(self, offered: Offered, stage: Stage) -> None:
        if offered.id in self._cancelled:
            raise Cancelled
        self._call(offered.progress, stage)

    def _discard(self, taken: Taken) -> None:
        """The command was refused: take away what only it brought."""
        self._on_the_way.subtract(taken.hashes)
        for sha256 in taken.new:
            if self._on_the_way[sha256] <= 0:
                self._content.discard(sha256)
                self._thumbs.discard(sha256)

    # Back on the main thread

    def _give(self, offered: Offered, taken: Taken) -> None:
        if offered.id in self._cancelled:
            self._hand_in(lambda: self._discard(taken))
            return

        def done(_: object) -> None:
            self._hand_in(lambda: self._on_the_way.subtract(taken.hashes))
            if offered.done is not None:
                offered.done(offered.id)

        def refused(refusal: Refusal) -> None:
            self._hand_in(lambda: self._discard(taken))
            if offered.refused is not None:
                offered.refused(refusal)

        self._office.do(taken.command, done, refused, who=offered.who)

    # On the thread of looks

    def _proved(self, attachment: Attachment) -> bytes:
        try:
            data = self._content.get(attachment.sha256, attachment.name)
        except ContentChanged as changed:
            log.warning("Another program changed %s: it is not shown", changed.facts["path"])
            self._changed.add(attachment.sha256)
            if self.carrier.can_fetch and self._content.put_aside(attachment.sha256):
                self._hand_in(lambda: self.carrier.fetch(attachment.sha256))
            raise
        self._changed.discard(attachment.sha256)
        as_said(attachment, data)
        return data

    def _look(self, job: Callable[[], T], answer: Callable[[T], None], failed: Failed | None) -> None:
        def work() -> None:
            try:
                result = job()
            except Refusal as refusal:
                self._call(failed, refusal)
            except Exception as error:
                log.exception("An attachment cannot be shown")
                self._call(failed, Refusal(str(error)))
            else:
                self._mailbox.call(lambda: answer(result))

        if self._looks is None:
            self._looks = Worker("pictures")
        self._looks.hand(work)

    # Inside

    def _hand_in(self, job: Callable[[], None]) -> None:
        if self._intake is None:
            self._intake = Worker("attachments")
            for files in (self._content, self._thumbs):
                self._intake.hand(partial(_sweep, files))
        self._intake.hand(job)

    def _call(self, what: Callable[[T], None] | None, value: T) -> None:
        if what is not None:
            self._mailbox.call(lambda: what(value))

    def _stands(self, changed: SharingChanged) -> None:
        shared = changed.sharing.link is Link.SHARED
        if shared and not self._shared:
            self.settle()
        self._shared = shared

    def _came(self, sha256: str) -> None:
        self._changed.discard(sha256)
        self._mailbox.call(lambda: self._bus.publish(ContentArrived(sha256)))


def _files(folder: Path) -> Files:
    from console.records.files import Files

    return Files(folder)


def _sweep(files: Files) -> None:
    if count := files.sweep():
        log.info("%d half-written files were swept away", count)
