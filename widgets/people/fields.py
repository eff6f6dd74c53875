"""Parts that the forms about people are laid out from: a named field with its refusal below, tabs between the pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from widgets.cards import Painted, Picture, Text
from widgets.theme import color, font

C = TypeVar("C", bound=QWidget)


class Said(QWidget):
    """One line that says how it went, with an icon; hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self._mark = Text("bad", 13, wrap=True), Picture("circle-x", "bad", 15)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.say("")

    def say(self, text: str, icon: str = "circle-x", role: str = "bad") -> None:
        """Show it; "" takes it back."""
        self.words.say(text)
        self.words.paint_as(role)
        self._mark.show_icon(icon, role)
        self.setVisible(bool(text))
        self.setAccessibleName(text)

    def good(self, text: str) -> None:
        """The same for what went well."""
        self.say(text, "circle-check", "good")

    def warn(self, text: str) -> None:
        """The same for what somebody should know."""
        self.say(text, "triangle-alert", "warning")

    @property
    def text(self) -> str:
        """What it says now."""
        return self.words.text()


def scrolled(inside: QWidget) -> QScrollArea:
    """A form that is scrolled up and down where it is higher than its panel; transparent, and no stop for Tab."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    area.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    return area


class Field(QWidget, Generic[C]):
    """A name, the control under it, a hint, and what is wrong with what was typed."""

    def __init__(self, control: C, beside: QWidget | None = None) -> None:
        super().__init__()
        self.control = control
        self.label, self.hint, self.refusal = Text("text_muted", 12, 500), Text("text_faint", 12, wrap=True), Said()
        self.label.setBuddy(control)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(control, 1)
        if beside is not None:
            row.addWidget(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.label)
        column.addLayout(row)
        column.addWidget(self.hint)
        column.addWidget(self.refusal)
        self.hint.hide()

    def name(self, words: str, hint: str = "") -> None:
        """Say what is to be given, and the rules for it before somebody breaks them."""
        self.label.setText(words)
        self.control.setAccessibleName(words.replace("&", ""))
        self.hint.say(hint)
        self.hint.setVisible(bool(hint))

    def refuse(self, why: str) -> None:
        """Say beside the field what is wrong; "" takes it back."""
        self.refusal.say(why)
        self.control.setAccessibleDescription(why)


class Tab(Painted):
    """One of a row of words of which one is lit."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setFixedHeight(34)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def name(self, words: str) -> None:
        """Give it its word."""
        self.setText(words)
        self.setAccessibleName(words)
        self.setFixedWidth(round(QFontMetricsF(font(14, 600)).horizontalAdvance(words)) + 26)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        self.backdrop(painter)
        lit = self.isChecked()
        painter.setFont(font(14, 600 if lit else 500))
        painter.setPen(color("text" if lit else "text_muted"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
        if lit:
            painter.fillRect(QRectF(8, self.height() - 3, self.width() - 16, 2), color("focus"))


class Tabs(QWidget):
    """The pages about people, one lit; `chosen` carries the key of another."""

    chosen = Signal(str)
    KEYS = ("people", "skills", "permissions")

    def __init__(self, here: str) -> None:
        super().__init__()
        self._here = here
        self.tabs = {key: Tab() for key in self.KEYS}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for key, tab in self.tabs.items():
            row.addWidget(tab)
            tab.clicked.connect(self._press(key))
        row.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        translate = QCoreApplication.translate
        self.tabs["people"].name(translate("pages", "People"))
        self.tabs["skills"].name(translate("pages", "Skills"))
        self.tabs["permissions"].name(translate("pages", "Permissions"))
        self._light()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _light(self) -> None:
        for key, tab in self.tabs.items():
            tab.setChecked(key == self._here)

    def _press(self, key: str) -> Callable[[], None]:
        def press() -> None:
            self._light()
            if key != self._here:
                self.chosen.emit(key)

        return press
