"""The PIN: a field that shows dots, and digit keys for fingers that have no keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from widgets.cards import Button, Entry
from widgets.theme import font

KEY = QSize(64, 46)
LONGEST = 12


def pin_entry() -> Entry:
    """A line for a PIN: digits only, shown as dots."""
    made = Entry()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setMaxLength(LONGEST)
    made.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), made))
    made.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData)
    return made


class PinPad(QWidget):
    """`given` when Enter is pressed on the keyboard or on the pad."""

    given = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.entry = pin_entry()
        self.entry.setFont(font(18, 600))
        self.entry.setMinimumHeight(42)
        self.entry.returnPressed.connect(self.given.emit)
        self.keys = {digit: self._key("", self._type(digit)) for digit in "1234567890"}
        self.back, self.go_on = self._key("delete", self._rub_out), self._key("chevron-right", self.given.emit)
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, digit in enumerate("123456789"):
            grid.addWidget(self.keys[digit], place // 3, place % 3)
        for place, key in enumerate((self.back, self.keys["0"], self.go_on)):
            grid.addWidget(key, 3, place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.entry)
        column.addLayout(grid)
        self.setFixedHeight(column.sizeHint().height())
        self.setFocusProxy(self.entry)
        self.retranslate()

    def take(self) -> str:
        """The PIN that was typed; the field is empty afterwards."""
        typed = self.entry.text()
        self.entry.clear()
        return typed

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.entry.setAccessibleName(self.tr("PIN"))
        self.entry.setPlaceholderText(self.tr("PIN"))
        for digit, key in self.keys.items():
            key.name(digit)
        self.back.setAccessibleName(self.tr("Delete the last digit"))
        self.go_on.setAccessibleName(self.tr("Sign in"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @staticmethod
    def _key(icon: str, pressed: Callable[[], object]) -> Button:
        key = Button(icon, pressed)
        key.setFont(font(17, 500))
        key.setMinimumSize(KEY)
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a finger or the mouse; the keyboard types into the field
        return key

    def _type(self, digit: str) -> Callable[[], None]:
        return lambda: self.entry.insert(digit)

    def _rub_out(self) -> None:
        self.entry.backspace()
