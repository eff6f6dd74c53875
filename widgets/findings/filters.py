"""Which findings are shown: by how they stand, place, checklist, period and words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from console.domain.findings import Closing
from widgets.audits.places import Places
from widgets.audits.words import said
from widgets.cards import Choice, Entry
from widgets.findings.rows import Row
from widgets.flow import Flow
from widgets.people.fields import Tab

if TYPE_CHECKING:
    from console.app.console import Console

OPEN, OVERDUE, REPEAT, SERIOUS, MINE, ALL, TAGS = "open", "overdue", "repeat", "serious", "mine", "all", "tags"
KEYS = (OPEN, OVERDUE, REPEAT, SERIOUS, MINE, ALL, TAGS)
PERIODS = (30, 90, 365)  # days; what is not closed is always there


class FindingFilters(QWidget):
    """`turned`: another list; `changed`: another place, checklist or word; `period_changed`: the records are asked."""

    turned = Signal(str)
    changed = Signal()
    period_changed = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console, self._places = console, Places(console)
        self.area: str | None = None
        self.here = OPEN
        self._inside: dict[str, frozenset[str]] = {}
        self.tabs = {key: Tab() for key in KEYS}
        self.place, self.checklist, self.period, self.words = Choice(), Choice(), Choice(), Entry()
        self.words.setFixedWidth(180)
        self.words.setClearButtonEnabled(True)
        row = Flow(self)
        for key, tab in self.tabs.items():
            row.addWidget(tab)
            tab.clicked.connect(lambda _=False, key=key: self.turn(key))
        for part in (self.place, self.checklist, self.period, self.words):
            row.addWidget(part)
        for choice in (self.place, self.checklist):
            choice.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.period.currentIndexChanged.connect(lambda _: self.period_changed.emit())
        self.words.textChanged.connect(lambda _: self.changed.emit())
        self.retranslate()

    @property
    def days(self) -> int:
        """How far back the findings go."""
        return int(self.period.currentData() or PERIODS[1])

    def turn(self, key: str) -> None:
        """Show another list."""
        self.here = key
        for one, tab in self.tabs.items():
            tab.setChecked(one == key)
        tags = key == TAGS
        for part in (self.checklist, self.period):
            part.setVisible(not tags)
        self.turned.emit(key)

    def at_place(self, place: str) -> bool:
        """Whether a place is inside the one that was chosen, and inside the area of the shell."""
        return all(place in self._within(one) for one in (str(self.place.currentData() or ""), self.area or "") if one)

    def _within(self, place: str) -> frozenset[str]:
        if place not in self._inside:
            self._inside[place] = frozenset(self._places.inside(place))
        return self._inside[place]

    def among(self, rows: Sequence[Row]) -> list[Row]:
        """Those that fit the place, the checklist and the words."""
        chosen, words = self.checklist.currentData() or "", self.words.text().strip().casefold()
        there = {place: self.at_place(place) for place in {row.shown.finding.place for row in rows}}
        return [
            row
            for row in rows
            if words in row.searched and there[row.shown.finding.place] and chosen in ("", row.shown.finding.template)
        ]

    def stands(self, row: Row, key: str) -> bool:
        """Whether a finding belongs into a list."""
        finding, person = row.shown.finding, self._console.session.person
        match key:
            case "open":
                return row.open
            case "overdue":
                return row.late
            case "repeat":
                return bool(finding.repeats) and row.shown.closing is not Closing.WITHDRAWN
            case "serious":
                return finding.serious and row.shown.closing is not Closing.WITHDRAWN
            case "mine":
                mine = person.id if person is not None else ""
                return row.open and any(action.owner == mine for action in row.shown.actions if action.open)
        return True

    def count(self, words: dict[str, str], counts: dict[str, int]) -> None:
        """Name the tabs, with how many there are."""
        for key, tab in self.tabs.items():
            number = counts.get(key, 0)
            tab.name(f"{words[key]} {number}" if number and key != ALL else words[key])

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self._inside = {}
        self.place.offer(self.tr("All places"), self._places.entries())
        rounds = self._console.rounds
        known = rounds.told.templates if rounds is not None else ()
        self.checklist.offer(
            self.tr("All checklists"), [(one.template.id, said(one.template.name, 60)) for one in known]
        )
        days = [(str(days), self.tr("{0} days").format(days)) for days in PERIODS]
        self.period.offer("", days, str(self.days))
        self.place.setAccessibleName(self.tr("Place"))
        self.checklist.setAccessibleName(self.tr("Checklist"))
        self.period.setAccessibleName(self.tr("Period"))
        self.words.setPlaceholderText(self.tr("Search"))
        self.words.setAccessibleName(self.tr("Search in findings"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
