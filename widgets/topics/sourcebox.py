"""A window with a source block for the plant file, to copy."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from console.telemetry.topics import TopicEntry
from widgets.cards import Button, Script, Text
from widgets.plain import plain_block
from widgets.topics.snippet import source_block


class SourceBox(QDialog):
    """Shows the block made from the topic's last message when it was opened; it changes no file."""

    def __init__(self, parent: QWidget | None, entry: TopicEntry, place: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 460)
        self.block = source_block(entry, place)
        self.words = Text("text_muted", wrap=True)
        self.text = Script()
        self.text.say(plain_block(self.block))
        self.copy, self.close_button = Button("copy", self._copy, primary=True), Button("", self.close)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.copy)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addWidget(self.text, 1)
        column.addLayout(row)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.setWindowTitle(self.tr("Source for the plant file"))
        self.words.say(
            self.tr(
                "Paste this at the end of your plant file, set place and what each signal feeds, "
                "and open the file again."
            )
        )
        self.text.setAccessibleName(self.tr("Source block"))
        self.copy.name(self.tr("Copy"))
        self.close_button.name(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.block)
