"""The settings in force: defaults, below the installer's answers, settings.toml, the site's file, group policy, the
environment, the command line."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from console.app.declared import BY_NAME, SETTINGS, NotAllowed, Value, check, describe, nearest
from console.app.gathering import Sources
from console.app.installed import Handed
from console.app.layers import Layer, Problem
from console.app.passwords import keep_secret, read_secret, secret_place
from console.app.settings_file import Changes, edited, fresh, known, line_of, read_bounded, write_private
from console.app.sitefile import SiteFile, read_site
from console.domain.errors import FileRefused, Refusal
from console.domain.hosts import is_local
from console.telemetry.broker import SECURE_PORT

__all__ = [
    "Given",
    "Problem",
    "SettingRefused",
    "Settings",
    "describe",
    "fitting",
    "load_settings",
    "save",
    "secret_place",
    "settings_of",
]

FILE = "settings.toml"
NOTHING = Handed()
_PLAIN_PORT = 1883  # what IANA gave to MQTT without TLS


class SettingRefused(Refusal):
    """A value does not fit its setting; `detail` says what is allowed."""

    code = "setting_refused"


@dataclass(frozen=True, slots=True)
class Given:
    """Everything that settings come from beside settings.toml, as it was at the start."""

    site: SiteFile | None = None
    handed: Handed = NOTHING
    environ: Mapping[str, str] = field(default_factory=dict, repr=False)  # GEMBA_… only; there may be passwords
    overrides: Mapping[str, str] = field(default_factory=dict)


class Settings:
    """The values in force, each knowing where it came from. Passwords are fetched when asked for, never shown."""

    def __init__(self, folder: Path, given: Given, found: Sources, site_trouble: str = "") -> None:
        self.folder, self.given = folder, given
        self._values = MappingProxyType(dict(found.values))
        self._origins = MappingProxyType(dict(found.origins))
        self._layers = MappingProxyType(dict(found.layers))
        self.problems = tuple(found.problems)
        self.site_trouble = site_trouble  # why the site file's copy, or nothing of it, holds; "" when it was read

    def __getitem__(self, name: str) -> Any:
        """The value of the dotted `name`, of its declared kind. KeyError for a name that is not declared."""
        if BY_NAME[name].secret and not self._values[name]:
            return read_secret(self.folder, name)
        return self._values[name]

    def __contains__(self, name: object) -> bool:
        return name in self._values

    def __repr__(self) -> str:
        shown = {name: "…" if BY_NAME[name].secret else value for name, value in self._values.items()}
        return f"Settings({shown})"

    def origin(self, name: str) -> str:
        """Where the value came from: "default", file and line, variable, "command line" or the secrets' place."""
        if BY_NAME[name].secret and not self._values[name] and self[name]:
            return secret_place(self.folder)
        return self._origins[name]

    def layer(self, name: str) -> Layer:
        """Which kind of source the value came from."""
        return self._layers[name]

    def holder(self, name: str) -> str:
        """Who pins the value: the file, key or variable from which it came; "" where it can be changed here."""
        return self._origins[name] if self._layers[name].pins else ""

    def plain(self, name: str) -> Value:
        """The value as it is written in the sources: a secret's own place is not asked."""
        return self._values[name]

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
    data_folder: Path,
    site: Path | None,
    environ: Mapping[str, str],
    overrides: Mapping[str, str],
    handed: Handed = NOTHING,
    site_said_by: str = "--site",
) -> Settings:
    """Read every source; what cannot be used is told in `.problems` and the value below it holds. Never raises."""
    file = read_site(site, data_folder, site_said_by) if site is not None else None
    ours = {name: text for name, text in environ.items() if name.startswith("GEMBA_")}
    return settings_of(data_folder, Given(file, handed, ours, overrides))


def settings_of(data_folder: Path, given: Given) -> Settings:
    """The settings of these sources and of the settings.toml that is there now. Never raises."""
    sources = Sources()
    sources.registry(given.handed.installed, Layer.INSTALLED)
    sources.own(data_folder / FILE)
    trouble = sources.site(given.site) if given.site is not None else ""
    sources.registry(given.handed.policy, Layer.POLICY)
    sources.environment(given.environ)
    sources.command_line(given.overrides)
    return Settings(data_folder, given, sources, trouble)


def save(data_folder: Path, changes: Changes) -> None:
    """Write `changes` (None: back to the default) into settings.toml, comments kept, and secrets to their own place.

    Raises SettingRefused before anything is written where a value does not fit, FileRefused where the disk refuses.
    """
    checked = {name: None if value is None else fitting(name, value) for name, value in changes.items()}
    secrets = {name: value for name, value in checked.items() if BY_NAME[name].secret}
    plain = {name: value for name, value in checked.items() if name not in secrets}
    path = data_folder / FILE
    try:
        for name, secret in secrets.items():
            keep_secret(data_folder, name, str(secret or ""))
        text = read_bounded(path).decode("utf-8-sig", errors="replace") if path.exists() else ""
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


def fitting(name: str, value: Value) -> Value:
    """The value as its setting takes it. Raises SettingRefused."""
    if name not in BY_NAME:
        near = nearest(name)
        words = "is not a setting" + (f"; did you mean {near}?" if near else "")
        raise SettingRefused(f"{name} {words}", name=name)
    try:
        return check(BY_NAME[name], value)
    except NotAllowed as reason:
        raise SettingRefused(f"{name} {reason}", name=name, why=reason.code) from None
