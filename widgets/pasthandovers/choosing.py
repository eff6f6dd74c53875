"""Which past handovers are looked at: words, a stretch of days, a place."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.cards import Choice, Entry

if TYPE_CHECKING:
    from console.app.console import Console

DAYS = (7, 30, 90, 366)
TYPED_MS = 300


class Choosing(QWidget):
    """`changed` when something else is to be asked, `narrowed` when another place is to be shown."""

    changed = Signal()
    narrowed = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.search, self.days, self.place = Entry(), Choice(), Choice()
        self._typed = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._typed.timeout.connect(self.changed)
        self.search.textChanged.connect(lambda _: self._typed.start())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(self.place)
        row.addWidget(self.days)
        for choice in (self.days, self.place):
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        for days in DAYS:
            self.days.addItem("", days)
        self.days.setCurrentIndex(1)
        self.days.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.place.currentIndexChanged.connect(lambda _: self.narrowed.emit())
        self.place.addItem("", "")
        self.retranslate()

    @property
    def words(self) -> str:
        """What is searched for; "" = nothing."""
        return self.search.text().strip()

    def stretch(self) -> tuple[datetime, datetime]:
        """Since when, and until when: a little ahead, for a shift that is handed over before its end."""
        now = datetime.fromtimestamp(self._console.now(), UTC)
        return now - timedelta(days=int(self.days.currentData() or 30)), now + timedelta(hours=12)

    def offer(self, places: Iterable[tuple[str, str]]) -> None:
        """Places that can be chosen, id and words."""
        chosen = self.place.currentData()
        self.place.blockSignals(True)
        while self.place.count() > 1:
            self.place.removeItem(1)
        for id, words in places:
            self.place.addItem(words, id)
        self.place.setCurrentIndex(max(0, self.place.findData(chosen)))
        self.place.setVisible(self.place.count() > 2)
        self.place.blockSignals(False)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        hint = self.tr("Search in all handovers: words, names, places")
        self.search.setPlaceholderText(hint)
        self.search.setAccessibleName(hint)
        self.days.setAccessibleName(self.tr("Time"))
        self.place.setAccessibleName(self.tr("Where"))
        self.place.setItemText(0, self.tr("Everywhere"))
        words = (self.tr("Last 7 days"), self.tr("Last 30 days"), self.tr("Last 90 days"), self.tr("Last year"))
        for row, said in enumerate(words):
            self.days.setItemText(row, said)
        widest = max(self.days.fontMetrics().horizontalAdvance(said) for said in words)
        self.days.setMinimumWidth(widest + 46)  # texts that came after the list was made do not widen it

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
