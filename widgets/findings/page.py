"""The page of findings and red tags: what is open, overdue or found again, and the chosen one beside it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.app.queries.findings import Listed, listed
from console.domain.commands.audits import AddFinding, TagThing
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady, RoundsChanged, SessionChanged
from widgets.actions.known import now_of, today_at, zone_at
from widgets.actions.rows import ListGrid
from widgets.attachments.later import while_there
from widgets.cards import Button, Card, Choice, Text
from widgets.closed import Closed
from widgets.findings.chosen import FindingCard
from widgets.findings.figures import FindingFigures
from widgets.findings.filters import ALL, MINE, OPEN, TAGS, FindingFilters
from widgets.findings.form import FindingForm
from widgets.findings.reckoned import Reckoned
from widgets.findings.rows import (
    AGE,
    DUE,
    FATE,
    OWNER,
    PLACE,
    QUANTITY,
    REPEATS,
    STATE,
    T_OWNER,
    T_PLACE,
    T_WIDTHS,
    TEXT,
    THING,
    WIDTHS,
    FindingRows,
    TagRow,
    TagRows,
)
from widgets.findings.tagcard import TagCard
from widgets.findings.tagform import TagForm
from widgets.findings.tagsheet import sheet
from widgets.flow import Flow
from widgets.paper import pdf, write_aside
from widgets.people.fields import Said
from widgets.people.signing import ask_for, why_not
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

KINDS = ("finding", "red_tag", "action", "attachment", "person")
TAG = "tag:"


class FindingsPage(QWidget):
    """A subject is the id of a finding, or "tag:" and that of a red tag, or "tags" for their list."""

    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.reckoned = Reckoned(console)
        self._wanted = self._outside = self._day = ""  # what was asked for; what is shown but in no list
        self.rows, self.tag_rows = FindingRows(), TagRows()
        self.grid = ListGrid(self.rows, WIDTHS, TEXT, (AGE, REPEATS, PLACE, OWNER, DUE, STATE))
        self.tag_grid = ListGrid(self.tag_rows, T_WIDTHS, THING, (FATE, QUANTITY, T_PLACE, T_OWNER))
        self.card, self.tag_card = FindingCard(console), TagCard(console)
        self.filters, self.figures = FindingFilters(console), FindingFigures()
        self.back = Button("arrow-left", lambda: self.open_requested.emit("audits", ""))
        self.title = Text("text", 18, 600)
        self.new_button, self.tag_button = Button("plus", self.make, primary=True), Button("flag", self.put_tag)
        self.print_button = Button("download", self.print_tags)
        self.said, self.empty, self.keys = Said(), Text("text_muted", 14, wrap=True), Text("text_faint", 12, wrap=True)
        self.left = Card(titled=False)
        self.closed = Closed(console, self.read, lambda: self.open_requested.emit("status", ""))
        self.form: FindingForm | TagForm | None = None
        self._stack, self._beside = QStackedWidget(), QStackedWidget()
        self._soon = QTimer(self, singleShot=True, interval=50)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.filters.turn(OPEN)

    # What the shell calls

    def beat(self, now: float) -> None:
        """Another hour begins: days are counted anew."""
        day = now_of(self._console).isoformat()[:13]
        if day != self._day:
            self._day = day
            self.reckoned.count()
            self.refresh()

    def set_scope(self, area: str | None) -> None:
        """Show only what belongs to an area; None: all."""
        self.filters.area = area
        self.refresh()

    def show_subject(self, subject: str) -> None:
        """Choose what the subject names."""
        self._wanted = ""
        if subject == TAGS:
            self.filters.turn(TAGS)
        elif subject.startswith(TAG):
            self._wanted = subject.removeprefix(TAG)
            self.filters.turn(TAGS)
        elif subject:
            self._wanted = subject
            self.filters.turn(ALL)
            self.card.show_finding(subject)
        if subject and self.isVisible():
            self.read()

    def kept_choices(self) -> dict[str, Choice]:
        """What stays chosen until the next start."""
        return {"place": self.filters.place, "checklist": self.filters.checklist, "period": self.filters.period}

    def focus_filter(self) -> None:
        """Ctrl+F: the words that are searched."""
        self.filters.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.read()

    # What is shown

    def read(self) -> None:
        """Ask the records anew."""
        since = now_of(self._console) - timedelta(days=self.filters.days)
        self._console.office.ask(listed(since), while_there(self, self._heard), while_there(self, self._cannot))

    def _heard(self, told: Listed) -> None:
        self.reckoned.take(told)
        self.refresh()
        if self._wanted == self.card.finding and self.rows.row_of(self._wanted) < 0:
            self._outside = self._wanted
        self._wanted = ""
        self.card.read()

    def _cannot(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))

    def refresh(self) -> None:
        """Show what fits the list and the filters."""
        rows, tags = self.filters.among(self.reckoned.rows), [row for row in self.reckoned.tags if self._tag_fits(row)]
        self.rows.show_rows([row for row in rows if self.filters.stands(row, self._list_key)])
        self.tag_rows.show_rows(tags)
        waiting = [row for row in tags if row.tag.fate is None]
        counts = {key: sum(self.filters.stands(row, key) for row in rows) for key in self.filters.tabs if key != TAGS}
        self.filters.count(self._tab_words(), counts | {TAGS: len(waiting)})
        since = now_of(self._console) - timedelta(days=self.filters.days)
        made = [row for row in rows if row.shown.finding.made >= since]
        self.figures.show_figures(made, rows, waiting, self.filters.days)
        self._settle()
        self._choose()

    @property
    def _list_key(self) -> str:
        return ALL if self.filters.here == TAGS else self.filters.here

    def _tag_fits(self, row: TagRow) -> bool:
        words = self.filters.words.text().strip().casefold()
        searched = f"{row.tag.number} {row.tag.thing} {row.place} {row.owner}".casefold()
        return self.filters.at_place(row.tag.place) and words in searched

    def _settle(self) -> None:
        tags = self.filters.here == TAGS
        there = self.tag_rows.rows if tags else self.rows.rows
        self._stack.setCurrentWidget((self.tag_grid if tags else self.grid) if there else self._nothing)
        self._beside.setCurrentWidget(self.tag_card if tags else self.card)
        if self.closed.refresh() and not there:
            self._stack.setCurrentWidget(self.closed)
        self.empty.say(self._why_empty())
        self.print_button.setVisible(tags)
        self.print_button.setEnabled(any(row.tag.fate is None for row in self.tag_rows.rows if isinstance(row, TagRow)))
        self.tag_button.setVisible(tags)
        self.new_button.setVisible(not tags)
        for button, words, command in (
            (self.new_button, self.tr("New finding (N)"), AddFinding),
            (self.tag_button, self.tr("New red tag (N)"), TagThing),
        ):
            why = self.closed.why() or why_not(self._console, command)
            button.name(words, why)
            button.setEnabled(not why)

    def _why_empty(self) -> str:
        here = self.filters.here
        if here == MINE and self._console.session.person is None:
            return self.tr("Sign in with F8 to see what you have to put right.")
        if here == TAGS:
            return self.tr("No red tag hangs here. Press N to put one on something that nobody needs.")
        if here in (OPEN, ALL):
            return self.tr("Nothing is open. Findings come from rounds; press N to write one down without a round.")
        return self.tr("Nothing here. That is how it should be.")

    def _tab_words(self) -> dict[str, str]:
        return {
            "open": self.tr("Open"),
            "overdue": self.tr("Overdue"),
            "repeat": self.tr("Repeats"),
            "serious": self.tr("Serious"),
            "mine": self.tr("Mine"),
            "all": self.tr("All"),
            "tags": self.tr("Red tags"),
        }

    # Choosing

    def _turned(self, key: str) -> None:
        self.setFocusProxy(self.tag_grid if key == TAGS else self.grid)
        self.refresh()

    def _choose(self) -> None:
        """Keep what is chosen, else choose the first."""
        tags = self.filters.here == TAGS
        rows, grid = (self.tag_rows, self.tag_grid) if tags else (self.rows, self.grid)
        shown = (self.tag_card.row.id if self.tag_card.row is not None else "") if tags else self.card.finding
        row = rows.row_of(self._wanted or shown)
        free = tags or not (self.card.form.asked or (shown and shown == self._outside))
        if row < 0 and not self._wanted and rows.rowCount() and free:
            row = 0
        if row >= 0 and grid.currentIndex().row() != row:
            grid.selectRow(row)
        if tags:
            self._show_tag(row)
        elif row >= 0:
            self._show_finding(row)
        elif not rows.rowCount() and not self._wanted and free:
            self.card.show_finding("")

    def _show_finding(self, row: int) -> None:
        id = self.rows.id_at(row)
        self._outside = ""
        if id != self.card.finding:
            self.card.show_finding(id)

    def _show_tag(self, row: int) -> None:
        found = self.tag_rows.rows[row] if 0 <= row < len(self.tag_rows.rows) else None
        self.tag_card.show_tag(found if isinstance(found, TagRow) else None, self.reckoned.told.names)

    def _walked(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid() and self._wanted in ("", self.rows.id_at(now.row())):
            self._show_finding(now.row())

    def _tag_walked(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid() and self._wanted in ("", self.tag_rows.id_at(now.row())):
            self._show_tag(now.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """From the list: Enter goes to what is chosen, N makes a new one, a letter does what stands for it there."""
        letter, tags = event.text(), self.filters.here == TAGS
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.tag_card if tags else self.card).take_keyboard()
        elif event.key() == Qt.Key.Key_Escape:
            (self.tag_grid if tags else self.grid).setFocus(Qt.FocusReason.OtherFocusReason)
        elif letter.upper() == "N" and not held:
            (self.tag_button if tags else self.new_button).click()
        elif held or tags or not letter or not self.card.key(letter):
            super().keyPressEvent(event)

    # Making and printing

    def make(self) -> None:
        """Ask for a finding without a round."""
        ask_for(self, AddFinding, lambda: self._begin(FindingForm(self._console, self, self._place)))

    def put_tag(self) -> None:
        """Ask for a red tag without a finding."""
        ask_for(self, TagThing, lambda: self._begin(TagForm(self._console, self, self._place)))

    @property
    def _place(self) -> str:
        return str(self.filters.place.currentData() or "")

    def _begin(self, form: FindingForm | TagForm) -> None:
        self.form = form
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        prefix = TAG if isinstance(form, TagForm) else ""
        form.kept.connect(lambda id: self._kept(prefix + id))
        form.finished.connect(lambda _: self._form_left())
        form.open()

    def _kept(self, subject: str) -> None:
        self.show_subject(subject)
        self.read()

    def _form_left(self) -> None:
        self.form = None
        (self.tag_grid if self.filters.here == TAGS else self.grid).setFocus(Qt.FocusReason.OtherFocusReason)

    def print_tags(self) -> None:
        """Write the cards of the tags that want a decision as pages of A4."""
        rows = [row for row in self.tag_rows.rows if isinstance(row, TagRow) and row.tag.fate is None]
        path = self.ask_path(self.tr("Red tags {0}").format(today_at(self._console, "").isoformat()) + ".pdf")
        if not rows or not path:
            return
        names, title = dict(self.reckoned.told.names), self.tr("Red tags")

        def written(outcome: Path | Refusal) -> None:
            if isinstance(outcome, Refusal):
                self.said.say(words_of(outcome))
            else:
                self.said.good(self.tr("The cards are in {0}. Print the file on A4.").format(plain(path, 160)))

        zones = {row.id: zone_at(self._console, row.tag.place) for row in rows}
        write_aside(
            self._console, Path(path), lambda: pdf(sheet(rows, names, zones), title), while_there(self, written)
        )

    def ask_path(self, name: str) -> str:
        """Where the file goes; "" for nowhere."""
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Print cards"), name, "PDF (*.pdf)")
        return path if not path or path.lower().endswith(".pdf") else path + ".pdf"

    # Events

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in KINDS:
            self._soon.start()

    def _read_again(self) -> None:
        if self.isVisible():
            self.read()

    def _who_changed(self) -> None:
        self.refresh()
        self.card.allow()
        self.tag_card.allow()

    def _rounds_told(self) -> None:
        self.filters.retranslate()

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.back.name(self.tr("Audits"), self.tr("Back to the audits"))
        self.title.say(self.tr("Findings"))
        self.print_button.name(self.tr("Print cards…"), self.tr("Pages of A4 with the tags that want a decision"))
        self.grid.setAccessibleName(self.tr("Findings"))
        self.tag_grid.setAccessibleName(self.tr("Red tags"))
        self.keys.say(self.tr("Enter: to the chosen one · N: a new one · Esc: back to the list"))
        for rows in (self.rows, self.tag_rows):
            rows.retranslate()
        self.reckoned.count()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.filters.turned.connect(self._turned)
        self.filters.changed.connect(self.refresh)
        self.filters.period_changed.connect(self.read)
        self.grid.selectionModel().currentRowChanged.connect(self._walked)
        self.tag_grid.selectionModel().currentRowChanged.connect(self._tag_walked)
        self.card.changed.connect(self.read)
        self.card.chosen.connect(self.show_subject)
        self.card.tag_asked.connect(lambda id: self.show_subject(TAG + id))
        self.card.open_requested.connect(self.open_requested)
        self.tag_card.changed.connect(self.read)
        self.tag_card.finding_asked.connect(self.show_subject)
        self._soon.timeout.connect(self._read_again)
        on = self._console.on
        stops = [
            on(RecordChanged, self._changed),
            on(RecordsReady, lambda _: self._soon.start()),
            on(SessionChanged, lambda _: self._who_changed()),
            on(RoundsChanged, lambda _: self._rounds_told()),
        ]
        self.destroyed.connect(lambda _=None, stops=stops: [stop() for stop in stops])

    def _lay_out(self) -> None:
        column, head, tools = QVBoxLayout(self), QHBoxLayout(), Flow()
        column.setContentsMargins(18, 16, 18, 12)
        column.setSpacing(10)
        head.setSpacing(10)
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        for button in (self.print_button, self.tag_button, self.new_button):
            tools.addWidget(button)
        head.addLayout(tools)
        self._nothing = QWidget()
        words = QVBoxLayout(self._nothing)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addStretch(3)
        for part in (self.grid, self.tag_grid, self._nothing, self.closed):
            self._stack.addWidget(part)
        for part in (self.card, self.tag_card):
            self._beside.addWidget(part)
        self.left.body.addWidget(self._stack, 1)
        self.left.body.addWidget(self.keys)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setHandleWidth(10)
        both.setChildrenCollapsible(False)
        both.addWidget(self.left)
        both.addWidget(self._beside)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 2)
        both.setSizes([960, 640])
        column.addLayout(head)
        column.addWidget(self.figures)
        column.addWidget(self.filters)
        column.addWidget(self.said)
        column.addWidget(both, 1)
