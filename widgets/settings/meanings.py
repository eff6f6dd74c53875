"""What each setting is for, in the words that people read; a test keeps them the same as the declared ones."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.app.declared import BY_NAME

MEANINGS: dict[str, str] = {
    "broker.host": QT_TRANSLATE_NOOP(
        "settings",
        "The MQTT broker's name or address; empty: the first-start page asks for it",
    ),
    "broker.port": QT_TRANSLATE_NOOP("settings", "Its port; 0: 8883 with TLS, 1883 without"),
    "broker.client_id": QT_TRANSLATE_NOOP(
        "settings",
        "The name this console gives to the broker; empty: made from the computer's",
    ),
    "broker.user": QT_TRANSLATE_NOOP("settings", "The user the broker knows"),
    "broker.password": QT_TRANSLATE_NOOP(
        "settings",
        "That user's password; kept in the keyring, never in a settings file",
    ),
    "broker.tls": QT_TRANSLATE_NOOP(
        "settings",
        "Encrypt and check the certificate; auto: yes, unless the broker is on this computer or its port is 1883",
    ),
    "broker.ca_file": QT_TRANSLATE_NOOP("settings", "The certificate authority to trust (PEM); empty: the system's"),
    "broker.cert_file": QT_TRANSLATE_NOOP(
        "settings",
        "This console's own certificate (PEM), where the broker asks for one",
    ),
    "broker.key_file": QT_TRANSLATE_NOOP("settings", "The key of that certificate (PEM)"),
    "broker.keepalive": QT_TRANSLATE_NOOP(
        "settings",
        "Seconds of silence after which the broker is asked whether it lives",
    ),
    "plant.file": QT_TRANSLATE_NOOP("settings", "The plant file that names lines, stations and sources"),
    "ui.theme": QT_TRANSLATE_NOOP("settings", "Colours of the screen"),
    "ui.language": QT_TRANSLATE_NOOP("settings", "Language of the screen"),
    "ui.keep_awake": QT_TRANSLATE_NOOP(
        "settings",
        "What stays awake while the console runs: computer: it does not go to sleep by itself, the "
        "display may; display: both; off: neither. Wall mode always keeps the display on",
    ),
    "store.folder": QT_TRANSLATE_NOOP("settings", "Where history is kept; empty: in the data folder"),
    "store.keep_days": QT_TRANSLATE_NOOP("settings", "Days of shifts and their states that are kept"),
    "history.days": QT_TRANSLATE_NOOP("settings", "Days for which every reading is kept"),
    "history.max_gb": QT_TRANSLATE_NOOP("settings", "Gigabytes that the readings may take; then the oldest go first"),
    "reports.folder": QT_TRANSLATE_NOOP("settings", "Where reports are written by themselves; empty: none are"),
    "reports.shift": QT_TRANSLATE_NOOP("settings", "Write a report of every shift there"),
    "reports.day": QT_TRANSLATE_NOOP("settings", "Write a report of every day there"),
    "reports.week": QT_TRANSLATE_NOOP("settings", "Write a report of every week there"),
    "historian.url": QT_TRANSLATE_NOOP(
        "settings",
        "A historian that the plant has already: postgresql://user@host:5432/database; empty: there is none",
    ),
    "historian.password": QT_TRANSLATE_NOOP(
        "settings",
        "That user's password; kept in the keyring, never in a settings file",
    ),
    "historian.tls": QT_TRANSLATE_NOOP(
        "settings",
        "Encrypt and check the historian's certificate; auto: yes, unless it is on this computer",
    ),
    "historian.ca_file": QT_TRANSLATE_NOOP("settings", "The certificate authority to trust (PEM); empty: the system's"),
    "historian.name": QT_TRANSLATE_NOOP("settings", "What the historian is called on the screens"),
    "historian.table": QT_TRANSLATE_NOOP(
        "settings",
        "Its table or view with a row for each sample, with the schema where needed",
    ),
    "historian.signal": QT_TRANSLATE_NOOP("settings", "The column that says which signal it is"),
    "historian.time": QT_TRANSLATE_NOOP(
        "settings",
        "The column with the time: a timestamp (UTC), or seconds since 1970",
    ),
    "historian.value": QT_TRANSLATE_NOOP("settings", "The column with the value: a number, true or false, or text"),
    "historian.quality": QT_TRANSLATE_NOOP(
        "settings",
        "The column with the quality: good, uncertain, bad, true or false, or OPC's number; empty: all are good",
    ),
    "historian.text": QT_TRANSLATE_NOOP(
        "settings",
        "The column with values that are text, where there is another one for them",
    ),
    "historian.signals": QT_TRANSLATE_NOOP(
        "settings",
        "A table or view that lists the signals, in a column of the same name; empty: the samples themselves tell",
    ),
    "exchange.folder": QT_TRANSLATE_NOOP(
        "settings",
        "A folder whose files of orders are taken in; empty: there is none",
    ),
    "exchange.map": QT_TRANSLATE_NOOP(
        "settings",
        "The name of the mapping by which they are read, as it was kept under Exchange",
    ),
    "exchange.every": QT_TRANSLATE_NOOP("settings", "Seconds between two looks at that folder"),
    "exchange.out": QT_TRANSLATE_NOOP("settings", "Where confirmed output is written for the ERP; empty: it is asked"),
    "exchange.url": QT_TRANSLATE_NOOP(
        "settings",
        "The database of an ERP that orders are read from: postgresql, mysql or mssql://user@host:port/database",
    ),
    "exchange.view": QT_TRANSLATE_NOOP("settings", "The view or table with the orders: view or schema.view"),
    "exchange.password": QT_TRANSLATE_NOOP(
        "settings",
        "That user's password; kept in the keyring, never in a settings file",
    ),
    "exchange.tls": QT_TRANSLATE_NOOP(
        "settings",
        "Encrypt and check the ERP's certificate; auto: yes, unless it is on this computer",
    ),
    "exchange.ca_file": QT_TRANSLATE_NOOP("settings", "The certificate authority to trust (PEM); empty: the system's"),
    "console.name": QT_TRANSLATE_NOOP("settings", "What other consoles call this one; empty: the computer's name"),
    "people.idle_minutes": QT_TRANSLATE_NOOP(
        "settings",
        "Minutes without a touch until whoever is signed in is signed out; 0: never",
    ),
    "records.engine": QT_TRANSLATE_NOOP(
        "settings",
        "The kind of database that the plant's consoles share; none: this console keeps its records for itself",
    ),
    "records.host": QT_TRANSLATE_NOOP("settings", "The shared database server's name or address"),
    "records.port": QT_TRANSLATE_NOOP("settings", "Its port; 0: the usual one (5432, 3306, 1433)"),
    "records.database": QT_TRANSLATE_NOOP("settings", "The name of the database on that server"),
    "records.user": QT_TRANSLATE_NOOP("settings", "The user that the database server knows"),
    "records.password": QT_TRANSLATE_NOOP(
        "settings",
        "That user's password; kept in the keyring, never in a settings file",
    ),
    "records.tls": QT_TRANSLATE_NOOP(
        "settings",
        "Encrypt and check the database server's certificate; auto: yes, unless it is on this computer",
    ),
    "records.ca_file": QT_TRANSLATE_NOOP("settings", "The certificate authority to trust (PEM); empty: the system's"),
    "attachments.folder": QT_TRANSLATE_NOOP(
        "settings",
        "A shared folder for pictures and files; empty: they go through the database",
    ),
    "attachments.watched_folder": QT_TRANSLATE_NOOP(
        "settings",
        "A folder whose new pictures are offered (of a phone or camera); nothing in it is changed; empty: none",
    ),
    "backup.folder": QT_TRANSLATE_NOOP("settings", "Where backups of the records are kept; empty: in the data folder"),
    "backup.history_days": QT_TRANSLATE_NOOP(
        "settings",
        "Days from one copy of all readings to the next, beside the backups; large, only the newest is kept; 0: none",
    ),
    "backup.every_hours": QT_TRANSLATE_NOOP("settings", "Hours from one backup to the next; 0: none by itself"),
    "backup.keep": QT_TRANSLATE_NOOP(
        "settings",
        "Days of which the newest backup is kept, beside the newest 6, those of 8 weeks and of 12 months",
    ),
    "calls.over_mqtt": QT_TRANSLATE_NOOP(
        "settings",
        "Take calls and acknowledgements from gemba/<site>/raise and gemba/<site>/ack, answer on gemba/<site>/refused",
    ),
    "safety.since": QT_TRANSLATE_NOOP(
        "settings",
        "The day from which days without an accident are counted: 2026-01-31; empty: the first report",
    ),
    "patrols.category": QT_TRANSLATE_NOOP(
        "settings",
        "The category of calls for points of a patrol at which nobody was in time; empty: safety, else quality",
    ),
    "calls.sound": QT_TRANSLATE_NOOP("settings", "Sound the horn for calls that nobody has answered"),
    "calls.volume": QT_TRANSLATE_NOOP("settings", "How loud the horn is, in percent"),
    "calls.voice": QT_TRANSLATE_NOOP("settings", "Speak the calls, where this computer has a voice for the language"),
    "calls.silence_minutes": QT_TRANSLATE_NOOP(
        "settings",
        "Minutes that a silenced horn stays so; 0: until a call is new, worse or open again",
    ),
    "messages.per_minute": QT_TRANSLATE_NOOP(
        "settings",
        "Mails, or posts to one webhook, in a minute; what is more goes out as one summary",
    ),
    "messages.tries": QT_TRANSLATE_NOOP("settings", "Tries until a message that no server takes is given up"),
    "messages.first_pause": QT_TRANSLATE_NOOP(
        "settings",
        "Seconds from the first try to the second; each further pause is twice as long, 15 minutes at most",
    ),
    "messages.timeout": QT_TRANSLATE_NOOP("settings", "Seconds that a mail server or webhook may take for an answer"),
    "messages.ca_file": QT_TRANSLATE_NOOP(
        "settings",
        "A certificate authority to trust beside the system's, for mail servers and webhooks (PEM)",
    ),
    "sparkplug.ask_rebirth": QT_TRANSLATE_NOOP(
        "settings",
        "Ask a Sparkplug node for its birth when its data cannot be read without",
    ),
    "sparkplug.host_id": QT_TRANSLATE_NOOP(
        "settings",
        "Publish STATE under this Sparkplug host name; empty: say nothing",
    ),
    "updates.place": QT_TRANSLATE_NOOP(
        "settings",
        "Where newer versions are announced: a folder, or an http, https or file address; empty: it is never asked",
    ),
    "log.level": QT_TRANSLATE_NOOP("settings", "How much the log file tells"),
}


def meaning_words(name: str) -> str:
    """What the setting of this dotted name is for."""
    words = MEANINGS.get(name)
    return QCoreApplication.translate("settings", words) if words else BY_NAME[name].meaning
