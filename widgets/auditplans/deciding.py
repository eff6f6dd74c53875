"""What becomes of a round that is over time: the miss is approved, or it is made later; each for a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from console.domain.audit_plans import MOVED_MOST, AuditPlan, Decided, Standing
from console.domain.commands.audits import DecideRound
from widgets.auditplans.words import day_words, local_day
from widgets.audits.places import Places
from widgets.calls.form import Paragraph
from widgets.cards import Choice, Entry
from widgets.orders.dialog import OrderDialog, offer
from widgets.orders.typed import when_typed
from widgets.people.fields import Field
from widgets.plain import plain
from widgets.times import zone_named

if TYPE_CHECKING:
    from console.app.console import Console

WIDE = 460


class DecideDialog(OrderDialog):
    """Asks what, why and, where it is made later, when."""

    def __init__(self, console: Console, parent: QWidget | None, plan: AuditPlan, standing: Standing) -> None:
        super().__init__(console, parent, "check", WIDE)
        self._plan, self._standing, self._places = plan, standing, Places(console)
        self.what, self.due, self.why = Field(Choice()), Field(Entry()), Field(Paragraph())
        self.fields = {"what": self.what, "due": self.due, "reason": self.why}  # type: ignore[assignment]
        for part in (self.what, self.due, self.why):
            self.body.addWidget(part)
        self.retranslate()
        self.what.control.currentIndexChanged.connect(lambda _: self._chosen())
        self.why.control.done.connect(self.submit)
        self._chosen()
        self.what.control.setFocus()
        self.fit()

    def submit(self) -> None:
        """Decide."""
        self.refuse_nothing()
        moved = self.what.control.currentData() == Decided.MOVED.value
        now = self._places.now()
        due = when_typed(self.due.control.text(), now.timestamp(), self._places.zone()) if moved else None
        if moved and (due is None or due <= now):
            self.wrong("due", self.tr("Type a time ahead, like 14:00, +1 09:00 or 2026-11-21 14:00."))
            return
        if due is not None and due - now > MOVED_MOST:
            self.wrong("due", self.tr("At most {0} days ahead.").format(MOVED_MOST.days))
            return
        why = self.why.control.toPlainText().strip()
        if not why:
            self.wrong("reason", self.tr("Say why, in a few words."))
            return
        asked, zone = self._standing.round, zone_named(self._plan.zone)
        what = Decided.MOVED if moved else Decided.APPROVED
        self.give(DecideRound(asked.id, asked.plan, local_day(asked.due, zone), asked.place, what, why, due))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        at, zone = self._standing.due, self._places.zone()
        there = at.astimezone(zone)
        when = f"{day_words(there.date(), local_day(self._places.now(), zone))}, {there:%H:%M}"
        self.heading.say(self.tr("Decide about a round"))
        where = self._places.words(self._standing.round.place)
        self.how.say(f"{plain(self._plan.name, 60)} · {where} · {when}")
        entries = [
            (Decided.MOVED.value, self.tr("It is made later")),
            (Decided.APPROVED.value, self.tr("The miss is approved: it is not made up for")),
        ]
        offer(self.what.control, "", entries, str(self.what.control.currentData() or Decided.MOVED.value))
        self.what.name(self.tr("&What becomes of it"))
        self.due.name(self.tr("&New time"), self.tr("14:00, +1 09:00 (tomorrow), or 2026-11-21 14:00."))
        self.why.name(self.tr("W&hy"), self.tr("It stays with the round."))
        self.go.name(self.tr("Decide"))
        self.leave.name(self.tr("Cancel"))

    def _chosen(self) -> None:
        self.due.setVisible(self.what.control.currentData() == Decided.MOVED.value)
        self.fit()
