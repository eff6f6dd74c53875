"""Ready plants to look at, with the command line that starts each."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from widgets.cards import Button, Entry, Text

COMMANDS = (
    "--demo",
    "--replay RECORDING --plant examples/orbis/plant.toml --speed 10",
    "--replay RECORDING --plant examples/nist/plant.toml --speed 60",
)


def program() -> str:
    """How this program is started from a command line."""
    return Path(sys.executable).name if getattr(sys, "frozen", False) else "python main.py"


class Examples(QWidget):
    """A sentence and a command to copy for each."""

    def __init__(self) -> None:
        super().__init__()
        self.words = [Text("text_muted", wrap=True) for _ in COMMANDS]
        self.commands = [Entry(f"{program()} {command}") for command in COMMANDS]
        self.copies = [Button("copy", lambda line=line: self._copy(line)) for line in self.commands]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for place, (words, line, copy) in enumerate(zip(self.words, self.commands, self.copies, strict=True)):
            line.setReadOnly(True)
            line.setCursorPosition(0)
            grid.addWidget(words, 2 * place, 0, 1, 2)
            grid.addWidget(line, 2 * place + 1, 0)
            grid.addWidget(copy, 2 * place + 1, 1)

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        told = (
            translate("start", "Demo plant: four simulated lines on a broker of their own, nothing else needed."),
            translate("start", "Learning factory: a recording of six stations with states, orders and quality checks."),
            translate("start", "Milling machine: a recording with execution states, alarms and axis loads."),
        )
        for words, sentence, line, copy in zip(self.words, told, self.commands, self.copies, strict=True):
            words.say(sentence)
            name = sentence.partition(":")[0]
            line.setAccessibleName(translate("start", "Command line: {0}").format(name))
            copy.name_silently(translate("start", "Copy the command line: {0}").format(name))

    def _copy(self, line: QLineEdit) -> None:
        QGuiApplication.clipboard().setText(line.text())
