"""What the face remembers between two starts: ui.ini in the data folder."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

log = logging.getLogger(__name__)


class Memory:
    """Typed access to ui.ini; a file that cannot be read or written costs the layout and nothing else."""

    def __init__(self, folder: Path) -> None:
        self._store = QSettings(str(folder / "ui.ini"), QSettings.Format.IniFormat)
        if self._store.status() != QSettings.Status.NoError:
            log.warning("ui.ini cannot be used (%s): the layout starts afresh", self._store.status().name)

    def text(self, key: str, default: str = "") -> str:
        """A remembered text; `default` where nothing usable is."""
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    def number(self, key: str, default: int) -> int:
        """A remembered whole number; `default` where nothing usable is."""
        try:
            return int(self.text(key, str(default)))
        except ValueError:
            return default

    def flag(self, key: str, default: bool = False) -> bool:
        """A remembered yes or no."""
        return self.text(key, "yes" if default else "no") == "yes"

    def blob(self, key: str) -> QByteArray:
        """Remembered bytes, empty where nothing usable is."""
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep(self, key: str, value: str | int | bool | QByteArray) -> None:
        """Remember a value; it is on disk after `sync` or soon after by itself."""
        if isinstance(value, bool):
            value = "yes" if value else "no"
        self._store.setValue(key, str(value) if isinstance(value, int) else value)

    def sync(self) -> None:
        """Write now."""
        self._store.sync()
        if self._store.status() == QSettings.Status.AccessError:
            log.warning("ui.ini cannot be written: the layout of this session will not be remembered")
