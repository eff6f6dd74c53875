"""Which audits the figures are of: the checklist or its purpose, the area, and how far back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, timedelta, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.app.queries.audit_figures import Wanted
from console.domain.checklists import Purpose, Template
from widgets.auditfigures.words import CHOICE, SPANS, span_word
from widgets.audits.places import Places
from widgets.audits.words import purpose_word, said
from widgets.cards import Choice
from widgets.flow import Flow

if TYPE_CHECKING:
    from console.app.console import Console

FIRST, SPAN = CHOICE + Purpose.FIVE_S, "90"  # what is chosen at first


class Choosing(QWidget):
    """`changed` when another choice was made."""

    changed = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self.places = Places(console)
        self._console = console
        self._area: str | None = None
        self._templates: tuple[Template, ...] = ()
        self.checklist, self.place, self.span = Choice(), Choice(), Choice()
        row = Flow(self, gap=8)
        for part in (self.checklist, self.place, self.span):
            row.addWidget(part)
        self.retranslate()
        for part in (self.checklist, self.place, self.span):
            part.currentIndexChanged.connect(lambda _: self.changed.emit())

    @property
    def zone(self) -> tzinfo:
        """The plant's clock."""
        return self.places.zone() or UTC

    def wanted(self) -> Wanted:
        """What is asked for."""
        now = self.places.now()
        long = timedelta(days=int(self.span.currentData() or SPAN))
        chosen = str(self.checklist.currentData() or "")
        purpose = chosen.removeprefix(CHOICE) if chosen.startswith(CHOICE) else ""
        template = "" if chosen.startswith(CHOICE) else chosen
        end = now + timedelta(seconds=1)  # what was signed just now is in it
        return Wanted(now - long, end, now - 2 * long, now, self.zone, purpose, template, self._inside())

    def scope(self) -> str:
        """Which areas, in words."""
        return self.place.currentText()

    def set_area(self, area: str | None) -> None:
        """Only places of an area; None: all."""
        if area != self._area:
            self._area = area
            self._offer_places("")
            self.changed.emit()

    def choose(self, subject: str) -> None:
        """Choose a checklist or a place by its id."""
        for part in (self.checklist, self.place):
            if part.findData(subject) >= 0 and subject:
                part.setCurrentIndex(part.findData(subject))

    def show_templates(self, templates: Iterable[Template]) -> None:
        """Offer these checklists to choose from."""
        if tuple(templates) != self._templates:
            self._templates = tuple(templates)
            self._offer_checklists(str(self.checklist.currentData() or ""))

    def offer_places(self) -> None:
        """Offer the places of the plant of now."""
        self._offer_places(str(self.place.currentData() or ""))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.checklist.setAccessibleName(self.tr("Checklist"))
        self.place.setAccessibleName(self.tr("Area"))
        self.span.setAccessibleName(self.tr("Time"))
        self.span.offer("", [(key, span_word(key)) for key in SPANS], choose=str(self.span.currentData() or SPAN))
        chosen = self.checklist.currentData()
        self._offer_checklists(FIRST if chosen is None else str(chosen))
        self.offer_places()

    def _offer_checklists(self, choose: str) -> None:
        purposes = [(CHOICE + one, self.tr("All {0}").format(purpose_word(one))) for one in Purpose]
        named = sorted((said(one.name, 60), one.id) for one in self._templates if one.published)
        self.checklist.offer(
            self.tr("Every checklist"), [*purposes, *((id, name) for name, id in named)], choose=choose, most=240
        )

    def _offer_places(self, choose: str) -> None:
        self.place.offer(self.tr("Every area"), self.places.entries(self._area), choose=choose, most=240)

    def _inside(self) -> frozenset[str] | None:
        chosen = str(self.place.currentData() or self._area or "")
        return frozenset(self.places.inside(chosen)) if chosen else None
