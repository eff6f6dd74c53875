"""Where calls go: the table under the week, worked out anew once a minute, because who is there changes by itself."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent

from console.app.rosterlook import RosterLook
from console.domain.plant import Plant
from console.domain.roster import Way
from widgets.callsetup.routerows import ROLE, SHIFTS, WHERE, WIDTHS, RouteRows
from widgets.cards import Card
from widgets.tables import Grid

AGAIN = 60.0  # seconds after which "now" is worked out anew


class RouteCard(Card):
    """For the lines of one place."""

    def __init__(self) -> None:
        super().__init__()
        self._looked = 0.0
        self._told: tuple[RosterLook, Way, Mapping[str, str], Plant] | None = None
        self.model = RouteRows()
        self.grid = Grid(self.model, WIDTHS, stretch=SHIFTS, spare=(ROLE, WHERE))
        self.body.addWidget(self.grid, 1)
        self.setMinimumHeight(120)
        self.retranslate()

    def show_routes(self, look: RosterLook, place: Way, names: Mapping[str, str], plant: Plant, now: float) -> None:
        """Show where calls there go at `now`; `names`: what people are called, by id."""
        self._told, self._looked = (look, place, names, plant), now
        self.model.show_routes(look.routes(place, now), names, plant)

    def beat(self, now: float) -> None:
        """Once a second."""
        if self._told is not None and abs(now - self._looked) >= AGAIN:
            self.show_routes(*self._told, now)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Where calls go"))
        self.note.say(self.tr("Whom a call raised now would reach first"))
        self.grid.setAccessibleName(self.tr("Where calls go"))
        self.model.retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
