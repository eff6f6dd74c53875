"""The figures of work orders over a span: how long they take, where they wait, what is late, how the work flows."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.app.queries.order_figures import Sheets
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady
from widgets.attachments.later import while_there
from widgets.cards import Button, Choice, OneLine, Text
from widgets.closed import Closed
from widgets.numbers import whole
from widgets.orderfigures.behind import Behind, Listing
from widgets.orderfigures.choosing import Choosing
from widgets.orderfigures.exporting import FiguresTable
from widgets.orderfigures.flowpart import FlowPart
from widgets.orderfigures.gathering import Gathering
from widgets.orderfigures.leadpart import LeadPart
from widgets.orderfigures.overview import Overview
from widgets.orderfigures.waitpart import WaitPart
from widgets.orderfigures.words import time_words
from widgets.people.fields import Tab
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.trends.saving import save_picture

if TYPE_CHECKING:
    from console.app.console import Console

KINDS = frozenset({"work_order", "order_confirmation", "flow_step"})
SECTIONS = ("overview", "lead", "waits", "flow")
LATER = 60_000  # ms until orders that changed meanwhile are looked at again
WIDE = 1500  # pixels from which the orders behind a figure stand beside the figures


class Section(Protocol):
    """A part of the page that shows figures."""

    def show_sheets(self, sheets: Sheets, zone: tzinfo) -> None:
        """Show other figures."""


class OrderFiguresPage(QWidget):
    """Asks the records when it is opened, when another choice is made, and now and then while orders change."""

    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.sheets: Sheets | None = None
        self.ask_path = self._ask_path
        self.choosing, self.gathering = Choosing(console), Gathering(console, self)
        self.overview, self.lead, self.waits, self.flow = Overview(), LeadPart(), WaitPart(), FlowPart()
        filled = (self.overview, self.lead, self.waits, self.flow)
        self._filled: dict[str, Section] = dict(zip(SECTIONS, filled, strict=True))
        self._parts = {key: scrolling(part) for key, part in zip(SECTIONS, filled, strict=True)}
        self.tabs = {key: Tab() for key in SECTIONS}
        self.behind = Behind(console)
        self.listing: Listing | None = None
        self.said, self.empty = OneLine("text_muted", 13), Text("text_muted", 14, wrap=True)
        self.stop, self.again = Button("x", self._stop), Button("refresh-cw", self._anew)
        self.export = Button("download", self._offer_export)
        self.closed = Closed(console, self.look, lambda: self.open_requested.emit("status", ""))
        self._stack = QStackedWidget()
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._shown: set[str] = set()  # sections that show these figures already
        self._stale = True
        self._time: tuple[object, ...] = ()
        self._stretch = self.choosing.stretch()
        self.current = SECTIONS[0]
        self._lay_out()
        self._connect()
        self.retranslate()
        self.turn(SECTIONS[0])

    # What the shell calls

    def set_scope(self, area: str | None) -> None:
        """Only orders of an area; None: all."""
        self.choosing.set_area(area)

    def show_subject(self, subject: str) -> None:
        """Open one of the sections by its key."""
        if subject in self.tabs:
            self.turn(subject)

    def kept_choices(self) -> dict[str, Choice]:
        """What stays chosen until the next start."""
        return {
            "range": self.choosing.range,
            "line": self.choosing.line,
            "product": self.choosing.product,
            "which": self.lead.which,
        }

    def focus_filter(self) -> None:
        """Ctrl+F: the time."""
        self.choosing.range.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.choosing.offer()
        if self._stale or self.sheets is None:
            self.look()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._settle()

    # Looking

    def look(self) -> None:
        """Ask for the figures of what is chosen."""
        time = self.choosing.time()
        if self._stale or time != self._time:
            self._stretch, self._time = self.choosing.stretch(), time
        if self._stale:
            self.gathering.forget()
            self._stale = False
        self.gathering.begin(self._stretch, self.choosing.wanted(), self.choosing.zone)
        self._settle()

    def turn(self, key: str) -> None:
        """Show a section."""
        self.tabs[key].setChecked(True)
        self.current = key
        self._settle()

    def list_orders(self, listing: Listing) -> None:
        """Show the orders behind a figure."""
        if self.sheets is None or not listing.cases:
            return
        self.listing = listing
        self.behind.show_listing(listing, self.sheets.orders, self.choosing.zone)
        self._settle()
        self.behind.grid.setFocus()

    def leave_list(self) -> None:
        """Back to the figures."""
        self.listing = None
        self._settle()
        self.tabs[self.current].setFocus()

    def open_order(self, id: str) -> None:
        """Open an order on the page of orders."""
        self.open_requested.emit("orders", id)

    def _show(self, sheets: Sheets) -> None:
        self.sheets, self.listing = sheets, None
        self.choosing.show_products(sheets.products)
        self._shown.clear()
        self._say()
        self._settle()

    def _say(self) -> None:
        if self.sheets is None:
            return
        stretch, before, zone = self.sheets.now.stretch, self.sheets.before.stretch, self.choosing.zone
        words = self.tr("%n completed order(s)", "", self.sheets.now.orders)
        told = self.tr("{0} from {1} to {2}; compared with as long before, from {3}")
        ends = (time_words(at, zone) for at in (stretch.start, stretch.end, before.start))
        self.said.say(told.format(words, *ends))

    def _progress(self, share: float) -> None:
        self.said.say(self.tr("Reading orders: {0} %").format(whole(share * 100)))

    def _failed(self, refusal: Refusal) -> None:
        self._stale = True
        self.said.say(words_of(refusal))
        self._settle()

    def _stop(self) -> None:
        self.gathering.stop()
        self._stale = True
        self.said.say(self.tr("Stopped. What is shown is what was read before."))
        self._settle()

    def _anew(self) -> None:
        self._stale = True
        self.look()

    def _settle(self) -> None:
        sheets = self.sheets
        nothing = sheets is None or not sheets.orders
        if sheets is not None and self.current not in self._shown:
            self._shown.add(self.current)
            self._filled[self.current].show_sheets(sheets, self.choosing.zone)
        part: QWidget = self._nothing if nothing else self._parts[self.current]
        if self.closed.refresh():
            part = self.closed
        listed = self.listing is not None and part not in (self.closed, self._nothing)
        self._stack.setCurrentWidget(part)
        self._stack.setVisible(not listed or self.width() >= WIDE)
        self.behind.setVisible(listed)
        self.stop.setVisible(self.gathering.busy)
        self.export.setEnabled(not nothing)
        self.empty.say(self._why_empty())

    def _why_empty(self) -> str:
        if self.sheets is None:
            return self.tr("The figures of orders appear here as soon as they are read.")
        return self.tr(
            "No order was open in this time. Once orders are released, run and are finished, here stands how long"
            " they take, where they wait, which were late, whether the plan was kept, and how the work flows. Choose"
            " a longer time or every line, or make the first order on the page Orders."
        )

    # Files

    def _offer_export(self) -> None:
        menu = QMenu(self)
        for words, do in (
            (self.tr("The figures, as a table (CSV)"), partial(self.write, ".csv")),
            (self.tr("Figures and orders, as an Excel workbook"), partial(self.write, ".xlsx")),
            (self.tr("This picture (PNG)"), self.write_picture),
        ):
            menu.addAction(words, do)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.export.mapToGlobal(self.export.rect().bottomLeft()))

    def write(self, ending: str) -> None:
        """Write the figures (and with Excel the orders too) into a file for a spreadsheet."""
        sheets, zone = self.sheets, self.choosing.zone
        kinds = {".csv": self.tr("Table (*.csv)"), ".xlsx": self.tr("Excel workbook (*.xlsx)")}
        path = self.ask_path(self._file_name(ending), kinds[ending], ending) if sheets is not None else ""
        if not path or sheets is None:
            return
        table, chosen = FiguresTable(), self.choosing.said()
        tables = [(self.tr("Figures"), table.figures(sheets, chosen, zone))]
        if ending == ".xlsx":
            tables.append((self.tr("Orders"), table.orders(sheets, zone)))
        self.said.say(self.tr("The file is being written"))

        def job() -> None:
            from console.app.exchangeout import write_sheets

            write_sheets(Path(path), tables)

        self.gathering.do(job, partial(self._written, Path(path)), self._unwritten)

    def write_picture(self) -> None:
        """Write what is seen as a picture."""
        path = self.ask_path(self._file_name(".png"), self.tr("Picture (*.png)"), ".png")
        if path:
            save_picture(
                self._parts[self.current].widget().grab().toImage(), Path(path), while_there(self, self._saved)
            )

    def _saved(self, outcome: Path | Refusal) -> None:
        if isinstance(outcome, Path):
            self._written(outcome)
        else:
            self._unwritten(outcome)

    def _written(self, path: Path) -> None:
        self.said.say(self.tr("The file is {0}").format(plain(path, 160)))

    def _unwritten(self, why: Refusal) -> None:
        self.said.say(words_of(why))

    def _file_name(self, ending: str) -> str:
        at = datetime.fromtimestamp(self._console.now(), UTC).astimezone(self.choosing.zone)
        return f"order-figures {at:%Y-%m-%d %H%M}{ending}"

    def _ask_path(self, name: str, kind: str, ending: str) -> str:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export the figures"), name, kind)
        return path if not path or path.lower().endswith(ending) else path + ending

    # Events

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in KINDS:
            self._stale = True
            if self.isVisible() and not self._later.isActive():
                self._later.start()

    def _look_again(self) -> None:
        if self.isVisible() and self.listing is None and not self.gathering.busy:
            self.look()

    def _opened(self) -> None:
        self._stale = True
        if self.isVisible():
            self.look()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.choosing.retranslate()
            self.retranslate()
        super().changeEvent(event)

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.tabs["overview"].name(self.tr("Figures"))
        self.tabs["lead"].name(self.tr("Lead time"))
        self.tabs["waits"].name(self.tr("Waiting and age"))
        self.tabs["flow"].name(self.tr("Cumulative flow"))
        self.stop.name(self.tr("Stop"))
        self.again.name_silently(self.tr("Read everything again"))
        self.export.name(self.tr("Export…"), self.tr("Write these figures into a file: CSV, Excel or a picture"))
        if self.listing is not None:
            self.leave_list()
        self._say()
        self._settle()

    def _connect(self) -> None:
        for number, (key, tab) in enumerate(self.tabs.items(), 1):
            tab.clicked.connect(lambda _=False, key=key: self.turn(key))
            keys = QShortcut(QKeySequence(f"Alt+{number}"), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(lambda key=key: self.turn(key))
        away = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.behind)
        away.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        away.activated.connect(self.leave_list)
        save = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(partial(self.write, ".csv"))
        self.choosing.changed.connect(self.look)
        self.gathering.done.connect(self._show)
        self.gathering.progress.connect(self._progress)
        self.gathering.failed.connect(self._failed)
        for part in (self.overview, self.lead, self.waits):
            part.listed.connect(self.list_orders)
        for picture in (self.lead, self.waits):
            picture.opened.connect(self.open_order)
        self.behind.opened.connect(self.open_order)
        self.behind.closed.connect(self.leave_list)
        self._later.timeout.connect(self._look_again)
        stops = [
            self._console.on(RecordChanged, self._changed),
            self._console.on(RecordsReady, lambda _: self._opened()),
        ]
        ends = (*stops, self.gathering.closing)
        self.destroyed.connect(lambda _=None, ends=ends: [end() for end in ends])

    def _lay_out(self) -> None:
        group, tabs, row = QButtonGroup(self), QHBoxLayout(), QHBoxLayout()
        tabs.setSpacing(4)
        for tab in self.tabs.values():
            group.addButton(tab)
            tabs.addWidget(tab)
        tabs.addStretch(1)
        for button in (self.stop, self.again, self.export):
            tabs.addWidget(button)
        self._nothing = QWidget()
        words = QVBoxLayout(self._nothing)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addStretch(3)
        for part in (self._nothing, *self._parts.values(), self.closed):
            self._stack.addWidget(part)
        row.setSpacing(10)
        row.addWidget(self._stack, 3)
        row.addWidget(self.behind, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addLayout(tabs)
        column.addWidget(self.choosing)
        column.addWidget(self.said)
        column.addLayout(row, 1)
        self.setFocusProxy(self.choosing.range)


def scrolling(part: QWidget) -> QScrollArea:
    """A part that may be higher than the window."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(part)
    scroll.viewport().setAutoFillBackground(False)
    part.setAutoFillBackground(False)
    return scroll
