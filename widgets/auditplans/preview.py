"""The next rounds of a plan while it is typed: when, where, who."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from console.domain.audit_plans import AuditPlan, Rhythm, Round, rounds
from widgets.auditplans.words import turn_words
from widgets.audits.places import Places
from widgets.callsetup.listpart import Cell, Listed
from widgets.cards import Text
from widgets.tables import ROW, Grid
from widgets.times import week_day, zone_named

if TYPE_CHECKING:
    from console.app.console import Console

SHOWN = 10
WIDTHS = (170, 130, 110)
LENGTH = {Rhythm.DAY: 1, Rhythm.WEEK: 7, Rhythm.MONTH: 31}


def next_rounds(plan: AuditPlan, now: datetime, count: int = SHOWN) -> tuple[Round, ...]:
    """The next rounds that are still to come, the first first."""
    zone = zone_named(plan.zone)
    first = max(plan.since, now.astimezone(zone).date())
    try:
        last = first + timedelta(days=LENGTH[plan.rhythm] * plan.every * (count + 1))
    except OverflowError:
        last = date.max
    found = (one for one in rounds(plan, first, last) if one.due > now)
    return tuple(sorted(found, key=lambda one: one.due))[:count]


class Preview(QWidget):
    """A heading, the rounds, and how places are drawn."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console, self._places = console, Places(console)
        self.title, self.turn, self.nothing = (
            Text("text", 14, 600), Text("text_muted", 12, wrap=True), Text("text_muted", 13, wrap=True),
        )  # fmt: skip
        self.rows = Listed(self.heads, self.cell)
        self.grid = Grid(self.rows, WIDTHS, stretch=1)
        self.grid.setFixedHeight(SHOWN * ROW + 30)
        self.grid.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self._stack)
        column.addWidget(self.turn)
        column.addStretch(1)
        self.show_plan(None)

    def show_plan(self, plan: AuditPlan | None) -> None:
        """Compute what it asks for; None: it cannot be read yet."""
        now = self._places.now()
        found = next_rounds(plan, now) if plan is not None else ()
        self.rows.show_rows(found, same=False)
        self.title.say(self.tr("The next rounds"))
        self.grid.setAccessibleName(self.tr("The next rounds"))
        turn = turn_words(plan) if plan is not None else ""
        self.turn.say(turn)
        self.turn.setVisible(bool(turn))
        if plan is None:
            self.nothing.say(self.tr("They appear here as soon as a name, a checklist and a place are chosen."))
        elif not plan.active:
            self.nothing.say(self.tr("None: the plan is set aside."))
        else:
            self.nothing.say(self.tr("None: the plan has ended."))
        self._stack.setCurrentWidget(self.grid if found else self.nothing)

    def heads(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self.tr("When"), self.tr("Where"), self.tr("Who")

    def cell(self, row: Round, column: int) -> Cell:
        """What stands in a column of a row."""
        if column == 0:
            at = row.due.astimezone(self._places.zone())
            year = f" {at.year}" if at.year != self._places.now().year else ""
            return Cell(f"{week_day(at.date())}{year} {at:%H:%M}", "text")
        if column == 1:
            return Cell(self._places.words(row.place), "text")
        return Cell(self._places.who(row.person) or self.tr("whoever may"))
