"""A note above the status bar that goes away by itself, or when it is pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.cards import Card, Picture, Text

WIDE = 380
ABOVE = 44  # pixels above the window's lower edge: the status bar
BETWEEN = 8


class Notice(Card):
    """Says one thing low in the middle of a window, where screens have no buttons, and takes no keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(titled=False)
        self.setParent(parent)
        self.setFixedWidth(WIDE)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.mark = Picture("info", "text_muted", 20)
        self.words, self.more = Text("text", 14, 600, wrap=True), Text("text_muted", 13, wrap=True)
        text = QVBoxLayout()
        text.setSpacing(3)
        text.addWidget(self.words)
        text.addWidget(self.more)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        self.body.addLayout(row)
        self._over = QTimer(self, singleShot=True)
        self._over.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def show_words(self, words: str, more: str, icon: str, seconds: float) -> None:
        """Say it for so long."""
        self.words.say(words)
        self.more.say(more)
        self.more.setVisible(bool(more))
        self.mark.show_icon(icon, "text_muted")
        self.setAccessibleName(f"{words} {more}".strip())
        self.show()
        self._place()
        self.raise_()
        self._over.start(round(seconds * 1000))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Stay there when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._place()

    def _place(self) -> None:
        """One above the other, so that none covers what another one says."""
        parent = self.parentWidget()
        foot = parent.height() - ABOVE
        for each in parent.findChildren(Notice, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if each.isVisible():
                each.body.activate()  # parts in parts remember how high they were with other words
                each.resize(WIDE, each.body.totalHeightForWidth(WIDE))  # adjustSize guesses where words wrap
                foot -= each.height()
                each.move(QPoint((parent.width() - each.width()) // 2, foot))
                foot -= BETWEEN
