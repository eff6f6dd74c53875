"""The form of one run, filled in: answers, pictures, findings, and its end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from console.domain.checklists import Asks, Going
from console.domain.commands.checklists import AnswerItem, SignRun
from console.domain.errors import Refusal
from widgets.attachments.bringing import Brought
from widgets.attachments.later import while_there
from widgets.audits import reading
from widgets.audits.runwords import RunWords
from widgets.audits.showing import RunShown
from widgets.audits.words import said
from widgets.cards import Button
from widgets.checklists.typed import number_typed
from widgets.people.signing import ask_for, why_not
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console


class RunView(RunShown):
    """Shows a run, and lets it be filled in while it is open."""

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self._goes_on = ""  # the item that a picture on its way answers
        self._connect()
        self.retranslate()

    # Answers

    def _answered(self, item: str, value: float | None, text: str, skipped: bool) -> None:
        self.said.say("")
        onward = self.sheet.onward
        self.keeping.answer(item, value, text, skipped, partial(self.sheet.leave, item) if onward else lambda: None)

    def _typed(self, item: str, what: str, words: str) -> None:
        """Something was typed below an item."""
        row = self.sheet.rows[item]
        if not words and what != "note":
            self.said.warn(self.tr("Nothing was typed: nothing is kept."))
            return
        self.said.say("")
        answer, value = row.seen.answer, None
        self.sheet.onward = True
        if what == "value":
            value = number_typed(words)
            if value is None:
                self.said.say(self.tr("Type a number, like 5.2."))
                row.ask("value", words)
                return
        elif what == "note" and answer is not None:
            value, self.sheet.onward = answer.value, True
        if what == "value":
            words = answer.text if answer is not None and not answer.skipped else ""
        self._answered(item, value, words, what == "reason")

    def _cleared(self, item: str) -> None:
        self.said.say("")
        self.keeping.clear(item)

    def _undo(self) -> None:
        item = self.keeping.undo()
        if item:
            self.sheet.go(item)
        else:
            self.said.warn(self.tr("Somebody else answered it since. Theirs stays; answer it anew if it is wrong."))

    def _closed(self, why: str) -> None:
        if why == "must":
            self.said.warn(self.tr("This item applies everywhere: answer it."))
        elif why == "unanswered":
            self.said.warn(self.tr("Answer the item first: a note belongs to an answer."))
        elif self.shown is not None and self.shown.file.run.going is Going.OPEN:
            self.said.warn(why_not(self._console, AnswerItem, self.shown.file.run.place))
        else:
            self.said.warn(self.tr("This round is over: nothing in it is changed any more."))

    # Pictures

    def _picture(self, item: str) -> None:
        """Choose a picture for an item; where one is there already, it answers an item that asks for one."""
        row = self.sheet.rows.get(item)
        if row is None or not self.live:
            self._closed("closed")
            return
        self._go_back(item)
        if row.item.asks is Asks.PHOTO and row.seen.answer is None and row.seen.pictures:
            self.sheet.onward = True
            self._answered(item, None, "", False)
        else:
            self.photos.choose()

    def _brought(self, item: str, files: list[Brought]) -> None:
        self._show_item()
        self.photos.add(files)

    def _pasted(self, item: str) -> None:
        if self.live:
            self._go_back(item)
            self.photos.paste()
        else:
            self._closed("closed")

    def _go_back(self, item: str) -> None:
        """Go to the item that a picture is for; after the picture the keyboard goes on again."""
        if item != self.sheet.current:
            self._goes_on = item
            self.sheet.go(item)
        self._show_item()

    def _before_pictures(self, then: Callable[[], None]) -> None:
        """A picture answers an item that asks for one; any other item is answered first."""
        row = self.sheet.row
        if row is None or row.seen.answer is not None:
            then()
        elif row.item.asks is Asks.PHOTO:
            self.said.say("")
            self._goes_on = row.item.id
            self.keeping.answer(row.item.id, None, "", False, then)
        else:
            self.said.warn(self.tr("Answer the item first: a picture belongs to an answer."))

    def _pictures_came(self) -> None:
        """What was taken has arrived: the next item, if the keyboard is still on this one."""
        row, item = self.sheet.row, self._goes_on
        self._goes_on = ""
        if row is not None and row.item.id == item and row.hasFocus():
            self.sheet.go_on()

    def _help(self, item: str) -> None:
        row = self.sheet.rows.get(item)
        if row is not None and row.item.picture:
            ask = reading.picture(row.item.picture)
            self._console.office.ask(ask, while_there(self, self.photos.look), while_there(self, self._cannot))

    # Findings

    def ask_finding(self, item: str) -> None:
        """Write down what was found at an item."""
        if not self.live or self.shown is None:
            self._closed("closed")
            return
        from widgets.findings.form import FindingForm

        run, row = self.shown.file.run, self.sheet.rows.get(item)
        title = said(row.item.words) if row is not None else ""
        form = FindingForm(
            self._console, self, run.place, run=run.id, item=item if row is not None else "", title=title
        )
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.kept.connect(lambda _: self._found(item))
        form.open()

    def _found(self, item: str) -> None:
        self.read()
        self.read_past()
        row = self.sheet.row
        if row is None or row.seen.answer is not None:
            self.sheet.go_on()

    # The end

    def missing(self) -> tuple[str, str]:
        """What is missing before it can be signed, and the first item that it is missing at; "" for nothing."""
        return RunWords().missing(self.sheet.rows.values())

    def ask_sign(self) -> None:
        """Sign it; where something is missing, say what and go there."""
        if self.shown is None or not self.sign.isEnabled():
            return
        why, item = self.missing()
        if why:
            self.said.warn(why)
            self.sheet.go(item)
            return
        self.said.say("")
        ask_for(self, SignRun, self._open_sign)

    def _open_sign(self) -> None:
        from widgets.audits.ending import SignDialog

        if self.shown is not None and self.scored is not None:
            dialog = SignDialog(self._console, self, self.shown.file.run, self.scored, self.name())
            self._open_dialog(dialog)

    def ask_drop(self) -> None:
        """Say why it is not finished."""
        from widgets.audits.ending import DropDialog

        if self.shown is not None and self.drop.isEnabled():
            self._open_dialog(DropDialog(self._console, self, self.shown.file.run, self.name()))

    def _open_dialog(self, dialog: QWidget) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fit()  # type: ignore[attr-defined]
        dialog.accepted.connect(self.read)  # type: ignore[attr-defined]
        dialog.open()  # type: ignore[attr-defined]

    def save_pdf(self) -> None:
        """Write the report of the run as a PDF."""
        if self.shown is None:
            return
        run = self.shown.file.run
        name = f"{(run.ended or run.begun).astimezone(self.places.zone()).date().isoformat()} {self.name()}.pdf"
        safe = "".join(letter if letter.isalnum() or letter in " .-_" else "-" for letter in name)
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the report"), safe, "PDF (*.pdf)")
        if path:
            self.write_pdf(Path(path))

    def write_pdf(self, path: Path) -> None:
        """Write it there."""
        from widgets.auditfigures.report import save_audit

        self.said.say("")
        save_audit(self._console, self.run, path, while_there(self, self._wrote))

    def _wrote(self, told: Path | Refusal) -> None:
        if isinstance(told, Refusal):
            self.said.say(words_of(told))
        else:
            self.said.good(self.tr("The report was written: {0}").format(plain(told.name)))

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc goes back, Ctrl+Enter signs, Ctrl+Z undoes."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ask_sign()
        elif control and event.key() == Qt.Key.Key_Z and self.undo.isEnabled():
            self._undo()
        else:
            super().keyPressEvent(event)

    # How it is made

    def _connect(self) -> None:
        sheet = self.sheet
        acts: tuple[tuple[Button, Callable[[], object]], ...] = (
            (self.back, self.left.emit),
            (self.finding, lambda: self.ask_finding(self.sheet.current)),
            (self.undo, self._undo),
            (self.pdf, self.save_pdf),
            (self.drop, self.ask_drop),
            (self.sign, self.ask_sign),
        )
        for button, act in acts:
            button.clicked.connect(lambda _=False, act=act: act())
        sheet.answered.connect(self._answered)
        sheet.typed.connect(self._typed)
        sheet.cleared.connect(self._cleared)
        sheet.undo_asked.connect(self._undo)
        sheet.finding_asked.connect(self.ask_finding)
        sheet.picture_asked.connect(self._picture)
        sheet.help_asked.connect(self._help)
        sheet.brought.connect(self._brought)
        sheet.paste_asked.connect(self._pasted)
        sheet.moved.connect(lambda _: self._show_item())
        sheet.cannot.connect(self._closed)
        self.photos.strip.first = self._before_pictures
        self.photos.strip.quiet.connect(self._pictures_came)
