"""The card of the horn on the status page: sound, how loud, voice, how long a silence lasts, and a trial."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSlider

from console.domain.errors import Refusal
from console.domain.horn import MANNERS, SOUNDS, HornChanged
from widgets.calls.naming import severity_word
from widgets.cards import Button, Card, Choice, Picture, Text, Tick
from widgets.horn.control import KEYS
from widgets.horn.sounding import sounding_of
from widgets.horn.words import sound_word
from widgets.languages import languages
from widgets.plain import plain, tip
from widgets.settings.pinned import pinned_words

if TYPE_CHECKING:
    from console.app.console import Console
    from console.app.horn import Horn

SETTLES_MS = 400  # a slider that is moved is written once
MINUTES = (5, 10, 15, 30, 60, 0)


class HornCard(Card):
    """What is chosen here holds at once, for this PC."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.sound, self.voice = Tick(), Tick()
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setRange(0, 100)
        self.volume.setSingleStep(5)
        self.volume.setPageStep(20)
        self.minutes, self.which = Choice(), Choice()
        self.which.setMinimumContentsLength(20)
        self.test = Button("volume-2", self._try)
        self.volume_name, self.minutes_name = Text("text_muted"), Text("text_muted")
        self.told = Text("text_muted", wrap=True)
        self.lock, self.pinned = Picture("lock", "text_muted", 14), Text("text_muted", 12, wrap=True)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._loud)
        self._lay_out()
        self.sound.clicked.connect(lambda on: self._choose(sound=on))
        self.voice.clicked.connect(lambda on: self._choose(voice=on))
        self.volume.valueChanged.connect(lambda _: self._settle.start(SETTLES_MS))
        self.minutes.activated.connect(lambda _: self._choose(silence_minutes=self.minutes.currentData()))
        stop = console.on(HornChanged, lambda _: self.refresh())
        self.destroyed.connect(lambda _=None: stop())
        self.retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(self.sound, 0, 0, 1, 2)
        grid.addWidget(self.volume_name, 1, 0)
        grid.addWidget(self.volume, 1, 1)
        grid.addWidget(self.voice, 2, 0, 1, 2)
        grid.addWidget(self.minutes_name, 3, 0)
        grid.addWidget(self.minutes, 3, 1, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(1, 1)
        row = QHBoxLayout()
        row.addWidget(self.which)
        row.addWidget(self.test)
        row.addStretch(1)
        self.body.addLayout(grid)
        self.body.addLayout(row)
        held = QHBoxLayout()
        held.addWidget(self.lock, 0, Qt.AlignmentFlag.AlignTop)
        held.addWidget(self.pinned, 1)
        self.body.addLayout(held)
        self.body.addWidget(self.told)
        self.told.hide()

    @property
    def _horn(self) -> Horn | None:
        return getattr(self._console, "horn", None)

    def refresh(self) -> None:
        """Show what is chosen."""
        horn = self._horn
        if horn is None:
            return
        chosen = horn.chosen
        self.sound.setChecked(chosen.sound)
        self.voice.setChecked(chosen.voice)
        if not self._settle.isActive() and self.volume.value() != chosen.volume:
            blocked = self.volume.blockSignals(True)
            self.volume.setValue(chosen.volume)
            self.volume.blockSignals(blocked)
        self.minutes.setCurrentIndex(self.minutes.findData(chosen.silence_minutes))
        self._lock()

    def _lock(self) -> None:
        """Show what somebody sets for all consoles."""
        parts = {"sound": self.sound, "voice": self.voice, "volume": self.volume, "silence_minutes": self.minutes}
        told = {name: pinned_words(self._console, f"calls.{name}") for name in parts}
        for name, part in parts.items():
            part.setToolTip(tip(told[name]))
            part.setEnabled(not told[name] and (name != "voice" or self.sound.isChecked()))
        names = {"sound": self.sound.text(), "voice": self.voice.text(), "volume": self.volume.accessibleName()}
        names["silence_minutes"] = self.minutes.accessibleName()
        self.pinned.say("\n".join(f"{names[name]}: {words}" for name, words in told.items() if words))
        self.pinned.setVisible(any(told.values()))
        self.lock.setVisible(any(told.values()))

    def _choose(self, **more: Any) -> None:
        horn = self._horn
        if horn is None:
            return
        self._tell("")
        try:
            horn.choose(replace(horn.chosen, **more))
        except Refusal as refusal:
            words = self.tr("It holds until the program ends, but cannot be kept: {0}")
            self._tell(words.format(plain(refusal.facts.get("path", refusal.code))))
        if more.get("voice"):
            self._warn_of_voice()

    def _tell(self, words: str) -> None:
        self.told.say(words)
        self.told.setVisible(bool(words))

    def _loud(self) -> None:
        self._choose(volume=self.volume.value())

    def _warn_of_voice(self) -> None:
        sounding = sounding_of(self)
        if sounding is not None and not sounding.voice.speaks(languages.code):
            self._tell(self.tr("This computer has no voice for this language: calls sound and are not spoken."))

    def _try(self) -> None:
        sounding = sounding_of(self)
        heard = sounding is not None and sounding.try_out(self.which.currentData(), self.tr("This is a trial."))
        self._tell("" if heard else self.tr("There is no sound device: nothing can be heard."))

    def retranslate(self) -> None:
        """Take the words of the language in use."""
        self.title.say(self.tr("Horn"))
        self.sound.setText(self.tr("Sound for calls that nobody has acknowledged"))
        self.voice.setText(self.tr("Speak them too"))
        self.volume_name.say(self.tr("Volume"))
        self.volume.setAccessibleName(self.tr("Volume"))
        self.minutes_name.say(self.tr("A silence ({0}) lasts").format(KEYS))
        self.minutes.setAccessibleName(self.tr("How long a silence lasts"))
        self.which.setAccessibleName(self.tr("Sound to try"))
        self.test.name(self.tr("Test sound"))
        chosen = self.which.currentIndex()
        self.which.clear()
        uses = {manner.sound: severity_word(severity) for severity, manner in MANNERS.items()}
        for name in SOUNDS:
            used = f" · {uses[name]}" if name in uses else ""
            self.which.addItem(sound_word(name) + used, name)
        self.which.setCurrentIndex(max(0, chosen))
        self._fill_minutes()
        self.refresh()

    def _fill_minutes(self) -> None:
        horn = self._horn
        offered = set(MINUTES) | ({horn.chosen.silence_minutes} if horn is not None else set())
        self.minutes.clear()
        for minutes in sorted(offered, key=lambda one: one or 10_000):
            words = self.tr("%n minute(s)", "", minutes) if minutes else self.tr("until something is new")
            self.minutes.addItem(words, minutes)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take the words of the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
