"""One item of a run: its words, what it wants, its answer, and what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.domain.checklist_runs import wants_picture
from console.domain.checklist_scores import is_weak
from console.domain.checklists import Answer, Asks, Item
from widgets.audits.entering import Typing
from widgets.audits.marks import Marks
from widgets.audits.words import answer_words, limits_words, said, wants_words
from widgets.cards import Button, Text
from widgets.checklists.typed import number_shown
from widgets.people.fields import Said
from widgets.plain import plain, plain_block
from widgets.theme import color, font, ring, themes

LINES_MOST = 6  # findings that are shown below an item


@dataclass(frozen=True, slots=True)
class Seen:
    """How an item stands, as its row shows it."""

    answer: Answer | None = None
    findings: tuple[str, ...] = ()  # each in one line
    pictures: int = 0
    live: bool = True  # it can be answered here and now


class ItemRow(QWidget):
    """Takes the keyboard as a whole; what keys mean is the sheet's."""

    picked = Signal(float)
    typed = Signal(str, str)  # what for ("value", "text", "note", "reason"), and the words
    picture_asked = Signal()
    help_asked = Signal()
    entered = Signal()

    def __init__(self, item: Item) -> None:
        super().__init__()
        self.item, self.seen = item, Seen()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.words, self.wants = Text("text_muted", 13, wrap=True), Text("text_faint", 12, wrap=True)
        self.hint, self.told = Text("text_muted", 12, wrap=True), Text("text_muted", 12, wrap=True)
        self.found: list[Said] = []
        self.marks = Marks(item.asks) if item.asks in (Asks.SCORE, Asks.YES_NO) else None
        self.value = Text("text", 13, 600)
        self.camera, self.help = Button("camera", self.picture_asked.emit), Button("image", self.help_asked.emit)
        self.entry = Typing()
        self._lay_out()
        self.retranslate()
        themes.changed.connect(self.update)

    # What is shown

    def show_seen(self, seen: Seen) -> None:
        """Show how it stands; costs nothing where that is as before."""
        if seen != self.seen:
            self.seen = seen
            self._say()

    @property
    def weak(self) -> bool:
        """Whether the answer calls for something."""
        return is_weak(self.item, self.seen.answer)

    @property
    def bare(self) -> bool:
        """Whether a picture is missing."""
        return wants_picture(self.item, self.seen.answer) and not self.seen.pictures

    @property
    def silent(self) -> bool:
        """Whether it is weak and nobody said anything about it."""
        return self.weak and not self.seen.findings and not (self.seen.answer and self.seen.answer.text)

    def ask(self, what: str, begin: str = "") -> None:
        """Open the line to type in: a value, a text, a note on the answer, or why it does not apply."""
        answer = self.seen.answer
        known = answer.text if answer is not None else ""
        if what == "value":
            known = begin or number_shown(answer.value if answer is not None else None)
        names = {
            "value": self.tr("Measured value"),
            "text": self.tr("Answer"),
            "note": self.tr("Note on the answer"),
            "reason": self.tr("Why it does not apply here"),
        }
        self.entry.begin(what, names[what], known, chosen=not begin)

    # Qt

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self.light(True)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def light(self, on: bool) -> None:
        """Be the item that is worked on: its hint is shown."""
        self.words.paint_as("text" if on else "text_muted")
        self.hint.setVisible(on and bool(self.hint.text()))
        self.help.setVisible(bool(self.item.picture))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setPen(QPen(color("border"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        if self.hasFocus():
            ring(painter, QRectF(self.rect()).adjusted(0, 0, 0, -1), 5)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.words.say(said(self.item.words, 400))
        self.hint.say(said(self.item.hint, 1000))
        self.wants.say(" · ".join(wants_words(self.item)))
        self.wants.setVisible(bool(self.wants.text()))
        self.help.name_silently(self.tr("How it should be (H)"))
        self.camera.name(self.tr("Picture"), self.tr("Add a picture (P)"))
        self._say()

    # Inside

    def _say(self) -> None:
        seen, item = self.seen, self.item
        answer = seen.answer
        if self.marks is not None:
            given = None if answer is None or answer.skipped else answer.value
            self.marks.show_value(given, seen.live)
        self.value.say(self._beside(answer))
        self.value.setVisible(bool(self.value.text()))
        self.camera.setVisible(item.asks is Asks.PHOTO and seen.live)
        told = self._told(answer)
        self.told.say(told)
        self.told.setVisible(bool(told))
        self._show_found(self._lines())
        words = [said(item.words), *wants_words(item), answer_words(item, answer), told, *seen.findings]
        self.setAccessibleName(", ".join(word for word in words if word))
        self.update()

    def _beside(self, answer: Answer | None) -> str:
        """What stands at the right where there are no boxes, or beside them for what does not apply."""
        if answer is not None and answer.skipped:
            return self.tr("does not apply")
        if self.item.asks is Asks.MEASURE:
            return answer_words(self.item, answer) if answer is not None else (limits_words(self.item) or "–")
        if self.item.asks is Asks.PHOTO:
            return self.tr("taken") if answer is not None else ""
        return ""

    def _told(self, answer: Answer | None) -> str:
        """The text of an answer and its pictures, in one line below."""
        parts = [plain_block(answer.text, 600)] if answer is not None and answer.text else []
        if self.seen.pictures:
            parts.append(self.tr("%n picture(s)", "", self.seen.pictures))
        return " · ".join(parts)

    def _lines(self) -> list[str]:
        """What is to be done about the item: findings, and what is missing before it can be signed."""
        lines = list(self.seen.findings[:LINES_MOST])
        if self.seen.live and self.silent:
            lines.append(self.tr("Weak: F writes a finding, T says why none is needed"))
        if self.seen.live and self.bare:
            lines.append(self.tr("A picture is wanted: P adds one"))
        return lines

    def _show_found(self, lines: Sequence[str]) -> None:
        while len(self.found) < len(lines):
            line = Said()
            line.words.setFont(font(12))
            self.found.append(line)
            self._column.insertWidget(self._column.count() - 1, line)
        for number, line in enumerate(self.found):
            words = plain(lines[number], 400) if number < len(lines) else ""
            line.warn(words) if words else line.say("")

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        top.addWidget(self.words, 1)
        top.addWidget(self.value)
        for button in (self.help, self.camera):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setFixedHeight(28)
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.help.setVisible(bool(self.item.picture))
        if self.marks is not None:
            self.marks.picked.connect(self.picked)
            top.addWidget(self.marks, 0, Qt.AlignmentFlag.AlignTop)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(8, 5, 8, 6)
        column.setSpacing(3)
        column.addLayout(top)
        for part in (self.wants, self.hint, self.told, self.entry):
            column.addWidget(part)
        self.hint.hide()
        self.entry.given.connect(self._given)
        self.entry.left.connect(self._left)

    def _given(self, what: str, words: str) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.typed.emit(what, words)

    def _left(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
