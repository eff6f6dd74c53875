"""Where a stop is split: the time, typed or dragged on the ribbon."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from widgets.cards import Button, Entry
from widgets.times import clock

FORMS = ("%H:%M:%S", "%H:%M", "%H%M", "%H.%M")


def time_typed(text: str, since: float, until: float, zone: tzinfo | None) -> float | None:
    """The time of the wall clock that was typed, on the day on which it lies inside the stop; None for no time."""
    for form in FORMS:
        try:
            wall = datetime.strptime(text.strip(), form)  # noqa: DTZ007
        except ValueError:
            continue
        first = datetime.fromtimestamp(since, UTC).astimezone(zone)
        days = (datetime.fromtimestamp(until, UTC).astimezone(zone).date() - first.date()).days
        for day in range(days + 1):
            at = datetime.combine(first.date() + timedelta(days=day), wall.time(), first.tzinfo)
            if since < at.timestamp() < until:
                return at.timestamp()
    return None


class Splitting(QWidget):
    """`typed` carries the text, `go` the wish to split there, `left` that nobody wants to."""

    typed = Signal(str)
    go = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.label, self.at = QLabel(), Entry()
        self.at.setFixedWidth(110)
        self.label.setBuddy(self.at)
        self.split, self.leave = Button("check", self.go.emit, primary=True), Button("", self.left.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.label, self.at, self.split, self.leave):
            row.addWidget(part)
        row.addStretch(1)
        self.at.textEdited.connect(self.typed.emit)
        self.at.returnPressed.connect(self.go.emit)
        self.retranslate()
        self.hide()

    def say(self, at: float, zone: tzinfo | None) -> None:
        """Show the time of the handle, unless it is just being typed."""
        if not (self.at.hasFocus() and self.at.isModified()):
            self.at.setText(clock(at, zone))

    def begin(self) -> None:
        """Ask for the time."""
        self.show()
        self.at.setModified(False)
        self.at.setFocus(Qt.FocusReason.OtherFocusReason)
        self.at.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text().strip() or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # what is typed here is no reason
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.label.setText(self.tr("Split a&t"))
        self.at.setAccessibleName(self.tr("Time at which the stop is split"))
        self.split.name(self.tr("Split"))
        self.leave.name(self.tr("Cancel"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
