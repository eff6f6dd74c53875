"""The settings of a running console: what holds now, what the next start will find, what somebody pins."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

from console.app.declared import BY_NAME, SETTINGS, Value
from console.app.mailbox import Mailbox
from console.app.settings import Problem, Settings, fitting, save, settings_of
from console.app.settings_file import Changes
from console.domain.errors import Refusal
from console.domain.health import Settled

log = logging.getLogger(__name__)


class SettingPinned(Refusal):
    """Somebody else sets this one for all consoles. facts: name, place."""

    code = "setting_pinned"


class SettingsBook:
    """One for each console. Main thread only."""

    def __init__(self, in_force: Settings) -> None:
        self.in_force = in_force  # as the start read them
        self.now = in_force  # as the next start will read them
        self._secrets: set[str] = set()  # that were given anew since the start
        self._appliers: dict[str, list[Callable[[Any], None]]] = {}
        self._heard: list[Callable[[], None]] = []

    # Asking

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the sources as they are now, settings.toml with what was changed in it."""
        return self.now.problems

    def holder(self, name: str) -> str:
        """Who pins a setting: the file, key or variable; "" where it may be changed here."""
        return self.now.holder(name)

    def waits(self, name: str) -> bool:
        """Whether a change of this setting waits for the next start."""
        if BY_NAME[name].at_once:
            return False
        return name in self._secrets or self.now.plain(name) != self.in_force.plain(name)

    def examine(self, name: str, value: Value) -> Value:
        """The value as it would be kept. SettingPinned or SettingRefused."""
        if name in BY_NAME and (holder := self.holder(name)):
            raise SettingPinned(f"{name} is set by {holder}", name=name, place=holder)
        return fitting(name, value)

    def look_at_secrets(self, mailbox: Mailbox, answer: Callable[[dict[str, str]], None]) -> None:
        """Tell, some time later, which passwords are given and where they are: a keyring may take its time."""
        now = self.now

        def look() -> None:
            names = [setting.name for setting in SETTINGS if setting.secret]
            found = {name: now.origin(name) for name in names if now[name]}
            mailbox.call(lambda: answer(found))

        threading.Thread(target=look, name="secrets", daemon=True).start()

    def settled(self) -> Settled:
        """How they were found, for the status page."""
        now = self.now
        site = now.given.site
        return Settled(
            len(now.problems),
            _brief(now.problems[0]) if now.problems else "",
            str(site.path) if site is not None else "",
            now.site_trouble,
            site.copied if site is not None and site.copy is not None else 0.0,
            sum(bool(now.holder(setting.name)) for setting in SETTINGS),
        )

    # Changing

    def change(self, name: str, value: Value | None) -> None:
        """Choose another value, None for what holds without one. SettingPinned, SettingRefused or FileRefused."""
        setting = BY_NAME.get(name)
        default = setting.default if setting is not None else ""
        self.examine(name, default if value is None else value)
        self._save({name: value})

    def keep(self, changes: Changes) -> None:
        """Keep what a screen chose: what is pinned, and what would change nothing, is left out.

        A secret that is None is forgotten. Raises SettingRefused or FileRefused.
        """
        told = {name: value for name, value in changes.items() if not self.holder(name) and not self._same(name, value)}
        if told:
            self._save(told)

    def when_changed(self, name: str, apply: Callable[[Any], None]) -> None:
        """Call `apply` with the new value each time a setting with `at_once` is changed. KeyError for another name."""
        if not BY_NAME[name].at_once:
            raise KeyError(name)
        self._appliers.setdefault(name, []).append(apply)

    def on_change(self, heard: Callable[[], None]) -> Callable[[], None]:
        """Call `heard` after every change; the result ends that."""
        self._heard.append(heard)
        return lambda: self._heard.remove(heard) if heard in self._heard else None

    @property
    def applied(self) -> frozenset[str]:
        """Settings for which somebody makes a change hold at once."""
        return frozenset(self._appliers)

    def _same(self, name: str, value: Value | None) -> bool:
        """Whether the value holds already; None: whether nobody chose one here."""
        if BY_NAME[name].secret:
            return False
        return value is not None and value == self.now.plain(name)

    def _save(self, changes: Changes) -> None:
        before = self.now
        save(before.folder, changes)
        self.now = settings_of(before.folder, before.given)
        for name in changes:
            if BY_NAME[name].secret:
                self._secrets.add(name)
                log.info("%s was given anew", name)
                continue
            log.info("%s = %r, from %s", name, self.now.plain(name), self.now.origin(name))
            if self.now.plain(name) != before.plain(name):
                for apply in self._appliers.get(name, ()):
                    apply(self.now.plain(name))
        for heard in list(self._heard):
            heard()


def _brief(problem: Problem) -> str:
    """File, line, name and the nearest right one, without words of any language."""
    where = f"{problem.place}:{problem.line}" if problem.line else problem.place
    near = str(problem.facts.get("near", ""))
    return f"{where} {problem.name}".strip() + (f" → {near}" if near else "")
