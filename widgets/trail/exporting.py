"""Writing the filtered lines into a file: the button, how far it is, how it went."""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from console.app.queries.trail import Wanted
from console.app.trailexport import Headings, TrailExport
from console.domain.errors import Refusal
from console.domain.trail import Verdict
from widgets.backups.progress import Bar
from widgets.cards import Button, OneLine
from widgets.commands import WORDS, command_words
from widgets.numbers import whole
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.trail.words import verdict_word

if TYPE_CHECKING:
    from console.app.console import Console


class ExportRow(QWidget):
    """`wanted` tells what is filtered when the button is pressed."""

    def __init__(self, console: Console, wanted: Callable[[], Wanted], zone: Callable[[], tzinfo | None]) -> None:
        super().__init__()
        self.ask_path: Callable[[str], str] = self._ask_path
        self.export = TrailExport(console.office, console.mailbox)
        self._wanted, self._zone = wanted, zone
        self.begin, self.stop = Button("download", self._begin), Button("x", self.export.stop)
        self.bar, self.said = Bar(), OneLine("text_muted", 13, right=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.said, 1)
        for part in (self.bar, self.stop, self.begin):
            row.addWidget(part)
        self.bar.setMaximumWidth(160)
        self._show(False)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.begin.name(self.tr("Export…"), self.tr("Write what is filtered into a file for a spreadsheet (CSV)"))
        self.stop.name(self.tr("Stop"))
        self.bar.setAccessibleName(self.tr("Export"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _begin(self) -> None:
        path = self.ask_path("trail.csv")
        if not path:
            return
        self._show(True)
        self.said.say("")
        self.export.start(
            Path(path), self._wanted(), self._words(), self.bar.show_share, lambda out: self._end(path, out)
        )

    def _end(self, path: str, outcome: int | Refusal | None) -> None:
        self._show(False)
        if isinstance(outcome, int):
            self.said.say(self.tr("{0} lines are in {1}").format(whole(outcome), plain(path, 120)))
            self.said.paint_as("good")
        elif outcome is None:
            self.said.say(self.tr("Stopped; nothing was written."))
            self.said.paint_as("text_muted")
        else:
            self.said.say(words_of(outcome))
            self.said.paint_as("bad")

    def _show(self, running: bool) -> None:
        for part in (self.bar, self.stop):
            part.setVisible(running)
        self.begin.setEnabled(not running)
        self.bar.show_share(0.0)

    def _ask_path(self, name: str) -> str:
        kinds = self.tr("Table (*.csv)")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export the trail"), name, kinds)
        return path if not path or path.lower().endswith(".csv") else path + ".csv"

    def _words(self) -> Headings:
        columns = (
            self.tr("Line"),
            self.tr("When"),
            self.tr("Written here"),
            self.tr("Who"),
            self.tr("Console"),
            self.tr("What"),
            self.tr("Records"),
            self.tr("Changes"),
            self.tr("What was asked"),
            self.tr("Outcome"),
            self.tr("Note or hash"),
        )
        commands = {name: command_words(name) for name in WORDS}
        verdicts = {verdict.value: verdict_word(verdict) for verdict in Verdict}
        return Headings(columns, commands, verdicts, self.tr("This line cannot be read"), self._zone())
