"""Gathering settings from the weakest layer to the strongest: each value with its place, each mistake with its line."""

from __future__ import annotations

import contextlib
import difflib
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

from console.app.commandline import split_address
from console.app.declared import BY_NAME, SETTINGS, NotAllowed, Setting, Value, brief, check, check_text, nearest
from console.app.installed import SITE, Entry
from console.app.layers import Layer, Problem
from console.app.settings_file import lines_of, parse, read_bounded
from console.app.sitefile import SiteFile

T = TypeVar("T")

DEFAULT = "default"
PLAIN = {"plant": "plant.file", "language": "ui.language"}  # names that stand for one setting
ENGINES = {
    "postgresql": "postgresql",
    "postgres": "postgresql",
    "mariadb": "mariadb",
    "mysql": "mariadb",
    "mssql": "sqlserver",
    "sqlserver": "sqlserver",
}
HINTS = {
    "bare": "write it without quotes",
    "path": "write a Windows path in single quotes",
    "quotes": 'write text in straight quotes ("…"), and true and false in small letters',
}
_BARE = re.compile(r"""^[^=#]*=\s*[^\s"'\[{0-9+\-]""")  # a value that begins neither as text nor as a number
EXAMPLE = "postgresql://user@host:5432/database"
COMPARED = (
    50  # names that are none, for which the nearest right one is looked for: a file of another kind has thousands
)
_OTHERS = ("version", "folder", "wall", "desktop", "startmenu")  # what an installer remembers for itself


class Sources:
    """Collects values; what cannot be used is told in `problems`, and the layer below holds."""

    def __init__(self) -> None:
        self.values: dict[str, Value] = {setting.name: setting.default for setting in SETTINGS}
        self.origins: dict[str, str] = dict.fromkeys(self.values, DEFAULT)
        self.layers: dict[str, Layer] = dict.fromkeys(self.values, Layer.DEFAULT)
        self.problems: list[Problem] = []

    def registry(self, entries: Iterable[Entry], layer: Layer) -> None:
        """Take what the installer or group policy wrote: settings by dotted name, and Broker, Database, Plant, Language
        for those that ask less of whoever writes them."""
        for entry in entries:
            name = entry.name.lower()
            if name == SITE or not entry.text:
                continue
            if name in ("broker", "database"):
                self._address(entry, layer)
            elif (known := BY_NAME.get(PLAIN.get(name, name))) is not None and not known.secret:
                self._take(known, entry.text, entry.place, 0, layer, check_text)
            elif known is not None:
                self._secret(entry.place, 0, known.name)
            else:
                self._strange(entry, layer)

    def own(self, path: Path) -> None:
        """Take settings.toml; that it is missing is no problem."""
        try:
            content = read_bounded(path)
        except FileNotFoundError:
            return
        except OSError as reason:
            self._unread(path, reason.strerror or str(reason))
            return
        self._text(path, content, Layer.OWN)

    def site(self, file: SiteFile) -> str:
        """Take the site file, or its last copy; "" when it was read, else why the copy (or nothing) holds."""
        why = file.why
        if file.content is not None:
            if self._text(file.path, file.content, Layer.SITE):
                return ""
            why = "unusable"
        elif file.copy is None:
            self._unread(file.path, "it did not answer in time" if why == "slow" else why)
        if file.copy is not None:
            self._text(file.path, file.copy.encode(), Layer.SITE)
        return why

    def environment(self, environ: Mapping[str, str]) -> None:
        """Take GEMBA_SECTION_KEY variables; one that is nearly right is told."""
        by_variable = {setting.variable: setting for setting in SETTINGS}
        sections = tuple({f"GEMBA_{setting.section.upper()}_" for setting in SETTINGS})
        for variable, raw in environ.items():
            setting = by_variable.get(variable)
            if setting is None:
                if variable.startswith(sections):
                    near = nearest(variable, by_variable)
                    words = "is not a setting" + (f"; did you mean {near}?" if near else "")
                    self._problem(variable, 0, "", words, "unknown", near=near)
            elif raw or (setting.default == "" and not setting.secret):  # an empty variable is no number, no password
                self._take(setting, raw, variable, 0, Layer.ENVIRONMENT, check_text)

    def command_line(self, overrides: Mapping[str, str]) -> None:
        """Take dotted names with their text; a secret is refused because everyone on the computer could read it."""
        for name, raw in overrides.items():
            setting = BY_NAME.get(name)
            if setting is None:
                self._unknown("command line", 0, name)
            elif setting.secret:
                words = f"is not taken from the command line, which others can read: use {setting.variable}"
                self._problem("command line", 0, name, words, "secret")
            else:
                self._take(setting, raw, "command line", 0, Layer.COMMAND_LINE, check_text)

    # One file, one entry

    def _text(self, path: Path, content: bytes, layer: Layer) -> bool:
        """Take what a TOML file holds; whether it is one."""
        try:
            text = content.decode("utf-8-sig")
            found = parse(text)
        except UnicodeDecodeError as reason:
            self._problem(
                str(path),
                0,
                "",
                f"is not UTF-8 text (byte {reason.start}): save it as UTF-8",
                "not_text",
                byte=reason.start,
            )
        except tomllib.TOMLDecodeError as reason:
            line = re.search(r"line (\d+)", str(reason))
            hint = _hint(text, int(line[1]) if line else 0)
            words = f"the file cannot be read and is not used: {reason}" + (f" ({HINTS[hint]})" if hint else "")
            self._problem(str(path), int(line[1]) if line else 0, "", words, "syntax", detail=str(reason), hint=hint)
        else:
            lines = lines_of(text)
            for name, raw in found.items():
                self._entry(path, lines.get(name, 0), name, raw, layer)
            return True
        return False

    def _entry(self, path: Path, line: int, name: str, raw: object, layer: Layer) -> None:
        setting = BY_NAME.get(name)
        if setting is None:
            self._unknown(str(path), line, name)
        elif setting.secret:
            self._secret(str(path), line, name)
        elif self._take(setting, raw, str(path), line, layer, check) and setting.path and self.values[name]:
            self.values[name] = str(path.parent / _at_home(str(self.values[name])))

    def _address(self, entry: Entry, layer: Layer) -> None:
        """HOST[:PORT] of the broker, or the address of the shared database: all that belongs to it at once."""
        values = _broker_of(entry.text) if entry.name.lower() == "broker" else _database_of(entry.text)
        if values is None:
            like = "HOST or HOST:PORT" if entry.name.lower() == "broker" else EXAMPLE
            given = "" if set(entry.text) & set("@=") else f", not the text {entry.text[:60]!r}"  # it may hold one
            words = f"must be like {like}, without a password{given}"
            self._problem(entry.place, 0, entry.name, words, "address", like=like)
            return
        for name, text in values.items():
            self._take(BY_NAME[name], text, entry.place, 0, layer, check_text)

    def _take(
        self, setting: Setting, raw: T, place: str, line: int, layer: Layer, checked: Callable[[Setting, T], Value]
    ) -> bool:
        try:
            self.values[setting.name] = checked(setting, raw)
        except NotAllowed as reason:
            hint = _meant(setting, raw) if layer in (Layer.OWN, Layer.SITE) else ""
            words = f"{reason} ({HINTS[hint]})" if hint else str(reason)
            self._problem(place, line, setting.name, words, reason.code, given=brief(setting, raw), hint=hint)
            return False
        self.origins[setting.name] = f"{place}, line {line}" if line else place
        self.layers[setting.name] = layer
        return True

    # Mistakes

    def _strange(self, entry: Entry, layer: Layer) -> None:
        """A name that is nothing: told where somebody seems to have meant a setting."""
        name = entry.name.lower()
        near = difflib.get_close_matches(name, (SITE, "broker", "database", *PLAIN), n=1, cutoff=0.6)
        if "." in name or layer is Layer.POLICY:
            self._unknown(entry.place, 0, entry.name, near[0].title() if near and "." not in name else "")
        elif near and name not in _OTHERS:
            self._unknown(entry.place, 0, entry.name, near[0].title())

    def _unknown(self, place: str, line: int, name: str, near: str = "") -> None:
        if any(setting.section == name for setting in SETTINGS):
            words = f"is a table: write [{name}] on a line of its own"
            self._problem(place, line, name, words, "table")
            return
        near = near or (nearest(name) if len(self.problems) < COMPARED else "")
        words = "is not a setting" + (f"; did you mean {near}?" if near else "")
        self._problem(place, line, name, words, "unknown", near=near)

    def _secret(self, place: str, line: int, name: str) -> None:
        variable = BY_NAME[name].variable
        words = f"does not belong in a file that others may read: give it on the settings page or as {variable}"
        self._problem(place, line, name, words, "secret")

    def _unread(self, path: Path, why: str) -> None:
        self._problem(str(path), 0, "", f"cannot be read: {why}", "unread", detail=why)

    def _problem(self, place: str, line: int, name: str, words: str, code: str, **facts: Any) -> None:
        self.problems.append(Problem(place, line, name, words, code, facts))


def _meant(setting: Setting, raw: object) -> str:
    """What somebody seems to have forgotten about a value in a file, a word of HINTS; "" where unclear."""
    if not isinstance(raw, str) or setting.secret:
        return ""
    if setting.kind is not str:
        return "bare"
    return "path" if setting.path and not raw.isprintable() else ""  # \t and \n of a Windows path


def _at_home(path: str) -> Path:
    """A path with ~ as the account's own folder; as it is where nobody is called so."""
    with contextlib.suppress(RuntimeError):
        return Path(path).expanduser()
    return Path(path)


def _broker_of(text: str) -> dict[str, str] | None:
    host, port = split_address(text.strip())
    if not host or "/" in host or "@" in host or (port and not port.isdecimal()):
        return None
    return {"broker.host": host, "broker.port": port or "0"}


def _database_of(text: str) -> dict[str, str] | None:
    try:
        parts = urlsplit(text.strip())
        port = parts.port or 0
    except ValueError:
        return None
    engine, database = ENGINES.get(parts.scheme.lower()), unquote(parts.path.strip("/"))
    if engine is None or not parts.hostname or not database or parts.password is not None or parts.query:
        return None
    return {
        "records.engine": engine,
        "records.host": parts.hostname,
        "records.port": str(port),
        "records.database": database,
        "records.user": unquote(parts.username or ""),
    }


def _hint(text: str, line: int) -> str:
    """What somebody seems to have forgotten on the line where the reading ended, a word of HINTS; "" where unclear."""
    lines = text.split("\n")
    told = lines[line - 1] if 0 < line <= len(lines) else ""
    if "\\" in told:
        return "path"
    return "quotes" if _BARE.search(told) else ""
