"""Planned rounds: the plans with their fairness at the left, what they ask for at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from console.domain.audit_plans import AuditPlan
from console.domain.events import RoundsChanged, SessionChanged
from widgets.auditplans.calendar import RoundsCard
from widgets.auditplans.fairshare import FairCard
from widgets.auditplans.planlist import PlansCard
from widgets.auditplans.words import local_day
from widgets.audits.places import Places
from widgets.cards import Button, Choice, OneLine, Text

if TYPE_CHECKING:
    from console.app.console import Console

HELD = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class AuditPlansPage(QWidget):
    """A subject is the id of a round or of a plan. N new plan, E changes it, B begins a round, D decides about one."""

    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console, self._places = console, Places(console)
        self._today = local_day(self._places.now(), self._places.zone())
        self.back = Button("arrow-left", lambda: self.open_requested.emit("audits", ""))
        self.heading, self.keys = Text("text", 18, 600), OneLine("text_faint", 12, right=True)
        self.plans, self.fair, self.rounds = PlansCard(console), FairCard(console), RoundsCard(console)
        self._lay_out()
        self.plans.chosen_changed.connect(self._chosen)
        self.plans.status_asked.connect(lambda: self.open_requested.emit("status", ""))
        self.rounds.open_requested.connect(self.open_requested)
        on = console.on
        stops = (on(RoundsChanged, lambda _: self._changed()), on(SessionChanged, lambda _: self.allow()))
        self.destroyed.connect(lambda _=None, stops=stops: [stop() for stop in stops])
        self.retranslate()

    # What the shell calls

    def kept_choices(self) -> dict[str, Choice]:
        """What stays chosen until the next start."""
        return {"which": self.rounds.which, "plan": self.rounds.plan}

    def show_subject(self, subject: str) -> None:
        """Show a round, or a plan."""
        service = self._console.rounds
        plans = service.told.plans if service is not None else ()
        if any(plan.id == subject for plan in plans):
            self.plans.show_plan(subject)
        elif subject:
            self.rounds.show_round(subject)
            self.rounds.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def beat(self, now: float) -> None:
        """Another day is called today."""
        today = local_day(self._places.now(), self._places.zone())
        if today != self._today:
            self._today = today
            self.rounds.refresh()

    def set_scope(self, area: str | None) -> None:
        """The filter by area."""
        self.rounds.set_scope(area)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.rounds.refresh()
        QTimer.singleShot(0, self, self.rounds.reveal)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        letter, held = event.text().upper(), event.modifiers() & ~HELD
        acts = {"N": self.plans.add, "E": self.plans.change, "B": self.rounds.begin, "D": self.rounds.decide}
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if letter in acts and not held:
            acts[letter]()
        elif enter and self.plans.grid.hasFocus():
            self.plans.change()
        elif enter and self.rounds.grid.hasFocus():
            self.rounds.begin()
        elif event.key() == Qt.Key.Key_Escape:
            self.back.click()
        else:
            super().keyPressEvent(event)

    # Inside

    def allow(self) -> None:
        """Grey out what whoever is signed in may not do."""
        self.plans.allow()
        self.rounds.allow()

    def _chosen(self, plan: AuditPlan | None) -> None:
        self.fair.show_plan(plan)

    def _changed(self) -> None:
        if self.isVisible():
            self.rounds.refresh()
            self.plans.rows.retranslate()
            self.fair.read()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.heading.say(self.tr("Planned rounds"))
        self.back.name(self.tr("Audits"), self.tr("Back to the audits (Esc)"))
        self.keys.say(self.tr("N new plan · E changes · B begins · D decides"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.back)
        head.addWidget(self.heading)
        head.addWidget(self.keys, 1)
        left = QSplitter(Qt.Orientation.Vertical)
        left.addWidget(self.plans)
        left.addWidget(self.fair)
        left.setSizes([420, 380])
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(left)
        both.addWidget(self.rounds)
        both.setSizes([640, 940])
        both.setStretchFactor(0, 2)
        both.setStretchFactor(1, 3)
        self.rounds.setMinimumWidth(430)
        for splitter in (left, both):
            splitter.setHandleWidth(12)
            splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(both, 1)
        self.setFocusProxy(self.rounds.grid)
