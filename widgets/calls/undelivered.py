"""Under a call: the messages about it that did not reach somebody, and why."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.app.queries.notices import NoticeShown, notices_of
from widgets.attachments.later import while_there
from widgets.callsetup.messagewords import lost_words
from widgets.cards import Picture, Text

if TYPE_CHECKING:
    from console.app.console import Console

MOST = 4  # lines; how many more there are stands below


class Undelivered(QWidget):
    """Hidden where every message arrived."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console, self._call = console, ""
        self._lost: tuple[NoticeShown, ...] = ()
        self.lines: list[Text] = []
        self._holders: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def show_call(self, call: str) -> None:
        """Read the messages about a call again; "" shows none."""
        self._call = call
        if not call:
            self._show("", ())
            return
        now = datetime.fromtimestamp(self._console.now(), UTC)
        answer = while_there(self, lambda found: self._show(call, found))
        self._console.office.ask(notices_of(call, now), answer, lambda _: None)

    def _show(self, call: str, found: tuple[NoticeShown, ...]) -> None:
        if call != self._call:
            return
        self._lost = tuple(one for one in found if one.lost)
        self._say()

    def _say(self) -> None:
        words = [lost_words(one.channel, one.recipient, one.notice.why, one.notice.said) for one in self._lost[-MOST:]]
        if len(self._lost) > MOST:
            words.append(self.tr("%n more", "", len(self._lost) - MOST))
        while len(self.lines) < len(words):
            self._add()
        for at, line in enumerate(self.lines):
            line.say(words[at] if at < len(words) else "")
            self._holders[at].setVisible(at < len(words))
        self.setVisible(bool(words))

    def _add(self) -> None:
        holder, line = QWidget(), Text("text", 13, wrap=True)
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Picture("send", "bad", 15), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(line, 1)
        self._column.addWidget(holder)
        self.lines.append(line)
        self._holders.append(holder)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
