"""How it stands with the backups: the last good one, the next, where they lie, and what is wrong."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout

from console.domain.backups import BackupState, HistoryCopies
from widgets.backups.words import health_word, readings_words, trouble_words
from widgets.cards import Card, Fact, Text
from widgets.people.fields import Said
from widgets.status.words import size_words
from widgets.times import moment, span


class StateCard(Card):
    """Facts in one row, and below them what somebody must act on."""

    def __init__(self) -> None:
        super().__init__(titled=False)
        self.last, self.result, self.next, self.size, self.folder = (Fact() for _ in range(5))
        self.said, self.readings = Said(), Text("text_muted", 13, wrap=True)
        row = QHBoxLayout()
        row.setSpacing(24)
        for fact, share in ((self.last, 4), (self.result, 3), (self.size, 2), (self.next, 4), (self.folder, 7)):
            row.addWidget(fact, share)
        self.body.addLayout(row)
        self.body.addWidget(self.said)
        self.body.addWidget(self.readings)
        self._state, self._now, self._zone = BackupState(), 0.0, None
        self._copies: HistoryCopies | None = None
        self.retranslate()

    def refresh(self, state: BackupState, now: float, zone: tzinfo | None, copies: HistoryCopies | None = None) -> None:
        """Bring the facts up to date."""
        self._state, self._now, self._zone, self._copies = state, now, zone, copies
        self.readings.setVisible(copies is not None)
        if copies is not None:
            self.readings.say(readings_words(copies, now))
        last, newest = state.last, state.copies[0] if state.copies else None
        if last is None:
            self.last.say(self.tr("None yet"), "warning")
        else:
            age = span(max(0.0, now - last.at.timestamp()))
            self.last.say(self.tr("{0}, {1} ago").format(moment(last.at.timestamp(), now, zone), age))
        bad = newest is not None and newest is not last and newest.checked is not None
        self.result.say(health_word(newest.health) if newest else "", "bad" if bad else "text")
        self.size.say(size_words(last.size) if last else "")
        self.next.say(self._next(state, now, zone))
        self.folder.say(state.folder)
        self.said.say(trouble_words(state.trouble, state.folder, state.detail) if state.trouble else "")

    def _next(self, state: BackupState, now: float, zone: tzinfo | None) -> str:
        if state.next is None:
            return self.tr("Only when asked")
        left = state.next.timestamp() - now
        if left <= 0:
            return self.tr("Now")
        return self.tr("{0}, in {1}").format(moment(state.next.timestamp(), now, zone), span(left))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.last.name.say(self.tr("Last good backup"))
        self.result.name.say(self.tr("Newest copy"))
        self.size.name.say(self.tr("Size"))
        self.next.name.say(self.tr("Next"))
        self.folder.name.say(self.tr("Folder"))
        self.refresh(self._state, self._now, self._zone, self._copies)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
