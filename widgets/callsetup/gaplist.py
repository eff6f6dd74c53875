"""Gaps of the roster, loud: a line each; one quiet line where there are none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from console.domain.plant import Plant
from console.domain.rostergaps import Gap
from widgets.callsetup.setupwords import gap_words
from widgets.cards import OneLine, Painted, Picture
from widgets.people.fields import scrolled

LINE, MOST = 22, 4  # pixels of a line; lines that are seen without scrolling


class GapLine(Painted):
    """One gap, which leads to its shift when it is pressed, or that there is none."""

    def __init__(self, words: str, icon: str, role: str) -> None:
        super().__init__()
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.words = OneLine(role, 13, 600 if role == "bad" else 400)
        self.words.say(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Picture(icon, role, 15))
        row.addWidget(self.words, 1)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedHeight(LINE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        self.backdrop(QPainter(self))


class GapList(QWidget):
    """The gaps of a week; `asked` carries the one that was pressed."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[GapLine] = []
        self._told: tuple[Sequence[Gap], Plant] | None = None
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._area: QScrollArea = scrolled(inside)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)

    def show_gaps(self, gaps: Sequence[Gap], plant: Plant, needed: bool) -> None:
        """Show them; `needed`: whether calls go to any role there at all."""
        self._told = (gaps, plant)
        self._needed = needed
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        if gaps:
            self.lines = [GapLine(gap_words(gap, plant), "triangle-alert", "bad") for gap in gaps]
            for line, gap in zip(self.lines, gaps, strict=True):
                line.clicked.connect(lambda _=False, gap=gap: self.asked.emit(gap))
        else:
            words = self.tr("Every role that calls go to has somebody at any time of this week.")
            if not needed:
                words = self.tr("No calls go to anybody here: there is no category in use.")
            self.lines = [GapLine(words, "circle-check" if needed else "info", "text_muted")]
            self.lines[0].setEnabled(False)
        for at, line in enumerate(self.lines):
            self._column.insertWidget(at, line)
        self._area.setFixedHeight(LINE * min(len(self.lines), MOST) + 2)
        self.setAccessibleName("\n".join(line.words.text() for line in self.lines))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange and self._told is not None:
            self.show_gaps(*self._told, self._needed)
        super().changeEvent(event)
