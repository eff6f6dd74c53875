"""The horn in the top bar: how many calls sound or wait, and the button that silences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.domain.horn import Standing, Tone
from widgets.horn.player import Means
from widgets.horn.words import ICON, MUTE_ICON, mute_words, silence_ends, standing_words
from widgets.plain import tip
from widgets.shell.pill import Face, Pill

if TYPE_CHECKING:
    from console.app.console import Console

KEYS = "F9"


class HornControl(QWidget):
    """Two fields that are only there while a call waits for an answer."""

    silence_asked = Signal()
    calls_asked = Signal()

    def __init__(self, console: Console, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console, self._brief = console, False
        self.means = Means.UNKNOWN
        self.state, self.button = Pill(clicks=True), Pill(clicks=True)
        self.state.clicked.connect(lambda: self.calls_asked.emit())
        self.button.clicked.connect(lambda: self.silence_asked.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.state)
        row.addWidget(self.button)
        self.hide()

    def shorten(self, brief: bool) -> None:
        """Show icons and the number only, where the bar is narrow."""
        self._brief = brief
        self.refresh()

    def refresh(self) -> None:
        """Show how the horn stands; cheap when nothing changed."""
        horn = getattr(self._console, "horn", None)
        standing = horn.standing if horn is not None else Standing()
        self.setVisible(standing.tone is not Tone.QUIET)
        if standing.tone is Tone.QUIET:
            return
        words = standing_words(self._console, standing, self.means)
        mute = standing.tone is not Tone.SILENCED and mute_words(self._console, self.means)
        icon = MUTE_ICON if mute else ICON[standing.tone]
        loud = standing.tone is Tone.SOUNDING
        self.state.show_face(self._face(standing, words, icon))
        self.button.setVisible(loud and not mute)
        silence = self.tr("Silence")
        self.button.show_face(Face("" if self._brief else silence, icon="bell-off"))
        _explain(self.state, words, self.tr("They wait for somebody to acknowledge them; open the calls"))
        _explain(self.button, f"{silence} ({KEYS})", self.tr("Only the sound: no call changes by it"))

    def _face(self, standing: Standing, words: str, icon: str) -> Face:
        loud = standing.tone is Tone.SOUNDING
        if not self._brief:
            return Face(strong=words, icon=icon, loud=loud)
        ends = silence_ends(self._console) if standing.tone is Tone.SILENCED else ""
        return Face(ends, str(standing.calls), icon=icon, loud=loud)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take the words of the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)


def _explain(pill: Pill, name: str, more: str) -> None:
    if pill.accessibleName() != name or pill.toolTip() != tip(f"{name}\n{more}"):
        pill.setAccessibleName(name)
        pill.setToolTip(tip(f"{name}\n{more}"))
