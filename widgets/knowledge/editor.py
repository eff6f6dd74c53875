"""Writing an article: title, text, where it holds, and by what it shall be found again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.commands.actions import WriteArticle
from console.domain.errors import Refusal
from console.domain.knowledge import Article
from widgets.calls.form import Paragraph
from widgets.cards import Button, Choice, Entry, Text, Tick
from widgets.people.fields import Field, Said
from widgets.refusals import words_of

Entries = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Draft:
    """What the editor begins with; `id` of a new one is new."""

    id: str
    title: str = ""
    text: str = ""
    place: str = ""
    more_places: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    abouts: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    kind: str = ""
    record: str = ""
    active: bool = True
    version: int = 0


def draft_of(article: Article, version: int) -> Draft:
    """An article to be changed."""
    links = (article.categories, article.codes, article.abouts, article.causes, article.keywords)
    where = (article.place, article.places[1:])
    return Draft(
        article.id, article.title, article.text, *where, *links, article.kind, article.record, article.active, version
    )


class ArticleEditor(QWidget):
    """`given` carries the command; `left` comes when it is closed."""

    given = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.draft: Draft | None = None
        self.heading, self.said = Text("text", 18, 600), Said()
        self.title, self.text = Field(Entry()), Field(Paragraph())
        self.place, self.category = Field(Choice()), Field(Choice())
        self.codes, self.keywords, self.active = Field(Entry()), Field(Entry()), Tick()
        self.text.control.setFixedHeight(240)
        self.go, self.leave = Button("check", self.submit, primary=True), Button("", self.left.emit)
        self._lay_out()
        self.retranslate()

    def begin(self, draft: Draft, places: Entries, categories: Entries) -> None:
        """Edit this."""
        self.draft = draft
        self._clear()
        _offer(self.place.control, places, draft.place)
        _offer(self.category.control, categories, draft.categories[0] if draft.categories else "")
        self.title.control.setText(draft.title)
        self.text.control.setPlainText(draft.text)
        self.codes.control.setText(", ".join(draft.codes))
        self.keywords.control.setText(", ".join(draft.keywords))
        self.active.setChecked(draft.active)
        self.active.setVisible(draft.version > 0)
        self.heading.say(self.tr("Change the article") if draft.version else self.tr("New article"))
        self.title.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Give what was written."""
        if self.draft is None:
            return
        self._clear()
        draft = self.draft
        category = str(self.category.control.currentData() or "")
        home = str(self.place.control.currentData() or "")
        more = tuple(place for place in draft.more_places if place != home) if home else ()
        categories = ((category,) if category else ()) + tuple(one for one in draft.categories[1:] if one != category)
        self.given.emit(
            WriteArticle(
                draft.id,
                home,
                self.title.control.text(),
                self.text.control.toPlainText(),
                more,
                categories,
                listed(self.codes.control.text()),
                draft.abouts,
                draft.causes if category in draft.categories else (),
                listed(self.keywords.control.text()),
                draft.kind,
                draft.record,
                self.active.isChecked(),
                draft.version,
            )
        )

    def refuse(self, refusal: Refusal) -> None:
        """Say why it was not kept, next to the field that it is about."""
        field = {"title": self.title, "text": self.text, "codes": self.codes, "keywords": self.keywords}.get(
            str(refusal.facts.get("field", ""))
        )
        if field is None:
            self.said.say(words_of(refusal))
        else:
            field.refuse(words_of(refusal))
            field.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, Button):
                focused.click()
            elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.submit()
            else:
                self.focusNextChild()
        elif event.text().strip():
            event.accept()
        else:
            super().keyPressEvent(event)

    def _clear(self) -> None:
        self.said.say("")
        for field in (self.title, self.text, self.codes, self.keywords):
            field.refuse("")

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.name(self.tr("Title"), self.tr("What somebody would look for."))
        self.text.name(self.tr("What was learned"), self.tr("What one sees, why it happens, what helps."))
        self.place.name(self.tr("Where it holds"))
        self.category.name(self.tr("Category of calls"))
        self.codes.name(self.tr("Machine codes"), self.tr("Separated by commas."))
        self.keywords.name(self.tr("More words to find it by"), self.tr("Separated by commas."))
        self.active.setText(self.tr("It is suggested"))
        self.active.setAccessibleName(self.tr("It is suggested"))
        self.go.name(self.tr("Save (Ctrl+Enter)"))
        self.leave.name(self.tr("Cancel"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 2, 10, 4)
        column.setSpacing(10)
        column.addWidget(self.heading)
        column.addWidget(self.title)
        column.addWidget(self.text)
        for pair in ((self.place, self.category), (self.codes, self.keywords)):
            row = QHBoxLayout()
            row.setSpacing(10)
            for field in pair:
                row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        column.addWidget(self.active)
        column.addWidget(self.said)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.go)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        self.text.control.done.connect(self.submit)


def listed(text: str) -> tuple[str, ...]:
    """What is separated by commas, Chinese ones too."""
    return tuple(part.strip() for part in text.replace("，", ",").replace("、", ",").split(",") if part.strip())


def _offer(choice: Choice, entries: Entries, chosen: str) -> None:
    choice.clear()
    for key, words in entries:
        choice.addItem(words, key)
    if chosen and choice.findData(chosen) < 0:
        choice.addItem(chosen, chosen)
    choice.setCurrentIndex(max(0, choice.findData(chosen)))
