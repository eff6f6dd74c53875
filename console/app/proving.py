"""Proving who somebody is: what is read and computed on the worker when a PIN or a badge is given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from console.app import pins
from console.app.queries.people import last_administrator
from console.domain.desk import ReadDesk
from console.domain.errors import Refusal
from console.domain.people import Credential, Person
from console.domain.proofs import (
    LOCK_AFTER,
    LockedOut,
    MustWait,
    NoPin,
    UnknownBadge,
    WrongPin,
    locked,
    remaining,
    wait_after,
)

if TYPE_CHECKING:
    from console.records.local import LocalRecords


@dataclass(frozen=True, slots=True)
class Tried:
    """What this console remembers of wrong PINs, so that neither a full disk nor the clock shortens a wait."""

    failures: int
    at: float  # seconds of the monotonic clock


@dataclass(frozen=True, slots=True)
class Attempt:
    """Somebody says that they are `person` and gives a PIN."""

    person: str
    pin: str
    now: datetime
    at: float  # seconds of the monotonic clock
    tried: Tried | None


@dataclass(frozen=True, slots=True)
class Proven:
    """What came of it: `why` None = they are who they say. `counts`: one more wrong PIN must be recorded."""

    person: Person | None
    why: Refusal | None = None
    failures: int = 0  # wrong PINs in a row, this one with them
    counts: bool = False


def prove(local: LocalRecords, attempt: Attempt) -> Proven:
    """Judge an attempt. Whoever is not known, not active or has no PIN costs as much time as a wrong PIN."""
    person, proof, last = local.ask(lambda desk: _read(desk, attempt.person))
    failures = max(proof.failures, attempt.tried.failures if attempt.tried else 0)
    if person is None or not proof.pin:
        pins.matches(attempt.pin, "")
        return Proven(None, WrongPin(wait=0.0, left=LOCK_AFTER) if person is None else NoPin(person=person.id))
    if locked(failures, last):
        return Proven(person, LockedOut(person=person.id), failures)
    wait = waiting(proof, attempt)
    if wait > 0:
        return Proven(person, MustWait(wait=wait), failures)
    if pins.matches(attempt.pin, proof.pin):
        return Proven(person, None, failures)
    failures += 1
    left = None if last else LOCK_AFTER - failures
    wrong = WrongPin(wait=wait_after(failures), left=left)
    return Proven(person, LockedOut(person=person.id) if locked(failures, last) else wrong, failures, counts=True)


def prove_badge(local: LocalRecords, number: str) -> Proven:
    """Whose badge it is; UnknownBadge where it is nobody's who may sign in."""
    badge = pins.badge_hash(number)

    def owner(desk: ReadDesk) -> Person | None:
        people = [desk.get(Person, proof.id) for proof in desk.find(Credential, badge=badge)]
        return next((person for person in people if person is not None and person.active), None)

    person = local.ask(owner)
    return Proven(person, None if person else UnknownBadge())


def waiting(proof: Credential, attempt: Attempt) -> float:
    """Seconds to wait still: by the monotonic clock where this console saw the last wrong PIN, else by the wall's."""
    tried = attempt.tried
    if tried is not None and tried.failures >= proof.failures:
        return max(0.0, wait_after(tried.failures) - (attempt.at - tried.at))
    return remaining(proof.failures, proof.last_failure, attempt.now)


def _read(desk: ReadDesk, id: str) -> tuple[Person | None, Credential, bool]:
    person = desk.get(Person, id)
    if person is None or not person.active:
        return None, Credential(id), False
    return person, desk.get(Credential, id) or Credential(id), last_administrator(desk, person)
