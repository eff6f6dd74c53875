"""Every setting as data: its name, kind, default, meaning and what is allowed. Checks and help come from this list."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

Value = str | int | bool


class NotAllowed(ValueError):
    """A value does not fit its setting; the text says what is allowed instead."""

    code = "unfit"


class HoldsPassword(NotAllowed):
    """An address with a password in it, which would stand where others can read it."""

    code = "password"


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing a person may choose; `low` and `high` bound whole numbers and include their ends."""

    name: str  # "broker.host": section, dot, key
    kind: type[str] | type[int] | type[bool]
    default: Value
    meaning: str
    choices: tuple[str, ...] = ()
    low: int = 0
    high: int = 0
    secret: bool = False
    path: bool = False  # a file or folder: relative to the file that names it
    at_once: bool = False  # a change holds at once; else from the next start on
    address: bool = False  # of a server, with the user's name: a password in it is refused
    anyone: bool = False  # whoever stands at the console may change it; else who has the right to change settings

    @property
    def section(self) -> str:
        """The table of the TOML file that holds it."""
        return self.name.partition(".")[0]

    @property
    def key(self) -> str:
        """Its name inside the table."""
        return self.name.partition(".")[2]

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return "GEMBA_" + self.name.replace(".", "_").upper()

    @property
    def allowed(self) -> str:
        """What may be written, in words."""
        if self.choices:
            return "one of " + ", ".join(self.choices)
        if self.kind is int:
            return f"a whole number from {self.low} to {self.high}"
        if self.kind is bool:
            return "true or false"
        if self.key == "host":
            return "a name or address, without its port"
        return "the path of a file or folder" if self.path else "text"


SETTINGS: tuple[Setting, ...] = (
    Setting("broker.host", str, "", "The MQTT broker's name or address; empty: the first-start page asks for it"),
    Setting("broker.port", int, 0, "Its port; 0: 8883 with TLS, 1883 without", high=65535),
    Setting("broker.client_id", str, "", "The name this console gives to the broker; empty: made from the computer's"),
    Setting("broker.user", str, "", "The user the broker knows"),
    Setting(
        "broker.password", str, "", "That user's password; kept in the keyring, never in a settings file", secret=True
    ),
    Setting(
        "broker.tls",
        str,
        "auto",
        "Encrypt and check the certificate; auto: yes, unless the broker is on this computer or its port is 1883",
        choices=("auto", "on", "off"),
    ),
    Setting("broker.ca_file", str, "", "The certificate authority to trust (PEM); empty: the system's", path=True),
    Setting(
        "broker.cert_file", str, "", "This console's own certificate (PEM), where the broker asks for one", path=True
    ),
    Setting("broker.key_file", str, "", "The key of that certificate (PEM)", path=True),
    Setting(
        "broker.keepalive",
        int,
        15,
        "Seconds of silence after which the broker is asked whether it lives",
        low=5,
        high=600,
    ),
    Setting("plant.file", str, "", "The plant file that names lines, stations and sources", path=True),
    Setting("ui.theme", str, "dark", "Colours of the screen", choices=("dark", "light"), at_once=True, anyone=True),
    Setting(
        "ui.language",
        str,
        "system",
        "Language of the screen",
        choices=("system", "en", "zh_CN"),
        at_once=True,
        anyone=True,
    ),
    Setting(
        "ui.keep_awake",
        str,
        "computer",
        "What stays awake while the console runs: computer: it does not go to sleep by itself, the display may;"
        " display: both; off: neither. Wall mode always keeps the display on",
        choices=("computer", "display", "off"),
    ),
    Setting("store.folder", str, "", "Where history is kept; empty: in the data folder", path=True),
    Setting("store.keep_days", int, 90, "Days of shifts and their states that are kept", low=1, high=3660),
    Setting("history.days", int, 365, "Days for which every reading is kept", low=1, high=3660),
    Setting(
        "history.max_gb", int, 20, "Gigabytes that the readings may take; then the oldest go first", low=1, high=10_000
    ),
    Setting("reports.folder", str, "", "Where reports are written by themselves; empty: none are", path=True),
    Setting("reports.shift", bool, True, "Write a report of every shift there"),
    Setting("reports.day", bool, False, "Write a report of every day there"),
    Setting("reports.week", bool, False, "Write a report of every week there"),
    Setting(
        "historian.url",
        str,
        "",
        "A historian that the plant has already: postgresql://user@host:5432/database; empty: there is none",
        address=True,
    ),
    Setting(
        "historian.password",
        str,
        "",
        "That user's password; kept in the keyring, never in a settings file",
        secret=True,
    ),
    Setting(
        "historian.tls",
        str,
        "auto",
        "Encrypt and check the historian's certificate; auto: yes, unless it is on this computer",
        choices=("auto", "on", "off"),
    ),
    Setting("historian.ca_file", str, "", "The certificate authority to trust (PEM); empty: the system's", path=True),
    Setting("historian.name", str, "historian", "What the historian is called on the screens"),
    Setting("historian.table", str, "", "Its table or view with a row for each sample, with the schema where needed"),
    Setting("historian.signal", str, "signal", "The column that says which signal it is"),
    Setting("historian.time", str, "time", "The column with the time: a timestamp (UTC), or seconds since 1970"),
    Setting("historian.value", str, "value", "The column with the value: a number, true or false, or text"),
    Setting(
        "historian.quality",
        str,
        "",
        "The column with the quality: good, uncertain, bad, true or false, or OPC's number; empty: all are good",
    ),
    Setting("historian.text", str, "", "The column with values that are text, where there is another one for them"),
    Setting(
        "historian.signals",
        str,
        "",
        "A table or view that lists the signals, in a column of the same name; empty: the samples themselves tell",
    ),
    Setting("exchange.folder", str, "", "A folder whose files of orders are taken in; empty: there is none", path=True),
    Setting("exchange.map", str, "", "The name of the mapping by which they are read, as it was kept under Exchange"),
    Setting("exchange.every", int, 10, "Seconds between two looks at that folder", low=2, high=3600),
    Setting("exchange.out", str, "", "Where confirmed output is written for the ERP; empty: it is asked", path=True),
    Setting(
        "exchange.url",
        str,
        "",
        "The database of an ERP that orders are read from: postgresql, mysql or mssql://user@host:port/database",
        address=True,
    ),
    Setting("exchange.view", str, "", "The view or table with the orders: view or schema.view"),
    Setting(
        "exchange.password", str, "", "That user's password; kept in the keyring, never in a settings file", secret=True
    ),
    Setting(
        "exchange.tls",
        str,
        "auto",
        "Encrypt and check the ERP's certificate; auto: yes, unless it is on this computer",
        choices=("auto", "on", "off"),
    ),
    Setting("exchange.ca_file", str, "", "The certificate authority to trust (PEM); empty: the system's", path=True),
    Setting("console.name", str, "", "What other consoles call this one; empty: the computer's name"),
    Setting(
        "people.idle_minutes",
        int,
        15,
        "Minutes without a touch until whoever is signed in is signed out; 0: never",
        high=1440,
        at_once=True,
    ),
    Setting(
        "records.engine",
        str,
        "none",
        "The kind of database that the plant's consoles share; none: this console keeps its records for itself",
        choices=("none", "postgresql", "mariadb", "sqlserver"),
    ),
    Setting("records.host", str, "", "The shared database server's name or address"),
    Setting("records.port", int, 0, "Its port; 0: the usual one (5432, 3306, 1433)", high=65535),
    Setting("records.database", str, "gemba", "The name of the database on that server"),
    Setting("records.user", str, "", "The user that the database server knows"),
    Setting(
        "records.password", str, "", "That user's password; kept in the keyring, never in a settings file", secret=True
    ),
    Setting(
        "records.tls",
        str,
        "auto",
        "Encrypt and check the database server's certificate; auto: yes, unless it is on this computer",
        choices=("auto", "on", "off"),
    ),
    Setting("records.ca_file", str, "", "The certificate authority to trust (PEM); empty: the system's", path=True),
    Setting(
        "attachments.folder",
        str,
        "",
        "A shared folder for pictures and files; empty: they go through the database",
        path=True,
    ),
    Setting(
        "attachments.watched_folder",
        str,
        "",
        "A folder whose new pictures are offered (of a phone or camera); nothing in it is changed; empty: none",
        path=True,
    ),
    Setting("backup.folder", str, "", "Where backups of the records are kept; empty: in the data folder", path=True),
    Setting(
        "backup.history_days",
        int,
        0,
        "Days from one copy of all readings to the next, beside the backups; large, only the newest is kept; 0: none",
        high=365,
    ),
    Setting("backup.every_hours", int, 24, "Hours from one backup to the next; 0: none by itself", high=720),
    Setting(
        "backup.keep",
        int,
        14,
        "Days of which the newest backup is kept, beside the newest 6, those of 8 weeks and of 12 months",
        low=1,
        high=1000,
    ),
    Setting(
        "calls.over_mqtt",
        bool,
        False,
        "Take calls and acknowledgements from gemba/<site>/raise and gemba/<site>/ack, answer on gemba/<site>/refused",
    ),
    Setting(
        "safety.since",
        str,
        "",
        "The day from which days without an accident are counted: 2026-01-31; empty: the first report",
    ),
    Setting(
        "patrols.category",
        str,
        "",
        "The category of calls for points of a patrol at which nobody was in time; empty: safety, else quality",
    ),
    Setting("calls.sound", bool, True, "Sound the horn for calls that nobody has answered", at_once=True, anyone=True),
    Setting("calls.volume", int, 80, "How loud the horn is, in percent", high=100, at_once=True, anyone=True),
    Setting(
        "calls.voice",
        bool,
        False,
        "Speak the calls, where this computer has a voice for the language",
        at_once=True,
        anyone=True,
    ),
    Setting(
        "calls.silence_minutes",
        int,
        10,
        "Minutes that a silenced horn stays so; 0: until a call is new, worse or open again",
        high=480,
        at_once=True,
        anyone=True,
    ),
    Setting(
        "messages.per_minute",
        int,
        10,
        "Mails, or posts to one webhook, in a minute; what is more goes out as one summary",
        low=1,
        high=600,
    ),
    Setting("messages.tries", int, 8, "Tries until a message that no server takes is given up", low=1, high=100),
    Setting(
        "messages.first_pause",
        int,
        15,
        "Seconds from the first try to the second; each further pause is twice as long, 15 minutes at most",
        low=1,
        high=900,
    ),
    Setting(
        "messages.timeout", int, 10, "Seconds that a mail server or webhook may take for an answer", low=1, high=120
    ),
    Setting(
        "messages.ca_file",
        str,
        "",
        "A certificate authority to trust beside the system's, for mail servers and webhooks (PEM)",
        path=True,
    ),
    Setting(
        "sparkplug.ask_rebirth", bool, True, "Ask a Sparkplug node for its birth when its data cannot be read without"
    ),
    Setting("sparkplug.host_id", str, "", "Publish STATE under this Sparkplug host name; empty: say nothing"),
    Setting(
        "updates.place",
        str,
        "",
        "Where newer versions are announced: a folder, or an http, https or file address; empty: it is never asked",
        at_once=True,
        address=True,
    ),
    Setting(
        "log.level",
        str,
        "info",
        "How much the log file tells",
        choices=("debug", "info", "warning", "error"),
        at_once=True,
    ),
)
BY_NAME: Mapping[str, Setting] = {setting.name: setting for setting in SETTINGS}

_YES = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}


def check(setting: Setting, raw: object) -> Value:
    """The value a TOML file means for `setting`; raises NotAllowed with the words that say what is allowed."""
    if setting.kind is str and isinstance(raw, str):
        return _text(setting, raw)
    if setting.kind is bool and isinstance(raw, bool):
        return raw
    if setting.kind is int and type(raw) is int and setting.low <= raw <= setting.high:
        return raw
    raise NotAllowed(f"must be {setting.allowed}, not {_shown(setting, raw)}")


def check_text(setting: Setting, raw: str) -> Value:
    """The same for text from the environment or the command line, where a number is written as text."""
    word = raw.strip()
    if setting.kind is int:
        try:
            return check(setting, int(word))
        except NotAllowed:
            raise
        except ValueError:
            raise NotAllowed(f"must be {setting.allowed}, not {_shown(setting, raw)}") from None
    if setting.kind is bool:
        return check(setting, _YES.get(word.lower(), raw))
    if setting.path and len(word) > 1 and word[0] == word[-1] == '"':
        word = word[1:-1]  # Windows' own `set` keeps them, and no file there has one in its name
    return check(setting, raw if setting.secret else word)


def nearest(name: str, names: Mapping[str, Setting] = BY_NAME) -> str:
    """The known name that looks most like `name`, or an empty string; a right key in a wrong table is found too."""
    folded = {known.casefold(): known for known in names}
    close = difflib.get_close_matches(name.casefold(), folded, n=1, cutoff=0.6)
    if close:
        return folded[close[0]]
    key = name.rpartition(".")[2].casefold()
    return next((known for known in names if names[known].key == key), "")


def has_password(address: str) -> bool:
    """Whether somebody wrote the password into an address, where it could be read by anybody."""
    named = ":" in address.partition("://")[2].rpartition("@")[0]
    return named or re.search(r"[?&;]\W*p(ass|w)", address, re.I) is not None


def describe() -> str:
    """The table of all settings in Markdown, for the README and the help page."""
    rows = ["| Setting | Default | Allowed | Meaning |", "|---|---|---|---|"]
    for setting in SETTINGS:
        default = f"`{written(setting.default)}`" if setting.default != "" else "–"
        rows.append(f"| `{setting.name}` | {default} | {setting.allowed} | {setting.meaning} |")
    return "\n".join(rows) + "\n"


def written(value: Value) -> str:
    """`value` as a person reads it in a file."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def brief(setting: Setting, raw: object) -> str:
    """The beginning of what is written for a setting, for whoever looks for the mistake; no password."""
    if setting.secret or (isinstance(raw, str) and "@" in raw):
        return "…"
    return written(raw) if isinstance(raw, bool) else _begin(raw)


def _text(setting: Setting, raw: str) -> str:
    raw = raw if setting.secret else raw.strip(" ")
    if setting.choices and raw not in setting.choices:
        close = difflib.get_close_matches(raw, setting.choices, n=1)
        hint = f" (did you mean {close[0]}?)" if close else ""
        raise NotAllowed(f"must be {setting.allowed}, not {_shown(setting, raw)}{hint}")
    if not setting.secret and not raw.isprintable():
        raise NotAllowed("must be text without line breaks or control characters")
    if setting.address and has_password(raw):
        raise HoldsPassword("holds a password, which others could read: write the address without it")
    if setting.key == "host" and ("://" in raw or "@" in raw or " " in raw or raw.count(":") == 1):
        raise NotAllowed(f"must be {setting.allowed}, not {_shown(setting, brief(setting, raw))}")
    return raw


def _shown(setting: Setting, raw: object) -> str:
    if setting.secret:
        return "what is written there"
    if isinstance(raw, str):
        return f"the text {raw[:60]!r}"
    if isinstance(raw, bool):
        return written(raw)
    if isinstance(raw, float) and not math.isfinite(raw):
        return "a number without end"
    return _begin(raw)


def _begin(raw: object) -> str:
    try:
        told = str(raw)
    except ValueError:  # Python writes no number of more than 4,300 digits
        return "a number without end"
    return "…" if has_password(told) else told[:60]
