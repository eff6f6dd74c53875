"""Figures of audits over a time: scores by area and by section, what was found and how it ended, who looks."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from console.app.queries.audit_figures import Sheet
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady
from widgets.attachments.later import while_there
from widgets.auditfigures.behind import Behind, Listing
from widgets.auditfigures.choosing import Choosing
from widgets.auditfigures.figures import Figures
from widgets.auditfigures.gathering import Gathering
from widgets.auditfigures.listings import Listings
from widgets.auditfigures.periodreport import Frame, figures_pdf
from widgets.auditfigures.words import Counts, chosen_words, day_words
from widgets.cards import Button, Choice, OneLine, Text
from widgets.closed import Closed
from widgets.paper import Ended, write_aside
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

KINDS = frozenset(
    {"checklist_run", "checklist_template", "finding", "red_tag", "action", "audit_plan", "audit_decision"}
)
LATER = 30_000  # ms until what changed meanwhile is looked at again


class AuditFiguresPage(QWidget):
    """Asks the records when it is shown, when another choice is made, and now and then while they change."""

    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.sheet: Sheet | None = None
        self.listing: Listing | None = None
        self.ask_path = self._ask_path
        self.choosing, self.gathering = Choosing(console), Gathering(console, self)
        self.figures, self.behind = Figures(), Behind()
        self.title, self.said = Text("text", 20, 600), OneLine("text_muted", 13)
        self.empty = Text("text_muted", 14, wrap=True)
        self.back = Button("arrow-left", lambda: self.open_requested.emit("audits", ""))
        self.again, self.report = Button("refresh-cw", self._anew), Button("file-text", self.write_report)
        self.closed = Closed(console, self.look, lambda: self.open_requested.emit("status", ""))
        self._stack = QStackedWidget()
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._stale = True
        self._writing = False
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.choosing.checklist)
        self.retranslate()

    # What the shell calls

    def set_scope(self, area: str | None) -> None:
        """Only audits of an area; None: all."""
        self.choosing.set_area(area)

    def show_subject(self, subject: str) -> None:
        """Choose a checklist or a place by its id."""
        self.choosing.choose(subject)

    def kept_choices(self) -> dict[str, Choice]:
        """What stays chosen until the next start."""
        return {"checklist": self.choosing.checklist, "place": self.choosing.place, "span": self.choosing.span}

    def focus_filter(self) -> None:
        """Ctrl+F: the checklist."""
        self.choosing.checklist.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.choosing.offer_places()
        if self._stale or self.sheet is None:
            self.look()

    # Looking

    def look(self) -> None:
        """Ask for the figures of what is chosen."""
        self._later.stop()
        self._stale = False
        self.gathering.begin(self.choosing.wanted())
        self.said.say(self.tr("Reading the audits…"))
        self._settle()

    def list_records(self, listing: Listing) -> None:
        """Show the records behind a figure."""
        if listing.count:
            self.listing = listing
            self.behind.show_listing(listing)
            self._settle()
            self.behind.grid.setFocus()

    def leave_list(self) -> None:
        """Back to the figures."""
        self.listing = None
        self._settle()
        self.figures.ranks.setFocus()

    def _show(self, sheet: Sheet) -> None:
        self.sheet, self.listing = sheet, None
        self.choosing.show_templates(sheet.templates)
        self.figures.show_sheet(sheet, Listings(sheet, self.choosing.places.words))
        self._say()
        self._settle()

    def _failed(self, refusal: Refusal) -> None:
        self._stale = True
        self.said.say(words_of(refusal))
        self._settle()

    def _anew(self) -> None:
        self._stale = True
        self.look()

    def _say(self) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        first, last = (day_words(at, sheet.wanted.zone) for at in (sheet.wanted.since, sheet.wanted.until))
        words = (chosen_words(sheet), Counts().audits(len(sheet.looked)), f"{first} – {last}")
        self.said.say(" · ".join(words))

    def _settle(self) -> None:
        sheet = self.sheet
        nothing = sheet is None or not (sheet.looked or sheet.findings or sheet.tags or sheet.standings)
        part: QWidget = self._nothing if nothing else self._scroll
        if self.listing is not None:
            part = self.behind
        if self.closed.refresh():
            part = self.closed
        self._stack.setCurrentWidget(part)
        self.report.setEnabled(not nothing and not self._writing)
        self.empty.say(self._why_empty())

    def _why_empty(self) -> str:
        if self.sheet is None:
            return self.tr("The figures of audits appear here as soon as they are read.")
        return self.tr(
            "No audit of this kind was signed in this time. Once rounds are signed, here stands how areas and sections"
            " score over time, what was found and how soon it was put right. Choose another checklist or a longer"
            " time, or begin a round on the page Audits."
        )

    # The report

    def write_report(self) -> None:
        """Ask where, and write the figures on paper."""
        at = datetime.fromtimestamp(self._console.now(), self.choosing.zone)
        path = self.ask_path(f"audits {at:%Y-%m-%d}.pdf") if self.sheet is not None else ""
        if path:
            self.save_report(Path(path), while_there(self, self._written))

    def save_report(self, path: Path, ended: Ended) -> None:
        """Write the PDF of what is shown; `ended` gets the path, or why not."""
        sheet = self.sheet
        if sheet is None:
            return
        places = self.choosing.places
        ids = {row.place for row in sheet.ranks} | {one.finding.place for one in sheet.findings}
        names = {id: places.words(id) for id in ids}
        frame = Frame(
            self._console.floor.plant.name, self.choosing.scope(), places.now(), lambda place: names.get(place, place)
        )
        self._writing = True
        self.said.say(self.tr("The report is being made"))
        self._settle()
        write_aside(
            self._console, path, partial(figures_pdf, sheet, frame), while_there(self, partial(self._made, ended))
        )

    def _made(self, ended: Ended, outcome: Path | Refusal) -> None:
        self._writing = False
        self._settle()
        ended(outcome)

    def _written(self, outcome: Path | Refusal) -> None:
        done = self.tr("The report is in {0}")
        self.said.say(words_of(outcome) if isinstance(outcome, Refusal) else done.format(plain(outcome, 160)))

    def _ask_path(self, name: str) -> str:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the report"), name, "PDF (*.pdf)")
        return path if not path or path.lower().endswith(".pdf") else path + ".pdf"

    # Events

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in KINDS:
            self._stale = True
            if self.isVisible() and not self._later.isActive():
                self._later.start()

    def _look_again(self) -> None:
        if self.isVisible() and self.listing is None and not self.gathering.busy:
            self.look()

    def _opened(self, _: RecordsReady) -> None:
        self._stale = True
        if self.isVisible():
            self.look()

    def _chosen(self) -> None:
        self.listing = None
        self._stale = True
        if self.isVisible():
            self.look()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Audit figures"))
        self.back.name(self.tr("Audits"), self.tr("Back to the audits"))
        self.again.name_silently(self.tr("Read everything again"))
        self.report.name(self.tr("Report…"), self.tr("These figures on paper (PDF)"))
        self.choosing.retranslate()
        if self.listing is not None:
            self.listing = None
        if self.sheet is not None:
            self.figures.show_sheet(self.sheet, Listings(self.sheet, self.choosing.places.words))
        self._say()
        self._settle()

    def _connect(self) -> None:
        self.choosing.changed.connect(self._chosen)
        self.gathering.done.connect(self._show)
        self.gathering.failed.connect(self._failed)
        self.figures.listed.connect(self.list_records)
        self.figures.opened.connect(self.open_requested)
        self.behind.opened.connect(self.open_requested)
        self.behind.closed.connect(self.leave_list)
        self._later.timeout.connect(self._look_again)
        away = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.behind)
        away.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        away.activated.connect(self.leave_list)
        stops = [self._console.on(RecordChanged, self._changed), self._console.on(RecordsReady, self._opened)]
        self.destroyed.connect(lambda _=None, stops=tuple(stops): [stop() for stop in stops])

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.back)
        head.addWidget(self.title)
        head.addWidget(self.said, 1)
        for button in (self.again, self.report):
            head.addWidget(button)
        self._nothing = QWidget()
        words = QVBoxLayout(self._nothing)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addStretch(3)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its parts have the keyboard, and are scrolled to
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setWidget(self.figures)
        self._scroll.viewport().setAutoFillBackground(False)
        self.figures.setAutoFillBackground(False)
        for part in (self._nothing, self._scroll, self.behind, self.closed):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.choosing)
        column.addWidget(self._stack, 1)
