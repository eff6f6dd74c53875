"""The session: who is signed in at this console, what they may do, and when they are signed out again."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from console.app.bus import Bus
from console.app.office import RecordOffice
from console.app.proving import Attempt, Proven, Tried, prove, prove_badge
from console.app.rights import Rights, read_rights
from console.domain.commands import CONSOLE, Command
from console.domain.commands import people as ask
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady, SessionChanged
from console.domain.ids import new_id
from console.domain.people import Grant, Person, Role
from console.domain.permissions import SignInNeeded
from console.domain.proofs import MustWait, SignInRuns, UnknownBadge, WrongPin, wait_after

Entered = Callable[[Person], None]
Refused = Callable[[Refusal], None]
IDLE_MINUTES = 10.0
BADGE_WAIT = 15.0  # the longest wait after badges that nobody has; a scanner misreads now and then
_BADGES = ""  # under this the console counts them


class Session:
    """One for each console. Main thread only; PINs are hashed and compared on the worker."""

    def __init__(
        self, office: RecordOffice, bus: Bus, now: Callable[[], float], monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self.person: Person | None = None
        self.anybody: bool | None = None  # whether there is any person yet; None = not known yet
        self.idle_minutes = IDLE_MINUTES  # without a touch until the sign-out; 0 = never
        self.as_role: Role | None = None  # screens are shown as somebody with only this role would see them
        self.rights = Rights({}, {})
        self._office = office
        self._bus = bus
        self._now = now
        self._monotonic = monotonic
        self._touched = monotonic()
        self._tried: dict[str, Tried] = {}
        self._proving = False
        self._reading = False
        self._read_again = False
        office.who = self._who
        bus.on(RecordChanged, self._changed)
        bus.on(RecordsReady, self._ready)
        self._ready(office.ready)

    # Coming and going

    def sign_in(self, person: str, pin: str, done: Entered | None = None, refused: Refused | None = None) -> None:
        """Let somebody in by their PIN, in the place of whoever is signed in."""
        self._prove(person, pin, lambda proven: self._enter_by("pin", proven, done), refused)

    def confirm(self, pin: str, done: Entered | None = None, refused: Refused | None = None) -> None:
        """Ask whoever is signed in for their PIN once more; nothing else changes."""
        if self.person is None:
            _tell(refused, SignInNeeded(command=""))
            return
        self._prove(self.person.id, pin, lambda proven: self._confirmed(proven, done), refused)

    def sign_in_badge(self, number: str, done: Entered | None = None, refused: Refused | None = None) -> None:
        """Let somebody in by what the scanner read."""
        tried = self._tried.get(_BADGES)
        wait = min(BADGE_WAIT, wait_after(tried.failures)) - (self._monotonic() - tried.at) if tried else 0.0
        if wait > 0:
            _tell(refused, MustWait(wait=wait))
            return

        def proved(proven: Proven) -> None:
            if proven.why is None:
                self._tried.pop(_BADGES, None)
                self._enter_by("badge", proven, done)
                return
            failures = tried.failures + 1 if tried else 1
            self._tried[_BADGES] = Tried(failures, self._monotonic())
            _tell(refused, UnknownBadge(wait=min(BADGE_WAIT, wait_after(failures))))

        self._run_proof(lambda local: prove_badge(local, number), proved, refused)

    def sign_out(self, why: str = "asked") -> None:
        """Nobody is signed in from now on; the board goes on."""
        if self.person is not None:
            self.person, self.as_role = None, None
            self._bus.publish(SessionChanged("", why))

    def begin(
        self, name: str, number: str, pin: str, done: Entered | None = None, refused: Refused | None = None
    ) -> None:
        """Make the first administrator and sign them in; only while there is nobody."""
        id = new_id()

        def begun(_: object) -> None:
            self.refresh()
            self._office.ask(lambda desk: desk.need(Person, id), lambda person: self._enter(person, done), refused)

        def give(pin: str) -> None:
            self._office.do(ask.BeginPlant(id, name, number, pin), begun, refused, who=id)

        self._hash(pin, give, refused)

    # Proofs of others and one's own

    def set_pin(self, person: str, pin: str, done: Callable[[Any], None] | None, refused: Refused | None) -> None:
        """Give somebody a new PIN ("" takes it away), as whoever is signed in now."""
        who = self._who()

        def give(pin: str) -> None:
            self._office.do(ask.SetPin(person, pin), done, refused, who=who)

        if pin:
            self._hash(pin, give, refused)
        else:
            give("")

    def set_badge(self, person: str, number: str, done: Callable[[Any], None] | None, refused: Refused | None) -> None:
        """Give somebody the badge that was scanned ("" takes it away)."""
        from console.app.pins import badge_hash

        try:
            badge = badge_hash(number) if number else ""
        except Refusal as refusal:
            _tell(refused, refusal)
            return
        self._office.do(ask.SetBadge(person, badge), done, refused)

    # Time

    def touch(self) -> None:
        """Somebody used the keyboard, the mouse or the touch screen."""
        self._touched = self._monotonic()

    def beat(self, monotonic_now: float) -> None:
        """Sign out whoever has been away for long."""
        left = self.idle_left(monotonic_now)
        if left is not None and left <= 0:
            self.sign_out("idle")

    def idle_left(self, monotonic_now: float) -> float | None:
        """Seconds until whoever is signed in is signed out; None = never."""
        if self.person is None or self.idle_minutes <= 0:
            return None
        return self.idle_minutes * 60 - (monotonic_now - self._touched)

    # Rights

    def may(self, kind: type[Command], place: str = "", about: str = "") -> bool:
        """Whether whoever is signed in may give this command at the place, or about the person.

        Neither said: whether there is anything they could use it for. The authority decides again when it is given.
        """
        if self.person is None:
            return kind.first and self.anybody is False
        way = self._office.authority.way(place) if place else None
        if self.as_role is not None and not self.rights.may(self._seen_as(self.as_role), kind, way, about):
            return False
        return self.rights.may(self.person, kind, way, about)

    def may_give(self, grant: Grant) -> bool:
        """Whether whoever is signed in may make somebody this at this place."""
        return self.person is not None and self.rights.may_give(self.person, grant)

    def view_as(self, role: Role | None) -> None:
        """Show the screens as somebody with only this role, everywhere, would see them; None ends it."""
        if self.person is not None and role is not self.as_role:
            self.as_role = role
            self._bus.publish(SessionChanged(self.person.id, "view"))

    def refresh(self) -> None:
        """Read people and permissions again; several wishes at once are one reading."""
        if self._reading:
            self._read_again = True
            return
        self._reading = True
        self._office.ask(read_rights, self._read, self._unread)

    # Inside

    def _who(self) -> str:
        return self.person.id if self.person else ""

    def _seen_as(self, role: Role) -> Person:
        assert self.person is not None
        return replace(self.person, grants=(Grant(role),))

    def _prove(self, person: str, pin: str, right: Callable[[Proven], None], refused: Refused | None) -> None:
        now, at = datetime.fromtimestamp(self._now(), UTC), self._monotonic()
        attempt = Attempt(person, pin, now, at, self._tried.get(person))

        def proved(proven: Proven) -> None:
            if proven.why is None:
                right(proven)
            else:
                self._refuse(person, proven, refused)

        self._run_proof(lambda local: prove(local, attempt), proved, refused)

    def _run_proof(
        self, job: Callable[[Any], Proven], proved: Callable[[Proven], None], refused: Refused | None
    ) -> None:
        """One proof at a time, so that nobody tries many PINs before the first wrong one is counted."""
        if self._proving:
            _tell(refused, SignInRuns())
            return
        self._proving = True

        def over(then: Callable[[Any], None]) -> Callable[[Any], None]:
            def ended(result: Any) -> None:
                self._proving = False
                then(result)

            return ended

        self._office.run(job, over(proved), over(lambda refusal: _tell(refused, refusal)))

    def _refuse(self, person: str, proven: Proven, refused: Refused | None) -> None:
        why = proven.why
        assert why is not None
        if isinstance(why, MustWait):
            wait = float(str(why.facts["wait"]))
            self._tried[person] = Tried(proven.failures, self._monotonic() - (wait_after(proven.failures) - wait))
        if not proven.counts:
            _tell(refused, why)
            return
        self._tried[person] = Tried(proven.failures, self._monotonic())
        self._proving = True

        def counted(_: object) -> None:
            self._proving = False
            _tell(refused, why)

        self._office.do(ask.NoteSignIn(person, right=False), counted, counted, who=CONSOLE)

    def _enter_by(self, how: str, proven: Proven, done: Entered | None) -> None:
        assert proven.person is not None
        if proven.person.id != self._who() or proven.failures:
            self._office.do(ask.NoteSignIn(proven.person.id, right=True, by=how), who=CONSOLE)
        if how == "pin":
            self._tried.pop(proven.person.id, None)
        self._enter(proven.person, done)

    def _confirmed(self, proven: Proven, done: Entered | None) -> None:
        assert proven.person is not None
        self._tried.pop(proven.person.id, None)
        if proven.failures:
            self._office.do(ask.NoteSignIn(proven.person.id, right=True), who=CONSOLE)
        self.touch()
        if done is not None:
            done(proven.person)

    def _enter(self, person: Person, done: Entered | None) -> None:
        same = self.person is not None and self.person.id == person.id
        self.person = person
        self.as_role = self.as_role if same else None
        self.touch()
        if not same:
            self._bus.publish(SessionChanged(person.id))
        if done is not None:
            done(person)

    def _hash(self, pin: str, give: Callable[[str], None], refused: Refused | None) -> None:
        def work(_: object) -> str:
            from console.app.pins import checked, hashed

            return hashed(checked(pin))

        self._office.run(work, give, refused)

    def _ready(self, told: RecordsReady) -> None:
        if told.code == "":
            self.refresh()

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in ("person", "permission"):
            self.refresh()
        elif event.kind == "credential" and event.who != CONSOLE:
            self._tried.pop(event.id, None)  # unlocked, or a new PIN

    def _unread(self, refusal: Refusal) -> None:
        self._reading = self._read_again = False

    def _read(self, rights: Rights) -> None:
        again, self._reading, self._read_again = self._read_again, False, False
        if again:
            self.refresh()
        before, self.rights = self.rights, rights
        self.anybody = bool(rights.people)
        if self.person is None:
            return
        person = rights.people.get(self.person.id)
        if person is None or not person.active:
            self.sign_out("inactive")
        elif person != self.person or rights.table != before.table:
            self.person = person
            self._bus.publish(SessionChanged(person.id, "changed"))


def _tell(refused: Refused | None, refusal: Refusal) -> None:
    if refused is not None:
        refused(refusal)


__all__ = ["IDLE_MINUTES", "Session", "WrongPin"]
