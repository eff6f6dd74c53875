"""The exchange: the open items one by one, what is high first; each is accepted or disputed, by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.commands.handovers import AnswerHandoverItem
from console.domain.errors import Refusal
from console.domain.handovers import Handover, OpenItem, Reply, Risk
from widgets.attachments.later import while_there
from widgets.calls.form import Paragraph
from widgets.cards import Button, Picture, Text, has_keyboard
from widgets.flow import Flow
from widgets.handover.words import HandoverCounts, Naming, risk_word, tag_words, where_to
from widgets.people.fields import Field, Said
from widgets.people.signing import why_not
from widgets.plain import plain_block
from widgets.refusals import words_of

if TYPE_CHECKING:
    from datetime import tzinfo

    from console.app.console import Console


def in_order(handover: Handover) -> list[OpenItem]:
    """What is talked about first: high risks, then raised ones; else as the list has them."""
    rank = list(Risk)
    return sorted(handover.items, key=lambda item: -rank.index(item.risk))


class WordsField(Paragraph):
    """Enter is done, Shift+Enter begins a line."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.done.emit()
        else:
            super().keyPressEvent(event)


class Exchange(QWidget):
    """A accepts, D disputes, arrows go back and forth. `opened`: look at the record; `sign`: all is answered."""

    opened = Signal(str, str)
    left = Signal()
    sign = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._handover: Handover | None = None
        self._naming, self._zone = Naming(console, {}), None
        self._at, self._wish, self._going = "", Reply.ACCEPTED, False
        self._dispute_next = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.progress, self.risk = Text("text_faint", 13), Text("text_muted", 13, 600)
        self._mark = Picture("triangle-alert", "bad", 16)
        self.heading, self.text = Text("text", 18, 600, wrap=True), Text("text_muted", 14, wrap=True)
        self.more, self.answer = Text("text_faint", 13, wrap=True), Text("text_muted", 13, 500, wrap=True)
        self.advice = Text("warning", 13, 500, wrap=True)
        self.words, self.said = Field(WordsField()), Said()
        self.accept_button = Button("check", lambda: self.reply(Reply.ACCEPTED), primary=True)
        self.dispute_button = Button("x", lambda: self.reply(Reply.DISPUTED))
        self.back, self.next = Button("chevron-left", lambda: self.go(-1)), Button("chevron-right", lambda: self.go(1))
        self.open_button, self.leave = Button("external-link", self._open), Button("", self.left.emit)
        self.sign_button = Button("pencil", self.sign.emit, primary=True)
        self.words.control.done.connect(lambda: self.reply(self._wish))
        self._lay_out()
        self.retranslate()

    # Showing

    @property
    def item(self) -> OpenItem | None:
        """What is talked about now."""
        return next((one for one in self._handover.items if one.id == self._at), None) if self._handover else None

    def show_handover(self, handover: Handover | None, naming: Naming, zone: tzinfo | None) -> None:
        """Show it as it is now; what is talked about stays, and so does what was typed."""
        self._handover, self._naming, self._zone = handover, naming, zone
        if handover is not None and self.item is None:
            self._at = next(iter(self._ids(unanswered=True) or self._ids()), "")
        self.refresh()

    def begin(self) -> None:
        """Begin with the first item that nobody has answered."""
        self._choose(next(iter(self._ids(unanswered=True) or self._ids()), ""))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Say everything as it is now."""
        handover, item = self._handover, self.item
        for part in (self.words, self.accept_button, self.dispute_button, self.open_button, self.back, self.next):
            part.setVisible(item is not None)
        left = len(handover.unanswered) if handover is not None else 0
        self.sign_button.setVisible(handover is not None and not left)
        if handover is None:
            return
        why = why_not(self._console, AnswerHandoverItem, handover.place)
        ids = self._ids()
        place = ids.index(self._at) + 1 if self._at in ids else 0
        counted = HandoverCounts().left(left) if left else self.tr("All are answered. Sign to take over.")
        self.progress.say(f"{place} / {len(ids)} · {counted}" if ids else self.tr("There are no open items."))
        self._mark.setVisible(item is not None and item.risk is Risk.HIGH)
        for button in (self.accept_button, self.dispute_button):
            button.setEnabled(item is not None and not why and self._console.session.person is not None)
        self._say_item(item)
        if why:
            self.advice.say(why)
            self.advice.setVisible(True)

    def _say_item(self, item: OpenItem | None) -> None:
        if item is None or self._handover is None:
            for part in (self.risk, self.heading, self.text, self.more, self.answer, self.advice):
                part.say("")
            return
        high = item.risk is Risk.HIGH
        self.risk.say(risk_word(item.risk))
        self.risk.paint_as("bad" if high else "warning" if item.risk is Risk.RAISED else "text_muted")
        self.heading.say(self._naming.title(item))
        self.text.say(plain_block(item.text, 2000))
        self.text.setVisible(bool(item.text))
        owner = self._naming.person(item.owner) if item.owner else ""
        self.more.say(" · ".join(filter(None, (self._naming.words(item, self._zone), owner, tag_words(item)))))
        self.advice.say(self.tr("Talk about it, then say in words what was said.") if high else "")
        self.advice.setVisible(high)
        reply = self._handover.reply_to(item.id)
        self.answer.setVisible(reply is not None)
        if reply is not None:
            said = self.tr("Accepted") if reply.reply is Reply.ACCEPTED else self.tr("Disputed")
            who = self._naming.person(reply.who)
            self.answer.say(" · ".join(filter(None, (said, who, plain_block(reply.words, 600)))))
            self.answer.paint_as("good" if reply.reply is Reply.ACCEPTED else "bad")
        self.open_button.setVisible(bool(where_to(item)[0]))
        self.sign_button.setVisible(not self._handover.unanswered)

    # Doing

    def reply(self, reply: Reply) -> None:
        """Accept or dispute what is talked about; where words are needed the keyboard goes there first."""
        item, handover = self.item, self._handover
        if item is None or handover is None or self._going or not self.accept_button.isEnabled():
            return
        self._wish = reply
        words = self.words.control.toPlainText().strip()
        if not words and (reply is Reply.DISPUTED or item.risk is Risk.HIGH):
            disputed = reply is Reply.DISPUTED
            self.words.refuse(
                self.tr("Say why it is disputed, then press Enter.")
                if disputed
                else self.tr("Say what was said about it, then press Enter.")
            )
            self.words.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._going = True
        self.said.say("")
        command = AnswerHandoverItem(handover.id, handover.place, item.id, reply, words)
        done = while_there(self, lambda _: self._answered(item.id))
        self._console.office.do(command, done, while_there(self, self._refused))

    def go(self, step: int) -> None:
        """To the next item, or the one before."""
        ids = self._ids()
        if ids:
            place = ids.index(self._at) if self._at in ids else 0
            self._choose(ids[(place + step) % len(ids)])
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        typing = has_keyboard(self.words.control)
        if self._going and not typing and event.text().strip():  # no letter acts on an item that is not shown yet
            self._dispute_next = self._dispute_next or event.key() == Qt.Key.Key_D
            return
        match event.key():
            case Qt.Key.Key_Escape if typing:
                self._wish = Reply.ACCEPTED
                self.words.refuse("")
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_A | Qt.Key.Key_Return | Qt.Key.Key_Enter if not typing:
                if self._handover is not None and not self._handover.unanswered and event.key() != Qt.Key.Key_A:
                    self.sign.emit()
                else:
                    self.reply(Reply.ACCEPTED)
            case Qt.Key.Key_D if not typing:
                self.reply(Reply.DISPUTED)
            case Qt.Key.Key_O if not typing:
                self._open()
            case Qt.Key.Key_Right | Qt.Key.Key_Down if not typing:
                self.go(1)
            case Qt.Key.Key_Left | Qt.Key.Key_Up if not typing:
                self.go(-1)
            case _:
                super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.setAccessibleName(self.tr("Exchange of the open items"))
        self.words.name(self.tr("What was said (needed to dispute, and for a high risk)"))
        self.accept_button.name(self.tr("Accept (A)"))
        self.dispute_button.name(self.tr("Dispute (D)"))
        self.back.name_silently(self.tr("The item before"))
        self.next.name_silently(self.tr("The next item"))
        self.open_button.name(self.tr("Look at the record (O)"))
        self.leave.name(self.tr("Back to the list"))
        self.sign_button.name(self.tr("Sign and take over…"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Inside

    def _ids(self, unanswered: bool = False) -> list[str]:
        if self._handover is None:
            return []
        left = {item.id for item in self._handover.unanswered}
        return [item.id for item in in_order(self._handover) if not unanswered or item.id in left]

    def _choose(self, id: str) -> None:
        if id != self._at:
            self.words.control.clear()
        self._at, self._wish = id, Reply.ACCEPTED
        self.words.refuse("")
        self.said.say("")
        self.refresh()

    def _answered(self, id: str) -> None:
        """Go on with the next that nobody answered; the record is read again by whoever shows this."""
        self._going = False
        left = [one for one in self._ids(unanswered=True) if one != id]
        ids = self._ids()
        place = ids.index(id) if id in ids else 0
        self._choose(next((one for one in ids[place:] if one in left), next(iter(left), id)))
        self.words.control.clear()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._dispute_next and left:
            self.reply(Reply.DISPUTED)
        self._dispute_next = False

    def _refused(self, refusal: Refusal) -> None:
        self._going = self._dispute_next = False
        self.said.say(words_of(refusal))

    def _open(self) -> None:
        item = self.item
        if item is not None and where_to(item)[0]:
            self.opened.emit(*where_to(item))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._mark)
        head.addWidget(self.risk)
        head.addWidget(self.progress)
        head.addStretch(1)
        head.addWidget(self.back)
        head.addWidget(self.next)
        column.addLayout(head)
        for part in (self.heading, self.text, self.more, self.answer, self.advice, self.words, self.said):
            column.addWidget(part)
        row = QWidget()
        flow = Flow(row)
        for button in (self.accept_button, self.dispute_button, self.open_button, self.sign_button, self.leave):
            flow.addWidget(button)
        column.addWidget(row)
        column.addStretch(1)
