"""The row over the slider: which day, steps back and forth, playing, and the time that is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, tzinfo

from PySide6.QtCore import QDate, QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.cards import Button, Choice, Text
from widgets.timemachine.words import day_words
from widgets.times import clock

MINUTE, HOUR = 60.0, 3600.0


class Controls(QWidget):
    """`stepped` tells seconds, `played` whether to play, `day_chosen` a day (datetime.date)."""

    stepped = Signal(float)
    played = Signal(bool)
    day_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._playing = False
        self._days: tuple[date, ...] = ()
        self.day = Choice()
        self.hour_back = Button("", lambda: self.stepped.emit(-HOUR))
        self.minute_back = Button("", lambda: self.stepped.emit(-MINUTE))
        self.play = Button("play", lambda: self.played.emit(not self._playing))
        self.minute_on = Button("", lambda: self.stepped.emit(MINUTE))
        self.hour_on = Button("", lambda: self.stepped.emit(HOUR))
        self.time = Text("text", 20, 700)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.day)
        row.addSpacing(8)
        row.addWidget(self.time)
        row.addStretch(1)
        for button in (self.hour_back, self.minute_back, self.play, self.minute_on, self.hour_on):
            row.addWidget(button)
        self.day.currentIndexChanged.connect(self._chosen)
        self.retranslate()

    def offer_days(self, days: Sequence[date], chosen: date) -> None:
        """The days that can be shown, the youngest first."""
        self.day.blockSignals(True)
        if tuple(days) != self._days:
            self._days = tuple(days)
            self._fill()
        self.day.setCurrentIndex(self._days.index(chosen) if chosen in self._days else -1)
        self.day.blockSignals(False)

    def show_at(self, at: float, zone: tzinfo | None) -> None:
        """The time that is wanted."""
        self.time.say(clock(at, zone))

    def show_playing(self, on: bool) -> None:
        """Whether the past runs."""
        self._playing = on
        self.play.wear("pause" if on else "play")
        self._name_play()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.day.setAccessibleName(self.tr("Day"))
        self.hour_back.name(self.tr("−1 h"), self.tr("One hour back (Page Up)"))
        self.minute_back.name(self.tr("−1 min"), self.tr("One minute back (Left)"))
        self.minute_on.name(self.tr("+1 min"), self.tr("One minute on (Right)"))
        self.hour_on.name(self.tr("+1 h"), self.tr("One hour on (Page Down)"))
        self._name_play()
        chosen = self.day.currentIndex()
        self.day.blockSignals(True)
        self._fill()
        self.day.setCurrentIndex(chosen)
        self.day.blockSignals(False)

    def _name_play(self) -> None:
        more = self.tr("A minute of the past in a second (Space)")
        self.play.name(self.tr("Pause") if self._playing else self.tr("Play 60×"), more)

    def _fill(self) -> None:
        self.day.clear()
        for day in self._days:
            self.day.addItem(day_words(QDate(day.year, day.month, day.day)))
        widths = [self.day.fontMetrics().horizontalAdvance(self.day.itemText(i)) for i in range(self.day.count())]
        self.day.setMinimumWidth(max(widths, default=0) + 50)

    def _chosen(self, place: int) -> None:
        if 0 <= place < len(self._days):
            self.day_chosen.emit(self._days[place])

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
