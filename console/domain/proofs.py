"""Proofs: when a PIN may be tried again, and why somebody is not let in. Pure functions of what was counted."""

from __future__ import annotations

from datetime import datetime

from console.domain.errors import Refusal
from console.domain.people import Credential

# Seconds to wait after so many wrong PINs in a row; whoever goes on is locked out.
WAITS = (0.0, 0.0, 0.0, 5.0, 15.0, 60.0, 300.0, 300.0, 300.0, 300.0)
LOCK_AFTER = 10
LONGEST_WAIT = 900.0  # for the last administrator, whom nobody could unlock


class WrongPin(Refusal):
    """The PIN is not theirs, or nobody is called so. facts: wait (seconds until the next try), left (tries)."""

    code = "wrong_pin"


class MustWait(Refusal):
    """It is too soon after wrong PINs. facts: wait (seconds)."""

    code = "pin_wait"


class LockedOut(Refusal):
    """Too many wrong PINs: somebody who may must unlock them. facts: person."""

    code = "pin_locked"


class NoPin(Refusal):
    """They have no PIN yet: an administrator or supervisor sets one. facts: person."""

    code = "no_pin"


class UnknownBadge(Refusal):
    """The badge belongs to nobody who may sign in here. facts: wait (seconds)."""

    code = "badge_unknown"


class BadgeTaken(Refusal):
    """The badge belongs to somebody else. facts: person, name."""

    code = "badge_taken"


class SignInRuns(Refusal):
    """The sign-in before this one is not finished yet."""

    code = "sign_in_runs"


class NotHashed(Refusal):
    """Only the hash of a PIN or a badge may be kept."""

    code = "not_hashed"


def wait_after(failures: int) -> float:
    """Seconds after which the next try is allowed, from the last wrong PIN on."""
    return WAITS[failures] if failures < len(WAITS) else LONGEST_WAIT


def remaining(failures: int, last_failure: datetime | None, now: datetime) -> float:
    """Seconds still to wait; never more than the whole wait, whatever somebody did to the clock."""
    whole = wait_after(failures)
    if last_failure is None or whole <= 0:
        return 0.0
    return min(whole, max(0.0, whole - (now - last_failure).total_seconds()))


def locked(failures: int, last_administrator: bool = False) -> bool:
    """Whether they are shut out until somebody unlocks them; the last administrator only waits."""
    return failures >= LOCK_AFTER and not last_administrator


def failed(proof: Credential, at: datetime) -> Credential:
    """The proof after one more wrong PIN."""
    latest = max(at, proof.last_failure) if proof.last_failure else at
    return Credential(proof.id, proof.pin, proof.badge, proof.failures + 1, latest)


def cleared(proof: Credential) -> Credential:
    """The proof with nothing counted against it."""
    return Credential(proof.id, proof.pin, proof.badge)


def only_hash(pin: str) -> str:
    """The encoded hash; NotHashed for anything else, so that no PIN ever gets into the trail."""
    if pin and not pin.startswith("$argon2id$"):
        raise NotHashed
    return pin


def only_badge_hash(badge: str) -> str:
    """The badge's hash, 64 hexadecimal digits; NotHashed for anything else."""
    if badge and (len(badge) != 64 or not set(badge) <= set("0123456789abcdef")):
        raise NotHashed
    return badge
