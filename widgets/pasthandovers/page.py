"""Past handovers: every shift that was handed over, or was not; found by words, read whole, and what keeps coming."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.app.queries.handovers import HandoverFile, handover_file, past_handovers, searched
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady
from console.domain.handover_past import Keeps, Past, Sums
from console.domain.handovers import Handover
from console.domain.shifts import Calendar
from widgets.actions.rows import ListGrid
from widgets.attachments.later import while_there
from widgets.cards import Button, Card, Choice, Text
from widgets.closed import Closed
from widgets.handover.words import Naming
from widgets.pasthandovers.again import KeepsComing
from widgets.pasthandovers.choosing import Choosing
from widgets.pasthandovers.reading import Reading
from widgets.pasthandovers.rows import DISPUTED, ITEMS, PLACE, SHIFT, SIGNED, WIDTHS, PastRows
from widgets.people.fields import Said, Tab
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.times import zone_named

if TYPE_CHECKING:
    from console.app.console import Console

KINDS = frozenset({"handover", "handover_correction"})
LIST, AGAIN = "list", "again"
STATION = 4  # steps of the way to a station: site, area, line and it


class PastHandoversPage(QWidget):
    """Asks the records when it is opened, when another choice is made, and when a handover changes."""

    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._area: str | None = None
        self.past: tuple[Past, ...] = ()
        self._found: tuple[Handover, ...] = ()  # by words; they come from any time
        self._wanted = ""  # id of a handover that is to be chosen once it is there
        self.naming = Naming(console, {})
        self.choosing = Choosing(console)
        self.tabs = {LIST: Tab(), AGAIN: Tab()}
        self.rows = PastRows(self.naming.place)
        self.grid = ListGrid(self.rows, WIDTHS, SHIFT, (DISPUTED, ITEMS, SIGNED, PLACE))
        self.again = KeepsComing(self.naming.place, self.naming.title)
        self.reading = Reading(console)
        self.ask_path = self._ask_path
        self.back = Button("arrow-left", lambda: self.open_requested.emit("handover", ""))
        self.said, self.empty, self.keys = Said(), Text("text_muted", 14, wrap=True), Text("text_faint", 12, wrap=True)
        self.left, self.right = Card(titled=False), Card(titled=False)
        self.closed = Closed(console, self.look, lambda: self.open_requested.emit("status", ""))
        self._stack, self._parts = QStackedWidget(), QStackedWidget()
        self._soon = QTimer(self, singleShot=True, interval=300)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.turn(LIST)

    # What the shell calls

    def set_scope(self, area: str | None) -> None:
        """Only what was handed over in an area; None: everywhere."""
        self._area = area
        if self.isVisible():
            self.look()

    def show_subject(self, subject: str) -> None:
        """Show a handover by its id."""
        if subject:
            self.turn(LIST)
            self._wanted = subject
            self._read(subject)

    def kept_choices(self) -> dict[str, Choice]:
        """What stays chosen until the next start."""
        return {"days": self.choosing.days, "place": self.choosing.place}

    def focus_filter(self) -> None:
        """Ctrl+F: the search."""
        self.choosing.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.choosing.search.selectAll()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.look()

    # Looking

    def look(self) -> None:
        """Ask for what is chosen."""
        ask = self._console.office.ask
        if self.choosing.words:
            ask(searched(self.choosing.words), while_there(self, self._searched), while_there(self, self._cannot))
        else:
            since, until = self.choosing.stretch()
            query = past_handovers(since, until, self._now(), self._calendars(), self._test())
            ask(query, while_there(self, self._heard), while_there(self, self._cannot))
        self._show()

    def _calendars(self) -> dict[str, Calendar]:
        """Those of all places, as copies: the worker asks them."""
        handovers = self._console.handovers
        if handovers is None:
            return {}
        ways = self._console.office.authority.ways
        known = {place: handovers.calendar(place) for place, way in ways.items() if len(way) < STATION}
        return {place: replace(calendar) for place, calendar in known.items() if calendar is not None}

    def _test(self) -> Callable[[str], bool]:
        """Whether a place is looked at, as it is chosen now."""
        chosen, area = str(self.choosing.place.currentData() or ""), self._area
        ways = self._console.office.authority.ways
        return lambda place: chosen in ("", place) and (area is None or area in ways.get(place, (place,)))

    def _heard(self, told: tuple[tuple[Past, ...], Sums]) -> None:
        self._found = ()
        self.past, sums = told
        self.again.show_sums(sums)
        self._heard_all()

    def _searched(self, told: tuple[Handover, ...]) -> None:
        if self.choosing.words:
            self._found = told
            self._heard_all()

    def _heard_all(self) -> None:
        self.said.say("")
        self.choosing.offer(sorted({(one.place, self.naming.place(one.place)) for one in self._all()}))
        self._show()

    def _all(self) -> tuple[Past, ...]:
        if not self.choosing.words:
            return self.past
        return tuple(
            Past(one.place, one.day, one.shift, one.next_shift, one.begins, one.ends, one) for one in self._found
        )

    def _inside(self, past: tuple[Past, ...]) -> tuple[Past, ...]:
        inside = self._test()
        return tuple(one for one in past if inside(one.place))

    def _show(self) -> None:
        shown = self._inside(self._all())
        self.rows.show_rows(shown)
        self._stack.setCurrentWidget(self.grid if shown else self._nothing)
        if self.closed.refresh() and not shown:
            self._stack.setCurrentWidget(self.closed)
        self.empty.say(self._none_found() if self.choosing.words else self._none_yet())
        self._keep_chosen()

    def _keep_chosen(self) -> None:
        wanted = self._wanted or self.reading.id
        row = next((i for i, one in enumerate(self.rows.rows) if one.handover and one.handover.id == wanted), -1)
        if row >= 0 and self.grid.currentIndex().row() != row:
            self.grid.selectRow(row)
        elif row < 0 and not wanted and self.rows.rows:
            self.grid.selectRow(0)
        if row >= 0:
            self._wanted = ""

    # Reading one

    def _walked(self, now: QModelIndex) -> None:
        row = self.rows.row_at(now.row())
        if row is None:
            return
        if row.handover is None:
            self.reading.show_missed(row)
        elif row.handover.id != self.reading.id:
            self._read(row.handover.id, row)

    def _read(self, id: str, row: Past | None = None) -> None:
        ends, place = (row.ends, row.place) if row is not None else (self._now(), "")
        self.reading.wait_for(id)
        query = handover_file(id, place, ends)
        self._console.office.ask(query, while_there(self, self._read_it), while_there(self, self._cannot))

    def _read_it(self, file: HandoverFile) -> None:
        if file.handover is None:
            self.said.say(self.tr("This handover is not in the records."))
        elif file.handover.id == self.reading.id:
            self.reading.show_file(file)

    def _open(self) -> None:
        row = self.rows.row_at(self.grid.currentIndex().row())
        if row is not None and row.handover is not None:
            self.open_requested.emit("handover", row.handover.id)

    def save(self) -> None:
        """Write the one that is read as a PDF."""
        file = self.reading.file
        if file is None or file.handover is None or not self.reading.pdf.isEnabled():
            return
        one = file.handover
        word, place = self.tr("handover"), plain(self.naming.place(one.place), 40)
        name = f"{word} {place} {one.day.isoformat()} {one.shift}.pdf"
        path = self.ask_path(name.replace("/", "-"))
        if path:
            from widgets.handover.report import save_handover

            self.reading.pdf.setEnabled(False)
            save_handover(self._console, one.id, Path(path), while_there(self, self._saved))

    def _saved(self, told: Path | Refusal) -> None:
        self.reading.pdf.setEnabled(True)
        if isinstance(told, Refusal):
            self.said.say(words_of(told))
        else:
            self.said.good(self.tr("The PDF is {0}").format(plain(told, 160)))

    def _ask_path(self, name: str) -> str:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the handover"), name, "PDF (*.pdf)")
        return path if not path or path.lower().endswith(".pdf") else path + ".pdf"

    # Keys and events

    def turn(self, key: str) -> None:
        """Show the list, or what keeps coming."""
        self.tabs[key].setChecked(True)
        self._parts.setCurrentWidget(self._both if key == LIST else self.again)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key, search = event.key(), self.choosing.search
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and search.hasFocus():
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key == Qt.Key.Key_Escape and search.text():
            search.clear()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.grid.hasFocus():
            self._open()
        elif event.text().upper() == "P" and self.grid.hasFocus():
            self.save()
        else:
            super().keyPressEvent(event)

    def _picked(self, row: Keeps) -> None:
        self.show_subject(row.latest)

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in KINDS:
            self._soon.start()

    def _again(self) -> None:
        if self.isVisible():
            self.look()
            if self.reading.id:
                self._read(self.reading.id)

    def _cannot(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))
        self._show()

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._console.now(), UTC)

    # How it is made

    def _none_found(self) -> str:
        return self.tr("No handover holds all of these words. Type less, or others.")

    def _none_yet(self) -> str:
        return self.tr(
            "No shift was handed over in this time. Begin under Handover, from two hours before a shift ends: each one"
            " stays here, and a shift that nobody hands over is shown as missed."
        )

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.back.name(self.tr("Handover"))
        self.tabs[LIST].name(self.tr("Past handovers"))
        self.tabs[AGAIN].name(self.tr("What keeps coming"))
        self.grid.setAccessibleName(self.tr("Handovers"))
        self.keys.say(self.tr("Ctrl+F searches · arrows choose · Enter opens · P saves a PDF"))
        self.reading.zone = zone_named(self._console.floor.plant.timezone)
        self.rows.retranslate()
        self._show()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.choosing.changed.connect(self.look)
        self.choosing.narrowed.connect(self.look)
        self.grid.selectionModel().currentRowChanged.connect(lambda now, _: self._walked(now))
        self.grid.doubleClicked.connect(lambda _: self._open())
        self.again.picked.connect(self._picked)
        self.reading.pdf.clicked.connect(lambda: self.save())
        self.reading.opened.clicked.connect(lambda: self._open())
        self._soon.timeout.connect(self._again)
        for key, tab in self.tabs.items():
            tab.clicked.connect(lambda _=False, key=key: self.turn(key))
        on = self._console.on
        stops = [on(RecordChanged, self._changed), on(RecordsReady, lambda _: self._soon.start())]
        self.destroyed.connect(lambda _=None, stops=tuple(stops): [stop() for stop in stops])

    def _lay_out(self) -> None:
        self._nothing = QWidget()
        words = QVBoxLayout(self._nothing)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addStretch(3)
        for part in (self._nothing, self.grid, self.closed):
            self._stack.addWidget(part)
        for widget in (self.choosing, self.said):
            self.left.body.addWidget(widget)
        self.left.body.addWidget(self._stack, 1)
        self.left.body.addWidget(self.keys)
        self.right.body.addWidget(self.reading, 1)
        self.right.setMinimumWidth(380)
        self._both = QSplitter(Qt.Orientation.Horizontal)
        self._both.setHandleWidth(12)
        self._both.setChildrenCollapsible(False)
        self._both.addWidget(self.left)
        self._both.addWidget(self.right)
        self._both.setSizes([1020, 800])
        self._parts.addWidget(self._both)
        self._parts.addWidget(self.again)
        row, group = QHBoxLayout(), QButtonGroup(self)
        row.setSpacing(4)
        row.addWidget(self.back)
        row.addSpacing(12)
        for tab in self.tabs.values():
            group.addButton(tab)
            row.addWidget(tab)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self._parts, 1)
        self.setFocusProxy(self.choosing.search)
