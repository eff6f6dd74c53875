"""The words for the next shift: kept while one types, and never written over somebody else's unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.commands.handovers import WriteHandover
from console.domain.errors import Refusal
from console.domain.events import SessionChanged
from console.domain.handovers import NOTE_MOST, Handover
from console.domain.text import passage
from widgets.attachments.later import while_there
from widgets.calls.form import Paragraph
from widgets.cards import Button, Text
from widgets.people.fields import Said
from widgets.plain import plain_block
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

PAUSE = 1500  # milliseconds without a key after which the words are kept
HIGH = 104


def as_kept(text: str) -> str:
    """The words as the records keep them."""
    try:
        return passage(text, "note", NOTE_MOST, needed=False)
    except Refusal:
        return text


class NoteField(Paragraph):
    """`left` when the keyboard goes elsewhere."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HIGH)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.left.emit()


class Notes(QWidget):
    """`wanted` asks that the handover be begun before the words are kept."""

    wanted = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._handover: Handover | None = None
        self._begun = self._going = False
        self._before = ""  # the words of the record that were on the screen when typing began
        self._who = ""  # who typed
        self.title, self.state = Text("text", 14, 600), Text("text_faint", 12)
        self.field, self.said = NoteField(), Said()
        self.theirs = Text("text_muted", 13, wrap=True)
        self.mine, self.other, self.both = (Button("", self._mine), Button("", self._other), Button("", self._both))
        self._clash = QWidget()
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.keep)
        self.field.textChanged.connect(self._typed)
        self.field.left.connect(self.keep)
        self.field.done.connect(self.keep)
        self._stop = console.on(SessionChanged, lambda _: self.keep())
        self.destroyed.connect(lambda _=None, stop=self._stop: stop())
        self._lay_out()
        self.retranslate()

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self._handover is not None and bool(self._who) and as_kept(self.text) != as_kept(self._before)

    @property
    def text(self) -> str:
        """What the field says."""
        return self.field.toPlainText()

    def show_handover(self, handover: Handover | None, begun: bool, why_not: str) -> None:
        """Show the words of a handover; what is being typed stays. `why_not`: why nothing can be written."""
        other = (handover.id if handover else "") != (self._handover.id if self._handover else "")
        if other:
            self.keep()
        was_dirty = self.dirty and not other
        self._handover, self._begun = handover, begun
        note = handover.note if handover is not None else ""
        if not other and note == as_kept(self.text):
            self._before = note
            self._clash.hide()
            self._say_state()
        elif other or not was_dirty:
            self._take(note)
        elif note != as_kept(self._before):
            self._say_clash(note)
        self.field.setReadOnly(bool(why_not))
        self.field.setPlaceholderText(why_not or self.tr("What the next shift should know and no record says."))

    def keep(self) -> None:
        """Keep what was typed now; nothing where nothing was, or while the two versions are being looked at."""
        self._timer.stop()
        handover = self._handover
        if handover is None or not self.dirty or self._going or self._clash.isVisibleTo(self):
            return
        if not self._begun:
            self.wanted.emit()
            return
        self._going = True
        text = self.text
        command = WriteHandover(handover.id, handover.place, text, self._before)
        kept = while_there(self, lambda _: self._kept(handover.id, text))
        self._console.office.do(command, kept, while_there(self, self._refused), self._who)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Notes for the next shift"))
        self.field.setAccessibleName(self.tr("Notes for the next shift"))
        self.mine.name(self.tr("Keep mine"))
        self.other.name(self.tr("Take theirs"))
        self.both.name(self.tr("Keep both"))
        self._say_state()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Inside

    def _typed(self) -> None:
        if self.field.isReadOnly() or self._handover is None:
            return
        person = self._console.session.person
        self._who = person.id if person is not None else ""
        if len(self.text) > NOTE_MOST:
            self.said.say(self.tr("At most {0} signs can be kept. Shorten it.").format(NOTE_MOST))
            self._timer.stop()
            return
        self.said.say("")
        self._say_state()
        self._timer.start()

    def _take(self, note: str) -> None:
        """Show words of the record."""
        if self.text != note:
            self.field.blockSignals(True)
            self.field.setPlainText(note)
            self.field.blockSignals(False)
        self._before, self._who = note, ""
        self._clash.hide()
        self.said.say("")
        self._say_state()

    def _kept(self, id: str, text: str) -> None:
        self._going = False
        if self._handover is not None and self._handover.id == id:
            self._before = text
            self._say_state()

    def _refused(self, refusal: Refusal) -> None:
        self._going = False
        if refusal.code == "changed_meanwhile":
            self._say_clash(self._handover.note if self._handover is not None else "")
        else:
            self.said.say(words_of(refusal))

    def _say_clash(self, note: str) -> None:
        self._timer.stop()
        if note == as_kept(self._before):
            return  # what somebody else wrote is on its way
        self.theirs.say(self.tr("Somebody else wrote meanwhile:\n{0}").format(plain_block(note, 1200)))
        self._clash.show()

    def _mine(self) -> None:
        self._settle(self.text)

    def _other(self) -> None:
        self._settle(self._handover.note if self._handover is not None else "")

    def _both(self) -> None:
        note = self._handover.note if self._handover is not None else ""
        self._settle(f"{note}\n{self.text}".strip())

    def _settle(self, text: str) -> None:
        """Keep this instead of what stands there now."""
        person = self._console.session.person
        self._before = self._handover.note if self._handover is not None else ""
        self._who = self._who or (person.id if person is not None else "")
        self._clash.hide()
        self.field.blockSignals(True)
        self.field.setPlainText(text)
        self.field.blockSignals(False)
        self.keep()
        self.field.setFocus()

    def _say_state(self) -> None:
        typed = self.dirty
        self.state.say(self.tr("not kept yet") if typed else self.tr("kept") if self._before else "")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addWidget(self.state)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.field)
        inside = QVBoxLayout(self._clash)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.theirs)
        row = QHBoxLayout()
        for button in (self.both, self.mine, self.other):
            row.addWidget(button)
        row.addStretch(1)
        inside.addLayout(row)
        column.addWidget(self._clash)
        column.addWidget(self.said)
        self._clash.hide()
