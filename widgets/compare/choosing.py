"""The question: which figure, by what, of when, beside which other time, and of which lines, shifts and products."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QVBoxLayout, QWidget

from console.app.compare import Gathered, Stretch
from console.domain.compare import By, Measure, Question, fits
from widgets.board.card import line_label
from widgets.cards import Choice, Text
from widgets.compare.words import by_word, measure_word
from widgets.flow import Flow
from widgets.plain import plain
from widgets.times import zone_named

if TYPE_CHECKING:
    from console.app.console import Console

SHIFT, OWN, WEEK = "shift", "own", "week"
DAYS = {"1": 1, "7": 7, "30": 30, "90": 90, "365": 365}
BEFORE, WEEK_EARLIER, YEAR_EARLIER = "before", "week", "year"
YEAR = 52 * 7 * 86400.0  # seconds: the same weekdays
LONGEST = 800  # days


class Choosing(QWidget):
    """`changed` when another choice was made."""

    changed = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._area: str | None = None
        parts = (Choice() for _ in range(9))
        self.measure, self.rows, self.columns, self.range, self.against, *filters = parts
        self.line, self.shift, self.product, self.crew = filters
        self.first, self.last = QDateEdit(), QDateEdit()
        self._names = [Text("text_faint", 12) for _ in range(9)]
        self.parts = (self.measure, self.rows, self.columns, self.range, self.against, *filters)
        self._lay_out()
        for choice in self.parts:
            choice.currentIndexChanged.connect(lambda _: self._chose())
        for day in (self.first, self.last):
            day.dateChanged.connect(lambda _: self._chose())
        self.retranslate()

    # What is chosen

    def question(self) -> Question:
        """As it stands; `QuestionUnfit` does not happen: what does not fit is not offered."""
        lines = (str(self.line.currentData()),) if self.line.currentData() else ()
        return Question(
            Measure(self.measure.currentData() or Measure.OEE),
            By(self.rows.currentData() or By.LINE),
            By(self.columns.currentData() or By.NONE),
            areas=(self._area,) if self._area is not None and not lines else (),
            lines=lines,
            shifts=_one(self.shift),
            products=_one(self.product),
            crews=_one(self.crew),
        )

    def stretch(self) -> Stretch:
        """The time, on the plant's own days; it never reaches beyond now."""
        now, key = self._console.now(), str(self.range.currentData() or "7")
        if key == SHIFT:
            return Stretch(self._shift_begin(now), now)
        today = datetime.fromtimestamp(now, UTC).astimezone(self.zone).date()
        if key == OWN:
            first, last = sorted((_day(self.first.date()), _day(self.last.date())))
            last = min(last, today)
            first = max(min(first, last), last - timedelta(days=LONGEST))
            return Stretch(self._midnight(first), min(now, self._midnight(last + timedelta(days=1))))
        return Stretch(self._midnight(today - timedelta(days=DAYS.get(key, 7) - 1)), now)

    def before(self, stretch: Stretch) -> Stretch | None:
        """The time beside it, as long; None: nothing is compared."""
        shift = {
            BEFORE: stretch.end - stretch.start,
            WEEK_EARLIER: 7 * 86400.0,
            YEAR_EARLIER: YEAR,
        }.get(str(self.against.currentData() or ""))
        return None if shift is None else Stretch(stretch.start - shift, stretch.end - shift)

    @property
    def zone(self) -> tzinfo | None:
        """The plant's own."""
        return zone_named(self._console.floor.plant.timezone)

    def said(self) -> list[tuple[str, str]]:
        """What is chosen, in words."""
        return [(part.accessibleName(), part.currentText()) for part in self.parts]

    def choose(self, measure: Measure, rows: By, columns: By = By.NONE) -> None:
        """Ask for something else about the same time."""
        self.measure.setCurrentIndex(self.measure.findData(measure.value))
        self._offer_dimensions()
        self.rows.setCurrentIndex(self.rows.findData(rows.value))
        self.columns.setCurrentIndex(max(0, self.columns.findData(columns.value)))

    def use(self, question: Question) -> None:
        """Ask this."""
        for part, value in (
            (self.line, question.lines),
            (self.shift, question.shifts),
            (self.product, question.products),
            (self.crew, question.crews),
        ):
            if value and part.findData(value[0]) < 0:
                part.addItem(plain(value[0], 40), value[0])
            part.setCurrentIndex(max(0, part.findData(value[0] if value else "")))
        self.choose(question.measure, question.rows, question.columns)

    def set_area(self, area: str | None) -> None:
        """Only what happened in an area; None: everywhere."""
        if area != self._area:
            self._area = area
            self._offer_lines()
            self.changed.emit()

    # How it is made

    def show_names(self, found: Gathered) -> None:
        """Offer the products and crews that were found."""
        known: dict[By, set[str]] = {By.PRODUCT: set(), By.CREW: set()}
        for piece in found.pieces:
            for by, names in known.items():
                names.add(piece.at.get(by, ""))
        for part, by, words in (
            (self.product, By.PRODUCT, self.tr("Any product")),
            (self.crew, By.CREW, self.tr("Any crew")),
        ):
            chosen = {str(part.currentData() or "")}
            part.offer(words, [(name, plain(name, 40)) for name in sorted((known[by] | chosen) - {""})])

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        names = [self.tr("Figure"), self.tr("By"), self.tr("And by"), self.tr("Time"), self.tr("Compared with")]
        names += [self.tr("Line"), self.tr("Shift"), self.tr("Product"), self.tr("Crew")]
        for part, label, name in zip(self.parts, self._names, names, strict=True):
            part.setAccessibleName(name)
            label.say(name)
            label.setBuddy(part)
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        measures = sorted(Measure, key=lambda measure: measure is not Measure.OEE)
        self.measure.offer("", [(m.value, measure_word(m)) for m in measures], most=240)
        ranges = [("7", self.tr("Last 7 days")), (SHIFT, self.tr("This shift")), ("1", self.tr("Today"))]
        ranges += [("30", self.tr("Last 30 days")), ("90", self.tr("Last 90 days")), ("365", self.tr("Last year"))]
        self.range.offer("", [*ranges, (OWN, self.tr("From … to …"))])
        against = [(BEFORE, self.tr("As long before")), (WEEK_EARLIER, self.tr("A week earlier"))]
        self.against.offer(self.tr("Nothing"), [*against, (YEAR_EARLIER, self.tr("A year earlier"))])
        self.product.offer(self.tr("Any product"), [])
        self.crew.offer(self.tr("Any crew"), [])
        self._offer_lines()
        self._offer_dimensions()
        self._settle()

    def offer(self) -> None:
        """Lines and shifts of the plant as it is now."""
        self._offer_lines()

    def _offer_lines(self) -> None:
        lines = [live for live in self._console.floor.lines if self._area in (None, live.line.area)]
        self.line.offer(self.tr("Any line"), [(live.line.id, plain(line_label(live), 60)) for live in lines])
        calendars = self._console.floor.plant.calendars.values()
        named = [pattern.name for calendar in calendars for pattern in getattr(calendar, "patterns", ())]
        self.shift.offer(self.tr("Any shift"), [(name, plain(name, 40)) for name in dict.fromkeys(named) if name])

    def _offer_dimensions(self) -> None:
        measure = Measure(self.measure.currentData() or Measure.OEE)
        known = [(by.value, by_word(by)) for by in By if by and fits(measure, by)]
        chosen = self.rows.currentData() or By.LINE.value
        self.rows.offer("", sorted(known, key=lambda entry: entry[0] != By.LINE), choose=chosen, most=220)
        rows = self.rows.currentData()
        self.columns.offer(by_word(By.NONE), [entry for entry in known if entry[0] != rows], most=220)

    def _chose(self) -> None:
        self._offer_dimensions()
        self._settle()
        self.changed.emit()

    def _settle(self) -> None:
        own = self.range.currentData() == OWN
        for box in self._days:
            box.setVisible(own)

    def _shift_begin(self, now: float) -> float:
        """The earliest start of the shifts that are on at the lines chosen; today, where none is."""
        line = self.line.currentData()
        shifts = [live.shift for live in self._console.floor.lines if line in ("", None, live.line.id)]
        begun = [shift.start for shift in shifts if shift is not None]
        today = datetime.fromtimestamp(now, UTC).astimezone(self.zone).date()
        return min(begun) if begun else self._midnight(today)

    def _midnight(self, day: date) -> float:
        wall = datetime.combine(day, time())
        return (wall.replace(tzinfo=self.zone) if self.zone is not None else wall).timestamp()

    def _lay_out(self) -> None:
        today = datetime.fromtimestamp(self._console.now(), UTC).astimezone(self.zone).date()
        last = QDate(today.year, today.month, today.day)
        for edit, shown in ((self.first, last.addDays(-30)), (self.last, last)):
            edit.setCalendarPopup(True)
            edit.setDisplayFormat("yyyy-MM-dd")
            edit.setDate(shown)
            edit.setMinimumHeight(32)
        row = Flow(self)
        for label, part in zip(self._names, self.parts, strict=True):
            row.addWidget(_titled(label, part))
            if part is self.range:
                self._days = [_titled(Text("text_faint", 12), day) for day in (self.first, self.last)]
                for box in self._days:
                    row.addWidget(box)


def _titled(label: Text, part: QWidget) -> QWidget:
    """A part under its name."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    column.addWidget(label)
    column.addWidget(part)
    return box


def _one(choice: Choice) -> tuple[str, ...]:
    chosen = str(choice.currentData() or "")
    return (chosen,) if chosen else ()


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
