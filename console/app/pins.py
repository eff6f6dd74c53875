"""PINs and badges: which are good enough, and what is kept of them. Slow on purpose: never on the main thread."""

from __future__ import annotations

import base64
import hashlib
import unicodedata

from console.domain.errors import Refusal

# argon2id, dearer than the least that OWASP's password storage sheet asks for (19 MiB, two passes).
PASSES, MEMORY_KIB, LANES, SALT_BYTES, HASH_BYTES = 3, 32 * 1024, 1, 16, 32
SHORTEST, LONGEST = 4, 12
BADGE_SHORTEST, BADGE_LONGEST = 4, 64
# Keys the hash of badges, so that those of another program are not found here. It is the same at every console,
# because a badge must be found by its hash; so it hides numbers from a glance, not from somebody who tries all of them.
_BADGE_KEY = b"Gemba Console badge 1"


class PinLength(Refusal):
    """A PIN has 4 to 12 digits. facts: shortest, longest."""

    code = "pin_length"


class PinNotDigits(Refusal):
    """A PIN has only digits."""

    code = "pin_not_digits"


class PinTooSimple(Refusal):
    """One digit again and again, or digits in a row, are what everybody tries first."""

    code = "pin_too_simple"


class BadgeUnreadable(Refusal):
    """What the scanner sent is no badge number. facts: shortest, longest."""

    code = "badge_unreadable"


def checked(pin: str) -> str:
    """The PIN as plain digits, or why it is not good enough."""
    digits = plain(pin)
    if not (digits.isascii() and digits.isdigit()):
        raise PinNotDigits
    if not SHORTEST <= len(digits) <= LONGEST:
        raise PinLength(shortest=SHORTEST, longest=LONGEST)
    steps = {(int(after) - int(before)) % 10 for before, after in zip(digits, digits[1:], strict=False)}
    if len(steps) == 1 and steps <= {0, 1, 9}:
        raise PinTooSimple
    return digits


def plain(pin: str) -> str:
    """A PIN as it is compared: digits of a Chinese keyboard are digits, spaces around do not count."""
    return unicodedata.normalize("NFKC", pin).strip()


def hashed(pin: str, salt: bytes = b"") -> str:
    """The encoded argon2id hash of a PIN that was checked; with a salt of 16 bytes always the same one."""
    import secrets

    from argon2.low_level import Type, hash_secret

    salt = salt or secrets.token_bytes(SALT_BYTES)
    return hash_secret(_told(pin), salt, PASSES, MEMORY_KIB, LANES, HASH_BYTES, Type.ID).decode()


def matches(pin: str, kept: str) -> bool:
    """Whether it is the PIN of this hash. Without a hash it takes as long, and the answer is no."""
    from argon2.exceptions import VerificationError
    from argon2.low_level import Type, verify_secret

    try:
        return verify_secret((kept or _NOBODY).encode(), _told(pin), Type.ID) and bool(kept)
    except VerificationError:
        return False


def badge_hash(number: str) -> str:
    """What is kept of a badge, 64 hexadecimal digits: keyed BLAKE2b of the number without spaces, in capitals."""
    text = "".join(unicodedata.normalize("NFKC", number).split()).upper()
    if not (BADGE_SHORTEST <= len(text) <= BADGE_LONGEST and text.isascii() and text.isprintable()):
        raise BadgeUnreadable(shortest=BADGE_SHORTEST, longest=BADGE_LONGEST)
    return hashlib.blake2b(text.encode(), digest_size=32, key=_BADGE_KEY).hexdigest()


def _told(pin: str) -> bytes:
    return plain(pin).encode("utf-8", "surrogatepass")


def _nobody() -> str:
    """An encoded hash that no PIN has, as dear to try as a real one."""
    salt, made = (base64.b64encode(bytes(length)).decode().rstrip("=") for length in (SALT_BYTES, HASH_BYTES))
    return f"$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p={LANES}${salt}${made}"


_NOBODY = _nobody()
