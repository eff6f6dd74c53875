"""What the dialogs about an order have in common: a heading, a body, what went wrong, and the buttons below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from console.domain.commands import Command
from console.domain.errors import Refusal
from widgets.attachments.later import while_there
from widgets.cards import Button, Choice, Text
from widgets.people.fields import Field, Said, scrolled
from widgets.people.signing import OneByOne
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

EDGE = 40  # pixels of the screen that are left around a dialog
LIST, WIDEST = 240, 4096  # pixels that a list asks for, and that it takes where there is room


def offer(choice: Choice, anything: str, entries: Sequence[tuple[str, str]], chosen: str = "") -> None:
    """Offer (key, words) in a list that is as wide as its field."""
    choice.offer(anything, entries, chosen, most=LIST)
    choice.setMaximumWidth(WIDEST)


class OrderDialog(QDialog):
    """Esc closes it, Enter does what the lit button says; what was typed stays when that is refused."""

    def __init__(self, console: Console, parent: QWidget | None, icon: str, wide: int) -> None:
        super().__init__(parent)
        self._console = console
        self._one = OneByOne(self, console)
        self.setModal(True)
        self.setMinimumWidth(wide)
        self.fields: dict[str, Field[QWidget]] = {}  # by the field that a refusal names
        self.heading, self.how, self.said = Text("text", 18, 600, wrap=True), Text("text_muted", 13, wrap=True), Said()
        self.go, self.leave = Button(icon, self.submit, primary=True), Button("", self.reject)
        self.body, self.staying, self.foot = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()  # `staying`: scrolls not
        for part in (self.body, self.staying):
            part.setSpacing(10)
        self.foot.setSpacing(8)
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 0, 8, 0)
        self._inside.addLayout(self.body)
        self._inside.addStretch(1)
        self._scroll = scrolled(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 14, 16)
        column.setSpacing(10)
        column.addWidget(self.heading)
        column.addWidget(self.how)
        column.addWidget(self._scroll, 1)
        column.addLayout(self.staying)
        column.addWidget(self.said)
        self.foot.addStretch(1)
        self.foot.addWidget(self.leave)
        self.foot.addWidget(self.go)
        column.addLayout(self.foot)

    def fit(self) -> None:
        """Become as high as what it asks, and no higher than the window; while it is seen it never shrinks."""
        column = self.layout()
        assert column is not None
        inside = self._scroll.widget()
        inside.ensurePolished()
        self._inside.activate()
        room = self.screen().availableGeometry().height() - EDGE if self.screen() else 700
        owner = self.parentWidget()
        if owner is not None:
            room = min(room, max(owner.window().height() - EDGE, 360))
        wide = max(self.minimumWidth(), self.width()) - 42
        body = inside.heightForWidth(wide) if inside.hasHeightForWidth() else inside.sizeHint().height()
        rest = column.sizeHint().height() - self._scroll.sizeHint().height()
        high = min(room, max(body, inside.sizeHint().height()) + rest + 8)
        self.resize(max(self.minimumWidth(), self.width()), max(high, self.height()) if self.isVisible() else high)

    def submit(self) -> None:
        """What Enter does."""

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""

    def refuse_nothing(self) -> None:
        """Take back what was said."""
        self.said.say("")
        for field in self.fields.values():
            field.refuse("")

    def wrong(self, name: str, why: str) -> bool:
        """Mark a field and go there; False where it asks for no such thing."""
        field = self.fields.get(name)
        if field is None or field.isHidden():
            return False
        field.refuse(why)
        field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def refused(self, refusal: Refusal) -> None:
        """Say why it was not done, beside the field that it is about."""
        if not self.wrong(str(refusal.facts.get("field", "")), words_of(refusal)):
            self.said.say(words_of(refusal))

    def give(self, command: Command) -> None:
        """Give a command after a sign-in where nobody is signed in; it closes when that is done."""
        self.refuse_nothing()
        self._one.give(command, while_there(self, self.done_with), while_there(self, self.refused))

    def done_with(self, _: object) -> None:
        """It was done."""
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
