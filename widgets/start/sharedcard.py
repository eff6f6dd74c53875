"""The shared database: how it stands, which it is, what joining and leaving mean, and the way to do either."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.domain.errors import Refusal
from console.domain.joining import Account, Found
from console.domain.sharing import Address, Link
from widgets.cards import Button, Card, Picture, Text
from widgets.plain import tip
from widgets.refusals import words_of
from widgets.settings.words import place_words
from widgets.start.sharedform import SharedForm
from widgets.start.sharedwords import (
    LOOKS,
    account_words,
    leaving_words,
    others_words,
    state_next,
    state_sentence,
    state_word,
    tested_words,
)
from widgets.theme import color, themes

if TYPE_CHECKING:
    from console.app.membership import Membership


class Share(QWidget):
    """How much of a copy is done."""

    def __init__(self) -> None:
        super().__init__()
        self.share = 0.0
        self.setFixedHeight(6)
        themes.changed.connect(self.update)

    def show_share(self, share: float) -> None:
        """Show a share from 0 to 1."""
        if share != self.share:
            self.share = share
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        for role, wide in (("raised", whole.width()), ("accent_fill", whole.width() * min(1.0, self.share))):
            painter.setBrush(color(role))
            painter.drawRoundedRect(QRectF(0, 0, wide, whole.height()), 3, 3)


class Question(QWidget):
    """What is found or what will happen, and the buttons to go on or not."""

    def __init__(self, yes: Button, no: Button) -> None:
        super().__init__()
        self.yes, self.no = yes, no
        self.mark, self.head = Picture("circle-check", "good", 18), Text("text", 13, 600, wrap=True)
        self.heading, self.told = Text("text", 13, 600), Text("text_muted", 13, wrap=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addStretch(1)
        row.addWidget(no)
        row.addWidget(yes)
        grid.addWidget(self.mark, 0, 0, Qt.AlignmentFlag.AlignTop)
        for place, part in enumerate((self.head, self.heading, self.told)):
            grid.addWidget(part, place, 1)
        grid.addLayout(row, 3, 0, 1, 2)
        self.hide()

    def ask(self, mark: tuple[str, str], head: str, heading: str, told: str, yes: bool = True) -> None:
        """Show it; without `yes` there is nothing to ask, only to read."""
        self.mark.show_icon(*mark)
        self.head.say(head)
        self.heading.say(heading)
        self.told.say(told)
        for part in (self.heading, self.told):
            part.setVisible(bool(part.text()))
        self.yes.setVisible(yes)
        self.no.setVisible(yes)
        self.show()


class SharedCard(Card):
    """Asks the console's membership; a test runs beside and answers some seconds later."""

    def __init__(self, membership: Membership) -> None:
        super().__init__()
        self._membership = membership
        self._asked = 0  # tests begun: only the last one's answer counts
        self._testing = self._changing = self._leaving = False
        self._pins: dict[str, str] = {}
        self._answer: Account | Refusal | None = None
        self._address: Address | None = None  # that was tested
        self.icon, self.word = Picture("monitor", "text_faint", 22), Text("text", 16, 600, wrap=True)
        self.sentence, self.next = Text("text_muted", 13, wrap=True), Text("text", 13, wrap=True)
        self.others, self.share = Text("text_muted", 13, wrap=True), Share()
        self.form = SharedForm()
        self.test = Button("plug", self.form.submit, primary=True)
        self.cancel = Button("x", self._stop_changing)
        self.change, self.again = Button("pencil", self._begin_changing), Button("refresh-cw", membership.hurry)
        self.leave = Button("unplug", self._ask_to_leave)
        self.result = Question(Button("link", self._join, primary=True), Button("x", self._put_away))
        self.farewell = Question(Button("unplug", self._leave, primary=True), Button("x", self._stay))
        self.trouble = Text("bad", 13, wrap=True)
        self.trouble.hide()
        self._lay_out()
        self.form.fill(membership.last)
        self.form.wanted.connect(self._test)
        self.form.edited.connect(self._put_away)
        self.retranslate()

    # Showing

    def refresh(self) -> None:
        """Bring everything up to date; cheap when nothing changed."""
        sharing, now = self._membership.sharing, datetime.now(UTC)
        refusal, joined = self._membership.refusal(), sharing.link is not Link.OFF
        name, role = LOOKS[sharing.link]
        self.icon.show_icon(name, role)
        self.word.say(state_word(sharing, now))
        self.word.paint_as(role if role in ("bad", "warning") else "text")
        self.sentence.say(state_sentence(sharing))
        self.next.say(state_next(sharing))
        self.others.say(others_words(tuple(other.name or other.console for other in sharing.others)))
        self.share.show_share(sharing.done / max(1, sharing.total))
        for part in (self.next, self.others):
            part.setVisible(bool(part.text()))
        self.share.setVisible(sharing.link is Link.COPYING)
        choosing = (not joined or self._changing) and not self._leaving
        self.form.setVisible(choosing)
        self.form.setEnabled(refusal is None and not self._testing)
        self._lock()
        self.form.keeps_password(self._membership.address is not None)
        asking = isinstance(self._answer, Account)
        self.test.setVisible(choosing and not asking)
        self.test.setEnabled(refusal is None and not self._testing)
        self.cancel.setVisible(self._changing and choosing and not asking)
        for button in (self.change, self.leave):
            button.setVisible(joined and not choosing and not self._leaving)
            button.setEnabled(refusal is None and (button is self.change or "engine" not in self._membership.pins))
        waits = sharing.link in (Link.AWAY, Link.REFUSED)
        self.again.setVisible(waits and not choosing and not self._leaving)
        self._say_who_may(refusal)
        self._name_leave(sharing.link)

    def _lock(self) -> None:
        """Show what somebody sets for all consoles."""
        words = QCoreApplication.translate("settings", "Locked here: {0}")
        pins = {name: words.format(place_words(holder)) for name, holder in self._membership.pins.items()}
        if pins != self._pins:
            self._pins = pins
            self.form.lock(pins)
        self.leave.setToolTip(tip(pins.get("engine", "")))

    def _say_who_may(self, refusal: Refusal | None) -> None:
        self.who.say(words_of(refusal) if refusal else "")
        self.who.setVisible(refusal is not None)

    def _name_leave(self, link: Link) -> None:
        stop = link is Link.COPYING
        self.leave.name(self.tr("Stop copying…") if stop else self.tr("Leave…"))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Shared records"))
        self.test.name(self.tr("Testing…") if self._testing else self.tr("Test connection"))
        self.cancel.name(self.tr("Cancel"))
        self.change.name(self.tr("Change the connection"))
        self.again.name(self.tr("Try again now"))
        self.result.yes.name(self.tr("Join"))
        self.result.no.name(self.tr("Not now"))
        self.farewell.yes.name(self.tr("Leave"))
        self.farewell.no.name(self.tr("Stay"))
        self.form.retranslate()
        if self.result.isVisibleTo(self):
            self._show_answer()
        if self.farewell.isVisibleTo(self):
            self._ask_to_leave()
        self.refresh()

    # Testing and joining

    def _test(self, address: Address) -> None:
        self._asked += 1
        mine, self._address = self._asked, address
        self._testing, self._answer = True, None
        self.result.hide()
        self._say_trouble("")
        self.test.name(self.tr("Testing…"))

        def answered(answer: Account | Refusal) -> None:
            if mine == self._asked:
                self._testing, self._answer = False, answer
                self.test.name(self.tr("Test connection"))
                self._show_answer()
                self.refresh()

        self._membership.account(address, answered, answered)
        self.refresh()

    def _show_answer(self) -> None:
        answer = self._answer
        if isinstance(answer, Account):
            useless = answer.tested.found is Found.NEWER and not answer.tested.may_write
            mark = ("triangle-alert", "warning") if useless else ("circle-check", "good")
            told = "\n".join(account_words(answer))
            self.result.ask(mark, tested_words(answer.tested), self.tr("What joining does"), told)
            self.result.yes.setFocus()
        elif answer is not None:
            self.result.ask(("circle-x", "bad"), words_of(answer), "", "", yes=False)

    def _put_away(self) -> None:
        self._asked += 1
        self._testing, self._answer = False, None
        self.test.name(self.tr("Test connection"))
        self.result.hide()
        self.refresh()

    def _join(self) -> None:
        if self._address is None:
            return
        try:
            self._membership.join(self._address)
        except Refusal as refusal:
            self._say_trouble(words_of(refusal))
            return
        self._changing = False
        self._say_trouble("")
        self._put_away()

    # Changing and leaving

    def _begin_changing(self) -> None:
        self._changing = True
        self.form.fill(self._membership.last)
        self.refresh()
        self.form.fields["host"].edit.setFocus()

    def _stop_changing(self) -> None:
        self._changing = False
        self._put_away()

    def _ask_to_leave(self) -> None:
        self._leaving = True
        question, what = self.tr("Leave the shared database?"), leaving_words(self._membership.sharing)
        self.farewell.ask(("unplug", "warning"), question, "", what)
        self.refresh()
        self.farewell.no.setFocus()

    def _stay(self) -> None:
        self._leaving = False
        self.farewell.hide()
        self.refresh()

    def _leave(self) -> None:
        try:
            self._membership.leave()
        except Refusal as refusal:
            self._say_trouble(words_of(refusal))
            return
        self._changing = False
        self.form.fill(self._membership.last)
        self._stay()

    def _say_trouble(self, words: str) -> None:
        self.trouble.say(words)
        self.trouble.setVisible(bool(words))

    # How it is made

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        for row, part in enumerate((self.word, self.sentence, self.share, self.next, self.others)):
            grid.addWidget(part, row, 1)
        self.who = Text("text_muted", 13, wrap=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addStretch(1)
        for button in (self.again, self.change, self.leave, self.cancel, self.test):
            buttons.addWidget(button)
        column: QVBoxLayout = self.body
        column.addLayout(grid)
        column.addSpacing(4)
        for part in (self.form, self.who, self.trouble, self.result, self.farewell):
            column.addWidget(part)
        column.addLayout(buttons)
