"""What follows from a call, on the call itself: corrective action, review, what helped before, what was learned."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.app.corrective import asked_by, corrective
from console.app.queries.actions import ActionShown, actions_of, reviews_of
from console.app.queries.knowledge import Suggested, suggested
from console.app.queries.order_links import order_of
from console.app.queries.safety import event_of
from console.domain.commands import Command
from console.domain.commands.actions import MakeAction, UseArticle, WriteArticle
from console.domain.desk import ReadDesk
from console.domain.errors import Refusal
from console.domain.events import RecordChanged
from console.domain.ids import new_id
from console.domain.knowledge import Asked, use_id
from console.domain.reviews import Review
from widgets.actions.known import actions_of as service
from widgets.actions.known import today_at
from widgets.actions.words import ActionCounts, stage_word
from widgets.attachments.later import while_there
from widgets.cards import Button, Text, has_keyboard
from widgets.flow import Flow, emptied
from widgets.people.fields import Said
from widgets.people.signing import OneByOne, ask_for, why_not
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.theme import pixmap

if TYPE_CHECKING:
    from console.app.console import Console
    from console.app.queries.andon import CallFile

KIND = "andon_call"
SHOWN = 3  # suggestions on a call; the others are on the knowledge page


class LineButton(Button):
    """A button that is as wide as it may be and ends in an ellipsis where its words are longer."""

    def __init__(self, icon: str, clicked: Callable[[], object]) -> None:
        super().__init__(icon, clicked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Show these words; whole in the tooltip."""
        self.name(words, words)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(120, super().minimumSizeHint().height())

    def _face(self, painter: QPainter, ink: str) -> None:
        painter.setFont(self.font())
        painter.drawPixmap(12, (self.height() - 15) // 2, pixmap(self._icon, ink, 15, self.devicePixelRatioF()))
        room = self.rect().adjusted(34, 0, -12, 0)
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)


class FollowUp(QWidget):
    """Belongs to one call at a time; without actions in the console it stays empty."""

    open_requested = Signal(str, str)  # another screen and its subject

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._one = OneByOne(self, console)
        self._file: CallFile | None = None
        self._asked: Asked | None = None  # what suggestions were asked for
        self.actions: tuple[ActionShown, ...] = ()
        self.reviews: tuple[Review, ...] = ()
        self.told = Suggested((), frozenset(), ())
        self.make_button, self.review_button = Button("list-checks", self.make), Button("circle-help", self.review)
        self.learn_button = Button("lightbulb", self.learn)
        self.order_button = Button("square-kanban", self.open_order)
        self.safety_button = Button("shield", self.open_safety)
        self.knowledge, self.said = Text("text", 14, 600), Said()
        self._links, self._articles = QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        stop = console.on(RecordChanged, self._changed)
        self.destroyed.connect(lambda _=None, stop=stop: stop())
        self.retranslate()

    def show_call(self, file: CallFile | None) -> None:
        """Show what follows from another call, or from the same one as it is now; None: from none."""
        before, self._file = self._file, file
        self.setVisible(file is not None and service(self._console) is not None)
        if file is None or service(self._console) is None:
            return
        if before is None or before.shown.call.id != file.shown.call.id:
            self.actions, self.reviews, self.told, self._asked = (), (), Suggested((), frozenset(), ()), None
            self.said.say("")
            self._say()
        self.read()

    def read(self) -> None:
        """Ask the records again; for articles only where something else is to be asked."""
        if self._file is None:
            return
        call = self._file.shown.call
        calls = self._console.calls
        asked = asked_by(call, calls.dispatch.way(call.place) if calls is not None else (call.place,))
        again, self._asked = asked != self._asked, asked

        def look(desk: ReadDesk) -> tuple[tuple[ActionShown, ...], tuple[Review, ...], Suggested | None]:
            articles = suggested(KIND, call.id, asked)(desk) if again else None
            return actions_of(KIND, call.id)(desk), reviews_of(KIND, call.id)(desk), articles

        self._console.office.ask(look, while_there(self, lambda told: self._show(call.id, told)), lambda _: None)

    def _show(self, call: str, told: tuple[tuple[ActionShown, ...], tuple[Review, ...], Suggested | None]) -> None:
        if self._file is None or self._file.shown.call.id != call:
            return
        self.actions, self.reviews, articles = told
        self.told = articles or self.told
        self._say()

    # What can be done

    def key(self, letter: str) -> bool:
        """Do what a letter stands for; False where it stands for nothing now."""
        if self._file is None or not self.isVisibleTo(self.window()):
            return False
        match letter.upper():
            case "M" if self.make_button.isEnabled():
                self.make()
            case "Y" if self.reviews:
                self.review()
            case "K":
                first = self.told.articles[0][0].article.id if self.told.articles else ""
                self.open_requested.emit("knowledge", first)
            case "H" if self.told.articles:
                self.helped(self.told.articles[0][0].article.id)
            case "L" if self.learn_button.isVisibleTo(self) and self.learn_button.isEnabled():
                self.learn()
            case _:
                return False
        return True

    def make(self) -> None:
        """Make the action that is filled in already; open it where there is one that has not ended."""
        there = [one.action.id for one in self.actions if one.action.open and one.action.source == KIND]
        if there:
            self.open_requested.emit("actions", there[-1])
        elif self._file is not None:
            ask_for(self, MakeAction, self._make)

    def review(self) -> None:
        """Open the review."""
        if self.reviews:
            self.open_requested.emit("actions", f"review:{self.reviews[0].id}")

    def learn(self) -> None:
        """Write down what was learned, filled with what the call tells; open it where that was done."""
        if self._file is not None:
            there = self.told.written[0].id if self.told.written else f"from:{self._file.shown.call.id}"
            self.open_requested.emit("knowledge", there)

    def open_order(self) -> None:
        """Open the work order that the call is about."""
        order = order_of(self._file.shown.call.about) if self._file is not None else ""
        if order:
            self.open_requested.emit("orders", order)

    def open_safety(self) -> None:
        """Open the safety report that the call is about."""
        event = event_of(self._file.shown.call.about) if self._file is not None else ""
        if event:
            self.open_requested.emit("safety", event)

    def helped(self, article: str) -> None:
        """Keep that an article helped with this call."""
        if self._file is not None and article not in self.told.helped:
            call = self._file.shown.call
            self._give(UseArticle(use_id(article, KIND, call.id), call.place, article, KIND, call.id))

    # Inside

    def _make(self) -> None:
        person = self._console.session.person
        if self._file is not None:
            call, category = self._file.shown.call, self._file.shown.category
            known = self._console.session.rights.people.get(call.owner)
            owner = call.owner if known is not None and known.active else person.id if person else ""
            made = corrective(new_id(), call, category, owner, today_at(self._console, call.place))
            self._give(made)

    def _give(self, command: Command) -> None:
        self._one.give(command, while_there(self, self._given), while_there(self, self._refused))

    def _given(self, _: object) -> None:
        self.said.say("")
        self._asked = None
        self.read()

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in ("article", "article_use"):
            self._asked = None
        if event.kind in ("action", "review", "article", "article_use") and self.isVisible():
            self.read()

    def _say(self) -> None:
        if self._file is None:
            return
        call = self._file.shown.call
        open_ones = [one for one in self.actions if one.action.open and one.action.source == KIND]
        words = self.tr("Corrective action (M)") if not open_ones else self.tr("Open the action (M)")
        why = "" if open_ones else why_not(self._console, MakeAction, place=call.place)
        self.make_button.name(words, why or self.tr("One key makes it: owner, day and words come from the call"))
        self.make_button.setEnabled(not why and not call.rejected)
        wanted = any(review.done is None for review in self.reviews)
        self.review_button.setVisible(bool(self.reviews))
        self.review_button.name(self.tr("Review wanted (Y)") if wanted else self.tr("Review (Y)"))
        why = why_not(self._console, WriteArticle, place=call.place)
        written = bool(self.told.written)
        self.learn_button.setVisible((not call.open and not call.rejected) or written)
        self.learn_button.name(
            self.tr("What was learned (L)") if written else self.tr("Write down what was learned (L)"), why
        )
        self.learn_button.setEnabled(not why or written)
        self.order_button.setVisible(bool(order_of(call.about)))
        self.order_button.name(self.tr("Open the work order"))
        self.safety_button.setVisible(bool(event_of(call.about)))
        self.safety_button.name(self.tr("Open the safety report"))
        self._list(self._links, [self._action_line(one) for one in self.actions])
        self._list(self._articles, [self._article_line(i) for i in range(min(SHOWN, len(self.told.articles)))])
        self.knowledge.setVisible(bool(self.told.articles))

    def _action_line(self, one: ActionShown) -> QWidget:
        line = LineButton("list-checks", lambda: self.open_requested.emit("actions", one.action.id))
        parts = (one.action.title, one.owner, stage_word(one.action.stage), one.action.due.isoformat())
        line.say(" · ".join(plain(part, 80) for part in parts if part))
        return line

    def _article_line(self, place: int) -> QWidget:
        suggestion, times = self.told.articles[place]
        article = suggestion.article
        line, row = QWidget(), QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        line.setLayout(row)
        opened = LineButton("book-open", lambda: self.open_requested.emit("knowledge", article.id))
        used = ActionCounts().helped(times)
        opened.say(" · ".join(part for part in (plain(article.title, 120), used) if part))
        helped = Button("check", lambda: self.helped(article.id))
        done = article.id in self.told.helped
        key = " (H)" if place == 0 else ""
        helped.name(self.tr("Helped") if done else self.tr("This helped") + key)
        why = why_not(self._console, UseArticle, place=self._file.shown.call.place if self._file else "")
        helped.setEnabled(not done and not why)
        row.addWidget(opened, 1)
        row.addWidget(helped)
        return line

    def _list(self, column: QVBoxLayout, lines: list[QWidget]) -> None:
        rows = (column.itemAt(place).widget() for place in range(column.count()))
        pressed = any(has_keyboard(row) for row in rows if row is not None)
        emptied(column)
        for line in lines:
            column.addWidget(line)
        if pressed:  # the line that had the keyboard is gone
            self.make_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.knowledge.say(self.tr("What helped before (K)"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = Flow()
        for button in (self.make_button, self.review_button, self.learn_button, self.order_button, self.safety_button):
            row.addWidget(button)
        column.addLayout(row)
        column.addLayout(self._links)
        column.addWidget(self.knowledge)
        column.addLayout(self._articles)
        column.addWidget(self.said)
        for part in (self.review_button, self.learn_button, self.order_button, self.safety_button, self.knowledge):
            part.hide()
        self.hide()
