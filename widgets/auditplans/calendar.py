"""The rounds of the last 30 and the next 14 days, in the order in which they are due, with what became of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QVBoxLayout, QWidget

from console.app.rounds import WAITING
from console.domain.audit_plans import AuditPlan, Stand, Standing
from console.domain.commands.audits import DecideRound
from console.domain.commands.checklists import BeginRun
from console.domain.errors import Refusal
from widgets.actions.rows import ListGrid
from widgets.attachments.later import while_there
from widgets.auditplans.words import day_words, local_day, note_words, stand_mark, stand_word
from widgets.audits.places import Places
from widgets.callsetup.listpart import Cell, Listed
from widgets.cards import Button, Card, Choice, Text
from widgets.flow import Flow
from widgets.people.fields import Said
from widgets.people.signing import OneByOne, ask_for, why_not
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

DAY, TIME, PLACE, ROUND, WHO, STAND, NOTE = range(7)
WIDTHS = (136, 54, 150, 150, 110, 128, 220)
ALL, DECIDE, TO_COME, PAST = "", "decide", "ahead", "past"
ENDED = frozenset({Stand.DONE, Stand.LATE, Stand.APPROVED})


@dataclass(frozen=True, slots=True)
class Row:
    """A round as it is shown; `first`: of its day."""

    standing: Standing
    plan: AuditPlan
    day: date
    first: bool


class RoundsCard(Card):
    """Shows what the console knows of planned rounds; begins one, and decides about one that is over time."""

    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console, self._places = console, Places(console)
        self._one = OneByOne(self, console)
        self._area: str | None = None
        self.chosen = ""  # id of the round
        self.rows = Listed(self.heads, self.cell)
        self.grid = ListGrid(self.rows, WIDTHS, stretch=PLACE, spare=(NOTE, WHO, ROUND))
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.which, self.plan = Choice(), Choice()
        self.begin_button = Button("play", self.begin, primary=True)
        self.decide_button = Button("check", self.decide)
        self.said, self.empty, self.more = Said(), Text("text_muted", 14, wrap=True), Text("text_muted", 12, wrap=True)
        self._stack = QStackedWidget()
        self._lay_out()
        self.grid.selectionModel().currentRowChanged.connect(self._walked)
        self.grid.doubleClicked.connect(lambda _: self.begin())
        for choice in (self.which, self.plan):
            choice.currentIndexChanged.connect(lambda _: self.refresh())
        self.retranslate()

    # What is shown

    def heads(self) -> tuple[str, ...]:
        """The names of the columns."""
        names = (self.tr("Day"), self.tr("By"), self.tr("Where"), self.tr("Plan"), self.tr("Who"))
        return (*names, self.tr("How it stands"), self.tr("Note"))

    def cell(self, row: Row, column: int) -> Cell:
        """What stands in a column of a row."""
        one, zone = row.standing, self._places.zone()
        loud = one.stand in WAITING
        match column:
            case 0:
                today = local_day(self._places.now(), zone)
                return Cell(
                    day_words(row.day, today) if row.first else "", "text" if row.day == today else "text_muted"
                )
            case 1:
                return Cell(f"{one.due.astimezone(zone):%H:%M}", "text" if loud else "text_muted")
            case 2:
                return Cell(self._places.words(one.round.place), "text")
            case 3:
                return Cell(plain(row.plan.name, 60))
            case 4:
                return Cell(self._places.who(one.round.person) or self.tr("whoever may"))
            case 5:
                mark = stand_mark(one.stand)
                return Cell(stand_word(one.stand), mark[1] if loud else "text_muted", mark)
        return Cell(note_words(one, zone), "text_muted")

    def set_scope(self, area: str | None) -> None:
        """The filter by area."""
        self._area = area
        self.refresh()

    def show_round(self, id: str) -> None:
        """Choose a round, wherever it stands in the list."""
        self.which.setCurrentIndex(0)
        self.plan.setCurrentIndex(0)
        self.chosen = id
        self.refresh()

    def refresh(self) -> None:
        """Show what is known now."""
        service = self._console.rounds
        known = {plan.id: plan for plan in service.told.plans} if service is not None else {}
        self.plan.offer(self.tr("All plans"), [(id, self._called(plan)) for id, plan in known.items()])
        found = [one for one in (service.standings if service is not None else ()) if self._shown(one, known)]
        zone, rows = self._places.zone(), list[Row]()
        for one in found:
            day = local_day(one.due, zone)
            rows.append(Row(one, known[one.round.plan], day, not rows or rows[-1].day != day))
        same = [row.standing.round.id for row in rows] == [row.standing.round.id for row in self.rows.rows]
        self.rows.show_rows(rows, same)
        self._stack.setCurrentWidget(self.grid if rows else self._nothing)
        wanted = sum(one.stand in WAITING for one in found)
        self.note.say(self.tr("%n want(s) a decision, or to be made", "", wanted) if wanted else "")
        self.empty.say(self._nothing_words(bool(known)))
        self._keep_chosen()
        self.allow()

    def current(self) -> Row | None:
        """The chosen round."""
        return next((row for row in self.rows.rows if row.standing.round.id == self.chosen), None)

    def reveal(self) -> None:
        """Bring the chosen round into the middle of what is seen."""
        self.grid.scrollTo(self.grid.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def allow(self) -> None:
        """Name what can be done with the chosen round, and grey out what whoever is signed in may not do."""
        row = self.current()
        self.more.say(self._more_words(row) if row is not None else "")
        place = row.standing.round.place if row is not None else ""
        run = row.standing.run if row is not None else None
        over = row is not None and row.standing.stand in WAITING
        why = "" if run is not None or row is None else why_not(self._console, BeginRun, place)
        words = self.tr("Begin (B)") if run is None else self.tr("Continue (B)")
        if row is not None and row.standing.stand in (Stand.DONE, Stand.LATE):
            words = self.tr("Open (B)")
        self.begin_button.name(words, why)
        self.begin_button.setEnabled(row is not None and not why)
        not_over = self.tr("Only a round that is over time wants a decision.")
        may = why_not(self._console, DecideRound, place) if over else not_over
        self.decide_button.name(self.tr("Decide… (D)"), may)
        self.decide_button.setEnabled(over and not may)

    # What is done

    def begin(self) -> None:
        """Begin the chosen round, or open what was begun."""
        row = self.current()
        rounds = self._console.rounds
        if row is None or rounds is None or not self.begin_button.isEnabled():
            return
        run = row.standing.run
        if run is not None:
            self.open_requested.emit("audits", run.id)
            return
        self.said.say("")
        command = rounds.beginning(row.standing)
        done = while_there(self, lambda _: self.open_requested.emit("audits", command.run))
        self._one.give(command, done, while_there(self, self._refused))

    def decide(self) -> None:
        """Say what becomes of the chosen round."""
        row = self.current()
        if row is not None and self.decide_button.isEnabled():
            ask_for(self, DecideRound, lambda: self._ask(row))

    def _ask(self, row: Row) -> None:
        from widgets.auditplans.deciding import DecideDialog

        DecideDialog(self._console, self, row.plan, row.standing).open()

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))

    # Inside

    def _called(self, plan: AuditPlan) -> str:
        """Its name, with its end: a plan that was changed goes on under the same name."""
        name = plain(plan.name, 40)
        return self.tr("{0}, until {1}").format(name, plan.until.isoformat()) if plan.until is not None else name

    def _shown(self, one: Standing, known: dict[str, AuditPlan]) -> bool:
        which, plan = self.which.currentData() or ALL, self.plan.currentData() or ""
        if one.round.plan not in known or (plan and one.round.plan != plan):
            return False
        if not self._places.in_area(one.round.place, self._area):
            return False
        if which == DECIDE:
            return one.stand in WAITING
        if which == TO_COME:
            return one.stand in (Stand.AHEAD, Stand.OPEN)
        return which == ALL or one.stand in ENDED or one.stand in WAITING

    def _keep_chosen(self) -> None:
        """What was chosen stays so; at first it is the next to come."""
        if not self.rows.rows:
            return
        at = next((at for at, row in enumerate(self.rows.rows) if row.standing.round.id == self.chosen), -1)
        if at < 0:
            now, last = self._places.now(), len(self.rows.rows) - 1
            at = next((at for at, row in enumerate(self.rows.rows) if row.standing.due >= now), last)
            self.chosen = self.rows.rows[at].standing.round.id
        if self.grid.currentIndex().row() != at:
            self.grid.selectRow(at)
            self.grid.scrollTo(self.rows.index(at, 0), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _walked(self, now: QModelIndex, before: QModelIndex) -> None:
        if 0 <= now.row() < len(self.rows.rows):
            id = self.rows.rows[now.row()].standing.round.id
            if id != self.chosen:
                self.chosen = id
                self.said.say("")
                self.allow()

    def _more_words(self, row: Row) -> str:
        one, zone = row.standing, self._places.zone()
        who = self._places.who(one.round.person) or self.tr("whoever may")
        return " · ".join(part for part in (plain(row.plan.name, 60), who, note_words(one, zone)) if part)

    def _nothing_words(self, planned: bool) -> str:
        if self._console.rounds is None or not self._console.rounds.known:
            return self.tr("The records are being read.")
        if planned:
            return self.tr("No round fits what is chosen above.")
        return self.tr("The rounds of the last 30 and the next 14 days appear here once there is a plan: press N.")

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Rounds"))
        entries = [
            (DECIDE, self.tr("To decide")), (TO_COME, self.tr("To come")), (PAST, self.tr("Past")),
        ]  # fmt: skip
        self.which.offer(self.tr("All rounds"), entries)
        self.which.setAccessibleName(self.tr("Which rounds"))
        self.plan.setAccessibleName(self.tr("Of which plan"))
        self.grid.setAccessibleName(self.tr("Rounds"))
        self.rows.retranslate()
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.reveal)

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
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self._nothing)
        tools = QWidget()
        row = Flow(tools)
        for part in (self.which, self.plan, self.begin_button, self.decide_button):
            row.addWidget(part)
        self.body.addWidget(tools)
        self.body.addWidget(self.said)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.more)
        self.setFocusProxy(self.grid)
