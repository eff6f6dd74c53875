"""A review: five times why, the root cause, which standard changes, and the actions that are made from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from console.app.queries.actions import ReviewShown, review_file
from console.domain.actions import DAYS, TITLE_MOST, Priority
from console.domain.commands.actions import FinishReview, MakeAction, WriteReview
from console.domain.errors import Refusal
from console.domain.ids import new_id
from console.domain.reviews import WHYS_MOST, Why
from widgets.actions.followup import LineButton
from widgets.actions.known import today_at
from widgets.actions.words import ActionCounts, because_word, stage_word
from widgets.attachments.later import while_there
from widgets.calls.form import Paragraph
from widgets.cards import Button, Card, Entry, OneLine, Text, Tick
from widgets.flow import Flow, emptied
from widgets.people.fields import Field, Said, scrolled
from widgets.people.signing import OneByOne, ask_for, why_not
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console


class ReviewCard(Card):
    """Reads its review from the records; what is typed stays until it is saved."""

    moved = Signal()
    left = Signal()  # the keyboard goes back to the list
    source_asked = Signal(str, str)  # kind and id of what the review is about
    action_asked = Signal(str)

    def __init__(self, console: Console, place_of: Callable[[str], str]) -> None:
        super().__init__(titled=False)
        self._console, self._place_of = console, place_of
        self._one = OneByOne(self, console)
        self.review = ""
        self.shown: ReviewShown | None = None
        self._read_version = 0
        self._fresh = True  # the fields take what the records say, whatever was typed
        self._filled: tuple[object, ...] = ()
        self.title, self.about = Text("text", 18, 600, wrap=True), Text("text_muted", 13, wrap=True)
        self.source = Button("link", self._open_source)
        self.hints = [Text("text_muted", 12, 500) for _ in range(2)]
        self.questions = [Entry() for _ in range(WHYS_MOST)]
        self.answers = [Entry() for _ in range(WHYS_MOST)]
        self.root_cause, self.standard, self.lesson = Field(Paragraph()), Field(Paragraph()), Tick()
        self.said = Said()
        self.save, self.finish = Button("check", self.write, primary=True), Button("lock", self.end)
        self.make_button = Button("list-checks", self.make_action)
        self.made, self.lines = Text("text", 14, 600), QVBoxLayout()
        self.empty = Text("text_muted", 14, wrap=True)
        self._stack = QStackedWidget()
        self._lay_out()
        self.retranslate()

    def show_review(self, review: str) -> None:
        """Show another review, or none ("")."""
        if review != self.review:
            self.said.say("")
            self.shown, self._read_version, self._fresh = None, 0, True
        self.review = review
        self.read()

    def read(self) -> None:
        """Ask the records for the review again."""
        if not self.review:
            self._stack.setCurrentWidget(self._nothing)
            return
        review = self.review
        answer = while_there(self, lambda shown: self._show(review, shown))
        self._console.office.ask(review_file(review), answer, while_there(self, self._refused))

    def _show(self, review: str, shown: ReviewShown | None) -> None:
        if review != self.review:
            return
        changed = shown is not None and shown.version != self._read_version
        self.shown = shown
        self._stack.setCurrentWidget(self._scroll if shown else self._nothing)
        if shown is None:
            return
        if changed and (self._fresh or not self._typed()):  # what is being typed is not taken away by others
            self._fill()
        self._say_about()
        self._list_actions()
        self.allow()

    def _told(self) -> tuple[object, ...]:
        texts = [part.text() for part in (*self.questions, *self.answers)]
        paragraphs = [field.control.toPlainText() for field in (self.root_cause, self.standard)]
        return (*texts, *paragraphs, self.lesson.isChecked())

    def _typed(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._told() != self._filled

    def _fill(self) -> None:
        assert self.shown is not None
        review, self._fresh = self.shown.review, False
        self._read_version = self.shown.version
        for i in range(WHYS_MOST):
            why = review.whys[i] if i < len(review.whys) else Why()
            self.questions[i].setText(why.question)
            self.answers[i].setText(why.answer)
        self.root_cause.control.setPlainText(review.root_cause)
        self.standard.control.setPlainText(review.standard)
        self.lesson.setChecked(review.lesson)
        self._filled = self._told()

    def _say_about(self) -> None:
        assert self.shown is not None
        review = self.shown.review
        self.title.say(plain(self.shown.source or review.title, 200))
        again = ActionCounts().again(review.repeats) if review.repeats else ""
        done = self.tr("Done by {0}").format(plain(self.shown.by, 60)) if review.done is not None else ""
        parts = (self._place_of(review.place), because_word(review.because), again, done)
        self.about.say(" · ".join(part for part in parts if part))

    def _list_actions(self) -> None:
        assert self.shown is not None
        emptied(self.lines)
        for one in self.shown.actions:
            button = LineButton("list-checks", partial(self.action_asked.emit, one.action.id))
            title, stage = plain(one.action.title, 60), stage_word(one.action.stage)
            button.say(f"{title} · {plain(one.owner, 30)} · {stage}")
            self.lines.addWidget(button)
        self.made.setVisible(bool(self.shown.actions))

    def allow(self) -> None:
        """Let edit what is not done, and whoever may."""
        if self.shown is None:
            return
        review = self.shown.review
        ended = self.tr("This review is done.") if review.done is not None else ""
        why = ended or why_not(self._console, WriteReview, place=review.place)
        for part in (*self.questions, *self.answers, self.root_cause.control, self.standard.control):
            part.setReadOnly(bool(why))
        for part in (self.lesson, self.save, self.finish):
            part.setEnabled(not why)
        self.save.name(self.tr("Save (Ctrl+Enter)"), why)
        self.finish.name(self.tr("The review is done"), why)
        cannot = why_not(self._console, MakeAction, place=review.place)
        self.make_button.setEnabled(not cannot)
        self.make_button.name(self.tr("Make an action of it"), cannot)

    # What can be done

    def write(self, then: Callable[[], None] | None = None) -> None:
        """Keep what was typed."""
        if self.shown is None or self.shown.review.done is not None:
            return
        self._refuse_nothing()
        pairs = zip(self.questions, self.answers, strict=True)
        whys = tuple(Why(question.text().strip(), answer.text().strip()) for question, answer in pairs)
        told = (self.root_cause.control.toPlainText(), self.standard.control.toPlainText(), self.lesson.isChecked())
        command = WriteReview(self.review, self.shown.review.place, whys, *told, self._read_version)
        self._one.give(command, while_there(self, lambda _: self._written(then)), while_there(self, self._refused))

    def end(self) -> None:
        """Keep what was typed, and that the review is done."""
        self.write(self._finish)

    def make_action(self) -> None:
        """An action against the root cause, for whoever is signed in; its day can be changed there."""
        ask_for(self, MakeAction, self._make)

    def _make(self) -> None:
        if self.shown is None:
            return
        review, person = self.shown.review, self._console.session.person
        cause = self.root_cause.control.toPlainText().strip()
        change = self.standard.control.toPlainText().strip()
        title = " ".join((change or cause or review.title).split())[:TITLE_MOST]
        due = today_at(self._console, review.place) + timedelta(days=DAYS[Priority.HIGH])
        owner = person.id if person else ""
        source = {"source": "review", "record": review.id, "priority": Priority.HIGH}
        command = MakeAction(new_id(), review.place, title, owner, due, cause, **source)  # type: ignore[arg-type]
        self._one.give(command, while_there(self, lambda _: self.read()), while_there(self, self._refused))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.write()
        elif enter and isinstance(self.focusWidget(), Entry):
            self.focusNextChild()  # from a question to its answer, and on to the next why
        elif enter and isinstance(self.focusWidget(), Button):
            self.focusWidget().click()
        elif event.text().strip():
            event.accept()  # a letter typed here is no command to the page
        else:
            super().keyPressEvent(event)

    # Inside

    def _written(self, then: Callable[[], None] | None) -> None:
        self.said.good(self.tr("Saved"))
        self._fresh = True
        self.moved.emit()
        if then is not None:
            then()
        else:
            self.read()

    def _finish(self) -> None:
        assert self.shown is not None
        command = FinishReview(self.review, self.shown.review.place)
        self._one.give(command, while_there(self, lambda _: self._ended()), while_there(self, self._refused))

    def _ended(self) -> None:
        self.said.good(self.tr("The review is done."))
        self.moved.emit()
        self.read()

    def _refuse_nothing(self) -> None:
        self.said.say("")
        for field in (self.root_cause, self.standard):
            field.refuse("")

    def _refused(self, refusal: Refusal) -> None:
        field = {"root_cause": self.root_cause, "standard": self.standard}.get(str(refusal.facts.get("field", "")))
        if field is not None:
            field.refuse(words_of(refusal))
            field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.said.say(words_of(refusal))
        if refusal.code in ("changed_meanwhile", "review_done"):
            self._fresh = True
            self.read()

    def _open_source(self) -> None:
        if self.shown is not None:
            self.source_asked.emit(self.shown.review.kind, self.shown.review.record)

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.source.name(self.tr("Open the call"))
        for hint, words in zip(self.hints, (self.tr("Why …?"), self.tr("Because …")), strict=True):
            hint.say(words)
        for i in range(WHYS_MOST):
            self.questions[i].setAccessibleName(self.tr("Question {0}").format(i + 1))
            self.answers[i].setAccessibleName(self.tr("Answer {0}").format(i + 1))
        self.root_cause.name(self.tr("Root cause"))
        self.standard.name(self.tr("Which standard has to change, and how"))
        self.lesson.setText(self.tr("A one-point lesson is wanted"))
        self.lesson.setAccessibleName(self.tr("A one-point lesson is wanted"))
        self.made.say(self.tr("Actions made from it"))
        self.empty.say(
            self.tr("Choose a review. One is wanted when a call was severe, or came back too often; it never expires.")
        )
        if self.shown is not None:
            self._say_about()
            self._list_actions()
        self.allow()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 2, 10, 4)
        column.setSpacing(10)
        grid = QGridLayout()
        grid.setSpacing(8)
        numbers = [OneLine("text_faint", 13, 600) for _ in range(WHYS_MOST)]
        for i, hint in enumerate(self.hints):
            grid.addWidget(hint, 0, i + 1)
            grid.setColumnStretch(i + 1, 1)
        for i, number in enumerate(numbers):
            number.say(str(i + 1))
            number.setFixedWidth(14)
            for place, part in enumerate((number, self.questions[i], self.answers[i])):
                grid.addWidget(part, i + 1, place)
        buttons = Flow()
        for button in (self.save, self.finish, self.make_button):
            buttons.addWidget(button)
        for part in (self.title, self.about):
            column.addWidget(part)
        column.addWidget(self.source, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(grid)
        for part in (self.root_cause, self.standard, self.lesson, self.said):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addWidget(self.made)
        column.addLayout(self.lines)
        column.addStretch(1)
        self._scroll = scrolled(inside)
        self._nothing = QWidget()
        words = QVBoxLayout(self._nothing)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addStretch(3)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._scroll)
        self.body.addWidget(self._stack, 1)
