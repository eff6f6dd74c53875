"""The figures in a row, each with what it was in the time before; pressed, each shows the records behind it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from console.app.queries.audit_figures import Sheet
from widgets.auditfigures.behind import Listing
from widgets.auditfigures.listings import Listings
from widgets.auditfigures.words import Counts, change_words, days_words
from widgets.callfigures.number import Number
from widgets.numbers import percent, whole
from widgets.plain import tip

KEYS = ("audits", "mean", "passed", "findings", "closed", "late", "repeated", "days", "tags", "rounds")
EACH = 150  # pixels of a tile at least
NONE = Listing("", 0, tuple)


class Tile(Number):
    """A figure that opens the records behind it."""

    listed = Signal(object)  # a Listing

    def __init__(self) -> None:
        super().__init__()
        self.listing = NONE
        self.wanted.connect(lambda _: self.listed.emit(self.listing))

    def say_figure(self, value: str, note: str, listing: Listing, more: str, tone: str = "text") -> None:
        """Show a figure; `listing`: what is behind it, `more`: what it means."""
        self.listing = listing
        self.say(listing.title, value, note, (listing.title,) * bool(listing.count), tone)
        hint = self.tr("Press for the records behind it") if listing.count else ""
        self.setToolTip(tip("\n".join(filter(None, (f"{listing.title}: {value}", note, more, hint)))))


class Tiles(QWidget):
    """`listed` carries the Listing of a figure that was pressed."""

    listed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Sheet, Listings] | None = None
        self._across = 0
        self.tiles = {key: Tile() for key in KEYS}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for tile in self.tiles.values():
            tile.listed.connect(self.listed)
        self._arrange(5)

    def show_sheet(self, sheet: Sheet, listings: Listings) -> None:
        """Show other figures."""
        self._shown = (sheet, listings)
        self._say_audits(sheet, listings)
        self._say_findings(sheet, listings)
        self._say_rest(sheet, listings)

    def _say_audits(self, sheet: Sheet, listings: Listings) -> None:
        runs = [one.run for one in sheet.looked]
        mean, before = (one.mean if one is not None else None for one in (sheet.whole, sheet.before))
        failed = [one.run for one in sheet.looked if one.passed is False]
        self.tiles["audits"].say_figure(
            whole(len(runs)),
            self.tr("before {0}").format(whole(len(sheet.earlier))),
            listings.audits(self.tr("Audits"), runs),
            self.tr("Audits that were signed in this time."),
        )
        self.tiles["mean"].say_figure(
            percent(mean, 0),
            change_words(mean, before) or Counts().audits(len(runs)),
            listings.audits(self.tr("Mean score"), runs),
            self.tr("The mean of all audits, each counts alike; against as long a time before."),
        )
        self.tiles["passed"].say_figure(
            percent(sheet.passed, 0),
            self.tr("{0} not passed").format(whole(len(failed))),
            listings.audits(self.tr("Not passed") if failed else self.tr("Passed"), failed or runs),
            self.tr("Of the audits that are judged. Behind it: those that did not pass."),
        )

    def _say_findings(self, sheet: Sheet, listings: Listings) -> None:
        now, before = sheet.finding_figures, sheet.findings_before
        still = [id for id in now.made if id not in set(now.closed)]
        self.tiles["findings"].say_figure(
            whole(len(now.made)),
            self.tr("before {0}").format(whole(len(before.made))),
            listings.findings(self.tr("Findings"), now.made),
            self.tr("Written down in this time, without those that were withdrawn."),
        )
        self.tiles["closed"].say_figure(
            percent(now.share, 0),
            self.tr("{0} still open").format(whole(len(still))),
            listings.findings(self.tr("Closed"), still or now.made),
            self.tr("Findings whose actions are all verified. Behind it: those that are not closed."),
        )
        self.tiles["late"].say_figure(
            whole(len(now.late)),
            self.tr("{0} without an owner").format(whole(len(now.bare))),
            listings.findings(self.tr("Overdue"), (*now.late, *now.bare)),
            self.tr("Findings with an action over its day; and those that nobody answers for."),
            "bad" if now.late else "text",
        )
        self.tiles["repeated"].say_figure(
            whole(len(now.repeated)),
            self.tr("of {0}").format(Counts().findings(len(now.made))),
            listings.findings(self.tr("Found again"), now.repeated),
            self.tr("The same item was found there less than 90 days before."),
        )
        self.tiles["days"].say_figure(
            days_words(now.days),
            self.tr("before {0}").format(days_words(before.days)),
            listings.findings(self.tr("Days to close"), now.closed),
            self.tr("The median from finding to verification, of those that are closed."),
        )

    def _say_rest(self, sheet: Sheet, listings: Listings) -> None:
        tags, kept = sheet.tag_figures, sheet.rounds
        self.tiles["tags"].say_figure(
            whole(len(tags.open)),
            self.tr("{0} over their day, {1} decided").format(whole(len(tags.late)), whole(len(tags.decided))),
            listings.tags(self.tr("Red tags"), (*tags.open, *tags.decided)),
            self.tr("Red tags that nobody decided about yet, and those decided in this time."),
            "bad" if tags.late else "text",
        )
        self.tiles["rounds"].say_figure(
            percent(kept.share, 0),
            self.tr("{0} of {1} in time").format(whole(kept.kept), whole(kept.due)),
            listings.rounds(self.tr("Planned rounds")),
            self.tr("Planned rounds that were due and were made in time."),
            "bad" if kept.waiting else "text",
        )

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange and self._shown is not None:
            self.show_sheet(*self._shown)
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange(10 if self.width() >= 10 * EACH else 5)

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for i, tile in enumerate(self.tiles.values()):
            self._grid.addWidget(tile, i // across, i % across)
        for column in range(10):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
