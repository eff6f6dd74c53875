"""The plans of rounds: what, when, where and who, with the ways to make and change one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QVBoxLayout, QWidget

from console.app.queries.rounds import plans
from console.domain.audit_plans import AuditPlan
from console.domain.commands.audits import SetAuditPlan
from console.domain.desk import Kept
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady
from console.domain.sharing import Link
from widgets.actions.rows import ListGrid
from widgets.attachments.later import while_there
from widgets.auditplans.words import local_day, places_words, rhythm_words
from widgets.audits.places import Places
from widgets.audits.words import said
from widgets.callsetup.listpart import Cell, Listed
from widgets.cards import Button, Card, Text
from widgets.closed import Closed
from widgets.people.fields import Said
from widgets.people.signing import ask_for, why_not
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

NAME, TEMPLATE, RHYTHM, PLACES, PEOPLE = range(5)
WIDTHS = (170, 130, 180, 88, 66)


class PlansCard(Card):
    """Reads all plans when they change; `chosen_changed` carries the one that is shown, or None."""

    chosen_changed = Signal(object)
    status_asked = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console, self._places = console, Places(console)
        self._stale, self.chosen = True, ""
        self.rows = Listed(self.heads, self.cell)
        self.grid = ListGrid(self.rows, WIDTHS, stretch=NAME, spare=(PEOPLE, TEMPLATE, PLACES))
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.new_button, self.change_button = Button("plus", self.add, primary=True), Button("pencil", self.change)
        self.said, self.empty = Said(), Text("text_muted", 14, wrap=True)
        self.closed = Closed(console, self.read, self.status_asked.emit)
        self._stack = QStackedWidget()
        self._soon = QTimer(self, singleShot=True, interval=60)
        self._lay_out()
        self._soon.timeout.connect(self._read_soon)
        self.grid.selectionModel().currentRowChanged.connect(self._walked)
        self.grid.doubleClicked.connect(lambda _: self.change())
        stops = (console.on(RecordChanged, self._changed), console.on(RecordsReady, lambda _: self._later()))
        self.destroyed.connect(lambda _=None, stops=stops: [stop() for stop in stops])
        self.retranslate()

    # What is shown

    def heads(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self.tr("Plan"), self.tr("Checklist"), self.tr("When"), self.tr("Places"), self.tr("People")

    def cell(self, row: Kept[AuditPlan], column: int) -> Cell:
        """What stands in a column of a row."""
        plan = row.value
        over = self._over(plan)
        runs = plan.active and not over
        tone = "text_muted" if runs else "text_faint"
        match column:
            case 0:
                waiting = row.waiting and self._console.health.sharing().link is not Link.OFF
                mark = ("cloud-off", "text_faint") if waiting else None if runs else ("pause", "text_faint")
                return Cell(plain(plan.name, 80), "text" if runs else "text_faint", mark)
            case 1:
                return Cell(self._checklist(plan.template), tone)
            case 2:
                ended = self.tr("ended on {0}").format(plan.until.isoformat()) if plan.until is not None else ""
                return Cell(ended if over else rhythm_words(plan) if plan.active else self.tr("set aside"), tone)
            case 3:
                return Cell(places_words(plan), tone)
        return Cell(str(len(plan.people)) if plan.people else "–", tone)

    @property
    def current(self) -> Kept[AuditPlan] | None:
        """The chosen plan."""
        return next((kept for kept in self.rows.rows if kept.value.id == self.chosen), None)

    def show_plan(self, id: str) -> None:
        """Choose a plan."""
        self.chosen = id
        self.read()

    def read(self) -> None:
        """Ask the records anew."""
        self._stale = False
        self._console.office.ask(plans, while_there(self, self._heard), while_there(self, self._cannot))

    def _heard(self, found: list[Kept[AuditPlan]]) -> None:
        self.said.say("")
        before = [kept.value.id for kept in self.rows.rows]
        listed = sorted(found, key=self._order)
        self.rows.show_rows(listed, [kept.value.id for kept in listed] == before)
        at = next((i for i, kept in enumerate(listed) if kept.value.id == self.chosen), 0)
        if listed:
            self.chosen = listed[at].value.id
            if self.grid.currentIndex().row() != at:
                self.grid.selectRow(at)
        self.settle()
        self._tell()

    def _cannot(self, refusal: Refusal) -> None:
        self._stale = True
        self.said.say("" if self.closed.needed else words_of(refusal))
        self.settle()

    def settle(self) -> None:
        """Show the list, why it is empty, or why nothing can be read."""
        closed = self.closed.refresh()
        shown: QWidget = self.grid if self.rows.rows else self.closed if closed else self._nothing
        self._stack.setCurrentWidget(shown)
        self.note.say(self.tr("%n plan(s)", "", len(self.rows.rows)) if self.rows.rows else "")
        self.allow()

    def allow(self) -> None:
        """Grey out what whoever is signed in may not do."""
        why = self.closed.why() or why_not(self._console, SetAuditPlan)
        self.new_button.name(self.tr("New plan (N)"), why)
        self.new_button.setEnabled(not why)
        self.change_button.name(self.tr("Change (E)"), why)
        self.change_button.setEnabled(not why and self.current is not None)

    # What is done

    def add(self) -> None:
        """Make a new plan."""
        if self.new_button.isEnabled():
            ask_for(self, SetAuditPlan, lambda: self._form(None))

    def change(self) -> None:
        """Change the chosen one."""
        kept = self.current
        if kept is not None and self.change_button.isEnabled():
            ask_for(self, SetAuditPlan, lambda: self._form(kept))

    def _form(self, kept: Kept[AuditPlan] | None) -> None:
        from widgets.auditplans.form import PlanForm

        form = PlanForm(self._console, self, kept)
        form.accepted.connect(lambda: self.show_plan(form.made))
        form.open()

    # Inside

    def _over(self, plan: AuditPlan) -> bool:
        return plan.until is not None and plan.until < local_day(self._places.now(), self._places.zone())

    def _order(self, kept: Kept[AuditPlan]) -> tuple[bool, bool, str, str]:
        """What runs, what is set aside, what has ended."""
        plan = kept.value
        return self._over(plan), not plan.active, plan.name.casefold(), plan.id

    def _checklist(self, template: str) -> str:
        service = self._console.rounds
        shown = service.template(template) if service is not None else None
        return said(shown.template.name, 60) if shown is not None else "–"

    def _tell(self) -> None:
        kept = self.current
        self.chosen_changed.emit(kept.value if kept is not None else None)

    def _walked(self, now: QModelIndex, before: QModelIndex) -> None:
        if 0 <= now.row() < len(self.rows.rows):
            id = self.rows.rows[now.row()].value.id
            if id != self.chosen:
                self.chosen = id
                self.allow()
                self._tell()

    def _changed(self, event: RecordChanged) -> None:
        if event.kind == "audit_plan":
            self._later()

    def _later(self) -> None:
        self._stale = True
        self._soon.start()

    def _read_soon(self) -> None:
        if self._stale and self.isVisible():
            self.read()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._stale:
            self.read()

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Plans"))
        self.grid.setAccessibleName(self.tr("Plans"))
        self.empty.say(
            self.tr(
                "Plans appear here: which checklist is due where, how often and for whom."
                " Press N to make the first one."
            )
        )
        self.rows.retranslate()
        self.settle()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._nothing = QWidget()
        words = QVBoxLayout(self._nothing)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addStretch(3)
        for widget in (self._nothing, self.grid, self.closed):
            self._stack.addWidget(widget)
        for button in (self.change_button, self.new_button):
            self.tools.addWidget(button)
        self.body.addWidget(self.said)
        self.body.addWidget(self._stack, 1)
        self.setFocusProxy(self.grid)
