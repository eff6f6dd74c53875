"""The tab of station labels: which places, which size; the sheet as it will be, printed or saved as PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPaintEvent, QPdfWriter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.domain.events import CallsChanged
from console.domain.labels import label_code
from widgets.calls.known import KnownCalls
from widgets.callsetup.sheet import FORMATS, PAGE, Label, pages_of, paint_page
from widgets.cards import Button, Card, Choice, Text, Tick
from widgets.people.fields import Field, Said
from widgets.plain import plain
from widgets.theme import color

if TYPE_CHECKING:
    from console.app.console import Console

PDF_DPI = 600


class Sheet(QWidget):
    """One page as it will be printed, as large as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.labels: list[Label] = []
        self.form = FORMATS["medium"]
        self.page, self.outlined = 0, True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(180, 250)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        scale = min(self.width() / PAGE[0], self.height() / PAGE[1])
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate((self.width() - PAGE[0] * scale) / 2, (self.height() - PAGE[1] * scale) / 2)
            painter.scale(scale, scale)
            painter.fillRect(QRectF(0, 0, *PAGE), QColor(255, 255, 255))
            painter.setPen(color("border"))
            paint_page(painter, self.labels, self.form, self.page, self.outlined)


class LabelsTab(QWidget):
    """Makes labels of the plant's stations; whoever looks may print them."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console, self._area = console, None
        self.known = KnownCalls(console)
        self.sheet = Sheet()
        self.which: Field[Choice] = Field(Choice())
        self.what: Field[Choice] = Field(Choice())
        self.size: Field[Choice] = Field(Choice())
        self.cut = Tick()
        self.print, self.save = Button("file-text", self._print), Button("download", self._save, primary=True)
        self.back, self.on = Button("chevron-left", lambda: self._turn(-1)), Button("chevron-right", self._forward)
        self.how, self.count = Text("text_muted", 13, wrap=True), Text("text_muted", 13)
        self.said = Said()
        self._lay_out()
        for field in (self.which, self.what, self.size):
            field.control.currentIndexChanged.connect(lambda _: self.refresh())
        self.cut.toggled.connect(lambda _: self.refresh())
        stop = console.on(CallsChanged, lambda _: self._offer())
        self.destroyed.connect(lambda _=None, stop=stop: stop())
        self.retranslate()

    def set_scope(self, area: str | None) -> None:
        """Offer only the lines of an area; None: all."""
        self._area = area
        self._offer()

    def labels(self) -> list[Label]:
        """What is to be printed, in the plant's order."""
        wanted, what = str(self.which.control.currentData() or ""), str(self.what.control.currentData() or "")
        found: list[Label] = []
        for live in self._lines():
            if wanted not in ("", live.line.id):
                continue
            line = plain(live.line.name, 60)
            for place, name in [(one.station.id, plain(one.station.name, 60)) for one in live.stations]:
                if what != "categories":
                    found.append(Label(label_code(place), name, line))
                if what:
                    found += [
                        Label(label_code(place, kind.id), name, line, plain(kind.name, 60))
                        for kind in self.known.categories(place)
                    ]
        return found

    def refresh(self) -> None:
        """Show what is chosen, from its first page."""
        self.sheet.labels = self.labels()
        self.sheet.form = FORMATS[str(self.size.control.currentData() or "medium")]
        self.sheet.outlined = self.cut.isChecked()
        self.said.say("")
        self._turn(-self.sheet.page)

    def save_to(self, path: Path) -> None:
        """Write every page into a PDF. OSError where it cannot be written."""
        with path.open("ab"):
            pass  # the writer itself says nothing
        writer = QPdfWriter(str(path))
        writer.setResolution(PDF_DPI)
        writer.setTitle(self.tr("Station labels"))
        self._paint_on(writer)

    # Inside

    def _lines(self) -> list:
        lines = self._console.floor.lines
        return [live for live in lines if self._area is None or live.line.area == self._area]

    def _turn(self, by: int) -> None:
        pages = max(1, pages_of(self.sheet.labels, self.sheet.form))
        self.sheet.page = min(max(0, self.sheet.page + by), pages - 1)
        some = bool(self.sheet.labels)
        self.back.setEnabled(self.sheet.page > 0)
        self.on.setEnabled(self.sheet.page < pages - 1)
        self.print.setEnabled(some)
        self.save.setEnabled(some)
        words = self.tr("%n label(s)", "", len(self.sheet.labels))
        page = self.tr("page {0} of {1}").format(self.sheet.page + 1, pages)
        none = self.tr("There are no stations yet. Open a plant file in Setup, and their labels appear here.")
        self.count.say(f"{words} · {page}" if some else none)
        self.sheet.setAccessibleName(self.count.text())
        self.sheet.update()

    def _forward(self) -> None:
        self._turn(1)

    def _save(self) -> None:
        name = self._ask_target("station-labels.pdf")
        if not name:
            return
        path = Path(name if name.lower().endswith(".pdf") else f"{name}.pdf")
        try:
            self.save_to(path)
        except OSError as error:
            self.said.say(self.tr("It cannot be written: {0}").format(plain(error.strerror or error, 120)))
        else:
            self.said.good(self.tr("Saved: {0}").format(plain(str(path), 200)))

    def _ask_target(self, name: str) -> str:
        return QFileDialog.getSaveFileName(self, "", name, "PDF (*.pdf)")[0]

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec():
            self._paint_on(printer)

    def _paint_on(self, device: QPagedPaintDevice) -> None:
        device.setPageLayout(
            QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
        )
        with QPainter(device) as painter:
            size = QSizeF(device.width(), device.height())
            painter.scale(size.width() / PAGE[0], size.height() / PAGE[1])
            for page in range(pages_of(self.sheet.labels, self.sheet.form)):
                if page:
                    device.newPage()
                paint_page(painter, self.sheet.labels, self.sheet.form, page, self.sheet.outlined)

    def _offer(self) -> None:
        lines = [(live.line.id, plain(live.line.name, 60)) for live in self._lines()]
        _fill(self.which.control, [("", self.tr("All lines")), *lines])
        whats = [
            ("", self.tr("One label for each station")),
            ("categories", self.tr("One for each kind of call at each station")),
            ("both", self.tr("Both")),
        ]
        _fill(self.what.control, whats)
        sizes = [
            ("large", self.tr("Large, 8 on a page (99 × 68 mm)")),
            ("medium", self.tr("Medium, 14 on a page (99 × 38 mm)")),
            ("small", self.tr("Small, 21 on a page (64 × 38 mm)")),
        ]
        _fill(self.size.control, sizes, "medium")
        self.refresh()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.which.name(self.tr("&Stations of"))
        self.what.name(self.tr("&What is printed"))
        self.size.name(self.tr("Si&ze"))
        self.cut.setText(self.tr("Lines to cut along (plain paper)"))
        self.print.name(self.tr("Print…"))
        self.save.name(self.tr("Save as PDF…"))
        self.back.name_silently(self.tr("Page before"))
        self.on.name_silently(self.tr("Next page"))
        self.how.say(
            self.tr(
                "Glue a label to each station. Who scans it at a console with a hand scanner gets the form of a call"
                " with the station filled in; a label of one kind of call fills in that too, and Enter raises it. The"
                " code holds only letters, so it works with every keyboard setting of the scanner."
            )
        )
        self._offer()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self.cut.setChecked(True)
        side = Card(titled=False)
        side.body.setSpacing(12)
        for part in (self.how, self.which, self.what, self.size, self.cut):
            side.body.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.save)
        row.addWidget(self.print)
        row.addStretch(1)
        side.body.addLayout(row)
        side.body.addWidget(self.said)
        side.body.addStretch(1)
        side.setMaximumWidth(440)
        turning = QHBoxLayout()
        turning.addWidget(self.count, 1)
        turning.addWidget(self.back)
        turning.addWidget(self.on)
        page = Card(titled=False)
        page.body.addLayout(turning)
        page.body.addWidget(self.sheet, 1)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(12)
        column = QVBoxLayout()
        column.addWidget(side)
        column.addStretch(1)
        both.addLayout(column, 2)
        both.addWidget(page, 3)


def _fill(choice: Choice, entries: list[tuple[str, str]], first: str = "") -> None:
    """Offer these; what was chosen stays chosen where it is still there."""
    before = choice.currentData() if choice.count() else first
    choice.blockSignals(True)
    choice.clear()
    for key, words in entries:
        choice.addItem(words, key)
    choice.setCurrentIndex(max(0, choice.findData(before)))
    choice.blockSignals(False)
