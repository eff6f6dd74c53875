"""The plant file in use: where it is, what it holds, what is wrong in it; and the way to open another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from console.domain.errors import FileRefused
from console.telemetry.plantfile import PlantFile
from widgets.cards import Button, Card, Text
from widgets.numbers import whole
from widgets.plain import plain
from widgets.settings.pinned import pinned_words
from widgets.start.problems import HINT, MESSAGE, ProblemRows
from widgets.tables import Grid

if TYPE_CHECKING:
    from console.app.console import Console


class PlantCard(Card):
    """Opens plant files and lists their problems; `opened` carries the path that is in use now."""

    opened = Signal(object)

    def __init__(self, console: Console, ask: Callable[[], str] | None = None) -> None:
        super().__init__()
        self._console, self._ask = console, ask or self._dialog
        self._shown: object = self
        self.words, self.refusal = Text("text_muted", wrap=True), Text("bad", wrap=True)
        self.rows = ProblemRows()
        self.grid = Grid(self.rows, (56, 68, 420, 300), stretch=MESSAGE)
        self.grid.setMinimumHeight(150)
        self.open, self.again = Button("folder-open", self.choose), Button("refresh-cw", self.reload)
        self.tools.addWidget(self.again)
        self.tools.addWidget(self.open)
        for part in (self.words, self.refusal):
            self.body.addWidget(part)
        self.body.addWidget(self.grid, 1)
        self.body.addStretch(0)
        self.refusal.hide()

    def choose(self) -> None:
        """Let the person choose a file and open it."""
        chosen = self._ask()
        if chosen:
            self.open_file(Path(chosen))

    def reload(self) -> None:
        """Read the file that is in use once more."""
        path = self._path()
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Open a plant file; a refusal is shown in the card and the plant before stays."""
        try:
            self._console.open_plant(path)
        except FileRefused as error:
            self._refuse(error)
            return
        self.refusal.hide()
        self.refresh()
        self.opened.emit(path)

    def _refuse(self, error: FileRefused) -> None:
        why = self.tr("This file cannot be used: {0}").format(plain(error.detail or error.code))
        advice = self.tr("Choose another, or correct it and open it again.")
        self.refusal.say(f"{why}\n{advice}")
        self.refusal.show()

    def refresh(self) -> None:
        """Show the file in use; cheap when it is the same as before."""
        file, refused = self._console.plant_file, self._console.plant_refused
        if (file, refused) == self._shown:
            return
        self._shown = (file, refused)
        if refused is not None:
            self._refuse(refused)
        problems = file.problems if file else ()
        self.rows.refresh(problems)
        self.grid.setVisible(bool(problems))
        self.grid.setColumnHidden(HINT, not any(problem.hint for problem in problems))
        self.again.setVisible(self._path() is not None)
        pinned = pinned_words(self._console, "plant.file")
        self.open.setEnabled(not pinned)
        self.open.name(self.tr("Open a plant file…"), pinned)
        self.open.wear("lock" if pinned else "folder-open")
        self.words.say(self._sentence(file))
        errors = sum(problem.severity == "error" for problem in problems)
        told = [self.tr("%n error(s)", "", errors)] if errors else []
        told += [self.tr("%n warning(s)", "", len(problems) - errors)] if len(problems) > errors else []
        self.note.say(", ".join(told))
        self.note.paint_as("bad" if errors else "warning")

    def retranslate(self) -> None:
        self.title.say(self.tr("Plant file"))
        self.open.name(self.tr("Open a plant file…"))
        self.again.name(self.tr("Open again"), self.tr("Read the file once more after a change"))
        self.grid.setAccessibleName(self.tr("Problems of the plant file"))
        self.rows.retranslate()
        self._shown = self
        self.refresh()

    def _sentence(self, file: PlantFile | None) -> str:
        if file is None:
            return self.tr("No plant file is open. It names lines and stations, and which topic tells what about them.")
        where = plain(self._path(), 200) if self._path() else self.tr("made by the program")
        lines, stations = list(file.plant.lines()), list(file.plant.stations())
        counts = self.tr("{0} lines, {1} stations, {2} sources").format(
            whole(len(lines)), whole(len(stations)), whole(len(file.rules))
        )
        wrong = (
            self.tr("What is wrong is left out, the rest runs.") if file.problems else self.tr("No problem was found.")
        )
        return f"{where}\n{plain(file.plant.name)} · {counts}\n{wrong}"

    def _path(self) -> Path | None:
        file = self._console.plant_file
        return file.path if file else None

    def _dialog(self) -> str:
        begin = str(self._path().parent) if self._path() else ""
        kinds = self.tr("Plant files (*.toml);;All files (*)")
        return QFileDialog.getOpenFileName(self, self.tr("Open a plant file"), begin, kinds)[0]
