"""What is asked before a card is moved or blocked: why, in a small window; nothing is lost when it is closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from console.domain.cardflow import REASON_MOST
from widgets.cards import Button, Entry, Text
from widgets.people.fields import Field

Given = Callable[[str], object]
WIDE = 460


class ReasonForm(QDialog):
    """Asks for a reason; `given` gets it once. `other`: words and deed of another way out."""

    def __init__(
        self,
        title: str,
        about: str,
        act: str,
        given: Given,
        parent: QWidget,
        text: str = "",
        other: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title, self._about, self._act, self._given, self._other = title, about, act, given, other
        self.setMinimumWidth(WIDE)
        self.what, self.about = Text("text", 16, 600, wrap=True), Text("text_muted", 13, wrap=True)
        self.reason = Field(Entry(text))
        self.reason.control.setMaxLength(REASON_MOST)
        self.go, self.leave = Button("check", self.give, primary=True), Button("", self.reject)
        self.another = Button("clipboard-check", self._instead)
        self._lay_out()
        self.retranslate()

    def give(self) -> None:
        """Hand on what was typed, once there is something."""
        text = self.reason.control.text().strip()
        self.reason.refuse("" if text else self.tr("Write a reason: others read it on the card."))
        if not text:
            self.reason.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        given, self._given = self._given, lambda _: None
        self.accept()
        given(text)

    def retranslate(self) -> None:
        """Say everything in the language of the moment; what it was asked with stays as it was asked."""
        self.setWindowTitle(self._title)
        self.what.say(self._title)
        self.about.say(self._about)
        self.about.setVisible(bool(self._about))
        self.reason.name(self.tr("&Why"))
        self.go.name(self._act)
        self.leave.name(self.tr("Cancel"))
        if self._other is not None:
            self.another.name(self._other[0])

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _instead(self) -> None:
        if self._other is not None:
            self.reject()
            self._other[1]()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        for part in (self.what, self.about, self.reason):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.another)
        self.another.setVisible(self._other is not None)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.go)
        column.addLayout(row)
        self.go.setDefault(True)
