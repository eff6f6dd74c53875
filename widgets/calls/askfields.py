"""What the category of a call asks of its own, in the form of a move: one field each, filled with what is known."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.andon import Answers, Ask, AskKind, Call, Category
from console.domain.andon_asks import ANSWER_MOST
from widgets.cards import Choice, Entry
from widgets.people.fields import Field
from widgets.plain import plain


class AskFields(QWidget):
    """A field for each ask; `answers` are those that were changed in it."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, Field[QWidget]] = {}  # by id of the ask
        self._asks: tuple[Ask, ...] = ()
        self._before: dict[str, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_asks(self, call: Call, category: Category | None) -> None:
        """Ask what the category wants known of the call; nothing without a category."""
        self._asks = category.asks if category else ()
        known = dict(call.answers)
        for field in self.fields.values():
            self._column.removeWidget(field)
            field.hide()
            field.deleteLater()
        self.fields = {ask.id: Field(_control(ask, known.get(ask.id, ""))) for ask in self._asks}
        for field in self.fields.values():
            self._column.addWidget(field)
        self._before = {ask: _text(field) for ask, field in self.fields.items()}
        self.setVisible(bool(self.fields))
        self.retranslate()

    @property
    def answers(self) -> Answers:
        """What was changed: what somebody else answers meanwhile is left alone."""
        told = ((ask, _text(field)) for ask, field in self.fields.items())
        return tuple((ask, text) for ask, text in told if text != self._before[ask])

    def refuse(self, ask: str, why: str) -> bool:
        """Say beside the field of this ask what is wrong; False where it is not asked here."""
        field = self.fields.get(ask)
        if field is not None:
            field.refuse(why)
            field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        return field is not None

    def refuse_nothing(self) -> None:
        """Take back what was said."""
        for field in self.fields.values():
            field.refuse("")

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        for ask in self._asks:
            name = plain(ask.name, 80).replace("&", "&&")
            self.fields[ask.id].name(self.tr("{0} (required)").format(name) if ask.needed else name)


def _control(ask: Ask, known: str) -> QWidget:
    """A choice where there is something to choose from, else a line; what was answered can always be left as it is."""
    if ask.kind is AskKind.CHOICE:
        choice = Choice()
        for text in ("", *ask.choices, *([known] if known not in ("", *ask.choices) else [])):
            choice.addItem(plain(text, 80) or "–", text)
        choice.setCurrentIndex(choice.findData(known))
        return choice
    entry = Entry(known)
    entry.setMaxLength(ANSWER_MOST)
    if ask.kind is AskKind.NUMBER:
        entry.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
    return entry


def _text(field: Field[QWidget]) -> str:
    control = field.control
    if isinstance(control, Entry):
        return control.text().strip()
    return str(control.currentData() or "") if isinstance(control, Choice) else ""
