"""What people read about backups: how good a copy is, what runs, why the last try failed, what an export lacks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from console.domain.backups import Doing, Health, HistoryCopies
from console.domain.errors import Refusal
from widgets.plain import plain
from widgets.status.words import size_words
from widgets.times import span

REFUSED: dict[str, str] = {
    "backup_folder_away": QT_TRANSLATE_NOOP(
        "refusals", "The folder cannot be reached: {path}. Is the drive connected, and may this user write there?"
    ),
    "backup_spoilt": QT_TRANSLATE_NOOP(
        "refusals", "What was written is not what was read, so it was thrown away. The disk may be failing: {path}"
    ),
    "copy_damaged": QT_TRANSLATE_NOOP("refusals", "This copy is not whole and was not restored. Take another one."),
    "backup_busy": QT_TRANSLATE_NOOP("refusals", "Something else runs still. Wait until it is over, or stop it."),
    "cancelled": QT_TRANSLATE_NOOP("refusals", "It was stopped; everything is as it was."),
    "records_not_empty": QT_TRANSLATE_NOOP(
        "refusals", "There are records here already, so nothing was imported. Import into a console that has none."
    ),
    "administrator_needed": QT_TRANSLATE_NOOP(
        "refusals", "Choose an administrator and give them a new PIN: nobody else could sign in after the import."
    ),
}

ICON = {
    Health.UNCHECKED: ("hourglass", "text_faint"),
    Health.GOOD: ("circle-check", "good"),
    Health.INCOMPLETE: ("triangle-alert", "warning"),
    Health.DAMAGED: ("circle-x", "bad"),
    Health.FOREIGN: ("circle-help", "warning"),
}


def health_word(health: Health) -> str:
    """How good a copy is."""
    translate = QCoreApplication.translate
    match health:
        case Health.UNCHECKED:
            return translate("backups", "Not checked yet")
        case Health.GOOD:
            return translate("backups", "Good")
        case Health.INCOMPLETE:
            return translate("backups", "Files are missing")
        case Health.DAMAGED:
            return translate("backups", "Damaged")
        case Health.FOREIGN:
            return translate("backups", "Not ours")


def health_sentence(health: Health) -> str:
    """The same as a sentence that says what it means."""
    translate = QCoreApplication.translate
    match health:
        case Health.UNCHECKED:
            return translate("backups", "Nobody has looked at this copy yet.")
        case Health.GOOD:
            return translate("backups", "Its bytes are those that were written, and it holds what it held then.")
        case Health.INCOMPLETE:
            return translate("backups", "The records in it are whole; some pictures or files beside it are gone.")
        case Health.DAMAGED:
            return translate("backups", "It is not what was written and cannot be restored. The disk may be failing.")
        case Health.FOREIGN:
            return translate("backups", "This file holds no records of Gemba Console.")


def doing_words(doing: Doing) -> str:
    """What runs now."""
    translate = QCoreApplication.translate
    match doing:
        case Doing.NOTHING:
            return ""
        case Doing.BACKUP:
            return translate("backups", "Making a backup…")
        case Doing.CHECK:
            return translate("backups", "Checking copies…")
        case Doing.RESTORE:
            return translate("backups", "Checking the copy and making it ready…")
        case Doing.EXPORT:
            return translate("backups", "Writing the export…")
        case Doing.IMPORT:
            return translate("backups", "Reading and verifying the export…")


def readings_words(copies: HistoryCopies, now: float) -> str:
    """Whether all readings are copied too, and how the last copy of them is."""
    translate = QCoreApplication.translate
    last = copies.last
    if copies.share is not None:
        return translate("backups", "The readings are being copied: {0}.").format(f"{copies.share:.0%}")
    if copies.trouble:
        return translate("backups", "The readings could not be copied, it is tried again in an hour: {0}").format(
            plain(copies.detail)
        )
    if last is not None:
        return translate("backups", "Readings: the newest copy, {0}, {1} ago: {2}.").format(
            size_words(last.size), span(max(0.0, now - last.at.timestamp())), last.name
        )
    if copies.wanted:
        return translate("backups", "Readings: the first copy is made soon.")
    return translate(
        "backups",
        "The readings of the signals are not in these backups: they are large. backup.history_days in the settings has"
        " them copied too.",
    )


def trouble_words(code: str, folder: str, detail: str) -> str:
    """Why the last try failed, and what to do."""
    translate = QCoreApplication.translate
    match code:
        case "backup_folder_away":
            words = translate(
                "backups",
                "The backup folder cannot be reached: {0}. It is tried again every few minutes. Is the drive connected,"
                " and may this user write there?",
            )
        case "disk_full":
            words = translate("backups", "There is no room left in the backup folder: {0}. Make room on that disk.")
        case "records_damaged":
            words = translate(
                "backups", "The records themselves are damaged. Restore the newest good copy below. Folder: {0}"
            )
        case "backup_spoilt":
            words = translate(
                "backups",
                "What was written to the backup folder is not what was read, so it was thrown away: {0}. The disk or"
                " the connection to it may be failing.",
            )
        case _:
            return plain(detail or code)
    return words.format(plain(folder))


def export_refused(refusal: Refusal) -> str:
    """Why an export is not taken: file, line, and what to do."""
    translate = QCoreApplication.translate
    file, line = plain(refusal.facts.get("file", "")), int(str(refusal.facts.get("line", 0)))
    where = translate("backups", "{0}, line {1}").format(file, QLocale().toString(line)) if line else file
    match refusal.facts.get("why"):
        case "foreign":
            return translate("backups", "This is no export of Gemba Console: {0} is not in it.").format(file)
        case "newer":
            return translate(
                "backups", "This export was written by another version of the program. Import it with that version."
            )
        case "missing":
            words = translate("backups", "This export is not complete: {0}. Take a copy that was not cut short.")
        case "cell":
            words = translate("backups", "This export cannot be read: {0}. Take the files as they were written.")
        case "chain":
            words = translate(
                "backups", "The trail of this export was altered: {0} does not fit the chain. Nothing was imported."
            )
        case "row":
            words = translate(
                "backups", "This export was altered: {0} is not what the trail tells. Nothing was imported."
            )
        case _:
            words = translate("backups", "This export was altered: {0} is not the file that was written.")
    return words.format(where)


SPECIAL: Mapping[str, Callable[[Refusal], str]] = {"export_refused": export_refused}
