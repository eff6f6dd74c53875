"""Speaks with the computer's own voice, where there is one for the language; taken only when it is wanted."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from widgets.horn.hush import hushed

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

log = logging.getLogger(__name__)
SILENT = "mock"  # an engine of Qt's that makes no sound: for tests


class Voice(QObject):
    """Never raises: a PC that cannot speak a language just does not; `speaks` says whether it can."""

    def __init__(self, parent: QObject | None = None, engine: str = "") -> None:
        super().__init__(parent)
        self._wanted = engine  # "" = whatever this computer has
        self._engines: list[QTextToSpeech] | None = None
        self.said: list[str] = []  # what was spoken last, the newest at the end

    def speaks(self, code: str) -> bool:
        """Whether there is a voice for a language ("en", "zh_CN")."""
        return self._engine(code) is not None

    def say(self, words: str, code: str, volume: int = 100) -> bool:
        """Speak instead of what is being said; False where there is no voice for the language."""
        engine = self._engine(code)
        if engine is None:
            return False
        with hushed():
            engine.stop()
            engine.setLocale(_spoken(engine, code) or engine.locale())
            engine.setVolume(max(0, min(100, volume)) / 100)
            engine.say(words)
        self.said = [*self.said[-19:], words]
        return True

    def stop(self) -> None:
        """Be quiet at once."""
        for engine in self._engines or ():
            engine.stop()

    def _engine(self, code: str) -> QTextToSpeech | None:
        if self._engines is None:
            self._engines = self._found()
        return next((engine for engine in self._engines if _spoken(engine, code) is not None), None)

    def _found(self) -> list[QTextToSpeech]:
        try:
            with hushed():
                from PySide6.QtTextToSpeech import QTextToSpeech

                there = QTextToSpeech.availableEngines()
                names = [name for name in there if name == self._wanted or (not self._wanted and name != SILENT)]
                made = [QTextToSpeech(name, self) for name in names]
                return [engine for engine in made if engine.state() != QTextToSpeech.State.Error]
        except ImportError as error:
            log.info("No voice: QtTextToSpeech cannot be loaded (%s)", error)
            return []


def _spoken(engine: QTextToSpeech, code: str) -> QLocale | None:
    """The engine's voice for a language, of the same country where there is one."""
    wanted = QLocale(code)
    alike = [one for one in engine.availableLocales() if one.language() == wanted.language()]
    return next((one for one in alike if one.territory() == wanted.territory()), alike[0] if alike else None)
