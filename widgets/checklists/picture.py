"""The help picture of an item: how it should be. Brought by file, by drag or by pasting, kept with the template."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from console.app.queries.attachments import AttachmentShown, attachments_of
from console.domain.commands.attachments import AddAttachment
from console.domain.errors import Refusal
from widgets.attachments.bringing import Brought, brought, can_bring
from widgets.attachments.dropzone import DropZone
from widgets.attachments.images import image_of
from widgets.attachments.later import while_there
from widgets.attachments.viewer import Viewer
from widgets.cards import Button, Text
from widgets.flow import Flow
from widgets.people.fields import Said
from widgets.people.signing import ask_for, why_not
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

KIND = "checklist_template"
HIGH = 120  # pixels of the picture


class HelpPicture(QWidget):
    """Shows that of one item; `chosen` carries the item and the id of another attachment, "" = none."""

    chosen = Signal(str, str)

    def __init__(self, console: Console, template: str) -> None:
        super().__init__()
        self._console, self._template = console, template
        self._item = self._id = ""
        self._all: list[AttachmentShown] = []
        self.kept = False  # whether the template is in the records: a picture belongs to something that is
        self.title, self.empty, self.said = Text("text_muted", 12, 500), DropZone(), Said()
        self.shown = QLabel()
        self.shown.setMaximumHeight(HIGH)
        self.choose_button, self.paste_button = Button("image", self.choose), Button("copy", self.paste)
        self.open_button, self.remove_button = Button("maximize", self.open), Button("x", self._without)
        row = Flow(gap=6)
        for button in (self.choose_button, self.paste_button, self.open_button, self.remove_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.title, self.shown, self.empty):
            column.addWidget(part)
        column.addLayout(row)
        column.addWidget(self.said)
        self.setAcceptDrops(True)
        self.retranslate()
        self._settle()

    def show_picture(self, item: str, id: str) -> None:
        """Show an attachment of the template for an item; "" none."""
        if (item, id) == (self._item, self._id):
            return
        self._item, self._id = item, id
        self.said.say("")
        self.shown.setPixmap(QPixmap())
        self._settle()
        if id:
            query = attachments_of(KIND, self._template)
            self._console.office.ask(query, while_there(self, self._heard), while_there(self, self._refused))

    def choose(self) -> None:
        """Let the person choose a file."""
        kinds = self.tr("Pictures")
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Help picture"), "", f"{kinds} (*.jpg *.jpeg *.png *.webp *.gif *.bmp)"
        )
        if path:
            self.add([(Path(path), "")])

    def paste(self) -> None:
        """Take what was copied."""
        files = brought(QGuiApplication.clipboard().mimeData())
        if files:
            self.add(files)
        else:
            self.said.warn(self.tr("No picture was copied. Copy one first, then paste it here."))

    def add(self, files: list[Brought]) -> None:
        """Keep the first of these with the template, and show it with the item."""
        why = why_not(self._console, AddAttachment)
        if not self.kept:
            self.said.warn(self.tr("The checklist is not kept yet: give every part its words first."))
        elif why:
            self.said.say(why)
        elif files:
            ask_for(self, AddAttachment, lambda: self._bring(*files[0]))

    def open(self) -> None:
        """Look at it large."""
        mine = [one for one in self._all if one.attachment.id == self._id]
        if mine:
            viewer = Viewer(self._console, self.window())
            viewer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            viewer.show_attachments(mine, self._id)
            viewer.show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if can_bring(event.mimeData()):
            event.acceptProposedAction()
            self.empty.light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        self.empty.light(False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self.empty.light(False)
        event.acceptProposedAction()
        self.add(brought(event.mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Help picture: how it should be"))
        self.empty.say(self.tr("Drop a picture here, paste one, or choose a file."))
        self.choose_button.name(self.tr("Choose…"), self.tr("Choose a picture that shows how it should be"))
        self.paste_button.name(self.tr("Paste"), self.tr("Take the picture that was copied"))
        self.open_button.name(self.tr("Large"), self.tr("Look at the picture large"))
        self.remove_button.name(self.tr("Without"), self.tr("The item has no help picture any more"))
        self.shown.setAccessibleName(self.tr("Help picture"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Inside

    def _bring(self, given: object, name: str) -> None:
        self.said.say(self.tr("The picture is being kept…"), "hourglass", "text_muted")
        item = self._item  # another one may be shown when it is kept

        def kept(id: str) -> None:
            self.said.say("")
            self.chosen.emit(item, id)

        self._console.attachments.add(
            KIND, self._template, given, name,  # type: ignore[arg-type]
            done=while_there(self, kept), refused=while_there(self, self._refused),
        )  # fmt: skip

    def _without(self) -> None:
        self.chosen.emit(self._item, "")

    def _heard(self, found: list[AttachmentShown]) -> None:
        self._all = found
        mine = next((one.attachment for one in found if one.attachment.id == self._id), None)
        if mine is None:
            self.said.warn(self.tr("The picture is not there any more."))
        elif not mine.thumb:
            self.said.warn(self.tr("This is no picture. Choose another one."))
        else:
            id = mine.id
            show = while_there(self, lambda pixels: self._show(id, image_of(pixels)))
            self._console.attachments.thumb(mine, show, while_there(self, self._refused))

    def _show(self, id: str, image: QImage) -> None:
        if id == self._id:
            size = QSize(HIGH * 2, HIGH)
            smooth = Qt.TransformationMode.SmoothTransformation
            self.shown.setPixmap(QPixmap.fromImage(image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, smooth)))

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))

    def _settle(self) -> None:
        some = bool(self._id)
        self.empty.setVisible(not some)
        for part in (self.shown, self.open_button, self.remove_button):
            part.setVisible(some)
