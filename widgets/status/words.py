"""What people read about the health of each part, in the language of the moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale, QObject

from console.domain.health import Item, Level, Part
from widgets.numbers import whole
from widgets.plain import plain
from widgets.times import span

ICON = {Level.GOOD: "circle-check", Level.OFF: "minus", Level.ATTENTION: "triangle-alert", Level.ALARM: "circle-x"}
TONE = {Level.GOOD: "good", Level.OFF: "text_faint", Level.ATTENTION: "warning", Level.ALARM: "bad"}
# Which screen shows the records behind a part.
BEHIND = {
    Part.BROKER: "setup",
    Part.SHARED: "setup",
    Part.OUTBOX: "trail",
    Part.BACKUP: "backups",
    Part.RECORDS: "backups",
    Part.TRAIL: "trail",
    Part.MESSAGES: "callsetup",
    Part.EXCHANGE: "exchange",
    Part.SETTINGS: "settings",
}
PARTS: dict[str, str] = {
    Part.BROKER: QT_TRANSLATE_NOOP("status", "MQTT broker"),
    Part.RECORDS: QT_TRANSLATE_NOOP("status", "Records on this PC"),
    Part.SHARED: QT_TRANSLATE_NOOP("status", "Shared database"),
    Part.OUTBOX: QT_TRANSLATE_NOOP("status", "Waiting to be shared"),
    Part.BACKUP: QT_TRANSLATE_NOOP("status", "Backup"),
    Part.TRAIL: QT_TRANSLATE_NOOP("status", "Verification of the records"),
    Part.DISK: QT_TRANSLATE_NOOP("status", "Disk"),
    Part.SHIFT_LOG: QT_TRANSLATE_NOOP("status", "Memory of the shift"),
    Part.HISTORY: QT_TRANSLATE_NOOP("status", "Memory of every reading"),
    Part.HISTORIAN: QT_TRANSLATE_NOOP("status", "The plant's historian"),
    Part.CONSOLES: QT_TRANSLATE_NOOP("status", "Other consoles"),
    Part.MESSAGES: QT_TRANSLATE_NOOP("status", "Messages outside"),
    Part.EXCHANGE: QT_TRANSLATE_NOOP("status", "Folder of orders"),
    Part.SETTINGS: QT_TRANSLATE_NOOP("status", "Settings"),
    Part.SOUND: QT_TRANSLATE_NOOP("status", "Sound of the horn"),
}


class Counted(QObject):
    """Sentences with a number in them: lupdate finds plurals only in the `tr` of an object."""

    def waiting(self, count: int) -> str:
        """Of the outbox."""
        return self.tr("%n change(s) saved here and not yet shared", "", count)

    def copies(self, count: int) -> str:
        """Of the backups."""
        return self.tr("%n other copy(s) failed the check", "", count)

    def places(self, count: int) -> str:
        """Of the verification."""
        return self.tr("Altered by another program in %n place(s): see what, and answer for it.", "", count)

    def messages(self, count: int) -> str:
        """Of the messages to people."""
        return self.tr("%n message(s) about open calls did not arrive. See why, tell the people yourself.", "", count)

    def channels(self, count: int) -> str:
        """The ways on which people are told."""
        return self.tr("Everything was delivered; %n way(s) are switched on.", "", count)

    def wrong(self, count: int) -> str:
        """Of the settings that were not used."""
        return self.tr("%n value(s) could not be used, the rest is in force. The first: {0}", "", count)

    def pinned(self, count: int) -> str:
        """Of the settings that come from the site file and others above this console."""
        return self.tr("%n setting(s) are locked here.", "", count)

    def differences(self, count: int) -> str:
        """Of the files that were taken from the watched folder."""
        return self.tr("%n field(s) of orders differ and wait for a decision. See them under Exchange.", "", count)


counted = Counted()


def level_word(level: Level) -> str:
    """How it stands, in one word."""
    translate = QCoreApplication.translate
    match level:
        case Level.GOOD:
            return translate("status", "Good")
        case Level.OFF:
            return translate("status", "Not in use")
        case Level.ATTENTION:
            return translate("status", "Look at it")
        case Level.ALARM:
            return translate("status", "Act now")


def part_word(part: Part) -> str:
    """The name of a part."""
    return QCoreApplication.translate("status", PARTS[part])


def sentence(item: Item, now: datetime) -> str:
    """How a part stands and, where it does not stand well, what to do."""
    facts = {name: plain(value) if isinstance(value, str) else value for name, value in item.facts.items()}
    return _SENTENCES[item.part](item.code, facts, age_words(item.since, now))


def age_words(since: datetime | float | None, now: datetime) -> str:
    """How long ago that was."""
    if since is None:
        return ""
    at = since.timestamp() if isinstance(since, datetime) else since
    return span(max(0.0, now.timestamp() - at))


def size_words(size: int) -> str:
    """12.4 MB."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def _broker(code: str, facts: Mapping[str, Any], age: str) -> str:
    translate = QCoreApplication.translate
    match code:
        case "connected":
            return translate("status", "Connected for {0}, {1}.").format(age, facts["protocol"])
        case "off":
            return translate("status", "No broker is chosen. Name one under Setup to hear the machines.")
        case "connecting":
            return translate("status", "Connecting…")
        case "refused":
            return translate("status", "Refused: {0}. Correct it under Setup.").format(facts["reason"])
    return translate(
        "status", "Lost {0} ago: {1}. The console keeps trying; the board shows what is not heard."
    ).format(age, facts["reason"] or translate("status", "no answer"))


def records_words(code: str, detail: str = "") -> str:
    """How it stands with the records on this PC and, where they cannot be opened, what to do."""
    translate = QCoreApplication.translate
    match code:
        case "open":
            return translate("status", "Open; every change is on the disk before the screen says saved.")
        case "opening":
            return translate("status", "Being opened…")
        case "disk_full":
            return translate("status", "The disk is full: nothing can be saved. Make room; nothing else is needed.")
        case "disk_read_only":
            return translate("status", "The data folder cannot be written: nothing can be saved. Allow it.")
        case "records_damaged":
            return translate("status", "The file is damaged. Restore a backup; the damaged file is kept beside it.")
        case "schema_newer":
            return translate("status", "The records were written by a newer program. Install that version on this PC.")
        case "records_busy":
            return translate("status", "Another program holds the records file. Close it; nothing else is needed.")
        case "records_on_network":
            return translate(
                "status",
                "The data folder lies on a network drive, where records would be damaged. Choose a folder on this PC.",
            )
        case "not_saved":
            return translate("status", "The disk does not let the records be read or written. Have the disk looked at.")
    return translate("status", "The records cannot be opened: {0}").format(plain(detail or code))


def _records(code: str, facts: Mapping[str, Any], age: str) -> str:
    return records_words(code, str(facts.get("detail", "")))


def _shared(code: str, facts: Mapping[str, Any], age: str) -> str:
    translate = QCoreApplication.translate
    match code:
        case "off":
            return translate("status", "This console keeps its records for itself. Join a database under Setup.")
        case "connecting":
            return translate("status", "Connecting to {0}…").format(facts["place"])
        case "copying":
            copied = translate("status", "Copying from {0}: {1} of {2} lines.")
            return copied.format(facts["place"], whole(facts["done"]), whole(facts["total"]))
        case "shared":
            return translate("status", "Joined: {0}.").format(facts["place"])
        case "refused":
            return translate("status", "{0} refuses this console: {1}. Correct it under Setup.").format(
                facts["place"], facts["reason"]
            )
        case "newer":
            return translate(
                "status", "A newer program wrote {0}. Reading goes on; changes wait here until this PC is updated."
            ).format(facts["place"])
    return translate("status", "{0} has been away for {1}. Work goes on; everything is saved here and waits.").format(
        facts["place"], age
    )


def _outbox(code: str, facts: Mapping[str, Any], age: str) -> str:
    translate = QCoreApplication.translate
    if code == "alone":
        return translate("status", "No shared database: nothing has to wait.")
    if code == "empty":
        return translate("status", "Everything given here is shared.")
    waiting = counted.waiting(facts["waiting"])
    return translate("status", "{0}; the oldest is {1} old.").format(waiting, age) if age else f"{waiting}."


def _backup(code: str, facts: Mapping[str, Any], age: str) -> str:
    translate = QCoreApplication.translate
    match code:
        case "unscheduled":
            return translate("status", "No backups are made by themselves: the interval is set to zero.")
        case "none":
            return translate("status", "There is no backup yet; the first is made soon.")
        case "failed_none":
            return translate("status", "There is no backup, and the last try failed: {0}").format(facts["detail"])
        case "failed" | "failed_old":
            return translate("status", "The last good backup is {0} old; the last try failed: {1}").format(
                age, facts["detail"]
            )
        case "damaged":
            other = counted.copies(facts["bad"])
            return translate("status", "The last good backup is {0} old; {1}.").format(age, other)
        case "old":
            return translate("status", "The last good backup is {0} old. Back up now, or look at the folder.").format(
                age
            )
    return translate("status", "{0} ago, opened and checked: {1}.").format(age, size_words(facts["size"]))


def _trail(code: str, facts: Mapping[str, Any], age: str) -> str:
    translate = QCoreApplication.translate
    match code:
        case "altered":
            return counted.places(facts["found"])
        case "trouble":
            return translate("status", "The verification could not be done: {0}").format(facts["trouble"])
        case "unverified":
            return translate("status", "Not verified yet since this console started.")
        case "old":
            return translate("status", "The last full verification is {0} old.").format(age)
    return translate("status", "{0} ago: {1} lines and {2} records are as accounted for.").format(
        age, whole(facts["lines"]), whole(facts["rows"])
    )


def _disk(code: str, facts: Mapping[str, Any], age: str) -> str:
    translate = QCoreApplication.translate
    match code:
        case "unknown":
            return translate("status", "{0} cannot be looked at.").format(facts["path"])
        case "full":
            return translate("status", "Only {0} free: nothing can be saved soon. Make room now.").format(
                size_words(facts["free"])
            )
    return translate("status", "{0} free of {1}.").format(size_words(facts["free"]), size_words(facts["total"]))


def _shift_log(code: str, facts: Mapping[str, Any], age: str) -> str:
    translate = QCoreApplication.translate
    match code:
        case "trouble":
            return translate("status", "Cannot be written: {0}").format(facts["detail"])
        case "damage":
            return translate("status", "A damaged file was put aside: {0}").format(facts["detail"])
    return translate("status", "Kept up to the second, for a restart in mid-shift.")


def _history(code: str, facts: Mapping[str, Any], age: str) -> str:
    translate = QCoreApplication.translate
    match code:
        case "off":
            return translate("status", "Not kept here.")
        case "opening":
            return translate("status", "Being opened…")
        case "full":
            return translate(
                "status",
                "No reading is kept: the disk has no room. Make some and it goes on by itself; all else goes on.",
            )
        case "trouble":
            return translate("status", "Cannot be written: {0}").format(facts["detail"])
        case "damage":
            return translate("status", "A damaged part was set aside, the rest goes on: {0}").format(facts["damage"])
        case "dropped":
            lost = translate("status", "Readings lost since the start, because the disk took them too slowly: {0}")
            return lost.format(whole(facts["dropped"]))
        case "behind":
            return translate("status", "Readings wait {0} for the disk.").format(span(facts["lag"]))
    kept = translate("status", "{0}, the oldest reading {1} ago").format(size_words(facts["size"]), age or span(0.0))
    if code == "good":
        return translate("status", "{0}.").format(kept)
    a_day, days = size_words(round(facts["per_day"])), whole(round(facts["days"]))
    if code == "short":
        return translate("status", "{0}; about {1} a day: {2} days fit, not {3}. Allow more (history.max_gb).").format(
            kept, a_day, whole(int(facts["fit"])), days
        )
    return translate("status", "{0}; about {1} a day, {2} for {3} days.").format(
        kept, a_day, size_words(round(facts["needed"])), days
    )


def _historian(code: str, facts: Mapping[str, Any], age: str) -> str:
    translate = QCoreApplication.translate
    match code:
        case "opening":
            return translate("status", "{0} has not been asked yet.").format(facts["name"])
        case "historian_away":
            return translate("status", "{0} does not answer, its pens wait; all else goes on: {1}").format(
                facts["name"], facts["detail"]
            )
        case "historian_unfit":
            return translate("status", "{0} cannot be read as it is set: {1}").format(facts["name"], facts["detail"])
    return translate("status", "{0} answered {1} ago.").format(facts["name"], age)


def _exchange(code: str, facts: Mapping[str, Any], age: str) -> str:
    translate = QCoreApplication.translate
    folder, detail = facts["folder"], facts["detail"]
    match code:
        case "off":
            return translate("status", "No folder is watched. Choose one under Exchange.")
        case "opening":
            return translate("status", "{0} is being looked at.").format(folder)
        case "folder_away":
            return translate("status", "The folder does not answer; files wait there: {0}").format(detail)
        case "no_map":
            return translate("status", "Nothing is taken: no mapping “{0}” is kept. Keep it under Exchange.").format(
                detail
            )
        case "records":
            return translate("status", "Files wait until the records of this PC can be used: {0}").format(detail)
        case "stuck":
            return translate("status", "A file can be neither read nor moved; look at the folder: {0}").format(detail)
        case "refused":
            return translate("status", "{0} could not be read and was put aside. See why under Exchange.").format(
                facts["file"]
            )
        case "open":
            return counted.differences(facts["open"])
    return translate("status", "{0} is watched; looked at {1} ago.").format(folder, age)


def _consoles(code: str, facts: Mapping[str, Any], age: str) -> str:
    translate = QCoreApplication.translate
    if code == "none":
        return translate("status", "No other console is known at a shared database.")
    running = translate("status", "{0} of {1} run now").format(whole(facts["running"]), whole(facts["known"]))
    if code == "versions":
        other = translate("status", "{0}; versions here {1}, there {2}. Bring them to one version.")
        return other.format(running, facts["program"], facts["versions"])
    return translate("status", "{0}, all with version {1}.").format(running, facts["program"])


def _sound(code: str, facts: Mapping[str, Any], age: str) -> str:
    translate = QCoreApplication.translate
    match code:
        case "device":
            return translate("status", "Calls sound on {0}.").format(facts["device"])
        case "off":
            return translate("status", "Switched off here: calls are shown and not heard.")
        case "unknown":
            return translate("status", "Not looked for yet.")
        case "no_library":
            return translate("status", "No sound library on this computer: calls are shown and not heard.")
    return translate("status", "No sound device: calls are shown and not heard.")


def _messages(code: str, facts: Mapping[str, Any], age: str) -> str:
    if code == "lost":
        return counted.messages(facts["lost"])
    if code == "none":
        return QCoreApplication.translate(
            "status", "People are told of calls on the screen only. Set up mail or chat under Call setup."
        )
    return counted.channels(facts["channels"])


def _settings(code: str, facts: Mapping[str, Any], age: str) -> str:
    translate, wrong = QCoreApplication.translate, facts["wrong"]
    told = [counted.wrong(wrong).format(facts["first"])] if wrong else []
    match code:
        case "site_copy":
            words = translate("status", "The site file {0} cannot be read; its copy, {1} old, holds instead.")
            told.insert(0, words.format(facts["site"], age))
        case "site_lost":
            words = translate("status", "The site file {0} cannot be read, and there is no copy of it yet.")
            told.insert(0, words.format(facts["site"]))
        case "site":
            told = [translate("status", "The site file {0} was read.").format(facts["site"])]
            told += [counted.pinned(facts["pinned"])] if facts["pinned"] else []
        case "good":
            told = [translate("status", "Everything that was set is in force.")]
    return " ".join(told)


_SENTENCES: dict[Part, Callable[[str, Mapping[str, Any], str], str]] = {
    Part.BROKER: _broker,
    Part.RECORDS: _records,
    Part.SHARED: _shared,
    Part.OUTBOX: _outbox,
    Part.BACKUP: _backup,
    Part.TRAIL: _trail,
    Part.DISK: _disk,
    Part.SHIFT_LOG: _shift_log,
    Part.HISTORY: _history,
    Part.HISTORIAN: _historian,
    Part.CONSOLES: _consoles,
    Part.MESSAGES: _messages,
    Part.EXCHANGE: _exchange,
    Part.SETTINGS: _settings,
    Part.SOUND: _sound,
}
