"""Closing a report: its cause is said, then it is finished."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from console.app.queries.safety import SafetyFile, SafetyShown, safety_file
from console.domain.commands.safety import ChangeSafety, CloseSafety
from console.domain.errors import Refusal
from widgets.attachments.later import while_there
from widgets.calls.form import Paragraph
from widgets.orders.dialog import OrderDialog
from widgets.people.fields import Field
from widgets.plain import plain
from widgets.safety.words import changed_words, kind_word, place_words

if TYPE_CHECKING:
    from console.app.console import Console

WIDE = 520


class ClosingForm(OrderDialog):
    """Asks for the cause, filled with what is known; what was typed is kept with the report before it is closed."""

    def __init__(self, console: Console, parent: QWidget | None, shown: SafetyShown) -> None:
        super().__init__(console, parent, "check", WIDE)
        self._shown = shown
        self.cause = Field(Paragraph())
        self.cause.control.setPlainText(shown.event.cause)
        self.cause.control.done.connect(self.submit)
        self.fields = {"cause": self.cause, "text": self.cause}  # type: ignore[dict-item]
        self.body.addWidget(self.cause)
        self.retranslate()
        self.fit()
        self.cause.control.setFocus()

    def submit(self) -> None:
        """Keep the cause where it is another one, then close."""
        event, cause = self._shown.event, self.cause.control.toPlainText().strip()
        self.refuse_nothing()
        if not cause:
            self.wrong("cause", self.tr("Say why it happened: somebody will want to keep it from happening again."))
            return
        if cause == event.cause:
            self.give(CloseSafety(event.id, event.place))
            return
        told = (event.id, event.what, event.place, event.text, event.at, event.serious, event.hurt, event.lost_days)
        command = ChangeSafety(*told, event.done_at_once, cause, self._shown.revision)
        kept = replace(self._shown, event=replace(event, cause=cause), revision=self._shown.revision + 1)
        self._one.give(command, while_there(self, lambda _: self._close(kept)), while_there(self, self.refused))

    def _close(self, shown: SafetyShown) -> None:
        self._shown = shown
        self.give(CloseSafety(shown.event.id, shown.event.place))

    def refused(self, refusal: Refusal) -> None:
        """Say why; what somebody else changed first is taken as it is, but for the cause that is typed here."""
        if refusal.code == "changed_meanwhile":
            found = while_there(self, self._meanwhile)
            self._console.office.ask(safety_file(self._shown.event.id), found, lambda _: None)
        else:
            super().refused(refusal)

    def _meanwhile(self, file: SafetyFile | None) -> None:
        if file is None:
            return
        words = self.tr("Somebody else changed it meanwhile ({0}). Close it again: the cause becomes what stands here.")
        self.said.warn(words.format(changed_words(self._shown.event, file.shown.event)))
        self._shown = file.shown

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        event = self._shown.event
        self.setWindowTitle(self.tr("Close the report"))
        self.heading.say(self.tr("Close the report"))
        self.how.say(f"{kind_word(event.what)} · {place_words(self._console, event.place)} · {plain(event.text, 160)}")
        self.cause.name(self.tr("&Cause"), self.tr("What made it possible, not who was there."))
        self.go.name(self.tr("Close the report"), self.tr("Ctrl+Enter"))
        self.leave.name(self.tr("Cancel"))
