"""The cards beside the open items: what the shift made and who was there; its calls, losses and signatures."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.handovers import Handover
from widgets.cards import Card, Text
from widgets.handover import facts as told
from widgets.handover.rows import Bars, Rows
from widgets.handover.signoff import SignOff
from widgets.handover.words import Naming
from widgets.people.fields import scrolled


class FactsCard(Card):
    """Production, safety and people, audits."""

    opened = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Handover | None, Naming | None] = (None, None)
        self.production, self.people, self.audits = Rows(), Rows(), Rows()
        self.people_title, self.audits_title = Text("text", 14, 600), Text("text", 14, 600)
        self.unknown = Text("text_muted", 13, wrap=True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(6)
        for part in (
            self.unknown, self.production, self.people_title, self.people, self.audits_title, self.audits,
        ):  # fmt: skip
            column.addWidget(part)
        column.addStretch(1)
        self.body.addWidget(scrolled(inside), 1)
        for rows in (self.production, self.people, self.audits):
            rows.opened.connect(self.opened)
        self.retranslate()

    def show_handover(self, handover: Handover | None, naming: Naming) -> None:
        """Show its facts."""
        self._shown = (handover, naming)
        facts = handover.facts if handover is not None else ()
        made, people, audits = told.production(facts, naming), told.people(facts), told.audits(facts, naming)
        self.production.show_rows(made)
        self.people.show_rows(people)
        self.audits.show_rows(audits)
        self.unknown.setVisible(not made)
        self.people_title.setVisible(bool(people))
        self.audits_title.setVisible(bool(audits))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Production"))
        self.people_title.say(self.tr("Safety and people"))
        self.audits_title.say(self.tr("Audits and what to watch"))
        self.unknown.say(self.tr("Nothing is known of the pieces of this shift."))
        handover, naming = self._shown
        if naming is not None:
            self.show_handover(handover, naming)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class LossesCard(Card):
    """Calls, downtime with its greatest losses, the signatures."""

    opened = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: Handover | None = None
        self.calls, self.bars, self.signoff = Rows(), Bars(), SignOff()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(8)
        for part in (self.calls, self.bars, self.signoff):
            column.addWidget(part)
        column.addStretch(1)
        self.body.addWidget(scrolled(inside), 1)
        self.calls.opened.connect(self.opened)
        self.retranslate()

    def show_handover(self, handover: Handover | None) -> None:
        """Show its facts."""
        self._shown = handover
        facts = handover.facts if handover is not None else ()
        self.calls.show_rows(told.calls(facts))
        self.bars.show_bars(told.losses(facts), self.tr("{0} min"))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Calls and downtime this shift"))
        self.show_handover(self._shown)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
