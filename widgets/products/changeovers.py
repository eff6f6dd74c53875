"""The tab of changeovers: how many minutes a line takes from one family of products to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from console.app.queries.products import changeovers
from console.domain.commands import Command
from console.domain.commands.products import RemoveChangeover, SetChangeover
from console.domain.desk import Kept
from console.domain.errors import Refusal
from console.domain.events import OrdersChanged, RecordChanged, RecordsReady, SessionChanged
from console.domain.people import natural
from console.domain.planning import ANY, Changeover
from widgets.attachments.later import while_there
from widgets.cards import Button, Card, Choice, Entry, Text
from widgets.closed import Closed
from widgets.orders.naming import line_word
from widgets.people.fields import Said
from widgets.people.signing import ask_for, why_not
from widgets.plain import plain, tip
from widgets.products.words import number_typed, written
from widgets.refusals import words_of
from widgets.tables import TONE, Grid, Index

if TYPE_CHECKING:
    from console.app.console import Console

ROOT = QModelIndex()
SHOWN = Qt.ItemDataRole.DisplayRole
FAMILIES_MOST, WIDE = 80, 116
Entries = dict[tuple[str, str, str], Kept[Changeover]]  # by line, from, to


class Matrix(QAbstractTableModel):
    """Minutes by family and family for one line ("" = every one); `typed` carries from, to and what was typed."""

    typed = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.line, self.families, self.editable = "", [ANY], False
        self.entries: Entries = {}

    def show_entries(self, line: str, families: list[str], entries: Entries) -> None:
        """Show other entries."""
        self.beginResetModel()
        self.line, self.families, self.entries = line, families, entries
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.families)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.families) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.tr("From ↓ to →") if section == 0 else self.word(self.families[section - 1])

    def data(self, index: Index, role: int = 0) -> object:
        source = self.families[index.row()]
        if index.column() == 0:
            return self.word(source) if role == Qt.ItemDataRole.DisplayRole else "text_muted" if role == TONE else None
        target = self.families[index.column() - 1]
        own = self.entries.get((self.line, source, target))
        common = self.entries.get(("", source, target)) if self.line else None
        shown = own or common
        if role in (SHOWN, Qt.ItemDataRole.EditRole):
            kept = shown if role == SHOWN else own
            return written(kept.value.seconds / 60) if kept is not None else "–" if role == SHOWN else ""
        if role == TONE:
            return "text" if own is not None else "text_faint"
        if role == Qt.ItemDataRole.ToolTipRole:
            words = self.tr("{0} → {1}, minutes").format(self.word(source), self.word(target))
            return tip(words + (" · " + self.tr("as on every line") if own is None and common is not None else ""))
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        if role != Qt.ItemDataRole.EditRole or index.column() == 0:
            return False
        if str(value).strip() != self.data(index, Qt.ItemDataRole.EditRole):
            self.typed.emit(self.families[index.row()], self.families[index.column() - 1], str(value).strip())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        may = self.editable and index.column() > 0
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if may else Qt.ItemFlag.NoItemFlags)

    def word(self, family: str) -> str:
        """What a family is called."""
        return self.tr("Any family") if family == ANY else plain(family, 40)


class MatrixGrid(Grid):
    """Typing begins to write, Enter too, Del takes the time away."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        at = self.currentIndex()
        if event.key() == Qt.Key.Key_Delete and at.isValid():
            self.model().setData(at, "", Qt.ItemDataRole.EditRole)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != Grid.State.EditingState:
            self.edit(at)
        else:
            super().keyPressEvent(event)


class ChangeoversTab(QWidget):
    """Reads the entries when they change; families are those of the products, of the entries, and typed ones."""

    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._entries: Entries = {}
        self._typed: list[str] = []  # families that nothing has yet
        self._stale = True
        self.matrix = Matrix()
        self.grid = MatrixGrid(self.matrix, (150, 110), 0)
        self.line, self.family = Choice(), Entry()
        self.more = Button("plus", self.add)
        self.said, self.how = Said(), Text("text_muted", 13, wrap=True)
        self.empty = Text("text_muted", 14, wrap=True)
        self.card = Card()
        self.closed = Closed(console, self.read, lambda: self.open_requested.emit("status", ""))
        self._stack = QStackedWidget()
        self._soon = QTimer(self, singleShot=True, interval=60)
        self._lay_out()
        self._connect()
        self.retranslate()

    def kept_choices(self) -> dict[str, Choice]:
        """What stays chosen until the next start."""
        return {"line": self.line}

    def show_subject(self, line: str) -> None:
        """A line."""
        self.line.setCurrentIndex(max(0, self.line.findData(line)))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._stale:
            self.read()

    # What is shown

    def read(self) -> None:
        """Ask the records anew."""
        self._stale = False
        self._console.office.ask(changeovers, while_there(self, self._heard), while_there(self, self._cannot))

    def _heard(self, told: list[Kept[Changeover]]) -> None:
        self._entries = {(one.value.line, one.value.source, one.value.target): one for one in told}
        self.refresh()

    def _cannot(self, refusal: Refusal) -> None:
        self._stale = True
        self.said.say("" if self.closed.needed else words_of(refusal))
        self.refresh()

    @property
    def chosen_line(self) -> str:
        """The line whose times are shown, "" = every one."""
        return str(self.line.currentData() or "")

    def families(self) -> list[str]:
        """All that are known, any family first."""
        orders = self._console.orders
        products = orders.products.values() if orders is not None else ()
        found = {product.family for product in products if product.family} | set(self._typed)
        found |= {family for _, source, target in self._entries for family in (source, target)}
        return [ANY, *sorted(found - {ANY}, key=natural)][:FAMILIES_MOST]

    def refresh(self) -> None:
        """Show the matrix of the chosen line."""
        at, families = self.grid.currentIndex(), self.families()
        place = (at.row(), at.column())
        self.matrix.show_entries(self.chosen_line, families, self._entries)
        for column in range(len(families) + 1):
            self.grid.setColumnWidth(column, WIDE if column else 190)
        there = 0 <= place[0] < len(families) and place[1] <= len(families)
        self.grid.setCurrentIndex(self.matrix.index(*(place if there else (0, 1))))
        shown: QWidget = self.closed if self.closed.refresh() else self.grid if len(families) > 1 else self._nothing
        self._stack.setCurrentWidget(shown)
        self.allow()

    def allow(self) -> None:
        """Whether whoever is signed in may write."""
        why = self.closed.why() or why_not(self._console, SetChangeover, place=self.chosen_line)
        self.matrix.editable = not why
        self.more.name(self.tr("Add a family"), why)
        self.more.setEnabled(not why)
        self.grid.setAccessibleDescription(why)

    # What is done

    def add(self) -> None:
        """One family more, before a product has it."""
        family = " ".join(self.family.text().split())
        if family and family not in self.families():
            self._typed.append(family)
        self.family.clear()
        self.refresh()

    def _write(self, source: str, target: str, text: str) -> None:
        line = self.chosen_line
        before = self._entries.get((line, source, target))
        value = number_typed(text) if text else None
        self.said.say("")
        if text and (value is None or value < 0):
            self.said.say(self.tr("Type minutes, 0 or more; nothing takes the time away."))
        elif text and value is not None:
            version = before.version if before is not None else 0
            self._give(SetChangeover(Changeover("", line, source, target, round(value * 60, 6)), version))
        elif before is not None:
            self._give(RemoveChangeover(before.value.id, line, before.version))

    def _give(self, command: Command) -> None:
        refused = while_there(self, self._refused)
        ask_for(self, type(command), lambda: self._console.office.do(command, lambda _: None, refused))

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))
        self.read()

    def _changed(self, event: RecordChanged) -> None:
        if event.kind == "changeover":
            self._later()

    def _later(self) -> None:
        self._stale = True
        self._soon.start()

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.card.title.say(self.tr("Changeovers"))
        lines = [(live.line.id, line_word(self._console, live.line.id)) for live in self._console.floor.lines]
        self.line.offer(self.tr("Every line"), lines, most=190)
        self.line.setAccessibleName(self.tr("Line"))
        self.family.setPlaceholderText(self.tr("Another family"))
        self.family.setAccessibleName(self.tr("Another family"))
        self.grid.setAccessibleName(self.tr("Minutes from family to family"))
        self.how.say(
            self.tr(
                "Minutes from the family of a row to the one of a column. What is written for a line goes before what"
                " holds on every line (pale); without either the steps' own set-up counts."
            )
        )
        self.empty.say(
            self.tr("Families appear here as soon as products have one. Give products a family, or add one above.")
        )
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.matrix.typed.connect(self._write)
        self.line.currentIndexChanged.connect(lambda _: self.refresh())
        self.family.returnPressed.connect(self.add)
        self._soon.timeout.connect(lambda: self.read() if self.isVisible() else None)
        on = self._console.on
        stops = (
            on(RecordChanged, self._changed),
            on(RecordsReady, lambda _: self._later()),
            on(SessionChanged, lambda _: self.allow()),
            on(OrdersChanged, lambda _: self._families_changed()),
        )
        self.destroyed.connect(lambda _=None, stops=stops: [stop() for stop in stops])

    def _families_changed(self) -> None:
        if self.isVisible() and self.families() != self.matrix.families:
            self.refresh()

    def _lay_out(self) -> None:
        self._nothing = QWidget()
        words = QVBoxLayout(self._nothing)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addStretch(3)
        for widget in (self._nothing, self.grid, self.closed):
            self._stack.addWidget(widget)
        triggers = Grid.EditTrigger
        self.grid.setEditTriggers(triggers.DoubleClicked | triggers.AnyKeyPressed | triggers.EditKeyPressed)
        self.grid.setSelectionBehavior(Grid.SelectionBehavior.SelectItems)
        self.grid.setSelectionMode(Grid.SelectionMode.SingleSelection)
        self.grid.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.grid.horizontalHeader().setStretchLastSection(True)
        self.family.setMaximumWidth(170)
        for part in (self.line, self.family, self.more):
            self.card.tools.addWidget(part)
        for part in (self.how, self.said):
            self.card.body.addWidget(part)
        self.card.body.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card, 1)
        self.setFocusProxy(self.grid)
