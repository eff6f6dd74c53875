"""Pictures and files that go with a report as soon as it is kept."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from console.domain.attachments import display_name
from widgets.actions.followup import LineButton
from widgets.attachments.bringing import Brought, brought, can_bring
from widgets.cards import Button, Text
from widgets.people.fields import Said
from widgets.plain import plain

MOST = 10


class Pending(QWidget):
    """Chosen, pasted or dropped here; each can be taken back."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[Brought] = []
        self.label, self.said = Text("text_muted", 12, 500), Said()
        self.choose_button, self.paste_button = Button("camera", self.choose), Button("copy", self.paste)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.label, 1)
        row.addWidget(self.paste_button)
        row.addWidget(self.choose_button)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addLayout(self._lines)
        column.addWidget(self.said)
        self.setAcceptDrops(True)
        self.retranslate()

    def choose(self) -> None:
        """Let the person choose files."""
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Add pictures"), "", "* (*)")
        self.add([(Path(path), "") for path in chosen])

    def paste(self) -> None:
        """Take what was copied."""
        files = brought(QGuiApplication.clipboard().mimeData())
        self.add(files)
        if not files:
            self.said.warn(self.tr("No picture and no file was copied. Copy one first."))

    def take(self, mime: QMimeData) -> None:
        """Take what was dropped here, or pasted into the text beside it."""
        self.add(brought(mime))

    def add(self, files: list[Brought]) -> None:
        """Take these too."""
        self.said.say("")
        if len(self.files) + len(files) > MOST:
            self.said.say(self.tr("At most {0} pictures go with a report. More can be added to it later.").format(MOST))
            return
        self.files += files
        self._show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if can_bring(event.mimeData()):
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        event.acceptProposedAction()
        self.take(event.mimeData())

    def _drop(self, file: Brought) -> None:
        self.files = [one for one in self.files if one is not file]
        self._show()
        self.choose_button.setFocus()

    def _show(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        for file in self.files:
            line = LineButton("x", partial(self._drop, file))
            given, name = file
            called = name or (display_name(given.name) if isinstance(given, Path) else "") or self.tr("A picture")
            line.name(plain(called, 80), self.tr("Take it back"))
            self._lines.addWidget(line)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.label.say(self.tr("Pictures: choose, paste or drop them here"))
        self.choose_button.name(self.tr("Choose…"))
        self.paste_button.name(self.tr("Paste"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
