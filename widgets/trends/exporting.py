"""Writing what is seen into a file: a table for spreadsheets, a workbook, or a picture."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from console.app.trendexport import Export, Exported, ExportPen, ExportWords, Kind, TrendExport
from console.domain.errors import Refusal
from console.domain.readings import Role
from widgets.attachments.later import while_there
from widgets.backups.progress import Bar
from widgets.cards import Button, Choice, Text, Tick
from widgets.numbers import whole
from widgets.people.fields import Field
from widgets.people.notice import Notice
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.trends.naming import known, length_word, pen_word, place_of, place_word, zone_of
from widgets.trends.panel import Panel
from widgets.trends.saving import save_picture
from widgets.trends.timeentry import TimeEntry

if TYPE_CHECKING:
    from widgets.trends.model import TrendModel

SIZE = QSize(560, 520)
PICTURE = "png"
SEEN, SPAN = "seen", "span"
STEPS = (0.0, 1.0, 10.0, 60.0, 300.0, 900.0, 3600.0)
TEXTS = frozenset(
    {Role.STATE, Role.ORDER, Role.ORDER_STATE, Role.PRODUCT, Role.UNIT, Role.QUALITY, Role.ALARM, Role.REASON}
)


class ExportPanel(Panel):
    """`told` carries the share that is done, None when nothing is being written."""

    told = Signal(object)

    def __init__(self, model: TrendModel, picture: Callable[[], QImage], parent: QWidget) -> None:
        super().__init__(parent, SIZE)
        self._model, self._picture = model, picture
        self.ask_path: Callable[[str, str], str] = self._ask_path
        assert model.console.trends is not None
        self.export = TrendExport(model.console.trends, model.console.mailbox)
        model.console.serve(self.export)
        self.kind: Field[Choice] = Field(Choice())
        self.stretch: Field[Choice] = Field(Choice())
        self.first: Field[TimeEntry] = Field(TimeEntry())
        self.last: Field[TimeEntry] = Field(TimeEntry())
        self.step: Field[Choice] = Field(Choice())
        self.spread, self.what = Tick(), Text("text_faint", 12, wrap=True)
        self.bar, self.stop = Bar(), Button("x", self.export.stop)
        self.go = Button("download", self.submit, primary=True)
        self._notice: Notice | None = None
        self._lay_out()
        for choice in (self.kind, self.stretch, self.step):
            choice.control.currentIndexChanged.connect(lambda _: self._chose())
        self.retranslate()

    def begin(self) -> None:
        """Open; what is being written goes on."""
        zone = zone_of(self._model.console)
        self.first.control.show_time(self._model.start, zone)
        self.last.control.show_time(self._model.end, zone)
        self._settle()
        super().begin()
        self.kind.control.setFocus()

    def submit(self) -> None:
        """Ask for a name, then write."""
        if self.export.running or not self.go.isEnabled():
            return
        self.said.say("")
        start, end = self.span
        if end <= start:
            self.last.refuse(self.tr("It ends before it begins. Choose a later end."))
            return
        kind = str(self.kind.control.currentData())
        path = self.ask_path(self._file_name(start), kind)
        if not path:
            return
        if kind == PICTURE:
            save_picture(self._picture(), Path(path), while_there(self, self._ended))
            return
        self._show_running(True)
        answer, told = while_there(self, self._ended), while_there(self, self._tell)
        self.export.start(Path(path), self._wanted(Kind(kind), start, end), told, answer)

    @property
    def span(self) -> tuple[float, float]:
        """The stretch that is wanted, seconds UTC."""
        if self.stretch.control.currentData() == SEEN:
            return self._model.start, self._model.end
        return self.first.control.seconds, self.last.control.seconds

    # Inside

    def _wanted(self, kind: Kind, start: float, end: float) -> Export:
        pens = []
        for pen in self._model.pens:
            signal = known(self._model, pen.id)
            title = f"{place_word(self._model.console, place_of(pen.id))} · {pen_word(self._model, pen.id)}"
            text = signal is not None and signal.role in TEXTS
            pens.append(ExportPen(pen.id, title, signal.unit if signal is not None else "", text))
        step = float(self.step.control.currentData())
        zone = self._model.console.floor.plant.timezone or "UTC"
        spread = bool(step) and self.spread.isChecked()
        return Export(tuple(pens), start, end, kind, self._words(zone), step, spread, zone)

    def _words(self, zone: str) -> ExportWords:
        return ExportWords(
            (self.tr("Local time ({0})").format(zone), self.tr("Offset"), "UTC"),
            (self.tr("Signal"), self.tr("Value"), self.tr("Unit"), self.tr("Quality")),
            (self.tr("least"), self.tr("greatest")),
            (
                self.tr("good"),
                self.tr("uncertain"),
                self.tr("bad"),
                self.tr("unknown"),
                self.tr("last known"),
                self.tr("no data"),
            ),
            self.tr("Data"),
        )

    def _tell(self, share: float) -> None:
        self.bar.show_share(share)
        self.told.emit(share)

    def _ended(self, outcome: Exported | Refusal | Path) -> None:
        self._show_running(False)
        if isinstance(outcome, Exported):
            self.said.good(self.tr("{0} rows are in {1}").format(whole(outcome.rows), plain(outcome.path, 160)))
        elif isinstance(outcome, Path):
            self.said.good(self.tr("The picture is in {0}").format(plain(outcome, 160)))
        elif outcome.code == "cancelled":
            self.said.warn(self.tr("Stopped; nothing was written."))
        else:
            self.said.say(words_of(outcome))
        if not self.isVisible():  # the panel was closed meanwhile: it is said where it can be seen
            self._notice = self._notice or Notice(self.parentWidget().window())
            self._notice.show_words(self.tr("Export"), self.said.text, "download", 10.0)

    def _show_running(self, running: bool) -> None:
        for part in (self.bar, self.stop):
            part.setVisible(running)
        self.bar.show_share(0.0)
        self.told.emit(0.0 if running else None)
        self._settle()

    def _chose(self) -> None:
        if not self.export.running:
            self.said.say("")
        self._settle()

    def _settle(self) -> None:
        """Only what the choice needs can be seen."""
        picture = self.kind.control.currentData() == PICTURE
        ranged = self.stretch.control.currentData() == SPAN and not picture
        stepped = bool(self.step.control.currentData()) and not picture
        for part, there in ((self.stretch, not picture), (self.first, ranged), (self.last, ranged)):
            part.setVisible(there)
        self.step.setVisible(not picture)
        self.spread.setVisible(stepped)
        self.last.refuse("")
        self.go.setEnabled(bool(self._model.pens) and not self.export.running)
        self.what.say(self._what(picture, stepped))

    def _what(self, picture: bool, stepped: bool) -> str:
        if not self._model.pens:
            return self.tr("There is no pen yet. Add signals to the plots first.")
        if picture:
            return self.tr("The plots as they are seen, with the pens and the stretch of time above them.")
        if stepped:
            return self.tr(
                "A row for each step: the mean of the step, or the value that still held, and its quality."
                " Where nothing is known the cell is empty."
            )
        return self.tr(
            "A row for each sample: signal, value, unit, quality. Where nothing is known from a time on,"
            " a row without a value says so."
        )

    def _file_name(self, start: float) -> str:
        local = datetime.fromtimestamp(start, UTC).astimezone(zone_of(self._model.console))
        return f"trends {local:%Y-%m-%d %H%M}.{self.kind.control.currentData()}"

    def _ask_path(self, name: str, kind: str) -> str:
        kinds = {
            "csv": self.tr("Table (*.csv)"),
            "xlsx": self.tr("Excel workbook (*.xlsx)"),
            "png": self.tr("Picture (*.png)"),
        }
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export trends"), name, kinds[kind])
        return path if not path or path.lower().endswith(f".{kind}") else f"{path}.{kind}"

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.name(self.tr("Export"), self.tr("The pens of this screen as a file."))
        self.kind.name(self.tr("&File"))
        self.stretch.name(self.tr("Stretch of ti&me"))
        self.first.name(self.tr("Fr&om"))
        self.last.name(self.tr("&To"))
        self.step.name(self.tr("&Rows"))
        self.spread.setText(self.tr("The least and the greatest value of each step too"))
        self.stop.name(self.tr("Stop"))
        self.go.name(self.tr("Export…"))
        self.bar.setAccessibleName(self.tr("Export"))
        kinds = {"csv": self.tr("Table (CSV)"), "xlsx": self.tr("Excel workbook"), "png": self.tr("Picture (PNG)")}
        _offer(self.kind.control, kinds)
        _offer(self.stretch.control, {SEEN: self.tr("What is seen"), SPAN: self.tr("From … to")})
        steps = {step: self.tr("One every {0}").format(length_word(step)) for step in STEPS if step}
        _offer(self.step.control, {0.0: self.tr("Every sample"), **steps})
        self._settle()

    def _lay_out(self) -> None:
        times = QHBoxLayout()
        times.setSpacing(10)
        times.addWidget(self.first)
        times.addWidget(self.last)
        for part in (self.kind, self.stretch):
            self.body.addWidget(part)
        self.body.addLayout(times)
        for part in (self.step, self.spread, self.what):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.bar.hide()
        self.stop.hide()
        self.foot.addWidget(self.bar, 1)
        self.foot.addWidget(self.stop)
        self.foot.addStretch(1)
        self.foot.addWidget(self.leave)
        self.foot.addWidget(self.go)


def _offer(choice: Choice, entries: dict[str, str] | dict[float, str]) -> None:
    chosen = choice.currentData()
    choice.blockSignals(True)
    choice.clear()
    for key, words in entries.items():
        choice.addItem(words, key)
    choice.setCurrentIndex(max(0, choice.findData(chosen)))
    choice.blockSignals(False)
