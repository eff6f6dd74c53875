"""Which calls the figures are of: the time, the place, the kind, the shift, and what they are compared with."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QVBoxLayout, QWidget

from console.domain.andon import Severity
from console.domain.callfigures import Chosen
from console.domain.desk import Kept
from console.domain.responses import Baseline, Window
from widgets.board.card import line_label
from widgets.calls.known import KnownCalls, at
from widgets.calls.naming import severity_word
from widgets.cards import Button, Choice
from widgets.plain import plain
from widgets.theme import font
from widgets.times import zone_named

if TYPE_CHECKING:
    from console.app.console import Console

SHIFT, OWN = "shift", "own"
DAYS = {"7": 7, "30": 30, "90": 90}
BEFORE = "before"
WIDEST = 176
LONGEST = timedelta(days=400)


class Choosing(QWidget):
    """`changed` when another choice was made."""

    changed = Signal()

    def __init__(self, console: Console, known: KnownCalls) -> None:
        super().__init__()
        self._console, self._known = console, known
        self._area: str | None = None
        self.baselines: tuple[Kept[Baseline], ...] = ()
        self.range, self.line, self.category, self.severity, self.shift, self.against = (Choice() for _ in range(6))
        self.first, self.last = QDateEdit(), QDateEdit()
        self.keep, self.remove = Button("flag"), Button("x")
        self._lay_out()
        for choice in (self.range, self.line, self.category, self.severity, self.shift, self.against):
            choice.currentIndexChanged.connect(lambda _: self._chose())
        for day in (self.first, self.last):
            day.dateChanged.connect(lambda _: self.changed.emit())
        self.retranslate()

    # What is chosen

    def window(self) -> Window:
        """The stretch of time, on the plant's own days; it never reaches beyond now."""
        now, key = at(self._console.now()), str(self.range.currentData() or "7")
        if key == SHIFT:
            return Window(self._shift_begin(now), now)
        zone = self.zone
        today = now.astimezone(zone).date()
        if key == OWN:
            first, last = self.first.date().toPython(), self.last.date().toPython()
            first, last = min(first, last), min(max(first, last), today)  # type: ignore[type-var]
            first = min(first, last)  # type: ignore[type-var]
            start = max(_midnight(first, zone), _midnight(last, zone) - LONGEST)
            return Window(start, min(now, _midnight(last + timedelta(days=1), zone)))  # type: ignore[operator]
        return Window(_midnight(today - timedelta(days=DAYS.get(key, 7) - 1), zone), now)

    def time(self) -> tuple[object, ...]:
        """By what the stretch of time is chosen."""
        return self.range.currentData(), self.first.date(), self.last.date(), self.line.currentData(), self._area

    def before(self, window: Window) -> Window | None:
        """What is compared with: as long a time just before, a baseline, or nothing."""
        key = str(self.against.currentData() or "")
        if key == BEFORE:
            return Window(window.start - (window.end - window.start), window.start)
        base = self.baseline()
        return base.value.window if base is not None else None

    def baseline(self) -> Kept[Baseline] | None:
        """The kept time that is chosen."""
        key = self.against.currentData()
        return next((kept for kept in self.baselines if kept.value.id == key), None)

    def chosen(self) -> Chosen:
        """Which calls."""
        severity = self.severity.currentData()
        line = self.line.currentData() or ""
        lines = [
            live.line
            for live in self._console.floor.lines
            if (live.line.id == line if line else live.line.area == self._area)
        ]
        inside = frozenset(id for one in lines for id in (one.id, *(station.id for station in one.stations)))
        return Chosen(
            inside if line or self._area is not None else None,
            str(self.category.currentData() or ""),
            Severity(severity) if severity else None,
            str(self.shift.currentData() or ""),
        )

    @property
    def place(self) -> str:
        """The line or area that is chosen; "" = everything."""
        return str(self.line.currentData() or self._area or "")

    @property
    def zone(self) -> tzinfo | None:
        """The plant's own."""
        file = self._console.plant_file
        return zone_named(file.plant.timezone) if file else None

    def said(self) -> list[tuple[str, str]]:
        """What is chosen, in words."""
        parts = (self.range, self.line, self.category, self.severity, self.shift, self.against)
        return [(part.accessibleName(), part.currentText()) for part in parts]

    def set_area(self, area: str | None) -> None:
        """Only what happened in an area; None: everywhere."""
        if area != self._area:
            self._area = area
            self.offer()
            self.changed.emit()

    def show_baselines(self, found: tuple[Kept[Baseline], ...], choose: str = "") -> None:
        """Offer these times to compare with."""
        self.baselines = found
        self._offer_against(choose)

    # How it is made

    def offer(self) -> None:
        """Fill the choices from the plant and the categories of now."""
        lines = [live for live in self._console.floor.lines if self._area in (None, live.line.area)]
        self.line.offer(self.tr("Any line"), [(live.line.id, plain(line_label(live), 60)) for live in lines])
        known = [(one.id, plain(one.name, 60)) for one in self._known.all_categories()]
        self.category.offer(self.tr("Any category"), known)
        self.severity.offer(self.tr("Any severity"), [(one.value, severity_word(one)) for one in reversed(Severity)])
        self.shift.offer(self.tr("Any shift"), [(name, plain(name, 40)) for name in self._shifts()])

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        names = (
            (self.range, self.tr("Time")),
            (self.line, self.tr("Line")),
            (self.category, self.tr("Category")),
            (self.severity, self.tr("Severity")),
            (self.shift, self.tr("Shift")),
            (self.against, self.tr("Compared with")),
            (self.first, self.tr("First day")),
            (self.last, self.tr("Last day")),
        )
        for part, name in names:
            part.setAccessibleName(name)
        ranges = [("7", self.tr("Last 7 days")), (SHIFT, self.tr("This shift")), ("30", self.tr("Last 30 days"))]
        ranges += [("90", self.tr("Last 90 days")), (OWN, self.tr("From … to …"))]
        self.range.offer("", ranges)
        self.keep.name(self.tr("Keep as baseline…"), self.tr("Keep this time, to compare later times with it"))
        self.remove.name_silently(self.tr("Remove the baseline that is chosen"))
        self.offer()
        self._offer_against()

    def _offer_against(self, choose: str = "") -> None:
        entries = [(BEFORE, self.tr("As long before"))]
        entries += [(kept.value.id, plain(kept.value.name, 60)) for kept in self.baselines]
        self.against.offer(self.tr("Not compared"), entries, choose, 2 * WIDEST)
        self._settle()

    def _chose(self) -> None:
        self._settle()
        self.changed.emit()

    def _settle(self) -> None:
        own = self.range.currentData() == OWN
        for day in (self.first, self.last):
            day.setVisible(own)
        self.remove.setVisible(self.baseline() is not None)

    def _shifts(self) -> list[str]:
        calendars = self._console.floor.plant.calendars.values()
        names = [pattern.name for calendar in calendars for pattern in getattr(calendar, "patterns", ())]
        return list(dict.fromkeys(name for name in names if name))

    def _shift_begin(self, now: datetime) -> datetime:
        """The earliest start of the shifts that are on at the lines chosen; today, where none is."""
        calls = getattr(self._console, "calls", None)
        line = self.line.currentData()
        ids = [live.line.id for live in self._console.floor.lines if line in ("", None, live.line.id)]
        calendars = [calls.dispatch.calendar(id) for id in ids] if calls is not None else []
        shifts = [calendar.shift_at(now.timestamp()) for calendar in calendars if calendar is not None]
        begun = [shift.start for shift in shifts if shift is not None]
        return at(min(begun)) if begun else _midnight(now.astimezone(self.zone).date(), self.zone)

    def _lay_out(self) -> None:
        now = at(self._console.now()).astimezone(self.zone)
        today = QDate(now.year, now.month, now.day)
        for day, date in ((self.first, today.addDays(-30)), (self.last, today)):
            day.setCalendarPopup(True)
            day.setDisplayFormat("yyyy-MM-dd")
            day.setFont(font(13))
            day.setMinimumHeight(32)
            day.setDate(date)
            day.hide()
        row, below = QHBoxLayout(), QHBoxLayout()
        for part in (self.range, self.first, self.last, self.line, self.category, self.severity):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self.shift, self.against, self.remove, self.keep):
            below.addWidget(part)
        self.below = below  # the page puts what it says and its tools beside it
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for line in (row, below):
            line.setSpacing(8)
            column.addLayout(line)


def _midnight(day: object, zone: tzinfo | None) -> datetime:
    wall = datetime.combine(day, time())  # type: ignore[arg-type]
    return (wall.replace(tzinfo=zone) if zone is not None else wall).astimezone(UTC)
