"""The settings in force: defaults, below settings.toml, the site's file, the environment, the command line."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from console.app.declared import BY_NAME, SETTINGS, NotAllowed, Setting, Value, check, check_text, describe, nearest
from console.app.passwords import keep_secret, read_secret, secret_place
from console.app.settings_file import Changes, edited, fresh, known, line_of, parse, write_private
from console.domain.errors import FileRefused, Refusal
from console.domain.hosts import is_local
from console.telemetry.broker import SECURE_PORT

__all__ = ["Problem", "SettingRefused", "Settings", "describe", "load_settings", "save", "secret_place"]

T = TypeVar("T")

FILE = "settings.toml"
_DEFAULT = "default"
_PLAIN_PORT = 1883  # what IANA gave to MQTT without TLS


class SettingRefused(Refusal):
    """A value does not fit its setting; `detail` says what is allowed."""

    code = "setting_refused"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the settings that was not used, and what to write instead."""

    place: str  # the file, the variable or the option
    line: int  # in the file, from 1; 0 where there is none
    name: str
    words: str

    def __str__(self) -> str:
        where = f"{self.place}, line {self.line}" if self.line else self.place
        return f"{where}: {self.name} {self.words}" if self.name else f"{where}: {self.words}"


class Settings:
    """The values in force, each knowing where it came from. Passwords are fetched when asked for, never shown."""

    def __init__(
        self, folder: Path, values: Mapping[str, Value], origins: Mapping[str, str], problems: tuple[Problem, ...] = ()
    ) -> None:
        self._folder = folder
        self._values = MappingProxyType(dict(values))
        self._origins = MappingProxyType(dict(origins))
        self.problems = problems

    def __getitem__(self, name: str) -> Any:
        """The value of the dotted `name`, of its declared kind. KeyError for a name that is not declared."""
        if BY_NAME[name].secret and not self._values[name]:
            return read_secret(self._folder, name)
        return self._values[name]

    def __contains__(self, name: object) -> bool:
        return name in self._values

    def __repr__(self) -> str:
        shown = {name: "…" if BY_NAME[name].secret else value for name, value in self._values.items()}
        return f"Settings({shown})"

    def origin(self, name: str) -> str:
        """Where the value came from: "default", file and line, variable, "command line" or the secrets' place."""
        if BY_NAME[name].secret and not self._values[name] and self[name]:
            return secret_place(self._folder)
        return self._origins[name]

    def broker_tls(self) -> bool:
        """Whether the connection is encrypted: as set. "auto": with certificate files, and to every other computer
        unless somebody chose the port without TLS."""
        if self._values["broker.tls"] != "auto":
            return self._values["broker.tls"] == "on"
        if self._values["broker.ca_file"] or self._values["broker.cert_file"]:
            return True
        return self._values["broker.port"] != _PLAIN_PORT and not is_local(str(self._values["broker.host"]))

    def broker_port(self) -> int:
        """The port as set, or the usual one with and without TLS."""
        return int(self._values["broker.port"]) or (SECURE_PORT if self.broker_tls() else _PLAIN_PORT)


def load_settings(
    data_folder: Path, site: Path | None, environ: Mapping[str, str], overrides: Mapping[str, str]
) -> Settings:
    """Read every source; what cannot be used is told in `.problems` and the value below it holds. Never raises."""
    sources = _Sources()
    sources.file(data_folder / FILE, optional=True)
    if site is not None:
        sources.file(site)
    sources.environment(environ)
    sources.command_line(overrides)
    return Settings(data_folder, sources.values, sources.origins, tuple(sources.problems))


def save(data_folder: Path, changes: Changes) -> None:
    """Write `changes` (None: back to the default) into settings.toml, comments kept, and secrets to their own place.

    Raises SettingRefused before anything is written where a value does not fit, FileRefused where the disk refuses.
    """
    checked = {name: None if value is None else _fitting(name, value) for name, value in changes.items()}
    secrets = {name: value for name, value in checked.items() if BY_NAME[name].secret}
    plain = {name: value for name, value in checked.items() if name not in secrets}
    path = data_folder / FILE
    try:
        for name, secret in secrets.items():
            keep_secret(data_folder, name, str(secret or ""))
        text = path.read_bytes().decode("utf-8-sig", errors="replace") if path.exists() else ""
        plain.update({s.name: None for s in SETTINGS if s.secret and line_of(text, s.name)})
        if plain:
            _write(path, text, plain)
    except OSError as reason:
        raise FileRefused(f"{path} cannot be written: {reason.strerror}", path=str(path)) from reason


def _write(path: Path, text: str, changes: Changes) -> None:
    result = edited(text, changes) if text and "\ufffd" not in text else None
    if result is None:
        if text:
            os.replace(path, path.with_name(path.name + ".before"))  # not ours to throw away
        merged: dict[str, Value | None] = {**known(text), **changes}
        result = fresh({name: value for name, value in merged.items() if value is not None})
    write_private(path, result)


def _fitting(name: str, value: Value) -> Value:
    if name not in BY_NAME:
        raise SettingRefused(f"{name} {_unknown(name)}", name=name)
    try:
        return check(BY_NAME[name], value)
    except NotAllowed as reason:
        raise SettingRefused(f"{name} {reason}", name=name, allowed=BY_NAME[name].allowed) from None


class _Sources:
    """Collects values from the weakest source to the strongest."""

    def __init__(self) -> None:
        self.values: dict[str, Value] = {setting.name: setting.default for setting in SETTINGS}
        self.origins: dict[str, str] = dict.fromkeys(self.values, _DEFAULT)
        self.problems: list[Problem] = []

    def file(self, path: Path, *, optional: bool = False) -> None:
        """Take what the TOML file at `path` holds; that an `optional` one is missing is no problem."""
        try:
            text = path.read_bytes().decode("utf-8-sig")
            found = parse(text)
        except OSError as reason:
            if not (optional and isinstance(reason, FileNotFoundError)):
                self._problem(str(path), 0, "", f"cannot be read: {reason.strerror or reason}")
        except UnicodeDecodeError as reason:
            self._problem(str(path), 0, "", f"is not UTF-8 text (byte {reason.start})")
        except tomllib.TOMLDecodeError as reason:
            line = re.search(r"line (\d+)", str(reason))
            self._problem(str(path), int(line[1]) if line else 0, "", _unreadable(text, line and int(line[1]), reason))
        else:
            for name, raw in found.items():
                self._entry(path, line_of(text, name), name, raw)

    def environment(self, environ: Mapping[str, str]) -> None:
        """Take GEMBA_SECTION_KEY variables; one that is nearly right is told."""
        by_variable = {setting.variable: setting for setting in SETTINGS}
        sections = tuple({f"GEMBA_{setting.section.upper()}_" for setting in SETTINGS})
        for variable, raw in environ.items():
            setting = by_variable.get(variable)
            if setting is None:
                if variable.startswith(sections):
                    near = nearest(variable, by_variable)
                    self._problem(variable, 0, "", "is not a setting" + (f"; did you mean {near}?" if near else ""))
            elif raw or setting.default == "":  # an empty variable is no number
                self._take(setting, raw, variable, 0, check_text)

    def command_line(self, overrides: Mapping[str, str]) -> None:
        """Take dotted names with their text; a secret is refused because everyone on the computer could read it."""
        for name, raw in overrides.items():
            setting = BY_NAME.get(name)
            if setting is None:
                self._problem("command line", 0, name, _unknown(name))
            elif setting.secret:
                words = f"is not taken from the command line, which others can read: use {setting.variable}"
                self._problem("command line", 0, name, words)
            else:
                self._take(setting, raw, "command line", 0, check_text)

    def _entry(self, path: Path, line: int, name: str, raw: object) -> None:
        setting = BY_NAME.get(name)
        if setting is None:
            self._problem(str(path), line, name, _unknown(name))
        elif setting.secret:
            words = (
                f"does not belong in a file that others may read: give it on the settings page or as {setting.variable}"
            )
            self._problem(str(path), line, name, words)
        else:
            self._take(setting, raw, str(path), line, check)
            if setting.path and self.values[name] and self.origins[name] == _place(str(path), line):
                self.values[name] = str(path.parent / Path(str(self.values[name])).expanduser())

    def _take(self, setting: Setting, raw: T, place: str, line: int, checked: Callable[[Setting, T], Value]) -> None:
        try:
            self.values[setting.name] = checked(setting, raw)
            self.origins[setting.name] = _place(place, line)
        except NotAllowed as reason:
            self._problem(place, line, setting.name, str(reason))

    def _problem(self, place: str, line: int, name: str, words: str) -> None:
        self.problems.append(Problem(place, line, name, words))


def _place(place: str, line: int) -> str:
    return f"{place}, line {line}" if line else place


def _unknown(name: str) -> str:
    if any(setting.section == name for setting in SETTINGS):
        return f"is a table: write [{name}] on a line of its own"
    near = nearest(name)
    return "is not a setting" + (f"; did you mean {near}?" if near else "")


def _unreadable(text: str, line: int | None, reason: tomllib.TOMLDecodeError) -> str:
    words = f"the file cannot be read and is not used: {reason}"
    lines = text.split("\n")
    if line and line <= len(lines) and "\\" in lines[line - 1]:
        words += " (write a Windows path in single quotes)"
    return words
