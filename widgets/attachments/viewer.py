"""The viewer: one picture or file closely, two pictures side by side, its note, a copy of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.app.queries.attachments import AttachmentShown
from console.domain.attachments import MOST_NOTE, Attachment, State, file_name
from console.domain.commands.attachments import NoteOnAttachment, RemoveAttachment
from console.domain.errors import Refusal
from widgets.attachments.canvas import Canvas
from widgets.attachments.images import icon_of, image_of
from widgets.attachments.later import while_there
from widgets.attachments.side import Side
from widgets.attachments.words import facts_words
from widgets.cards import Button, Entry, OneLine, Script, Text
from widgets.people.fields import Said
from widgets.people.signing import give, why_not
from widgets.plain import plain, plain_block
from widgets.refusals import words_of
from widgets.times import moment

if TYPE_CHECKING:
    from console.app.console import Console
    from console.records.pictures import Pixels

MOST_TEXT = 100_000  # characters that are shown of a text


class Viewer(QDialog):
    """Opens on one attachment of a record and goes through all of them."""

    def __init__(self, console: Console, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1180, 820)
        self._console = console
        self._all: list[AttachmentShown] = []
        self._id = ""
        self._sure = False
        self.called, self.facts = OneLine("text", 15, 600), OneLine("text_muted", 12)
        self.before, self.next = (
            Button("chevron-left", lambda: self.go(-1)),
            Button("chevron-right", lambda: self.go(1)),
        )
        self.farther, self.nearer = Button("minus", lambda: self._near(-1)), Button("plus", lambda: self._near(1))
        self.fit, self.compare = Button("maximize", self._fit), Button("arrow-left-right", self._compare)
        self.compare.setCheckable(True)
        self.left, self.right = Side(), Side()
        self.text = Script()
        self.stack = QStackedWidget()
        self.note_label, self.note = Text("text_muted", 13), Entry()
        self.keep_note = Button("", self._keep_note, primary=True)
        self.copy, self.remove, self.close_button = (
            Button("download", self.save_copy),
            Button("x", self._remove),
            Button("", self.close),
        )
        self.said = Said()
        self._lay_out()
        self._connect()
        self.retranslate()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(1180, 820)

    # What is shown

    def show_attachments(self, all: list[AttachmentShown], id: str = "") -> None:
        """Show one of these, or go on with the one that is shown; one that is gone closes the viewer."""
        self._all = all
        wanted = id or self._id
        if all and not any(each.attachment.id == wanted for each in all):
            wanted = all[-1].attachment.id
        if not all:
            self.close()
            return
        if wanted == self._id:
            self._tell()
            return
        self._id = wanted
        self._load()
        self.left.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_again(self, id: str) -> None:
        """The content of this one arrived."""
        if id in (self._id, self.right.chosen):
            self._load()

    @property
    def shown(self) -> AttachmentShown | None:
        """What is shown."""
        return next((each for each in self._all if each.attachment.id == self._id), None)

    def go(self, step: int) -> None:
        """Show the next one or the one before."""
        ids = [each.attachment.id for each in self._all]
        if self._id in ids:
            self._id = ids[(ids.index(self._id) + step) % len(ids)]
            self._load()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.setWindowTitle(self.tr("Picture or file"))
        self.before.name_silently(self.tr("The one before (Left)"))
        self.next.name_silently(self.tr("The next one (Right)"))
        self.farther.name_silently(self.tr("Farther away (-)"))
        self.nearer.name_silently(self.tr("Nearer (+)"))
        self.fit.name_silently(self.tr("All of it (0)"))
        self.compare.name(self.tr("Before and after"), self.tr("Two pictures of this record side by side"))
        self.left.retranslate(self.tr("Picture"), self.tr("Before"))
        self.right.retranslate(self.tr("Second picture"), self.tr("After"))
        self.text.setAccessibleName(self.tr("Text of the file"))
        self.note_label.setText(self.tr("&Note"))
        self.note.setPlaceholderText(self.tr("What is to be seen here"))
        self.keep_note.name(self.tr("Save note"))
        self.copy.name(self.tr("Save a copy…"), self.tr("Write this picture or file to a folder of your choice"))
        self.close_button.name(self.tr("Close"))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Left and right go through the attachments wherever no field wants the keys."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and not self.compare.isChecked():
            self.go(step)
        else:
            super().keyPressEvent(event)

    # Doing

    def save_copy(self) -> None:
        """Ask where, then write a copy."""
        shown = self.shown
        if shown is not None:
            path, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy"), file_name(shown.attachment))
            if path:
                self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """Write a copy there and say how it went."""
        shown = self.shown
        if shown is not None:
            saved = self.tr("Saved: {0}")
            self._console.attachments.save_copy(
                shown.attachment,
                path,
                while_there(self, lambda where: self.said.good(saved.format(plain(where)))),
                while_there(self, self._refused),
            )

    def _keep_note(self) -> None:
        shown = self.shown
        if shown is not None:
            attachment = shown.attachment
            command = NoteOnAttachment(attachment.id, attachment.place, self.note.text(), shown.kept.version)
            saved = while_there(self, lambda _: self.said.good(self.tr("Note saved")))
            give(self, self._console, command, saved, while_there(self, self._refused))

    def _remove(self) -> None:
        """The first press asks, the second does it."""
        shown = self.shown
        if shown is None:
            return
        if not self._sure:
            self._sure = True
            self.said.warn(self.tr("It goes out of view everywhere; the trail keeps it. Press again to remove it."))
            self._allow()
            return
        self._sure = False
        attachment = shown.attachment
        command = RemoveAttachment(attachment.id, attachment.place)
        give(self, self._console, command, None, while_there(self, self._refused))

    # Inside

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.called)
        words.addWidget(self.facts)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.before)
        head.addWidget(self.next)
        head.addSpacing(6)
        head.addLayout(words, 1)
        for button in (self.farther, self.nearer, self.fit, self.compare):
            head.addWidget(button)
        pair = QWidget()
        sides = QHBoxLayout(pair)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(10)
        sides.addWidget(self.left, 1)
        sides.addWidget(self.right, 1)
        self.stack.addWidget(pair)
        self.stack.addWidget(self.text)
        self.note_label.setBuddy(self.note)
        self.note.setMaxLength(MOST_NOTE)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for part in (self.note_label, self.note, self.keep_note):
            foot.addWidget(part, 1 if part is self.note else 0)
        foot.addSpacing(16)
        for button in (self.copy, self.remove, self.close_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        column.addWidget(self.said)
        column.addLayout(foot)
        self.right.hide()

    def _connect(self) -> None:
        self.note.textChanged.connect(lambda _: self._allow())
        self.note.returnPressed.connect(self.keep_note.click)
        self.left.asked.connect(self._choose_left)
        self.right.asked.connect(lambda id: self._load_side(self.right, id))
        for one, other in ((self.left, self.right), (self.right, self.left)):
            one.canvas.moved.connect(partial(self._follow, other.canvas, one.canvas))

    def _load(self) -> None:
        """Show what is chosen from its beginning."""
        self._sure = False
        self.said.say("")
        shown = self.shown
        if shown is None:
            return
        attachment = shown.attachment
        self.note.setText(attachment.note)
        if not attachment.is_picture:
            self.compare.setChecked(False)
        self._tell()
        if attachment.type.startswith("text/") and self._console.attachments.state(attachment) is State.HERE:
            self.stack.setCurrentIndex(1)
            self.text.setPlainText("")
            answer = while_there(self, partial(self._text, attachment.id))
            refused = while_there(self, partial(self._side_refused, self.left, attachment.id))
            self._console.attachments.text(attachment, MOST_TEXT, answer, refused)
            return
        self.stack.setCurrentIndex(0)
        self._load_side(self.left, attachment.id)

    def _load_side(self, side: Side, id: str) -> None:
        shown = next((each for each in self._all if each.attachment.id == id), None)
        if shown is None:
            return
        attachment = shown.attachment
        side.chosen = id
        if not attachment.is_picture:
            words = self.tr("This cannot be shown here. Save a copy to open it with another program.")
            side.canvas.show_words(words, icon_of(attachment))
            return
        side.canvas.show_words(self.tr("Opening…"), "hourglass")
        longest = self._console.attachments.limits.side
        answer = while_there(self, partial(self._picture, side, id))
        self._console.attachments.picture(
            attachment, longest, answer, while_there(self, partial(self._side_refused, side, id))
        )

    def _picture(self, side: Side, id: str, pixels: Pixels) -> None:
        if side.chosen == id:
            side.canvas.show_image(image_of(pixels))
            self._allow()

    def _text(self, id: str, words: str) -> None:
        if id == self._id:
            self.text.setPlainText(plain_block(words))

    def _side_refused(self, side: Side, id: str, refusal: Refusal) -> None:
        if id in (side.chosen, self._id):
            self.stack.setCurrentIndex(0)
            coming = refusal.code == "content_coming"
            side.canvas.show_words(
                words_of(refusal), "hourglass" if coming else "triangle-alert", "text_muted" if coming else "bad"
            )
            self._allow()

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))

    def _tell(self) -> None:
        """Say who, when, what about the one that is shown."""
        shown = self.shown
        if shown is None:
            return
        attachment = shown.attachment
        self.called.say(plain(attachment.name))
        place = [each.attachment.id for each in self._all].index(self._id) + 1
        when = moment(attachment.at.timestamp(), self._console.now())
        parts = [facts_words(attachment), when, plain(shown.by, 60), f"{place} / {len(self._all)}"]
        self.facts.say(" · ".join(part for part in parts if part))
        pictures = [each.attachment for each in self._all if each.attachment.is_picture]
        for side in (self.left, self.right):
            side.offer([(one.id, self._choice(one)) for one in pictures])
        self._allow()

    def _choice(self, attachment: Attachment) -> str:
        return f"{moment(attachment.at.timestamp(), self._console.now())} · {plain(attachment.name, 40)}"

    def _allow(self) -> None:
        shown = self.shown
        if shown is None:
            return
        attachment = shown.attachment
        pictures = sum(each.attachment.is_picture for each in self._all)
        for button in (self.before, self.next):
            button.setEnabled(len(self._all) > 1)
        for button in (self.farther, self.nearer, self.fit):
            button.setEnabled(self.stack.currentIndex() == 0 and self.left.canvas.has_image)
        self.compare.setEnabled(attachment.is_picture and pictures > 1)
        both = self.compare.isChecked()
        self.right.setVisible(both)
        for side in (self.left, self.right):
            side.head.setVisible(both)
        no_note = why_not(self._console, NoteOnAttachment, attachment.place)
        self.keep_note.name(self.tr("Save note"), no_note)
        self.keep_note.setEnabled(self.note.text().strip() != attachment.note and not no_note)
        self.note.setReadOnly(bool(no_note))
        no_removal = why_not(self._console, RemoveAttachment, attachment.place)
        self.remove.name(self.tr("Remove it") if self._sure else self.tr("Remove…"), no_removal)
        self.remove.setEnabled(not no_removal)

    def _compare(self) -> None:
        """Put the picture before this one, or the first, at the left, this one at the right."""
        self._allow()
        if not self.compare.isChecked():
            return
        ids = [each.attachment.id for each in self._all if each.attachment.is_picture]
        after = self._id
        earlier = ids[max(0, ids.index(after) - 1)]
        later = after if earlier != after else ids[1]
        self._id = earlier
        self._load()
        self.left.choose(earlier)
        self.right.choose(later)
        self._load_side(self.right, later)

    def _choose_left(self, id: str) -> None:
        if id != self._id:
            self._id = id
            self._load()

    def _follow(self, other: Canvas, moved: Canvas) -> None:
        if self.compare.isChecked() and other.has_image:
            other.look_like(moved)

    def _near(self, steps: int) -> None:
        self.left.canvas.nearer(steps)

    def _fit(self) -> None:
        self.left.canvas.fit()
