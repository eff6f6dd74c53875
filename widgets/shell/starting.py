"""The entry of the wall's menu that lets the console start when somebody signs in to this computer."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from console.app.atsignin import Entry, SignIn
from widgets.plain import plain

log = logging.getLogger(__name__)


class Starting(QObject):
    """Shows how it stands and changes it; what an administrator set for all accounts is shown and stays."""

    def __init__(self, entry: Entry, words: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._entry, self._words, self._parent = entry, tuple(words), parent
        self.said: QMessageBox | None = None

    def look(self) -> SignIn:
        """How it stands now; off where it cannot be told."""
        try:
            return self._entry.look()
        except OSError as error:
            log.info("What starts at sign-in cannot be read: %s", error)
            return SignIn(False)

    def add_to(self, menu: QMenu) -> None:
        """Add the entry to a menu."""
        state = self.look()
        fixed = self.tr("Starts at sign-in, for all accounts of this computer")
        action = menu.addAction(fixed if state.fixed else self.tr("Start at sign-in in wall mode"))
        action.setCheckable(True)
        action.setChecked(state.on)
        action.setEnabled(not state.fixed)
        action.triggered.connect(lambda on: self.set(on))

    def set(self, on: bool) -> None:
        """Start at sign-in from now on, or no longer."""
        try:
            if on:
                self._entry.put(self._words)
            else:
                self._entry.take()
        except OSError as error:
            words = self.tr("This cannot be changed on this computer: {0}")
            self._say(words.format(plain(error.strerror or str(error), 120)))

    def _say(self, words: str) -> None:
        self.said = QMessageBox(QMessageBox.Icon.Warning, "Gemba Console", words, parent=self._parent)
        self.said.open()
