"""Plays the shipped sounds with QtMultimedia, which is taken only when it is wanted: the start does not wait for it."""

from __future__ import annotations

import logging
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal

from resources import resource
from widgets.horn.hush import hushed

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QMediaDevices, QSoundEffect

log = logging.getLogger(__name__)


class Means(StrEnum):
    """Whether this PC can sound at all."""

    UNKNOWN = "unknown"  # nobody has looked yet
    DEVICE = "device"
    NO_DEVICE = "no_device"
    NO_LIBRARY = "no_library"


class Player(QObject):
    """Never raises: a PC that cannot sound says so through `means`."""

    changed = Signal()  # a device came or went

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.means, self.device = Means.UNKNOWN, ""  # and what the device is called
        self.asked: list[str] = []  # the last sounds that were asked for, the newest last
        self._devices: QMediaDevices | None = None
        self._effects: dict[str, QSoundEffect] = {}

    def load(self) -> None:
        """Take the library and look for a device; once, a tenth of a second."""
        if self.means is not Means.UNKNOWN:
            return
        try:
            with hushed():
                from PySide6.QtMultimedia import QMediaDevices

                self._devices = QMediaDevices(self)
                self._look()
        except ImportError as error:
            self.means = Means.NO_LIBRARY
            log.info("No sound: QtMultimedia cannot be loaded (%s)", error)
            return
        self._devices.audioOutputsChanged.connect(self._look)

    def play(self, sound: str, times: int = 1, volume: int = 100) -> bool:
        """Play a shipped sound instead of what plays now; volume in percent. Says whether there is a device for it."""
        self.asked = [*self.asked[-19:], sound]
        self.load()
        self.stop()
        if self.means is not Means.DEVICE:
            return False
        effect = self._effects.get(sound) or self._made(sound)
        effect.setLoopCount(max(1, times))
        effect.setVolume(_loudness(volume))
        effect.play()
        return True

    def stop(self) -> None:
        """Be quiet at once."""
        for effect in self._effects.values():
            effect.stop()

    def _made(self, sound: str) -> QSoundEffect:
        with hushed():
            from PySide6.QtMultimedia import QSoundEffect

            effect = QSoundEffect(self)
            effect.setSource(QUrl.fromLocalFile(str(resource("sounds", f"{sound}.wav"))))
        self._effects[sound] = effect
        return effect

    def _look(self) -> None:
        """Which device is there now."""
        assert self._devices is not None
        found: QAudioDevice = self._devices.defaultAudioOutput()
        means, device = (Means.NO_DEVICE, "") if found.isNull() else (Means.DEVICE, found.description())
        if (means, device) != (self.means, self.device):
            self.means, self.device = means, device
            log.info("Sound: %s", device or "no device")
            self._forget()
            self.changed.emit()

    def _forget(self) -> None:
        """Sounds belong to the device for which they were made."""
        self.stop()
        for effect in self._effects.values():
            effect.deleteLater()
        self._effects.clear()


def _loudness(percent: int) -> float:
    """Percent as people hear it → amplitude 0..1: half as loud is 10 dB less, a third of the amplitude."""
    share = max(0, min(100, percent)) / 100
    return float(share**1.66)
