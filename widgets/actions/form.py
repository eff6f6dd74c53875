"""What is filled in about an action: words, owner, day, priority, a reason, what was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.actions import Priority
from console.domain.errors import Refusal
from widgets.actions.words import priority_word
from widgets.calls.form import Paragraph
from widgets.cards import Button, Choice, Entry, Text
from widgets.people.fields import Field, Said
from widgets.refusals import words_of

TEXTS, LISTS = ("text", "outcome", "why", "note"), ("place", "owner", "priority")
FIELDS = ("title", "text", "place", "owner", "due", "priority", "effect_days", "outcome", "why", "note")
Entries = Sequence[tuple[str, str]]  # key and words


class ActionForm(QWidget):
    """Asks for the fields that it is told; `given` carries their values as text, `left` comes when it is closed."""

    given = Signal(dict)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.asked: tuple[str, ...] = ()
        self._today = date(1970, 1, 1)
        self.heading, self.said = Text("text", 14, 600), Said()
        self.fields: dict[str, Field[QWidget]] = {name: Field(_control(name)) for name in FIELDS}
        self.go, self.leave = Button("check", self.submit, primary=True), Button("", self.close_form)
        self._lay_out()
        self.retranslate()
        self.hide()

    def begin(
        self, words: str, asked: tuple[str, ...], values: Mapping[str, str], lists: Mapping[str, Entries], today: date
    ) -> None:
        """Ask for these fields, filled with what is known; `lists` has what owner and place can be."""
        self.asked, self._today = asked, today
        for name, entries in lists.items():
            control = self.fields[name].control
            assert isinstance(control, Choice)
            control.clear()
            for key, said in entries:
                control.addItem(said, key)
        for name, field in self.fields.items():
            field.setVisible(name in asked)
            field.refuse("")
            self._fill(name, values.get(name, ""))
        self.said.say("")
        self.heading.say(words)
        self.go.name(words, self.tr("Ctrl+Enter"))
        self.show()
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def first(self) -> QWidget:
        """Where typing begins."""
        return next((self.fields[name].control for name in FIELDS if name in self.asked), self.go)

    @property
    def day(self) -> date | None:
        """The day that was typed: as a date, or in so many days ("+7"); None where it is neither."""
        typed = self.value("due").strip()
        try:
            return self._today + timedelta(days=int(typed)) if len(typed) < 5 else date.fromisoformat(typed)
        except (ValueError, OverflowError):
            return None

    def value(self, name: str) -> str:
        """What a field says now."""
        control = self.fields[name].control
        if isinstance(control, Paragraph):
            return control.toPlainText().strip()
        if isinstance(control, Choice):
            return str(control.currentData() or "")
        return control.text().strip() if isinstance(control, Entry) else ""

    def submit(self) -> None:
        """Give what was filled in."""
        self.said.say("")
        for field in self.fields.values():
            field.refuse("")
        if not self.asked or not self._fits():
            return
        self.given.emit({name: self.value(name) for name in self.asked})

    def refuse(self, refusal: Refusal) -> None:
        """Say why it was not done, next to the field that it is about."""
        name = str(refusal.facts.get("field", ""))
        if name in self.asked:
            self._wrong(name, words_of(refusal))
        else:
            self.said.say(words_of(refusal))

    def close_form(self) -> None:
        """Leave it, with nothing done."""
        was, self.asked = self.asked, ()
        self.hide()
        if was:  # a form that was not open does not take the keyboard from the list
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

    def _fits(self) -> bool:
        if "due" in self.asked and self.day is None:
            self._wrong("due", self.tr("Type a day like 2026-11-28, or +7 for in seven days."))
            return False
        if "effect_days" in self.asked and not self.value("effect_days").isdecimal():
            self._wrong("effect_days", self.tr("Type a number of days, like 30."))
            return False
        return True

    def _wrong(self, name: str, why: str) -> None:
        self.fields[name].refuse(why)
        self.fields[name].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, name: str, value: str) -> None:
        control = self.fields[name].control
        if isinstance(control, Paragraph):
            control.setPlainText(value)
        elif isinstance(control, Choice):
            control.setCurrentIndex(max(0, control.findData(value)))
        elif isinstance(control, Entry):
            control.setText(value)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.leave.name(self.tr("Cancel"))
        names = {
            "title": (self.tr("What shall be done"), ""),
            "text": (self.tr("More about it"), ""),
            "place": (self.tr("Where"), ""),
            "owner": (self.tr("Who answers for it"), ""),
            "due": (self.tr("Due"), self.tr("A day like 2026-11-28, or +7 for in seven days.")),
            "priority": (self.tr("Priority"), ""),
            "effect_days": (self.tr("Days until the effect is checked"), ""),
            "outcome": (self.tr("What was done"), ""),
            "why": (self.tr("Why"), ""),
            "note": (self.tr("How one sees it (may be left out)"), ""),
        }
        for name, field in self.fields.items():
            field.name(*names[name])
        priority = self.fields["priority"].control
        assert isinstance(priority, Choice)
        chosen = priority.currentData()
        priority.clear()
        for one in reversed(Priority):
            priority.addItem(priority_word(one), one.value)
        priority.setCurrentIndex(max(0, priority.findData(chosen or Priority.NORMAL.value)))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        column.addWidget(self.heading)
        rows = (("title",), ("text",), ("place", "owner"), ("due", "priority", "effect_days"))
        for names in (*rows, *((name,) for name in ("outcome", "why", "note"))):
            row = QHBoxLayout()
            row.setSpacing(10)
            for name in names:
                row.addWidget(self.fields[name], 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        for field in self.fields.values():
            if isinstance(field.control, Paragraph):
                field.control.done.connect(self.submit)
        column.addWidget(self.said)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.go)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        column.addLayout(buttons)


def _control(name: str) -> QWidget:
    if name in TEXTS:
        return Paragraph()
    return Choice() if name in LISTS else Entry()
