"""The watched folder: how it stands, what was taken from it, and what its files said that somebody must decide."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from console.app.queries.products import exchange_maps
from console.domain.commands.orders import ImportOrders
from console.domain.desk import Kept
from console.domain.errors import Refusal
from console.domain.events import ExchangeChanged
from console.domain.exchange import ColumnMap
from console.domain.exchange_reports import FolderReport, FolderState, OpenDifference
from widgets.attachments.later import while_there
from widgets.callfigures.rowmodel import Row
from widgets.cards import Button, Card, Choice, Text
from widgets.exchange.listing import Listing
from widgets.exchange.words import due_word, sides
from widgets.flow import Flow
from widgets.numbers import whole
from widgets.people.fields import Said
from widgets.people.signing import ask_for, why_not
from widgets.plain import plain, tip
from widgets.refusals import words_of
from widgets.settings.pinned import pinned_words

if TYPE_CHECKING:
    from console.app.console import Console


class WatchedTab(QWidget):
    """Shown anew when something was taken."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.card, self.open_card, self.done_card = Card(), Card(), Card()
        self.about, self.said = Text("text_muted", 13, wrap=True), Said()
        self.map, self.map_words = Choice(), Text("text_muted", 12, 500)
        self.watch = Button("folder-open", self._watch)
        self.look, self.end = Button("refresh-cw", self._look), Button("x", self._end)
        self.take, self.keep = Button("check", lambda: self._settle(True)), Button("minus", lambda: self._settle(False))
        self.open = Listing((150, 130, 200, 200, 240), stretch=4)
        self.done = Listing((150, 260, 160, 90, 90, 90, 90, 200), stretch=7, right=(3, 4, 5, 6))
        self.ask_folder = self._ask_folder
        self._lay_out()
        self.setFocusProxy(self.map)
        self.retranslate()
        ends = console.on(ExchangeChanged, while_there(self, lambda _: self.show_state()))
        self.destroyed.connect(lambda *_: ends())

    @property
    def state(self) -> FolderState:
        """How it stands; as if there was none while the records are not open."""
        return self._console.exchange.folder.state if self._console.exchange is not None else FolderState()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._console.office.ask(exchange_maps, while_there(self, self._offer))
        self.show_state()

    # Choosing the folder

    def _offer(self, kept: list[Kept[ColumnMap]]) -> None:
        exchange = self._console.exchange
        chosen = exchange.folder.mapping if exchange is not None else ""
        self.map.offer("", [(one.value.name, plain(one.value.name)) for one in kept], chosen, most=260)
        self.map.setEnabled(bool(kept))
        self._lock()

    def _watch(self) -> None:
        exchange = self._console.exchange
        if exchange is not None:
            mapping = str(self.map.currentData() or "")
            self._allowed(lambda: self._choose(lambda folder: exchange.watch(folder, mapping)))

    def _end(self) -> None:
        exchange = self._console.exchange
        if exchange is not None:
            self._allowed(lambda: self._say(lambda: exchange.watch(None, exchange.folder.mapping)))

    def _allowed(self, then: Callable[[], object]) -> None:
        """What the folder brings comes in without another question: only who may import says so."""
        why = why_not(self._console, ImportOrders)
        if why:
            self.said.say(why)
        else:
            ask_for(self, ImportOrders, then)

    def _choose(self, watch: Callable[[Path], object]) -> None:
        folder = self.ask_folder()
        if folder:
            self._say(lambda: watch(Path(folder)))

    def _say(self, do: Callable[[], object]) -> None:
        try:
            do()
        except Refusal as refusal:
            self.said.say(words_of(refusal))
        else:
            self.show_state()

    def _look(self) -> None:
        if self._console.exchange is not None:
            self._console.exchange.folder.look_now()

    def _ask_folder(self) -> str:
        return QFileDialog.getExistingDirectory(self, self.tr("The folder that the ERP writes orders into"))

    # Deciding

    def _settle(self, took: bool) -> None:
        why, exchange = why_not(self._console, ImportOrders), self._console.exchange
        chosen = [one for one in self.open.chosen if isinstance(one, OpenDifference)]
        if why:
            self.said.say(why)
        elif chosen and exchange is not None:
            heard, failed = while_there(self, self._settled), while_there(self, self._refused)
            ask_for(self, ImportOrders, lambda: exchange.folder.settle(chosen, took, heard, failed))

    def _settled(self, _: int) -> None:
        self.said.good(self.tr("Decided. It is not asked again."))

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))

    # Showing

    def show_state(self) -> None:
        """As it stands now."""
        state, exchange = self.state, self._console.exchange
        self.about.say(self._sentence(state))
        self.about.paint_as("text_muted" if state.code in ("off", "opening", "good", "half") else "warning")
        on = state.code != "off"
        for part in (self.look, self.end, self.open_card, self.done_card):
            part.setVisible(on)
        self._lock()
        self._fill_open(state)
        zone = exchange.zone if exchange is not None else UTC
        rows = [self._report(one, zone) for one in state.reports]
        heads = (
            self.tr("Taken"), self.tr("File"), self.tr("By"), self.tr("New"), self.tr("Changed"), self.tr("Same"),
            self.tr("Errors"), self.tr("How it went"),
        )  # fmt: skip
        self.done.show_rows(heads, rows, self.tr("The files that were taken are listed here."))

    def _lock(self) -> None:
        """Show that somebody sets the folder for all consoles."""
        pinned = pinned_words(self._console, "exchange.folder")
        for part, icon in ((self.watch, "folder-open"), (self.end, "x")):
            part.setToolTip(tip(pinned))
            part.wear("lock" if pinned else icon)
        self.end.setEnabled(not pinned)
        self.watch.setEnabled(not pinned and self.map.isEnabled())

    def _sentence(self, state: FolderState) -> str:
        folder, detail = plain(state.folder, 160), plain(state.detail, 160)
        match state.code:
            case "off":
                return self.tr(
                    "No folder is watched. When the ERP writes files of orders into a folder, the console can take them"
                    " by itself: import one file by hand first and keep its mapping, then choose the folder here."
                )
            case "opening":
                return self.tr("{0} is being looked at.").format(folder)
            case "folder_away":
                return self.tr("The folder does not answer; it is looked at again by itself. {0}").format(detail)
            case "no_map":
                return self.tr("Nothing is taken from {0}: no mapping of the name “{1}” is kept.").format(
                    folder, detail
                )
            case "records":
                return self.tr("The records of this PC cannot be used now: {0}. Files wait.").format(detail)
            case "stuck":
                return self.tr("A file can be neither read nor moved: {0}").format(detail)
            case "half":
                return self.tr("{0} is held by another program; it is taken when that lets go.").format(detail)
        waiting = self.tr("%n file(s) wait until they stop growing.", "", len(state.waiting)) if state.waiting else ""
        return self.tr("{0} is watched.").format(folder) + (" " + waiting if waiting else "")

    def _fill_open(self, state: FolderState) -> None:
        exchange = self._console.exchange
        rows = []
        if exchange is not None:
            for one in state.open:
                rows.append(Row((*sides(one.difference, exchange.lines, exchange.zone), plain(one.file, 80)), one))
        heads = (self.tr("Order"), self.tr("Field"), self.tr("Here"), self.tr("In the file"), self.tr("File"))
        nothing = self.tr("Nothing to decide. Fields set to “Ask each time” wait here when a file says something else.")
        self.open.show_rows(heads, rows, nothing)
        self.open_card.note.say(whole(len(rows)) if rows else "")
        for button in (self.take, self.keep):
            button.setVisible(bool(rows))

    def _report(self, one: FolderReport, zone: tzinfo) -> Row:
        at = due_word(one.at, zone)
        numbers = [whole(each) if not one.refused else "" for each in (one.new, one.changed, one.same)]
        errors = whole(len({error.row for error in one.errors})) if not one.refused else ""
        if one.refused:
            kind = Refusal(one.why)
            kind.code, kind.facts = one.refused, {"file": one.file}
            went = words_of(kind)
        elif one.errors:
            went = self.tr("taken, rows with errors put aside")
        else:
            went = self.tr("taken")
        return Row((at, plain(one.file, 80), plain(one.console, 60), *numbers, errors, went), one.file)

    # How it is made

    def _lay_out(self) -> None:
        tools = QWidget()
        row = Flow(tools)
        by = QWidget()
        like = QHBoxLayout(by)
        like.setContentsMargins(0, 0, 0, 0)
        like.setSpacing(8)
        like.addWidget(self.map_words)
        like.addWidget(self.map)
        for part in (by, self.watch, self.look, self.end):
            row.addWidget(part)
        self.card.body.addWidget(self.about)
        self.card.body.addWidget(tools)
        self.card.body.addWidget(self.said)
        self.open_card.tools.addWidget(self.take)
        self.open_card.tools.addWidget(self.keep)
        self.open_card.body.addWidget(self.open, 1)
        self.done_card.body.addWidget(self.done, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.open_card)
        split.addWidget(self.done_card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.card)
        column.addWidget(split, 1)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.card.title.say(self.tr("A folder that files are taken from"))
        self.open_card.title.say(self.tr("To decide"))
        self.done_card.title.say(self.tr("Files that were taken"))
        self.map_words.say(self.tr("Read like"))
        self.map.setAccessibleName(self.map_words.text())
        self.watch.name(self.tr("Watch a folder…"))
        self.look.name(self.tr("Look now"))
        self.end.name(self.tr("Watch no longer"))
        self.take.name(self.tr("Take the file's"))
        self.keep.name(self.tr("Keep this console's"))
        self.open.name(self.open_card.title.text())
        self.done.name(self.done_card.title.text())
        self.show_state()
