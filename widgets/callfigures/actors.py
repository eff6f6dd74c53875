"""What is heard most often: the ten worst, each with the calls behind it."""

from __future__ import annotations

from datetime import tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.andon import Severity
from console.domain.callfigures import Sheet
from console.domain.responses import BadActor
from widgets.callfigures.rowmodel import Row, Rows
from widgets.callfigures.shelveform import Thing, shelve, why_not_shelve
from widgets.callfigures.shelves import shelf_words
from widgets.calls.known import KnownCalls, calls_of
from widgets.cards import Button, Card
from widgets.figures.definition import show_metric
from widgets.numbers import percent, whole
from widgets.plain import plain
from widgets.tables import Grid
from widgets.times import moment, span

if TYPE_CHECKING:
    from console.app.console import Console

WIDTHS = (260, 190, 220, 90, 90, 130, 90, 186)


class ActorsSection(QWidget):
    """`wanted` carries the ids of the calls of a row."""

    wanted = Signal(object)

    def __init__(self, console: Console, known: KnownCalls) -> None:
        super().__init__()
        self._console, self._known = console, known
        self._sheet: Sheet | None = None
        self._zone: tzinfo | None = None
        self.card = Card()
        self.model = Rows(len(WIDTHS), right=(3, 4, 5, 6))
        self.grid = Grid(self.model, WIDTHS, stretch=2, spare=(6, 4, 7))
        self.grid.setSelectionMode(Grid.SelectionMode.SingleSelection)
        self.open, self.shelve = Button("siren", self._open), Button("bell-off", self._shelve)
        self.explain = Button("info", lambda: show_metric(self.window(), "bad_actors", {}))
        for button in (self.explain, self.shelve, self.open):
            self.card.tools.addWidget(button)
        self.card.body.addWidget(self.grid, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self.grid.activated.connect(lambda _: self._open())
        self.grid.selectionModel().currentRowChanged.connect(self._walked)
        self.retranslate()

    def show_sheet(self, sheet: Sheet, zone: tzinfo | None) -> None:
        """Show the figures of a sheet."""
        self._sheet, self._zone = sheet, zone
        self.model.show_rows([self._row(actor) for actor in sheet.actors])
        if sheet.actors and not self.grid.currentIndex().isValid():
            self.grid.selectRow(0)
        heard = sum(actor.share for actor in sheet.actors)
        words = self.tr("these are {0} of all that was heard").format(percent(heard, 0)) if sheet.actors else ""
        self.card.note.say(words or self.tr("Nothing was heard in this time."))
        self._allow()

    def actor(self) -> BadActor | None:
        """The one that is chosen."""
        row = self.grid.currentIndex().row()
        return self._sheet.actors[row] if self._sheet is not None and 0 <= row < len(self._sheet.actors) else None

    def _row(self, actor: BadActor) -> Row:
        last = moment(actor.last.timestamp(), self._console.now(), self._zone) if actor.last else "–"
        cells = (
            shelf_words(self._console, "", actor.category, actor.about),
            self._known.place(actor.place),
            plain(actor.text, 120),
            whole(actor.times),
            whole(actor.calls),
            span(actor.seconds),
            percent(actor.share, 0),
            last,
        )
        return Row(cells, (actor.place, actor.category, actor.about))

    def _open(self) -> None:
        actor = self.actor()
        if actor is not None:
            self.wanted.emit(actor.ids)

    def _shelve(self) -> None:
        actor = self.actor()
        if actor is not None:
            words = shelf_words(self._console, "", actor.category, actor.about)
            where = self._known.place(actor.place)
            thing = Thing(actor.place, actor.category, actor.about, f"{where}: {words}")
            shelve(self, self._console, thing)

    def _walked(self, now: QModelIndex, before: QModelIndex) -> None:
        self._allow()

    def _allow(self) -> None:
        actor = self.actor()
        self.open.setEnabled(actor is not None)
        why = self._why_not(actor) if actor is not None else self.tr("Choose a row first.")
        self.shelve.setEnabled(not why)
        self.shelve.name(self.tr("Shelve…"), why)

    def _why_not(self, actor: BadActor) -> str:
        if not actor.about:
            return self.tr("A person raised this: only what the console raises by itself can be shelved.")
        calls = calls_of(self._console)
        category = calls.dispatch.categories.get(actor.category) if calls is not None else None
        critical = category is not None and category.severity is Severity.CRITICAL
        return why_not_shelve(self._console, actor.place, critical)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.card.title.say(self.tr("Heard most often"))
        self.explain.name_silently(self.tr("What this table means"))
        self.open.name(self.tr("Calls"), self.tr("Show the calls behind the chosen row"))
        self.model.begin(
            (
                self.tr("What"),
                self.tr("Where"),
                self.tr("Said last"),
                self.tr("Heard"),
                self.tr("Calls"),
                self.tr("Open for"),
                self.tr("Share"),
                self.tr("Last"),
            )
        )
        self.grid.setAccessibleName(self.tr("What is heard most often, the worst first"))
        self._allow()
        if self._sheet is not None:
            self.show_sheet(self._sheet, self._zone)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
