"""What is filled in before a call is moved: containment, cause, finding, countermeasure, a reason, a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QMetaMethod, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from console.domain.andon import Answers, Call, Category, Severity
from console.domain.errors import Refusal
from console.domain.people import Person
from widgets.calls.askfields import AskFields
from widgets.calls.moves import Action, action_word, field_of
from widgets.calls.naming import severity_word
from widgets.cards import Button, Choice, Text, has_keyboard
from widgets.people.fields import Field, Said
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.theme import color, font, ring, themes

LINES = 3
FIELDS = ("cause", "finding", "countermeasure", "containment", "why", "severity", "to")


class Paragraph(QPlainTextEdit):
    """A few lines to type in; Tab leaves it, Ctrl+Enter is done. `pictured` carries what was pasted and is no text, a
    picture or files, where somebody takes that; it must be read at once."""

    done = Signal()
    pictured = Signal(QMimeData)

    def __init__(self) -> None:
        super().__init__()
        self.setFont(font(13))
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setFixedHeight(LINES * self.fontMetrics().lineSpacing() + 14)
        themes.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(240, self.height())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        return self._for_others(source) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        if self._for_others(source):
            self.pictured.emit(source)
        else:
            super().insertFromMimeData(source)

    def _for_others(self, source: QMimeData) -> bool:
        taken = self.isSignalConnected(QMetaMethod.fromSignal(self.pictured))
        return taken and (source.hasUrls() or source.hasImage() and not source.hasText())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            painter.setPen(QPen(color("border_strong"), 1))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
            if self.hasFocus():
                ring(painter, self.viewport().rect().toRectF(), 3)

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, color("window"))
        self.setPalette(palette)


class MoveForm(QWidget):
    """Asks what an action needs; `given` carries the action, its values by field and the answers to what the category
    asks, `left` comes when it is closed while it has the keyboard."""

    given = Signal(object, dict, object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.action: Action | None = None
        self._call: Call | None = None
        self._category: Category | None = None
        self.heading, self.said = Text("text", 14, 600), Said()
        texts = ("finding", "countermeasure", "containment", "why")
        self.fields: dict[str, Field[QWidget]] = {
            name: Field(Paragraph() if name in texts else Choice()) for name in FIELDS
        }
        self.asks = AskFields()
        self.go, self.leave = Button("check", self.submit, primary=True), Button("", self.close_form)
        self._lay_out()
        self.retranslate()
        self.hide()

    def begin(self, action: Action, call: Call, category: Category | None, people: Iterable[Person]) -> None:
        """Ask for what this action needs, filled with what is known already."""
        self.action, self._call, self._category = action, call, category
        self._offer(people)
        for name, field in self.fields.items():
            field.setVisible(name in action.fields and self._wanted(name))
            field.refuse("")
            self._fill(name, str(getattr(call, name, "")) if name in ("cause", "finding", "countermeasure") else "")
        self.asks.show_asks(call, category if action.explains else None)
        self.said.say("")
        self._say()
        self.show()
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def first(self) -> QWidget:
        """Where typing begins."""
        shown = (field.control for field in self.fields.values() if not field.isHidden())
        return next(shown, self.go)

    def submit(self) -> None:
        """Give what was filled in."""
        if self.action is not None:
            self.refuse_nothing()
            values = {name: self._value(name) for name in self.action.fields}
            answers: Answers = self.asks.answers
            self.given.emit(self.action, values, answers)

    def refuse(self, refusal: Refusal) -> None:
        """Say why it was not done, next to the field that it is about."""
        name = field_of(refusal.code, str(refusal.facts.get("field", "")))
        if refusal.code == "call_cause_needed" and refusal.facts.get("listed") is False:
            name = "finding"
        field = self.fields.get(name)
        if self.asks.refuse(str(refusal.facts.get("ask", "")), words_of(refusal)):
            return
        if field is not None and not field.isHidden():
            field.refuse(words_of(refusal))
            field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.said.say(words_of(refusal))

    def refuse_nothing(self) -> None:
        """Take back what was said."""
        self.said.say("")
        for field in self.fields.values():
            field.refuse("")
        self.asks.refuse_nothing()

    def close_form(self) -> None:
        """Leave it, with nothing done."""
        inside = has_keyboard(self)
        self.action = None
        self.hide()
        if inside:  # else it is somewhere else, and stays there
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        elif event.text().strip():
            event.accept()  # a letter typed here is no command to the page
        else:
            super().keyPressEvent(event)

    # Inside

    def _wanted(self, name: str) -> bool:
        return name != "cause" or bool(self._category and self._category.causes)

    def _offer(self, people: Iterable[Person]) -> None:
        assert self._call is not None
        causes = self._category.causes if self._category else ()
        worse = [severity for severity in Severity if severity.rank > self._call.severity.rank]
        _offer(self.fields["cause"].control, [("", "–"), *((one.id, plain(one.name, 80)) for one in causes)])
        _offer(self.fields["severity"].control, [(one.value, severity_word(one)) for one in worse])
        _offer(self.fields["to"].control, [(one.id, plain(one.name, 60)) for one in people])

    def _fill(self, name: str, value: str) -> None:
        control = self.fields[name].control
        if isinstance(control, Paragraph):
            control.setPlainText(value)
        elif isinstance(control, Choice):
            control.setCurrentIndex(max(0, control.findData(value)))

    def _value(self, name: str) -> str:
        control = self.fields[name].control
        if isinstance(control, Paragraph):
            return control.toPlainText().strip()
        return str(control.currentData() or "") if isinstance(control, Choice) else ""

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.leave.name(self.tr("Cancel"))
        self.asks.retranslate()
        self._say()

    def _say(self) -> None:
        names = self._names()
        for name, field in self.fields.items():
            field.name(*names[name])
        if self.action is not None:
            words = action_word(self.action).rstrip("…")
            self.heading.say(words)
            self.go.name(words, self.tr("Ctrl+Enter"))

    def _names(self) -> Mapping[str, tuple[str, str]]:
        category = self._category
        wanted = category is not None and category.needs_countermeasure
        closing = self.tr("Wanted before the call can be ended.")
        listed = category is not None and category.needs_cause
        return {
            "cause": (self.tr("Cause"), closing if listed else ""),
            "finding": (
                self.tr("What was found"),
                closing if listed and category is not None and not category.causes else "",
            ),
            "countermeasure": (self.tr("Countermeasure"), closing if wanted else ""),
            "containment": (self.tr("What keeps it from getting worse"), ""),
            "why": (self.tr("Why"), ""),
            "severity": (self.tr("Severity"), ""),
            "to": (self.tr("Who has it from now on"), ""),
        }

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        column.addWidget(self.heading)
        for field in self.fields.values():
            column.addWidget(field)
            if isinstance(field.control, Paragraph):
                field.control.done.connect(self.submit)
        column.addWidget(self.asks)
        column.addWidget(self.said)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.go)
        row.addWidget(self.leave)
        row.addStretch(1)
        column.addLayout(row)


def _offer(control: QWidget, entries: list[tuple[str, str]]) -> None:
    if isinstance(control, Choice):
        control.clear()
        for key, words in entries:
            control.addItem(words, key)
