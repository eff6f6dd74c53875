"""Short lists that the keyboard walks through: a mark, a title over a line of detail, and words at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from widgets.cards import Painted, Text
from widgets.plain import tip
from widgets.theme import color, font, ring

HIGH, LOW, GAP = 48, 34, 10  # pixels of a row with and without a second line, and between its parts


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. `key` is what it is about; `mark` and `role` are colour roles, "" = no mark."""

    key: str
    title: str
    detail: str = ""
    right: str = ""
    role: str = "text"  # of the words at the right
    mark: str = ""
    act: str = ""  # what pressing it does, as a quiet button; "" = it opens


class Row(Painted):
    """A button that paints an entry."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_entry(entry)

    def show_entry(self, entry: Entry) -> None:
        """Show another one."""
        self.entry = entry
        words = [entry.title, entry.detail, entry.right, entry.act]
        self.setAccessibleName(", ".join(word for word in words if word))
        self.setToolTip(tip("\n".join(word for word in (entry.title, entry.detail) if word)))
        self.setFixedHeight(HIGH if entry.detail else LOW)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(220, HIGH if self.entry.detail else LOW)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), color("hover"))
        painter.setPen(QPen(color("border"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        entry, left, right = self.entry, 8, self.width() - 8
        if entry.mark:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(entry.mark))
            painter.drawRoundedRect(QRectF(2, 7, 4, self.height() - 15), 2, 2)
            left = 14
        if entry.act:
            right = self._pill(painter, entry.act, right) - GAP
        if entry.right:
            right = self._write(painter, entry.right, right, entry.role) - GAP
        self._words(painter, entry, left, right)
        if self.hasFocus():
            ring(painter, QRectF(self.rect()), 5)

    def _words(self, painter: QPainter, entry: Entry, left: int, right: int) -> None:
        lines = [(entry.title, font(13, 600 if entry.detail else 500), "text")]
        if entry.detail:
            lines.append((entry.detail, font(12), "text_muted"))
        high = (self.height() - 8) // len(lines)
        for number, (words, face, role) in enumerate(lines):
            painter.setFont(face)
            painter.setPen(color(role))
            area = QRectF(left, 4 + number * high, max(0, right - left), high)
            shown = QFontMetrics(face).elidedText(words, Qt.TextElideMode.ElideRight, int(area.width()))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _write(self, painter: QPainter, words: str, right: int, role: str) -> int:
        """The words at the right, which take at most half; where they begin."""
        face = font(12, 600 if role in ("bad", "warning") else 400)
        wide = min(QFontMetrics(face).horizontalAdvance(words) + 1, max(60, right // 2))
        painter.setFont(face)
        painter.setPen(color(role))
        shown = QFontMetrics(face).elidedText(words, Qt.TextElideMode.ElideRight, wide)
        side = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(QRectF(right - wide, 0, wide, self.height()), side, shown)
        return right - wide

    def _pill(self, painter: QPainter, words: str, right: int) -> int:
        face = font(12)
        wide = QFontMetrics(face).horizontalAdvance(words) + 20
        area = QRectF(right - wide, (self.height() - 25) / 2, wide, 24)
        painter.setPen(QPen(color("border"), 1))
        painter.setBrush(color("raised"))
        painter.drawRoundedRect(area, 5, 5)
        painter.setFont(face)
        painter.setPen(color("text"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), words)
        return right - wide


class Rows(QWidget):
    """A list of entries; `chosen` carries the key of the one that was pressed."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self.empty = Text("text_faint", 13, wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.empty)

    def show_entries(self, entries: Sequence[Entry], empty: str = "") -> None:
        """Show these; `empty` says what will appear where there are none. The keyboard stays on what it was on."""
        here = next((row.entry.key for row in self.rows if row.hasFocus()), "")
        while len(self.rows) > len(entries):
            row = self.rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for number, entry in enumerate(entries):
            if number < len(self.rows):
                self.rows[number].show_entry(entry)
            else:
                self._add(entry)
        self.empty.say(empty)
        self.empty.setVisible(not entries and bool(empty))
        again = next((row for row in self.rows if here and row.entry.key == here and not row.hasFocus()), None)
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def entry(self, key: str) -> Entry | None:
        """What is shown about something."""
        return next((row.entry for row in self.rows if row.entry.key == key), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows walk, from the last not further."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        at = next((number for number, row in enumerate(self.rows) if row.hasFocus()), None)
        if step is None or at is None or not 0 <= at + step < len(self.rows):
            super().keyPressEvent(event)
        else:
            self.rows[at + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, entry: Entry) -> None:
        row = Row(entry)
        self.rows.append(row)
        self._column.addWidget(row)
        row.clicked.connect(lambda: self.chosen.emit(row.entry.key))
        row.installEventFilter(self)

    def eventFilter(self, watched: QWidget, event: object) -> bool:  # noqa: N802
        """Up and down go from row to row; a button alone would take them for its own."""
        if not isinstance(event, QKeyEvent) or event.type() != QKeyEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and watched in self.rows:
            self.keyPressEvent(event)
            return True
        return False
