"""A record office with attachments for tests, pumped by hand: what the console is to them without a floor."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from console.app.attachments import Attachments, Stage
from console.app.bus import Bus
from console.app.mailbox import Mailbox
from console.app.office import RecordOffice
from console.app.queries.attachments import attachments_of
from console.app.sharing import SharingDesk
from console.domain.attachments import Attachment
from console.domain.commands import CONSOLE, Command
from console.domain.commands.people import AddPerson
from console.domain.errors import Refusal
from console.domain.ids import new_id
from console.domain.sharing import Address, Link
from console.records import outbox

PATIENCE = 20.0


class Post:
    """One console's records and attachments, and what a screen would have heard."""

    def __init__(self, folder: Path, name: str = "console-1") -> None:
        self.mailbox, self.bus = Mailbox(), Bus()
        self.office = RecordOffice(folder, name, self.mailbox, self.bus, time.time)
        self.office.who = lambda: CONSOLE
        self.attachments = Attachments(self.office, self.mailbox, folder / "attachments", self.bus)
        self.sharing = SharingDesk(self.office, self.mailbox, self.bus, name)
        self.office.start()

    def until(self, true: Callable[[], object], seconds: float = PATIENCE) -> None:
        """Run the main thread until it is so."""
        deadline = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < deadline, "it did not come"
            self.mailbox.run_errands()
            time.sleep(0.003)

    def answer(self, ask: Callable[[Callable[[Any], None], Callable[[Refusal], None]], object]) -> Any:
        """What `ask(answer, failed)` answers; raises what it fails with."""
        heard: list[Any] = []
        ask(heard.append, heard.append)
        self.until(lambda: heard)
        if isinstance(heard[0], Exception):
            raise heard[0]
        return heard[0]

    def do(self, command: Command) -> None:
        """Give a command and wait until it is durable."""
        self.answer(lambda done, refused: self.office.do(command, done, refused))

    def person(self, called: str = "Operator 14") -> str:
        """A new person, to attach things to."""
        id = new_id()
        self.do(AddPerson(person=id, called=called))
        return id

    def add(self, record: str, given: Path | bytes, name: str = "", kind: str = "person", **more: Any) -> str:
        """Attach, and wait; the attachment's id. Raises the refusal."""
        id: str = self.answer(
            lambda done, refused: self.attachments.add(kind, record, given, name, done=done, refused=refused, **more)
        )
        return id

    def of(self, record: str, kind: str = "person") -> list[Attachment]:
        """The attachments of a record."""
        kept = self.answer(lambda answer, failed: self.office.ask(attachments_of(kind, record), answer, failed))
        return [each.attachment for each in kept]

    def content(self, attachment: Attachment) -> bytes:
        """Its proved bytes."""
        data: bytes = self.answer(lambda answer, failed: self.attachments.content(attachment, answer, failed))
        return data

    def share(self, address: Address, folder: Path | None = None) -> None:
        """Join, and wait until it is shared."""
        carrier = self.attachments.carrier
        carrier.use_folder(folder)
        carrier.reach = self.sharing.reach
        self.sharing.before_push, self.sharing.after_pull = carrier.before_push, carrier.after_pull
        self.sharing.join(address)
        assert self.sharing._courier is not None
        self.sharing._courier.poll = 0.1  # a test does not wait two seconds for the next look
        self.until(lambda: self.sharing.sharing.link is Link.SHARED)

    def shared(self) -> None:
        """Wait until nothing waits to be shared."""

        def waiting(local: Any) -> int:
            with local.reading() as db:
                return outbox.waiting(db).count

        self.until(lambda: not self.answer(lambda answer, failed: self.office.run(waiting, answer, failed)))

    def kept(self) -> list[str]:
        """Every file of the content store."""
        folder = self.attachments.folder
        return sorted(path.name for path in folder.rglob("*") if path.is_file())

    def close(self) -> None:
        """End in order."""
        self.sharing.close()
        self.attachments.close()
        self.office.close()


__all__ = ["Post", "Stage"]
