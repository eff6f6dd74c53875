"""The dry run: what happens if a call is raised then and there, and nobody answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.app.tablefile import write_table
from console.domain.errors import Refusal
from console.domain.rehearsal import Rehearsal, rehearsal
from widgets.attachments.later import while_there
from widgets.callsetup.ladderrows import ROLE, SINCE, WHAT, WIDTHS, LadderRows
from widgets.callsetup.reading import SetUp, SetupReader
from widgets.cards import Button, Card, Choice, Entry, OneLine, Picture
from widgets.closed import Closed
from widgets.people.fields import Field, Said
from widgets.people.grants import STEP
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.tables import Grid
from widgets.times import zone_named

if TYPE_CHECKING:
    from console.app.console import Console

T = TypeVar("T")
AT = time(2, 40)  # on a Sunday: when fewest are there
HOURS = (1, 8, 24, 72, 192)
SUNDAY = 6


class LadderTab(QWidget):
    """Category, place and time above; the list, worked out anew whenever one of them or the roster changes."""

    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._found: SetUp | None = None
        self.made: Rehearsal | None = None
        self.ask_path: Callable[[str], str] = self._ask_path
        self.reader = SetupReader(self, console)
        self.place, self.category, self.ahead = Field(Choice()), Field(Choice()), Field(Choice())
        self.day, self.at = Field(Entry()), Field(Entry())
        self.now = Button("clock", self.begin_now)
        self.mark, self.told = Picture("", "text_muted", 18), OneLine("text", 15, 600)
        self.model, self.said, self.card = LadderRows(), Said(), Card()
        self.grid = Grid(self.model, WIDTHS, stretch=WHAT, spare=(ROLE, SINCE))
        self.copy, self.export = Button("copy", self.copy_list), Button("download", self.save_list)
        self.closed = Closed(console, self.reader.read, lambda: self.open_requested.emit("status", ""))
        self._stack = QStackedWidget()
        self._lay_out()
        self._begin()
        self._connect()
        self.retranslate()

    # What the page calls

    def show_subject(self, subject: str) -> None:
        """Choose a category and, behind a "/", a place."""
        category, _, place = subject.partition("/")
        _choose(self.place.control, place)
        self._offer_categories()
        _choose(self.category.control, category)
        self.refresh()

    def set_scope(self, area: str | None) -> None:
        """Begin with a line of that area."""
        line = next((line.id for line in self.reader.plant.lines() if line.area == area), "")
        if line:
            _choose(self.place.control, line)

    def focus_filter(self) -> None:
        """Ctrl+F."""
        self.category.control.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._offer_places()
        self.reader.shown()

    # Working it out

    def refresh(self) -> None:
        """Work the list out for what is chosen."""
        found, start = self._found, self.start()
        category = found.dispatch.categories.get(str(self.category.control.currentData())) if found else None
        self._settle()
        if found is None or category is None or start is None:
            self.made = None
            self.model.clear()
            self._say()
            return
        place = str(self.place.control.currentData() or "")
        until = start + timedelta(hours=int(self.ahead.control.currentData() or 24))
        dispatch = found.dispatch
        way, calendar = dispatch.way(place), dispatch.calendar(place)
        self.made = rehearsal(category, dispatch.roster, way, calendar, start, until)
        names = {person.id: person.name for person in found.setup.people}
        self.model.show_rehearsal(self.made, category, names, self._zone())
        self._say()

    def start(self) -> datetime | None:
        """The typed time; None for what is none. One that the clock shows twice is the first of the two."""
        self.day.refuse("")
        self.at.refuse("")
        day = _read(date.fromisoformat, self.day.control.text())
        at = _read(time.fromisoformat, self.at.control.text())
        if day is None:
            self.day.refuse(self.tr("Year-month-day."))
        if at is None or at.tzinfo is not None:
            self.at.refuse(self.tr("Hours:minutes."))
        if day is None or at is None or at.tzinfo is not None:
            return None
        return datetime.combine(day, at).replace(tzinfo=self._zone()).astimezone(UTC)

    def begin_now(self) -> None:
        """As if the call were raised now."""
        local = datetime.fromtimestamp(self._console.now(), UTC).astimezone(self._zone())
        self.day.control.setText(local.date().isoformat())
        self.at.control.setText(local.strftime("%H:%M"))
        self.refresh()

    def _begin(self) -> None:
        """The coming Sunday, in the night."""
        today = datetime.fromtimestamp(self._console.now(), UTC).astimezone(self._zone()).date()
        self.day.control.setText((today + timedelta(days=(SUNDAY - today.weekday()) % 7)).isoformat())
        self.at.control.setText(AT.strftime("%H:%M"))

    def _zone(self) -> tzinfo:
        return zone_named(self.reader.plant.timezone) or UTC

    def _show(self, found: SetUp) -> None:
        self.said.say("")
        self._found = found
        self._offer_categories()
        self.refresh()

    def _cannot(self, refusal: Exception) -> None:
        self._settle()
        self.said.say("" if self.closed.needed else words_of(refusal))

    def _settle(self) -> None:
        closed = self.closed.refresh() or self._found is None
        self._stack.setCurrentWidget(self.closed if closed else self.grid)

    # Choices

    def _offer_places(self) -> None:
        chosen, control = self.place.control.currentData(), self.place.control
        control.blockSignals(True)
        control.clear()
        for line in self.reader.plant.lines():
            control.addItem(plain(line.name, 60), line.id)
            for station in line.stations:
                control.addItem(STEP + plain(station.name, 60), station.id)
        _choose(control, str(chosen or ""))
        control.blockSignals(False)
        self._offer_categories()

    def _offer_categories(self) -> None:
        if self._found is None:
            return
        chosen, control = self.category.control.currentData(), self.category.control
        control.blockSignals(True)
        control.clear()
        for category in self._found.dispatch.choices(str(self.place.control.currentData() or "")):
            control.addItem(plain(category.name, 60), category.id)
        _choose(control, str(chosen or ""))
        control.blockSignals(False)

    def _moved(self) -> None:
        self._offer_categories()
        self.refresh()

    # What comes of it

    def _say(self) -> None:
        """How long it takes until somebody who is really there is told."""
        made, role, icon = self.made, "bad", "triangle-alert"
        if made is None:
            words, role, icon = "", "text_muted", ""
        elif made.reached is not None and made.reached.told is not None:
            who, since = self.model.people(made.reached.told), self.model.since(made.reached.at)
            at_once = made.reached.at == made.start
            words = self.tr("Somebody on duty is told at once: {0}").format(who)
            words = words if at_once else self.tr("After {1}, somebody on duty is told: {0}").format(who, since)
            role, icon = ("text", "circle-check") if at_once else ("warning", "triangle-alert")
        elif made.told_somebody is not None and made.told_somebody.told is not None:
            who = self.model.people(made.told_somebody.told)
            words = self.tr("Only people on no roster are told, and nobody knows whether they are there: {0}").format(
                who
            )
            role = "warning"
        else:
            words = self.tr("Nobody is told, however long the call waits. Look at the roster.")
        self.told.say(words)
        self.told.paint_as(role)
        self.mark.show_icon(icon, role)
        for button in (self.copy, self.export):
            button.setEnabled(bool(self.model.lines))

    def copy_list(self) -> None:
        """The chosen rows, or all, into the clipboard."""
        QGuiApplication.clipboard().setText(self.grid.copied())
        self.said.good(self.tr("Copied."))

    def save_list(self) -> None:
        """The list into a file for a spreadsheet."""
        path = self.ask_path("ladder.csv")
        if not path:
            return
        table = [[self.card.title.text(), self.told.text()], *self.model.table()]

        def done(refusal: Refusal | None) -> None:
            if refusal is None:
                self.said.good(self.tr("Saved: {0}").format(plain(path, 120)))
            else:
                self.said.say(words_of(refusal))

        failed = while_there(self, lambda refusal: self.said.say(words_of(refusal)))
        self._console.office.run(lambda _: write_table(Path(path), table), while_there(self, done), failed)

    def _ask_path(self, name: str) -> str:
        kinds = self.tr("Table (*.csv)")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export the list"), name, kinds)
        return path if not path or path.lower().endswith(".csv") else path + ".csv"

    # Words

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.card.title.say(self.tr("What happens if nobody answers"))
        self.category.name(self.tr("&Category"))
        self.place.name(self.tr("&Where"))
        self.day.name(self.tr("&Day"))
        self.at.name(self.tr("&Time"))
        self.ahead.name(self.tr("&Look ahead"))
        self.now.name(self.tr("Now"), self.tr("As if the call were raised now"))
        self.copy.name(self.tr("Copy"), self.tr("Copy the list, for a spreadsheet"))
        self.export.name(self.tr("Export…"), self.tr("Write the list into a file for a spreadsheet (CSV)"))
        self.grid.setAccessibleName(self.tr("Who is told, step by step"))
        for row in range(self.ahead.control.count()):
            hours = int(self.ahead.control.itemData(row))
            words = self.tr("%n hour(s)", "", hours) if hours < 48 else self.tr("%n day(s)", "", hours // 24)
            self.ahead.control.setItemText(row, words)
        self.model.retranslate()
        self._say()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # How it is made

    def _connect(self) -> None:
        self.reader.arrived.connect(self._show)
        self.reader.refused.connect(self._cannot)
        self.place.control.currentIndexChanged.connect(lambda _: self._moved())
        for choice in (self.category.control, self.ahead.control):
            choice.currentIndexChanged.connect(lambda _: self.refresh())
        for entry in (self.day.control, self.at.control):
            entry.textEdited.connect(lambda _: self.refresh())

    def _lay_out(self) -> None:
        for hours in HOURS:
            self.ahead.control.addItem("", hours)
        self.ahead.control.setCurrentIndex(HOURS.index(24))
        for field in (self.place, self.category, self.ahead):
            field.control.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.control.setMinimumContentsLength(7)
        for field in (self.day, self.at):
            field.control.setMinimumWidth(112 if field is self.day else 72)
        asked = QGridLayout()
        asked.setHorizontalSpacing(10)
        for column, field in enumerate((self.category, self.place, self.day, self.at, self.ahead)):
            asked.addWidget(field, 0, column, Qt.AlignmentFlag.AlignTop)
            asked.setColumnStretch(column, {self.place: 6, self.category: 4, self.ahead: 3}.get(field, 2))
        beside = QVBoxLayout()
        beside.addSpacing(20)
        beside.addWidget(self.now)
        beside.addStretch(1)
        asked.addLayout(beside, 0, 5)
        answer = QHBoxLayout()
        answer.setSpacing(8)
        answer.addWidget(self.mark)
        answer.addWidget(self.told, 1)
        for button in (self.copy, self.export):
            self.card.tools.addWidget(button)
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.closed)
        self.card.body.addLayout(asked)
        self.card.body.addLayout(answer)
        self.card.body.addWidget(self.said)
        self.card.body.addWidget(self._stack, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.card)
        self.setFocusProxy(self.category.control)


def _choose(control: Choice, key: str) -> None:
    control.setCurrentIndex(max(0, control.findData(key)))


def _read(read: Callable[[str], T], text: str) -> T | None:
    try:
        return read(text.strip())
    except ValueError:
        return None
