"""How fairly the rounds of a plan fell: each place and person with how often it came and was looked at in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractItemView

from console.app.queries.fairness import DAYS, Came, Fairness, fairness
from console.domain.audit_plans import AuditPlan
from widgets.attachments.later import while_there
from widgets.auditplans.words import turn_words
from widgets.audits.places import Places
from widgets.callsetup.listpart import Cell, Listed
from widgets.cards import Card, Text
from widgets.numbers import percent
from widgets.plain import plain
from widgets.tables import Grid

if TYPE_CHECKING:
    from console.app.console import Console

NAME, CAME, MADE, IN_TIME = range(4)
WIDTHS = (150, 70, 70, 90)


class FairCard(Card):
    """Of one plan; read anew when another is shown or rounds changed."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console, self._places = console, Places(console)
        self._plan: AuditPlan | None = None
        self.found: Fairness | None = None
        self.rows = Listed(self.heads, self.cell)
        self.grid = Grid(self.rows, WIDTHS, stretch=NAME, spare=(MADE,))
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.share, self.turn = Text("text", 13, wrap=True), Text("text_muted", 12, wrap=True)
        self.body.addWidget(self.share)
        self.body.addWidget(self.turn)
        self.body.addWidget(self.grid, 1)
        self.retranslate()

    def show_plan(self, plan: AuditPlan | None) -> None:
        """Show it of this plan; None: there is none."""
        if plan is None or self._plan is None or plan.id != self._plan.id:
            self.found = None
        self._plan = plan
        self.read()

    def read(self) -> None:
        """Ask the records anew."""
        if self._plan is not None:
            answer = while_there(self, lambda found, id=self._plan.id: self._heard(id, found))
            self._console.office.ask(fairness(self._plan, self._places.now()), answer, lambda _: None)
        self.refresh()

    def _heard(self, id: str, found: Fairness) -> None:
        if self._plan is not None and self._plan.id == id and found != self.found:
            self.found = found
            self.refresh()

    def refresh(self) -> None:
        """Show what was heard."""
        found, plan = self.found, self._plan
        rows: list[tuple[str, Came]] = []
        if found is not None:
            rows = [*(("map-pin", one) for one in found.places), *(("user", one) for one in found.people)]
        self.rows.show_rows(rows, same=False)
        self.grid.setVisible(bool(rows))
        turn = turn_words(plan) if plan is not None else ""
        self.turn.say(turn)
        self.turn.setVisible(bool(turn))
        self.share.say(self._share_words())

    def _share_words(self) -> str:
        if self._plan is None:
            return self.tr("Choose a plan: how often each place and each person came stands here.")
        if self.found is None:
            return ""
        if self.found.kept is None:
            return self.tr("No round of this plan was due yet.")
        return self.tr("{0} in time, of %n round(s) since {1}", "", self.found.due).format(
            percent(self.found.kept), self.found.since.isoformat()
        )

    def heads(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self.tr("Place or person"), self.tr("Came"), self.tr("Made"), self.tr("In time")

    def cell(self, row: tuple[str, Came], column: int) -> Cell:
        """What stands in a column of a row."""
        icon, came = row
        match column:
            case 0:
                called = self._places.words(came.id) if icon == "map-pin" else self._places.who(came.id)
                called = called or (plain(came.id, 40) if came.id else self.tr("whoever may"))
                return Cell(called, "text", (icon, "text_faint"))
            case 1:
                return Cell(str(came.came))
            case 2:
                return Cell(str(came.made))
        return Cell(str(came.in_time))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Fairness"))
        self.note.say(self.tr("the last %n days", "", DAYS))
        self.grid.setAccessibleName(self.tr("Fairness"))
        self.rows.retranslate()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
