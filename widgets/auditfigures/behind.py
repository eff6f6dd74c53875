"""The records behind a figure: audits, findings, red tags, planned rounds; each opens on its own page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.auditfigures.rows import Row, Rows
from widgets.cards import Button, Card
from widgets.tables import Grid


@dataclass(frozen=True, slots=True)
class Record:
    """One record in words, and the page and subject by which it opens."""

    page: str
    subject: str
    when: str
    where: str
    what: str
    value: str = ""
    tone: str = "text"


@dataclass(frozen=True, slots=True)
class Listing:
    """What is listed, under which name and how many; the records are made when they are looked at."""

    title: str
    count: int
    make: Callable[[], Sequence[Record]]

    @property
    def records(self) -> Sequence[Record]:
        """All of them, made anew."""
        return self.make()


class Behind(QWidget):
    """`opened` carries a page and a subject, `closed`: back to the figures."""

    opened = Signal(str, str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.card = Card()
        self.model = Rows(4, right=(3,))
        self.grid = Grid(self.model, (152, 190, 300, 150), stretch=2)
        self.grid.setSelectionMode(Grid.SelectionMode.SingleSelection)
        self.open, self.leave = Button("external-link", self._open), Button("x", self.closed.emit)
        for button in (self.open, self.leave):
            self.card.tools.addWidget(button)
        self.card.body.addWidget(self.grid, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self.grid.activated.connect(lambda _: self._open())
        self.retranslate()

    def show_listing(self, listing: Listing) -> None:
        """Show the records behind a figure."""
        rows = [
            Row((one.when, one.where, one.what, one.value), one, ((0, "text_muted"), (2, "text"), (3, one.tone)))
            for one in listing.records
        ]
        self.model.show_rows(rows)
        self.card.title.say(listing.title)
        self.card.note.say(self.tr("%n record(s)", "", len(rows)))
        self.open.setEnabled(bool(rows))
        if rows:
            self.grid.selectRow(0)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.model.begin(self.tr("When"), self.tr("Where"), self.tr("What"), "")
        self.grid.setAccessibleName(self.tr("The records behind the figure; Enter opens one"))
        self.open.name(self.tr("Open"), self.tr("Open the chosen record on its page"))
        self.leave.name_silently(self.tr("Back to the figures"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _open(self) -> None:
        one = self.model.subject(self.grid.currentIndex().row())
        if isinstance(one, Record):
            self.opened.emit(one.page, one.subject)
