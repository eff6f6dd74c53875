"""The compare page: any figure by time, line, shift, product and crew, beside another time."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QHeaderView, QMenu, QScrollArea, QSplitter, QVBoxLayout, QWidget

from console.app.compare import Asking, Comparing, Gathered, Stretch
from console.app.reports import file_name
from console.domain.compare import Answer, By, Measure, Question
from console.domain.errors import Refusal
from console.domain.questions import Every
from console.domain.reports import Period, Report, ended
from console.domain.spreadsheet import cell
from widgets.attachments.later import while_there
from widgets.cards import Button, Card, Choice, OneLine, Text
from widgets.compare.chart import AnswerChart
from widgets.compare.choosing import Choosing
from widgets.compare.kept import KeptQuestions, every_word
from widgets.compare.report import write_report
from widgets.compare.table import AnswerTable, Side
from widgets.compare.words import measure_word, value_words
from widgets.figures.definition import show_metric
from widgets.flow import Flow
from widgets.numbers import whole
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.tables import Grid
from widgets.times import moment

if TYPE_CHECKING:
    from console.app.console import Console

READY = (
    (Measure.OEE, By.LINE, By.NONE),
    (Measure.LOST, By.LOSS, By.NONE),
    (Measure.STOP_TIME, By.REASON, By.NONE),
    (Measure.STOPS, By.HOUR, By.WEEKDAY),
    (Measure.CALLS, By.CATEGORY, By.NONE),
    (Measure.SCRAP_SHARE, By.PRODUCT, By.NONE),
)  # questions that are asked most, one click each
MENU = 6  # periods of each kind that are offered
SETTLE = 150  # ms after the last choice
WIDE = 1300  # pixels from which the table stands beside the picture


class ComparePage(QWidget):
    """Asks when it is opened and when another choice is made."""

    open_requested = Signal(str, str)  # another screen and its subject

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.side: Side | None = None
        self.comparing, self.choosing = Comparing(console), Choosing(console)
        self.model, self.chart = AnswerTable(), AnswerChart()
        self.table = Grid(self.model, (), stretch=0)
        self.ready = [Button("", partial(self.choosing.choose, *one)) for one in READY]
        self.title, self.said = Text("text", 20, 600), OneLine("text_muted", 13)
        self.empty = Text("text_muted", 14, wrap=True)
        self.stop, self.again = Button("x", self._stop), Button("refresh-cw", self._anew)
        self.export, self.meaning = Button("download", self.write), Button("circle-help", self._explain)
        self.ask_path = self._ask_path
        self.kept, self.report = KeptQuestions(console, self.choosing), Button("file-text", self._offer_reports)
        self.kept.said.connect(self.said.say)
        self._asking: tuple[Asking, ...] = ()
        self._settling = QTimer(self, singleShot=True, interval=SETTLE)
        self._settling.timeout.connect(self.look)
        self.choosing.changed.connect(self._settling.start)
        self._lay_out()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.write)
        self.retranslate()

    # What the shell calls

    def set_scope(self, area: str | None) -> None:
        """Only what happened in an area; None: all."""
        self.choosing.set_area(area)

    def kept_choices(self) -> dict[str, Choice]:
        """What stays chosen until the next start."""
        names = ("measure", "rows", "columns", "range", "against", "line", "shift", "product", "crew")
        return dict(zip(names, self.choosing.parts, strict=True))

    def focus_filter(self) -> None:
        """Ctrl+F: the figure."""
        self.choosing.measure.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_subject(self, subject: str) -> None:
        """Ask a question that another screen names: measure, rows and columns with a slash between."""
        parts = [*subject.split("/"), "", ""][:3]
        if parts[0] in set(Measure) and {parts[1], parts[2]} <= set(By):
            self.choosing.choose(Measure(parts[0]), By(parts[1] or By.LINE), By(parts[2]))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.choosing.offer()
        self.kept.read()
        self.look()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # Looking

    def look(self) -> None:
        """Ask what is chosen, and the same of the other time."""
        self._settling.stop()
        for asking in self._asking:
            asking.stop()
        question, stretch = self.choosing.question(), self.choosing.stretch()
        before = self.choosing.before(stretch)
        self.stop.show()
        if before is None:
            self._asking = (self._ask(question, stretch, lambda told, found: self._show(told, None, found, stretch)),)
            return

        def then(earlier: Answer, _: Gathered) -> None:
            show = self._ask(question, stretch, lambda told, found: self._show(told, earlier, found, stretch))
            self._asking = (show,)

        self._asking = (self._ask(question, before, then),)

    def _ask(self, question: Question, stretch: Stretch, done: Callable[..., object]) -> Asking:
        later = while_there
        return self.comparing.ask(
            question, stretch, later(self, done), later(self, self._refused), later(self, self._progress)
        )

    def _show(self, told: Answer, before: Answer | None, found: Gathered, stretch: Stretch) -> None:
        self.side = Side(told, before, found)
        self.choosing.show_names(found)
        self.model.show_side(self.side)
        self.chart.show_side(self.side)
        self._lay_columns()
        now, zone = self._console.now(), self.choosing.zone
        words = self.tr("{0} from {1} to {2}").format(
            f"{measure_word(self.side.measure)} {value_words(self.side.measure, told.whole.value)}",
            moment(stretch.start, now, zone),
            moment(stretch.end, now, zone),
        )
        if before is not None:
            words += f" · {self.choosing.against.currentText()} {value_words(self.side.measure, before.whole.value)}"
        if told.unrated > 1 and self.side.measure in (Measure.OEE, Measure.PERFORMANCE):
            left = value_words(Measure.PLANNED, told.unrated)
            words += " · " + self.tr("{0} of lines without an ideal cycle left out").format(left)
        self.said.say(words)
        self._settle()

    def _lay_columns(self) -> None:
        header = self.table.horizontalHeader()
        few = self.model.columnCount() <= 8
        for column in range(self.model.columnCount()):
            stretched = few and column == 0
            mode = QHeaderView.ResizeMode.Stretch if stretched else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(column, mode)
            if not stretched:
                self.table.setColumnWidth(column, 104 if column else 200)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        across = self.width() >= WIDE
        self._body.setOrientation(Qt.Orientation.Horizontal if across else Qt.Orientation.Vertical)

    def _progress(self, share: float) -> None:
        if share < 1.0:
            self.said.say(self.tr("Reading the past: {0} %").format(whole(share * 100)))

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))
        self._settle()

    def _stop(self) -> None:
        for asking in self._asking:
            asking.stop()
        self.said.say(self.tr("Stopped. What is shown is what was read before."))
        self._settle()

    def _anew(self) -> None:
        self.comparing.forget()
        self.look()

    def _settle(self) -> None:
        there = self.side is not None and bool(self.side.now.rows)
        self.stop.hide()
        self.export.setEnabled(there)
        self._allow_reports()
        self._body.setVisible(there)
        self.empty.setVisible(not there)
        waits = self.tr("The figures appear here when they are read.")
        self.empty.say(waits if self.side is None else self._nothing())

    def _nothing(self) -> str:
        return self.tr(
            "Nothing was counted in this time. As soon as lines tell states and pieces, here stands any figure by"
            " line, shift, product, crew or time, beside the same of another time. Choose a longer time, or"
            " everything."
        )

    def _explain(self) -> None:
        side = self.side
        facts = {} if side is None else {self.tr("All together"): value_words(side.measure, side.now.whole.value)}
        show_metric(self, self.choosing.question().measure.value, facts)

    # Files

    def write(self) -> None:
        """Write the table into a file for a spreadsheet."""
        side = self.side
        there = side is not None and bool(side.now.rows)
        kind = self.tr("Table (*.csv)")
        path = self.ask_path("compare.csv", self.tr("Export the table"), kind, ".csv") if there else ""
        if not path:
            return
        file = io.StringIO(newline="")
        out = csv.writer(file)
        rows: list[list[object]] = [[name, value] for name, value in self.choosing.said()]
        for row in [*rows, [], *self.model.plain_rows()]:
            out.writerow([cell(value) for value in row])
        try:
            Path(path).write_text(file.getvalue(), encoding="utf-8-sig", newline="")
        except OSError as error:
            self.said.say(self._unwritten(error))
            return
        self.said.say(self.tr("The table is in {0}").format(plain(path, 160)))

    def _ask_path(self, name: str, words: str, kind: str, ending: str) -> str:
        path, _ = QFileDialog.getSaveFileName(self, words, name, kind)
        return path if not path or path.lower().endswith(ending) else path + ending

    # Reports

    def _allow_reports(self) -> None:
        why = self._why_no_report()
        self.report.setEnabled(not why)
        self.report.name(self.tr("Report…"), why or self.tr("A shift, a day or a week on paper (PDF)"))

    def _why_no_report(self) -> str:
        """Why there is nothing to be reported; "" where there is."""
        reports = self._console.reports
        if reports is None:
            return self.tr("This console keeps no history: there is nothing to report.")
        calendars, now = reports.calendars(), self._console.now()
        if any(True for every in Every for _ in ended(every, calendars, now)):
            return ""
        return self.tr("There is no line with shifts yet. Read a plant file on the page Setup first.")

    def _offer_reports(self) -> None:
        """A menu of what is over and can be reported, the newest first."""
        reports = self._console.reports
        if reports is None:
            return
        menu, now, calendars = QMenu(self), self._console.now(), reports.calendars()
        for every in Every:
            for period in list(ended(every, calendars, now))[:MENU]:
                words = " · ".join(filter(None, (every_word(every), period.day.isoformat(), plain(period.shift, 40))))
                menu.addAction(words, partial(self.write_report, period))
            menu.addSeparator()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.report.mapToGlobal(self.report.rect().bottomLeft()))

    def write_report(self, period: Period) -> None:
        """Gather the report of a period and write it where somebody says."""
        reports = self._console.reports
        path = self.ask_path(file_name(period), self.tr("Save the report"), "PDF (*.pdf)", ".pdf") if reports else ""
        if not path or reports is None:
            return
        self.said.say(self.tr("The report is being made"))

        def made(report: Report, found: Gathered) -> None:
            plant, at = self._console.floor.plant, self._console.now()
            if self._console.trends is not None:
                self._console.trends.ask(
                    lambda past: write_report(report, found, Path(path), plant.name, self.choosing.zone, at),
                    while_there(
                        self, lambda _: self.said.say(self.tr("The report is in {0}").format(plain(path, 160)))
                    ),
                    while_there(self, lambda why: self.said.say(self._unwritten(why))),
                )

        reports.make(period, while_there(self, made), while_there(self, self._refused))

    def _unwritten(self, why: object) -> str:
        return self.tr("The file could not be written: {0}").format(plain(why, 160))

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Compare"))
        names = (
            self.tr("OEE of lines"),
            self.tr("Losses"),
            self.tr("Causes of stops"),
            self.tr("Stops by hour and weekday"),
            self.tr("Calls"),
            self.tr("Scrap of products"),
        )
        for button, words in zip(self.ready, names, strict=True):
            button.name(words)
        self.stop.name(self.tr("Stop"))
        self.again.name_silently(self.tr("Read everything again"))
        self.export.name(self.tr("Export…"), self.tr("Write the table into a file for a spreadsheet"))
        self.meaning.name_silently(self.tr("What this figure means"))
        self.table.setAccessibleName(self.tr("The answer as a table"))
        self.kept.retranslate()
        self.choosing.retranslate()
        if self.side is not None:
            self.model.show_side(self.side)
            self.chart.show_side(self.side)
        self._settle()

    def _lay_out(self) -> None:
        head, quick = QHBoxLayout(), Flow(gap=6)
        head.addWidget(self.title)
        head.addSpacing(10)
        head.addWidget(self.said, 1)
        for part in (self.stop, self.again, self.meaning, self.report, self.export):
            head.addWidget(part)
        for button in self.ready:
            quick.addWidget(button)
        quick.addWidget(self.kept)
        picture, numbers = Card(titled=False), Card(titled=False)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self.chart)
        scroll.viewport().setAutoFillBackground(False)
        self.chart.setAutoFillBackground(False)
        picture.body.addWidget(scroll)
        numbers.body.addWidget(self.table)
        self._body = QSplitter(Qt.Orientation.Vertical)
        self._body.setChildrenCollapsible(False)
        self._body.addWidget(picture)
        self._body.addWidget(numbers)
        self._body.setSizes([620, 460])
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.choosing)
        column.addLayout(quick)
        column.addWidget(self._body, 1)
        column.addWidget(self.empty, 1)
        self._settle()
