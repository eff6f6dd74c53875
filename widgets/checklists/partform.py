"""The form beside the outline: the checklist itself, a section or an item, each field with its name and its refusal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from console.domain.checklists import SCORED, Asks, Evidence, Item, Purpose, Section, Words
from widgets.calls.form import Paragraph
from widgets.cards import Choice, Entry, Text, Tick
from widgets.checklists.edits import Edits, Sheet
from widgets.checklists.picture import HelpPicture
from widgets.checklists.typed import OwnUndo, number_shown, number_typed, say_text
from widgets.checklists.words import ASKS, EVIDENCES, PURPOSES, asks_word, evidence_word, part_word, purpose_word
from widgets.people.fields import Field

if TYPE_CHECKING:
    from console.app.console import Console

WIDEST = 4096


class _Part(QWidget):
    """One of the three forms. `edited` when somebody changed something of it in the edits."""

    edited = Signal()

    def __init__(self, edits: Edits) -> None:
        super().__init__()
        self.edits = edits
        self.fields: dict[str, Field] = {}  # by the field that FormUnfit names
        self.heading, self.note = Text("text", 16, 600), Text("text_muted", 12, wrap=True)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(14)
        self.grid.setVerticalSpacing(12)
        for column in range(4):
            self.grid.setColumnStretch(column, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 8, 0)
        self.column.setSpacing(12)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.note)
        self.column.addLayout(self.grid)

    def first(self) -> QWidget:
        """Where typing begins."""
        return self

    def mark(self, field: str, why: str) -> None:
        """Say beside a field what is wrong; "" as field takes all back."""
        for name, each in self.fields.items():
            each.refuse(why if name == field else "")

    def _typed(self, field: Entry, take: Callable[[str], None]) -> None:
        field.textChanged.connect(lambda text: (take(text), self.edited.emit()))
        field.editingFinished.connect(self.edits.pause)

    def _wrote(self, field: Paragraph, take: Callable[[str], None]) -> None:
        field.textChanged.connect(lambda: (take(field.toPlainText()), self.edited.emit()))


class ChecklistPart(_Part):
    """Name, purpose and the share from which a run passes."""

    def __init__(self, edits: Edits, undo: OwnUndo) -> None:
        super().__init__(edits)
        self.en, self.zh, self.purpose, self.passes = Field(Entry()), Field(Entry()), Field(Choice()), Field(Entry())
        self.fields = {"name": self.en, "passes": self.passes}
        for at, field in enumerate((self.en, self.zh, self.purpose, self.passes)):
            self.grid.addWidget(field, at // 2, at % 2 * 2, 1, 2, Qt.AlignmentFlag.AlignTop)
        self.column.addStretch(1)
        undo.watch(self.en.control, self.zh.control, self.passes.control)
        self._typed(self.en.control, lambda text: self._name(text, None))
        self._typed(self.zh.control, lambda text: self._name(None, text))
        self._typed(self.passes.control, self._share)
        self.purpose.control.activated.connect(lambda _: self._purpose())
        self.retranslate()

    def first(self) -> QWidget:
        return self.en.control

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the checklist as it stands."""
        say_text(self.en.control, sheet.name.en)
        say_text(self.zh.control, sheet.name.zh)
        self.purpose.control.setCurrentIndex(self.purpose.control.findData(sheet.purpose.value))
        share = None if sheet.form.passes is None else sheet.form.passes * 100
        typed = number_typed(self.passes.control.text().replace("%", ""))
        if typed != share or (share is None and self.passes.control.text().strip()):
            say_text(self.passes.control, number_shown(round(share, 6) if share is not None else None))

    def _name(self, en: str | None, zh: str | None) -> None:
        sheet = self.edits.sheet
        name = Words(sheet.name.en if en is None else en, sheet.name.zh if zh is None else zh)
        self.edits.take(replace(sheet, name=name), "name.en" if zh is None else "name.zh")

    def _purpose(self) -> None:
        self.edits.take(replace(self.edits.sheet, purpose=Purpose(str(self.purpose.control.currentData()))))
        self.edited.emit()

    def _share(self, text: str) -> None:
        share, sheet = number_typed(text.replace("%", "")), self.edits.sheet
        if share is None and text.strip():
            self.passes.refuse(self.tr("This is no number. Until it is one, the share before it holds."))
            return
        self.passes.refuse("")
        passes = None if share is None else share / 100
        self.edits.take(replace(sheet, form=replace(sheet.form, passes=passes)), "passes")

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.heading.say(self.tr("The whole checklist"))
        self.note.say(self.tr("Write each text in one language or both; where one is missing, the other is shown."))
        self.en.name(self.tr("&Name, English"))
        self.zh.name(self.tr("Name, Chinese"))
        self.purpose.name(self.tr("&Purpose"), self.tr("It decides where the checklist is offered."))
        self.passes.name(self.tr("Passes from, % of all points"), self.tr("Empty: a round is not judged."))
        self.purpose.control.offer("", [(one, purpose_word(Purpose(one))) for one in PURPOSES], most=WIDEST)


class SectionPart(_Part):
    """The words of a section."""

    def __init__(self, edits: Edits, undo: OwnUndo) -> None:
        super().__init__(edits)
        self.en, self.zh = Field(Entry()), Field(Entry())
        self.fields = {"words": self.en}
        self.grid.addWidget(self.en, 0, 0, 1, 2, Qt.AlignmentFlag.AlignTop)
        self.grid.addWidget(self.zh, 0, 2, 1, 2, Qt.AlignmentFlag.AlignTop)
        self.column.addStretch(1)
        undo.watch(self.en.control, self.zh.control)
        self._typed(self.en.control, lambda text: self._words(text, None))
        self._typed(self.zh.control, lambda text: self._words(None, text))
        self.retranslate()

    def first(self) -> QWidget:
        return self.en.control

    def show_section(self, section: Section) -> None:
        """Show this section."""
        say_text(self.en.control, section.words.en)
        say_text(self.zh.control, section.words.zh)

    def _words(self, en: str | None, zh: str | None) -> None:
        part = self.edits.part(self.edits.chosen)
        if isinstance(part, Section):
            words = Words(part.words.en if en is None else en, part.words.zh if zh is None else zh)
            self.edits.change(part.id, typing=True, words=words)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.heading.say(self.tr("Section"))
        self.note.say(self.tr("Items that belong together: one S, one machine, one point of a route."))
        self.en.name(self.tr("&Words, English"))
        self.zh.name(self.tr("Words, Chinese"))


class ItemPart(_Part):
    """Everything about one item."""

    def __init__(self, edits: Edits, undo: OwnUndo, console: Console, template: str) -> None:
        super().__init__(edits)
        self.words = Field(Entry()), Field(Entry())
        self.hints = Field(Paragraph()), Field(Paragraph())
        self.asks, self.evidence, self.weight = Field(Choice()), Field(Choice()), Field(Entry())
        self.low, self.high, self.unit = Field(Entry()), Field(Entry()), Field(Entry())
        self.red, self.skip = Field(Tick()), Field(Tick())
        self.picture = HelpPicture(console, template)
        self.fields = {
            "words": self.words[0], "hint": self.hints[0], "asks": self.asks, "evidence": self.evidence,
            "weight": self.weight, "low": self.low, "high": self.high, "unit": self.unit, "red_line": self.red,
        }  # fmt: skip
        self._lay_out()
        self._connect(undo)
        self.retranslate()

    def first(self) -> QWidget:
        return self.words[0].control

    def show_item(self, item: Item) -> None:
        """Show this item."""
        for field, text in zip((*self.words, *self.hints), _texts(item), strict=True):
            say_text(field.control, text)
        for field, value in ((self.weight, item.weight), (self.low, item.low), (self.high, item.high)):
            if number_typed(field.control.text()) != value or (value is None and field.control.text()):
                say_text(field.control, number_shown(value))
        say_text(self.unit.control, item.unit)
        for choice, value in ((self.asks, item.asks), (self.evidence, item.evidence)):
            choice.control.setCurrentIndex(choice.control.findData(value.value))
        for tick, on in ((self.red, item.red_line), (self.skip, item.may_skip)):
            tick.control.blockSignals(True)
            tick.control.setChecked(on)
            tick.control.blockSignals(False)
        for field in (self.low, self.high, self.unit):
            field.setVisible(item.asks is Asks.MEASURE)
        self.weight.setVisible(item.asks in SCORED)
        self.red.setVisible(item.asks in SCORED)
        self.picture.show_picture(item.id, item.picture)

    # What is typed

    def _item(self) -> Item | None:
        part = self.edits.part(self.edits.chosen)
        return part if isinstance(part, Item) else None

    def _change(self, typing: bool = False, **fields: object) -> None:
        item = self._item()
        if item is not None:
            self.edits.change(item.id, typing, **fields)

    def _both(self, name: str, en: str | None, zh: str | None) -> None:
        item = self._item()
        if item is not None:
            was: Words = getattr(item, name)
            words = Words(was.en if en is None else en, was.zh if zh is None else zh)
            self.edits.change(item.id, True, **{name: words})

    def _number(self, name: str, text: str, needed: bool) -> None:
        value = number_typed(text)
        unread = value is None and (needed or bool(text.strip()))
        why = self.tr("This is no number. Until it is one, the number before it holds.")
        self.fields[name].refuse(why if unread else "")
        if not unread:
            self._change(True, **{name: value})

    def _asked(self) -> None:
        """Another kind of answer; what only the kind before it has goes, and comes back when it is undone."""
        item, asks = self._item(), Asks(str(self.asks.control.currentData()))
        if item is None or item.asks is asks:
            return
        more: dict[str, object] = {} if asks is Asks.MEASURE else {"low": None, "high": None, "unit": ""}
        if asks not in SCORED or (asks is Asks.MEASURE and item.low is None and item.high is None):
            more["red_line"] = False
        self._change(asks=asks, **more)
        self.edited.emit()

    def _ticked(self, **fields: object) -> None:
        self._change(**fields)
        self.edited.emit()

    def _pictured(self, item: str, id: str) -> None:
        self.edits.change(item, picture=id)
        self.edited.emit()

    def _connect(self, undo: OwnUndo) -> None:
        typed = [*self.words, *self.hints, self.weight, self.low, self.high, self.unit]
        undo.watch(*(field.control for field in typed))
        self._typed(self.words[0].control, lambda text: self._both("words", text, None))
        self._typed(self.words[1].control, lambda text: self._both("words", None, text))
        self._wrote(self.hints[0].control, lambda text: self._both("hint", text, None))
        self._wrote(self.hints[1].control, lambda text: self._both("hint", None, text))
        self._typed(self.weight.control, lambda text: self._number("weight", text, True))
        self._typed(self.low.control, lambda text: self._number("low", text, False))
        self._typed(self.high.control, lambda text: self._number("high", text, False))
        self._typed(self.unit.control, lambda text: self._change(True, unit=text))
        self.asks.control.activated.connect(lambda _: self._asked())
        self.evidence.control.activated.connect(
            lambda _: self._ticked(evidence=Evidence(str(self.evidence.control.currentData())))
        )
        self.red.control.toggled.connect(lambda on: self._ticked(red_line=on))
        self.skip.control.toggled.connect(lambda on: self._ticked(may_skip=on))
        self.picture.chosen.connect(self._pictured)

    def _lay_out(self) -> None:
        places = (
            (self.words[0], 0, 0, 2), (self.words[1], 0, 2, 2),
            (self.asks, 1, 0, 2), (self.evidence, 1, 2, 2),
            (self.low, 2, 0, 1), (self.high, 2, 1, 1), (self.unit, 2, 2, 2),
            (self.weight, 3, 0, 1), (self.red, 4, 0, 4), (self.skip, 5, 0, 4),
            (self.hints[0], 6, 0, 2), (self.hints[1], 6, 2, 2), (self.picture, 7, 0, 4),
        )  # fmt: skip
        for field, row, column, wide in places:
            self.grid.addWidget(field, row, column, 1, wide, Qt.AlignmentFlag.AlignTop)
        self.column.addStretch(1)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.heading.say(self.tr("Item"))
        self.note.say(self.tr("One question, so clear that two people give it the same answer."))
        self.words[0].name(self.tr("&Words, English"))
        self.words[1].name(self.tr("Words, Chinese"))
        self.hints[0].name(self.tr("&Hint, English"), self.tr("What to look at, and what a weak answer is."))
        self.hints[1].name(self.tr("Hint, Chinese"))
        self.asks.name(self.tr("&Kind of answer"))
        self.evidence.name(self.tr("&Evidence"))
        self.weight.name(self.tr("Wei&ght"))
        self.low.name(part_word("low"))
        self.high.name(part_word("high"))
        self.unit.name(part_word("unit"))
        self.red.control.setText(self.tr("Red line: a weak answer fails the whole round"))
        self.skip.control.setText(self.tr("May be skipped: “does not apply here”, with a reason"))
        for tick in (self.red, self.skip):
            tick.control.setAccessibleName(tick.control.text())
            tick.label.hide()
        self.asks.control.offer("", [(one, asks_word(Asks(one))) for one in ASKS], most=WIDEST)
        self.evidence.control.offer("", [(one, evidence_word(Evidence(one))) for one in EVIDENCES], most=WIDEST)


class PartForm(QStackedWidget):
    """Shows the form of what is chosen; `edited` when somebody changed something."""

    edited = Signal()

    def __init__(self, edits: Edits, console: Console, template: str) -> None:
        super().__init__()
        self.edits, self._undo = edits, OwnUndo(self)
        self.whole, self.section = ChecklistPart(edits, self._undo), SectionPart(edits, self._undo)
        self.item = ItemPart(edits, self._undo, console, template)
        for part in (self.whole, self.section, self.item):
            self.addWidget(part)
            part.edited.connect(self.edited)

    def refresh(self) -> None:
        """Show what is chosen as it stands."""
        part = self.edits.part(self.edits.chosen)
        if isinstance(part, Item):
            self.item.show_item(part)
            self.setCurrentWidget(self.item)
        elif isinstance(part, Section):
            self.section.show_section(part)
            self.setCurrentWidget(self.section)
        else:
            self.whole.show_sheet(self.edits.sheet)
            self.setCurrentWidget(self.whole)

    @property
    def shown(self) -> _Part:
        """The form that is shown."""
        part = self.currentWidget()
        assert isinstance(part, _Part)
        return part

    def mark(self, field: str, why: str) -> None:
        """Say beside a field of what is shown what is wrong."""
        self.shown.mark("name" if field == "name" else field, why)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            for part in (self.whole, self.section, self.item):
                part.retranslate()
            self.refresh()
        super().changeEvent(event)


def _texts(item: Item) -> tuple[str, str, str, str]:
    return item.words.en, item.words.zh, item.hint.en, item.hint.zh
