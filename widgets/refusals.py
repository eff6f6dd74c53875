"""What people read when the console refuses: what is in the way, and what to do next. One sentence or two a code.

Whoever adds a refusal adds its words to one of the tables here; a test finds a code that has none. `{gaps}` are facts
of the refusal, made plain; those that need more than that have a function of their own in `_SPECIAL`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import ceil

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.errors import Refusal
from console.domain.people import Role
from widgets.attachments.words import REFUSED as ATTACHMENTS
from widgets.attachments.words import SPECIAL as _ATTACHMENTS
from widgets.commands import command_words
from widgets.people.words import role_word
from widgets.plain import plain

RECORDS: dict[str, str] = {
    "missing": QT_TRANSLATE_NOOP("refusals", "It is not there any more. What is shown has been read again."),
    "changed_meanwhile": QT_TRANSLATE_NOOP(
        "refusals", "Somebody else changed it meanwhile. It has been read again: look at it and make your change anew."
    ),
    "disk_full": QT_TRANSLATE_NOOP(
        "refusals", "Nothing was saved: the disk of this PC is full. Make room on it, then try again."
    ),
    "disk_read_only": QT_TRANSLATE_NOOP(
        "refusals",
        "Nothing was saved: the records file or its folder cannot be written. Give the user of this PC the right to"
        " write there, then try again.",
    ),
    "records_damaged": QT_TRANSLATE_NOOP(
        "refusals", "Nothing was saved: the records file is damaged. Restore a backup on the Status page."
    ),
    "records_busy": QT_TRANSLATE_NOOP(
        "refusals", "Nothing was saved: another program holds the records file. Close it, then try again."
    ),
    "not_saved": QT_TRANSLATE_NOOP(
        "refusals", "Nothing was saved: the disk did not let it. Look at the Status page, then try again."
    ),
    "not_text": QT_TRANSLATE_NOOP(
        "refusals", "This text holds signs that cannot be kept. Type it by hand instead of pasting it."
    ),
    "too_long": QT_TRANSLATE_NOOP("refusals", "This text is too long: at most {most} signs can be kept. Shorten it."),
    "out_of_range": QT_TRANSLATE_NOOP("refusals", "This number is too large to be kept. Type a smaller one."),
}
PEOPLE: dict[str, str] = {
    "more_than_own": QT_TRANSLATE_NOOP(
        "refusals", "You cannot give, or act upon, rights that you do not have yourself. Ask an administrator."
    ),
    "no_such_reach": QT_TRANSLATE_NOOP(
        "refusals", "This cannot be set for this command. Choose another from the list."
    ),
    "name_empty": QT_TRANSLATE_NOOP("refusals", "Type a name."),
    "name_too_long": QT_TRANSLATE_NOOP("refusals", "This is too long: at most {most} signs. Shorten it."),
    "name_unreadable": QT_TRANSLATE_NOOP(
        "refusals", "This holds a sign that cannot be seen ({character}). Type it anew by hand."
    ),
    "number_taken": QT_TRANSLATE_NOOP("refusals", "{name} has this number already. Use another one, or none."),
    "too_many_grants": QT_TRANSLATE_NOOP(
        "refusals", "One person can have at most {most} roles. Give a role for a larger place instead."
    ),
    "last_administrator": QT_TRANSLATE_NOOP(
        "refusals", "Nobody would be left to administer people. Make somebody else an administrator with a PIN first."
    ),
    "plant_has_begun": QT_TRANSLATE_NOOP(
        "refusals", "There is an administrator already. Sign in, or ask an administrator to add you."
    ),
    "not_active": QT_TRANSLATE_NOOP("refusals", "It was taken out of the plant. Set it active again first."),
    "no_pin": QT_TRANSLATE_NOOP(
        "refusals", "No PIN was set yet. Ask an administrator or your supervisor to set one, or scan your badge."
    ),
    "badge_taken": QT_TRANSLATE_NOOP(
        "refusals", "{name} has this badge already. Take it away there first, or use another badge."
    ),
    "sign_in_runs": QT_TRANSLATE_NOOP("refusals", "The sign-in before this one is not finished yet. Wait a moment."),
    "not_hashed": QT_TRANSLATE_NOOP("refusals", "This could not be kept safely, so it was not kept. Try again."),
    "already_there": QT_TRANSLATE_NOOP("refusals", "This was saved already. It has been read again."),
    "pin_length": QT_TRANSLATE_NOOP("refusals", "A PIN has {shortest} to {longest} digits."),
    "pin_not_digits": QT_TRANSLATE_NOOP("refusals", "A PIN has only digits."),
    "pin_too_simple": QT_TRANSLATE_NOOP(
        "refusals", "This PIN is what everybody tries first. Do not take one digit again and again, or a row like 1234."
    ),
    "badge_unreadable": QT_TRANSLATE_NOOP(
        "refusals", "This is no badge number: it has {shortest} to {longest} signs. Scan the badge again."
    ),
    "no_such_level": QT_TRANSLATE_NOOP("refusals", "A level is a number from 0 to 4."),
    "no_such_number": QT_TRANSLATE_NOOP("refusals", "Type a whole number from {least} to {most}."),
    "expires_before_assessed": QT_TRANSLATE_NOOP(
        "refusals", "A skill cannot expire before the day on which it was assessed ({assessed}). Choose a later day."
    ),
}
TABLES: list[Mapping[str, str]] = [RECORDS, PEOPLE, ATTACHMENTS]


SOON_LOCKED = 3  # tries that are left when the lock is announced


def words_of(refusal: Exception) -> str:
    """What to say about a refusal; one that nobody wrote words for says its own detail."""
    if not isinstance(refusal, Refusal):
        return plain(refusal)
    special = _SPECIAL.get(refusal.code)
    if special is not None:
        return special(refusal)
    facts = {name: plain(fact, 80) for name, fact in refusal.facts.items()}
    for table in TABLES:
        if refusal.code in table:
            return QCoreApplication.translate("refusals", table[refusal.code]).format_map(_Facts(facts))
    return plain(refusal.detail or refusal.code)


def wait_words(seconds: float) -> str:
    """How long to wait, in seconds or minutes."""
    whole = max(1, ceil(seconds))
    if whole < 120:
        return QCoreApplication.translate("refusals", "%n second(s)", "", whole)
    return QCoreApplication.translate("refusals", "%n minute(s)", "", ceil(whole / 60))


class _Facts(dict[str, str]):
    """Facts of a refusal; one that is not told shows as a dash."""

    def __missing__(self, key: str) -> str:
        return "–"


def _command(refusal: Refusal) -> str:
    return command_words(str(refusal.facts.get("command", "")))


def _seconds(refusal: Refusal) -> float:
    wait = refusal.facts.get("wait", 0.0)
    return float(wait) if isinstance(wait, int | float) else 0.0


def _sign_in_needed(refusal: Refusal) -> str:
    return QCoreApplication.translate("refusals", "Sign in first: a change needs somebody who answers for it.")


def _not_allowed(refusal: Refusal) -> str:
    words = QCoreApplication.translate(
        "refusals", "Your roles do not allow this here: {0}. Ask somebody who may, or sign in as another person."
    )
    return words.format(_command(refusal))


def _fixed_permission(refusal: Refusal) -> str:
    words = QCoreApplication.translate(
        "refusals", "This belongs to the administrators for good, or nobody could give it back: {0}."
    )
    return words.format(_command(refusal))


def _wrong_pin(refusal: Refusal) -> str:
    translate, wait, left = QCoreApplication.translate, _seconds(refusal), refusal.facts.get("left")
    words = translate("refusals", "This PIN is not right. Try again.")
    if wait > 0:
        words = translate("refusals", "This PIN is not right. Try again in {0}.").format(wait_words(wait))
    if isinstance(left, int) and left <= SOON_LOCKED:
        words += " " + translate("refusals", "It is locked after %n more wrong PIN(s).", "", left)
    return words


def _pin_wait(refusal: Refusal) -> str:
    words = QCoreApplication.translate("refusals", "Too many wrong PINs. Try again in {0}, or scan your badge.")
    return words.format(wait_words(_seconds(refusal)))


def _pin_locked(refusal: Refusal) -> str:
    roles = refusal.facts.get("roles")
    if isinstance(roles, tuple) and roles:
        comma = QCoreApplication.translate("roles", ", ")
        words = QCoreApplication.translate("refusals", "Locked after too many wrong PINs. These can unlock it: {0}.")
        return words.format(comma.join(role_word(Role(role)) for role in roles))
    return QCoreApplication.translate(
        "refusals", "Locked after too many wrong PINs. Ask your team leader, supervisor or an administrator to unlock."
    )


def _badge_unknown(refusal: Refusal) -> str:
    wait = _seconds(refusal)
    words = QCoreApplication.translate(
        "refusals", "Nobody has this badge. An administrator can give it to you on the People page."
    )
    if wait <= 0:
        return words
    again = QCoreApplication.translate("refusals", "The next badge can be scanned in {0}.").format(wait_words(wait))
    return f"{words} {again}"


def _records_not_open(refusal: Refusal) -> str:
    words = QCoreApplication.translate(
        "refusals", "The records cannot be opened, so nothing can be saved. {0} The Status page says more."
    )
    why = Refusal(refusal.detail, **refusal.facts)
    why.code = str(refusal.facts.get("why", ""))
    return words.format(words_of(why) if why.code and why.code != refusal.code else plain(refusal.detail)).strip()


_SPECIAL: dict[str, Callable[[Refusal], str]] = {
    "sign_in_needed": _sign_in_needed,
    "not_allowed": _not_allowed,
    "fixed_permission": _fixed_permission,
    "wrong_pin": _wrong_pin,
    "pin_wait": _pin_wait,
    "pin_locked": _pin_locked,
    "badge_unknown": _badge_unknown,
    "records_not_open": _records_not_open,
    **_ATTACHMENTS,
}
