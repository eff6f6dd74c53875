"""What makes the horn heard: sound, voice and the blinking entry in the task bar, and the key that silences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from console.domain.health import Item, horn_sound
from console.domain.horn import HornChanged, HornSounds, Tone
from widgets.horn.control import KEYS
from widgets.horn.player import Player
from widgets.horn.voice import Voice
from widgets.horn.words import spoken
from widgets.languages import languages

if TYPE_CHECKING:
    from console.app.console import Console
    from console.app.horn import Horn
    from widgets.shell.window import MainWindow

AFTER_START_MS = 4000  # the library is taken when the first screens have long been drawn
VOICE_AFTER_MS = 1500  # the sound first, then the words
SILENCES = (Tone.SILENCED, Tone.QUIET)


class Sounding(QObject):
    """One for each main window, its child: screens find it through `sounding_of`."""

    def __init__(self, console: Console, window: MainWindow, engine: str = "") -> None:
        super().__init__(window)
        self._console, self._window = console, window
        self.player, self.voice = Player(self), Voice(self, engine)
        self._words = ""
        self._speak = QTimer(self)
        self._speak.setSingleShot(True)
        self._speak.timeout.connect(self._say)
        self.control = window.top.horn
        self.control.silence_asked.connect(self.silence)
        self.control.calls_asked.connect(lambda: window.open("calls"))
        self.player.changed.connect(self._show)
        bound = QAction(window)
        bound.setShortcut(QKeySequence(KEYS))
        bound.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        bound.triggered.connect(lambda _: self.silence())
        window.addAction(bound)
        ends = [console.on(HornSounds, self._sound), console.on(HornChanged, lambda _: self._changed())]
        self.destroyed.connect(lambda _=None, ends=ends: [end() for end in ends])
        console.health.sound = self.fact

    @property
    def horn(self) -> Horn | None:
        """The console's horn; None where no calls are kept."""
        return getattr(self._console, "horn", None)

    def warm(self) -> None:
        """Look for a sound device a while after the start, so that the status page can say whether there is one."""
        QTimer.singleShot(AFTER_START_MS, self, self._load)

    def silence(self) -> None:
        """Stop the horn; no call changes by it."""
        if self.horn is not None:
            self.horn.silence()
        self.hush()

    def hush(self) -> None:
        """Stop what is heard just now."""
        self._speak.stop()
        self.player.stop()
        self.voice.stop()

    def try_out(self, sound: str, words: str) -> bool:
        """Let a sound be heard as it is set, and words where calls are spoken; False where there is no device."""
        if self.horn is None:
            return False
        chosen = self.horn.chosen
        heard = self.player.play(sound, 1, chosen.volume)
        self._show()
        self._later(words)
        return heard

    def fact(self) -> Item:
        """For the status page."""
        on = self.horn is None or self.horn.chosen.sound
        return horn_sound(self.player.means.value, self.player.device, on)

    def _load(self) -> None:
        self.player.load()
        self._show()

    def _sound(self, event: HornSounds) -> None:
        told, horn = event.announcement, self.horn
        if horn is None:
            return
        if horn.chosen.sound:
            self.player.play(told.sound, told.times, horn.chosen.volume)
            self._later(spoken(self._console, told))
        self._show()
        if not told.again and not self._window.isActiveWindow():
            QApplication.alert(self._window)

    def _later(self, words: str) -> None:
        if self.horn is not None and self.horn.chosen.voice:
            self._words = words
            self._speak.start(VOICE_AFTER_MS)

    def _say(self) -> None:
        if self.horn is not None:
            self.voice.say(self._words, languages.code, self.horn.chosen.volume)

    def _changed(self) -> None:
        horn = self.horn
        if horn is not None and (horn.standing.tone in SILENCES or not horn.chosen.sound):
            self.hush()
        self._show()

    def _show(self) -> None:
        self.control.means = self.player.means
        self.control.refresh()


def sounding_of(widget: QWidget | None) -> Sounding | None:
    """What sounds in the window that a widget is in."""
    return widget.window().findChild(Sounding) if widget is not None else None
