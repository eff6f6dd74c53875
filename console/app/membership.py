"""Membership: choosing, joining and leaving the shared database from the screen. Main thread only."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from console.app.logs import hide_in_logs
from console.app.records_settings import (
    FIELDS,
    NONE,
    console_name,
    last_address,
    pinned_fields,
    remember_shared,
    shared_address,
)
from console.app.session import Session
from console.app.settings import Settings
from console.app.settingsbook import SettingPinned, SettingsBook
from console.app.sharing import SharingDesk
from console.domain.errors import Refusal
from console.domain.joining import Account
from console.domain.people import Person, Role
from console.domain.permissions import NotAllowed, SignInNeeded
from console.domain.sharing import Address, Sharing

if TYPE_CHECKING:
    from console.app.console import Console

log = logging.getLogger(__name__)
WISH = "JoinSharedDatabase"  # what is refused, for the words


class Membership:
    """Who may change with whom this console shares: an administrator; before there is anybody, whoever sets it up."""

    def __init__(self, desk: SharingDesk, session: Session, book: SettingsBook) -> None:
        self.desk = desk
        self._session = session
        self._book = book

    @property
    def sharing(self) -> Sharing:
        """How it stands."""
        return self.desk.sharing

    @property
    def address(self) -> Address | None:
        """With whom is shared."""
        return self.desk.address

    @property
    def last(self) -> Address:
        """The database in use, or the one chosen before, for a form to begin with; without its password."""
        return replace(self.address, password="") if self.address else last_address(self._book.now)

    @property
    def pins(self) -> dict[str, str]:
        """Fields of the address that somebody sets for all consoles, and who."""
        return pinned_fields(self._book)

    def refusal(self) -> Refusal | None:
        """Why whoever is here may not change it; None when they may."""
        if self._session.anybody is False or administers_everything(self._session.person):
            return None
        if self._session.person is None:
            return SignInNeeded(command=WISH)
        return NotAllowed(command=WISH, who=self._session.person.id)

    def complete(self, address: Address) -> Address:
        """The same with what is pinned, and with the password in use where none was typed and it is the same user of
        the same server."""
        fixed = {name: self._book.now[f"records.{name}"] for name in self.pins if name in FIELDS[1:]}
        address, used = replace(address, **fixed), self.address
        same = used is not None and (used.host, used.user) == (address.host, address.user)
        return replace(address, password=used.password) if used and same and not address.password else address

    def account(self, address: Address, answer: Callable[[Account], None], failed: Callable[[Refusal], None]) -> None:
        """Test the connection and tell what joining would mean; either is called some seconds later."""
        address = self.complete(address)
        hide_in_logs(address.password)
        self.desk.account(address, answer, failed)

    def join(self, address: Address) -> None:
        """Share from now on, and after the next start. Raises a Refusal; then nothing is changed."""
        self._need()
        address = self.complete(address)
        if "engine" in self.pins and self._book.now["records.engine"] != address.engine:
            self._refuse_pinned()
        hide_in_logs(address.password)
        remember_shared(self._book, address)
        log.info("joining %s, asked by %s", address, self._who())
        self.desk.join(address)

    def resume(self, settings: Settings) -> None:
        """At the start: share again with the database that the settings name."""
        address = shared_address(settings)
        if address is not None:
            hide_in_logs(address.password)
            self.desk.join(address)

    def leave(self) -> None:
        """Keep the records for this console from now on. Raises a Refusal; then nothing is changed."""
        self._need()
        if "engine" in self.pins and self._book.now["records.engine"] != NONE:
            self._refuse_pinned()
        remember_shared(self._book, None)
        log.info("leaving %s, asked by %s", self.desk.address, self._who())
        self.desk.leave()

    def pause(self, paused: bool) -> None:
        """Stop for a while, or go on; the next start goes on in any case. Raises a Refusal."""
        self._need()
        self.desk.pause(paused)

    def hurry(self) -> None:
        """Try again now."""
        self.desk.look_now()

    def _need(self) -> None:
        refusal = self.refusal()
        if refusal is not None:
            raise refusal

    def _refuse_pinned(self) -> None:
        name = "records.engine"
        raise SettingPinned(f"{name} is set by {self.pins['engine']}", name=name, place=self.pins["engine"])

    def _who(self) -> str:
        return self._session.person.id if self._session.person else "nobody yet"


def make_membership(console: Console, settings: Settings) -> Membership:
    """Give a console its place at a shared database; `resume` then joins the one that the settings name."""
    desk = SharingDesk(console.office, console.mailbox, console.bus, console_name(settings))
    console.membership = Membership(desk, console.session, console.settings or SettingsBook(settings))
    console.health.sharing = lambda: desk.sharing
    console.serve(desk)
    return console.membership


def administers_everything(person: Person | None) -> bool:
    """Whether somebody is an administrator of the whole plant."""
    return person is not None and any(g.role is Role.ADMINISTRATOR and not g.scope for g in person.grants)
