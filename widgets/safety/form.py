"""What is filled in about a hazard or an accident: at once in a few strokes, and anew as more is known."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.app.queries.safety import KIND, SafetyFile, SafetyShown, safety_file
from console.domain.commands import CONSOLE
from console.domain.commands.safety import ChangeSafety, ReportSafety
from console.domain.errors import Refusal
from console.domain.ids import new_id
from console.domain.safety import INJURIES, Happened
from widgets.attachments.later import while_there
from widgets.calls.form import Paragraph
from widgets.cards import Choice, Entry, Text, Tick
from widgets.orders.dialog import OrderDialog, offer
from widgets.orders.typed import pieces_typed
from widgets.people.fields import Field
from widgets.people.signing import ask_for
from widgets.safety.kinds import Kinds
from widgets.safety.pending import Pending
from widgets.safety.words import changed_words, past_typed, places, zone_of

if TYPE_CHECKING:
    from console.app.console import Console

WIDE = 660


class SafetyForm(OrderDialog):
    """A report, or the one that is shown told anew; what was typed stays when it is refused. `made`: its id."""

    def __init__(
        self,
        console: Console,
        parent: QWidget | None,
        shown: SafetyShown | None = None,
        place: str = "",
        text: str = "",
        picture_refused: Callable[[Refusal], object] = lambda _: None,
    ) -> None:
        super().__init__(console, parent, "send" if shown is None else "check", WIDE)
        self._picture_refused = picture_refused  # is called when the form may be gone already
        self.shown, self.made = shown, shown.event.id if shown is not None else new_id()
        self.kinds, self.where = Field(Kinds()), Field(Choice())
        self.text, self.at, self.once = Field(Paragraph()), Field(Entry()), Field(Entry())
        self.hurt, self.lost, self.cause = Field(Entry()), Field(Entry()), Field(Paragraph())
        self.serious, self.unnamed, self.unnamed_words = Tick(), Tick(), Text("text_faint", 12, wrap=True)
        self.pictures = Pending()
        self.fields = {  # type: ignore[assignment]
            "what": self.kinds, "place": self.where, "where": self.where, "text": self.text, "at": self.at,
            "hurt": self.hurt, "lost_days": self.lost, "done_at_once": self.once, "cause": self.cause,
        }  # fmt: skip
        self._lay_out()
        self.retranslate()
        self._fill(place, text)
        self.kinds.control.chosen.connect(self._offer)
        self.unnamed.toggled.connect(lambda _: self._offer())
        self.text.control.pictured.connect(self.pictures.take)
        for part in (self.text, self.cause):
            part.control.done.connect(self.submit)
        self._offer()
        self.kinds.control.tiles[0].setFocus()

    # What is given

    def submit(self) -> None:
        """Give the report, after a sign-in where nobody is signed in."""
        self.refuse_nothing()
        what, at = self.kinds.control.what, self._when()
        hurt, lost = (pieces_typed(field.control.text()) for field in (self.hurt, self.lost))
        place, text = str(self.where.control.currentData() or ""), self.text.control.toPlainText().strip()
        if what is None:
            self.wrong("what", self.tr("Choose what it was: press its number."))
        elif not place:
            self.wrong("place", self.tr("Choose where it was."))
        elif not text:
            self.wrong("text", self.tr("Say in a few words what happened."))
        elif at is None:
            self.wrong("at", self.tr("Type a time that has been, like 14:05 or 2026-11-20 14:05."))
        elif hurt is None or lost is None:
            self.wrong("hurt" if hurt is None else "lost_days", self.tr("Type a whole number."))
        elif self.shown is None:
            named = not self.unnamed.isChecked()
            told = (self.made, what, place, text, at, self.serious.isChecked(), hurt if what in INJURIES else 0)
            self._report(ReportSafety(*told, self.once.control.text().strip(), named))
        else:
            told = (self.made, what, place, text, at, self.serious.isChecked(), hurt if what in INJURIES else 0)
            cause = self.cause.control.toPlainText().strip()
            more = (lost if what is Happened.LOST_TIME else 0, self.once.control.text().strip(), cause)
            self.give(ChangeSafety(*told, *more, self.shown.revision))

    def _report(self, command: ReportSafety) -> None:
        safety = self._console.safety
        if safety is None:
            self.said.say(self.tr("The records are just being opened. Try again in a moment; nothing typed is lost."))
        elif not self._one.going:
            ask_for(self, ReportSafety, lambda: self._do(command))

    def _do(self, command: ReportSafety) -> None:
        safety = self._console.safety
        if safety is None or self._one.going:
            return
        self._one.going = True

        def done(_: Any) -> None:
            self._one.going = False
            self._attach(command)
            self.accept()

        def refused(refusal: Refusal) -> None:
            self._one.going = False
            self.refused(refusal)

        safety.report(command, while_there(self, done), while_there(self, refused))

    def _attach(self, command: ReportSafety) -> None:
        """Pictures of a report without a name come in the console's own name too, and not as they were called."""
        attachments = self._console.attachments
        if attachments is None:
            return
        who = None if command.named else CONSOLE
        for number, (given, name) in enumerate(self.pictures.files, 1):
            if not command.named:
                name = self.tr("Picture {0}").format(number)
            attachments.add(
                KIND, command.event, given, name, place=command.where, refused=self._picture_refused, who=who
            )

    def _when(self) -> Any:
        typed = self.at.control.text().strip()
        if self.shown is not None and typed == self._written:
            return self.shown.event.at  # to the second, where nobody typed another one
        return past_typed(typed, self._console.now(), zone_of(self._console))

    def wrong(self, name: str, why: str) -> bool:
        """Mark a field and go there; False where it asks for no such thing."""
        known = super().wrong(name, why)
        self.fit()
        return known

    # Changed meanwhile

    def refused(self, refusal: Refusal) -> None:
        """Say why; where somebody else was first, what they changed, and that saving again writes over it."""
        if refusal.code == "changed_meanwhile" and self.shown is not None:
            self._console.office.ask(safety_file(self.made), while_there(self, self._meanwhile), lambda _: None)
        else:
            super().refused(refusal)

    def _meanwhile(self, file: SafetyFile | None) -> None:
        if file is None or self.shown is None:
            return
        fields = changed_words(self.shown.event, file.shown.event)
        words = self.tr("Somebody else changed it meanwhile ({0}). Save again to keep yours, or cancel to see theirs.")
        self.said.warn(words.format(fields))
        self.shown = file.shown

    # What is seen

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        focused, kinds = self.focusWidget(), self.kinds.control
        choosing = focused is None or focused is kinds or kinds.isAncestorOf(focused)
        if choosing and kinds.pressed(event.text()):  # elsewhere a digit would change the kind unseen
            (self.where if not self.where.control.currentData() else self.text).control.setFocus()
        else:
            super().keyPressEvent(event)

    def _fill(self, place: str, text: str) -> None:
        event = self.shown.event if self.shown is not None else None
        self._written = ""
        if event is None:
            self.text.control.setPlainText(text)
        else:
            self.kinds.control.choose(event.what)
            self._written = event.at.astimezone(zone_of(self._console)).strftime("%Y-%m-%d %H:%M")
            self.at.control.setText(self._written)
            self.text.control.setPlainText(event.text)
            self.serious.setChecked(event.serious)
            self.hurt.control.setText(str(event.hurt) if event.hurt else "")
            self.lost.control.setText(str(event.lost_days) if event.lost_days else "")
            self.once.control.setText(event.done_at_once)
            self.cause.control.setPlainText(event.cause)
            place = event.place
        choice = self.where.control
        if place and choice.findData(place) < 0:
            choice.addItem(place, place)
        choice.setCurrentIndex(max(0, choice.findData(place)))

    def _offer(self) -> None:
        """Ask for what the kind wants."""
        what = self.kinds.control.what
        self.hurt.setVisible(what in INJURIES)
        self.lost.setVisible(what is Happened.LOST_TIME and self.shown is not None)
        self.unnamed_words.setVisible(self.unnamed.isChecked())
        self.fit()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        new = self.shown is None
        words = self.tr("Report a hazard or an accident") if new else self.tr("Change the report")
        self.setWindowTitle(words)
        self.heading.say(words)
        self.how.say(
            self.tr("Press a number, say where and what; the rest may stay empty. Nothing here says who is to blame.")
        )
        self.how.setVisible(new)
        self.kinds.name(self.tr("What was it?"))
        self.where.name(self.tr("&Where"))
        self.text.name(self.tr("What &happened?"))
        self.serious.setText(
            self.tr("&Somebody could have died, or it is not over: the safety officer is called at once")
        )
        self.at.name(self.tr("Wh&en"), self.tr("Empty: just now. 14:05, -1 14:05 (yesterday) or 2026-11-20 14:05."))
        self.hurt.name(self.tr("People h&urt"))
        self.lost.name(self.tr("Days &lost"))
        self.once.name(self.tr("What was done &at once"))
        self.cause.name(self.tr("&Cause, as far as it is known"), self.tr("The report can be closed when it is known."))
        self.unnamed.setText(self.tr("Do not &name me"))
        self.unnamed_words.say(
            self.tr(
                "Neither the report, nor its pictures, nor the trail says who made it. The trail shows when and at"
                " which console, and who was signed in there at that time: people who may read it could compare."
                " What you change or add later is in your name. A file that is no picture may tell its author."
            )
        )
        self.go.name(self.tr("Report") if new else self.tr("Save"), self.tr("Enter, in a text Ctrl+Enter"))
        self.leave.name(self.tr("Cancel"))
        offer(self.where.control, self.tr("Choose where it was"), places(self._console))

    def _lay_out(self) -> None:
        new = self.shown is None
        for part in (self.kinds, self.where, self.text, self.serious):
            self.body.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(10)
        for part in (self.at, self.hurt, self.lost):
            row.addWidget(part, 2 if part is self.at else 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        for part in (self.once, self.cause, self.pictures, self.unnamed, self.unnamed_words):
            self.body.addWidget(part)
        self.cause.setVisible(not new)
        self.pictures.setVisible(new)
        self.unnamed.setVisible(new)
