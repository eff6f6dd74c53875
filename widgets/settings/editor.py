"""The control for one setting: a list where there are choices, a line to type in elsewhere, with a way to look."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.app.declared import Setting, Value, written
from widgets.cards import Button, Choice, Entry
from widgets.people.fields import Said
from widgets.settings.words import choice_words

LONGEST = 1000


class Editor(QWidget):
    """Shows one setting at a time; `changed` tells that somebody typed or chose, `entered` that Enter was pressed."""

    changed = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._setting: Setting | None = None
        self.list, self.line, self.said = Choice(), Entry(), Said()
        self.line.setMaxLength(LONGEST)
        self.browse = Button("folder-open", self._browse)
        self.list.activated.connect(lambda _: self.changed.emit())
        self.line.textEdited.connect(lambda _: self.changed.emit())
        self.line.returnPressed.connect(self.entered)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.list)
        row.addWidget(self.line, 1)
        row.addWidget(self.browse)
        row.setAlignment(self.list, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.said)

    def show_setting(self, setting: Setting, value: Value, name: str) -> None:
        """Show a setting with its value; what was typed before is gone. `name` is what screen readers say."""
        self._setting = setting
        listed = bool(setting.choices) or setting.kind is bool
        self.list.setVisible(listed)
        self.line.setVisible(not listed)
        self.browse.setVisible(setting.path)
        self.said.say("")
        if listed:
            words = setting.choices or ("true", "false")
            self.list.offer("", [(word, choice_words(word)) for word in words], written(value), most=300)
            self.list.setAccessibleName(name)
            return
        hidden = QLineEdit.EchoMode.Password if setting.secret else QLineEdit.EchoMode.Normal
        self.line.setEchoMode(hidden)
        self.line.setText("" if setting.secret else written(value))
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(self.tr("empty") if not setting.secret else self.tr("type the password anew"))
        self.browse.name_silently(self.tr("Look for the file or folder"))

    def value(self) -> Value | None:
        """What is typed or chosen, of the setting's kind; None where it is no number."""
        setting = self._setting
        if setting is None:
            return None
        if setting.choices or setting.kind is bool:
            chosen = str(self.list.currentData())
            return chosen == "true" if setting.kind is bool else chosen
        text = self.line.text()
        if setting.kind is int:
            typed = text.strip()
            return int(typed) if typed.removeprefix("-").isascii() and typed.removeprefix("-").isdigit() else None
        return text if setting.secret else text.strip()

    def allow(self, allowed: bool, pinned: bool) -> None:
        """Let somebody change it, or only read it."""
        self.list.setEnabled(allowed)
        self.line.setReadOnly(not allowed)
        self.line.setEnabled(not pinned)
        self.browse.setEnabled(allowed)

    def _browse(self) -> None:
        setting = self._setting
        if setting is None:
            return
        begin = self.line.text()
        if setting.key.endswith("file"):
            found = QFileDialog.getOpenFileName(self, self.tr("Choose a file"), begin)[0]
        else:
            found = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"), begin)
        if found:
            self.line.setText(found)
            self.changed.emit()
