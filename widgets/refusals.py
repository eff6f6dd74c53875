"""What people read when the console refuses: what is in the way, and what to do next. One sentence or two a code.

Whoever adds a refusal adds its words to the table of its screen (`refusaltables`); a test finds a code that has none.
`{gaps}` are facts of the refusal, made plain; those that need more than that have a function of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import ceil

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from console.domain.errors import Refusal
from console.domain.people import Role
from widgets.commands import command_words
from widgets.people.words import role_word
from widgets.plain import plain
from widgets.status.words import records_words

RECORDS: dict[str, str] = {
    "missing": QT_TRANSLATE_NOOP("refusals", "It is not there any more. What is shown has been read again."),
    "changed_meanwhile": QT_TRANSLATE_NOOP(
        "refusals", "Somebody else changed it meanwhile. It has been read again: look at it and make your change anew."
    ),
    "command_not_understood": QT_TRANSLATE_NOOP(
        "refusals", "Another version of the program gave this order, and this one does not know it. Give it again here."
    ),
    "command_not_carried_out": QT_TRANSLATE_NOOP(
        "refusals", "The shared database could not carry this out. Give it again; the log tells more."
    ),
    "line_altered": QT_TRANSLATE_NOOP(
        "refusals",
        "Another program altered this while it waited on this PC, so it was not shared. Give it again;"
        " see the Trail page.",
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
        "refusals", "Nothing was saved: the records file is damaged. Restore a backup on the Backups page."
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
SHARED: dict[str, str] = {
    "schema_newer": QT_TRANSLATE_NOOP(
        "refusals", "A newer program wrote these records. Install that version on this PC; nothing was changed."
    ),
    "records_on_network": QT_TRANSLATE_NOOP(
        "refusals",
        "The records cannot lie on a network drive: they would be damaged there. Keep them on this PC, and share them"
        " through a database.",
    ),
    "shared_trouble": QT_TRANSLATE_NOOP("refusals", "The shared database cannot be used now: {said}"),
    "shared_refused": QT_TRANSLATE_NOOP("refusals", "The database server refuses this console: {said}"),
    "shared_password": QT_TRANSLATE_NOOP(
        "refusals", "The server does not accept the user or the password. Correct them, or ask who runs the server."
    ),
    "shared_no_database": QT_TRANSLATE_NOOP(
        "refusals",
        "The server has no database of this name. Correct it, or have the database made first: it stays empty.",
    ),
    "shared_no_driver": QT_TRANSLATE_NOOP(
        "refusals", "This program was built without the driver for this kind of server ({driver}). Choose another kind."
    ),
    "shared_other_tables": QT_TRANSLATE_NOOP(
        "refusals", "This database holds tables of another program ({tables}). Name an empty database."
    ),
    "shared_encoding": QT_TRANSLATE_NOOP(
        "refusals",
        "This database cannot keep the letters of every language ({encoding}). Have one made with the encoding UTF8.",
    ),
    "sharing_paused": QT_TRANSLATE_NOOP("refusals", "Sharing is paused."),
}
TABLES: list[Mapping[str, str]] = [RECORDS, PEOPLE, SHARED]  # those of the screens lie in refusaltables


SOON_LOCKED = 3  # tries that are left when the lock is announced


def words_of(refusal: Exception) -> str:
    """What to say about a refusal; one that nobody wrote words for says its own detail."""
    if not isinstance(refusal, Refusal):
        return plain(refusal)
    from widgets.refusaltables import SCREENS, SPECIAL  # with the first refusal: the board does not wait for them

    special = _SPECIAL.get(refusal.code) or SPECIAL.get(refusal.code)
    if special is not None:
        return special(refusal)
    facts = {name: plain(fact, 80) for name, fact in refusal.facts.items()}
    for table in (*TABLES, *SCREENS):
        if refusal.code in table:
            return QCoreApplication.translate("refusals", table[refusal.code]).format_map(_Facts(facts))
    return plain(refusal.detail or refusal.code)


class RefusalCounts(QObject):
    """Sentences that count: lupdate sees plurals only where an object says them."""

    def wait(self, seconds: float) -> str:
        """How long to wait, in seconds or minutes."""
        whole = max(1, ceil(seconds))
        if whole < 120:
            return self.tr("%n second(s)", "", whole)
        minutes = ceil(whole / 60)
        return self.tr("%n minute(s)", "", minutes)

    def tries(self, left: int) -> str:
        """How many wrong PINs are left before the lock."""
        return self.tr("It is locked after %n more wrong PIN(s).", "", left)


def wait_words(seconds: float) -> str:
    """How long to wait, in seconds or minutes."""
    return RefusalCounts().wait(seconds)


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
        words += " " + RefusalCounts().tries(left)
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
    words = QCoreApplication.translate("refusals", "The records on this PC cannot be opened, so nothing was saved. {0}")
    why = str(refusal.facts.get("why", ""))
    if why == "closed":
        return QCoreApplication.translate("refusals", "The console is ending: nothing was saved.")
    return words.format(records_words(why, refusal.detail)).strip()


def _shared_away(refusal: Refusal) -> str:
    translate = QCoreApplication.translate
    match refusal.facts.get("why"):
        case "name":
            return translate("refusals", "No computer is known by this name. Check the server's name and the network.")
        case "refused":
            return translate(
                "refusals", "Nothing answers there. Check that the server runs and that the port is right."
            )
        case "silent":
            return translate("refusals", "The server does not answer. Check the address, the network and the firewall.")
        case "busy":
            return translate("refusals", "The server is too busy at the moment. It is tried again.")
    return translate("refusals", "The connection to the shared database broke. It is tried again.")


def _shared_certificate(refusal: Refusal) -> str:
    translate = QCoreApplication.translate
    match refusal.facts.get("why"):
        case "authority":
            return translate(
                "refusals",
                "The server's certificate was signed by an authority that is not known here. Choose the authority (CA)"
                " file of your plant.",
            )
        case "name":
            return translate(
                "refusals",
                "The server's certificate was made for another name. Type the name that it was made for.",
            )
        case "expired":
            return translate("refusals", "The server's certificate has expired. Whoever runs the server must renew it.")
        case "early":
            return translate("refusals", "The server's certificate is not valid yet. Check the clock of this PC.")
        case "none":
            return translate(
                "refusals",
                "The server does not encrypt. Have TLS set up there; without it passwords and records can be read on"
                " the way.",
            )
        case "file":
            return translate(
                "refusals", "The authority (CA) file cannot be read or holds no certificate. Choose another."
            )
        case "asked":
            return translate("refusals", "The server lets nobody in without encryption. Tick it and try again.")
        case "unchecked":
            return translate(
                "refusals",
                "For SQL Server the certificate cannot be checked. Protect the way by other means, and take the tick"
                " away.",
            )
    return translate("refusals", "The server cannot prove who it is: its certificate is not trusted.")


def _shared_no_rights(refusal: Refusal) -> str:
    translate = QCoreApplication.translate
    if refusal.facts.get("right") == "create":
        return translate(
            "refusals",
            "This user may not make tables in the database. Have the right to create given to them, or name another"
            " user.",
        )
    words = translate("refusals", "This user's rights in the database do not suffice: {0}")
    return words.format(plain(refusal.facts.get("said") or refusal.detail))


_SPECIAL: dict[str, Callable[[Refusal], str]] = {
    "sign_in_needed": _sign_in_needed,
    "not_allowed": _not_allowed,
    "fixed_permission": _fixed_permission,
    "wrong_pin": _wrong_pin,
    "pin_wait": _pin_wait,
    "pin_locked": _pin_locked,
    "badge_unknown": _badge_unknown,
    "records_not_open": _records_not_open,
    "shared_away": _shared_away,
    "shared_certificate": _shared_certificate,
    "shared_no_rights": _shared_no_rights,
}
