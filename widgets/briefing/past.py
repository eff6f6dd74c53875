"""Briefings that were held at a place, with who was there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.app.briefings import Sheet
from console.domain.crews import NOTE_MOST, Briefing
from widgets.callsetup.setupwords import shift_word
from widgets.cards import Card, Text
from widgets.crews.lines import Line, LineGrid, Lines
from widgets.numbers import UNKNOWN, percent
from widgets.plain import plain
from widgets.times import clock, zone_named

if TYPE_CHECKING:
    from console.app.console import Console

LOW = 0.8  # share of the roster below which a line is not quiet


class HeldBriefings(Card):
    """A line for each; the lit one is shown in whole below."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._sheet: Sheet | None = None
        self.model = Lines(
            lambda: (
                self.tr("Day"),
                self.tr("Shift"),
                self.tr("Held"),
                self.tr("By"),
                self.tr("Attendance"),
                self.tr("Expected and not there"),
            )
        )
        self.list = LineGrid(self.model, (112, 120, 70, 150, 140, 200), stretch=5, spare=(2, 3))
        self.empty = Text("text_muted", 14, wrap=True)
        self.note, self.there = Text("text", 14, wrap=True), Text("text_muted", 13, wrap=True)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.note)
        column.addWidget(self.there)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(below)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_one())
        self.model.modelReset.connect(self._show_one)
        self.retranslate()

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show those of a place."""
        self._sheet = sheet
        lines = [] if sheet is None else [self._line(sheet, at) for at in range(len(sheet.record.past))]
        self.model.show_lines(lines)
        self.list.setVisible(bool(lines))
        self.empty.setVisible(not lines)
        if lines and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0, 0))
        self._show_one()

    def _line(self, sheet: Sheet, at: int) -> Line:
        briefing, expected = sheet.record.past[at], sheet.past[at]
        names, zone = sheet.record.names, zone_named(self._console.floor.plant.timezone)
        there = sum(one in briefing.there for one in expected)
        missing = [plain(names.get(one, "–"), 60) for one in expected if one not in briefing.there]
        share = there / len(expected) if expected else None
        words = self.tr("{0} of {1} · {2}").format(there, len(expected), percent(share, 0))
        if share is None:
            words = self.tr("%n person(s), no roster", "", len(briefing.there))
        held = clock(briefing.held.timestamp(), zone, seconds=False) if briefing.held else UNKNOWN
        cells = (
            briefing.day.isoformat(),
            shift_word(briefing.shift),
            held,
            plain(names.get(briefing.held_by, "–"), 60),
            words,
            self.tr(", ").join(missing) or UNKNOWN,
        )
        tone = "warning" if share is not None and share < LOW else "text"
        return Line(briefing.id, cells, ("text", "text", "text_muted", "text", tone, "text_muted"))

    def _show_one(self) -> None:
        found = self._found()
        self.note.setVisible(found is not None)
        self.there.setVisible(found is not None)
        if found is not None and self._sheet is not None:
            self.note.say(plain(found.note, NOTE_MOST) or self.tr("No points were written down."))
            names = [plain(self._sheet.record.names.get(one, "–"), 60) for one in found.there]
            self.there.say(self.tr("There: {0}").format(self.tr(", ").join(sorted(names)) or UNKNOWN))

    def _found(self) -> Briefing | None:
        past = self._sheet.record.past if self._sheet is not None else ()
        return next((one for one in past if one.id == self.list.key), None)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Past briefings"))
        self.list.setAccessibleName(self.tr("Past briefings"))
        self.empty.say(self.tr("Briefings that were held here appear in this list, with who was there."))
        self.model.retranslate()
        self.show_sheet(self._sheet)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
