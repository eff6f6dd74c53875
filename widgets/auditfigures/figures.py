"""The cards below the figures: areas in their order, scores over time, by section, weakest items, who looks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from console.app.queries.audit_figures import Sheet
from console.domain.audit_figures import FEW, Bucket, ItemFigure, Looker, Rank, sections
from widgets.auditfigures.listings import Listings
from widgets.auditfigures.radar import Radar
from widgets.auditfigures.rows import Row, Rows
from widgets.auditfigures.scoreline import ScoreLine
from widgets.auditfigures.tiles import Tiles
from widgets.auditfigures.words import (
    Counts,
    by_month,
    change_words,
    day_words,
    deviation_words,
    item_word,
    person_word,
    points_of,
    rank_words,
    section_word,
    spread_words,
)
from widgets.cards import Button, Card, Choice
from widgets.numbers import UNKNOWN, percent, whole
from widgets.tables import Grid

WIDE, MIDDLE = 1500, 900  # pixels from which three, two cards stand beside each other


class Figures(QWidget):
    """`listed` carries a Listing, `opened` a page and a subject."""

    listed = Signal(object)
    opened = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.sheet: Sheet | None = None
        self._listings: Listings | None = None
        self.place = ""  # of which the line and the radar are; "" = all
        self._points: tuple[Bucket, ...] = ()
        self._columns = 0
        self.tiles = Tiles()
        self.areas, self.time, self.by_section, self.items, self.people = Card(), Card(), Card(), Card(), Card()
        self.ranking, self.weakest, self.looking = Rows(8, range(2, 8)), Rows(4, (1, 2, 3)), Rows(4, (1, 2))
        self.ranks = Grid(self.ranking, (50, 180, 62, 60, 98, 66, 60, 88), stretch=1, spare=(5, 4, 7))
        self.weak = Grid(self.weakest, (220, 78, 94, 62), stretch=0)
        self.who = Grid(self.looking, (180, 68, 62, 116), stretch=0)
        self.line, self.radar = ScoreLine(), Radar()
        self.section = Choice()
        self.every, self.audits = Button("undo-2", self._all), Button("list-checks", self._list_area)
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_sheet(self, sheet: Sheet, listings: Listings) -> None:
        """Show other figures; a chosen area stays so while it is there."""
        self.sheet, self._listings = sheet, listings
        if self.place not in {row.place for row in sheet.ranks}:
            self.place = ""
        self.tiles.show_sheet(sheet, listings)
        self._offer_sections(sheet)
        self._show_ranks(sheet, listings)
        self._show_items(sheet)
        self._show_people(sheet)
        self._show_place()

    def choose_area(self, place: str) -> None:
        """Show the line and the radar of one area; "" = of all."""
        if place != self.place:
            self.place = place
            self._show_place()

    # The cards

    def _show_ranks(self, sheet: Sheet, listings: Listings) -> None:
        self.ranks.selectionModel().blockSignals(True)
        self.ranking.show_rows([self._rank(row, listings) for row in sheet.ranks])
        self.ranks.selectionModel().blockSignals(False)
        chosen = next((i for i, row in enumerate(sheet.ranks) if row.place == self.place), -1)
        if chosen >= 0:
            self.ranks.selectRow(chosen)
        few = any(not row.rank for row in sheet.ranks)
        self.areas.note.say(Counts().fewer(FEW) if few else "")

    def _rank(self, row: Rank, listings: Listings) -> Row:
        cells = (
            rank_words(row),
            listings.place(row.place),
            percent(row.spread.mean if row.spread else None, 0),
            whole(len(row.runs)),
            spread_words(row.spread),
            deviation_words(row.spread),
            percent(row.last, 0),
            change_words(row.change, 0.0) if row.change is not None else UNKNOWN,
        )
        faint = ((0, "text_faint"), (1, "text_muted")) if not row.rank else ((2, "text"),)
        return Row(cells, row, faint)

    def _show_items(self, sheet: Sheet) -> None:
        self.items.note.say("" if sheet.items else self.tr("No answer was weak."))
        self.weakest.show_rows(
            [
                Row(
                    (
                        item_word(sheet, one.template, one.item),
                        whole(one.found),
                        f"{whole(one.weak)} / {whole(one.n)}",
                        percent(one.mean, 0),
                    ),
                    one,
                )
                for one in sheet.items
            ]
        )

    def _show_people(self, sheet: Sheet) -> None:
        zone = sheet.wanted.zone
        self.looking.show_rows(
            [
                Row(
                    (
                        person_word(sheet, one.person),
                        whole(len(one.runs)),
                        whole(one.places),
                        day_words(one.last, zone),
                    ),
                    one,
                )
                for one in sheet.lookers
            ]
        )

    def _show_place(self) -> None:
        sheet, listings = self.sheet, self._listings
        if sheet is None or listings is None:
            return
        section = str(self.section.currentData() or "")
        self._points = points_of(sheet, self.place, section)
        self.line.show_points(
            [(one.at, one.share) for one in self._points], None if section else sheet.target, sheet.wanted.zone
        )
        runs = {run for one in self._points for run in one.runs}
        named = [listings.place(self.place)] if self.place else []
        named.append(Counts().audits(len(runs)))
        if any(len(one.runs) > 1 for one in self._points):
            named.append(self.tr("means by month") if by_month(sheet) else self.tr("means by week"))
        if sheet.target is not None and not section:
            named.append(self.tr("target {0}").format(percent(sheet.target, 0)))
        self.time.note.say(" · ".join(named))
        self._show_radar(sheet, listings)
        self.every.setEnabled(bool(self.place))

    def _show_radar(self, sheet: Sheet, listings: Listings) -> None:
        now = sections(one for one in sheet.looked if self.place in ("", one.place))
        before = sections(one for one in sheet.earlier if self.place in ("", one.place))
        keys = list(sheet.sections)
        means = [now[key].mean if key in now else None for key in keys]
        earlier = [before[key].mean if key in before else None for key in keys]
        self.radar.show_scores([section_word(sheet, key) for key in keys], means, earlier)
        words = self.tr("filled: this time; dashed: the time before") if any(earlier) else self.tr("this time")
        self.by_section.note.say(f"{listings.place(self.place)} · {words}" if self.place else words)

    def _offer_sections(self, sheet: Sheet) -> None:
        known = [(key, section_word(sheet, key)) for key in sheet.sections]
        self.section.offer(self.tr("All sections"), known, choose=str(self.section.currentData() or ""))

    # What is pressed

    def _all(self) -> None:
        self.ranks.clearSelection()
        self.choose_area("")
        self.ranks.setFocus()

    def _chose(self) -> None:
        row = self.ranking.subject(self.ranks.currentIndex().row())
        if isinstance(row, Rank):
            self.choose_area(row.place)
        self.audits.setEnabled(isinstance(row, Rank))

    def _list_area(self) -> None:
        row = self.ranking.subject(self.ranks.currentIndex().row())
        if isinstance(row, Rank) and self._listings is not None:
            self.listed.emit(self._listings.audits(self._listings.place(row.place), row.runs))

    def _list_item(self) -> None:
        one = self.weakest.subject(self.weak.currentIndex().row())
        if isinstance(one, ItemFigure) and self._listings is not None and self.sheet is not None:
            title = item_word(self.sheet, one.template, one.item)
            self.listed.emit(self._listings.item(title, one.runs, one.findings))

    def _list_person(self) -> None:
        one = self.looking.subject(self.who.currentIndex().row())
        if isinstance(one, Looker) and self._listings is not None and self.sheet is not None:
            self.listed.emit(self._listings.audits(person_word(self.sheet, one.person), one.runs))

    def _open_point(self, index: int) -> None:
        point = self._points[index]
        if len(point.runs) == 1:
            self.opened.emit("audits", point.runs[0])
        elif self._listings is not None:
            self.listed.emit(self._listings.audits(self.line.words(index), point.runs))

    def _pick_section(self, index: int) -> None:
        if self.sheet is not None:
            self.section.setCurrentIndex(self.section.findData(list(self.sheet.sections)[index]))

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.areas.title.say(self.tr("Areas"))
        self.time.title.say(self.tr("Score over time"))
        self.by_section.title.say(self.tr("Score by section"))
        self.items.title.say(self.tr("Weakest items"))
        self.people.title.say(self.tr("Who looks"))
        self.section.setAccessibleName(self.tr("Section"))
        self.every.name_silently(self.tr("Show all areas together"))
        self.audits.name(self.tr("Audits"), self.tr("List the audits of the chosen area"))
        rank, n, mean = self.tr("Rank"), self.tr("Audits"), self.tr("Mean")
        area, spread, apart = self.tr("Area"), self.tr("From – to"), self.tr("Spread")
        last, change = self.tr("Last"), self.tr("Change")
        self.ranking.begin(rank, area, mean, n, spread, apart, last, change)
        self.weakest.begin(self.tr("Item"), self.tr("Findings"), self.tr("Weak"), mean)
        self.looking.begin(self.tr("Who"), n, self.tr("Areas"), last)
        self.ranks.setAccessibleName(self.tr("Areas by their mean score; Enter lists the audits of one"))
        self.weak.setAccessibleName(self.tr("Items that are weak most often; Enter lists the records behind one"))
        self.who.setAccessibleName(self.tr("Who looks how often; Enter lists the audits of one"))
        if self.sheet is not None and self._listings is not None:
            self.show_sheet(self.sheet, self._listings)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()

    def _connect(self) -> None:
        self.tiles.listed.connect(self.listed)
        self.ranks.selectionModel().currentRowChanged.connect(lambda *_: self._chose())
        self.ranks.clicked.connect(lambda _: self._chose())
        for grid, listed in (
            (self.ranks, self._list_area),
            (self.weak, self._list_item),
            (self.who, self._list_person),
        ):
            grid.setSelectionMode(Grid.SelectionMode.SingleSelection)
            grid.activated.connect(lambda _, listed=listed: listed())
        self.section.currentIndexChanged.connect(lambda _: self._show_place())
        self.line.chosen.connect(self._open_point)
        self.radar.chosen.connect(self._pick_section)

    def _lay_out(self) -> None:
        for card, part, high in (
            (self.areas, self.ranks, 300),
            (self.time, self.line, 220),
            (self.by_section, self.radar, 280),
            (self.items, self.weak, 240),
            (self.people, self.who, 180),
        ):
            part.setMinimumHeight(high)
            card.body.addWidget(part, 1)
        self.audits.setEnabled(False)
        for button in (self.every, self.audits):
            self.areas.tools.addWidget(button)
        self.time.tools.addWidget(self.section)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.tiles)
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        column.addLayout(self._grid, 1)
        self._arrange()

    def _arrange(self) -> None:
        columns = 3 if self.width() >= WIDE else 2 if self.width() >= MIDDLE else 1
        if columns == self._columns:
            return
        self._columns = columns
        cards = (self.areas, self.time, self.by_section, self.items, self.people)
        places = {
            3: ((0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1), (0, 2, 1, 1), (1, 2, 1, 1)),
            2: ((0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 2, 1), (1, 1, 1, 1), (2, 1, 1, 1)),
            1: tuple((row, 0, 1, 1) for row in range(5)),
        }[columns]
        for card, where in zip(cards, places, strict=True):
            self._grid.addWidget(card, *where)
        for column, share in enumerate((6, 5, 5)[:columns]):
            self._grid.setColumnStretch(column, share)
        for column in range(columns, 3):
            self._grid.setColumnStretch(column, 0)
        for row in range(5):
            self._grid.setRowStretch(row, 1 if row < (5 if columns == 1 else 2) else 0)
