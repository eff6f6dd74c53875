"""Sharing: joining and leaving the database that the plant's consoles share, and how it stands. Main thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from console import __version__
from console.app.bus import Bus
from console.app.courier import Courier, Hook
from console.app.mailbox import Mailbox
from console.app.office import RecordOffice
from console.domain.errors import Refusal
from console.domain.events import CommandRefused
from console.domain.joining import Account, Tested
from console.domain.sharing import Address, Link, Other, Sharing, SharingChanged

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.records.local import LocalRecords
    from console.records.merging import Merged


class SharingDesk:
    """One for each console: every wish about sharing is said here, and every news of it comes from here."""

    def __init__(self, office: RecordOffice, mailbox: Mailbox, bus: Bus, name: str = "") -> None:
        self.sharing = Sharing()
        self.address: Address | None = None  # with whom is shared
        self.paused = False
        self.before_push: Hook | None = None  # on the courier's thread: what must be there before these lines are
        self.after_pull: Hook | None = None  # and what must be here before these are; set both before joining
        self._office = office
        self._mailbox = mailbox
        self._bus = bus
        self._name = name
        self._courier: Courier | None = None

    def join(self, address: Address) -> None:
        """Share with this database from now on; returns at once. What waits is shared, what others did comes here."""
        self.address = address
        self.paused = False
        self._show(Sharing(Link.CONNECTING, datetime.now(UTC), place=str(address), waiting=self.sharing.waiting))
        self._go(address)

    def leave(self) -> None:
        """Keep the records for this console alone; what is given from now on waits for the day of joining again."""
        self.address = None
        self._go(None)
        self._show(Sharing(waiting=self.sharing.waiting, oldest=self.sharing.oldest))

    def pause(self, paused: bool = True) -> None:
        """Leave the shared database alone for a while, without leaving it; everything given meanwhile waits."""
        if self.address is not None and paused != self.paused:
            self.paused = paused
            self._go(None if paused else self.address)
            link, code = (Link.AWAY, "sharing_paused") if paused else (Link.CONNECTING, "")
            reason = "Sharing is paused." if paused else ""
            self._show(replace(self.sharing, link=link, code=code, reason=reason, since=datetime.now(UTC)))

    def look_now(self) -> None:
        """Do not wait for the next attempt."""
        if self._courier is not None:
            self._courier.hurry()

    def reach(self, errand: Callable[[Connection], None]) -> None:
        """Do this with a connection to the shared database, on the courier's thread, once it is there; any thread."""
        if self._courier is not None and self.address is not None:
            self._courier.reach(errand)

    def account(self, address: Address, answer: Callable[[Account], None], failed: Callable[[Refusal], None]) -> None:
        """Test a connection and tell what joining would mean; either is called on the main thread, in seconds.

        `failed` gets a SharedTrouble that says what stands against it.
        """

        def test() -> None:
            from console.records.tested import test_connection

            try:
                tested = test_connection(address)
            except Exception as error:
                refusal = error if isinstance(error, Refusal) else Refusal(type(error).__name__)
                self._mailbox.call(lambda: failed(refusal))
            else:
                self._office.run(lambda local: account_of(local, tested), answer, failed)

        threading.Thread(target=test, name="account", daemon=True).start()

    def close(self) -> None:
        """End; before the office is closed. What waits goes on waiting."""
        if self._courier is not None:
            self._office.given.remove(self._courier.wake)
            self._courier.close()
            self._courier = None

    def _go(self, address: Address | None) -> None:
        if self._courier is None:
            if address is None:
                return
            self._courier = Courier(self._office, self._own, self._told, self._brought)
            self._courier.hooks = (self.before_push, self.after_pull)
            self._office.given.append(self._courier.wake)
            self._courier.start()
        self._courier.go(address)

    # On the courier's thread

    def _own(self, waiting: int) -> Other:
        from console.records.migrations import OURS

        return Other(self._office.console, self._name, __version__, OURS, datetime.now(UTC), waiting)

    def _told(self, address: Address | None, sharing: Sharing) -> None:
        self._mailbox.call(lambda: self._heard(address, sharing))

    def _brought(self, merged: Merged) -> None:
        if any(change.kind == "permission" for change in merged.changed):
            self._office.authority.forget()  # at once: the main thread may be a while
        self._mailbox.call(lambda: self._merged(merged))

    # Back on the main thread

    def _heard(self, address: Address | None, sharing: Sharing) -> None:
        """What the courier says of another database than the one wanted now is of no interest any more."""
        if address == self.address and address is not None and not self.paused:
            self._show(sharing)

    def _merged(self, merged: Merged) -> None:
        for change in merged.changed:
            self._bus.publish(change)
        for name, refusal in merged.refused:
            self._bus.publish(CommandRefused(name, refusal, later=True))

    def _show(self, sharing: Sharing) -> None:
        if sharing != self.sharing:
            self.sharing = sharing
            self._bus.publish(SharingChanged(sharing))


def account_of(local: LocalRecords, tested: Tested) -> Account:
    """What joining a database means for these records. On the worker."""
    from console.records import outbox
    from console.records.finding import counted
    from console.records.shelves import KINDS

    with local.reading() as db:
        cursor, to_share = outbox.prospect(db, tested.database)
        records = sum(counted(db, shelf.table, (), {}) for shelf in KINDS.values())
    to_come = max(0, tested.commands - (cursor or 0))
    return Account(tested, cursor is not None, to_come, to_share, records)
