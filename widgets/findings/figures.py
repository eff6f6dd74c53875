"""The figures above the findings: how many are closed, open and overdue, and how red tags stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout

from console.domain.findings import Closing, closed_share
from widgets.cards import Card, Fact
from widgets.findings.rows import Row, TagRow
from widgets.numbers import percent, whole

FACTS = ("rate", "open", "overdue", "tags", "tags_late")


class FindingFigures(Card):
    """Counts what it is given."""

    def __init__(self) -> None:
        super().__init__(titled=False)
        self.facts = {name: Fact() for name in FACTS}
        self._shown: tuple[Sequence[Row], Sequence[Row], Sequence[TagRow], int] = ((), (), (), 90)
        row = QHBoxLayout()
        row.setSpacing(18)
        for fact in self.facts.values():
            row.addWidget(fact, 1)
        self.body.setContentsMargins(14, 8, 14, 8)
        self.body.addLayout(row)
        self.retranslate()

    def show_figures(self, made: Sequence[Row], there: Sequence[Row], tags: Sequence[TagRow], days: int) -> None:
        """`made` in so many days; `there` are these and what is still open; tags that nobody decided about."""
        self._shown = (made, there, tags, days)
        closings = [row.shown.closing for row in made]
        share, counted = closed_share(closings), sum(one is not Closing.WITHDRAWN for one in closings)
        known = self.tr("{0} of {1} in {2} days").format(percent(share, 0), whole(counted), days)
        self.facts["rate"].say(known if share is not None else self.tr("none in {0} days").format(days))
        late, tags_late = sum(row.late for row in there), sum(row.late for row in tags)
        self.facts["open"].say(whole(sum(row.open for row in there)))
        self.facts["overdue"].say(whole(late), "bad" if late else "text")
        self.facts["tags"].say(whole(len(tags)))
        self.facts["tags_late"].say(whole(tags_late), "bad" if tags_late else "text")

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        names = (self.tr("Closed"), self.tr("Open"), self.tr("Overdue"), self.tr("Red tags undecided"))
        for name, words in zip(FACTS, (*names, self.tr("Their day is over")), strict=True):
            self.facts[name].name.say(words)
        self.show_figures(*self._shown)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
