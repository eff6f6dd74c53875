"""The parts of a briefing on one page, in ordinary or in large type."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.safety import Colour
from widgets.briefing.blocks import COLUMNS, KEYS, PAGES, Line, title_of
from widgets.cards import Button, Card, OneLine, Picture, Text
from widgets.flow import emptied
from widgets.people.fields import scrolled
from widgets.safety.cross import Cross
from widgets.theme import font

BODY, HEAD = 15, 17  # pixels of type at scale 1
COLUMN = 350  # pixels that a column wants at scale 1
CROSS = 150


class Wrapped(Text):
    """Words over as many lines as they need at the width they get, whatever a layout remembers of another width."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        need = self.heightForWidth(self.width())
        if need != self.minimumHeight():
            self.setMinimumHeight(need)


class Block(Card):
    """One part; its button leads to the page where all of it is."""

    asked = Signal()

    def __init__(self, scale: float, key: str) -> None:
        super().__init__()
        self.key = key
        self.lines: tuple[Line, ...] = ()
        self._scale = scale
        self.title.setFont(font(HEAD * scale, 600))
        self.open = Button("external-link", self.asked.emit)
        self.open.setVisible(scale == 1)
        self.tools.addWidget(self.open)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(round(6 * scale))
        self.body.addLayout(self.rows)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show others; nothing happens where they are the same."""
        if lines == self.lines:
            return
        self.lines = lines
        emptied(self.rows)
        for line in lines:
            made = self._row(line)
            self.rows.addWidget(made)
            made.show()  # at once: what is shown later keeps the height that the part had without it
        self.updateGeometry()

    def settle(self) -> None:
        """Forget every height that was worked out for another width or other lines."""
        for at in range(self.rows.count()):
            item = self.rows.itemAt(at)
            made = item.widget() if item is not None else None
            if made is not None and made.layout() is not None:
                made.layout().invalidate()
        self.rows.invalidate()
        self.body.invalidate()

    def _row(self, line: Line) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(round(8 * self._scale))
        size = round((BODY + 1) * self._scale)
        if line.icon:
            tone = line.tone if line.tone != "text" else "text_muted"
            row.addWidget(Picture(line.icon, tone, size), 0, Qt.AlignmentFlag.AlignTop)
        words = Wrapped(line.tone, round(BODY * self._scale), 600 if line.loud else 400, wrap=True)
        words.setText(line.words)
        words.setMinimumWidth(60)
        row.addWidget(words, 1)
        return made

    def name(self) -> None:
        """Say the title again."""
        self.title.say(title_of(self.key))
        self.open.name_silently(self.tr("Open: {0}").format(title_of(self.key)))


class SheetView(QWidget):
    """Up to three columns; `asked` carries the key of another page."""

    asked = Signal(str)

    def __init__(self, scale: float = 1.0) -> None:
        super().__init__()
        self._scale = scale
        self._across = 0
        self.blocks = {key: Block(scale, key) for key in KEYS}
        self.cross = Cross()
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cross.setFixedSize(round(CROSS * scale), round(CROSS * scale))
        self.blocks["safety"].body.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignHCenter)
        inside = QWidget()
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(0, 0, 8, 0)
        self._row.setSpacing(12)
        self._columns = [QVBoxLayout() for _ in COLUMNS]
        for column in self._columns:
            column.setSpacing(12)
            self._row.addLayout(column, 1)
        for key, block in self.blocks.items():
            block.asked.connect(lambda key=key: self.asked.emit(PAGES[key]))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scrolled(inside))
        self._place(3)
        self.retranslate()

    def show_blocks(
        self, told: dict[str, tuple[Line, ...]], days: tuple[tuple[date, Colour], ...], today: date
    ) -> None:
        """Show what a briefing says."""
        for key, block in self.blocks.items():
            block.show_lines(told.get(key, ()))
        self._settle()
        self.cross.show_days(days, today, None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._place(max(1, min(3, int(self.width() / (COLUMN * self._scale)))))
        self._settle()

    def _settle(self) -> None:
        for block in self.blocks.values():
            block.settle()
        for column in self._columns:
            column.invalidate()
        self._row.invalidate()

    def _place(self, across: int) -> None:
        """Put the parts into so many columns, in the same order."""
        if across == self._across:
            return
        self._across = across
        for column in self._columns:
            while column.count():
                column.takeAt(0)
        groups = {3: COLUMNS, 2: (COLUMNS[0] + COLUMNS[2], COLUMNS[1]), 1: (sum(COLUMNS, ()),)}[across]
        for at, column in enumerate(self._columns):
            keys = groups[at] if at < len(groups) else ()
            for key in keys:
                column.addWidget(self.blocks[key])
            if keys:
                column.addStretch(1)
            self._row.setStretch(at, 1 if keys else 0)
        self._row.setSpacing(12 if across == 3 else 6)

    def retranslate(self) -> None:
        """Name the parts again."""
        for block in self.blocks.values():
            block.name()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class Presented(QWidget):
    """The same over the whole screen in large type; Esc or F11 ends it."""

    ended = Signal()

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.heading, self.there = OneLine("text", 34, 600), Text("text_muted", 26, 500)
        self.sheet = SheetView(1.6)
        self.leave = Button("x", self.close)
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addWidget(self.heading, 1)
        head.addWidget(self.there)
        head.addWidget(self.leave)
        self.note = Text("text", 28, 600, wrap=True)
        page = QVBoxLayout(self)
        page.setContentsMargins(28, 20, 28, 20)
        page.setSpacing(14)
        page.addLayout(head)
        page.addWidget(self.note)
        page.addWidget(self.sheet, 1)
        self.setAutoFillBackground(True)
        self.retranslate()

    def say(self, heading: str, there: str, note: str) -> None:
        """What stands above."""
        self.heading.say(heading)
        self.there.say(there)
        self.note.say(note)
        self.note.setVisible(bool(note))
        self.setWindowTitle(heading)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QEvent) -> None:  # type: ignore[override]  # noqa: N802
        self.ended.emit()
        event.accept()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.leave.name_silently(self.tr("End the presentation (Esc)"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
