"""Calls of the past: what fits the filters, page by page."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from console.app.queries import andon
from console.app.queries.andon import Page, Wanted
from console.domain.andon import Call, Severity
from console.domain.errors import Refusal
from console.domain.people import by_name
from widgets.actions.rows import ListGrid
from widgets.attachments.later import while_there
from widgets.calls.known import KnownCalls, at
from widgets.calls.naming import severity_word
from widgets.calls.pastrows import ANSWERED, CATEGORY, OPEN, OWNER, RESOLVED, STAGE, TEXT, WIDTHS, PastRows
from widgets.cards import Button, Choice, Entry, Text
from widgets.people.fields import Said
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.times import zone_named

if TYPE_CHECKING:
    from console.app.console import Console

TYPING_MS = 250
TODAY, WEEK, MONTH, ALWAYS = "today", "week", "month", ""
WIDEST = 190
DAYS = {TODAY: 1, WEEK: 7, MONTH: 30}


class PastCalls(QWidget):
    """`chosen` carries the id of the call that somebody looks at, `counted` how many calls fit."""

    chosen = Signal(str)
    counted = Signal(int)

    def __init__(self, console: Console, known: KnownCalls) -> None:
        super().__init__()
        self._console, self._known = console, known
        self._round = 0  # answers to an older choice are of no interest
        self._area: str | None = None
        self.look_at = ""  # the call that shall be chosen once the page was read
        self._found: tuple[str, ...] = ()  # calls behind a figure, instead of what the filters say
        self._of = 0  # so many there are behind it
        self.when, self.category, self.place, self.severity, self.who = (Choice() for _ in range(5))
        self.text, self.clear = Entry(), Button("x", self.show_all)
        self.labels = [Text("text_muted", 12, 500) for _ in range(6)]
        self.said, self.empty = Said(), Text("text_muted", 14, wrap=True)
        self.rows = PastRows(self._more)
        self.grid = ListGrid(self.rows, WIDTHS, TEXT, (OPEN, RESOLVED, ANSWERED, STAGE, OWNER, CATEGORY))
        self._stack = QStackedWidget()
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    def read(self) -> None:
        """Ask for the first page anew."""
        self._offer()
        self._round += 1
        this = self._round
        job = andon.history(self.wanted())
        self._console.office.ask(job, while_there(self, lambda page: self._begin(this, page)), self._cannot)

    def show_found(self, ids: tuple[str, ...], of: int) -> None:
        """Show the calls behind a figure, until another choice is made; `of` how many there are."""
        self._found, self._of = ids, of
        self.read()

    @property
    def at_top(self) -> bool:
        """Whether the youngest call can be seen."""
        return self.grid.verticalScrollBar().value() == 0

    def set_area(self, area: str | None) -> None:
        """Show only what happened in an area; None: everywhere."""
        if area != self._area:
            self._area = area
            self._offer()

    def wanted(self) -> Wanted:
        """What the filters say, or the calls behind a figure."""
        if self._found:
            return Wanted(ids=self._found)
        severity = self.severity.currentData()
        place = self.place.currentData() or ""
        return Wanted(
            places=tuple(self._inside(place)) if place or self._area else (),
            categories=(self.category.currentData(),) if self.category.currentData() else (),
            severities=(Severity(severity),) if severity else (),
            owner=self.who.currentData() or "",
            text=self.text.text().strip(),
            since=self._since(),
        )

    def show_all(self) -> None:
        """Take every filter back."""
        self._found = ()
        for choice in (self.when, self.category, self.place, self.severity, self.who):
            choice.take_back()
        self.text.blockSignals(True)
        self.text.clear()
        self.text.blockSignals(False)
        self.read()

    # Reading

    def _begin(self, this: int, page: Page) -> None:
        if this != self._round:
            return
        self.said.say(self._found_words(), "chart-line", "text_muted")
        before, self.look_at = self.look_at or self._current(), ""
        self.rows.begin([self._known.row(one) for one in page.calls], page, self._zone(), self._console.now())
        self._stack.setCurrentWidget(self.grid if page.calls else self._nothing)
        self.empty.say(self._why_empty())
        self.counted.emit(page.total)
        row = self.rows.row_of(before)
        if row >= 0:
            self.grid.selectRow(row)

    def _more(self, last: Call) -> None:
        this = self._round
        job = andon.history(self.wanted(), last)

        def go_on(page: Page) -> None:
            if this == self._round:
                self.rows.go_on([self._known.row(one) for one in page.calls], page)

        self._console.office.ask(job, while_there(self, go_on), self._cannot)

    def _chose(self) -> None:
        """A filter is set: what stood behind a figure is over."""
        self._found = ()
        self.read()

    def _found_words(self) -> str:
        if not self._found:
            return ""
        if self._of > len(self._found):
            words = self.tr("Behind the figure are {0} calls; these are the youngest {1}.")
            return words.format(self._of, len(self._found))
        return self.tr("These calls are behind the figure. Another choice, or the cross, shows others.")

    def _cannot(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))

    def _current(self) -> str:
        row = self.grid.currentIndex().row()
        return self.rows.rows[row].call.id if 0 <= row < len(self.rows.rows) else ""

    def _walked(self, now: QModelIndex, before: QModelIndex) -> None:
        call = self.rows.rows[now.row()].call.id if now.isValid() and now.row() < len(self.rows.rows) else ""
        if call and self.look_at in ("", call):  # a table that gets the keyboard chooses its first row by itself
            self.chosen.emit(call)

    def _inside(self, place: str) -> list[str]:
        """A station; a line with its stations; without a place all of the area."""
        lines = [
            live.line
            for live in self._console.floor.lines
            if (live.line.id == place if place else live.line.area == self._area)
        ]
        inside = [id for line in lines for id in (line.id, *(station.id for station in line.stations))]
        return inside or [place]

    def _since(self) -> datetime | None:
        days = DAYS.get(str(self.when.currentData() or ""))
        if days is None:
            return None
        zone = self._zone()
        today = at(self._console.now()).astimezone(zone).date()
        first = datetime.combine(today - timedelta(days=days - 1), time())
        return (first.replace(tzinfo=zone) if zone is not None else first).astimezone(UTC)

    def _zone(self) -> tzinfo | None:
        file = self._console.plant_file
        return zone_named(file.plant.timezone) if file else None

    def _why_empty(self) -> str:
        if self.wanted() == Wanted():
            return self.tr("Every call that was raised appears here, also after it was closed.")
        return self.tr("No call fits. Choose less, or show everything again.")

    # How it is made

    def _offer(self) -> None:
        """Fill the choices from the plant, the categories and the people of now."""
        categories = [(one.id, plain(one.name, 60)) for one in self._known.all_categories()]
        _fill(self.category, self.tr("Any category"), categories)
        lines = [live for live in self._console.floor.lines if self._area in (None, live.line.area)]
        places = [
            (id, self._known.place(id))
            for live in lines
            for id in (live.line.id, *(station.station.id for station in live.stations))
        ]
        _fill(self.place, self.tr("Any place"), places)
        _fill(self.severity, self.tr("Any severity"), [(one.value, severity_word(one)) for one in reversed(Severity)])
        people = sorted(self._console.session.rights.people.values(), key=by_name)
        _fill(self.who, self.tr("Anybody"), [(one.id, plain(one.name, 60)) for one in people])

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        names = (self.tr("Whe&n"), self.tr("Cate&gory"), self.tr("&Place"), self.tr("Se&verity"), self.tr("&Owner"))
        for label, name in zip(self.labels, (*names, self.tr("Te&xt")), strict=True):
            label.setText(name)
        chosen = self.when.currentData()
        self.when.blockSignals(True)
        self.when.clear()
        for key, words in (
            (WEEK, self.tr("Last 7 days")),
            (TODAY, self.tr("Today")),
            (MONTH, self.tr("Last 30 days")),
            (ALWAYS, self.tr("At any time")),
        ):
            self.when.addItem(words, key)
        self.when.setCurrentIndex(max(0, self.when.findData(chosen)) if chosen is not None else 0)
        self.when.blockSignals(False)
        _room(self.when)
        self.text.setPlaceholderText(self.tr("Words of the call"))
        self.clear.name_silently(self.tr("Show everything again"))
        self.grid.setAccessibleName(self.tr("Calls of the past, the youngest first"))
        self.rows.retranslate()
        self._offer()
        self.empty.say(self._why_empty())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        for choice in (self.when, self.category, self.place, self.severity, self.who):
            choice.currentIndexChanged.connect(lambda _: self._chose())
        self.text.textChanged.connect(lambda _: self._typing.start())
        self._typing.timeout.connect(self._chose)
        self.grid.selectionModel().currentRowChanged.connect(self._walked)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        parts = (self.when, self.category, self.place, self.severity, self.who, self.text)
        for column, (label, part) in enumerate(zip(self.labels, parts, strict=True)):
            label.setBuddy(part)
            grid.addWidget(label, 0, column)
            grid.addWidget(part, 1, column)
        grid.addWidget(self.clear, 1, len(parts))
        grid.setColumnStretch(5, 1)
        self._nothing = QWidget()
        words = QVBoxLayout(self._nothing)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addStretch(3)
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(grid)
        column.addWidget(self.said)
        column.addWidget(self._stack, 1)


def _fill(choice: Choice, anything: str, entries: list[tuple[str, str]]) -> None:
    chosen = choice.currentData()
    choice.blockSignals(True)
    choice.clear()
    for key, words in [("", anything), *entries]:
        choice.addItem(words, key)
    choice.setCurrentIndex(max(0, choice.findData(chosen)))
    choice.blockSignals(False)
    _room(choice)


def _room(choice: Choice) -> None:
    """Wide enough for what it says, within reason."""
    widest = max((choice.fontMetrics().horizontalAdvance(choice.itemText(i)) for i in range(choice.count())), default=0)
    choice.setMinimumWidth(min(widest + 46, WIDEST))
