"""Questions that are kept: a list to ask again from, a form to keep one with its name, and which reports answer it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from console.domain.commands.questions import KeepQuestion, RemoveQuestion
from console.domain.desk import Kept, ReadDesk
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady
from console.domain.ids import new_id
from console.domain.questions import Every, SavedQuestion, saved
from widgets.attachments.later import while_there
from widgets.cards import Button, Choice, Entry, Text, Tick
from widgets.compare.choosing import Choosing
from widgets.people.fields import Field, Said
from widgets.people.signing import OneByOne, ask_for, why_not
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

Questions = tuple[Kept[SavedQuestion], ...]


def kept_questions(desk: ReadDesk) -> Questions:
    """Every question that is kept, by name."""
    return tuple(sorted(desk.kept(SavedQuestion), key=lambda kept: kept.value.name.casefold()))


def every_word(every: Every) -> str:
    """The name of a report."""
    translate = QCoreApplication.translate
    match every:
        case Every.SHIFT:
            return translate("compare", "Shift report")
        case Every.DAY:
            return translate("compare", "Day report")
        case Every.WEEK:
            return translate("compare", "Week report")


class KeptQuestions(QWidget):
    """A list beside the buttons of the page; choosing one asks it."""

    said = Signal(str)

    def __init__(self, console: Console, choosing: Choosing) -> None:
        super().__init__()
        self._console, self._choosing = console, choosing
        self.questions: Questions = ()
        self.list, self.keep, self.remove = Choice(), Button("flag", self.keep_this), Button("x", self.remove_this)
        self._one = OneByOne(self, console)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self.list, self.remove, self.keep):
            row.addWidget(part)
        self.list.currentIndexChanged.connect(lambda _: self._ask())
        ends = (
            console.on(RecordChanged, lambda event: self.read() if event.kind == "saved_question" else None),
            console.on(RecordsReady, lambda _: self.read()),
        )
        self.destroyed.connect(lambda: [end() for end in ends])
        self.retranslate()

    def read(self) -> None:
        """Read what is kept."""
        self._console.office.ask(kept_questions, while_there(self, self._show), lambda _: None)

    def chosen(self) -> Kept[SavedQuestion] | None:
        """The one that is chosen."""
        id = self.list.currentData()
        return next((kept for kept in self.questions if kept.value.id == id), None)

    def keep_this(self) -> None:
        """Ask for a name, after a sign-in where nobody is signed in."""

        def open_form() -> None:
            form = KeepForm(self._console, self._choosing, self.chosen(), self.window())
            form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            form.open()

        ask_for(self, KeepQuestion, open_form)

    def remove_this(self) -> None:
        """Keep the chosen one no more."""
        kept = self.chosen()
        if kept is not None:
            command = RemoveQuestion(kept.value.id, kept.version)
            self._one.give(command, lambda _: None, while_there(self, lambda why: self.said.emit(words_of(why))))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.list.setAccessibleName(self.tr("Questions that are kept"))
        self.remove.name_silently(self.tr("Remove the question that is chosen"))
        self._show(self.questions)

    def allow(self) -> None:
        """Buttons by what whoever is signed in may do."""
        why = why_not(self._console, KeepQuestion)
        self.keep.setEnabled(not why)
        self.keep.name(self.tr("Keep…"), why or self.tr("Keep this question under a name, and for reports"))
        self.remove.setVisible(self.chosen() is not None)
        self.remove.setEnabled(not why_not(self._console, RemoveQuestion))

    def _show(self, found: Questions) -> None:
        self.questions = found
        self.list.offer(self.tr("Kept questions"), [(k.value.id, plain(k.value.name, 60)) for k in found], most=240)
        self.list.setEnabled(bool(found))
        self.allow()

    def _ask(self) -> None:
        kept = self.chosen()
        if kept is not None:
            self._choosing.use(kept.value.question)
            for part, key in ((self._choosing.range, kept.value.span), (self._choosing.against, kept.value.against)):
                part.setCurrentIndex(max(0, part.findData(key)))
        self.allow()


class KeepForm(QDialog):
    """Closes when the question is kept."""

    def __init__(
        self, console: Console, choosing: Choosing, before: Kept[SavedQuestion] | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._choosing, self._before = choosing, before
        self._one = OneByOne(self, console)
        self.setMinimumWidth(440)
        self.what, self.about = Text("text", 16, 600), Text("text_muted", 13, wrap=True)
        self.called, self.refusal = Field(Entry()), Said()
        self.reports = {every: Tick() for every in Every}
        self.keep, self.leave = Button("flag", self.give, primary=True), Button("", self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        for part in (self.what, self.called, self.about, *self.reports.values(), self.refusal):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.keep)
        column.addLayout(row)
        self.keep.setDefault(True)
        if before is not None:
            self.called.control.setText(before.value.name)
            for every in before.value.reports:
                self.reports[every].setChecked(True)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.setWindowTitle(self.tr("Keep a question"))
        self.what.say(self.tr("Keep this question"))
        self.about.say(self.tr("Reports answer it for their own time, beside the time before:"))
        self.called.name(self.tr("&Name"))
        for every, box in self.reports.items():
            box.setText(every_word(every))
        self.keep.name(self.tr("Keep it"))
        self.leave.name(self.tr("Cancel"))

    def give(self) -> None:
        """Give the command; under the name of the chosen one it takes its place."""
        name = self.called.control.text().strip()
        self.called.refuse("" if name else self.tr("Write something here."))
        if not name:
            self.called.control.setFocus()
            return
        before = self._before if self._before is not None and self._before.value.name == name else None
        span, against = self._choosing.range.currentData(), self._choosing.against.currentData()
        id = before.value.id if before is not None else new_id()
        asked = saved(self._choosing.question(), id, name, str(span or "7"), str(against or ""))
        asked = replace(asked, reports=tuple(every for every, box in self.reports.items() if box.isChecked()))
        command = KeepQuestion(asked, before.version if before is not None else 0)
        self._one.give(command, while_there(self, lambda _: self.accept()), while_there(self, self._refused))

    def _refused(self, refusal: Refusal) -> None:
        self.refusal.say(words_of(refusal))
